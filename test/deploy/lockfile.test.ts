import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Locked = { version?: string; optionalDependencies?: Record<string, string> };

test('package-lock.json names the packages of every platform, else npm ci refuses it (scripts/complete-lockfile.mjs)', () => {
  const text = readFileSync(join(__dirname, '..', '..', 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(text) as { packages: Record<string, Locked> };
  const missing = Object.values(packages)
    .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
    .filter((name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)));
  expect(missing).toEqual([]);
});
