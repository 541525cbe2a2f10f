/** Dates as people say them: always with the weekday, and with the city whose clock is meant. */

/** The zone of this machine: for what belongs to no interview. On a laptop it is the candidate's own. */
export const HOME_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;

/** `Mon 14 Dec 2026, 10:00 Dublin`. An instant that cannot be read is shown as it is. */
export function moment(instant: string, timeZone: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(at);
  return `${dayOf(at, timeZone)}, ${time} ${city(timeZone)}`;
}

/** `Fri 11 Dec 2026` for a calendar date `YYYY-MM-DD`. */
export function calendarDay(date: string): string {
  const at = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? date : dayOf(at, 'UTC');
}

/** How far off something is: `in 3 days`, `today`, `2 days late`. Counts days on the clock of `timeZone`. */
export function distance(instant: string, now: string, timeZone: string): string {
  const days = dayNumber(instant, timeZone) - dayNumber(now, timeZone);
  if (days === 0) return instant <= now ? 'now' : 'today';
  if (days === 1) return 'tomorrow';
  if (days > 1) return `in ${days} days`;
  return days === -1 ? '1 day late' : `${-days} days late`;
}

/** `Europe/Dublin` is Dublin, `America/Argentina/Buenos_Aires` Buenos Aires. */
export function city(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

function dayOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { ...day, timeZone }).format(at).replace(',', '');
}

function dayNumber(instant: string, timeZone: string): number {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(instant));
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}
