import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { type Engine, type EngineWishes, ensureEngine } from '../../workers/engine/engine';
import { stopEngineProcess } from '../../workers/engine/engine-process';
import { findEngineProgram } from '../../workers/engine/engine-program';
import { isAlive } from '../../workers/engine/process-facts';
import { searchAttributes } from '../../workers/engine/search-attributes';
import { engineStartTimeoutMs, engineTestEnvironment } from '../support/engine';

const env = engineTestEnvironment();

let dataDir: string;
let said: string[];
let started: Engine[];
let launchers: ChildProcess[];

jest.setTimeout(120_000);

const ensure = async (wishes: Partial<EngineWishes> = {}): Promise<Engine> => {
  const engine = await ensureEngine({
    dataDir,
    timeMachine: true,
    env,
    say: (line) => said.push(line),
    ...wishes,
  });
  started.push(engine);
  return engine;
};

beforeAll(async () => {
  // Where it must be built first, that is not what these tests measure.
  await findEngineProgram({ env, say: () => undefined });
}, engineStartTimeoutMs);

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'afterview-data-'));
  said = [];
  started = [];
  launchers = [];
});

afterEach(async () => {
  for (const launcher of launchers) launcher.kill('SIGKILL');
  for (const engine of started) await engine.stop();
  // What a killed launcher left behind, where a test failed before taking it over.
  const left = existsSync(join(dataDir, 'engine.json')) ? record().pid : undefined;
  if (left && left !== process.pid) await stopEngineProcess(left);
  rmSync(dataDir, { recursive: true, force: true });
});

async function launch(): Promise<{ launcher: ChildProcess; enginePid: number; address: string }> {
  const launcher = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'launcher.ts'), dataDir], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  launchers.push(launcher);
  const [line] = (await once(launcher.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  const [, pid, address = ''] = line.toString().trim().split(' ');
  return { launcher, enginePid: Number(pid), address };
}

async function onServer<T>(engine: Engine, use: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: engine.address });
  try {
    return await use(connection);
  } finally {
    await connection.close();
  }
}

const record = () => JSON.parse(readFileSync(join(dataDir, 'engine.json'), 'utf8')) as { pid: number };

describe('the engine', () => {
  test('answers, has our search attributes, keeps closed workflows for 30 days and shows the Temporal UI', async () => {
    const engine = await ensure();
    expect(engine.owned).toBe(true);
    await onServer(engine, async ({ operatorService, workflowService }) => {
      const { customAttributes } = await operatorService.listSearchAttributes({ namespace: engine.namespace });
      expect(Object.keys(customAttributes ?? {})).toEqual(expect.arrayContaining(Object.keys(searchAttributes)));
      const { config } = await workflowService.describeNamespace({ namespace: engine.namespace });
      expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(30 * 24 * 60 * 60);
    });
    expect((await fetch(`${engine.uiUrl}/namespaces/default/workflows`)).status).toBe(200);

    // The same server, as TEMPORAL_ADDRESS would give it: it is used, and stays when we stop.
    const given = await ensure({ env: { ...env, TEMPORAL_ADDRESS: engine.address } });
    expect(given).toMatchObject({ address: engine.address, owned: false });
    await given.stop();
    expect(isAlive(engine.pid ?? 0)).toBe(true);
  });

  test('knows its workflows after a kill -9, and stops without leaving a process', async () => {
    const first = await ensure();
    await onServer(first, ({ workflowService }) =>
      workflowService.startWorkflowExecution({
        namespace: first.namespace,
        workflowId: 'outlives-the-server',
        requestId: 'once',
        workflowType: { name: 'any' },
        taskQueue: { name: 'any' },
      }),
    );
    process.kill(first.pid ?? 0, 'SIGKILL');
    // Its process id now belongs to a stranger, for all that the record tells.
    writeFileSync(join(dataDir, 'engine.json'), JSON.stringify({ ...record(), pid: process.pid }));

    const second = await ensure();
    expect(second.pid).not.toBe(process.pid);
    await onServer(second, async ({ workflowService }) => {
      const found = await workflowService.describeWorkflowExecution({
        namespace: second.namespace,
        execution: { workflowId: 'outlives-the-server' },
      });
      expect(found.workflowExecutionInfo?.type?.name).toBe('any');
    });
    // Its task queues serve at once too: it does not look for the dead one first.
    await onServer(second, (connection) =>
      connection.withDeadline(Date.now() + 10_000, () =>
        connection.workflowService.describeTaskQueue({
          namespace: second.namespace,
          taskQueue: { name: 'any' },
          taskQueueType: temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
        }),
      ),
    );
    await second.stop();
    expect(isAlive(second.pid ?? 0)).toBe(false);
  });

  test('of a running Afterview is left alone; after a kill -9 of that, the next start goes on with it', async () => {
    const { launcher, enginePid, address } = await launch();
    await expect(ensure()).rejects.toMatchObject({
      code: 'already-running',
      message: expect.stringContaining(`process ${launcher.pid}`),
    });

    launcher.kill('SIGKILL');
    await once(launcher, 'exit');
    const engine = await ensure();
    expect(engine).toMatchObject({ pid: enginePid, address, owned: true });
    await engine.stop();
    expect(isAlive(enginePid)).toBe(false);
  });

  test('left over with other settings is stopped, and a new one started', async () => {
    const { launcher, enginePid } = await launch();
    launcher.kill('SIGKILL');
    await once(launcher, 'exit');
    const engine = await ensure({ timeMachine: false });
    expect(said.join('\n')).toContain('has other settings; stopping it and starting anew');
    expect(isAlive(enginePid)).toBe(false);

    // This one cannot skip time, so a start with the time machine must not take it.
    await expect(ensure({ env: { ...env, TEMPORAL_ADDRESS: engine.address } })).rejects.toMatchObject({
      code: 'cannot-skip-time',
    });
  });

  test('ends with its launcher at Ctrl-C', async () => {
    const { launcher, enginePid } = await launch();
    launcher.kill('SIGINT');
    await once(launcher, 'exit');
    expect(isAlive(enginePid)).toBe(false);
  });

  test('whose start is given up leaves nothing running', async () => {
    const leaving = new AbortController();
    const starting = ensure({ signal: leaving.signal });
    // Its record goes with it, so the pid is noted while it is there.
    let pid: number | undefined;
    const spawned = setInterval(() => {
      if (!existsSync(join(dataDir, 'engine.json'))) return;
      pid = record().pid;
      leaving.abort();
    }, 20);
    await expect(starting).rejects.toThrow('aborted');
    clearInterval(spawned);
    expect(pid).toBeGreaterThan(0);
    expect(isAlive(pid ?? 0)).toBe(false);
  });

  test('is not moved to another port than the one that was asked for', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const port = String((squatter.address() as { port: number }).port);
    await expect(ensure({ env: { ...env, AFTERVIEW_ENGINE_PORT: port } })).rejects.toMatchObject({
      code: 'port-taken',
      message: expect.stringContaining(`asks for port ${port}, but another program listens there`),
    });
    squatter.close();
  });

  test('given by TEMPORAL_ADDRESS where nobody answers is an error within seconds', async () => {
    await expect(ensure({ env: { ...env, TEMPORAL_ADDRESS: '127.0.0.1:1' } })).rejects.toMatchObject({
      code: 'address-does-not-answer',
    });
  });
});
