/** Time zones of countries, by what the runtime itself knows; no date library is loaded for it. */
import { isKnownTimeZone } from '../../data/calendars';

// Where a country has several zones, the one most of its offices keep; the form shows it and asks.
const MAIN_ZONE: Record<string, string> = {
  AQ: 'Antarctica/McMurdo',
  AR: 'America/Argentina/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CD: 'Africa/Kinshasa',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  CY: 'Asia/Nicosia',
  DE: 'Europe/Berlin',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  FM: 'Pacific/Pohnpei',
  GL: 'America/Nuuk',
  ID: 'Asia/Jakarta',
  KI: 'Pacific/Tarawa',
  KZ: 'Asia/Almaty',
  MH: 'Pacific/Majuro',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PF: 'Pacific/Tahiti',
  PG: 'Pacific/Port_Moresby',
  PS: 'Asia/Hebron',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kyiv',
  UM: 'Pacific/Wake',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
};

/** True for an IANA zone with a place (`Europe/Dublin`) or `UTC`; fixed offsets and abbreviations have no holidays and no summer. */
export function isTimeZone(zone: string): boolean {
  if (zone !== 'UTC' && !/^[A-Z][A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+$/.test(zone)) return false;
  if (zone.startsWith('Etc/')) return zone === 'Etc/UTC';
  return isKnownTimeZone(zone);
}

/**
 * The zone of a place of which only the country is known: the candidate's own if that country has it, else the
 * country's only or main one. Null where the runtime knows none.
 */
export function zoneOfCountry(country: string, own: string): string | null {
  const zones = zonesOf(country);
  if (zones.includes(own)) return own;
  return MAIN_ZONE[country] ?? zones[0] ?? null;
}

function zonesOf(country: string): readonly string[] {
  // Not yet in TypeScript's library: a property in Node 20, a method from Node 24 on.
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    timeZones?: readonly string[];
    getTimeZones?: () => readonly string[] | undefined;
  };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** The calendar date (`YYYY-MM-DD`) of an instant in a zone. */
export function dateIn(timeZone: string, instant: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  );
}
