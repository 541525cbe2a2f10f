import { entriesOf, type FlatForm } from './flat-form';
import { contactIdOf, ENTRY_GROUPS, type EntryGroup } from './intake-groups';

const MOST_ENTRIES = 50;

/** Carries out an `add:contacts` or `remove:contacts:1` button. Null for any other button. */
export function changeEntries(form: FlatForm, action: string): { form: FlatForm; focus: string } | null {
  const [verb, name, number] = action.split(':');
  const group = ENTRY_GROUPS.find((one) => one === name);
  if (group === undefined) return null;
  if (verb === 'add') return addEntry(form, group);
  if (verb === 'remove' && number !== undefined) return removeEntry(form, group, Number(number));
  return null;
}

/** The form with one more entry in a group, ready to be filled in. */
export function addEntry(form: FlatForm, group: EntryGroup): { form: FlatForm; focus: string } {
  const numbers = entriesOf(form, group);
  if (numbers.length >= MOST_ENTRIES) return { form, focus: group };
  const number = (numbers.at(-1) ?? -1) + 1;
  const path = `${group}.${number}`;
  const added: FlatForm = { ...form, [`${path}.entry`]: 'on' };
  if (group === 'contacts') {
    added[`${path}.id`] = freeContactId(form);
    added[`${path}.mayContact.email`] = 'on';
    added[`${path}.roles.interviewer`] = 'on';
  }
  return { form: added, focus: `${path}.${FIRST_FIELD[group]}` };
}

const FIRST_FIELD: Record<EntryGroup, string> = {
  contacts: 'givenName',
  promises: 'what',
  'process.absences': 'contactId',
  referees: 'name',
  circumstances: 'from',
};

function removeEntry(form: FlatForm, group: EntryGroup, number: number): { form: FlatForm; focus: string } {
  const path = `${group}.${number}.`;
  const gone = group === 'contacts' ? contactIdOf(form, number) : null;
  const left = Object.entries(form).filter(
    ([name, value]) =>
      !name.startsWith(path) &&
      (gone === null || !(name.endsWith(`.to.${gone}`) || (isReference(name) && value === gone))),
  );
  return { form: Object.fromEntries(left), focus: `add:${group}` };
}

function isReference(name: string): boolean {
  return /^process\.dateNamedBy$|^route\.recruiterContactId$|^process\.absences\.\d+\.contactId$/.test(name);
}

function freeContactId(form: FlatForm): string {
  const taken = new Set(entriesOf(form, 'contacts').map((number) => contactIdOf(form, number)));
  let next = taken.size + 1;
  while (taken.has(`c${next}`)) next += 1;
  return `c${next}`;
}
