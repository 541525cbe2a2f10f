import { errors, jwtVerify, SignJWT } from 'jose';

/**
 * Links that do one thing without signing in: approve a draft, stop a message, a referee's yes or no, no more notices.
 * Whoever holds a link may do that one thing until it expires, and nothing else.
 */
export type LinkClaims =
  | { purpose: 'approve' | 'stop'; interviewId: string; messageId: string }
  | { purpose: 'agree' | 'decline'; interviewId: string; refereeId: string }
  | { purpose: 'unsubscribe'; candidateId: string };
export type LinkPurpose = LinkClaims['purpose'];

const ISSUER = 'afterview';
const AUDIENCE = 'link';
const DEFAULT_DAYS = 60;

/** A link that cannot be followed: `expired` once was a good one. */
export class BadLink extends Error {
  override readonly name = 'BadLink';
  constructor(readonly reason: 'expired' | 'invalid') {
    super(`the link is ${reason}`);
  }
}

/**
 * The address of a link, good for `days` by the machine's clock (it is followed in the real world, whatever the
 * interview's clock says).
 *
 * @example
 * await signedLink({ purpose: 'stop', interviewId, messageId }, { key, baseUrl: 'https://afterview.example' });
 */
export async function signedLink(
  { purpose, ...about }: LinkClaims,
  { key, baseUrl, days = DEFAULT_DAYS }: { key: Uint8Array; baseUrl: string; days?: number },
): Promise<string> {
  const token = await new SignJWT({ purpose, ...about })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + Math.round(days * 86_400))
    .sign(key);
  return `${baseUrl.replace(/\/$/, '')}/l/${token}`;
}

/**
 * Reads the token of a link. Several keys while one is rotated.
 *
 * @throws BadLink
 */
export async function readLink(token: string, keys: readonly Uint8Array[]): Promise<LinkClaims> {
  for (const key of keys) {
    try {
      const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], issuer: ISSUER, audience: AUDIENCE });
      return claimsOf(payload);
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new BadLink('expired');
    }
  }
  throw new BadLink('invalid');
}

function claimsOf(payload: Record<string, unknown>): LinkClaims {
  const id = (name: string): string => {
    const value = payload[name];
    if (typeof value !== 'string' || value === '') throw new BadLink('invalid');
    return value;
  };
  switch (payload.purpose) {
    case 'approve':
    case 'stop':
      return { purpose: payload.purpose, interviewId: id('interviewId'), messageId: id('messageId') };
    case 'agree':
    case 'decline':
      return { purpose: payload.purpose, interviewId: id('interviewId'), refereeId: id('refereeId') };
    case 'unsubscribe':
      return { purpose: 'unsubscribe', candidateId: id('candidateId') };
    default:
      throw new BadLink('invalid');
  }
}
