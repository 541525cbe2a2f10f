import PostalMime from 'postal-mime';
import { readMailDate } from '../../mail/mail-date';
import { normaliseMessageId, readMessageIds } from '../../mail/message-id';
import { messageKey } from '../../mail/message-key';
import { MAIL_LIMITS } from '../../mail/mime';
import { parseMail } from '../../mail/parse';
import { ordinaryMails } from './hostile-mails';

const crlf = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'));
const HEAD = 'From: "Berg, Anna" <anna@example.org>\nTo: kim@example.com\nSubject: News\nMIME-Version: 1.0\n';

describe('reading a mail', () => {
  it('agrees with a general MIME parser on ordinary mails', async () => {
    const fold = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
    for (const raw of ordinaryMails()) {
      const general = await new PostalMime({ forceRfc822Attachments: true }).parse(raw);
      const ours = await parseMail(raw);
      if (general.text) expect(fold(ours.text)).toBe(fold(general.text));
      expect(fold(ours.html)).toBe(fold(general.html));
      expect(ours.headers).toHaveLength(general.headers.length);
      expect(ours.attachments.map(({ mimeType, filename }) => [mimeType, filename])).toEqual(
        general.attachments
          .filter(({ mimeType }) => mimeType !== 'message/delivery-status')
          .map(({ mimeType, filename }) => [mimeType, filename]),
      );
    }
  });

  it('reads names, addresses, subject, ids and the date with its own offset', async () => {
    const mail = await parseMail(
      crlf(
        'From: =?utf-8?Q?J=C3=B6rg_M=C3=BCller?= <Joerg@Example.org>\nReply-To: jobs@example.org\nTo: Kim <kim@example.com>, group: a@b.example, c@d.example;\nSubject: =?iso-8859-1?Q?Gespr=E4ch?=\n =?iso-8859-1?Q?_am_Freitag?=\nDate: Fri, 11 Dec 2026 09:30:00 +0100 (CET)\nMessage-ID: <a@example.org>\nIn-Reply-To: <q1@example.com>\nReferences: <q0@example.com>\n <q1@example.com>\n\nHallo\n',
      ),
    );
    expect(mail.from).toEqual({ name: 'Jörg Müller', address: 'Joerg@Example.org' });
    expect(mail.to.map(({ address }) => address)).toEqual(['kim@example.com', 'a@b.example', 'c@d.example']);
    expect(mail.subject).toBe('Gespräch am Freitag');
    expect(mail.date).toBe('2026-12-11T09:30:00+01:00');
    expect([mail.messageId, mail.inReplyTo, mail.references]).toEqual([
      'a@example.org',
      ['q1@example.com'],
      ['q0@example.com', 'q1@example.com'],
    ]);
    expect(mail.problems).toEqual([]);
  });

  it.each([
    ['UTF-8 that is called ISO-8859-1', 'iso-8859-1', Buffer.from('Schöne Grüße')],
    ['ISO-8859-1 that is called UTF-8', 'utf-8', Buffer.from('Schöne Grüße', 'latin1')],
    ['ISO-8859-1 that is called ASCII', 'us-ascii', Buffer.from('Schöne Grüße', 'latin1')],
    ['UTF-8 of which nothing is said', '', Buffer.from('Schöne Grüße')],
    ['a set nobody knows', 'x-unknown-7', Buffer.from('Schöne Grüße')],
    ['UTF-16', 'utf-16le', Buffer.from('Schöne Grüße', 'utf16le')],
  ])('%s', async (_name, charset, bytes) => {
    const type = charset === '' ? '' : `Content-Type: text/plain; charset=${charset}\r\n`;
    const mail = await parseMail(Buffer.concat([Buffer.from(`Subject: x\r\n${type}\r\n`), bytes]));
    expect(mail.text.trim()).toBe('Schöne Grüße');
  });

  it.each([
    ['soft breaks inside a letter', 'Gr=C3=\n=BC=C3=9Fe', 'Grüße'],
    ['spaces behind the break', 'one=  \n two', 'one two'],
    ['lower-case digits', 'a=c3=a4', 'aä'],
    ['an equal sign that is text', '2 + 2 = 4', '2 + 2 = 4'],
    ['a break at the very end', 'end=', 'end'],
    ['wrong digits', 'a=ZZb', 'a=ZZb'],
  ])('quoted-printable with %s', async (_name, body, expected) => {
    const mail = await parseMail(
      crlf(`${HEAD}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n${body}`),
    );
    expect(mail.text.trim()).toBe(expected);
  });

  it('HTML alone becomes text; a plain part that only points to it does not count', async () => {
    const only = await parseMail(
      crlf(`${HEAD}Content-Type: text/html\n\n<p>One</p><ul><li>two<li>three</ul><table><tr><td>a<td>b</table>`),
    );
    expect(only.text.replace(/\s+/g, ' ')).toContain('One - two - three a b');
    const stub = await parseMail(
      crlf(
        `${HEAD}Content-Type: multipart/alternative; boundary=b\n\n--b\n\nPlease use an HTML capable e-mail client.\n--b\nContent-Type: text/html\n\n<p>We decided to go on with somebody else, I am sorry.</p>\n--b--\n`,
      ),
    );
    expect(stub.text).toContain('go on with somebody else');
  });

  it('parts, nested and truncated, are read as far as they go', async () => {
    const nested = `${HEAD}Content-Type: multipart/mixed; boundary="outer"\n\npreamble\n--outer\nContent-Type: multipart/alternative; boundary=inner\n\n--inner\nContent-Type: text/plain\n\nplain words\n--inner\nContent-Type: text/html\n\n<p>html words</p>\n--inner--\n--outer\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename*0*=utf-8''r%C3%A4; filename*1=tsel.pdf\n\n${'QUJD'.repeat(400)}\n--outer--\nepilogue`;
    const mail = await parseMail(crlf(nested));
    expect([mail.text.trim(), mail.html?.trim()]).toEqual(['plain words', '<p>html words</p>']);
    expect(mail.attachments).toEqual([
      { filename: 'rätsel.pdf', mimeType: 'application/pdf', bytes: expect.any(Number) },
    ]);
    expect(Math.abs((mail.attachments[0]?.bytes ?? 0) - 1_200)).toBeLessThan(60);
    const cut = await parseMail(crlf(nested.slice(0, nested.indexOf('html words'))));
    expect(cut.text.trim()).toBe('plain words');
  });

  it('a boundary that never occurs: the body is shown, and said to be odd', async () => {
    const mail = await parseMail(
      crlf(`${HEAD}Content-Type: multipart/mixed; boundary=missing\n\nWe decide on Friday.\n`),
    );
    expect(mail.text).toContain('We decide on Friday.');
    expect(mail.problems.join()).toContain('not delimited');
  });

  it('a delivery report keeps its status and the returned mail apart', async () => {
    const mail = await parseMail(ordinaryMails()[1] ?? Buffer.alloc(0));
    expect(mail.text.trim()).toBe('<anna@example.org>: user unknown');
    expect(mail.deliveryStatus).toContain('Status: 5.1.1');
    expect(mail.returned).toContain('Message-ID: <q1@example.com>');
  });

  it('a forward "as attachment" shows what it forwards, two mails deep and no deeper', async () => {
    const forward = (inner: string) =>
      `From: ben@example.org\nSubject: Fwd\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=f${inner.length}\n\n--f${inner.length}\nContent-Type: message/rfc822\n\n${inner}\n--f${inner.length}--\n`;
    const mail = await parseMail(crlf(forward('From: anna@example.org\nSubject: Decision\n\nWe will not go on.')));
    expect(mail.text).toContain('We will not go on.');
    const deep = await parseMail(crlf(forward(forward(forward(forward('Subject: x\n\nat the bottom'))))));
    expect(deep.text).not.toContain('at the bottom');
  });

  it.each([
    ['two From lines', 'From: anna@example.org\nFrom: ben@example.org\n\nx', 'more than one From line'],
    ['two senders in one line', 'From: anna@example.org, ben@example.org\n\nx', 'several senders'],
    [
      'a quoted address inside an address',
      'From: "anna@example.org x"@evil.example\n\nx',
      'no address that can be relied on',
    ],
    ['a date that is none', 'From: a@b.example\nDate: soon\n\nx', 'Date line could not be read'],
  ])('names what is odd: %s', async (_name, raw, problem) => {
    expect((await parseMail(crlf(raw))).problems.join()).toContain(problem);
  });

  it.each([
    '"anna@example.org x"@ok.example',
    '<anna@example.org>@evil.example',
    'anna@example.org(@evil.example)',
    'a@b@c.example',
    '"anna\\"@example.org"@evil.example',
    '=?utf-8?Q?anna=40example.org?=@evil.example',
    'anna@example.org\u2028@evil.example',
  ])("R9 an address that two programs may read differently is nobody's: %s", async (address) => {
    const mail = await parseMail(crlf(`From: ${address}\n\nx`));
    expect(mail.from?.address ?? '').toBe('');
  });

  it('keeps to smaller limits when told', async () => {
    const mail = await parseMail(crlf(`${HEAD}Content-Type: text/plain\n\n${'word '.repeat(1_000)}`), {
      ...MAIL_LIMITS,
      mostTextBytes: 100,
    });
    expect(mail.text.length).toBeLessThanOrEqual(100);
    expect(mail.problems).toHaveLength(1);
  });
});

describe('calendar parts', () => {
  const invitation = (event: string, zone = '') =>
    crlf(
      `${HEAD}Content-Type: text/calendar; method=REQUEST; charset=utf-8\n\nBEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:REQUEST\n${zone}BEGIN:VEVENT\nUID:u1\nSEQUENCE:2\nSUMMARY:Interview\nORGANIZER;CN=Anna:mailto:anna@example.org\nATTENDEE:mailto:kim@example.com\n${event}END:VEVENT\nEND:VCALENDAR\n`,
    );

  it.each([
    [
      'an IANA zone',
      'DTSTART;TZID=Europe/Berlin:20261218T100000\nDTEND;TZID=Europe/Berlin:20261218T110000\n',
      '2026-12-18T10:00:00+01:00',
      '2026-12-18T11:00:00+01:00',
      'Europe/Berlin',
    ],
    [
      'a Windows zone',
      'DTSTART;TZID=W. Europe Standard Time:20260618T100000\nDURATION:PT45M\n',
      '2026-06-18T10:00:00+02:00',
      '2026-06-18T10:45:00+02:00',
      'Europe/Berlin',
    ],
    [
      'UTC',
      'DTSTART:20261218T090000Z\nDTEND:20261218T100000Z\n',
      '2026-12-18T09:00:00+00:00',
      '2026-12-18T10:00:00+00:00',
      'UTC',
    ],
    [
      'an hour that the clock skips',
      'DTSTART;TZID=Europe/Berlin:20260329T023000\n',
      '2026-03-29T03:30:00+02:00',
      '2026-03-29T03:30:00+02:00',
      'Europe/Berlin',
    ],
    [
      'an hour that comes twice',
      'DTSTART;TZID=Europe/Berlin:20261025T023000\n',
      '2026-10-25T02:30:00+02:00',
      '2026-10-25T02:30:00+02:00',
      'Europe/Berlin',
    ],
  ])('%s', async (_name, times, startsAt, endsAt, timeZone) => {
    const mail = await parseMail(invitation(times));
    expect(mail.calendar).toEqual([
      {
        uid: 'u1',
        sequence: 2,
        method: 'REQUEST',
        status: null,
        summary: 'Interview',
        startsAt,
        endsAt,
        timeZone,
        location: null,
        organizer: 'anna@example.org',
        attendees: ['kim@example.com'],
      },
    ]);
  });

  it('a zone that the file itself explains', async () => {
    const zone =
      'BEGIN:VTIMEZONE\nTZID:Our own\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0300\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0300\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\nEND:VTIMEZONE\n';
    const mail = await parseMail(invitation('DTSTART;TZID=Our own:20261218T100000\n', zone));
    expect(mail.calendar[0]).toMatchObject({ startsAt: '2026-12-18T10:00:00+02:00', timeZone: 'Our own' });
  });

  it('no zone at all: taken as UTC, and said so', async () => {
    const mail = await parseMail(invitation('DTSTART:20261218T100000\n'));
    expect(mail.calendar[0]).toMatchObject({ startsAt: '2026-12-18T10:00:00+00:00', timeZone: null });
    expect(mail.problems.join()).toContain('no time zone');
  });

  it('the same invitation as a part and as a file counts once; a cancellation is one', async () => {
    const ics =
      'BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nUID:u1\nSTATUS:CANCELLED\nDTSTART:20261218T090000Z\nEND:VEVENT\nEND:VCALENDAR\n';
    const mail = await parseMail(
      crlf(
        `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/calendar; method=CANCEL\n\n${ics}--b\nContent-Type: application/octet-stream; name=invite.ics\n\n${ics}--b--\n`,
      ),
    );
    expect(mail.calendar).toHaveLength(1);
    expect(mail.calendar[0]).toMatchObject({ method: 'CANCEL', status: 'CANCELLED' });
  });
});

describe('the date of a mail', () => {
  it.each([
    ['Fri, 11 Dec 2026 09:30:00 +0100', '2026-12-11T09:30:00+01:00'],
    ['11 Dec 26 09:30 GMT', '2026-12-11T09:30:00+00:00'],
    ['Fri, 11 Dec 2026 09:30:00 EST', '2026-12-11T09:30:00-05:00'],
    ['Fri,  1 Dec 2026  9:30:00 -0330', '2026-12-01T09:30:00-03:30'],
    ['2026-12-11T09:30:00Z', '2026-12-11T09:30:00+00:00'],
    ['31 Feb 2026 09:30:00 +0000', null],
    ['', null],
  ])('%s', (written, read) => {
    expect(readMailDate(written)).toBe(read);
  });
});

describe('Message-IDs', () => {
  it('are compared without brackets and white space', () => {
    expect(normaliseMessageId(' <a@b> ')).toBe('a@b');
    expect(normaliseMessageId('<a b>')).toBeNull();
    expect(readMessageIds('<a@b>\r\n <c@\r\n d> junk <e@f>')).toEqual(['a@b', 'c@d', 'e@f']);
    expect(readMessageIds('Message of Friday from a@b')).toEqual(['a@b']);
  });
});

describe('the key of a mail', () => {
  const mail =
    'From: Anna <anna@example.org>\nDate: Fri, 11 Dec 2026 09:30:00 +0100\nMessage-ID: <a@example.org>\nSubject: x\n\nHello \nKim\n';
  it('is the same by every way, whatever relays add and line ends are', () => {
    const relayed = `Received: by mx; now\nDelivered-To: kim@example.com\nAuthentication-Results: mx; spf=pass\n${mail}`;
    expect(messageKey(crlf(relayed))).toBe(messageKey(Buffer.from(mail)));
    const without = mail.replace(/^Message-ID:.*\n/m, '');
    expect(messageKey(crlf(`Received: x\n${without}`))).toBe(
      messageKey(Buffer.from(without.replace('Hello ', 'Hello'))),
    );
  });
  it('is another one for another mail, also under a borrowed Message-ID', () => {
    expect(messageKey(Buffer.from(mail.replace('anna@', 'eve@')))).not.toBe(messageKey(Buffer.from(mail)));
    expect(messageKey(Buffer.from(mail.replace('11 Dec', '12 Dec')))).not.toBe(messageKey(Buffer.from(mail)));
    const without = mail.replace(/^Message-ID:.*\n/m, '');
    expect(messageKey(Buffer.from(without.replace('Kim', 'Eve')))).not.toBe(messageKey(Buffer.from(without)));
  });
  it('holds no personal data', () => {
    expect(messageKey(Buffer.from(mail))).toMatch(/^mid-[0-9a-f]{40}$/);
  });
});
