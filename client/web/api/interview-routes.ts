import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { STEP_NAMES } from '../../../policy/decision';
import { readIntake } from '../../intake/schema';
import { InvalidInput, type MessageView, type Problem } from '../../service';
import { HttpProblem } from '../problem';
import { unstorableText } from '../safety/text-check';
import type { WebOptions } from '../web-options';
import * as answers from './answers';
import { documentedOnly, idInPath, problemAnswers, READ_REFUSALS, WRITE_REFUSALS } from './documentation';
import { reportedEvent } from './event-schema';
import { intakeInDocument } from './intake-document';

/** Long enough for an intake with one absurdly long field, so that the answer can name the field. */
const INTAKE_LIMIT = 6 * 1024 * 1024;
const tags = ['Interviews'];
const params = z.object({ id: idInPath });
const whereTo = z
  .strictObject({
    days: z.number().positive('must be more than 0').max(400, 'must be at most 400').optional(),
    to: z.iso.datetime({ offset: true, error: 'is no instant with a zone such as 2026-12-14T10:00:00Z' }).optional(),
  })
  .refine(({ days, to }) => (days === undefined) !== (to === undefined), 'send either `days` or `to`');

/** `/api/interviews`: the intake, what is known of an interview, and what is reported about it. */
export function interviewRoutes(app: FastifyInstance, { service }: WebOptions): void {
  const api = app.withTypeProvider<ZodTypeProvider>();

  api.route({
    method: 'POST',
    url: '/api/interviews',
    bodyLimit: INTAKE_LIMIT,
    schema: {
      tags,
      operationId: 'startInterview',
      summary: 'Starts following up after an interview (the intake)',
      description: 'The same `Idempotency-Key` again answers the same interview, with 200.',
      headers: documentedOnly(z.object({ 'idempotency-key': z.string().max(255).optional() })),
      body: documentedOnly(intakeInDocument),
      response: {
        200: answers.interview,
        201: answers.interview,
        ...problemAnswers(400, 403, 409, 413, 415, 421, 422, 503),
      },
    },
    handler: async (request, reply) => {
      const intake = requireObject(request.body);
      const key = idempotencyKey(request);
      const odd = unstorableText(intake);
      if (odd.length > 0) throw new InvalidInput([...odd, ...problemsOfIntake(intake)]);
      const { view, created } = await service.startInterview(intake, key);
      return reply
        .code(created ? 201 : 200)
        .header('location', `/api/interviews/${encodeURIComponent(view.id)}`)
        .send(view);
    },
  });

  api.get(
    '/api/interviews',
    {
      schema: {
        tags,
        operationId: 'listInterviews',
        summary: 'All interviews',
        querystring: z.object({ candidateId: idInPath.optional() }),
        response: { 200: answers.interviews, ...problemAnswers(400, 421, 503) },
      },
    },
    async ({ query }) => ({
      interviews: await service.interviews(query.candidateId === undefined ? {} : { candidateId: query.candidateId }),
    }),
  );

  const read = <Answer extends z.ZodType>(path: string, operationId: string, summary: string, answer: Answer) => ({
    url: `/api/interviews/:id${path}`,
    options: { schema: { tags, operationId, summary, params, response: { 200: answer, ...READ_REFUSALS } } },
  });

  const one = read('', 'getInterview', 'One interview, with its clock, stage and outcome', answers.interview);
  api.get(one.url, one.options, ({ params: { id } }) => service.interview(id));
  const plan = read('/plan', 'getPlan', 'The course ahead if nobody answers', answers.plan);
  api.get(plan.url, plan.options, ({ params: { id } }) => service.plan(id));
  const timeline = read('/timeline', 'getTimeline', 'What happened, in order', answers.timeline);
  api.get(timeline.url, timeline.options, async ({ params: { id } }) => ({ timeline: await service.timeline(id) }));
  const messages = read('/messages', 'listMessages', 'The message ledger', answers.messages);
  api.get(messages.url, messages.options, async ({ params: { id } }) => ({
    messages: (await service.messages(id)).map(messageAnswer),
  }));
  const tasks = read('/tasks', 'listTasks', 'What the candidate is asked to do', answers.tasks);
  api.get(tasks.url, tasks.options, async ({ params: { id } }) => ({ tasks: await service.tasks(id) }));

  api.post(
    '/api/interviews/:id/events',
    {
      schema: {
        tags,
        operationId: 'reportEvent',
        summary: 'Reports what happened',
        params,
        body: documentedOnly(reportedEvent),
        response: { 200: answers.interview, ...WRITE_REFUSALS },
      },
    },
    (request) => service.report(request.params.id, requireObject(request.body)),
  );

  api.post(
    '/api/interviews/:id/approval',
    {
      schema: {
        tags,
        operationId: 'setApproval',
        summary: 'Chooses how a kind of message may leave (H15)',
        params,
        body: z.object({
          step: z.enum(['default', ...STEP_NAMES]),
          approval: z.enum(['ask', 'send_unless_stopped', 'send']),
        }),
        response: { 200: answers.interview, ...WRITE_REFUSALS },
      },
    },
    ({ params: { id }, body }) => service.setApproval(id, body.step, body.approval),
  );

  api.post(
    '/api/interviews/:id/fast-forward',
    {
      schema: {
        tags,
        operationId: 'fastForward',
        summary: 'Moves the clock of all of the candidate’s interviews (time machine)',
        description: 'Answers when they are there. Only with `AFTERVIEW_TIME_MACHINE=1`.',
        params,
        body: whereTo,
        response: { 200: answers.interview, ...WRITE_REFUSALS },
      },
    },
    ({ params: { id }, body }) =>
      service.fastForward(id, body.to === undefined ? { days: body.days ?? 0 } : { to: body.to }),
  );
}

/** All of them: whoever repairs the odd characters should not be sent back for the rest. */
function problemsOfIntake(intake: unknown): Problem[] {
  const read = readIntake(intake);
  return 'problems' in read ? read.problems : [];
}

/** A skipped draft is `withdrawn` to callers, whose list of states is fixed; `skipped` says by whom. */
export function messageAnswer(view: MessageView) {
  return { ...view, status: callersStatus(view.status), skipped: view.status === 'skipped' };
}

function callersStatus(status: MessageView['status']) {
  return status === 'skipped' ? 'withdrawn' : status;
}

/** Refuses a body that is no JSON object, before anybody looks for fields in it. */
export function requireObject(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new InvalidInput([{ path: '', message: 'send one JSON object' }]);
  return body as Record<string, unknown>;
}

function idempotencyKey(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new HttpProblem(400, 'An Idempotency-Key has 1 to 255 visible ASCII characters.', [
    { path: 'Idempotency-Key', message: 'has 1 to 255 visible ASCII characters' },
  ]);
}
