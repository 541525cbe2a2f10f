/** Wall times of the author files turned into instants with their zone's offset. Plain `Intl`, nothing from the machine's own zone. */

/** Offset of `zone` at the instant `ms`, in minutes. */
function offsetAt(ms: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(ms);
  const get = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? Number.NaN);
  return Math.round((Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute')) - ms) / 60_000);
}

/** One moment as its author saw it: `local` is `2026-03-03 09:12`. */
export interface Moment {
  ms: number;
  local: string;
  zone: string;
  offsetMinutes: number;
}

/** Reads local wall time in a zone. */
export function momentOf(local: string, zone: string): Moment {
  const naive = Date.parse(`${local.replace(' ', 'T')}:00Z`);
  const first = offsetAt(naive, zone);
  const offsetMinutes = offsetAt(naive - first * 60_000, zone);
  return { ms: naive - offsetMinutes * 60_000, local, zone, offsetMinutes };
}

/** The same clock some minutes later (or earlier). */
export function shifted(moment: Moment, minutes: number): Moment {
  const ms = moment.ms + minutes * 60_000;
  const offsetMinutes = offsetAt(ms, moment.zone);
  const local = new Date(ms + offsetMinutes * 60_000).toISOString().slice(0, 16).replace('T', ' ');
  return { ms, local, zone: moment.zone, offsetMinutes };
}

function sign(offsetMinutes: number, colon: string): string {
  const abs = Math.abs(offsetMinutes);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(abs / 60))}${colon}${two(abs % 60)}`;
}

/** `2026-03-03T09:12:00+01:00` */
export function isoOf(moment: Moment): string {
  return `${moment.local.replace(' ', 'T')}:00${sign(moment.offsetMinutes, ':')}`;
}

/** `20260303T081200Z` */
export function icalOf(moment: Moment): string {
  return new Date(moment.ms).toISOString().replace(/[-:]/g, '').replace('.000', '');
}

/** The `Date` header's form. */
export function rfc5322Of(moment: Moment): string {
  const wall = new Date(`${moment.local.replace(' ', 'T')}:00Z`).toUTCString().replace(' GMT', '');
  return `${wall} ${sign(moment.offsetMinutes, '')}`;
}

/** Words and numbers of the wall time in a language. */
export function partsOf(moment: Moment, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(
    Date.parse(`${moment.local.replace(' ', 'T')}:00Z`),
  );
}
