import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { WebOptions } from '../web-options';
import * as answers from './answers';

const tags = ['Health'];

/** For the orchestrator: is the process alive, and can it do its work. */
export function healthRoutes(app: FastifyInstance, { service }: WebOptions): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  api.get(
    '/healthz',
    {
      schema: {
        tags,
        operationId: 'alive',
        summary: 'The process answers',
        response: { 200: z.object({ status: z.literal('ok') }) },
      },
    },
    () => ({ status: 'ok' as const }),
  );
  api.get(
    '/readyz',
    {
      schema: {
        tags,
        operationId: 'ready',
        summary: 'Database, Temporal and a worker answer',
        response: { 200: answers.health, 503: answers.health },
      },
    },
    async (_request, reply) => {
      const health = await service.health().catch(() => ({ database: false, temporal: false, workers: false }));
      return reply.code(health.database && health.temporal && health.workers ? 200 : 503).send(health);
    },
  );
}
