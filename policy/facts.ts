/**
 * What happened, in order: the only memory of an interview. A fact is never changed; an older shape is lifted by
 * `upcast`. `at` is the interview's own clock, an ISO instant.
 */

import type { LetterFlags, Step } from './decision';
import type { Contact, Intake, Promise_, Referee } from './intake';

interface At {
  v: 1;
  at: string;
}

/** A mail's kind once sorted; the names are those of `mail/types.ts`, plus what only a person says. */
export type AnswerKind =
  | 'rejection'
  | 'offer'
  | 'advance'
  | 'holding'
  | 'info_request'
  | 'acknowledgement'
  | 'auto_reply'
  | 'bounce'
  | 'referee_reply'
  | 'reopened'
  | 'other';

/** What a person reports (`POST …/events` of the contract); names and payloads are the contract's. */
export type Reported =
  | {
      type: 'feedback_received';
      outcome: 'rejected' | 'advanced' | 'offered' | 'holding' | 'pool';
      promisedDate?: string;
      text?: string;
      answerBy?: string;
      reasonGiven?: boolean;
      contactId?: string;
    }
  | { type: 'offer_declined'; by: 'candidate' | 'preferred_candidate' }
  | { type: 'offer_changed'; stage: 'verbal' | 'written' | 'signed' | 'cleared' | 'lapsed'; answerBy?: string }
  | { type: 'offer_accepted'; reason?: string }
  | { type: 'candidate_withdraws'; reason?: string }
  | { type: 'interview_took_place'; endsAt?: string }
  | { type: 'interview_rescheduled'; endsAt: string; startsAt?: string }
  | { type: 'interview_cancelled' }
  | { type: 'reflection_given'; text: string; goOn: boolean }
  | { type: 'referee_replied'; refereeId: string; agrees: boolean; prefers?: 'phone' | 'email' | 'online_form' }
  | { type: 'call_logged'; contactId?: string; direction: 'in' | 'out'; reached: boolean; note?: string }
  | { type: 'message_sent_by_hand'; contactId?: string; asksOutcome?: boolean; note?: string }
  | { type: 'call_agreed'; contactId?: string; callAt: string }
  | { type: 'no_show'; contactId?: string; callAt?: string }
  | { type: 'references_requested'; by?: string }
  | { type: 'promise_kept'; promiseId: string }
  | { type: 'promise_added'; promise: Promise_ }
  | { type: 'contact_changed'; contact: Contact; replaces?: string }
  /** C4: one more referee, in place of another or besides. */
  | { type: 'referee_added'; referee: Referee; replaces?: string }
  | { type: 'agent_agreed' }
  | { type: 'do_not_write'; contactId?: string }
  | { type: 'no_calls'; contactId?: string }
  | { type: 'absence'; contactId: string; from: string; to: string }
  | { type: 'on_hold' }
  | { type: 'paused' }
  | { type: 'resumed' }
  | { type: 'no_reply_yet' }
  /** H10: the date was noted wrong, or a proposed one was confirmed; null: there is none after all. */
  | { type: 'promised_date_corrected'; promisedDate: string | null; contactId?: string };

/** What came in by mail: unsorted first (H3 holds), then sorted by the reader or a person. */
export type Mailed =
  | { type: 'mail_received'; mailKey: string; contactId?: string }
  | {
      type: 'mail_sorted';
      mailKey: string;
      kind: AnswerKind;
      contactId?: string;
      refereeId?: string;
      /** Only what is certain or confirmed by a person (H10). */
      promisedDate?: string;
      absentUntil?: string;
      answerBy?: string;
      reasonGiven?: boolean;
      bounce?: { recipients: string[]; permanent: boolean };
      refereeAgrees?: boolean;
      doNotWrite?: boolean;
      /** H14: said for the organisation ("do not contact us"): nobody of it is written to again. */
      doNotWriteAll?: boolean;
      noCalls?: boolean;
      weWillContactYou?: boolean;
      asksFor?: string[];
      by: 'reader' | 'person';
    }
  /** A person undid what a sorted mail had changed, or moved the mail elsewhere: its effects fall away. */
  | { type: 'mail_undone'; mailKey: string };

/** What the workflow did with a decision. Written by the workflow alone. */
export type Done =
  | { type: 'step_opened'; step: Step }
  | { type: 'step_retimed'; key: string; due: string; planned: string; reason: string; letter: LetterFlags }
  | { type: 'step_approved'; key: string }
  | { type: 'step_edited'; key: string }
  | { type: 'step_skipped'; key: string }
  | { type: 'step_sent'; key: string }
  | { type: 'step_uncertain'; key: string }
  | { type: 'step_settled'; key: string; arrived: boolean }
  | { type: 'step_failed'; key: string; permanent: boolean; address?: string; reason: string }
  | { type: 'step_held'; key: string; until: string | null; rule: string }
  | { type: 'step_withdrawn'; key: string; rule: string }
  | { type: 'step_lapsed'; key: string }
  | { type: 'task_done'; key: string; outcome?: string; note?: string }
  | { type: 'task_dismissed'; key: string }
  | { type: 'task_snoozed'; key: string; until: string }
  | { type: 'closed' };

export type Started = {
  type: 'intake';
  intake: Intake;
  /** Ids of earlier rounds' interviews of the same process (G3). */
  carriesOver?: string[];
};

export type Fact = At &
  (
    | Started
    | Reported
    | Mailed
    | Done
    | { type: 'approval_changed'; step: string; approval: string }
    | { type: 'woken' }
  );
export type FactType = Fact['type'];
export type FactOf<T extends FactType> = Extract<Fact, { type: T }>;
