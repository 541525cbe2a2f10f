import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEvent } from '../../client/afterview/event-schema';
import { plan } from '../../client/cli/plan';
import { readIntake } from '../../client/intake/schema';
import { fold } from '../../policy/case';
import { sampleIntake } from '../support/intakes';

const folder = mkdtempSync(join(tmpdir(), 'afterview-plan-'));
const file = join(folder, 'intake.json');
writeFileSync(file, JSON.stringify(sampleIntake()));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => jest.restoreAllMocks());

test('plan tells each moment on the clock of whoever receives, and names the clock', async () => {
  const lines: string[] = [];
  jest.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  expect(await plan(file, {})).toBe(0);
  expect(lines.find((line) => line.includes('Thank-you note: Dr Aoife Byrne, by email'))).toMatch(
    /^Wed 2 Dec 2026, \d\d:\d\d Dublin /,
  );
  expect(lines.find((line) => line.includes('Your own thoughts: for you'))).toMatch(/\d\d:\d\d Stockholm /);
});

test('the command itself says the same when it is compiled anew and from what the run before has kept', () => {
  const command = join(__dirname, '..', '..', 'scripts', 'afterview.cjs');
  const mail = join(folder, 'mail.eml');
  writeFileSync(mail, 'From: a@b.example\nSubject: Hi\n\nUnfortunately we have chosen somebody else.\n');
  const run = (...args: string[]) => execFileSync(process.execPath, [command, ...args], { encoding: 'utf8' });
  const first = run('plan', file);
  expect(first).toMatch(/Thank-you note: Dr Aoife Byrne, by email/);
  expect(run('plan', file)).toBe(first);
  const after = run('plan', file, '--what-if', 'offered@2026-12-09', '--what-if', 'decline@2026-12-11');
  expect(after).toContain('Declining');
  expect(run('plan', '--what-if', 'offered@2026-12-09', '--what-if', 'decline@2026-12-11', file)).toBe(after);
  expect(run('plan', file, '--what-if', 'offered@2026-12-09', 'decline@2026-12-11')).toBe(after);
  expect(run('classify', mail)).toContain('rejection');
}, 60_000);

test('I7 who is written to in English for want of letters in their language is named', async () => {
  const sample = sampleIntake() as { contacts: { id: string; language?: string }[] };
  const byrne = sample.contacts.find(({ id }) => id === 'byrne');
  if (!byrne) throw new Error('the sample has no Byrne');
  byrne.language = 'fr';
  const french = join(folder, 'french.json');
  writeFileSync(french, JSON.stringify(sample));
  const lines: string[] = [];
  jest.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  expect(await plan(french, {})).toBe(0);
  expect(lines.filter((line) => line.includes('[I7]') && line.startsWith('There are no letters'))).toEqual([
    'There are no letters in French yet: Dr Aoife Byrne is written to in English [I7].',
  ]);
});

test('an intake that begins with a byte order mark is read', async () => {
  const marked = join(folder, 'marked.json');
  writeFileSync(marked, `\uFEFF${JSON.stringify(sampleIntake())}`);
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  expect(await plan(marked, {})).toBe(0);
});

test('a what-if before the interview is refused; only calling it off may come before', async () => {
  const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  expect(await plan(file, { whatIf: ['rejected@2026-11-01'] })).toBe(2);
  expect(error).toHaveBeenCalledWith('--what-if rejected@2026-11-01: is before 2026-12-01, when it can happen');
  expect(await plan(file, { whatIf: ['cancelled@2026-11-20'], at: '2026-11-10T09:00:00Z' })).toBe(0);
});

test('G4 an offer that was to be answered by a day that has passed is refused', () => {
  const read = readIntake(sampleIntake());
  if (!('intake' in read)) throw new Error('the sample is no intake');
  const now = '2026-12-14T10:00:00.000Z';
  const known = fold([{ v: 1, at: '2026-12-01T11:30:00.000Z', type: 'intake', intake: read.intake }]);
  const passed = 'answerBy: has passed already';
  for (const sent of [
    { type: 'feedback_received', outcome: 'offered', answerBy: '2026-12-13' },
    { type: 'offer_changed', stage: 'written', answerBy: '2026-12-13' },
  ])
    expect(() => parseEvent(sent, known, now)).toThrow(passed);
  for (const sent of [
    { type: 'feedback_received', outcome: 'offered', answerBy: '2026-12-14' },
    { type: 'offer_changed', stage: 'lapsed', answerBy: '2026-12-13' },
  ])
    expect(parseEvent(sent, known, now)).toMatchObject(sent);
});
