import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCheckLetter } from '../../client/cli/check-letter';

const folder = mkdtempSync(join(tmpdir(), 'check-letter-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function run(files: string[], context: string | null = null, json = true, stdin = '') {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCheckLetter(files, context, {
    json,
    out: (l) => out.push(l),
    err: (l) => err.push(l),
    stdin: async () => stdin,
  });
  return { code, out, err };
}

const GOOD = 'Dear Dr Byrne,\n\nThank you for your time.\n\nKind regards,\nMaya';
const BAD = 'Subject: Application\n\nDear Dr Byrne,\n\nI demand an answer.\n';

test('one letter: an array of findings, exit 1 where one blocks', async () => {
  const { code, out } = await run([file('bad.txt', BAD)]);
  expect(code).toBe(1);
  expect(JSON.parse(out.join(''))[0]).toMatchObject({ rule: 'G11', severity: 'block', words: 'I demand' });
});

test('a clean letter: an empty array, exit 0', async () => {
  const { code, out } = await run([file('good.txt', GOOD)]);
  expect([code, out]).toEqual([0, ['[]']]);
});

test('warnings alone do not fail', async () => {
  expect((await run([], null, true, 'My notice period is three months.')).code).toBe(0);
});

test('standard input, with and without a dash', async () => {
  expect((await run([], null, true, BAD)).code).toBe(1);
  expect((await run(['-'], null, true, BAD)).code).toBe(1);
});

test('several letters: a line each', async () => {
  const { code, out } = await run([file('good.txt', GOOD), file('bad.txt', BAD)]);
  expect(code).toBe(1);
  expect(out).toHaveLength(2);
  expect(JSON.parse(out[0] ?? '')).toMatchObject({ findings: [] });
});

test('the context tells the names, the date and the offers', async () => {
  const context = file(
    'context.json',
    JSON.stringify({
      recipient: { honorific: 'Ms', givenName: 'Niamh', familyName: 'Walsh' },
      offers: [{ organisation: 'Altair', answerBy: '2026-12-20', status: 'open' }],
      today: '2026-12-14',
    }),
  );
  expect((await run([file('good.txt', GOOD)], context)).code).toBe(1);
  expect((await run([], context, true, 'Dear Ms Walsh,\n\nI have an offer from another organisation.')).code).toBe(0);
});

test('for people: a readable line a finding', async () => {
  const { out } = await run([file('bad.txt', BAD)], null, false);
  expect(out.join('\n')).toMatch(/BLOCKS G11: "I demand"/);
  expect(out.join('\n')).toMatch(/better: /);
});

test('what cannot be read is said, with exit 2', async () => {
  const missing = await run([join(folder, 'missing.txt')]);
  expect([missing.code, missing.err.length]).toEqual([2, 1]);
  expect((await run([], file('broken.json', '{'), true, GOOD)).code).toBe(2);
});
