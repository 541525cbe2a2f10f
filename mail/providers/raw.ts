/** `raw`: the body is the mail itself (message/rfc822), `?recipient=` its envelope recipient. */
import { isPlainAddress } from '../addresses';
import { messageKey } from '../message-key';
import { type MailProvider, makeProvider, type Refusal } from './provider';
import { sameSecret } from './verify';

export interface RawSecrets {
  /** Bearer secrets, any of which is good; none: nobody is. Whether a loopback caller needs one is the caller's choice. */
  secrets: readonly string[];
  onRefused?: (reason: Refusal) => void;
}

/** Accepts whoever knows a bearer secret. */
export function rawProvider({ secrets, onRefused }: RawSecrets): MailProvider {
  return makeProvider(
    ({ headers }) => {
      if (secrets.every((secret) => secret === '')) return { ok: false, reason: 'no secret is configured' };
      const given = /^Bearer +(\S{1,1000})$/i.exec(headers.authorization ?? '')?.[1] ?? '';
      const matches = secrets.filter((secret) => sameSecret(given, secret)).length > 0;
      return matches ? { ok: true } : { ok: false, reason: 'wrong credentials' };
    },
    ({ body, query }) => {
      if (body.length === 0) return [];
      const recipient = query.recipient ?? '';
      return [{ raw: body, envelopeRecipient: isPlainAddress(recipient) ? recipient : null, key: messageKey(body) }];
    },
    { onRefused },
  );
}
