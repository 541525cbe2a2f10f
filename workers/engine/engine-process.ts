import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { EngineFailure } from './failure';
import { namespaceAnswers, pageAnswers } from './namespace';
import { commandLine, endProcess, isAlive } from './process-facts';

/** Everything that shapes an engine but its ports; two starts with the same settings can share one engine. */
export type EngineSettings = {
  readonly program: string;
  readonly dataDir: string;
  readonly namespace: string;
  readonly timeMachine: boolean;
  readonly codecEndpoint: string | undefined;
};

export type RunningProcess = { readonly pid: number; readonly address: string; readonly uiUrl: string };

/** How long a cold start on a busy machine may take. */
const startsWithinMs = 60_000;

/** How long an engine may take to close its database. */
const stopsWithinMs = 12_000;

/** The database that holds everything Temporal knows. */
const databaseOf = (dataDir: string) => join(dataDir, 'temporal.db');

/** Where the engine's own messages go. */
const logOf = (dataDir: string) => join(dataDir, 'engine.log');

/** Server settings under which half a year passes in seconds. For tests and demonstrations only. */
const timeMachineConfig = {
  'frontend.WorkflowTimeSkippingEnabled': true,
  // How far ahead the timer queue looks; it bounds a hop, which takes a second by default.
  'history.timerProcessorMaxTimeShift': '5ms',
  // Each queue is read 20 times a second by default, and a hop takes several reads.
  'history.timerProcessorMaxPollRPS': 2_000,
  'history.transferProcessorMaxPollRPS': 2_000,
  'history.visibilityProcessorMaxPollRPS': 2_000,
};

/** The argument list; the Temporal CLI and `devserver/` take the same. */
function engineArguments(settings: EngineSettings, ports: { frontend: number; ui: number }): string[] {
  const dynamicConfig = settings.timeMachine ? timeMachineConfig : {};
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1'],
    ...['--port', String(ports.frontend), '--ui-port', String(ports.ui)],
    ...['--db-filename', databaseOf(settings.dataDir), '--namespace', settings.namespace, '--log-level', 'warn'],
    ...(settings.codecEndpoint ? ['--ui-codec-endpoint', settings.codecEndpoint] : []),
    ...Object.entries(dynamicConfig).flatMap(([key, value]) => [
      '--dynamic-config-value',
      `${key}=${JSON.stringify(value)}`,
    ]),
  ];
}

/**
 * Starts the engine apart from this process, so that a terminal's Ctrl-C does not reach it before the worker has
 * stopped, and waits until its namespace and the Temporal UI answer. `onSpawned` hears of the process before it is ready.
 *
 * @throws EngineFailure `did-not-start`, with the engine's own last words.
 */
export async function startEngineProcess(
  settings: EngineSettings,
  ports: { frontend: number; ui: number },
  onSpawned: (process: RunningProcess) => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<RunningProcess> {
  signal?.throwIfAborted();
  mkdirSync(settings.dataDir, { recursive: true });
  const log = openSync(logOf(settings.dataDir), 'w');
  const child = spawn(settings.program, engineArguments(settings, ports), {
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', (code, signal) => {
    ended = `it ended with ${signal ?? `code ${code}`}`;
  });
  const running = {
    pid: child.pid ?? 0,
    address: `127.0.0.1:${ports.frontend}`,
    uiUrl: `http://127.0.0.1:${ports.ui}`,
  };
  if (child.pid) await onSpawned(running);

  const isHopeless = () => ended !== undefined || signal?.aborted === true;
  // The Temporal UI opens after the server's own ports.
  const answers =
    (await namespaceAnswers(running.address, settings.namespace, startsWithinMs, isHopeless)) &&
    (await pageAnswers(running.uiUrl, startsWithinMs, isHopeless));
  if (answers && !ended) return running;
  if (child.pid && !ended) await stopEngineProcess(child.pid);
  signal?.throwIfAborted();
  throw new EngineFailure(
    'did-not-start',
    `The Temporal server did not start: ${ended ?? `no answer within ${startsWithinMs / 1000} s`}. ${lastWords(settings.dataDir)}`,
    `All of its messages are in ${logOf(settings.dataDir)}.`,
  );
}

/** Ends an engine in order: it closes its database first. */
export async function stopEngineProcess(pid: number): Promise<void> {
  await endProcess(pid, stopsWithinMs);
}

/** True when the recorded process is still that engine, and not a stranger that was given the same process id. */
export function isEngineProcess(pid: number, dataDir: string): boolean {
  return isAlive(pid) && commandLine(pid)?.includes(databaseOf(dataDir)) === true;
}

/** True when the recorded launcher still runs: a Node process other than this one. */
export function isLauncherProcess(pid: number): boolean {
  if (pid === process.pid || !isAlive(pid)) return false;
  const program = commandLine(pid)?.split(' ')[0] ?? '';
  return basename(program).startsWith('node');
}

function lastWords(dataDir: string): string {
  try {
    const lines = readFileSync(logOf(dataDir), 'utf8').trim().split('\n');
    return `Its last message: ${(lines.at(-1) ?? '').slice(0, 300)}.`;
  } catch {
    return '';
  }
}
