/**
 * Whether the sender is who the mail says. `Authentication-Results` (RFC 8601) are believed only from the mail server
 * that the operator names (`AFTERVIEW_TRUSTED_AUTHSERV`); everybody else's are ignored, since anybody can write them.
 */
import { domainOf, normaliseAddress } from './addresses';
import type { ParsedMail } from './types';

export type CheckResult = 'pass' | 'fail' | 'none';

export interface AuthenticityVerdict {
  dkim: CheckResult;
  spf: CheckResult;
  /** DMARC as the server judged it; where it judged none, whether a passed check is for the sender's own domain. */
  aligned: CheckResult;
  /** Whose word this is: the authserv-id, `own check`, or null where nobody's counts. */
  source: string | null;
}

export interface AuthenticityConfig {
  /** authserv-ids whose results count, lower case. */
  trustedServers: readonly string[];
}

/**
 * `proven`: a check passed for the domain of the From address. `forged`: checks were made and failed. `unproven`: nobody
 * whose word counts has checked.
 */
export type SenderTrust = 'proven' | 'unproven' | 'forged';

export const NOTHING_CHECKED: AuthenticityVerdict = { dkim: 'none', spf: 'none', aligned: 'none', source: null };

/** Reads `AFTERVIEW_TRUSTED_AUTHSERV`: names separated by commas or spaces. */
export function readTrustedServers(setting: string | undefined): AuthenticityConfig {
  const names = (setting ?? '').toLowerCase().split(/[\s,]+/);
  return { trustedServers: names.filter((name) => /^[a-z0-9._-]{1,253}$/.test(name)) };
}

/**
 * How far the sender is to be believed. With several From addresses, or one that is no plain address, nobody is proven.
 */
export function trustworthy(
  mail: ParsedMail,
  config: AuthenticityConfig,
): { sender: SenderTrust; verdict: AuthenticityVerdict } {
  const verdict = readAuthenticationResults(mail, config);
  return { sender: senderTrust(mail, verdict), verdict };
}

/** The same judgement over a verdict from elsewhere (`verifyByDns`). */
export function senderTrust(mail: ParsedMail, verdict: AuthenticityVerdict): SenderTrust {
  const fromLines = mail.headers.filter(({ name }) => name === 'from');
  const oneSender = fromLines.length === 1 && normaliseAddress(mail.from?.address ?? '') !== '';
  if (verdict.aligned === 'pass') return oneSender ? 'proven' : 'unproven';
  if (verdict.aligned === 'fail' || (verdict.dkim === 'fail' && verdict.spf !== 'pass')) return 'forged';
  return 'unproven';
}

/**
 * The topmost results of a trusted server. Further down the same name can only have been written by somebody before
 * that server, who is not it.
 */
export function readAuthenticationResults(mail: ParsedMail, config: AuthenticityConfig): AuthenticityVerdict {
  for (const header of mail.headers) {
    if (header.name !== 'authentication-results') continue;
    const read = readResults(header.value);
    if (read && config.trustedServers.includes(read.server)) return judge(read, domainOf(mail.from?.address ?? ''));
  }
  return NOTHING_CHECKED;
}

/** The headers without results that do not count, for display and for storing. */
export function withoutForeignResults(mail: ParsedMail, config: AuthenticityConfig): ParsedMail['headers'] {
  let kept = false;
  return mail.headers.filter((header) => {
    if (header.name !== 'authentication-results') return true;
    const read = readResults(header.value);
    const counts = !kept && read !== null && config.trustedServers.includes(read.server);
    kept ||= counts;
    return counts;
  });
}

interface Results {
  server: string;
  checks: { method: string; result: string; properties: Map<string, string> }[];
}

function readResults(value: string): Results | null {
  const parts = withoutComments(value.slice(0, 10_000)).split(';');
  const server = /^\s*"?([A-Za-z0-9._-]{1,253})"?(?:\s+\d{1,3})?\s*$/.exec(parts[0] ?? '')?.[1]?.toLowerCase();
  if (!server) return null;
  const checks: Results['checks'] = [];
  for (const part of parts.slice(1, 40)) {
    const words = part.trim().split(/\s+/);
    const head = /^([a-z0-9-]{1,40})(?:\/\d{1,3})?=([a-z]{1,20})$/i.exec(words[0] ?? '');
    if (!head) continue;
    const properties = new Map<string, string>();
    for (const word of words.slice(1, 40)) {
      const at = word.indexOf('=');
      if (at > 0)
        properties.set(
          word.slice(0, at).toLowerCase(),
          word
            .slice(at + 1)
            .replace(/^"|"$/g, '')
            .toLowerCase(),
        );
    }
    checks.push({ method: (head[1] ?? '').toLowerCase(), result: (head[2] ?? '').toLowerCase(), properties });
  }
  return { server, checks };
}

/** Comments (RFC 5322) may hold anything, also what looks like a result. */
function withoutComments(value: string): string {
  let depth = 0;
  let quoted = false;
  let kept = '';
  for (let at = 0; at < value.length; at++) {
    const character = value[at] ?? '';
    if (character === '\\') at += 1;
    else if (character === '"' && depth === 0) {
      quoted = !quoted;
      kept += character;
    } else if (character === '(' && !quoted) depth += 1;
    else if (character === ')' && !quoted && depth > 0) depth -= 1;
    else if (depth === 0) kept += quoted && character === ';' ? ' ' : character;
  }
  return kept;
}

function judge(results: Results, fromDomain: string): AuthenticityVerdict {
  const of = (method: string) => results.checks.filter((check) => check.method === method);
  const dkim = of('dkim');
  const spf = of('spf');
  const dmarc = of('dmarc')[0]?.result;
  const alignedDkim = dkim.some(
    ({ result, properties }) =>
      result === 'pass' &&
      isAligned(properties.get('header.d') ?? domainOf(properties.get('header.i') ?? ''), fromDomain),
  );
  const alignedSpf = spf.some(({ result, properties }) => {
    const mailFrom = properties.get('smtp.mailfrom') ?? '';
    return result === 'pass' && isAligned(mailFrom.includes('@') ? domainOf(mailFrom) : mailFrom, fromDomain);
  });
  return {
    dkim: summary(dkim.map(({ result }) => result)),
    spf: summary(spf.map(({ result }) => result)),
    aligned: alignment(dmarc, alignedDkim || alignedSpf),
    source: results.server,
  };
}

function alignment(dmarc: string | undefined, checked: boolean): CheckResult {
  if (dmarc === 'pass') return 'pass';
  if (dmarc === 'fail') return 'fail';
  return checked ? 'pass' : 'none';
}

function summary(results: readonly string[]): CheckResult {
  if (results.includes('pass')) return 'pass';
  return results.some(
    (result) => result === 'fail' || result === 'softfail' || result === 'hardfail' || result === 'policy',
  )
    ? 'fail'
    : 'none';
}

/** Relaxed alignment without a list of public suffixes: the same domain, or one below the other with two labels at least. */
export function isAligned(signing: string, from: string): boolean {
  const one = signing.replace(/^@/, '').toLowerCase();
  const other = from.toLowerCase();
  if (one === '' || other === '') return false;
  if (one === other) return true;
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return longer.endsWith(`.${shorter}`) && shorter.split('.').length >= 2 && !SHARED_SUFFIXES.has(shorter);
}

/** Second-level registries: being below one of them is nothing in common. */
const SHARED_SUFFIXES = new Set(
  'co.uk org.uk ac.uk gov.uk ltd.uk plc.uk me.uk com.au net.au org.au edu.au co.nz co.za co.jp ne.jp or.jp ac.jp co.in co.kr com.br com.mx com.ar com.tr com.cn com.hk com.sg com.tw co.il co.at or.at com.pl com.es gob.es asso.fr gouv.fr github.io herokuapp.com web.app'.split(
    ' ',
  ),
);
