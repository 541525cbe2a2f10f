import { type Gate, type LedgerDeps, type SendResult, sendOne, settleOne } from '../../activities/mail/ledger';
import { smtpSettings } from '../../activities/mail/smtp-settings';
import { smtpTransport } from '../../activities/mail/smtp-transport';
import type { MailTransport } from '../../activities/mail/transport';
import type { Database } from '../../data/database';
import type { Interview } from '../../data/interviews';
import { findMessageIds } from '../../data/message-ids';
import {
  approveMessage,
  editMessage,
  findMessageByKey,
  type NewMessage,
  openDraft,
  readMessageBytes,
  withdrawMessage,
} from '../../data/messages';
import { listOutreach } from '../../data/outreach';
import { beginSending } from '../../data/sending';
import { writeSetting } from '../../data/settings';
import { describeOnBoth, describeOnPostgres, type TestDatabase } from '../support/database';
import { type FaultSmtp, startFaultSmtp } from '../support/fault-smtp';
import { draftOf, storeInterview } from '../support/stored-interview';

jest.setTimeout(300_000);

const NOW = '2026-12-14T09:00:00.000Z';
const open: Gate = async () => null;

let server: FaultSmtp;
let transport: MailTransport;
beforeEach(async () => {
  server = await startFaultSmtp();
  transport = smtpTransport(await smtpSettings(`${server.url}?connections=20`, true), {
    ...{ connectMs: 1_500, greetingMs: 500, silenceMs: 400, deliveryMs: 2_000, idleMs: 5_000 },
  });
});
afterEach(async () => {
  await transport.close();
  await server.close();
});

async function approved(db: Database, interview: Interview, over: Partial<NewMessage> = {}): Promise<NewMessage> {
  const draft = draftOf(interview, over);
  const { id } = await openDraft(db, draft);
  await approveMessage(db, id, NOW);
  return draft;
}

const depsOf = ({ db }: { db: Database }, over: Partial<LedgerDeps> = {}): LedgerDeps => ({ db, transport, ...over });

const send = (deps: LedgerDeps, { interviewId, stepKey }: NewMessage, gate = open, now = NOW): Promise<SendResult> =>
  sendOne(deps, { interviewId, stepKey, now, gate });

describeOnBoth('the ledger', (openDb) => {
  it('sends an approved message once and keeps the answer of the server', async () => {
    const { db } = await openDb();
    const interview = await storeInterview(db);
    const draft = await approved(db, interview, {
      inReplyTo: 'theirs@northwind.test',
      references: ['theirs@northwind.test'],
    });
    const deps = depsOf({ db }, { inboundDomain: 'in.afterview.test' });
    const sent = await send(deps, draft);
    expect(sent).toMatchObject({ result: 'sent', again: false, rehearsal: false, answer: '250 2.0.0 queued as 4711' });
    expect(await send(deps, draft)).toMatchObject({ result: 'sent', again: true });
    expect(server.mails).toHaveLength(1);
    const row = await findMessageByKey(db, interview.id, draft.stepKey);
    expect(row).toMatchObject({ status: 'sent', attempts: 1, serverAnswer: '250 2.0.0 queued as 4711' });
    // H2: the moment of acceptance, on the interview's clock.
    expect(Date.parse(row?.sentAt ?? '')).toBeGreaterThanOrEqual(Date.parse(NOW));
    expect(Date.parse(row?.sentAt ?? '')).toBeLessThan(Date.parse(NOW) + 60_000);
    const [mail] = server.mails;
    expect(mail).toMatchObject({ from: 'maya@candidate.test', to: ['oneill@northwind.test'] });
    expect(mail?.raw).toContain(`Message-ID: <${row?.messageId}>`);
    expect(row?.messageId).toMatch(/^[0-9a-f]{40}@candidate\.test$/);
    expect(mail?.raw).toContain('Date: Mon, 14 Dec 2026 09:00:00 +0000');
    expect(mail?.raw.replace(/\r\n /g, ' ')).toContain(
      `Reply-To: Maya Lindqvist <reply+${interview.replyToken}@in.afterview.test>`,
    );
    expect(mail?.raw).toContain('In-Reply-To: <theirs@northwind.test>');
    expect(await findMessageIds(db, [row?.messageId ?? ''])).toMatchObject([
      { interviewId: interview.id, contactId: 'oneill', direction: 'out' },
    ]);
    expect(Buffer.from((await readMessageBytes(db, row?.id ?? '')) ?? []).toString('latin1')).toBe(mail?.raw);
  });

  it('H15 sends nothing that is not approved', async () => {
    const { db } = await openDb();
    const interview = await storeInterview(db);
    const draft = draftOf(interview);
    expect(await send(depsOf({ db }), draft)).toEqual({ result: 'not_ready', status: 'missing' });
    const { id } = await openDraft(db, draft);
    expect(await send(depsOf({ db }), draft)).toEqual({ result: 'not_ready', status: 'draft' });
    await withdrawMessage(db, id, 'E8');
    expect(await send(depsOf({ db }), draft)).toEqual({ result: 'not_ready', status: 'withdrawn' });
    expect(server.mails).toHaveLength(0);
  });

  it('asks the gate inside the transaction, and says until when and by which rule it refused', async () => {
    const { db } = await openDb();
    const interview = await storeInterview(db);
    const draft = await approved(db, interview);
    const refusal = { rule: 'H1', text: 'three days have not passed', until: '2026-12-15T09:00:00.000Z' };
    const seen: string[] = [];
    const held = await send(depsOf({ db }), draft, async (tx, message) => {
      const [row] = await tx.query<{ status: string }>('select status from messages where id = $1', [message.id]);
      seen.push(row?.status ?? '');
      return refusal;
    });
    expect(held).toEqual({ result: 'held', refusal });
    expect(seen).toEqual(['approved']);
    expect(await findMessageByKey(db, interview.id, draft.stepKey)).toMatchObject({
      status: 'approved',
      heldRule: 'H1',
      heldUntil: refusal.until,
      hasBytes: false,
    });
    await expect(send(depsOf({ db }), draft, () => Promise.reject(new Error('no rules')))).rejects.toThrow('no rules');
    expect(server.mails).toHaveLength(0);
    expect(await send(depsOf({ db }), draft)).toMatchObject({ result: 'sent' });
    expect(await findMessageByKey(db, interview.id, draft.stepKey)).toMatchObject({ heldRule: null });
  });

  it('obeys the stop-everything button whatever the gate says', async () => {
    const { db } = await openDb();
    const interview = await storeInterview(db);
    const draft = await approved(db, interview);
    await writeSetting(db, 'stopped', true);
    expect(await send(depsOf({ db }), draft)).toMatchObject({ result: 'held', refusal: { rule: 'stop', until: null } });
    await writeSetting(db, 'stopped', false);
    expect(await send(depsOf({ db }), draft)).toMatchObject({ result: 'sent' });
    expect(server.mails).toHaveLength(1);
  });

  it('sends the same bytes again after a surely-not-accepted attempt', async () => {
    const { db } = await openDb();
    const interview = await storeInterview(db);
    const draft = await approved(db, interview);
    server.plan('rcpt_drop', 'dot_451', 'data_421', 'none');
    const deps = depsOf({ db });
    const bytes = async () =>
      Buffer.from(
        (await readMessageBytes(db, (await findMessageByKey(db, interview.id, draft.stepKey))?.id ?? '')) ?? [],
      );
    expect(await send(deps, draft)).toMatchObject({ result: 'retry', code: null });
    const first = await bytes();
    const row = await findMessageByKey(db, interview.id, draft.stepKey);
    expect(row).toMatchObject({ status: 'approved', failure: expect.any(String) });
    // The words are fixed now: an edit would make two mails of one Message-ID.
    expect(await editMessage(db, row?.id ?? '', { subject: 'other', text: 'other' })).toBeNull();
    expect(await send(deps, draft, open, '2026-12-14T09:10:00.000Z')).toMatchObject({ result: 'retry', code: 451 });
    expect(await send(deps, draft, open, '2026-12-14T09:20:00.000Z')).toMatchObject({ result: 'retry', code: 421 });
    expect(await send(deps, draft, open, '2026-12-14T09:40:00.000Z')).toMatchObject({ result: 'sent' });
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]?.raw).toBe(first.toString('latin1'));
    expect((await findMessageByKey(db, interview.id, draft.stepKey))?.attempts).toBe(4);
  });

  it('gives up for good on a 5xx and names the address', async () => {
    const { db } = await openDb();
    const interview = await storeInterview(db);
    const draft = await approved(db, interview);
    server.plan('rcpt_550');
    expect(await send(depsOf({ db }), draft)).toMatchObject({
      result: 'failed',
      code: 550,
      address: 'oneill@northwind.test',
      why: expect.stringContaining('no such person'),
    });
    expect(await send(depsOf({ db }), draft)).toMatchObject({ result: 'failed' });
    const other = await approved(db, interview, { stepKey: 'chase:oneill:2' });
    server.plan('dot_550');
    expect(await send(depsOf({ db }), other)).toMatchObject({ result: 'failed', code: 550, address: null });
    expect(server.mails).toHaveLength(0);
  });

  it('A2 writes to no address that is none', async () => {
    const { db } = await openDb();
    const interview = await storeInterview(db);
    const draft = await approved(db, interview, { to: ['oneill@northwind.test\r\nRCPT TO:<x@y.test>'] });
    expect(await send(depsOf({ db }), draft)).toMatchObject({
      result: 'failed',
      address: expect.stringContaining('RCPT'),
    });
    expect(server.connections()).toBe(0);
  });

  it.each(['dot_fin', 'dot_reset', 'dot_hang'] as const)(
    '%s leaves it uncertain, and never sends it again by itself',
    async (fault) => {
      const { db } = await openDb();
      const interview = await storeInterview(db);
      const draft = await approved(db, interview);
      server.plan(fault);
      expect(await send(depsOf({ db }), draft)).toMatchObject({ result: 'uncertain' });
      expect(await send(depsOf({ db }), draft)).toMatchObject({ result: 'uncertain' });
      expect(server.mails).toHaveLength(1);
      // H1: it counts as sent.
      expect(await listOutreach(db, interview.candidateId, [interview.organisationKey])).toMatchObject([
        { stepKey: draft.stepKey, at: NOW, addresses: ['oneill@northwind.test'] },
      ]);
      const { interviewId, stepKey } = draft;
      expect(await settleOne(depsOf({ db }), { interviewId, stepKey, arrived: true })).toMatchObject({
        status: 'sent',
        sentAt: NOW,
      });
    },
  );

  it('what is found in sending becomes uncertain; sent again by a person it is the same mail', async () => {
    const { db } = await openDb();
    const interview = await storeInterview(db);
    const draft = await approved(db, interview);
    const { interviewId, stepKey } = draft;
    const deps = depsOf(
      { db },
      { transport: { ...transport, deliver: () => Promise.reject(new Error('killed')), longestMs: 0 } },
    );
    await expect(send(deps, draft)).rejects.toThrow('killed');
    const before = await findMessageByKey(db, interviewId, stepKey);
    expect(before).toMatchObject({ status: 'sending' });
    expect(await send(depsOf({ db }), draft)).toMatchObject({ result: 'uncertain' });
    expect(server.connections()).toBe(0);
    // While an attempt may be under way, "send again" would make two.
    expect(await settleOne(depsOf({ db }), { interviewId, stepKey, arrived: false })).toBeNull();
    expect(await settleOne(deps, { interviewId, stepKey, arrived: false })).toMatchObject({ status: 'approved' });
    const raw = Buffer.from((await readMessageBytes(db, before?.id ?? '')) ?? []).toString('latin1');
    expect(await send(depsOf({ db }), draft)).toMatchObject({ result: 'sent', messageId: before?.messageId });
    expect(server.mails.map((mail) => mail.raw)).toEqual([raw]);
  });

  it('a late answer of the server settles what was called uncertain meanwhile', async () => {
    const { db } = await openDb();
    const interview = await storeInterview(db);
    const draft = await approved(db, interview);
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const slow: MailTransport = {
      ...transport,
      deliver: async (mail) => {
        await answered;
        return transport.deliver(mail);
      },
    };
    const first = send(depsOf({ db }, { transport: slow }), draft);
    while ((await findMessageByKey(db, interview.id, draft.stepKey))?.status !== 'sending') await Promise.resolve();
    expect(await send(depsOf({ db }), draft)).toMatchObject({ result: 'uncertain' });
    answer();
    expect(await first).toMatchObject({ result: 'sent' });
    expect(await findMessageByKey(db, interview.id, draft.stepKey)).toMatchObject({ status: 'sent', failure: null });
    expect(server.mails).toHaveLength(1);
  });

  it('in first-sends mode everything goes to the candidate alone, and says for whom it was', async () => {
    const { db } = await openDb();
    const interview = await storeInterview(db);
    const draft = await approved(db, interview, { cc: ['byrne@northwind.test'] });
    await writeSetting(db, 'first_sends', true);
    expect(await send(depsOf({ db }), draft)).toMatchObject({ result: 'sent', rehearsal: true });
    expect(server.mails).toMatchObject([{ to: ['maya@candidate.test'] }]);
    const raw = server.mails[0]?.raw.replace(/\r\n /g, ' ') ?? '';
    expect(raw).toContain('X-Afterview-Intended-To: oneill@northwind.test, byrne@northwind.test');
    expect(raw).toContain('\nTo: maya@candidate.test\r\n');
    expect(raw).not.toMatch(/\nCc:/);
    expect(raw).toContain('Subject: [to oneill@northwind.test, byrne@northwind.test] Senior Data Engineer');
  });

  it('a switch of first-sends mode between two attempts is obeyed, under another Message-ID', async () => {
    const { db } = await openDb();
    const interview = await storeInterview(db);
    const draft = await approved(db, interview);
    server.plan('dot_451', 'dot_451', 'none');
    await send(depsOf({ db }), draft);
    const real = await findMessageByKey(db, interview.id, draft.stepKey);
    await writeSetting(db, 'first_sends', true);
    await send(depsOf({ db }), draft);
    const rehearsal = await findMessageByKey(db, interview.id, draft.stepKey);
    expect(rehearsal?.messageId).not.toBe(real?.messageId);
    expect(rehearsal?.envelope?.to).toEqual(['maya@candidate.test']);
    await writeSetting(db, 'first_sends', false);
    expect(await send(depsOf({ db }), draft)).toMatchObject({ messageId: real?.messageId, rehearsal: false });
    expect(server.mails).toMatchObject([{ to: ['oneill@northwind.test'] }]);
  });

  it('a withdrawn message that had bytes is drafted again under another Message-ID', async () => {
    const { db } = await openDb();
    const interview = await storeInterview(db);
    const draft = await approved(db, interview);
    server.plan('dot_451', 'none');
    await send(depsOf({ db }), draft);
    const before = await findMessageByKey(db, interview.id, draft.stepKey);
    await withdrawMessage(db, before?.id ?? '', 'E8');
    await openDraft(db, { ...draft, text: 'other words' });
    await approveMessage(db, before?.id ?? '', NOW);
    const sent = await send(depsOf({ db }), draft);
    expect(sent).toMatchObject({ result: 'sent' });
    expect((sent as { messageId: string }).messageId).not.toBe(before?.messageId);
    expect(server.mails[0]?.raw).toContain('other words');
  });
});

describeOnPostgres('races at the ledger', (openDb) => {
  /** H1 in two lines: nothing to that ledger within three days. */
  const gapGate: Gate = async (tx, message) => {
    const others = await listOutreach(tx, message.candidateId, [message.organisationKey]);
    const recent = others.some(({ at }) => Date.parse(NOW) - Date.parse(at) < 3 * 86_400_000);
    return recent ? { rule: 'H1', text: 'too soon', until: null } : null;
  };

  const settle = (results: PromiseSettledResult<SendResult>[]) =>
    results.map((one) => (one.status === 'fulfilled' ? one.value.result : String(one.reason)));

  it('twenty at once send one row once', async () => {
    const { db } = await openDb();
    const interview = await storeInterview(db);
    for (let round = 1; round <= 5; round++) {
      const draft = await approved(db, interview, { stepKey: `thank_you:oneill:${round}`, step: 'thank_you' });
      const results = settle(await Promise.allSettled(Array.from({ length: 20 }, () => send(depsOf({ db }), draft))));
      expect(server.mails).toHaveLength(round);
      expect(new Set(results)).not.toContain('retry');
      expect(await findMessageByKey(db, interview.id, draft.stepKey)).toMatchObject({ status: 'sent', attempts: 1 });
    }
  });

  it('H1 two interviews of one candidate at one organisation cannot pass the gap together', async () => {
    const { db }: TestDatabase = await openDb();
    for (let round = 0; round < 10; round++) {
      const organisation = { id: `org-${round}`, name: 'X', country: 'IE', timeZone: 'Europe/Dublin' };
      const interviews = await Promise.all(
        ['Engineer', 'Analyst', 'Lead'].map((role) => storeInterview(db, { role, organisation })),
      );
      const drafts = await Promise.all(interviews.map((interview) => approved(db, interview)));
      const results = settle(await Promise.allSettled(drafts.map((draft) => send(depsOf({ db }), draft, gapGate))));
      expect(results.sort()).toEqual(['held', 'held', 'sent']);
      expect(server.mails).toHaveLength(round + 1);
    }
  });

  it('a message under way counts for the gap before the server has answered', async () => {
    const { db } = await openDb();
    const [one, two] = await Promise.all([storeInterview(db), storeInterview(db, { role: 'Analyst' })]);
    const [first, second] = await Promise.all([approved(db, one), approved(db, two)]);
    const row = await findMessageByKey(db, first.interviewId, first.stepKey);
    await beginSending(db, row?.id ?? '', {
      ...{ at: NOW, raw: Buffer.from('x'), envelope: { from: 'a@b.test', to: ['c@d.test'] } },
      ...{ messageId: 'under@way', firstSends: false },
    });
    expect(await send(depsOf({ db }), second, gapGate)).toMatchObject({ result: 'held', refusal: { rule: 'H1' } });
  });

  it('C4 one referee is not asked by two interviews at once', async () => {
    const { db } = await openDb();
    const asked: Gate = async (tx, message) => {
      const [row] = await tx.query<{ n: number }>(
        `select count(*) as n from messages where candidate_id = $1 and step = 'referee_ask'
           and status in ('sending', 'sent', 'uncertain')`,
        [message.candidateId],
      );
      return row?.n ? { rule: 'C4', text: 'asked already', until: null } : null;
    };
    const interviews = await Promise.all(
      ['A', 'B', 'C', 'D'].map((name) =>
        storeInterview(db, { organisation: { id: name, name, country: 'IE', timeZone: 'Europe/Dublin' } }),
      ),
    );
    const drafts = await Promise.all(
      interviews.map((interview) =>
        approved(db, interview, { step: 'referee_ask', stepKey: 'referee_ask:r1:1', to: ['priya@elsewhere.test'] }),
      ),
    );
    const results = settle(await Promise.allSettled(drafts.map((draft) => send(depsOf({ db }), draft, asked))));
    expect(results.sort()).toEqual(['held', 'held', 'held', 'sent']);
  });
});
