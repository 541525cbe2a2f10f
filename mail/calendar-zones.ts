/** From the local time of a calendar event and the zone it names to an instant. */
import ICAL from 'ical.js';

export interface LocalTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

export interface EventInstant {
  /** ISO 8601 with offset. */
  at: string;
  /** IANA name where known, else the name as written; null where none was given. */
  zone: string | null;
  /** True where no zone could be told and UTC was taken. */
  assumed: boolean;
}

/** Zone names of Windows, as Outlook and Exchange write them (CLDR windowsZones, territory 001). */
const WINDOWS_ZONES: Record<string, string> = {
  'w. europe standard time': 'Europe/Berlin',
  'central europe standard time': 'Europe/Budapest',
  'central european standard time': 'Europe/Warsaw',
  'romance standard time': 'Europe/Paris',
  'gmt standard time': 'Europe/London',
  'greenwich standard time': 'Atlantic/Reykjavik',
  'e. europe standard time': 'Europe/Chisinau',
  'fle standard time': 'Europe/Kiev',
  'gtb standard time': 'Europe/Bucharest',
  'russian standard time': 'Europe/Moscow',
  'turkey standard time': 'Europe/Istanbul',
  'israel standard time': 'Asia/Jerusalem',
  'south africa standard time': 'Africa/Johannesburg',
  'egypt standard time': 'Africa/Cairo',
  'morocco standard time': 'Africa/Casablanca',
  'arabian standard time': 'Asia/Dubai',
  'arab standard time': 'Asia/Riyadh',
  'india standard time': 'Asia/Kolkata',
  'pakistan standard time': 'Asia/Karachi',
  'se asia standard time': 'Asia/Bangkok',
  'singapore standard time': 'Asia/Singapore',
  'china standard time': 'Asia/Shanghai',
  'taipei standard time': 'Asia/Taipei',
  'tokyo standard time': 'Asia/Tokyo',
  'korea standard time': 'Asia/Seoul',
  'w. australia standard time': 'Australia/Perth',
  'aus eastern standard time': 'Australia/Sydney',
  'e. australia standard time': 'Australia/Brisbane',
  'cen. australia standard time': 'Australia/Adelaide',
  'new zealand standard time': 'Pacific/Auckland',
  'eastern standard time': 'America/New_York',
  'us eastern standard time': 'America/Indianapolis',
  'central standard time': 'America/Chicago',
  'canada central standard time': 'America/Regina',
  'mountain standard time': 'America/Denver',
  'us mountain standard time': 'America/Phoenix',
  'pacific standard time': 'America/Los_Angeles',
  'alaskan standard time': 'America/Anchorage',
  'hawaiian standard time': 'Pacific/Honolulu',
  'atlantic standard time': 'America/Halifax',
  'newfoundland standard time': 'America/St_Johns',
  'e. south america standard time': 'America/Sao_Paulo',
  'argentina standard time': 'America/Buenos_Aires',
  'sa pacific standard time': 'America/Bogota',
  'central standard time (mexico)': 'America/Mexico_City',
  utc: 'UTC',
  'coordinated universal time': 'UTC',
};

/** Null where the date is no date. */
export function toInstant(local: LocalTime, zoneName: string, calendar: ICAL.Component): EventInstant | null {
  const wall = wallClock(local);
  if (wall === null) return null;
  const face = new Date(wall).toISOString().slice(0, 19);
  const name = zoneName.replace(/^"|"$/g, '').slice(0, 100);
  if (name !== '') {
    const iana = ianaName(name);
    if (iana) return { at: instantIn(wall, iana), zone: iana, assumed: false };
    const offset = offsetOfComponent(local, name, calendar);
    if (offset) return { at: `${face}${offset}`, zone: name, assumed: false };
  }
  return { at: `${face}+00:00`, zone: name || null, assumed: true };
}

/** The clock face as if it were UTC, in milliseconds. */
function wallClock({ year, month, day, hour, minute, second }: LocalTime): number | null {
  if (year < 1970 || year > 2200 || month < 1 || month > 12 || hour > 23 || minute > 59) return null;
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59));
}

/**
 * In the hour that a clock skips the later offset is taken, in the one it repeats the earlier (RFC 5545 3.3.5).
 */
function instantIn(wall: number, zone: string): string {
  const early = offsetAt(wall - 86_400_000, zone);
  const late = offsetAt(wall + 86_400_000, zone);
  const fits = [early, late].find((offset) => offsetAt(wall - offset * 60_000, zone) === offset);
  const offset = fits ?? early;
  const shown = fits === undefined ? wall + (late - early) * 60_000 : wall;
  return `${new Date(shown).toISOString().slice(0, 19)}${written(fits === undefined ? late : offset)}`;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Minutes east of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    if (clocks.size < 100) clocks.set(zone, clock);
  }
  const parts = new Map<string, number>(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const of = (type: string) => parts.get(type) ?? 0;
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
  return Math.round((shown - Math.floor(instant / 60_000) * 60_000) / 60_000);
}

function written(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function ianaName(name: string): string | null {
  const known = WINDOWS_ZONES[name.toLowerCase()];
  if (known) return known;
  // Some programs write a path before the name: /freeassociation.sourceforge.net/Europe/Berlin
  const tail = /([A-Za-z_]+\/[A-Za-z_+-]+(?:\/[A-Za-z_]+)?)$/.exec(name)?.[1] ?? name;
  return isIanaZone(tail) ? tail : null;
}

function isIanaZone(name: string): boolean {
  if (name !== 'UTC' && name !== 'GMT' && !name.includes('/')) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Asks the file's own VTIMEZONE, unless its rules could keep us busy: only plain yearly changes are followed. */
function offsetOfComponent(local: LocalTime, name: string, calendar: ICAL.Component): string | null {
  const component = calendar
    .getAllSubcomponents('vtimezone')
    .find((zone) => String(zone.getFirstPropertyValue('tzid') ?? '') === name);
  if (!component) return null;
  const observances = component.getAllSubcomponents();
  if (observances.length === 0 || observances.length > 8) return null;
  const yearly = observances.every((observance) => {
    const rules = observance.getAllProperties('rrule');
    return (
      rules.length <= 1 &&
      observance.getAllProperties('rdate').length <= 50 &&
      rules.every((rule) => {
        const value = rule.getFirstValue();
        return value instanceof ICAL.Recur && value.freq === 'YEARLY' && value.interval === 1;
      }) &&
      Number(String(observance.getFirstPropertyValue('dtstart') ?? '').slice(0, 4)) >= 1600
    );
  });
  if (!yearly) return null;
  const zone = new ICAL.Timezone(component);
  const seconds = zone.utcOffset(new ICAL.Time({ ...local, isDate: false }, zone));
  if (!Number.isFinite(seconds) || Math.abs(seconds) > 14 * 3600) return null;
  return written(Math.round(seconds / 60));
}
