/**
 * SendGrid Inbound Parse: multipart/form-data with the whole mail (`email`, "raw" option) or its parts. Signed by ECDSA
 * over timestamp and body where the account has signing on; else Basic credentials in the URL are all there is.
 */
import { isPlainAddress } from '../addresses';
import { messageKey } from '../message-key';
import { type Form, readForm } from './form';
import { type MailProvider, makeProvider, type Refusal, type TokenStore } from './provider';
import { rebuildMail } from './rebuild';
import { basicMatches, ecdsaMatches, isTimely, onlyOnce } from './verify';

export interface SendgridSecrets {
  /** Verification keys (base64 of the DER form). Where any is set, unsigned calls are refused. */
  publicKeys: readonly string[];
  /** `user:password` pairs, for accounts without signing. */
  credentials: readonly string[];
  tokens: TokenStore;
  now: () => number;
  onRefused?: (reason: Refusal) => void;
}

const SIGNATURE = 'x-twilio-email-event-webhook-signature';
const TIMESTAMP = 'x-twilio-email-event-webhook-timestamp';

export function sendgridProvider({ publicKeys, credentials, tokens, now, onRefused }: SendgridSecrets): MailProvider {
  return makeProvider(
    async ({ headers, body }) => {
      if (publicKeys.every((key) => key === '')) {
        if (credentials.every((one) => one === '')) return { ok: false, reason: 'no secret is configured' };
        return basicMatches(headers, credentials) ? { ok: true } : { ok: false, reason: 'wrong credentials' };
      }
      const signature = String(headers[SIGNATURE] ?? '');
      const timestamp = String(headers[TIMESTAMP] ?? '');
      if (signature === '' || timestamp === '') return { ok: false, reason: 'no signature' };
      if (!ecdsaMatches(publicKeys, Buffer.concat([Buffer.from(timestamp), body]), signature)) {
        return { ok: false, reason: 'wrong signature' };
      }
      if (!isTimely(timestamp, now())) return { ok: false, reason: 'stale' };
      return onlyOnce(tokens, `sendgrid:${timestamp}:${signature}`, body);
    },
    ({ headers, body }) => {
      const form = readForm(headers['content-type'], body);
      const raw = form.bytes('email') ?? rebuilt(form);
      if (raw === null || raw.length === 0) return [];
      const recipients = envelopeRecipients(form.text('envelope'));
      return (recipients.length > 0 ? recipients : [null]).map((envelopeRecipient) => ({
        raw,
        envelopeRecipient,
        key: messageKey(raw),
      }));
    },
    { onRefused, tokens },
  );
}

function envelopeRecipients(json: string): string[] {
  try {
    const envelope = JSON.parse(json) as { to?: unknown };
    const to = Array.isArray(envelope.to) ? envelope.to : [envelope.to];
    return to.filter((one): one is string => typeof one === 'string' && isPlainAddress(one)).slice(0, 50);
  } catch {
    return [];
  }
}

function rebuilt(form: Form): Buffer | null {
  const headers = form.text('headers');
  if (headers === '') return null;
  const charsets = readCharsets(form.text('charsets'));
  return rebuildMail({
    headers: readHeaderLines(headers),
    text: form.text('text', charsets.text),
    html: form.text('html', charsets.html),
    attachments: form.files().map((file) => ({
      filename: file.filename ?? '',
      contentType: file.contentType,
      content: file.value,
    })),
  });
}

/** Each field has a character set of its own. */
function readCharsets(json: string): Record<string, string> {
  try {
    const parsed = JSON.parse(json) as unknown;
    if (typeof parsed !== 'object' || parsed === null) return {};
    return Object.fromEntries(
      Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}

function readHeaderLines(text: string): { name: string; value: string }[] {
  const headers: { name: string; value: string }[] = [];
  for (const line of text.split(/\r?\n/, 2_000)) {
    const last = headers[headers.length - 1];
    if (/^[ \t]/.test(line) && last) last.value += ` ${line.trim()}`;
    else {
      const colon = line.indexOf(':');
      if (colon > 0) headers.push({ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() });
    }
  }
  return headers;
}
