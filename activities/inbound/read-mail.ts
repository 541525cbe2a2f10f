import type { Queryable } from '../../data/database';
import { readFacts } from '../../data/facts';
import { changeMail, findMail, readMailBytes } from '../../data/inbox';
import { findInterview, type Interview } from '../../data/interviews';
import { rememberMessageId } from '../../data/message-ids';
import { type Correlation, correlate } from '../../mail/correlate';
import { normaliseMessageId } from '../../mail/message-id';
import { fold } from '../../policy/case';
import { normaliseAddress } from '../../policy/identity';
import type { ActivityDeps } from '../deps';
import { failure } from '../failures';
import { knowledgeFor } from './knowledge';

/** What was found out about the sender beside the interview; kept with the mail. */
export interface KnownSender {
  refereeId: string | null;
  sender: 'organisation' | 'agency' | 'referee' | 'candidate';
}

/** `theirs`: somebody wrote to the candidate; `own_hand`: the candidate wrote to them (H12); null: nobody knows for certain. */
export type Belongs = 'theirs' | 'own_hand' | null;

const NOT_OVER = ['sorted', 'ignored'] as const;

/**
 * Parses a stored mail and finds the interview it belongs to. Where that is not certain the mail keeps a list of what it
 * may belong to, for a person.
 */
export async function readMail(
  { db, reading }: ActivityDeps,
  { inboxId }: { inboxId: string },
): Promise<{ belongs: Belongs; readable: boolean }> {
  const mail = await findMail(db, inboxId);
  const raw = await readMailBytes(db, inboxId);
  if (!mail || !raw) throw failure('MailUnreadable', 'the mail is not stored');
  // A person was quicker: what they decided stands.
  if (mail.decidedBy === 'person') return { belongs: null, readable: false };
  const outcome = await reading.read(raw);
  if (outcome.state === 'quarantined') {
    await changeMail(db, inboxId, { state: 'quarantined', correlation: unknown(outcome.reason) }, [...NOT_OVER]);
    return { belongs: null, readable: false };
  }
  const parsed = outcome.mail;
  const found = correlate(
    parsed,
    mail.envelopeTo,
    await knowledgeFor(db, parsed, mail.envelopeTo, reading.authenticity),
  );
  const interview = found.match === 'certain' ? await findInterview(db, found.interviewIds[0] ?? '') : null;
  const who = interview ? await senderIn(db, interview, found) : null;
  await changeMail(
    db,
    inboxId,
    {
      state: 'read',
      parsed,
      correlation: {
        interviewId: interview?.id ?? null,
        how: found.how,
        candidates: await offered(db, found),
      },
      interviewId: interview?.id ?? null,
      candidateId: interview?.candidateId ?? null,
      contactId: who?.contactId ?? null,
      ...(who && { correction: { refereeId: who.refereeId, sender: who.sender } satisfies KnownSender }),
    },
    [...NOT_OVER, 'review'],
  );
  const messageId = normaliseMessageId(parsed.messageId);
  if (interview && messageId) {
    await rememberMessageId(db, {
      messageId,
      interviewId: interview.id,
      contactId: who?.contactId ?? who?.refereeId ?? null,
      direction: 'in',
      at: parsed.date ? new Date(parsed.date).toISOString() : mail.receivedReal,
    });
  }
  if (!interview) return { belongs: null, readable: true };
  return { belongs: found.sentByHand ? 'own_hand' : 'theirs', readable: true };
}

/** For a person: it stays listed until somebody decides. */
export async function setMailAside(
  { db }: ActivityDeps,
  { inboxId, reason }: { inboxId: string; reason: string },
): Promise<void> {
  const mail = await findMail(db, inboxId);
  const correlation = mail?.correlation ?? unknown(reason);
  await changeMail(db, inboxId, { state: 'review', correlation }, [...NOT_OVER]);
}

function unknown(reason: string) {
  return { interviewId: null, how: reason, candidates: [] };
}

async function offered(q: Queryable, { interviewIds, reason }: Correlation) {
  const interviews = await Promise.all(interviewIds.slice(0, 10).map((id) => findInterview(q, id)));
  return interviews.flatMap((interview) =>
    interview ? [{ interviewId: interview.id, label: `${interview.role}, ${interview.organisation}`, reason }] : [],
  );
}

async function senderIn(
  q: Queryable,
  interview: Interview,
  { contactAddress, isReferee, sentByHand }: Correlation,
): Promise<KnownSender & { contactId: string | null }> {
  const { contacts, intake } = fold(await factsOf(q, interview));
  const at = (person: { email: string | null }) =>
    contactAddress !== undefined && person.email !== null && normaliseAddress(person.email) === contactAddress;
  const contact = contacts.find(at) ?? null;
  const refereeId = isReferee ? (intake.referees.find(at)?.id ?? null) : null;
  const sender = sentByHand
    ? 'candidate'
    : refereeId !== null
      ? 'referee'
      : contact?.roles.includes('agency_recruiter')
        ? 'agency'
        : 'organisation';
  return { contactId: contact?.id ?? null, refereeId, sender };
}

/** Before its first decision an interview has no stored facts, but it has its intake. */
async function factsOf(q: Queryable, { id, intake, createdReal }: Interview) {
  const facts = await readFacts(q, id);
  return facts.length > 0 ? facts : [{ v: 1 as const, at: createdReal, type: 'intake' as const, intake }];
}
