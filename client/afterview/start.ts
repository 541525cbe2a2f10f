/** From an intake to a running interview; nothing half done. */
import { upsertCandidate } from '../../data/candidates';
import type { Queryable } from '../../data/database';
import { readFacts } from '../../data/facts';
import {
  deleteNotStarted,
  findInterviewByIdempotencyKey,
  type Interview,
  insertInterview,
  listInterviews,
  markStarted,
} from '../../data/interviews';
import { fold, intakeNow } from '../../policy/case';
import { organisationKey } from '../../policy/identity';
import type { Intake } from '../../policy/intake';
import { carryOver } from '../intake/carry-over';
import { parseIntake } from '../intake/schema';
import type { InterviewView } from '../service';
import { Unavailable } from '../service';
import type { AfterviewDeps } from './deps';
import { mustHaveWorker, roundsOf, startRun, tellCandidate, within } from './temporal';
import { viewOf } from './views';
import { untilRow } from './waiting';

/** So long the first decision may take before the worker is believed to be gone. */
const FIRST_DECISION_MS = 4_500;

/**
 * Checks the intake, stores it, starts its workflow and waits for the first decision. The same idempotency key again
 * answers the first interview.
 *
 * @throws InvalidInput with every problem, nothing stored; Unavailable with no worker or server, nothing left behind
 */
export async function startInterview(
  deps: AfterviewDeps,
  sent: unknown,
  idempotencyKey: string | null,
): Promise<{ view: InterviewView; created: boolean }> {
  const known = idempotencyKey ? await findInterviewByIdempotencyKey(deps.db, idempotencyKey) : null;
  if (known?.started) return { view: await viewOf(deps, known), created: false };
  const intake = parseIntake(sent);
  await mustHaveWorker(deps);
  const { interview, created } = await deps.db.transaction(async (tx) => {
    const candidate = await upsertCandidate(tx, intake.candidate);
    const known = await earlierRound(tx, candidate.id, intake);
    return insertInterview(tx, {
      candidateId: candidate.id,
      intake: known === null ? intake : carryOver(intake, known),
      idempotencyKey,
    });
  });
  try {
    await startRun(deps, interview);
  } catch (error) {
    if (error instanceof Unavailable) await takeBack(deps, interview);
    throw error;
  }
  const begun = await untilRow(deps, interview.id, (row) => row.decidedAt !== null, FIRST_DECISION_MS);
  if (!begun && (await endUnstarted(deps, interview))) {
    await takeBack(deps, interview);
    throw new Unavailable('No worker took up the interview. Nothing was stored; please try again.');
  }
  await markStarted(deps.db, interview.id);
  await tellCandidate(deps, interview.candidateId, { why: 'a new interview', from: interview.id });
  return { view: await viewOf(deps, begun ?? interview), created };
}

/** G3: the latest other round of the process it names, as it stands now. */
async function earlierRound(q: Queryable, candidateId: string, intake: Intake): Promise<Intake | null> {
  const { id } = intake.process;
  if (id === null) return null;
  const rounds = roundsOf(await listInterviews(q, { candidateId }), id, organisationKey(intake.organisation));
  const latest = rounds.sort((a, b) => b.intake.interview.endsAt.localeCompare(a.intake.interview.endsAt))[0];
  if (latest === undefined) return null;
  const facts = await readFacts(q, latest.id);
  if (facts.length === 0) return latest.intake;
  const file = fold(facts);
  const now = intakeNow(file);
  return { ...now, referees: now.referees.filter(({ id }) => !file.refereesReplaced.has(id)) };
}

/** Ends a workflow that no worker has touched; false where one has, so that it lives. */
async function endUnstarted(deps: AfterviewDeps, { workflowId }: Interview): Promise<boolean> {
  return within(deps, async () => {
    const handle = deps.client.workflow.getHandle(workflowId);
    // Start and first task scheduled: nobody has begun it.
    const { historyLength } = await handle.describe();
    if (historyLength > 2) return false;
    await handle.terminate('no worker took it up');
    return true;
  });
}

/** Whether the start is known to have failed or not: an interview that does run keeps its row and is found by the sweeper. */
async function takeBack(deps: AfterviewDeps, { id, candidateId }: Interview): Promise<void> {
  await deleteNotStarted(deps.db, id);
  await deps.db.query(
    `delete from candidates c where id = $1
       and not exists (select 1 from interviews i where i.candidate_id = c.id)
       and not exists (select 1 from offers o where o.candidate_id = c.id)`,
    [candidateId],
  );
}
