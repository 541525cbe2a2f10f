import type { Interview } from '../../data/interviews';
import { virtualNow } from '../../workers/engine/time-skipping';
import type { AfterviewDeps } from './deps';
import { clockAhead } from './temporal';

/**
 * What time it is for an interview (ISO). With the time machine on a running one has its workflow's clock, a closed one
 * the candidate's; else it is the machine's.
 */
export async function clockOf(deps: AfterviewDeps, row: Interview): Promise<string> {
  if (!deps.timeMachine) return new Date().toISOString();
  const candidates = new Date(Date.now() + (await clockAhead(deps, row.candidateId)));
  if (row.closedAt !== null) return candidates.toISOString();
  try {
    return (await virtualNow(deps.client, row.workflowId)).toISOString();
  } catch {
    return candidates.toISOString();
  }
}
