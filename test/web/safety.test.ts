import { makeHostCheck } from '../../client/web/safety/host-check';
import { localPath, withDone } from '../../client/web/safety/local-path';
import { isFromThisMachine } from '../../client/web/safety/loopback';
import { isCrossSiteWrite } from '../../client/web/safety/origin-check';
import { unstorableText } from '../../client/web/safety/text-check';
import { type Story, startStory } from '../support/story';
import { expectProblem } from './expect-problem';

let story: Story;
beforeAll(async () => {
  story = await startStory();
});
afterAll(() => story.app.close());

const PAGES = [
  '/',
  '/interviews/new',
  '/interviews/i1',
  '/inbox',
  '/inbox/m1',
  '/mail',
  '/mail/s1',
  '/help',
  '/nowhere',
];

test.each([...PAGES, '/api/interviews', '/healthz', '/openapi.json', '/assets/afterview.js'])(
  '%s carries every safety header',
  async (url) => {
    const { headers } = await story.app.inject(url);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
  },
);

test.each(PAGES)('%s has no script, style or handler of its own, and loads nothing from elsewhere', async (url) => {
  const { body } = await story.app.inject(url);
  expect(body).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i);
  expect(body.match(/<script[^>]*>/g)).toEqual([expect.stringMatching(/^<script src="\/assets\//)]);
  for (const [, address] of body.matchAll(/(?:src|href|action)="([^"]*)"/g))
    expect(address).toMatch(/^(?:\/(?!\/)|#|tel:|http:\/\/127\.0\.0\.1:8233\/)/);
});

describe('writes that a page of another site sends', () => {
  const write = (headers: Record<string, string>, url = '/safety/stop') =>
    story.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: 'stop=no',
    });

  test.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://evil.test' }],
    [{ origin: 'null' }],
    [{ origin: 'http://127.0.0.1:3001', host: '127.0.0.1:3000' }],
  ])('are refused: %j', async (headers) => {
    const answer = await write(headers as unknown as Record<string, string>);
    expect(answer.statusCode).toBe(403);
    expect(answer.headers['content-type']).toContain('text/html');
    expectProblem(await write(headers as unknown as Record<string, string>, '/api/interviews'), 403);
  });

  test.each([
    [{ 'sec-fetch-site': 'same-origin' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }],
    [{}],
  ])('are told from our own: %j', async (headers) => {
    expect((await write(headers as unknown as Record<string, string>)).statusCode).toBe(303);
  });

  test('a missing host never matches an origin', () => {
    expect(isCrossSiteWrite({ origin: 'http://a.test' })).toBe(true);
  });
});

describe('hosts', () => {
  test('only those of this server, and address literals, are answered', async () => {
    const from = (host: string, url = '/api/interviews') => story.app.inject({ url, headers: { host } });
    for (const host of ['localhost:3000', '127.0.0.1', '[::1]:3000', '192.168.1.7:3000'])
      expect((await from(host)).statusCode).toBe(200);
    expectProblem(await from('evil.test'), 421);
    expect((await from('evil.test', '/healthz')).statusCode).toBe(200);
  });

  test('the address that people use, and further names, are allowed', () => {
    const check = makeHostCheck('https://Afterview.example:8443/', ['web']);
    expect(['afterview.example', 'AFTERVIEW.example:8443', 'web:3000', 'localhost'].every(check)).toBe(true);
    expect([undefined, '', 'example', 'afterview.example.evil.test', '127.0.0.1.evil.test'].some(check)).toBe(false);
  });
});

test.each([
  ['//evil.test', '/'],
  ['/\\evil.test', '/'],
  ['https://evil.test/', '/'],
  ['javascript:alert(1)', '/'],
  ['/\t/evil.test', '/'],
  ['', '/'],
  [undefined, '/'],
  ['/interviews/i1?x=1', '/interviews/i1?x=1'],
])('%j leads back to %s: no open redirect', (wanted, to) => {
  expect(localPath(wanted)).toBe(to);
});

test('what was done is added to the way back', () => {
  expect(withDone('/inbox?state=all&done=old', 'stopped', 'x')).toBe('/inbox?state=all&done=stopped#x');
});

test('a words-of-done key that is none shows nothing', async () => {
  for (const key of ['<script>', 'constructor', '__proto__'])
    expect((await story.app.inject(`/?done=${encodeURIComponent(key)}`)).body).not.toContain('class="flash"');
});

test('this machine is told from others, and from others behind a proxy here', () => {
  expect(isFromThisMachine('127.0.0.1', {})).toBe(true);
  expect(isFromThisMachine('::ffff:127.0.0.1', {})).toBe(true);
  expect(isFromThisMachine('::1', {})).toBe(true);
  expect(isFromThisMachine('10.0.0.5', {})).toBe(false);
  expect(isFromThisMachine('127.0.0.1', { 'x-forwarded-for': '1.2.3.4' })).toBe(false);
  expect(isFromThisMachine(undefined, {})).toBe(false);
});

test('text that cannot be stored is found wherever it stands, however deep', () => {
  let deep: unknown = 'a\0';
  for (let level = 0; level < 20_000; level += 1) deep = [deep];
  expect(unstorableText(deep)).toHaveLength(1);
  expect(unstorableText({ a: ['\ud83d', { 'k\0': 1 }], b: 'fine 😀' })).toEqual([
    { path: 'a.1', message: expect.any(String) },
    { path: 'a.0', message: expect.any(String) },
  ]);
});

test('a method that an address does not take is a 405 that says which it takes', async () => {
  const answer = await story.app.inject({ method: 'DELETE', url: '/api/interviews/i1' });
  expectProblem(answer, 405);
  expect(answer.headers.allow).toBe('GET, HEAD');
  expectProblem(await story.app.inject('/api/nothing'), 404);
});

test('a fault of ours says nothing about our insides', async () => {
  const broken = await startStory();
  broken.service.interviews = async () => {
    throw new Error('password=secret at /home/somebody');
  };
  const answer = await broken.app.inject('/api/interviews');
  expectProblem(answer, 500);
  expect(answer.body).not.toContain('secret');
  await broken.app.close();
});

test('behind https, browsers are told to stay there', async () => {
  const secure = await startStory({ baseUrl: 'https://afterview.example' });
  const { headers } = await secure.app.inject({ url: '/help', headers: { host: 'afterview.example' } });
  expect(headers['strict-transport-security']).toContain('max-age');
  await secure.app.close();
});
