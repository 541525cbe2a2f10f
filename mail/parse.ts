/**
 * A raw mail read into plain data. Never throws for any bytes: what cannot be read is named in `problems`. Work is
 * bounded before anything is decoded (`mime.ts`), so hostile structures cost no more than others.
 */
import { decodeWords } from 'postal-mime';
import { readAddressList } from './addresses';
import { readCalendar } from './calendar';
import { decodeByContent, looksMisread } from './charset';
import { decodeEntities } from './html-entities';
import { readHtml } from './html-reading';
import { readMailDate } from './mail-date';
import { normaliseMessageId, readMessageIds } from './message-id';
import { MAIL_LIMITS, type MailLimits, type MailPart, splitMail } from './mime';
import { decodeTransfer } from './transfer-decoding';
import type { CalendarEvent, MailAttachment, MailHeader, ParsedMail } from './types';

const LONGEST_HEADER_VALUE = 16_384;
const LONGEST_TEXT = 400_000;
const LONGEST_HTML = 600_000;
const LONGEST_REPORT = 65_536;
const LONGEST_ATTACHED_MAIL = 2_000_000;
/** Mails attached to attached mails that are looked into for a text. */
const DEEPEST_ATTACHED = 2;
const STATUS_TYPES = new Set(['message/delivery-status', 'message/global-delivery-status']);
const RETURNED_TYPES = new Set([
  'message/rfc822',
  'message/global',
  'text/rfc822-headers',
  'message/rfc822-headers',
  'message/global-headers',
  'message/partial',
]);
const CALENDAR_TYPES = new Set(['text/calendar', 'application/ics', 'text/x-vcalendar']);

/** Reads one mail. The `limits` are for tests and for callers with little memory. */
export async function parseMail(raw: Uint8Array, limits: MailLimits = MAIL_LIMITS): Promise<ParsedMail> {
  return readMail(raw, limits, 0);
}

function readMail(raw: Uint8Array, limits: MailLimits, depth: number): ParsedMail {
  const problems: string[] = [];
  try {
    const split = splitMail(raw, limits);
    problems.push(...split.problems);
    const texts = readTexts(split.parts, limits, problems);
    const others = readOthers(split.parts, problems);
    let { text } = texts;
    if (text.trim() === '' && texts.html === null && split.parts.length === 0) text = bodyAsItCame(raw, problems);
    if (text.trim() === '' && others.attachedMail && others.deliveryStatus === null && depth < DEEPEST_ATTACHED) {
      text = textOfAttachedMail(others.attachedMail, limits, problems, depth + 1);
    }
    return {
      ...readEnvelope(split.headers, problems),
      text: cut(text, LONGEST_TEXT, 'The text is very long; its end was left out.', problems),
      html: texts.html,
      attachments: others.attachments,
      calendar: others.calendar,
      deliveryStatus: others.deliveryStatus,
      returned: others.returned,
      problems: [...new Set(problems)],
    };
  } catch (error) {
    // Nothing above is known to throw; a mail that finds a way is still shown.
    problems.push(`The mail could not be read (${String(error).replace(/\s+/g, ' ').slice(0, 120)}).`);
    return {
      ...readEnvelope([], []),
      text: bodyAsItCame(raw, []),
      html: null,
      attachments: [],
      calendar: [],
      deliveryStatus: null,
      returned: null,
      problems,
    };
  }
}

interface Texts {
  text: string;
  html: string | null;
}

/** The inline texts: of alternatives the plain one for `text` and the HTML one for `html`. */
function readTexts(parts: readonly MailPart[], limits: MailLimits, problems: string[]): Texts {
  const groups = new Map<number, { plain: string[]; html: string[] }>();
  let left = 4 * limits.mostTextBytes;
  for (const part of parts) {
    if (!isInlineText(part)) continue;
    const most = Math.min(limits.mostTextBytes, left);
    if (part.body.length > most)
      problems.push('A text in the mail is longer than is read of one text; its end was left out.');
    const body = part.body.subarray(0, most);
    left -= body.length;
    const decoded = decodeByContent(decodeTransfer(body, part.encoding), part.parameters.get('charset'));
    if (looksMisread(decoded)) problems.push('Some characters of the text could not be read.');
    const group = groups.get(part.alternative) ?? { plain: [], html: [] };
    groups.set(part.alternative, group);
    group[part.type === 'text/html' ? 'html' : 'plain'].push(decoded);
  }
  const plain: string[] = [];
  const html: string[] = [];
  for (const group of groups.values()) {
    plain.push(...(group.plain.length > 0 ? group.plain : group.html.map((one) => readHtml(one).text)));
    html.push(...(group.html.length > 0 ? group.html : group.plain.map(asHtml)));
  }
  const hasHtml = [...groups.values()].some((group) => group.html.length > 0);
  const whole = hasHtml
    ? cut(html.join('\n'), LONGEST_HTML, 'The HTML version is very long; its end was left out.', problems)
    : null;
  let text = tidyText(plain.join('\n'));
  if (whole !== null && (isStub(text) || isFlattened(text))) {
    const reading = tidyText(readHtml(whole).text);
    if (reading.length > (isStub(text) ? text.length : text.length / 2)) text = reading;
  }
  // Some mailers make their plain part of the HTML one and forget the references.
  if (/&(?:nbsp|amp|quot|rsquo|#39|#160|#xa0);/i.test(text)) text = decodeEntities(text);
  return { text, html: whole };
}

function isInlineText(part: MailPart): boolean {
  return part.disposition !== 'attachment' && (part.type === 'text/plain' || part.type === 'text/html');
}

function asHtml(plain: string): string {
  return `<pre>${plain.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</pre>`;
}

interface OtherParts {
  attachments: MailAttachment[];
  calendar: CalendarEvent[];
  deliveryStatus: string | null;
  returned: string | null;
  attachedMail: Uint8Array | null;
}

function readOthers(parts: readonly MailPart[], problems: string[]): OtherParts {
  const read: OtherParts = { attachments: [], calendar: [], deliveryStatus: null, returned: null, attachedMail: null };
  let calendars = 0;
  for (const part of parts) {
    if (isInlineText(part)) continue;
    const bytesOf = (most: number) => decodeTransfer(part.body.subarray(0, most), part.encoding);
    const textOf = (most: number) =>
      decodeByContent(bytesOf(most), part.parameters.get('charset')).replaceAll('\r\n', '\n');
    if (STATUS_TYPES.has(part.type)) {
      read.deliveryStatus =
        read.deliveryStatus === null
          ? textOf(LONGEST_REPORT)
          : cutQuietly(`${read.deliveryStatus}\n\n${textOf(LONGEST_REPORT)}`);
      continue;
    }
    if (RETURNED_TYPES.has(part.type)) {
      read.returned ??= textOf(LONGEST_REPORT);
      if (part.type === 'message/rfc822' || part.type === 'message/global')
        read.attachedMail ??= bytesOf(LONGEST_ATTACHED_MAIL);
    }
    const isCalendar = CALENDAR_TYPES.has(part.type) || (part.filename ?? '').toLowerCase().endsWith('.ics');
    if (isCalendar && calendars < 10) {
      calendars += 1;
      const reading = readCalendar(textOf(300_000), part.parameters.get('method'));
      problems.push(...reading.problems);
      for (const event of reading.events) {
        // The same invitation comes as an alternative and once more as an attached file.
        if (!read.calendar.some((known) => isSameEvent(known, event))) read.calendar.push(event);
      }
    }
    read.attachments.push({
      filename: part.filename === null ? null : oneLine(part.filename),
      mimeType: part.type,
      bytes: part.encoding === 'base64' ? Math.floor((part.body.length * 73) / 100) : part.body.length,
    });
  }
  return read;
}

function isSameEvent(one: CalendarEvent, other: CalendarEvent): boolean {
  return one.uid === other.uid && one.sequence === other.sequence && one.startsAt === other.startsAt;
}

type Envelope = Pick<
  ParsedMail,
  | 'messageId'
  | 'from'
  | 'sender'
  | 'replyTo'
  | 'to'
  | 'cc'
  | 'subject'
  | 'date'
  | 'inReplyTo'
  | 'references'
  | 'headers'
>;

function readEnvelope(all: readonly MailHeader[], problems: string[]): Envelope {
  const headers = all.map(({ name, value }) =>
    value.length > LONGEST_HEADER_VALUE ? { name, value: value.slice(0, LONGEST_HEADER_VALUE) } : { name, value },
  );
  const first = (name: string) => headers.find((header) => header.name === name)?.value;
  const list = (name: string) =>
    headers
      .filter((header) => header.name === name)
      .slice(0, 10)
      .flatMap(({ value }) => readAddressList(value))
      .slice(0, 200);
  const senders = headers.filter((header) => header.name === 'from');
  const from = readAddressList(senders[0]?.value);
  if (senders.length > 1) problems.push('The mail has more than one From line; the first was read.');
  if (from.length > 1) problems.push('The From line names several senders; the first was read.');
  if (from[0]?.address === '' && !/<\s{0,5}>/.test(senders[0]?.value ?? '')) {
    problems.push('The From line holds no address that can be relied on.');
  }
  const date = readMailDate(first('date'));
  if (date === null && first('date')) problems.push('The Date line could not be read.');
  return {
    messageId: normaliseMessageId(first('message-id')),
    from: from[0] ?? null,
    sender: readAddressList(first('sender'))[0] ?? null,
    replyTo: list('reply-to'),
    to: list('to'),
    cc: list('cc'),
    subject: readSubject(first('subject')),
    date,
    inReplyTo: readMessageIds(first('in-reply-to')),
    references: readMessageIds(first('references')),
    headers,
  };
}

function readSubject(value: string | undefined): string {
  if (!value) return '';
  const short = value.slice(0, 2_000);
  return oneLine(short.includes('=?') ? decodeWords(short) : short, 1_000).replace(/ {2,}/g, ' ');
}

/** A forward "as attachment" has no text of its own: what the attached mail says is shown under a forward line. */
function textOfAttachedMail(content: Uint8Array, limits: MailLimits, problems: string[], depth: number): string {
  const inner = readMail(content, { ...limits, mostParts: 50 }, depth);
  problems.push('The mail has no text of its own; the text of the attached mail is shown.');
  const from = inner.from ? `${inner.from.name} <${inner.from.address}>` : '';
  return `---------- Forwarded message ---------\nFrom: ${from}\nDate: ${inner.date ?? ''}\nSubject: ${inner.subject}\n\n${inner.text}`;
}

/** What stands below the header of a mail whose multipart boundary never occurs. */
function bodyAsItCame(raw: Uint8Array, problems: string[]): string {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, 1_000_000));
  const crlf = bytes.indexOf('\r\n\r\n');
  const plain = bytes.indexOf('\n\n');
  const at = crlf >= 0 && (plain < 0 || crlf < plain) ? crlf + 4 : plain < 0 ? bytes.length : plain + 2;
  const body = tidyText(decodeByContent(bytes.subarray(at, at + LONGEST_REPORT), undefined));
  if (!/[\p{L}\p{N}]/u.test(body)) return '';
  problems.push('The parts of the mail are not delimited as its header says; its body is shown as it came.');
  return body;
}

/** A plain part that only says "see the HTML version", or nothing at all. */
function isStub(text: string): boolean {
  if (text.length > 400) return false;
  const bare = text.trim();
  return (
    bare === '' ||
    /\bhtml\b|view (?:this|it|the (?:e-?mail|message)) in|e-?mail client|im browser|navigateur|navegador|webbläsare|https?:\/\/\S{1,300}$/i.test(
      bare,
    )
  );
}

/** A plain part whose paragraphs were run together: its HTML has them still. */
function isFlattened(text: string): boolean {
  const bare = text.trim();
  return bare.length > 300 && !bare.includes('\n');
}

/** Unix line ends; no NULs, no zero-width characters, no byte order marks. */
function tidyText(text: string): string {
  const unix = text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
  return unix.replaceAll('\0', '').replace(/[\u200b\u200e\u200f\u2060\ufeff\u00ad]|\u034f/g, '');
}

/** One line without control characters, direction marks and slashes of a path. */
function oneLine(value: string, most = 255): string {
  const plain = /[^ -~]/.test(value) ? value.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ') : value;
  return plain.trim().slice(0, most);
}

function cut(text: string, most: number, problem: string, problems: string[]): string {
  if (text.length <= most) return text;
  problems.push(problem);
  return text.slice(0, most);
}

function cutQuietly(text: string): string {
  return text.slice(0, 2 * LONGEST_REPORT);
}
