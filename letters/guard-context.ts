/** What the guard should know, from a letter's request or from whatever a person hands to `check-letter`. */
import type { Intake } from '../policy/intake';
import type { LetterRequest } from '../policy/letter-request';
import type { GuardContext, RecordedOffer } from './guard';
import { type Addressee, readName } from './salutation';

/**
 * The guard's context for a letter that was composed from `request`. `offers` are those on record for the candidate;
 * without them only the one that the request itself allows is known.
 */
export function guardContext(
  request: LetterRequest,
  more: { offers?: readonly RecordedOffer[]; presentEmployer?: Intake['candidate']['presentEmployer'] } = {},
): GuardContext {
  const process = request.flags.variant === 'process' || request.outcome === 'process';
  const own: RecordedOffer[] =
    request.offerElsewhere && !process ? [{ organisation: '', answerBy: request.offerElsewhere.answerBy }] : [];
  const recipients: Addressee[] = request.recipient
    ? [request.recipient, ...(request.alsoTo ?? [])]
    : request.referee
      ? [readName(request.referee.name)]
      : [];
  return {
    language: request.language,
    step: request.step,
    recipients,
    organisation: request.organisation,
    today: request.today,
    // Only the date the letter may cite is theirs for sure; an assumed one still keeps back every ask.
    promisedDate: request.flags.promisedDate ?? request.promisedDate ?? null,
    offers: more.offers ?? own,
    favourite: request.favourite,
    futureInterest: request.futureInterest,
    presentEmployer: more.presentEmployer ?? null,
  };
}

type Loose = Record<string, unknown>;

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function person(value: unknown): Addressee | null {
  if (typeof value === 'string') return value.trim() ? readName(value) : null;
  if (!isObject(value)) return null;
  const givenName = text(value.givenName) ?? text(value.firstName) ?? '';
  const familyName = text(value.familyName) ?? text(value.lastName) ?? '';
  if (givenName || familyName) return { honorific: text(value.honorific) ?? '', givenName, familyName };
  const name = text(value.name);
  if (!name) return null;
  const read = readName(name);
  return { ...read, honorific: text(value.honorific) ?? read.honorific };
}

function nameOf(value: unknown): string | undefined {
  return text(value) ?? (isObject(value) ? text(value.name) : undefined);
}

function offersOf(value: unknown): RecordedOffer[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.filter(isObject).map((offer) => ({
    organisation: nameOf(offer.organisation) ?? nameOf(offer.organization) ?? '',
    answerBy: text(offer.answerBy)?.slice(0, 10) ?? null,
    status: text(offer.status) ?? 'open',
  }));
}

/**
 * Reads a context leniently: a flat one (`recipient`, `organisation`, `offers`, `promisedDate`, …) or a whole intake,
 * where anybody on file may be the one who is addressed. What is missing stays unknown, and nothing is thrown.
 */
export function readGuardContext(value: unknown): GuardContext {
  if (!isObject(value)) return {};
  const process = isObject(value.process) ? value.process : {};
  const interest = isObject(value.interest) ? value.interest : {};
  const candidate = isObject(value.candidate) ? value.candidate : {};
  const interview = isObject(value.interview) ? value.interview : {};
  const people = [value.recipient, ...list(value.recipients), ...list(value.to)].map(person).filter((p) => p !== null);
  const onFile = [...list(value.contacts), ...list(value.referees)].map(person).filter((p) => p !== null);
  const recipients = people.length > 0 ? people : onFile;
  const promised = 'promisedDate' in value ? value.promisedDate : process.promisedDate;
  const date = isObject(promised) ? (promised.assumed === true ? null : promised.date) : promised;
  const employer = value.presentEmployer ?? candidate.presentEmployer;
  const employerName = nameOf(employer);
  const domains = isObject(employer) ? list(employer.domains).flatMap((d) => text(d) ?? []) : [];
  return {
    language: text(value.language) ?? text(interview.language) ?? text(candidate.language),
    step: text(value.step),
    recipients: recipients.length > 0 ? recipients : undefined,
    organisation: nameOf(value.organisation) ?? nameOf(value.organization),
    today: (text(value.today) ?? text(value.now) ?? text(value.at))?.slice(0, 10),
    promisedDate: date === null ? null : text(date)?.slice(0, 10),
    mayAsk: flag(value.mayAsk),
    offers: offersOf(value.offers),
    favourite: flag(value.favourite) ?? flag(interest.favourite),
    futureInterest: flag(value.futureInterest) ?? flag(interest.keenOnOrganisation),
    presentEmployer: employerName ? { name: employerName, domains } : null,
  };
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
