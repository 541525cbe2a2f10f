/**
 * The decider: what happened, the moment and the world around go in; what to do now, when to look again and why come
 * out. Pure: the same input gives the same answer, for ever kept in the workflow's history.
 */
import {
  addWorkingDays,
  dateOf,
  dayOf,
  hours,
  instantOf,
  type Ms,
  minuteOf,
  toIso,
  toMs,
  workingInstantFrom,
} from './calendar';
import {
  ALWAYS_ASK,
  ASKING_STEPS,
  type Case,
  fold,
  HELD_BY_GAP,
  inDoubt,
  LAPSING_STEPS,
  type StepRecord,
} from './case';
import type { Command, Decision, Stage, Step } from './decision';
import type { Fact } from './facts';
import type { Approval } from './intake';
import { refusal } from './may-still-send';
import { answersOwed, badAddresses, checkIn, endings, leftInPeace, noShows, wantsSilence } from './rules/answers';
import { asking, holdsOnAsking } from './rules/asking';
import { reflection, standIn, transcript, wantsOut, yesNoPack } from './rules/candidate';
import { behindWhatGoesOut } from './rules/gap';
import { idleCloses, movingOn } from './rules/moving-on';
import { offerNotices } from './rules/offers';
import { inOneLetter } from './rules/one-letter';
import { promiseDeadlines, promises, STILL_OWED } from './rules/promises';
import { referees } from './rules/referees';
import { thanks } from './rules/thanks';
import { valueAdd } from './rules/value-add';
import type { Surroundings } from './surroundings';
import { promisedDay, type View, viewOf } from './view';
import { task, type Want } from './want';

/** H15: an unapproved step of the lapsing kinds is over this many working days after it was due. */
const LAPSE_WORKING_DAYS = 2;
/** `send_unless_stopped` leaves at least this long to stop it. */
const NOTICE = hours(4);

/**
 * @param facts all facts of the interview, the intake first
 * @param now ISO instant on the interview's clock
 * @throws Error when the facts do not begin with an intake
 */
export function decide(facts: readonly Fact[], now: string, surroundings: Surroundings): Decision {
  return decideCase(fold(facts), toMs(now), surroundings);
}

/** The same over a case already folded, for whoever folds as facts come (simulation). */
export function decideCase(file: Case, now: Ms, surroundings: Surroundings): Decision {
  const view = viewOf(file, now, surroundings);
  if (file.closedAt !== null) return closedDecision(view);
  const wants = allWants(view);
  const plan = reconcile(view, wants);
  const close = plan.commands.length === 0 && isFinished(view, wants);
  const commands: Command[] = close ? [...leftOver(view), { do: 'close' }] : plan.commands;
  return {
    stage: stageOf(view, wants),
    outcome: file.outcome,
    promisedDate: shownPromise(view),
    commands,
    wakeAt: plan.wakeAt === null ? null : toIso(Math.max(plan.wakeAt, now + 1000)),
    nextActionAt: nextAction(view, wants),
    needsPerson: needsPerson(view),
    next: wants
      // What follows another interview's message (H1) is still its own question; what is held otherwise has no moment.
      .filter((w) => !ended(file.records.get(w.key)) && (w.held === null || w.held.rule === 'H1'))
      .map((w) => ({ w, due: file.records.get(w.key)?.due ?? Math.max(w.planned, now) }))
      // What is still to come first: whoever leaves much undone still sees it.
      .sort((a, b) => Number(a.due < now) - Number(b.due < now) || a.w.planned - b.w.planned)
      .slice(0, 12)
      .map(({ w, due }) => stepOf(view, w, due)),
    holds: holds(view),
  };
}

function allWants(view: View): Want[] {
  const letters = inOneLetter(view, thanks(view), [...answersOwed(view), ...endings(view)]);
  const wants = [
    ...confirmation(view),
    ...letters,
    ...promises(view, letters),
    ...reflection(view),
    ...wantsOut(view),
    ...yesNoPack(view),
    ...valueAdd(view),
    ...referees(view),
    ...transcript(view),
    ...standIn(view),
    ...offerNotices(view),
    ...asking(view),
    ...noShows(view),
    ...checkIn(view),
    ...badAddresses(view),
    ...leftInPeace(view),
    ...movingOn(view),
    ...threeLapsed(view),
  ];
  // Nothing but preparation happens before the interview has ended (I2); nothing after it was cancelled.
  const due = wants.filter((w) => w.channel === 'task' || view.file.cancelledAt === null);
  return behindWhatGoesOut(view, due);
}

/** I2: somebody must say whether it took place. */
function confirmation(view: View): Want[] {
  if (!inDoubt(view.file) || view.now < view.file.endsAt) return [];
  return [
    task(view, {
      step: 'reflection',
      id: 'took-place',
      rules: ['I2'],
      reason: 'I2: a mail nobody has sorted came before the interview; did it take place?',
      planned: view.file.endsAt,
      about: 'took_place',
    }),
  ];
}

/** H15: three drafts in a row lapsed: ask what to do, once. */
function threeLapsed(view: View): Want[] {
  const { paused } = view.file;
  if (paused === null || paused.why !== 'lapses') return [];
  return [
    task(view, {
      step: 'reflection',
      id: `lapsed-${dayOf(paused.at, view.here)}`,
      rules: ['H15'],
      reason: 'H15: three drafts in a row were not approved, so the interview is paused; what would you like to do?',
      planned: paused.at,
      about: 'three_lapsed',
    }),
  ];
}

const ended = (record: StepRecord | undefined): boolean =>
  record !== undefined && record.status !== 'open' && record.status !== 'approved' && record.status !== 'withdrawn';

const isLive = (record: StepRecord): boolean => record.status === 'open' || record.status === 'approved';

function modeOf(view: View, want: Want): Approval {
  if (want.channel !== 'email' || want.mustAsk || ALWAYS_ASK.includes(want.step)) return 'ask';
  const { approvals } = view.file;
  return (approvals[want.step] ?? approvals.default ?? 'ask') as Approval;
}

function stepOf(view: View, want: Want, due: Ms): Step {
  return {
    key: want.key,
    step: want.step,
    rules: want.rules,
    reason: want.reason,
    due: toIso(due),
    planned: toIso(want.planned),
    channel: want.channel,
    to: want.to,
    cc: want.cc,
    mode: modeOf(view, want),
    about: want.about,
    letter: want.letter,
  };
}

/** H5: what the rules would have wanted earlier is planned anew from now, in working hours, not sent in a burst. */
function dueFrom(view: View, want: Want): Ms {
  const notice = modeOf(view, want) === 'send_unless_stopped' ? NOTICE : 0;
  const earliest = Math.max(want.planned, view.now + notice);
  if (earliest === want.planned) return want.planned;
  return want.channel === 'task' ? earliest : workingInstantFrom(earliest, want.place, view.hours);
}

export function lapsesAt(want: Want, record: StepRecord): Ms {
  const due = Math.max(record.due, record.snoozedUntil);
  const day = addWorkingDays(dayOf(due, want.place), LAPSE_WORKING_DAYS, want.place);
  return instantOf(day, minuteOf(due, want.place), want.place);
}

function reconcile(view: View, wants: Want[]): { commands: Command[]; wakeAt: Ms | null } {
  const { file, now } = view;
  const commands: Command[] = [];
  let wakeAt: Ms | null = null;
  const wake = (at: Ms): void => {
    if (Number.isFinite(at) && at > now && (wakeAt === null || at < wakeAt)) wakeAt = at;
  };
  const wanted = new Map(wants.map((w) => [w.key, w]));

  for (const record of file.records.values()) {
    if (!isLive(record)) continue;
    const why = withdrawReason(view, record, wanted);
    if (why !== null) commands.push({ do: 'withdraw', key: record.step.key, ...why });
  }

  for (const want of wanted.values()) {
    const record = file.records.get(want.key);
    if (record === undefined || record.status === 'withdrawn') {
      if (file.paused !== null && want.about !== 'three_lapsed' && want.about !== 'idle') continue;
      if (want.held !== null) continue;
      if (want.opensAt <= now) commands.push({ do: 'open', step: stepOf(view, want, dueFrom(view, want)) });
      else wake(want.opensAt);
      continue;
    }
    if (!isLive(record) || commands.some((c) => c.do === 'withdraw' && c.key === want.key)) continue;
    if (file.paused !== null || want.held !== null) continue;
    const moved = Math.abs(want.planned - record.planned) >= 60_000;
    if (moved || (!record.edited && !sameLetter(want, record))) {
      const due = moved ? dueFrom(view, want) : record.due;
      commands.push({
        do: 'retime',
        key: want.key,
        due: toIso(due),
        planned: toIso(want.planned),
        reason: want.reason,
        letter: want.letter,
      });
      continue;
    }
    const command = ripe(view, want, record, wake);
    if (command !== null) commands.push(command);
  }

  for (const call of file.calls) if (!call.settled && !call.noShow) wake(call.at + hours(0.5));
  for (const at of promiseDeadlines(view, wants)) wake(at);
  wake(file.endsAt);
  const idle = idleCloses(view);
  if (idle !== null) wake(idle);
  return { commands, wakeAt };
}

/** What an open or approved step calls for just now: lapse it, send it, or wait. */
function ripe(view: View, want: Want, record: StepRecord, wake: (at: Ms) => void): Command | null {
  const { now } = view;
  const key = want.key;
  const waitsForPerson = record.status === 'open' && record.step.mode === 'ask';
  if (waitsForPerson && LAPSING_STEPS.includes(want.step) && want.channel !== 'task') {
    const at = lapsesAt(want, record);
    if (now >= at) return { do: 'lapse', key, rule: 'H15' };
    wake(at);
  }
  if (want.channel !== 'email') {
    wake(Math.max(record.due, record.snoozedUntil));
    return null;
  }
  const ready = Math.max(record.due, record.heldUntil);
  if (now < ready) {
    wake(ready);
    return null;
  }
  const refused = refusal(view, key);
  if (refused === null) return { do: 'send', key };
  if (refused.until !== null) wake(toMs(refused.until));
  return null;
}

const sameLetter = (want: Want, record: StepRecord): boolean =>
  JSON.stringify(sorted(want.letter)) === JSON.stringify(sorted(record.step.letter));

const sorted = (flags: object): [string, unknown][] => Object.entries(flags).sort(([a], [b]) => (a < b ? -1 : 1));

/** E8, H10: why a live draft or task must go; null while it may stay. */
function withdrawReason(
  view: View,
  record: StepRecord,
  wanted: ReadonlyMap<string, Want>,
): { rule: string; reason: string } | null {
  const { file } = view;
  const { step } = record;
  if (
    HELD_BY_GAP.includes(step.step) &&
    step.channel !== 'task' &&
    record.openedSeq <= file.lastAnswerSeq &&
    step.step !== 'revisit'
  ) {
    return { rule: 'E8', reason: 'E8: somebody there answered' };
  }
  const cited = step.letter.promisedDate;
  if (cited !== undefined && file.promised !== null && dateOf(file.promised.day) !== cited) {
    return { rule: 'H10', reason: `H10: it cites ${cited}, and the date is ${dateOf(file.promised.day)} now` };
  }
  if (file.paused !== null && (step.channel === 'phone' || step.channel === 'linkedin')) {
    return { rule: 'H5', reason: 'H5: the interview is paused; this is planned anew when you go on' };
  }
  if (wanted.has(step.key)) return null;
  if (step.channel !== 'task' && step.to.some((id) => wantsSilence(view, id)))
    return { rule: 'H14', reason: 'H14: they asked not to be written to again' };
  if (step.step === 'thank_you' && [...wanted.values()].some((w) => w.letter.thanksToo && w.to[0] === step.to[0]))
    return { rule: 'D3', reason: 'D3: they wrote, and the answer thanks for the conversation too' };
  if (step.step === 'reflection' && step.about === null && file.outcome === 'open')
    return { rule: 'B4', reason: file.reflection === null ? 'B4: it is asked anew' : 'B4: you have reflected' };
  if (step.step === 'senior_letter' || step.step === 'revisit')
    return { rule: 'E8', reason: 'E8: it is no longer called for' };
  // A question to the candidate that was opened stays open until it is done, unless the interview moved on from it.
  if (step.channel === 'task' && step.to[0] === 'candidate' && keepsTask(view, record)) return null;
  const rule = file.withdrawnAt !== null ? 'H11' : file.outcome === 'open' ? 'E8' : 'G1';
  return { rule, reason: `${rule}: the answer or the plan made it unnecessary` };
}

function keepsTask(view: View, record: StepRecord): boolean {
  const { file } = view;
  const { step } = record;
  if (step.about === 'no_reply_yet' || step.about === 'no_channel' || step.about === 'three_lapsed') return false;
  if (step.step === 'reflection' || step.step === 'yes_no_pack') return false;
  if (step.about === 'missed' || step.about === 'supply_item' || step.about === 'homework_due') {
    if (!STILL_OWED.includes(file.outcome)) return false;
    return !(step.letter.keeps ?? []).every((id) => file.promises.get(id)?.kept ?? true);
  }
  if (step.about === 'bad_address') return file.bounced.size > 0;
  if (step.step === 'answer_owed') return file.withdrawnAt === null && file.outcome !== 'rejected';
  return step.about === 'idle';
}

/** Over when it has an ending and nothing is left to go out; or when G10's patience is at its end. */
function isFinished(view: View, wants: Want[]): boolean {
  const { file, now } = view;
  const idle = idleCloses(view);
  if (idle !== null && now >= idle) return true;
  if (file.outcome === 'open' || file.outcome === 'offered') return false;
  if (file.unsorted.size > 0) return false;
  const accepted =
    file.outcome === 'accepted' && file.offer !== null && !['cleared', 'lapsed'].includes(file.offer.stage);
  if (accepted && file.intake.candidate.presentEmployer !== null) return false;
  return !wants.some((w) => {
    const record = file.records.get(w.key);
    if (w.about === 'idle') return false;
    if (w.channel === 'task') return record === undefined && w.planned > now && w.about === 'after_no';
    return record === undefined ? true : isLive(record) || record.status === 'withdrawn';
  });
}

/**
 * G10: with the wait ends what was asked of the candidate for its sake, and every draft. Tasks that an ending leaves (what
 * was learned, a referee to be told) stay, and can be done after it is closed.
 */
function leftOver(view: View): Command[] {
  const { file } = view;
  const waited = file.outcome === 'open' || file.outcome === 'offered';
  return [...file.records.values()]
    .filter((r) => isLive(r) && (waited || r.step.channel === 'email' || r.step.about === 'idle'))
    .map(({ step }) => ({ do: 'withdraw', key: step.key, rule: 'G10', reason: 'G10: the interview was closed' }));
}

function stageOf(view: View, wants: Want[]): Stage {
  const { file, now } = view;
  if (file.paused !== null) return 'paused';
  switch (file.outcome) {
    case 'offered':
      return 'offer';
    case 'open':
      break;
    case 'accepted':
      return 'offer';
    default: {
      const owes = wants.some(
        (w) =>
          w.channel !== 'task' && w.step !== 'revisit' && w.step !== 'senior_letter' && !ended(file.records.get(w.key)),
      );
      return owes ? 'answered' : 'resting';
    }
  }
  if (now < file.endsAt) return 'thanking';
  if (wants.some((w) => w.step === 'thank_you' && !ended(file.records.get(w.key)))) return 'thanking';
  const promised = promisedDay(view);
  const asked = [...file.records.values()].some(
    (r) =>
      ASKING_STEPS.includes(r.step.step) && r.step.channel !== 'task' && ended(r) && r.endedSeq > file.lastAnswerSeq,
  );
  if (asked || dayOf(now, view.there) > promised.day) return 'asking';
  return file.answers.length > 0 && file.promised === null ? 'answered' : 'waiting';
}

function shownPromise(view: View): Decision['promisedDate'] {
  const { day, assumed } = promisedDay(view);
  return { date: dateOf(day), assumed };
}

/** The next moment at which something goes out or falls due; where all that is open is overdue, the oldest of it. */
function nextAction(view: View, wants: Want[]): string | null {
  const { file, now } = view;
  if (file.paused !== null) return null;
  let next: Ms | null = null;
  let overdue: Ms | null = null;
  for (const want of wants) {
    const record = file.records.get(want.key);
    if (ended(record) || want.held !== null || want.about === 'idle') continue;
    const due = record !== undefined && isLive(record) ? record.due : Math.max(want.planned, now);
    if (due >= now) next = Math.min(next ?? due, due);
    else overdue = Math.min(overdue ?? due, due);
  }
  const at = next ?? overdue;
  return at === null ? null : toIso(at);
}

function needsPerson(view: View): boolean {
  const { file, now } = view;
  if (file.unsorted.size > 0) return true;
  return [...file.records.values()].some(
    (r) =>
      r.status === 'uncertain' ||
      r.status === 'failed' ||
      (r.status === 'open' && r.step.mode === 'ask' && r.snoozedUntil <= now),
  );
}

function holds(view: View): Decision['holds'] {
  const { file, around } = view;
  const found: Decision['holds'] = [];
  if (around.stopped) found.push({ rule: 'pause', text: 'everything is stopped', until: null });
  if (file.paused !== null) {
    found.push({ rule: file.paused.why === 'lapses' ? 'H15' : 'pause', text: 'the interview is paused', until: null });
  }
  if (view.now < file.endsAt)
    found.push({ rule: 'I2', text: 'the interview has not taken place yet', until: toIso(file.endsAt) });
  if (file.outcome === 'open') {
    for (const hold of holdsOnAsking(view))
      found.push({ ...hold, until: hold.until === null ? null : toIso(hold.until) });
  }
  return found;
}

function closedDecision(view: View): Decision {
  return {
    stage: 'closed',
    outcome: view.file.outcome,
    promisedDate: shownPromise(view),
    commands: [],
    wakeAt: null,
    nextActionAt: null,
    needsPerson: false,
    next: [],
    holds: [],
  };
}
