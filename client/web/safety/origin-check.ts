import type { IncomingHttpHeaders } from 'node:http';

/**
 * Says whether a write may have been sent by a page of another site (CSRF). Browsers tell in `Sec-Fetch-Site`, and in
 * `Origin` where that is missing (plain http on a name that is not localhost). A call with neither is no browser's, so
 * there is no person's browser to abuse. `host` has passed the host check.
 */
export function isCrossSiteWrite(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = headers.origin;
  if (origin === undefined) return false;
  try {
    return new URL(origin).host !== headers.host?.toLowerCase();
  } catch {
    return true;
  }
}
