import type { Language } from './language';
import { fill } from './salutation';

const FORMATS = {
  weekday: { weekday: 'long' },
  month: { month: 'long' },
  monthAndYear: { month: 'long', year: 'numeric' },
  date: { day: 'numeric', month: 'long' },
  dateAndYear: { day: 'numeric', month: 'long', year: 'numeric' },
} as const;

const formats = new Map<string, Intl.DateTimeFormat>();
/** A plan of many letters names the same few days again and again, and `Intl` is slow. */
const formatted = new Map<string, string>();
const MOST_REMEMBERED = 2000;

function format(locale: string, as: keyof typeof FORMATS, date: string): string {
  const key = `${locale} ${as} ${date}`;
  const known = formatted.get(key);
  if (known !== undefined) return known;
  const name = `${locale} ${as}`;
  let made = formats.get(name);
  if (!made) {
    made = new Intl.DateTimeFormat(locale, { ...FORMATS[as], timeZone: 'UTC' });
    formats.set(name, made);
  }
  const text = made.format(new Date(`${date}T12:00:00Z`));
  if (formatted.size >= MOST_REMEMBERED) formatted.clear();
  formatted.set(key, text);
  return text;
}

/** Whole days from `a` to `b`, both `YYYY-MM-DD`. */
function daysBetween(a: string, b: string): number {
  return Math.round((Date.parse(`${b}T12:00:00Z`) - Date.parse(`${a}T12:00:00Z`)) / 86_400_000);
}

function parts(date: string, today: string, language: Language): { weekday: string; date: string } {
  // A year is said only where the day could be taken for another year's.
  const far = Math.abs(daysBetween(date, today)) > 180;
  return {
    weekday: format(language.locale, 'weekday', date),
    date: format(language.locale, far ? 'dateAndYear' : 'date', date),
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

/** "In February", for what is months ago. */
export function inMonth(date: string, today: string, language: Language): string {
  const far = daysBetween(date, today) > 300;
  return fill(language.days.inMonth, { month: format(language.locale, far ? 'monthAndYear' : 'month', date) });
}

/** "by Friday 11 December". */
export function byDay(date: string, today: string, language: Language): string {
  return fill(language.days.by, parts(date, today, language));
}

/** "Friday 11 December". */
export function fullDay(date: string, today: string, language: Language): string {
  return fill(language.days.full, parts(date, today, language));
}

/** As an entry of a list: "Friday 11 December". */
export function listedDay(date: string, today: string, language: Language): string {
  return fill(language.days.listed, parts(date, today, language));
}

/** "from Monday 14 December to Friday 18 December", or "until …" once it has begun. */
export function span(from: string, to: string, today: string, language: Language): { text: string; begun: boolean } {
  const begun = from <= today;
  const end = fullDay(to, today, language);
  const toDate = parts(to, today, language).date;
  if (begun) return { text: fill(language.days.until, { to: end, toDate }), begun };
  if (from === to) return { text: onDay(from, today, language), begun };
  // "From the 8th to the 12th of February": the month is said once.
  const near = from.slice(0, 7) === to.slice(0, 7);
  const number = String(Number(from.slice(8)));
  if (near)
    return {
      text: fill(language.days.sameMonth, { ...parts(from, today, language), number, to: end, toDate }),
      begun,
    };
  const first = { from: fullDay(from, today, language), fromDate: parts(from, today, language).date };
  return { text: fill(language.days.range, { ...first, to: end, toDate }), begun };
}
