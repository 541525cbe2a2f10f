import * as answers from '../../client/web/api/answers';
import { type Story, startStory } from '../support/story';
import { expectProblem } from './expect-problem';

let story: Story;
beforeEach(async () => {
  story = await startStory();
});
afterEach(() => story.app.close());

const post = (url: string, payload?: object) =>
  story.app.inject({ method: 'POST', url, ...(payload === undefined ? {} : { payload }) });

describe('messages', () => {
  const at = '/api/interviews/i1/messages/msg1';

  test('are approved, edited and skipped', async () => {
    expect(answers.message.parse((await post(`${at}/approve`)).json()).status).toBe('approved');
    expect((await post(`${at}/edit`, { text: 'Dear Dr Byrne, thank you.' })).json().text).toBe(
      'Dear Dr Byrne, thank you.',
    );
    expect((await post(`${at}/skip`)).json().status).toBe('withdrawn');
    expect(story.service.calls.map(({ name }) => name)).toEqual(['approve', 'edit', 'skip']);
  });

  test('an edit that the guard blocks is a 409 with its words (G11)', async () => {
    const answer = await post(`${at}/edit`, { text: 'This is unacceptable.' });
    expectProblem(answer, 409);
    expect(answer.json().detail).toContain('unacceptable');
  });

  test('an edit must change something, and hold text', async () => {
    expectProblem(await post(`${at}/edit`, {}), 422);
    expectProblem(await post(`${at}/edit`, { text: '' }), 422, ['text']);
    expectProblem(await post(`${at}/edit`, { subject: 'a\0' }), 422, ['subject']);
    expectProblem(await post(`${at}/edit`), 422);
  });

  test('one whose fate is unknown is settled', async () => {
    expectProblem(await post(`${at}/settle`, { arrived: true }), 409);
    const message = story.service.kept.get('i1')?.messages[0];
    if (message) message.status = 'uncertain';
    expect((await post(`${at}/settle`, { arrived: true })).json().status).toBe('sent');
    expectProblem(await post(`${at}/settle`, { arrived: 'yes' }), 422, ['arrived']);
  });

  test('an unknown one is a 404', async () => {
    for (const action of ['approve', 'skip'])
      expectProblem(await post(`/api/interviews/i1/messages/none/${action}`), 404);
  });
});

describe('tasks', () => {
  const at = '/api/interviews/i1/tasks';

  test('are done with a note and an outcome, or without a body', async () => {
    const called = await post(`${at}/t2/done`, { note: 'She will call back.', outcome: 'left_message' });
    expect(answers.task.parse(called.json()).status).toBe('done');
    expect(story.service.calls[0]?.args[2]).toEqual({ note: 'She will call back.', outcome: 'left_message' });
    expect((await post(`${at}/t1/done`)).statusCode).toBe(200);
    expectProblem(await post(`${at}/t1/done`), 409);
  });

  test('are dismissed and snoozed', async () => {
    expect((await post(`${at}/t1/snooze`, { until: '2026-12-05T09:00:00Z' })).json().status).toBe('snoozed');
    expectProblem(await post(`${at}/t1/snooze`, { until: 'later' }), 422, ['until']);
    expectProblem(await post(`${at}/t1/snooze`, { until: '2020-01-01T00:00:00Z' }), 422, ['until']);
    expect((await post(`${at}/t2/dismiss`)).json().status).toBe('dismissed');
    expectProblem(await post(`${at}/none/dismiss`), 404);
  });
});

describe('other offers', () => {
  const at = '/api/candidates/cand-maya@candidate.test/offers';

  test('are recorded and listed', async () => {
    const added = await post(at, {
      organisation: 'Baltic Rail',
      receivedOn: '2026-12-03',
      answerBy: '2026-12-10',
      status: 'open',
    });
    expect(added.statusCode).toBe(201);
    const listed = answers.offers.parse((await story.app.inject(at)).json());
    expect(listed.offers).toMatchObject([{ id: added.json().id, organisation: 'Baltic Rail' }]);
  });

  test('of nobody, or without what they need, are refused', async () => {
    expectProblem(await post(at, {}), 422, ['organisation', 'receivedOn']);
    expectProblem(await post('/api/candidates/nobody/offers', { organisation: 'A', receivedOn: '2026-12-03' }), 404);
    expectProblem(await story.app.inject('/api/candidates/nobody/offers'), 404);
  });
});

describe('the switches', () => {
  test('stop everything and mail only to me are set together or alone', async () => {
    const put = (payload: object) => story.app.inject({ method: 'PUT', url: '/api/settings', payload });
    expect((await put({ stopped: true })).json()).toMatchObject({ stopped: true, firstSends: false });
    expect((await put({ firstSends: true, stopped: false })).json()).toMatchObject({
      stopped: false,
      firstSends: true,
    });
    answers.settings.parse((await story.app.inject('/api/settings')).json());
    expectProblem(await put({ stopped: 'yes' }), 422, ['stopped']);
  });
});

describe('health', () => {
  test('the process is alive whatever else is not; ready only when all of it is', async () => {
    expect((await story.app.inject('/healthz')).json()).toEqual({ status: 'ok' });
    expect((await story.app.inject('/readyz')).statusCode).toBe(200);
    story.service.failing = true;
    const answer = await story.app.inject('/readyz');
    expect(answer.statusCode).toBe(503);
    expect(answers.health.parse(answer.json())).toEqual({ database: false, temporal: false, workers: false });
    expect((await story.app.inject('/healthz')).statusCode).toBe(200);
  });
});
