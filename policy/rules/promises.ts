/** B2, B3, G4 (paperwork), H10: what the candidate promised, kept on its day; a missed one is loud. */
import {
  addWorkingDays,
  type Day,
  dayFrom,
  dayOf,
  hours,
  instantOf,
  subtractWorkingDays,
  workingDayUpTo,
  workingInstantFrom,
} from '../calendar';
import type { LetterFlags, Outcome } from '../decision';
import type { Contact, Promise_ } from '../intake';
import type { PlaceCalendar } from '../surroundings';
import { contactById, mayEmail, placeOf, recruiter, type View } from '../view';
import { askMinute, outward, soon, task, type Want } from '../want';

/** An undated paper is due after this many working days (G4). */
const PAPERWORK_WORKING_DAYS = 3;
/** What was promised and the thanks to the same person do not arrive together: it comes an hour after them. */
const APART = hours(1);

/** A promise is kept while there is somebody to keep it for: a no, silence to the end and a withdrawal end it (G2, E8). */
export const STILL_OWED: readonly Outcome[] = ['open', 'offered', 'advanced', 'accepted'];

/** @param letters the thank-yous that are planned: what rides along with one needs no message of its own */
export function promises(view: View, letters: Want[]): Want[] {
  const { file } = view;
  if (!STILL_OWED.includes(file.outcome)) return [];
  return [...file.promises.values()].flatMap(({ promise, kept, at }) => [
    ...(kept || ridesAlong(view, promise, letters) ? [] : owed(view, promise, at, letters)),
    ...toTheOthers(view, promise, at, letters),
  ]);
}

/** What was promised to several goes to each: those whom no thank-you brings it get a message of their own. */
function toTheOthers(view: View, promise: Promise_, since: number, letters: Want[]): Want[] {
  const first = recipientOf(view, promise);
  if (promise.content === null || (recruiter(view) !== null && view.file.agentAgreedAt === null)) return [];
  const others = promise.to.flatMap((id) => contactById(view, id) ?? []).filter((c) => c.id !== first?.id);
  return [...new Set(others)].flatMap((contact) => {
    const sent = deliveredTo(view, promise, contact);
    const thanked = letters.some((w) => w.to[0] === contact.id && carries(view, promise, w));
    return sent || thanked || !mayEmail(view, contact) ? [] : delivery(view, promise, since, contact, letters);
  });
}

/** Whether a message that went to this person had it. */
function deliveredTo(view: View, promise: Promise_, contact: Contact): boolean {
  return [...view.file.records.values()].some(
    ({ step, status }) =>
      ['sent', 'uncertain'].includes(status) &&
      step.to.includes(contact.id) &&
      (step.letter.keeps?.includes(promise.id) ?? false),
  );
}

/** B2: a thank-you carries it; where that one lapsed, was skipped, or gave way to an answer, it goes by itself. */
function ridesAlong(view: View, promise: Promise_, letters: Want[]): boolean {
  return letters.some((w) => carries(view, promise, w));
}

function carries(view: View, promise: Promise_, letter: Want): boolean {
  const status = view.file.records.get(letter.key)?.status;
  const goes = letter.step === 'thank_you' && status !== 'lapsed' && status !== 'skipped';
  return goes && (letter.letter.keeps?.includes(promise.id) ?? false);
}

const stepOf = (promise: Promise_) => (promise.kind === 'homework' ? 'homework' : 'promised_item');

function recipientOf(view: View, promise: Promise_): Contact | null {
  const agent = recruiter(view);
  if (agent !== null && view.file.agentAgreedAt === null) return agent;
  return promise.to.map((id) => contactById(view, id)).find((c) => c !== null) ?? null;
}

function dueDay(view: View, promise: Promise_, since: number, contact: Contact | null): Day {
  const place = contact === null ? view.there : placeOf(view, contact);
  const start = dayOf(Math.max(view.file.endsAt, since), place);
  if (promise.dueOn !== null) return Math.max(workingDayUpTo(dayFrom(promise.dueOn), place), start);
  if (promise.kind === 'with_thank_you') return addWorkingDays(freed(view, promise, start, place), 2, place);
  return addWorkingDays(start, PAPERWORK_WORKING_DAYS, place);
}

/** What was to go with a thank-you counts from the answer for which that one was withdrawn. */
function freed(view: View, promise: Promise_, start: Day, place: PlaceCalendar): Day {
  const answer = promise.content === null ? undefined : view.file.answers.find((a) => a.at >= view.file.endsAt);
  return answer === undefined ? start : Math.max(start, dayOf(answer.at, place));
}

const ruleOf = ({ kind }: Promise_): string => (kind === 'homework' ? 'B3' : kind === 'paperwork' ? 'G4' : 'B2');

/** Its own day is over. */
function isLate(view: View, { dueOn }: Promise_, place: PlaceCalendar): boolean {
  return dueOn !== null && dayOf(view.now, place) > workingDayUpTo(dayFrom(dueOn), place);
}

function flagsOf(view: View, promise: Promise_, place: PlaceCalendar): LetterFlags {
  return { keeps: [promise.id], ...(isLate(view, promise, place) && { late: true }) };
}

const remindOn = (view: View, day: Day): number => instantOf(subtractWorkingDays(day, 1, view.here), 9 * 60, view.here);

/** The message that brings it to one person. */
function delivery(view: View, promise: Promise_, since: number, contact: Contact, letters: Want[]): Want {
  const { file } = view;
  const place = placeOf(view, contact);
  const day = dueDay(view, promise, since, contact);
  const agreed = Math.max(instantOf(day, askMinute(view), place), file.endsAt);
  const thanked = letters.find((w) => w.step === 'thank_you' && w.to[0] === contact.id)?.planned ?? 0;
  const soonest = workingInstantFrom(Math.max(agreed, file.startedAt), place, view.hours);
  const together = Math.abs(soonest - thanked) < APART;
  const planned = together ? workingInstantFrom(thanked + APART, place, view.hours) : agreed;
  const rule = ruleOf(promise);
  return outward({
    step: stepOf(promise),
    id: promise.id,
    rules: [rule],
    reason: `${rule}: "${promise.what}" as agreed${isLate(view, promise, place) ? ', late' : ''}`,
    planned,
    channel: 'email',
    to: [contact.id],
    place,
    letter: flagsOf(view, promise, place),
    // Without the thing itself nothing can go: the candidate adds it to the draft.
    mustAsk: promise.content === null,
    opensAt: Math.max(Math.min(remindOn(view, day), planned), Math.max(file.endsAt, since)),
  });
}

function owed(view: View, promise: Promise_, since: number, letters: Want[]): Want[] {
  const { file } = view;
  const contact = recipientOf(view, promise);
  const homework = promise.kind === 'homework';
  const rule = ruleOf(promise);
  const day = dueDay(view, promise, since, contact);
  const place = contact === null ? view.there : placeOf(view, contact);
  const wants: Want[] = [];
  const letter = flagsOf(view, promise, place);
  // Where nobody is named to whom it goes, only the candidate can see to it.
  if (homework || promise.content === null || contact === null) {
    wants.push(
      task(view, {
        step: stepOf(promise),
        id: `${promise.id}-reminder`,
        rules: [rule],
        reason: `${rule}: "${promise.what}" was promised; ${letter.late ? 'its day has passed' : 'it goes out on its day'}`,
        planned: Math.max(remindOn(view, day), Math.max(file.endsAt, since)),
        about: homework ? 'homework_due' : 'supply_item',
        letter,
      }),
    );
  }
  if (contact === null || !mayEmail(view, contact)) return wants;
  const message = delivery(view, promise, since, contact, letters);
  wants.push(message);
  const missedAt = instantOf(day + 1, 9 * 60, view.here);
  const record = file.records.get(message.key);
  if (
    view.now >= missedAt &&
    record?.status !== 'sent' &&
    record?.status !== 'uncertain' &&
    record?.status !== 'skipped'
  ) {
    wants.push(
      task(view, {
        step: stepOf(promise),
        id: `${promise.id}-missed`,
        rules: [rule],
        reason: `${rule}: "${promise.what}" was due and has not gone out`,
        planned: soon(view, missedAt, view.here),
        about: 'missed',
        letter,
      }),
    );
  }
  return wants;
}

/** When a promise that is not out becomes loud: another moment to decide at. */
export function promiseDeadlines(view: View, letters: Want[]): number[] {
  return [...view.file.promises.values()]
    .filter(({ promise, kept }) => !kept && !ridesAlong(view, promise, letters))
    .map(({ promise, at }) => instantOf(dueDay(view, promise, at, recipientOf(view, promise)) + 1, 9 * 60, view.here));
}
