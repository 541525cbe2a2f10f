/** Mail that came in: stored first, read by its workflow, and where that is not sure, decided by a person. */
import { randomUUID } from 'node:crypto';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { nothingSaidFact, receivedFact, saidIn } from '../../activities/inbound/deliver-mail';
import type { KnownSender } from '../../activities/inbound/read-mail';
import { changeMail, findMail, type InboxMail, type InboxState, listInbox, storeMail } from '../../data/inbox';
import { findInterview } from '../../data/interviews';
import { messageKey } from '../../mail/message-key';
import { fold } from '../../policy/case';
import type { AnswerKind } from '../../policy/facts';
import type { inboundMail } from '../../workflows/inbound-mail';
import type { NewFact } from '../../workflows/messages';
import { isDate } from '../intake/fields';
import { type AfterviewService, type InboxItem, InvalidInput, NotFound, type Problem, Refused } from '../service';
import type { AfterviewDeps } from './deps';
import { deliver } from './revive';
import { within } from './temporal';
import { factsOf } from './views';

const KINDS: readonly AnswerKind[] = [
  'rejection',
  'offer',
  'advance',
  'holding',
  'info_request',
  'acknowledgement',
  'auto_reply',
  'bounce',
  'referee_reply',
  'reopened',
  'other',
];
const STATES: readonly InboxState[] = ['stored', 'read', 'sorted', 'review', 'ignored', 'quarantined'];
/** So long what the reader or a person decided can be taken back with one click. */
const UNDO_MS = 24 * 3_600_000;

type Mail = Parameters<AfterviewService['receiveMail']>[0];
type PersonsDecision = Parameters<AfterviewService['decide']>[1];

/** Stores the mail; the same again is known. Its workflow is started at once, or by the sweeper where that fails. */
export async function receiveMail(deps: AfterviewDeps, mail: Mail): Promise<{ id: string; known: boolean }> {
  const mailKey = mail.key ?? messageKey(mail.raw);
  const { envelopeRecipient: envelopeTo, source, trusted, raw } = mail;
  const stored = await storeMail(deps.db, { mailKey, source, trusted, envelopeTo, raw });
  if (!stored.known) await startReading(deps, { id: stored.id, mailKey }).catch(() => undefined);
  return stored;
}

/** Starts the workflow that reads a stored mail; one that was started before goes on alone. */
export async function startReading(
  deps: AfterviewDeps,
  { id, mailKey }: { id: string; mailKey: string },
): Promise<void> {
  try {
    await within(deps, () =>
      deps.client.workflow.start<typeof inboundMail>('inboundMail', {
        taskQueue: deps.taskQueue,
        workflowId: `inbound-${mailKey}`,
        args: [{ inboxId: id }],
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      }),
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

export async function inbox({ db }: AfterviewDeps, state?: string): Promise<InboxItem[]> {
  const wanted = STATES.find((known) => known === state);
  if (state !== undefined && !wanted)
    throw new InvalidInput([{ path: 'state', message: `must be one of ${STATES.join(', ')}` }]);
  if (wanted !== 'review') return (await listInbox(db, wanted ? { state: wanted } : {})).map(itemOf);
  // What could not even be read waits for a person too.
  const waiting = [...(await listInbox(db, { state: 'review' })), ...(await listInbox(db, { state: 'quarantined' }))];
  return waiting.sort((a, b) => (a.receivedReal < b.receivedReal ? 1 : -1)).map(itemOf);
}

export async function inboxItem({ db }: AfterviewDeps, id: string): Promise<InboxItem> {
  const mail = await findMail(db, id);
  if (!mail) throw new NotFound(`There is no mail ${id}.`);
  return itemOf(mail);
}

function itemOf(mail: InboxMail): InboxItem {
  const { parsed, guess, correlation } = mail;
  const undoable = mail.decidedReal !== null && mail.state === 'sorted' ? Date.parse(mail.decidedReal) + UNDO_MS : 0;
  return {
    id: mail.id,
    receivedAt: mail.receivedReal,
    state: mail.state,
    from: parsed?.from ? `${parsed.from.name} <${parsed.from.address}>`.trim() : '',
    subject: parsed?.subject ?? '',
    visibleText: guess?.visibleText ?? parsed?.text ?? '',
    guess,
    parsed,
    candidates: correlation?.candidates ?? [],
    interviewId: mail.interviewId,
    kind: mail.kind,
    problems: [...(parsed?.problems ?? []), ...(mail.state === 'quarantined' && correlation ? [correlation.how] : [])],
    undoUntil: undoable > Date.now() ? new Date(undoable).toISOString() : null,
  };
}

/**
 * A person says to which interview a mail belongs and what it is; `ignore` or no interview: it changes nothing. What an
 * earlier sorting changed elsewhere falls away.
 */
export async function decideMail(deps: AfterviewDeps, id: string, decision: PersonsDecision): Promise<InboxItem> {
  const mail = await findMail(deps.db, id);
  if (!mail) throw new NotFound(`There is no mail ${id}.`);
  const to =
    decision.kind === 'ignore' ? null : decision.interviewId === undefined ? mail.interviewId : decision.interviewId;
  await mustFit(deps, decision, to);
  const round = randomUUID();
  const tell = (interviewId: string, fact: NewFact, what: string) =>
    deliver(deps, interviewId, fact, `${mail.mailKey}:${what}:${round}`);
  const wasSorted = mail.state === 'sorted' || mail.state === 'ignored';
  if (mail.interviewId && mail.interviewId !== to) {
    if (wasSorted) await tell(mail.interviewId, { type: 'mail_undone', mailKey: mail.mailKey }, 'undone');
    // Here it holds nothing any more.
    await tell(mail.interviewId, nothingSaidFact(mail, 'person'), 'elsewhere');
  }
  const sameInterview = to === mail.interviewId;
  const { refereeId: knownReferee } = (mail.correction ?? {}) as Partial<KnownSender>;
  const contactId = sameInterview ? mail.contactId : null;
  const refereeId = decision.refereeId ?? (sameInterview ? knownReferee : null);
  if (to) {
    if (sameInterview && wasSorted) await tell(to, { type: 'mail_undone', mailKey: mail.mailKey }, 'undone');
    if (!sameInterview) await tell(to, receivedFact({ ...mail, contactId }), 'received');
    await tell(to, sortedByPerson(mail, decision, contactId, refereeId ?? null), 'sorted');
  }
  const changed = await changeMail(deps.db, id, {
    state: to ? 'sorted' : 'ignored',
    interviewId: to,
    candidateId: to ? ((await findInterview(deps.db, to))?.candidateId ?? null) : null,
    contactId,
    kind: to ? decision.kind : null,
    decidedBy: 'person',
    correction: { ...(mail.correction as object | null), ...decision },
  });
  return itemOf(changed ?? mail);
}

async function mustFit(deps: AfterviewDeps, decision: PersonsDecision, interviewId: string | null): Promise<void> {
  const problems: Problem[] = [];
  if (decision.kind !== 'ignore' && !KINDS.some((kind) => kind === decision.kind)) {
    problems.push({ path: 'kind', message: `must be ignore or one of ${KINDS.join(', ')}` });
  }
  for (const name of ['promisedDate', 'absentUntil', 'answerBy'] as const) {
    const value = decision[name];
    if (value !== undefined && !isDate(value)) problems.push({ path: name, message: 'is no date such as 2026-12-11' });
  }
  const interview = interviewId ? await findInterview(deps.db, interviewId) : null;
  if (interviewId && !interview) problems.push({ path: 'interviewId', message: 'is no interview' });
  if (decision.kind !== 'ignore' && interviewId === null && decision.interviewId !== null) {
    problems.push({ path: 'interviewId', message: 'is missing' });
  }
  if (
    decision.refereeId &&
    interview &&
    !fold(await factsOf(deps, interview)).intake.referees.some(({ id }) => id === decision.refereeId)
  ) {
    problems.push({ path: 'refereeId', message: 'is no referee of that interview' });
  }
  if (problems.length > 0) throw new InvalidInput(problems);
}

function sortedByPerson(
  { mailKey, guess }: InboxMail,
  { kind, promisedDate, absentUntil, answerBy }: PersonsDecision,
  contactId: string | null,
  refereeId: string | null,
): NewFact {
  // The wishes of whoever wrote stand whatever the mail is about; dates are the person's alone (H10).
  const { bounce, doNotWrite, doNotWriteAll, noCalls, weWillContactYou, asksFor, refereeAgrees } = guess
    ? saidIn(guess)
    : {};
  return {
    type: 'mail_sorted',
    mailKey,
    kind: kind as AnswerKind,
    by: 'person',
    ...(contactId && { contactId }),
    ...(refereeId && { refereeId }),
    ...(promisedDate !== undefined && { promisedDate }),
    ...(absentUntil !== undefined && { absentUntil }),
    ...(answerBy !== undefined && { answerBy }),
    ...(bounce && kind === 'bounce' && { bounce }),
    ...(doNotWrite && { doNotWrite }),
    ...(doNotWriteAll && { doNotWriteAll }),
    ...(noCalls && { noCalls }),
    ...(weWillContactYou && { weWillContactYou }),
    ...(asksFor && { asksFor }),
    ...(refereeAgrees !== undefined && kind === 'referee_reply' && { refereeAgrees }),
  };
}

/** Takes a decision back: its effects fall away and the mail waits for a person again, holding what asks (H3). */
export async function undoMail(deps: AfterviewDeps, id: string): Promise<InboxItem> {
  const mail = await findMail(deps.db, id);
  if (!mail) throw new NotFound(`There is no mail ${id}.`);
  const item = itemOf(mail);
  if (item.undoUntil === null) throw new Refused('This can no longer be undone; report what is right instead.');
  if (mail.interviewId) {
    await deliver(
      deps,
      mail.interviewId,
      { type: 'mail_undone', mailKey: mail.mailKey },
      `${mail.mailKey}:undone:${randomUUID()}`,
    );
  }
  return itemOf((await changeMail(deps.db, id, { state: 'review', kind: null, decidedBy: null })) ?? mail);
}
