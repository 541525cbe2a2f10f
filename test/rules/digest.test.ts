/** D4: what the weekly digest says. When it goes out is tested with the candidate's workflow. */
import { sendDigest } from '../../activities/digest';
import type { MailBytes } from '../../activities/mail/message-bytes';
import type { MailTransport } from '../../activities/mail/transport';
import { markStarted } from '../../data/interviews';
import { openDraft } from '../../data/messages';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { draftOf, storeInterview } from '../support/stored-interview';

let database: TestDatabase;
const sent: MailBytes[] = [];
const transport: MailTransport = {
  longestMs: 1_000,
  async deliver(mail) {
    sent.push(mail);
    return { outcome: 'accepted', answer: '250 ok', refused: [] };
  },
  async close() {},
};
beforeAll(async () => {
  database = await openTestDatabase();
}, 120_000);
afterAll(async () => database?.close());

describe('D4 keep looking', () => {
  it('D4 tells what waits, what is overdue and how many are alive, and nudges when all hope rests on one', async () => {
    const { db } = database;
    const deps = { db, mail: { db, transport } } as unknown as Parameters<typeof sendDigest>[0];
    const digest = async (now: string) => {
      sent.length = 0;
      await sendDigest(deps, { candidateId, now });
      return sent.map(({ raw }) => Buffer.from(raw).toString('utf8').replace(/=\r\n/g, '')).join('\n');
    };
    const one = await storeInterview(db);
    const { candidateId } = one;
    await markStarted(db, one.id);
    await openDraft(db, draftOf(one, { subject: 'How it stands', dueAt: '2026-12-11T09:00:00Z' }));
    await openDraft(
      db,
      draftOf(one, { stepKey: 'last_say:oneill:2', subject: 'Thank you all the same', dueAt: '2026-12-16T09:00:00Z' }),
    );

    expect(await digest('2026-11-30T07:00:00.000Z')).toContain(
      'Northwind Grid: the interview is on Tuesday 1 December',
    );
    const alone = await digest('2026-12-14T07:00:00.000Z');
    expect(alone).toContain('One process is alive: Senior Data Engineer at Northwind Grid');
    expect(alone).toContain('keep looking (D4)');
    expect(alone).toMatch(/Waiting for you:\s+- Wednesday 16 December, to approve: Thank you all the same/);
    expect(alone).toMatch(/Overdue:\s+- since Friday 11 December: How it stands/);

    const two = await storeInterview(db, { role: 'Platform Engineer' });
    await markStarted(db, two.id);
    const both = await digest('2026-12-21T07:00:00.000Z');
    expect(both).toContain('2 processes are alive.');
    expect(both).not.toContain('keep looking');
  }, 60_000);
});
