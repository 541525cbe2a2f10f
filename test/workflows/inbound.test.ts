import { interviewed, openAfterview, type TestAfterview } from '../support/afterview';
import { engineStartTimeoutMs } from '../support/engine';
import { freshIntake } from '../support/intakes';
import { until } from '../support/until';

let app: TestAfterview;
beforeAll(async () => {
  app = await openAfterview();
}, engineStartTimeoutMs);
afterAll(async () => app?.close(), 60_000);

/** Two interviews of different people share no address, so that a sender says which one is meant. */
async function start() {
  const tag = Math.random().toString(36).slice(2, 8);
  const intake = freshIntake((sent) => {
    for (const contact of sent.contacts) contact.email = contact.email.replace('northwind', `northwind-${tag}`);
  });
  const { view } = await interviewed(app, intake);
  return { id: view.id, intake, conor: intake.contacts[1].email as string };
}

function mail(from: string, to: string, subject: string, text: string): Buffer {
  const id = `${Math.random().toString(36).slice(2)}@northwind.test`;
  return Buffer.from(
    [
      `From: Conor O'Neill <${from}>`,
      `To: ${to}`,
      `Subject: ${subject}`,
      `Date: ${new Date().toUTCString()}`,
      `Message-ID: <${id}>`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      '',
    ].join('\r\n'),
  );
}

const receive = (raw: Uint8Array, envelopeRecipient: string | null = null) =>
  app.service.receiveMail({ raw, envelopeRecipient, source: 'raw', trusted: true });

const decided = (id: string) =>
  until(
    () => app.service.inboxItem(id),
    ({ state }) => state !== 'stored' && state !== 'read',
    60_000,
  );

const NO =
  'Dear Maya,\n\nThank you for coming to see us. After careful consideration we have decided not to move forward with ' +
  'your application. We wish you all the best.\n\nKind regards\nConor';

test('a no by mail is read, ends the asking at once, and the same mail again counts once', async () => {
  const { id, intake, conor } = await start();
  const raw = mail(conor, intake.candidate.email, 'Your application', NO);
  const first = await receive(raw);
  const again = await receive(raw);
  expect(again).toEqual({ id: first.id, known: true });

  expect(await decided(first.id)).toMatchObject({ state: 'sorted', kind: 'rejection', interviewId: id });
  const view = await until(
    () => app.service.interview(id),
    ({ outcome }) => outcome === 'rejected',
  );
  expect(view.outcome).toBe('rejected');
  const told = (await app.service.timeline(id)).map(({ type }) => type);
  expect(told.indexOf('mail_received')).toBeLessThan(told.indexOf('mail_sorted'));
  expect(told.filter((type) => type === 'mail_received')).toHaveLength(1);
  expect((await app.service.timeline(id)).map(({ text }) => text)).toContain('The mail was read: it is a no.');
}, 90_000);

test('G4: a no by mail after an acceptance waits for a person, and is then an offer taken back', async () => {
  const { id, intake, conor } = await start();
  await app.service.report(id, { type: 'feedback_received', outcome: 'offered' });
  await app.service.report(id, { type: 'offer_accepted' });
  const { id: mailId } = await receive(mail(conor, intake.candidate.email, 'Your application', NO));
  expect(await decided(mailId)).toMatchObject({ state: 'review', interviewId: id });
  expect((await app.service.interview(id)).outcome).toBe('accepted');
  await app.service.decide(mailId, { interviewId: id, kind: 'rejection' });
  const view = await until(
    () => app.service.interview(id),
    ({ outcome }) => outcome === 'rejected',
  );
  expect(view.outcome).toBe('rejected');
}, 90_000);

test('a mail from nobody known waits for a person, who says where it belongs and what it is', async () => {
  const { id, intake } = await start();
  const { id: mailId } = await receive(mail('stranger@elsewhere.test', intake.candidate.email, 'News', NO));
  expect(await decided(mailId)).toMatchObject({ state: 'review', interviewId: null });
  expect((await app.service.interview(id)).outcome).toBe('open');

  await expect(app.service.decide(mailId, { interviewId: 'int_none', kind: 'nonsense' })).rejects.toThrow(
    /kind: must be/,
  );
  const item = await app.service.decide(mailId, { interviewId: id, kind: 'holding', promisedDate: '2027-02-01' });
  expect(item).toMatchObject({ state: 'sorted', kind: 'holding', interviewId: id });
  const view = await until(
    () => app.service.interview(id),
    ({ promisedDate }) => promisedDate?.date === '2027-02-01',
  );
  expect(view.promisedDate).toEqual({ date: '2027-02-01', assumed: false });

  const undone = await app.service.undo(mailId);
  expect(undone.state).toBe('review');
  const back = await until(
    () => app.service.interview(id),
    ({ promisedDate }) => promisedDate?.date !== '2027-02-01',
  );
  expect(back.promisedDate?.date).not.toBe('2027-02-01');
}, 90_000);

test("C2: a referee's plain yes by mail is their consent", async () => {
  const tag = Math.random().toString(36).slice(2, 8);
  const jonas = `jonas.${tag}@former.test`;
  const intake = freshIntake((sent) => {
    sent.referees[0] = { ...sent.referees[0], email: jonas, agreed: false };
  });
  const { view } = await interviewed(app, intake);
  const yes = 'Dear Maya,\n\nOf course, I am happy to be a referee for you.\n\nBest\nJonas';
  const { id: mailId } = await receive(mail(jonas, intake.candidate.email, 'Re: May I name you as a referee?', yes));
  expect(await decided(mailId)).toMatchObject({ kind: 'referee_reply', interviewId: view.id });
  const told = await until(
    () => app.service.timeline(view.id),
    (entries) => entries.some(({ type }) => type === 'mail_sorted'),
  );
  expect(told.map(({ type }) => type)).toContain('mail_sorted');
  const [state] = await app.db.query<{ state: string }>('select state from referees where address = $1', [jonas]);
  expect(state?.state).toBe('agreed');
}, 90_000);

test('C4: a referee found in place of another is asked, correlated and named on the pages', async () => {
  const tag = Math.random().toString(36).slice(2, 8);
  const mina = `mina.${tag}@former.test`;
  const intake = freshIntake((sent) => {
    sent.referees[0] = { ...sent.referees[0], email: `jonas.${tag}@former.test`, agreed: false };
  });
  const { view } = await interviewed(app, intake);
  const [first] = intake.referees;
  await app.service.report(view.id, { type: 'referee_replied', refereeId: first?.id ?? '', agrees: false });
  const task = await until(
    () => app.service.tasks(view.id),
    (tasks) => tasks.some(({ title }) => title.startsWith('Find somebody in place of')),
  );
  expect(task.find(({ title }) => title.startsWith('Find somebody'))?.status).toBe('open');
  const taken = { name: 'Mina Kahl', email: intake.contacts[0]?.email };
  await expect(app.service.report(view.id, { type: 'referee_added', referee: taken })).rejects.toMatchObject({
    problems: [{ path: 'referee.email', message: 'is the address of another one here' }],
  });
  await app.service.report(view.id, {
    type: 'referee_added',
    referee: { name: 'Mina Kahl', email: mina, relationship: 'direct_manager' },
    replaces: first?.id,
  });
  const asked = await until(
    () => app.service.messages(view.id),
    (messages) => messages.some(({ to, step }) => step === 'referee_ask' && to.includes(mina)),
  );
  expect(asked.find(({ to }) => to.includes(mina))?.text).toContain('Dear Mina Kahl');
  expect((await app.service.tasks(view.id)).find(({ title }) => title.startsWith('Find somebody'))?.status).not.toBe(
    'open',
  );
  const { referees, intake: now } = await app.service.interview(view.id);
  expect(referees.map(({ name }) => name)).toContain('Mina Kahl');
  expect(referees.map(({ id }) => id)).not.toContain(first?.id);
  expect(now.referees.map(({ email }) => email)).toContain(mina);
  const yes = 'Dear Maya,\n\nOf course, I am happy to be a referee for you.\n\nBest\nMina';
  const { id: mailId } = await receive(mail(mina, intake.candidate.email, 'Re: May I name you as a referee?', yes));
  expect(await decided(mailId)).toMatchObject({ kind: 'referee_reply', interviewId: view.id });
  const agreed = await until(
    () => app.service.interview(view.id),
    (detail) => detail.referees.find(({ name }) => name === 'Mina Kahl')?.agrees === true,
  );
  expect(agreed.referees.find(({ name }) => name === 'Mina Kahl')?.agrees).toBe(true);
}, 90_000);

test('a late answer finds its interview after it was closed (G10)', async () => {
  const { id, intake, conor } = await start();
  await app.service.fastForward(id, { days: 230 });
  expect((await app.service.interview(id)).stage).toBe('closed');
  const { id: mailId } = await receive(mail(conor, intake.candidate.email, 'At last', NO));
  await decided(mailId);
  const view = await until(
    () => app.service.interview(id),
    ({ outcome }) => outcome === 'rejected',
  );
  expect(view.outcome).toBe('rejected');
}, 180_000);

test('what nobody can parse is kept and listed for a person', async () => {
  const { id } = await receive(Buffer.from('\u0000\u0001 this is no mail'));
  expect((await decided(id)).state).toMatch(/review|quarantined/);
  expect((await app.service.inbox('review')).map((item) => item.id)).toContain(id);
}, 60_000);

test('H3: a newsletter is kept and neither waits nor holds anything, wherever it comes from', async () => {
  const { id, intake, conor } = await start();
  for (const from of [conor, 'news@jobs.test']) {
    const raw = Buffer.from(
      mail(from, intake.candidate.email, 'This week: 40 new jobs', 'Forty new jobs this week. Unsubscribe here.')
        .toString()
        .replace('Subject:', 'List-Id: <weekly.jobs.test>\r\nPrecedence: bulk\r\nSubject:'),
    );
    const { id: mailId } = await receive(raw);
    expect(await decided(mailId)).toMatchObject({
      state: 'ignored',
      visibleText: 'Forty new jobs this week. Unsubscribe here.',
    });
    expect((await app.service.inbox('review')).map((item) => item.id)).not.toContain(mailId);
  }
  const holds = await until(
    async () => (await app.service.interview(id)).decision?.holds ?? [],
    (found) => found.every(({ rule }) => rule !== 'H3'),
  );
  expect(holds.map(({ rule }) => rule)).not.toContain('H3');
  expect((await app.service.tasks(id)).map(({ step }) => step)).not.toContain('answer_owed');
}, 90_000);

test('G3: the day and time of an invitation are on record, in the letter that confirms and in the task', async () => {
  const { id, intake, conor } = await start();
  const when = new Date(Date.parse(intake.interview.startsAt) + 14 * 86_400_000);
  when.setUTCHours(14, 0, 0, 0);
  const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, '');
  const calendar = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', 'METHOD:REQUEST', 'BEGIN:VEVENT', `UID:${id}`],
    ...[
      `DTSTAMP:${stamp(new Date())}`,
      `DTSTART:${stamp(when)}`,
      `DTEND:${stamp(new Date(when.getTime() + 3_600_000))}`,
    ],
    ...['SUMMARY:Second interview', 'LOCATION:Room 4', 'END:VEVENT', 'END:VCALENDAR'],
  ].join('\r\n');
  const words = 'Dear Maya,\n\nWe would like to invite you to a second interview, as in the calendar entry.\n\nConor';
  const parts = [
    ...['--b', 'Content-Type: text/plain; charset=utf-8', '', words, '--b'],
    ...['Content-Type: text/calendar; method=REQUEST; charset=utf-8', '', calendar, '--b--', ''],
  ].join('\r\n');
  const raw = mail(conor, intake.candidate.email, 'Second interview', parts)
    .toString()
    .replace(
      'Content-Type: text/plain; charset=utf-8',
      'MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b',
    );
  const { id: mailId } = await receive(Buffer.from(raw));
  expect(await decided(mailId)).toMatchObject({ state: 'sorted', kind: 'advance' });
  const detail = await until(
    () => app.service.interview(id),
    ({ outcome }) => outcome === 'advanced',
  );
  expect(detail.invitation).toMatchObject({ startsAt: when.toISOString(), location: 'Room 4' });
  const task = (await app.service.tasks(id)).find(({ about }) => about === 'next_round');
  expect(task?.text).toMatch(/It is on \w+day \d+ \w+.* at 1[56]:00, on your clock/);
  const confirm = (await app.service.messages(id)).find(({ step }) => step === 'confirm');
  expect(confirm?.text).toMatch(/\w+day \d+ \w+/);
}, 90_000);
