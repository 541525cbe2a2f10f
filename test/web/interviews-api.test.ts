import * as answers from '../../client/web/api/answers';
import { sampleIntake } from '../support/sample-intake';
import { type Story, startStory } from '../support/story';
import { expectProblem } from './expect-problem';

let story: Story;
beforeEach(async () => {
  story = await startStory();
});
afterEach(() => story.app.close());

const post = (url: string, payload?: object, headers: Record<string, string> = {}) =>
  story.app.inject({ method: 'POST', url, headers, ...(payload === undefined ? {} : { payload }) });

describe('the intake', () => {
  const another = { ...sampleIntake, role: 'Platform Engineer' };

  test('starts an interview and says where it is', async () => {
    const answer = await post('/api/interviews', another);
    expect(answer.statusCode).toBe(201);
    expect(answer.headers.location).toBe('/api/interviews/i2');
    expect(answers.interview.parse(answer.json())).toMatchObject({ id: 'i2', candidateId: expect.any(String) });
  });

  test('with the same Idempotency-Key again answers the same interview, with 200', async () => {
    const first = await post('/api/interviews', another, { 'idempotency-key': 'once' });
    const again = await post('/api/interviews', another, { 'idempotency-key': 'once' });
    expect([first.statusCode, again.statusCode]).toEqual([201, 200]);
    expect(again.json().id).toBe(first.json().id);
    expect(again.headers.location).toBe(first.headers.location);
  });

  test('an Idempotency-Key that is none is a 400', async () => {
    expectProblem(await post('/api/interviews', another, { 'idempotency-key': 'x'.repeat(300) }), 400, [
      'Idempotency-Key',
    ]);
  });

  test('bad input names every problem with its path, and stores nothing', async () => {
    const before = story.service.kept.size;
    const answer = await post('/api/interviews', {
      ...another,
      candidate: { ...another.candidate, country: 'XX', timeZone: 'Mars/Base' },
      process: { promisedDate: '2026-11-01' },
      contacts: [...another.contacts, { givenName: 'Aoife', roles: ['hr'], email: 'AOIFE.byrne@northwind.test' }],
    });
    expectProblem(answer, 422, ['candidate.country', 'candidate.timeZone', 'process.promisedDate', 'contacts.3.email']);
    expect(story.service.kept.size).toBe(before);
  });

  test('a field of 5 MB is read, and the answer names it', async () => {
    expectProblem(await post('/api/interviews', { ...another, role: 'x'.repeat(5_000_000) }), 422, ['role']);
  });

  test('more than 6 MB is not read', async () => {
    expectProblem(await post('/api/interviews', { role: 'x'.repeat(6_500_000) }), 413);
  });

  test('NUL and halves of surrogate pairs are named beside all other problems', async () => {
    const answer = await post('/api/interviews', {
      ...another,
      role: 'a\0b',
      documents: { transcript: '\ud800' },
      organisation: {},
    });
    expectProblem(answer, 422, ['role', 'documents.transcript', 'organisation.name']);
  });

  test.each([
    ['{', 'application/json', 400],
    ['{"__proto__":{}}', 'application/json', 400],
    ['[]', 'application/json', 422],
    ['null', 'application/json', 422],
    ['role=x', 'application/x-www-form-urlencoded', 415],
    ['x', 'text/plain', 415],
  ])('%j as %s is a %i', async (payload, type, status) => {
    expectProblem(
      await story.app.inject({ method: 'POST', url: '/api/interviews', payload, headers: { 'content-type': type } }),
      status,
    );
  });

  test('with the workers down: 503, and nothing half done', async () => {
    story.service.failing = true;
    const answer = await post('/api/interviews', another);
    expectProblem(answer, 503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(story.service.kept.size).toBe(1);
  });
});

describe('what is known of an interview', () => {
  test.each([
    ['', answers.interview],
    ['/plan', answers.plan],
    ['/timeline', answers.timeline],
    ['/messages', answers.messages],
    ['/tasks', answers.tasks],
  ])('GET /api/interviews/{id}%s answers in its shape', async (path, shape) => {
    const answer = await story.app.inject(`/api/interviews/i1${path}`);
    expect(answer.statusCode).toBe(200);
    shape.parse(answer.json());
  });

  test.each(['', '/plan', '/timeline', '/messages', '/tasks'])('of an unknown one, %s is a 404', async (path) => {
    expectProblem(await story.app.inject(`/api/interviews/nobody${path}`), 404);
  });

  test('an id that no id can be is a 404, not a fault', async () => {
    expectProblem(await story.app.inject('/api/interviews/%00'), 404);
    expectProblem(await story.app.inject(`/api/interviews/${'a'.repeat(500)}`), 404);
    expectProblem(await story.app.inject('/api/interviews/%zz'), 400);
  });

  test('the list can be one candidate’s', async () => {
    const candidateId = 'cand-maya@candidate.test';
    const all = await story.app.inject('/api/interviews');
    expect(answers.interviews.parse(all.json()).interviews).toHaveLength(1);
    const own = await story.app.inject(`/api/interviews?candidateId=${encodeURIComponent(candidateId)}`);
    expect(own.json().interviews).toHaveLength(1);
    expect((await story.app.inject('/api/interviews?candidateId=other')).json().interviews).toEqual([]);
    expectProblem(await story.app.inject('/api/interviews?candidateId='), 400, ['candidateId']);
  });

  test('a skipped draft is withdrawn to callers, who know no other word for it', async () => {
    await post('/api/interviews/i1/messages/msg1/skip');
    const [message] = (await story.app.inject('/api/interviews/i1/messages')).json().messages;
    expect(message).toMatchObject({ status: 'withdrawn', skipped: true });
  });
});

describe('what is reported', () => {
  test('an event goes to the service as it was written', async () => {
    const event = { type: 'feedback_received', outcome: 'holding', promisedDate: '2026-12-18' };
    const answer = await post('/api/interviews/i1/events', event);
    expect(answer.statusCode).toBe(200);
    expect(answers.interview.parse(answer.json()).stage).toBe('answered');
    expect(story.service.calls).toEqual([{ name: 'report', args: ['i1', event] }]);
  });

  test('a closed interview refuses with the reason', async () => {
    await post('/api/interviews/i1/events', { type: 'candidate_withdraws' });
    const answer = await post('/api/interviews/i1/events', { type: 'paused' });
    expectProblem(answer, 409);
    expect(answer.json().detail).toContain('closed');
  });

  test.each([[{}], [[]], ['x'], [7]])('%j is no event', async (payload) => {
    const answer = await story.app.inject({
      method: 'POST',
      url: '/api/interviews/i1/events',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify(payload),
    });
    expectProblem(answer, 422);
  });

  test('how letters leave can be chosen for each step', async () => {
    expect((await post('/api/interviews/i1/approval', { step: 'thank_you', approval: 'send' })).statusCode).toBe(200);
    expect(story.service.calls[0]).toEqual({ name: 'setApproval', args: ['i1', 'thank_you', 'send'] });
    expectProblem(await post('/api/interviews/i1/approval', { step: 'nonsense', approval: 'now' }), 422, [
      'step',
      'approval',
    ]);
  });

  test('the clock goes forward by days or to an instant, and by nothing else', async () => {
    expect((await post('/api/interviews/i1/fast-forward', { days: 2 })).json().now).toBe('2026-12-03T12:30:00.000Z');
    const to = '2026-12-14T10:00:00Z';
    expect((await post('/api/interviews/i1/fast-forward', { to })).json().now).toBe('2026-12-14T10:00:00.000Z');
    expectProblem(await post('/api/interviews/i1/fast-forward', { days: -1 }), 422, ['days']);
    expectProblem(await post('/api/interviews/i1/fast-forward', { to: 'tomorrow' }), 422, ['to']);
    for (const body of [{}, { days: 1, to }, { weeks: 1 }])
      expectProblem(await post('/api/interviews/i1/fast-forward', body), 422);
    story.service.timeMachine = false;
    expectProblem(await post('/api/interviews/i1/fast-forward', { days: 2 }), 409);
  });
});
