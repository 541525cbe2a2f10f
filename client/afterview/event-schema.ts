/** The events of the contract as a person sends them, and the facts they become. */
import { z } from 'zod';
import type { Case } from '../../policy/case';
import { normaliseAddress } from '../../policy/identity';
import type { ReportedEvent } from '../../workflows/messages';
import { date, instant, line, localId, text } from '../intake/fields';
import { isAt } from '../intake/fit';
import { dateIn } from '../intake/places';
import { once, problemsOf, tooLarge } from '../intake/problems';
import { contactOf, promiseOf, refereeOf } from '../intake/schema';
import { contactShape, promiseShape, refereeShape } from '../intake/shape';
import { InvalidInput, type Problem } from '../service';

/** `at` says when it happened; the interview's clock dates the fact, so that no interval ends too early (H2). */
const at = { at: instant.optional() };
const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...at, ...shape });
const contactId = localId.optional();

const eventShape = z.discriminatedUnion('type', [
  event('feedback_received', {
    outcome: z.enum(['rejected', 'advanced', 'offered', 'holding', 'pool']),
    promisedDate: date.optional(),
    text: text.optional(),
    answerBy: date.optional(),
    reasonGiven: z.boolean().optional(),
    contactId,
  }),
  event('offer_declined', { by: z.enum(['candidate', 'preferred_candidate']) }),
  event('offer_changed', {
    stage: z.enum(['verbal', 'written', 'signed', 'cleared', 'lapsed']),
    answerBy: date.optional(),
  }),
  event('offer_accepted', { reason: text.optional() }),
  event('candidate_withdraws', { reason: text.optional() }),
  event('interview_took_place', { endsAt: instant.optional() }),
  event('interview_rescheduled', { endsAt: instant, startsAt: instant.optional() }),
  event('interview_cancelled', {}),
  event('reflection_given', { text, goOn: z.boolean() }),
  event('referee_replied', {
    refereeId: localId,
    agrees: z.boolean(),
    prefers: z.enum(['phone', 'email', 'online_form']).optional(),
  }),
  event('call_logged', {
    contactId,
    direction: z.enum(['in', 'out']),
    reached: z.boolean(),
    note: text.optional(),
  }),
  event('message_sent_by_hand', { contactId, asksOutcome: z.boolean().optional(), note: text.optional() }),
  // Here `at` is the call's own moment.
  z.strictObject({ type: z.literal('call_agreed'), contactId, at: instant }),
  event('no_show', { contactId }),
  event('references_requested', { by: line().optional() }),
  event('promise_kept', { promiseId: localId }),
  event('promise_added', { promise: promiseShape }),
  event('contact_changed', { contact: contactShape, replaces: localId.optional() }),
  event('referee_added', { referee: refereeShape, replaces: localId.optional() }),
  event('agent_agreed', { contactId }),
  event('do_not_write', { contactId }),
  event('no_calls', { contactId }),
  event('absence', { contactId: localId.or(z.literal('candidate')), from: date, to: date }),
  event('on_hold', {}),
  event('paused', {}),
  event('resumed', {}),
  event('no_reply_yet', {}),
  event('promised_date_corrected', { promisedDate: date.nullable().default(null), contactId }),
]);

type SentEvent = z.output<typeof eventShape>;

/**
 * Reads an event against the case it is about: ids must be known, a new contact gets the organisation's place and keeps
 * what is on file of it.
 *
 * @throws InvalidInput with every problem
 */
export function parseEvent(sent: unknown, file: Case, now: string): ReportedEvent {
  const shape = eventShape.safeParse(sent, { reportInput: true });
  const problems = [...tooLarge(sent), ...(shape.success ? misfits(shape.data, file, now) : problemsOf(shape.error))];
  if (problems.length > 0 || !shape.success) throw new InvalidInput(once(problems));
  return factOf(shape.data, file);
}

function misfits(sent: SentEvent, file: Case, now: string): Problem[] {
  const problems: Problem[] = [];
  const known = (path: string, id: string | undefined, ids: string[]) => {
    if (id !== undefined && !ids.includes(id)) problems.push({ path, message: 'is not known in this interview' });
  };
  const contacts = file.contacts.map(({ id }) => id);
  const referees = file.intake.referees.map(({ id }) => id);
  if ('contactId' in sent && sent.contactId !== 'candidate') known('contactId', sent.contactId, contacts);
  if (sent.type === 'referee_replied') known('refereeId', sent.refereeId, referees);
  if (sent.type === 'promise_kept') known('promiseId', sent.promiseId, [...file.promises.keys()]);
  if (sent.type === 'promise_added') {
    for (const [index, id] of (sent.promise.to ?? []).entries()) known(`promise.to.${index}`, id, contacts);
    if (sent.promise.id && file.promises.has(sent.promise.id)) {
      problems.push({ path: 'promise.id', message: 'is used already' });
    }
  }
  if (sent.type === 'contact_changed') {
    known('replaces', sent.replaces, contacts);
    problems.push(...contactMisfits(sent.contact.id, sent.contact.email ?? null, file));
  }
  if (sent.type === 'referee_added') {
    known('replaces', sent.replaces, referees);
    problems.push(...refereeMisfits(sent.referee.id, sent.referee.email ?? null, file));
  }
  if (sent.type === 'absence' && sent.to < sent.from) problems.push({ path: 'to', message: 'is before its start' });
  if ('promisedDate' in sent && sent.promisedDate) {
    const { interview, organisation } = file.intake;
    if (sent.promisedDate < dateIn(organisation.timeZone, interview.endsAt))
      problems.push({ path: 'promisedDate', message: 'is before the interview' });
  }
  const offers =
    (sent.type === 'feedback_received' && sent.outcome === 'offered') ||
    (sent.type === 'offer_changed' && sent.stage !== 'lapsed');
  if (offers && sent.answerBy && sent.answerBy < dateIn(file.intake.organisation.timeZone, now)) {
    problems.push({ path: 'answerBy', message: 'has passed already' });
  }
  if (sent.type === 'interview_rescheduled' && sent.startsAt && sent.endsAt < sent.startsAt) {
    problems.push({ path: 'endsAt', message: 'is before the start' });
  }
  // Only what is agreed may lie ahead.
  if (sent.at && sent.type !== 'call_agreed' && sent.at > now) problems.push({ path: 'at', message: 'lies ahead' });
  return problems;
}

function contactMisfits(id: string | undefined, email: string | null, file: Case): Problem[] {
  if (email === null) return [];
  const address = normaliseAddress(email);
  const employer = file.intake.candidate.presentEmployer;
  const problems: Problem[] = [];
  if (isAt(address, employer?.domains ?? [])) {
    problems.push({ path: 'contact.email', message: 'is an address at the present employer (I1)' });
  }
  const others = file.contacts.filter((other) => other.id !== id);
  if (isTaken(address, others)) {
    problems.push({ path: 'contact.email', message: 'is the address of another one here' });
  }
  return problems;
}

function isTaken(address: string, others: readonly { email: string | null }[]): boolean {
  return others.some((other) => other.email && normaliseAddress(other.email) === address);
}

function refereeMisfits(id: string | undefined, email: string | null, file: Case): Problem[] {
  const people = [...file.contacts, ...file.intake.referees];
  const problems: Problem[] = [];
  if (people.some((other) => other.id === id)) problems.push({ path: 'referee.id', message: 'is used already' });
  if (email !== null && isTaken(normaliseAddress(email), people)) {
    problems.push({ path: 'referee.email', message: 'is the address of another one here' });
  }
  return problems;
}

function factOf(sent: SentEvent, file: Case): ReportedEvent {
  const { at: happenedAt, ...event } = sent;
  switch (event.type) {
    case 'call_agreed':
      return { ...event, callAt: happenedAt ?? '' } as ReportedEvent;
    case 'no_show':
      return { ...event, ...(happenedAt && { callAt: happenedAt }) } as ReportedEvent;
    case 'promise_added': {
      const { promise } = event;
      const id = promise.id ?? freshId('p', [...file.promises.keys()]);
      return { type: 'promise_added', promise: promiseOf(promise, id) };
    }
    case 'contact_changed': {
      const { contact, replaces } = event;
      const id = contact.id ?? freshId('c', idsOfPeople(file));
      const before = file.contacts.find((one) => one.id === id);
      const after = contactOf(contact, id, before ?? file.intake.organisation);
      const given = Object.fromEntries(
        Object.entries(after).filter(([name]) => name in contact || (name === 'givenName' && contact.name != null)),
      );
      return {
        type: 'contact_changed',
        contact: before ? { ...before, ...given, id } : after,
        ...(replaces !== undefined && { replaces }),
      };
    }
    case 'referee_added': {
      const { referee, replaces } = event;
      return {
        type: 'referee_added',
        referee: refereeOf(file.intake.candidate, referee, referee.id ?? freshId('r', idsOfPeople(file))),
        ...(replaces !== undefined && { replaces }),
      };
    }
    default:
      return withoutUndefined(event) as ReportedEvent;
  }
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

const idsOfPeople = (file: Case) => [...file.contacts, ...file.former, ...file.intake.referees].map((one) => one.id);

function freshId(letter: string, taken: string[]): string {
  for (let next = 1; ; next += 1) if (!taken.includes(`${letter}${next}`)) return `${letter}${next}`;
}
