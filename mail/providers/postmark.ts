/** Postmark inbound: JSON with the whole mail (`RawEmail`) or its parts; Basic credentials in the URL, no signature. */
import { isPlainAddress } from '../addresses';
import { messageKey } from '../message-key';
import { type MailProvider, makeProvider, type Refusal } from './provider';
import { rebuildMail } from './rebuild';
import { basicMatches } from './verify';

export interface PostmarkSecrets {
  /** `user:password` pairs; two while one is rotated. */
  credentials: readonly string[];
  onRefused?: (reason: Refusal) => void;
}

export function postmarkProvider({ credentials, onRefused }: PostmarkSecrets): MailProvider {
  return makeProvider(
    ({ headers }) => {
      if (credentials.every((one) => one === '')) return { ok: false, reason: 'no secret is configured' };
      return basicMatches(headers, credentials) ? { ok: true } : { ok: false, reason: 'wrong credentials' };
    },
    ({ body }) => {
      const call = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
      if (typeof call !== 'object' || call === null) return [];
      const given = text(call.RawEmail);
      const raw = given !== '' ? Buffer.from(given) : rebuilt(call);
      if (raw === null) return [];
      const recipient = text(call.OriginalRecipient);
      return [{ raw, envelopeRecipient: isPlainAddress(recipient) ? recipient : null, key: messageKey(raw) }];
    },
    { onRefused },
  );
}

/** `MessageID` is Postmark's own number; the mail's Message-ID stands among the headers. */
function rebuilt(call: Record<string, unknown>): Buffer | null {
  const headers = list(call.Headers).map((header) => ({ name: text(header.Name), value: text(header.Value) }));
  if (headers.length === 0 && text(call.From) === '') return null;
  const has = (name: string) => headers.some((header) => header.name.toLowerCase() === name);
  for (const [name, value] of [
    ['From', sender(call)],
    ['To', text(call.To)],
    ['Cc', text(call.Cc)],
    ['Reply-To', text(call.ReplyTo)],
    ['Subject', encodedSubject(text(call.Subject))],
    ['Date', text(call.Date)],
  ] as const) {
    if (value !== '' && !has(name.toLowerCase())) headers.push({ name, value });
  }
  return rebuildMail({
    headers,
    text: text(call.TextBody),
    html: text(call.HtmlBody),
    attachments: list(call.Attachments).map((attachment) => ({
      filename: text(attachment.Name),
      contentType: text(attachment.ContentType),
      content: Buffer.from(text(attachment.Content), 'base64'),
    })),
  });
}

function sender(call: Record<string, unknown>): string {
  const address = text(call.From);
  const name = text(call.FromName)
    .replace(/["\\\r\n]/g, ' ')
    .trim();
  return name === '' || address.includes('<') ? address : `"${name}" <${address}>`;
}

function encodedSubject(subject: string): string {
  return /^[\t -~]*$/.test(subject) ? subject : `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value)
    ? value.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null).slice(0, 500)
    : [];
}
