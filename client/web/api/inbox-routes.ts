import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { handIn, readUpload, UPLOAD_LIMIT, UPLOAD_LIMITS } from '../mail-upload';
import { HttpProblem } from '../problem';
import type { WebOptions } from '../web-options';
import * as answers from './answers';
import { documentedOnly, idInPath, problemAnswers, READ_REFUSALS, WRITE_REFUSALS } from './documentation';

const tags = ['Inbox'];
const params = z.object({ id: idInPath });
const day = z.iso.date();

/** Mails that came in, and what a person says about those that wait for one. */
export function inboxRoutes(app: FastifyInstance, { service }: WebOptions): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  api.get(
    '/api/inbox',
    {
      schema: {
        tags,
        operationId: 'listInbox',
        summary: 'Mails; `state=review` those that wait for a person',
        querystring: z.object({
          state: z
            .string()
            .regex(/^[a-z_]{1,40}$/)
            .optional(),
        }),
        response: { 200: answers.inbox, ...problemAnswers(400, 421, 503) },
      },
    },
    async ({ query }) => ({ inbox: await service.inbox(query.state) }),
  );
  api.get(
    '/api/inbox/:id',
    {
      schema: {
        tags,
        operationId: 'getInboxItem',
        summary: 'One mail, with the guess and why',
        params,
        response: { 200: answers.inboxItem, ...READ_REFUSALS },
      },
    },
    ({ params: { id } }) => service.inboxItem(id),
  );
  api.post(
    '/api/inbox/:id/decide',
    {
      schema: {
        tags,
        operationId: 'decideMail',
        summary: 'Says whose mail it is and what it means',
        params,
        body: z.object({
          interviewId: z.string().min(1).max(200).nullable().optional(),
          kind: z.string().min(1).max(60),
          promisedDate: day.optional(),
          absentUntil: day.optional(),
          answerBy: day.optional(),
          refereeId: z.string().min(1).max(200).optional(),
        }),
        response: { 200: answers.inboxItem, ...WRITE_REFUSALS },
      },
    },
    ({ params: { id }, body }) => {
      const { interviewId, kind, promisedDate, absentUntil, answerBy, refereeId } = body;
      return service.decide(id, {
        kind,
        ...(interviewId === undefined ? {} : { interviewId }),
        ...(promisedDate === undefined ? {} : { promisedDate }),
        ...(absentUntil === undefined ? {} : { absentUntil }),
        ...(answerBy === undefined ? {} : { answerBy }),
        ...(refereeId === undefined ? {} : { refereeId }),
      });
    },
  );
  api.post(
    '/api/inbox/:id/undo',
    {
      schema: {
        tags,
        operationId: 'undoMail',
        summary: 'Takes back what a mail changed, and restores the plan',
        params,
        response: { 200: answers.inboxItem, ...WRITE_REFUSALS },
      },
    },
    ({ params: { id } }) => service.undo(id),
  );
}

/** `POST /api/inbox`: a mail by hand, as bytes or out of a browser's form. In a scope of its own: it takes other bodies. */
export async function inboxUpload(app: FastifyInstance, { service }: WebOptions): Promise<void> {
  await app.register(multipart, { limits: UPLOAD_LIMITS });
  for (const type of ['message/rfc822', 'text/plain', 'application/octet-stream'])
    app.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.withTypeProvider<ZodTypeProvider>().post(
    '/api/inbox',
    {
      bodyLimit: UPLOAD_LIMIT,
      schema: {
        tags,
        operationId: 'uploadMail',
        summary: 'A mail by hand: an .eml file, or its source pasted',
        consumes: ['message/rfc822', 'multipart/form-data', 'text/plain'],
        body: documentedOnly(z.string().meta({ description: 'The mail, or its text alone' })),
        response: { 200: answers.stored, 201: answers.stored, ...problemAnswers(400, 403, 413, 415, 421, 422, 503) },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const read = request.isMultipart()
        ? await readUpload(request)
        : handIn(Buffer.isBuffer(body) ? body : Buffer.alloc(0));
      if (read.mail === null)
        throw new HttpProblem(422, 'There is no mail in it.', [{ path: 'mail', message: read.problem }]);
      const answer = await service.receiveMail({
        raw: read.mail,
        envelopeRecipient: null,
        source: 'upload',
        trusted: true,
      });
      return reply
        .code(answer.known ? 200 : 201)
        .header('location', `/api/inbox/${encodeURIComponent(answer.id)}`)
        .send(answer);
    },
  );
}
