/** One decision, and a whole course ahead, against copying the same facts through JSON: what any workflow pays anyway. */
import { courseAhead } from '../client/afterview/course';
import { parseIntake } from '../client/intake/schema';
import { calendarsFor } from '../data/calendars';
import { decide } from '../policy/decide';
import type { Fact } from '../policy/facts';
import { simulate } from '../policy/simulate';
import { nothingElse } from '../policy/surroundings';
import { sampleIntake } from '../test/support/intakes';
import { compare, type Figure } from './measure';

/** While the interview is being chased: thank-yous sent, the first questions out. */
const IN_MID_STORY = '2026-12-19T10:00:00.000Z';

export async function policyFigures(): Promise<Figure[]> {
  const intake = parseIntake(sampleIntake());
  const places = [intake.candidate, intake.organisation, ...intake.contacts, ...intake.referees];
  const around = nothingElse('bench', calendarsFor(places, { from: 2026, to: 2027 }));
  const ended = intake.interview.endsAt;
  const start: Fact[] = [{ v: 1, at: ended, type: 'intake', intake }];
  const { facts } = simulate(start, ended, around, { until: IN_MID_STORY });
  const repeat = (times: number, work: () => unknown) => () => {
    for (let time = 0; time < times; time++) work();
    return times;
  };
  const copy = repeat(1_000, () => JSON.parse(JSON.stringify(facts)));
  const decision = repeat(120, () => decide(facts, IN_MID_STORY, around));
  const course = repeat(1, () => courseAhead(start, ended, around));
  const common = { kind: 'cost', twinIs: `JSON copy of the ${facts.length} facts`, goal: null, twin: copy } as const;
  return [
    await compare({
      ...common,
      id: 'policy.decision',
      name: 'one decision in mid-story',
      unit: 'µs',
      scale: 1_000,
      turns: 7,
      ours: decision,
    }),
    await compare({
      ...common,
      id: 'policy.plan',
      name: 'the whole plan of a new interview, letters included',
      unit: 'ms',
      turns: 7,
      ours: course,
    }),
  ];
}
