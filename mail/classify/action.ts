import type { Classification, MailKind } from '../types';
import type { Features } from './features';

/**
 * From which confidence a kind is sure enough to act on without asking. Measured on held-out mails so that at least 99
 * of 100 that act are right: an offer and a no change the most, so they need the most.
 */
const SURE: Record<MailKind, number> = {
  bounce: 0.5,
  auto_reply: 0.85,
  acknowledgement: 0.85,
  rejection: 0.9,
  offer: 0.92,
  advance: 0.88,
  holding: 0.88,
  info_request: 0.88,
  referee_reply: 0.88,
  reopened: 0.9,
  other: 0.75,
};

/**
 * `signal` acts, `review` asks a person, `ignore` keeps the mail and changes nothing. An acknowledgement is not an answer
 * (H6): it is ignored, unless it says something that binds: a date, "no calls", "do not write".
 */
export function actionFor(read: Omit<Classification, 'action'>, _features: Features): Classification['action'] {
  if (read.confidence < SURE[read.kind]) {
    return 'review';
  }
  if (read.kind === 'other') {
    return read.doNotWrite ? 'review' : 'ignore';
  }
  if (read.kind === 'acknowledgement') {
    return read.doNotWrite || read.noCalls || read.dates.promisedDate !== undefined ? 'signal' : 'ignore';
  }
  return 'signal';
}
