/** Mail in: stored whole before anything else happens to it (DESIGN: "A webhook never loses a mail"). */
import type { Classification, ParsedMail } from '../mail/types';
import { first, json, type Queryable, type SqlValue } from './database';
import { newId } from './ids';

/** stored → read → sorted | review | ignored | quarantined */
export type InboxState = 'stored' | 'read' | 'sorted' | 'review' | 'ignored' | 'quarantined';

/** How it was found to belong, or what it may belong to: likeliest first. */
export interface Correlation {
  interviewId: string | null;
  how: string;
  candidates: { interviewId: string; label: string; reason: string }[];
}

export interface InboxMail {
  id: string;
  mailKey: string;
  source: string;
  trusted: boolean;
  envelopeTo: string | null;
  receivedReal: string;
  state: InboxState;
  parsed: ParsedMail | null;
  guess: Classification | null;
  correlation: Correlation | null;
  interviewId: string | null;
  candidateId: string | null;
  contactId: string | null;
  kind: string | null;
  decidedBy: 'reader' | 'person' | null;
  decidedReal: string | null;
  /** What a person set right: dates, kind, interview. */
  correction: unknown;
}

const COLUMNS = `id, mail_key as "mailKey", source, trusted, envelope_to as "envelopeTo",
  received_real as "receivedReal", state, parsed, guess, correlation, interview_id as "interviewId",
  candidate_id as "candidateId", contact_id as "contactId", kind, decided_by as "decidedBy",
  decided_real as "decidedReal", correction`;

/** Once this resolves the mail is safe. The same key again is `known`, and its id the first one's. */
export async function storeMail(
  q: Queryable,
  mail: { mailKey: string; source: string; trusted: boolean; envelopeTo: string | null; raw: Uint8Array },
): Promise<{ id: string; known: boolean }> {
  const rows = await q.query<{ id: string }>(
    `insert into inbox (id, mail_key, source, trusted, envelope_to, raw) values ($1, $2, $3, $4, $5, $6)
     on conflict (mail_key) do nothing returning id`,
    [newId('mail'), mail.mailKey, mail.source, mail.trusted, mail.envelopeTo, mail.raw],
  );
  if (rows[0]) return { id: rows[0].id, known: false };
  const known = await q.query<{ id: string }>('select id from inbox where mail_key = $1', [mail.mailKey]);
  if (!known[0]) throw new Error('the mail was neither stored nor known');
  return { id: known[0].id, known: true };
}

export async function findMail(q: Queryable, id: string): Promise<InboxMail | null> {
  return first(await q.query<InboxMail>(`select ${COLUMNS} from inbox where id = $1`, [id]));
}

/** By the key that is the same for every copy of a mail. */
export async function findMailByKey(q: Queryable, mailKey: string): Promise<InboxMail | null> {
  return first(await q.query<InboxMail>(`select ${COLUMNS} from inbox where mail_key = $1`, [mailKey]));
}

export async function readMailBytes(q: Queryable, id: string): Promise<Uint8Array | null> {
  const rows = await q.query<{ raw: Uint8Array }>('select raw from inbox where id = $1', [id]);
  return rows[0]?.raw ?? null;
}

/** Newest first, at most 500; all states unless told. */
export async function listInbox(
  q: Queryable,
  filter: { state?: InboxState; interviewId?: string } = {},
): Promise<InboxMail[]> {
  return q.query<InboxMail>(
    `select ${COLUMNS} from inbox
     where ($1::text is null or state = $1) and ($2::text is null or interview_id = $2)
     order by received_real desc, id limit 500`,
    [filter.state ?? null, filter.interviewId ?? null],
  );
}

/** Stored, and still not read after so many seconds: what a crash left behind (the sweeper's work), oldest first. */
export async function listUnreadMail(q: Queryable, olderThanSeconds: number): Promise<InboxMail[]> {
  return q.query<InboxMail>(
    `select ${COLUMNS} from inbox
     where state in ('stored', 'read') and received_real <= now() - make_interval(secs => $1)
     order by received_real limit 100`,
    [olderThanSeconds],
  );
}

export interface MailChange {
  state?: InboxState;
  parsed?: ParsedMail | null;
  guess?: Classification | null;
  correlation?: Correlation | null;
  interviewId?: string | null;
  candidateId?: string | null;
  contactId?: string | null;
  kind?: string | null;
  /** Sets the moment of the decision too; null takes it back (undo). */
  decidedBy?: 'reader' | 'person' | null;
  correction?: unknown;
}

/** Sets what is named and leaves the rest. `unless` keeps a mail in one of those states as it is (null). */
export async function changeMail(
  q: Queryable,
  id: string,
  to: MailChange,
  unless: InboxState[] = [],
): Promise<InboxMail | null> {
  const set: string[] = [];
  const params: SqlValue[] = [id, unless];
  const put = (column: string, value: SqlValue | undefined) => {
    if (value !== undefined) set.push(`${column} = $${params.push(value)}`);
  };
  const asJson = (value: unknown) => (value === undefined ? undefined : value === null ? null : json(value));
  put('state', to.state);
  put('parsed', asJson(to.parsed));
  put('guess', asJson(to.guess));
  put('correlation', asJson(to.correlation));
  put('interview_id', to.interviewId);
  put('candidate_id', to.candidateId);
  put('contact_id', to.contactId);
  put('kind', to.kind);
  put('decided_by', to.decidedBy);
  if (to.decidedBy !== undefined) set.push(`decided_real = ${to.decidedBy === null ? 'null' : 'now()'}`);
  put('correction', asJson(to.correction));
  if (set.length === 0) return findMail(q, id);
  const rows = await q.query<InboxMail>(
    `update inbox set ${set.join(', ')} where id = $1 and not (state = any($2::text[])) returning ${COLUMNS}`,
    params,
  );
  return first(rows);
}
