import { randomUUID } from 'node:crypto';
import { type Client, isGrpcServiceError } from '@temporalio/client';
import { msToTs, optionalTsToDate } from '@temporalio/common/lib/time';
import { temporal } from '@temporalio/proto';

const { FastForwardPollingResult, WorkflowExecutionStatus } = temporal.api.enums.v1;

const grpcNotFound = 5;

/** No limit of its own: the server's 200 skips are fewer than half a year of an interview may take. */
const maxSkips = 2 ** 31 - 1;

/** A poll lasts 20 s on the server; after this many in which the clock did not hop, a step must be stuck. */
const idlePolls = 2;

/** Whether the clock got there, or the workflow ended on the way (or before). */
export type FastForwardOutcome = 'completed' | 'ended';

/** The clock of a workflow does not move, because a step of it does not finish. */
export class ClockStandsStill extends Error {
  override readonly name = 'ClockStandsStill';

  constructor(workflowId: string) {
    super(
      `The clock of ${workflowId} stands still: a workflow task, an activity or a child workflow of it does not finish. ` +
        'Is the worker running?',
    );
  }
}

/**
 * Moves the clock of one workflow (and of its continue-as-new runs) ahead by `seconds`, timer by timer, running
 * whatever is due on the way, and resolves when it is there. After that the clock goes on at its usual pace and no timer
 * is skipped. Pauses between attempts of an activity are skipped too. Needs an engine with the time machine on.
 *
 * Other workflows keep their own clocks. A workflow with an open child never moves: there must be none.
 *
 * @throws ClockStandsStill when a step does not finish, after 40 s.
 */
export async function fastForward(client: Client, workflowId: string, seconds: number): Promise<FastForwardOutcome> {
  const now = await virtualNow(client, workflowId);
  return fastForwardTo(client, workflowId, new Date(now.getTime() + seconds * 1000));
}

/**
 * Moves the clock of one workflow to `instant`; does nothing when it is there already, so it can be asked for again after
 * a crash. Callers in one process wait for each other; two processes must not move one clock at the same time.
 *
 * @throws ClockStandsStill when a step does not finish, after 40 s.
 */
export async function fastForwardTo(client: Client, workflowId: string, instant: Date): Promise<FastForwardOutcome> {
  const before = moves.get(workflowId) ?? Promise.resolve();
  const move = before.then(
    () => moveTo(client, workflowId, instant),
    () => moveTo(client, workflowId, instant),
  );
  moves.set(workflowId, move);
  try {
    return await move;
  } finally {
    if (moves.get(workflowId) === move) moves.delete(workflowId);
  }
}

/** The server only knows "ahead by", so two moves at once would add up: the last one under way for each workflow. */
const moves = new Map<string, Promise<unknown>>();

async function moveTo(client: Client, workflowId: string, instant: Date): Promise<FastForwardOutcome> {
  for (;;) {
    const clock = await readClock(client, workflowId);
    if (!clock.running) return 'ended';
    const ahead = instant.getTime() - clock.now.getTime();
    if (ahead <= 0) return 'completed';
    const id = randomUUID();
    if ((await ask(client, workflowId, id, ahead)) === 'ended') return 'ended';
    if ((await untilThere(client, workflowId, id, clock.now)) === 'completed') return 'completed';
    // It ended, or another process has taken over the clock: look where it stands, and go on from there.
  }
}

/** What time it is for a workflow: its own clock, which runs ahead of the machine's by all that it skipped. */
export async function virtualNow(client: Client, workflowId: string): Promise<Date> {
  return (await readClock(client, workflowId)).now;
}

async function readClock(client: Client, workflowId: string): Promise<{ now: Date; running: boolean }> {
  const described = await client.workflow.getHandle(workflowId).describe();
  const { workflowExecutionInfo, workflowExtendedInfo } = described.raw;
  return {
    // Absent until the first skip.
    now: optionalTsToDate(workflowExtendedInfo?.timeSkippingInfo?.currentTime) ?? new Date(),
    running: workflowExecutionInfo?.status === WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING,
  };
}

async function ask(client: Client, workflowId: string, id: string, ms: number): Promise<'asked' | 'ended'> {
  try {
    await client.workflowService.updateWorkflowExecutionOptions({
      namespace: client.options.namespace,
      workflowExecution: { workflowId },
      workflowExecutionOptions: {
        timeSkippingConfig: {
          enabled: true,
          fastForwardConfig: { id, duration: msToTs(ms) },
          maxSessionSkipCount: maxSkips,
          // A child would inherit "enabled" without the target, and race through its whole life at once.
          disablePropagation: true,
        },
      },
      updateMask: { paths: ['time_skipping_config'] },
    });
    return 'asked';
  } catch (error) {
    // It was there a moment ago, so "not found" means that it has ended since.
    if (isGrpcServiceError(error) && error.code === grpcNotFound) return 'ended';
    throw error;
  }
}

async function untilThere(
  client: Client,
  workflowId: string,
  id: string,
  since: Date,
): Promise<'completed' | 'look again'> {
  let skipped = since.getTime() - Date.now();
  for (let idle = 0; ; ) {
    const { fastForwardPollingResult: result } = await client.workflowService.pollWorkflowExecutionTimeSkipping({
      namespace: client.options.namespace,
      workflowExecution: { workflowId },
      fastForwardId: id,
    });
    if (result === FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED) return 'completed';
    if (result !== FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_POLL_TIMEOUT) return 'look again';
    // By how much the clock is ahead of ours; a second's noise is no hop.
    const ahead = (await virtualNow(client, workflowId)).getTime() - Date.now();
    idle = ahead > skipped + 1_000 ? 0 : idle + 1;
    if (idle >= idlePolls) throw new ClockStandsStill(workflowId);
    skipped = Math.max(skipped, ahead);
  }
}
