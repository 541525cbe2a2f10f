/** Tokens of signed webhook calls, so that a recorded call cannot be played again. */
import type { Queryable } from './database';

/** True the first time a token is shown, and never again. */
export async function isFreshToken(q: Queryable, token: string): Promise<boolean> {
  const rows = await q.query(
    'insert into webhook_tokens (token) values ($1) on conflict (token) do nothing returning token',
    [token],
  );
  return rows.length > 0;
}

/** Older ones are refused by their time stamp anyway. */
export async function deleteOldTokens(q: Queryable, olderThanDays: number): Promise<void> {
  await q.query('delete from webhook_tokens where seen_real < now() - make_interval(days => $1)', [olderThanDays]);
}
