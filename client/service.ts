/**
 * What the pages, the HTTP API and the webhook may ask for: one interface, so that the web process knows neither
 * Temporal nor SQL. Implemented in `client/afterview.ts`. Ids are opaque; instants ISO 8601 on the interview's clock.
 */

import type { Invitation } from '../activities/inbound/invitation';
import type { Classification, ParsedMail } from '../mail/types';
import type { Decision, Outcome, Stage, StepName } from '../policy/decision';
import type { Contact, Intake } from '../policy/intake';

/** One problem of an input, with the path of the field (`contacts.1.email`). */
export interface Problem {
  path: string;
  message: string;
}

/** Thrown by the service; the web layer turns them into answers (RFC 9457). */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';
  constructor(readonly problems: Problem[]) {
    super(problems.map((p) => `${p.path}: ${p.message}`).join('; '));
  }
}
/** 404: no such interview, message, task or mail. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}
/** 409: refused, with the reason a person can read. */
export class Refused extends Error {
  override readonly name = 'Refused';
}
/** 503: no worker or no server answers just now; nothing was half done. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

export interface InterviewView {
  id: string;
  candidateId: string;
  candidateName: string;
  organisation: string;
  role: string;
  stage: Stage;
  outcome: Outcome;
  /** The workflow's (perhaps virtual) clock. */
  now: string;
  nextActionAt: string | null;
  promisedDate: { date: string; assumed: boolean } | null;
  workflowId: string;
  needsPerson: boolean;
  replyAddress: string | null;
}

export interface InterviewDetail extends InterviewView {
  /** As it stands: people and promises that came, changed or went since are in it. */
  intake: Intake;
  /** Contacts whose place somebody else took. */
  former: Contact[];
  decision: Decision | null;
  /** What each referee of the intake has said so far: yes, no, or (null) nothing yet. */
  referees: { id: string; name: string; agrees: boolean | null; prefers: string | null }[];
  /** The next round, as the mail that invited to it says for certain. */
  invitation: Invitation | null;
}

export type MessageStatus =
  | 'draft'
  | 'approved'
  | 'sending'
  | 'sent'
  | 'uncertain'
  | 'withdrawn'
  | 'lapsed'
  | 'failed'
  | 'skipped';

export interface MessageView {
  id: string;
  step: StepName;
  stepKey: string;
  rules: string[];
  reason: string;
  status: MessageStatus;
  channel: string;
  to: string[];
  cc: string[];
  subject: string;
  text: string;
  messageId: string;
  dueAt: string;
  sentAt: string | null;
  mode: string;
  failure: string | null;
  heldUntil: string | null;
  heldRule: string | null;
}

export interface TaskView {
  id: string;
  step: StepName;
  stepKey: string;
  rules: string[];
  reason: string;
  status: 'open' | 'done' | 'dismissed' | 'snoozed' | 'withdrawn' | 'lapsed';
  channel: string;
  about: string | null;
  dueAt: string;
  title: string;
  text: string;
  contact: string | null;
}

/** One step of the course ahead; the same shape as the CLI's `plan`. */
export interface PlanStep {
  step: StepName;
  rules: string[];
  due: string;
  to: string[];
  cc: string[];
  channel: string;
  reason: string;
  draft: { subject: string; text: string } | null;
}

export interface TimelineEntry {
  at: string;
  /** Fact type, e.g. `step_sent`. */
  type: string;
  /** One plain sentence. */
  text: string;
  rules: string[];
}

export interface InboxItem {
  id: string;
  receivedAt: string;
  state: string;
  from: string;
  subject: string;
  visibleText: string;
  guess: Classification | null;
  parsed: ParsedMail | null;
  /** Interviews it may belong to, likeliest first, with the reason. */
  candidates: { interviewId: string; label: string; reason: string }[];
  interviewId: string | null;
  kind: string | null;
  problems: string[];
  undoUntil: string | null;
}

export interface OfferInput {
  organisation: string;
  receivedOn: string;
  answerBy?: string | null;
  status?: 'open' | 'accepted' | 'declined' | 'lapsed';
}

export interface AfterviewService {
  /** Validates, stores, starts. The same `Idempotency-Key` again answers the same interview. Throws InvalidInput, Unavailable. */
  startInterview(intake: unknown, idempotencyKey: string | null): Promise<{ view: InterviewView; created: boolean }>;
  interviews(filter?: { candidateId?: string }): Promise<InterviewView[]>;
  interview(id: string): Promise<InterviewDetail>;
  plan(id: string): Promise<{ steps: PlanStep[] }>;
  timeline(id: string): Promise<TimelineEntry[]>;
  messages(id: string): Promise<MessageView[]>;
  tasks(id: string): Promise<TaskView[]>;
  approve(id: string, messageId: string): Promise<MessageView>;
  /** An edit that the etiquette guard blocks throws Refused with the findings in words (G11). */
  edit(id: string, messageId: string, change: { subject?: string; text?: string }): Promise<MessageView>;
  skip(id: string, messageId: string): Promise<MessageView>;
  /** For an `uncertain` message: it arrived, or send again. */
  settle(id: string, messageId: string, arrived: boolean): Promise<MessageView>;
  taskDone(id: string, taskId: string, result: { note?: string; outcome?: string }): Promise<TaskView>;
  taskDismiss(id: string, taskId: string): Promise<TaskView>;
  taskSnooze(id: string, taskId: string, until: string): Promise<TaskView>;
  /** An event of the contract, as the caller wrote it. Throws InvalidInput, NotFound, Refused, Unavailable. */
  report(id: string, event: unknown): Promise<InterviewView>;
  setApproval(id: string, step: string, approval: string): Promise<InterviewView>;
  fastForward(id: string, to: { days: number } | { to: string }): Promise<InterviewView>;
  addOffer(candidateId: string, offer: unknown): Promise<{ id: string }>;
  offers(candidateId: string): Promise<(OfferInput & { id: string })[]>;
  /** Stores first; the caller answers 2xx as soon as this resolves. */
  receiveMail(mail: {
    raw: Uint8Array;
    key?: string;
    envelopeRecipient: string | null;
    source: string;
    trusted: boolean;
  }): Promise<{ id: string; known: boolean }>;
  inbox(state?: string): Promise<InboxItem[]>;
  inboxItem(id: string): Promise<InboxItem>;
  decide(
    id: string,
    decision: {
      interviewId?: string | null;
      kind: string;
      promisedDate?: string;
      absentUntil?: string;
      answerBy?: string;
      refereeId?: string;
    },
  ): Promise<InboxItem>;
  undo(id: string): Promise<InboxItem>;
  settings(): Promise<{
    stopped: boolean;
    firstSends: boolean;
    timeMachine: boolean;
    inbound: string;
    temporalUi: string | null;
    mailSink: string | null;
  }>;
  setStopped(stopped: boolean): Promise<void>;
  setFirstSends(on: boolean): Promise<void>;
  /** Half-filled intake forms, kept until they are sent. */
  saveDraft(token: string, form: Record<string, string>): Promise<void>;
  loadDraft(token: string): Promise<Record<string, string> | null>;
  health(): Promise<{ database: boolean; temporal: boolean; workers: boolean }>;
}
