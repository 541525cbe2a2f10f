import { engineStartTimeoutMs } from '../support/engine';
import { type FaultSmtp, startFaultSmtp } from '../support/fault-smtp';
import { type Answer, closeProduct, type Product, startProduct } from '../support/product';
import { until } from '../support/until';
import { headerOf, rawMail } from './raw-mail';
import { type SharedIntake, sharedIntake } from './shared-intake';

/** What the real program does with input that is wrong, impossible, late or unreadable. */

interface Refusal {
  status: number;
  detail?: string;
  errors?: { path: string; message: string }[];
}
interface Interview {
  id: string;
  stage: string;
  outcome: string;
  now: string;
}
interface InboxItem {
  id: string;
  state: string;
  subject: string;
  interviewId: string | null;
}

/** The first mail loads the reader. */
const READ_WITHIN_MS = 60_000;

let smtp: FaultSmtp;
let product: Product;

beforeAll(async () => {
  smtp = await startFaultSmtp();
  product = await startProduct({ env: { SMTP_URL: smtp.url } });
}, engineStartTimeoutMs);

afterAll(async () => {
  await closeProduct(product);
  await smtp?.close();
}, 90_000);

/** The sample with some of its fields replaced; the name of a field is its path. */
function intakeWith(changes: Record<string, unknown>): SharedIntake {
  const intake = sharedIntake(Date.now(), { default: 'send' });
  for (const [path, value] of Object.entries(changes)) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    const holder = names.reduce<Record<string, unknown>>(
      (at, name) => at[name] as Record<string, unknown>,
      intake as unknown as Record<string, unknown>,
    );
    holder[last] = value;
  }
  return intake;
}

const startInterview = (intake: unknown): Promise<Answer<Interview & Refusal>> =>
  product.post('/api/interviews', intake);

async function workflowsStarted(): Promise<unknown[]> {
  const answer = await fetch(`${product.temporalUi}/api/v1/namespaces/default/workflows`);
  return ((await answer.json()) as { executions?: unknown[] }).executions ?? [];
}

const inbox = async (state: string): Promise<InboxItem[]> =>
  (await product.get<{ inbox: InboxItem[] }>(`/api/inbox?state=${state}`)).body.inbox;

describe('an intake that cannot be right', () => {
  const dayBefore = (instant: string) => new Date(Date.parse(instant) - 86_400_000).toISOString();
  const { interview } = sharedIntake(Date.now(), {});

  test.each<[string, Record<string, unknown>, string[]]>([
    ['an unknown country', { 'organisation.country': 'XX' }, ['organisation.country']],
    ['an unknown zone', { 'candidate.timeZone': 'Europe/Dublln' }, ['candidate.timeZone']],
    [
      'a promised date before the interview',
      { 'process.promisedDate': dayBefore(interview.endsAt).slice(0, 10) },
      ['process.promisedDate'],
    ],
    ['two contacts with one address', { 'contacts.1.email': 'AOIFE.BYRNE@northwind.test' }, ['contacts.1.email']],
    [
      'a contact at the present employer (I1)',
      { 'candidate.presentEmployer': { name: 'Oldport', domains: ['northwind.test'] } },
      ['contacts.0.email', 'contacts.1.email', 'contacts.2.email'],
    ],
    ['an end before its start', { 'interview.endsAt': dayBefore(interview.startsAt) }, ['interview.endsAt']],
    ['a field of 5 MB', { role: 'x'.repeat(5 * 1024 * 1024) }, ['role']],
    [
      'several at once',
      { 'organisation.timeZone': 'Mars/Olympus', 'contacts.0.email': 'nobody', role: '' },
      ['contacts.0.email', 'organisation.timeZone', 'role'],
    ],
  ])('%s: 422 names each field, and nothing is stored or started', async (_, changes, paths) => {
    const { status, headers, body } = await startInterview(intakeWith(changes));
    expect(status).toBe(422);
    expect(headers.get('content-type')).toContain('application/problem+json');
    // The whole may be too large besides; that has no path.
    const named = new Set((body.errors ?? []).map(({ path }) => path).filter((path) => path !== ''));
    expect([...named].sort()).toEqual(paths);
    expect((await product.get<{ interviews: unknown[] }>('/api/interviews')).body.interviews).toEqual([]);
    expect(await workflowsStarted()).toEqual([]);
  });
});

test('an interviewer without an address is no error but a task (A2)', async () => {
  const started = await startInterview(
    intakeWith({ 'contacts.1.email': null, 'candidate.email': 'two@candidate.test' }),
  );
  expect(started.status).toBe(201);
  const at = `/api/interviews/${started.body.id}`;
  await product.post(`${at}/fast-forward`, { to: sharedIntake(Date.now(), {}).interview.endsAt });
  await product.post(`${at}/fast-forward`, { days: 3 });
  const { tasks } = (await product.get<{ tasks: { title: string; rules: string[] }[] }>(`${at}/tasks`)).body;
  const toFind = tasks.filter(({ rules }) => rules.includes('A2'));
  expect(toFind.map(({ title }) => title)).toEqual(["Find an address for Mr O'Neill"]);
  expect(smtp.mails.filter(({ to }) => to.includes('aoife.byrne@northwind.test'))).toHaveLength(1);
});

test('a mail that cannot be parsed is kept and listed for a person', async () => {
  const answer = await product.post<{ id: string }>('/webhooks/email/raw', '\u0000\u0001 this is : no\r\nmail at all');
  expect([200, 202]).toContain(answer.status);
  const waiting = await until(
    () => inbox('review'),
    (items) => items.some(({ id }) => id === answer.body.id),
    READ_WITHIN_MS,
  );
  expect(waiting.map(({ id }) => id)).toContain(answer.body.id);
}, 90_000);

test('an interview that nobody knows is a 404', async () => {
  for (const part of ['', '/plan', '/timeline', '/messages', '/tasks']) {
    expect((await product.get<Refusal>(`/api/interviews/int_nobody${part}`)).status).toBe(404);
  }
  expect((await product.post('/api/interviews/int_nobody/fast-forward', { days: 1 })).status).toBe(404);
  expect((await product.post('/api/interviews/int_nobody/events', { type: 'paused' })).status).toBe(404);
});

test('a closed interview refuses with a reason, and a late answer of theirs still finds it (G10)', async () => {
  const intake = intakeWith({ 'candidate.email': 'three@candidate.test', 'interest.reallyInterested': false });
  const { body } = await startInterview(intake);
  const at = `/api/interviews/${body.id}`;
  const end = new Date(Date.parse(intake.interview.endsAt) + 120 * 86_400_000).toISOString();
  const closed = await product.post<Interview>(`${at}/fast-forward`, { to: end });
  expect(closed.body).toMatchObject({ stage: 'closed', outcome: 'unanswered' });

  const refused = await product.post<Refusal>(`${at}/events`, { type: 'paused' });
  expect(refused.status).toBe(409);
  expect(refused.body.detail).toMatch(/\w+ \w+/);
  expect((await product.get<Interview>(at)).body.stage).toBe('closed');

  const ours = smtp.mails
    .filter(({ from, to }) => from === 'three@candidate.test' && to.includes('conor.oneill@northwind.test'))
    .at(-1);
  const late = await product.post<{ id: string }>(
    '/webhooks/email/raw?recipient=three@candidate.test',
    rawMail({
      from: "Conor O'Neill <conor.oneill@northwind.test>",
      to: 'three@candidate.test',
      subject: 'Re: your interview',
      id: 'late@northwind.test',
      answers: headerOf(ours?.raw ?? '', 'Message-ID'),
      text: 'Dear Maya,\n\nsorry for the long silence. We would be glad to invite you to a second interview.\n\nConor',
    }),
  );
  expect(late.status).toBe(202);
  const story = await until(
    async () => (await product.get<{ timeline: { type: string }[] }>(`${at}/timeline`)).body.timeline,
    (timeline) => timeline.some(({ type }) => type === 'mail_received'),
    READ_WITHIN_MS,
  );
  expect(story.map(({ type }) => type)).toContain('mail_received');
  const { body: mails } = await product.get<{ inbox: InboxItem[] }>('/api/inbox');
  expect(mails.inbox.find(({ id }) => id === late.body.id)?.interviewId).toBe(body.id);
}, 120_000);
