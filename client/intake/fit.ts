/**
 * What the fields of an intake must have to do with each other. Looks at what was sent, not at what zod made of it, so
 * that one wrong field does not hide the problems of the others.
 */
import { domainOf, normaliseAddress } from '../../mail/addresses';
import type { Problem } from '../service';
import { isDate, isInstant } from './fields';
import { dateIn, isTimeZone, zoneOfCountry } from './places';

type Sent = Record<string, unknown>;

/** Every problem between fields: dates in order, ids known and unique, addresses apart, nobody at the present employer (I1). */
export function misfits(sent: unknown): Problem[] {
  const intake = object(sent);
  return [
    ...datesOutOfOrder(intake),
    ...contactsIncomplete(intake),
    ...idsTwice(intake),
    ...idsUnknown(intake),
    ...addressesTwice(intake),
    ...atPresentEmployer(intake),
    ...settingsOutOfOrder(object(intake.settings)),
  ];
}

function datesOutOfOrder(intake: Sent): Problem[] {
  const problems: Problem[] = [];
  const { startsAt, endsAt } = object(intake.interview);
  const promised = object(intake.process).promisedDate;
  const zone = organisationZone(intake);
  if (isSentInstant(startsAt) && isSentInstant(endsAt) && Date.parse(endsAt) < Date.parse(startsAt)) {
    problems.push({ path: 'interview.endsAt', message: 'is before the start' });
  }
  if (isSentInstant(endsAt) && isSentDate(promised)) {
    const day = dateIn(zone, endsAt);
    if (promised < day) problems.push({ path: 'process.promisedDate', message: 'is before the interview' });
  }
  for (const [path, ranges] of [
    ['process.absences', list(object(intake.process).absences)],
    ['circumstances', list(intake.circumstances)],
  ] as const) {
    for (const [index, range] of ranges.entries()) {
      const { from, to } = range;
      if (isSentDate(from) && isSentDate(to) && to < from) {
        problems.push({ path: `${path}.${index}.to`, message: 'is before its start' });
      }
    }
  }
  return problems;
}

/** As the intake's shape has it: the zone that was sent, else the one of its country, else the candidate's. */
function organisationZone(intake: Sent): string {
  const { timeZone, country } = object(intake.organisation);
  const own = object(intake.candidate).timeZone;
  const known = (zone: unknown): zone is string => typeof zone === 'string' && isTimeZone(zone);
  const candidates = known(own) ? own : 'UTC';
  if (known(timeZone)) return timeZone;
  const ofCountry =
    typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? zoneOfCountry(country, candidates) : null;
  return ofCountry ?? candidates;
}

function contactsIncomplete(intake: Sent): Problem[] {
  if (!Array.isArray(intake.contacts)) return [];
  const contacts = list(intake.contacts);
  const problems = contacts.flatMap((contact, index) =>
    filled(contact.name) && (filled(contact.givenName) || filled(contact.familyName))
      ? [{ path: `contacts.${index}.name`, message: 'stands beside givenName and familyName; send one or the other' }]
      : [],
  );
  const named = contacts.some(
    (contact) =>
      (filled(contact.name) || filled(contact.givenName) || filled(contact.familyName)) &&
      Array.isArray(contact.roles) &&
      contact.roles.length > 0,
  );
  if (!named) problems.push({ path: 'contacts', message: 'must have at least one contact with a name and a role' });
  return problems;
}

function idsTwice(intake: Sent): Problem[] {
  return [everybody(intake), withPath('promises', intake.promises)].flatMap((group) =>
    repeated(group, ({ id }) => (filled(id) ? id : '')).map((path) => ({
      path: `${path}.id`,
      message: 'is used twice',
    })),
  );
}

function idsUnknown(intake: Sent): Problem[] {
  const contacts = new Set(list(intake.contacts).map(({ id }) => id));
  const process = object(intake.process);
  const route = object(intake.route);
  const used: [string, unknown][] = [
    ['process.dateNamedBy', process.dateNamedBy],
    ['route.recruiterContactId', route.recruiterContactId],
    ...list(process.absences).map((a, i): [string, unknown] => [`process.absences.${i}.contactId`, a.contactId]),
    ...list(intake.promises).flatMap((promise, i) => ids(`promises.${i}.to`, promise.to)),
    ...ids('valueAdd.to', object(intake.valueAdd).to),
    ...Object.keys(object(object(intake.interview).notes)).map((id): [string, unknown] => [
      `interview.notes.${id}`,
      id,
    ]),
  ];
  return used.flatMap(([path, id]) =>
    filled(id) && !contacts.has(id) ? [{ path, message: 'is no contact of this intake' }] : [],
  );
}

function addressesTwice(intake: Sent): Problem[] {
  const own = addressOf(object(intake.candidate));
  const people = everybody(intake);
  return [
    ...repeated(people, addressOf).map((path) => ({
      path: `${path}.email`,
      message: 'is the address of another one here',
    })),
    ...people
      .filter(([, person]) => own !== '' && addressOf(person) === own)
      .map(([path]) => ({ path: `${path}.email`, message: "is the candidate's own address" })),
  ];
}

/** I1: whoever works at the present employer must not learn of it, so no interview can have such a contact. */
function atPresentEmployer(intake: Sent): Problem[] {
  const employer = object(object(intake.candidate).presentEmployer);
  const domains = listOf(employer.domains).filter(filled);
  const problems = withPath('contacts', intake.contacts)
    .filter(([, contact]) => isAt(addressOf(contact), domains))
    .map(([path]) => ({ path: `${path}.email`, message: 'is an address at the present employer (I1)' }));
  const name = object(intake.organisation).name;
  if (filled(employer.name) && filled(name) && sameName(employer.name, name)) {
    problems.push({ path: 'organisation.name', message: 'is the present employer (I1)' });
  }
  return problems;
}

/** True for an address in one of the domains, or below one. */
export function isAt(address: string, domains: string[]): boolean {
  const host = domainOf(address);
  return domains.some((domain) => {
    const wanted = domain.trim().toLowerCase().replace(/^@/, '').replace(/\.$/, '');
    return wanted !== '' && (host === wanted || host.endsWith(`.${wanted}`));
  });
}

function settingsOutOfOrder(settings: Sent): Problem[] {
  const problems: Problem[] = [];
  const ladder = [
    ['beforeDecisionMaker', number(settings.beforeDecisionMaker, 2)],
    ['beforeSenior', number(settings.beforeSenior, 3)],
    ['beforeLastSay', number(settings.beforeLastSay, 4)],
  ] as const;
  for (const [lower, higher] of [
    [ladder[0], ladder[1]],
    [ladder[1], ladder[2]],
  ] as const) {
    if (higher[1] <= lower[1]) {
      const [path, message] =
        settings[higher[0]] === undefined
          ? [lower[0], `must be less than ${higher[0]}, which is ${higher[1]}`]
          : [higher[0], `must be more than ${lower[0]}, which is ${lower[1]}`];
      problems.push({ path: `settings.${path}`, message });
    }
  }
  const hours = object(settings.workingHours);
  if (typeof hours.from === 'number' && typeof hours.to === 'number' && hours.to <= hours.from) {
    problems.push({ path: 'settings.workingHours.to', message: 'must be after from' });
  }
  return problems;
}

/** A step is addressed by contact or referee id alone, and a mail by an address: these two groups share both. */
function everybody(intake: Sent): [string, Sent][] {
  return [...withPath('contacts', intake.contacts), ...withPath('referees', intake.referees)];
}

function repeated(group: [string, Sent][], by: (one: Sent) => string): string[] {
  const seen = new Set<string>();
  return group.flatMap(([path, one]) => {
    const value = by(one);
    if (value === '') return [];
    if (seen.has(value)) return [path];
    seen.add(value);
    return [];
  });
}

function object(value: unknown): Sent {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Sent) : {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function list(value: unknown): Sent[] {
  return listOf(value).map(object);
}

function withPath(name: string, value: unknown): [string, Sent][] {
  return list(value).map((one, index) => [`${name}.${index}`, one]);
}

function ids(path: string, value: unknown): [string, unknown][] {
  return listOf(value).map((id, index) => [`${path}.${index}`, id]);
}

function filled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function number(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

function addressOf(person: Sent): string {
  return typeof person.email === 'string' ? normaliseAddress(person.email) : '';
}

function isSentInstant(value: unknown): value is string {
  return typeof value === 'string' && isInstant(value);
}

function isSentDate(value: unknown): value is string {
  return typeof value === 'string' && isDate(value);
}

function sameName(one: string, other: string): boolean {
  const plain = (name: string) =>
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return plain(one) !== '' && plain(one) === plain(other);
}
