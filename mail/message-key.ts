/** One key per mail, whichever way it came in: what makes the second copy of a mail known. */
import { createHash } from 'node:crypto';
import { normaliseAddress, readAddressList } from './addresses';
import { readMailDate } from './mail-date';
import { normaliseMessageId } from './message-id';

const MOST_HEADER_BYTES = 262_144;
const MOST_BODY_BYTES = 1_000_000;

/**
 * `mid-…` from the Message-ID with sender and date (careless senders reuse an id, and a forger must not be able to
 * suppress a mail by its id alone), `sum-…` from content where there is no id. Headers that relays add on the way, line
 * ends and trailing white space make no difference. Holds no personal data. Never throws.
 */
export function messageKey(raw: Uint8Array): string {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const { header, body } = split(bytes);
  const fields = readFields(header);
  const id = normaliseMessageId(fields.get('message-id'));
  const from = normaliseAddress(readAddressList(fields.get('from'))[0]?.address ?? '');
  const date = readMailDate(fields.get('date'));
  const instant = date === null ? '' : String(Date.parse(date));
  if (id !== null) return `mid-${digest([id, from, instant])}`;
  const subject = (fields.get('subject') ?? '').replace(/\s+/g, ' ').trim();
  return `sum-${digest([from, instant, subject, canonicalBody(body)])}`;
}

function split(bytes: Buffer): { header: string; body: Buffer } {
  const crlf = bytes.indexOf('\r\n\r\n');
  const plain = bytes.indexOf('\n\n');
  const useCrlf = crlf >= 0 && (plain < 0 || crlf < plain);
  const end = useCrlf ? crlf : plain < 0 ? bytes.length : plain;
  return {
    header: bytes.toString('utf8', 0, Math.min(end, MOST_HEADER_BYTES)),
    body: bytes.subarray(useCrlf ? end + 4 : end + 2, end + MOST_BODY_BYTES),
  };
}

function readFields(header: string): Map<string, string> {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of header.split(/\r?\n/)) {
    if (/^[ \t]/.test(line)) {
      if (last !== '') fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    const name = colon < 1 ? '' : line.slice(0, colon).trim().toLowerCase();
    // The first of two equal headers counts, as for every reader of this mail.
    last = name === '' || fields.has(name) ? '' : name;
    if (last !== '') fields.set(last, line.slice(colon + 1).trim());
  }
  return fields;
}

function canonicalBody(body: Buffer): string {
  return body
    .toString('latin1')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40);
}
