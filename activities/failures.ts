/**
 * Every failure that has a name: what happened, whether Temporal tries again, and what the person sees. Workflow code
 * and activities throw these and no others on purpose; anything else is a fault of ours and is tried again.
 */
import { ApplicationFailure } from '@temporalio/common';

export const FAILURES = {
  /** The message or task asked for does not exist, or the state forbids it. */
  Refused: { retried: false, person: 'The reason, as the answer of what they asked (409).' },
  /** More than sixty decisions in a row without a pause: the rules contradict themselves. */
  Restless: { retried: true, person: 'The interview needs a person; it tries again with growing pauses.' },
  /** A command of the rules has nobody to go to: an address vanished between decision and draft. */
  NobodyToWriteTo: { retried: false, person: 'The interview needs a person; nothing was sent.' },
  /** The rows of an interview are gone (erased) while its workflow still runs. */
  InterviewGone: { retried: false, person: 'Nothing: the interview was erased.' },
  /** The mail server, the database or Temporal did not answer in time. */
  NotReachable: { retried: true, person: 'The interview needs a person once it lasts; nothing is lost meanwhile.' },
  /** The bytes of a mail that came in are gone, or cannot be read in the time there is. */
  MailUnreadable: { retried: false, person: 'The mail waits in the review queue.' },
} as const;

export type FailureName = keyof typeof FAILURES;

/** A failure of the table, to be thrown. The message must hold no address: messages stand in the history. */
export function failure(name: FailureName, message: string): ApplicationFailure {
  return ApplicationFailure.create({ type: name, message, nonRetryable: !FAILURES[name].retried });
}
