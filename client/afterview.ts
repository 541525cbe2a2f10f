/**
 * The service behind pages, API and webhook, over Temporal and the database. Writing goes through the workflows, reading
 * through the read model, so that the pages show closed interviews long after their histories are gone.
 */
import { temporal } from '@temporalio/proto';
import { z } from 'zod';
import { findCandidate } from '../data/candidates';
import { loadFormDraft, saveFormDraft } from '../data/form-drafts';
import { listInterviews } from '../data/interviews';
import { listMessages, messageView } from '../data/messages';
import { insertOffer, listOffers } from '../data/offers';
import { readSettings, writeSetting } from '../data/settings';
import { surroundingsOf } from '../data/surroundings';
import { listTasks, taskView } from '../data/tasks';
import { fold } from '../policy/case';
import { viewOf as policyView } from '../policy/view';
import { surroundingsChanged } from '../workflows/messages';
import { clockOf } from './afterview/clock';
import { courseAhead } from './afterview/course';
import type { AfterviewDeps } from './afterview/deps';
import { decideMail, inbox, inboxItem, receiveMail, undoMail } from './afterview/inbox';
import * as reports from './afterview/report';
import { startInterview } from './afterview/start';
import { clockAhead, hasWorker, tellCandidate, within } from './afterview/temporal';
import { fastForward } from './afterview/time-travel';
import { timelineOf } from './afterview/timeline';
import { detailOf, factsOf, interviewRow, shownMessage, viewOf } from './afterview/views';
import { date, nameLine } from './intake/fields';
import { problemsOf } from './intake/problems';
import { type AfterviewService, InvalidInput, NotFound } from './service';

const offerShape = z.strictObject({
  organisation: nameLine,
  receivedOn: date,
  answerBy: date.nullish(),
  status: z.enum(['open', 'accepted', 'declined', 'lapsed']).optional(),
});

export function createAfterview(deps: AfterviewDeps): AfterviewService {
  const { db } = deps;
  const lanes = new Map<string, Promise<unknown>>();

  return {
    startInterview: (intake, idempotencyKey) => startInterview(deps, intake, idempotencyKey),
    async interviews(filter = {}) {
      const rows = await listInterviews(db, filter);
      const clocks = new Map<string, string>();
      for (const { candidateId } of rows) {
        if (clocks.has(candidateId)) continue;
        // All of a candidate's clocks go together, so one look per candidate will do.
        clocks.set(candidateId, new Date(Date.now() + (await clockAhead(deps, candidateId))).toISOString());
      }
      return Promise.all(rows.map((row) => viewOf(deps, row, clocks.get(row.candidateId))));
    },
    interview: (id) => detailOf(deps, id),
    async plan(id) {
      const row = await interviewRow(deps, id);
      const now = await clockOf(deps, row);
      return { steps: courseAhead(await factsOf(deps, row), now, await surroundingsOf(db, id, now, deps)) };
    },
    async timeline(id) {
      const row = await interviewRow(deps, id);
      const now = await clockOf(deps, row);
      const facts = await factsOf(deps, row);
      const titles = new Map((await listTasks(db, id)).map(({ stepKey, title }) => [stepKey, title]));
      return timelineOf(
        facts,
        policyView(fold(facts), Date.parse(now), await surroundingsOf(db, id, now, deps)),
        titles,
      );
    },
    async messages(id) {
      const file = fold(await factsOf(deps, await interviewRow(deps, id)));
      return (await listMessages(db, id)).map((message) => shownMessage(messageView(message), file));
    },
    async tasks(id) {
      await interviewRow(deps, id);
      return (await listTasks(db, id)).map(taskView);
    },
    approve: (id, messageId) => reports.approve(deps, id, messageId),
    edit: (id, messageId, change) => reports.edit(deps, id, messageId, change),
    skip: (id, messageId) => reports.skip(deps, id, messageId),
    settle: (id, messageId, arrived) => reports.settle(deps, id, messageId, arrived),
    taskDone: (id, taskId, result) => reports.taskDone(deps, id, taskId, result),
    taskDismiss: (id, taskId) => reports.taskDismiss(deps, id, taskId),
    taskSnooze: (id, taskId, until) => reports.taskSnooze(deps, id, taskId, until),
    report: (id, event) => reports.report(deps, id, event),
    setApproval: (id, step, approval) => reports.setApproval(deps, id, step, approval),
    fastForward: (id, to) => fastForward(deps, id, to, lanes),
    async addOffer(candidateId, sent) {
      if (!(await findCandidate(db, candidateId))) throw new NotFound(`There is no candidate ${candidateId}.`);
      const shape = offerShape.safeParse(sent, { reportInput: true });
      if (!shape.success) throw new InvalidInput(problemsOf(shape.error));
      const { answerBy, status, ...offer } = shape.data;
      if (answerBy && answerBy < offer.receivedOn) {
        throw new InvalidInput([{ path: 'answerBy', message: 'is before the offer was received' }]);
      }
      const { id } = await insertOffer(db, candidateId, {
        ...offer,
        answerBy: answerBy ?? null,
        ...(status && { status }),
      });
      const open = (await listInterviews(db, { candidateId })).some((row) => row.started && row.closedAt === null);
      if (open) await tellCandidate(deps, candidateId, { why: 'an offer elsewhere', from: null });
      return { id };
    },
    async offers(candidateId) {
      if (!(await findCandidate(db, candidateId))) throw new NotFound(`There is no candidate ${candidateId}.`);
      return (await listOffers(db, candidateId)).map(({ id, organisation, receivedOn, answerBy, status }) => ({
        ...{ id, organisation, receivedOn, answerBy, status },
      }));
    },
    receiveMail: (mail) => receiveMail(deps, mail),
    inbox: (state) => inbox(deps, state),
    inboxItem: (id) => inboxItem(deps, id),
    decide: (id, decision) => decideMail(deps, id, decision),
    undo: (id) => undoMail(deps, id),
    async settings() {
      const { stopped, first_sends: firstSends } = await readSettings(db);
      const { timeMachine, inbound, temporalUi, mailSink } = deps;
      return { stopped, firstSends, timeMachine, inbound, temporalUi, mailSink };
    },
    async setStopped(stopped) {
      await writeSetting(db, 'stopped', stopped);
      await lookAgain(deps, stopped ? 'everything was stopped' : 'everything may go on');
    },
    setFirstSends: (on) => writeSetting(db, 'first_sends', on),
    saveDraft: (token, form) => saveFormDraft(db, token, form),
    loadDraft: (token) => loadFormDraft(db, token),
    async health() {
      const [database, temporal, workers] = await Promise.all([
        answers(() => db.query('select 1')),
        answers(() => namespaceAnswers(deps)),
        answers(async () => {
          if (!(await hasWorker(deps))) throw new Error('no worker');
        }),
      ]);
      return { database, temporal, workers };
    },
  };
}

/** Every running interview decides anew. The button itself works without it: the last gate reads the setting (Order 1). */
async function lookAgain(deps: AfterviewDeps, why: string): Promise<void> {
  const open = (await listInterviews(deps.db)).filter((row) => row.started && row.closedAt === null);
  for (const { workflowId } of open) {
    await within(deps, () => deps.client.workflow.getHandle(workflowId).signal(surroundingsChanged, { why })).catch(
      () => undefined,
    );
  }
}

async function namespaceAnswers(deps: AfterviewDeps): Promise<void> {
  const { client } = deps;
  const { namespaceInfo } = await within(deps, () =>
    client.workflowService.describeNamespace({ namespace: client.options.namespace }),
  );
  if (namespaceInfo?.state !== temporal.api.enums.v1.NamespaceState.NAMESPACE_STATE_REGISTERED) throw new Error('gone');
}

async function answers(call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call();
    return true;
  } catch {
    return false;
  }
}
