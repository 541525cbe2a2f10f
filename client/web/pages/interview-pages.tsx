import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type AfterviewService, InvalidInput, NotFound, Refused } from '../../service';
import { eventForm, eventFromForm } from '../form/event-forms';
import { type FlatForm, filled, flatForm } from '../form/flat-form';
import type { WebOptions } from '../web-options';
import { instantOf } from '../words/local-time';
import { interviewData } from './interview-data';
import { InterviewPage } from './interview-page';
import { sendPage } from './render';
import { type Shell, shellOf } from './shell';
import type { PageTrouble } from './trouble';

interface Act {
  /** What follows `/interviews/:id/`. */
  path: string;
  /** The key of the sentence shown when it went well, and the place of the page to look at. */
  done: string;
  anchor: string;
  /** Which form shows the trouble, should there be any. */
  where: (params: Params) => string;
  act: (service: AfterviewService, params: Params, form: FlatForm) => Promise<unknown>;
}
type Params = Record<'id' | 'messageId' | 'taskId' | 'type', string>;

const ACTS: readonly Act[] = [
  message('approve', 'approved', (service, { id, messageId }) => service.approve(id, messageId)),
  message('skip', 'skipped', (service, { id, messageId }) => service.skip(id, messageId)),
  message('settle', 'settled', (service, { id, messageId }, form) =>
    service.settle(id, messageId, form.arrived === 'yes'),
  ),
  message('edit', 'edited', (service, { id, messageId }, form) =>
    service.edit(id, messageId, {
      ...(form.subject === undefined ? {} : { subject: form.subject.trim() }),
      ...(form.text === undefined ? {} : { text: form.text.replace(/\r\n/g, '\n') }),
    }),
  ),
  task('done', 'task-done', (service, { id, taskId }, form) => {
    const note = filled(form, 'note');
    const outcome = filled(form, 'outcome');
    return service.taskDone(id, taskId, {
      ...(note === undefined ? {} : { note }),
      ...(outcome === undefined ? {} : { outcome }),
    });
  }),
  task('dismiss', 'dismissed', (service, { id, taskId }) => service.taskDismiss(id, taskId)),
  task('snooze', 'snoozed', async (service, { id, taskId }, form) => {
    const days = /^[137]$/.test(form.days ?? '') ? Number(form.days) : 1;
    const { now } = await service.interview(id);
    return service.taskSnooze(id, taskId, new Date(Date.parse(now) + days * 86_400_000).toISOString());
  }),
  {
    path: 'events/:type',
    done: 'reported',
    anchor: 'stage',
    where: ({ type }) => `event:${type}`,
    act: async (service, { id, type }, form) => {
      if (eventForm(type) === undefined) throw new NotFound('There is no such thing to report.');
      const { intake } = await service.interview(id);
      return service.report(id, eventFromForm(type, form, intake));
    },
  },
  {
    path: 'approval',
    done: 'approval',
    anchor: 'approval',
    where: () => 'page',
    act: (service, { id }, form) => service.setApproval(id, form.step ?? 'default', form.approval ?? 'ask'),
  },
  {
    path: 'fast-forward',
    done: 'moved',
    anchor: 'stage',
    where: () => 'clock',
    act: async (service, { id }, form) => service.fastForward(id, await whereTo(service, id, form)),
  },
];

/** `/interviews/{id}` and every form on it. Without JavaScript each is one post and one page. */
export function interviewPages(app: FastifyInstance, web: WebOptions): void {
  const { service } = web;

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    trouble: PageTrouble | null,
    status = 200,
  ) => {
    const [shell, data] = await Promise.all([shellOf(web, request), interviewData(web, id)]);
    const own: Shell = trouble === null ? shell : { ...shell, path: `/interviews/${encodeURIComponent(id)}` };
    const workflowUrl = workflowAddress(shell.temporalUi, web.namespace ?? 'default', data.detail.workflowId);
    return sendPage(
      reply,
      <InterviewPage shell={own} data={data} trouble={trouble} workflowUrl={workflowUrl} />,
      status,
    );
  };

  app.get<{ Params: { id: string } }>('/interviews/:id', (request, reply) =>
    show(request, reply, request.params.id, null),
  );

  for (const { path, done, anchor, where, act } of ACTS)
    app.post<{ Params: Params }>(`/interviews/:id/${path}`, async (request, reply) => {
      const form = flatForm(request.body);
      try {
        await act(service, request.params, form);
      } catch (error) {
        const trouble = troubleOf(error, where(request.params), form);
        if (trouble === null) throw error;
        return show(request, reply, request.params.id, trouble, error instanceof Refused ? 409 : 422);
      }
      return reply.redirect(`/interviews/${encodeURIComponent(request.params.id)}?done=${done}#${anchor}`, 303);
    });
}

function message(action: string, done: string, act: Act['act']): Act {
  return {
    path: `messages/:messageId/${action}`,
    done,
    anchor: 'drafts',
    where: ({ messageId }) => `message:${messageId}`,
    act,
  };
}

function task(action: string, done: string, act: Act['act']): Act {
  return { path: `tasks/:taskId/${action}`, done, anchor: 'tasks', where: ({ taskId }) => `task:${taskId}`, act };
}

/** The form's own place for the trouble is gone where its message or task is closed; then it stands on top. */
function troubleOf(error: unknown, where: string, form: FlatForm): PageTrouble | null {
  if (error instanceof Refused) return { where, title: 'That could not be done.', problems: [error.message], form };
  if (error instanceof InvalidInput)
    return {
      where,
      title: 'Please have another look.',
      problems: error.problems.map(({ path, message: words }) => `${path === '' ? 'It' : wordsOf(path)} ${words}.`),
      form,
    };
  return null;
}

/** `contact.givenName` is "Given name" to a reader. */
function wordsOf(path: string): string {
  const last = path.split('.').at(-1) ?? path;
  const spaced = last
    .replace(/([A-Z])/g, ' $1')
    .replaceAll('_', ' ')
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

async function whereTo(
  service: AfterviewService,
  id: string,
  form: FlatForm,
): Promise<{ days: number } | { to: string }> {
  if (form.days !== undefined && /^\d{1,3}$/.test(form.days)) return { days: Number(form.days) };
  if (form.to !== undefined && !Number.isNaN(Date.parse(form.to))) return { to: form.to };
  const { intake, now } = await service.interview(id);
  const to = instantOf(form.date ?? '', '09:00', intake.candidate.timeZone);
  if (to === null) throw new InvalidInput([{ path: 'date', message: 'is needed' }]);
  if (to <= now)
    throw new InvalidInput([{ path: 'date', message: 'lies in the past here; the clock only goes forward' }]);
  return { to };
}

function workflowAddress(ui: string | null, namespace: string, workflowId: string): string | null {
  if (ui === null || !/^https?:\/\//.test(ui)) return null;
  return `${ui.replace(/\/$/, '')}/namespaces/${encodeURIComponent(namespace)}/workflows/${encodeURIComponent(workflowId)}`;
}
