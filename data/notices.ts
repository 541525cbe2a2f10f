/** Machine notices to the candidate (told ahead, digests, failures; H16): each key goes out at most once. */
import { first, type Queryable } from './database';
import { newId } from './ids';

export interface Notice {
  id: string;
  candidateId: string;
  interviewId: string | null;
  noticeKey: string;
  subject: string;
  text: string;
  messageId: string;
  status: 'waiting' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'unwanted';
  attempts: number;
  at: string;
  sentAt: string | null;
  serverAnswer: string | null;
  failure: string | null;
}

const COLUMNS = `id, candidate_id as "candidateId", interview_id as "interviewId", notice_key as "noticeKey", subject,
  text, message_id as "messageId", status, attempts, at, sent_at as "sentAt", server_answer as "serverAnswer", failure`;

export interface NewNotice {
  candidateId: string;
  interviewId: string | null;
  noticeKey: string;
  subject: string;
  text: string;
  messageId: string;
  at: string;
}

/** The notice of that key, made if new; an older one keeps its words. */
export async function openNotice(q: Queryable, notice: NewNotice): Promise<Notice> {
  await q.query(
    `insert into notices (id, candidate_id, interview_id, notice_key, subject, text, message_id, status, at)
     values ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8) on conflict (candidate_id, notice_key) do nothing`,
    [
      newId('note'),
      notice.candidateId,
      notice.interviewId,
      notice.noticeKey,
      notice.subject,
      notice.text,
      notice.messageId,
      notice.at,
    ],
  );
  const rows = await q.query<Notice>(`select ${COLUMNS} from notices where candidate_id = $1 and notice_key = $2`, [
    notice.candidateId,
    notice.noticeKey,
  ]);
  return rows[0] as Notice;
}

export async function lockNotice(tx: Queryable, id: string): Promise<(Notice & { raw: Uint8Array | null }) | null> {
  const rows = await tx.query<Notice & { raw: Uint8Array | null }>(
    `select ${COLUMNS}, raw from notices where id = $1 for update`,
    [id],
  );
  return first(rows);
}

export async function changeNotice(
  q: Queryable,
  id: string,
  to: {
    status: Notice['status'];
    raw?: Uint8Array;
    begins?: boolean;
    sentAt?: string;
    answer?: string;
    failure?: string | null;
  },
): Promise<void> {
  await q.query(
    `update notices set status = $2, raw = coalesce($3, raw), attempts = attempts + $4, sent_at = coalesce($5, sent_at),
       server_answer = coalesce($6, server_answer), failure = $7 where id = $1`,
    [id, to.status, to.raw ?? null, to.begins ? 1 : 0, to.sentAt ?? null, to.answer ?? null, to.failure ?? null],
  );
}

/** Notices of an interview or candidate, newest first. */
export async function listNotices(q: Queryable, candidateId: string): Promise<Notice[]> {
  return q.query<Notice>(`select ${COLUMNS} from notices where candidate_id = $1 order by at desc, id limit 200`, [
    candidateId,
  ]);
}
