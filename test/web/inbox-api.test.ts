import * as answers from '../../client/web/api/answers';
import { type Story, startStory } from '../support/story';
import { expectProblem } from './expect-problem';
import { multipartForm } from './multipart-form';

let story: Story;
beforeEach(async () => {
  story = await startStory();
});
afterEach(() => story.app.close());

const post = (url: string, payload?: object) =>
  story.app.inject({ method: 'POST', url, ...(payload === undefined ? {} : { payload }) });

test('what waits for a person is listed, with the guess and why', async () => {
  const { inbox } = answers.inbox.parse((await story.app.inject('/api/inbox?state=review')).json());
  expect(inbox).toMatchObject([{ id: 'm1', guess: { kind: 'holding' } }]);
  expect((await story.app.inject('/api/inbox?state=sorted')).json().inbox).toEqual([]);
  expectProblem(await story.app.inject('/api/inbox?state=%3Cb%3E'), 400, ['state']);
  answers.inboxItem.parse((await story.app.inject('/api/inbox/m1')).json());
  expectProblem(await story.app.inject('/api/inbox/none'), 404);
});

test('a person decides, and can undo it', async () => {
  const decision = { interviewId: 'i1', kind: 'holding', promisedDate: '2026-12-18' };
  expect((await post('/api/inbox/m1/decide', decision)).json()).toMatchObject({ kind: 'holding', interviewId: 'i1' });
  expect(story.service.calls[0]?.args).toEqual(['m1', decision]);
  expect((await post('/api/inbox/m1/undo')).json().state).toBe('review');
  expectProblem(await post('/api/inbox/m1/undo'), 409);
});

test('a decision that is none is refused', async () => {
  expectProblem(await post('/api/inbox/m1/decide', {}), 422, ['kind']);
  expectProblem(await post('/api/inbox/m1/decide', { kind: 'holding', promisedDate: 'soon' }), 422, ['promisedDate']);
  expectProblem(await post('/api/inbox/m1/decide', { kind: 'holding', interviewId: 'nobody' }), 404);
});

test('a mail is handed in as bytes or out of a form; the same one again is known', async () => {
  const mail = 'From: someone@northwind.test\r\nSubject: Hello\r\n\r\nHi';
  const bytes = {
    method: 'POST',
    url: '/api/inbox',
    headers: { 'content-type': 'message/rfc822' },
    payload: mail,
  } as const;
  const first = await story.app.inject(bytes);
  expect(first.statusCode).toBe(201);
  expect(first.headers.location).toBe(`/api/inbox/${first.json().id}`);
  expect((await story.app.inject(bytes)).json()).toEqual({ id: first.json().id, known: true });
  const file = await story.app.inject({ method: 'POST', url: '/api/inbox', ...multipartForm('mail', mail, 'a.eml') });
  expect(file.json()).toEqual({ id: first.json().id, known: true });
  const pasted = await story.app.inject({ method: 'POST', url: '/api/inbox', ...multipartForm('source', mail) });
  expect(pasted.json()).toEqual({ id: first.json().id, known: true });
});

test('no mail in it, another content type, or too much of it', async () => {
  expectProblem(
    await story.app.inject({ method: 'POST', url: '/api/inbox', ...multipartForm('mail', '', 'a.eml') }),
    422,
    ['mail'],
  );
  expectProblem(await post('/api/inbox', { mail: 'x' }), 422, ['mail']);
  const large = { method: 'POST', url: '/api/inbox', payload: Buffer.alloc(26 * 1024 * 1024, 'a') } as const;
  expectProblem(await story.app.inject({ ...large, headers: { 'content-type': 'message/rfc822' } }), 413);
  expectProblem(
    await story.app.inject({
      method: 'POST',
      url: '/api/inbox',
      payload: 'x',
      headers: { 'content-type': 'image/png' },
    }),
    415,
  );
});
