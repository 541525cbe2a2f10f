/** What happened and what was decided, written where pages, siblings and the future find it. Idempotent throughout. */
import type { Queryable } from '../data/database';
import { appendFacts } from '../data/facts';
import { findInterview, type Interview, listInterviews, saveDecision } from '../data/interviews';
import { listTasks, reopenTask } from '../data/tasks';
import type { Decision } from '../policy/decision';
import type { Fact, FactType } from '../policy/facts';
import type { ActivityDeps } from './deps';
import { failure } from './failures';
import { projectFact } from './project-fact';

export interface ToRecord {
  interviewId: string;
  /** The interview's own clock. */
  now: string;
  /** Number of the first of `facts`. */
  from: number;
  /** Those that the database does not have yet. */
  facts: Fact[];
  decision: Decision;
}

/** What the other interviews of a candidate look at: one ledger, one person, one offer (H1, H14, G4). */
const TELLING: readonly FactType[] = [
  'step_sent',
  'step_uncertain',
  'task_done',
  'call_logged',
  'message_sent_by_hand',
  'do_not_write',
  'mail_received',
  'mail_sorted',
  'mail_undone',
  'feedback_received',
  'offer_changed',
  'offer_accepted',
  'candidate_withdraws',
  'referee_replied',
  'referee_added',
  'closed',
];

/**
 * Stores new facts, what they change, and the decision as read model. Answers what the candidate's other interviews
 * should be told, or null. `quiet` says that nothing more happens before `wakeAt`.
 */
export async function record(
  { db }: ActivityDeps,
  { quiet, ...work }: ToRecord & { quiet: boolean },
): Promise<{ tell: string | null }> {
  await db.transaction(async (tx) => {
    const interview = await writeFacts(tx, work);
    await writeDecision(tx, work, quiet ? null : interview);
    if (quiet) await wakeSnoozedTasks(tx, work);
  });
  return { tell: await newsForOthers(db, work) };
}

/** Answers the interview as it was stored before. */
export async function writeFacts(tx: Queryable, { interviewId, from, facts }: ToRecord): Promise<Interview> {
  const interview = await findInterview(tx, interviewId);
  if (!interview) throw failure('InterviewGone', `interview ${interviewId} is not stored`);
  await appendFacts(tx, interviewId, from, facts);
  for (const [index, fact] of facts.entries()) await projectFact(tx, interview, fact, from + index);
  return interview;
}

/**
 * `before`: the interview as stored, while there is more to do now; then the read model says "wakes now", for whoever
 * waits for rest must not take it for rest, and what was planned stays shown.
 */
export async function writeDecision(tx: Queryable, work: ToRecord, before: Interview | null): Promise<void> {
  const { interviewId, now, from, facts, decision } = work;
  await saveDecision(tx, interviewId, {
    decision: before ? { ...decision, next: before.decision?.next ?? [], wakeAt: now } : decision,
    factsSeen: from + facts.length,
    decidedAt: now,
  });
}

async function wakeSnoozedTasks(tx: Queryable, { interviewId, now }: ToRecord): Promise<void> {
  for (const task of await listTasks(tx, interviewId)) {
    if (task.status === 'snoozed' && task.snoozedUntil !== null && task.snoozedUntil <= now)
      await reopenTask(tx, task.id);
  }
}

/** Asked only when something telling happened; most decisions cost no query here. */
export async function newsForOthers(db: Queryable, { interviewId, facts }: ToRecord): Promise<string | null> {
  const telling = facts.find((fact) => TELLING.includes(fact.type));
  if (!telling) return null;
  const interview = await findInterview(db, interviewId);
  if (!interview) return null;
  const others = (await listInterviews(db, { candidateId: interview.candidateId })).filter(
    (other) => other.id !== interviewId && other.closedAt === null && other.started,
  );
  return others.length > 0 ? `elsewhere: ${telling.type.replaceAll('_', ' ')}` : null;
}
