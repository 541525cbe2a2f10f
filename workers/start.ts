import { resolve } from 'node:path';
import { InvalidSmtpUrl, TimeMachineMailsNobody } from '../activities/mail/smtp-settings';
import { type Engine, ensureEngine } from './engine/engine';
import { EngineFailure } from './engine/failure';
import { isAlive } from './engine/process-facts';
import { startProduct } from './product';
import { RunningParts } from './running-parts';
import { readStartSettings, StartFailure } from './start-settings';

/** All in one on a laptop; in a cluster worker and web are services of their own (docker-compose.yml). */
const roles = ['all', 'worker', 'web'] as const;
type Role = (typeof roles)[number];

/**
 * `npm start`: the engine, then the worker, then the web pages. Ctrl-C (or the end of npm) stops all of it in reverse
 * order; a second Ctrl-C ends it at once. The engine is a process of its own: when this one is killed, the next start
 * finds it and goes on with it.
 */
async function main(): Promise<void> {
  const say = (line: string) => console.log(line);
  const parts = new RunningParts(say);
  const leaving = new AbortController();
  leaveOnSignal(leaving, parts, say);
  try {
    const engine = await startAll(readRole(process.argv[2]), parts, leaving.signal, say);
    await untilLeaving(leaving, engine);
  } catch (error) {
    // Leaving while starting is no failure.
    if (!leaving.signal.aborted) {
      process.exitCode = 1;
      console.error(isExpected(error) ? error.message : error);
    }
  } finally {
    await parts.stopAll();
  }
  // A handle that some library keeps open must not hold up a finished stop.
  process.exit();
}

async function startAll(
  role: Role,
  parts: RunningParts,
  leaving: AbortSignal,
  say: (line: string) => void,
): Promise<Engine> {
  const settings = readStartSettings(process.env);
  const dataDir = resolve(process.env.DATA_DIR || '.data');
  const timeMachine = process.env.AFTERVIEW_TIME_MACHINE === '1';

  const engine = await ensureEngine({ dataDir, timeMachine, env: process.env, say, signal: leaving });
  parts.add({ name: 'the Temporal server', stop: () => engine.stop(), kill: () => engine.kill() });
  if (engine.uiUrl) say(`temporal UI ${engine.uiUrl}`);

  await startProduct({
    role,
    engine,
    dataDir,
    timeMachine,
    env: process.env,
    settings,
    parts,
    say,
    failed: (why) => {
      console.error(why);
      process.exitCode = 1;
      process.kill(process.pid, 'SIGTERM');
    },
  });
  return engine;
}

/** What a person can set right: its sentence is enough. */
function isExpected(error: unknown): error is Error {
  return [EngineFailure, StartFailure, InvalidSmtpUrl, TimeMachineMailsNobody].some((kind) => error instanceof kind);
}

function readRole(text: string | undefined): Role {
  const role = roles.find((known) => known === (text ?? 'all'));
  if (!role) throw new StartFailure(`Unknown role ${text}; it is one of ${roles.join(', ')}.`);
  return role;
}

function leaveOnSignal(leaving: AbortController, parts: RunningParts, say: (line: string) => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (leaving.signal.aborted) {
        parts.killAll();
        process.exit(1);
      }
      say('Stopping; once more to stop at once.');
      leaving.abort();
    });
  }
}

/** Resolves when it is time to stop; notices a server that ended by itself, and the end of the npm that started us. */
function untilLeaving(leaving: AbortController, engine: Engine): Promise<void> {
  const parent = process.ppid;
  const startedByNpm = process.env.npm_lifecycle_event !== undefined;
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      if (engine.pid !== undefined && !isAlive(engine.pid)) {
        process.exitCode = 1;
        console.error(
          'The Temporal server ended by itself, so everything stops. Start again to go on where things were.',
        );
        leaving.abort();
      }
      // After a `kill -9` of npm nobody would ever send us a Ctrl-C.
      if (startedByNpm && process.ppid !== parent) leaving.abort();
    }, 1_000);
    const leave = () => {
      clearInterval(watch);
      resolve();
    };
    if (leaving.signal.aborted) leave();
    else leaving.signal.addEventListener('abort', leave, { once: true });
  });
}

void main();
