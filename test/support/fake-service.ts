import { randomUUID } from 'node:crypto';
import { readIntake } from '../../client/intake/schema';
import {
  type AfterviewService,
  type InboxItem,
  type InterviewDetail,
  InvalidInput,
  type MessageView,
  NotFound,
  type OfferInput,
  type PlanStep,
  Refused,
  type TaskView,
  type TimelineEntry,
  Unavailable,
} from '../../client/service';
import type { Classification } from '../../mail/types';
import type { Contact, Intake } from '../../policy/intake';

const DAY = 86_400_000;

interface Kept {
  detail: InterviewDetail;
  messages: MessageView[];
  tasks: TaskView[];
  timeline: TimelineEntry[];
  plan: PlanStep[];
}

/** What a test may look at and turn beyond the service's own interface. */
export interface FakeService extends AfterviewService {
  /** Calls that changed something, in order. */
  readonly calls: { name: string; args: unknown[] }[];
  /** Every call from now on fails as it does with the workers down. */
  failing: boolean;
  timeMachine: boolean;
  inbound: string;
  readonly mails: Map<string, { raw: Uint8Array; trusted: boolean; source: string; envelopeRecipient: string | null }>;
  readonly kept: Map<string, Kept>;
  readonly items: Map<string, InboxItem>;
  readonly drafts: Map<string, Record<string, string>>;
}

/** An AfterviewService in memory: no Temporal, no database, no mail. It answers as the real one does, and decides little. */
export function fakeService(): FakeService {
  const kept = new Map<string, Kept>();
  const keys = new Map<string, string>();
  const items = new Map<string, InboxItem>();
  const offers = new Map<string, (OfferInput & { id: string })[]>();
  const drafts = new Map<string, Record<string, string>>();
  const mails: FakeService['mails'] = new Map();
  const calls: FakeService['calls'] = [];
  let stopped = false;
  let firstSends = false;
  let count = 0;

  const note = (name: string, ...args: unknown[]) => {
    if (fake.failing) throw new Unavailable('The workers do not answer just now; nothing was changed.');
    calls.push({ name, args });
  };
  const find = (id: string): Kept => {
    if (fake.failing) throw new Unavailable('The workers do not answer just now; nothing was changed.');
    const found = kept.get(id);
    if (!found) throw new NotFound(`There is no interview ${id}.`);
    return found;
  };
  const message = (id: string, messageId: string): MessageView => {
    const found = find(id).messages.find((one) => one.id === messageId);
    if (!found) throw new NotFound('There is no such message.');
    return found;
  };
  const draft = (id: string, messageId: string): MessageView => {
    const found = message(id, messageId);
    if (found.status !== 'draft' && found.status !== 'approved')
      throw new Refused(`This message is ${found.status} already; it cannot be changed any more.`);
    return found;
  };
  const task = (id: string, taskId: string): TaskView => {
    const found = find(id).tasks.find((one) => one.id === taskId);
    if (!found) throw new NotFound('There is no such task.');
    if (found.status !== 'open' && found.status !== 'snoozed')
      throw new Refused(`This task is ${found.status} already.`);
    return found;
  };
  const item = (id: string): InboxItem => {
    if (fake.failing) throw new Unavailable('The database does not answer just now.');
    const found = items.get(id);
    if (!found) throw new NotFound('There is no such mail.');
    return found;
  };

  const fake: FakeService = {
    calls,
    failing: false,
    timeMachine: true,
    inbound: 'webhook',
    mails,
    kept,
    items,
    drafts,

    async startInterview(sent, idempotencyKey) {
      const read = readIntake(sent);
      if ('problems' in read) throw new InvalidInput(read.problems);
      note('startInterview', sent, idempotencyKey);
      const before = idempotencyKey === null ? undefined : keys.get(idempotencyKey);
      if (before !== undefined) return { view: find(before).detail, created: false };
      count += 1;
      const id = `i${count}`;
      kept.set(id, begin(id, read.intake));
      if (idempotencyKey !== null) keys.set(idempotencyKey, id);
      return { view: find(id).detail, created: true };
    },
    async interviews(filter) {
      if (fake.failing) throw new Unavailable('The database does not answer just now.');
      return [...kept.values()]
        .map(({ detail }) => detail)
        .filter(({ candidateId }) => filter?.candidateId === undefined || candidateId === filter.candidateId);
    },
    interview: async (id) => find(id).detail,
    plan: async (id) => ({ steps: find(id).plan }),
    timeline: async (id) => find(id).timeline,
    messages: async (id) => find(id).messages,
    tasks: async (id) => find(id).tasks,

    async approve(id, messageId) {
      const found = draft(id, messageId);
      note('approve', id, messageId);
      found.status = 'approved';
      return found;
    },
    async edit(id, messageId, change) {
      const found = draft(id, messageId);
      if (/unacceptable|ultimatum/i.test(change.text ?? ''))
        throw new Refused(
          '“unacceptable” reads as irritation (G11). Better: “I would be glad to hear where things stand”.',
        );
      note('edit', id, messageId, change);
      Object.assign(found, change);
      return found;
    },
    async skip(id, messageId) {
      const found = draft(id, messageId);
      note('skip', id, messageId);
      found.status = 'skipped';
      return found;
    },
    async settle(id, messageId, arrived) {
      const found = message(id, messageId);
      if (found.status !== 'uncertain') throw new Refused('Only a message whose fate is unknown can be settled.');
      note('settle', id, messageId, arrived);
      found.status = arrived ? 'sent' : 'approved';
      return found;
    },
    async taskDone(id, taskId, result) {
      const found = task(id, taskId);
      note('taskDone', id, taskId, result);
      found.status = 'done';
      return found;
    },
    async taskDismiss(id, taskId) {
      const found = task(id, taskId);
      note('taskDismiss', id, taskId);
      found.status = 'dismissed';
      return found;
    },
    async taskSnooze(id, taskId, until) {
      const found = task(id, taskId);
      if (until <= find(id).detail.now) throw new InvalidInput([{ path: 'until', message: 'is not in the future' }]);
      note('taskSnooze', id, taskId, until);
      found.status = 'snoozed';
      found.dueAt = until;
      return found;
    },
    async report(id, event) {
      const found = find(id);
      const { type } = event as { type?: unknown };
      if (typeof type !== 'string') throw new InvalidInput([{ path: 'type', message: 'is missing' }]);
      if (type === 'reflection_given' && (event as { text?: string }).text === undefined)
        throw new InvalidInput([{ path: 'text', message: 'is missing' }]);
      if (found.detail.stage === 'closed')
        throw new Refused('This interview is closed; nothing can be reported any more.');
      note('report', id, event);
      found.timeline.push({
        at: found.detail.now,
        type,
        text: `You reported: ${type.replaceAll('_', ' ')}.`,
        rules: [],
      });
      apply(found, event as { type: string; outcome?: string });
      return found.detail;
    },
    async setApproval(id, step, approval) {
      const found = find(id);
      note('setApproval', id, step, approval);
      Object.assign(found.detail.intake.approval, { [step]: approval });
      return found.detail;
    },
    async fastForward(id, to) {
      const found = find(id);
      if (!fake.timeMachine) throw new Refused('The time machine is off.');
      note('fastForward', id, to);
      const now = 'days' in to ? Date.parse(found.detail.now) + to.days * DAY : Date.parse(to.to);
      found.detail.now = new Date(now).toISOString();
      return found.detail;
    },
    async addOffer(candidateId, sent) {
      const offer = sent as OfferInput;
      const problems = (['organisation', 'receivedOn'] as const)
        .filter((field) => typeof offer[field] !== 'string' || offer[field] === '')
        .map((path) => ({ path, message: 'is missing' }));
      if (problems.length > 0) throw new InvalidInput(problems);
      if (![...kept.values()].some(({ detail }) => detail.candidateId === candidateId))
        throw new NotFound('There is no such candidate.');
      note('addOffer', candidateId, sent);
      const id = `o${(offers.get(candidateId)?.length ?? 0) + 1}`;
      offers.set(candidateId, [...(offers.get(candidateId) ?? []), { ...offer, id, status: offer.status ?? 'open' }]);
      return { id };
    },
    async offers(candidateId) {
      if (![...kept.values()].some(({ detail }) => detail.candidateId === candidateId))
        throw new NotFound('There is no such candidate.');
      return offers.get(candidateId) ?? [];
    },
    async receiveMail(mail) {
      note('receiveMail', mail.source, mail.trusted, mail.envelopeRecipient);
      const text = Buffer.from(mail.raw).toString('utf8');
      for (const [id, before] of mails)
        if (Buffer.from(before.raw).equals(Buffer.from(mail.raw))) return { id, known: true };
      const id = `m${mails.size + 1}`;
      mails.set(id, mail);
      items.set(id, itemOf(id, text, [...kept.values()]));
      return { id, known: false };
    },
    async inbox(state) {
      if (fake.failing) throw new Unavailable('The database does not answer just now.');
      return [...items.values()].filter((one) => state === undefined || one.state === state);
    },
    inboxItem: async (id) => item(id),
    async decide(id, decision) {
      const found = item(id);
      if (decision.interviewId) find(decision.interviewId);
      note('decide', id, decision);
      found.state = 'sorted';
      found.kind = decision.kind;
      found.interviewId = decision.interviewId ?? null;
      found.undoUntil = new Date(Date.now() + DAY).toISOString();
      return found;
    },
    async undo(id) {
      const found = item(id);
      if (found.undoUntil === null) throw new Refused('There is nothing to undo.');
      note('undo', id);
      Object.assign(found, { state: 'review', kind: null, undoUntil: null });
      return found;
    },
    async settings() {
      return {
        stopped,
        firstSends,
        timeMachine: fake.timeMachine,
        inbound: fake.inbound,
        temporalUi: 'http://127.0.0.1:8233',
        mailSink: null,
      };
    },
    async setStopped(on) {
      note('setStopped', on);
      stopped = on;
    },
    async setFirstSends(on) {
      note('setFirstSends', on);
      firstSends = on;
    },
    async saveDraft(token, form) {
      if (fake.failing) throw new Unavailable('The database does not answer just now.');
      drafts.set(token, form);
    },
    loadDraft: async (token) => drafts.get(token) ?? null,
    health: async () => ({ database: !fake.failing, temporal: !fake.failing, workers: !fake.failing }),
  };
  return fake;
}

function apply(found: Kept, event: { type: string; outcome?: string }): void {
  const { detail } = found;
  if (event.type === 'candidate_withdraws') Object.assign(detail, { stage: 'closed', outcome: 'withdrawn' });
  if (event.type === 'paused') detail.stage = 'paused';
  if (event.type === 'resumed') detail.stage = 'waiting';
  if (event.type !== 'feedback_received') return;
  if (event.outcome === 'rejected') Object.assign(detail, { stage: 'closed', outcome: 'rejected' });
  if (event.outcome === 'offered') Object.assign(detail, { stage: 'offer', outcome: 'offered' });
  if (event.outcome === 'holding') detail.stage = 'answered';
}

function begin(id: string, intake: Intake): Kept {
  const ended = Date.parse(intake.interview.endsAt);
  const at = (days: number, minutes = 0) => new Date(ended + days * DAY + minutes * 60_000).toISOString();
  const interviewers = intake.contacts.filter(({ roles }) => roles.includes('interviewer'));
  const messages = interviewers
    .filter(({ email }) => email !== null)
    .map((contact, index) => thanks(intake, contact, at(1, index * 20 - 120), index));
  return {
    detail: {
      id,
      candidateId: `cand-${intake.candidate.email}`,
      candidateName: intake.candidate.name,
      organisation: intake.organisation.name,
      role: intake.role,
      stage: 'thanking',
      outcome: 'open',
      now: at(0, 60),
      nextActionAt: messages[0]?.dueAt ?? null,
      promisedDate: {
        date: intake.process.promisedDate ?? '2026-12-10',
        assumed: intake.process.promisedDate === null,
      },
      workflowId: `interview-${id}`,
      needsPerson: true,
      replyAddress: `reply+${id}-7f3a9c@in.afterview.test`,
      intake,
      decision: null,
      referees: intake.referees.map(({ id, name, agreed, prefers }) => ({ id, name, agrees: agreed || null, prefers })),
      former: [],
      invitation: null,
    },
    messages,
    tasks: tasksOf(intake, at),
    timeline: [
      {
        at: at(0, 30),
        type: 'intake',
        text: 'You told what the interview was like; the plan was made.',
        rules: ['A1'],
      },
    ],
    plan: planOf(intake, at),
  };
}

function thanks(intake: Intake, contact: Contact, dueAt: string, index: number): MessageView {
  const topic = contact.topics[0] ?? intake.interview.topics[0] ?? 'the role';
  return {
    id: `msg${index + 1}`,
    step: 'thank_you',
    stepKey: `thank_you:${contact.id}:1`,
    rules: ['B1'],
    reason: 'B1: the working day after the interview, one note to each interviewer, twenty minutes apart.',
    status: 'draft',
    channel: 'email',
    to: [contact.email ?? ''],
    cc: [],
    subject: `Thank you for our conversation about the ${intake.role} role`,
    text: `Dear ${contact.honorific} ${contact.familyName || contact.givenName},\n\nThank you for taking the time to talk with me on Tuesday. What you said about ${topic} has stayed with me, and I would enjoy working on it with your team.\n\nI look forward to hearing from you.\n\nKind regards,\n${intake.candidate.name}`,
    messageId: `<${randomUUID()}@candidate.test>`,
    dueAt,
    sentAt: null,
    mode: 'ask',
    failure: null,
    heldUntil: null,
    heldRule: null,
  };
}

function tasksOf(intake: Intake, at: (days: number, minutes?: number) => string): TaskView[] {
  const bare = { status: 'open' as const, channel: 'task', about: null, contact: null };
  const call = intake.contacts.find(({ mayContact }) => mayContact.includes('phone'));
  return [
    {
      ...bare,
      id: 't1',
      step: 'reflection',
      stepKey: 'reflection:candidate:1',
      rules: ['B4'],
      reason: 'B4: while the conversation is fresh.',
      dueAt: at(1),
      title: 'Write down what you think',
      text: 'What did you think of the company and the role? Do you want to go on, and why? What is still unclear?',
    },
    {
      ...bare,
      id: 't2',
      step: 'chase',
      stepKey: 'chase:call:1',
      rules: ['E3', 'E2'],
      reason: 'E3: the last message was an email, so this time it is a call.',
      channel: 'phone',
      dueAt: at(17),
      title: `Call ${call?.givenName ?? 'them'} ${call?.familyName ?? ''}`.trim(),
      text: 'You may say: “I am calling about the Senior Data Engineer role. I was told I would hear by last Friday, and I am still very interested.”',
      contact: call?.id ?? null,
    },
  ];
}

function planOf(intake: Intake, at: (days: number, minutes?: number) => string): PlanStep[] {
  const first = intake.contacts[0]?.id ?? 'candidate';
  const step = (
    name: PlanStep['step'],
    rule: string,
    due: string,
    to: string,
    channel: string,
    reason: string,
  ): PlanStep => ({
    step: name,
    rules: [rule],
    due,
    to: [to],
    cc: [],
    channel,
    reason,
    draft: channel === 'email' ? { subject: `About the ${intake.role} role`, text: 'Dear …' } : null,
  });
  return [
    step('thank_you', 'B1', at(1, -120), first, 'email', 'B1: the working day after the interview.'),
    step('reflection', 'B4', at(1), 'candidate', 'task', 'B4: within one day.'),
    step('yes_no_pack', 'B5', at(8), 'candidate', 'task', 'B5: ready before they answer.'),
    step('reconnect', 'E1', at(13, -90), first, 'email', 'E1: the first working day after the promised date.'),
    step('chase', 'E2', at(17, -90), first, 'phone', 'E2: four days after the last mail.'),
    step('last_say', 'G8', at(29, -90), first, 'email', 'G8: it looks as if no answer will come.'),
    step('move_on', 'G10', at(43), 'candidate', 'task', 'G10: ten working days after the last say.'),
  ];
}

function itemOf(id: string, text: string, kept: Kept[]): InboxItem {
  const header = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(text)?.[1]?.trim() ?? '';
  const body = text
    .split(/\r?\n\r?\n/)
    .slice(1)
    .join('\n\n')
    .trim();
  return {
    id,
    receivedAt: '2026-12-09T14:05:00.000Z',
    state: 'review',
    from: header('from'),
    subject: header('subject'),
    visibleText: body,
    guess: guessOf(body),
    parsed: null,
    candidates: kept.map(({ detail }) => ({
      interviewId: detail.id,
      label: `${detail.role} at ${detail.organisation}`,
      reason: 'the sender is one of the interviewers',
    })),
    interviewId: null,
    kind: null,
    problems: header('from') === '' ? ['The sender could not be read.'] : [],
    undoUntil: null,
  };
}

function guessOf(body: string): Classification {
  return {
    kind: /unfortunately|not this time/i.test(body) ? 'rejection' : 'holding',
    confidence: 0.62,
    action: 'review',
    visibleText: body,
    language: 'en',
    dates: {
      promisedDate: {
        value: '2026-12-18',
        sentence: 'We hope to decide by the end of next week.',
        confidence: 0.7,
        certain: false,
      },
    },
    bounce: null,
    evidence: ['still meeting other candidates', 'by the end of next week'],
    doNotWrite: false,
    noCalls: false,
    weWillContactYou: false,
    asksFor: [],
  };
}
