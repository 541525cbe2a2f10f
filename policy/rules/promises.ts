/** B2, B3, G4 (paperwork), H10: what the candidate promised, kept on its day; a missed one is loud. */
import { addWorkingDays, type Day, dayFrom, dayOf, instantOf, subtractWorkingDays, workingDayUpTo } from '../calendar';
import type { Contact, Promise_ } from '../intake';
import { contactById, mayEmail, placeOf, recruiter, type View } from '../view';
import { askMinute, outward, soon, task, type Want } from '../want';

/** An undated paper is due after this many working days (G4). */
const PAPERWORK_WORKING_DAYS = 3;

export function promises(view: View): Want[] {
  const { file } = view;
  if (!['open', 'offered', 'advanced', 'accepted'].includes(file.outcome)) return [];
  return [...file.promises.values()].flatMap(({ promise, kept, at }) => {
    return kept || ridesAlong(promise) ? [] : owed(view, promise, at);
  });
}

/** B2: the thank-you carries it. */
const ridesAlong = (promise: Promise_) => promise.kind === 'with_thank_you' && promise.content !== null;

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
  if (promise.kind === 'with_thank_you') return addWorkingDays(start, 2, place);
  return addWorkingDays(start, PAPERWORK_WORKING_DAYS, place);
}

function owed(view: View, promise: Promise_, since: number): Want[] {
  const { file } = view;
  const contact = recipientOf(view, promise);
  const homework = promise.kind === 'homework';
  const rule = homework ? 'B3' : promise.kind === 'paperwork' ? 'G4' : 'B2';
  const day = dueDay(view, promise, since, contact);
  const place = contact === null ? view.there : placeOf(view, contact);
  const planned = Math.max(instantOf(day, askMinute(view), place), file.endsAt);
  const wants: Want[] = [];
  const letter = { keeps: [promise.id] };
  const remindOn = instantOf(subtractWorkingDays(day, 1, view.here), 9 * 60, view.here);
  if (homework || promise.content === null) {
    wants.push(
      task(view, {
        step: stepOf(promise),
        id: `${promise.id}-reminder`,
        rules: [rule],
        reason: `${rule}: "${promise.what}" was promised; it goes out on its day`,
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
    reason: `${rule}: "${promise.what}" as agreed`,
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
export function promiseDeadlines(view: View): number[] {
  return [...view.file.promises.values()]
    .filter(({ promise, kept }) => !kept && !ridesAlong(promise))
    .map(({ promise, at }) => instantOf(dueDay(view, promise, at, recipientOf(view, promise)) + 1, 9 * 60, view.here));
}
