/**
 * The message ledger: one row per step key of an interview. Drafts are made and changed here; what happens from
 * `sending` on is in data/sending.ts, which activities/mail/ledger.ts alone calls.
 */
import type { MessageStatus, MessageView } from '../client/service';
import type { LetterFlags, StepName } from '../policy/decision';
import type { Approval } from '../policy/intake';
import { first, json, type Queryable } from './database';
import { newId } from './ids';

export interface Envelope {
  from: string;
  to: string[];
}

export interface Message extends Omit<MessageView, 'mode'> {
  interviewId: string;
  candidateId: string;
  /** Contacts or referees it goes to. */
  contactIds: string[];
  /** The ledger it counts in (H1): organisation or agency. */
  organisationKey: string;
  edited: boolean;
  mode: Approval;
  letter: LetterFlags;
  inReplyTo: string | null;
  references: string[];
  /** Whether bytes exist: from the first `sending` on, text and recipients are fixed. */
  hasBytes: boolean;
  envelope: Envelope | null;
  /** True: it went, or is going, to the candidate alone. */
  firstSends: boolean;
  drafting: number;
  approvedAt: string | null;
  sendingAt: string | null;
  attempts: number;
  serverAnswer: string | null;
}

export const MESSAGE_COLUMNS = `id, interview_id as "interviewId", candidate_id as "candidateId", step_key as "stepKey",
  step, rules, reason, channel, status, contact_ids as "contactIds", to_addresses as "to", cc_addresses as "cc",
  organisation_key as "organisationKey", subject, text, edited, mode, letter, message_id as "messageId",
  in_reply_to as "inReplyTo", refs as "references", raw is not null as "hasBytes", envelope,
  first_sends as "firstSends", drafting, due_at as "dueAt", approved_at as "approvedAt", sending_at as "sendingAt",
  sent_at as "sentAt", attempts, server_answer as "serverAnswer", failure, held_until as "heldUntil",
  held_rule as "heldRule"`;

export interface NewMessage {
  interviewId: string;
  candidateId: string;
  stepKey: string;
  step: StepName;
  rules: string[];
  reason: string;
  channel?: string;
  contactIds: string[];
  to: string[];
  cc: string[];
  organisationKey: string;
  subject: string;
  text: string;
  mode: Approval;
  letter: LetterFlags;
  /** Without angle brackets; see `messageIdFor`. */
  messageId: string;
  inReplyTo: string | null;
  references: string[];
  dueAt: string;
  /** `approved` where the mode lets it go without asking. */
  status?: 'draft' | 'approved';
}

/**
 * Makes the draft of a step key. The row is there already: nothing changes, except that a withdrawn or failed
 * message is drafted again in its row. Should bytes of the earlier draft exist (surely not accepted by any server, or it
 * could not have been withdrawn), `drafting` grows, so that the new ones get a Message-ID of their own.
 */
export async function openDraft(q: Queryable, draft: NewMessage): Promise<Message> {
  const rows = await q.query<Message>(
    `insert into messages (id, interview_id, candidate_id, step_key, step, rules, reason, channel, status, contact_ids,
       to_addresses, cc_addresses, organisation_key, subject, text, mode, letter, message_id, in_reply_to, refs, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
     on conflict (interview_id, step_key) do update set
       rules = excluded.rules, reason = excluded.reason, status = excluded.status, contact_ids = excluded.contact_ids,
       to_addresses = excluded.to_addresses, cc_addresses = excluded.cc_addresses,
       organisation_key = excluded.organisation_key, subject = excluded.subject, text = excluded.text,
       edited = false, mode = excluded.mode, letter = excluded.letter, in_reply_to = excluded.in_reply_to,
       refs = excluded.refs, due_at = excluded.due_at, approved_at = null, sending_at = null, failure = null,
       held_until = null, held_rule = null, updated_real = now(),
       drafting = messages.drafting + (messages.raw is not null)::integer, raw = null, envelope = null
     where messages.status in ('withdrawn', 'failed')
     returning ${MESSAGE_COLUMNS}`,
    [
      newId('msg'),
      draft.interviewId,
      draft.candidateId,
      draft.stepKey,
      draft.step,
      json(draft.rules),
      draft.reason,
      draft.channel ?? 'email',
      draft.status ?? 'draft',
      json(draft.contactIds),
      json(draft.to),
      json(draft.cc),
      draft.organisationKey,
      draft.subject,
      draft.text,
      draft.mode,
      json(draft.letter),
      draft.messageId,
      draft.inReplyTo,
      json(draft.references),
      draft.dueAt,
    ],
  );
  const made = rows[0] ?? (await findMessageByKey(q, draft.interviewId, draft.stepKey));
  if (!made) throw new Error(`no ledger row for ${draft.stepKey}`);
  return made;
}

export async function findMessage(q: Queryable, id: string): Promise<Message | null> {
  return first(await q.query<Message>(`select ${MESSAGE_COLUMNS} from messages where id = $1`, [id]));
}

export async function findMessageByKey(q: Queryable, interviewId: string, stepKey: string): Promise<Message | null> {
  const rows = await q.query<Message>(
    `select ${MESSAGE_COLUMNS} from messages where interview_id = $1 and step_key = $2`,
    [interviewId, stepKey],
  );
  return first(rows);
}

/** All messages of an interview, by due moment. */
export async function listMessages(q: Queryable, interviewId: string): Promise<Message[]> {
  return q.query<Message>(`select ${MESSAGE_COLUMNS} from messages where interview_id = $1 order by due_at, step_key`, [
    interviewId,
  ]);
}

/** The bytes as they were, or will be, handed to the mail server; null before the first `sending`. */
export async function readMessageBytes(q: Queryable, id: string): Promise<Uint8Array | null> {
  const rows = await q.query<{ raw: Uint8Array | null }>('select raw from messages where id = $1', [id]);
  return rows[0]?.raw ?? null;
}

/** What the contract shows of a row. */
export function messageView(message: Message): MessageView {
  const { id, step, stepKey, rules, reason, status, channel, to, cc, subject, text, messageId, dueAt, sentAt } =
    message;
  const { mode, failure, heldUntil, heldRule } = message;
  return {
    ...{ id, step, stepKey, rules, reason, status, channel, to, cc, subject, text, messageId, dueAt, sentAt },
    ...{ mode, failure, heldUntil, heldRule },
  };
}

async function change(
  q: Queryable,
  id: string,
  set: string,
  from: readonly MessageStatus[],
  params: (string | boolean | null)[] = [],
  also = '',
): Promise<Message | null> {
  const rows = await q.query<Message>(
    `update messages set ${set}, updated_real = now()
     where id = $1 and status = any($2::text[]) ${also} returning ${MESSAGE_COLUMNS}`,
    [id, [...from], ...params],
  );
  return first(rows);
}

/** Draft to approved; approved stays so. Null: it is past that. */
export async function approveMessage(q: Queryable, id: string, at: string): Promise<Message | null> {
  return change(q, id, `status = 'approved', approved_at = coalesce(approved_at, $3)`, ['draft', 'approved'], [at]);
}

/** The candidate's own words. Null where it is past that: its bytes are fixed, or it is gone. */
export async function editMessage(
  q: Queryable,
  id: string,
  edit: { subject: string; text: string },
): Promise<Message | null> {
  return change(
    q,
    id,
    'subject = $3, text = $4, edited = true',
    ['draft', 'approved'],
    [edit.subject, edit.text],
    'and raw is null',
  );
}

/**
 * A draft written anew because what it says changed. An edited one and one that is approved keep their words: the
 * policy withdraws them where they became wrong. Null: kept.
 */
export async function rewriteDraft(
  q: Queryable,
  id: string,
  letter: { subject: string; text: string; letter: LetterFlags; to?: string[]; cc?: string[] },
): Promise<Message | null> {
  return change(
    q,
    id,
    `subject = $3, text = $4, letter = $5, to_addresses = coalesce($6::jsonb, to_addresses),
     cc_addresses = coalesce($7::jsonb, cc_addresses)`,
    ['draft'],
    [
      letter.subject,
      letter.text,
      json(letter.letter),
      letter.to ? json(letter.to) : null,
      letter.cc ? json(letter.cc) : null,
    ],
    'and not edited and raw is null',
  );
}

/** Another due moment for what has not left. */
export async function retimeMessage(q: Queryable, id: string, dueAt: string, reason: string): Promise<Message | null> {
  return change(q, id, 'due_at = $3, reason = $4', ['draft', 'approved'], [dueAt, reason]);
}

/** The candidate does not want it. */
export async function skipMessage(q: Queryable, id: string): Promise<Message | null> {
  return change(q, id, `status = 'skipped'`, ['draft', 'approved', 'skipped']);
}

/** The policy takes it back. Null: it is on its way, gone or over already. */
export async function withdrawMessage(q: Queryable, id: string, rule: string): Promise<Message | null> {
  return change(q, id, `status = 'withdrawn', held_rule = $3`, ['draft', 'approved', 'withdrawn'], [rule]);
}

/** H15: nobody approved it in time. */
export async function lapseMessage(q: Queryable, id: string): Promise<Message | null> {
  return change(q, id, `status = 'lapsed', held_rule = 'H15'`, ['draft', 'approved', 'lapsed']);
}
