/**
 * Working days and zone offsets of a place, as the plain data that the policy counts with (policy/surroundings.ts).
 *
 * Weekends come from CLDR (`Intl.Locale` week info) with corrections for offices where CLDR follows the law of six-day
 * weeks or is out of date; holidays are the `public` and `bank` days of date-holidays, substitute days included. A
 * holiday that begins at noon or later leaves its day a working day.
 */
import type { default as HolidaysType, HolidaysTypes } from 'date-holidays';
import type { PlaceCalendar } from '../policy/surroundings';

/** The country is no ISO 3166-1 alpha-2 code. */
export class UnknownCountry extends Error {
  override readonly name = 'UnknownCountry';
  constructor(readonly country: string) {
    super(`"${country}" is not a country code (ISO 3166-1, two letters, such as IE)`);
  }
}

/** The zone is no IANA time zone that this Node knows. */
export class UnknownTimeZone extends Error {
  override readonly name = 'UnknownTimeZone';
  constructor(readonly timeZone: string) {
    super(`"${timeZone}" is not a time zone (IANA name, such as Europe/Dublin)`);
  }
}

const COUNTRIES = new Set(
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
  CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
  GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH
  KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW
  MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC
  SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY
  UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW`.split(/\s+/),
);

const FRIDAY = 5;
const SATURDAY = 6;
const SUNDAY = 7;

/** Where CLDR's week info is not the week in which offices work. */
const WEEKEND_CORRECTIONS: Record<string, number[]> = {
  BD: [FRIDAY, SATURDAY],
  BN: [FRIDAY, SUNDAY],
  DJ: [FRIDAY, SATURDAY],
  // By law one day; offices work Monday to Friday.
  IN: [SATURDAY, SUNDAY],
  UG: [SATURDAY, SUNDAY],
  // Thursday is off in public offices and most firms.
  IR: [4, FRIDAY],
  MV: [FRIDAY, SATURDAY],
  NP: [SATURDAY],
  PS: [FRIDAY, SATURDAY],
  SO: [FRIDAY],
};

/**
 * Part of the country whose holidays count where the national list leaves out days on which most offices are closed.
 * The zone tells the part in Australia and Canada; for the United Kingdom it is where most people work.
 */
const PARTS: Record<string, string | Record<string, string>> = {
  GB: 'ENG',
  AU: {
    'Australia/Sydney': 'NSW',
    'Australia/Melbourne': 'VIC',
    'Australia/Brisbane': 'QLD',
    'Australia/Perth': 'WA',
    'Australia/Adelaide': 'SA',
    'Australia/Hobart': 'TAS',
    'Australia/Darwin': 'NT',
    'Australia/Canberra': 'ACT',
  },
  CA: {
    'America/Toronto': 'ON',
    'America/Montreal': 'QC',
    'America/Vancouver': 'BC',
    'America/Edmonton': 'AB',
    'America/Winnipeg': 'MB',
    'America/Regina': 'SK',
    'America/Halifax': 'NS',
    'America/St_Johns': 'NL',
  },
};

const DAY_MS = 86_400_000;
/** Shorter than any summer time, Morocco's pause of it in Ramadan (a month) included. */
const STRIDE_MS = 7 * DAY_MS;
const MOST_YEARS = 12;

/** Whether `code` is an ISO 3166-1 alpha-2 country code, in capitals. Cheap: loads nothing. */
export function isKnownCountry(code: string): boolean {
  return COUNTRIES.has(code);
}

/** Whether `zone` names an IANA time zone. Bare offsets such as `+02:00` do not: they know no summer time. */
export function isKnownTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** ISO weekdays (1 Monday … 7 Sunday) on which offices of the country are closed. Throws {@link UnknownCountry}. */
export function weekendOf(country: string): number[] {
  if (!isKnownCountry(country)) throw new UnknownCountry(country);
  const corrected = WEEKEND_CORRECTIONS[country];
  if (corrected) return [...corrected];
  // A getter in Node 20, a method in later versions.
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    weekInfo?: { weekend: number[] };
    getWeekInfo?: () => { weekend: number[] };
  };
  const info = locale.getWeekInfo?.() ?? locale.weekInfo;
  return [...(info?.weekend ?? [SATURDAY, SUNDAY])];
}

const cache = new Map<string, PlaceCalendar>();

/**
 * The calendar of a place for whole years, both ends included. Deep-frozen and cached: the same arguments give the same
 * object. A country that date-holidays does not know has its weekends and no holidays (see {@link hasHolidays}).
 * The first call of a process loads the holiday rules (about 0.2 s of CPU).
 *
 * Throws {@link UnknownCountry}, {@link UnknownTimeZone}, and RangeError for a span that is empty or above 12 years.
 */
export function calendarFor(country: string, timeZone: string, fromYear: number, toYear: number): PlaceCalendar {
  const key = `${country}|${timeZone}|${fromYear}|${toYear}`;
  const known = cache.get(key);
  if (known) return known;
  if (!isKnownCountry(country)) throw new UnknownCountry(country);
  if (!isKnownTimeZone(timeZone)) throw new UnknownTimeZone(timeZone);
  if (
    !Number.isInteger(fromYear) ||
    !Number.isInteger(toYear) ||
    toYear < fromYear ||
    toYear - fromYear >= MOST_YEARS
  ) {
    throw new RangeError(`a calendar from ${fromYear} to ${toYear} cannot be made`);
  }
  const calendar: PlaceCalendar = {
    country,
    timeZone,
    weekend: weekendOf(country),
    holidays: holidaysOf(country, timeZone, fromYear, toYear),
    offsets: offsetsOf(timeZone, fromYear, toYear),
  };
  for (const offset of calendar.offsets) Object.freeze(offset);
  for (const part of [calendar.weekend, calendar.holidays, calendar.offsets, calendar]) Object.freeze(part);
  cache.set(key, calendar);
  return calendar;
}

/** Whether holidays of the country are on file; where not, the candidate should be told that only weekends count. */
export function hasHolidays(country: string): boolean {
  return isKnownCountry(country) && country in knownCountries();
}

function holidaysOf(country: string, timeZone: string, fromYear: number, toYear: number): Record<string, string> {
  const days: Record<string, string> = {};
  if (!hasHolidays(country)) return days;
  const part = partOf(country, timeZone);
  for (let year = fromYear; year <= toYear; year++) {
    for (const [day, name] of yearOf(country, part, year)) days[day] ??= name;
  }
  return days;
}

const years = new Map<string, [day: string, name: string][]>();

function yearOf(country: string, part: string | undefined, year: number): [day: string, name: string][] {
  const key = `${country}|${part ?? ''}|${year}`;
  let found = years.get(key);
  if (!found) {
    const holidays = rulesOf(country, part).getHolidays(year);
    found = holidays.flatMap((holiday) => wholeDays(holiday).map((day): [string, string] => [day, holiday.name]));
    years.set(key, found);
  }
  return found;
}

function partOf(country: string, timeZone: string): string | undefined {
  const parts = PARTS[country];
  return typeof parts === 'object' ? parts[timeZone] : parts;
}

/** The local days that the holiday covers from midnight to midnight. */
function wholeDays(holiday: HolidaysTypes.Holiday): string[] {
  const first = holiday.date.slice(0, 10);
  const beginsAtMidnight = holiday.date.slice(11, 16) === '00:00';
  // An hour and a half to spare, for days that summer time makes shorter.
  const count = Math.floor(((holiday.end.getTime() - holiday.start.getTime()) / 3_600_000 + 1.5) / 24);
  const start = Date.parse(`${first}T00:00:00Z`);
  const days: string[] = [];
  for (let i = beginsAtMidnight ? 0 : 1; i < count; i++) {
    days.push(new Date(start + i * DAY_MS).toISOString().slice(0, 10));
  }
  return days;
}

/** The offset at the start of the span and every change within it, found to the minute. */
function offsetsOf(timeZone: string, fromYear: number, toYear: number): PlaceCalendar['offsets'] {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const minutesAt = (instant: number): number => {
    // "3/29/2026, GMT+05:30", or a bare "GMT"; seconds only in the nineteenth century.
    const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(format.format(instant)) ?? [];
    return sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) : 0;
  };
  // Two days more on both sides, so that any local day of the span has its offset whatever the zone.
  const begin = Date.UTC(fromYear, 0, 1) - 2 * DAY_MS;
  const end = Date.UTC(toYear + 1, 0, 1) + 2 * DAY_MS;
  const offsets = [{ from: begin, minutes: minutesAt(begin) }];
  let minutes = minutesAt(begin);
  for (let at = begin; at < end; at += STRIDE_MS) {
    const next = minutesAt(at + STRIDE_MS);
    if (next === minutes) continue;
    let before = at;
    let after = at + STRIDE_MS;
    while (after - before > 60_000) {
      const middle = before + Math.floor((after - before) / 120_000) * 60_000;
      if (minutesAt(middle) === minutes) before = middle;
      else after = middle;
    }
    offsets.push({ from: after, minutes: next });
    minutes = next;
  }
  return offsets;
}

// date-holidays is large: nothing of it is loaded before the first calendar is asked for.
let loaded: typeof HolidaysType | undefined;
function holidaysClass(): typeof HolidaysType {
  loaded ??= require('date-holidays') as typeof HolidaysType;
  return loaded;
}

let countries: Record<string, string> | undefined;
function knownCountries(): Record<string, string> {
  if (!countries) {
    const Holidays = holidaysClass();
    countries = new Holidays().getCountries();
  }
  return countries;
}

const rulesCache = new Map<string, HolidaysType>();
function rulesOf(country: string, part: string | undefined): HolidaysType {
  const key = `${country}|${part ?? ''}`;
  let rules = rulesCache.get(key);
  if (!rules) {
    const Holidays = holidaysClass();
    const options: HolidaysTypes.Options = { languages: ['en'], types: ['public', 'bank'] };
    rules = part ? new Holidays(country, part, options) : new Holidays(country, options);
    rulesCache.set(key, rules);
  }
  return rules;
}

export interface Place {
  country: string;
  timeZone: string;
}

/** The calendars of all places named, by `country|timeZone`; also what `afterview plan` hands to the policy. */
export function calendarsFor(
  places: readonly Partial<Place>[],
  years: { from: number; to: number },
): Record<string, PlaceCalendar> {
  const calendars: Record<string, PlaceCalendar> = {};
  for (const { country, timeZone } of places) {
    if (!country || !timeZone) continue;
    calendars[`${country}|${timeZone}`] ??= calendarFor(country, timeZone, years.from, years.to);
  }
  return calendars;
}
