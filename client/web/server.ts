import { randomBytes } from 'node:crypto';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { InvalidInput } from '../service';
import { isDocumentedOnly } from './api/documentation';
import { healthRoutes } from './api/health-routes';
import { inboxRoutes, inboxUpload } from './api/inbox-routes';
import { interviewRoutes } from './api/interview-routes';
import { messageRoutes } from './api/message-routes';
import { offerRoutes } from './api/offer-routes';
import { settingsRoutes } from './api/settings-routes';
import { taskRoutes } from './api/task-routes';
import { errorAnswers, refuse } from './error-answers';
import { openApi } from './openapi';
import { pageRoutes } from './page-routes';
import { problemDetails } from './problem';
import { makeHostCheck } from './safety/host-check';
import { isCrossSiteWrite } from './safety/origin-check';
import { RESPONSE_HEADERS } from './safety/response-headers';
import { unstorableText } from './safety/text-check';
import type { WebOptions } from './web-options';
import { emailWebhooks } from './webhooks/email-routes';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Addresses that another server may call: they check their callers themselves, or give nothing away. */
const NOT_FOR_BROWSERS = /^\/webhooks\//;
const FOR_ANY_HOST = /^\/(?:healthz|readyz)$/;
/** Most JSON bodies are small; the intake and mails have limits of their own. */
const BODY_LIMIT = 1024 * 1024;
/** How long a body may take to come in; Node answers 408 itself. */
const REQUEST_TIMEOUT_MS = 120_000;

/**
 * The web process: HTTP API, webhooks and pages over one {@link WebOptions.service}. Not listening yet.
 *
 * @example
 * const app = await createWeb({ service, baseUrl: 'http://127.0.0.1:3000' });
 * await app.listen({ host: '127.0.0.1', port: 3000 });
 */
export async function createWeb(options: WebOptions): Promise<FastifyInstance> {
  const web: WebOptions = { ...options, linkKeys: options.linkKeys?.length ? options.linkKeys : [randomBytes(32)] };
  const app = Fastify({
    logger: web.log ?? false,
    // Addresses hold the tokens of signed links and the addresses of people: none of that belongs into a log.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { maxParamLength: 2_000 },
    frameworkErrors: (error, request, reply) => {
      void refuse(request, reply as never, problemDetails(error.statusCode ?? 400, 'The address could not be read.'));
    },
  });
  app.setValidatorCompiler(({ schema, ...rest }) =>
    isDocumentedOnly(schema as object) ? (value) => ({ value }) : validatorCompiler({ schema, ...rest } as never),
  );
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  readJsonBodies(app);
  guard(app, web);
  errorAnswers(app);
  await openApi(app, web.baseUrl);

  for (const routes of [
    interviewRoutes,
    messageRoutes,
    taskRoutes,
    offerRoutes,
    inboxRoutes,
    settingsRoutes,
    healthRoutes,
  ])
    routes(app, web);
  for (const scope of [inboxUpload, emailWebhooks, pageRoutes]) await app.register(scope, web);
  await app.ready();
  return app;
}

/** JSON and nothing else, unless a scope says so; an empty body is no body. */
function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else void parse(request, body as string, done);
  });
}

function guard(app: FastifyInstance, web: WebOptions): void {
  const isOurHost = makeHostCheck(web.baseUrl, web.allowedHosts ?? []);
  const secure = web.baseUrl.startsWith('https:');
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(RESPONSE_HEADERS);
    if (secure) reply.header('strict-transport-security', 'max-age=31536000');
    const path = request.url.split('?')[0] ?? '';
    if (!FOR_ANY_HOST.test(path) && !isOurHost(request.headers.host))
      return refuse(request, reply, problemDetails(421, 'Use the address that this server was started with.'));
    if (!SAFE_METHODS.has(request.method) && !NOT_FOR_BROWSERS.test(path) && isCrossSiteWrite(request.headers))
      return refuse(
        request,
        reply,
        problemDetails(403, 'Open the page here and try again; another site may not do this for you.'),
      );
    return undefined;
  });
  app.addHook('preValidation', async (request) => {
    if (request.routeOptions.url === '/api/interviews' || Buffer.isBuffer(request.body)) return;
    const problems = unstorableText(request.body);
    if (problems.length > 0) throw new InvalidInput(problems);
  });
}
