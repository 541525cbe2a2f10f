import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type ProviderRequest, StoreUnavailable } from '../../../mail/providers/provider';
import { rawProvider } from '../../../mail/providers/raw';
import { Unavailable } from '../../service';
import { stored } from '../api/answers';
import { documentedOnly, problemAnswers } from '../api/documentation';
import { HttpProblem } from '../problem';
import type { WebOptions } from '../web-options';
import { mayHandIn } from './raw-caller';

const MEGABYTE = 1024 * 1024;
/** 25 MB of mail; base64 inside a provider's JSON makes a third more. */
const MAIL_LIMIT = 25 * MEGABYTE;
const PACKED_MAIL_LIMIT = 36 * MEGABYTE;

/**
 * Ways in for mail: verify, store, answer 2xx. Everything else happens afterwards, in a workflow. One and the same 401
 * for every reason, and never a 5xx because a mail is strange: a 5xx may make the sender's server return the mail.
 */
export async function emailWebhooks(app: FastifyInstance, options: WebOptions): Promise<void> {
  const withSecret = rawProvider({ secrets: options.webhookSecrets ?? [] });
  const providers = new Map(Object.entries({ ...options.providers, raw: withSecret }));
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onRequest', async ({ headers }) => {
    // Fastify refuses a type that is none; a strange caller's mail is a mail all the same.
    if (!/^[\w.+-]+\/[\w.+-]+/.test(headers['content-type'] ?? ''))
      headers['content-type'] = 'application/octet-stream';
  });

  for (const name of ['raw', ':provider'] as const)
    app.withTypeProvider<ZodTypeProvider>().route({
      method: 'POST',
      url: `/webhooks/email/${name}`,
      bodyLimit: name === 'raw' ? MAIL_LIMIT : PACKED_MAIL_LIMIT,
      schema: {
        tags: ['Mail in'],
        operationId: name === 'raw' ? 'receiveRawMail' : 'receiveProviderMail',
        summary: name === 'raw' ? 'Takes a mail as it is' : 'Takes a mail from a mail service',
        description:
          'Verified, stored, then answered: 2xx means stored for good. The same mail again changes nothing and answers 200.',
        consumes:
          name === 'raw'
            ? ['message/rfc822']
            : ['application/json', 'multipart/form-data', 'application/x-www-form-urlencoded'],
        ...(name === 'raw' ? {} : { params: documentedOnly(z.object({ provider: z.string() })) }),
        querystring: documentedOnly(
          z.object({ recipient: z.string().optional().meta({ description: 'The envelope recipient, for `raw`.' }) }),
        ),
        body: documentedOnly(z.string().meta({ description: 'The mail, or what the mail service sends.' })),
        response: { 200: stored, 202: stored, ...problemAnswers(400, 401, 404, 413, 421, 503) },
      },
      handler: async (request, reply) => {
        const providerName = name === 'raw' ? 'raw' : String((request.params as { provider: string }).provider);
        const provider = providers.get(providerName);
        if (!provider) throw new HttpProblem(404, 'No mail service of that name is known here.');
        const call = callOf(request);
        const { remoteAddress } = request.socket;
        const verify = name === 'raw' ? () => mayHandIn(call, remoteAddress, withSecret) : () => provider.verify(call);
        if (!(await verified(verify))) throw new HttpProblem(401, 'This call could not be verified.');
        const mails = provider.toRaw(call);
        if (mails.length === 0) {
          if (name === 'raw') throw new HttpProblem(400, 'There is no mail in the body.');
          await provider.settle(call);
          return reply.code(200).send({ id: null, known: false });
        }
        const answers: { id: string; known: boolean }[] = [];
        for (const mail of mails)
          answers.push(await options.service.receiveMail({ ...mail, source: providerName, trusted: true }));
        await provider.settle(call);
        const known = answers.every((answer) => answer.known);
        return reply.code(known ? 200 : 202).send({ id: answers[0]?.id ?? null, known });
      },
    });
}

async function verified(verify: () => Promise<boolean>): Promise<boolean> {
  try {
    return await verify();
  } catch (error) {
    // Neither accepted nor refused: the mail service is to try again.
    if (error instanceof StoreUnavailable) throw new Unavailable('The call could not be checked just now.');
    return false;
  }
}

function callOf(request: FastifyRequest): ProviderRequest {
  const query: Record<string, string> = {};
  for (const [key, value] of new URL(request.url, 'http://webhook').searchParams) query[key] ??= value;
  return { headers: request.headers, query, body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0) };
}
