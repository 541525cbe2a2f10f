import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorPage } from './pages/error-page';
import { PROBLEM_TYPE, type ProblemDetails, problemDetails, problemOf } from './problem';

const FOR_PROGRAMS = /^\/(?:api\/|webhooks\/|healthz|readyz|openapi\.json)/;

/** Refusals: problem details for programs, a page that says what to do next for people. */
export function errorAnswers(app: FastifyInstance): void {
  app.setErrorHandler(async (error, request, reply) => {
    const problem = problemOf(error);
    if (problem.status >= 500 && problem.status !== 503) request.log.error({ err: error }, 'a request failed');
    return refuse(request, reply, problem);
  });

  const methodsOf = collectMethods(app);
  app.setNotFoundHandler(async (request, reply) => {
    const methods = methodsOf(request.url.split('?')[0] ?? '/');
    if (methods.length === 0) return refuse(request, reply, problemDetails(404, 'There is nothing at this address.'));
    reply.header('allow', methods.join(', '));
    return refuse(request, reply, problemDetails(405, `This address takes ${methods.join(', ')}.`));
  });
}

/** Answers one refusal in the form that the caller reads. */
export function refuse(request: FastifyRequest, reply: FastifyReply, problem: ProblemDetails): FastifyReply {
  reply.code(problem.status);
  if (problem.status === 503) reply.header('retry-after', '5');
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  if (FOR_PROGRAMS.test(request.url)) return reply.type(PROBLEM_TYPE).serializer(JSON.stringify).send(problem);
  return reply.type('text/html; charset=utf-8').serializer(String).send(errorPage(problem));
}

/** Which methods an address takes, so that a wrong one is told from a wrong address. */
function collectMethods(app: FastifyInstance): (path: string) => string[] {
  const routes: { pattern: RegExp; methods: string[] }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    const source = url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+');
    routes.push({ pattern: new RegExp(`^${source}$`), methods: [method].flat() });
  });
  return (path) => [...new Set(routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods))];
}
