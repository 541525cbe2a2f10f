import { rm } from 'node:fs/promises';
import { engineStartTimeoutMs } from '../support/engine';
import { type FaultSmtp, startFaultSmtp } from '../support/fault-smtp';
import { newDataFolder, type Product, startProduct } from '../support/product';
import { until } from '../support/until';
import { headerOf } from './raw-mail';
import { sharedIntake } from './shared-intake';

/** `kill -9` of everything in mid-story, again and again: no mail twice, none lost, and the doubtful one is shown. */

interface Interview {
  id: string;
  stage: string;
  outcome: string;
  now: string;
  nextActionAt: string | null;
}
interface PlanStep {
  channel: string;
  due: string;
}
interface Message {
  id: string;
  step: string;
  stepKey: string;
  status: string;
  to: string[];
  messageId: string;
  dueAt: string;
}

let smtp: FaultSmtp;
let dataDir: string;
let product: Product | undefined;

beforeAll(async () => {
  smtp = await startFaultSmtp();
  dataDir = await newDataFolder();
}, engineStartTimeoutMs);

afterAll(async () => {
  await product?.stop();
  await smtp?.close();
  await rm(dataDir, { recursive: true, force: true });
}, 90_000);

/** A new `npm start` on the same folder, as somebody does who found it dead. */
async function start(): Promise<Product> {
  product = await startProduct({ dataDir, env: { SMTP_URL: smtp.url } });
  return product;
}

async function messagesOf(running: Product, id: string): Promise<Message[]> {
  return (await running.get<{ messages: Message[] }>(`/api/interviews/${id}/messages`)).body.messages;
}

/** Kills it while the travel to `to` is under way, as soon as `isTime` says so. */
async function killOnTheWay(running: Product, id: string, to: string, isTime: () => boolean): Promise<void> {
  let answer: unknown;
  const travel = running.post(`/api/interviews/${id}/fast-forward`, { to }).then(
    ({ status, body }) => {
      answer = { status, body };
    },
    // The connection breaks: it is being killed.
    () => undefined,
  );
  const came = await until(
    () => Promise.resolve(isTime() ? 'time' : answer),
    (now) => now !== undefined,
    60_000,
  );
  expect(came).toBe('time');
  await running.kill();
  await travel;
}

async function goTo(running: Product, id: string, to: string): Promise<Interview> {
  const { status, body } = await running.post<Interview>(`/api/interviews/${id}/fast-forward`, { to });
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

const letters = () => smtp.mails.filter(({ to }) => to.join() !== 'maya@candidate.test');
const after = (instant: string, days: number) => new Date(Date.parse(instant) + days * 86_400_000).toISOString();

test(
  'a story that is killed in the middle, four times, goes on to its end: no letter twice, none lost',
  async () => {
    let running = await start();
    const intake = sharedIntake(Date.now(), { default: 'send' });
    const started = await running.post<Interview>('/api/interviews', intake, { 'idempotency-key': 'the-one' });
    const { id } = started.body;
    const { endsAt } = intake.interview;

    // At once after the intake was answered.
    await running.kill();
    running = await start();
    expect((await running.get<Interview>(`/api/interviews/${id}`)).body).toMatchObject({ id, outcome: 'open' });
    const again = await running.post<Interview>('/api/interviews', intake, { 'idempotency-key': 'the-one' });
    expect(again).toMatchObject({ status: 200, body: { id } });

    // Between two letters, with the clock on its way.
    await killOnTheWay(running, id, after(endsAt, 5), () => letters().length >= 2);
    running = await start();
    await goTo(running, id, after(endsAt, 5));
    expect(
      (await messagesOf(running, id)).filter(({ step, status }) => step === 'thank_you' && status === 'sent'),
    ).toHaveLength(2);

    // While the mail server, slow to answer, has taken a letter and not said so.
    const { steps } = (await running.get<{ steps: PlanStep[] }>(`/api/interviews/${id}/plan`)).body;
    const { now } = (await running.get<Interview>(`/api/interviews/${id}`)).body;
    const next = steps.find(({ channel, due }) => channel === 'email' && due > after(now, 0.1))?.due ?? '';
    await goTo(running, id, after(next, -0.05));
    smtp.plan('dot_hang');
    await killOnTheWay(running, id, after(next, 0.05), () => letters().some((mail) => !mail.acknowledged));
    smtp.plan();
    const taken = letters().slice(-1)[0];
    running = await start();
    const doubtful = await until(
      () => messagesOf(running, id),
      (rows) => rows.some(({ status }) => status === 'uncertain'),
      60_000,
    );
    const uncertain = doubtful.filter(({ status }) => status === 'uncertain');
    expect(uncertain.map(({ messageId }) => `<${messageId}>`)).toEqual([headerOf(taken?.raw ?? '', 'Message-ID')]);

    // The next wakes come and go; the doubtful letter is not sent again unasked. Killed while at rest.
    await goTo(running, id, after(endsAt, 21));
    await running.kill();
    running = await start();
    let interview = await goTo(running, id, after(endsAt, 40));
    expect((await messagesOf(running, id)).filter(({ status }) => status === 'uncertain')).toHaveLength(1);
    const doubted = `/api/interviews/${id}/messages/${uncertain[0]?.id}`;
    expect(await running.post(`${doubted}/settle`, { arrived: true })).toMatchObject({
      status: 200,
      body: { status: 'sent' },
    });

    interview = await goTo(running, id, after(endsAt, 240));
    expect(interview).toMatchObject({ stage: 'closed', outcome: 'unanswered' });
    const rows = await messagesOf(running, id);
    const sent = rows.filter(({ status }) => status === 'sent');
    expect(rows.filter(({ status }) => status === 'sending' || status === 'uncertain')).toEqual([]);
    expect(sent.map(({ step }) => step)).toEqual(expect.arrayContaining(['reconnect', 'last_say']));
    expect(
      letters()
        .map(({ raw }) => headerOf(raw, 'Message-ID'))
        .sort(),
    ).toEqual(sent.map(({ messageId }) => `<${messageId}>`).sort());
    // Notices to the candidate too: whatever came twice under one Message-ID would be the same bytes.
    const bytes = new Map<string, string>();
    for (const { raw } of smtp.mails) {
      const key = headerOf(raw, 'Message-ID');
      expect(bytes.get(key) ?? raw).toBe(raw);
      bytes.set(key, raw);
    }
  },
  engineStartTimeoutMs,
);
