import { Temporal } from 'temporal-polyfill';

/**
 * The instant of a wall clock reading, `2026-12-01` and `11:30` in Europe/Dublin, as ISO 8601 in UTC. A reading that
 * the clock skips in spring is moved forward. Null where date, time or zone cannot be read.
 */
export function instantOf(date: string, time: string, timeZone: string): string | null {
  try {
    return Temporal.PlainDate.from(date)
      .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
      .toInstant()
      .toString({ smallestUnit: 'millisecond' });
  } catch {
    return null;
  }
}

/** The wall clock reading of an instant: date and time as form fields take them. */
export function wallClock(instant: string, timeZone: string): { date: string; time: string } {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return { date: zoned.toPlainDate().toString(), time: zoned.toPlainTime().toString({ smallestUnit: 'minute' }) };
}
