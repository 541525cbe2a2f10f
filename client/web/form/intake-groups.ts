import { type FlatForm, filled, ticked } from './flat-form';

/** The lists of the intake that grow in the form, and what one entry of each is called. */
export const ENTRY_WORDS = {
  contacts: 'person',
  promises: 'promise',
  'process.absences': 'absence',
  referees: 'referee',
  circumstances: 'circumstance',
} as const;
export type EntryGroup = keyof typeof ENTRY_WORDS;
export const ENTRY_GROUPS = Object.keys(ENTRY_WORDS) as EntryGroup[];

export const ROLES = ['interviewer', 'hiring_manager', 'hr', 'agency_recruiter', 'senior'] as const;

/** What tells an entry that somebody began from one that was only offered. */
const TELLING: Record<EntryGroup, readonly string[]> = {
  contacts: ['honorific', 'givenName', 'familyName', 'title', 'email', 'phone', 'publishedPhone', 'topics', 'notes'],
  promises: ['what', 'content', 'dueOn'],
  'process.absences': ['contactId', 'from', 'to'],
  referees: ['name', 'email', 'phone'],
  circumstances: ['from', 'to', 'text'],
};

/** True for an entry that nobody has begun to fill in. */
export function isBlankEntry(form: FlatForm, group: EntryGroup, number: number): boolean {
  const path = `${group}.${number}`;
  // An entry is offered with its first role ticked.
  if (group === 'contacts' && ROLES.slice(1).some((role) => ticked(form, `${path}.roles.${role}`))) return false;
  return TELLING[group].every((name) => filled(form, `${path}.${name}`) === undefined);
}

/** The id by which promises and absences name a contact: given when the entry was added. */
export function contactIdOf(form: FlatForm, number: number): string {
  return filled(form, `contacts.${number}.id`) ?? `c${number + 1}`;
}
