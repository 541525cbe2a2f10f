/**
 * The door of the intake: whatever was sent becomes the policy's `Intake`, complete, or a list of every problem with its
 * path. Used by the HTTP API, the form and `afterview plan` alike.
 *
 * @example
 * const intake = parseIntake(JSON.parse(body)); // throws InvalidInput
 */
import { normaliseAddress } from '../../mail/addresses';
import type { Contact, Intake, Promise_, Referee, Settings } from '../../policy/intake';
import { InvalidInput, type Problem } from '../service';
import { isAt, misfits } from './fit';
import { zoneOfCountry } from './places';
import { once, problemsOf, tooLarge, tooMuch } from './problems';
import { intakeShape, type SentContact, type SentIntake } from './shape';

/** The rulebook's settings where nothing else is chosen. */
export const DEFAULT_SETTINGS: Settings = {
  thankYouWorkingDays: 2,
  assumedPromiseWorkingDays: 7,
  reconnectWorkingDays: 1,
  chaseDays: 4,
  beforeDecisionMaker: 2,
  beforeSenior: 3,
  beforeLastSay: 4,
  refereeDays: 14,
  moveOnWorkingDays: 10,
  revisitMonths: 4,
  workingHours: { from: 9, to: 17 },
};

/**
 * Reads an intake. Instants become UTC, addresses keep their spelling, missing ids are given (`c1`, `r1`, `p1`).
 *
 * @throws InvalidInput with every problem; nothing is guessed and nothing half accepted.
 */
export function parseIntake(sent: unknown): Intake {
  const result = readIntake(sent);
  if ('problems' in result) throw new InvalidInput(result.problems);
  return result.intake;
}

/** The same without throwing. */
export function readIntake(sent: unknown): { intake: Intake } | { problems: Problem[] } {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) {
    return { problems: [{ path: '', message: 'must be an intake object' }] };
  }
  const shape = intakeShape.safeParse(sent, { reportInput: true });
  const problems = once([
    ...tooLarge(sent),
    ...tooMuch(sent),
    ...(shape.success ? [] : problemsOf(shape.error)),
    ...misfits(sent),
  ]);
  if (problems.length > 0 || !shape.success) return { problems };
  return { intake: fillIn(shape.data) };
}

function fillIn(sent: SentIntake): Intake {
  const organisation = {
    id: sent.organisation.id ?? null,
    name: sent.organisation.name,
    country: sent.organisation.country,
    timeZone:
      sent.organisation.timeZone ??
      zoneOfCountry(sent.organisation.country, sent.candidate.timeZone) ??
      sent.candidate.timeZone,
  };
  const language = sent.candidate.language ?? 'en';
  const employer = sent.candidate.presentEmployer;
  const contactIds = fresh('c', sent.contacts, sent.referees ?? []);
  const refereeIds = fresh('r', sent.referees ?? [], sent.contacts);
  const promiseIds = fresh('p', sent.promises ?? [], []);
  return {
    candidate: {
      name: sent.candidate.name,
      email: sent.candidate.email,
      phone: sent.candidate.phone ?? null,
      timeZone: sent.candidate.timeZone,
      country: sent.candidate.country,
      language,
      presentEmployer: employer ? { name: employer.name, domains: employer.domains ?? [] } : null,
    },
    organisation,
    role: sent.role,
    interview: {
      startsAt: sent.interview.startsAt ?? null,
      endsAt: sent.interview.endsAt,
      kind: sent.interview.kind ?? 'interview',
      topics: sent.interview.topics ?? [],
      round: sent.interview.round ?? 1,
      language: sent.interview.language ?? language,
      notes: sent.interview.notes ?? {},
    },
    contacts: sent.contacts.map((contact, index) => contactOf(contact, contactIds[index] ?? '', organisation)),
    route: sent.route ?? { kind: 'direct' },
    process: {
      id: sent.process?.id ?? null,
      promisedDate: sent.process?.promisedDate ?? null,
      nextSteps: sent.process?.nextSteps ?? '',
      dateNamedBy: sent.process?.dateNamedBy ?? null,
      absences: sent.process?.absences ?? [],
    },
    promises: (sent.promises ?? []).map((promise, index) => promiseOf(promise, promiseIds[index] ?? '')),
    // Each of these can become a sentence in a letter, so none is true unless somebody said so (E6, E7).
    interest: {
      reallyInterested: sent.interest?.reallyInterested ?? false,
      favourite: sent.interest?.favourite ?? false,
      keenOnOrganisation: sent.interest?.keenOnOrganisation ?? false,
      chances: sent.interest?.chances ?? 'medium',
    },
    referees: (sent.referees ?? []).map((referee, index) =>
      refereeOf(sent.candidate, referee, refereeIds[index] ?? ''),
    ),
    documents: { transcript: sent.documents?.transcript ?? null },
    valueAdd: sent.valueAdd
      ? {
          kind: sent.valueAdd.kind,
          title: sent.valueAdd.title,
          url: sent.valueAdd.url ?? null,
          topic: sent.valueAdd.topic ?? '',
          to: sent.valueAdd.to ?? [],
        }
      : null,
    circumstances: sent.circumstances ?? [],
    approval: { default: 'ask', ...sent.approval },
    settings: settingsOf(sent.settings),
  };
}

/** A contact as the policy knows it; country and zone are the organisation's unless said otherwise. */
export function contactOf(sent: SentContact, id: string, place: { country: string; timeZone: string }): Contact {
  const country = sent.country ?? place.country;
  return {
    id,
    honorific: sent.honorific ?? '',
    // A whole name is kept whole: where it splits differs from culture to culture (A2: no guessed names).
    givenName: sent.name ?? sent.givenName ?? '',
    familyName: sent.familyName ?? '',
    title: sent.title ?? '',
    email: sent.email ?? null,
    phone: sent.phone ?? null,
    publishedPhone: sent.publishedPhone ?? null,
    roles: [...new Set(sent.roles ?? [])],
    mayContact: [...new Set(sent.mayContact ?? (['email'] as const))],
    linkedIn: sent.linkedIn ?? false,
    topics: sent.topics ?? [],
    country,
    timeZone:
      sent.timeZone ??
      (country === place.country ? place.timeZone : (zoneOfCountry(country, place.timeZone) ?? place.timeZone)),
    language: sent.language ?? null,
    form: sent.form ?? 'formal',
  };
}

/** A promise as the policy knows it. */
export function promiseOf(sent: NonNullable<SentIntake['promises']>[number], id: string): Promise_ {
  return {
    id,
    what: sent.what,
    to: sent.to ?? [],
    kind: sent.kind ?? 'separate',
    content: sent.content ? sent.content : null,
    dueOn: sent.dueOn ?? null,
  };
}

/** A referee as the policy knows them; country and zone are the candidate's unless said otherwise. */
export function refereeOf(
  candidate: Pick<SentIntake['candidate'], 'country' | 'timeZone' | 'presentEmployer'>,
  sent: NonNullable<SentIntake['referees']>[number],
  id: string,
): Referee {
  const country = sent.country ?? candidate.country;
  return {
    id,
    name: sent.name,
    email: sent.email ?? null,
    phone: sent.phone ?? null,
    relationship: sent.relationship ?? 'other',
    country,
    timeZone: sent.timeZone ?? zoneOfCountry(country, candidate.timeZone) ?? candidate.timeZone,
    language: sent.language ?? null,
    form: sent.form ?? 'formal',
    agreed: sent.agreed ?? false,
    prefers: sent.prefers ?? null,
    // I1: an address there says it as plainly as the flag does.
    presentEmployer:
      sent.presentEmployer === true ||
      isAt(normaliseAddress(sent.email ?? ''), candidate.presentEmployer?.domains ?? []),
  };
}

function settingsOf(sent: SentIntake['settings']): Settings {
  const chosen = Object.entries(sent ?? {}).filter(([, value]) => value !== undefined);
  return { ...DEFAULT_SETTINGS, ...(Object.fromEntries(chosen) as Partial<Settings>) };
}

function fresh(letter: string, own: { id?: string | undefined }[], others: { id?: string | undefined }[]): string[] {
  const taken = new Set([...own, ...others].map(({ id }) => id));
  let next = 0;
  return own.map(({ id }) => {
    if (id !== undefined) return id;
    do next += 1;
    while (taken.has(`${letter}${next}`));
    return `${letter}${next}`;
  });
}
