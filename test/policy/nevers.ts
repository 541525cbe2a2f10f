/**
 * What must never happen, checked over lives that were lived. Written from the rulebook, with its own arithmetic and the
 * platform's zone data, not with the policy's.
 */
import type { PlaceCalendar } from '../../policy/surroundings';
import type { Life } from './world';
import { type LifeLived, ledgerOf, type Sent } from './world';

const ASKS = ['reconnect', 'chase', 'decision_maker', 'senior', 'last_say'];
const HELD = [...ASKS, 'senior_letter', 'value_add', 'revisit'];
const STARTS_GAP = [
  ...HELD,
  'thank_you',
  'promised_item',
  'homework',
  'no_show_note',
  'withdrawal',
  'offer_deadline_notice',
  'outcome_thanks',
  'feedback_request',
  'accept',
  'decline',
  'check_in',
];

/** Local date by the platform's own zone data, apart from the policy's offsets. */
const formats = new Map<string, Intl.DateTimeFormat>();
function local(at: number, timeZone: string): { date: string; minutes: number; weekday: number; day: number } {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const part = Object.fromEntries(format.formatToParts(at).map((p) => [p.type, p.value]));
  const date = `${part.year}-${part.month}-${part.day}`;
  const day = Date.parse(`${date}T00:00:00Z`) / 86_400_000;
  return {
    date,
    minutes: Number(part.hour) * 60 + Number(part.minute),
    weekday: new Date(`${date}T00:00:00Z`).getUTCDay() || 7,
    day,
  };
}

const isWorkday = (at: number, calendar: PlaceCalendar): boolean => {
  const { date, weekday } = local(at, calendar.timeZone);
  return !calendar.weekend.includes(weekday) && calendar.holidays[date] === undefined;
};

export function check(given: Life, lived: LifeLived): void {
  const fail = (rule: string, s: Sent, text: string): never => {
    throw new Error(
      `${rule} broken: ${s.step.key} of i${s.interview} at ${new Date(s.at).toISOString()}: ${text}\n${lived.story.slice(-60).join('\n')}`,
    );
  };
  const asksByLinkedIn = new Map<number, number>();
  lived.sent.forEach((s, index) => {
    const intake = given.intakes[s.interview];
    const file = lived.cases[s.interview];
    if (intake === undefined || file === undefined) throw new Error('no such interview');
    const isRefereeStep = s.step.step.startsWith('referee_');
    const contact =
      file.contacts.find((c) => c.id === s.step.to[0]) ?? intake.contacts.find((c) => c.id === s.step.to[0]);
    const referee = file.intake.referees.find((r) => r.id === s.step.to[0]);
    const person = isRefereeStep ? referee : contact;
    const calendar = person === undefined ? undefined : lived.calendars[`${person.country}|${person.timeZone}`];
    if (s.step.channel === 'email' && calendar !== undefined) {
      const { minutes } = local(s.at, calendar.timeZone);
      if (!isWorkday(s.at, calendar)) fail('E2', s, 'not a working day of the recipient');
      if (minutes < 9 * 60 || minutes >= 17 * 60) fail('E2', s, 'outside working hours');
    }
    if (s.step.channel === 'email' && s.step.mode === 'ask' && !s.approved) fail('H15', s, 'sent without approval');
    if (s.paused) fail('pause', s, 'sent while paused');
    if (s.withdrawn && !['withdrawal', 'answer_owed', 'referee_update'].includes(s.step.step))
      fail('H11', s, 'sent after withdrawing');
    if (s.step.channel === 'email' && person?.email === null) fail('A2', s, 'sent without an address');
    if (s.step.step === 'offer_deadline_notice' && s.offers === 0) fail('D2', s, 'an offer that is not on record');
    if (ASKS.includes(s.step.step)) {
      if (s.outcome !== 'open') fail('E8', s, `asked when it was ${s.outcome}`);
      if (s.unsorted > 0 && s.step.channel === 'email') fail('H3', s, 'asked while a mail was unsorted');
      const zone = intake.organisation.timeZone;
      if (s.promisedDay !== null && local(s.at, zone).day <= s.promisedDay)
        fail('D1', s, 'asked up to the promised date');
      for (const absence of file.absences) {
        if (absence.contactId !== 'mo' || calendar === undefined) continue;
        const known = lived.facts[s.interview]?.some(
          (f) => Date.parse(f.at) <= s.at && (f.type === 'absence' || f.type === 'intake' || f.type === 'mail_sorted'),
        );
        const since = intake.process.absences.some((a) => a.contactId === 'mo') ? Number.NEGATIVE_INFINITY : s.at;
        const { day } = local(s.at, calendar.timeZone);
        if (
          known &&
          since < s.at &&
          s.step.channel === 'email' &&
          intake.process.absences.some(
            (a) =>
              Date.parse(`${a.from}T00:00:00Z`) / 86_400_000 <= day &&
              day <= Date.parse(`${a.to}T00:00:00Z`) / 86_400_000,
          )
        ) {
          fail('A4', s, 'asked while the decision maker was away');
        }
      }
      if (s.step.channel === 'linkedin') {
        const times = (asksByLinkedIn.get(s.interview) ?? 0) + 1;
        asksByLinkedIn.set(s.interview, times);
        if (times > 1) fail('E3', s, 'LinkedIn more than once');
      }
    }
    if (HELD.includes(s.step.step) && s.step.channel === 'email' && calendar !== undefined) {
      const today = local(s.at, calendar.timeZone).day;
      for (const earlier of lived.sent.slice(0, index)) {
        const same = ledgerOf(given.intakes[earlier.interview] as never) === ledgerOf(intake);
        if (!same || !STARTS_GAP.includes(earlier.step.step)) continue;
        if (today - local(earlier.at, calendar.timeZone).day < 3)
          fail('H1', s, `${earlier.step.key} of i${earlier.interview} went ${new Date(earlier.at).toISOString()}`);
      }
    }
    if (
      intake.route.kind === 'agency' &&
      !isRefereeStep &&
      s.step.to[0] !== 'rex' &&
      s.step.to[0] !== 'candidate' &&
      file.agentAgreedAt === null
    ) {
      fail('F1', s, 'written past the agency');
    }
    if (s.step.step === 'referee_ask') {
      const before = lived.sent
        .slice(0, index)
        .filter((e) => e.step.step === 'referee_ask' && e.step.to[0] === s.step.to[0]);
      const elsewhere = before.some((e) => e.interview !== s.interview);
      if (elsewhere) fail('C2', s, 'asked for a second interview');
      if (before.length > 1) fail('C2', s, 'asked more than twice');
    }
    if (s.step.step === 'referee_brief' && file.referencesRequested === null) {
      for (const earlier of lived.sent.slice(0, index)) {
        if (earlier.step.step !== 'referee_brief' || earlier.step.to[0] !== s.step.to[0]) continue;
        if (s.at - earlier.at < 14 * 86_400_000) fail('C4', s, 'briefed twice in the period');
      }
    }
    if (
      s.step.step === 'value_add' &&
      lived.sent.slice(0, index).some((e) => e.interview === s.interview && e.step.step === 'value_add')
    ) {
      fail('B6', s, 'a second value-add');
    }
    if (s.step.step === 'thank_you') {
      const twin = lived.sent
        .slice(0, index)
        .some((e) => e.interview === s.interview && e.step.step === 'thank_you' && e.step.to[0] === s.step.to[0]);
      if (twin && intake.route.kind !== 'agency') fail('B1', s, 'thanked twice');
    }
    if (s.step.step === 'senior_letter' && intake.route.kind !== 'agency') {
      const written = lived.sent
        .slice(0, index)
        .some((e) => e.interview === s.interview && e.step.step === 'senior' && e.step.to[0] === s.step.to[0]);
      if (written) fail('G9', s, 'E5 wrote to this person before');
    }
    if (['senior', 'senior_letter', 'revisit', 'offer_deadline_notice'].includes(s.step.step) && s.step.mode !== 'ask')
      fail('H15', s, 'always asks');
    const keyTwice = lived.sent.slice(0, index).some((e) => e.interview === s.interview && e.step.key === s.step.key);
    if (keyTwice) fail('one row a key', s, 'sent twice');
  });
  lived.cases.forEach((file, index) => {
    const count = lived.facts[index]?.length ?? 0;
    if (count > 600) throw new Error(`i${index} goes in circles: ${count} facts\n${lived.story.slice(-40).join('\n')}`);
    if (file !== null && file.closedAt === null) {
      const last = lived.story.slice(-40).join('\n');
      throw new Error(
        `G10 broken: i${index} never ends: ${file.outcome}, wake ${lived.decisions[index]?.wakeAt}\n${last}`,
      );
    }
  });
}
