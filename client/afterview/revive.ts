/** Closed is not over for ever: what they write may open an interview again (G7, G10). */
import type { Interview } from '../../data/interviews';
import { findInterview } from '../../data/interviews';
import { type NewFact, type ReportedEvent, reportEvent } from '../../workflows/messages';
import { Refused, Unavailable } from '../service';
import type { AfterviewDeps } from './deps';
import { Ended, type SignalledFact, signalFact, startRun, update } from './temporal';
import { untilRow } from './waiting';

const REVIVAL_MS = 4_500;

/** What can reach a closed interview: news from there, the candidate's own word on an offer, and tasks it has left. */
const REVIVING: readonly NewFact['type'][] = [
  'mail_received',
  'mail_sorted',
  'mail_undone',
  'message_sent_by_hand',
  'feedback_received',
  'offer_declined',
  'offer_changed',
  'offer_accepted',
  'interview_rescheduled',
  'interview_took_place',
  'call_logged',
  'referee_replied',
  'do_not_write',
  'task_done',
  'task_dismissed',
  'task_snoozed',
];

/**
 * Starts a closed interview again under its own id with all it knows, and waits until it has taken the message in.
 *
 * @throws Refused where this kind of message does not open it again
 */
export async function revive(
  deps: AfterviewDeps,
  row: Interview,
  fact: NewFact,
  messageKey: string,
): Promise<Interview> {
  if (!REVIVING.includes(fact.type)) throw new Refused(closedWords(row));
  const before = row.factsSeen;
  const started = await startRun(deps, row, [{ messageKey, asked: fact }]);
  if (!started) throw new Unavailable('The interview was just opened by something else. Please try again.');
  const there = await untilRow(deps, row.id, (now) => now.factsSeen > before, REVIVAL_MS);
  return there ?? row;
}

/** Why nothing more can be said to a closed interview. */
export function closedWords({ outcome, closedAt }: Interview): string {
  const on = closedAt ? ` since ${closedAt.slice(0, 10)}` : '';
  return `This interview is closed${on} (${outcome}). Only news from the organisation can open it again.`;
}

/**
 * Tells an interview a fact that must arrive, whether it runs or rests closed. For mail and signed links, where nobody
 * waits for an answer.
 */
export async function deliver(
  deps: AfterviewDeps,
  interviewId: string,
  fact: NewFact,
  messageKey: string,
): Promise<void> {
  const row = await findInterview(deps.db, interviewId);
  // Erased meanwhile: there is nobody to tell.
  if (!row) return;
  try {
    if (isSignalled(fact)) await signalFact(deps, row, fact, messageKey);
    else await update(deps, row, reportEvent, { event: fact as ReportedEvent }, messageKey);
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    await revive(deps, row, fact, messageKey);
  }
}

function isSignalled(fact: NewFact): fact is SignalledFact {
  return (
    fact.type === 'mail_received' ||
    fact.type === 'mail_sorted' ||
    fact.type === 'mail_undone' ||
    fact.type === 'feedback_received' ||
    fact.type === 'offer_declined' ||
    fact.type === 'candidate_withdraws' ||
    fact.type === 'referee_replied'
  );
}
