/** What the policy answers. All instants are ISO 8601 in UTC; every step carries its rules and a plain reason. */
import type { Approval } from './intake';

export const STEP_NAMES = [
  'thank_you',
  'promised_item',
  'homework',
  'reflection',
  'yes_no_pack',
  'value_add',
  'referee_ask',
  'referee_brief',
  'referee_update',
  'transcript',
  'reconnect',
  'chase',
  'decision_maker',
  'senior',
  'last_say',
  'senior_letter',
  'move_on',
  'revisit',
  'check_in',
  'answer_owed',
  'no_show_note',
  'offer_deadline_notice',
  'withdrawal',
  'feedback_request',
  'outcome_thanks',
  'confirm',
  'accept',
  'decline',
] as const;
export type StepName = (typeof STEP_NAMES)[number];

export type Channel = 'email' | 'phone' | 'linkedin' | 'task';
export type Stage = 'thanking' | 'waiting' | 'asking' | 'answered' | 'offer' | 'paused' | 'resting' | 'closed';
export type Outcome =
  | 'open'
  | 'advanced'
  | 'offered'
  | 'accepted'
  | 'declined'
  | 'rejected'
  | 'withdrawn'
  | 'unanswered'
  | 'cancelled';

/**
 * One thing to do. `email` steps become ledger rows and drafts; `phone`, `linkedin` and `task` steps become tasks of
 * the candidate (a call script, a text to paste, a question).
 */
export interface Step {
  /** `step:recipient:ordinal-or-trigger`; one ledger row each, for ever. */
  key: string;
  step: StepName;
  rules: string[];
  /** Plain words with the rule's id: "E2: four days after Monday's mail". */
  reason: string;
  due: string;
  /** The moment the rules alone give, before "not in the past": a draft is moved when this changes, not as time passes. */
  planned: string;
  channel: Channel;
  /** Contact or referee ids, or `['candidate']`. */
  to: string[];
  cc: string[];
  /** How it may leave; tasks are always `ask`. */
  mode: Approval;
  /** For a task: what it is about, where the step's name alone does not say (`no_address`, `replace_referee`, …). */
  about: string | null;
  /** What the letter may draw on beyond the case file; a change of it makes an untouched draft be written again. */
  letter: LetterFlags;
}

export interface LetterFlags {
  /** A3: this thank-you asks for next steps and timing. */
  asksTiming?: boolean;
  /** B2: ids of promises kept in this message, and of those it announces. */
  keeps?: string[];
  announces?: string[];
  /** B6: the value-add rides along. */
  valueAdd?: boolean;
  /** E7/D2: organisation of a recorded, open offer elsewhere, by its id. */
  mentionsOffer?: string;
  /** H1: other interviews of this candidate there that this message asks for too. */
  covers?: string[];
  /** E1: the promised date it refers to; absent when the date was only assumed (A3), or the mail answered named none. */
  promisedDate?: string;
  /** Ordinal of this ask since the last human answer, from 1. */
  ask?: number;
  /** G2, G5, G1…: which ending or answer it belongs to. */
  outcome?: string;
  /** B1: their answer came first, so the thanks for the conversation are said in this one. */
  thanksToo?: boolean;
  /** B1: somebody there has answered, so this thank-you does not look forward to hearing. */
  afterAnswer?: boolean;
  /** B1, B3: it comes after its day, and says so. */
  late?: boolean;
  /** D3: what kind of mail is answered, and its key. */
  answers?: string;
  mailKey?: string;
  asksFor?: string[];
  /** C2: this is the reminder. */
  reminder?: boolean;
  /** Free words for the template: which variant. */
  variant?: string;
}

export type Command =
  /** Make the draft or task. */
  | { do: 'open'; step: Step }
  /** Its due moment or letter flags changed; an untouched draft is written anew when the flags did. */
  | { do: 'retime'; key: string; due: string; planned: string; reason: string; letter: LetterFlags }
  | { do: 'withdraw'; key: string; rule: string; reason: string }
  | { do: 'lapse'; key: string; rule: 'H15' }
  | { do: 'send'; key: string }
  /** The interview is over: nothing is left to wait for. */
  | { do: 'close' };

export interface Decision {
  stage: Stage;
  outcome: Outcome;
  promisedDate: { date: string; assumed: boolean } | null;
  commands: Command[];
  /** When to decide again if nothing happens before; null: only a fact changes anything. */
  wakeAt: string | null;
  /** When the next step goes out or is due. */
  nextActionAt: string | null;
  /** True while something waits for a person: a draft, a task, an unsorted mail. */
  needsPerson: boolean;
  /** Steps that are open or planned, soonest first; those overdue after all that are still to come. */
  next: Step[];
  /** What holds asking just now, in plain words with the rule's id. */
  holds: { rule: string; text: string; until: string | null }[];
}

/** A refusal of the last gate (`mayStillSend`). */
export interface Refusal {
  rule: string;
  text: string;
  /** ISO instant from which it may be asked again; null: not by time alone. */
  until: string | null;
}
