/**
 * One mail that came in, from the stored bytes to the interview it belongs to. Its id derives from the message's own key,
 * so the same mail is read once. Order matters: the interview holds its asking steps (H3) before anybody tries to
 * understand the mail.
 */
import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/create-activities';
import { heartbeatTimeout } from './acting';

export interface InboundMailInput {
  inboxId: string;
}

const { readMail, classifyMail } = proxyActivities<Activities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout,
  // A mail that cannot be read after so many tries is a person's.
  retry: { initialInterval: '1 second', maximumInterval: '1 minute', maximumAttempts: 5 },
});
const { deliverMail, setMailAside } = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  heartbeatTimeout,
  // What was acknowledged to the sender's server must arrive, however long the outage.
  retry: { initialInterval: '1 second', maximumInterval: '5 minutes' },
});

/** Ends with the state in which the mail lies: sorted, ignored, or in review. */
export async function inboundMail({ inboxId }: InboundMailInput): Promise<{ state: string }> {
  try {
    const { belongs, readable } = await readMail.executeWithOptions({ summary: 'Read, and find its interview' }, [
      { inboxId },
    ]);
    if (!readable) return { state: 'review' };
    if (belongs === 'own_hand') {
      await deliverMail.executeWithOptions({ summary: 'The candidate wrote by hand (H12)' }, [
        { inboxId, what: 'own_hand' },
      ]);
      return { state: 'sorted' };
    }
    if (belongs === 'theirs') {
      await deliverMail.executeWithOptions({ summary: 'Tell the interview: hold (H3)' }, [
        { inboxId, what: 'received' },
      ]);
    }
    const { state } = await classifyMail.executeWithOptions({ summary: 'What does it say?' }, [{ inboxId }]);
    if (belongs && state !== 'review') {
      await deliverMail.executeWithOptions({ summary: `Tell the interview: ${state}` }, [{ inboxId, what: 'sorted' }]);
    }
    return { state };
  } catch {
    await setMailAside({ inboxId, reason: 'This mail could not be read automatically.' });
    return { state: 'review' };
  }
}
