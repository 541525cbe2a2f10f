/** Events of `text/calendar` parts (RFC 5545, RFC 5546). */
import ICAL from 'ical.js';
import { toInstant } from './calendar-zones';
import type { CalendarEvent } from './types';

const METHODS = new Set(['REQUEST', 'CANCEL', 'REPLY', 'PUBLISH', 'COUNTER', 'REFRESH', 'ADD', 'DECLINECOUNTER']);
const MOST_CHARACTERS = 200_000;
const MOST_COMPONENTS = 300;
const MOST_EVENTS = 50;

export interface CalendarReading {
  events: CalendarEvent[];
  problems: string[];
}

/** Never throws. Recurrences are not expanded: an interview invitation names one time. */
export function readCalendar(source: string, methodOfPart: string | undefined): CalendarReading {
  if (source.length > MOST_CHARACTERS || source.split('BEGIN:', MOST_COMPONENTS + 2).length > MOST_COMPONENTS + 1) {
    return { events: [], problems: ['A calendar part is too large and was not read.'] };
  }
  try {
    return readComponents(source, methodOfPart);
  } catch {
    return { events: [], problems: ['A calendar part could not be read.'] };
  }
}

function readComponents(source: string, methodOfPart: string | undefined): CalendarReading {
  const parsed = ICAL.parse(source) as unknown[];
  const calendars = typeof parsed[0] === 'string' ? [parsed] : (parsed as unknown[][]);
  const events: CalendarEvent[] = [];
  const problems = new Set<string>();
  for (const one of calendars) {
    const calendar = new ICAL.Component(one as ConstructorParameters<typeof ICAL.Component>[0]);
    const method = readMethod(text(calendar, 'method') || methodOfPart);
    for (const component of calendar.getAllSubcomponents('vevent')) {
      if (events.length >= MOST_EVENTS) {
        problems.add(`A calendar part has more than ${MOST_EVENTS} events; the rest was not read.`);
        break;
      }
      const event = readEvent(component, calendar, method, problems);
      if (event) events.push(event);
    }
  }
  return { events, problems: [...problems] };
}

function readEvent(
  component: ICAL.Component,
  calendar: ICAL.Component,
  method: CalendarEvent['method'],
  problems: Set<string>,
): CalendarEvent | null {
  const start = readTime(component, 'dtstart', calendar, problems);
  if (!start) {
    problems.add('A calendar event has no start that can be read.');
    return null;
  }
  const end = readTime(component, 'dtend', calendar, problems);
  return {
    uid: text(component, 'uid'),
    sequence: Math.max(0, Number.parseInt(text(component, 'sequence'), 10) || 0),
    method,
    status: text(component, 'status').toUpperCase() || null,
    summary: text(component, 'summary'),
    startsAt: start.at,
    endsAt: end?.at ?? addDuration(component, start),
    timeZone: start.zone,
    location: text(component, 'location') || null,
    organizer: mailbox(text(component, 'organizer')),
    attendees: component
      .getAllProperties('attendee')
      .slice(0, 200)
      .map((property) => mailbox(String(property.getFirstValue() ?? '')))
      .filter((address): address is string => address !== null),
  };
}

interface EventTime {
  at: string;
  zone: string | null;
  isDate: boolean;
}

function readTime(
  component: ICAL.Component,
  name: string,
  calendar: ICAL.Component,
  problems: Set<string>,
): EventTime | null {
  const property = component.getFirstProperty(name);
  const value = property?.getFirstValue();
  if (!property || !(value instanceof ICAL.Time)) return null;
  const zone = property.getFirstParameter('tzid') || (value.zone === ICAL.Timezone.utcTimezone ? 'UTC' : '');
  const found = toInstant(
    {
      year: value.year,
      month: value.month,
      day: value.day,
      hour: value.hour,
      minute: value.minute,
      second: value.second,
    },
    zone || text(calendar, 'x-wr-timezone'),
    calendar,
  );
  if (!found) return null;
  if (found.assumed) problems.add('A calendar event names no time zone that is known; its time was taken as UTC.');
  return { at: found.at, zone: found.zone, isDate: value.isDate };
}

/** DURATION, else (RFC 5545 3.6.1) one day for a date and nothing for a time. */
function addDuration(component: ICAL.Component, start: EventTime): string {
  const duration = component.getFirstPropertyValue('duration');
  const seconds = duration instanceof ICAL.Duration ? duration.toSeconds() : start.isDate ? 86_400 : 0;
  if (!Number.isFinite(seconds) || seconds <= 0 || seconds > 366 * 86_400) return start.at;
  const offset = /([+-]\d{2}):(\d{2})$/.exec(start.at);
  const minutes = offset ? Number(`${offset[1]}`) * 60 + Math.sign(Number(offset[1]) || 1) * Number(offset[2]) : 0;
  const local = new Date(Date.parse(start.at) + seconds * 1000 + minutes * 60_000).toISOString().slice(0, 19);
  return `${local}${offset ? offset[0] : 'Z'}`;
}

function readMethod(value: string | undefined): CalendarEvent['method'] {
  const method = (value ?? '').trim().toUpperCase();
  // A file without METHOD is an appointment to be stored, which is what PUBLISH means (RFC 5546 1.4).
  return METHODS.has(method) ? (method as CalendarEvent['method']) : 'PUBLISH';
}

function text(component: ICAL.Component, name: string): string {
  const value = component.getFirstPropertyValue(name);
  return value === null || value === undefined ? '' : String(value).slice(0, 2_000).trim();
}

function mailbox(value: string): string | null {
  const address = value.replace(/^mailto:/i, '').trim();
  return address.includes('@') && address.length <= 320 && !/[\s<>]/.test(address) ? address : null;
}
