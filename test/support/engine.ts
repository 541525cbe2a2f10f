import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, ensureEngine } from '../../workers/engine/engine';
import { isEngineProcess, stopEngineProcess } from '../../workers/engine/engine-process';
import { withFileLock } from '../../workers/engine/file-lock';
import { isAlive } from '../../workers/engine/process-facts';

/** The folder that the jest workers of one run share; global-setup names it, global-teardown removes it. */
export const runFolderVariable = 'AFTERVIEW_TEST_RUN';

export type TestEngine = { readonly address: string; readonly namespace: string; readonly uiUrl: string };

type Recorded = TestEngine & { readonly pid: number };

/**
 * The one real Temporal server of this jest run, with the time machine on and a database that lives as long as the run.
 * The first caller in any jest worker starts it (about a second; minutes where it must be built first, so run
 * `npm start` or the engine tests once); all others get the same one. Global teardown stops it. Tests keep apart by a
 * task queue and workflow ids of their own: a workflow's clock is its own, so they can run side by side.
 *
 * Give the `beforeAll` that calls it a timeout of {@link engineStartTimeoutMs}.
 */
export async function startTestEngine(): Promise<TestEngine> {
  const run = process.env[runFolderVariable];
  if (!run) throw new Error('test/support/global-setup.ts did not run; is it named in jest.config.cjs?');
  return withFileLock(join(run, 'lock'), async () => {
    const recorded = await readRecorded(run);
    if (recorded) return recorded;
    const lines: string[] = [];
    const say = (line: string) => lines.push(line);
    const engine = await startOn(join(run, 'data'), say);
    const started: Recorded = {
      address: engine.address,
      namespace: engine.namespace,
      uiUrl: engine.uiUrl ?? '',
      pid: engine.pid ?? 0,
    };
    await writeFile(join(run, 'engine.json'), JSON.stringify(started));
    return started;
  });
}

/** Long enough for a first build of the server on a slow machine; with the engine in the cache it takes a second. */
export const engineStartTimeoutMs = 15 * 60_000;

function startOn(dataDir: string, say: (line: string) => void): Promise<Engine> {
  return ensureEngine({ dataDir, timeMachine: true, env: engineTestEnvironment(), say });
}

/** The environment without our own settings: a developer's TEMPORAL_ADDRESS must not become the tests' playground. */
export function engineTestEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !/^(TEMPORAL|AFTERVIEW)_/.test(name));
  return Object.fromEntries(entries);
}

async function readRecorded(run: string): Promise<Recorded | undefined> {
  try {
    return JSON.parse(await readFile(join(run, 'engine.json'), 'utf8')) as Recorded;
  } catch {
    return undefined;
  }
}

const runPrefix = 'afterview-test-';

/** For global setup: the folder of this run. Clears away what a run left behind that was ended by Ctrl-C. */
export async function openTestRun(): Promise<string> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(runPrefix)) continue;
    const left = join(tmpdir(), name);
    const owner = Number(await readFile(join(left, 'owner'), 'utf8').catch(() => '0'));
    if (owner > 0 && !isAlive(owner)) await closeTestRun(left);
  }
  const run = await mkdtemp(join(tmpdir(), runPrefix));
  await writeFile(join(run, 'owner'), String(process.pid));
  return run;
}

/** For global teardown: ends the engine, if any test started it, and removes the run's folder. */
export async function closeTestRun(run: string): Promise<void> {
  const recorded = await readRecorded(run);
  if (recorded && isEngineProcess(recorded.pid, join(run, 'data'))) await stopEngineProcess(recorded.pid);
  await rm(run, { recursive: true, force: true });
}
