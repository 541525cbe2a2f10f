/** Starts what a crash left behind: interviews that were stored and never started, mails that were stored and never read. */
import type { AfterviewDeps } from '../client/afterview/deps';
import { startReading } from '../client/afterview/inbox';
import { startRun, tellCandidate } from '../client/afterview/temporal';
import { deleteOldFormDrafts } from '../data/form-drafts';
import { listUnreadMail } from '../data/inbox';
import { listNotStarted, markStarted } from '../data/interviews';
import { deleteOldTokens } from '../data/webhook-tokens';

/** A half-filled form that nobody came back to holds names; a webhook token is refused by its age long before. */
const DRAFTS_KEPT_DAYS = 90;
const TOKENS_KEPT_DAYS = 7;
const SWEEP_EVERY_MS = 30_000;
/** Longer than a start takes that is under way in another process. */
const LEFT_BEHIND_AFTER_S = 30;

/** One round. Safe at any time and in several processes: starting what runs already changes nothing. */
export async function sweep(deps: AfterviewDeps, olderThanSeconds = LEFT_BEHIND_AFTER_S): Promise<void> {
  for (const row of await listNotStarted(deps.db, olderThanSeconds)) {
    await startRun(deps, row);
    await markStarted(deps.db, row.id);
    await tellCandidate(deps, row.candidateId, { why: 'a new interview', from: row.id });
  }
  for (const mail of await listUnreadMail(deps.db, olderThanSeconds)) await startReading(deps, mail);
  await deleteOldFormDrafts(deps.db, DRAFTS_KEPT_DAYS);
  await deleteOldTokens(deps.db, TOKENS_KEPT_DAYS);
}

/** Sweeps now and then until stopped. A round that fails is told, and the next one comes. */
export function startSweeper(deps: AfterviewDeps, say: (line: string) => void): { stop(): Promise<void> } {
  let round: Promise<void> = Promise.resolve();
  const go = (olderThanSeconds?: number) => {
    round = round
      .then(() => sweep(deps, olderThanSeconds))
      .catch((error: unknown) => say(`Sweeper: ${error instanceof Error ? error.message : String(error)}`));
  };
  // What the last run of this process left behind is surely nobody else's.
  go(0);
  const timer = setInterval(go, SWEEP_EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await round;
    },
  };
}
