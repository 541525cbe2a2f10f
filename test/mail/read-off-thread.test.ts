import { join } from 'node:path';
import { createMailReader, type MailReader } from '../../mail/read-off-thread';

const mail = (subject: string) =>
  Buffer.from(`From: anna@example.org\r\nSubject: ${subject}\r\n\r\nWe decide on Friday.`);

describe('reading mail off the main thread', () => {
  let reader: MailReader;
  beforeAll(() => {
    reader = createMailReader({
      timeLimit: 1_500,
      memoryLimit: 96,
      after: { module: join(__dirname, 'slow-reader.ts'), name: 'behaveAsTheSubjectSays' },
    });
  });
  afterAll(() => reader.close());

  it('answers with the mail and what the given function makes of it', async () => {
    expect(await reader.read(mail('hello'), { add: '!' })).toMatchObject({
      state: 'read',
      mail: { subject: 'hello' },
      result: 'hello!',
    });
  });

  it('gives up what takes too long, and goes on with the others meanwhile', async () => {
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
    }, 20);
    const [slow, ...others] = await Promise.all([
      reader.read(mail('for ever')),
      ...Array.from({ length: 8 }, (_, at) => reader.read(mail(`mail ${at}`))),
    ]);
    clearInterval(ticking);
    expect(slow).toEqual({ state: 'quarantined', reason: 'Reading it took longer than 1.5 s.' });
    expect(others.map(({ state }) => state)).toEqual(others.map(() => 'read'));
    // The main thread was free all the while.
    expect(turns).toBeGreaterThan(20);
  });

  it('survives a mail that eats the memory, one that ends the thread and one that throws', async () => {
    expect(await reader.read(mail('eat'))).toMatchObject({ state: 'quarantined' });
    expect(await reader.read(mail('exit'))).toMatchObject({ state: 'quarantined' });
    expect(await reader.read(mail('throw'))).toMatchObject({
      state: 'quarantined',
      reason: expect.stringContaining('as asked'),
    });
    expect(await reader.read(mail('after'))).toMatchObject({ state: 'read' });
  });

  it("a thread that cannot start is nobody's mail's fault", async () => {
    const broken = createMailReader({
      threads: 1,
      after: { module: join(__dirname, 'slow-reader.ts'), name: 'nothing' },
    });
    await expect(broken.read(mail('x'))).rejects.toMatchObject({ name: 'ReaderUnavailable' });
    await broken.close();
    await expect(broken.read(mail('x'))).rejects.toMatchObject({ name: 'ReaderUnavailable' });
  });
});
