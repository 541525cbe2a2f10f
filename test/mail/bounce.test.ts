import { automaticSign, isAutomatic } from '../../mail/auto-reply';
import { isAbout, readBounce } from '../../mail/bounce';
import { parseMail } from '../../mail/parse';

const read = (raw: string) => parseMail(Buffer.from(raw.replaceAll('\n', '\r\n')));
const dsn = (fields: string, text = 'A mail could not be delivered.') =>
  read(
    `Return-Path: <>\nFrom: Mail Delivery System <MAILER-DAEMON@mx.example.net>\nTo: kim@example.com\nSubject: Undelivered Mail Returned to Sender\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=r\n\n--r\n\n${text}\n--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\n${fields}\n--r\nContent-Type: text/rfc822-headers\n\nMessage-ID: <q1@example.com>\nTo: anna@example.org\n--r--\n`,
  );

describe('RFC 3464 delivery reports', () => {
  it('H6 a failure with 5.x.x is permanent, and names recipient, status and the mail that came back', async () => {
    const mail = await dsn(
      'Final-Recipient: rfc822; anna@example.org\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no such\n user here\n',
    );
    expect(readBounce(mail)).toEqual({
      recipients: ['anna@example.org'],
      status: '5.1.1',
      permanent: true,
      originalMessageId: 'q1@example.com',
      diagnostic: 'smtp; 550 5.1.1 no such user here',
    });
  });
  it.each([
    ['a delay', 'Final-Recipient: rfc822; anna@example.org\nAction: delayed\nStatus: 4.4.1\n', '4.4.1'],
    ['a failure that may pass', 'Final-Recipient: rfc822; anna@example.org\nAction: failed\nStatus: 4.4.7\n', '4.4.7'],
  ])('H6 %s is not permanent', async (_name, fields, status) => {
    expect(readBounce(await dsn(fields))).toMatchObject({ recipients: ['anna@example.org'], status, permanent: false });
  });
  it('of several recipients only those that failed count', async () => {
    const mail = await dsn(
      'Final-Recipient: rfc822; anna@example.org\nAction: failed\nStatus: 5.2.1\n\nFinal-Recipient: rfc822; ben@example.org\nAction: delivered\nStatus: 2.0.0\n',
    );
    const report = readBounce(mail);
    expect(report?.recipients).toEqual(['anna@example.org']);
    expect(report && isAbout(report, 'Anna@Example.org')).toBe(true);
  });
  it('a report that all arrived is no bounce', async () => {
    expect(
      readBounce(await dsn('Final-Recipient: rfc822; anna@example.org\nAction: delivered\nStatus: 2.0.0\n')),
    ).toBeNull();
  });
});

describe('reports in words of their own', () => {
  const chatty = (headers: string, body: string) =>
    read(`${headers}\nTo: kim@example.com\n\n${body}\n\nMessage-ID: <q1@example.com>\nTo: anna@example.org\n`);
  it('H6 a server that chats is believed when it returns the mail with an error code', async () => {
    const mail = await chatty(
      'Return-Path: <>\nFrom: Postbote <bote@mx.example.org>\nSubject: Deine Mail\nAuto-Submitted: auto-replied',
      'Hallo, hier ist der Server. An anna@example.org kam deine Mail nicht an (Fehler 550).',
    );
    expect(readBounce(mail)).toMatchObject({ permanent: true, originalMessageId: 'q1@example.com' });
  });
  it('a person who quotes a mail and an error code is none', async () => {
    const mail = await chatty(
      'From: Kim <kim@example.org>\nSubject: Re: your mail',
      'I got this back: error 550, recipient unknown.',
    );
    expect(readBounce(mail)).toBeNull();
  });
  it('an absence note from the empty return path is none, even with a copy of the mail', async () => {
    const mail = await chatty(
      'Return-Path: <>\nFrom: Anna <anna@example.org>\nSubject: Out of office\nAuto-Submitted: auto-replied',
      'I am away until Monday.',
    );
    expect(readBounce(mail)).toBeNull();
  });
});

describe('free-form delivery reports', () => {
  const from = (sender: string, subject: string, body: string, more = '') =>
    read(`From: ${sender}\nTo: kim@example.com\nSubject: ${subject}\n${more}\n${body}`);
  it.each([
    [
      'qmail',
      'MAILER-DAEMON@mx.example.net',
      'failure notice',
      "Hi. This is the qmail-send program at mx.example.net.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<anna@example.org>:\nRemote host said: 550 5.1.1 unknown\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <q1@example.com>\nTo: other@example.org\n",
      '5.1.1',
      true,
    ],
    [
      'Exim',
      'Mail Delivery System <Mailer-Daemon@mx.example.net>',
      'Mail delivery failed: returning message to sender',
      'This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  anna@example.org\n    host mx.example.org [192.0.2.1]\n    SMTP error from remote mail server after RCPT TO:<anna@example.org>:\n    550 5.7.1 no\n\n------ This is a copy of the message, including all the headers. ------\n',
      '5.7.1',
      true,
    ],
    [
      'Exim, delay',
      'Mail Delivery System <Mailer-Daemon@mx.example.net>',
      'Warning: message 1a delayed 24 hours',
      'This message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue.\n\nThe address to which the message has not yet been delivered is:\n\n  anna@example.org\n    Delay reason: connection timed out\n',
      null,
      false,
    ],
    [
      'Gmail of old',
      'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Delivery Status Notification (Failure)',
      'Delivery to the following recipient failed permanently:\n\n     anna@example.org\n\nThe error that the other server returned was:\n550 5.2.1 disabled\n\n----- Original message -----\n',
      '5.2.1',
      true,
    ],
    [
      'Exchange of old',
      'System Administrator <postmaster@example.org>',
      'Undeliverable: Thank you',
      'Your message\n\n  To:      anna@example.org\n  Subject: Thank you\n\ndid not reach the following recipient(s):\n\nanna@example.org on Thu, 10 Dec 2026 09:00:00 +0100\n    The recipient name is not recognized\n',
      null,
      true,
    ],
    [
      'Yahoo',
      'MAILER-DAEMON@yahoo.example',
      'Failure Notice',
      'Sorry, we were unable to deliver your message to the following address.\n\n<anna@example.org>:\n554: delivery error: dd This user does not have an account\n\n--- Below this line is a copy of the message.\n',
      null,
      true,
    ],
    [
      'OpenSMTPD, delay',
      'Mailer Daemon <MAILER-DAEMON@mx.example.net>',
      'Delivery status notification: warning',
      '    Hi!\n\n    This is the MAILER-DAEMON, please DO NOT REPLY to this e-mail.\n\n    A message is delayed for more than 4 hours for the following\n    list of recipients:\n\nanna@example.org: Network error on destination MXs\n\n    Please note that this is only a temporary failure report.\n',
      null,
      false,
    ],
    [
      'in German',
      'Mailer-Daemon <mailer-daemon@mx.example.de>',
      'Unzustellbar: Danke',
      'Ihre Nachricht konnte nicht zugestellt werden an:\n\nanna@example.org\n550 5.1.1 Benutzer unbekannt\n',
      '5.1.1',
      true,
    ],
    [
      'in Swedish',
      'postmaster@example.se',
      'Kunde inte levereras: Tack',
      'Meddelandet kunde inte levereras till:\n\nanna@example.org\n\nMottagaren hittades inte.\n',
      null,
      true,
    ],
  ])('%s', async (_name, sender, subject, body, status, permanent) => {
    expect(readBounce(await from(sender, subject, body))).toMatchObject({
      recipients: ['anna@example.org'],
      status,
      permanent,
    });
  });

  it('X-Failed-Recipients says who, whatever the text says', async () => {
    const mail = await from(
      'Mailer-Daemon@mx.example.net',
      'Mail failure',
      'It failed.\n550 5.1.1 unknown\n',
      'X-Failed-Recipients: anna@example.org, ben@example.org\n',
    );
    expect(readBounce(mail)?.recipients).toEqual(['anna@example.org', 'ben@example.org']);
  });

  it("a person's mail that quotes or forwards a report is no bounce", async () => {
    const text =
      'Hi Kim,\n\nyour mail came back to me, see below. Please write to ben@example.org.\n\nAnna\n\n> This is the mail system at host mx.example.net.\n> <anna@example.org>: 550 5.1.1 user unknown\n';
    expect(
      readBounce(await from('Anna Berg <anna@example.org>', 'Fwd: Undelivered Mail Returned to Sender', text)),
    ).toBeNull();
  });

  it('an out-of-office note from the empty sender is no bounce', async () => {
    const mail = await from(
      'Anna Berg <anna@example.org>',
      'Automatic reply: Interview',
      'I am away until 7 January. Undeliverable parcels go to Ben.\n',
      'Return-Path: <>\nAuto-Submitted: auto-replied\nIn-Reply-To: <q1@example.com>\n',
    );
    expect(readBounce(mail)).toBeNull();
  });

  it('a spam complaint and a read receipt are no bounces', async () => {
    for (const type of ['feedback-report', 'disposition-notification']) {
      const mail = await read(
        `From: MAILER-DAEMON@mx.example.net\nSubject: Undelivered\nContent-Type: multipart/report; report-type=${type}; boundary=r\n\n--r\n\nfailed permanently: anna@example.org\n--r--\n`,
      );
      expect(readBounce(mail)).toBeNull();
    }
  });
});

describe('R11 RFC 3834 signs of automatic mail', () => {
  it.each([
    ['Auto-Submitted: auto-replied', 'reply'],
    ['Auto-Submitted: auto-replied (vacation)', 'reply'],
    ['Auto-Submitted: auto-generated', 'generated'],
    ['Auto-Submitted: auto-notified; owner-email="a@b"', 'generated'],
    ['X-Autoreply: yes', 'reply'],
    ['X-Autorespond: news', 'reply'],
    ['Precedence: auto_reply', 'reply'],
    ['Precedence: bulk', 'list'],
    ['List-Id: <jobs.example.org>', 'list'],
    ['List-Unsubscribe: <https://example.org/u>', 'list'],
    ['Return-Path: <>', 'report'],
  ])('%s', async (line, kind) => {
    const mail = await read(`From: anna@example.org\n${line}\nSubject: x\n\nhi`);
    expect(automaticSign(mail)?.kind).toBe(kind);
  });
  it.each([
    'Auto-Submitted: no',
    'X-Auto-Response-Suppress: All',
    'X-Autoreply: no',
    'Precedence: first-class',
    'Return-Path: <anna@example.org>',
  ])('%s is none', async (line) => {
    expect(isAutomatic(await read(`From: anna@example.org\n${line}\nSubject: x\n\nhi`))).toBe(false);
  });
});
