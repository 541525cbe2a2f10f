/** `SMTP_URL` read and checked once, at start-up. */
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** `SMTP_URL` is no address of a mail server. */
export class InvalidSmtpUrl extends Error {
  override readonly name = 'InvalidSmtpUrl';
}

/** The time machine is on and the mail server is a real one (DESIGN, decision 8). Afterview must not start. */
export class TimeMachineMailsNobody extends Error {
  override readonly name = 'TimeMachineMailsNobody';
  constructor(host: string) {
    super(
      `AFTERVIEW_TIME_MACHINE is on, and SMTP_URL names ${host}, which is not this machine: mails of a made-up time ` +
        'would reach real people. Unset one of the two, or use an SMTP server on localhost.',
    );
  }
}

export interface SmtpSettings {
  host: string;
  port: number;
  /** TLS from the first byte (port 465). */
  secure: boolean;
  /** Refuse to go on where STARTTLS is not to be had. */
  requireTls: boolean;
  verifyCertificate: boolean;
  user: string | null;
  password: string | null;
  /** Connections kept and used at the same time. */
  connections: number;
  /** False: a new connection for each mail. */
  pool: boolean;
  /** What we call ourselves in EHLO. */
  name: string | null;
}

/**
 * Reads `smtp://user:password@host:port` or `smtps://…`, with `?pool=false`, `connections=5`, `requireTLS=true|false`,
 * `verify=false` (certificates) and `name=` (EHLO). A password is never sent in clear text to another machine unless
 * `requireTLS=false` is said. Throws {@link InvalidSmtpUrl}, and with `timeMachine` {@link TimeMachineMailsNobody}: then
 * the host is replaced by the loopback address it stands for, so that it cannot come to stand for another later.
 */
export async function smtpSettings(url: string, timeMachine: boolean): Promise<SmtpSettings> {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !['smtp:', 'smtps:'].includes(parsed.protocol) || !parsed.hostname) {
    throw new InvalidSmtpUrl('SMTP_URL must look like smtp://user:password@host:587 or smtps://user:password@host:465');
  }
  const host = parsed.hostname.replace(/^\[|\]$/g, '');
  const secure = parsed.protocol === 'smtps:';
  const options = parsed.searchParams;
  const addresses = await addressesOf(host);
  const local = addresses.length > 0 && addresses.every(isLoopback);
  if (timeMachine && !local) throw new TimeMachineMailsNobody(host);
  const user = parsed.username ? decodeURIComponent(parsed.username) : null;
  const flag = (name: string, otherwise: boolean) => (options.has(name) ? options.get(name) !== 'false' : otherwise);
  const connections = Number(options.get('connections') ?? options.get('maxConnections') ?? 5);
  return {
    host: timeMachine ? (addresses[0] ?? host) : host,
    port: Number(parsed.port) || (secure ? 465 : 587),
    secure,
    requireTls: flag('requireTLS', user !== null && !local),
    // Nobody stands between two programs of one machine, and local servers sign their own certificates.
    verifyCertificate: flag('verify', !local),
    user,
    password: parsed.password ? decodeURIComponent(parsed.password) : null,
    connections: Number.isInteger(connections) && connections > 0 ? Math.min(connections, 50) : 5,
    pool: flag('pool', true),
    name: options.get('name'),
  };
}

async function addressesOf(host: string): Promise<string[]> {
  if (isIP(host)) return [host];
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    // Not resolvable now: it may be later, but it cannot be known to be this machine.
    return [];
  }
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Also for IPv4 addresses in IPv6 clothes (`::ffff:127.0.0.1`). */
function isLoopback(address: string): boolean {
  return loopback.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
