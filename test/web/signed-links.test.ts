import { SignJWT } from 'jose';
import { BadLink, type LinkClaims, readLink, signedLink } from '../../client/web/signed-links';
import { type Story, startStory } from '../support/story';

const key = new Uint8Array(32).fill(7);
const older = new Uint8Array(32).fill(8);
const baseUrl = 'http://127.0.0.1:3000';
const stop: LinkClaims = { purpose: 'stop', interviewId: 'i1', messageId: 'msg1' };
const path = async (claims: LinkClaims, days?: number) =>
  new URL(await signedLink(claims, { key, baseUrl, ...(days === undefined ? {} : { days }) })).pathname;
const token = async (claims: LinkClaims, days?: number) => (await path(claims, days)).slice('/l/'.length);

let story: Story;
const unsubscribed: string[] = [];
beforeEach(async () => {
  unsubscribed.length = 0;
  story = await startStory({
    endNotices: async (held) => held === 'good',
    linkKeys: [key, older],
    unsubscribe: async (candidateId) => {
      unsubscribed.push(candidateId);
    },
  });
});
afterEach(() => story.app.close());

describe('the tokens', () => {
  test('say what they were made for', async () => {
    const all: LinkClaims[] = [
      stop,
      { purpose: 'approve', interviewId: 'i1', messageId: 'm' },
      { purpose: 'agree', interviewId: 'i1', refereeId: 'r1' },
      { purpose: 'decline', interviewId: 'i1', refereeId: 'r1' },
      { purpose: 'unsubscribe', candidateId: 'c' },
    ];
    for (const claims of all) expect(await readLink(await token(claims), [key])).toEqual(claims);
  });

  test('made with an older key are still read while it is listed', async () => {
    const made = new URL(await signedLink(stop, { key: older, baseUrl })).pathname.slice(3);
    expect(await readLink(made, [key, older])).toEqual(stop);
    await expect(readLink(made, [key])).rejects.toThrow(BadLink);
  });

  test('tampered with, unsigned, for something else or expired are not read', async () => {
    const good = await token(stop);
    const [head = '', body = '', signature = ''] = good.split('.');
    const changed = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(body, 'base64url').toString()), purpose: 'approve' }),
    );
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const foreign = await new SignJWT({ ...stop }).setProtectedHeader({ alg: 'HS256' }).setIssuer('x').sign(key);
    const pointless = await new SignJWT({ purpose: 'delete' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('afterview')
      .setAudience('link')
      .sign(key);
    for (const bad of [
      `${head}.${changed.toString('base64url')}.${signature}`,
      `${none}.${body}.`,
      `${good.slice(0, -2)}xx`,
      foreign,
      pointless,
      'nonsense',
      '',
    ])
      await expect(readLink(bad, [key])).rejects.toMatchObject({ reason: 'invalid' });
    await expect(readLink(await token(stop, -1), [key])).rejects.toMatchObject({ reason: 'expired' });
  });
});

describe('the pages', () => {
  test('opening a link changes nothing: mail scanners do that', async () => {
    for (const claims of [stop, { purpose: 'agree', interviewId: 'i1', refereeId: 'r1' } as const]) {
      const answer = await story.app.inject(await path(claims));
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('<button');
    }
    expect(story.service.calls).toEqual([]);
  });

  test('C2: a referee is told who asks and for which role, and is shown nothing else of the candidate’s', async () => {
    const { body } = await story.app.inject(await path({ purpose: 'agree', interviewId: 'i1', refereeId: 'r1' }));
    expect(body).toContain('<strong>Maya Lindqvist</strong> is looking for a new position (Senior Data Engineer)');
    expect(body).not.toContain('now that you agree');
    expect(body).not.toMatch(/Northwind|Byrne/);
  });

  const press = async (claims: LinkClaims, payload = '') =>
    story.app.inject({
      method: 'POST',
      url: await path(claims),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload,
    });

  test('pressing the button does the one thing', async () => {
    expect((await press({ ...stop, purpose: 'approve' })).statusCode).toBe(200);
    expect((await press(stop)).statusCode).toBe(200);
    expect((await press({ purpose: 'agree', interviewId: 'i1', refereeId: 'r1' }, 'prefers=phone')).statusCode).toBe(
      200,
    );
    expect((await press({ purpose: 'decline', interviewId: 'i1', refereeId: 'r2' })).statusCode).toBe(200);
    expect(story.service.calls).toEqual([
      { name: 'approve', args: ['i1', 'msg1'] },
      { name: 'skip', args: ['i1', 'msg1'] },
      { name: 'report', args: ['i1', { type: 'referee_replied', refereeId: 'r1', agrees: true, prefers: 'phone' }] },
      { name: 'report', args: ['i1', { type: 'referee_replied', refereeId: 'r2', agrees: false }] },
    ]);
  });

  test('one click unsubscribes, without a page before it (RFC 8058)', async () => {
    const answer = await press({ purpose: 'unsubscribe', candidateId: 'c7' }, 'List-Unsubscribe=One-Click');
    expect([answer.statusCode, unsubscribed]).toEqual([200, ['c7']]);
  });

  test('a second time says that it is settled', async () => {
    await press(stop);
    const again = await press(stop);
    expect(again.statusCode).toBe(409);
    expect(again.body).toContain('settled already');
  });

  test('a bad link is a page that says what to do next', async () => {
    const expired = await story.app.inject(await path(stop, -1));
    expect([expired.statusCode, expired.headers['content-type']]).toEqual([410, 'text/html; charset=utf-8']);
    const cut = await story.app.inject((await path(stop)).slice(0, -5));
    expect(cut.statusCode).toBe(404);
    expect((await story.app.inject({ method: 'POST', url: `/l/${'x'.repeat(1900)}` })).statusCode).toBe(404);
  });
});

test('the address in the header of notices asks on GET and ends them on POST, without anything else (RFC 8058)', async () => {
  const url = '/notices/good/unsubscribe';
  expect((await story.app.inject(url)).body).toContain('<button');
  const click = (address: string) =>
    story.app.inject({
      method: 'POST',
      url: address,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    });
  expect((await click(url)).statusCode).toBe(200);
  expect((await click('/notices/other/unsubscribe')).statusCode).toBe(404);
});
