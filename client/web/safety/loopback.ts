import type { IncomingHttpHeaders } from 'node:http';

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'] as const;

/**
 * True where a call was made on this very machine. One that a proxy passed on does not count, although the proxy itself
 * may run here: the caller behind it may be anybody.
 */
export function isFromThisMachine(remoteAddress: string | undefined, headers: IncomingHttpHeaders): boolean {
  if (remoteAddress === undefined) return false;
  if (FORWARDED.some((name) => headers[name] !== undefined)) return false;
  return isLoopbackAddress(remoteAddress.replace(/^::ffff:/i, ''));
}

/** Whether a literal address, without brackets, is this machine's own. Names are none. */
export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address);
}
