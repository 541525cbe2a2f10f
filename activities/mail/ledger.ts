/**
 * The one way a message leaves (DESIGN, decision 5: "One email, honestly").
 *
 * One short transaction locks the row, takes the contact slot, obeys the switches, asks the gate and writes `sending`
 * with the bytes. The SMTP conversation is outside of it. Then `sent` with the server's answer, or what else is known.
 * A row that is found in `sending` belongs to an attempt whose end nobody saw: it becomes `uncertain` and is not sent.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { MessageStatus } from '../../client/service';
import { findCandidate } from '../../data/candidates';
import type { Database, Queryable } from '../../data/database';
import { findInterview, type Interview } from '../../data/interviews';
import { rememberMessageId } from '../../data/message-ids';
import { findMessageByKey, type Message, readMessageBytes } from '../../data/messages';
import {
  beginSending,
  endSending,
  lockContactSlots,
  lockMessage,
  markHeld,
  markUncertain,
  settleUncertain,
} from '../../data/sending';
import { readSettings } from '../../data/settings';
import type { Refusal } from '../../policy/decision';
import { domainOf, normaliseAddress } from '../../policy/identity';
import { type MailBytes, personalMail, rehearsalMail, replyAddress, UnusableAddress } from './message-bytes';
import { messageIdFor } from './message-id';
import type { Delivery, MailTransport, RefusedRecipient } from './transport';

/**
 * Asked inside the transaction, with the contact slot taken: may this still go out? It must read through `tx`, decide
 * by `mayStillSend`, and do nothing else. It may be asked more than once.
 */
export type Gate = (tx: Queryable, message: Message) => Promise<Refusal | null>;

export interface LedgerDeps {
  db: Database;
  transport: MailTransport;
  /** `AFTERVIEW_MAIL_DOMAIN`: for Message-IDs; else the domain of the candidate's address. */
  mailDomain?: string | null | undefined;
  /** `AFTERVIEW_INBOUND_DOMAIN`: for the secret reply address; none without it. */
  inboundDomain?: string | null | undefined;
}

export type SendResult =
  /** The server has it, now or since an earlier call (`again`). */
  | {
      result: 'sent';
      /** On the interview's clock. */
      at: string;
      messageId: string;
      answer: string;
      again: boolean;
      /** It went to the candidate alone (first-sends mode). */
      rehearsal: boolean;
      /** Recipients the server refused although it took the message. */
      refused: RefusedRecipient[];
    }
  /** The gate, or a switch, said no: approved as before, to be decided anew. */
  | { result: 'held'; refusal: Refusal }
  /** Surely not accepted: the same bytes may go again, after a pause. */
  | { result: 'retry'; why: string; code: number | null }
  /** Refused for good. `address` is to blame where the server said so. */
  | { result: 'failed'; why: string; code: number | null; address: string | null }
  /** Nobody can tell. It counts as outreach, and only a person or a proof settles it. */
  | { result: 'uncertain'; why: string }
  /** Nothing to send: still a draft, or withdrawn, skipped, lapsed, gone. */
  | { result: 'not_ready'; status: MessageStatus | 'missing' };

export interface SendRequest {
  interviewId: string;
  stepKey: string;
  /** The interview's clock. */
  now: string;
  gate: Gate;
}

/**
 * Sends one message of the ledger, at most once. May be called again at any time, by anybody, at once: only one call
 * reaches the mail server. Throws what the database and the gate throw: nothing was sent then, or the row says
 * `sending` and the next call makes it `uncertain`.
 */
export async function sendOne(deps: LedgerDeps, request: SendRequest): Promise<SendResult> {
  const row = await findMessageByKey(deps.db, request.interviewId, request.stepKey);
  if (!row) return { result: 'not_ready', status: 'missing' };
  const began = Date.now();
  const ready = await deps.db.transaction((tx) => prepare(tx, deps, row.id, request));
  if ('result' in ready) return ready;
  const delivery = await deps.transport.deliver(ready.mail);
  // H2: the moment of acceptance, on the interview's clock.
  const at = new Date(Date.parse(request.now) + (Date.now() - began)).toISOString();
  await written(() => endSending(deps.db, ready.id, ready.attempt, endOf(delivery, at)));
  return resultOf(delivery, at, ready);
}

interface Ready {
  id: string;
  attempt: number;
  mail: MailBytes;
  messageId: string;
  rehearsal: boolean;
}

async function prepare(
  tx: Queryable,
  deps: LedgerDeps,
  id: string,
  { now, gate }: SendRequest,
): Promise<Ready | SendResult> {
  const message = await lockMessage(tx, id);
  if (!message) return { result: 'not_ready', status: 'missing' };
  if (message.status === 'sending') {
    const why = 'an earlier attempt ended without a trace: the mail may have been accepted';
    await markUncertain(tx, id, why);
    return { result: 'uncertain', why };
  }
  if (message.status === 'uncertain') return { result: 'uncertain', why: message.failure ?? 'unknown' };
  if (message.status === 'sent') return sentBefore(message);
  if (message.status === 'failed') {
    return { result: 'failed', why: message.failure ?? 'refused', code: null, address: null };
  }
  if (message.status !== 'approved' || message.channel !== 'email') {
    return { result: 'not_ready', status: message.status };
  }
  await lockContactSlots(tx, message.candidateId, slotsOf(message));
  const settings = await readSettings(tx);
  const refusal = settings.stopped ? STOPPED : await gate(tx, message);
  if (refusal) {
    await markHeld(tx, id, refusal.rule, refusal.until);
    return { result: 'held', refusal };
  }
  const interview = await findInterview(tx, message.interviewId);
  if (!interview) return { result: 'not_ready', status: 'missing' };
  return begin(tx, deps, { message, interview, now, rehearsal: settings.first_sends });
}

const STOPPED: Refusal = {
  rule: 'stop',
  text: 'Everything is stopped: nothing leaves until it is started again.',
  until: null,
};

async function begin(
  tx: Queryable,
  deps: LedgerDeps,
  of: { message: Message; interview: Interview; now: string; rehearsal: boolean },
): Promise<Ready | SendResult> {
  const { message, interview, now, rehearsal } = of;
  const kept = message.firstSends === rehearsal ? await keptBytes(tx, message) : null;
  let mail: MailBytes;
  let messageId = message.messageId;
  try {
    if (kept) mail = kept;
    else {
      const candidate = (await findCandidate(tx, message.candidateId))?.profile ?? interview.intake.candidate;
      const domain = deps.mailDomain || domainOf(candidate.email);
      const { drafting, stepKey } = message;
      messageId = messageIdFor(interview.id, stepKey, { drafting, rehearsal, domain });
      mail = await (rehearsal ? rehearsalMail : personalMail)({
        ...message,
        messageId,
        from: { name: candidate.name, address: candidate.email },
        replyTo: replyAddress(interview.replyToken, deps.inboundDomain),
        date: now,
      });
    }
  } catch (error) {
    if (!(error instanceof UnusableAddress)) throw error;
    await tx.query(`update messages set status = 'failed', failure = $2, updated_real = now() where id = $1`, [
      message.id,
      error.message,
    ]);
    return { result: 'failed', why: error.message, code: null, address: error.address };
  }
  const attempt = await beginSending(tx, message.id, { at: now, ...mail, messageId, firstSends: rehearsal });
  // Before the first byte: an answer to a mail of uncertain fate must find its interview too.
  const [contactId = null] = message.contactIds;
  await rememberMessageId(tx, { messageId, interviewId: interview.id, contactId, direction: 'out', at: now });
  return { id: message.id, attempt, mail, messageId, rehearsal };
}

async function keptBytes(tx: Queryable, message: Message): Promise<MailBytes | null> {
  const raw = await readMessageBytes(tx, message.id);
  return raw && message.envelope ? { raw, envelope: message.envelope } : null;
}

/** H1 by organisation or agency; C4 by referee, over all interviews. */
function slotsOf(message: Message): string[] {
  const referees = message.step.startsWith('referee_') ? message.to : [];
  return [message.organisationKey, ...referees.map((address) => `referee:${normaliseAddress(address)}`)];
}

function sentBefore(message: Message): SendResult {
  return {
    result: 'sent',
    at: message.sentAt ?? message.sendingAt ?? message.dueAt,
    messageId: message.messageId,
    answer: message.serverAnswer ?? '',
    again: true,
    rehearsal: message.firstSends,
    refused: [],
  };
}

function endOf(delivery: Delivery, at: string): Parameters<typeof endSending>[3] {
  switch (delivery.outcome) {
    case 'accepted': {
      const refused = delivery.refused.map(({ address, text }) => `${address}: ${text}`).join('; ');
      return { status: 'sent', at, answer: delivery.answer, failure: refused || null };
    }
    case 'refused':
      return { status: delivery.permanent ? 'failed' : 'approved', failure: delivery.text };
    case 'not_sent':
      return { status: 'approved', failure: delivery.why };
    case 'uncertain':
      return { status: 'uncertain', failure: delivery.why };
  }
}

function resultOf(delivery: Delivery, at: string, ready: Ready): SendResult {
  switch (delivery.outcome) {
    case 'accepted': {
      const { answer, refused } = delivery;
      return {
        result: 'sent',
        at,
        messageId: ready.messageId,
        answer,
        again: false,
        rehearsal: ready.rehearsal,
        refused,
      };
    }
    case 'refused': {
      const { text: why, code } = delivery;
      if (!delivery.permanent) return { result: 'retry', why, code };
      const [blamed] = delivery.refused;
      const address = delivery.about === 'recipient' ? (blamed?.address ?? ready.mail.envelope.to[0] ?? null) : null;
      return { result: 'failed', why, code, address };
    }
    case 'not_sent':
      return { result: 'retry', why: delivery.why, code: null };
    case 'uncertain':
      return { result: 'uncertain', why: delivery.why };
  }
}

/**
 * The end of an attempt must be written: what is lost here makes a mail uncertain that was not. So a database that is
 * away for a moment is waited for.
 */
async function written(write: () => Promise<boolean>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await write();
      return;
    } catch (error) {
      if (attempt >= 6) throw error;
      await sleep(100 * 2 ** attempt);
    }
  }
}

/**
 * A person (or a proof) settles an uncertain message: it arrived, or it is to be sent again, with the same bytes. Null:
 * it is not uncertain, or an attempt may still be under way.
 */
export async function settleOne(
  deps: LedgerDeps,
  message: { interviewId: string; stepKey: string; arrived: boolean },
): Promise<Message | null> {
  const row = await findMessageByKey(deps.db, message.interviewId, message.stepKey);
  return row && settleUncertain(deps.db, row.id, message.arrived, deps.transport.longestMs / 1_000);
}
