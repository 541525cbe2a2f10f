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
  return [...file.promises.values()].flatMap(({ promise, kept, at }) => {
    return kept || ridesAlong(view, promise, letters) ? [] : owed(view, promise, at, letters);
  });
}

/** B2: a thank-you carries it; where that one lapsed, was skipped, or gave way to an answer, it goes by itself. */
function ridesAlong(view: View, promise: Promise_, letters: Want[]): boolean {
  return letters.some((w) => {
    const status = view.file.records.get(w.key)?.status;
    const goes = w.step === 'thank_you' && status !== 'lapsed' && status !== 'skipped';
    return goes && (w.letter.keeps?.includes(promise.id) ?? false);
  });
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

function owed(view: View, promise: Promise_, since: number, letters: Want[]): Want[] {
  const { file } = view;
  const contact = recipientOf(view, promise);
  const homework = promise.kind === 'homework';
  const rule = homework ? 'B3' : promise.kind === 'paperwork' ? 'G4' : 'B2';
  const day = dueDay(view, promise, since, contact);
  const place = contact === null ? view.there : placeOf(view, contact);
  const agreed = Math.max(instantOf(day, askMinute(view), place), file.endsAt);
  const thanked = letters.find((w) => w.step === 'thank_you' && w.to[0] === contact?.id)?.planned ?? 0;
  const soonest = workingInstantFrom(Math.max(agreed, file.startedAt), place, view.hours);
  const together = Math.abs(soonest - thanked) < APART;
  const planned = together ? workingInstantFrom(thanked + APART, place, view.hours) : agreed;
  const late = promise.dueOn !== null && dayOf(view.now, place) > workingDayUpTo(dayFrom(promise.dueOn), place);
  const wants: Want[] = [];
  const letter: LetterFlags = { keeps: [promise.id], ...(late && { late }) };
  const remindOn = instantOf(subtractWorkingDays(day, 1, view.here), 9 * 60, view.here);
  if (homework || promise.content === null) {
    wants.push(
      task(view, {
        step: stepOf(promise),
        id: `${promise.id}-reminder`,
        rules: [rule],
        reason: `${rule}: "${promise.what}" was promised; ${late ? 'its day has passed' : 'it goes out on its day'}`,
        planned: Math.max(remindOn, Math.max(file.endsAt, since)),
        about: homework ? 'homework_due' : 'supply_item',
        letter,
      }),
    );
  }
  if (contact === null || !mayEmail(view, contact)) return wants;
  const delivery = outward({
    step: stepOf(promise),
    id: promise.id,
    rules: [rule],
    reason: `${rule}: "${promise.what}" as agreed${late ? ', late' : ''}`,
    planned,
    channel: 'email',
    to: [contact.id],
    place,
    letter,
    // Without the thing itself nothing can go: the candidate adds it to the draft.
    mustAsk: promise.content === null,
    opensAt: Math.max(Math.min(remindOn, planned), Math.max(file.endsAt, since)),
  });
  wants.push(delivery);
  const missedAt = instantOf(day + 1, 9 * 60, view.here);
  const record = file.records.get(delivery.key);
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
