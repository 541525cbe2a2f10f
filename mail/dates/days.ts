import { Temporal } from 'temporal-polyfill';

export type Day = Temporal.PlainDate;

export function dayFrom(iso: string): Day {
  return Temporal.PlainDate.from(iso);
}

/** The day, or null where there is no such day ("31 April"). */
export function day(year: number, month: number, dayOfMonth: number): Day | null {
  try {
    return Temporal.PlainDate.from({ year, month, day: dayOfMonth }, { overflow: 'reject' });
  } catch {
    return null;
  }
}

/** A day without a year: the one nearest to the mail, at most 60 days before it and else after. */
export function nearestYear(month: number, dayOfMonth: number, sent: Day): Day | null {
  for (const year of [sent.year - 1, sent.year, sent.year + 1]) {
    const candidate = day(year, month, dayOfMonth);
    if (candidate !== null && daysBetween(sent, candidate) >= -60) {
      return candidate;
    }
  }
  return null;
}

export function daysBetween(from: Day, to: Day): number {
  return from.until(to, { largestUnit: 'days' }).days;
}

/** The first such day of the month that is not before the mail. */
export function nextDayOfMonth(dayOfMonth: number, sent: Day): Day | null {
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const month = sent.with({ day: 1 }).add({ months: ahead });
    const candidate = day(month.year, month.month, dayOfMonth);
    if (candidate !== null && Temporal.PlainDate.compare(candidate, sent) >= 0) {
      return candidate;
    }
  }
  return null;
}

/** The next such weekday after the mail's own day (1 is Monday). */
export function nextWeekday(weekday: number, sent: Day): Day {
  return sent.add({ days: ((weekday - sent.dayOfWeek + 6) % 7) + 1 });
}

/** The Monday of the week, `weeks` later. */
export function monday(sent: Day, weeks: number): Day {
  return sent.add({ days: 1 - sent.dayOfWeek + 7 * weeks });
}

export function lastOfMonth(from: Day): Day {
  return from.with({ day: from.daysInMonth });
}

/** Working days from Monday to Friday: holidays are the calendar's business, not the reader's. */
export function addWorkingDays(from: Day, count: number): Day {
  let at = from;
  for (let left = count; left > 0; ) {
    at = at.add({ days: 1 });
    if (at.dayOfWeek <= 5) {
      left -= 1;
    }
  }
  return at;
}

/** Friday of an ISO week, in the year that makes it not past. */
export function fridayOfWeek(week: number, sent: Day): Day | null {
  for (const year of [sent.year, sent.year + 1]) {
    const first = Temporal.PlainDate.from({ year, month: 1, day: 4 });
    const friday = first.add({ days: 1 - first.dayOfWeek + 7 * (week - 1) + 4 });
    if (daysBetween(sent, friday) >= -3) {
      return friday;
    }
  }
  return null;
}
