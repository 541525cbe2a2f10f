/**
 * Mail read in threads of their own, with a limit on time and memory: a slow or hostile mail costs its thread, never the
 * web process.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReadingAnswer, ReadingJob } from './reading-thread';
import type { ParsedMail } from './types';

export interface MailReaderOptions {
  /** Threads; 2 unless told. */
  threads?: number;
  /** Milliseconds of reading after which a mail is given up; 1,000 unless told. Waiting for a thread does not count. */
  timeLimit?: number;
  /** Megabytes of heap a thread may use; 256 unless told. */
  memoryLimit?: number;
  /** A function `(mail, context) => plain data` to be applied in the thread, by the absolute path of its module. */
  after?: { module: string; name: string };
}

export type ReadOutcome =
  | { state: 'read'; mail: ParsedMail; result: unknown }
  /** To be shown to a person; `reason` is a sentence. The mail is at fault, so trying again is no use. */
  | { state: 'quarantined'; reason: string };

export interface MailReader {
  /** Throws `ReaderUnavailable` where no thread can be had: not the mail's fault, to be tried again. */
  read(raw: Uint8Array, context?: unknown): Promise<ReadOutcome>;
  close(): Promise<void>;
}

/** No thread could be started, or the reader was closed. */
export class ReaderUnavailable extends Error {
  override readonly name = 'ReaderUnavailable';
}

interface Waiting {
  raw: Uint8Array;
  context: unknown;
  resolve(outcome: ReadOutcome): void;
  reject(error: Error): void;
}

interface Thread {
  worker: Worker;
  job: (Waiting & { id: number; timer: NodeJS.Timeout }) | null;
  ready: boolean;
}

const MOST_FAILED_STARTS = 3;
const MOST_MILLISECONDS_TO_START = 60_000;

/** Threads start with the first mail and stay. Idle ones do not keep the process alive. */
export function createMailReader(options: MailReaderOptions = {}): MailReader {
  const most = options.threads ?? 2;
  const timeLimit = options.timeLimit ?? 1_000;
  const queue: Waiting[] = [];
  const threads = new Set<Thread>();
  let nextId = 1;
  let failedStarts = 0;
  let closed = false;

  function start(): void {
    const worker = startWorker(options);
    const thread: Thread = { worker, job: null, ready: false };
    threads.add(thread);
    const starting = setTimeout(() => lost(thread, 'it did not start in time'), MOST_MILLISECONDS_TO_START);
    worker.on('message', (answer: ReadingAnswer) => {
      if (answer.type === 'ready') {
        clearTimeout(starting);
        thread.ready = true;
        failedStarts = 0;
        worker.unref();
        dispatch();
        return;
      }
      const { job } = thread;
      if (!job || job.id !== answer.id) return;
      finish(thread);
      if (answer.type === 'read') job.resolve({ state: 'read', mail: answer.mail, result: answer.result });
      else job.resolve({ state: 'quarantined', reason: `It could not be read: ${answer.reason}` });
      dispatch();
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(starting);
      lost(
        thread,
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'Reading it took too much memory.' : String(error.message),
      );
    });
    worker.on('exit', () => {
      clearTimeout(starting);
      lost(thread, 'its thread ended');
    });
  }

  function finish(thread: Thread): void {
    if (thread.job) clearTimeout(thread.job.timer);
    thread.job = null;
    thread.worker.unref();
  }

  /** A thread is gone: its mail is set aside; a start that failed is nobody's mail's fault. */
  function lost(thread: Thread, reason: string): void {
    if (!threads.delete(thread)) return;
    const { job } = thread;
    finish(thread);
    void thread.worker.terminate();
    if (job) job.resolve({ state: 'quarantined', reason });
    else if (!thread.ready) {
      failedStarts += 1;
      if (failedStarts >= MOST_FAILED_STARTS) {
        failedStarts = 0;
        for (const waiting of queue.splice(0))
          waiting.reject(new ReaderUnavailable(`no reading thread starts: ${reason}`));
      }
    }
    dispatch();
  }

  function dispatch(): void {
    if (closed) return;
    for (const thread of threads) {
      if (!thread.ready || thread.job) continue;
      const waiting = queue.shift();
      if (!waiting) return;
      const id = nextId++;
      const timer = setTimeout(() => lost(thread, `Reading it took longer than ${timeLimit / 1000} s.`), timeLimit);
      thread.job = { ...waiting, id, timer };
      thread.worker.ref();
      thread.worker.postMessage({ id, raw: waiting.raw, context: waiting.context } satisfies ReadingJob);
    }
    const starting = [...threads].filter((thread) => !thread.ready).length;
    for (let more = Math.min(queue.length - starting, most - threads.size); more > 0; more--) start();
  }

  return {
    read(raw, context) {
      if (closed) return Promise.reject(new ReaderUnavailable('the mail reader is closed'));
      return new Promise((resolve, reject) => {
        queue.push({ raw, context, resolve, reject });
        dispatch();
      });
    },
    async close() {
      closed = true;
      for (const waiting of queue.splice(0)) waiting.reject(new ReaderUnavailable('the mail reader is closed'));
      const ending = [...threads].map((thread) => {
        const { job } = thread;
        threads.delete(thread);
        finish(thread);
        job?.reject(new ReaderUnavailable('the mail reader is closed'));
        return thread.worker.terminate();
      });
      await Promise.all(ending);
    },
  };
}

/** Sources run under tsx; the thread has to load it by itself, as it inherits no loader from a test runner. */
function startWorker({ after, memoryLimit = 256 }: MailReaderOptions): Worker {
  const bootstrap =
    'const { loader, entry } = require("node:worker_threads").workerData; if (loader) require(loader); require(entry);';
  return new Worker(bootstrap, {
    eval: true,
    execArgv: [],
    stderr: false,
    workerData: {
      loader: __filename.endsWith('.ts') ? require.resolve('tsx/cjs') : null,
      entry: join(__dirname, `reading-thread${__filename.endsWith('.ts') ? '.ts' : '.js'}`),
      after: after ?? null,
    },
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit, stackSizeMb: 4 },
  });
}
