/** The fields of `message/delivery-status` (RFC 3464, RFC 6533). */
import { isPlainAddress } from './addresses';

export interface StatusReading {
  recipients: string[];
  status: string | null;
  permanent: boolean;
  diagnostic: string | null;
}

interface Group {
  recipient: string | null;
  action: string;
  status: string | null;
  diagnostic: string | null;
}

/** `delivered` where all recipients got it; null where the part says nothing usable. */
export function readDeliveryStatus(text: string): StatusReading | 'delivered' | null {
  const groups = readGroups(text);
  if (groups.length === 0) return null;
  const failed = groups.filter(
    (group) => group.action === 'failed' || (group.action === '' && group.status?.startsWith('5')),
  );
  const delayed = groups.filter(
    (group) => group.action === 'delayed' || (group.action === '' && group.status?.startsWith('4')),
  );
  const concerned = failed.length > 0 ? failed : delayed;
  if (concerned.length === 0) {
    return groups.some((group) => /^(?:delivered|relayed|expanded)$/.test(group.action)) ? 'delivered' : null;
  }
  const status = concerned.map(statusOf).find((one) => one !== null) ?? null;
  return {
    recipients: [...new Set(concerned.map((group) => group.recipient).filter((one): one is string => one !== null))],
    status,
    permanent: failed.length > 0 && (status === null ? concerned.some(saysPermanently) : status.startsWith('5.')),
    diagnostic: concerned.map((group) => group.diagnostic).find((one) => one !== null) ?? null,
  };
}

function readGroups(text: string): Group[] {
  const groups: Group[] = [];
  for (const block of text
    .replaceAll('\r\n', '\n')
    .slice(0, 65_536)
    .split(/\n[ \t]*\n/, 500)) {
    const fields = readFields(block);
    const recipient = addressIn(fields.get('original-recipient')) ?? null;
    const final = addressIn(fields.get('final-recipient')) ?? addressIn(fields.get('x-actual-recipient'));
    const action =
      (fields.get('action') ?? '')
        .trim()
        .toLowerCase()
        .split(/[\s(;]/)[0] ?? '';
    const status = enhancedCode(fields.get('status'));
    if (recipient === null && final === null && action === '' && status === null) continue;
    groups.push({ recipient: final ?? recipient, action, status, diagnostic: tidy(fields.get('diagnostic-code')) });
  }
  return groups;
}

function readFields(block: string): Map<string, string> {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of block.split('\n', 200)) {
    if (/^[ \t]/.test(line) && last !== '') {
      fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`.slice(0, 4_000));
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    last = line.slice(0, colon).trim().toLowerCase();
    if (!fields.has(last))
      fields.set(
        last,
        line
          .slice(colon + 1)
          .trim()
          .slice(0, 4_000),
      );
  }
  return fields;
}

/** `rfc822; <a@b.example>` → `a@b.example`. */
function addressIn(value: string | undefined): string | null {
  if (!value) return null;
  const bare = value
    .slice(value.indexOf(';') + 1)
    .replace(/[<>"']/g, '')
    .trim();
  const first = bare.split(/\s/)[0] ?? '';
  return isPlainAddress(first) ? first : null;
}

function enhancedCode(value: string | undefined): string | null {
  return /(?:^|[^\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(value ?? '')?.[1] ?? null;
}

function statusOf(group: Group): string | null {
  return group.status ?? enhancedCode(group.diagnostic ?? undefined);
}

function saysPermanently(group: Group): boolean {
  return /(?:^|\s)5\d\d[\s-]/.test(group.diagnostic ?? '');
}

function tidy(value: string | undefined): string | null {
  const text = (value ?? '').replace(/\s+/g, ' ').trim();
  return text === '' ? null : text.slice(0, 1_000);
}
