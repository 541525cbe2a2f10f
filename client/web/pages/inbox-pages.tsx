import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Intake } from '../../../policy/intake';
import { InvalidInput, Refused } from '../../service';
import { type FlatForm, filled, flatForm } from '../form/flat-form';
import { handIn, readUpload, UPLOAD_LIMIT, UPLOAD_LIMITS } from '../mail-upload';
import type { WebOptions } from '../web-options';
import { DATE_WORDS } from '../words/mail-words';
import { HOME_ZONE } from '../words/moments';
import { InboxPage, MailPage } from './inbox-page';
import { sendPage } from './render';
import { shellOf } from './shell';
import type { PageTrouble } from './trouble';

/** `/inbox`: mails that wait for a person, one at a time. */
export function inboxPages(app: FastifyInstance, web: WebOptions): void {
  const { service } = web;

  app.get('/inbox', async (request, reply) => {
    const all = (request.query as { state?: unknown }).state === 'all';
    const [shell, items] = await Promise.all([shellOf(web, request), service.inbox(all ? undefined : 'review')]);
    return sendPage(reply, <InboxPage shell={shell} items={items} all={all} trouble={null} />);
  });

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    trouble: PageTrouble | null,
    status = 200,
  ) => {
    const [shell, item, interviews, waiting] = await Promise.all([
      shellOf(web, request),
      service.inboxItem(id),
      service.interviews(),
      service.inbox('review'),
    ]);
    const chosen = item.interviewId ?? item.candidates[0]?.interviewId ?? null;
    const intake = chosen === null ? null : await intakeOf(web, chosen);
    const referees = intake?.referees ?? [];
    const zone = intake?.organisation.timeZone ?? HOME_ZONE;
    const next = waiting.find((one) => one.id !== id)?.id ?? null;
    return sendPage(reply, <MailPage {...{ shell, item, interviews, referees, zone, next, trouble }} />, status);
  };

  app.get<{ Params: { id: string } }>('/inbox/:id', (request, reply) => show(request, reply, request.params.id, null));

  app.post<{ Params: { id: string } }>('/inbox/:id/decide', async (request, reply) => {
    const form = flatForm(request.body);
    try {
      await service.decide(request.params.id, decisionOf(form));
    } catch (error) {
      const trouble = troubleOf(error, form);
      if (trouble === null) throw error;
      return show(request, reply, request.params.id, trouble, error instanceof Refused ? 409 : 422);
    }
    return reply.redirect(`/inbox/${encodeURIComponent(request.params.id)}?done=decided`, 303);
  });

  app.post<{ Params: { id: string } }>('/inbox/:id/undo', async (request, reply) => {
    try {
      await service.undo(request.params.id);
    } catch (error) {
      const trouble = troubleOf(error, {});
      if (trouble === null) throw error;
      return show(request, reply, request.params.id, trouble, 409);
    }
    return reply.redirect(`/inbox/${encodeURIComponent(request.params.id)}?done=undone`, 303);
  });
}

/** The form that hands in a mail. In a scope of its own: it takes files. */
export async function inboxUploadPage(app: FastifyInstance, web: WebOptions): Promise<void> {
  await app.register(multipart, { limits: UPLOAD_LIMITS });
  app.post('/inbox', { bodyLimit: UPLOAD_LIMIT }, async (request, reply) => {
    const read = request.isMultipart() ? await readUpload(request) : handIn(Buffer.alloc(0));
    if (read.mail === null) {
      const [shell, items] = await Promise.all([shellOf(web, request), web.service.inbox('review')]);
      const trouble = {
        where: 'upload',
        title: 'There is no mail in it.',
        problems: [read.problem],
        form: read.typed,
      };
      return sendPage(reply, <InboxPage shell={shell} items={items} all={false} trouble={trouble} />, 422);
    }
    const { id, known } = await web.service.receiveMail({
      raw: read.mail,
      envelopeRecipient: null,
      source: 'upload',
      trusted: true,
    });
    return reply.redirect(`/inbox/${encodeURIComponent(id)}?done=${known ? 'known' : 'stored'}`, 303);
  });
}

function decisionOf(form: FlatForm) {
  const kind = filled(form, 'kind');
  if (kind === undefined) throw new InvalidInput([{ path: 'kind', message: 'press one of the answers' }]);
  const interview = filled(form, 'interviewId');
  const confirmed = (Object.keys(DATE_WORDS) as (keyof typeof DATE_WORDS)[]).flatMap((name) => {
    const value = filled(form, name);
    return value !== undefined && form[`${name}.confirm`] === 'on' ? [[name, value] as const] : [];
  });
  const refereeId = filled(form, 'refereeId');
  return {
    kind,
    interviewId: interview === undefined || interview === 'none' ? null : interview,
    ...(Object.fromEntries(confirmed) as Partial<Record<keyof typeof DATE_WORDS, string>>),
    ...(refereeId === undefined || kind !== 'referee_reply' ? {} : { refereeId }),
  };
}

function troubleOf(error: unknown, form: FlatForm): PageTrouble | null {
  if (error instanceof Refused)
    return { where: 'mail', title: 'That could not be done.', problems: [error.message], form };
  if (error instanceof InvalidInput)
    return {
      where: 'mail',
      title: 'Please have another look.',
      problems: error.problems.map(({ path, message }) => `${path}: ${message}`),
      form,
    };
  return null;
}

async function intakeOf({ service }: WebOptions, interviewId: string): Promise<Intake | null> {
  try {
    return (await service.interview(interviewId)).intake;
  } catch {
    return null;
  }
}
