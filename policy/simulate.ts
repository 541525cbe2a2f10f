/**
 * The course ahead, played out on a fast clock: the same decider as the live one, with stand-ins for the people. For the
 * plan a candidate sees, for what-ifs, and for tests that live thousands of lives.
 */
import { toIso, toMs } from './calendar';
import { apply, type Case, fold, NEITHER_GAP } from './case';
import { decideCase } from './decide';
import type { Decision, Outcome, Step } from './decision';
import type { Fact } from './facts';
import { normaliseAddress } from './identity';
import type { Outreach, RefereeContact, Surroundings } from './surroundings';
import { contactById, refereeById, viewOf } from './view';

export interface PlannedStep {
  step: Step;
  /** When it goes out, or is due for the candidate: an ISO instant. */
  due: string;
}

export interface Course {
  steps: PlannedStep[];
  facts: Fact[];
  outcome: Outcome;
  /** When the last decision was made. */
  endedAt: string;
  /** The last decision: what is still open. */
  decision: Decision;
}

export interface Assumptions {
  /** Facts to come, by their `at`: "they say no on the 9th". */
  happens?: Fact[];
  /** Stop here even if it is not over. */
  until?: string;
  /** Whether drafts are approved and calls made as soon as they are due; default true. */
  diligent?: boolean;
}

/** No life is longer than this many decisions; a longer one would be a mistake of ours. */
const MOST_TURNS = 3000;

/**
 * Plays a case on from `now` until it is over: nobody answers, every draft is approved and every call made when due,
 * unless `assumptions` say otherwise.
 * @throws Error when it does not come to an end
 */
export function simulate(
  start: readonly Fact[],
  now: string,
  surroundings: Surroundings,
  assumptions: Assumptions = {},
): Course {
  const facts: Fact[] = [...start];
  const file = fold(facts);
  const around: Surroundings = {
    ...surroundings,
    outreach: [...surroundings.outreach],
    refereeContacts: [...surroundings.refereeContacts],
  };
  const steps = new Map<string, PlannedStep>();
  const coming = [...(assumptions.happens ?? [])].sort((a, b) => toMs(a.at) - toMs(b.at));
  const diligent = assumptions.diligent ?? true;
  const until = assumptions.until === undefined ? Number.POSITIVE_INFINITY : toMs(assumptions.until);
  let at = toMs(now);
  const add = (fact: Fact): void => {
    facts.push(fact);
    apply(file, fact);
  };
  if (diligent) {
    for (const record of file.records.values()) {
      if (record.status === 'open' && record.step.channel === 'email')
        add({ v: 1, at: toIso(at), type: 'step_approved', key: record.step.key });
      if (record.status === 'open' || record.status === 'approved')
        steps.set(record.step.key, { step: record.step, due: toIso(record.due) });
    }
  }
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const decision = decideCase(file, at, around);
    const late = coming[0];
    if (decision.stage === 'closed' && late !== undefined && toMs(late.at) <= until) {
      coming.shift();
      at = Math.max(at, toMs(late.at));
      add({ ...late, at: toIso(at) });
      continue;
    }
    if (decision.stage === 'closed')
      return { steps: inOrder(steps), facts, outcome: decision.outcome, endedAt: toIso(at), decision };
    for (const command of decision.commands) {
      const stamp = { v: 1, at: toIso(at) } as const;
      switch (command.do) {
        case 'open':
          add({ ...stamp, type: 'step_opened', step: command.step });
          steps.set(command.step.key, { step: command.step, due: command.step.due });
          if (diligent && command.step.channel === 'email') {
            // A diligent candidate adds the promised thing itself to its draft.
            if (command.step.letter.keeps !== undefined) add({ ...stamp, type: 'step_edited', key: command.step.key });
            add({ ...stamp, type: 'step_approved', key: command.step.key });
          }
          break;
        case 'retime': {
          add({
            ...stamp,
            type: 'step_retimed',
            key: command.key,
            due: command.due,
            planned: command.planned,
            reason: command.reason,
            letter: command.letter,
          });
          const planned = steps.get(command.key);
          if (planned)
            steps.set(command.key, {
              step: { ...planned.step, reason: command.reason, letter: command.letter },
              due: command.due,
            });
          break;
        }
        case 'withdraw':
          add({ ...stamp, type: 'step_withdrawn', key: command.key, rule: command.rule });
          // What stood until the very end was part of the course.
          if (!decision.commands.some((c) => c.do === 'close')) steps.delete(command.key);
          break;
        case 'lapse':
          add({ ...stamp, type: 'step_lapsed', key: command.key });
          break;
        case 'send': {
          add({ ...stamp, type: 'step_sent', key: command.key });
          const sent = steps.get(command.key);
          if (sent) steps.set(command.key, { ...sent, due: toIso(at) });
          leave(around, file, command.key, at);
          break;
        }
        case 'close':
          add({ ...stamp, type: 'closed' });
          break;
      }
    }
    if (diligent) doTasks(file, at, add);
    if (decision.commands.length > 0) continue;
    const next = coming[0];
    const wake = decision.wakeAt === null ? Number.POSITIVE_INFINITY : toMs(decision.wakeAt);
    const nextTask = diligent ? nextTaskDue(file, at) : Number.POSITIVE_INFINITY;
    const then = Math.min(wake, nextTask, next === undefined ? Number.POSITIVE_INFINITY : toMs(next.at));
    if (then > until || then === Number.POSITIVE_INFINITY) {
      return { steps: inOrder(steps), facts, outcome: file.outcome, endedAt: toIso(Math.min(then, until)), decision };
    }
    if (next !== undefined && toMs(next.at) <= then) {
      coming.shift();
      at = Math.max(at, toMs(next.at));
      add({ ...next, at: toIso(at) });
    } else {
      at = Math.max(at, then);
    }
    if (diligent) doTasks(file, at, add);
  }
  throw new Error('the course does not come to an end');
}

const inOrder = (steps: Map<string, PlannedStep>): PlannedStep[] =>
  [...steps.values()].sort((a, b) => toMs(a.due) - toMs(b.due) || (a.step.key < b.step.key ? -1 : 1));

/** A diligent candidate does what is due, when it is due. */
function doTasks(file: Case, at: number, add: (fact: Fact) => void): void {
  for (const record of [...file.records.values()]) {
    if (record.status !== 'open' || record.step.channel === 'email' || record.due > at) continue;
    // Going on waiting is a choice of its own: G10's question stays open.
    if (record.step.about === 'idle') continue;
    add({ v: 1, at: toIso(at), type: 'task_done', key: record.step.key });
  }
}

function nextTaskDue(file: Case, at: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const record of file.records.values()) {
    if (record.status === 'open' && record.step.channel !== 'email' && record.due > at)
      next = Math.min(next, record.due);
  }
  return next;
}

/** What a message that left changes in the world around: the ledgers of the organisation and of the referees. */
export function leave(around: Surroundings, file: Case, key: string, at: number): void {
  const step = file.records.get(key)?.step;
  if (step === undefined) return;
  const view = viewOf(file, at, around);
  const addresses = step.to.flatMap((id) => {
    const email = contactById(view, id)?.email ?? refereeById(view, id)?.email;
    return email ? [normaliseAddress(email)] : [];
  });
  const purpose = { referee_ask: 'ask', referee_brief: 'brief', referee_update: 'update' }[step.step as string] as
    | RefereeContact['purpose']
    | undefined;
  if (purpose !== undefined) {
    for (const address of addresses)
      around.refereeContacts.push({ address, purpose, at: toIso(at), interviewId: around.interviewId });
  } else if (!NEITHER_GAP.includes(step.step)) {
    const made: Outreach = {
      interviewId: around.interviewId,
      at: toIso(at),
      step: step.step,
      stepKey: key,
      addresses,
      covers: step.letter.covers ?? [],
    };
    around.outreach.push(made);
  }
}
