import { randomUUID } from 'node:crypto';
import { type UpdateDefinition, WorkflowUpdateFailedError } from '@temporalio/client';
import type { Fact } from '../../policy/facts';
import * as messages from '../../workflows/messages';
import { interviewNeedsPerson } from '../../workflows/search-attributes';
import { interviewed, openAfterview, type TestAfterview } from '../support/afterview';
import { engineStartTimeoutMs } from '../support/engine';
import { freshIntake } from '../support/intakes';
import { until } from '../support/until';

let app: TestAfterview;
let id: string;
let workflowId: string;
beforeAll(async () => {
  app = await openAfterview();
  const asking = freshIntake((intake) => {
    intake.approval = { default: 'ask' };
  });
  const { view } = await interviewed(app, asking);
  ({ id, workflowId } = view);
}, engineStartTimeoutMs);
afterAll(async () => app?.close(), 60_000);

const handle = () => app.client.workflow.getHandle(workflowId);
const facts = (): Promise<Fact[]> => handle().query(messages.facts);

async function refusal<P extends object>(update: UpdateDefinition<messages.Applied, [P]>, asked: P): Promise<string> {
  try {
    await handle().executeUpdate(update, { args: [asked] });
  } catch (error) {
    if (error instanceof WorkflowUpdateFailedError) return (error.cause as Error).message;
    throw error;
  }
  return 'was not refused';
}

describe('each validator refuses at once, and the workflow goes on', () => {
  const thanks = 'thank_you:byrne:1';
  let letter: string;
  let task: string;
  beforeAll(async () => {
    letter = (await app.service.messages(id)).find(({ step }) => step === 'thank_you')?.stepKey ?? thanks;
    // The question how it went comes in the evening.
    await app.service.fastForward(id, { days: 0.5 });
    task = (await app.service.tasks(id)).find(({ step }) => step === 'reflection')?.stepKey ?? '';
    expect(task).not.toBe('');
  });

  test('reportEvent: an outcome that does not exist', async () => {
    const event = { type: 'feedback_received', outcome: 'maybe' } as never;
    expect(await refusal(messages.reportEvent, { event })).toMatch(/^An outcome is one of/);
  });
  test('approveDraft: an unknown message', async () => {
    expect(await refusal(messages.approveDraft, { key: 'chase:nobody:9' })).toBe('There is no such message.');
  });
  test('approveDraft: a task', async () => {
    expect(await refusal(messages.approveDraft, { key: task })).toBe('This is a task, not a message.');
  });
  test('editDraft: an unknown message', async () => {
    expect(await refusal(messages.editDraft, { key: 'x', text: 'y' })).toBe('There is no such message.');
  });
  test('skipDraft: a task', async () => {
    expect(await refusal(messages.skipDraft, { key: task })).toBe('This is a task, not a message.');
  });
  test('settleMessage: a message whose fate is known', async () => {
    expect(await refusal(messages.settleMessage, { key: letter, arrived: true })).toMatch(/^Only a message/);
  });
  test('completeTask: a message', async () => {
    expect(await refusal(messages.completeTask, { key: letter })).toBe('This is a message, not a task.');
  });
  test('dismissTask: an unknown task', async () => {
    expect(await refusal(messages.dismissTask, { key: 'x' })).toBe('There is no such task.');
  });
  test('snoozeTask: to a moment that has passed', async () => {
    expect(await refusal(messages.snoozeTask, { key: task, until: '2020-01-01T00:00:00Z' })).toMatch(/later moment/);
  });
  test('reportEvent: a corrected date that is none', async () => {
    const event = { type: 'promised_date_corrected', promisedDate: 'soon' } as const;
    expect(await refusal(messages.reportEvent, { event })).toBe('A date is written 2026-12-11.');
  });
  test('setApproval: a choice that does not exist', async () => {
    expect(await refusal(messages.setApproval, { step: 'chase', approval: 'always' })).toMatch(
      /^An approval is one of/,
    );
  });
  test('and after all of these an update still goes through', async () => {
    const before = (await facts()).length;
    const applied = await handle().executeUpdate(messages.setApproval, { args: [{ step: 'chase', approval: 'ask' }] });
    expect(applied.facts).toBeGreaterThan(before);
  });
});

test('the same message key counts once, by signal, by update, and across both', async () => {
  const messageKey = randomUUID();
  const count = async () => (await facts()).filter(({ type }) => type === 'no_reply_yet').length;
  const before = await count();
  const event = { type: 'no_reply_yet' } as const;
  await handle().executeUpdate(messages.reportEvent, { args: [{ event, messageKey }] });
  await handle().executeUpdate(messages.reportEvent, { args: [{ event, messageKey }] });
  expect(await count()).toBe(before + 1);

  const mailKey = `mid-${randomUUID()}`;
  for (let copy = 0; copy < 3; copy += 1) {
    await handle().signal(messages.mailReceived, { mailKey, contactId: 'byrne', messageKey: mailKey });
  }
  await until(facts, (all) => all.some((fact) => fact.type === 'mail_received' && fact.mailKey === mailKey));
  await handle().signal(messages.mailSorted, {
    mailKey,
    kind: 'acknowledgement',
    by: 'person',
    messageKey: `${mailKey}:s`,
  });
  const all = await until(facts, (some) =>
    some.some((fact) => fact.type === 'mail_sorted' && fact.mailKey === mailKey),
  );
  expect(all.filter((fact) => fact.type === 'mail_received' && fact.mailKey === mailKey)).toHaveLength(1);
});

test('H10 a date that was noted wrong is corrected, or there was none; a day before the interview is refused', async () => {
  const correct = (promisedDate?: string) =>
    app.service.report(id, { type: 'promised_date_corrected', ...(promisedDate && { promisedDate }) });
  const { promisedDate: noted } = await app.service.interview(id);
  await correct();
  expect((await app.service.interview(id)).promisedDate).toMatchObject({ assumed: true });
  await expect(correct('2026-01-02')).rejects.toThrow(/promisedDate: is before the interview/);
  await correct(noted?.date);
  expect((await app.service.interview(id)).promisedDate).toEqual(noted);
});

test('a signal that makes no sense changes nothing and asks for a person', async () => {
  const before = (await facts()).length;
  await handle().signal(messages.feedbackReceived, { outcome: 'perhaps' as never });
  await handle().signal('noSuchSignal', {});
  const page = await until(
    async () => JSON.stringify(await handle().query('__temporal_workflow_metadata')),
    (shown) => shown.includes('noSuchSignal'),
  );
  expect(page).toContain('Not understood: there is no signal noSuchSignal');
  const { typedSearchAttributes } = await handle().describe();
  expect(typedSearchAttributes.get(interviewNeedsPerson)).toBe(true);
  expect(await facts()).toHaveLength(before);
});

test('G11 and E7: own words that must not leave are refused with the words and the reason', async () => {
  const draft = (await app.service.messages(id)).find(({ step, status }) => step === 'thank_you' && status === 'draft');
  if (!draft) throw new Error('no draft');
  const rude = app.service.edit(id, draft.id, { text: "Dear Mr O'Neill,\n\nYour silence is unacceptable.\n\nMaya" });
  await expect(rude).rejects.toThrow(/unacceptable.*G11/);
  const bluff = app.service.edit(id, draft.id, { text: "Dear Mr O'Neill,\n\nI have received another offer.\n\nMaya" });
  await expect(bluff).rejects.toThrow(/E7/);
  expect((await app.service.messages(id)).find((message) => message.id === draft.id)?.text).toBe(draft.text);
});

test('a draft is approved, edited and sent with the words it was given; then nothing can change it', async () => {
  const draft = (await app.service.messages(id)).find(({ step, status }) => step === 'thank_you' && status === 'draft');
  if (!draft) throw new Error('no draft');
  const edited = await app.service.edit(id, draft.id, { text: 'Dear Dr Byrne,\n\nThank you for your time.\n\nMaya' });
  expect(edited.text).toContain('Thank you for your time.');
  expect((await app.service.approve(id, draft.id)).status).toBe('approved');
  await app.service.fastForward(id, { days: 4 });
  const sent = (await app.service.messages(id)).find((message) => message.id === draft.id);
  expect(sent?.status).toBe('sent');
  expect(app.mails.accepted.some(({ text }) => text.includes('Thank you for your time.'))).toBe(true);
  await expect(app.service.edit(id, draft.id, { text: 'other words' })).rejects.toThrow('already been sent');
  await expect(app.service.skip(id, draft.id)).rejects.toThrow('already been sent');
}, 60_000);

test('A2 homework that nobody has put in says that it waits for it, approved or not', async () => {
  const owing = freshIntake((intake) => {
    intake.promises.push({ what: 'a page on the rota', to: ['oneill'], kind: 'homework' });
  });
  const { view } = await interviewed(app, owing);
  const homework = async () =>
    (await app.service.messages(view.id)).find(({ step, channel }) => step === 'homework' && channel === 'email');
  await app.service.fastForward(view.id, { days: 6 });
  const draft = await homework();
  expect(draft).toMatchObject({ status: 'draft', heldRule: 'A2', heldUntil: null });
  await app.service.approve(view.id, draft?.id ?? '');
  expect(await homework()).toMatchObject({ status: 'approved', heldRule: 'A2', heldUntil: null });
  await app.service.edit(view.id, draft?.id ?? '', { text: "Dear Mr O'Neill,\n\nHere is the page.\n\nMaya" });
  expect(await homework()).toMatchObject({ heldRule: null });
}, 60_000);

test('what the organisation says stops what was planned', async () => {
  const view = await app.service.report(id, { type: 'feedback_received', outcome: 'rejected', contactId: 'oneill' });
  expect(view.outcome).toBe('rejected');
  const open = (await app.service.messages(id)).filter(({ status }) => status === 'draft' || status === 'approved');
  expect(open.every(({ step }) => !['reconnect', 'chase', 'decision_maker'].includes(step))).toBe(true);
  const told = (await app.service.timeline(id)).map(({ text }) => text);
  expect(told).toContain('They answered: no.');
}, 60_000);

test('bad events name every problem, and unknown things are not found', async () => {
  await expect(app.service.report(id, { type: 'feedback_received', outcome: 'x' })).rejects.toThrow(
    /outcome: must be one of/,
  );
  await expect(
    app.service.report(id, { type: 'call_logged', contactId: 'zz', direction: 'in', reached: true }),
  ).rejects.toThrow(/contactId: is not known/);
  await expect(app.service.interview('nope')).rejects.toThrow('There is no interview nope.');
  await expect(app.service.approve(id, 'nope')).rejects.toThrow('There is no message nope in this interview.');
});
