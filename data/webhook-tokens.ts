/** Tokens of signed webhook calls, so that a recorded call cannot be played again. */
import type { Queryable } from './database';

/** True until the token is settled, and only for the call that showed it first: a call that failed may come again. */
export async function isFreshToken(q: Queryable, token: string, digest: string): Promise<boolean> {
  const rows = await q.query(
    `insert into webhook_tokens as known (token, digest) values ($1, $2)
       on conflict (token) do update set digest = known.digest where not known.settled and known.digest = excluded.digest
       returning token`,
    [token, digest],
  );
  return rows.length > 0;
}

/** The mails of the call are stored: from now on it is a replay. */
export async function settleToken(q: Queryable, token: string): Promise<void> {
  await q.query('update webhook_tokens set settled = true where token = $1', [token]);
}

/** Older ones are refused by their time stamp anyway. */
export async function deleteOldTokens(q: Queryable, olderThanDays: number): Promise<void> {
  await q.query('delete from webhook_tokens where seen_real < now() - make_interval(days => $1)', [olderThanDays]);
}
