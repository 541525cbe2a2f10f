import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** The whole document of a page. Everything that comes from people or mails is escaped by the renderer. */
export function documentOf(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}

/** Answers a page. */
export function sendPage(reply: FastifyReply, page: VNode, status = 200): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(documentOf(page));
}
