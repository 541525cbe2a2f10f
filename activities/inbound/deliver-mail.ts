import { changeMail, findMail, type InboxMail } from '../../data/inbox';
import type { Classification, DateFound } from '../../mail/types';
import type { NewFact } from '../../workflows/messages';
import type { ActivityDeps } from '../deps';
import { failure } from '../failures';
import type { KnownSender } from './read-mail';

/** `received`: asking steps hold (H3); `sorted`: what it says; `own_hand`: the candidate wrote it (H12). */
export type Told = 'received' | 'sorted' | 'own_hand';

/** Tells the interview about a mail. Each is told once, however often this runs. */
export async function deliverMail(
  { db, deliver }: ActivityDeps,
  { inboxId, what }: { inboxId: string; what: Told },
): Promise<void> {
  const mail = await findMail(db, inboxId);
  if (!mail?.interviewId) throw failure('MailUnreadable', 'the mail belongs to no interview');
  const fact = { received: receivedFact, sorted: sortedFact, own_hand: ownHandFact }[what](mail);
  if (fact) await deliver(mail.interviewId, fact, `${mail.mailKey}:${what}`);
  if (what === 'own_hand') await changeMail(db, inboxId, { state: 'sorted', kind: 'own_hand', decidedBy: 'reader' });
}

export function receivedFact({ mailKey, contactId }: InboxMail): NewFact {
  return { type: 'mail_received', mailKey, ...(contactId && { contactId }) };
}

function ownHandFact({ contactId }: InboxMail): NewFact {
  return { type: 'message_sent_by_hand', ...(contactId && { contactId }) };
}

/** It says as much as an acknowledgement, and holds nothing. */
export function nothingSaidFact({ mailKey }: InboxMail, by: 'reader' | 'person'): NewFact {
  return { type: 'mail_sorted', mailKey, kind: 'acknowledgement', by };
}

function sortedFact(mail: InboxMail): NewFact | null {
  const { mailKey, contactId, correction, guess } = mail;
  if (!guess) return null;
  if (mail.state === 'ignored') return nothingSaidFact(mail, 'reader');
  const { refereeId } = (correction ?? {}) as Partial<KnownSender>;
  return {
    type: 'mail_sorted',
    mailKey,
    kind: guess.kind,
    by: 'reader',
    ...(contactId && { contactId }),
    ...(refereeId && { refereeId }),
    ...saidIn(guess),
  };
}

/** What a classification says, as far as it is certain (H10): the rest is proposed to a person. */
export function saidIn(guess: Classification): Partial<Extract<NewFact, { type: 'mail_sorted' }>> {
  const { promisedDate, absentUntil, answerBy } = guess.dates;
  return {
    ...certain('promisedDate', promisedDate),
    ...certain('absentUntil', absentUntil),
    ...certain('answerBy', answerBy),
    ...(guess.bounce && { bounce: { recipients: guess.bounce.recipients, permanent: guess.bounce.permanent } }),
    ...(guess.doNotWrite && { doNotWrite: true }),
    ...(guess.doNotWriteAll && { doNotWriteAll: true }),
    ...(guess.noCalls && { noCalls: true }),
    ...(guess.weWillContactYou && { weWillContactYou: true }),
    ...(guess.asksFor.length > 0 && { asksFor: guess.asksFor }),
    ...(refereeAgrees(guess) !== null && { refereeAgrees: refereeAgrees(guess) === true }),
  };
}

/** C2: whether a referee's mail says yes or no; null where its words say neither, or both. */
export function refereeAgrees(guess: Classification): boolean | null {
  return guess.kind === 'referee_reply' ? (guess.refereeAgrees ?? null) : null;
}

function certain(name: string, date: DateFound | undefined): Record<string, string> {
  return date?.certain ? { [name]: date.value.slice(0, 10) } : {};
}
