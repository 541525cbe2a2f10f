import { zoneOfCountry } from '../intake/places';
import type { Problem } from '../service';
import { entriesOf, type FlatForm, filled, listed, ticked, tickedBelow } from './form/flat-form';
import { contactIdOf, ENTRY_GROUPS, isBlankEntry, ROLES } from './form/intake-groups';
import { instantOf } from './words/local-time';

/** The intake that a form stands for, and which form entry each of its entries came from. */
export interface ReadForm {
  /** JSON as `POST /api/interviews` takes it. Fields that were left empty are left out. */
  intake: Record<string, unknown>;
  /** By group: the form's number of each entry, blank ones left out. */
  entries: Record<string, number[]>;
}

/** Turns the intake form into the JSON that the API takes. Checks nothing: the service does, and names every problem. */
export function formToIntake(form: FlatForm): ReadForm {
  const entries = Object.fromEntries(
    ENTRY_GROUPS.map((group) => [group, entriesOf(form, group).filter((n) => !isBlankEntry(form, group, n))]),
  );
  const each = <T>(group: string, make: (path: string, number: number) => T): T[] =>
    (entries[group] ?? []).map((number) => make(`${group}.${number}`, number));
  const text = (name: string) => filled(form, name);

  const intake = {
    candidate: {
      ...some(form, 'candidate', ['name', 'email', 'phone', 'timeZone', 'country', 'language']),
      ...(text('candidate.presentEmployer.name') === undefined &&
      text('candidate.presentEmployer.domains') === undefined
        ? {}
        : {
            presentEmployer: {
              ...some(form, 'candidate.presentEmployer', ['name']),
              domains: listed(form['candidate.presentEmployer.domains']),
            },
          }),
    },
    organisation: some(form, 'organisation', ['id', 'name', 'country', 'timeZone']),
    ...some(form, '', ['role']),
    interview: {
      ...times(form),
      ...some(form, 'interview', ['kind', 'language']),
      ...wholeNumbers(form, 'interview', ['round']),
      ...list(form, 'interview.topics', 'topics'),
      ...notes(form, entries.contacts ?? []),
    },
    contacts: each('contacts', (path, number) => ({
      id: contactIdOf(form, number),
      ...some(form, path, ['honorific', 'givenName', 'familyName', 'title', 'email', 'phone', 'publishedPhone']),
      ...some(form, path, ['country', 'timeZone', 'language', 'form']),
      roles: ROLES.filter((role) => ticked(form, `${path}.roles.${role}`)),
      mayContact: (['email', 'phone'] as const).filter((way) => ticked(form, `${path}.mayContact.${way}`)),
      linkedIn: ticked(form, `${path}.linkedIn`),
      ...list(form, `${path}.topics`, 'topics'),
    })),
    route:
      text('route.kind') === 'agency'
        ? { kind: 'agency', ...some(form, 'route', ['agency', 'recruiterContactId']) }
        : { kind: 'direct' },
    process: {
      ...some(form, 'process', ['id', 'promisedDate', 'nextSteps', 'dateNamedBy']),
      absences: each('process.absences', (path) => some(form, path, ['contactId', 'from', 'to'])),
    },
    promises: each('promises', (path) => ({
      ...some(form, path, ['id', 'what', 'kind', 'content', 'dueOn']),
      to: tickedBelow(form, `${path}.to.`),
    })),
    interest: {
      reallyInterested: ticked(form, 'interest.reallyInterested'),
      favourite: ticked(form, 'interest.favourite'),
      keenOnOrganisation: ticked(form, 'interest.keenOnOrganisation'),
      ...some(form, 'interest', ['chances']),
    },
    referees: each('referees', (path) => ({
      ...some(form, path, [
        'id',
        'name',
        'email',
        'phone',
        'relationship',
        'country',
        'timeZone',
        'language',
        'form',
        'prefers',
      ]),
      agreed: ticked(form, `${path}.agreed`),
      presentEmployer: ticked(form, `${path}.presentEmployer`),
    })),
    documents: some(form, 'documents', ['transcript']),
    ...valueAdd(form),
    circumstances: each('circumstances', (path) => some(form, path, ['from', 'to', 'text'])),
    approval: { default: text('approval.default') ?? 'ask', ...approvals(form) },
    settings: settings(form),
  };
  return { intake, entries };
}

/** The problems of an intake by the form's field they belong to; those of no field are under the empty name. */
export function problemsToFields(
  problems: readonly Problem[],
  { entries }: Pick<ReadForm, 'entries'>,
  form: FlatForm,
): Map<string, string[]> {
  const byField = new Map<string, string[]>();
  for (const { path, message } of problems) {
    const field = fieldOf(path, entries, form);
    byField.set(field, [...(byField.get(field) ?? []), message]);
  }
  return byField;
}

/** Fields of the form that stand for something else in the intake. */
const RENAMED: [RegExp, string][] = [
  [/^interview\.endsAt$/, 'interview.endTime'],
  [/^interview\.startsAt$/, 'interview.startTime'],
  [/^contacts\.(\d+)\.name$/, 'contacts.$1.givenName'],
  [/^(contacts\.\d+\.roles|contacts\.\d+\.mayContact|promises\.\d+\.to|valueAdd\.to)\..*$/, '$1'],
  [/^(contacts\.\d+\.topics|interview\.topics|candidate\.presentEmployer\.domains)\..*$/, '$1'],
  [/^(candidate|organisation|interview|process|interest|documents|settings|route|approval)$/, '$1'],
];

function fieldOf(path: string, entries: Record<string, number[]>, form: FlatForm): string {
  const note = /^interview\.notes\.(.+)$/.exec(path);
  if (note) {
    const number = entriesOf(form, 'contacts').find((one) => contactIdOf(form, one) === note[1]);
    return number === undefined ? '' : `contacts.${number}.notes`;
  }
  let field = path;
  for (const group of ENTRY_GROUPS) {
    const found = new RegExp(`^${group.replace('.', '\\.')}\\.(\\d+)(.*)$`).exec(path);
    if (found) field = `${group}.${entries[group]?.[Number(found[1])] ?? found[1]}${found[2] ?? ''}`;
  }
  if (path === 'contacts') return `contacts.${entriesOf(form, 'contacts')[0] ?? 0}.givenName`;
  for (const [pattern, instead] of RENAMED) field = field.replace(pattern, instead);
  return field;
}

function some(form: FlatForm, prefix: string, names: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of names) {
    const value = filled(form, prefix === '' ? name : `${prefix}.${name}`);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

/** Numbers where they are some; what is none is handed on, so that the service can say so. */
function wholeNumbers(form: FlatForm, prefix: string, names: readonly string[]): Record<string, number | string> {
  return Object.fromEntries(
    Object.entries(some(form, prefix, names)).map(([name, value]) => [
      name,
      /^\d{1,6}$/.test(value) ? Number(value) : value,
    ]),
  );
}

function list(form: FlatForm, field: string, name: string): Record<string, string[]> {
  const items = listed(form[field]);
  return items.length === 0 ? {} : { [name]: items };
}

/** The zone whose clock the form's times are on: the organisation's, unless the candidate chose their own. */
function clockOf(form: FlatForm): string {
  const own = filled(form, 'candidate.timeZone') ?? 'UTC';
  if (form['interview.clock'] === 'candidate') return own;
  const country = filled(form, 'organisation.country');
  return filled(form, 'organisation.timeZone') ?? (country === undefined ? null : zoneOfCountry(country, own)) ?? own;
}

function times(form: FlatForm): Record<string, string> {
  const date = filled(form, 'interview.date');
  const read = (field: string): string | undefined => {
    const time = filled(form, field);
    if (date === undefined || time === undefined) return undefined;
    return instantOf(date, time, clockOf(form)) ?? `${date}T${time}`;
  };
  const startsAt = read('interview.startTime');
  const endsAt = read('interview.endTime');
  return { ...(startsAt === undefined ? {} : { startsAt }), ...(endsAt === undefined ? {} : { endsAt }) };
}

function notes(form: FlatForm, contacts: readonly number[]): Record<string, Record<string, string>> {
  const found = contacts.flatMap((number) => {
    const note = filled(form, `contacts.${number}.notes`);
    return note === undefined ? [] : [[contactIdOf(form, number), note] as const];
  });
  return found.length === 0 ? {} : { notes: Object.fromEntries(found) };
}

function valueAdd(form: FlatForm): Record<string, unknown> {
  const given = some(form, 'valueAdd', ['title', 'url', 'topic']);
  if (Object.keys(given).length === 0) return {};
  return {
    valueAdd: { kind: filled(form, 'valueAdd.kind') ?? 'article', ...given, to: tickedBelow(form, 'valueAdd.to.') },
  };
}

function approvals(form: FlatForm): Record<string, string> {
  const chosen: Record<string, string> = {};
  for (const [name, value] of Object.entries(form)) {
    const step = /^approval\.([a-z_]+)$/.exec(name)?.[1];
    if (step !== undefined && step !== 'default' && value !== '') chosen[step] = value;
  }
  return chosen;
}

const NUMBER_SETTINGS = [
  'thankYouWorkingDays',
  'assumedPromiseWorkingDays',
  'reconnectWorkingDays',
  'chaseDays',
  'beforeDecisionMaker',
  'beforeSenior',
  'beforeLastSay',
  'refereeDays',
  'moveOnWorkingDays',
  'revisitMonths',
] as const;

function settings(form: FlatForm): Record<string, unknown> {
  const hours = wholeNumbers(form, 'settings.workingHours', ['from', 'to']);
  const workingHours = Object.keys(hours).length === 0 ? {} : { workingHours: { from: 9, to: 17, ...hours } };
  return { ...wholeNumbers(form, 'settings', NUMBER_SETTINGS), ...workingHours };
}
