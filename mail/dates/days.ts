/**
 * Calendar days as plain numbers: reading a mail counts days thousands of times, and needs no zone for it. Zones and
 * instants are left to the Temporal polyfill (times.ts).
 */
const MILLISECONDS = 86_400_000;

export class Day {
  private fields: Date | null = null;

  /** Days since 1 January 1970. */
  constructor(readonly number: number) {}

  private get date(): Date {
    this.fields ??= new Date(this.number * MILLISECONDS);
    return this.fields;
  }

  get year(): number {
    return this.date.getUTCFullYear();
  }

  /** 1 is January. */
  get month(): number {
    return this.date.getUTCMonth() + 1;
  }

  get dayOfMonth(): number {
    return this.date.getUTCDate();
  }

  /** 1 is Monday. */
  get dayOfWeek(): number {
    return ((((this.number + 3) % 7) + 7) % 7) + 1;
  }

  plus(days: number): Day {
    return new Day(this.number + days);
  }

  /** The same day of the month, `months` later; the last day where there is none. */
  plusMonths(months: number): Day {
    const first = new Day(Date.UTC(this.year, this.month - 1 + months, 1) / MILLISECONDS);
    return first.plus(Math.min(this.dayOfMonth, lastOfMonth(first).dayOfMonth) - 1);
  }

  /** `YYYY-MM-DD` */
  toString(): string {
    return this.date.toISOString().slice(0, 10);
  }
}

/** The day of `YYYY-MM-DD…`. */
export function dayFrom(iso: string): Day {
  return new Day(
    Math.floor(Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10))) / MILLISECONDS),
  );
}

/** The day, or null where there is no such day ("31 April"). */
export function day(year: number, month: number, dayOfMonth: number): Day | null {
  const found = new Day(Date.UTC(year, month - 1, dayOfMonth) / MILLISECONDS);
  return found.month === month && found.dayOfMonth === dayOfMonth ? found : null;
}

export function daysBetween(from: Day, to: Day): number {
  return to.number - from.number;
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

/** The first such day of the month that is not before the mail. */
export function nextDayOfMonth(dayOfMonth: number, sent: Day): Day | null {
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const month = firstOfMonth(sent).plusMonths(ahead);
    const candidate = day(month.year, month.month, dayOfMonth);
    if (candidate !== null && daysBetween(sent, candidate) >= 0) {
      return candidate;
    }
  }
  return null;
}

/** The next such weekday after the mail's own day (1 is Monday). */
export function nextWeekday(weekday: number, sent: Day): Day {
  return sent.plus(((weekday - sent.dayOfWeek + 6) % 7) + 1);
}

/** The Monday of the week, `weeks` later. */
export function monday(sent: Day, weeks: number): Day {
  return sent.plus(1 - sent.dayOfWeek + 7 * weeks);
}

export function firstOfMonth(from: Day): Day {
  return from.plus(1 - from.dayOfMonth);
}

export function lastOfMonth(from: Day): Day {
  return new Day(Date.UTC(from.year, from.month, 0) / MILLISECONDS);
}

/** Working days from Monday to Friday: holidays are the calendar's business, not the reader's. */
export function addWorkingDays(from: Day, count: number): Day {
  let at = from;
  for (let left = Math.min(count, 400); left > 0; ) {
    at = at.plus(1);
    if (at.dayOfWeek <= 5) {
      left -= 1;
    }
  }
  return at;
}

/** Friday of an ISO week, in the year that makes it not past. */
export function fridayOfWeek(week: number, sent: Day): Day | null {
  for (const year of [sent.year, sent.year + 1]) {
    const fourth = new Day(Date.UTC(year, 0, 4) / MILLISECONDS);
    const friday = monday(fourth, week - 1).plus(4);
    if (daysBetween(sent, friday) >= -3) {
      return friday;
    }
  }
  return null;
}
