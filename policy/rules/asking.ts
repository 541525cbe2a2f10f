/** D1, E1 to E6, E8, G8, A4, H1, H3, H4, H7, H17, I3: the one next question for the outcome, and when it may be asked. */
import {
  addWorkingDays,
  type Day,
  dateOf,
  dayOf,
  instantOf,
  isWorkingDay,
  type Ms,
  sayDay,
  toMs,
  workingDayFrom,
  workingDaysBetween,
  workingInstantFrom,
} from '../calendar';
import { type Answer, ASKING_STEPS, type StepRecord } from '../case';
import type { Channel, LetterFlags, StepName } from '../decision';
import { agencyKey, normaliseAddress, organisationKey } from '../identity';
import type { Contact } from '../intake';
import type { PlaceCalendar, Sibling } from '../surroundings';
import {
  afterPromised,
  askable,
  awayOn,
  candidateAwayOn,
  contactById,
  homeworkDay,
  homeworkOwed,
  mayEmail,
  mayLinkedIn,
  mayPhone,
  placeOf,
  promisedDay,
  reconnectPerson,
  recruiter,
  type View,
  withRole,
} from '../view';
import { askMinute, dayAhead, outward, task, type Want } from '../want';
import { GAP_DAYS, lastOutreach } from './gap';
import { liveOffers } from './offers';

/** H4: after supplying what they asked for. */
const AFTER_SUPPLY_WORKING_DAYS = 5;
/** I3: "we will contact you". */
const CONTACT_YOU_WORKING_DAYS = 10;

const USED: readonly StepRecord['status'][] = ['sent', 'uncertain', 'lapsed', 'skipped', 'done', 'dismissed'];

/** An ask whose place in the plan is used up: it went out, lapsed, or was passed over. */
export interface UsedAsk {
  step: StepName;
  channel: Channel;
  at: Ms;
  due: Ms;
  to: string[];
}

const isAsk = (record: StepRecord): boolean =>
  ASKING_STEPS.includes(record.step.step) && record.step.channel !== 'task';

/** The places used since the last human answer (E8), a sibling's message that asked for this role too included (H1). */
export function usedAsks(view: View): UsedAsk[] {
  const { file } = view;
  const used: UsedAsk[] = [];
  for (const record of file.records.values()) {
    if (isAsk(record) && USED.includes(record.status) && record.endedSeq > file.lastAnswerSeq) {
      used.push({
        step: record.step.step,
        channel: record.step.channel,
        at: record.endedAt,
        due: record.due,
        to: record.step.to,
      });
    }
  }
  for (const made of view.around.outreach) {
    const at = toMs(made.at);
    if (
      made.interviewId !== view.around.interviewId &&
      made.covers.includes(view.around.interviewId) &&
      at > file.lastAnswerAt
    ) {
      used.push({ step: made.step as StepName, channel: 'email', at, due: at, to: [] });
    }
  }
  for (const made of file.outreach) {
    if (made.asks && made.at > file.lastAnswerAt)
      used.push({ step: 'chase', channel: 'email', at: made.at, due: made.at, to: made.contactIds });
  }
  return used.sort((a, b) => a.at - b.at);
}

/** How many asks there have ever been: the ordinal that makes an ask's key its own. */
function everAsked(view: View): number {
  let count = 0;
  for (const record of view.file.records.values()) {
    if (isAsk(record) && record.status !== 'open' && record.status !== 'approved' && record.status !== 'withdrawn')
      count++;
  }
  return count;
}

export const lastSayUsed = (view: View): UsedAsk | undefined => usedAsks(view).find((ask) => ask.step === 'last_say');

/** Which step is next in the ladder. */
function rung(view: View, used: UsedAsk[]): { step: StepName; rules: string[] } {
  const { settings } = view;
  const n = used.length;
  const person = (role: 'hiring_manager' | 'senior'): boolean => withRole(view, role).some((c) => reachable(view, c));
  const agency = recruiter(view) !== null;
  const latest = latestAnswer(view);
  const asked = (step: StepName): boolean => used.some((ask) => ask.step === step);
  if (n >= settings.beforeLastSay) return { step: 'last_say', rules: ['G8'] };
  const senior = person('senior') || (agency && withRole(view, 'senior').length > 0);
  if (senior && !asked('senior') && n === settings.beforeSenior) return { step: 'senior', rules: ['E5', 'E2'] };
  const decider = person('hiring_manager') || (agency && withRole(view, 'hiring_manager').length > 0);
  const heldOff = n === 0 && latest?.kind === 'holding' && latest.namedDay === null;
  if (decider && !asked('decision_maker') && (heldOff || n === settings.beforeDecisionMaker)) {
    return {
      step: 'decision_maker',
      rules: heldOff ? ['E4', ...(latest.weWillContactYou ? ['I3'] : [])] : ['E4', 'E2'],
    };
  }
  if (n === 0 && !heldOff) return { step: 'reconnect', rules: ['E1'] };
  return { step: 'chase', rules: ['E2', 'E3'] };
}

function latestAnswer(view: View): Answer | undefined {
  return view.file.answers.filter((a) => a.kind !== 'call').at(-1);
}

const reachable = (view: View, contact: Contact): boolean =>
  (mayEmail(view, contact) || mayPhone(view, contact)) && !longAway(view, contact);

/** A4 holds the steps to somebody who is away; for longer than this the question goes to the next who may be asked (E3). */
const LONG_AWAY_WORKING_DAYS = 20;

/** Not the decision maker, whose absence holds every question. */
function longAway(view: View, contact: Contact): boolean {
  const place = placeOf(view, contact);
  const from = dayOf(Math.max(view.now, afterPromised(view)), place);
  return (
    !contact.roles.includes('hiring_manager') &&
    view.file.absences.some(
      (a) =>
        contactById(view, a.contactId)?.id === contact.id &&
        a.from <= from &&
        workingDaysBetween(from - 1, a.to, place) > LONG_AWAY_WORKING_DAYS,
    )
  );
}

/** Whom to ask, in E1's and E3's order; those who are away for long only where nobody else is left. */
function toBeAsked(view: View): Contact[] {
  const people = askable(view);
  const present = people.filter((c) => !longAway(view, c));
  return present.some((c) => mayEmail(view, c)) ? present : people;
}

interface Way {
  channel: Channel;
  contact: Contact;
  cc: Contact[];
}

/** E3: channels take turns, those that are not to be had are skipped; E1, E4, E5 and G8 write where they can. */
function way(view: View, step: StepName, used: UsedAsk[]): Way | null {
  const people = toBeAsked(view);
  const agent = recruiter(view);
  const first = people.find((c) => mayEmail(view, c)) ?? null;
  const mail = (contact: Contact | null | undefined, cc: Contact[] = []): Way | null =>
    contact !== null && contact !== undefined && mayEmail(view, contact)
      ? { channel: 'email', contact, cc: cc.filter((c) => c.id !== contact.id) }
      : null;
  const call = (contacts: Contact[]): Way | null => {
    const contact = contacts.find((c) => mayPhone(view, c));
    return contact === undefined ? null : { channel: 'phone', contact, cc: [] };
  };
  const linkedIn = (): Way | null => {
    const contact = people.find((c) => mayLinkedIn(view, c));
    const tried = [...view.file.records.values()].some((r) => r.step.channel === 'linkedin' && USED.includes(r.status));
    return contact === undefined || tried || agent !== null ? null : { channel: 'linkedin', contact, cc: [] };
  };
  const chase = (): Way | null => {
    const last = lastChannel(view);
    const turns: Record<string, Channel[]> = {
      email: ['phone', 'linkedin', 'email'],
      phone: ['linkedin', 'email', 'phone'],
      linkedin: ['email', 'phone', 'linkedin'],
    };
    for (const channel of turns[last] ?? ['email', 'phone', 'linkedin']) {
      const found = channel === 'email' ? mail(first) : channel === 'phone' ? call(people) : linkedIn();
      if (found !== null) return found;
    }
    return null;
  };
  if (agent !== null) return step === 'chase' ? chase() : (mail(agent) ?? call([agent]));
  switch (step) {
    case 'chase':
      return chase();
    case 'decision_maker': {
      const deciders = withRole(view, 'hiring_manager');
      // Whoever was just written to in vain is called, where that is allowed.
      const stale = used.at(-1)?.channel === 'email' ? used.at(-1)?.to : undefined;
      const fresh = deciders.find((c) => mayEmail(view, c) && !stale?.includes(c.id));
      const hr = first?.roles.includes('hr') ? [first] : [];
      return (
        mail(fresh, hr) ??
        call(deciders) ??
        mail(
          deciders.find((c) => mayEmail(view, c)),
          hr,
        ) ??
        chase()
      );
    }
    case 'senior': {
      const senior = withRole(view, 'senior').find((c) => mayEmail(view, c));
      const contact = reconnectPerson(view);
      return mail(senior, contact === null ? [] : [contact]) ?? call(withRole(view, 'senior')) ?? chase();
    }
    default:
      return mail(first) ?? call(people) ?? linkedIn();
  }
}

function lastChannel(view: View): Channel | 'none' {
  let last: StepRecord | null = null;
  for (const record of view.file.records.values()) {
    if (isAsk(record) && USED.includes(record.status) && (last === null || record.endedAt > last.endedAt))
      last = record;
  }
  return last?.step.channel ?? 'none';
}

/** E2: day `chaseDays` after `from`; where it is no working day but day 3 is, day 3; else the next working day. */
export function chaseDay(from: Day, chaseDays: number, place: PlaceCalendar): Day {
  if (isWorkingDay(from + chaseDays, place)) return from + chaseDays;
  if (chaseDays === GAP_DAYS + 1 && isWorkingDay(from + GAP_DAYS, place)) return from + GAP_DAYS;
  return workingDayFrom(from + chaseDays, place);
}

/** The passing reasons for which no question is asked just now; the draft, if there is one, stays. */
export function holdsOnAsking(view: View): { rule: string; text: string; until: Ms | null }[] {
  const { file } = view;
  const holds: { rule: string; text: string; until: Ms | null }[] = [];
  if (file.unsorted.size > 0) holds.push({ rule: 'H3', text: 'a mail of theirs waits to be sorted', until: null });
  if (file.turnSince !== null)
    holds.push({ rule: 'H4', text: 'it is your turn: they asked for something', until: null });
  if (file.onHoldSince !== null) holds.push({ rule: 'I4', text: 'the process is on hold', until: null });
  return holds;
}

/** `reconnectWorkingDays` in words. */
const NTH: readonly string[] = ['', 'first', 'second', 'third'];

interface Timing {
  planned: Ms;
  reason: string;
  rules: string[];
}

function timing(view: View, step: StepName, used: UsedAsk[], contact: Contact, key: string): Timing {
  const { file, settings } = view;
  const place = placeOf(view, contact);
  const promised = promisedDay(view);
  const latest = latestAnswer(view);
  const last = lastOutreach(view, key);
  const lastDay = last === null ? null : dayOf(last, place);
  const rules: string[] = [];
  const named = promised.assumed
    ? `the day assumed for want of a promised one, ${sayDay(promised.day)}`
    : `the promised date, ${sayDay(promised.day)}`;
  const afterNamed = `the ${NTH[settings.reconnectWorkingDays] ?? 'first'} working day after ${named}`;
  let day: Day;
  let reason: string;
  const previous = used.at(-1);
  if (previous === undefined) {
    const afterDate = addWorkingDays(promised.day, settings.reconnectWorkingDays, place);
    if (latest !== undefined && latest.namedDay === null && promised.day <= dayOf(latest.at, view.there)) {
      const from = dayOf(latest.at, place);
      const since = Math.max(from, lastDay ?? from);
      day = chaseDay(since, settings.chaseDays, place);
      const what =
        since === from
          ? `their answer of ${sayDay(from)}, which named no date`
          : `the message of ${sayDay(since)}; their answer of ${sayDay(from)} named no date`;
      reason = `${step === 'decision_maker' ? 'E4' : 'E2'}: ${day - since} days after ${what}`;
    } else if (step === 'decision_maker' && latest !== undefined) {
      const from = dayOf(latest.at, place);
      const chase = chaseDay(from, settings.chaseDays, place);
      day = Math.max(chase, promised.assumed ? 0 : afterDate);
      reason =
        day === chase
          ? `E4: ${day - from} days after their holding reply of ${sayDay(from)}`
          : `E4: ${afterNamed}; their holding reply named no other`;
    } else {
      day = afterDate;
      reason = `${step === 'reconnect' ? 'E1' : 'E4'}: ${afterNamed}`;
      if (promised.assumed) rules.push('A3');
    }
    if (lastDay !== null && day < lastDay + GAP_DAYS) {
      day = workingDayFrom(lastDay + GAP_DAYS, place);
      reason = `E2: not sooner than three days after the message of ${sayDay(lastDay)}`;
      rules.push('E2');
    }
  } else {
    const lapsed = previous.due > (last ?? Number.NEGATIVE_INFINITY) ? dayOf(previous.due, place) : null;
    const from = Math.max(lastDay ?? Number.NEGATIVE_INFINITY, lapsed ?? Number.NEGATIVE_INFINITY);
    day = chaseDay(from, settings.chaseDays, place);
    const word = RULE_OF[step] ?? 'E2';
    reason =
      lapsed === from
        ? `${word}: ${day - from} days after ${sayDay(from)}'s question, which did not go out`
        : `${word}: ${day - from} days after ${sayDay(from)}'s ${previous.channel === 'phone' && dayOf(previous.at, place) === from ? 'call' : 'message'}`;
  }
  if (file.suppliedAt !== null && file.suppliedAt >= file.lastAnswerAt) {
    const earliest = addWorkingDays(dayOf(file.suppliedAt, place), AFTER_SUPPLY_WORKING_DAYS, place);
    if (earliest > day) {
      day = earliest;
      rules.push('H4');
      reason = 'H4: five working days after you supplied what they asked for';
    }
  }
  if (file.contactYouSince !== null) {
    const earliest = addWorkingDays(dayOf(file.contactYouSince, place), CONTACT_YOU_WORKING_DAYS, place);
    if (earliest > day) {
      day = earliest;
      rules.push('I3');
      reason = 'I3: ten working days after "we will contact you"';
    }
  }
  const homework = homeworkDay(file);
  if (homework !== null && homework >= day) {
    day = addWorkingDays(homework, 1, place);
    rules.push('B3');
    reason = `B3: the homework is due on ${sayDay(homework)}`;
  }
  const rule = reason.split(':', 1)[0];
  const free = Math.max(file.freeSince, afterPromised(view), file.endsAt);
  const settle = (from: Day): Day => {
    let at = from;
    for (let tries = 0; tries < 500; tries++) {
      const away = awayOn(view, at, contact);
      if (away !== null) {
        at = away.to + 1;
        rules.push('A4');
        reason = `A4: ${away.who} is back after ${sayDay(away.to)}`;
      } else if (candidateAwayOn(view, at)) {
        at++;
        reason = `${rule}: the first working day after you are back`;
      } else if (instantOf(at, view.hours.to * 60, place) <= free) {
        at++;
        reason =
          free === afterPromised(view)
            ? `${rule}: nothing is asked before ${named}, is over`
            : `${rule}: it could not go out before ${sayDay(dayOf(free, place))}`;
      } else if (!isWorkingDay(at, place)) at++;
      else return at;
    }
    return at;
  };
  const settled = settle(day);
  // What holds it back may end in the middle of that day.
  return { planned: Math.max(instantOf(settled, askMinute(view), place), free), reason, rules };
}

const RULE_OF: Partial<Record<StepName, string>> = { decision_maker: 'E4', senior: 'E5', last_say: 'G8', chase: 'E2' };

/** The one next asking step; its H17 question where nobody listens; or H7's task where no channel is left. */
export function asking(view: View): Want[] {
  const { file } = view;
  if (file.outcome !== 'open' || file.withdrawnAt !== null) return [];
  const used = usedAsks(view);
  if (used.some((ask) => ask.step === 'last_say')) return [];
  const next = rung(view, used);
  const found = way(view, next.step, used);
  const ordinal = everAsked(view) + 1;
  if (found === null) return noChannel(view, used, ordinal);
  const step = next.step;
  const key = `${step}:${found.contact.id}:${ordinal}`;
  const place = placeOf(view, found.contact);
  const when = timing(view, step, used, found.contact, key);
  const together = withSiblings(view, step, found, when.planned, place);
  const planned = Math.max(when.planned, together.notBefore);
  const promised = promisedDay(view);
  const offer = liveOffers(view, planned)[0] ?? null;
  const letter: LetterFlags = {
    ask: used.length + 1,
    ...(!promised.assumed && { promisedDate: dateOf(promised.day) }),
    ...(offer !== null && { mentionsOffer: offer }),
    ...(together.covers.length > 0 && { covers: together.covers }),
  };
  const [owed] = homeworkOwed(file);
  const want = outward({
    step,
    id: String(ordinal),
    rules: [
      ...new Set([
        ...next.rules,
        ...when.rules,
        ...(together.covers.length > 0 ? ['H1'] : []),
        ...(offer !== null ? ['E7'] : []),
      ]),
    ],
    reason: owed === undefined ? when.reason : `${when.reason}. Mind B3: "${owed.what}" has still to go out`,
    planned,
    channel: found.channel,
    to: [found.contact.id],
    // E5 is never written behind the contact's back, away or not.
    cc: found.cc.filter((c) => step === 'senior' || awayOn(view, dayOf(planned, place), c) === null).map((c) => c.id),
    place,
    letter,
    opensAt: Math.max(dayAhead(view, planned, place), file.endsAt),
  });
  const theirs = together.theirs
    ? { rule: 'H1', text: 'another interview there asks the same person in one message' }
    : undefined;
  const hold = holdsOnAsking(view)[0] ?? theirs;
  const wants: Want[] = [hold === undefined ? want : { ...want, held: hold }];
  if (view.around.inbound !== 'working') wants.push(noReplyYet(view, want, ordinal));
  return wants;
}

/** H17: where no mail can come in, the candidate is asked first. */
function noReplyYet(view: View, ask: Want, ordinal: number): Want {
  return {
    ...task(view, {
      step: ask.step,
      id: `no-reply-${ordinal}`,
      rules: ['H17'],
      reason:
        view.around.inbound === 'none'
          ? 'H17: no way in for mail is set up, so only you know whether they have answered'
          : 'H17: the way in for mail is broken, so only you know whether they have answered',
      planned: ask.planned,
      about: 'no_reply_yet',
      opensAt: ask.opensAt,
    }),
    held: ask.held,
  };
}

/** H17's answer holds for the question it was asked for: since that draft was made, or since the day before it is due. */
export function knowsNoReply(view: View, record: StepRecord): boolean {
  return (
    view.around.inbound === 'working' || view.file.noReplyYetAt >= Math.min(record.openedAt, record.due - 86_400_000)
  );
}

/** H7: no channel is left: the chase is retired with a task that says so, when it would have been due. */
function noChannel(view: View, used: UsedAsk[], ordinal: number): Want[] {
  const { file, there, here, hours, settings } = view;
  const turns = used
    .slice(-1)
    .map(({ at }) => instantOf(chaseDay(dayOf(at, there), settings.chaseDays, there), askMinute(view), there));
  const at = workingInstantFrom(Math.max(afterPromised(view), file.freeSince, file.endsAt, ...turns), here, hours);
  return [
    task(view, {
      step: 'chase',
      id: `no-channel-${ordinal}`,
      rules: ['H7'],
      reason: 'H7: there is nobody left whom you may write to or call; the question is retired',
      planned: at,
      about: 'no_channel',
    }),
  ];
}

/** When H7 retired the asking, if it did. */
export function retiredAt(view: View): Ms | null {
  const { file } = view;
  for (const record of file.records.values()) {
    if (
      record.step.about === 'no_channel' &&
      record.openedSeq > file.lastAnswerSeq &&
      way(view, 'last_say', usedAsks(view)) === null
    ) {
      return record.openedAt;
    }
  }
  return null;
}

const RANK: readonly StepName[] = ['reconnect', 'chase', 'decision_maker', 'senior', 'last_say'];

/** H1 and Order 5: of two roles' questions at one place, one goes; to one person, as one message. */
function withSiblings(
  view: View,
  step: StepName,
  found: Way,
  planned: Ms,
  place: PlaceCalendar,
): { covers: string[]; notBefore: Ms; theirs: boolean } {
  const covers: string[] = [];
  let followed = false;
  let notBefore = Number.NEGATIVE_INFINITY;
  const mine = normaliseAddress(found.contact.email ?? '');
  for (const sibling of view.around.siblings) {
    const ask = sibling.nextAsk;
    if (ask === null || sibling.unsortedMail || sibling.outcome !== 'open' || !sharesLedger(view, sibling)) continue;
    const theirs = toMs(ask.due);
    if (Math.abs(dayOf(theirs, place) - dayOf(planned, place)) >= GAP_DAYS) continue;
    const lead = leads(view, step, ask.step, sibling.interviewId);
    const samePerson = found.channel === 'email' && ask.addresses.includes(mine);
    if (samePerson) {
      if (lead) covers.push(sibling.interviewId);
      else followed = true;
    } else if (!lead) {
      notBefore = Math.max(
        notBefore,
        instantOf(workingDayFrom(dayOf(theirs, place) + GAP_DAYS, place), askMinute(view), place),
      );
    }
  }
  return { covers: followed ? [] : covers, notBefore, theirs: followed };
}

function sharesLedger(view: View, sibling: Sibling): boolean {
  const { route, organisation } = view.file.intake;
  return route.kind === 'agency'
    ? sibling.agencyKey === agencyKey(route.agency)
    : sibling.agencyKey === null && sibling.organisationKey === organisationKey(organisation);
}

/** The higher question leads; of two equal ones, always the same interview's. */
function leads(view: View, step: StepName, theirStep: StepName, theirId: string): boolean {
  const lead = RANK.indexOf(step) - RANK.indexOf(theirStep);
  return lead === 0 ? view.around.interviewId < theirId : lead > 0;
}
