/** B6: be interesting, once, with the candidate's own material, and never as a question for the outcome. */
import { addWorkingDays, dayOf, instantOf, workingDaysBetween } from '../calendar';
import type { Contact } from '../intake';
import { contactById, mayEmail, placeOf, promisedDay, recruiter, type View } from '../view';
import { askMinute, dayAhead, outward, type Want } from '../want';
import { GAP_DAYS, lastOutreachDay } from './gap';

/** With fewer working days than this to wait it goes into the thank-you. */
const LONG_WAIT_WORKING_DAYS = 7;

/** Working days from the interview to the promised day. */
function wait(view: View): number {
  return workingDaysBetween(dayOf(view.file.endsAt, view.there), promisedDay(view).day, view.there);
}

function material(view: View): boolean {
  const add = view.file.intake.valueAdd;
  return add !== null && add.title.trim() !== '' && (add.kind === 'introduction' || (add.url ?? '') !== '');
}

function target(view: View): Contact | null {
  const agent = recruiter(view);
  if (agent !== null && view.file.agentAgreedAt === null) return mayEmail(view, agent) ? agent : null;
  const ids = view.file.intake.valueAdd?.to ?? [];
  const named = ids.map((id) => contactById(view, id)).find((c) => c !== null && mayEmail(view, c));
  return named ?? null;
}

/** Once is over all people: what went to the agency does not go to the interviewer again. */
function wentOut(view: View, butIn: string): boolean {
  return [...view.file.records.values()].some(
    ({ step, status }) =>
      step.letter.valueAdd === true && step.key !== butIn && (status === 'sent' || status === 'uncertain'),
  );
}

/** Decided once, from the wait as the intake gave it: a new date later does not move the article into a mail already sent. */
export function valueAddRidesAlong(view: View, contact: Contact): boolean {
  if (!material(view) || target(view)?.id !== contact.id || !contact.roles.includes('interviewer')) return false;
  const key = `thank_you:${contact.id}:1`;
  const record = view.file.records.get(key);
  if (record !== undefined && record.status !== 'open' && record.status !== 'withdrawn')
    return record.step.letter.valueAdd ?? false;
  if (wentOut(view, key)) return false;
  return wait(view) < LONG_WAIT_WORKING_DAYS;
}

export function valueAdd(view: View): Want[] {
  const { file } = view;
  if (file.outcome !== 'open' || !material(view) || file.lastAnswerAt > file.endsAt) return [];
  const contact = target(view);
  if (contact === null || wait(view) < LONG_WAIT_WORKING_DAYS) return [];
  const key = `value_add:${contact.id}:1`;
  if (wentOut(view, key)) return [];
  const place = placeOf(view, contact);
  const middle = addWorkingDays(dayOf(file.endsAt, place), Math.floor(wait(view) / 2), place);
  const gapDay = lastOutreachDay(view, place, key);
  let day = Math.max(middle, gapDay === null ? middle : gapDay + GAP_DAYS);
  day = addWorkingDays(day - 1, 1, place);
  // It must leave the reconnect its gap: too late, it is left out rather than delaying the question.
  if (day + GAP_DAYS > promisedDay(view).day + 1) return [];
  const planned = instantOf(day, askMinute(view), place);
  return [
    outward({
      step: 'value_add',
      id: '1',
      rules: ['B6'],
      reason: 'B6: something of interest on what was discussed, in the middle of the wait',
      planned,
      channel: 'email',
      to: [contact.id],
      place,
      letter: { valueAdd: true },
      opensAt: Math.max(dayAhead(view, planned, place), file.endsAt),
    }),
  ];
}
