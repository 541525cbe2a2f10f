/** Machine notices to the candidate (told ahead, digests, failures; H16): each key at most once, honest like the rest. */
import { findCandidate } from '../../data/candidates';
import { changeNotice, lockNotice, openNotice } from '../../data/notices';
import { readSettings } from '../../data/settings';
import { domainOf } from '../../policy/identity';
import type { LedgerDeps } from './ledger';
import { type MailBytes, noticeMail, UnusableAddress, usableAddress } from './message-bytes';
import { messageIdFor } from './message-id';

export interface NoticeDeps extends LedgerDeps {
  /** `https://…` of our pages, for the one-click unsubscription; null: notices say nothing of it. */
  publicUrl?: string | null | undefined;
  /** Whom notices come from; the candidate's own address where none is set, since that is what their server lets out. */
  noticesFrom?: string | null | undefined;
}

export interface NoticeRequest {
  candidateId: string;
  interviewId: string | null;
  /** What makes it one and the same, such as `digest:2026-12-07` or `told_ahead:chase:oneill:1`. */
  noticeKey: string;
  subject: string;
  text: string;
  /** The clock of the candidate's workflows. */
  now: string;
}

export type NoticeResult = 'sent' | 'unwanted' | 'retry' | 'failed' | 'uncertain' | 'stopped';

/** Where the one-click unsubscription is: a POST ends the notices, a GET asks first (RFC 8058). */
export function unsubscribeUrl(publicUrl: string, token: string): string {
  return new URL(`/notices/${token}/unsubscribe`, publicUrl).href;
}

/** Sends a notice unless it was sent, or the candidate does not want any. */
export async function sendNotice(deps: NoticeDeps, request: NoticeRequest): Promise<NoticeResult> {
  const candidate = await findCandidate(deps.db, request.candidateId);
  if (!candidate) return 'unwanted';
  const notice = await openNotice(deps.db, {
    ...request,
    at: request.now,
    messageId: messageIdFor(candidate.id, request.noticeKey, {
      domain: deps.mailDomain || domainOf(candidate.address),
    }),
  });
  const began = Date.now();
  const mail = await deps.db.transaction(async (tx): Promise<MailBytes | NoticeResult> => {
    const row = await lockNotice(tx, notice.id);
    if (!row) return 'unwanted';
    if (row.status === 'sending') {
      await changeNotice(tx, row.id, { status: 'uncertain', failure: 'an earlier attempt ended without a trace' });
      return 'uncertain';
    }
    if (row.status !== 'waiting') return row.status;
    if (!candidate.notices) {
      await changeNotice(tx, row.id, { status: 'unwanted' });
      return 'unwanted';
    }
    if ((await readSettings(tx)).stopped) return 'stopped';
    const to = usableOrNull(candidate.profile.email);
    if (row.raw && to) {
      await changeNotice(tx, row.id, { status: 'sending', begins: true });
      return { raw: row.raw, envelope: { from: deps.noticesFrom || to, to: [to] } };
    }
    try {
      const made = await noticeMail({
        messageId: row.messageId,
        from: { name: 'Afterview', address: deps.noticesFrom || candidate.profile.email },
        to: { name: candidate.profile.name, address: candidate.profile.email },
        subject: row.subject,
        text: row.text,
        date: row.at,
        unsubscribeUrl: deps.publicUrl ? unsubscribeUrl(deps.publicUrl, candidate.noticesToken) : null,
      });
      await changeNotice(tx, row.id, { status: 'sending', raw: made.raw, begins: true });
      return made;
    } catch (error) {
      if (!(error instanceof UnusableAddress)) throw error;
      await changeNotice(tx, row.id, { status: 'failed', failure: error.message });
      return 'failed';
    }
  });
  if (typeof mail === 'string') return mail;
  const delivery = await deps.transport.deliver(mail);
  const sentAt = new Date(Date.parse(request.now) + (Date.now() - began)).toISOString();
  switch (delivery.outcome) {
    case 'accepted':
      await changeNotice(deps.db, notice.id, { status: 'sent', sentAt, answer: delivery.answer });
      return 'sent';
    case 'uncertain':
      await changeNotice(deps.db, notice.id, { status: 'uncertain', failure: delivery.why });
      return 'uncertain';
    case 'not_sent':
      await changeNotice(deps.db, notice.id, { status: 'waiting', failure: delivery.why });
      return 'retry';
    case 'refused':
      await changeNotice(deps.db, notice.id, {
        status: delivery.permanent ? 'failed' : 'waiting',
        failure: delivery.text,
      });
      return delivery.permanent ? 'failed' : 'retry';
  }
}

function usableOrNull(address: string): string | null {
  try {
    return usableAddress(address);
  } catch {
    return null;
  }
}
