import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { WebOptions } from '../web-options';
import * as answers from './answers';
import { problemAnswers } from './documentation';

const tags = ['Safety'];

/** The stop-everything button and the first-sends switch, for programs. */
export function settingsRoutes(app: FastifyInstance, { service }: WebOptions): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  api.get(
    '/api/settings',
    {
      schema: {
        tags,
        operationId: 'getSettings',
        summary: 'What is switched on',
        response: { 200: answers.settings, ...problemAnswers(421, 503) },
      },
    },
    () => service.settings(),
  );
  api.put(
    '/api/settings',
    {
      schema: {
        tags,
        operationId: 'changeSettings',
        summary: 'Stops everything, or goes on; sends all mail to the candidate, or not',
        body: z.object({ stopped: z.boolean().optional(), firstSends: z.boolean().optional() }),
        response: { 200: answers.settings, ...problemAnswers(400, 403, 413, 415, 421, 422, 503) },
      },
    },
    async ({ body }) => {
      if (body.stopped !== undefined) await service.setStopped(body.stopped);
      if (body.firstSends !== undefined) await service.setFirstSends(body.firstSends);
      return service.settings();
    },
  );
}
