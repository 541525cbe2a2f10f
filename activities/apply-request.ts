import { editMessage, findMessageByKey } from '../data/messages';
import type { ActivityDeps } from './deps';
import { settleOne } from './mail/ledger';

/** What the ledger row itself must agree to, since it may begin to leave in the same moment. */
export type LedgerRequest =
  | { type: 'edit_draft'; key: string; subject?: string; text?: string }
  | { type: 'step_settled'; key: string; arrived: boolean };

/**
 * Puts the candidate's own words into a draft (the etiquette guard was asked before, G11), or settles an uncertain
 * message. Answers null, or in a sentence why not.
 */
export async function applyRequest(
  { db, mail }: ActivityDeps,
  { interviewId, asked }: { interviewId: string; asked: LedgerRequest },
): Promise<string | null> {
  const message = await findMessageByKey(db, interviewId, asked.key);
  if (!message) return 'There is no such message.';
  if (asked.type === 'edit_draft') {
    const { subject = message.subject, text = message.text } = asked;
    const edited = await editMessage(db, message.id, { subject, text });
    return edited ? null : 'This message is already on its way, so its words are fixed.';
  }
  const settled = await settleOne(mail, { interviewId, stepKey: asked.key, arrived: asked.arrived });
  // The server's answer may have come late, or this is asked again.
  if (settled || message.status === (asked.arrived ? 'sent' : 'approved')) return null;
  return 'An attempt to send it may still be under way. Please try again in a few minutes.';
}
