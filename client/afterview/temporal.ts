/** Talks to the workflows: start, signal, update, revive. Temporal's errors become the service's. */
import { setTimeout as pause } from 'node:timers/promises';
import {
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure, type UpdateDefinition } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { findCandidate } from '../../data/candidates';
import { readFacts } from '../../data/facts';
import { type Interview, listInterviews } from '../../data/interviews';
import type { Fact } from '../../policy/facts';
import { fastForwardTo } from '../../workers/engine/time-skipping';
import type { candidate } from '../../workflows/candidate';
import type { Waiting } from '../../workflows/desk';
import type { interview } from '../../workflows/interview';
import {
  type Applied,
  candidateWithdraws,
  feedbackReceived,
  mailReceived,
  mailSorted,
  mailUndone,
  type NewFact,
  offerDeclined,
  refereeReplied,
  tellSiblings,
} from '../../workflows/messages';
import { interviewNeedsPerson, interviewOutcome, interviewStage } from '../../workflows/search-attributes';
import { Refused, Unavailable } from '../service';
import type { AfterviewDeps } from './deps';

/** Longer than a busy worker takes, shorter than a person's patience. */
const PATIENCE_MS = 4_500;
/** A worker's long poll is renewed each minute; one that has not been seen for longer is gone. */
const POLLER_SEEN_MS = 90_000;
const LOOKS_FOR_WORKER = 10;

const SIGNALS = {
  feedback_received: feedbackReceived,
  offer_declined: offerDeclined,
  candidate_withdraws: candidateWithdraws,
  mail_received: mailReceived,
  mail_sorted: mailSorted,
  mail_undone: mailUndone,
  referee_replied: refereeReplied,
} as const;
export type SignalledFact = Extract<NewFact, { type: keyof typeof SIGNALS }>;

/** The interview's workflow has ended, or its history is gone: only a revival reaches it. */
export class Ended extends Error {
  override readonly name = 'Ended';
}

/** Runs a call with a deadline. What the network or a missing worker causes becomes {@link Unavailable}. */
export async function within<T>({ client }: AfterviewDeps, call: () => Promise<T>, ms = PATIENCE_MS): Promise<T> {
  try {
    return await client.connection.withDeadline(Date.now() + ms, call);
  } catch (error) {
    throw serviceError(error);
  }
}

function serviceError(error: unknown): unknown {
  if (error instanceof WorkflowNotFoundError) return new Ended('the workflow has ended');
  if (error instanceof WorkflowUpdateFailedError) {
    const { cause } = error;
    if (cause instanceof ApplicationFailure && cause.type === 'Refused') return new Refused(cause.message);
    // The workflow ended while it held the message.
    return new Ended('the workflow has ended');
  }
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return new Unavailable(NO_WORKER);
  if (isGrpcServiceError(error)) return new Unavailable('Temporal does not answer just now. Please try again.');
  if (error instanceof Error && error.name === 'ServiceError') return serviceError(error.cause) ?? error;
  return error;
}

const NO_WORKER = 'No worker is running just now, so this cannot be done. Please try again in a moment.';

/** @throws Unavailable where nobody would do the work. */
export async function mustHaveWorker(deps: AfterviewDeps): Promise<void> {
  // One that has just started is known to the server a moment later.
  for (let look = 0; look < LOOKS_FOR_WORKER; look += 1) {
    if (await hasWorker(deps)) return;
    await pause(150);
  }
  throw new Unavailable(NO_WORKER);
}

export async function hasWorker(deps: AfterviewDeps): Promise<boolean> {
  const { client, taskQueue } = deps;
  const { pollers } = await within(deps, () =>
    client.workflowService.describeTaskQueue({
      namespace: client.options.namespace,
      taskQueue: { name: taskQueue },
      taskQueueType: temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
    }),
  );
  return (pollers ?? []).some(({ lastAccessTime }) => {
    const seen = Number(lastAccessTime?.seconds ?? 0) * 1_000;
    return seen > Date.now() - POLLER_SEEN_MS;
  });
}

/** How far a candidate's clock is ahead of the machine's; 0 without the time machine. */
export async function clockAhead({ db, timeMachine }: AfterviewDeps, candidateId: string): Promise<number> {
  return timeMachine ? ((await findCandidate(db, candidateId))?.clockAheadMs ?? 0) : 0;
}

/**
 * Starts the workflow of a stored interview: a new one from its intake, a closed one from its stored facts with the
 * message that revives it in its tray. Starting what runs already changes nothing (`false`).
 */
export async function startRun(deps: AfterviewDeps, row: Interview, tray: Waiting[] = []): Promise<boolean> {
  const { client, db, taskQueue } = deps;
  const ahead = await clockAhead(deps, row.candidateId);
  const now = new Date(Date.now() + ahead);
  const stored = await readFacts(db, row.id);
  const facts: Fact[] = stored.length > 0 ? stored : [await intakeFact(deps, row, now.toISOString())];
  try {
    await within(deps, () =>
      client.workflow.start<typeof interview>('interview', {
        taskQueue,
        workflowId: row.workflowId,
        args: [
          {
            interviewId: row.id,
            candidateId: row.candidateId,
            facts,
            stored: stored.length,
            tray,
            ...(ahead > 0 && { notBefore: now.toISOString() }),
          },
        ],
        workflowIdConflictPolicy: 'FAIL',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        staticSummary: `${row.role} · ${row.organisation} · ${row.intake.interview.endsAt.slice(0, 10)}`,
        typedSearchAttributes: [
          { key: interviewStage, value: row.stage },
          { key: interviewOutcome, value: row.outcome },
          { key: interviewNeedsPerson, value: false },
        ],
      }),
    );
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
  if (ahead > 0) await fastForwardTo(client, row.workflowId, now);
  return true;
}

/** G3: the rounds of one process at one organisation. */
export const roundsOf = (interviews: Interview[], processId: string, organisationKey: string): Interview[] =>
  interviews.filter((one) => one.processId === processId && one.organisationKey === organisationKey);

async function intakeFact({ db }: AfterviewDeps, row: Interview, at: string): Promise<Fact> {
  const { intake, candidateId, processId, organisationKey, id } = row;
  const all = processId === null ? [] : await listInterviews(db, { candidateId });
  const rounds = roundsOf(all, processId ?? '', organisationKey).filter((other) => other.id !== id);
  return {
    v: 1,
    at,
    type: 'intake',
    intake,
    ...(rounds.length > 0 && { carriesOver: rounds.map((round) => round.id) }),
  };
}

/** Starts the candidate's workflow, or tells the running one that something changed. */
export async function tellCandidate(
  deps: AfterviewDeps,
  candidateId: string,
  news: { why: string; from: string | null },
): Promise<void> {
  const { client, taskQueue } = deps;
  const workflowId = `candidate-${candidateId}`;
  const ahead = await clockAhead(deps, candidateId);
  await within(deps, () =>
    client.workflow.signalWithStart<typeof candidate, [{ why: string; from: string | null }]>('candidate', {
      taskQueue,
      workflowId,
      args: [{ candidateId }],
      signal: tellSiblings,
      signalArgs: [news],
    }),
  );
  if (ahead > 0) await fastForwardTo(client, workflowId, new Date(Date.now() + ahead));
}

/** Signals a fact; {@link Ended} where the workflow runs no more. */
export async function signalFact(
  deps: AfterviewDeps,
  row: Interview,
  fact: SignalledFact,
  messageKey: string,
): Promise<void> {
  const { type, ...payload } = fact;
  await within(deps, () =>
    deps.client.workflow.getHandle(row.workflowId).signal(SIGNALS[type].name, { ...payload, messageKey }),
  );
}

/** Asks for something and waits until it shows. The same `messageKey` again counts once. */
export async function update<P extends { messageKey?: string }>(
  deps: AfterviewDeps,
  row: Interview,
  definition: UpdateDefinition<Applied, [P]>,
  asked: Omit<P, 'messageKey'>,
  messageKey: string,
): Promise<Applied> {
  await mustHaveWorker(deps);
  return within(deps, () =>
    deps.client.workflow
      .getHandle(row.workflowId)
      .executeUpdate<Applied, [P]>(definition.name, { args: [{ ...asked, messageKey } as P], updateId: messageKey }),
  );
}
