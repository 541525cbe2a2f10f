/** E2 and H1: one contact ledger per candidate and organisation (or agency), one minimum gap for everything held by it. */
import { type Day, dayOf, type Ms, toMs } from '../calendar';
import { NEITHER_GAP } from '../case';
import type { StepName } from '../decision';
import type { PlaceCalendar } from '../surroundings';
import type { View } from '../view';

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

export function lastOutreachDay(view: View, place: PlaceCalendar, key: string | null): Day | null {
  const last = lastOutreach(view, key);
  return last === null ? null : dayOf(last, place);
}
