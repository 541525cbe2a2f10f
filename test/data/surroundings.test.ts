import { setCandidateAway } from '../../data/candidates';
import type { Database, Queryable } from '../../data/database';
import { addDoNotWrite } from '../../data/do-not-write';
import { appendFacts } from '../../data/facts';
import { changeMail, storeMail } from '../../data/inbox';
import { type Interview, saveDecision } from '../../data/interviews';
import { approveMessage, type NewMessage, openDraft } from '../../data/messages';
import { insertOffer } from '../../data/offers';
import { recordOutreach } from '../../data/outreach';
import { recordRefereeContact, setRefereeState } from '../../data/referees';
import { beginSending, endSending } from '../../data/sending';
import { writeSetting } from '../../data/settings';
import { surroundingsOf, UnknownInterview } from '../../data/surroundings';
import type { Decision, Step } from '../../policy/decision';
import { describeOnBoth } from '../support/database';
import { contactOf, draftOf, intakeOf, storeInterview } from '../support/stored-interview';

jest.setTimeout(300_000);

const NOW = '2026-12-20T09:00:00Z';
const OPTIONS = { inboundConfigured: true };

async function messageThatIs(
  db: Database,
  interview: Interview,
  end: 'sent' | 'uncertain' | 'sending' | 'approved' | 'failed',
  over: Partial<NewMessage> & { at: string },
): Promise<void> {
  const { at, ...draft } = over;
  const { id } = await openDraft(db, draftOf(interview, draft));
  await approveMessage(db, id, at);
  if (end === 'approved') return;
  const attempt = await beginSending(db, id, {
    at,
    raw: Buffer.from('x'),
    envelope: { from: 'a@b.test', to: ['c@d.test'] },
    messageId: `${id}@x.test`,
    firstSends: false,
  });
  if (end === 'sent') await endSending(db, id, attempt, { status: end, at, answer: '250', failure: null });
  else if (end !== 'sending') await endSending(db, id, attempt, { status: end, failure: 'why' });
}

const stepOf = (over: Partial<Step> & { step: Step['step'] }): Step => ({
  key: `${over.step}:x:1`,
  rules: [],
  reason: '',
  due: '2026-12-22T09:00:00Z',
  planned: '2026-12-22T09:00:00Z',
  channel: 'email',
  to: [],
  cc: [],
  mode: 'ask',
  about: null,
  letter: {},
  ...over,
});

const decisionOf = (over: Partial<Decision>): Decision => ({
  ...{ stage: 'asking', outcome: 'open', promisedDate: null, commands: [], wakeAt: null, nextActionAt: null },
  ...{ needsPerson: false, next: [], holds: [] },
  ...over,
});

describeOnBoth('surroundings', (open) => {
  it('of a lone interview are empty, with the calendars of everybody in the intake', async () => {
    const { db } = await open();
    const { id } = await storeInterview(db);
    const around = await surroundingsOf(db, id, NOW, { inboundConfigured: false });
    expect(Object.keys(around.calendars).sort()).toEqual([
      'IE|Europe/Dublin',
      'SE|Europe/Stockholm',
      'SG|Asia/Singapore',
    ]);
    expect(around.calendars['IE|Europe/Dublin']?.holidays).toMatchObject({
      '2026-12-25': expect.any(String),
      '2027-12-27': expect.any(String),
    });
    const { calendars, ...rest } = around;
    expect(rest).toEqual({
      interviewId: id,
      inbound: 'none',
      siblings: [],
      outreach: [],
      offers: [],
      refereeContacts: [],
      refereesAgreed: [],
      refereesDeclined: [],
      doNotWrite: [],
      candidateAway: [],
      stopped: false,
      answerLimits: [],
      learning: [],
    });
    await expect(surroundingsOf(db, 'int_none', NOW, OPTIONS)).rejects.toThrow(UnknownInterview);
  });

  it('have a calendar for a contact who came later, and for a mistyped year none of centuries', async () => {
    const { db } = await open();
    const { id } = await storeInterview(db);
    const contact = contactOf({ id: 'new', country: 'AE', timeZone: 'Asia/Dubai' });
    await appendFacts(db, id, 0, [
      { v: 1, at: NOW, type: 'contact_changed', contact },
      { v: 1, at: NOW, type: 'interview_rescheduled', endsAt: '2926-12-20T09:00:00Z' },
    ]);
    const { calendars } = await surroundingsOf(db, id, NOW, OPTIONS);
    expect(calendars['AE|Asia/Dubai']?.weekend).toEqual([6, 7]);
  });

  it('C4 have a calendar for a referee who came later, and heed what that person asked for', async () => {
    const { db } = await open();
    const { id } = await storeInterview(db);
    await addDoNotWrite(db, 'mina@former.test', null);
    const referee = {
      ...{ id: 'r9', name: 'Mina Kahl', email: 'Mina@former.test', phone: null, relationship: 'colleague' as const },
      ...{ country: 'JP', timeZone: 'Asia/Tokyo', language: null, form: 'formal' as const },
      ...{ agreed: false, prefers: null, presentEmployer: false },
    };
    await appendFacts(db, id, 0, [{ v: 1, at: NOW, type: 'referee_added', referee }]);
    const { calendars, doNotWrite } = await surroundingsOf(db, id, NOW, OPTIONS);
    expect(Object.keys(calendars)).toContain('JP|Asia/Tokyo');
    expect(doNotWrite).toEqual(['mina@former.test']);
  });

  it('H1 H12 count every outreach of the candidate in that ledger: sent, uncertain, under way, by hand', async () => {
    const { db } = await open();
    const own = await storeInterview(db);
    const sibling = await storeInterview(db, { role: 'Analyst' });
    const elsewhere = await storeInterview(db, {
      organisation: { id: null, name: 'Globex', country: 'IE', timeZone: 'Europe/Dublin' },
    });
    const stranger = await storeInterview(db, { candidate: { ...intakeOf().candidate, email: 'other@person.test' } });
    const day = (n: number) => `2026-12-${n}T09:00:00.000Z`;
    await messageThatIs(db, own, 'sent', { stepKey: 'chase:oneill:1', at: day(10), cc: ['byrne@northwind.test'] });
    await messageThatIs(db, sibling, 'uncertain', {
      stepKey: 'chase:oneill:1',
      at: day(11),
      letter: { covers: [own.id] },
    });
    await messageThatIs(db, sibling, 'sending', { stepKey: 'chase:oneill:2', at: day(12) });
    await messageThatIs(db, own, 'approved', { stepKey: 'chase:oneill:2', at: day(13) });
    await messageThatIs(db, own, 'failed', { stepKey: 'chase:oneill:3', at: day(13) });
    await messageThatIs(db, elsewhere, 'sent', { at: day(13) });
    await messageThatIs(db, stranger, 'sent', { at: day(13) });
    const call = {
      candidateId: own.candidateId,
      organisationKey: own.organisationKey,
      interviewId: own.id,
      stepKey: 'call:oneill:1',
      step: 'call' as const,
      at: day(14),
      addresses: ['oneill@northwind.test'],
      covers: [],
    };
    await recordOutreach(db, call);
    await recordOutreach(db, { ...call, at: day(19) });
    const { outreach } = await surroundingsOf(db, own.id, NOW, OPTIONS);
    expect(outreach).toEqual([
      {
        interviewId: own.id,
        at: day(10),
        step: 'chase',
        stepKey: 'chase:oneill:1',
        addresses: ['oneill@northwind.test', 'byrne@northwind.test'],
        covers: [],
      },
      expect.objectContaining({ interviewId: sibling.id, at: day(11), covers: [own.id] }),
      expect.objectContaining({ interviewId: sibling.id, at: day(12) }),
      expect.objectContaining({ interviewId: own.id, at: day(14), step: 'call' }),
    ]);
  });

  it('F1 include the ledger of the agency', async () => {
    const { db } = await open();
    const route = { kind: 'agency' as const, agency: 'Best People', recruiterContactId: 'oneill' };
    const own = await storeInterview(db, { route });
    const other = await storeInterview(db, {
      route,
      organisation: { id: null, name: 'Globex', country: 'IE', timeZone: 'Europe/Dublin' },
    });
    await messageThatIs(db, other, 'sent', { organisationKey: own.agencyKey ?? '', at: '2026-12-10T09:00:00.000Z' });
    const { outreach } = await surroundingsOf(db, own.id, NOW, OPTIONS);
    expect(outreach).toMatchObject([{ interviewId: other.id }]);
  });

  it('tell what siblings plan, and whether an unsorted mail holds them (H3)', async () => {
    const { db } = await open();
    const own = await storeInterview(db);
    const sibling = await storeInterview(db, { role: 'Analyst', process: { ...intakeOf().process, id: 'p1' } });
    await saveDecision(db, sibling.id, {
      decision: decisionOf({
        promisedDate: { date: '2026-12-18', assumed: false },
        next: [stepOf({ step: 'value_add', to: ['byrne'] }), stepOf({ step: 'chase', to: ['oneill', 'nobody'] })],
      }),
      factsSeen: 3,
      decidedAt: NOW,
    });
    const withdrawn = await storeInterview(db, { role: 'Lead' });
    await saveDecision(db, withdrawn.id, {
      decision: decisionOf({ stage: 'closed', outcome: 'withdrawn' }),
      factsSeen: 3,
      decidedAt: NOW,
    });
    const mail = { source: 'raw', trusted: true, envelopeTo: null, raw: Buffer.from('x') };
    const { id: mailId } = await storeMail(db, { ...mail, mailKey: 'k' });
    await changeMail(db, mailId, { state: 'review', interviewId: sibling.id });
    const { siblings } = await surroundingsOf(db, own.id, NOW, OPTIONS);
    expect(siblings).toHaveLength(2);
    expect(siblings.find(({ interviewId }) => interviewId === sibling.id)).toEqual({
      interviewId: sibling.id,
      role: 'Analyst',
      organisationKey: own.organisationKey,
      agencyKey: null,
      organisationName: 'Northwind Grid',
      processId: 'p1',
      outcome: 'open',
      stage: 'asking',
      promisedDate: '2026-12-18',
      nextAsk: { step: 'chase', due: '2026-12-22T09:00:00Z', addresses: ['oneill@northwind.test'] },
      unsortedMail: true,
      withdrawn: false,
    });
    expect(siblings.find(({ interviewId }) => interviewId === withdrawn.id)).toMatchObject({
      withdrawn: true,
      unsortedMail: false,
      nextAsk: null,
    });
    await changeMail(db, mailId, { state: 'sorted' });
    const after = await surroundingsOf(db, own.id, NOW, OPTIONS);
    expect(after.siblings.some(({ unsortedMail }) => unsortedMail)).toBe(false);
  });

  it('C2 C4 know referees over all interviews: who agreed, who was troubled and for what', async () => {
    const { db } = await open();
    const own = await storeInterview(db);
    const [priya] = intakeOf().referees;
    if (!priya) throw new Error('no referee');
    const sibling = await storeInterview(db, {
      role: 'Analyst',
      referees: [
        { ...priya, id: 'x', email: 'Agreed@then.test', agreed: true },
        { ...priya, id: 'y', email: 'changed@mind.test', agreed: true },
      ],
    });
    const say = { prefers: null, at: '2026-12-05T09:00:00Z' };
    await setRefereeState(db, own.candidateId, { ...say, address: 'changed@mind.test', state: 'declined' });
    await messageThatIs(db, sibling, 'uncertain', {
      ...{ step: 'referee_ask', stepKey: 'referee_ask:r1:1', to: ['Priya@elsewhere.test'] },
      ...{ organisationKey: 'referee', at: '2026-12-03T09:00:00.000Z' },
    });
    await recordRefereeContact(db, {
      ...{ candidateId: own.candidateId, interviewId: own.id, stepKey: 'referee_brief:r1:1' },
      ...{ address: 'priya@elsewhere.test', purpose: 'brief' as const, at: '2026-12-04T09:00:00.000Z' },
    });
    const around = await surroundingsOf(db, own.id, NOW, OPTIONS);
    expect(around.refereesAgreed).toEqual(['agreed@then.test']);
    expect(around.refereesDeclined).toEqual(['changed@mind.test']);
    expect(around.refereeContacts).toEqual([
      { address: 'priya@elsewhere.test', purpose: 'ask', at: '2026-12-03T09:00:00.000Z', interviewId: sibling.id },
      { address: 'priya@elsewhere.test', purpose: 'brief', at: '2026-12-04T09:00:00.000Z', interviewId: own.id },
    ]);
  });

  it('carry offers, do-not-write, holidays, switches and what was learned', async () => {
    const { db } = await open();
    const own = await storeInterview(db);
    const earlier = await storeInterview(db, { role: 'Analyst' });
    await insertOffer(db, own.candidateId, {
      organisation: 'Globex',
      receivedOn: '2026-12-03',
      answerBy: '2026-12-21',
    });
    await addDoNotWrite(db, 'Byrne@northwind.test', null);
    await addDoNotWrite(db, 'stranger@x.test', null);
    await setCandidateAway(db, own.candidateId, [{ from: '2026-12-24', to: '2026-12-27' }]);
    await writeSetting(db, 'stopped', true);
    await writeSetting(db, 'inbound_broken', { since: NOW, why: 'login refused' });
    await writeSetting(db, 'answer_limits', [{ country: 'IE', days: 20 }]);
    await appendFacts(db, earlier.id, 0, [
      { v: 1, at: '2026-11-01T09:00:00Z', type: 'reflection_given', text: 'too nervous', goOn: true },
      { v: 1, at: '2026-11-09T09:00:00Z', type: 'feedback_received', outcome: 'rejected', text: ' more SQL ' },
      { v: 1, at: '2026-11-10T09:00:00Z', type: 'task_done', key: 'chase:x:1', note: 'called' },
    ]);
    expect(await surroundingsOf(db, own.id, NOW, { ...OPTIONS, addresses: ['STRANGER@x.test'] })).toMatchObject({
      offers: [{ organisation: 'Globex', organisationKey: 'globex|', answerBy: '2026-12-21', status: 'open' }],
      doNotWrite: expect.arrayContaining(['byrne@northwind.test', 'stranger@x.test']),
      candidateAway: [{ from: '2026-12-24', to: '2026-12-27' }],
      stopped: true,
      inbound: 'broken',
      answerLimits: [{ country: 'IE', days: 20 }],
      learning: ['more SQL', 'too nervous'],
    });
  });

  it('see inside a transaction what the transaction sees, in few queries', async () => {
    const { db } = await open();
    const own = await storeInterview(db);
    await surroundingsOf(db, own.id, NOW, OPTIONS);
    let asked = 0;
    await db.transaction(async (tx) => {
      const counting: Queryable = {
        query: (sql, params) => {
          asked++;
          return tx.query(sql, params);
        },
      };
      await tx.query(`update settings set value = 'true' where name = 'stopped'`);
      await tx.query(`insert into settings (name, value) values ('stopped', 'true')`);
      expect((await surroundingsOf(counting, own.id, NOW, OPTIONS)).stopped).toBe(true);
    });
    expect(asked).toBeLessThanOrEqual(10);
  });
});
