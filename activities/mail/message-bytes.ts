/**
 * The bytes of a mail. The same input gives the same bytes, on every attempt and after every restart, and no input can
 * add a header or a recipient: addresses are checked here and never parsed out of text.
 */
import { domainToASCII } from 'node:url';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Envelope } from '../../data/messages';
import { normaliseMessageId } from '../../mail/message-id';

export interface Mailbox {
  name: string;
  address: string;
}

export interface MailBytes {
  raw: Uint8Array;
  envelope: Envelope;
}

/** An address that cannot be written to safely. The message must not leave (A2). */
export class UnusableAddress extends Error {
  override readonly name = 'UnusableAddress';
  constructor(readonly address: string) {
    super(`${JSON.stringify(address)} is no address that can be written to`);
  }
}

export interface PersonalMail {
  /** Without angle brackets. */
  messageId: string;
  from: Mailbox;
  /** The secret reply address, where mail comes in through a domain of ours. */
  replyTo: string | null;
  to: string[];
  cc: string[];
  subject: string;
  text: string;
  /** On the interview's clock. */
  date: string;
  inReplyTo: string | null;
  references: string[];
}

/** A letter in the candidate's name: plain text, no tracking, no list headers, not marked automatic (H16). */
export async function personalMail(mail: PersonalMail): Promise<MailBytes> {
  const to = mail.to.map(usableAddress);
  const cc = mail.cc.map(usableAddress).filter((address) => !to.includes(address));
  return compose(mail, to, cc, []);
}

/**
 * The same letter in first-sends mode: to the candidate alone, with the intended recipients in the subject and in a
 * header, so that a rule of the mailbox can sort them.
 */
export async function rehearsalMail(mail: PersonalMail): Promise<MailBytes> {
  const intended = [...mail.to, ...mail.cc].map(usableAddress).join(', ');
  return compose(
    { ...mail, subject: `[to ${intended}] ${mail.subject}` },
    [usableAddress(mail.from.address)],
    [],
    [['X-Afterview-Intended-To', intended]],
  );
}

export interface NoticeMail {
  messageId: string;
  from: Mailbox;
  to: Mailbox;
  subject: string;
  text: string;
  date: string;
  /** A POST to it ends the notices (RFC 8058); https where strangers' mail programs are to use it. */
  unsubscribeUrl: string | null;
}

/** A machine's notice to the candidate: marked as such (RFC 3834), unsubscribed from in one click (H16). */
export async function noticeMail(mail: NoticeMail): Promise<MailBytes> {
  const to = usableAddress(mail.to.address);
  const headers: [string, string][] = [['Auto-Submitted', 'auto-generated']];
  if (mail.unsubscribeUrl) {
    headers.push(['List-Unsubscribe', `<${new URL(mail.unsubscribeUrl).href}>`]);
    headers.push(['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click']);
  }
  return compose({ ...mail, replyTo: null, inReplyTo: null, references: [] }, [to], [], headers);
}

async function compose(
  mail: Omit<PersonalMail, 'to' | 'cc'>,
  to: string[],
  cc: string[],
  headers: [key: string, value: string][],
): Promise<MailBytes> {
  if (to.length === 0) throw new UnusableAddress('');
  const from = usableAddress(mail.from.address);
  const messageId = normaliseMessageId(mail.messageId);
  if (!messageId) throw new Error(`${JSON.stringify(mail.messageId)} is no Message-ID`);
  const bare = (address: string) => ({ name: '', address });
  const named = { name: oneLine(mail.from.name), address: from };
  const ids = (values: (string | null)[]) =>
    values.map(normaliseMessageId).filter((id) => id !== null && /^[!-~]+$/.test(id));
  const [inReplyTo] = ids([mail.inReplyTo]);
  const references = ids(mail.references).map((id) => `<${id}>`);
  const composer = new MailComposer({
    messageId: `<${messageId}>`,
    from: named,
    ...(mail.replyTo ? { replyTo: { name: named.name, address: usableAddress(mail.replyTo) } } : {}),
    to: to.map(bare),
    ...(cc.length > 0 ? { cc: cc.map(bare) } : {}),
    ...(inReplyTo ? { inReplyTo: `<${inReplyTo}>` } : {}),
    ...(references.length > 0 ? { references } : {}),
    subject: oneLine(mail.subject),
    text: manyLines(mail.text),
    textEncoding: 'quoted-printable',
    date: new Date(mail.date),
    headers: headers.map(([key, value]) => ({ key, value: oneLine(value) })),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const raw = await composer.compile().build();
  return { raw, envelope: { from, to: [...new Set([...to, ...cc])] } };
}

/**
 * The address as it is used on the wire: the domain in ASCII, the local part as written. Quoted local parts, comments,
 * domain literals and route syntax are refused: mail programs disagree on what they mean, and strangers type them.
 */
export function usableAddress(address: string): string {
  const trimmed = address.replace(/^ +| +$/g, '').normalize('NFC');
  const at = trimmed.lastIndexOf('@');
  const local = trimmed.slice(0, at);
  const written = trimmed.slice(at + 1);
  // domainToASCII drops line breaks and decodes %: nothing of that kind may reach it.
  const domain = /^[\p{L}\p{N}\p{M}.-]+$/u.test(written) ? domainToASCII(written).toLowerCase() : '';
  const usable =
    at > 0 &&
    /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u.test(local) &&
    Buffer.byteLength(local) <= 64 &&
    /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(domain) &&
    !/^[0-9.]+$/.test(domain);
  if (!usable) throw new UnusableAddress(address);
  return `${local}@${domain}`;
}

/** For names and subjects: no line break of any kind, nothing invisible that could fake one. */
function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** For the letter: every kind of line break is one, and other control characters are gone. */
function manyLines(text: string): string {
  const lines = text.replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
  return lines.endsWith('\n') ? lines : `${lines}\n`;
}

/** The secret reply address of an interview, or null where mail does not come in through a domain of ours. */
export function replyAddress(token: string, inboundDomain: string | null | undefined): string | null {
  return inboundDomain ? `reply+${token}@${inboundDomain}` : null;
}
