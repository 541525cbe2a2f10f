/**
 * Prints letters and call scripts of made-up courses, each with all facts on file, for readers who are to judge them:
 * `npx tsx scripts/print-letters.ts --language en`. The courses are those of `scripts/sample-courses/`; `--file` takes
 * others. The letters come about as in the product: intake, policy, wording.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { composed } from '../client/afterview/course';
import { readIntake } from '../client/intake/schema';
import { calendarsFor } from '../data/calendars';
import { readName } from '../letters/salutation';
import type { Channel } from '../policy/decision';
import type { Fact } from '../policy/facts';
import type { Contact, Intake } from '../policy/intake';
import { type PlannedStep, simulate } from '../policy/simulate';
import { nothingElse, type Surroundings } from '../policy/surroundings';

interface SampleCourse {
  title: string;
  /** Facts to come, without their version. */
  happens: ({ at: string; type: string } & Record<string, unknown>)[];
  around?: Partial<Surroundings>;
  /** `step`, `step/channel`, `step@recipient`, `step/channel@recipient`; the candidate's own tasks are never printed. */
  print: string[];
}

interface Sample {
  intake: unknown;
  courses: SampleCourse[];
}

function main(): void {
  const { values } = parseArgs({ options: { language: { type: 'string' }, file: { type: 'string' } } });
  const file = values.file ?? join(__dirname, 'sample-courses', `${values.language ?? 'en'}.json`);
  const out: string[] = [];
  let number = 0;
  for (const { intake: sent, courses } of JSON.parse(readFileSync(file, 'utf8')) as Sample[]) {
    const read = readIntake(sent);
    if (!('intake' in read)) throw new Error(JSON.stringify(read.problems, null, 2));
    for (const course of courses) {
      out.push(heading(`${read.intake.organisation.name}: ${course.title}`), '', fileOf(read.intake), '');
      for (const letter of lettersOf(read.intake, course)) out.push(heading(`Letter ${++number}`, '-'), '', letter, '');
    }
  }
  console.log(out.join('\n'));
}

const heading = (text: string, line = '='): string => `${text}\n${line.repeat(text.length)}`;

function lettersOf(intake: Intake, course: SampleCourse): string[] {
  const now = intake.interview.endsAt;
  const around = aroundOf(intake, course.around);
  const happens = course.happens.map((fact) => ({ v: 1, ...fact })) as unknown as Fact[];
  const played = simulate([{ v: 1, at: now, type: 'intake', intake }], now, around, { happens });
  const wanted = new Set<string>();
  const printed = composed(played, around, linksFor).flatMap(({ planned, request, letter }) => {
    const { step } = planned;
    if (step.channel === 'task') return [];
    const to = step.to[0] ?? '';
    const matching = course.print.filter((selector) => selects(selector, step.step, step.channel, to));
    if (matching.length === 0) return [];
    for (const selector of matching) wanted.add(selector);
    const facts = factsOf(intake, planned, played.steps, happens, around, request.form, request.language);
    const title = step.channel === 'email' ? `Subject: ${letter.subject}` : letter.subject;
    return [`${facts}\n\n${title}\n\n${letter.text}`];
  });
  const missing = course.print.filter((selector) => !wanted.has(selector));
  if (missing.length > 0) throw new Error(`${course.title}: no ${missing.join(', ')} among ${listOf(played.steps)}`);
  return printed;
}

const linksFor = ({ step }: PlannedStep['step']): Record<string, string> =>
  step === 'referee_ask' ? { agree: 'https://afterview.example/l/yes', decline: 'https://afterview.example/l/no' } : {};

const listOf = (steps: PlannedStep[]): string =>
  steps.map(({ step }) => `${step.step}/${step.channel}@${step.to.join('+')}`).join(' ');

function selects(selector: string, step: string, channel: Channel, to: string): boolean {
  const [, name, by, person] = /^([a-z_]+)(?:\/(\w+))?(?:@(\w+))?$/.exec(selector) ?? [];
  return name === step && (by ?? channel) === channel && (person ?? to) === to;
}

function aroundOf(intake: Intake, more: Partial<Surroundings> = {}): Surroundings {
  const year = new Date(intake.interview.endsAt).getUTCFullYear();
  const places = [intake.candidate, intake.organisation, ...intake.contacts, ...intake.referees];
  return { ...nothingElse('sample', calendarsFor(places, { from: year, to: year + 1 })), ...more };
}

const lines = (...all: (string | null | false | undefined)[]): string => all.filter(Boolean).join('\n');
const day = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone,
  }).format(new Date(instant));
const dayOnly = (date: string): string => day(`${date}T12:00:00Z`, 'UTC');

/** Everything on file that a letter may draw on, once for each course. */
function fileOf(intake: Intake): string {
  const { candidate, interview, process, interest } = intake;
  const name = (id: string): string => {
    const contact = intake.contacts.find((c) => c.id === id);
    return contact ? `${contact.givenName} ${contact.familyName}` : id;
  };
  const people = intake.contacts.map((c) =>
    lines(
      `  ${[c.honorific || '(no form of address known)', c.givenName, c.familyName].join(' ')}: ${[c.title, c.roles.join(', ')].filter(Boolean).join('; ')}; ${c.form}`,
      reach(c),
      c.topics.length > 0 && `    talked about with them: ${c.topics.join(', ')}`,
      interview.notes[c.id] !== undefined && `    jotted down about them: ${interview.notes[c.id]}`,
    ),
  );
  const marked = [
    interest.reallyInterested && 'really interested in the role',
    interest.favourite && 'this role is the first choice',
    interest.keenOnOrganisation && 'keen on the organisation, also for later roles',
    `chances ${interest.chances}`,
  ].filter(Boolean);
  return lines(
    `Candidate: ${candidate.name}, ${candidate.phone ?? 'no phone on file'}, in ${candidate.timeZone}`,
    `Role: ${intake.role} at ${intake.organisation.name} (${intake.organisation.timeZone})`,
    intake.route.kind === 'agency' &&
      `Through the agency ${intake.route.agency} (${name(intake.route.recruiterContactId)})`,
    `Interview: ${day(interview.endsAt, intake.organisation.timeZone)}, ${interview.kind}, round ${interview.round}`,
    interview.topics.length > 0 && `  topics: ${interview.topics.join(', ')}`,
    `Promised date: ${process.promisedDate === null ? 'none named by anybody' : `${dayOnly(process.promisedDate)}${process.dateNamedBy ? `, named by ${name(process.dateNamedBy)}` : ''}`}`,
    process.nextSteps !== '' && `Next steps, as they said: ${process.nextSteps}`,
    `The candidate says: ${marked.join('; ')}`,
    'People (those with the role "interviewer" took part):',
    ...people,
    ...intake.promises.map(
      (p) =>
        `Promised to ${p.to.map(name).join(', ')}: ${p.what} (${p.kind}${p.dueOn ? `, due ${dayOnly(p.dueOn)}` : ''}); ${p.content ?? 'not supplied yet'}`,
    ),
    intake.valueAdd !== null &&
      `To share, of the candidate's own accord: ${intake.valueAdd.kind} "${intake.valueAdd.title}" ${intake.valueAdd.url ?? ''} on ${intake.valueAdd.topic}, for ${intake.valueAdd.to.map(name).join(', ')}`,
    ...intake.circumstances.map((c) => `Candidate's circumstances: ${c.text} (${dayOnly(c.from)} to ${dayOnly(c.to)})`),
    ...process.absences.map((a) => `Away: ${name(a.contactId)}, ${dayOnly(a.from)} to ${dayOnly(a.to)}`),
    ...intake.referees.map(
      (r) =>
        `Referee: ${readName(r.name).honorific ? '' : '(no form of address known) '}${r.name}, ${r.relationship}, ${r.form ?? 'formal'}${r.agreed ? ', has agreed' : ''}${r.prefers ? `, prefers ${r.prefers}` : ''}`,
    ),
  );
}

const reach = (c: Contact): string =>
  `    ${[
    c.email ?? 'no email address',
    c.phone && `${c.phone} (${c.mayContact.includes('phone') ? 'may be called' : 'no calls'})`,
    c.publishedPhone && `published number ${c.publishedPhone}`,
    c.linkedIn && 'connected on LinkedIn',
    c.timeZone,
  ]
    .filter(Boolean)
    .join('; ')}`;

/** What belongs to this letter: whom, when, why, and all that was sent or happened before. */
function factsOf(
  intake: Intake,
  { step, due }: PlannedStep,
  all: PlannedStep[],
  happens: readonly Fact[],
  around: Surroundings,
  form: string,
  language: string,
): string {
  const zone = intake.organisation.timeZone;
  const who = (ids: string[]): string =>
    ids
      .map((id) => {
        const c = intake.contacts.find((x) => x.id === id);
        return c
          ? `${c.honorific} ${c.givenName} ${c.familyName}`.trim()
          : (intake.referees.find((r) => r.id === id)?.name ?? id);
      })
      .join(', ');
  const before = all.filter((p) => Date.parse(p.due) < Date.parse(due) && p.step.channel !== 'task');
  const earlier = before.map((p) => `  ${day(p.due, zone)}: ${p.step.step} to ${who(p.step.to)} by ${p.step.channel}`);
  const happened = happens.filter((f) => Date.parse(f.at) <= Date.parse(due));
  return lines(
    `Step: ${step.step} by ${step.channel}, ${day(due, zone)} (${step.reason})`,
    `To: ${who(step.to)}${step.cc.length > 0 ? `; in copy: ${who(step.cc)}` : ''}; ${language}, ${form}`,
    ...happened.map(({ v: _v, at, type, ...more }) => `Happened ${day(at, zone)}: ${type} ${JSON.stringify(more)}`),
    ...around.offers.map((o) => {
      const told = before.find((p) => p.step.letter.mentionsOffer === o.id);
      const once = told ? `; mentioned there on ${day(told.due, zone)}, and not again (D2: once)` : '';
      return `Offer elsewhere: ${o.organisation}, ${o.status}, answer by ${o.answerBy ?? 'no day named'}${once}`;
    }),
    ...around.siblings
      .filter((s) => step.letter.covers?.includes(s.interviewId))
      .map((s) => `Also waiting there: ${s.role}`),
    earlier.length > 0 ? `Sent or called before:\n${earlier.join('\n')}` : 'Nothing was sent before.',
  );
}

main();
