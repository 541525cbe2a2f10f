/** The course ahead in the contract's shape, each step with the words it would have. Pure but for loading templates. */
import { composeLetter } from '../../letters/compose';
import type { Step } from '../../policy/decision';
import type { Fact } from '../../policy/facts';
import type { Letter, LetterRequest } from '../../policy/letter-request';
import { letterRequest } from '../../policy/letter-request-of';
import { type Assumptions, type Course, type PlannedStep, simulate } from '../../policy/simulate';
import type { Surroundings } from '../../policy/surroundings';
import type { PlanStep } from '../service';

/**
 * Plays the case on from `now` (the interview's clock) and tells every step until it is over, soonest first.
 *
 * @throws Error when the case does not come to an end: a mistake of ours
 */
export function courseAhead(
  facts: readonly Fact[],
  now: string,
  around: Surroundings,
  assumptions: Assumptions = {},
): PlanStep[] {
  return composed(simulate(facts, now, around, assumptions), around).map(({ planned: { step, due }, letter }) => ({
    step: step.step,
    rules: step.rules,
    due,
    to: step.to,
    cc: step.cc,
    channel: step.channel,
    reason: step.reason,
    draft: letter,
  }));
}

export interface Composed {
  planned: PlannedStep;
  request: LetterRequest;
  letter: Letter;
}

/** The steps of a course with their words, each mail in the thread of the one before it. `linksFor`: as they would be signed. */
export function composed(
  { steps, facts }: Course,
  around: Surroundings,
  linksFor: (step: Step) => Record<string, string> = () => ({}),
): Composed[] {
  const subjects = new Map<string, string>();
  return steps.map((planned) => {
    const { step, due } = planned;
    const known = facts.slice(0, endOf(step.key, facts));
    const request = letterRequest(known, { ...step, due }, due, around, linksFor(step));
    const person = step.to[0] ?? '';
    const thread = step.channel === 'email' ? (subjects.get(person) ?? null) : null;
    const letter = composeLetter({ ...request, threadSubject: thread });
    if (step.channel === 'email') subjects.set(person, letter.subject);
    return { planned, request, letter };
  });
}

/** What is known when the step goes out: everything before it is over. */
function endOf(key: string, facts: readonly Fact[]): number {
  const end = facts.findIndex((fact) => (fact.type === 'step_sent' || fact.type === 'task_done') && fact.key === key);
  return end < 0 ? facts.length : end;
}
