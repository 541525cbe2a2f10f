import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personalMail } from '../../activities/mail/message-bytes';
import { type MailSink, openMailSink } from '../../activities/mail/sink';
import { smtpSettings } from '../../activities/mail/smtp-settings';
import { smtpTransport } from '../../activities/mail/smtp-transport';

let dataDir: string;
let sink: MailSink;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'afterview-sink-'));
  sink = await openMailSink({ dataDir });
});
afterEach(async () => {
  await sink.close();
  await rm(dataDir, { recursive: true, force: true });
});

const mail = (n: number) =>
  personalMail({
    messageId: `m${n}@candidate.test`,
    from: { name: 'Maya Lindqvist', address: 'maya@candidate.test' },
    replyTo: null,
    to: ['aoife.byrne@northwind.test'],
    cc: ['hr@northwind.test'],
    subject: `Größe ${n}`,
    text: `Dear Dr Byrne,\n\nnumber ${n}, naïvely.\n`,
    date: '2026-12-02T09:00:00Z',
    inReplyTo: null,
    references: [],
  });

it('keeps every mail as a file and shows it, also after a new start', async () => {
  const transport = smtpTransport(await smtpSettings(sink.url, true));
  for (const n of [1, 2, 3]) {
    expect(await transport.deliver(await mail(n))).toMatchObject({ outcome: 'accepted' });
  }
  await transport.close();
  await sink.close();
  sink = await openMailSink({ dataDir });
  const listed = await sink.list();
  expect(listed.map(({ subject }) => subject)).toEqual(['Größe 3', 'Größe 2', 'Größe 1']);
  expect(listed[0]).toMatchObject({
    envelopeFrom: 'maya@candidate.test',
    envelopeTo: ['aoife.byrne@northwind.test', 'hr@northwind.test'],
    from: 'maya@candidate.test',
    to: 'aoife.byrne@northwind.test',
    date: '2026-12-02T09:00:00.000Z',
    messageId: '<m3@candidate.test>',
  });
  const read = await sink.read(listed[0]?.id ?? '');
  expect(read?.text).toContain('number 3, naïvely.');
  expect(Buffer.from(read?.raw ?? []).equals(Buffer.from((await mail(3)).raw))).toBe(true);
  expect(await sink.list(1)).toHaveLength(1);
  expect((await readdir(join(dataDir, 'sink'))).filter((name) => name.endsWith('.part'))).toEqual([]);
});

it('reads nothing outside of its folder', async () => {
  for (const id of ['../pg', '..%2f', 'x', '']) expect(await sink.read(id)).toBeNull();
});

it('is emptied', async () => {
  const transport = smtpTransport(await smtpSettings(sink.url, true));
  await transport.deliver(await mail(1));
  await transport.close();
  await sink.clear();
  expect(await sink.list()).toEqual([]);
});
