/**
 * One interview, from its intake to its end: an interpreter that remembers what happened (facts), asks the rules what to
 * do (`decide`, a local activity, so that a new release of the rules never disturbs a running interview), and does only
 * what the recorded answer says. It should hardly ever change.
 */
import {
  ActivityCancellationType,
  ApplicationFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  getExternalWorkflowHandle,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  sleep,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../activities/create-activities';
import type { Command, Decision } from '../policy/decision';
import { type Carried, Desk } from './desk';
import { applySummary, details, sendSummary, waitSummary } from './details';
import { listen } from './listening';
import { type Applied, tellSiblings } from './messages';
import type { Asked } from './refusals';
import { interviewNeedsPerson, interviewNextActionAt, interviewOutcome, interviewStage } from './search-attributes';
import { openKeys } from './step-states';

export interface InterviewInput extends Carried {
  interviewId: string;
  candidateId: string;
  /** Nothing is decided before this instant: where the candidate's clock is ahead, a new interview catches up first. */
  notBefore?: string;
  /** Continue as new after so many events, for tests; else when the server suggests it. */
  mostEvents?: number;
}

const MOST_DECISIONS_IN_A_ROW = 60;
/** Pauses before the rules are asked again after they could not be; the last one repeats. */
const PAUSES_AFTER_TROUBLE_MS = [10_000, 30_000, 60_000, 5 * 60_000, 15 * 60_000, 60 * 60_000];
/** A message that was refused at the last gate without a date is offered again this much later; news does it sooner. */
const ASK_THE_GATE_AGAIN_MS = 24 * 60 * 60_000;
const SHORTEST_WAIT_MS = 1_000;

const { decide, record } = proxyLocalActivities<Activities>({
  startToCloseTimeout: '10 seconds',
  scheduleToCloseTimeout: '30 seconds',
  retry: { initialInterval: '200 milliseconds', maximumAttempts: 4 },
});
const { applyDecision, applyRequest, tellAhead } = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds', maximumAttempts: 8 },
});
const { sendMessage } = proxyActivities<Activities>({
  // Above the SMTP timeouts: what is cut off in mid-conversation is uncertain for ever.
  startToCloseTimeout: '5 minutes',
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  retry: { initialInterval: '5 seconds', maximumInterval: '1 minute', maximumAttempts: 10 },
});

type Turn = 'rests' | 'ended' | 'trouble';

export async function interview(input: InterviewInput): Promise<Applied> {
  const { interviewId, candidateId } = input;
  const desk = new Desk(input);
  let decision: Decision | null = null;
  let trouble: string | null = null;
  let troubles = 0;
  let gateRefused = new Set<string>();
  let shown = '';
  const odd: string[] = [];

  const standing = (): Applied => ({
    stage: decision?.stage ?? 'thanking',
    outcome: decision?.outcome ?? 'open',
    facts: desk.facts.length,
  });
  listen(desk, { standing, decision: () => decision, trouble: () => trouble, odd });

  const newFacts = () => ({ interviewId, now: clock(), from: desk.stored, facts: desk.facts.slice(desk.stored) });

  async function takeIn(): Promise<void> {
    for (let message = desk.take(); message; message = desk.take()) {
      // What came in may lift whatever the gate refused for.
      gateRefused = new Set();
      const { asked, place } = message;
      if (asked === null) continue;
      const reason = desk.refusal(asked, Date.now()) ?? (await ledgerRefusal(asked));
      if (reason !== null) desk.refuse(place, reason);
      else if (asked.type === 'edit_draft') desk.note({ type: 'step_edited', key: asked.key }, Date.now());
      else desk.note(asked, Date.now());
    }
  }

  /** The ledger row has a say of its own: it may have begun to leave in this very moment. */
  async function ledgerRefusal(asked: Asked): Promise<string | null> {
    if (asked.type !== 'edit_draft' && asked.type !== 'step_settled') return null;
    try {
      return await applyRequest({ interviewId, asked });
    } catch {
      return 'This could not be stored just now; please try again.';
    }
  }

  /** Decides and does until there is nothing left to do now. */
  async function turn(): Promise<Turn> {
    for (let count = 0; count < MOST_DECISIONS_IN_A_ROW; count += 1) {
      await takeIn();
      const decided = await decide({ interviewId, now: clock(), facts: desk.facts });
      decision = decided;
      const commands = decided.commands.filter((command) => command.do !== 'send' || !gateRefused.has(command.key));
      const quiet = commands.length === 0;
      const news = await store({ ...decided, commands }, quiet);
      desk.answer();
      if (news) await tellTheOthers(news);
      await tellCandidateAhead(commands);
      if (quiet && !desk.waiting) return decided.stage === 'closed' ? 'ended' : 'rests';
      for (const command of commands) await carryOut(command);
    }
    throw ApplicationFailure.nonRetryable(
      `The rules asked for more than ${MOST_DECISIONS_IN_A_ROW} decisions in a row.`,
      'Restless',
    );
  }

  /** Drafts, tasks, facts and read model; only a `send` alone, with nothing new to remember, needs none of it. */
  async function store(decided: Decision, quiet: boolean): Promise<string | null> {
    const work = { ...newFacts(), decision: decided };
    const end = desk.facts.length;
    if (decided.commands.some(({ do: what }) => what !== 'send' && what !== 'close')) {
      const summary = applySummary(decided.commands);
      const { tell } = await applyDecision.executeWithOptions({ summary }, [work]);
      desk.stored = end;
      return tell;
    }
    if (!quiet && work.facts.length === 0) return null;
    const { tell } = await record({ ...work, quiet });
    desk.stored = end;
    return tell;
  }

  async function carryOut(command: Command): Promise<void> {
    const now = Date.now();
    switch (command.do) {
      case 'open':
        return desk.note({ type: 'step_opened', step: command.step }, now);
      case 'retime': {
        const { do: _, ...change } = command;
        return desk.note({ type: 'step_retimed', ...change }, now);
      }
      case 'withdraw':
        return desk.note({ type: 'step_withdrawn', key: command.key, rule: command.rule }, now);
      case 'lapse':
        return desk.note({ type: 'step_lapsed', key: command.key }, now);
      case 'close':
        return desk.note({ type: 'closed' }, now);
      case 'send':
        // Somebody may have written in this very moment: then it is decided anew first.
        if (!desk.waiting) await send(command.key);
    }
  }

  async function send(key: string): Promise<void> {
    const summary = sendSummary(desk.stepOf(key), key);
    const done = await sendMessage.executeWithOptions({ summary }, [{ interviewId, key, now: clock() }]);
    if (done.type === 'step_held' && (done.until === null || Date.parse(done.until) <= Date.now()))
      gateRefused.add(key);
    desk.note(done, Date.now());
  }

  /** H15: what goes out unless stopped is announced, so that it can be stopped. */
  async function tellCandidateAhead(commands: readonly Command[]): Promise<void> {
    for (const command of commands) {
      if (command.do !== 'open' || command.step.mode !== 'send_unless_stopped') continue;
      const summary = `Tell the candidate ahead: ${command.step.step}`;
      await tellAhead.executeWithOptions({ summary }, [{ interviewId, key: command.step.key, now: clock() }]);
    }
  }

  async function tellTheOthers(why: string): Promise<void> {
    try {
      await getExternalWorkflowHandle(`candidate-${candidateId}`).signal(tellSiblings, { why, from: interviewId });
    } catch {
      // No candidate's workflow runs: nobody else is waiting for news.
    }
  }

  function show(): void {
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

  /** A turn is never cut off in its middle, so that what was done is also noted. */
  async function turnOrTrouble(): Promise<Turn> {
    try {
      const result = await CancellationScope.nonCancellable(turn);
      trouble = null;
      troubles = 0;
      return result;
    } catch (error) {
      trouble = error instanceof Error ? rootMessage(error) : 'The rules could not be asked.';
      troubles += 1;
      return 'trouble';
    } finally {
      show();
    }
  }

  async function rest(result: Turn): Promise<void> {
    if (result === 'trouble') {
      const pause = PAUSES_AFTER_TROUBLE_MS[Math.min(troubles, PAUSES_AFTER_TROUBLE_MS.length) - 1] ?? SHORTEST_WAIT_MS;
      await condition(() => desk.waiting, pause, { summary: 'The rules could not be asked; tries again' });
      return;
    }
    const until = decision?.wakeAt ? Date.parse(decision.wakeAt) : null;
    const wake =
      gateRefused.size > 0 ? Math.min(until ?? Number.POSITIVE_INFINITY, Date.now() + ASK_THE_GATE_AGAIN_MS) : until;
    if (wake === null) await condition(() => desk.waiting);
    else {
      const summary = decision ? waitSummary(decision) : 'Waits';
      const news = await condition(() => desk.waiting, Math.max(wake - Date.now(), SHORTEST_WAIT_MS), { summary });
      if (!news) gateRefused = new Set();
    }
  }

  /** Cancel in the Temporal UI is the candidate's stop: no letter, nothing left open. */
  async function closeQuietly(): Promise<void> {
    await takeIn();
    const withdrawals = openKeys(desk.facts).map(
      (key): Command => ({ do: 'withdraw', key, rule: 'Order 1', reason: 'Order 1: cancelled in the Temporal UI' }),
    );
    desk.note({ type: 'candidate_withdraws', reason: 'cancelled in the Temporal UI' }, Date.now());
    for (const command of withdrawals) await carryOut(command);
    desk.note({ type: 'closed' }, Date.now());
    decision = {
      stage: 'closed',
      outcome: 'withdrawn',
      promisedDate: decision?.promisedDate ?? null,
      commands: withdrawals,
      wakeAt: null,
      nextActionAt: null,
      needsPerson: false,
      next: [],
      holds: [],
    };
    await applyDecision.executeWithOptions({ summary: 'Cancelled: withdraw what is open' }, [
      { ...newFacts(), decision },
    ]);
    desk.answer();
    show();
    await condition(allHandlersFinished);
  }

  try {
    if (input.notBefore && Date.parse(input.notBefore) > Date.now()) {
      await sleep(Date.parse(input.notBefore) - Date.now(), { summary: "Catches up with the candidate's clock" });
    }
    for (;;) {
      const result = await turnOrTrouble();
      if (result === 'ended') {
        await condition(allHandlersFinished);
        if (!desk.waiting) return standing();
        continue;
      }
      if (result === 'rests' && isLong(input.mostEvents) && allHandlersFinished() && !desk.waiting) {
        await continueAsNew<typeof interview>({ ...input, ...desk.carry() });
      }
      await rest(result);
    }
  } catch (error) {
    if (!isCancellation(error)) throw error;
    await CancellationScope.nonCancellable(closeQuietly);
    throw error;
  }
}

function isLong(mostEvents: number | undefined): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return continueAsNewSuggested || historyLength > (mostEvents ?? Number.POSITIVE_INFINITY);
}

/** The workflow's own clock, perhaps a virtual one. */
function clock(): string {
  return new Date().toISOString();
}

function rootMessage(error: Error): string {
  return error.cause instanceof Error ? rootMessage(error.cause) : error.message;
}
