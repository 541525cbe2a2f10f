import { type MailProvider, StoreUnavailable } from '../../mail/providers/provider';
import { type Story, startStory } from '../support/story';
import { expectProblem } from './expect-problem';

const MAIL = 'From: a@northwind.test\r\nSubject: One\r\n\r\nHello';
const SECRET = 'a-long-secret';

const settled: string[] = [];
/** Accepts what carries `x-signed: yes`. */
const signed: MailProvider = {
  check: async ({ headers }) =>
    headers['x-signed'] === 'yes' ? { ok: true } : { ok: false, reason: 'wrong signature' },
  verify: async ({ headers }) => {
    if (headers['x-signed'] === 'store') throw new StoreUnavailable('no tokens');
    if (headers['x-signed'] === 'throw') throw new Error('boom');
    return headers['x-signed'] === 'yes';
  },
  settle: async ({ headers }) => {
    settled.push(String(headers['x-signed']));
  },
  toRaw: ({ body }) => (body.length === 0 ? [] : [{ raw: body, envelopeRecipient: 'r@in.test', key: 'k' }]),
};

let story: Story;
beforeEach(async () => {
  settled.length = 0;
  story = await startStory({ webhookSecrets: [SECRET], providers: { mailgun: signed } });
});
afterEach(() => story.app.close());

const call = (
  provider: string,
  {
    headers = {},
    payload = MAIL as string | Buffer,
    remoteAddress = '127.0.0.1',
  }: { headers?: Record<string, string>; payload?: string | Buffer; remoteAddress?: string } = {},
) =>
  story.app.inject({
    method: 'POST',
    url: `/webhooks/email/${provider}`,
    headers: { 'content-type': 'message/rfc822', ...headers },
    payload,
    remoteAddress,
  });

describe('raw', () => {
  test('from this machine is stored, then answered; the same again changes nothing', async () => {
    const first = await call('raw?recipient=reply%2Bx%40in.test');
    expect([first.statusCode, first.json().known]).toEqual([202, false]);
    expect(story.service.calls[0]).toEqual({ name: 'receiveMail', args: ['raw', true, 'reply+x@in.test'] });
    const again = await call('raw');
    expect([again.statusCode, again.json()]).toEqual([200, { id: first.json().id, known: true }]);
  });

  test('keeps every byte', async () => {
    const bytes = Buffer.from([0x46, 0x72, 0x6f, 0x6d, 0x3a, 0x20, 0xff, 0xfe, 0x00, 0x0d, 0x0a, 0x0d, 0x0a, 0x80]);
    const answer = await call('raw', { payload: bytes });
    expect(Buffer.from(story.service.mails.get(answer.json().id)?.raw ?? [])).toEqual(bytes);
  });

  test.each(['text/plain', 'application/json', 'nonsense', 'multipart/form-data; boundary=x', ''])(
    'a strange mail is stored whatever its content type says: %j',
    async (type) => {
      const answer = await call('raw', { headers: { 'content-type': type }, payload: '{"not":' });
      expect(answer.statusCode).toBe(202);
    },
  );

  test('a recipient that is none counts as none', async () => {
    for (const recipient of ['', 'x', 'a@b%0D%0ABcc:c@d', 'a@b,c@d', 'x'.repeat(400)]) {
      story.service.mails.clear();
      expect((await call(`raw?recipient=${recipient}`)).statusCode).toBe(202);
    }
    expect(story.service.calls.map(({ args }) => args[2])).toEqual([null, null, null, null, null]);
  });

  test('an empty call is no mail', async () => {
    expectProblem(await call('raw', { payload: '' }), 400);
  });

  test('from elsewhere needs the secret, and a wrong one is wrong from here too', async () => {
    const elsewhere = { remoteAddress: '203.0.113.9' };
    expect((await call('raw', { ...elsewhere, headers: { authorization: `Bearer ${SECRET}` } })).statusCode).toBe(202);
    const refused = [
      await call('raw', elsewhere),
      await call('raw', { ...elsewhere, headers: { authorization: 'Bearer wrong' } }),
      await call('raw', { ...elsewhere, headers: { authorization: `Basic ${SECRET}` } }),
      await call('raw', { headers: { authorization: 'Bearer wrong' } }),
      await call('raw', { headers: { 'x-forwarded-for': '203.0.113.9' } }),
      await call('raw', { headers: { 'sec-fetch-site': 'cross-site' } }),
      await call('raw', { headers: { origin: 'https://evil.test' } }),
      await call('mailgun'),
      await call('mailgun', { headers: { 'x-signed': 'throw' } }),
    ];
    for (const answer of refused) expectProblem(answer, 401);
    expect(new Set(refused.map(({ body }) => body)).size).toBe(1);
    expect(story.service.calls).toHaveLength(1);
  });

  test('without a secret nobody elsewhere gets in, not even with an empty one', async () => {
    const bare = await startStory();
    for (const authorization of ['Bearer ', 'Bearer', 'Bearer undefined']) {
      const answer = await bare.app.inject({
        method: 'POST',
        url: '/webhooks/email/raw',
        remoteAddress: '203.0.113.9',
        headers: { authorization },
        payload: MAIL,
      });
      expectProblem(answer, 401);
    }
    await bare.app.close();
  });

  test('25 MB are taken, more is not', async () => {
    expect((await call('raw', { payload: Buffer.alloc(25 * 1024 * 1024, 'a') })).statusCode).toBe(202);
    expectProblem(await call('raw', { payload: Buffer.alloc(25 * 1024 * 1024 + 1, 'a') }), 413);
  });

  test('when it cannot be stored, the sender is told to try again', async () => {
    story.service.failing = true;
    expectProblem(await call('raw'), 503);
  });
});

describe('mail services', () => {
  test('what is signed is stored with its recipient', async () => {
    const answer = await call('mailgun', { headers: { 'x-signed': 'yes' } });
    expect(answer.statusCode).toBe(202);
    expect(story.service.calls[0]).toEqual({ name: 'receiveMail', args: ['mailgun', true, 'r@in.test'] });
  });

  test('a good call without a mail is simply taken', async () => {
    const answer = await call('mailgun', { headers: { 'x-signed': 'yes' }, payload: '' });
    expect([answer.statusCode, answer.json()]).toEqual([200, { id: null, known: false }]);
  });

  test('a call is settled once its mail is stored, and only then', async () => {
    story.service.failing = true;
    expectProblem(await call('mailgun', { headers: { 'x-signed': 'yes' } }), 503);
    expect(settled).toEqual([]);
    story.service.failing = false;
    await call('mailgun', { headers: { 'x-signed': 'yes' } });
    expect(settled).toEqual(['yes']);
  });

  test('a call that could not be checked is neither taken nor refused', async () => {
    expectProblem(await call('mailgun', { headers: { 'x-signed': 'store' } }), 503);
  });

  test('an unknown one is a 404', async () => {
    for (const name of ['unknown', 'constructor', '__proto__', 'RAW']) expectProblem(await call(name), 404);
  });
});
