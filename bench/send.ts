/**
 * A letter sent against nodemailer's own pool over the same connections to the same loopback sink: once the ledger's whole
 * way (locks, gate, bytes kept before the first one leaves, the server's answer written), once our transport alone.
 */
import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { sendOne } from '../activities/mail/ledger';
import { personalMail } from '../activities/mail/message-bytes';
import { messageIdFor } from '../activities/mail/message-id';
import { smtpSettings } from '../activities/mail/smtp-settings';
import { smtpTransport } from '../activities/mail/smtp-transport';
import { openDatabase } from '../data/database';
import { approveMessage, openDraft } from '../data/messages';
import { draftOf, storeInterview } from '../test/support/stored-interview';
import { compare, type Figure, ROUNDS, WARM_UPS } from './measure';

const CONNECTIONS = 5;
const MAILS_A_TURN = 60;
/** Cheaper ones by the dozen more, so that what the database leaves to be cleaned up later does not weigh on them. */
const TWIN_MAILS_A_TURN = 240;
const TURNS = 3;
/** For the rounds and the warm-up of one comparison. */
const DRAFTS = MAILS_A_TURN * (ROUNDS * TURNS + WARM_UPS);
const NOW = '2026-12-14T09:00:00.000Z';
const TEXT = `Dear Mr O’Neill,\n\n${'May I ask how it stands with the role we spoke about? '.repeat(8)}\n\nMaya Lindqvist\n`;

export async function sendFigures(): Promise<Figure[]> {
  const sink = fork(join(__dirname, 'sink-process.ts'), { execArgv: ['--import', 'tsx'] });
  const port = await new Promise<number>((resolve, reject) => {
    sink.once('message', (message) => resolve(Number(message)));
    sink.once('error', reject);
    sink.once('exit', () => reject(new Error('the mail sink did not start')));
  });
  const dataDir = await mkdtemp(join(tmpdir(), 'afterview-bench-'));
  const db = await openDatabase({ dataDir });
  const settings = await smtpSettings(`smtp://127.0.0.1:${port}?connections=${CONNECTIONS}`, true);
  const transport = smtpTransport(settings);
  const pool = createTransport({
    ...{ host: '127.0.0.1', port, pool: true, maxConnections: CONNECTIONS, maxMessages: Number.POSITIVE_INFINITY },
    ignoreTLS: true,
  });
  try {
    const interview = await storeInterview(db);
    const from = { name: 'Maya Lindqvist', address: 'maya@candidate.test' };
    const envelope = { to: ['oneill@northwind.test'], cc: [], subject: 'Senior Data Engineer', text: TEXT };
    const lettered = (n: number) => messageIdFor(interview.id, `chase:oneill:${n}`, { domain: 'candidate.test' });
    const drafts: string[] = [];
    for (let n = 0; n < DRAFTS; n++) {
      const draft = draftOf(interview, { stepKey: `chase:oneill:${n}`, text: TEXT, messageId: lettered(n) });
      const { id } = await openDraft(db, draft);
      await approveMessage(db, id, NOW);
      drafts.push(draft.stepKey);
    }
    let sent = 0;
    const turn = async (mails: number, one: (n: number) => Promise<unknown>) => {
      const first = sent;
      sent += mails;
      const lanes = Array.from({ length: CONNECTIONS }, async (_, lane) => {
        for (let n = first + lane; n < first + mails; n += CONNECTIONS) await one(n);
      });
      await Promise.all(lanes);
      return mails;
    };
    const twin = () =>
      turn(TWIN_MAILS_A_TURN, (n) =>
        pool.sendMail({ from, to: envelope.to, subject: envelope.subject, text: TEXT, messageId: lettered(n) }),
      );
    const bytesOnly = () =>
      turn(TWIN_MAILS_A_TURN, async (n) => {
        const mail = await personalMail({
          ...{ ...envelope, from, date: NOW, messageId: lettered(n), inReplyTo: null, references: [], replyTo: null },
        });
        const delivery = await transport.deliver(mail);
        if (delivery.outcome !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(delivery)}`);
      });
    const ledger = () =>
      turn(MAILS_A_TURN, async () => {
        const stepKey = drafts.shift();
        if (stepKey === undefined) throw new Error('more turns than drafts');
        const result = await sendOne(
          { db, transport },
          { interviewId: interview.id, stepKey, now: NOW, gate: async () => null },
        );
        if (result.result !== 'sent') throw new Error(`not sent: ${JSON.stringify(result)}`);
      });
    const common = { unit: 'mails/s', twinIs: 'nodemailer pool', kind: 'rate', twin, turns: TURNS } as const;
    return [
      await compare({
        ...common,
        id: 'send.ledger',
        name: 'a letter through the ledger (PGlite)',
        goal: null,
        ours: ledger,
      }),
      await compare({
        ...common,
        id: 'send.transport',
        name: 'a letter made and handed over, no ledger',
        goal: 0.8,
        ours: bytesOnly,
      }),
    ];
  } finally {
    pool.close();
    await transport.close();
    await db.close();
    sink.removeAllListeners('exit');
    sink.disconnect();
    await rm(dataDir, { recursive: true, force: true });
  }
}
