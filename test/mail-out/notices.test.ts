import { type NoticeDeps, sendNotice } from '../../activities/mail/notices';
import { smtpSettings } from '../../activities/mail/smtp-settings';
import { smtpTransport } from '../../activities/mail/smtp-transport';
import type { MailTransport } from '../../activities/mail/transport';
import { setNotices, upsertCandidate } from '../../data/candidates';
import { listNotices } from '../../data/notices';
import { writeSetting } from '../../data/settings';
import { describeOnBoth } from '../support/database';
import { type FaultSmtp, startFaultSmtp } from '../support/fault-smtp';
import { intakeOf } from '../support/stored-interview';

jest.setTimeout(300_000);

let server: FaultSmtp;
let transport: MailTransport;
beforeEach(async () => {
  server = await startFaultSmtp();
  transport = smtpTransport(await smtpSettings(server.url, true));
});
afterEach(async () => {
  await transport.close();
  await server.close();
});

describeOnBoth('H16 notices to the candidate', (open) => {
  const notice = {
    interviewId: null,
    noticeKey: 'digest:2026-12-07',
    subject: 'Your week',
    text: 'Two things wait.',
    now: '2026-12-07T07:00:00.000Z',
  };

  it('go out once per key, marked automatic, with the way to end them', async () => {
    const { db } = await open();
    const candidate = await upsertCandidate(db, intakeOf().candidate);
    const deps: NoticeDeps = { db, transport, publicUrl: 'https://afterview.test' };
    const request = { ...notice, candidateId: candidate.id };
    server.plan('dot_451', 'none');
    expect(await sendNotice(deps, request)).toBe('retry');
    expect(await sendNotice(deps, request)).toBe('sent');
    expect(await sendNotice(deps, request)).toBe('sent');
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]?.to).toEqual(['maya@candidate.test']);
    const raw = server.mails[0]?.raw.replace(/\r\n /g, ' ');
    expect(raw).toContain('Auto-Submitted: auto-generated');
    expect(raw).toContain(`List-Unsubscribe: <https://afterview.test/notices/${candidate.noticesToken}/unsubscribe>`);
    expect(await listNotices(db, candidate.id)).toMatchObject([{ status: 'sent', attempts: 2 }]);
  });

  it('do not go out when unwanted, stopped, or of uncertain fate', async () => {
    const { db } = await open();
    const { id: candidateId, noticesToken } = await upsertCandidate(db, intakeOf().candidate);
    const deps: NoticeDeps = { db, transport };
    await writeSetting(db, 'stopped', true);
    expect(await sendNotice(deps, { ...notice, candidateId })).toBe('stopped');
    await writeSetting(db, 'stopped', false);
    server.plan('dot_fin');
    expect(await sendNotice(deps, { ...notice, candidateId })).toBe('uncertain');
    expect(await sendNotice(deps, { ...notice, candidateId })).toBe('uncertain');
    await setNotices(db, noticesToken, false);
    expect(await sendNotice(deps, { ...notice, candidateId, noticeKey: 'digest:2026-12-14' })).toBe('unwanted');
    expect(server.mails).toHaveLength(1);
  });
});
