/**
 * Everything that can be said to the workflows. Signals carry what arrived and must not depend on a worker being up;
 * updates carry what a person does and wants an answer to; queries change nothing. Payloads are plain JSON, dates are
 * `YYYY-MM-DD`, instants ISO 8601. A `messageKey` seen before counts once; without one (an operator in the Temporal UI)
 * every message counts.
 */
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Decision, Outcome, Stage } from '../policy/decision';
import type { Fact, FactOf, FactType, Reported } from '../policy/facts';

type WithoutTime<F> = F extends unknown ? Omit<F, 'v' | 'at'> : never;
/** A fact that has no moment yet: the workflow dates it with its own clock. */
export type NewFact = WithoutTime<Fact>;

type Keyed = { messageKey?: string };
type Payload<T extends FactType> = Omit<FactOf<T>, 'v' | 'at' | 'type'> & Keyed;

/** Web, webhook or operator: the organisation answered (E8, G1-G4). Ignored, with a note in the details, when malformed. */
export const feedbackReceived = defineSignal<[Payload<'feedback_received'>]>('feedbackReceived');
/** Web or operator: the candidate, or the candidate they preferred (G7), declined their offer. */
export const offerDeclined = defineSignal<[Payload<'offer_declined'>]>('offerDeclined');
/** Web or operator: the candidate does not want the job (G5, H11). Everything planned stops. */
export const candidateWithdraws = defineSignal<[Payload<'candidate_withdraws'>]>('candidateWithdraws');
/** Inbound mail: somebody there wrote; until it is sorted nothing asks (H3). */
export const mailReceived = defineSignal<[Payload<'mail_received'>]>('mailReceived');
/** Inbound mail or the review queue: what that mail says. */
export const mailSorted = defineSignal<[Payload<'mail_sorted'>]>('mailSorted');
/** Review queue: the mail was sorted wrongly; what it changed falls away. */
export const mailUndone = defineSignal<[Payload<'mail_undone'>]>('mailUndone');
/** Signed link or inbound mail: a referee agreed or declined (C2). */
export const refereeReplied = defineSignal<[Payload<'referee_replied'>]>('refereeReplied');
/** The candidate's workflow: a sibling wrote, an offer came or lapsed, an address must not be written to. Decides anew; no fact. */
export const surroundingsChanged = defineSignal<[{ why: string } & Keyed]>('surroundingsChanged');

/** What an update answers once the loop has applied it and the read model shows it. */
export interface Applied {
  stage: Stage;
  outcome: Outcome;
  /** How many facts the interview has now. */
  facts: number;
}

/** What a person reports, checked against the contract before it comes here. */
export type ReportedEvent = WithoutTime<Extract<Fact, { type: Reported['type'] }>>;

/** Web: an event of the contract. Refused when malformed, or when the interview is closed. */
export const reportEvent = defineUpdate<Applied, [{ event: ReportedEvent } & Keyed]>('reportEvent');
/** Web: the draft may leave when due (H15). Refused when unknown, no email, or no longer a draft. */
export const approveDraft = defineUpdate<Applied, [{ key: string } & Keyed]>('approveDraft');
/** Web: the candidate's own words, already passed by the etiquette guard (G11). Refused when the letter has left or ended. */
export const editDraft = defineUpdate<Applied, [{ key: string; subject?: string; text?: string } & Keyed]>('editDraft');
/** Web: this message is not wanted. Refused when it has left or ended. */
export const skipDraft = defineUpdate<Applied, [{ key: string } & Keyed]>('skipDraft');
/** Web: an `uncertain` message arrived, or is to be sent again. Refused for any other. */
export const settleMessage = defineUpdate<Applied, [{ key: string; arrived: boolean } & Keyed]>('settleMessage');
/** Web: a task was done. Refused when unknown or not open. */
export const completeTask = defineUpdate<Applied, [{ key: string; outcome?: string; note?: string } & Keyed]>(
  'completeTask',
);
/** Web: a task is not wanted. Refused when unknown or not open. */
export const dismissTask = defineUpdate<Applied, [{ key: string } & Keyed]>('dismissTask');
/** Web: ask again later. Refused when unknown, not open, or `until` has passed. */
export const snoozeTask = defineUpdate<Applied, [{ key: string; until: string } & Keyed]>('snoozeTask');
/** Web: how one kind of message may leave (H15). */
export const setApproval = defineUpdate<Applied, [{ step: string; approval: string } & Keyed]>('setApproval');

export interface InterviewDescription {
  facts: number;
  decision: Decision | null;
  /** Why the rules could not be asked the last time, or null. */
  trouble: string | null;
  closed: boolean;
}
/** How it stands: the last decision and the number of facts. */
export const describeInterview = defineQuery<InterviewDescription>('describeInterview');
/** Every fact, oldest first: the whole memory of the interview. */
export const facts = defineQuery<Fact[]>('facts');

/** To the candidate's workflow. From an interview or the web: the others should look again. `from` is not told itself. */
export const tellSiblings = defineSignal<[{ why: string; from: string | null } & Keyed]>('tellSiblings');
