/** The people who follow up. A person is a normalised address. */
import { normaliseAddress } from '../policy/identity';
import type { Approval, Intake } from '../policy/intake';
import { first, json, type Queryable } from './database';
import { newId, newToken } from './ids';

export interface Candidate {
  id: string;
  address: string;
  profile: Intake['candidate'];
  /** Step name or `default` to a choice (H15). */
  approval: Record<string, Approval>;
  /** Own holidays, both ends included. */
  away: { from: string; to: string }[];
  /** How far the virtual clock is ahead of the machine's; 0 without the time machine. */
  clockAheadMs: number;
  /** H16: whether machine notices are wanted, and the secret of the one-click unsubscription. */
  notices: boolean;
  noticesToken: string;
  createdReal: string;
}

const COLUMNS = `id, address, profile, approval, away, clock_ahead_ms as "clockAheadMs", notices,
  notices_token as "noticesToken", created_real as "createdReal"`;

/** The candidate of that address: made if new, else with the newer profile. Two at once make one. */
export async function upsertCandidate(q: Queryable, profile: Intake['candidate']): Promise<Candidate> {
  const rows = await q.query<Candidate>(
    `insert into candidates (id, address, profile, notices_token) values ($1, $2, $3, $4)
     on conflict (address) do update set profile = excluded.profile
     returning ${COLUMNS}`,
    [newId('cand'), normaliseAddress(profile.email), json(profile), newToken()],
  );
  return rows[0] as Candidate;
}

export async function findCandidate(q: Queryable, id: string): Promise<Candidate | null> {
  return first(await q.query<Candidate>(`select ${COLUMNS} from candidates where id = $1`, [id]));
}

export async function findCandidateByAddress(q: Queryable, address: string): Promise<Candidate | null> {
  const rows = await q.query<Candidate>(`select ${COLUMNS} from candidates where address = $1`, [
    normaliseAddress(address),
  ]);
  return first(rows);
}

/** How one kind of message may leave from now on (H15); `step` may be `default`. */
export async function setCandidateApproval(
  q: Queryable,
  id: string,
  step: string,
  approval: Approval,
): Promise<Candidate | null> {
  const rows = await q.query<Candidate>(
    `update candidates set approval = approval || jsonb_build_object($2::text, $3::text) where id = $1
     returning ${COLUMNS}`,
    [id, step, approval],
  );
  return first(rows);
}

export async function setCandidateAway(q: Queryable, id: string, away: { from: string; to: string }[]): Promise<void> {
  await q.query('update candidates set away = $2 where id = $1', [id, json(away)]);
}

/** Never moves back: a virtual clock only runs ahead. Answers the value that holds. */
export async function setClockAhead(q: Queryable, id: string, aheadMs: number): Promise<number> {
  const rows = await q.query<{ ahead: number }>(
    `update candidates set clock_ahead_ms = greatest(clock_ahead_ms, $2::bigint) where id = $1
     returning clock_ahead_ms as ahead`,
    [id, Math.round(aheadMs)],
  );
  return rows[0]?.ahead ?? 0;
}

/** RFC 8058: whoever holds the token may switch the notices off (and on again). False: no such token. */
export async function setNotices(q: Queryable, token: string, wanted: boolean): Promise<boolean> {
  const rows = await q.query('update candidates set notices = $2 where notices_token = $1 returning id', [
    token,
    wanted,
  ]);
  return rows.length > 0;
}

/** No more machine notices to this candidate (RFC 8058), by the candidate's own id. */
export async function endNoticesOf(q: Queryable, candidateId: string): Promise<void> {
  await q.query('update candidates set notices = false where id = $1', [candidateId]);
}
