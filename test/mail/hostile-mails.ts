/** Mails as an attacker, a broken program or a bad line makes them. Seeded: the same ones in every run. */

/** Mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const HEAD =
  'From: Anna Berg <anna@example.org>\r\nTo: kim@example.com\r\nSubject: News\r\nDate: Fri, 11 Dec 2026 09:30:00 +0100\r\nMessage-ID: <a1@example.org>\r\nMIME-Version: 1.0\r\n';
const MEGABYTE = 1_000_000;

export function hostileShapes(): { name: string; build: () => Buffer }[] {
  const text = (value: string) => () => Buffer.from(value);
  const html = (body: string) => text(`${HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n${body}`);
  const plain = (body: string) => text(`${HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\n${body}`);
  return [
    { name: 'nothing at all', build: () => Buffer.alloc(0) },
    { name: 'one byte', build: () => Buffer.from([0xff]) },
    { name: 'only NULs', build: () => Buffer.alloc(MEGABYTE) },
    { name: 'only line feeds', build: () => Buffer.alloc(5 * MEGABYTE, 10) },
    { name: 'only carriage returns', build: () => Buffer.alloc(MEGABYTE, 13) },
    { name: 'only dashes', build: () => Buffer.alloc(MEGABYTE, 45) },
    { name: 'a body of empty lines', build: plain('\n'.repeat(10 * MEGABYTE)) },
    { name: 'a body of one line', build: plain('a'.repeat(10 * MEGABYTE)) },
    { name: 'a body of spaces', build: plain(' '.repeat(5 * MEGABYTE)) },
    { name: 'a body of quote marks', build: plain('>'.repeat(2 * MEGABYTE)) },
    { name: 'a body of quote marks, a line each', build: plain('> '.repeat(50).concat('\n').repeat(20_000)) },
    { name: 'a body of "On … wrote:" beginnings', build: plain('On Mon, 1 Jan 2026, at 10:00, \n'.repeat(100_000)) },
    { name: 'a body of "wrote:"', build: plain('wrote: wrote '.repeat(100_000)) },
    { name: 'a body of "wrote:" lines', build: plain('x wrote\n'.repeat(100_000)) },
    { name: 'a body of header labels', build: plain('From: a@b.example\nSent: now\n'.repeat(60_000)) },
    { name: 'a body of forward dividers', build: plain('---------- Forwarded message ---------\n'.repeat(30_000)) },
    { name: 'a body of signature delimiters', build: plain('-- \n'.repeat(200_000)) },
    { name: 'a body of closings', build: plain('Best regards\nAnna\n'.repeat(60_000)) },
    { name: 'a body of addresses', build: plain('a@b.example '.repeat(80_000)) },
    { name: 'nested 10,000 deep', build: () => nested(10_000) },
    { name: 'nested 10,000 deep in messages', build: () => nestedMessages(10_000) },
    { name: '100,000 parts', build: () => parts(100_000, 'Content-Type: text/plain\r\n\r\nx') },
    { name: '100,000 parts without a header', build: () => parts(100_000, '\r\nx') },
    {
      name: '100,000 attached calendars',
      build: () => parts(100_000, 'Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR'),
    },
    {
      name: '100,000 empty multiparts',
      build: () => parts(100_000, 'Content-Type: multipart/mixed; boundary="i"\r\n\r\n--i--'),
    },
    { name: '100,000 different boundaries', build: boundaries },
    {
      name: 'lines that are nearly the boundary',
      build: text(
        `${HEAD}Content-Type: multipart/mixed; boundary="${'b'.repeat(60)}"\r\n\r\n${`--${'b'.repeat(59)}\r\n`.repeat(200_000)}`,
      ),
    },
    { name: 'one header of 30 MB', build: text(`${HEAD}X-Long: ${'a '.repeat(15 * MEGABYTE)}\r\n\r\nhi`) },
    { name: 'one header folded 200,000 times', build: text(`${HEAD}X-Folded: a\r\n${' b\r\n'.repeat(200_000)}\r\nhi`) },
    { name: '200,000 headers', build: text(`${HEAD}${'X-More: a\r\n'.repeat(200_000)}\r\nhi`) },
    { name: '100,000 recipients', build: text(`To: ${'a@b.example, '.repeat(100_000)}c@d.example\r\n\r\nhi`) },
    { name: 'nested address groups', build: text(`To: ${'g: '.repeat(50_000)}a@b.example;\r\n\r\nhi`) },
    { name: 'a run of comments', build: text(`From: ${'('.repeat(100_000)}a@b.example\r\n\r\nhi`) },
    { name: 'closed comments', build: text(`From: ${'(a) '.repeat(50_000)}<a@b.example>\r\n\r\nhi`) },
    { name: 'a run of quotes', build: text(`From: ${'"\\'.repeat(50_000)}\r\n\r\nhi`) },
    { name: 'encoded words without end', build: text(`Subject: ${'=?utf-8?Q?=C3=A4?= '.repeat(50_000)}\r\n\r\nhi`) },
    {
      name: 'encoded words of one letter each',
      build: text(`From: ${'=?utf-8?B?w6Q=?='.repeat(50_000)} <a@b.example>\r\n\r\nhi`),
    },
    { name: 'references without end', build: text(`References: ${'<a@b> '.repeat(200_000)}\r\n\r\nhi`) },
    {
      name: 'references of brackets',
      build: text(`References: ${'<'.repeat(500_000)}\r\nIn-Reply-To: ${'>'.repeat(100_000)}\r\n\r\nhi`),
    },
    { name: 'parameters without end', build: text(`Content-Type: text/plain; ${'a=b; '.repeat(100_000)}\r\n\r\nhi`) },
    { name: 'a text of 30 MB', build: plain('Some words.\n'.repeat(2_500_000)) },
    {
      name: 'an attachment of 30 MB',
      build: text(
        `${HEAD}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${'A'.repeat(76)}\r\n`.repeat(390_000)}--b--\r\n`,
      ),
    },
    {
      name: 'a base64 text of 30 MB',
      build: text(
        `${HEAD}Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${'PGI+'.repeat(19)}\r\n`.repeat(390_000)}`,
      ),
    },
    {
      name: 'a quoted-printable text of equal signs',
      build: text(
        `${HEAD}Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${'='.repeat(2 * MEGABYTE)}`,
      ),
    },
    {
      name: 'quoted-printable spaces',
      build: text(
        `${HEAD}Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${'= '.repeat(MEGABYTE)}`,
      ),
    },
    { name: 'HTML nested 200,000 deep', build: html('<div>'.repeat(200_000)) },
    { name: 'HTML quotes nested 100,000 deep', build: html('<blockquote type="cite">x'.repeat(100_000)) },
    { name: 'HTML of open brackets', build: html('<'.repeat(MEGABYTE)) },
    { name: 'HTML of open tags', build: html('<a b="'.repeat(200_000)) },
    { name: 'HTML of open quotes', build: html(`<a b="${"'".repeat(MEGABYTE)}`) },
    { name: 'HTML of open comments', build: html('<!--'.repeat(200_000)) },
    { name: 'HTML of open scripts', build: html('<script>'.repeat(200_000)) },
    { name: 'HTML of script ends', build: html(`<script>${'</scrip'.repeat(200_000)}`) },
    { name: 'HTML of references', build: html('&amp;&#x41;&nosuch;&'.repeat(60_000)) },
    { name: 'HTML of attributes', build: html(`<p ${'style="display:" '.repeat(100_000)}>x`) },
    { name: 'HTML of short tags with long attributes', build: html(`<p style="${'a'.repeat(1_900)}">`.repeat(500)) },
    { name: 'HTML of table cells', build: html('<td>x'.repeat(200_000)) },
    {
      name: 'a calendar of 50,000 events',
      build: calendar('BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261211T100000Z\r\nEND:VEVENT\r\n'.repeat(50_000)),
    },
    { name: 'a calendar that only begins', build: calendar('BEGIN:VEVENT\r\n'.repeat(290)) },
    {
      name: 'a calendar zone that changes every second',
      build: calendar(
        'BEGIN:VTIMEZONE\r\nTZID:Trap\r\nBEGIN:STANDARD\r\nDTSTART:00010101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Trap:20261211T100000\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\n',
      ),
    },
    {
      name: 'a calendar duration without end',
      build: calendar(
        'BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261211T100000Z\r\nDURATION:P99999999999999W\r\nEND:VEVENT\r\n',
      ),
    },
    {
      name: 'a calendar of long lines',
      build: calendar(`BEGIN:VEVENT\r\nDESCRIPTION:${'\\n\\,'.repeat(45_000)}\r\nEND:VEVENT\r\n`),
    },
    {
      name: 'a delivery report of 50,000 recipients',
      build: text(
        `From: MAILER-DAEMON@example.org\r\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n--b\r\n\r\nfailed\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\n${'Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n'.repeat(50_000)}--b--\r\n`,
      ),
    },
    {
      name: 'a free-form report of addresses',
      build: text(
        `From: MAILER-DAEMON@example.org\r\nSubject: failure notice\r\n\r\n${'<a@b.example>: 550 5.1.1 unknown\r\n'.repeat(50_000)}`,
      ),
    },
    {
      name: 'UTF-7 and UTF-16 that are none',
      build: text(`${HEAD}Content-Type: text/plain; charset=utf-16\r\n\r\n${'a'.repeat(100_001)}`),
    },
    {
      name: 'a character set nobody knows',
      build: text(`${HEAD}Content-Type: text/plain; charset="${'x'.repeat(10_000)}"\r\n\r\nhi \u00e4`),
    },
    {
      name: 'prototype names as parameters',
      build: text(
        `${HEAD}Content-Type: multipart/mixed; __proto__=1; constructor=2; boundary=b\r\nContent-Disposition: attachment; filename*0=a; filename*99999999=b\r\n\r\n--b\r\nContent-Type: text/plain; name*1000000="x"\r\n\r\nhi\r\n--b--`,
      ),
    },
  ];
}

function nested(depth: number): Buffer {
  const lines: string[] = [HEAD.trimEnd()];
  for (let level = 0; level < depth; level++)
    lines.push(`Content-Type: multipart/mixed; boundary="b${level}"`, '', `--b${level}`);
  lines.push('Content-Type: text/plain', '', 'at the bottom');
  return Buffer.from(lines.join('\r\n'));
}

function nestedMessages(depth: number): Buffer {
  return Buffer.from(
    `${HEAD}${'Content-Type: message/rfc822\r\n\r\n'.repeat(depth)}Content-Type: text/plain\r\n\r\nhi`,
  );
}

function parts(count: number, part: string): Buffer {
  return Buffer.from(
    `${HEAD}Content-Type: multipart/mixed; boundary="b"\r\n\r\n${`--b\r\n${part}\r\n`.repeat(count)}--b--\r\n`,
  );
}

function boundaries(): Buffer {
  const lines: string[] = [`${HEAD}Content-Type: multipart/mixed; boundary="b"`, ''];
  for (let at = 0; at < 100_000; at++) lines.push('--b', `Content-Type: multipart/mixed; boundary="c${at}"`, '');
  return Buffer.from(lines.join('\r\n'));
}

function calendar(body: string): () => Buffer {
  return () =>
    Buffer.from(
      `${HEAD}Content-Type: text/calendar; method=REQUEST; charset=utf-8\r\n\r\nBEGIN:VCALENDAR\r\nVERSION:2.0\r\n${body}END:VCALENDAR\r\n`,
    );
}

/** Mails of every kind that is read, written for this test. */
export function ordinaryMails(): Buffer[] {
  const alternative = `${HEAD}In-Reply-To: <q1@example.com>\r\nReferences: <q0@example.com> <q1@example.com>\r\nContent-Type: multipart/mixed; boundary="m"\r\n\r\n--m\r\nContent-Type: multipart/alternative; boundary="a"\r\n\r\n--a\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nDear Kim,=20\r\n\r\nwe will decide by Friday, 18 December =E2=80=94 promised.\r\n\r\nBest regards\r\nAnna\r\n\r\nOn Thu, 10 Dec 2026 at 09:00, Kim <kim@example.com> wrote:\r\n> Is there news?\r\n--a\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from('<html><head><style>p{}</style></head><body><p>Dear Kim,</p><p>we will decide by <b>Friday</b>.</p><div class="gmail_quote">On Thu wrote:<blockquote class="gmail_quote">Is there news?</blockquote></div></body></html>').toString('base64')}\r\n--a--\r\n--m\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:u1\r\nSEQUENCE:1\r\nDTSTART;TZID=Europe/Berlin:20261218T100000\r\nDTEND;TZID=Europe/Berlin:20261218T110000\r\nSUMMARY:Interview\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n--m\r\nContent-Type: application/pdf; name="a.pdf"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename*=utf-8''r%C3%A4.pdf\r\n\r\n${'JVBERi0x'.repeat(500)}\r\n--m--\r\n`;
  const bounce =
    'Return-Path: <>\r\nFrom: Mail Delivery System <MAILER-DAEMON@mx.example.org>\r\nTo: kim@example.com\r\nSubject: Undelivered Mail Returned to Sender\r\nAuto-Submitted: auto-replied\r\nContent-Type: multipart/report; report-type=delivery-status; boundary="r"\r\n\r\n--r\r\n\r\n<anna@example.org>: user unknown\r\n--r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.org\r\n\r\nFinal-Recipient: rfc822; anna@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 unknown\r\n\r\n--r\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <q1@example.com>\r\nSubject: hello\r\n\r\nhi\r\n--r--\r\n';
  const latin = Buffer.concat([
    Buffer.from(`${HEAD}Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: 8bit\r\n\r\nSch`),
    Buffer.from([0xf6]),
    Buffer.from('ne Gr'),
    Buffer.from([0xfc, 0xdf]),
    Buffer.from('e\r\n\r\n-- \r\nAnna Berg\r\n'),
  ]);
  const outlook = `${HEAD}Subject: =?iso-8859-1?Q?AW:_Gespr=E4ch?=\r\nContent-Type: text/html; charset=windows-1252\r\n\r\n<html xmlns:o="urn:schemas"><body><p class=MsoNormal>Guten Tag,<o:p></o:p></p><p class=MsoNormal>wir melden uns.</p><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p><b>Von:</b> Kim &lt;kim@example.com&gt;<br><b>Gesendet:</b> Donnerstag<br><b>An:</b> Anna<br><b>Betreff:</b> Gespr&auml;ch</p></div><p>Alt</p></body></html>`;
  const free =
    'From: MAILER-DAEMON@yahoo.example\r\nTo: kim@example.com\r\nSubject: Failure Notice\r\n\r\nSorry, we were unable to deliver your message to the following address.\r\n\r\n<anna@example.org>:\r\n550 5.1.1 unknown\r\n\r\n--- Below this line is a copy of the message.\r\n\r\nMessage-ID: <q1@example.com>\r\n';
  return [Buffer.from(alternative), Buffer.from(bounce), latin, Buffer.from(outlook), Buffer.from(free)];
}

const SPLICES = [
  '\r\n',
  '\n\n',
  '--a\r\n',
  '--m--\r\n',
  '=',
  '\0',
  '<',
  '>',
  '"',
  '(',
  '=?utf-8?Q?',
  '&#',
  'Content-Type: multipart/mixed; boundary="a"\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  '\u2028',
  '\ud83d\ude00',
  '\x1b$B',
  ';',
  '> ',
  'BEGIN:VEVENT\r\n',
];

/** A few random injuries: bytes flipped, ranges cut, doubled, moved, repeated many times, foreign bits put in. */
export function mutate(mail: Buffer, random: () => number): Buffer {
  let out = Buffer.from(mail);
  const below = (limit: number) => Math.floor(random() * limit);
  for (let injuries = 1 + below(8); injuries > 0; injuries--) {
    const at = below(out.length + 1);
    const length = below(1 + Math.min(400, out.length - at));
    const piece = out.subarray(at, at + length);
    switch (below(7)) {
      case 0:
        for (let flips = 1 + below(20); flips > 0 && out.length > 0; flips--) out[below(out.length)] = below(256);
        break;
      case 1:
        out = Buffer.concat([out.subarray(0, at), out.subarray(at + length)]);
        break;
      case 2:
        out = Buffer.concat([out.subarray(0, at), piece, out.subarray(at)]);
        break;
      case 3:
        out = out.subarray(0, at);
        break;
      case 4: {
        const splice = Buffer.from(SPLICES[below(SPLICES.length)] ?? '');
        out = Buffer.concat([out.subarray(0, at), splice, out.subarray(at)]);
        break;
      }
      case 5: {
        const many = Buffer.concat(Array.from({ length: below(60) }, () => piece));
        out = Buffer.concat([out.subarray(0, at), many, out.subarray(at)]);
        break;
      }
      default: {
        const to = below(out.length + 1);
        out = Buffer.concat([out.subarray(0, to), piece, out.subarray(to)]);
      }
    }
    if (out.length > 2_000_000) out = out.subarray(0, 2_000_000);
  }
  return Buffer.from(out);
}
