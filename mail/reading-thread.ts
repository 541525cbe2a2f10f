/** The inside of a reading thread: takes raw mails, answers what they say. Started by `read-off-thread.ts` only. */
import { parentPort, workerData } from 'node:worker_threads';
import { parseMail } from './parse';
import type { ParsedMail } from './types';

/** A job for the thread, and its answer. */
export interface ReadingJob {
  id: number;
  raw: Uint8Array;
  context: unknown;
}
export type ReadingAnswer =
  | { type: 'ready' }
  | { type: 'read'; id: number; mail: ParsedMail; result: unknown }
  | { type: 'failed'; id: number; reason: string };

const SAMPLE = Buffer.from(
  'From: a@example.org\r\nSubject: Hello\r\nContent-Type: text/html\r\n\r\n<p>We will decide on Friday.</p>',
);

/** Called with every parsed mail; what it returns must be plain data. */
export type AfterParsing = (mail: ParsedMail, context: unknown) => unknown;

function start(): void {
  const port = parentPort;
  if (!port) throw new Error('reading-thread runs in a worker thread only');
  const { after } = workerData as { after: { module: string; name: string } | null };
  let afterParsing: AfterParsing = () => null;
  if (after) {
    // The module is the product's own, named by the caller, never by a mail.
    const loaded = require(after.module) as Record<string, AfterParsing | undefined>;
    const found = loaded[after.name];
    if (typeof found !== 'function') throw new Error(`${after.module} has no function ${after.name}`);
    afterParsing = found;
  }
  port.on('message', (job: ReadingJob) => {
    read(job, afterParsing).then(
      (answer) => port.postMessage(answer),
      (error: unknown) =>
        port.postMessage({ type: 'failed', id: job.id, reason: String(error).slice(0, 300) } satisfies ReadingAnswer),
    );
  });
  // The first mail must not pay for what is loaded and compiled at first use.
  void read({ id: 0, raw: SAMPLE, context: undefined }, afterParsing)
    .catch(() => undefined)
    .then(() => port.postMessage({ type: 'ready' } satisfies ReadingAnswer));
}

async function read(job: ReadingJob, afterParsing: AfterParsing): Promise<ReadingAnswer> {
  const mail = await parseMail(job.raw);
  return { type: 'read', id: job.id, mail, result: await afterParsing(mail, job.context) };
}

start();
