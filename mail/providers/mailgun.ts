/**
 * Mailgun routes: a form with the whole MIME mail (`body-mime`) or its parts, signed by HMAC of timestamp and token. The
 * signature does not cover the body, so a token must count only once: with a recorded one anything could be sent in.
 */
import { isPlainAddress } from '../addresses';
import { messageKey } from '../message-key';
import { type Form, readForm } from './form';
import { type MailProvider, makeProvider, type ProviderRequest, type Refusal, type TokenStore } from './provider';
import { rebuildMail } from './rebuild';
import { hmacMatches, isTimely, onlyOnce } from './verify';

export interface MailgunSecrets {
  /** HTTP webhook signing keys; two while one is rotated. */
  signingKeys: readonly string[];
  tokens: TokenStore;
  /** Milliseconds since 1970 by the machine's clock. */
  now: () => number;
  onRefused?: (reason: Refusal) => void;
}

export function mailgunProvider({ signingKeys, tokens, now, onRefused }: MailgunSecrets): MailProvider {
  return makeProvider(
    async (request) => {
      if (signingKeys.every((key) => key === '')) return { ok: false, reason: 'no secret is configured' };
      const { timestamp, token, signature } = signatureOf(request);
      if (timestamp === '' || token === '' || signature === '') return { ok: false, reason: 'no signature' };
      if (token.length > 200) return { ok: false, reason: 'wrong signature' };
      if (!hmacMatches(signingKeys, timestamp + token, signature)) return { ok: false, reason: 'wrong signature' };
      if (!isTimely(timestamp, now())) return { ok: false, reason: 'stale' };
      return onlyOnce(tokens, `mailgun:${token}`, request.body);
    },
    (request) => {
      const form = readForm(request.headers['content-type'], request.body);
      const raw = form.bytes('body-mime') ?? rebuilt(form);
      if (raw === null || raw.length === 0) return [];
      const recipients = form
        .text('recipient')
        .split(',')
        .map((one) => one.trim());
      const plain = recipients.filter(isPlainAddress);
      return (plain.length > 0 ? plain : [null]).map((envelopeRecipient) => ({
        raw,
        envelopeRecipient,
        key: messageKey(raw),
      }));
    },
    { onRefused, tokens },
  );
}

function signatureOf(request: ProviderRequest): { timestamp: string; token: string; signature: string } {
  const type = request.headers['content-type'] ?? '';
  if (/^application\/json/i.test(type)) {
    // Event webhooks carry the same three values.
    const parsed = JSON.parse(request.body.toString('utf8')) as { signature?: Record<string, unknown> };
    const field = (name: string) => (typeof parsed.signature?.[name] === 'string' ? parsed.signature[name] : '');
    return { timestamp: field('timestamp'), token: field('token'), signature: field('signature') };
  }
  const form = readForm(type, request.body);
  return { timestamp: form.text('timestamp'), token: form.text('token'), signature: form.text('signature') };
}

function rebuilt(form: Form): Buffer | null {
  const headers = readHeaders(form.text('message-headers'));
  if (headers.length === 0) return null;
  return rebuildMail({
    headers,
    text: form.text('body-plain'),
    html: form.text('body-html'),
    attachments: form.files().map((file) => ({
      filename: file.filename ?? '',
      contentType: file.contentType,
      content: file.value,
    })),
  });
}

function readHeaders(json: string): { name: string; value: string }[] {
  if (json === '') return [];
  const list = JSON.parse(json) as unknown;
  if (!Array.isArray(list)) return [];
  return list.flatMap((pair: unknown) =>
    Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string'
      ? [{ name: pair[0], value: pair[1] }]
      : [],
  );
}
