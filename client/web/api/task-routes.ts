import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { WebOptions } from '../web-options';
import * as answers from './answers';
import { idInPath, WRITE_REFUSALS } from './documentation';

const tags = ['Tasks'];
const params = z.object({ id: idInPath, taskId: idInPath });
const response = { 200: answers.task, ...WRITE_REFUSALS };

/** What a person did about one task. */
export function taskRoutes(app: FastifyInstance, { service }: WebOptions): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const at = (action: string) => `/api/interviews/:id/tasks/:taskId/${action}`;

  api.post(
    at('done'),
    {
      schema: {
        tags,
        operationId: 'taskDone',
        summary: 'It is done; a call also says how it went (`reached`, `no_answer`, `left_message`)',
        params,
        body: z
          .object({ note: z.string().max(20_000).optional(), outcome: z.string().max(200).optional() })
          .nullish()
          .transform((body) => body ?? {}),
        response,
      },
    },
    ({ params: { id, taskId }, body }) =>
      service.taskDone(id, taskId, {
        ...(body.note === undefined ? {} : { note: body.note }),
        ...(body.outcome === undefined ? {} : { outcome: body.outcome }),
      }),
  );
  api.post(
    at('dismiss'),
    { schema: { tags, operationId: 'taskDismiss', summary: 'It will not be done', params, response } },
    ({ params: { id, taskId } }) => service.taskDismiss(id, taskId),
  );
  api.post(
    at('snooze'),
    {
      schema: {
        tags,
        operationId: 'taskSnooze',
        summary: 'Not now, but from then on',
        params,
        body: z.object({ until: z.iso.datetime({ offset: true }) }),
        response,
      },
    },
    ({ params: { id, taskId }, body }) => service.taskSnooze(id, taskId, body.until),
  );
}
