import { changeMail, findMail, type InboxState } from '../../data/inbox';
import { findInterview } from '../../data/interviews';
import { classify } from '../../mail/classify';
import type { ActivityDeps } from '../deps';
import { failure } from '../failures';
import { refereeAgrees } from './deliver-mail';
import type { KnownSender } from './read-mail';

/**
 * Says what a mail is, and whether that is sure enough to act on by itself. What would act but belongs to no interview for
 * certain, or comes by a way that is not trusted, is a person's.
 */
export async function classifyMail(
  { db }: ActivityDeps,
  { inboxId }: { inboxId: string },
): Promise<{ state: InboxState }> {
  const mail = await findMail(db, inboxId);
  if (!mail?.parsed) throw failure('MailUnreadable', 'the mail has not been read');
  if (mail.decidedBy === 'person') return { state: 'review' };
  const interview = mail.interviewId ? await findInterview(db, mail.interviewId) : null;
  const { sender } = (mail.correction ?? {}) as Partial<KnownSender>;
  const guess = classify(mail.parsed, {
    receivedAt: mail.receivedReal,
    ...(interview && { timeZone: interview.intake.organisation.timeZone }),
    ...(sender && { sender }),
  });
  // A name is given out only after a plain yes (C2), so a referee's mail that says neither is a person's.
  const unclear = guess.kind === 'referee_reply' && refereeAgrees(guess) === null;
  // After an acceptance a no is mostly a machine clearing its list; only a person knows when it is the offer taken back.
  const contradicts = guess.kind === 'rejection' && interview?.outcome === 'accepted';
  const sure = interview && mail.trusted && !unclear && !contradicts;
  // To ignore a mail changes nothing, so it needs neither an interview nor trust.
  const state = guess.action === 'signal' && !sure ? 'review' : STATES[guess.action];
  const decided = state === 'review' ? {} : { kind: guess.kind, decidedBy: 'reader' as const };
  const changed = await changeMail(db, inboxId, { state, guess, ...decided }, ['sorted', 'ignored']);
  return { state: changed?.state ?? 'review' };
}

const STATES = { signal: 'sorted', review: 'review', ignore: 'ignored' } as const;
