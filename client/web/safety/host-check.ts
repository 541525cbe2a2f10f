import { isIP } from 'node:net';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '::1'];

/**
 * Says whether a `Host` header names this server. A page elsewhere can make its own name point at this machine (DNS
 * rebinding) and would then count as same origin; it cannot make the browser send a host that it does not own. An
 * address literal is safe for the same reason.
 */
export function makeHostCheck(baseUrl: string, allowedHosts: readonly string[]): (host: string | undefined) => boolean {
  const allowed = new Set([...LOOPBACK_NAMES, hostName(new URL(baseUrl).host), ...allowedHosts.map(hostName)]);
  return (host) => {
    if (host === undefined) return false;
    const name = hostName(host);
    return allowed.has(name) || isIP(name) !== 0;
  };
}

function hostName(host: string): string {
  return host
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
}
