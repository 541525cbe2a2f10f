import { calendarsFor } from '../../data/calendars';
import { withoutLetters } from '../../letters/languages';
import { STEP_WORDS } from '../../letters/step-words';
import type { Fact } from '../../policy/facts';
import type { Intake } from '../../policy/intake';
import { nothingElse, type Surroundings } from '../../policy/surroundings';
import { courseAhead } from '../afterview/course';
import { isDate, isInstant } from '../intake/fields';
import { dateIn } from '../intake/places';
import { readIntake } from '../intake/schema';
import type { PlanStep } from '../service';
import { moment } from '../web/words/moments';
import { type People, peopleOf } from '../web/words/people';
import { readInput } from './input';

const BEFORE_IT: readonly Fact['type'][] = ['candidate_withdraws', 'interview_cancelled'];
const OUTCOMES = ['rejected', 'advanced', 'offered', 'holding', 'pool'] as const;
/** In the middle of the organisation's day, whatever its zone. */
const NOON = 'T12:00:00.000Z';

/**
 * `afterview plan`. Answers the exit code: 0, or 2 for an intake or option that is not right, with every problem and its
 * path on standard error.
 */
export async function plan(file: string, options: { at?: string; whatIf?: string[]; json?: boolean }): Promise<number> {
  const intake = await intakeFrom(file);
  if (typeof intake === 'string') return wrong(intake);
  if (options.at !== undefined && !isInstant(options.at)) {
    return wrong(`--at: ${options.at} is no instant with a zone such as 2026-12-01T11:30:00Z`);
  }
  const now = new Date(options.at ?? intake.interview.endsAt).toISOString();
  const happens: Fact[] = [];
  for (const event of options.whatIf ?? []) {
    const fact = eventFrom(event);
    if (typeof fact === 'string') return wrong(fact);
    const { timeZone } = intake.organisation;
    // Before it takes place an interview can only be called off.
    const since = BEFORE_IT.includes(fact.type) ? now : intake.interview.endsAt;
    const earliest = dateIn(timeZone, since);
    if (dateIn(timeZone, fact.at) < earliest)
      return wrong(`--what-if ${event}: is before ${earliest}, when it can happen`);
    happens.push(fact);
  }
  const facts: Fact[] = [{ v: 1, at: now, type: 'intake', intake }];
  const steps = courseAhead(facts, now, aroundOf(intake, now), { happens });
  if (options.json) console.log(JSON.stringify({ steps }, null, 2));
  else {
    const people = peopleOf(intake);
    for (const step of steps) console.log(lineOf(step, people));
    for (const line of stillInEnglish(intake, steps, people)) console.log(line);
  }
  return 0;
}

async function intakeFrom(file: string): Promise<Intake | string> {
  let sent: unknown;
  try {
    sent = JSON.parse((await readInput(file)).toString('utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    return `${file}: ${error instanceof SyntaxError ? `no JSON: ${error.message}` : 'cannot be read'}`;
  }
  const read = readIntake(sent);
  if ('intake' in read) return read.intake;
  return [
    `${file} is no complete intake:`,
    ...read.problems.map(({ path, message }) => `  ${path || '(the whole)'} ${message}`),
  ].join('\n');
}

/** `rejected@2026-12-09`, also `withdraw@…`, `accept@…` and `paused@…`. */
function eventFrom(event: string): Fact | string {
  const [what = '', on = ''] = event.split('@');
  if (!isDate(on) && !isInstant(on)) return `--what-if ${event}: needs a date, such as rejected@2026-12-09`;
  const at = isDate(on) ? `${on}${NOON}` : new Date(on).toISOString();
  const outcome = OUTCOMES.find((known) => known === what);
  if (outcome) return { v: 1, at, type: 'feedback_received', outcome };
  if (what === 'withdraw') return { v: 1, at, type: 'candidate_withdraws' };
  if (what === 'accept') return { v: 1, at, type: 'offer_accepted' };
  if (what === 'decline') return { v: 1, at, type: 'offer_declined', by: 'candidate' };
  if (what === 'cancelled') return { v: 1, at, type: 'interview_cancelled' };
  return `--what-if ${event}: ${what} is none of ${[...OUTCOMES, 'withdraw', 'accept', 'decline', 'cancelled'].join(', ')}`;
}

function aroundOf(intake: Intake, now: string): Surroundings {
  const year = (instant: string) => new Date(instant).getUTCFullYear();
  const from = Math.min(year(now), year(intake.interview.endsAt));
  const places = [intake.candidate, intake.organisation, ...intake.contacts, ...intake.referees];
  const to = Math.max(year(now), year(intake.interview.endsAt)) + 1;
  return nothingElse('plan', calendarsFor(places, { from, to }));
}

/** Each moment is on the clock of whoever receives. */
function lineOf({ step, due, to, channel, rules, reason, draft }: PlanStep, people: People): string {
  const about = draft?.subject ? `\n    "${draft.subject}"` : '';
  const when = moment(due, people.zone(to[0]));
  const who = to.map(people.name).join(', ');
  const how = channel === 'task' ? `for ${who}` : `${who}, by ${channel}`;
  return `${when}  ${STEP_WORDS[step]}: ${how} [${rules.join(' ')}]\n    ${reason}${about}`;
}

/** I7: whose letters are in English because there are none in their language yet. */
function stillInEnglish(
  { contacts, referees, interview }: Intake,
  steps: readonly PlanStep[],
  people: People,
): string[] {
  const written = new Set(steps.flatMap(({ to, channel }) => (channel === 'task' ? [] : to)));
  return [...contacts, ...referees]
    .filter(({ id }) => written.has(id))
    .flatMap(({ id, language }) => {
      const missing = withoutLetters(language ?? interview.language);
      return missing === null
        ? []
        : [`There are no letters in ${missing} yet: ${people.name(id)} is written to in English [I7].`];
    });
}

function wrong(sentence: string): number {
  console.error(sentence);
  return 2;
}
