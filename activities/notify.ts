import type { ActivityDeps } from './deps';
import { failure } from './failures';
import { type NoticeRequest, sendNotice } from './mail/notices';

/** A machine notice to the candidate, at most once per key. What the server did not take now is tried again by Temporal. */
export async function notify({ mail }: ActivityDeps, notice: NoticeRequest): Promise<void> {
  if ((await sendNotice(mail, notice)) === 'retry') {
    throw failure('NotReachable', 'the mail server did not take the notice');
  }
}
