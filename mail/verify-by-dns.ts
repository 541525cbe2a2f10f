/** Our own check of DKIM, SPF and DMARC, for an installation that receives mail itself and has DNS at hand. */
import { type AuthenticityVerdict, type CheckResult, NOTHING_CHECKED } from './authenticity';

/** As `dns.promises.resolve`; injected, so that tests need no network and the operator can limit it. */
export type DnsResolver = (name: string, type: string) => Promise<unknown>;

export interface Arrival {
  resolver: DnsResolver;
  /** Where the mail came from, if we spoke SMTP with it; SPF cannot be checked without. */
  ip?: string;
  helo?: string;
  envelopeSender?: string;
  /** Our own host name. */
  mta?: string;
  /** Milliseconds after which the check counts as not made. */
  timeLimit?: number;
}

const MOST_MILLISECONDS = 10_000;

/** Never throws: a check that cannot be made is `none`. The library is loaded at the first use only. */
export async function verifyByDns(raw: Uint8Array, arrival: Arrival): Promise<AuthenticityVerdict> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<AuthenticityVerdict>((resolve) => {
    timer = setTimeout(() => resolve(NOTHING_CHECKED), arrival.timeLimit ?? MOST_MILLISECONDS);
  });
  try {
    return await Promise.race([check(raw, arrival), late]);
  } catch {
    return NOTHING_CHECKED;
  } finally {
    clearTimeout(timer);
  }
}

/** The few fields that are read of mailauth's answer; it brings no types of its own. */
interface Answer {
  dkim?: { results?: { status?: Status }[] };
  spf?: { status?: Status } | false;
  dmarc?: { status?: Status } | false;
}
interface Status {
  result?: string;
  aligned?: string | false;
  underSized?: number | false;
  comment?: string;
}
interface Mailauth {
  authenticate(input: Buffer, options: Record<string, unknown>): Promise<Answer>;
}

async function check(raw: Uint8Array, arrival: Arrival): Promise<AuthenticityVerdict> {
  // @ts-expect-error the package has no declarations
  const loaded = (await import('mailauth')) as unknown as Mailauth & { default?: Mailauth };
  const { authenticate } = loaded.default ?? loaded;
  const answer = await authenticate(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), {
    resolver: arrival.resolver,
    ...(arrival.ip === undefined ? {} : { ip: arrival.ip, helo: arrival.helo, sender: arrival.envelopeSender }),
    mta: arrival.mta ?? 'afterview.invalid',
    trustReceived: false,
    disableArc: true,
    disableBimi: true,
  });
  // An unsigned mail has one result that says so.
  const signatures = (answer.dkim?.results ?? []).filter(({ status }) => status?.result !== 'none');
  // A signature over the beginning only (`l=`) says nothing about what was added below.
  const whole = signatures.filter(({ status }) => !status?.underSized);
  const dmarc = resultOf(answer.dmarc ? answer.dmarc.status : undefined);
  const alignedSignature = whole.some(({ status }) => status?.result === 'pass' && Boolean(status.aligned));
  const spf = arrival.ip === undefined ? 'none' : resultOf(answer.spf ? answer.spf.status : undefined);
  const partOnly = whole.length < signatures.length && !alignedSignature && spf !== 'pass';
  return {
    dkim: combined(whole.map(({ status }) => resultOf(status))),
    spf,
    // A domain with no policy of its own is judged by its signature.
    aligned: partOnly
      ? 'none'
      : dmarc === 'pass' || alignedSignature
        ? 'pass'
        : failing(dmarc, arrival.ip !== undefined, whole.length > 0),
    source: 'own check',
  };
}

/** Without the connection SPF is not known, so DMARC's "fail" proves nothing unless a signature was there and failed. */
function failing(dmarc: CheckResult, withSpf: boolean, signed: boolean): CheckResult {
  return dmarc === 'fail' && (withSpf || signed) ? 'fail' : 'none';
}

function combined(results: readonly CheckResult[]): CheckResult {
  if (results.includes('pass')) return 'pass';
  return results.includes('fail') ? 'fail' : 'none';
}

function resultOf(status: Status | undefined): CheckResult {
  if (status?.result === 'pass') return 'pass';
  // The library calls an altered body neutral.
  if (status?.comment === 'body hash did not verify') return 'fail';
  return status?.result === 'fail' || status?.result === 'softfail' || status?.result === 'policy' ? 'fail' : 'none';
}
