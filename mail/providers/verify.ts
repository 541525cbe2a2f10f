/** Secrets compared, signatures checked, ages judged. All of it fails closed on an empty secret. */
import { createHash, createHmac, createPublicKey, timingSafeEqual, verify as verifySignature } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { StoreUnavailable, type TokenStore, type Verdict } from './provider';

/** Clocks differ and queues take time: a signed call is believed this long, in both directions. */
export const MOST_SECONDS_OLD = 300;

/** In a time that does not depend on where the two differ, nor on their lengths. */
export function sameSecret(given: string, expected: string): boolean {
  if (expected === '') return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** True where any of the keys (several while one is rotated) made this HMAC-SHA256. */
export function hmacMatches(keys: readonly string[], content: string, signature: string): boolean {
  if (!/^[0-9a-f]{64}$/i.test(signature)) return false;
  let matches = false;
  for (const key of keys) {
    if (key === '') continue;
    const expected = createHmac('sha256', key).update(content).digest('hex');
    matches = sameSecret(signature.toLowerCase(), expected) || matches;
  }
  return matches;
}

/** ECDSA P-256 with SHA-256; `publicKey` as base64 of its DER form. False for a key or signature that is none. */
export function ecdsaMatches(publicKeys: readonly string[], content: Buffer, signature: string): boolean {
  if (!/^[A-Za-z0-9+/]{20,200}={0,2}$/.test(signature)) return false;
  return publicKeys.some((publicKey) => {
    if (publicKey === '') return false;
    try {
      const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
      return verifySignature('sha256', content, key, Buffer.from(signature, 'base64'));
    } catch {
      return false;
    }
  });
}

/** Seconds since 1970 as digits, not too old and not from the future. */
export function isTimely(timestamp: string, now: number): boolean {
  if (!/^\d{9,11}$/.test(timestamp)) return false;
  return Math.abs(now / 1000 - Number(timestamp)) <= MOST_SECONDS_OLD;
}

/** `Authorization: Basic …` against `user:password`; false where none is configured. */
export function basicMatches(headers: IncomingHttpHeaders, credentials: readonly string[]): boolean {
  const given = /^Basic +([A-Za-z0-9+/=_-]{1,2000})$/i.exec(headers.authorization ?? '')?.[1];
  if (given === undefined) return false;
  const decoded = Buffer.from(given, 'base64').toString('utf8');
  let matches = false;
  for (const expected of credentials) {
    // "user:" and ":password" are half a secret.
    const [user, ...password] = expected.split(':');
    if (!user || password.join(':') === '') continue;
    matches = sameSecret(decoded, expected) || matches;
  }
  return matches;
}

/** Refuses a token whose call was settled, or another call's. Asked last, so that a forged call cannot use up a token. */
export async function onlyOnce(store: TokenStore, token: string, body: Buffer): Promise<Verdict> {
  let fresh: boolean;
  try {
    fresh = await store.isFresh(token, createHash('sha256').update(body).digest('hex'));
  } catch (error) {
    throw new StoreUnavailable('the token store did not answer', { cause: error });
  }
  return fresh ? { ok: true, token } : { ok: false, reason: 'replayed' };
}

/** A token store for one process: tests, and a laptop without a database yet. Forgets the oldest beyond `most`. */
export function tokensInMemory(most = 10_000): TokenStore {
  const SETTLED = '';
  const seen = new Map<string, string>();
  return {
    async isFresh(token, digest) {
      const known = seen.get(token);
      if (known !== undefined) return known === digest;
      seen.set(token, digest);
      if (seen.size > most) seen.delete(seen.keys().next().value ?? '');
      return true;
    },
    async settle(token) {
      seen.set(token, SETTLED);
    },
  };
}
