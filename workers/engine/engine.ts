import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  type EngineSettings,
  isEngineProcess,
  isLauncherProcess,
  type RunningProcess,
  startEngineProcess,
  stopEngineProcess,
} from './engine-process';
import { findEngineProgram } from './engine-program';
import { type EngineState, readEngineState, removeEngineState, writeEngineState } from './engine-state';
import { EngineFailure } from './failure';
import { canSkipTime, namespaceAnswers, prepareNamespace } from './namespace';
import { choosePorts, isFree } from './ports';
import { killProcess } from './process-facts';

/** A Temporal server that answers, with a namespace that has our search attributes. */
export type Engine = {
  /** `host:port` of the gRPC frontend. */
  readonly address: string;
  readonly namespace: string;
  /** Address of the Temporal UI; unknown for a server that is not ours. */
  readonly uiUrl?: string;
  /** True when this process is responsible for the server's life, because it started or adopted it. */
  readonly owned: boolean;
  /** The server's process, where it is ours. */
  readonly pid?: number;
  /** Ends an owned server in order and waits for it; does nothing to a server that is not ours. */
  stop(): Promise<void>;
  /** Ends an owned server at once; its database survives that. */
  kill(): void;
};

export type EngineWishes = {
  /** The data folder; the server keeps `temporal.db`, `engine.json` and `engine.log` there. */
  readonly dataDir: string;
  /** Whether clocks of workflows can be moved ahead. Never in production. */
  readonly timeMachine: boolean;
  /**
   * Read from it: `TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`, `AFTERVIEW_ENGINE_PORT`, `AFTERVIEW_ENGINE_UI_PORT`,
   * `TEMPORAL_CODEC_ENDPOINT`, `AFTERVIEW_ENGINE_DOWNLOAD`, `XDG_CACHE_HOME`, `PATH`.
   */
  readonly env: NodeJS.ProcessEnv;
  /** Hears one plain sentence per step. */
  readonly say: (line: string) => void;
  /** Aborting it ends a start that is under way, with nothing left running. */
  readonly signal?: AbortSignal;
};

/**
 * Makes sure that a Temporal server runs and is ready for interviews: the one at `TEMPORAL_ADDRESS`, the one that an
 * earlier start of ours left running on the same data folder, or a new one.
 *
 * @throws EngineFailure with a sentence for the person at the terminal.
 */
export async function ensureEngine(wishes: EngineWishes): Promise<Engine> {
  const namespace = wishes.env.TEMPORAL_NAMESPACE || 'default';
  const address = wishes.env.TEMPORAL_ADDRESS;
  return address ? givenEngine(address, namespace, wishes) : ownEngine(namespace, wishes);
}

async function givenEngine(address: string, namespace: string, { timeMachine, say }: EngineWishes): Promise<Engine> {
  say(`Engine: using the Temporal server at ${address}, as TEMPORAL_ADDRESS says.`);
  if (!(await namespaceAnswers(address, namespace, 10_000))) {
    throw new EngineFailure(
      'address-does-not-answer',
      `TEMPORAL_ADDRESS is ${address}, but no Temporal server with the namespace ${namespace} answers there.`,
      'Start that server or create the namespace, or unset TEMPORAL_ADDRESS to use the embedded server.',
    );
  }
  if (timeMachine && !(await canSkipTime(address, namespace))) {
    throw new EngineFailure(
      'cannot-skip-time',
      `AFTERVIEW_TIME_MACHINE is on, but the Temporal server at ${address} cannot skip time.`,
      'It needs server 1.32 or newer with the dynamic config frontend.WorkflowTimeSkippingEnabled: true. Or unset AFTERVIEW_TIME_MACHINE.',
    );
  }
  await prepareNamespace(address, namespace, false);
  return { address, namespace, owned: false, stop: async () => undefined, kill: () => undefined };
}

async function ownEngine(namespace: string, wishes: EngineWishes): Promise<Engine> {
  const { timeMachine, env, say, signal } = wishes;
  const dataDir = resolve(wishes.dataDir);
  await mkdir(dataDir, { recursive: true });
  const recorded = await readEngineState(dataDir);
  const survivor = recorded && isEngineProcess(recorded.pid, dataDir) ? recorded : undefined;
  if (survivor && isLauncherProcess(survivor.launcherPid)) {
    throw new EngineFailure(
      'already-running',
      `Afterview is already running on ${dataDir} (process ${survivor.launcherPid}, Temporal server at ${survivor.address}).`,
      'Use that one, stop it first (Ctrl-C), or set DATA_DIR to another folder.',
    );
  }

  const program = await findEngineProgram({ env, say, signal });
  const settings: EngineSettings = {
    program,
    dataDir,
    namespace,
    timeMachine,
    codecEndpoint: env.TEMPORAL_CODEC_ENDPOINT || undefined,
  };
  const fingerprint = createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 16);
  const record = (running: RunningProcess) =>
    writeEngineState(dataDir, {
      ...running,
      launcherPid: process.pid,
      startedAt: new Date().toISOString(),
      settings: fingerprint,
    });

  const running =
    (await adopt(survivor, fingerprint, namespace, env, say)) ?? (await start(settings, env, record, say, signal));
  const stop = async () => {
    await stopEngineProcess(running.pid);
    await removeEngineState(dataDir);
  };
  try {
    // An adopted engine is recorded anew: from now on this process answers for it.
    await record(running);
    await prepareNamespace(running.address, namespace, true);
    signal?.throwIfAborted();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    address: running.address,
    namespace,
    uiUrl: running.uiUrl,
    owned: true,
    pid: running.pid,
    stop,
    kill: () => killProcess(running.pid),
  };
}

async function adopt(
  survivor: EngineState | undefined,
  fingerprint: string,
  namespace: string,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<RunningProcess | undefined> {
  if (!survivor) return undefined;
  const asWished = survivor.settings === fingerprint && isOnAskedPorts(survivor, env);
  if (asWished && (await namespaceAnswers(survivor.address, namespace, 5_000))) {
    say(`Engine: the Temporal server of the last start still runs at ${survivor.address}; going on with it.`);
    return { pid: survivor.pid, address: survivor.address, uiUrl: survivor.uiUrl };
  }
  const why = asWished ? 'does not answer' : 'has other settings';
  say(`Engine: the Temporal server of the last start still runs but ${why}; stopping it and starting anew.`);
  await stopEngineProcess(survivor.pid);
  return undefined;
}

async function start(
  settings: EngineSettings,
  env: NodeJS.ProcessEnv,
  record: (running: RunningProcess) => Promise<void>,
  say: (line: string) => void,
  signal: AbortSignal | undefined,
): Promise<RunningProcess> {
  for (let attempt = 1; ; attempt += 1) {
    const ports = await portsFor(env);
    try {
      const running = await startEngineProcess(settings, ports, record, signal);
      say(`Engine: the Temporal server runs at ${running.address}, its data in ${settings.dataDir}.`);
      return running;
    } catch (error) {
      // Between finding a port free and listening on it, somebody else may have taken it.
      const taken = (await isFree(ports.frontend)) ? ports.ui : ports.frontend;
      if (attempt === 3 || signal?.aborted || (await isFree(taken))) throw error;
      say(`Engine: port ${taken} was taken in the same moment; trying the next one.`);
    }
  }
}

function askedPorts(env: NodeJS.ProcessEnv): { frontend?: number; ui?: number } {
  const port = (text: string | undefined) => (text ? { number: Number(text) } : undefined);
  const frontend = port(env.AFTERVIEW_ENGINE_PORT);
  const ui = port(env.AFTERVIEW_ENGINE_UI_PORT);
  return { ...(frontend && { frontend: frontend.number }), ...(ui && { ui: ui.number }) };
}

function isOnAskedPorts(survivor: EngineState, env: NodeJS.ProcessEnv): boolean {
  const asked = askedPorts(env);
  return (
    (asked.frontend === undefined || survivor.address.endsWith(`:${asked.frontend}`)) &&
    (asked.ui === undefined || survivor.uiUrl.endsWith(`:${asked.ui}`))
  );
}

async function portsFor(env: NodeJS.ProcessEnv): Promise<{ frontend: number; ui: number }> {
  const asked = askedPorts(env);
  for (const [variable, port] of [
    ['AFTERVIEW_ENGINE_PORT', asked.frontend],
    ['AFTERVIEW_ENGINE_UI_PORT', asked.ui],
  ] as const) {
    if (port === undefined) continue;
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new EngineFailure('port-taken', `${variable} is not a port number.`, 'Set it to 1 to 65535, or unset it.');
    }
    if (!(await isFree(port))) {
      throw new EngineFailure(
        'port-taken',
        `${variable} asks for port ${port}, but another program listens there.`,
        `Stop that program, choose another port, or unset ${variable} to let a free one be chosen.`,
      );
    }
  }
  return { ...(await choosePorts()), ...asked };
}
