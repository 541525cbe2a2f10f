import { cpus, loadavg } from 'node:os';
import { calendarFor } from '../../data/calendars';
import { addWorkingDays, type Day, dayFrom, dayOf, inWorkingHours, isWorkingDay } from '../../policy/calendar';
import type { PlaceCalendar } from '../../policy/surroundings';
import { engineStartTimeoutMs } from '../support/engine';
import { type FaultSmtp, startFaultSmtp } from '../support/fault-smtp';
import { closeProduct, type Product, startProduct } from '../support/product';
import { type SharedIntake, sharedIntake } from './shared-intake';

/** The shared sample, never answered, over eight months of the real program: `npm start`, HTTP and SMTP. */

const ASKING = ['reconnect', 'chase', 'decision_maker', 'senior', 'last_say'];
/** H1: these neither wait for the gap nor start it. */
const NO_OUTREACH = ['answer_owed', 'confirm'];
const MONTHS = 8;

interface Message {
  step: string;
  stepKey: string;
  status: string;
  to: string[];
  messageId: string;
  dueAt: string;
  sentAt: string | null;
}
interface Task {
  step: string;
  channel: string;
  status: string;
  dueAt: string;
}
interface Interview {
  id: string;
  stage: string;
  outcome: string;
  now: string;
}

let smtp: FaultSmtp;
let product: Product;
let intake: SharedIntake;
let irish: PlaceCalendar;
let interview: Interview;
let messages: Message[];
let tasks: Task[];
let tookMs: number;

const day = (instant: string): Day => dayOf(Date.parse(instant), irish);
const openHours = { from: 9, to: 17 };

/** Everything that asked for the outcome: letters that left, calls and other tasks that the candidate was given. */
const asked = () => [
  ...sent()
    .filter(({ step }) => ASKING.includes(step))
    .map(({ step, sentAt }) => ({ step, at: sentAt })),
  ...tasks.filter(({ step }) => ASKING.includes(step)).map(({ step, dueAt }) => ({ step, at: dueAt })),
];
/** Letters that left. */
const sent = () =>
  messages.flatMap((message) => (message.sentAt === null ? [] : [{ ...message, sentAt: message.sentAt }]));
/** What starts the gap (H1). */
const outreach = () => {
  const there = new Set(intake.contacts.map(({ email }) => email));
  return sent().filter(({ step, to }) => !NO_OUTREACH.includes(step) && to.some((address) => there.has(address)));
};

beforeAll(async () => {
  smtp = await startFaultSmtp();
  product = await startProduct({ env: { SMTP_URL: smtp.url } });
  intake = sharedIntake(Date.now(), { default: 'send' });
  const year = new Date(intake.interview.endsAt).getUTCFullYear();
  irish = calendarFor('IE', 'Europe/Dublin', year, year + 1);
  const began = Date.now();
  const started = await product.post<Interview>('/api/interviews', intake);
  expect(started.status).toBe(201);
  const at = `/api/interviews/${started.body.id}`;
  const end = new Date(started.body.now);
  for (let month = 0; month < MONTHS; month++) {
    end.setUTCMonth(end.getUTCMonth() + 1);
    const { status, body } = await product.post<Interview>(`${at}/fast-forward`, { to: end.toISOString() });
    expect({ status, body }).toMatchObject({ status: 200 });
    interview = body;
  }
  messages = (await product.get<{ messages: Message[] }>(`${at}/messages`)).body.messages;
  tasks = (await product.get<{ tasks: Task[] }>(`${at}/tasks`)).body.tasks;
  tookMs = Date.now() - began;
}, engineStartTimeoutMs);

afterAll(async () => {
  await closeProduct(product);
  await smtp?.close();
}, 90_000);

test('eight months pass in less than half a minute', () => {
  // Of a machine of its own: where others compute too, it also waits for its turn.
  const turns = Math.max(1, (loadavg()[0] ?? 0) / cpus().length);
  expect(tookMs / turns).toBeLessThan(30_000);
});

test('each interviewer is thanked once, within two working days of the end (B1)', () => {
  const interviewers = intake.contacts.filter(({ roles }) => roles.includes('interviewer'));
  const thanks = sent().filter(({ step }) => step === 'thank_you');
  expect(thanks.map(({ to }) => to).sort()).toEqual(interviewers.map(({ email }) => [email]).sort());
  const last = addWorkingDays(day(intake.interview.endsAt), 2, irish);
  for (const { sentAt } of thanks) expect(day(sentAt)).toBeLessThanOrEqual(last);
});

test('nothing asks for the outcome before the first working day after the promised date (D1, E1)', () => {
  const first = addWorkingDays(dayFrom(intake.process.promisedDate), 1, irish);
  expect(asked().map(({ step }) => step)).toEqual(expect.arrayContaining(['reconnect', 'chase', 'last_say']));
  for (const { step, at } of asked()) expect({ step, early: day(at) < first }).toEqual({ step, early: false });
});

test('three Dublin days lie before every asking step since the last outreach there (E2, H1)', () => {
  for (const { step, at } of asked()) {
    const before = outreach().filter(({ sentAt }) => Date.parse(sentAt) < Date.parse(at));
    const gap = day(at) - Math.max(...before.map(({ sentAt }) => day(sentAt)));
    expect({ step, at, enough: gap >= 3 }).toEqual({ step, at, enough: true });
  }
});

test('all letters to them leave in Irish working hours on Irish working days', () => {
  for (const { step, sentAt } of outreach()) {
    expect({ step, sentAt, open: inWorkingHours(Date.parse(sentAt), irish, openHours) }).toMatchObject({
      open: true,
    });
  }
});

test('nobody is asked while Dr Byrne, who decides, is away (A4)', () => {
  const [away] = intake.process.absences;
  const from = dayFrom(away?.from ?? '');
  const back = addWorkingDays(dayFrom(away?.to ?? ''), 1, irish);
  const meanwhile = asked().filter(({ at }) => day(at) >= from && day(at) < back);
  expect(meanwhile).toEqual([]);
  expect(isWorkingDay(back, irish)).toBe(true);
});

test('a last say is the last question, and then it ends unanswered (G8, G10)', () => {
  const questions = asked().sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  expect(questions.at(-1)?.step).toBe('last_say');
  expect(questions.filter(({ step }) => step === 'last_say')).toHaveLength(1);
  expect(interview).toMatchObject({ stage: 'closed', outcome: 'unanswered' });
});

test('the mail server has each letter of the ledger exactly once, and besides them only notices to the candidate', () => {
  const delivered = smtp.mails.map(({ raw, to }) => ({ id: /^Message-ID:\s*(\S+)/im.exec(raw)?.[1] ?? '', to }));
  const ledger = sent().map(({ messageId }) => messageId.replace(/^<?(.*?)>?$/, '<$1>'));
  const letters = delivered.filter(({ to }) => to.join() !== 'maya@candidate.test');
  expect(letters.map(({ id }) => id).sort()).toEqual(ledger.sort());
  expect(new Set(delivered.map(({ id }) => id)).size).toBe(delivered.length);
});

test('the closed interview is still read, and its clock still moves', async () => {
  const at = `/api/interviews/${interview.id}`;
  expect(await product.get(at)).toMatchObject({ status: 200, body: { stage: 'closed', outcome: 'unanswered' } });
  const moved = await product.post<Interview>(`${at}/fast-forward`, { days: 1 });
  expect(moved).toMatchObject({ status: 200, body: { stage: 'closed' } });
  expect(Date.parse(moved.body.now)).toBeGreaterThanOrEqual(Date.parse(interview.now) + 86_400_000 - 1_000);
});
