/** The time machine: all of a candidate's workflows go ahead together, wake by wake, so that none meets another's past. */
import { setClockAhead } from '../../data/candidates';
import { type Interview, listInterviews } from '../../data/interviews';
import { fastForwardTo } from '../../workers/engine/time-skipping';
import { isInstant } from '../intake/fields';
import { type InterviewView, InvalidInput, Refused, Unavailable } from '../service';
import { clockOf } from './clock';
import type { AfterviewDeps } from './deps';
import { mustHaveWorker } from './temporal';
import { interviewRow, viewOf } from './views';
import { untilRow } from './waiting';

const DAY_MS = 86_400_000;
const MOST_DAYS = 3 * 366;
/** A timer for an instant has surely fired a little after it. */
const PAST_THE_WAKE_MS = 1_000;
const SETTLED_WITHIN_MS = 30_000;

/**
 * Moves the candidate's clock ahead and answers when everybody is there and has done what was due. A moment that has
 * passed already changes nothing.
 *
 * @throws Refused without the time machine; Unavailable when a workflow does not come to rest
 */
export async function fastForward(
  deps: AfterviewDeps,
  id: string,
  wish: { days: number } | { to: string },
  lanes: Map<string, Promise<unknown>>,
): Promise<InterviewView> {
  if (!deps.timeMachine) throw new Refused('The time machine is off; start with AFTERVIEW_TIME_MACHINE=1 to use it.');
  const row = await interviewRow(deps, id);
  const now = Date.parse(await clockOf(deps, row));
  const target = targetOf(wish, now);
  await mustHaveWorker(deps);
  // Two travels of one candidate at once would overtake each other.
  const before = lanes.get(row.candidateId) ?? Promise.resolve();
  const travel = before.catch(() => undefined).then(() => goTo(deps, row.candidateId, target));
  lanes.set(row.candidateId, travel);
  await travel;
  return viewOf(deps, await interviewRow(deps, id));
}

function targetOf(wish: { days: number } | { to: string }, now: number): number {
  if ('to' in wish) {
    if (!isInstant(wish.to)) throw new InvalidInput([{ path: 'to', message: 'is no instant with a zone' }]);
    const to = Date.parse(wish.to);
    if (to - now > MOST_DAYS * DAY_MS)
      throw new InvalidInput([{ path: 'to', message: 'is more than three years ahead' }]);
    return to;
  }
  const { days } = wish;
  if (typeof days !== 'number' || !(days >= 0 && days <= MOST_DAYS)) {
    throw new InvalidInput([{ path: 'days', message: `must be 0 to ${MOST_DAYS}` }]);
  }
  return now + days * DAY_MS;
}

async function goTo(deps: AfterviewDeps, candidateId: string, target: number): Promise<void> {
  for (;;) {
    const open = (await listInterviews(deps.db, { candidateId })).filter((row) => row.started && row.closedAt === null);
    const wakes = open.flatMap(({ wakeAt }) => (wakeAt ? [Date.parse(wakeAt) + PAST_THE_WAKE_MS] : []));
    const to = Math.min(target, ...wakes);
    // The digest and lapsing offers up to here belong to the time before the interviews' next step.
    await move(deps, `candidate-${candidateId}`, to);
    await Promise.all(open.map((row) => move(deps, row.workflowId, to)));
    await Promise.all(open.map((row) => settled(deps, row, to)));
    await setClockAhead(deps.db, candidateId, to - Date.now());
    if (to >= target) return;
  }
}

async function move({ client }: AfterviewDeps, workflowId: string, to: number): Promise<void> {
  try {
    await fastForwardTo(client, workflowId, new Date(to));
  } catch (error) {
    // A candidate's workflow rests while nothing is open.
    if (error instanceof Error && error.name === 'WorkflowNotFoundError') return;
    if (error instanceof Error && error.name === 'ClockStandsStill') throw new Unavailable(error.message);
    throw error;
  }
}

/** It has decided, and no wake up to then is still to come. While it is busy it says that it wakes when it decided. */
async function settled(deps: AfterviewDeps, { id, organisation }: Interview, to: number): Promise<void> {
  const rests = ({ closedAt, decidedAt, wakeAt }: Interview) =>
    closedAt !== null ||
    (decidedAt !== null && (wakeAt === null || (wakeAt > decidedAt && Date.parse(wakeAt) > to - PAST_THE_WAKE_MS)));
  if (await untilRow(deps, id, rests, SETTLED_WITHIN_MS)) return;
  throw new Unavailable(
    `The interview at ${organisation} does not come to rest; its workflow in the Temporal UI says why.`,
  );
}
