import type { Language } from './language';
import { fill } from './salutation';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions, date: string): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    formats.set(key, found);
  }
  return found.format(new Date(`${date}T12:00:00Z`));
}

/** Whole days from `a` to `b`, both `YYYY-MM-DD`. */
function daysBetween(a: string, b: string): number {
  return Math.round((Date.parse(`${b}T12:00:00Z`) - Date.parse(`${a}T12:00:00Z`)) / 86_400_000);
}

function parts(date: string, today: string, language: Language): { weekday: string; date: string } {
  // A year is said only where the day could be taken for another year's.
  const far = Math.abs(daysBetween(date, today)) > 180;
  return {
    weekday: format(language.locale, { weekday: 'long' }, date),
    date: format(language.locale, { day: 'numeric', month: 'long', ...(far ? { year: 'numeric' } : {}) }, date),
  };
}

/**
 * "on Tuesday" for the last few days, else "on 1 December". Only for days just past: a draft may wait two working days
 * for its approval, and the weekday must still point at the same day then.
 */
export function onDay(date: string, today: string, language: Language): string {
  const ago = daysBetween(date, today);
  return fill(ago >= 0 && ago <= 4 ? language.days.near : language.days.far, parts(date, today, language));
}

/** "by Friday 11 December". */
export function byDay(date: string, today: string, language: Language): string {
  return fill(language.days.by, parts(date, today, language));
}

/** "Friday 11 December". */
export function fullDay(date: string, today: string, language: Language): string {
  return fill(language.days.full, parts(date, today, language));
}

/** "from Monday 14 December to Friday 18 December", or "until …" once it has begun. */
export function span(from: string, to: string, today: string, language: Language): { text: string; begun: boolean } {
  const begun = from <= today;
  const end = fullDay(to, today, language);
  const toDate = parts(to, today, language).date;
  if (begun) return { text: fill(language.days.until, { to: end, toDate }), begun };
  if (from === to) return { text: onDay(from, today, language), begun };
  const first = { from: fullDay(from, today, language), fromDate: parts(from, today, language).date };
  return { text: fill(language.days.range, { ...first, to: end, toDate }), begun };
}
