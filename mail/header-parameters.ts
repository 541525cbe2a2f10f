/** Values with parameters, such as `text/plain; charset=utf-8` (RFC 2045 5.1, RFC 2231, and what is written instead). */
import { decodeWords } from 'postal-mime';
import { decodeByContent } from './charset';

export interface HeaderParameters {
  /** What stands before the first parameter, lower case. */
  value: string;
  /** A parameter by its lower-case name, decoded. */
  get(name: string): string | undefined;
}

const MOST_CHARACTERS = 4_000;
const MOST_PARAMETERS = 60;
const MOST_SECTIONS = 30;

/** Reads at most 4,000 characters. The first of two equal parameters counts. */
export function readParameters(header: string): HeaderParameters {
  const [first = '', ...rest] = splitOutside(header.slice(0, MOST_CHARACTERS), MOST_PARAMETERS);
  const raw = new Map<string, string>();
  for (const piece of rest) {
    const at = piece.indexOf('=');
    if (at < 1) continue;
    const name = piece.slice(0, at).trim().toLowerCase();
    if (!raw.has(name)) raw.set(name, bare(piece.slice(at + 1).trim()));
  }
  return {
    value: (/^[^\s(;]{1,100}/.exec(first.trim())?.[0] ?? '').toLowerCase(),
    get: (name) => find(raw, name),
  };
}

/** Splits at semicolons that stand in no quoted string and no comment. */
function splitOutside(text: string, most: number): string[] {
  if (!text.includes(';')) return [text];
  const pieces: string[] = [];
  let quoted = false;
  let start = 0;
  for (let at = 0; at < text.length && pieces.length < most; at++) {
    const code = text.charCodeAt(at);
    if (code === 92 && quoted) at += 1;
    else if (code === 34) quoted = !quoted;
    else if (code === 59 && !quoted) {
      pieces.push(text.slice(start, at));
      start = at + 1;
    }
  }
  pieces.push(text.slice(start));
  return pieces;
}

/** Without quotes, escapes and a comment behind it. */
function bare(value: string): string {
  if (!value.startsWith('"')) {
    const comment = value.search(/\s\(/);
    return (comment < 0 ? value : value.slice(0, comment)).trimEnd();
  }
  let out = '';
  for (let at = 1; at < value.length; at++) {
    const character = value[at] ?? '';
    if (character === '"') break;
    if (character === '\\' && at + 1 < value.length) at += 1;
    out += value[at] ?? '';
  }
  return out;
}

function find(raw: ReadonlyMap<string, string>, name: string): string | undefined {
  const plain = raw.get(name);
  const extended = raw.get(`${name}*`);
  if (extended !== undefined) return extendedValue(extended);
  if (plain !== undefined) return plain.includes('=?') ? decodeWords(plain) : plain;
  let whole = '';
  let isExtended = false;
  for (let section = 0; section < MOST_SECTIONS; section++) {
    const encoded = raw.get(`${name}*${section}*`);
    const value = encoded ?? raw.get(`${name}*${section}`);
    if (value === undefined) break;
    isExtended ||= encoded !== undefined;
    whole += value;
  }
  if (whole === '') return undefined;
  return isExtended ? extendedValue(whole) : whole;
}

/** `utf-8''r%C3%A4` → `rä`. */
function extendedValue(value: string): string {
  const parts = /^([^']{0,40})'[^']{0,40}'/.exec(value);
  const encoded = parts ? value.slice(parts[0].length) : value;
  const bytes = Buffer.from(
    encoded.replace(/%([0-9a-fA-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
  return decodeByContent(bytes, parts?.[1]);
}
