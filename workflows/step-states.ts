/** What became of each step, as far as the workflow must know it to refuse what makes no sense. Rules live in `policy/`. */
import type { Fact } from '../policy/facts';

export type StepState = 'open' | 'approved' | 'sent' | 'uncertain' | 'ended';

export interface StepStanding {
  readonly channel: string;
  readonly state: StepState;
}

/** The standing of every step ever opened, by its key. */
export function stepStandings(facts: readonly Fact[]): Map<string, StepStanding> {
  const standings = new Map<string, StepStanding>();
  const become = (key: string, state: StepState) => {
    const before = standings.get(key);
    if (before) standings.set(key, { ...before, state });
  };
  for (const fact of facts) {
    switch (fact.type) {
      case 'step_opened':
        standings.set(fact.step.key, { channel: fact.step.channel, state: 'open' });
        break;
      case 'step_approved':
        become(fact.key, 'approved');
        break;
      case 'step_sent':
        become(fact.key, 'sent');
        break;
      case 'step_uncertain':
        become(fact.key, 'uncertain');
        break;
      case 'step_settled':
        become(fact.key, fact.arrived ? 'sent' : 'approved');
        break;
      case 'step_skipped':
      case 'step_failed':
      case 'step_withdrawn':
      case 'step_lapsed':
      case 'task_done':
      case 'task_dismissed':
        become(fact.key, 'ended');
        break;
      default:
    }
  }
  return standings;
}

/** Keys of steps that still wait for a person or their moment. */
export function openKeys(facts: readonly Fact[]): string[] {
  return [...stepStandings(facts)]
    .filter(([, { state }]) => state === 'open' || state === 'approved')
    .map(([key]) => key);
}
