import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import {
  noticeMail,
  type PersonalMail,
  personalMail,
  rehearsalMail,
  UnusableAddress,
  usableAddress,
} from '../../activities/mail/message-bytes';
import { messageIdFor } from '../../activities/mail/message-id';
import { smtpSettings } from '../../activities/mail/smtp-settings';
import { smtpTransport } from '../../activities/mail/smtp-transport';
import type { MailTransport } from '../../activities/mail/transport';
import { type FaultSmtp, startFaultSmtp } from '../support/fault-smtp';

jest.setTimeout(300_000);

const letter: PersonalMail = {
  messageId: 'abc@candidate.test',
  from: { name: 'Maya Lindqvist', address: 'maya@candidate.test' },
  replyTo: 'reply+token@in.test',
  to: ['aoife.byrne@northwind.test'],
  cc: ['conor.oneill@northwind.test'],
  subject: 'Senior Data Engineer – thank you',
  text: 'Dear Dr Byrne,\n\nthank you.\n',
  date: '2026-12-02T09:20:00+01:00',
  inReplyTo: 'theirs@northwind.test',
  references: ['first@northwind.test', 'theirs@northwind.test'],
};

const textOf = (mail: { raw: Uint8Array }) => Buffer.from(mail.raw).toString('latin1');
const headersOf = (raw: string) =>
  raw
    .slice(0, raw.indexOf('\r\n\r\n'))
    .replace(/\r\n[ \t]/g, ' ')
    .split('\r\n');
const namesOf = (raw: string) => headersOf(raw).map((line) => line.slice(0, line.indexOf(':')));

const PERSONAL = [
  ...['From', 'To', 'Cc', 'Reply-To', 'In-Reply-To', 'References', 'Subject', 'Message-ID', 'Date'],
  ...['Content-Transfer-Encoding', 'MIME-Version', 'Content-Type'],
];

describe('H16 a personal letter', () => {
  it('is plain text with the headers of a letter and no others', async () => {
    const raw = textOf(await personalMail(letter));
    expect(namesOf(raw)).toEqual(PERSONAL);
    expect(headersOf(raw)).toEqual(
      expect.arrayContaining([
        'From: Maya Lindqvist <maya@candidate.test>',
        'To: aoife.byrne@northwind.test',
        'Cc: conor.oneill@northwind.test',
        'Reply-To: Maya Lindqvist <reply+token@in.test>',
        'In-Reply-To: <theirs@northwind.test>',
        'References: <first@northwind.test> <theirs@northwind.test>',
        'Message-ID: <abc@candidate.test>',
        'Date: Wed, 02 Dec 2026 08:20:00 +0000',
        'Content-Type: text/plain; charset=utf-8',
      ]),
    );
  });

  it('is the same to the last byte every time', async () => {
    const [one, two] = await Promise.all([personalMail(letter), personalMail({ ...letter })]);
    expect(Buffer.from(one.raw).equals(Buffer.from(two.raw))).toBe(true);
    expect(messageIdFor('int_1', 'chase:x:1')).toBe(messageIdFor('int_1', 'chase:x:1'));
    const ids = [
      messageIdFor('int_1', 'chase:x:1', { domain: 'candidate.test' }),
      messageIdFor('int_1', 'chase:x:2', { domain: 'candidate.test' }),
      messageIdFor('int_2', 'chase:x:1', { domain: 'candidate.test' }),
      messageIdFor('int_1', 'chase:x:1', { domain: 'candidate.test', drafting: 1 }),
      messageIdFor('int_1', 'chase:x:1', { domain: 'candidate.test', rehearsal: true }),
    ];
    expect(new Set(ids).size).toBe(5);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{40}@candidate\.test$/);
    expect(messageIdFor('int_1', 'x', { domain: 'bücher.test' })).toContain('@xn--bcher-kva.test');
  });

  it('keeps names, subject and text of any language', async () => {
    const text = `Größe, naïve, Ørsted, 日本, 🎉\n\n.\n..\nFrom me\n${'word '.repeat(300)}`;
    const raw = await personalMail({
      ...letter,
      from: { name: 'Zoë "Z" Müller, PhD (née X)', address: 'z@bücher.test' },
      subject: 'Größe 日本 '.repeat(20),
      text,
    });
    const read = await PostalMime.parse(Buffer.from(raw.raw));
    expect(read.from).toMatchObject({ name: 'Zoë "Z" Müller, PhD (née X)', address: 'z@xn--bcher-kva.test' });
    expect(read.subject).toBe('Größe 日本 '.repeat(20).trim());
    expect(read.text?.trimEnd()).toBe(text.trimEnd());
    expect(
      Math.max(
        ...textOf(raw)
          .split('\r\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(998);
  });

  it('goes to nobody twice, and to nobody by half an address', async () => {
    const mail = await personalMail({ ...letter, cc: [...letter.to, 'b@x.test'] });
    expect(mail.envelope.to).toEqual(['aoife.byrne@northwind.test', 'b@x.test']);
    for (const bad of ['', 'x', '@x.test', 'a@', 'a b@x.test', 'a@b@c.test', '"a@evil x"@ok.test', 'a@[127.0.0.1]']) {
      await expect(personalMail({ ...letter, to: [bad] })).rejects.toThrow(UnusableAddress);
    }
    await expect(personalMail({ ...letter, to: [] })).rejects.toThrow(UnusableAddress);
  });
});

it('a rehearsal goes to the candidate alone', async () => {
  const mail = await rehearsalMail(letter);
  expect(mail.envelope).toEqual({ from: 'maya@candidate.test', to: ['maya@candidate.test'] });
  expect(namesOf(textOf(mail)).sort()).toEqual(
    [...PERSONAL.filter((name) => name !== 'Cc'), 'X-Afterview-Intended-To'].sort(),
  );
});

it('H16 a notice is marked automatic and unsubscribed from in one click', async () => {
  const mail = await noticeMail({
    messageId: 'n@x.test',
    from: { name: 'Afterview', address: 'maya@candidate.test' },
    to: { name: 'Maya', address: 'maya@candidate.test' },
    subject: 'Your week',
    text: 'Two things wait.',
    date: '2026-12-07T07:00:00Z',
    unsubscribeUrl: 'https://afterview.test/notices/tok/unsubscribe',
  });
  expect(headersOf(textOf(mail))).toEqual(
    expect.arrayContaining([
      'Auto-Submitted: auto-generated',
      'List-Unsubscribe: <https://afterview.test/notices/tok/unsubscribe>',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    ]),
  );
});

describe('R9 nothing that is typed adds a header or a recipient', () => {
  let server: FaultSmtp;
  let transport: MailTransport;
  beforeAll(async () => {
    server = await startFaultSmtp();
    transport = smtpTransport(await smtpSettings(server.url, true));
  });
  afterAll(async () => {
    await transport.close();
    await server.close();
  });

  const ATTACKS = [
    '\r\nBcc: evil@evil.test',
    '\nX-Evil: 1',
    '\rX-Evil: 1',
    '\u2028X-Evil: 1',
    '\u2029Bcc: evil@evil.test',
    '\u0085X-Evil: 1',
    '\r\n\r\n<script>',
    '\r\n.\r\nMAIL FROM:<evil@evil.test>\r\n',
    '\n.\nRCPT TO:<evil@evil.test>',
    '" <evil@evil.test>, "',
    '<evil@evil.test>',
    ', evil@evil.test',
    '; evil@evil.test',
    '(comment) evil@evil.test',
    'group: evil@evil.test;',
    '=?utf-8?Q?=0D=0ABcc:_evil@evil.test?=',
    '=?utf-8?B?DQpCY2M6IGV2aWxAZXZpbC50ZXN0?=',
    '\0\x08\x1b[31m',
    '\u202eevil',
    '"a@evil x"@ok.test',
    'a@evil.test\\@ok.test',
    '%0d%0aBcc:evil@evil.test',
    '@evil.test:victim@ok.test',
  ];
  const attack = fc.oneof(
    fc.constantFrom(...ATTACKS),
    fc
      .tuple(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom(...ATTACKS), fc.string({ maxLength: 6 }))
      .map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );
  const address = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom('a@ok.test', 'b.c@ok.test', 'jörg@bücher.test') },
    { weight: 1, arbitrary: attack },
    { weight: 1, arbitrary: attack.map((text) => `victim@ok.test${text}`) },
    { weight: 1, arbitrary: attack.map((text) => `${text}victim@ok.test`) },
  );

  it('in 1,000 random letters, over the wire', async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          name: attack,
          subject: attack,
          text: attack,
          to: fc.array(address, { minLength: 1, maxLength: 3 }),
          cc: fc.array(address, { maxLength: 1 }),
          reference: attack,
          inReplyTo: attack,
        }),
        async ({ name, subject, text, to, cc, reference, inReplyTo }) => {
          const mail = personalMail({
            ...letter,
            from: { name, address: letter.from.address },
            ...{ subject, text, to, cc, inReplyTo, references: [reference] },
          });
          const wanted = [...to, ...cc].map((one) => {
            try {
              return usableAddress(one);
            } catch {
              return null;
            }
          });
          if (wanted.includes(null)) {
            refused++;
            await expect(mail).rejects.toThrow(UnusableAddress);
            return;
          }
          server.mails.length = 0;
          expect(await transport.deliver(await mail)).toMatchObject({ outcome: 'accepted', refused: [] });
          expect(server.mails).toHaveLength(1);
          const [seen] = server.mails;
          const asUtf8 = seen?.to.map((one) => Buffer.from(one, 'latin1').toString());
          expect(asUtf8).toEqual([...new Set(wanted)]);
          expect(seen?.from).toBe('maya@candidate.test');
          const names = namesOf(seen?.raw ?? '');
          expect(PERSONAL.filter((one) => names.includes(one))).toEqual(names);
          expect(new Set(names).size).toBe(names.length);
          const headers = Buffer.from(seen?.raw.split('\r\n\r\n')[0] ?? '', 'latin1').toString();
          expect(headers).not.toMatch(/[^\P{Cc}\r\n]|[^\r]\n|\r[^\n]/u);
          const read = await PostalMime.parse(Buffer.from(seen?.raw ?? '', 'latin1'));
          expect(read.attachments).toEqual([]);
          expect(read.html).toBeUndefined();
        },
      ),
      { numRuns: 1_000 },
    );
    expect(refused).toBeGreaterThan(100);
  });

  it('refuses every address that mail programs could read in two ways', () => {
    for (const text of ATTACKS) {
      for (const one of [text, `victim@ok.test${text}`, `${text}victim@ok.test`]) {
        let usable: string | null = null;
        try {
          usable = usableAddress(one);
        } catch (error) {
          expect(error).toBeInstanceOf(UnusableAddress);
        }
        if (usable !== null) expect(usable).toMatch(/^[^\s@<>(),;:"\\[\]]+@[a-z0-9.-]+$/);
      }
    }
  });
});

it('only one copy of nodemailer is installed: older ones let strangers add recipients (CVE-2026-125755)', () => {
  const copies: string[] = [];
  const look = (folder: string, depth: number): void => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (name === 'nodemailer' && statSync(path).isDirectory()) copies.push(path);
      if (name.startsWith('@') || name === 'node_modules') look(path, depth + 1);
      else if (depth < 8 && readdirIfFolder(path).includes('node_modules')) look(join(path, 'node_modules'), depth + 1);
    }
  };
  look(join(__dirname, '../../node_modules'), 0);
  expect(copies).toHaveLength(1);
  const { version } = JSON.parse(readFileSync(join(copies[0] ?? '', 'package.json'), 'utf8')) as { version: string };
  expect(Number(version.split('.')[0]) * 1_000 + Number(version.split('.')[1])).toBeGreaterThanOrEqual(10_005);
});

function readdirIfFolder(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
