/**
 * Whole lives of interviews on a real Temporal server with time skipping: ours (rules, ledger, database, letters) against
 * a twin that has as many timers, activities and signals, with activities that do nothing. The mail server is left out on
 * both sides; `send` measures it.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporal } from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import type { MailTransport } from '../activities/mail/transport';
import { parseIntake } from '../client/intake/schema';
import { upsertCandidate } from '../data/candidates';
import { openDatabase } from '../data/database';
import { insertInterview } from '../data/interviews';
import { freshIntake } from '../test/support/intakes';
import { assemble } from '../workers/assembly';
import { fastForward } from '../workers/engine/time-skipping';
import { createWorker } from '../workers/worker';
import { feedbackReceived } from '../workflows/messages';
import { type EngineParts, openEngine, running, twinBundle } from './engine-parts';
import { compare, type Figure } from './measure';
import { type Beat, nudge } from './twin.workflows';

const LIVES_A_TURN = 2;
const DAY_S = 86_400;
/** They say no on the sixth day; after that the feedback is asked for and the interview ends. */
const ANSWER_AFTER_DAYS = 6;
const REST_DAYS = 40;
const { EventType } = temporal.api.enums.v1;

export async function lifecycleFigures(): Promise<Figure[]> {
  const engine = await openEngine();
  const dataDir = await mkdtemp(join(tmpdir(), 'afterview-bench-'));
  const db = await openDatabase({ dataDir });
  const { client, native, namespace } = engine;
  const [ourQueue, twinQueue] = [`ours-${randomUUID()}`, `twin-${randomUUID()}`];
  const transport: MailTransport = {
    longestMs: 1_000,
    deliver: async () => ({ outcome: 'accepted', answer: '250 ok', refused: [] }),
    close: async () => undefined,
  };
  const parts = await assemble({
    ...{ db, client, taskQueue: ourQueue, transport, timeMachine: true, inbound: 'webhook' },
    ...{ inboundDomain: 'in.afterview.test' },
  });
  const ours = await createWorker({ connection: native, namespace, taskQueue: ourQueue, activities: parts.activities });
  const bare = await Worker.create({
    ...{ connection: native, namespace, taskQueue: twinQueue, workflowBundle: await twinBundle() },
    activities: { nothing: async () => undefined },
    maxCachedWorkflows: 400,
  });
  const stops = [running(ours), running(bare)];
  try {
    const storeOne = async () => {
      const intake = parseIntake(freshIntake(shortLife));
      const { id: candidateId } = await upsertCandidate(db, intake.candidate);
      const { interview } = await insertInterview(db, { candidateId, intake });
      const fact = { v: 1, at: new Date().toISOString(), type: 'intake', intake };
      return { interviewId: interview.id, candidateId, facts: [fact] };
    };
    const liveOurs = async () => {
      const workflowId = `bench-${randomUUID()}`;
      const input = await storeOne();
      const handle = await client.workflow.start('interview', { taskQueue: ourQueue, workflowId, args: [input] });
      await fastForward(client, workflowId, ANSWER_AFTER_DAYS * DAY_S);
      await handle.signal(feedbackReceived, { outcome: 'rejected', contactId: 'oneill' });
      await fastForward(client, workflowId, REST_DAYS * DAY_S);
      await handle.result();
      return workflowId;
    };
    const beats = beatsOf(await historyOf(engine, await liveOurs()));
    const liveTwin = async () => {
      const workflowId = `bench-${randomUUID()}`;
      const handle = await client.workflow.start('twin', { taskQueue: twinQueue, workflowId, args: [beats] });
      await fastForward(client, workflowId, ANSWER_AFTER_DAYS * DAY_S);
      await handle.signal(nudge);
      await fastForward(client, workflowId, REST_DAYS * DAY_S);
      await handle.result();
      return workflowId;
    };
    const several = (one: () => Promise<string>) => async () => {
      await Promise.all(Array.from({ length: LIVES_A_TURN }, one));
      return LIVES_A_TURN;
    };
    const events = {
      ours: (await historyOf(engine, await liveOurs())).length,
      twin: (await historyOf(engine, await liveTwin())).length,
    };
    const count = (wanted: (beat: Beat) => boolean) => beats.filter(wanted).length;
    const activities = count((beat) => beat === 'activity');
    const twinIs = `${activities} no-op activities, ${count((b) => typeof b === 'object' && 'timer' in b)} timers, 1 signal`;
    return [
      await compare({
        ...{
          id: 'lifecycle.rate',
          name: 'an interview from intake to its end',
          unit: 'lives/s',
          kind: 'rate',
          goal: 0.9,
        },
        ...{ twinIs, twin: several(liveTwin), ours: several(liveOurs), turns: 1, warmUps: 1, pids: [engine.pid] },
      }),
      {
        ...{ id: 'lifecycle.events', name: 'events in its history', unit: 'events', kind: 'cost', goal: 1.1 },
        ...{ ...events, twinIs, ratio: events.ours / events.twin, rounds: [], twinMoved: null },
      },
    ];
  } finally {
    for (const stop of stops) await stop();
    await parts.close();
    await db.close();
    await engine.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Neither a return after months nor a letter to a senior person: it is over some days after the no. */
function shortLife(intake: ReturnType<typeof freshIntake>): void {
  intake.interest = { ...intake.interest, reallyInterested: false, keenOnOrganisation: false };
}

type History = temporal.api.history.v1.IHistoryEvent[];

async function historyOf({ client }: EngineParts, workflowId: string): Promise<History> {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  return events ?? [];
}

/** What the twin has to go through: what was waited for, in order. Local activities and search attributes are our own doing. */
function beatsOf(events: History): Beat[] {
  const started = new Map<string, number>();
  return events.flatMap((event): Beat[] => {
    const timer = event.timerStartedEventAttributes;
    if (timer) started.set(String(event.eventId), Number(timer.startToFireTimeout?.seconds ?? 0) * 1_000);
    const lasted = (id: unknown) => Math.max(started.get(String(id)) ?? 0, 1_000);
    switch (event.eventType) {
      case EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED:
        return ['activity'];
      case EventType.EVENT_TYPE_TIMER_FIRED:
        return [{ timer: lasted(event.timerFiredEventAttributes?.startedEventId) }];
      case EventType.EVENT_TYPE_TIMER_CANCELED:
        return [{ signalWithin: lasted(event.timerCanceledEventAttributes?.startedEventId) }];
      default:
        return [];
    }
  });
}
