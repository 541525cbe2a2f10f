import { Temporal } from 'temporal-polyfill';
import type { Day } from './days';
import type { DateWords } from './vocabulary';

export interface TimeFound {
  hour: number;
  minute: number;
  start: number;
  end: number;
  /** An IANA zone or an offset, where the mail names one. */
  zone: string | null;
  /** False where morning or afternoon had to be guessed. */
  certain: boolean;
}

const ZONES: Readonly<Record<string, string>> = {
  utc: 'UTC',
  gmt: 'UTC',
  cet: 'Europe/Berlin',
  cest: 'Europe/Berlin',
  mez: 'Europe/Berlin',
  mesz: 'Europe/Berlin',
  bst: 'Europe/London',
  wet: 'Europe/Lisbon',
  eet: 'Europe/Helsinki',
  eest: 'Europe/Helsinki',
  est: 'America/New_York',
  edt: 'America/New_York',
  et: 'America/New_York',
  eastern: 'America/New_York',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  ct: 'America/Chicago',
  central: 'America/Chicago',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  mt: 'America/Denver',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  pt: 'America/Los_Angeles',
  pacific: 'America/Los_Angeles',
  ist: 'Asia/Kolkata',
  aest: 'Australia/Sydney',
  aedt: 'Australia/Sydney',
};

const CITIES: Readonly<Record<string, string>> = {
  london: 'Europe/London',
  uk: 'Europe/London',
  dublin: 'Europe/Dublin',
  irish: 'Europe/Dublin',
  paris: 'Europe/Paris',
  berlin: 'Europe/Berlin',
  madrid: 'Europe/Madrid',
  amsterdam: 'Europe/Amsterdam',
  stockholm: 'Europe/Stockholm',
  zurich: 'Europe/Zurich',
  'new york': 'America/New_York',
};

const ZONE = `(?:\\s*\\(?(${Object.keys(ZONES).join('|')})\\b(?:\\s?([+-]\\d{1,2})\\b)?|\\s*\\(?(?:heure de |hora de )?(${Object.keys(CITIES).join('|')})(?: time)?\\b)?`;

/** Finds times of day in a folded sentence, in the forms of one language. */
export function makeTimeFinder(words: DateWords): (sentence: string) => TimeFound[] {
  const hours = '([01]?\\d|2[0-3])';
  const clock = new RegExp(
    `(?<![\\d.,/:-])${hours}\\s?[:hu]\\s?([0-5]\\d)(?!\\d)\\s*(a\\.?m\\b\\.?|p\\.?m\\b\\.?)?(?:\\s?(?:${words.oclock}))?${ZONE}`,
    'g',
  );
  // A full stop also parts day and month: it is believed only beside a word for time.
  const dotted = new RegExp(
    `(?:(?:^|[\\s,(])(?:${words.at})\\s${hours}\\.([0-5]\\d)(?!\\d)\\s?(a\\.?m\\b\\.?|p\\.?m\\b\\.?)?|(?<![\\d.,/:-])${hours}\\.([0-5]\\d)\\s?(?:(a\\.?m\\b\\.?|p\\.?m\\b\\.?)|(?:${words.oclock})(?![a-z])))${ZONE}`,
    'g',
  );
  const until = '\\s?(?:-|–|—|to|until|till|bis|a|tot|til)\\s?';
  const noDay = `(?<!(?:${words.months.join('|')})\\.?\\s?)`;
  // "9 to 11am", "11-1pm": what begins takes its half of the day from what ends.
  const meridianRange = new RegExp(
    `(?<![\\d.,/:-])${noDay}(1[0-2]|0?[1-9])(?:[:.]([0-5]\\d))?${until}(1[0-2]|0?[1-9])(?:[:.][0-5]\\d)?\\s?(a\\.?m\\b\\.?|p\\.?m\\b\\.?)${ZONE}`,
    'g',
  );
  const bareRange = new RegExp(
    `(?<![\\d.,/:-])${noDay}${hours}(?:[:.]([0-5]\\d))?${until}${hours}(?:[:.][0-5]\\d)?\\s?(?:${words.oclock})(?![a-z])${ZONE}`,
    'g',
  );
  const meridian = new RegExp(`(?<![\\d.,/:-])(1[0-2]|0?[1-9])\\s?(a\\.?m\\b\\.?|p\\.?m\\b\\.?)${ZONE}`, 'g');
  const bare = new RegExp(`(?<![\\d.,/:-])${hours}\\s?(?:${words.oclock})(?![a-z])${ZONE}`, 'g');
  const said = new RegExp(
    `(?:^|[\\s,(])(?:${words.at})\\s${hours}(?![\\d.,:/%]\\d|\\d|\\s?(?:${words.oclock}|[a-z]*\\.?\\s?(?:${words.months.join('|')}))|\\s?(?:am|pm|%|k\\b|${words.day}|${words.week}|${words.month}|min|people|weeks))${ZONE}`,
    'g',
  );
  const numbers = Object.keys(words.numbers)
    .filter((word) => word.length > 2)
    .join('|');
  const spelled = new RegExp(
    `(?:^|[\\s,(])(?:${words.at})\\s(${numbers})(?:\\s?(?:${words.oclock}))?(?=$|[\\s,.;!?)])(?!\\s(?:${words.working})?(?:${words.day}|${words.week}|${words.month}|${words.hour}))`,
    'g',
  );
  const parts = words.parts.map(
    ([said, minutes]) =>
      [
        new RegExp(`(?<![a-z0-9.,/:-])${said.replace('#', `(1[0-2]|[1-9]|${numbers})`)}(?![a-z0-9])`, 'g'),
        minutes,
      ] as const,
  );
  const noon = new RegExp(
    `(?:^|[^a-z])(?:(?:${words.weekdays.join('|')}) ?|(?:${words.at}|${words.by}|${words.before})\\s)(?:${words.noon})(?![a-z])`,
    'g',
  );
  return (sentence) => {
    const found: TimeFound[] = [];
    const add = (
      match: RegExpMatchArray,
      hour: number,
      minute: number,
      certain: boolean,
      zone: (string | undefined)[] = [],
    ) => {
      const start = match.index as number;
      const end = start + match[0].length;
      if (hour < 24 && !found.some((each) => start < each.end && end > each.start)) {
        found.push({ hour, minute, start, end, zone: zoneOf(zone), certain });
      }
    };
    for (const [part, minutes] of parts) {
      for (const match of matchesOf(part, sentence)) {
        const hour = words.numbers[match[1] as string] ?? Number(match[1]);
        const at = officeHour(hour) * 60 + minutes;
        add(match, Math.floor(at / 60), at % 60, hour >= 8);
      }
    }
    if (/\d/.test(sentence)) {
      for (const match of matchesOf(meridianRange, sentence)) {
        const [, from, minute, to, half = '', zone, shift, city] = match;
        const end = onTheClock(Number(to), half);
        const same = onTheClock(Number(from), half);
        add(match, same <= end ? same : (same + 12) % 24, Number(minute ?? 0), true, [zone, shift, city]);
      }
      for (const match of matchesOf(bareRange, sentence)) {
        add(match, Number(match[1]), Number(match[2] ?? 0), true, [match[4], match[5], match[6]]);
      }
      for (const match of matchesOf(clock, sentence)) {
        const [, hour, minute, half, zone, shift, city] = match;
        add(match, half === undefined ? Number(hour) : onTheClock(Number(hour), half), Number(minute), true, [
          zone,
          shift,
          city,
        ]);
      }
      for (const match of matchesOf(dotted, sentence)) {
        const [, atHour, atMinute, atHalf, hour = atHour, minute = atMinute, half = atHalf, zone, shift, city] = match;
        add(match, half === undefined ? Number(hour) : onTheClock(Number(hour), half), Number(minute), true, [
          zone,
          shift,
          city,
        ]);
      }
      for (const match of matchesOf(meridian, sentence)) {
        const [, hour, half, zone, shift, city] = match;
        add(match, onTheClock(Number(hour), half as string), 0, true, [zone, shift, city]);
      }
      for (const match of matchesOf(bare, sentence)) {
        add(match, Number(match[1]), 0, true, [match[2], match[3], match[4]]);
      }
      for (const match of matchesOf(said, sentence)) {
        add(match, officeHour(Number(match[1])), 0, Number(match[1]) >= 8, [match[2], match[3], match[4]]);
      }
    }
    for (const match of matchesOf(spelled, sentence)) {
      const hour = words.numbers[match[1] as string] as number;
      add(match, officeHour(hour), 0, hour >= 8);
    }
    for (const match of matchesOf(noon, sentence)) {
      add(match, 12, 0, true);
    }
    found.sort((a, b) => a.start - b.start);
    return found.map((time, index) => withZoneOfEnd(time, found[index + 1], sentence));
  };
}

/** All matches, without the copy of the expression that `matchAll` makes for each call. */
function matchesOf(expression: RegExp, sentence: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  expression.lastIndex = 0;
  for (let match = expression.exec(sentence); match !== null; match = expression.exec(sentence)) {
    found.push(match);
  }
  return found;
}

/** "3:00 PM - 4:00 PM (PST)": the zone stands behind the end. */
function withZoneOfEnd(time: TimeFound, next: TimeFound | undefined, sentence: string): TimeFound {
  return time.zone === null &&
    next &&
    /^\s?(?:-|–|—|to|until|till|bis|a|tot)\s?$/.test(sentence.slice(time.end, next.start))
    ? { ...time, zone: next.zone }
    : time;
}

function onTheClock(hour: number, half: string): number {
  return half.startsWith('p') ? (hour === 12 ? 12 : hour + 12) % 24 : hour === 12 ? 0 : hour;
}

/** "At two" is in the afternoon: nobody interviews at night. */
function officeHour(hour: number): number {
  return hour >= 1 && hour <= 7 ? hour + 12 : hour;
}

function zoneOf([name, shift, city]: (string | undefined)[]): string | null {
  if (city !== undefined) {
    return CITIES[city] ?? null;
  }
  if (name === undefined) {
    return null;
  }
  if (shift !== undefined) {
    const hours = Number(shift);
    return `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
  }
  return ZONES[name] ?? null;
}

/** Zones by which a mail's bare offset is understood, so that summer time is right on the day named. */
const LIKELY_ZONES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Europe/London',
    'America/New_York',
    'America/Chicago',
    'America/Denver',
    'America/Los_Angeles',
    'Europe/Berlin',
    'Australia/Sydney',
  ],
  de: ['Europe/Berlin'],
  fr: ['Europe/Paris', 'America/New_York'],
  es: ['Europe/Madrid'],
  nl: ['Europe/Amsterdam'],
  sv: ['Europe/Stockholm', 'Europe/Helsinki'],
};

/** Zone rules are looked up slowly and asked for again and again. */
const MEMO_LIMIT = 5_000;
const zonesOfMails = new Map<string, string>();
const offsets = new Map<string, string>();

function remembered(memo: Map<string, string>, key: string, find: () => string): string {
  let found = memo.get(key);
  if (found === undefined) {
    if (memo.size >= MEMO_LIMIT) {
      memo.clear();
    }
    found = find();
    memo.set(key, found);
  }
  return found;
}

/**
 * The zone in which a mail means its times: the one given, else one whose offset the mail's own date has, else that offset.
 * UTC says nothing about the sender, for mail servers write it for everybody: then it is where the language is at home.
 */
export function zoneOfMail(sentAt: string, timeZone: string | null, language: string): string {
  if (timeZone !== null) {
    return timeZone;
  }
  const offset = /T.*([+-]\d{2}:\d{2})$/.exec(sentAt)?.[1] ?? '+00:00';
  if (offset === '+00:00' && language !== 'en') {
    return LIKELY_ZONES[language]?.[0] ?? 'UTC';
  }
  return remembered(zonesOfMails, `${sentAt.slice(0, 13)} ${offset} ${language}`, () => {
    const instant = Temporal.Instant.from(sentAt);
    return (LIKELY_ZONES[language] ?? []).find((zone) => instant.toZonedDateTimeISO(zone).offset === offset) ?? offset;
  });
}

/** The instant of a wall-clock time, with the offset that holds there on that day. */
export function instantOf(date: Day, hour: number, minute: number, zone: string): string {
  const time = `${date}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00`;
  return (
    time +
    remembered(offsets, `${date} ${hour} ${zone}`, () => Temporal.PlainDateTime.from(time).toZonedDateTime(zone).offset)
  );
}
