import { interviewed, openAfterview, type TestAfterview } from '../support/afterview';
import { engineStartTimeoutMs } from '../support/engine';
import { freshIntake } from '../support/intakes';

let app: TestAfterview;
beforeAll(async () => {
  app = await openAfterview();
}, engineStartTimeoutMs);
afterAll(async () => app?.close(), 60_000);

test('an interview that nobody ever answers runs from its thank-yous to its end within eight virtual months', async () => {
  const { view, created } = await app.service.startInterview(freshIntake(), null);
  expect(created).toBe(true);
  expect(view.stage).toBe('thanking');

  const after = await app.service.fastForward(view.id, { days: 240 });

  expect(after).toMatchObject({ stage: 'closed', outcome: 'unanswered' });
  const messages = await app.service.messages(view.id);
  const sent = messages.filter(({ status }) => status === 'sent');
  expect(sent.filter(({ step }) => step === 'thank_you').map(({ to }) => to[0])).toEqual([
    'aoife.byrne@northwind.test',
    'conor.oneill@northwind.test',
  ]);
  expect(sent.map(({ step }) => step)).toEqual(expect.arrayContaining(['reconnect', 'last_say']));
  const promised = after.promisedDate?.date ?? '';
  const asking = sent.filter(({ step }) => ['reconnect', 'chase', 'decision_maker', 'last_say'].includes(step));
  for (const { sentAt } of asking) expect((sentAt ?? '').slice(0, 10) > promised).toBe(true);
  // One mail left for each message that says it was sent, digests to the candidate apart.
  const letters = app.mails.accepted.filter(({ to }) => !to[0]?.startsWith('maya.'));
  expect(letters).toHaveLength(sent.length);
}, 180_000);

test('fast-forward of a closed interview moves the clock of its candidate and changes nothing', async () => {
  const { view } = await interviewed(app);
  await app.client.workflow.getHandle(view.workflowId).cancel();
  await app.client.workflow
    .getHandle(view.workflowId)
    .result()
    .catch(() => undefined);
  const before = await app.service.interview(view.id);

  const after = await app.service.fastForward(view.id, { days: 3 });

  expect(after.stage).toBe('closed');
  expect(Date.parse(after.now) - Date.parse(before.now)).toBeGreaterThanOrEqual(3 * 86_400_000);
}, 60_000);

test('a new interview of a candidate whose clock is ahead starts on that clock', async () => {
  const { intake: first, view } = await interviewed(app);
  const ahead = await app.service.fastForward(view.id, { days: 10 });
  const second = await app.service.startInterview({ ...first, role: 'Platform Engineer' }, null);
  expect(Date.parse(second.view.now)).toBeGreaterThanOrEqual(Date.parse(ahead.now) - 1_000);
  expect(second.view.candidateId).toBe(view.candidateId);
}, 60_000);

test('the same idempotency key answers the same interview and starts nothing twice', async () => {
  const intake = freshIntake();
  const first = await app.service.startInterview(intake, 'key-1');
  const again = await app.service.startInterview(intake, 'key-1');
  expect(again).toMatchObject({ created: false, view: { id: first.view.id } });
}, 60_000);
