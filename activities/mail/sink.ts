/**
 * The embedded mail sink: where mails go while no SMTP_URL is set. An SMTP server on this machine alone that keeps each
 * mail as a file in `DATA_DIR/sink/`, so that the browser can show what would have been sent.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerAddress } from 'smtp-server';

export interface SinkMail {
  id: string;
  /** The machine's clock. */
  receivedAt: string;
  envelopeFrom: string;
  /** Whom it would have gone to. */
  envelopeTo: string[];
  from: string;
  to: string;
  subject: string;
  /** The mail's own `Date`: the interview's clock. */
  date: string | null;
  messageId: string | null;
}

export interface MailSink {
  /** For `SMTP_URL`. */
  readonly url: string;
  /** Newest first. */
  list(limit?: number): Promise<SinkMail[]>;
  /** Null where there is no such mail. */
  read(id: string): Promise<{ mail: SinkMail; text: string; raw: Uint8Array } | null>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

const LARGEST_MAIL = 30 * 1024 * 1024;
const ID = /^[0-9]{13}-[0-9a-f]{12}$/;

/** Starts it on a free loopback port (or `port`). Mails of earlier runs are listed too. */
export async function openMailSink(options: { dataDir: string; port?: number }): Promise<MailSink> {
  const folder = join(options.dataDir, 'sink');
  await mkdir(folder, { recursive: true });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: LARGEST_MAIL,
    banner: 'Afterview mail sink: nothing leaves this machine',
    onData(stream, session, done) {
      const { mailFrom, rcptTo } = session.envelope;
      keep(folder, stream, mailFrom ? mailFrom.address : '', rcptTo).then(
        () => done(),
        (error) => done(Object.assign(new Error(`the mail could not be kept: ${error}`), { responseCode: 452 })),
      );
    },
  });
  // A client that hangs up is no reason to end the process.
  server.on('error', () => undefined);
  const port = await new Promise<number>((resolve, reject) => {
    server.server.once('error', reject);
    const listening = server.listen(options.port ?? 0, '127.0.0.1', () => {
      const address = listening.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    async list(limit = 200) {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
      const mails = await Promise.all(
        names
          .reverse()
          .slice(0, limit)
          .map((name) => summary(folder, name.slice(0, -5))),
      );
      return mails.filter((mail) => mail !== null);
    },
    async read(id) {
      const mail = await summary(folder, id);
      if (!mail) return null;
      const raw = await readFile(join(folder, `${id}.eml`));
      const parsed = await PostalMime.parse(raw);
      return { mail, text: parsed.text ?? '', raw };
    },
    async clear() {
      for (const name of await readdir(folder)) await rm(join(folder, name), { force: true });
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The answer 250 is given once the file is on the disk. */
async function keep(folder: string, stream: Readable, from: string, to: SMTPServerAddress[]): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  const raw = Buffer.concat(parts);
  const parsed = await PostalMime.parse(raw);
  const receivedAt = new Date();
  const id = `${String(receivedAt.getTime()).padStart(13, '0')}-${randomBytes(6).toString('hex')}`;
  const mail: SinkMail = {
    id,
    receivedAt: receivedAt.toISOString(),
    envelopeFrom: from,
    envelopeTo: to.map(({ address }) => address),
    from: parsed.from?.address ?? '',
    to: (parsed.to ?? []).map(({ address }) => address ?? '').join(', '),
    subject: parsed.subject ?? '',
    date: parsed.date ?? null,
    messageId: parsed.messageId ?? null,
  };
  await writeWhole(join(folder, `${id}.eml`), raw);
  // The summary comes last: what is listed is there.
  await writeWhole(join(folder, `${id}.json`), Buffer.from(JSON.stringify(mail)));
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(`${path}.part`, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}

async function summary(folder: string, id: string): Promise<SinkMail | null> {
  if (!ID.test(id)) return null;
  try {
    return JSON.parse(await readFile(join(folder, `${id}.json`), 'utf8')) as SinkMail;
  } catch {
    return null;
  }
}
