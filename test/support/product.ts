import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isEngineProcess, stopEngineProcess } from '../../workers/engine/engine-process';
import { readEngineState } from '../../workers/engine/engine-state';
import { isAlive, killProcess } from '../../workers/engine/process-facts';
import { putEmptyDatabase } from './database';
import { engineTestEnvironment } from './engine';
import { until } from './until';

/** Afterview as a person starts it: `npm start`'s own process, with an engine of its own, reached over HTTP alone. */
export interface Product {
  /** `http://127.0.0.1:…` */
  readonly base: string;
  readonly dataDir: string;
  readonly temporalUi: string;
  readonly startedInMs: number;
  /** All it has printed since it was started. */
  output(): string;
  get<T>(path: string): Promise<Answer<T>>;
  post<T>(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  /** `kill -9` of the process and of its Temporal server, in the same moment. The data folder stays. */
  kill(): Promise<void>;
  /** Ctrl-C, and waits until nothing of it runs. The data folder stays. */
  stop(): Promise<void>;
}

export interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
}

/** A first build of the server is not awaited here; the engine tests bring it. */
const READY_WITHIN_MS = 120_000;

/**
 * Starts the product on a folder with an empty database (a fresh one costs seconds), or goes on with `dataDir`. The time
 * machine is on and mail comes in by webhook, unless `env` says otherwise. It ends by itself if this process is killed.
 */
export async function startProduct(
  wishes: { dataDir?: string; port?: number; env?: Record<string, string> } = {},
): Promise<Product> {
  const dataDir = wishes.dataDir ?? (await newDataFolder());
  const port = wishes.port ?? (await freePort());
  const log = join(dataDir, 'output.log');
  const began = Date.now();
  // Into a file: a pipe would break when this process is killed, and the product could not end in order.
  const file = openSync(log, 'w');
  const child = spawn(process.execPath, [join(__dirname, '..', '..', 'scripts', 'start.mjs')], {
    stdio: ['ignore', file, file],
    env: {
      ...cleanEnvironment(),
      AFTERVIEW_TIME_MACHINE: '1',
      AFTERVIEW_INBOUND: 'webhook',
      // As npm does; with it the product stops when its parent is gone.
      npm_lifecycle_event: 'start',
      ...wishes.env,
      DATA_DIR: dataDir,
      PORT: String(port),
    },
  });
  closeSync(file);
  const output = () => readFileSync(log, 'utf8');
  const ready = () => Promise.resolve(/^ready (\S+)$/m.exec(output())?.[1]);
  const base = await until(ready, (found) => found !== undefined || hasEnded(child), READY_WITHIN_MS);
  if (base === undefined) {
    await end(child, dataDir, 'SIGKILL');
    throw new Error(`npm start did not become ready:\n${output()}`);
  }
  return {
    base,
    dataDir,
    temporalUi: /^temporal UI (\S+)$/m.exec(output())?.[1] ?? '',
    startedInMs: Date.now() - began,
    output,
    get: (path) => ask(base, path, {}),
    post: (path, body, headers = {}) =>
      ask(base, path, {
        method: 'POST',
        headers: { 'content-type': typeof body === 'string' ? 'message/rfc822' : 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    kill: () => end(child, dataDir, 'SIGKILL'),
    stop: () => end(child, dataDir, 'SIGINT'),
  };
}

export async function newDataFolder(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'afterview-product-'));
  await putEmptyDatabase(dataDir);
  return dataDir;
}

/** For afterAll: ends it and removes its data. */
export async function closeProduct(product: Product | undefined): Promise<void> {
  if (!product) return;
  await product.stop();
  await rm(product.dataDir, { recursive: true, force: true });
}

async function ask<T>(base: string, path: string, init: RequestInit): Promise<Answer<T>> {
  const response = await fetch(`${base}${path}`, init);
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as T };
}

/** Without the settings of whoever runs the tests: no test may touch their database, server or mail. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, SMTP_URL: __, HOST: ___, ...env } = engineTestEnvironment();
  return env;
}

async function end(child: ChildProcess, dataDir: string, signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
  const engine = (await readEngineState(dataDir))?.pid;
  const ours = engine !== undefined && isEngineProcess(engine, dataDir) ? engine : undefined;
  if (!hasEnded(child)) {
    const exited = once(child, 'exit');
    child.kill(signal);
    if (signal === 'SIGKILL' && ours) killProcess(ours);
    const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
    await exited;
    clearTimeout(timer);
  }
  if (ours && isAlive(ours)) await stopEngineProcess(ours);
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
