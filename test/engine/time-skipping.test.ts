import { randomUUID } from 'node:crypto';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { ClockStandsStill, fastForward, fastForwardTo, virtualNow } from '../../workers/engine/time-skipping';
import { engineStartTimeoutMs, startTestEngine } from '../support/engine';
import { poke, retries, waits, wokenAt } from './time-skipping.workflows';

const daySeconds = 24 * 60 * 60;
const taskQueue = `time-skipping-${randomUUID()}`;

let connection: Connection;
let client: Client;
let native: NativeConnection;
let worker: Worker;
let running: Promise<void>;
let standingStill: Promise<unknown>;

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  const { address } = await startTestEngine();
  connection = await Connection.connect({ address });
  native = await NativeConnection.connect({ address });
  client = new Client({ connection });
  // It takes 40 seconds to be sure that a clock stands still, so this one begins before the others.
  const ignored = await client.workflow.start(waits, {
    taskQueue: 'nobody-listens-here',
    workflowId: `nobody-${randomUUID()}`,
    args: [[1]],
  });
  standingStill = fastForward(client, ignored.workflowId, daySeconds).finally(() => ignored.terminate());
  standingStill.catch(() => undefined); // looked at by its test
  let attempts = 0;
  worker = await Worker.create({
    connection: native,
    taskQueue,
    workflowsPath: require.resolve('./time-skipping.workflows'),
    activities: {
      async step() {},
      async flakyStep() {
        attempts += 1;
        if (attempts < 5) throw new Error('not yet');
      },
    },
  });
  running = worker.run();
}, engineStartTimeoutMs);

afterAll(async () => {
  worker?.shutdown();
  await running;
  await native?.close();
  await connection?.close();
});

const start = (days: number[]): Promise<WorkflowHandle<typeof waits>> =>
  client.workflow.start(waits, { taskQueue, workflowId: `waits-${randomUUID()}`, args: [days] });

const daysSince = (since: Date, instant: Date) => (instant.getTime() - since.getTime()) / 1000 / daySeconds;

describe('the clock of a workflow', () => {
  test('moves ahead timer by timer, and every step on the way is done at its own time', async () => {
    const began = new Date();
    const handle = await start([1, 2, 10]);
    expect(await fastForward(client, handle.workflowId, 4 * daySeconds)).toBe('completed');

    const woken = (await handle.query(wokenAt)).map((instant) => daysSince(began, new Date(instant)));
    expect(woken).toHaveLength(3);
    expect(woken[1]).toBeCloseTo(1, 2);
    expect(woken[2]).toBeCloseTo(3, 2);
    expect(daysSince(began, await virtualNow(client, handle.workflowId))).toBeCloseTo(4, 2);
    await handle.terminate();
  });

  test('goes on at its usual pace afterwards: the next timer is not skipped, not even after a signal', async () => {
    const handle = await start([1, 3, 3]);
    await fastForward(client, handle.workflowId, 2 * daySeconds);
    await handle.signal(poke);
    const before = await virtualNow(client, handle.workflowId);
    // The step after the signal is real work; when it is done, the three days that follow have to be waited for.
    while ((await handle.query(wokenAt)).length < 3) await virtualNow(client, handle.workflowId);
    expect(daysSince(before, await virtualNow(client, handle.workflowId))).toBeLessThan(0.01);
    await handle.terminate();
  });

  test('is its own: another workflow does not move', async () => {
    const moved = await start([5]);
    const other = await start([5]);
    await fastForward(client, moved.workflowId, 2 * daySeconds);
    expect(Math.abs((await virtualNow(client, other.workflowId)).getTime() - Date.now())).toBeLessThan(5_000);
    await moved.terminate();
    await other.terminate();
  });

  test('gets to the later instant when two callers move it at the same time', async () => {
    const began = new Date();
    const handle = await start([1, 1, 1, 1, 30]);
    await Promise.all([
      fastForwardTo(client, handle.workflowId, new Date(began.getTime() + 3 * daySeconds * 1000)),
      fastForwardTo(client, handle.workflowId, new Date(began.getTime() + 6 * daySeconds * 1000)),
    ]);
    const days = daysSince(began, await virtualNow(client, handle.workflowId));
    expect(days).toBeGreaterThanOrEqual(6);
    expect(days).toBeLessThan(6.01);
    await handle.terminate();
  });

  test('stops where the workflow ends, and a workflow that has ended does not move', async () => {
    const handle = await start([1, 1]);
    expect(await fastForward(client, handle.workflowId, 30 * daySeconds)).toBe('ended');
    expect(await handle.result()).toHaveLength(3);
    expect(await fastForward(client, handle.workflowId, daySeconds)).toBe('ended');
  });

  test('may take more than the 200 hops that the server allows by default', async () => {
    const handle = await start([5]);
    await fastForward(client, handle.workflowId, daySeconds);
    const { raw } = await handle.describe();
    const { effectiveConfig } = raw.workflowExtendedInfo?.timeSkippingInfo ?? {};
    expect(effectiveConfig?.maxSessionSkipCount).toBeGreaterThan(100_000);
    await handle.terminate();
  });

  test('passes over the pauses between attempts of a step', async () => {
    const began = new Date();
    const handle = await client.workflow.start(retries, { taskQueue, workflowId: `retries-${randomUUID()}` });
    await fastForward(client, handle.workflowId, daySeconds);
    expect(daysSince(began, new Date(await handle.result())) * 24).toBeCloseTo(4, 0);
  });

  test('can be ahead from the start: a start delay that is skipped', async () => {
    const ahead = new Date(Date.now() + 100 * daySeconds * 1000);
    const handle = await client.workflow.start(waits, {
      taskQueue,
      workflowId: `ahead-${randomUUID()}`,
      args: [[5]],
      startDelay: ahead.getTime() - Date.now(),
    });
    await fastForwardTo(client, handle.workflowId, ahead);
    const [first = ''] = await handle.query(wokenAt);
    expect(Math.abs(new Date(first).getTime() - ahead.getTime())).toBeLessThan(5_000);
    await handle.terminate();
  });

  test('is said to stand still when nobody works on the workflow', async () => {
    await expect(standingStill).rejects.toThrow(ClockStandsStill);
  }, 90_000);

  test('of a workflow that does not exist is an error, not an ending', async () => {
    await expect(fastForward(client, `none-${randomUUID()}`, 1)).rejects.toThrow('not found');
  });
});
