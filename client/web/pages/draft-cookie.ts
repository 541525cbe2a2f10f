import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'afterview_draft';
const LIFETIME_S = 60 * 60 * 24 * 60;

/** The token under which this browser's half-filled intake is kept; null where there is none. */
export function draftToken(request: FastifyRequest): string | null {
  const found = new RegExp(`(?:^|;\\s*)${NAME}=([A-Za-z0-9_-]{32})(?:;|$)`).exec(request.headers.cookie ?? '');
  return found?.[1] ?? null;
}

/** 192 random bits: who does not have it cannot guess it. */
export function newDraftToken(): string {
  return randomBytes(24).toString('base64url');
}

/** Gives the browser its token, or (null) takes it away. Scripts cannot read it, other sites cannot send it. */
export function setDraftCookie(reply: FastifyReply, token: string | null, secure: boolean): void {
  const life = token === null ? 'Max-Age=0' : `Max-Age=${LIFETIME_S}`;
  reply.header(
    'set-cookie',
    `${NAME}=${token ?? ''}; Path=/interviews; HttpOnly; SameSite=Lax; ${life}${secure ? '; Secure' : ''}`,
  );
}
