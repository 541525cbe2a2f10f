import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, type Worker } from '@temporalio/worker';
import type { MailBytes } from '../../activities/mail/message-bytes';
import type { Delivery, MailTransport } from '../../activities/mail/transport';
import { type Database, openDatabase } from '../../data/database';
import { type Assembly, assemble } from '../../workers/assembly';
import { createWorker } from '../../workers/worker';
import { startTestEngine } from './engine';
import { freshIntake, type SentIntake } from './intakes';

/** The whole product but its web pages, on the run's real Temporal server, with its own task queue and database. */
export interface TestAfterview extends Assembly {
  client: Client;
  db: Database;
  taskQueue: string;
  mails: TestMails;
  startWorker(): Promise<void>;
  stopWorker(): Promise<void>;
}

/** A mail server that takes everything, unless told otherwise for the next letters; notices to the candidate always go. */
export class TestMails implements MailTransport {
  readonly longestMs = 1_000;
  readonly accepted: { to: string[]; text: string }[] = [];
  readonly answers: Delivery[] = [];

  async deliver(mail: MailBytes): Promise<Delivery> {
    const answer = mail.envelope.to[0]?.startsWith('maya.') ? undefined : this.answers.shift();
    if (answer && answer.outcome !== 'accepted') return answer;
    this.accepted.push({ to: mail.envelope.to, text: Buffer.from(mail.raw).toString('utf8') });
    return { outcome: 'accepted', answer: '250 ok', refused: [] };
  }

  async close(): Promise<void> {}
}

export async function openAfterview(
  wishes: { inbound?: string; around?: (activities: Assembly['activities']) => Assembly['activities'] } = {},
): Promise<TestAfterview> {
  quiet();
  const engine = await startTestEngine();
  const connection = await Connection.connect({ address: engine.address });
  const native = await NativeConnection.connect({ address: engine.address });
  const folder = await mkdtemp(join(tmpdir(), 'afterview-data-'));
  const db = await openDatabase({ dataDir: folder });
  const taskQueue = `test-${randomUUID()}`;
  const client = new Client({ connection, namespace: engine.namespace });
  const mails = new TestMails();
  const parts = await assemble({
    ...{ db, client, taskQueue },
    transport: mails,
    timeMachine: true,
    inbound: wishes.inbound ?? 'webhook',
    inboundDomain: 'in.afterview.test',
    publicUrl: 'http://127.0.0.1:3000',
  });
  const activities = wishes.around ? wishes.around(parts.activities) : parts.activities;
  let running: { worker: Worker; done: Promise<void> } | null = null;
  const startWorker = async () => {
    const worker = await createWorker({ connection: native, namespace: engine.namespace, taskQueue, activities });
    running = { worker, done: worker.run() };
  };
  const stopWorker = async () => {
    running?.worker.shutdown();
    await running?.done;
    running = null;
  };
  await startWorker();
  return {
    ...parts,
    ...{ client, db, taskQueue, mails, startWorker, stopWorker },
    async close() {
      await stopWorker();
      await parts.close();
      await db.close();
      await native.close();
      await connection.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Starts an interview and moves its clock to one hour after its end: a Tuesday, half past twelve UTC, on any real day. */
export async function interviewed(app: TestAfterview, intake: SentIntake = freshIntake()) {
  const { view } = await app.service.startInterview(intake, null);
  const to = new Date(Date.parse(intake.interview.endsAt) + 3_600_000).toISOString();
  return { intake, view: await app.service.fastForward(view.id, { to }) };
}

let installed = false;
function quiet(): void {
  if (installed) return;
  installed = true;
  Runtime.install({
    logger: new DefaultLogger(process.env.AFTERVIEW_TEST_LOG ? 'INFO' : 'ERROR'),
    shutdownSignals: [],
  });
}
