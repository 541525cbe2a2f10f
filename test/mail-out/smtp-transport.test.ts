import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidSmtpUrl, smtpSettings, TimeMachineMailsNobody } from '../../activities/mail/smtp-settings';
import { smtpTransport } from '../../activities/mail/smtp-transport';
import type { Delivery, MailTransport } from '../../activities/mail/transport';
import { type Fault, type FaultSmtp, startFaultSmtp } from '../support/fault-smtp';

const TIMEOUTS = { connectMs: 1_500, greetingMs: 500, silenceMs: 500, deliveryMs: 3_000, idleMs: 5_000 };

const mailOf = (text: string, to = ['a@there.test']) => ({
  raw: Buffer.from(`Subject: x\r\n\r\n${text}\r\n.leading dot\r\n`),
  envelope: { from: 'me@here.test', to },
});

/** What each misbehaviour must be called, and how many mails a real server would hold afterwards. */
const TABLE: [fault: Fault, outcome: string, mails: number][] = [
  ['none', 'accepted', 1],
  ['accept_then_drop', 'accepted', 1],
  ['banner_hang', 'not_sent', 0],
  ['banner_drop', 'not_sent', 0],
  ['banner_554', 'not_sent', 0],
  ['ehlo_drop', 'not_sent', 0],
  ['mail_451', 'refused 451', 0],
  ['mail_550', 'refused 550 for good (sender)', 0],
  ['rcpt_drop', 'not_sent', 0],
  ['rcpt_450', 'refused 450', 0],
  ['rcpt_550', 'refused 550 for good (recipient)', 0],
  ['data_drop', 'not_sent', 0],
  ['data_421', 'refused 421', 0],
  ['data_554', 'refused 554 for good (message)', 0],
  // The bytes were all handed to the system at once: from here it looks like a lost answer.
  ['body_drop', 'uncertain', 0],
  ['dot_fin', 'uncertain', 1],
  ['dot_reset', 'uncertain', 1],
  ['dot_hang', 'uncertain', 1],
  ['dot_421', 'refused 421', 0],
  ['dot_451', 'refused 451', 0],
  ['dot_452', 'refused 452', 0],
  ['dot_550', 'refused 550 for good (message)', 0],
];

function inWords(delivery: Delivery): string {
  if (delivery.outcome !== 'refused') return delivery.outcome;
  return `refused ${delivery.code}${delivery.permanent ? ` for good (${delivery.about})` : ''}`;
}

let folder: string;
let tls: { key: string; cert: string };
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'afterview-cert-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=fault.test', '-days', '2', '-nodes', '-newkey', 'rsa:2048'];
  execFileSync('openssl', ['req', '-x509', ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  tls = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let server: FaultSmtp;
let transport: MailTransport;
afterEach(async () => {
  await transport?.close();
  await server?.close();
});

async function start(query: string, mode: 'plain' | 'implicit' | 'starttls' = 'plain'): Promise<void> {
  server = await startFaultSmtp(mode === 'plain' ? {} : { tls: { ...tls, mode } });
  transport = smtpTransport(await smtpSettings(`${server.url}${query}`, true), TIMEOUTS);
}

describe.each([
  ['clear text, kept connections', '?pool=true', 'plain'],
  ['clear text, a connection each', '?pool=false', 'plain'],
  ['TLS', '', 'implicit'],
  ['STARTTLS', '?requireTLS=true', 'starttls'],
] as const)('over %s', (_name, query, mode) => {
  it.each(TABLE)('%s is %s', async (fault, outcome, mails) => {
    await start(query, mode);
    server.plan(fault);
    expect(inWords(await transport.deliver(mailOf('hello')))).toBe(outcome);
    expect(server.mails).toHaveLength(mails);
  });

  it('knows that a large mail stuck half way was not accepted', async () => {
    await start(query, mode);
    server.plan('body_stall');
    expect(inWords(await transport.deliver(mailOf('x'.repeat(70).concat('\r\n').repeat(400_000))))).toBe('not_sent');
    expect(server.mails).toHaveLength(0);
  });

  it('delivers the bytes as they are, dots included', async () => {
    await start(query, mode);
    const mail = mailOf('one\r\n.\r\n..two');
    expect(await transport.deliver(mail)).toMatchObject({ outcome: 'accepted', answer: '250 2.0.0 queued as 4711' });
    expect(server.mails[0]).toEqual({
      from: 'me@here.test',
      to: ['a@there.test'],
      raw: mail.raw.toString('latin1'),
      acknowledged: true,
    });
  });
});

describe('kept connections', () => {
  it('serve many mails, never more than allowed at a time', async () => {
    await start('?connections=3');
    const deliveries = await Promise.all(Array.from({ length: 40 }, (_, i) => transport.deliver(mailOf(`n ${i}`))));
    expect(deliveries.every(({ outcome }) => outcome === 'accepted')).toBe(true);
    expect(server.mails).toHaveLength(40);
    expect(server.connections()).toBeLessThanOrEqual(3);
  });

  it('that the server closed meanwhile are replaced without anybody noticing', async () => {
    await start('');
    server.plan('accept_then_drop', 'none', 'rcpt_drop', 'none');
    await transport.deliver(mailOf('one'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(inWords(await transport.deliver(mailOf('two')))).toBe('accepted');
    // Dies in the middle of a mail on a kept connection: surely not accepted, so at once again on a new one.
    expect(inWords(await transport.deliver(mailOf('three')))).toBe('accepted');
    expect(server.mails.map(({ raw }) => /one|two|three/.exec(raw)?.[0])).toEqual(['one', 'two', 'three']);
  });

  it('are not used again after an uncertain delivery, and nothing is sent twice', async () => {
    await start('');
    server.plan('none', 'dot_fin');
    await transport.deliver(mailOf('one'));
    expect(inWords(await transport.deliver(mailOf('two')))).toBe('uncertain');
    expect(inWords(await transport.deliver(mailOf('three')))).toBe('accepted');
    expect(server.mails).toHaveLength(3);
    expect(server.connections()).toBe(2);
  });
});

it('tells which of several recipients was refused', async () => {
  await start('');
  server.plan('rcpt_one_550');
  expect(await transport.deliver(mailOf('x', ['a@there.test', 'gone@there.test']))).toMatchObject({
    outcome: 'accepted',
    refused: [{ address: 'gone@there.test', code: 550, permanent: true }],
  });
  server.plan('rcpt_550');
  expect(await transport.deliver(mailOf('x', ['gone@there.test']))).toMatchObject({
    outcome: 'refused',
    about: 'recipient',
    refused: [{ address: 'gone@there.test' }],
  });
});

it('is not sent where nobody listens', async () => {
  await start('');
  await server.close();
  expect(inWords(await transport.deliver(mailOf('x')))).toBe('not_sent');
});

it('is not sent where TLS fails, or is required and not to be had', async () => {
  await start('?verify=true', 'implicit');
  expect(inWords(await transport.deliver(mailOf('x')))).toBe('not_sent');
  await transport.close();
  await server.close();
  await start('?requireTLS=true');
  expect(inWords(await transport.deliver(mailOf('x')))).toBe('not_sent');
  expect(server.mails).toHaveLength(0);
});

it('gives up on a server that never ends its answers', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    const timer = setInterval(() => socket.write('220-wait\r\n'), 100);
    socket.on('close', () => clearInterval(timer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const patient = smtpTransport(await smtpSettings(`smtp://127.0.0.1:${port}`, true), TIMEOUTS);
  expect(inWords(await patient.deliver(mailOf('x')))).toBe('not_sent');
  await patient.close();
  server.close();
});

describe('SMTP_URL', () => {
  it('must be loopback while the time machine is on, whatever it is called', async () => {
    for (const real of ['smtp://192.0.2.1', 'smtp://mail.example.test', 'smtp://[2001:db8::1]:25', 'smtp://0.0.0.0']) {
      await expect(smtpSettings(real, true)).rejects.toThrow(TimeMachineMailsNobody);
    }
    for (const own of ['smtp://127.0.0.1:25', 'smtp://localhost:25', 'smtp://[::1]:25', 'smtp://127.9.9.9']) {
      await expect(smtpSettings(own, true)).resolves.toMatchObject({ verifyCertificate: false });
    }
    expect((await smtpSettings('smtp://localhost', true)).host).toMatch(/^(127\.|::1)/);
    await expect(smtpSettings('smtp://192.0.2.1', false)).resolves.toMatchObject({ host: '192.0.2.1' });
  });

  it('is read whole, and refused where it is none', async () => {
    expect(await smtpSettings('smtps://me%40x.test:p%2Fw@192.0.2.1:4650?connections=2&name=us.test', false)).toEqual({
      host: '192.0.2.1',
      port: 4650,
      secure: true,
      requireTls: true,
      verifyCertificate: true,
      user: 'me@x.test',
      password: 'p/w',
      connections: 2,
      pool: true,
      name: 'us.test',
    });
    for (const none of ['', 'mail.test', 'http://x.test', 'smtp://']) {
      await expect(smtpSettings(none, false)).rejects.toThrow(InvalidSmtpUrl);
    }
  });
});
