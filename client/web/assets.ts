import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const FILES = {
  'afterview.css': 'text/css; charset=utf-8',
  'afterview.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;

const loaded = new Map(
  Object.entries(FILES).map(([name, type]) => {
    const bytes = readFileSync(join(__dirname, 'assets', name));
    return [name, { type, bytes, version: createHash('sha256').update(bytes).digest('hex').slice(0, 12) }];
  }),
);

/** The address of an asset; it changes with the content, so that browsers may keep it for good. */
export function assetUrl(name: keyof typeof FILES): string {
  return `/assets/${name}?v=${loaded.get(name)?.version ?? ''}`;
}

/** Serves the style sheet, the script and the icon: everything that a page loads. */
export function assetRoutes(app: FastifyInstance): void {
  for (const [name, { type, bytes }] of loaded)
    app.get(`/assets/${name}`, (_request, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=31536000, immutable').send(bytes),
    );
}
