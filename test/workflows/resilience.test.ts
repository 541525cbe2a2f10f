import { WorkflowFailedError } from '@temporalio/client';
import { Refused, Unavailable } from '../../client/service';
import type { Database } from '../../data/database';
import type { interview } from '../../workflows/interview';
import * as messages from '../../workflows/messages';
import { interviewNeedsPerson } from '../../workflows/search-attributes';
import { interviewed, openAfterview, type TestAfterview } from '../support/afterview';
import { engineStartTimeoutMs } from '../support/engine';
import { freshIntake } from '../support/intakes';
import { until } from '../support/until';

let app: TestAfterview;
let databaseIsAway = false;
beforeAll(async () => {
  app = await openAfterview({
    around: (activities) => ({ ...activities, db: mayBeAway(activities.db) }),
  });
}, engineStartTimeoutMs);
afterAll(async () => app?.close(), 60_000);

function mayBeAway(db: Database): Database {
  return {
    ...db,
    query: (...args) => (databaseIsAway ? Promise.reject(new Error('the database is away')) : db.query(...args)),
    transaction: (work) => (databaseIsAway ? Promise.reject(new Error('the database is away')) : db.transaction(work)),
  };
}

async function start(change?: Parameters<typeof freshIntake>[0]) {
  const { view } = await interviewed(app, freshIntake(change));
  return { id: view.id, workflow: app.client.workflow.getHandle(view.workflowId), candidateId: view.candidateId };
}

test('continue-as-new carries facts, tray and seen keys, and the story goes on', async () => {
  const { id, workflow, candidateId } = await start();
  await workflow.terminate('to be started again with a low threshold');
  const facts = await app.db.query<{ fact: never }>('select fact from facts where interview_id = $1 order by seq', [
    id,
  ]);
  const first = await app.client.workflow.start<typeof interview>('interview', {
    taskQueue: app.taskQueue,
    workflowId: workflow.workflowId,
    args: [
      { interviewId: id, candidateId, facts: facts.map(({ fact }) => fact), stored: facts.length, mostEvents: 25 },
    ],
  });
  await first.signal(messages.mailReceived, { mailKey: 'm1', messageKey: 'k1' });
  await first.signal(messages.mailSorted, { mailKey: 'm1', kind: 'acknowledgement', by: 'person', messageKey: 'k2' });

  await app.service.fastForward(id, { days: 20 });

  const described = await workflow.describe();
  expect(described.runId).not.toBe(first.firstExecutionRunId);
  await workflow.signal(messages.mailReceived, { mailKey: 'm1', messageKey: 'k1' });
  await workflow.executeUpdate(messages.reportEvent, { args: [{ event: { type: 'agent_agreed' } }] });
  const all = await workflow.query(messages.facts);
  expect(all.filter(({ type }) => type === 'mail_received')).toHaveLength(1);
  expect(all[0]?.type).toBe('intake');
  const stored = await app.db.query<{ n: number }>('select count(*) as n from facts where interview_id = $1', [id]);
  expect(stored[0]?.n).toBe(all.length);
}, 120_000);

test("Cancel in the Temporal UI is the candidate's stop: what is open is withdrawn, and no letter goes out", async () => {
  const { id, workflow } = await start((intake) => {
    intake.approval = { default: 'ask' };
  });
  const before = app.mails.accepted.length;
  await workflow.cancel();
  await expect(workflow.result()).rejects.toBeInstanceOf(WorkflowFailedError);
  expect((await workflow.describe()).status.name).toBe('CANCELLED');
  expect(await app.service.interview(id)).toMatchObject({ stage: 'closed', outcome: 'withdrawn', needsPerson: false });
  const open = (await app.service.messages(id)).filter(({ status }) => status === 'draft' || status === 'approved');
  expect(open).toEqual([]);
  expect(app.mails.accepted.length).toBe(before);
  await expect(app.service.report(id, { type: 'paused' })).rejects.toBeInstanceOf(Refused);
}, 60_000);

test('a closed interview refuses what does not concern it, and lives again when they come back (G7)', async () => {
  const { id, workflow } = await start((intake) => {
    intake.interest = {};
  });
  await app.service.report(id, { type: 'feedback_received', outcome: 'rejected', reasonGiven: true });
  await app.service.fastForward(id, { days: 60 });
  const closed = await until(
    () => workflow.describe(),
    ({ status }) => status.name === 'COMPLETED',
  );
  expect(closed.status.name).toBe('COMPLETED');
  expect((await app.service.interview(id)).stage).toBe('closed');
  await expect(app.service.report(id, { type: 'no_reply_yet' })).rejects.toThrow(/This interview is closed since/);
  const left = (await app.service.tasks(id)).filter(({ status }) => status === 'open');
  expect(left.map(({ step }) => step)).toEqual(['move_on']);
  const [learned] = left;
  expect(await app.service.taskDone(id, learned?.id ?? '', { note: 'more about tests' })).toMatchObject({
    status: 'done',
  });
  await expect(app.service.taskDismiss(id, learned?.id ?? '')).rejects.toThrow(/no longer open/);
  expect((await app.service.interview(id)).stage).toBe('closed');

  const revived = await app.service.report(id, { type: 'offer_declined', by: 'preferred_candidate' });

  expect(revived).toMatchObject({ outcome: 'open' });
  expect(revived.stage).not.toBe('closed');
  const reborn = await app.client.workflow.getHandle(workflow.workflowId).describe();
  expect(reborn.runId).not.toBe(closed.runId);
  expect(reborn.status.name).toBe('RUNNING');
  const facts = await workflow.query(messages.facts);
  expect(facts.map(({ type }) => type)).toEqual(expect.arrayContaining(['intake', 'closed', 'offer_declined']));
}, 120_000);

test('while the rules cannot be asked a person is told, and afterwards nothing that came in is lost', async () => {
  const { id, workflow } = await start();
  databaseIsAway = true;
  try {
    await workflow.signal(messages.feedbackReceived, { outcome: 'holding', messageKey: 'during' });
    const told = await until(
      () => workflow.describe(),
      ({ typedSearchAttributes }) => typedSearchAttributes.get(interviewNeedsPerson) === true,
      40_000,
    );
    expect(told.typedSearchAttributes.get(interviewNeedsPerson)).toBe(true);
    expect((await workflow.query(messages.describeInterview)).trouble).toMatch(/database is away/);
  } finally {
    databaseIsAway = false;
  }
  const recovered = await until(
    () => workflow.query(messages.describeInterview),
    ({ trouble }) => trouble === null,
    60_000,
  );
  expect(recovered.trouble).toBeNull();
  const timeline = await app.service.timeline(id);
  expect(timeline.filter(({ type }) => type === 'feedback_received')).toHaveLength(1);
}, 120_000);

test('a mail that the server surely did not take goes out later with the same words, once', async () => {
  const { id } = await start();
  app.mails.answers.push({ outcome: 'not_sent', why: 'connection refused' });
  await app.service.fastForward(id, { days: 5 });
  const thanks = (await app.service.messages(id)).filter(({ step }) => step === 'thank_you');
  expect(thanks.map(({ status }) => status)).toEqual(['sent', 'sent']);
  const held = (await app.service.timeline(id)).filter(({ type }) => type === 'step_held');
  expect(held.length).toBeGreaterThan(0);
}, 60_000);

test('a mail of unknown fate is never sent again by itself, and a person settles it', async () => {
  const { id } = await start();
  app.mails.answers.push({ outcome: 'uncertain', why: 'the connection was lost after the final dot' });
  const before = app.mails.accepted.length;
  await app.service.fastForward(id, { days: 5 });
  const unsure = (await app.service.messages(id)).find(({ status }) => status === 'uncertain');
  if (!unsure) throw new Error('nothing is uncertain');
  const toThem = app.mails.accepted.slice(before).filter(({ to }) => to.includes(unsure.to[0] ?? ''));
  expect(toThem).toEqual([]);
  expect((await app.service.settle(id, unsure.id, true)).status).toBe('sent');
  await expect(app.service.settle(id, unsure.id, true)).rejects.toBeInstanceOf(Refused);
}, 60_000);

test('with no worker up the answer is a clear "not now" within five seconds, and nothing is half done', async () => {
  const { id } = await start();
  await app.stopWorker();
  try {
    const asked = Date.now();
    await expect(app.service.report(id, { type: 'paused' })).rejects.toBeInstanceOf(Unavailable);
    expect(Date.now() - asked).toBeLessThan(6_000);
    const intake = freshIntake();
    await expect(app.service.startInterview(intake, 'nobody-home')).rejects.toBeInstanceOf(Unavailable);
    const rows = await app.db.query('select 1 from candidates where address = $1', [intake.candidate.email]);
    expect(rows).toEqual([]);
  } finally {
    await app.startWorker();
  }
}, 120_000);
