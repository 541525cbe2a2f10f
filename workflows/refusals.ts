/**
 * Why a message to an interview makes no sense, in a sentence for the person who sent it; null when it does. Looks at
 * memory only: validators must be synchronous, and the loop asks the same again before it takes a message in.
 */
import type { Fact } from '../policy/facts';
import type { NewFact } from './messages';
import { type StepStanding, stepStandings } from './step-states';

const OUTCOMES = ['rejected', 'advanced', 'offered', 'holding', 'pool'];
const APPROVALS = ['ask', 'send_unless_stopped', 'send'];
const DAY = /^\d{4}-\d\d-\d\d$/;

/** What is asked of an interview: a new fact, or words for a draft. */
export type Asked = NewFact | { type: 'edit_draft'; key: string; subject?: string; text?: string };

/** The reason to refuse, given all facts so far and the workflow's own clock (epoch milliseconds). */
export function refusal(asked: Asked, facts: readonly Fact[], now: number): string | null {
  const step = 'key' in asked && typeof asked.key === 'string' ? stepStandings(facts).get(asked.key) : undefined;
  switch (asked.type) {
    case 'feedback_received':
      if (!OUTCOMES.includes(asked.outcome)) return `An outcome is one of ${OUTCOMES.join(', ')}.`;
      return isDayOrNone(asked.promisedDate) && isDayOrNone(asked.answerBy) ? null : 'A date is written 2026-12-11.';
    case 'offer_declined':
      return ['candidate', 'preferred_candidate'].includes(asked.by)
        ? null
        : 'Say by whom: candidate or preferred_candidate.';
    case 'mail_received':
    case 'mail_undone':
      return isText(asked.mailKey) ? null : 'A mail is named by its key.';
    case 'mail_sorted':
      return isText(asked.mailKey) && isText(asked.kind) ? null : 'A sorted mail has a key and a kind.';
    case 'referee_replied':
      return isText(asked.refereeId) && typeof asked.agrees === 'boolean'
        ? null
        : 'Say which referee, and whether they agree.';
    case 'step_approved':
      return letterRefusal(step) ?? (step?.state === 'approved' ? 'This message is already approved.' : null);
    case 'edit_draft':
    case 'step_skipped':
      return letterRefusal(step);
    case 'step_settled':
      if (!step) return 'There is no such message.';
      return step.state === 'uncertain'
        ? null
        : 'Only a message of which it is not known whether it arrived can be settled.';
    case 'task_done':
    case 'task_dismissed':
      return taskRefusal(step);
    case 'task_snoozed':
      if (!(Date.parse(asked.until) > now)) return 'A task can only be put off to a later moment.';
      return taskRefusal(step);
    case 'promised_date_corrected':
      return asked.promisedDate === null || isDay(asked.promisedDate) ? null : 'A date is written 2026-12-11.';
    case 'approval_changed':
      return APPROVALS.includes(asked.approval) ? null : `An approval is one of ${APPROVALS.join(', ')}.`;
    default:
      return null;
  }
}

function letterRefusal(step: StepStanding | undefined): string | null {
  if (!step) return 'There is no such message.';
  if (step.channel !== 'email') return 'This is a task, not a message.';
  if (step.state === 'sent') return 'This message has already been sent.';
  if (step.state === 'uncertain') return 'This message may already have been sent; say first whether it arrived.';
  return step.state === 'ended' ? 'This message is no longer open.' : null;
}

function taskRefusal(step: StepStanding | undefined): string | null {
  if (!step) return 'There is no such task.';
  if (step.channel === 'email') return 'This is a message, not a task.';
  return step.state === 'open' || step.state === 'approved' ? null : 'This task is no longer open.';
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && DAY.test(value);
}

function isDayOrNone(value: unknown): boolean {
  return value === undefined || isDay(value);
}
