/** Interviews: the intake, the ids of the workflow, and the read model that the latest decision left. */
import type { Decision, Outcome, Stage } from '../policy/decision';
import { agencyKey, organisationKey } from '../policy/identity';
import type { Intake } from '../policy/intake';
import { first, json, type Queryable } from './database';
import { newId, newToken } from './ids';

export interface Interview {
  id: string;
  candidateId: string;
  workflowId: string;
  idempotencyKey: string | null;
  organisationKey: string;
  agencyKey: string | null;
  processId: string | null;
  organisation: string;
  role: string;
  intake: Intake;
  replyToken: string;
  started: boolean;
  stage: Stage;
  outcome: Outcome;
  decision: Decision | null;
  factsSeen: number;
  nextActionAt: string | null;
  wakeAt: string | null;
  decidedAt: string | null;
  closedAt: string | null;
  createdReal: string;
}

const COLUMNS = `id, candidate_id as "candidateId", workflow_id as "workflowId", idempotency_key as "idempotencyKey",
  organisation_key as "organisationKey", agency_key as "agencyKey", process_id as "processId", organisation, role,
  intake, reply_token as "replyToken", started, stage, outcome, decision, facts_seen as "factsSeen",
  next_action_at as "nextActionAt", wake_at as "wakeAt", decided_at as "decidedAt", closed_at as "closedAt",
  created_real as "createdReal"`;

/**
 * Stores a new interview, not yet started. The same idempotency key again answers the interview of the first time with
 * `created: false`, also when both come at once.
 */
export async function insertInterview(
  q: Queryable,
  input: { candidateId: string; intake: Intake; idempotencyKey?: string | null; id?: string; workflowId?: string },
): Promise<{ interview: Interview; created: boolean }> {
  const { intake } = input;
  const id = input.id ?? newId('int');
  const key = input.idempotencyKey ?? null;
  const rows = await q.query<Interview>(
    `insert into interviews (id, candidate_id, workflow_id, idempotency_key, organisation_key, agency_key, process_id,
       organisation, role, intake, reply_token)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (idempotency_key) do nothing
     returning ${COLUMNS}`,
    [
      id,
      input.candidateId,
      input.workflowId ?? `interview-${id}`,
      key,
      organisationKey(intake.organisation),
      intake.route.kind === 'agency' ? agencyKey(intake.route.agency) : null,
      intake.process.id,
      intake.organisation.name,
      intake.role,
      json(intake),
      newToken(),
    ],
  );
  const inserted = rows[0];
  if (inserted) return { interview: inserted, created: true };
  const known = await one(q, 'idempotency_key = $1', key ?? '');
  if (!known) throw new Error(`interview ${id} was neither stored nor known`);
  return { interview: known, created: false };
}

async function one(q: Queryable, condition: string, value: string): Promise<Interview | null> {
  return first(await q.query<Interview>(`select ${COLUMNS} from interviews where ${condition}`, [value]));
}

export async function findInterview(q: Queryable, id: string): Promise<Interview | null> {
  return one(q, 'id = $1', id);
}

export async function findInterviewByIdempotencyKey(q: Queryable, key: string): Promise<Interview | null> {
  return one(q, 'idempotency_key = $1', key);
}

/** By the token of its secret reply address, in any case of letters. */
export async function findInterviewByReplyToken(q: Queryable, token: string): Promise<Interview | null> {
  return one(q, 'reply_token = lower($1)', token);
}

/** All interviews, or those of one candidate; what acts next comes first, then the newest. */
export async function listInterviews(q: Queryable, filter: { candidateId?: string } = {}): Promise<Interview[]> {
  return q.query<Interview>(
    `select ${COLUMNS} from interviews where $1::text is null or candidate_id = $1
     order by closed_at is not null, next_action_at nulls last, created_real desc, id`,
    [filter.candidateId ?? null],
  );
}

/** Interviews that an earlier crash left stored and not started (the sweeper's work). */
export async function listNotStarted(q: Queryable, olderThanSeconds: number): Promise<Interview[]> {
  return q.query<Interview>(
    `select ${COLUMNS} from interviews
     where not started and created_real <= now() - make_interval(secs => $1) order by created_real limit 100`,
    [olderThanSeconds],
  );
}

export async function markStarted(q: Queryable, id: string): Promise<void> {
  await q.query('update interviews set started = true where id = $1', [id]);
}

/** Takes back an interview whose workflow could not be started, so that nothing is half done. Only while not started. */
export async function deleteNotStarted(q: Queryable, id: string): Promise<boolean> {
  const rows = await q.query('delete from interviews where id = $1 and not started returning id', [id]);
  return rows.length > 0;
}

/**
 * Projects a decision into the read model. `factsSeen` is how many facts it was made from: an older decision that
 * arrives late changes nothing (false).
 */
export async function saveDecision(
  q: Queryable,
  id: string,
  input: { decision: Decision; factsSeen: number; decidedAt: string },
): Promise<boolean> {
  const { decision } = input;
  const rows = await q.query(
    `update interviews set decision = $2, stage = $3, outcome = $4, facts_seen = $5, next_action_at = $6, wake_at = $7,
       decided_at = $8, closed_at = case when $3::text = 'closed' then coalesce(closed_at, $8::timestamptz) end,
       started = true
     where id = $1 and facts_seen <= $5::integer
     returning id`,
    [
      id,
      json(decision),
      decision.stage,
      decision.outcome,
      input.factsSeen,
      decision.nextActionAt,
      decision.wakeAt,
      input.decidedAt,
    ],
  );
  return rows.length > 0;
}
