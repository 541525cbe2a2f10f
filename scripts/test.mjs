// npm test: type check, lint, dead-code check and all jest tests; the last line is "N passed, N failed".
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import install from './install.cjs';
import { findRealParts } from './real-parts.mjs';

const { ensureInstalled, root } = install;
const bin = (name) => join(root, 'node_modules', '.bin', name);
// `npm test -- policy/` runs only the jest tests that match, without the static checks.
const jestArguments = process.argv.slice(2);

let running;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    running?.kill(signal);
    process.exitCode = 1;
    stopped = true;
  });
}
let stopped = false;

process.chdir(root);
try {
  await ensureInstalled((line) => console.log(line));
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const checks =
  jestArguments.length > 0
    ? []
    : [
        ['types', bin('tsc'), '--noEmit', '-p', '.'],
        ['lint', bin('biome'), 'ci', '.'],
        ['dead code', bin('knip')],
      ];
let passed = 0;
let failed = 0;
for (const [name, ...command] of checks) {
  const began = Date.now();
  const code = await run(command);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (code === 0) passed += 1;
  else failed += 1;
  if (stopped) break;
}

const parts = findRealParts();
for (const part of parts) {
  console.log(
    part.found ? `real part: ${part.name} at ${part.found}` : `MISSING real part: ${part.name}; ${part.otherwise}`,
  );
}

const results = stopped ? undefined : await runJest();
if (results) {
  passed += results.numPassedTests;
  failed += results.numFailedTests + results.numRuntimeErrorTestSuites;
  reportSkipped(results);
} else {
  failed += 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || stopped ? 1 : 0;

async function runJest() {
  const folder = mkdtempSync(join(tmpdir(), 'afterview-jest-'));
  const file = join(folder, 'results.json');
  await run([process.execPath, bin('jest'), '--json', `--outputFile=${file}`, ...jestArguments], {
    // Jest's report goes to standard error; its standard output is the JSON once more.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.log('FAILED jest did not come to an end');
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function reportSkipped(results) {
  for (const suite of results.testResults) {
    const skipped = suite.assertionResults.filter((test) => test.status === 'pending' || test.status === 'todo');
    if (skipped.length === 0) continue;
    console.log(`skipped in ${relative(root, suite.name)}:`);
    for (const test of skipped) console.log(`  ${test.fullName}`);
  }
  if (results.numPendingTests > 0) {
    const missing = parts.filter((part) => !part.found).map((part) => part.name);
    console.log(missing.length > 0 ? `missing here: ${missing.join(', ')}` : 'every real part was found');
  }
}

function run([program, ...args], options = { stdio: 'inherit' }) {
  return new Promise((resolve) => {
    running = spawn(program, args, { cwd: root, ...options });
    running.once('error', (error) => {
      console.error(`${program}: ${error.message}`);
      resolve(1);
    });
    running.once('close', (code) => resolve(code ?? 1));
  });
}
