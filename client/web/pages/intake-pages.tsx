import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type InterviewDetail, InvalidInput, NotFound } from '../../service';
import { type FlatForm, flatForm } from '../form/flat-form';
import type { FormState } from '../form/form-fields';
import { addEntry, changeEntries } from '../form/intake-entries';
import { carriedOver } from '../form/intake-to-form';
import { formToIntake, problemsToFields } from '../intake-form';
import type { WebOptions } from '../web-options';
import { wallClock } from '../words/local-time';
import { draftToken, newDraftToken, setDraftCookie } from './draft-cookie';
import { IntakePage } from './intake-page';
import { sendPage } from './render';
import { shellOf } from './shell';

/** `/interviews/new`: the intake form and its draft. */
export function intakePages(app: FastifyInstance, web: WebOptions): void {
  const { service } = web;
  const secure = web.baseUrl.startsWith('https:');

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    state: Partial<FormState> & { form: FlatForm },
    { status = 200, saved = false } = {},
  ) => {
    const whole: FormState = { errors: new Map(), focus: null, ...state };
    return sendPage(reply, <IntakePage shell={await shellOf(web, request)} state={whole} saved={saved} />, status);
  };

  const keep = async (request: FastifyRequest, reply: FastifyReply, form: FlatForm) => {
    const token = draftToken(request) ?? newDraftToken();
    setDraftCookie(reply, token, secure);
    await service.saveDraft(token, form);
  };

  app.get('/interviews/new', async (request, reply) => {
    const from = (request.query as { from?: unknown }).from;
    if (typeof from === 'string' && from !== '') {
      const { intake, invitation } = await service.interview(from);
      const when = invitation === null ? {} : timesOf(invitation, intake.organisation.timeZone);
      return show(request, reply, { form: withEntries({ ...freshForm(), ...carriedOver(intake, true), ...when }) });
    }
    const token = draftToken(request);
    const draft = token === null ? null : await service.loadDraft(token);
    if (draft !== null && Object.keys(draft).length > 0) return show(request, reply, { form: withEntries(draft) });
    return show(request, reply, { form: withEntries({ ...freshForm(), ...(await lastCandidate(web)) }) });
  });

  app.post('/interviews/new', async (request, reply) => {
    const form = withKey(flatForm(request.body));
    const action = form.action ?? 'submit';
    delete form.action;
    const changed = changeEntries(form, action);
    if (changed !== null) {
      await keep(request, reply, changed.form);
      return show(request, reply, { form: withEntries(changed.form), focus: changed.focus });
    }
    if (action === 'save') {
      await keep(request, reply, form);
      return show(request, reply, { form: withEntries(form) }, { saved: true });
    }
    const read = formToIntake(form);
    try {
      const { view, created } = await service.startInterview(read.intake, form.idempotencyKey ?? null);
      const token = draftToken(request);
      if (token !== null) await service.saveDraft(token, {}).catch(() => undefined);
      setDraftCookie(reply, null, secure);
      return reply.redirect(`/interviews/${encodeURIComponent(view.id)}?done=${created ? 'started' : 'same'}`, 303);
    } catch (error) {
      // The draft comes first: whatever went wrong, nothing that was typed is lost.
      await keep(request, reply, form).catch(() => undefined);
      if (!(error instanceof InvalidInput)) throw error;
      const errors = problemsToFields(error.problems, read, form);
      return show(request, reply, { form: withEntries(form), errors }, { status: 422 });
    }
  });

  app.post('/interviews/new/draft', async (request, reply) => {
    const form = flatForm(request.body);
    delete form.action;
    await keep(request, reply, form);
    return reply.code(204).send();
  });
}

function freshForm(): FlatForm {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    idempotencyKey: randomUUID(),
    ...(zone.includes('/') ? { 'candidate.timeZone': zone } : {}),
    'candidate.language': 'en',
    'interview.clock': 'organisation',
    'interview.round': '1',
    'interest.chances': 'medium',
    'route.kind': 'direct',
    'approval.default': 'ask',
  };
}

/** The fields of day and times, on the organisation's clock. */
function timesOf({ startsAt, endsAt }: NonNullable<InterviewDetail['invitation']>, timeZone: string): FlatForm {
  const start = wallClock(startsAt, timeZone);
  return {
    'interview.date': start.date,
    'interview.startTime': start.time,
    ...(endsAt !== null && { 'interview.endTime': wallClock(endsAt, timeZone).time }),
  };
}

function withKey(form: FlatForm): FlatForm {
  return /^[\x21-\x7e]{1,255}$/.test(form.idempotencyKey ?? '') ? form : { ...form, idempotencyKey: randomUUID() };
}

/** There is always one person to fill in. */
function withEntries(form: FlatForm): FlatForm {
  if (Object.keys(form).some((name) => name.startsWith('contacts.'))) return form;
  return addEntry(form, 'contacts').form;
}

/** Who interviewed last will most likely be the same person again. */
async function lastCandidate({ service }: WebOptions): Promise<FlatForm> {
  try {
    const interviews = await service.interviews();
    if (new Set(interviews.map(({ candidateId }) => candidateId)).size !== 1) return {};
    const last = interviews.at(-1);
    return last === undefined ? {} : carriedOver((await service.interview(last.id)).intake, false);
  } catch (error) {
    if (error instanceof NotFound) return {};
    throw error;
  }
}
