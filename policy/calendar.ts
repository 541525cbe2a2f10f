/**
 * Working days and local time over calendars handed in as data. A `Day` counts days since 1970-01-01 in a place's own
 * zone; instants are epoch milliseconds. Nothing here reads a clock.
 */
import type { PlaceCalendar, Surroundings } from './surroundings';

export type Ms = number;
export type Day = number;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const hours = (n: number): Ms => n * HOUR;
export const days = (n: number): Ms => n * DAY;

export function toMs(iso: string): Ms {
  return Date.parse(iso);
}

export function toIso(at: Ms): string {
  return new Date(at).toISOString();
}

/** `YYYY-MM-DD` to a day and back. */
export function dayFrom(date: string): Day {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);
}

export function dateOf(day: Day): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** A calendar's holidays by day number; made once per calendar, since a plan asks for thousands of days. */
const holidaysOf = new WeakMap<PlaceCalendar, Set<Day>>();

function isHoliday(day: Day, calendar: PlaceCalendar): boolean {
  let days = holidaysOf.get(calendar);
  if (days === undefined) {
    days = new Set(Object.keys(calendar.holidays).map(dayFrom));
    holidaysOf.set(calendar, days);
  }
  return days.has(day);
}

const UTC: PlaceCalendar = { country: '', timeZone: 'UTC', weekend: [6, 7], holidays: {}, offsets: [] };

/** The calendar of a place; plain UTC weekdays where none was handed in, so that a decision never fails for it. */
export function calendarOf(surroundings: Surroundings, place: { country: string; timeZone: string }): PlaceCalendar {
  return surroundings.calendars[`${place.country}|${place.timeZone}`] ?? UTC;
}

function offsetAt(at: Ms, calendar: PlaceCalendar): Ms {
  const { offsets } = calendar;
  let low = 0;
  let high = offsets.length - 1;
  let found = offsets[0]?.minutes ?? 0;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const change = offsets[middle];
    if (change !== undefined && change.from <= at) {
      found = change.minutes;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return found * MINUTE;
}

export function dayOf(at: Ms, calendar: PlaceCalendar): Day {
  return Math.floor((at + offsetAt(at, calendar)) / DAY);
}

/** Minutes since local midnight. */
export function minuteOf(at: Ms, calendar: PlaceCalendar): number {
  const local = at + offsetAt(at, calendar);
  return Math.floor((((local % DAY) + DAY) % DAY) / MINUTE);
}

/** The instant of a local time; a time that a clock change skips becomes the moment after it. */
export function instantOf(day: Day, minute: number, calendar: PlaceCalendar): Ms {
  const local = day * DAY + minute * MINUTE;
  const guess = local - offsetAt(local, calendar);
  return local - offsetAt(guess, calendar);
}

const isoWeekday = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

export function isWorkingDay(day: Day, calendar: PlaceCalendar): boolean {
  return !calendar.weekend.includes(isoWeekday(day)) && !isHoliday(day, calendar);
}

export function workingDayFrom(day: Day, calendar: PlaceCalendar): Day {
  let found = day;
  for (let tries = 0; tries < 60 && !isWorkingDay(found, calendar); tries++) found++;
  return found;
}

export function workingDayUpTo(day: Day, calendar: PlaceCalendar): Day {
  let found = day;
  for (let tries = 0; tries < 60 && !isWorkingDay(found, calendar); tries++) found--;
  return found;
}

/** The n-th working day after `day` (n ≥ 1); `day` itself for 0. */
export function addWorkingDays(day: Day, n: number, calendar: PlaceCalendar): Day {
  let found = day;
  for (let left = n; left > 0; left--) found = workingDayFrom(found + 1, calendar);
  return found;
}

export function subtractWorkingDays(day: Day, n: number, calendar: PlaceCalendar): Day {
  let found = day;
  for (let left = n; left > 0; left--) found = workingDayUpTo(found - 1, calendar);
  return found;
}

/** How many working days lie after `from`, up to and including `to`. */
export function workingDaysBetween(from: Day, to: Day, calendar: PlaceCalendar): number {
  let count = 0;
  for (let day = from + 1; day <= to; day++) if (isWorkingDay(day, calendar)) count++;
  return count;
}

/** The same day of the month, `n` months on; the month's last day where it has no such day. */
export function addMonths(day: Day, n: number): Day {
  const date = new Date(day * DAY);
  const month = date.getUTCMonth() + n;
  const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return Math.round(Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), last)) / DAY);
}

export interface WorkingHours {
  from: number;
  to: number;
}

/** The first instant from `at` on that lies in working hours of a working day; a day that opens anew opens at `minute`. */
export function workingInstantFrom(at: Ms, calendar: PlaceCalendar, open: WorkingHours, minute = open.from * 60): Ms {
  const day = dayOf(at, calendar);
  if (isWorkingDay(day, calendar)) {
    const now = minuteOf(at, calendar);
    if (now < open.from * 60) return instantOf(day, minute, calendar);
    if (now < open.to * 60) return at;
  }
  return instantOf(workingDayFrom(day + 1, calendar), minute, calendar);
}

export function inWorkingHours(at: Ms, calendar: PlaceCalendar, open: WorkingHours): boolean {
  if (!isWorkingDay(dayOf(at, calendar), calendar)) return false;
  const minute = minuteOf(at, calendar);
  return minute >= open.from * 60 && minute < open.to * 60;
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "Monday 14 December": for the plain reasons in the plan. */
export function sayDay(day: Day): string {
  const date = new Date(day * DAY);
  return `${WEEKDAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
}
