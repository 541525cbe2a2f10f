import { ImapFlow } from 'imapflow';
import { envelopeRecipientOf, type ImapHealth, type ImapPosition, type ImapWatch, watchImap } from '../../workers/imap';
import { type Dovecot, findDovecot, startDovecot } from './dovecot';

const binary = findDovecot();
const describeWithDovecot = binary ? describe : describe.skip;

describeWithDovecot('IMAP: watching a mailbox on a real Dovecot (skipped where dovecot-imapd is not installed)', () => {
  let dovecot: Dovecot;
  const watches: ImapWatch[] = [];

  beforeAll(async () => {
    dovecot = await startDovecot(binary ?? '');
  });
  afterEach(async () => {
    await Promise.all(watches.splice(0).map((watch) => watch.stop()));
  });
  afterAll(async () => {
    await dovecot.remove();
  });

  function watch(
    memory: Memory,
    more: { pass?: string; folder?: string; failing?: () => boolean; firstDays?: number } = {},
  ): ImapWatch {
    const started = watchImap({
      account: {
        host: '127.0.0.1',
        port: dovecot.port,
        secure: false,
        user: 'candidate@example.com',
        credentials: () => Promise.resolve({ pass: more.pass ?? 'app-password' }),
        ...(more.folder ? { folder: more.folder } : {}),
      },
      positions: {
        load: () => Promise.resolve(memory.position),
        save: (position) => {
          memory.position = position;
          return Promise.resolve();
        },
      },
      deliver: (raw, { envelopeRecipient }) => {
        if (more.failing?.()) return Promise.reject(new Error('the database is away'));
        memory.subjects.push(/^Subject: (.*)$/m.exec(Buffer.from(raw).toString())?.[1]?.trim() ?? '');
        memory.recipients.push(envelopeRecipient);
        return Promise.resolve();
      },
      onHealth: (health) => memory.health.push(health),
      pauses: [50, 100],
      ...(more.firstDays === undefined ? {} : { firstDays: more.firstDays }),
    });
    watches.push(started);
    return started;
  }

  async function withClient<T>(use: (client: ImapFlow) => Promise<T>): Promise<T> {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port: dovecot.port,
      secure: false,
      doSTARTTLS: false,
      auth: { user: 'candidate@example.com', pass: 'app-password' },
      logger: false,
    });
    await client.connect();
    try {
      return await use(client);
    } finally {
      await client.logout();
    }
  }

  const put = (subject: string, folder = 'INBOX', date = new Date()) =>
    withClient((client) =>
      client.append(
        folder,
        `Delivered-To: candidate+token@example.com\r\nReceived: from a by b; now\r\nFrom: anna@example.org\r\nSubject: ${subject}\r\n\r\nHello\r\n`,
        [],
        date,
      ),
    );

  it('hands in what arrives while it idles, each mail once, with the recipient its server wrote on top', async () => {
    const memory = newMemory();
    const watching = watch(memory);
    await until(() => watching.health().state === 'ok');
    await put('first');
    await put('second');
    await until(() => memory.subjects.length === 2);
    expect(memory.subjects).toEqual(['first', 'second']);
    expect(memory.recipients).toEqual(['candidate+token@example.com', 'candidate+token@example.com']);
  });

  it('goes on by UID after a stop, flags nothing and moves nothing', async () => {
    const memory = newMemory();
    const first = watch(memory);
    await until(() => first.health().state === 'ok');
    await first.stop();
    await put('while away');
    const second = watch(memory);
    await until(() => memory.subjects.length === 1);
    await second.stop();
    expect(memory.subjects).toEqual(['while away']);
    const flags = await withClient(async (client) => {
      const box = await client.mailboxOpen('INBOX', { readOnly: true });
      const newest = await client.fetchOne('*', { flags: true });
      return { exists: box.exists, seen: newest !== false && newest.flags?.has('\\Seen') };
    });
    expect(flags.seen).toBe(false);
    expect(flags.exists).toBeGreaterThan(0);
  });

  it('starts again at the last arrival where the server numbers its mails anew, and reads days back when told', async () => {
    const old = { uidValidity: '1', lastUid: 9_999, lastArrival: new Date(Date.now() - 3_600_000).toISOString() };
    const memory = newMemory(old);
    watch(memory);
    await until(() => memory.subjects.length >= 3);
    expect(memory.position?.uidValidity).not.toBe('1');
    const fresh = newMemory();
    watch(fresh, { firstDays: 2 });
    await until(() => fresh.subjects.length >= 3);
  });

  it('delivers again what could not be stored, and loses nothing', async () => {
    const memory = newMemory();
    let failures = 2;
    const watching = watch(memory, { failing: () => failures-- > 0 });
    await until(() => watching.health().state === 'ok');
    await put('stored at last');
    await until(() => memory.subjects.includes('stored at last'));
    expect(
      memory.health.some((health) => health.state === 'broken' && health.because.includes('the database is away')),
    ).toBe(true);
    expect(watching.health().state).toBe('ok');
  });

  it('H17 says since when it is broken and why, and recovers when the server is back', async () => {
    const memory = newMemory();
    const watching = watch(memory);
    await until(() => watching.health().state === 'ok');
    await dovecot.stop();
    await until(() => watching.health().state === 'broken');
    const { since } = watching.health();
    await until(() => memory.health.filter(({ state }) => state === 'broken').length >= 2);
    expect(watching.health().since).toBe(since);
    await dovecot.start();
    await until(() => watching.health().state === 'ok');
    await put('after the outage');
    await until(() => memory.subjects.includes('after the outage'));
  });

  it('H17 names a refused password without repeating it', async () => {
    const memory = newMemory();
    watch(memory, { pass: 'wrong-secret' });
    await until(() => memory.health.length > 0);
    expect(memory.health[0]).toMatchObject({
      state: 'broken',
      because: 'The mail server refused the user name or password.',
    });
  });

  it('watches the folder of sent mail by its special use', async () => {
    const memory = newMemory();
    const watching = watch(memory, { folder: '\\Sent' });
    await until(() => watching.health().state === 'ok');
    await put('sent by hand', 'Sent');
    await until(() => memory.subjects.length === 1);
    expect(memory.subjects).toEqual(['sent by hand']);
  });
});

describe('the envelope recipient of a mail fetched by IMAP', () => {
  it('is what the last server wrote on top, not what an earlier one claims', () => {
    expect(envelopeRecipientOf(Buffer.from('Delivered-To: a@b.example\r\nTo: c@d.example\r\n\r\n'))).toBe(
      'a@b.example',
    );
    expect(envelopeRecipientOf(Buffer.from('Received: x\nX-Original-To: <a@b.example>\n\n'))).toBe('a@b.example');
    expect(envelopeRecipientOf(Buffer.from('Received: x\nReceived: y\nDelivered-To: forged@b.example\n\n'))).toBeNull();
    expect(envelopeRecipientOf(Buffer.from('To: c@d.example\n\nDelivered-To: body@b.example\n'))).toBeNull();
  });
});

interface Memory {
  position: ImapPosition | null;
  subjects: string[];
  recipients: (string | null)[];
  health: ImapHealth[];
}

function newMemory(position: ImapPosition | null = null): Memory {
  return { position, subjects: [], recipients: [], health: [] };
}

async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
