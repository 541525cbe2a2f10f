/** The `Date` header of a mail (RFC 5322 3.3, with the obsolete and the merely common forms). */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Offsets of the zone names that RFC 5322 4.3 still allows, and of a few seen in the wild, in minutes. */
const NAMED_ZONES: Record<string, number> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  BST: 60,
  CET: 60,
  MEZ: 60,
  CEST: 120,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  JST: 540,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

const RFC_5322 =
  /^(?:[A-Za-zÀ-ÿ]{2,12}\.?,? )?(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ -](\d{2,4}) (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([+-]\d{4}|[A-Z]{1,5}))?/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d{1,9})? ?(Z|[+-]\d{2}:?\d{2})?/;

/**
 * An ISO 8601 instant that keeps the sender's own offset (`2026-12-11T09:30:00+01:00`), or null where it cannot be read.
 * A date without a zone is taken as UTC.
 */
export function readMailDate(value: string | undefined): string | null {
  if (!value) return null;
  const tidy = value.slice(0, 120).replace(/\s+/g, ' ').trim();
  const rfc = RFC_5322.exec(tidy);
  if (rfc) {
    const month = MONTHS.indexOf((rfc[2] ?? '').slice(0, 3).toLowerCase()) + 1;
    return compose(fullYear(rfc[3] ?? ''), month, rfc[1], rfc[4], rfc[5], rfc[6], offsetMinutes(rfc[7]));
  }
  const iso = ISO.exec(tidy);
  if (iso) return compose(Number(iso[1]), Number(iso[2]), iso[3], iso[4], iso[5], iso[6], offsetMinutes(iso[7]));
  return null;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  // RFC 5322 4.3: two digits 00-49 are 20xx, all other short years count from 1900.
  return digits.length === 2 && year < 50 ? 2000 + year : 1900 + year;
}

function offsetMinutes(zone: string | undefined): number {
  if (!zone) return 0;
  const digits = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (digits) {
    const minutes = Number(digits[2]) * 60 + Number(digits[3]);
    return minutes > 14 * 60 ? 0 : digits[1] === '-' ? -minutes : minutes;
  }
  return NAMED_ZONES[zone] ?? 0;
}

function compose(
  year: number,
  month: number,
  dayText: string | undefined,
  hourText: string | undefined,
  minuteText: string | undefined,
  secondText: string | undefined,
  offset: number,
): string | null {
  const [day, hour, minute] = [Number(dayText), Number(hourText), Number(minuteText)];
  const second = Math.min(Number(secondText ?? 0), 59);
  if (year < 1970 || year > 2200 || month < 1 || month > 12 || hour > 23 || minute > 59) return null;
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  const size = Math.abs(offset);
  const zone = `${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${zone}`;
}
