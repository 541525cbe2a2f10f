/**
 * Every "never" of the rulebook, once (Order 3). Asked while planning, and once more at the last gate, in the moment
 * before a message leaves, whatever planned it. A refusal says by which rule and until when.
 */
import {
  addWorkingDays,
  type Day,
  dayOf,
  instantOf,
  inWorkingHours,
  type Ms,
  sayDay,
  toIso,
  toMs,
  workingDayFrom,
  workingInstantFrom,
} from './calendar';
import { ASKING_STEPS, type Case, fold, HELD_BY_GAP, inDoubt, type StepRecord } from './case';
import type { Refusal, Step } from './decision';
import type { Fact } from './facts';
import { normaliseAddress } from './identity';
import { holdsOnAsking, knowsNoReply } from './rules/asking';
import { GAP_DAYS, lastOutreach } from './rules/gap';
import { liveOffers } from './rules/offers';
import { hasAgreed, hasDeclined, isLocked, atPresentEmployer as refereeInside } from './rules/referees';
import type { PlaceCalendar, Surroundings } from './surroundings';
import {
  afterPromised,
  awayOn,
  contactById,
  homeworkDay,
  mayEmail,
  placeOf,
  promisedDay,
  recruiter,
  refereeById,
  untouchable,
  type View,
  viewOf,
} from './view';
import { askMinute } from './want';

const no = (rule: string, text: string, until: Ms | null = null): Refusal => ({
  rule,
  text,
  until: until === null ? null : toIso(until),
});

/**
 * Whether the message `key` may leave at `now`; null when it may.
 * @param facts the interview's facts up to now
 * @param now ISO instant on the interview's clock
 * @throws Error when the facts do not begin with an intake
 */
export function mayStillSend(
  facts: readonly Fact[],
  key: string,
  now: string,
  surroundings: Surroundings,
): Refusal | null {
  return refusal(viewOf(fold(facts), toMs(now), surroundings), key);
}

/** The same over a case already folded. */
export function refusal(view: View, key: string): Refusal | null {
  const record = view.file.records.get(key);
  if (record === undefined) return no('H15', 'this draft is not known');
  if (record.status !== 'open' && record.status !== 'approved') return no('H15', `this draft is ${record.status}`);
  if (record.status === 'open' && record.step.mode === 'ask') return no('H15', 'this draft is not approved');
  const { step } = record;
  return (
    stopped(view, step) ??
    (isReferee(step) ? refereeRefusal(view, record) : contactRefusal(view, step)) ??
    content(view, step) ??
    (ASKING_STEPS.includes(step.step) ? askRefusal(view, record) : null) ??
    (HELD_BY_GAP.includes(step.step) ? gapRefusal(view, step) : null) ??
    ending(view, step) ??
    hours(view, step)
  );
}

const isReferee = (step: Step): boolean => step.step.startsWith('referee_');

/** Order 1: the candidate's stop beats all. */
function stopped(view: View, step: Step): Refusal | null {
  const { file, around } = view;
  if (around.stopped) return no('pause', 'everything is stopped');
  if (file.paused !== null) return no('pause', 'the interview is paused');
  if (file.cancelledAt !== null) return no('I2', 'the interview was cancelled');
  if (view.now < file.endsAt) return no('I2', 'the interview has not taken place yet', file.endsAt);
  if (inDoubt(file)) return no('I2', 'a mail nobody has sorted may have changed the interview');
  if (file.withdrawnAt !== null && !['withdrawal', 'answer_owed', 'referee_update'].includes(step.step)) {
    return no('H11', 'you have withdrawn: silence for this process, but for an answer owed');
  }
  return null;
}

function refereeRefusal(view: View, record: StepRecord): Refusal | null {
  const { step } = record;
  const referee = refereeById(view, step.to[0] ?? '');
  if (referee === null || referee.email === null) return no('A2', 'there is no address on file');
  if (referee.relationship === 'friend') return no('C1', 'a personal friend is no referee');
  const address = normaliseAddress(referee.email);
  if (view.file.bounced.has(referee.id)) return no('H6', 'mail to this address came back for good');
  if (
    view.file.doNotWrite === 'everybody' ||
    view.file.doNotWrite.has(referee.id) ||
    view.around.doNotWrite.includes(address)
  ) {
    return no('H14', 'this person asked not to be written to again');
  }
  if (isLocked(view, referee))
    return no('I1', 'this referee works at your present employer: not before a written offer');
  if (refereeInside(view, referee) && record.status !== 'approved') {
    return no('I1', 'a referee at your present employer is written to only after fresh approval');
  }
  if (step.step === 'referee_ask') {
    if (hasAgreed(view, referee)) return no('C2', 'this referee has agreed already');
    if (hasDeclined(view, referee)) return no('C4', 'this referee has declined');
    const elsewhere = view.around.refereeContacts.find(
      (c) => c.purpose === 'ask' && c.address === address && c.interviewId !== view.around.interviewId,
    );
    if (elsewhere !== undefined) return no('C2', 'this referee was asked for another interview: once per search');
  }
  if (step.step === 'referee_brief') {
    if (!hasAgreed(view, referee)) return no('C2', 'this referee has not agreed yet');
    if (view.file.referencesRequested === null) {
      const since = view.around.refereeContacts
        .filter((c) => c.purpose === 'brief' && c.address === address && c.interviewId !== view.around.interviewId)
        .map((c) => toMs(c.at) + view.settings.refereeDays * 86_400_000);
      const until = Math.max(Number.NEGATIVE_INFINITY, ...since);
      if (until > view.now) return no('C4', 'this referee was briefed for another role a short while ago', until);
    }
  }
  return null;
}

function contactRefusal(view: View, step: Step): Refusal | null {
  for (const id of [...step.to, ...step.cc]) {
    const contact = contactById(view, id);
    if (contact === null || contact.id !== id) return no('A2', 'this person is not on file any more');
    if (untouchable(view, contact)) {
      const askedNotTo =
        view.file.doNotWrite === 'everybody' ||
        view.file.doNotWrite.has(id) ||
        view.around.doNotWrite.includes(normaliseAddress(contact.email ?? ''));
      return askedNotTo
        ? no('H14', 'this person asked not to be written to again')
        : no('I1', 'nothing ever goes to your present employer');
    }
    if (view.file.bounced.has(id)) return no('H6', 'mail to this address came back for good');
    if (step.channel === 'email' && !mayEmail(view, contact))
      return no('A2', 'there is no address on file that may be used');
  }
  const agent = recruiter(view);
  if (agent !== null && view.file.agentAgreedAt === null && step.to.some((id) => id !== agent.id)) {
    return no('F1', 'messages go through the agency until its recruiter agrees to direct ones');
  }
  return null;
}

/** B2, B3: what a draft was made to deliver and still lacks; null where it is on file or the candidate has put it in. */
export function missingFrom(file: Case, key: string): string | null {
  const record = file.records.get(key);
  if (record === undefined || record.edited) return null;
  const { step } = record;
  if (step.step !== 'promised_item' && step.step !== 'homework') return null;
  const promises = (step.letter.keeps ?? []).map((id) => file.promises.get(id)?.promise);
  return promises.find((promise) => promise?.content === null)?.what ?? null;
}

/** Order 2: honesty beats any message. */
function content(view: View, step: Step): Refusal | null {
  const { letter } = step;
  if (letter.mentionsOffer !== undefined && !liveOffers(view, view.now).includes(letter.mentionsOffer)) {
    return no('E7', 'the offer it mentions is no longer open');
  }
  if (missingFrom(view.file, step.key) !== null) {
    return no('A2', 'the promised thing itself is missing: add it to the draft');
  }
  if (step.step === 'value_add' && view.file.intake.valueAdd === null) return no('B6', 'there is no material on file');
  if (letter.promisedDate !== undefined) {
    const promised = promisedDay(view);
    if (promised.assumed || toMs(`${letter.promisedDate}T00:00:00Z`) / 86_400_000 !== promised.day) {
      return no('H10', 'it cites a date that has been corrected');
    }
  }
  return null;
}

function askRefusal(view: View, record: StepRecord): Refusal | null {
  const { file } = view;
  const { step } = record;
  if (file.outcome !== 'open') return no('E8', 'they have answered');
  if (record.openedSeq <= file.lastAnswerSeq) return no('E8', 'somebody there has answered since');
  const hold = holdsOnAsking(view)[0];
  if (hold !== undefined) return no(hold.rule, hold.text, hold.until);
  const after = afterPromised(view);
  if (view.now < after) return no('D1', 'nothing asks for the outcome up to and including the promised date', after);
  const contact = contactById(view, step.to[0] ?? '');
  const place = placeOfStep(view, step);
  const today = dayOf(view.now, place);
  const away = awayOn(view, today, contact);
  if (away !== null) {
    return no(
      'A4',
      `${away.who} is away up to ${sayDay(away.to)}`,
      atDay(view, workingDayFrom(away.to + 1, place), place),
    );
  }
  if (file.suppliedAt !== null && file.suppliedAt >= file.lastAnswerAt) {
    const day = addWorkingDays(dayOf(file.suppliedAt, place), 5, place);
    if (today < day)
      return no('H4', 'five working days after you supplied what they asked for', atDay(view, day, place));
  }
  const homework = homeworkDay(file);
  if (homework !== null && today <= homework) {
    return no('B3', 'homework is still to be handed in', atDay(view, addWorkingDays(homework, 1, place), place));
  }
  if (file.contactYouSince !== null) {
    const day = addWorkingDays(dayOf(file.contactYouSince, place), 10, place);
    if (today < day) return no('I3', 'ten working days after "we will contact you"', atDay(view, day, place));
  }
  if (!knowsNoReply(view, record)) return no('H17', 'only you know whether they have answered: no reply yet?');
  return null;
}

/** E2, H1: over all of the candidate's processes there. */
function gapRefusal(view: View, step: Step): Refusal | null {
  const place = placeOfStep(view, step);
  const last = lastOutreach(view, step.key);
  if (last === null) return null;
  const lastDay = dayOf(last, place);
  if (dayOf(view.now, place) >= lastDay + GAP_DAYS) return null;
  return no(
    'H1',
    `the last message there went on ${sayDay(lastDay)}: not sooner than three days after it`,
    atDay(view, workingDayFrom(lastDay + GAP_DAYS, place), place),
  );
}

/** G2, G9, B6: what an ending forbids. */
function ending(view: View, step: Step): Refusal | null {
  const { file } = view;
  if (step.step === 'value_add' && (file.outcome !== 'open' || view.now >= afterPromised(view))) {
    return no('B6', 'the wait it was meant for is over');
  }
  if (
    file.outcome === 'rejected' &&
    ['thank_you', 'promised_item', 'homework', 'check_in', 'no_show_note'].includes(step.step)
  ) {
    return no('G2', 'a no is accepted: nothing more but thanks, a return after months, and one letter');
  }
  if (step.step === 'senior_letter') {
    const written = [...file.records.values()].some(
      (r) =>
        r.step.step === 'senior' &&
        ['sent', 'uncertain', 'done'].includes(r.status) &&
        r.step.to.some((id) => step.to.includes(id)),
    );
    if (written && recruiter(view) === null) return no('G9', 'this person was written to before (E5)');
    if (file.outcome !== 'rejected' && file.outcome !== 'unanswered') return no('G9', 'it is not over');
  }
  if (step.step === 'revisit') {
    if (file.outcome !== 'rejected' && file.outcome !== 'unanswered') return no('G6', 'it is not over');
    if (view.around.siblings.some((s) => s.outcome === 'accepted')) return no('G6', 'you have taken a job');
  }
  return null;
}

/** The calendar of whoever it goes to. */
function placeOfStep(view: View, step: Step): PlaceCalendar {
  const id = step.to[0] ?? '';
  const person = isReferee(step) ? refereeById(view, id) : contactById(view, id);
  return person === null ? view.there : placeOf(view, person);
}

/** Everything goes out in the recipient's working hours. */
function hours(view: View, step: Step): Refusal | null {
  const place = placeOfStep(view, step);
  if (inWorkingHours(view.now, place, view.hours)) return null;
  return no('E2', 'outside working hours there', workingInstantFrom(view.now, place, view.hours));
}

const atDay = (view: View, day: Day, place: PlaceCalendar): Ms => instantOf(day, askMinute(view), place);
