import {
  findCandidateByAddress,
  setCandidateApproval,
  setCandidateAway,
  setClockAhead,
  setNotices,
  upsertCandidate,
} from '../../data/candidates';
import { addDoNotWrite, amongDoNotWrite, forgetDoNotWriteAddresses } from '../../data/do-not-write';
import { appendFacts, countFacts, readFacts } from '../../data/facts';
import { deleteFormDraft, loadFormDraft, saveFormDraft } from '../../data/form-drafts';
import { changeMail, findMail, listInbox, listUnreadMail, readMailBytes, storeMail } from '../../data/inbox';
import {
  deleteNotStarted,
  findInterview,
  findInterviewByReplyToken,
  insertInterview,
  listInterviews,
  listNotStarted,
  markStarted,
  saveDecision,
} from '../../data/interviews';
import { findMessageIds, lastMessageIdWith, rememberMessageId, threadWith } from '../../data/message-ids';
import {
  approveMessage,
  editMessage,
  findMessage,
  lapseMessage,
  listMessages,
  messageView,
  openDraft,
  retimeMessage,
  rewriteDraft,
  skipMessage,
  withdrawMessage,
} from '../../data/messages';
import { insertOffer, listOffers, setOfferStatus } from '../../data/offers';
import { listReferees, setRefereeState } from '../../data/referees';
import { beginSending } from '../../data/sending';
import { readSettings, secretOf, writeSetting } from '../../data/settings';
import { closeTask, findTask, listOpenTasks, openTask, reopenTask, snoozeTask, taskView } from '../../data/tasks';
import { isFreshToken, settleToken } from '../../data/webhook-tokens';
import type { Decision } from '../../policy/decision';
import type { Fact } from '../../policy/facts';
import { describeOnBoth } from '../support/database';
import { draftOf, intakeOf, storeInterview } from '../support/stored-interview';

jest.setTimeout(300_000);

const decisionOf = (over: Partial<Decision> = {}): Decision => ({
  stage: 'waiting',
  outcome: 'open',
  promisedDate: { date: '2026-12-11', assumed: false },
  commands: [],
  wakeAt: '2026-12-14T09:00:00Z',
  nextActionAt: '2026-12-14T09:00:00Z',
  needsPerson: false,
  next: [],
  holds: [],
  ...over,
});

describeOnBoth('repositories', (open) => {
  describe('candidates', () => {
    it('are one person per normalised address, with the newest profile', async () => {
      const { db } = await open();
      const { candidate: profile } = intakeOf();
      const made = await upsertCandidate(db, profile);
      const again = await upsertCandidate(db, { ...profile, email: ' MAYA@Candidate.test', name: 'Maya L.' });
      expect(again.id).toBe(made.id);
      expect(await findCandidateByAddress(db, 'Maya@candidate.test')).toMatchObject({ id: made.id, away: [] });
      expect(again.profile.name).toBe('Maya L.');
    });

    it('keep approvals, holidays, their clock and whether they want notices', async () => {
      const { db } = await open();
      const { id, noticesToken } = await upsertCandidate(db, intakeOf().candidate);
      await setCandidateApproval(db, id, 'default', 'ask');
      expect((await setCandidateApproval(db, id, 'chase', 'send'))?.approval).toEqual({
        default: 'ask',
        chase: 'send',
      });
      await setCandidateAway(db, id, [{ from: '2026-12-24', to: '2026-12-27' }]);
      expect(await setClockAhead(db, id, 86_400_000 * 90)).toBe(7_776_000_000);
      expect(await setClockAhead(db, id, 5)).toBe(7_776_000_000);
      expect(await setNotices(db, noticesToken, false)).toBe(true);
      expect(await setNotices(db, 'guess', false)).toBe(false);
      expect(await findCandidateByAddress(db, 'maya@candidate.test')).toMatchObject({
        notices: false,
        clockAheadMs: 7_776_000_000,
        away: [{ from: '2026-12-24', to: '2026-12-27' }],
      });
    });
  });

  describe('interviews', () => {
    it('are stored once per idempotency key, also when both come at once', async () => {
      const { db } = await open();
      const intake = intakeOf();
      const { id: candidateId } = await upsertCandidate(db, intake.candidate);
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => insertInterview(db, { candidateId, intake, idempotencyKey: 'key' })),
      );
      expect(new Set(answers.map(({ interview }) => interview.id)).size).toBe(1);
      expect(answers.filter(({ created }) => created)).toHaveLength(1);
      await insertInterview(db, { candidateId, intake });
      expect(await listInterviews(db, { candidateId })).toHaveLength(2);
      expect(await listInterviews(db, { candidateId: 'cand_other' })).toHaveLength(0);
    });

    it('are found by their reply token in any case, and swept until they are started', async () => {
      const { db } = await open();
      const interview = await storeInterview(db, {
        route: { kind: 'agency', agency: 'Best People Ltd', recruiterContactId: 'oneill' },
      });
      expect(interview).toMatchObject({
        organisationKey: 'northwind grid|ie',
        agencyKey: 'agency:best people|',
        workflowId: `interview-${interview.id}`,
        intake: intakeOf({ route: { kind: 'agency', agency: 'Best People Ltd', recruiterContactId: 'oneill' } }),
      });
      expect((await findInterviewByReplyToken(db, interview.replyToken.toUpperCase()))?.id).toBe(interview.id);
      expect(await listNotStarted(db, 0)).toHaveLength(1);
      expect(await listNotStarted(db, 60)).toHaveLength(0);
      await markStarted(db, interview.id);
      expect(await listNotStarted(db, 0)).toHaveLength(0);
      expect(await deleteNotStarted(db, interview.id)).toBe(false);
      const other = await storeInterview(db);
      expect(await deleteNotStarted(db, other.id)).toBe(true);
    });

    it('show the newest decision, whatever order they come in', async () => {
      const { db } = await open();
      const { id } = await storeInterview(db);
      const decidedAt = '2026-12-02T09:00:00Z';
      expect(await saveDecision(db, id, { decision: decisionOf({ stage: 'asking' }), factsSeen: 5, decidedAt })).toBe(
        true,
      );
      expect(await saveDecision(db, id, { decision: decisionOf({ stage: 'thanking' }), factsSeen: 4, decidedAt })).toBe(
        false,
      );
      expect(await findInterview(db, id)).toMatchObject({
        stage: 'asking',
        factsSeen: 5,
        closedAt: null,
        started: true,
      });
      const closed = decisionOf({ stage: 'closed', outcome: 'unanswered', wakeAt: null, nextActionAt: null });
      await saveDecision(db, id, { decision: closed, factsSeen: 6, decidedAt });
      await saveDecision(db, id, { decision: closed, factsSeen: 6, decidedAt: '2026-12-09T09:00:00Z' });
      expect(await findInterview(db, id)).toMatchObject({ closedAt: '2026-12-02T09:00:00.000Z', nextActionAt: null });
      await saveDecision(db, id, { decision: decisionOf(), factsSeen: 7, decidedAt });
      expect((await findInterview(db, id))?.closedAt).toBeNull();
    });
  });

  describe('facts', () => {
    it('are appended once, in order, and read back as they were', async () => {
      const { db } = await open();
      const { id } = await storeInterview(db);
      const facts: Fact[] = [
        { v: 1, at: '2026-12-01T12:00:00Z', type: 'intake', intake: intakeOf() },
        { v: 1, at: '2026-12-02T12:00:00.500Z', type: 'reflection_given', text: 'good “people” 🎉 \u2028', goOn: true },
        { v: 1, at: '2026-12-03T12:00:00Z', type: 'paused' },
      ];
      await appendFacts(db, id, 0, facts.slice(0, 2));
      await appendFacts(db, id, 0, facts.slice(0, 2));
      await appendFacts(db, id, 1, facts.slice(1));
      await appendFacts(db, id, 3, []);
      expect(await readFacts(db, id)).toEqual(facts);
      expect(await readFacts(db, id, 2)).toEqual(facts.slice(2));
      expect(await countFacts(db, id)).toBe(3);
    });
  });

  describe('messages', () => {
    it('are one row per step key: a repeated draft changes nothing', async () => {
      const { db } = await open();
      const interview = await storeInterview(db);
      const made = await openDraft(
        db,
        draftOf(interview, { letter: { ask: 1, covers: ['int_x'] }, references: ['a@b'] }),
      );
      const again = await openDraft(db, draftOf(interview, { subject: 'Other' }));
      expect(again).toEqual(made);
      expect(made).toMatchObject({
        status: 'draft',
        to: ['oneill@northwind.test'],
        letter: { ask: 1 },
        hasBytes: false,
      });
      expect(messageView(made)).toMatchObject({
        stepKey: 'chase:oneill:1',
        dueAt: '2026-12-14T09:00:00.000Z',
        sentAt: null,
      });
      expect(Object.keys(messageView(made))).not.toContain('letter');
      expect(await listMessages(db, interview.id)).toHaveLength(1);
    });

    it('move only along the arrows', async () => {
      const { db } = await open();
      const interview = await storeInterview(db);
      const { id } = await openDraft(db, draftOf(interview));
      const at = '2026-12-14T09:00:00Z';
      expect(await rewriteDraft(db, id, { subject: 'S', text: 'T', letter: { ask: 2 } })).toMatchObject({
        subject: 'S',
      });
      expect(await editMessage(db, id, { subject: 'Mine', text: 'Own words' })).toMatchObject({ edited: true });
      expect(await rewriteDraft(db, id, { subject: 'S2', text: 'T2', letter: {} })).toBeNull();
      expect(await approveMessage(db, id, at)).toMatchObject({
        status: 'approved',
        approvedAt: '2026-12-14T09:00:00.000Z',
      });
      expect(await approveMessage(db, id, '2026-12-15T09:00:00Z')).toMatchObject({
        approvedAt: '2026-12-14T09:00:00.000Z',
      });
      expect(await retimeMessage(db, id, '2026-12-16T09:00:00Z', 'E2: later')).toMatchObject({ reason: 'E2: later' });
      await beginSending(db, id, {
        at,
        raw: Buffer.from('x'),
        envelope: { from: 'a@b', to: ['c@d'] },
        messageId: 'm@x',
        firstSends: false,
      });
      for (const move of [
        approveMessage(db, id, at),
        editMessage(db, id, { subject: '', text: '' }),
        skipMessage(db, id),
        withdrawMessage(db, id, 'E8'),
        lapseMessage(db, id),
      ]) {
        expect(await move).toBeNull();
      }
      expect(await findMessage(db, id)).toMatchObject({
        status: 'sending',
        attempts: 1,
        messageId: 'm@x',
        text: 'Own words',
      });
    });

    it('are drafted again in their row once withdrawn, not once skipped or lapsed', async () => {
      const { db } = await open();
      const interview = await storeInterview(db);
      const { id } = await openDraft(db, draftOf(interview));
      await withdrawMessage(db, id, 'E8');
      const anew = await openDraft(db, draftOf(interview, { subject: 'Anew', dueAt: '2027-01-04T09:00:00Z' }));
      expect(anew).toMatchObject({ id, status: 'draft', subject: 'Anew', drafting: 0 });
      await lapseMessage(db, id);
      expect(await openDraft(db, draftOf(interview))).toMatchObject({ status: 'lapsed', heldRule: 'H15' });
    });
  });

  describe('tasks', () => {
    it('open once, end once, and wake from a snooze', async () => {
      const { db } = await open();
      const interview = await storeInterview(db);
      const task = await openTask(db, {
        interviewId: interview.id,
        candidateId: interview.candidateId,
        stepKey: 'chase:byrne:2',
        step: 'chase',
        rules: ['E3'],
        reason: 'E3: by phone this time',
        channel: 'phone',
        about: null,
        title: 'Call Dr Byrne',
        text: 'Talking points',
        contact: 'byrne',
        letter: {},
        dueAt: '2026-12-18T10:00:00Z',
      });
      expect(taskView(task)).toMatchObject({ status: 'open', contact: 'byrne', dueAt: '2026-12-18T10:00:00.000Z' });
      expect(await snoozeTask(db, task.id, '2026-12-19T10:00:00Z')).toMatchObject({ status: 'snoozed' });
      expect(await listOpenTasks(db, interview.candidateId)).toHaveLength(1);
      expect(await reopenTask(db, task.id)).toMatchObject({ status: 'open', snoozedUntil: null });
      const end = { status: 'done' as const, at: '2026-12-18T11:00:00Z', outcome: 'reached', note: 'will write' };
      expect(await closeTask(db, task.id, end)).toMatchObject({ status: 'done', outcome: 'reached' });
      expect(await closeTask(db, task.id, { ...end, note: 'x' })).toMatchObject({ note: 'will write' });
      expect(await closeTask(db, task.id, { status: 'dismissed', at: end.at })).toBeNull();
      expect(await findTask(db, task.id)).toMatchObject({ status: 'done', closedAt: '2026-12-18T11:00:00.000Z' });
    });
  });

  describe('the inbox', () => {
    it('stores a mail byte for byte and once', async () => {
      const { db } = await open();
      const raw = Buffer.from([...'Subject: é\r\n\r\n'].map((c) => c.charCodeAt(0)).concat([0, 255, 13, 10]));
      const mail = { mailKey: 'k1', source: 'raw', trusted: true, envelopeTo: 'reply+x@in.test', raw };
      const stored = await storeMail(db, mail);
      expect(stored.known).toBe(false);
      expect(await storeMail(db, { ...mail, raw: Buffer.from('other') })).toEqual({ id: stored.id, known: true });
      expect(Buffer.from((await readMailBytes(db, stored.id)) ?? []).equals(raw)).toBe(true);
      expect(await listUnreadMail(db, 0)).toHaveLength(1);
    });

    it('is sorted, set right and put back', async () => {
      const { db } = await open();
      const { id } = await storeMail(db, {
        mailKey: 'k',
        source: 'raw',
        trusted: false,
        envelopeTo: null,
        raw: Buffer.from('x'),
      });
      const interview = await storeInterview(db);
      await changeMail(db, id, { state: 'sorted', interviewId: interview.id, kind: 'holding', decidedBy: 'reader' });
      expect(await changeMail(db, id, { state: 'review' }, ['sorted'])).toBeNull();
      expect(await findMail(db, id)).toMatchObject({
        state: 'sorted',
        decidedBy: 'reader',
        decidedReal: expect.any(String),
      });
      await changeMail(db, id, { state: 'review', kind: null, decidedBy: null, correction: { why: 'undo' } });
      expect(await listInbox(db, { state: 'review' })).toMatchObject([
        { id, kind: null, decidedReal: null, correction: { why: 'undo' }, interviewId: interview.id },
      ]);
    });
  });

  describe('the small tables', () => {
    it('message ids: the first word counts, the newest of a contact is answered', async () => {
      const { db } = await open();
      const { id: interviewId } = await storeInterview(db);
      const known = { interviewId, contactId: 'byrne', direction: 'out' as const };
      await rememberMessageId(db, { ...known, messageId: 'one@x', at: '2026-12-02T09:00:00Z' });
      await rememberMessageId(db, { ...known, messageId: 'two@x', at: '2026-12-09T09:00:00Z' });
      await rememberMessageId(db, { ...known, messageId: 'one@x', contactId: 'forged', at: '2026-12-10T09:00:00Z' });
      expect(await findMessageIds(db, ['one@x', 'none@x'])).toMatchObject([{ messageId: 'one@x', contactId: 'byrne' }]);
      expect((await lastMessageIdWith(db, interviewId, 'byrne'))?.messageId).toBe('two@x');
      expect((await threadWith(db, interviewId, 'byrne')).map(({ messageId }) => messageId)).toEqual([
        'one@x',
        'two@x',
      ]);
    });

    it('offers', async () => {
      const { db } = await open();
      const { id } = await upsertCandidate(db, intakeOf().candidate);
      const offer = await insertOffer(db, id, {
        organisation: 'Globex',
        receivedOn: '2026-12-03',
        answerBy: '2026-12-10',
      });
      expect(offer).toMatchObject({ status: 'open', receivedOn: '2026-12-03', answerBy: '2026-12-10' });
      expect(await setOfferStatus(db, id, offer.id, 'lapsed')).toMatchObject({ status: 'lapsed' });
      expect(await setOfferStatus(db, 'cand_other', offer.id, 'open')).toBeNull();
      expect(await listOffers(db, id)).toHaveLength(1);
    });

    it('referees: an answer is not undone by a later ask, nor by an older answer', async () => {
      const { db } = await open();
      const { id } = await upsertCandidate(db, intakeOf().candidate);
      const say = (state: 'asked' | 'agreed' | 'declined', at: string) =>
        setRefereeState(db, id, { address: 'Priya@elsewhere.test', state, prefers: null, at });
      await say('asked', '2026-12-01T09:00:00Z');
      await say('agreed', '2026-12-03T09:00:00Z');
      await say('asked', '2026-12-04T09:00:00Z');
      await say('declined', '2026-12-02T09:00:00Z');
      expect(await listReferees(db, id)).toMatchObject([{ address: 'priya@elsewhere.test', state: 'agreed' }]);
      await say('declined', '2026-12-05T09:00:00Z');
      expect(await listReferees(db, id)).toMatchObject([{ state: 'declined' }]);
    });

    it('H14 do-not-write is kept for ever, after an erasure as a hash', async () => {
      const { db } = await open();
      const { id } = await upsertCandidate(db, intakeOf().candidate);
      await addDoNotWrite(db, 'Stop@There.test', id);
      await addDoNotWrite(db, 'stop@there.test', null);
      expect(await amongDoNotWrite(db, ['STOP@there.test ', 'other@there.test'])).toEqual(['stop@there.test']);
      await forgetDoNotWriteAddresses(db, id);
      expect(await amongDoNotWrite(db, ['stop@there.test'])).toEqual(['stop@there.test']);
      expect(JSON.stringify(await db.query('select * from do_not_write'))).not.toContain('there.test');
    });

    it('settings, secrets, form drafts, webhook tokens', async () => {
      const { db } = await open();
      expect(await readSettings(db)).toMatchObject({ stopped: false, first_sends: false, answer_limits: [] });
      await writeSetting(db, 'stopped', true);
      await writeSetting(db, 'answer_limits', [{ country: 'IE', days: 20 }]);
      expect(await readSettings(db)).toMatchObject({ stopped: true, answer_limits: [{ country: 'IE', days: 20 }] });
      const [one, two] = await Promise.all([secretOf(db, 'links'), secretOf(db, 'links')]);
      expect(one).toBe(two);
      expect(one).not.toBe(await secretOf(db, 'other'));
      expect(Object.keys(await readSettings(db)).join()).not.toContain('secret');
      await saveFormDraft(db, 't', { a: '1' });
      await saveFormDraft(db, 't', { a: '2' });
      expect(await loadFormDraft(db, 't')).toEqual({ a: '2' });
      await deleteFormDraft(db, 't');
      expect(await loadFormDraft(db, 't')).toBeNull();
      const shown = [
        await isFreshToken(db, 'x', 'a'),
        await isFreshToken(db, 'x', 'a'),
        await isFreshToken(db, 'x', 'b'),
      ];
      await settleToken(db, 'x');
      expect([...shown, await isFreshToken(db, 'x', 'a')]).toEqual([true, true, false, false]);
    });
  });
});
