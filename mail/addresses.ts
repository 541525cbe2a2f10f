/** Addresses out of mail headers. Nothing here is ever used as a recipient without a person's or the ledger's own record. */
import { addressParser } from 'postal-mime';
import type { MailAddress } from './types';

/** Who is who is decided in one place, the policy. */
export { domainOf, normaliseAddress } from '../policy/identity';

const MOST_CHARACTERS = 20_000;
const MOST_ADDRESSES = 200;

/**
 * A plain address: dot-atom, one `@`, a domain name of labels. Quoted local parts, comments, white space, control
 * characters and everything else that two programs may read differently is refused (`"a@evil x"@ok`).
 */
export function isPlainAddress(value: string): boolean {
  if (value.length > 254) return false;
  const at = value.lastIndexOf('@');
  const local = value.slice(0, at);
  const domain = value.slice(at + 1);
  return (
    at > 0 &&
    at <= 64 &&
    /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]+$/u.test(local) &&
    !local.includes('..') &&
    !local.includes('=?') &&
    !local.startsWith('.') &&
    isDomainName(domain)
  );
}

function isDomainName(domain: string): boolean {
  if (domain.length === 0 || domain.length > 253) return false;
  return domain
    .split('.')
    .every((label) => label.length <= 63 && /^[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?$/u.test(label));
}

/** What most headers hold: one address, with or without a name of plain words, that no two programs read differently. */
const ONE_PLAIN_ENTRY =
  /^\s{0,9}(?:([\p{L}\p{N} '._-]{0,100}?) {0,9}<([\w.+-]{1,64}@[\w.-]{1,189})>|([\w.+-]{1,64}@[\w.-]{1,189}))\s{0,9}$/u;

/**
 * Reads an address list header (groups are flattened). An entry that is no plain address keeps its name and gets an
 * empty address, so that it can be shown but never be compared or written to.
 */
export function readAddressList(header: string | undefined): MailAddress[] {
  if (!header) return [];
  const cut = header.length > MOST_CHARACTERS ? header.slice(0, MOST_CHARACTERS) : header;
  const [, name = '', bracketed, bare] = ONE_PLAIN_ENTRY.exec(cut) ?? [];
  const address = bracketed ?? bare;
  if (address !== undefined && isPlainAddress(address)) return [{ name: oneLine(name), address }];
  let parsed: { name?: string | undefined; address?: string | undefined }[];
  try {
    parsed = addressParser(cut, { flatten: true }).slice(0, MOST_ADDRESSES);
  } catch {
    return [];
  }
  const doubtful = isAmbiguous(cut);
  return parsed.map((entry) => ({
    name: oneLine(entry.name ?? ''),
    address: !doubtful && isPlainAddress(entry.address ?? '') ? (entry.address ?? '') : '',
  }));
}

/**
 * True for a list that two programs may read as different addresses: text behind a closing bracket, two `@` in one
 * address, an `@` inside a comment, line separators.
 */
function isAmbiguous(header: string): boolean {
  if (header.includes('\0') || /[\u2028\u2029]/.test(header)) return true;
  const bare = withoutQuoted(header);
  if (bare === null) return true;
  return bare.split(/[,;]/).some((entry) => {
    const open = entry.indexOf('<');
    if (open < 0) return entry.indexOf('@') !== entry.lastIndexOf('@');
    const close = entry.indexOf('>', open);
    return close < 0 || entry.slice(close + 1).trim() !== '' || entry.slice(open + 1, close).split('@').length > 2;
  });
}

/** Without quoted strings and comments; null where a comment holds an `@`. */
function withoutQuoted(header: string): string | null {
  let out = '';
  let quoted = false;
  let depth = 0;
  for (let at = 0; at < header.length; at++) {
    const character = header[at] ?? '';
    if (character === '\\' && (quoted || depth > 0)) at += 1;
    else if (character === '"' && depth === 0) {
      quoted = !quoted;
      if (!quoted) out += '_';
    } else if (quoted) continue;
    else if (character === '(') depth += 1;
    else if (character === ')' && depth > 0) depth -= 1;
    else if (depth > 0) {
      if (character === '@') return null;
    } else out += character;
  }
  return out;
}

function oneLine(value: string): string {
  return value
    .replace(/[\p{Cc}\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, 300);
}
