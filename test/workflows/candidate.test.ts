import { interviewed, openAfterview, type TestAfterview } from '../support/afterview';
import { engineStartTimeoutMs } from '../support/engine';
import { freshIntake } from '../support/intakes';
import { until } from '../support/until';

let app: TestAfterview;
beforeAll(async () => {
  app = await openAfterview();
}, engineStartTimeoutMs);
afterAll(async () => app?.close(), 60_000);

const DAY_MS = 86_400_000;
const dayAfter = (instant: string, days: number) =>
  new Date(Date.parse(instant) + days * DAY_MS).toISOString().slice(0, 10);

test('D4 sends one digest a week, on Monday at eight in the zone of the candidate', async () => {
  const { intake, view } = await interviewed(app);
  await app.service.fastForward(view.id, { days: 14 });
  const dateOf = (text: string) => new Date(/^Date: (.*)$/m.exec(text)?.[1] ?? '');
  const digests = app.mails.accepted.filter(
    ({ to, text }) =>
      to[0] === intake.candidate.email &&
      /^Subject: Your week/m.test(text) &&
      dateOf(text).toISOString() > intake.interview.endsAt,
  );
  expect(digests).toHaveLength(2);
  for (const { text } of digests) expect(text).toMatch(/^Auto-Submitted: auto-generated/m);
  const dates = digests.map(({ text }) => dateOf(text));
  const stockholm = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    hour: '2-digit',
    timeZone: 'Europe/Stockholm',
  });
  expect(dates.map((date) => stockholm.format(date))).toEqual(['Mon, 08', 'Mon, 08']);
}, 90_000);

test('E7 marks an offer as lapsed once its day to answer is over, and the interviews look again', async () => {
  const { view } = await interviewed(app);
  const offer = { organisation: 'Southwind', receivedOn: dayAfter(view.now, 0), answerBy: dayAfter(view.now, 5) };
  await app.service.addOffer(view.candidateId, offer);
  await app.service.fastForward(view.id, { days: 3 });
  expect((await app.service.offers(view.candidateId))[0]?.status).toBe('open');
  await app.service.fastForward(view.id, { days: 5 });
  expect((await app.service.offers(view.candidateId))[0]?.status).toBe('lapsed');
  await expect(app.service.addOffer(view.candidateId, { organisation: 'X', receivedOn: 'soon' })).rejects.toThrow(
    /receivedOn: is no date/,
  );
}, 90_000);

test('interviews of one candidate go ahead together, and one that writes is heard by the other', async () => {
  const first = freshIntake();
  const one = await interviewed(app, first);
  const two = await app.service.startInterview({ ...first, role: 'Platform Engineer' }, null);
  await app.service.fastForward(one.view.id, { days: 30 });
  const [here, there] = await Promise.all([app.service.interview(one.view.id), app.service.interview(two.view.id)]);
  expect(Math.abs(Date.parse(here.now) - Date.parse(there.now))).toBeLessThan(60_000);

  // H1: one contact ledger per organisation, so asking steps of both keep three days between them.
  const sent = (await Promise.all([app.service.messages(here.id), app.service.messages(there.id)]))
    .flat()
    .filter(
      ({ step, sentAt }) => sentAt !== null && ['reconnect', 'chase', 'decision_maker', 'last_say'].includes(step),
    )
    .map(({ sentAt }) => Date.parse(sentAt ?? ''))
    .sort((a, b) => a - b);
  for (const [index, at] of sent.entries()) {
    if (index > 0) expect(at - (sent[index - 1] ?? 0)).toBeGreaterThan(2.9 * DAY_MS);
  }
  const heard = await until(
    () => app.client.workflow.getHandle(there.workflowId).fetchHistory(),
    () => true,
  );
  const signals = heard.events?.filter(
    ({ workflowExecutionSignaledEventAttributes: signal }) => signal?.signalName === 'surroundingsChanged',
  );
  expect(signals?.length).toBeGreaterThan(0);
}, 180_000);

test('G3 a next round sent without referees has those of the round before, also one added since', async () => {
  const round = freshIntake((intake) => {
    intake.process.id = 'p-7';
  });
  const { view } = await interviewed(app, round);
  const mina = { id: 'mina', name: 'Mina Kahl', email: 'mina.kahl@former.test', relationship: 'direct_manager' };
  await app.service.report(view.id, { type: 'referee_added', referee: mina, replaces: 'r1' });
  const next = {
    ...round,
    contacts: [round.contacts[1]],
    referees: [],
    promises: [],
    process: { id: 'p-7' },
    interview: { ...round.interview, round: 2 },
  };
  const second = await app.service.startInterview(next, null);
  const { intake } = await app.service.interview(second.view.id);
  expect(intake.referees.map(({ name }) => name)).toEqual(['Mina Kahl']);
  expect(intake.contacts.map(({ id, roles }) => [id, roles])).toEqual([
    ['oneill', ['interviewer', 'hr']],
    ['byrne', ['hiring_manager']],
    ['walsh', ['senior']],
  ]);
}, 90_000);
