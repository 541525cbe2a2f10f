/**
 * One interview, from its intake to its end: an interpreter that remembers what happened (facts), asks the rules what to
 * do (`decide`, a local activity, so that a new release of the rules never disturbs a running interview), and does only
 * what the recorded answer says. It should hardly ever change.
 */
import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  isCancellation,
  setCurrentDetails,
  sleep,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { Conduct } from './conduct';
import { type Carried, Desk } from './desk';
import { details, waitSummary } from './details';
import { listen } from './listening';
import type { Applied } from './messages';
import { interviewNeedsPerson, interviewNextActionAt, interviewOutcome, interviewStage } from './search-attributes';

export interface InterviewInput extends Carried {
  interviewId: string;
  candidateId: string;
  /** Nothing is decided before this instant: where the candidate's clock is ahead, a new interview catches up first. */
  notBefore?: string;
  /** Continue as new after so many events, for tests; else when the server suggests it. */
  mostEvents?: number;
}

const MINUTE_MS = 60_000;
/** Pauses before the rules are asked again after they could not be; the last one repeats. */
const PAUSES_AFTER_TROUBLE_MS = [10_000, 30_000, MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, 60 * MINUTE_MS];
/** A message that was refused at the last gate without a date is offered again this much later; news does it sooner. */
const ASK_THE_GATE_AGAIN_MS = 24 * 60 * MINUTE_MS;
const SHORTEST_WAIT_MS = 1_000;

export async function interview(input: InterviewInput): Promise<Applied> {
  const desk = new Desk(input);
  const conduct = new Conduct(desk, input);
  const odd: string[] = [];
  let trouble: string | null = null;
  let troubles = 0;
  let shown = '';

  listen(desk, {
    standing: () => conduct.standing,
    decision: () => conduct.decision,
    trouble: () => trouble,
    odd,
  });

  /** A turn is never cut off in its middle, so that what was done is also noted. */
  async function turn(): Promise<'rests' | 'ended' | 'trouble'> {
    try {
      const result = await CancellationScope.nonCancellable(() => conduct.turn());
      trouble = null;
      troubles = 0;
      return result;
    } catch (error) {
      trouble = rootMessage(error);
      troubles += 1;
      return 'trouble';
    } finally {
      show();
    }
  }

  function show(): void {
    const { decision } = conduct;
    if (decision === null) return;
    setCurrentDetails(details(decision, trouble, odd));
    const needsPerson = decision.needsPerson || trouble !== null || odd.length > 0;
    const { stage, outcome, nextActionAt } = decision;
    const attributes = JSON.stringify([stage, outcome, nextActionAt, needsPerson]);
    if (attributes === shown) return;
    shown = attributes;
    upsertSearchAttributes([
      { key: interviewStage, value: stage },
      { key: interviewOutcome, value: outcome },
      { key: interviewNextActionAt, value: nextActionAt === null ? null : new Date(nextActionAt) },
      { key: interviewNeedsPerson, value: needsPerson },
    ]);
  }

  async function restAfterTrouble(): Promise<void> {
    const pause = PAUSES_AFTER_TROUBLE_MS[Math.min(troubles, PAUSES_AFTER_TROUBLE_MS.length) - 1] ?? MINUTE_MS;
    await condition(() => desk.waiting, pause, { summary: 'The rules could not be asked; tries again' });
  }

  async function rest(): Promise<void> {
    const { decision, isHeldAtTheGate } = conduct;
    const wakes = decision?.wakeAt ? [Date.parse(decision.wakeAt)] : [];
    if (isHeldAtTheGate) wakes.push(Date.now() + ASK_THE_GATE_AGAIN_MS);
    if (wakes.length === 0) return condition(() => desk.waiting);
    const summary = decision ? waitSummary(decision) : 'Waits';
    const wait = Math.max(Math.min(...wakes) - Date.now(), SHORTEST_WAIT_MS);
    if (!(await condition(() => desk.waiting, wait, { summary }))) conduct.askTheGateAgain();
  }

  try {
    const ahead = input.notBefore ? Date.parse(input.notBefore) - Date.now() : 0;
    if (ahead > 0) await sleep(ahead, { summary: "Catches up with the candidate's clock" });
    for (;;) {
      const result = await turn();
      if (result === 'ended') {
        await condition(allHandlersFinished);
        if (!desk.waiting) return conduct.standing;
      } else if (result === 'trouble') {
        await restAfterTrouble();
      } else {
        if (isLong(input) && allHandlersFinished() && !desk.waiting) {
          await continueAsNew<typeof interview>({ ...input, ...desk.carry() });
        }
        await rest();
      }
    }
  } catch (error) {
    if (!isCancellation(error)) throw error;
    // Cancel in the Temporal UI is the candidate's stop.
    await CancellationScope.nonCancellable(async () => {
      await conduct.closeQuietly('cancelled in the Temporal UI');
      show();
      await condition(allHandlersFinished);
    });
    throw error;
  }
}

function isLong({ mostEvents }: InterviewInput): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return continueAsNewSuggested || historyLength > (mostEvents ?? Number.POSITIVE_INFINITY);
}

/** What an activity failed for, without Temporal's wrapping. */
function rootMessage(error: unknown): string {
  if (!(error instanceof Error)) return 'The rules could not be asked.';
  return error.cause instanceof Error ? rootMessage(error.cause) : error.message;
}
