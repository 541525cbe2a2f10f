/** C1 to C4, I1: referees asked in advance, briefed early, told how it ended, never worn out. */
import {
  addWorkingDays,
  calendarOf,
  type Day,
  dayOf,
  days,
  instantOf,
  type Ms,
  toMs,
  workingDayFrom,
} from '../calendar';
import { normaliseAddress } from '../identity';
import type { Referee } from '../intake';
import { untouchable, type View } from '../view';
import { outward, soon, task, type Want } from '../want';

/** C2: a reminder after a week, a replacement after two. */
const REMIND_AFTER_DAYS = 7;
const REPLACE_AFTER_DAYS = 14;

const address = (referee: Referee): string => (referee.email === null ? '' : normaliseAddress(referee.email));

export function hasAgreed(view: View, referee: Referee): boolean {
  const here = view.file.referees.get(referee.id)?.agrees ?? null;
  return here ?? (referee.agreed || view.around.refereesAgreed.includes(address(referee)));
}

export function hasDeclined(view: View, referee: Referee): boolean {
  const here = view.file.referees.get(referee.id)?.agrees ?? null;
  return here === null ? view.around.refereesDeclined.includes(address(referee)) : !here;
}

/** I1: somebody at the present employer is locked until a written offer. */
export function isLocked(view: View, referee: Referee): boolean {
  const { offer, intake } = view.file;
  const inside = referee.presentEmployer || insideEmployer(intake.candidate.presentEmployer?.domains ?? [], referee);
  return inside && !(offer !== null && ['written', 'signed', 'cleared'].includes(offer.stage));
}

/** C2, I1: whose name may be given out: agreed, not replaced, no friend, and not locked at the present employer. */
export const nameableReferees = (view: View): Referee[] =>
  view.file.intake.referees
    .filter(
      (r) =>
        r.relationship !== 'friend' &&
        !view.file.refereesReplaced.has(r.id) &&
        hasAgreed(view, r) &&
        !isLocked(view, r) &&
        !refusesContact(view, r),
    )
    .map((r) => ({ ...r, prefers: view.file.referees.get(r.id)?.prefers ?? r.prefers }));

function insideEmployer(domains: string[], referee: Referee): boolean {
  const domain = address(referee).split('@').at(-1) ?? '';
  return domain !== '' && domains.some((d) => domain === d.toLowerCase() || domain.endsWith(`.${d.toLowerCase()}`));
}

export const atPresentEmployer = (view: View, referee: Referee): boolean =>
  referee.presentEmployer || insideEmployer(view.file.intake.candidate.presentEmployer?.domains ?? [], referee);

const usable = (view: View, referee: Referee): boolean =>
  referee.email !== null &&
  referee.relationship !== 'friend' &&
  !view.file.bounced.has(referee.id) &&
  !(atPresentEmployer(view, referee) ? refusesContact(view, referee) : untouchable(view, referee));

const refusesContact = (view: View, referee: Referee): boolean =>
  view.file.doNotWrite === 'everybody' ||
  view.file.doNotWrite.has(referee.id) ||
  view.around.doNotWrite.includes(address(referee));

export function referees(view: View): Want[] {
  const { file } = view;
  if (file.cancelledAt !== null) return [];
  const present = file.intake.referees.filter((r) => !file.refereesReplaced.has(r.id));
  const alive = ['open', 'offered', 'advanced'].includes(file.outcome);
  return [
    ...(alive ? [...mix(view, present), ...present.flatMap((r) => asked(view, r))] : []),
    ...briefs(view),
    ...updates(view),
  ];
}

/** C1: who is on file, before anybody asks. */
function mix(view: View, present: readonly Referee[]): Want[] {
  const { startedAt } = view.file;
  const fit = present.filter((r) => r.relationship !== 'friend');
  const tell = (id: string, reason: string, variant?: string): Want =>
    task(view, {
      step: 'referee_ask',
      id,
      rules: ['C1'],
      reason,
      planned: startedAt,
      about: id.split(':')[0] ?? id,
      ...(variant && { letter: { variant } }),
    });
  const wants: Want[] = [];
  if (fit.length === 0) {
    wants.push(tell('referees_missing', 'C1: no referee is on file; have some at hand before anybody asks'));
  } else if (!fit.some((r) => r.relationship === 'direct_manager')) {
    wants.push(tell('referees_unbalanced', 'C1: no direct manager is among the referees'));
  }
  for (const friend of present.filter((r) => r.relationship === 'friend')) {
    wants.push(
      tell(
        `referee_friend:${friend.id}`,
        `C1: ${friend.name} is a personal friend, and friends are never referees`,
        friend.id,
      ),
    );
  }
  return wants;
}

/** The day of the one consent ask of this search, over all of the candidate's interviews; null: not asked yet. */
function askedAt(view: View, referee: Referee): { at: Ms; elsewhere: boolean } | null {
  const record = view.file.records.get(`referee_ask:${referee.id}:1`);
  if (record !== undefined && (record.status === 'sent' || record.status === 'uncertain'))
    return { at: record.endedAt, elsewhere: false };
  const elsewhere = view.around.refereeContacts
    .filter((c) => c.purpose === 'ask' && c.address === address(referee) && c.interviewId !== view.around.interviewId)
    .map((c) => toMs(c.at));
  return elsewhere.length === 0 ? null : { at: Math.min(...elsewhere), elsewhere: true };
}

function asked(view: View, referee: Referee): Want[] {
  if (referee.relationship === 'friend' || hasAgreed(view, referee)) return [];
  const place = calendarOf(view.around, referee);
  const replace = (planned: Ms, why: string): Want =>
    task(view, {
      step: 'referee_ask',
      id: `replace-${referee.id}`,
      rules: ['C4'],
      reason: `C4: ${referee.name} ${why}; find somebody else`,
      planned,
      about: 'replace_referee',
      letter: { variant: referee.id },
    });
  if (hasDeclined(view, referee)) {
    return [
      replace(
        soon(view, view.file.referees.get(referee.id)?.repliedAt || view.file.endsAt, view.here),
        'cannot act as a referee',
      ),
    ];
  }
  if (isLocked(view, referee)) return [];
  if (!usable(view, referee)) {
    return [
      task(view, {
        step: 'referee_ask',
        id: `no-address-${referee.id}`,
        rules: ['C2', 'A2'],
        reason: `A2: there is no address on file that may be used for ${referee.name}`,
        planned: view.file.startedAt,
        about: 'referee_no_address',
        letter: { variant: referee.id },
      }),
    ];
  }
  const first = askedAt(view, referee);
  const wants: Want[] = [];
  const letter = (planned: Ms, id: string, reminder: boolean): Want =>
    outward({
      step: 'referee_ask',
      id,
      rules: ['C2'],
      reason: reminder
        ? `C2: no answer from ${referee.name} in seven days`
        : `C2: ${referee.name} is asked before any name is given out`,
      planned,
      channel: 'email',
      to: [referee.id],
      place,
      letter: reminder ? { reminder } : {},
      mustAsk: atPresentEmployer(view, referee),
      opensAt: Math.min(planned, view.file.endsAt),
    });
  const start = Math.max(view.file.endsAt, atPresentEmployer(view, referee) ? (view.file.offer?.at ?? 0) : 0);
  if (first === null || !first.elsewhere) {
    const day = addWorkingDays(dayOf(start, place), 1, place);
    wants.push(letter(morning(view, day, place), '1', false));
  }
  if (first !== null) {
    const remindDay = workingDayFrom(dayOf(first.at, place) + REMIND_AFTER_DAYS, place);
    const reminder = letter(morning(view, remindDay, place), '2', true);
    if (!first.elsewhere) wants.push({ ...reminder, opensAt: reminder.planned });
    const replaceDay = workingDayFrom(dayOf(first.at, view.here) + REPLACE_AFTER_DAYS, view.here);
    wants.push(replace(instantOf(replaceDay, 9 * 60, view.here), 'has not answered in fourteen days'));
  }
  return wants;
}

const morning = (view: View, day: Day, place: Want['place']): Ms => instantOf(day, view.hours.from * 60 + 30, place);

/** C3: briefed early where the chances are high, or when references are asked for. */
function briefs(view: View): Want[] {
  const { file } = view;
  const requested = file.referencesRequested;
  const wanted =
    ['open', 'offered'].includes(file.outcome) && (file.intake.interest.chances === 'high' || requested !== null);
  return file.intake.referees.flatMap((referee) => {
    const key = `referee_brief:${referee.id}:1`;
    const record = file.records.get(key);
    const onRecord = record !== undefined && record.status !== 'withdrawn';
    if (!onRecord && !(wanted && hasAgreed(view, referee) && !file.refereesReplaced.has(referee.id))) return [];
    if (!usable(view, referee) || isLocked(view, referee)) return [];
    if (!wanted && record?.status !== 'sent') return [];
    const place = calendarOf(view.around, referee);
    const since = Math.max(file.endsAt, file.referees.get(referee.id)?.repliedAt ?? 0);
    const from = requested !== null && file.intake.interest.chances !== 'high' ? Math.max(since, requested.at) : since;
    const tired = restsUntil(view, referee);
    const day =
      from === file.endsAt ? addWorkingDays(dayOf(from, place), 1, place) : dayOf(soon(view, from, place), place);
    const usual = from === file.endsAt ? morning(view, day, place) : soon(view, from, place);
    const planned = requested === null && tired > usual ? soon(view, tired, place) : usual;
    return [
      outward({
        step: 'referee_brief',
        id: '1',
        rules: ['C3', ...(planned > usual ? ['C4'] : [])],
        reason:
          requested === null
            ? `C3: the chances are good; ${referee.name} should know who may ask, for which role and how`
            : `C3: references were asked for; ${referee.name} should know who may ask, and when`,
        planned,
        channel: 'email',
        to: [referee.id],
        place,
        mustAsk: atPresentEmployer(view, referee),
        opensAt: Math.max(file.endsAt, Math.min(planned, from)),
      }),
    ];
  });
}

/** C4: over all interviews, not for the same purpose again within the set period. */
function restsUntil(view: View, referee: Referee): Ms {
  const others = view.around.refereeContacts.filter(
    (c) => c.purpose === 'brief' && c.address === address(referee) && c.interviewId !== view.around.interviewId,
  );
  return others.length === 0 ? 0 : Math.max(...others.map((c) => toMs(c.at))) + days(view.settings.refereeDays);
}

/** C4: whoever was briefed for the role hears how it ended, and is thanked. */
function updates(view: View): Want[] {
  const { file } = view;
  if (!['accepted', 'declined', 'rejected', 'withdrawn', 'unanswered'].includes(file.outcome)) return [];
  return file.intake.referees.flatMap((referee) => {
    const brief = file.records.get(`referee_brief:${referee.id}:1`);
    if (brief === undefined || (brief.status !== 'sent' && brief.status !== 'uncertain')) return [];
    if (!usable(view, referee) || isLocked(view, referee)) return [];
    const place = calendarOf(view.around, referee);
    return [
      outward({
        step: 'referee_update',
        id: file.outcome,
        rules: ['C4'],
        reason: `C4: ${referee.name} was briefed for this role, hears how it ended and is thanked`,
        planned: soon(view, file.outcomeAt, place),
        channel: 'email',
        to: [referee.id],
        place,
        letter: { outcome: file.outcome },
        mustAsk: atPresentEmployer(view, referee),
        opensAt: file.outcomeAt,
      }),
    ];
  });
}
