/** E2 and H1: one contact ledger per candidate and organisation (or agency), one minimum gap for everything held by it. */
import { type Day, dayOf, instantOf, type Ms, sayDay, toMs, workingDayFrom } from '../calendar';
import { HELD_BY_GAP, NEITHER_GAP } from '../case';
import type { StepName } from '../decision';
import type { PlaceCalendar } from '../surroundings';
import type { View } from '../view';
import { askMinute, dayAhead, type Want } from '../want';

/** E2: never sooner than three days after the last outreach to anyone there. */
export const GAP_DAYS = 3;

/** The latest outreach there by anybody's hand, over all of the candidate's interviews, but for the step `key` itself. */
export function lastOutreach(view: View, key: string | null): Ms | null {
  let last: Ms | null = null;
  for (const made of view.file.outreach) {
    if (made.key !== key && (last === null || made.at > last)) last = made.at;
  }
  for (const made of view.around.outreach) {
    if (made.interviewId === view.around.interviewId && made.stepKey === key) continue;
    if (NEITHER_GAP.includes(made.step as StepName)) continue;
    const at = toMs(made.at);
    if (last === null || at > last) last = at;
  }
  return last;
}

/**
 * What is about to go out starts the gap as well as what went: a question due on the day of a thank-you or of something promised
 * waits three days from it. A draft that nobody approved by its moment holds nothing.
 */
export function behindWhatGoesOut(view: View, wants: Want[]): Want[] {
  const going = wants.flatMap((want) => {
    if (want.channel !== 'email' || want.held !== null) return [];
    if (HELD_BY_GAP.includes(want.step) || NEITHER_GAP.includes(want.step)) return [];
    const record = view.file.records.get(want.key);
    const fresh = record === undefined || record.status === 'withdrawn';
    if (!fresh && record.status !== 'open' && record.status !== 'approved') return [];
    const due = fresh ? want.planned : Math.max(record.due, record.heldUntil, record.snoozedUntil);
    const waits = fresh || (record.status === 'open' && record.step.mode === 'ask');
    return waits && due < view.now ? [] : Math.max(due, view.now);
  });
  return wants.map((want) => {
    if (!HELD_BY_GAP.includes(want.step) || want.channel === 'task') return want;
    const { place } = want;
    const day = dayOf(Math.max(want.planned, view.now), place);
    if (!going.some((due) => dayOf(due, place) === day)) return want;
    const planned = instantOf(workingDayFrom(day + GAP_DAYS, place), askMinute(view), place);
    const rule = want.reason.split(':', 1)[0];
    return {
      ...want,
      planned,
      opensAt: Math.max(want.opensAt, dayAhead(view, planned, place)),
      rules: [...new Set([...want.rules, 'H1'])],
      reason: `${rule}: three days after what goes out on ${sayDay(day)}`,
    };
  });
}

export function lastOutreachDay(view: View, place: PlaceCalendar, key: string | null): Day | null {
  const last = lastOutreach(view, key);
  return last === null ? null : dayOf(last, place);
}
