import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { WebOptions } from '../web-options';
import * as answers from './answers';
import { documentedOnly, idInPath, READ_REFUSALS, WRITE_REFUSALS } from './documentation';
import { requireObject } from './interview-routes';

const tags = ['Other offers'];
const params = z.object({ id: idInPath });

/** Offers from elsewhere: the only source of a mention of one (E7). */
export function offerRoutes(app: FastifyInstance, { service }: WebOptions): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  api.get(
    '/api/candidates/:id/offers',
    {
      schema: {
        tags,
        operationId: 'listOffers',
        summary: 'Offers on record',
        params,
        response: { 200: answers.offers, ...READ_REFUSALS },
      },
    },
    async ({ params: { id } }) => ({ offers: await service.offers(id) }),
  );
  api.post(
    '/api/candidates/:id/offers',
    {
      schema: {
        tags,
        operationId: 'addOffer',
        summary: 'Records an offer, or how one changed',
        params,
        body: documentedOnly(
          z.object({
            organisation: z.string(),
            receivedOn: z.string().meta({ format: 'date' }),
            answerBy: z.string().meta({ format: 'date' }).nullable().optional(),
            status: z.enum(['open', 'accepted', 'declined', 'lapsed']).optional(),
          }),
        ),
        response: { 201: z.object({ id: z.string() }), ...WRITE_REFUSALS },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await service.addOffer(request.params.id, requireObject(request.body))),
  );
}
