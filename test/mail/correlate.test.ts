import { type CorrelationKnowledge, correlate, correlationKeys } from '../../mail/correlate';
import { parseMail } from '../../mail/parse';

const TOKEN = 'f00dbabe0123456789abcdef01234567';
const known = (more: Partial<CorrelationKnowledge> = {}): CorrelationKnowledge => ({
  sentMessageIds: new Map([
    ['q1@example.com', 'one'],
    ['q2@example.com', 'two'],
  ]),
  receivedMessageIds: new Map([['r1@example.org', 'one']]),
  replyTokens: new Map([[TOKEN, 'one']]),
  contacts: new Map([
    ['anna@example.org', ['one']],
    ['agent@agency.example', ['one', 'two']],
    ['free@gmail.com', ['two']],
  ]),
  referees: new Map([['prof@uni.example', ['one']]]),
  ownAddresses: new Set(['kim@example.com']),
  sender: 'unproven',
  proofRequired: false,
  ...more,
});
const mail = (from: string, more = '', to = 'kim@example.com') =>
  parseMail(Buffer.from(`From: ${from}\r\nTo: ${to}\r\nSubject: x\r\n${more}\r\nhi`));

describe('correlation', () => {
  it('the secret reply address decides first, by the envelope and never by To:', async () => {
    const stranger = await mail('someone@elsewhere.example');
    expect(correlate(stranger, `kim+${TOKEN}@inbound.example`, known())).toMatchObject({
      match: 'certain',
      interviewIds: ['one'],
      how: 'reply_address',
    });
    expect(correlate(stranger, `${TOKEN.toUpperCase()}@inbound.example`, known())).toMatchObject({
      how: 'reply_address',
    });
    const inTo = await mail('someone@elsewhere.example', '', `kim+${TOKEN}@inbound.example`);
    expect(correlate(inTo, 'kim@example.com', known())).toMatchObject({ match: 'none', interviewIds: [] });
  });

  it('an answer to a mail of ours by the contact, or by a colleague of the contact (H12)', async () => {
    const reply = 'In-Reply-To: <q1@example.com>\r\n';
    expect(correlate(await mail('anna@example.org', reply), null, known())).toMatchObject({
      match: 'certain',
      how: 'message_id',
      contactAddress: 'anna@example.org',
    });
    expect(correlate(await mail('ben@hr.example.org', reply), null, known())).toMatchObject({
      match: 'certain',
      interviewIds: ['one'],
    });
  });

  it('References count where In-Reply-To is missing, the newest first', async () => {
    const both = await mail('agent@agency.example', 'References: <q1@example.com> <q2@example.com>\r\n');
    expect(correlate(both, null, known())).toMatchObject({ match: 'certain', interviewIds: ['two'] });
  });

  it('R10 a stranger with the right Message-ID is offered, not believed', async () => {
    const reply = 'In-Reply-To: <q1@example.com>\r\n';
    expect(correlate(await mail('eve@evil.example', reply), null, known())).toMatchObject({
      match: 'offered',
      interviewIds: ['one'],
    });
    expect(correlate(await mail('Anna Berg <anna.berg@gmail.com>', reply), null, known())).toMatchObject({
      match: 'offered',
    });
  });

  it('two people at a free mail service have nothing in common', async () => {
    const other = await mail('else@gmail.com', 'In-Reply-To: <q2@example.com>\r\n');
    expect(correlate(other, null, known())).toMatchObject({ match: 'offered', interviewIds: ['two'] });
  });

  it('the thread: an answer to a mail of theirs that we have', async () => {
    expect(correlate(await mail('anna@example.org', 'References: <r1@example.org>\r\n'), null, known())).toMatchObject({
      match: 'certain',
      how: 'thread',
    });
  });

  it("a contact's address alone, if it is of one interview only", async () => {
    expect(correlate(await mail('ANNA@Example.org'), null, known())).toMatchObject({
      match: 'certain',
      how: 'contact_address',
      interviewIds: ['one'],
    });
    expect(correlate(await mail('agent@agency.example'), null, known())).toMatchObject({
      match: 'offered',
      interviewIds: ['one', 'two'],
    });
  });

  it("never by the sender's domain or display name alone", async () => {
    expect(correlate(await mail('ben@example.org'), null, known()).match).toBe('none');
    expect(correlate(await mail('"anna@example.org" <eve@evil.example>'), null, known()).match).toBe('none');
    expect(
      correlate(
        await mail('eve@evil.example', 'Reply-To: anna@example.org\r\nSender: anna@example.org\r\n'),
        null,
        known(),
      ).match,
    ).toBe('none');
  });

  it('a referee', async () => {
    expect(correlate(await mail('prof@uni.example'), null, known())).toMatchObject({
      match: 'certain',
      how: 'referee_address',
      isReferee: true,
    });
  });

  it('R10 a forged sender is offered at most, whatever it brings along', async () => {
    const forged = known({ sender: 'forged' });
    const all = await mail('anna@example.org', 'In-Reply-To: <q1@example.com>\r\n');
    for (const envelope of [null, `kim+${TOKEN}@inbound.example`]) {
      expect(correlate(all, envelope, forged)).toMatchObject({ match: 'offered', interviewIds: ['one'] });
    }
    expect(correlate(await mail('eve@evil.example'), null, forged).match).toBe('none');
    expect(correlate(await mail('kim@example.com', '', 'anna@example.org'), null, forged)).toMatchObject({
      match: 'offered',
      sentByHand: true,
    });
  });

  it('R10 where proof is required, ids and addresses wait for it; the secret address does not', async () => {
    const strict = known({ proofRequired: true });
    const reply = await mail('anna@example.org', 'In-Reply-To: <q1@example.com>\r\n');
    expect(correlate(reply, null, strict).match).toBe('offered');
    expect(correlate(reply, null, { ...strict, sender: 'proven' }).match).toBe('certain');
    expect(correlate(await mail('anna@example.org'), null, strict).match).toBe('offered');
    expect(correlate(reply, `kim+${TOKEN}@inbound.example`, strict).match).toBe('certain');
  });

  it('H12 a mail that the candidate wrote to a contact by hand is outreach', async () => {
    expect(correlate(await mail('kim@example.com', '', 'anna@example.org'), null, known())).toMatchObject({
      match: 'certain',
      how: 'own_hand',
      sentByHand: true,
      interviewIds: ['one'],
      contactAddress: 'anna@example.org',
    });
    expect(correlate(await mail('kim@example.com', '', 'agent@agency.example'), null, known())).toMatchObject({
      match: 'offered',
      sentByHand: true,
    });
    expect(
      correlate(
        await mail('kim@example.com', 'In-Reply-To: <q2@example.com>\r\n', 'agent@agency.example'),
        null,
        known(),
      ),
    ).toMatchObject({ match: 'certain', interviewIds: ['two'] });
    expect(correlate(await mail('kim@example.com', '', 'friend@elsewhere.example'), null, known())).toMatchObject({
      match: 'none',
      sentByHand: false,
    });
  });

  it('a delivery report belongs to the mail it returns', async () => {
    const report = await parseMail(
      Buffer.from(
        'From: MAILER-DAEMON@mx.example.net\r\nTo: kim@example.com\r\nSubject: failure notice\r\n\r\n<anna@example.org>:\r\n550 5.1.1 unknown\r\n\r\n--- Below this line is a copy of the message.\r\n\r\nMessage-ID: <q1@example.com>\r\n',
      ),
    );
    expect(correlate(report, null, known())).toMatchObject({ match: 'certain', interviewIds: ['one'] });
  });

  it('says what to look up beforehand', async () => {
    const answer = await mail(
      'anna@example.org',
      'In-Reply-To: <q1@example.com>\r\nReferences: <q0@example.com> <q1@example.com>\r\n',
    );
    expect(correlationKeys(answer, `kim+${TOKEN}@inbound.example`)).toEqual({
      messageIds: ['q1@example.com', 'q0@example.com'],
      addresses: ['anna@example.org', 'kim@example.com'],
      tokens: [TOKEN, `kim+${TOKEN}`],
    });
  });
});
