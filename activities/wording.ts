/** The words of a step, and to which addresses and into which thread they go. Only facts on file (A2, E7). */
import type { Queryable } from '../data/database';
import { threadWith } from '../data/message-ids';
import { listMessages } from '../data/messages';
import { composeLetter } from '../letters/compose';
import { fold } from '../policy/case';
import type { Step } from '../policy/decision';
import type { Fact } from '../policy/facts';
import type { Letter } from '../policy/letter-request';
import { letterRequest } from '../policy/letter-request-of';
import type { Surroundings } from '../policy/surroundings';
import { contactById, refereeById, viewOf } from '../policy/view';
import type { ActivityDeps } from './deps';
import { failure } from './failures';
import { invitationIn } from './inbound/invitation';

export interface CaseNow {
  interviewId: string;
  facts: Fact[];
  now: string;
  around: Surroundings;
}

export interface Thread {
  subject: string | null;
  inReplyTo: string | null;
  references: string[];
}

/** Composes the letter, call script or task text of a step. */
export async function wordsFor(
  deps: Pick<ActivityDeps, 'link' | 'db'>,
  { interviewId, facts, now, around }: CaseNow,
  step: Step,
  thread: Thread,
): Promise<Letter> {
  const request = letterRequest(facts, step, now, around, await linksFor(deps, interviewId, step));
  // G3: the next round is confirmed, and prepared for, with its day and time where they are known.
  const invitation = step.step === 'confirm' ? await invitationIn(deps.db, facts) : null;
  return composeLetter({
    ...request,
    ...(invitation && { agreedAt: invitation.startsAt }),
    threadSubject: request.threadSubject ?? thread.subject,
  });
}

/** C2: a referee may answer by a link. */
async function linksFor(
  { link }: Pick<ActivityDeps, 'link'>,
  interviewId: string,
  step: Step,
): Promise<Record<string, string>> {
  const refereeId = step.to[0];
  if (step.step !== 'referee_ask' || step.channel !== 'email' || refereeId === undefined) return {};
  const agree = await link({ purpose: 'agree', interviewId, refereeId });
  const decline = await link({ purpose: 'decline', interviewId, refereeId });
  return agree && decline ? { agree, decline } : {};
}

/** Addresses of everybody the step goes to, in the order of its ids. A missing one is a failure: nothing is guessed (A2). */
export function addressesFor({ facts, now, around }: CaseNow, ids: readonly string[]): string[] {
  const view = viewOf(fold(facts), Date.parse(now), around);
  return ids.map((id) => {
    const address =
      id === 'candidate' ? view.file.intake.candidate.email : (contactById(view, id) ?? refereeById(view, id))?.email;
    if (!address) throw failure('NobodyToWriteTo', `no address on file for ${id}`);
    return address;
  });
}

/** The name a task shows: whom it concerns. */
export function contactName({ facts, now, around }: CaseNow, step: Step): string | null {
  const view = viewOf(fold(facts), Date.parse(now), around);
  const contact = contactById(view, step.to[0] ?? '');
  if (contact)
    return [contact.honorific, contact.givenName, contact.familyName].filter((part) => part !== '').join(' ');
  return refereeById(view, step.to[0] ?? '')?.name ?? null;
}

const NO_THREAD: Thread = { subject: null, inReplyTo: null, references: [] };

/** A letter to somebody one has written with goes on in that conversation, under its subject. */
export async function threadFor(q: Queryable, interviewId: string, step: Step): Promise<Thread> {
  const contactId = step.to[0];
  if (step.channel !== 'email' || contactId === undefined || contactId === 'candidate') return NO_THREAD;
  const thread = await threadWith(q, interviewId, contactId);
  const last = thread.at(-1);
  if (!last) return NO_THREAD;
  const ours = new Set(thread.map(({ messageId }) => messageId));
  const earlier = (await listMessages(q, interviewId)).filter(({ messageId }) => ours.has(messageId)).at(-1);
  return {
    subject: earlier?.subject ?? null,
    inReplyTo: last.messageId,
    references: thread.map(({ messageId }) => messageId),
  };
}
