import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { WebOptions } from '../web-options';
import * as answers from './answers';
import { idInPath, WRITE_REFUSALS } from './documentation';
import { messageAnswer } from './interview-routes';

const tags = ['Messages'];
const params = z.object({ id: idInPath, messageId: idInPath });
const response = { 200: answers.message, ...WRITE_REFUSALS };

/** What a person decides about one draft, or about a message whose fate is unknown. */
export function messageRoutes(app: FastifyInstance, { service }: WebOptions): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const at = (action: string) => `/api/interviews/:id/messages/:messageId/${action}`;

  api.post(
    at('approve'),
    {
      schema: { tags, operationId: 'approveMessage', summary: 'Lets a draft go out when it is due', params, response },
    },
    async ({ params: { id, messageId } }) => messageAnswer(await service.approve(id, messageId)),
  );
  api.post(
    at('edit'),
    {
      schema: {
        tags,
        operationId: 'editMessage',
        summary: 'Changes a draft; 409 names what the etiquette guard found (G11)',
        params,
        body: z
          .object({ subject: z.string().min(1).max(500).optional(), text: z.string().min(1).max(50_000).optional() })
          .refine(
            (change) => change.subject !== undefined || change.text !== undefined,
            'send `subject`, `text` or both',
          ),
        response,
      },
    },
    async ({ params: { id, messageId }, body }) => {
      const change = {
        ...(body.subject === undefined ? {} : { subject: body.subject }),
        ...(body.text === undefined ? {} : { text: body.text }),
      };
      return messageAnswer(await service.edit(id, messageId, change));
    },
  );
  api.post(
    at('skip'),
    { schema: { tags, operationId: 'skipMessage', summary: 'Leaves this message out', params, response } },
    async ({ params: { id, messageId } }) => messageAnswer(await service.skip(id, messageId)),
  );
  api.post(
    at('settle'),
    {
      schema: {
        tags,
        operationId: 'settleMessage',
        summary: 'Says of an `uncertain` message whether it arrived; if not, it is sent again',
        params,
        body: z.object({ arrived: z.boolean() }),
        response,
      },
    },
    async ({ params: { id, messageId }, body }) => messageAnswer(await service.settle(id, messageId, body.arrived)),
  );
}
