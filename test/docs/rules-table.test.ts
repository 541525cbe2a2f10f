import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_GROUPS } from '../../client/web/rule-words';
import { HOMES, rulesTable, testsByRule } from '../../scripts/rules-table';

const root = join(__dirname, '..', '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const ids = RULE_GROUPS.flatMap(({ rules }) => rules.map(({ id }) => id));

/** How many rules each part of the rulebook has. */
const SIZES = { A: 4, B: 6, C: 5, D: 4, E: 8, F: 1, G: 11, H: 17, I: 7 };

it('the table in docs/rules.md is the one that scripts/rules-table.ts writes', () => {
  // Stale? `node --import tsx scripts/rules-table.ts` writes it anew.
  expect(read('docs/rules.md')).toBe(rulesTable());
});

it('the table has all 63 rules of the rulebook, and the order', () => {
  const all = Object.entries(SIZES).flatMap(([letter, size]) =>
    Array.from({ length: size }, (_, n) => `${letter}${n + 1}`),
  );
  expect(ids).toEqual(all);
  expect(Object.keys(HOMES)).toEqual([...all, 'Order']);
});

it.each(Object.entries(HOMES))(
  '%s has files that exist, the first naming the rule, and a test named by its id',
  (id, home) => {
    for (const file of home.files) expect([file, existsSync(join(root, file))]).toEqual([file, true]);
    expect(read(home.files[0] ?? '')).toMatch(new RegExp(`\\b${id}\\b`));
    expect(testsByRule().get(id) ?? []).not.toEqual([]);
  },
);
