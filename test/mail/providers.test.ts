import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMail } from '../../mail/parse';
import { mailgunProvider } from '../../mail/providers/mailgun';
import { postmarkProvider } from '../../mail/providers/postmark';
import type { MailProvider, ProviderRequest, Refusal } from '../../mail/providers/provider';
import { rawProvider } from '../../mail/providers/raw';
import { sendgridProvider } from '../../mail/providers/sendgrid';
import { ecdsaMatches, hmacMatches, tokensInMemory } from '../../mail/providers/verify';

const NOW = Date.parse('2026-12-11T09:30:00Z');
const now = () => NOW;
const seconds = String(NOW / 1000);
const call = (
  headers: Record<string, string>,
  body: string | Buffer,
  query: Record<string, string> = {},
): ProviderRequest => ({
  headers,
  body: Buffer.isBuffer(body) ? body : Buffer.from(body),
  query,
});
const MIME =
  'Received: by x; now\r\nFrom: Anna Berg <anna@example.org>\r\nTo: kim@example.com\r\nSubject: =?utf-8?Q?Gespr=C3=A4ch?=\r\nDate: Fri, 11 Dec 2026 09:30:00 +0100\r\nMessage-ID: <a@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nWe decide on Friday.\r\n';

function multipart(fields: Record<string, string | { filename: string; type: string; content: string }>): {
  type: string;
  body: Buffer;
} {
  const lines: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    lines.push('--xYz');
    if (typeof value === 'string') lines.push(`Content-Disposition: form-data; name="${name}"`, '', value);
    else
      lines.push(
        `Content-Disposition: form-data; name="${name}"; filename="${value.filename}"`,
        `Content-Type: ${value.type}`,
        '',
        value.content,
      );
  }
  lines.push('--xYz--', '');
  return { type: 'multipart/form-data; boundary=xYz', body: Buffer.from(lines.join('\r\n')) };
}

async function refusal(provider: MailProvider, request: ProviderRequest): Promise<Refusal | 'accepted'> {
  const verdict = await provider.check(request);
  expect(await provider.verify({ ...request })).toBe(false);
  return verdict.ok ? 'accepted' : verdict.reason;
}

describe('published signature vectors', () => {
  // From the services' own libraries' tests; all keys here are test keys.
  it.each([
    [
      'TEST_WEBHOOK_SIGNING_KEY',
      '1461261330',
      '06c96bafc3f42a66b9edd546347a2fe18dc23461fe80dc52f0',
      '3e24f71c7e802be94c5abca2fd6ca6957cca2e1e2396d26716b87e1ca8c56634',
      true,
    ],
    [
      'TEST_WEBHOOK_SIGNING_KEY',
      '1234567890',
      '1234567890abcdef1234567890abcdef',
      '3b754b7c269e4c08fb3f5f36b2b5f98e45245965522dc16ca4c9faa0b11b557d',
      true,
    ],
    [
      'TEST_WEBHOOK_SIGNING_KEY',
      '1534108637',
      '651869375b9df3c98fc15c4889b102119add1235c38fc92824',
      '2a75affe24846ead9e37e614a5e7643a04abf4d5b49b34d224ede9af23a00ccc',
      true,
    ],
    [
      'TEST_WEBHOOK_SIGNING_KEY',
      '1461261330',
      '06c96bafc3f42a66b9edd546347a2fe18dc23461fe80dc52f0',
      '3e24f71c7e802be94c5abca2fd6ca6957cca2e1e2396d26716b87e1ca8c56630',
      false,
    ],
    [
      'WRONG_KEY',
      '1461261330',
      '06c96bafc3f42a66b9edd546347a2fe18dc23461fe80dc52f0',
      '3e24f71c7e802be94c5abca2fd6ca6957cca2e1e2396d26716b87e1ca8c56634',
      false,
    ],
  ])('Mailgun %s %s', (key, timestamp, token, signature, valid) => {
    expect(hmacMatches([key], timestamp + token, signature)).toBe(valid);
  });

  const key =
    'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==';
  const other =
    'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqTxd43gyp8IOEto2LdIfjRQrIbsd4SXZkLW6jDutdhXSJCWHw8REntlo7aNDthvj+y7GjUuFDb/R1NGe1OPzpA==';
  const signature = 'MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=';
  const another = 'MEUCIQCtIHJeH93Y+qpYeWrySphQgpNGNr/U+UyUlBkU6n7RAwIgJTz2C+8a8xonZGi6BpSzoQsbVRamr2nlxFDWYNH3j/0=';
  const payload = Buffer.from(
    'W3siZW1haWwiOiJoZWxsb0B3b3JsZC5jb20iLCJldmVudCI6ImRyb3BwZWQiLCJyZWFzb24iOiJCb3VuY2VkIEFkZHJlc3MiLCJzZ19ldmVudF9pZCI6IlpISnZjQzB4TURrNU5Ea3hPUzFNVW5wWWJGOU9TRk4wVDBkb1VUUnJiMlpUYlY5QkxUQSIsInNnX21lc3NhZ2VfaWQiOiJMUnpYbF9OSFN0T0doUTRrb2ZTbV9BLmZpbHRlcmRyZWN2LXAzbWR3MS03NTZiNzQ1YjU4LWttemJsLTE4LTVGNUZDNzZDLTkuMCIsInNtdHAtaWQiOiI8TFJ6WGxfTkhTdE9HaFE0a29mU21fQUBpc210cGQwMDM5cDFpYWQxLnNlbmRncmlkLm5ldD4iLCJ0aW1lc3RhbXAiOjE2MDAxMTI0OTJ9XQ0K',
    'base64',
  );
  it.each([
    [key, signature, '1600112502', true],
    [other, signature, '1600112502', false],
    [key, another, '1600112502', false],
    [key, signature, '1600112503', false],
  ])('SendGrid', (publicKey, given, timestamp, valid) => {
    expect(ecdsaMatches([publicKey], Buffer.concat([Buffer.from(timestamp), payload]), given)).toBe(valid);
  });
});

describe('Mailgun', () => {
  const sign = (timestamp: string, token: string, key = 'key') =>
    createHmac('sha256', key)
      .update(timestamp + token)
      .digest('hex');
  const provider = (keys = ['key'], tokens = tokensInMemory()) => mailgunProvider({ signingKeys: keys, tokens, now });
  const post = (
    more: Record<string, string>,
    timestamp = seconds,
    token = 'token-1',
    signature = sign(timestamp, token),
  ) =>
    call(
      { 'content-type': 'application/x-www-form-urlencoded' },
      new URLSearchParams({ timestamp, token, signature, recipient: 'kim+t@in.example', ...more }).toString(),
    );

  it('takes a signed call once', async () => {
    const one = provider();
    const first = post({ 'body-mime': MIME });
    expect(await one.verify(first)).toBe(true);
    await one.settle(first);
    expect(await refusal(one, post({ 'body-mime': MIME }))).toBe('replayed');
    expect(await refusal(one, post({ 'body-mime': MIME.replace('Friday', 'Monday') }))).toBe('replayed');
  });
  it('takes the very same call again where its mails could not be stored, and no other with its token', async () => {
    const one = provider();
    expect(await one.verify(post({ 'body-mime': MIME }))).toBe(true);
    expect(await refusal(one, post({ 'body-mime': MIME.replace('Friday', 'Monday') }))).toBe('replayed');
    expect(await one.verify(post({ 'body-mime': MIME }))).toBe(true);
  });
  it('R13 refuses the rest, for whatever reason', async () => {
    expect(await refusal(provider(), post({}, seconds, 't', 'f'.repeat(64)))).toBe('wrong signature');
    expect(await refusal(provider(), post({ token: 'other' }))).toBe('wrong signature');
    expect(await refusal(provider(), post({}, String(NOW / 1000 - 301)))).toBe('stale');
    expect(await refusal(provider(), post({}, String(NOW / 1000 + 301)))).toBe('stale');
    expect(await refusal(provider(), call({}, ''))).toBe('no signature');
    expect(await refusal(provider([]), post({}))).toBe('no secret is configured');
    expect(await refusal(provider(['']), post({}, seconds, 't', sign(seconds, 't', '')))).toBe(
      'no secret is configured',
    );
    expect(await refusal(provider(), call({ 'content-type': 'application/json' }, '{'))).toBe('cannot be read');
  });
  it('a forged call does not use up a token; two keys hold while one is rotated', async () => {
    const tokens = tokensInMemory();
    const both = provider(['new', 'key'], tokens);
    expect(await both.verify(post({}, seconds, 't', 'f'.repeat(64)))).toBe(false);
    expect(await both.verify(post({}, seconds, 't'))).toBe(true);
  });
  it('a token store that is down is no refusal', async () => {
    const failing = provider(['key'], {
      isFresh: () => Promise.reject(new Error('away')),
      settle: () => Promise.resolve(),
    });
    await expect(failing.verify(post({}))).rejects.toMatchObject({ name: 'StoreUnavailable' });
  });
  it('hands on the whole mail, or puts its parts together, under one and the same key', async () => {
    const form = multipart({ recipient: 'kim+t@in.example', 'body-mime': MIME });
    const [whole] = provider().toRaw(call({ 'content-type': form.type }, form.body));
    expect(whole).toMatchObject({ envelopeRecipient: 'kim+t@in.example' });
    const parsed = multipart({
      recipient: 'kim+t@in.example',
      'message-headers': JSON.stringify([
        ['From', 'Anna Berg <anna@example.org>'],
        ['To', 'kim@example.com'],
        ['Subject', 'Gespräch'],
        ['Date', 'Fri, 11 Dec 2026 09:30:00 +0100'],
        ['Message-Id', '<a@example.org>'],
        ['Content-Type', 'multipart/mixed; boundary=gone'],
      ]),
      'body-plain': 'Schöne Grüße',
      'body-html': '<p>Schöne Grüße</p>',
      'attachment-1': {
        filename: 'invite.ics',
        type: 'text/calendar; method=REQUEST',
        content: 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTART:20261218T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR',
      },
    });
    const [rebuilt] = provider().toRaw(call({ 'content-type': parsed.type }, parsed.body));
    expect(rebuilt?.key).toBe(whole?.key);
    const mail = await parseMail(rebuilt?.raw ?? new Uint8Array());
    expect(mail).toMatchObject({
      subject: 'Gespräch',
      text: 'Schöne Grüße',
      messageId: 'a@example.org',
      attachments: [{ filename: 'invite.ics' }],
      calendar: [{ uid: 'u', method: 'REQUEST' }],
    });
  });
});

describe('SendGrid', () => {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const provider = (publicKeys = [publicKey], credentials: string[] = []) =>
    sendgridProvider({ publicKeys, credentials, tokens: tokensInMemory(), now });
  const raw = multipart({
    email: MIME,
    envelope: JSON.stringify({ to: ['kim+t@in.example', 'lee+u@in.example'], from: 'x@example.org' }),
    charsets: '{"to":"UTF-8"}',
  });
  const signed = (body = raw.body, timestamp = seconds) =>
    call(
      {
        'content-type': raw.type,
        'x-twilio-email-event-webhook-timestamp': timestamp,
        'x-twilio-email-event-webhook-signature': createSign('sha256')
          .update(timestamp)
          .update(body)
          .sign(keys.privateKey, 'base64'),
      },
      body,
    );

  it('takes a signed call once; refuses changed, stale, unsigned ones (R13)', async () => {
    const one = provider();
    expect(await one.verify(signed())).toBe(true);
    expect(await refusal(one, signed(raw.body, '1'))).toBe('stale');
    expect(await refusal(one, { ...signed(), body: Buffer.concat([raw.body, Buffer.from(' ')]) })).toBe(
      'wrong signature',
    );
    expect(await refusal(one, call({ 'content-type': raw.type }, raw.body))).toBe('no signature');
    expect(await refusal(provider(['']), signed())).toBe('no secret is configured');
    const exact = signed();
    const again = provider();
    expect(await again.verify(exact)).toBe(true);
    await again.settle(exact);
    expect(await refusal(again, exact)).toBe('replayed');
  });
  it('an account without signing shows its credentials', async () => {
    const basic = provider([], ['sg:secret']);
    const authorization = `Basic ${Buffer.from('sg:secret').toString('base64')}`;
    expect(await basic.verify(call({ authorization }, ''))).toBe(true);
    expect(await refusal(basic, call({ authorization: `Basic ${Buffer.from('sg:').toString('base64')}` }, ''))).toBe(
      'wrong credentials',
    );
    expect(await provider([publicKey], ['sg:secret']).verify(call({ authorization }, ''))).toBe(false);
  });
  it('one mail for each envelope recipient; each field in its own character set', async () => {
    expect(
      provider()
        .toRaw(signed())
        .map(({ envelopeRecipient }) => envelopeRecipient),
    ).toEqual(['kim+t@in.example', 'lee+u@in.example']);
    const fields = multipart({
      headers:
        'From: Anna Berg <anna@example.org>\nSubject: x\nDate: Fri, 11 Dec 2026 09:30:00 +0100\nMessage-ID: <a@example.org>',
      charsets: '{"text":"iso-8859-1","html":"utf-8"}',
      text: 'TEXT',
    });
    const body = Buffer.concat(
      fields.body
        .toString('latin1')
        .split('TEXT')
        .flatMap((piece, at) =>
          at === 0 ? [Buffer.from(piece, 'latin1')] : [Buffer.from('Grüße', 'latin1'), Buffer.from(piece, 'latin1')],
        ),
    );
    const [mail] = provider().toRaw(call({ 'content-type': fields.type }, body));
    expect((await parseMail(mail?.raw ?? new Uint8Array())).text).toBe('Grüße');
    expect(mail?.key).toBe(provider().toRaw(signed())[0]?.key);
  });
});

describe('Postmark', () => {
  const provider = postmarkProvider({ credentials: ['pm:secret', 'pm:next'] });
  const basic = (pair: string) => ({
    authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
    'content-type': 'application/json',
  });
  it('shows its credentials, or is refused (R13)', async () => {
    expect(await provider.verify(call(basic('pm:secret'), '{}'))).toBe(true);
    expect(await provider.verify(call(basic('pm:next'), '{}'))).toBe(true);
    for (const pair of ['pm:wrong', 'pm:', ':secret', 'pm', ''])
      expect(await refusal(provider, call(basic(pair), '{}'))).toBe('wrong credentials');
    expect(await refusal(provider, call({}, '{}'))).toBe('wrong credentials');
    expect(await refusal(postmarkProvider({ credentials: [] }), call(basic('pm:secret'), '{}'))).toBe(
      'no secret is configured',
    );
    expect(await refusal(postmarkProvider({ credentials: [':'] }), call(basic(':'), '{}'))).toBe('wrong credentials');
  });
  it('hands on the raw mail, or puts its parts together', async () => {
    const whole = { OriginalRecipient: 'kim+t@in.example', RawEmail: MIME.replaceAll('\r\n', '\n') };
    const parts = {
      OriginalRecipient: 'kim+t@in.example',
      From: 'anna@example.org',
      FromName: 'Anna Berg',
      To: 'kim@example.com',
      Subject: 'Gespräch',
      Date: 'Fri, 11 Dec 2026 09:30:00 +0100',
      MessageID: 'postmark-own',
      TextBody: 'Schöne Grüße',
      HtmlBody: '',
      Headers: [{ Name: 'Message-ID', Value: '<a@example.org>' }],
      Attachments: [{ Name: 'a.txt', Content: 'aGk=', ContentType: 'text/plain' }],
    };
    const [one] = provider.toRaw(call({}, JSON.stringify(whole)));
    const [two] = provider.toRaw(call({}, JSON.stringify(parts)));
    expect(one?.envelopeRecipient).toBe('kim+t@in.example');
    expect(two?.key).toBe(one?.key);
    expect(await parseMail(two?.raw ?? new Uint8Array())).toMatchObject({
      subject: 'Gespräch',
      text: 'Schöne Grüße',
      messageId: 'a@example.org',
      from: { name: 'Anna Berg', address: 'anna@example.org' },
      attachments: [{ filename: 'a.txt' }],
    });
  });
  it.each(['', 'null', '[]', '{"Headers":5}', '{"From":{}}', '{'])('never throws for strange input: %s', (body) => {
    expect(provider.toRaw(call({}, body))).toEqual([]);
  });
});

describe('raw', () => {
  it('a bearer secret, and the recipient of the query', async () => {
    const provider = rawProvider({ secrets: ['s3cret'] });
    expect(await provider.verify(call({ authorization: 'Bearer s3cret' }, MIME))).toBe(true);
    expect(await refusal(provider, call({ authorization: 'Bearer other' }, MIME))).toBe('wrong credentials');
    expect(await refusal(rawProvider({ secrets: [''] }), call({ authorization: 'Bearer ' }, MIME))).toBe(
      'no secret is configured',
    );
    expect(provider.toRaw(call({}, MIME, { recipient: 'kim+t@in.example' }))[0]?.envelopeRecipient).toBe(
      'kim+t@in.example',
    );
    expect(
      provider.toRaw(call({}, MIME, { recipient: 'kim@in.example, eve@evil.example' }))[0]?.envelopeRecipient,
    ).toBeNull();
    expect(provider.toRaw(call({}, ''))).toEqual([]);
  });
});

/** A folder of payloads that the services document, which are not ours to copy. */
const samples = join(process.env.MAIL_SAMPLES ?? '', 'webhooks');
(process.env.MAIL_SAMPLES && existsSync(samples) ? describe : describe.skip)(
  'documented payloads (skipped unless MAIL_SAMPLES names their folder)',
  () => {
    const file = (name: string) => readFileSync(join(samples, name));
    const at = (unix: string) => () => Number(unix) * 1000;
    const mailgun = mailgunProvider({
      signingKeys: ['TEST_WEBHOOK_SIGNING_KEY'],
      tokens: tokensInMemory(),
      now: at('1461261330'),
    });
    const sendgrid = sendgridProvider({ publicKeys: [], credentials: ['a:b'], tokens: tokensInMemory(), now });
    const postmark = postmarkProvider({ credentials: ['a:b'] });
    it.each([
      [
        'mailgun-route-parsed.urlencoded.txt',
        mailgun,
        'application/x-www-form-urlencoded',
        'test@inbound.example.com',
        'from+test@example.org',
        'Test body plain',
      ],
      [
        'mailgun-route-parsed.multipart.txt',
        mailgun,
        'multipart/form-data; boundary=----mailgunBoundary7f',
        'test@inbound.example.com',
        'from+test@example.org',
        'Test body plain',
      ],
      [
        'mailgun-route-mime.multipart.txt',
        mailgun,
        'multipart/form-data; boundary=----mailgunBoundary7f',
        'test@inbound.example.com',
        'dana.kessler@aptask.example',
        'taking longer than expected',
      ],
      [
        'sendgrid-inbound-raw.multipart.txt',
        sendgrid,
        'multipart/form-data; boundary=xYzZY',
        'inbound@inbound.inbound.com',
        'test@example.com',
        'Hello Twilio SendGrid!',
      ],
      [
        'sendgrid-inbound-raw-attachments.multipart.txt',
        sendgrid,
        'multipart/form-data; boundary=xYzZY',
        'inbound@inbound.inbound.com',
        'test@example.com',
        'Hello',
      ],
      [
        'sendgrid-inbound-parsed.multipart.txt',
        sendgrid,
        'multipart/form-data; boundary=xYzZY',
        'inbound@inbound.example.com',
        'test@example.com',
        'Hello Twilio SendGrid!',
      ],
      [
        'postmark-inbound.json',
        postmark,
        'application/json',
        'test@inbound.example.com',
        'from+test@example.org',
        'Test body plain',
      ],
      [
        'postmark-inbound-rawemail.json',
        postmark,
        'application/json',
        'test@inbound.example.com',
        undefined,
        undefined,
      ],
    ])('%s', async (name, provider, type, recipient, from, words) => {
      const [found] = provider.toRaw(call({ 'content-type': type }, file(name)));
      expect(found?.envelopeRecipient).toBe(recipient);
      const mail = await parseMail(found?.raw ?? new Uint8Array());
      if (from) expect(mail.from?.address).toBe(from);
      if (words) expect(mail.text.replace(/\s+/g, ' ')).toContain(words);
      expect(mail.text.trim()).not.toBe('');
    });
    it('the signatures in the payloads hold, once', async () => {
      const request = call(
        { 'content-type': 'application/x-www-form-urlencoded' },
        file('mailgun-route-parsed.urlencoded.txt'),
      );
      expect(await mailgun.verify(request)).toBe(true);
      await mailgun.settle(request);
      expect(await mailgun.verify(request)).toBe(false);
      const event = mailgunProvider({
        signingKeys: ['TEST_WEBHOOK_SIGNING_KEY'],
        tokens: tokensInMemory(),
        now: at('1461261330'),
      });
      expect(await event.verify(call({ 'content-type': 'application/json' }, file('mailgun-event.json')))).toBe(true);
    });
  },
);
