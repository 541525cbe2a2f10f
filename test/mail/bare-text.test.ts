import { runClassify } from '../../client/cli/classify';
import { kindOfHandIn, mailOfText } from '../../mail/bare-text';
import { parseMail } from '../../mail/parse';

const bytes = (text: string) => Buffer.from(text);

test.each([
  ['From: a@b.test\r\nSubject: Hi\r\n\r\nHi', 'mail'],
  ['X-Odd: 1\r\nReceived: by x\r\n\tfor y\r\nTo: a@b.test\r\n\r\n', 'mail'],
  ['From MAILER-DAEMON Tue Dec  1\nReturn-Path: <>\n\n', 'mail'],
  ['Hi Maya, we would like to offer you the job. Aoife', 'text'],
  ['Liebe Maya,\nzum Termin: am Montag.\n', 'text'],
  ['', 'nothing'],
  [' \r\n ', 'nothing'],
  ['\u0000\u0001\u0002\u007fELF\u0003', 'nothing'],
])('%j is %s', (text, kind) => {
  expect(kindOfHandIn(bytes(text))).toBe(kind);
});

test('a text becomes a mail by whoever is named, with its letters as they are', async () => {
  const mail = await parseMail(mailOfText(bytes('Grüße aus Köln, Jürgen'), 'j@northwind.test'));
  expect(mail).toMatchObject({
    text: expect.stringContaining('Grüße aus Köln, Jürgen'),
    from: { address: 'j@northwind.test' },
  });
  expect((await parseMail(mailOfText(bytes('Hi'), null))).from).toBeNull();
});

test('afterview classify reads a bare text, and refuses what holds no mail with a sentence and exit code 2', async () => {
  const files: Record<string, Buffer> = {
    'offer.txt': bytes('Dear Maya,\nwe would like to offer you the job.\nAoife'),
    'wait.eml': bytes(
      'From: a@b.test\nDate: Tue, 1 Dec 2026 10:00:00 +0000\nSubject: Your application\n\n' +
        'We are still interviewing candidates and will get back to you by 11 December.\n',
    ),
    'empty.eml': bytes(''),
    'noise.eml': Buffer.from(Array.from({ length: 512 }, (_, n) => (n * 37) % 256)),
  };
  const out: string[] = [];
  const err: string[] = [];
  const code = await runClassify(Object.keys(files), {
    json: false,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    read: async (file) => files[file] ?? bytes(''),
  });
  expect(code).toBe(2);
  expect(err).toEqual(['classify: empty.eml is empty', 'classify: noise.eml is neither a mail nor a text']);
  expect(out.join('\n')).toMatch(/^offer\.txt: offer/);
  expect(out.join('\n')).toContain('they answer by Fri 11 Dec 2026');
  expect(out.join('\n')).not.toMatch(/because: \w+[A-Z.]\w*:/);
});
