import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { Temporal } from 'temporal-polyfill';
import type { Contact } from '../policy/intake';

/**
 * The number to dial, as one reads it out. A person's own number only with permission, a published one only for HR (E3).
 * Null where there is none.
 */
export function numberToCall(contact: Contact): string | null {
  const number = contact.mayContact.includes('phone') && contact.phone ? contact.phone : publishedFor(contact);
  if (!number) return null;
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}

function publishedFor(contact: Contact): string | null {
  return contact.roles.includes('hr') || contact.roles.includes('agency_recruiter') ? contact.publishedPhone : null;
}

export interface CallTimes {
  /** City of the callee's zone. */
  place: string;
  /** `10:00-12:00` there. */
  there: string[];
  /** The same spans on the candidate's clock; null where both clocks agree or the candidate's zone is unknown. */
  here: string[] | null;
}

/**
 * Good hours to call on `day`: not the first hour of the working day, not lunch, not the last hour, and where it can be
 * had, while the candidate is awake.
 */
export function bestTimes(
  day: string,
  timeZone: string,
  candidateZone: string | null,
  hours: { from: number; to: number },
): CallTimes {
  const spans = [
    [hours.from + 1, Math.min(12, hours.to)],
    [14, hours.to - 1],
  ].filter((s): s is [number, number] => s[0] !== undefined && s[1] !== undefined && s[1] > s[0]);
  if (spans.length === 0) spans.push([hours.from, hours.to]);
  const at = (hour: number, zone: string) =>
    Temporal.PlainDateTime.from(`${day}T${String(hour).padStart(2, '0')}:00`)
      .toZonedDateTime(timeZone)
      .withTimeZone(zone);
  const awake = candidateZone
    ? spans.filter(([from, to]) => at(from, candidateZone).hour >= 7 && between7And22(at(to, candidateZone)))
    : spans;
  const chosen = awake.length > 0 ? awake : spans;
  const show = (zone: string) => chosen.map(([from, to]) => `${clock(at(from, zone))}-${clock(at(to, zone))}`);
  const there = show(timeZone);
  const here = candidateZone ? show(candidateZone) : there;
  return {
    place: (timeZone.split('/').pop() ?? timeZone).replaceAll('_', ' '),
    there,
    here: here.join() === there.join() ? null : here,
  };
}

function between7And22(time: Temporal.ZonedDateTime): boolean {
  return time.hour >= 7 && time.hour <= 22;
}

function clock(time: Temporal.ZonedDateTime): string {
  return `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;
}

/** `14:30` on the clock of a zone. */
export function clockTime(instant: string, timeZone: string): string {
  return clock(Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone));
}

/** The calendar day of an instant in a zone. */
export function dayOf(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
