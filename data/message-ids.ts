/** Message-IDs of ours and theirs, for threading and correlation. Without angle brackets (mail/message-id.ts). */
import { first, type Queryable } from './database';

export interface KnownMessageId {
  messageId: string;
  interviewId: string;
  contactId: string | null;
  direction: 'out' | 'in';
  at: string;
}

const COLUMNS = `message_id as "messageId", interview_id as "interviewId", contact_id as "contactId", direction, at`;

/** Keeps the first that is said of an id: a forged mail with an id of ours cannot take it over. */
export async function rememberMessageId(q: Queryable, known: KnownMessageId): Promise<void> {
  await q.query(
    `insert into message_ids (message_id, interview_id, contact_id, direction, at) values ($1, $2, $3, $4, $5)
     on conflict (message_id) do nothing`,
    [known.messageId, known.interviewId, known.contactId, known.direction, known.at],
  );
}

/** Those of `ids` that are known, newest first. */
export async function findMessageIds(q: Queryable, ids: string[]): Promise<KnownMessageId[]> {
  if (ids.length === 0) return [];
  return q.query<KnownMessageId>(
    `select ${COLUMNS} from message_ids where message_id = any($1::text[]) order by at desc`,
    [ids],
  );
}

/** The newest mail to or from that contact in an interview: what the next one answers (In-Reply-To). */
export async function lastMessageIdWith(
  q: Queryable,
  interviewId: string,
  contactId: string,
): Promise<KnownMessageId | null> {
  const rows = await q.query<KnownMessageId>(
    `select ${COLUMNS} from message_ids where interview_id = $1 and contact_id = $2 order by at desc limit 1`,
    [interviewId, contactId],
  );
  return first(rows);
}

/** The thread with that contact, oldest first (References), at most the last 20. */
export async function threadWith(q: Queryable, interviewId: string, contactId: string): Promise<KnownMessageId[]> {
  const rows = await q.query<KnownMessageId>(
    `select ${COLUMNS} from message_ids where interview_id = $1 and contact_id = $2 order by at desc limit 20`,
    [interviewId, contactId],
  );
  return rows.reverse();
}
