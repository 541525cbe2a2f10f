/** Signs in the header that no person wrote this mail by hand (RFC 3834, RFC 2369, and what programs do instead). */
import type { ParsedMail } from './types';

export interface AutomaticSign {
  /**
   * `reply`: a program answered (out of office, receipt); `generated`: a system wrote (an applicant tracking system, a
   * calendar); `report`: a delivery report or receipt; `list`: sent to a list or in bulk.
   */
  kind: 'reply' | 'generated' | 'report' | 'list';
  /** The header line that says so, for the person who reviews. */
  evidence: string;
}

/** Headers that exist only on automatic replies; their value does not matter unless it says "no". */
const REPLY_HEADERS = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-auto-reply',
  'x-autoreply-from',
  'x-mail-autoreply',
  'x-vacation',
  'x-away',
];

/**
 * The first sign found, the most telling first; null where the header says nothing. `X-Auto-Response-Suppress` is a
 * request to us, and stands on mails that people wrote: it is no sign.
 */
export function automaticSign(mail: ParsedMail): AutomaticSign | null {
  const value = (name: string) =>
    mail.headers
      .find((header) => header.name === name)
      ?.value.trim()
      .toLowerCase();
  const contentType = value('content-type') ?? '';
  if (contentType.startsWith('multipart/report')) return sign('report', 'Content-Type: multipart/report');

  const submitted = value('auto-submitted')?.split(/[\s;(]/)[0];
  if (submitted === 'auto-replied') return sign('reply', 'Auto-Submitted: auto-replied');
  for (const name of REPLY_HEADERS) {
    const found = value(name);
    if (found !== undefined && found !== 'no' && found !== 'false') return sign('reply', `${name}: ${found}`);
  }
  const precedence = value('precedence');
  if (precedence === 'auto_reply' || precedence === 'auto-reply') return sign('reply', `Precedence: ${precedence}`);
  if (value('x-precedence') === 'auto_reply') return sign('reply', 'X-Precedence: auto_reply');
  if (value('x-ms-exchange-generated-message-source') !== undefined && submitted === 'auto-generated') {
    return sign('reply', 'X-MS-Exchange-Generated-Message-Source');
  }
  if (submitted !== undefined && submitted !== 'no' && submitted !== '')
    return sign('generated', `Auto-Submitted: ${submitted}`);
  if (/^<\s*>$/.test(value('return-path') ?? '') || /<\s*>/.test(value('from') ?? ''))
    return sign('report', 'Return-Path: <>');
  if (value('list-id') !== undefined) return sign('list', 'List-Id');
  if (precedence === 'bulk' || precedence === 'junk' || precedence === 'list')
    return sign('list', `Precedence: ${precedence}`);
  if (value('list-unsubscribe') !== undefined) return sign('list', 'List-Unsubscribe');
  return null;
}

/** True where the header says that a program wrote this mail, a list's or a bulk mailer's included. */
export function isAutomatic(mail: ParsedMail): boolean {
  return automaticSign(mail) !== null;
}

function sign(kind: AutomaticSign['kind'], evidence: string): AutomaticSign {
  return { kind, evidence: evidence.slice(0, 200) };
}
