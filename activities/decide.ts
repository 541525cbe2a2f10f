import { surroundingsOf } from '../data/surroundings';
import { decide as decideByRules } from '../policy/decide';
import type { Decision } from '../policy/decision';
import type { Fact } from '../policy/facts';
import type { ActivityDeps } from './deps';

/** So many planned steps are kept in a decision that rests: enough for the list view, siblings and details. */
const MOST_NEXT = 8;

/**
 * Asks the rules. Reads, never writes. A local activity: the facts it gets are not written to history, its answer is, so
 * that the history keeps each decision with its reasons.
 */
export async function decide(
  { db, inboundConfigured }: ActivityDeps,
  { interviewId, now, facts }: { interviewId: string; now: string; facts: Fact[] },
): Promise<Decision> {
  const around = await surroundingsOf(db, interviewId, now, { inboundConfigured });
  const decision = decideByRules(facts, now, around);
  // One that changes the plan is followed by another at once, and every answer stays in the history. A letter that is
  // to go may be refused at the gate: then this is the decision that rests.
  const rests = decision.commands.every((command) => command.do === 'send');
  return { ...decision, next: rests ? decision.next.slice(0, MOST_NEXT) : [] };
}
