/** The kinds of single values that come in from outside, each with the sentence a person sees when it is wrong. */
import { z } from 'zod';
import { isKnownCountry } from '../../data/calendars';
import { isPlainAddress, normaliseAddress } from '../../mail/addresses';
import { isTimeZone } from './places';

const PLACEHOLDER = /^(?:tbd|tba|tbc|n\/?a|unknown|x{3,}|\?+|-+|null|undefined|\.+)$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for; a line break could become a header.
const CONTROL = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: tab and line breaks belong into a text, the rest does not.
const CONTROL_IN_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** One line of words, trimmed, not empty. */
export const line = (most = 300) =>
  z
    .string()
    .trim()
    .min(1, 'is empty')
    .max(most, `is longer than ${most} characters`)
    .refine((value) => !CONTROL.test(value), 'must be one line without control characters');

/** A person's or an organisation's name: a placeholder would end up in a letter (A2). */
export const nameLine = line(200).refine(
  (value) => !PLACEHOLDER.test(value) && !/[[\]{}<>]/.test(value),
  'looks like a placeholder; leave the field out if it is not known',
);

/** Words over several lines. */
export const text = z
  .string()
  .refine((value) => !CONTROL_IN_TEXT.test(value), 'must not have control characters')
  .transform((value) => value.replace(/\r\n?/g, '\n').trim());

/** Local to one intake; it becomes part of step keys, so no colon. */
export const localId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'must be letters, digits, dot, hyphen or underscore, at most 64 of them')
  .refine((value) => value !== 'candidate', 'is a reserved word');

export const email = z
  .string()
  .trim()
  .refine((value) => isPlainAddress(normaliseAddress(value)) && /\.[^.]+$/.test(value), 'is not an email address');

export const phone = line(60).refine(
  (value) => /^[+0-9][0-9 ()./-]*(?:\s*(?:x|ext\.?)\s*[0-9]+)?$/i.test(value) && value.replace(/\D/g, '').length >= 4,
  'is not a phone number',
);

export const country = z.string().refine(isKnownCountry, 'is no ISO 3166 country code of two capital letters');

export const timeZone = z.string().refine(isTimeZone, 'is no IANA time zone such as Europe/Dublin');

/** A tag of a language that this Node has a name for: a mistyped one would quietly give letters in English (I7). */
function isLanguage(tag: string): boolean {
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag)) return false;
  return LANGUAGE_NAMES.of(tag.split('-')[0] ?? tag) !== undefined;
}
const LANGUAGE_NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

export const language = z
  .string()
  .refine(isLanguage, 'is no language tag such as en')
  .transform((value) => (value.split('-')[0] ?? value).toLowerCase());

export const domain = z
  .string()
  .trim()
  .transform((value) => value.toLowerCase().replace(/^@/, '').replace(/\.$/, ''))
  .refine((value) => isPlainAddress(`a@${value}`) && value.includes('.'), 'is no domain name');

export const url = z
  .string()
  .trim()
  .max(2_000, 'is longer than 2000 characters')
  .refine(isWebAddress, 'is no http or https address');

/** A calendar date that exists, `YYYY-MM-DD`. */
export const date = z
  .string()
  .refine(isDate, { error: ({ input }) => inNoYear(input) ?? 'is no date such as 2026-12-11' });

/** An instant with its zone; kept in UTC. */
export const instant = z
  .string()
  .refine(isInstant, {
    error: ({ input }) => inNoYear(input) ?? 'is no instant with a zone such as 2026-12-01T11:30:00Z',
  })
  .transform((value) => (isInstant(value) ? new Date(value).toISOString() : value));

/** Says so of a date, otherwise well written, that is no day of these times. */
function inNoYear(value: unknown): string | null {
  const [, year] = /^(\d{4})-\d\d-\d\d/.exec(String(value)) ?? [];
  return year === undefined || year.startsWith('20') ? null : `is in the year ${year}, and must be from 2000 to 2099`;
}

/** True for `YYYY-MM-DD` of the years 2000 to 2099 that the calendar has. */
export function isDate(value: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(value)) return false;
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
}

/** True for ISO 8601 with date, time and zone. `24:00` and 30 February are refused. */
export function isInstant(value: string): boolean {
  const match = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-][01]\d:?[0-5]\d)$/.exec(
    value,
  );
  return match !== null && isDate(match[1] ?? '') && !Number.isNaN(Date.parse(value));
}

function isWebAddress(value: string): boolean {
  if (CONTROL.test(value) || /\s/.test(value)) return false;
  try {
    return /^https?:$/.test(new URL(value).protocol);
  } catch {
    return false;
  }
}
