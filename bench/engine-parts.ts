/** A real Temporal server of this run, and what ours and the twin have in common on it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, type Worker } from '@temporalio/worker';
import { closeTestRun, openTestRun, runFolderVariable, startTestEngine } from '../test/support/engine';

export interface EngineParts {
  client: Client;
  native: NativeConnection;
  namespace: string;
  address: string;
  /** The server's process. */
  pid: number;
  close(): Promise<void>;
}

export async function openEngine(): Promise<EngineParts> {
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  const run = await openTestRun();
  process.env[runFolderVariable] = run;
  const { address, namespace } = await startTestEngine();
  const { pid } = JSON.parse(await readFile(join(run, 'engine.json'), 'utf8')) as { pid: number };
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  return {
    ...{ client: new Client({ connection, namespace }), native, namespace, address, pid },
    async close() {
      await native.close();
      await connection.close();
      await closeTestRun(run);
    },
  };
}

export const twinBundle = () =>
  bundleWorkflowCode({ workflowsPath: join(__dirname, 'twin.workflows.ts'), logger: new DefaultLogger('WARN') });

/** Runs a worker; call what it answers to end it. */
export function running(worker: Worker): () => Promise<void> {
  const done = worker.run();
  return async () => {
    worker.shutdown();
    await done;
  };
}
