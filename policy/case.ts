/**
 * The case file: everything an interview's facts add up to. `fold` is the only reader of facts; every rule reads the case.
 * Instants are epoch milliseconds on the interview's clock.
 */
import { type Day, dayFrom, type Ms, toMs } from './calendar';
import type { Outcome, Step, StepName } from './decision';
import type { AnswerKind, Fact, FactOf } from './facts';
import { normaliseAddress } from './identity';
import type { Contact, Intake, Promise_, Referee } from './intake';

export const ASKING_STEPS: readonly StepName[] = ['reconnect', 'chase', 'decision_maker', 'senior', 'last_say'];

/** H1: held by the minimum gap. */
export const HELD_BY_GAP: readonly StepName[] = [...ASKING_STEPS, 'senior_letter', 'value_add', 'revisit'];

/** H1: neither held by the gap nor starting it. Messages to referees and tasks of the candidate are no outreach at all. */
export const NEITHER_GAP: readonly StepName[] = [
  'answer_owed',
  'confirm',
  'referee_ask',
  'referee_brief',
  'referee_update',
  'reflection',
  'yes_no_pack',
  'transcript',
  'move_on',
];

/** H15: these lapse when nobody approves them, or makes the call, two working days after they were due. */
export const LAPSING_STEPS: readonly StepName[] = [
  ...ASKING_STEPS,
  'thank_you',
  'value_add',
  'senior_letter',
  'revisit',
];

/** H15: whatever the settings say, these ask. */
export const ALWAYS_ASK: readonly StepName[] = ['offer_deadline_notice', 'senior', 'revisit', 'senior_letter'];

export type StepStatus =
  | 'open'
  | 'approved'
  | 'sent'
  | 'uncertain'
  | 'skipped'
  | 'withdrawn'
  | 'lapsed'
  | 'failed'
  | 'done'
  | 'dismissed';

export interface StepRecord {
  step: Step;
  status: StepStatus;
  openedAt: Ms;
  /** The ordinal of the fact that opened it, and of the one that ended it: "since the last answer" is told by these. */
  openedSeq: number;
  endedSeq: number;
  due: Ms;
  planned: Ms;
  endedAt: Ms;
  approvedAt: Ms;
  edited: boolean;
  snoozedUntil: Ms;
  heldUntil: Ms;
  outcome: string;
}

export interface Answer {
  at: Ms;
  kind: AnswerKind | 'call';
  contactId: string | null;
  /** The mail's key, or `reported-<n>`. */
  key: string;
  byMail: boolean;
  asksFor: string[];
  weWillContactYou: boolean;
  /** The promised date that this very answer named. */
  namedDay: Day | null;
}

export interface OutreachMade {
  at: Ms;
  key: string;
  step: StepName | 'by_hand' | 'call';
  contactIds: string[];
  /** It asked for the outcome without being one of our steps (a mail sent by hand). */
  asks: boolean;
}

export interface RefereeState {
  agrees: boolean | null;
  prefers: 'phone' | 'email' | 'online_form' | null;
  repliedAt: Ms;
}

export interface Ending {
  contactId: string | null;
  reasonGiven: boolean;
  pool: boolean;
  by: 'them' | 'candidate';
  /** How many answers there had been by then: one ending has one message, whatever they write after it. */
  answers: number;
}

export interface Case {
  intake: Intake;
  startedAt: Ms;
  endsAt: Ms;
  confirmed: boolean;
  cancelledAt: Ms | null;
  contacts: Contact[];
  /** Old contact id to successor's (I5). */
  successors: Map<string, string>;
  /** People whose place somebody else took. */
  former: Contact[];
  absences: { contactId: string; from: Day; to: Day }[];
  promised: { day: Day; by: string | null; at: Ms } | null;
  promises: Map<string, { promise: Promise_; kept: boolean; at: Ms }>;
  /** B3: when homework last went out; what it is judged by counts from there. */
  homeworkDeliveredAt: Ms | null;
  approvals: Record<string, string>;
  records: Map<string, StepRecord>;
  outreach: OutreachMade[];
  answers: Answer[];
  /** Last human answer; counts for E4, E5, G8 start there (E8). */
  lastAnswerAt: Ms;
  lastAnswerSeq: number;
  /** How many facts were added up. */
  seq: number;
  unsorted: Map<string, { at: Ms; contactId: string | null }>;
  /** When the last thing that held everything back (pause, unsorted mail, hold) ended: nothing is planned before it (H5). */
  freeSince: Ms;
  paused: { at: Ms; why: 'candidate' | 'lapses' } | null;
  lapsesInRow: number;
  withdrawnAt: Ms | null;
  onHoldSince: Ms | null;
  contactYouSince: Ms | null;
  noCalls: 'everybody' | Set<string>;
  doNotWrite: 'everybody' | Set<string>;
  /** H14: somebody there asked so for all of them; whoever joins them later is not written to either. */
  doNotWriteThere: boolean;
  /** People whose address failed for good, and since when (H6). */
  bounced: Map<string, Ms>;
  /** H4: the candidate's turn since; and when what they asked for was supplied. */
  turnSince: Ms | null;
  suppliedAt: Ms | null;
  referees: Map<string, RefereeState>;
  /** C4: ids of referees in whose place others were found. */
  refereesReplaced: Set<string>;
  referencesRequested: { at: Ms; by: string | null } | null;
  reflection: { text: string; goOn: boolean; at: Ms } | null;
  calls: { at: Ms; contactId: string | null; settled: boolean; noShow: boolean; n: number; noShowAt: Ms }[];
  agentAgreedAt: Ms | null;
  noReplyYetAt: Ms;
  outcome: Outcome;
  outcomeAt: Ms;
  /** The answer that ended or advanced it, if any: whose, and whether a reason was given. */
  ending: Ending | null;
  offer: { stage: 'verbal' | 'written' | 'signed' | 'cleared' | 'lapsed'; answerBy: Day | null; at: Ms } | null;
  reopenedAt: Ms | null;
  closedAt: Ms | null;
  lastEventAt: Ms;
  /** How many things were reported or sorted: makes trigger keys that never change. */
  seen: number;
}

const HUMAN: readonly AnswerKind[] = ['rejection', 'offer', 'advance', 'holding', 'info_request', 'reopened', 'other'];

function refereeState({ agreed, prefers }: Referee, at: Ms): RefereeState {
  return { agrees: agreed ? true : null, prefers, repliedAt: agreed ? at : 0 };
}

/** The intake as it stands after all that was reported: people and promises that came, changed or went. */
export function intakeNow(file: Case): Intake {
  return { ...file.intake, contacts: file.contacts, promises: [...file.promises.values()].map((one) => one.promise) };
}

/** Endings that nothing revives but their coming back (H11 for withdrawn). */
const isOver = (outcome: Outcome): boolean => outcome !== 'open' && outcome !== 'offered';

function begin(fact: FactOf<'intake'>): Case {
  const { intake } = fact;
  const at = toMs(fact.at);
  return {
    intake,
    startedAt: at,
    endsAt: toMs(intake.interview.endsAt),
    confirmed: false,
    cancelledAt: null,
    contacts: [...intake.contacts],
    successors: new Map(),
    former: [],
    absences: intake.process.absences.map((a) => ({
      contactId: a.contactId,
      from: dayFrom(a.from),
      to: dayFrom(a.to),
    })),
    promised:
      intake.process.promisedDate === null
        ? null
        : { day: dayFrom(intake.process.promisedDate), by: intake.process.dateNamedBy, at },
    promises: new Map(intake.promises.map((promise) => [promise.id, { promise, kept: false, at }])),
    homeworkDeliveredAt: null,
    approvals: { ...intake.approval },
    records: new Map(),
    outreach: [],
    answers: [],
    lastAnswerAt: Number.NEGATIVE_INFINITY,
    lastAnswerSeq: -1,
    seq: 0,
    unsorted: new Map(),
    freeSince: Number.NEGATIVE_INFINITY,
    paused: null,
    lapsesInRow: 0,
    withdrawnAt: null,
    onHoldSince: null,
    contactYouSince: null,
    noCalls: new Set(),
    doNotWrite: new Set(),
    doNotWriteThere: false,
    bounced: new Map(),
    turnSince: null,
    suppliedAt: null,
    referees: new Map(intake.referees.map((referee) => [referee.id, refereeState(referee, at)])),
    refereesReplaced: new Set(),
    referencesRequested: null,
    reflection: null,
    calls: [],
    agentAgreedAt: null,
    noReplyYetAt: Number.NEGATIVE_INFINITY,
    outcome: 'open',
    outcomeAt: at,
    ending: null,
    offer: null,
    reopenedAt: null,
    closedAt: null,
    lastEventAt: at,
    seen: 0,
  };
}

/**
 * Adds facts up. The first must be the intake. Mail whose sorting was undone counts as unsorted again (H3 holds).
 * @throws Error when the first fact is no intake: such a history cannot be this product's.
 */
export function fold(facts: readonly Fact[]): Case {
  const first = facts[0];
  if (first === undefined || first.type !== 'intake') throw new Error('an interview begins with its intake');
  const undone = new Map<string, number>();
  facts.forEach((fact, index) => {
    if (fact.type === 'mail_undone') undone.set(fact.mailKey, index);
  });
  const file = begin(first);
  facts.forEach((fact, index) => {
    if (index === 0) return;
    if (fact.type === 'mail_sorted' && index < (undone.get(fact.mailKey) ?? -1)) return;
    apply(file, fact);
  });
  return file;
}

/** What the workflow notes for itself is no event in the sense of G10. */
const QUIET: ReadonlySet<Fact['type']> = new Set([
  'woken',
  'step_opened',
  'step_held',
  'step_retimed',
  'step_withdrawn',
  'closed',
]);

/** One fact more, in place. */
export function apply(file: Case, fact: Fact): void {
  const at = toMs(fact.at);
  file.seq++;
  if (!QUIET.has(fact.type)) file.lastEventAt = at;
  switch (fact.type) {
    case 'intake':
    case 'woken':
    case 'mail_undone':
      return;
    case 'closed':
      file.closedAt = at;
      // G10: a wait that nobody ended ends here.
      if (file.outcome === 'open' || file.outcome === 'offered') {
        file.outcome = inDoubt(file) ? 'cancelled' : 'unanswered';
        file.outcomeAt = at;
      }
      return;
    case 'approval_changed':
      file.approvals[fact.step] = fact.approval;
      return;
    case 'mail_received':
      file.unsorted.set(fact.mailKey, { at, contactId: fact.contactId ?? null });
      return;
    case 'mail_sorted':
      return mailSorted(file, fact, at);
    case 'feedback_received':
    case 'offer_declined':
    case 'offer_changed':
    case 'offer_accepted':
    case 'candidate_withdraws':
    case 'interview_took_place':
    case 'interview_rescheduled':
    case 'interview_cancelled':
    case 'reflection_given':
    case 'referee_replied':
    case 'call_logged':
    case 'message_sent_by_hand':
    case 'call_agreed':
    case 'no_show':
    case 'references_requested':
    case 'promise_kept':
    case 'promise_added':
    case 'contact_changed':
    case 'referee_added':
    case 'agent_agreed':
    case 'do_not_write':
    case 'no_calls':
    case 'absence':
    case 'on_hold':
    case 'paused':
    case 'resumed':
    case 'no_reply_yet':
    case 'promised_date_corrected':
      file.seen++;
      return reported(file, fact, at);
    default:
      return done(file, fact, at);
  }
}

function humanAnswer(file: Case, answer: Answer): void {
  file.answers.push(answer);
  file.lastAnswerAt = answer.at;
  file.lastAnswerSeq = file.seq;
  // Whoever writes to a closed interview is owed an answer (D3), so it is open again for as long as that takes.
  file.closedAt = null;
  file.freeSince = Math.max(file.freeSince, answer.at);
  file.onHoldSince = null;
  file.lapsesInRow = 0;
  file.contactYouSince = answer.weWillContactYou ? answer.at : null;
}

function end(file: Case, outcome: Outcome, at: Ms, ending: Omit<Ending, 'answers'>): void {
  file.outcome = outcome;
  file.outcomeAt = at;
  file.ending = { ...ending, answers: file.answers.length };
  file.closedAt = null;
}

function liveAgain(file: Case, at: Ms): void {
  file.outcome = 'open';
  file.outcomeAt = at;
  file.ending = null;
  file.closedAt = null;
  file.reopenedAt = at;
  file.promised = null;
  file.turnSince = null;
}

function answered(
  file: Case,
  kind: AnswerKind,
  at: Ms,
  detail: {
    contactId: string | null;
    key: string;
    byMail: boolean;
    promisedDate?: string | undefined;
    answerBy?: string | undefined;
    reasonGiven?: boolean | undefined;
    pool?: boolean;
    asksFor?: string[] | undefined;
    weWillContactYou?: boolean | undefined;
  },
): void {
  humanAnswer(file, {
    at,
    kind,
    contactId: detail.contactId,
    key: detail.key,
    byMail: detail.byMail,
    asksFor: detail.asksFor ?? [],
    weWillContactYou: detail.weWillContactYou ?? false,
    namedDay: detail.promisedDate === undefined ? null : dayFrom(detail.promisedDate),
  });
  // H11: withdrawn stays silent for that process, whatever they write; accepted and declined are the candidate's own word.
  // Only an offer that they take back undoes an acceptance (G4).
  const takenBack = file.outcome === 'accepted' && kind === 'rejection';
  const settledByCandidate = ['withdrawn', 'accepted', 'declined'].includes(file.outcome) && !takenBack;
  if (settledByCandidate || file.outcome === 'cancelled') return;
  if (detail.promisedDate !== undefined)
    file.promised = { day: dayFrom(detail.promisedDate), by: detail.contactId, at };
  const ending = {
    contactId: detail.contactId,
    reasonGiven: detail.reasonGiven ?? false,
    pool: detail.pool ?? false,
    by: 'them' as const,
  };
  switch (kind) {
    case 'rejection':
      return end(file, 'rejected', at, ending);
    case 'advance':
      return end(file, 'advanced', at, ending);
    case 'offer':
      end(file, 'offered', at, ending);
      file.offer = {
        stage: file.offer?.stage ?? 'verbal',
        answerBy: detail.answerBy === undefined ? (file.offer?.answerBy ?? null) : dayFrom(detail.answerBy),
        at,
      };
      return;
    case 'reopened':
      liveAgain(file, at);
      if (detail.promisedDate !== undefined)
        file.promised = { day: dayFrom(detail.promisedDate), by: detail.contactId, at };
      return;
    case 'info_request':
      file.turnSince = at;
      file.suppliedAt = null;
      // C3: a mail that asks for references is as good as word of it.
      if (detail.asksFor?.includes('references')) file.referencesRequested = { at, by: null };
      break;
    default:
  }
  // A late sign of life opens a case again that was closed as unanswered (G10).
  if (file.outcome === 'unanswered') {
    file.outcome = 'open';
    file.outcomeAt = at;
    file.closedAt = null;
  }
}

function mailSorted(file: Case, fact: FactOf<'mail_sorted'>, at: Ms): void {
  if (file.unsorted.delete(fact.mailKey)) file.freeSince = Math.max(file.freeSince, at);
  file.seen++;
  const contactId = fact.contactId ?? null;
  if (fact.doNotWriteAll) forbidWritingThere(file);
  if (fact.doNotWrite) forbidWriting(file, fact.contactId ?? fact.refereeId);
  if (fact.noCalls) forbidCalls(file, fact.contactId);
  if (fact.kind === 'auto_reply') {
    const away = fact.absentUntil;
    if (away !== undefined && contactId !== null) {
      file.absences.push({ contactId, from: Math.floor(at / 86_400_000), to: dayFrom(away) });
    }
    return;
  }
  if (fact.kind === 'bounce') {
    if (!fact.bounce?.permanent) return;
    for (const recipient of fact.bounce.recipients) {
      const address = normaliseAddress(recipient);
      for (const contact of file.contacts) {
        if (contact.email !== null && normaliseAddress(contact.email) === address) file.bounced.set(contact.id, at);
      }
      for (const referee of file.intake.referees) {
        if (referee.email !== null && normaliseAddress(referee.email) === address) file.bounced.set(referee.id, at);
      }
    }
    return;
  }
  if (fact.kind === 'referee_reply') {
    if (fact.refereeId !== undefined && fact.refereeAgrees !== undefined) {
      file.referees.set(fact.refereeId, {
        agrees: fact.refereeAgrees,
        prefers: file.referees.get(fact.refereeId)?.prefers ?? null,
        repliedAt: at,
      });
    }
    return;
  }
  if (!HUMAN.includes(fact.kind)) return;
  if (fact.absentUntil !== undefined && contactId !== null) {
    file.absences.push({ contactId, from: Math.floor(at / 86_400_000), to: dayFrom(fact.absentUntil) });
  }
  answered(file, fact.kind, at, {
    contactId,
    key: fact.mailKey,
    byMail: true,
    promisedDate: fact.promisedDate,
    answerBy: fact.answerBy,
    reasonGiven: fact.reasonGiven,
    asksFor: fact.asksFor,
    weWillContactYou: fact.weWillContactYou,
  });
}

function forbidWriting(file: Case, id: string | undefined): void {
  if (id === undefined) file.doNotWrite = 'everybody';
  else if (file.doNotWrite !== 'everybody') file.doNotWrite.add(id);
}

/** H14: the organisation's people, not the candidate's referees. */
function forbidWritingThere(file: Case): void {
  file.doNotWriteThere = true;
  for (const { id } of file.contacts) forbidWriting(file, id);
}

function forbidCalls(file: Case, id: string | undefined): void {
  if (id === undefined) file.noCalls = 'everybody';
  else if (file.noCalls !== 'everybody') file.noCalls.add(id);
}

type ReportedFact = Extract<Fact, { type: import('./facts').Reported['type'] }>;

function reported(file: Case, fact: ReportedFact, at: Ms): void {
  const key = `reported-${file.seen}`;
  switch (fact.type) {
    case 'feedback_received': {
      const kinds = {
        rejected: 'rejection',
        pool: 'rejection',
        advanced: 'advance',
        offered: 'offer',
        holding: 'holding',
      } as const;
      answered(file, kinds[fact.outcome], at, {
        contactId: fact.contactId ?? null,
        key,
        byMail: false,
        promisedDate: fact.promisedDate,
        answerBy: fact.answerBy,
        reasonGiven: fact.reasonGiven,
        pool: fact.outcome === 'pool',
      });
      return;
    }
    case 'offer_declined':
      if (fact.by === 'candidate')
        return end(file, 'declined', at, { contactId: null, reasonGiven: false, pool: false, by: 'candidate' });
      if (file.outcome === 'withdrawn' || file.outcome === 'accepted' || file.outcome === 'declined') return;
      answered(file, 'reopened', at, { contactId: null, key, byMail: false });
      return;
    case 'offer_changed': {
      const answerBy = fact.answerBy === undefined ? (file.offer?.answerBy ?? null) : dayFrom(fact.answerBy);
      file.offer = { stage: fact.stage, answerBy, at };
      if (fact.stage === 'lapsed') {
        if (file.outcome !== 'accepted')
          end(file, 'declined', at, { contactId: null, reasonGiven: false, pool: false, by: 'them' });
      } else if (file.outcome === 'open') {
        end(file, 'offered', at, { contactId: null, reasonGiven: false, pool: false, by: 'them' });
        file.lastAnswerAt = at;
        file.lastAnswerSeq = file.seq;
      }
      return;
    }
    case 'offer_accepted':
      return end(file, 'accepted', at, { contactId: null, reasonGiven: false, pool: false, by: 'candidate' });
    case 'candidate_withdraws':
      file.withdrawnAt = at;
      file.paused = null;
      return end(file, 'withdrawn', at, { contactId: null, reasonGiven: false, pool: false, by: 'candidate' });
    case 'interview_took_place':
      file.confirmed = true;
      if (fact.endsAt !== undefined) file.endsAt = toMs(fact.endsAt);
      return;
    case 'interview_rescheduled':
      file.endsAt = toMs(fact.endsAt);
      file.confirmed = false;
      file.freeSince = Math.max(file.freeSince, at);
      return;
    case 'interview_cancelled':
      file.cancelledAt = at;
      return end(file, 'cancelled', at, { contactId: null, reasonGiven: false, pool: false, by: 'them' });
    case 'reflection_given':
      file.reflection = { text: fact.text, goOn: fact.goOn, at };
      return;
    case 'referee_replied':
      file.referees.set(fact.refereeId, { agrees: fact.agrees, prefers: fact.prefers ?? null, repliedAt: at });
      return;
    case 'call_logged': {
      for (const call of file.calls) if (call.at <= at + 3_600_000) call.settled = true;
      if (fact.direction === 'out') {
        file.outreach.push({
          at,
          key: `call:${key}`,
          step: 'call',
          contactIds: fact.contactId ? [fact.contactId] : [],
          asks: false,
        });
      }
      if (fact.reached)
        answered(file, 'other', at, { contactId: fact.contactId ?? null, key: `call-${key}`, byMail: false });
      else if (fact.direction === 'in') {
        file.answers.push({
          at,
          kind: 'call',
          contactId: fact.contactId ?? null,
          key: `missed-${key}`,
          byMail: false,
          asksFor: [],
          weWillContactYou: false,
          namedDay: null,
        });
      }
      return;
    }
    case 'message_sent_by_hand':
      file.outreach.push({
        at,
        key: `by_hand:${key}`,
        step: 'by_hand',
        contactIds: fact.contactId ? [fact.contactId] : [],
        asks: fact.asksOutcome ?? false,
      });
      return;
    case 'call_agreed':
      file.calls.push({
        at: toMs(fact.callAt),
        contactId: fact.contactId ?? null,
        settled: false,
        noShow: false,
        n: file.calls.length + 1,
        noShowAt: 0,
      });
      return;
    case 'no_show': {
      const open = file.calls.find((call) => !call.settled && !call.noShow);
      if (open) {
        open.noShow = true;
        open.noShowAt = at;
      } else {
        file.calls.push({
          at: fact.callAt === undefined ? at : toMs(fact.callAt),
          contactId: fact.contactId ?? null,
          settled: false,
          noShow: true,
          n: file.calls.length + 1,
          noShowAt: at,
        });
      }
      return;
    }
    case 'references_requested':
      file.referencesRequested = { at, by: fact.by ?? null };
      return;
    case 'promise_kept': {
      const entry = file.promises.get(fact.promiseId);
      if (!entry || entry.kept) return;
      keep(file, fact.promiseId, at);
      file.outreach.push({
        at,
        key: `promise:${fact.promiseId}`,
        step: 'by_hand',
        contactIds: entry.promise.to,
        asks: false,
      });
      return;
    }
    case 'promise_added':
      file.promises.set(fact.promise.id, { promise: fact.promise, kept: false, at });
      return;
    case 'contact_changed': {
      const { contact, replaces } = fact;
      const index = file.contacts.findIndex((c) => c.id === contact.id);
      if (index >= 0) file.contacts[index] = contact;
      else file.contacts.push(contact);
      file.bounced.delete(contact.id);
      if (file.doNotWriteThere) forbidWriting(file, contact.id);
      file.successors.delete(contact.id);
      if (replaces !== undefined && replaces !== contact.id) {
        file.successors.set(replaces, contact.id);
        file.former.push(...file.contacts.filter((c) => c.id === replaces));
        file.contacts = file.contacts.filter((c) => c.id !== replaces);
      }
      return;
    }
    case 'referee_added': {
      const { referee, replaces } = fact;
      file.intake = { ...file.intake, referees: [...file.intake.referees, referee] };
      file.referees.set(referee.id, refereeState(referee, at));
      if (replaces !== undefined) file.refereesReplaced.add(replaces);
      return;
    }
    case 'agent_agreed':
      file.agentAgreedAt ??= at;
      return;
    case 'do_not_write':
      return forbidWriting(file, fact.contactId);
    case 'no_calls':
      return forbidCalls(file, fact.contactId);
    case 'absence':
      file.absences.push({ contactId: fact.contactId, from: dayFrom(fact.from), to: dayFrom(fact.to) });
      return;
    case 'on_hold':
      file.onHoldSince = at;
      return;
    case 'paused':
      file.paused ??= { at, why: 'candidate' };
      return;
    case 'resumed':
      if (file.paused) file.freeSince = Math.max(file.freeSince, at);
      file.paused = null;
      file.lapsesInRow = 0;
      return;
    case 'no_reply_yet':
      file.noReplyYetAt = at;
      return;
    case 'promised_date_corrected':
      file.promised =
        fact.promisedDate === null ? null : { day: dayFrom(fact.promisedDate), by: fact.contactId ?? null, at };
      return;
  }
}

type DoneFact = Extract<Fact, { type: import('./facts').Done['type'] }>;

function done(file: Case, fact: Exclude<DoneFact, { type: 'closed' }>, at: Ms): void {
  if (fact.type === 'step_opened') {
    file.records.set(fact.step.key, {
      step: fact.step,
      status: 'open',
      openedAt: at,
      openedSeq: file.seq,
      endedSeq: 0,
      due: toMs(fact.step.due),
      planned: toMs(fact.step.planned),
      endedAt: 0,
      approvedAt: 0,
      edited: false,
      snoozedUntil: 0,
      heldUntil: 0,
      outcome: '',
    });
    if (fact.step.about === 'moved_on') {
      file.outcome = 'unanswered';
      file.outcomeAt = at;
    }
    return;
  }
  const record = file.records.get(fact.key);
  if (record === undefined) return;
  const finish = (status: StepStatus): void => {
    record.status = status;
    record.endedAt = at;
    record.endedSeq = file.seq;
  };
  const isEmail = record.step.channel === 'email';
  switch (fact.type) {
    case 'step_retimed':
      record.due = toMs(fact.due);
      record.planned = toMs(fact.planned);
      record.step = { ...record.step, due: fact.due, planned: fact.planned, reason: fact.reason, letter: fact.letter };
      return;
    case 'step_approved':
      record.status = 'approved';
      record.approvedAt = at;
      file.lapsesInRow = 0;
      return;
    case 'step_edited':
      record.edited = true;
      return;
    case 'step_skipped':
      finish('skipped');
      return passedOver(file, record, at);
    case 'step_sent':
      finish('sent');
      return wentOut(file, record, at);
    case 'step_uncertain':
      finish('uncertain');
      return wentOut(file, record, at);
    case 'step_settled':
      if (fact.arrived) record.status = 'sent';
      else {
        record.status = 'approved';
        record.approvedAt = at;
      }
      return;
    case 'step_failed':
      finish('failed');
      if (fact.permanent) for (const id of record.step.to) file.bounced.set(id, at);
      return;
    case 'step_held':
      record.heldUntil = fact.until === null ? 0 : toMs(fact.until);
      return;
    case 'step_withdrawn':
      return finish('withdrawn');
    case 'step_lapsed':
      finish('lapsed');
      if (isEmail && !ALWAYS_ASK.includes(record.step.step) && record.step.mode === 'ask') {
        file.lapsesInRow++;
        if (file.lapsesInRow >= 3 && file.paused === null && !isOver(file.outcome)) file.paused = { at, why: 'lapses' };
      }
      return;
    case 'task_done':
      finish('done');
      record.outcome = fact.outcome ?? '';
      return taskDone(file, record, at);
    case 'task_dismissed':
      finish('dismissed');
      return passedOver(file, record, at);
    case 'task_snoozed':
      record.snoozedUntil = toMs(fact.until);
      return;
  }
}

/** A message left (or may have): it is outreach, keeps its promises, and answers what it answers. */
function wentOut(file: Case, record: StepRecord, at: Ms): void {
  const { step } = record;
  file.lapsesInRow = 0;
  if (!NEITHER_GAP.includes(step.step)) {
    file.outreach.push({ at, key: step.key, step: step.step, contactIds: step.to, asks: false });
  }
  for (const id of step.letter.keeps ?? []) keep(file, id, at);
  if (step.step === 'answer_owed') supplied(file, record, at);
}

/** B3: an undated review counts from the delivery. H4: homework that came after its day, or after theirs, was what they waited for. */
function keep(file: Case, id: string, at: Ms): void {
  const entry = file.promises.get(id);
  if (entry === undefined || entry.kept) return;
  entry.kept = true;
  if (entry.promise.kind !== 'homework') return;
  file.homeworkDeliveredAt = at;
  const { dueOn } = entry.promise;
  const inTime = Math.min(...[dueOn === null ? [] : dayFrom(dueOn), file.promised?.day ?? []].flat());
  if (at >= (inTime + 1) * 86_400_000) file.suppliedAt = at;
}

/** Dismissed or skipped: "thanks, noted" owes nothing, and what was asked for counts as settled. */
function passedOver(file: Case, record: StepRecord, at: Ms): void {
  if (record.step.step === 'answer_owed') supplied(file, record, at);
}

function supplied(file: Case, record: StepRecord, at: Ms): void {
  if (record.step.letter.answers === 'info_request' && file.turnSince !== null) {
    file.turnSince = null;
    file.suppliedAt = at;
  }
}

function taskDone(file: Case, record: StepRecord, at: Ms): void {
  const { step } = record;
  if (step.about === 'no_reply_yet') file.noReplyYetAt = at;
  if (step.step === 'reflection' && step.about === null) file.reflection ??= { text: '', goOn: true, at };
  if (step.about === 'took_place') file.confirmed = true;
  if (step.about === 'three_lapsed') {
    file.paused = null;
    file.lapsesInRow = 0;
    file.freeSince = Math.max(file.freeSince, at);
  }
  if (step.step === 'answer_owed') supplied(file, record, at);
  if (step.channel === 'phone' || step.channel === 'linkedin') {
    // A dialled call counts, answered or not (E3).
    if (!NEITHER_GAP.includes(step.step)) {
      file.outreach.push({ at, key: step.key, step: step.step, contactIds: step.to, asks: false });
    }
    if (record.outcome === 'reached')
      answered(file, 'other', at, { contactId: step.to[0] ?? null, key: `call-${step.key}`, byMail: false });
  }
  if (step.about === 'supply_item' || step.about === 'homework_due') {
    if (record.outcome === 'sent_by_hand') for (const id of step.letter.keeps ?? []) keep(file, id, at);
  }
}

/** I2: past its end an interview counts as held, unless a mail that nobody has sorted came in before it. */
export function inDoubt(file: Case): boolean {
  if (file.confirmed) return false;
  for (const mail of file.unsorted.values()) if (mail.at < file.endsAt) return true;
  return false;
}
