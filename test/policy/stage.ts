/** A stage for rule tests: the sample panel at Northwind, changed as a test needs, played to its end. */
import { toIso, toMs } from '../../policy/calendar';
import { decide } from '../../policy/decide';
import type { Decision, Step } from '../../policy/decision';
import type { Fact } from '../../policy/facts';
import type { Contact, Intake } from '../../policy/intake';
import { type Assumptions, type Course, simulate } from '../../policy/simulate';
import { nothingElse, type Surroundings } from '../../policy/surroundings';
import { DEFAULTS } from './lives';
import { calendarsFor } from './world';

const DUBLIN = { country: 'IE', timeZone: 'Europe/Dublin' };

export const byrne: Contact = {
  id: 'byrne',
  honorific: 'Dr',
  givenName: 'Aoife',
  familyName: 'Byrne',
  title: 'Head of Data',
  email: 'aoife.byrne@northwind.test',
  phone: '+353 1 555 0101',
  publishedPhone: null,
  roles: ['interviewer', 'hiring_manager'],
  mayContact: ['email', 'phone'],
  linkedIn: false,
  topics: ['streaming ingestion'],
  ...DUBLIN,
  language: null,
  form: 'formal',
};
export const oneill: Contact = {
  id: 'oneill',
  honorific: 'Mr',
  givenName: 'Conor',
  familyName: "O'Neill",
  title: 'HR Partner',
  email: 'conor.oneill@northwind.test',
  phone: null,
  publishedPhone: null,
  roles: ['interviewer', 'hr'],
  mayContact: ['email'],
  linkedIn: true,
  topics: ['on-call rota'],
  ...DUBLIN,
  language: null,
  form: 'formal',
};
export const walsh: Contact = {
  id: 'walsh',
  honorific: 'Ms',
  givenName: 'Niamh',
  familyName: 'Walsh',
  title: 'VP Engineering',
  email: 'niamh.walsh@northwind.test',
  phone: null,
  publishedPhone: null,
  roles: ['senior'],
  mayContact: ['email'],
  linkedIn: false,
  topics: [],
  ...DUBLIN,
  language: null,
  form: 'formal',
};

export const END = '2026-12-01T11:30:00Z';

export function intake(change: Partial<Intake> = {}): Intake {
  return {
    candidate: {
      name: 'Maya Lindqvist',
      email: 'maya@candidate.test',
      phone: null,
      timeZone: 'Europe/Stockholm',
      country: 'SE',
      language: 'en',
      presentEmployer: null,
    },
    organisation: { id: null, name: 'Northwind Grid', ...DUBLIN },
    role: 'Senior Data Engineer',
    interview: { startsAt: null, endsAt: END, kind: 'panel', topics: [], round: 1, language: 'en', notes: {} },
    contacts: [byrne, oneill, walsh],
    route: { kind: 'direct' },
    process: { id: null, promisedDate: '2026-12-11', nextSteps: '', dateNamedBy: null, absences: [] },
    promises: [],
    interest: { reallyInterested: false, favourite: false, keenOnOrganisation: false, chances: 'medium' },
    referees: [
      {
        id: 'r1',
        name: 'Jonas Berg',
        email: 'jonas@former.test',
        phone: null,
        relationship: 'direct_manager',
        country: 'SE',
        timeZone: 'Europe/Stockholm',
        language: null,
        agreed: true,
        prefers: null,
        presentEmployer: false,
      },
    ],
    documents: { transcript: 'transcript.pdf' },
    valueAdd: null,
    circumstances: [],
    approval: {},
    settings: DEFAULTS,
    ...change,
  };
}

export function around(of: Intake, change: Partial<Surroundings> = {}): Surroundings {
  return { ...nothingElse('i1', calendarsFor([of])), ...change };
}

export type Coming = { at: string; type: string } & Record<string, unknown>;
export const facts = (coming: Coming[]): Fact[] => coming.map((c) => ({ v: 1, ...c })) as unknown as Fact[];

/** Plays the interview; `happens` are facts to come. */
export function play(
  of: Intake = intake(),
  happens: Coming[] = [],
  change: Partial<Surroundings> = {},
  assumptions: Assumptions = {},
): Course {
  return simulate(
    [{ v: 1, at: of.interview.endsAt, type: 'intake', intake: of }],
    of.interview.endsAt,
    around(of, change),
    { ...assumptions, happens: facts(happens) },
  );
}

export interface Row {
  step: string;
  on: string;
  to: string;
  channel: string;
  rules: string[];
  whole: Step;
}

/** The course as rows, times of day left out: `{ step, on: '2026-12-14', to: 'oneill', … }`. */
export const rows = (course: Course): Row[] =>
  course.steps.map(({ step, due }) => ({
    step: step.step,
    on: due.slice(0, 10),
    to: step.to.join('+'),
    channel: step.channel,
    rules: step.rules,
    whole: step,
  }));

export const only = (course: Course, ...steps: string[]): Row[] => rows(course).filter((r) => steps.includes(r.step));
export const asks = (course: Course): Row[] =>
  only(course, 'reconnect', 'chase', 'decision_maker', 'senior', 'last_say').filter((r) => r.channel !== 'task');

/** What the policy says at a moment, given facts so far. */
export function at(
  moment: string,
  so_far: Coming[] = [],
  of: Intake = intake(),
  change: Partial<Surroundings> = {},
): Decision {
  return decide(
    [{ v: 1, at: of.interview.endsAt, type: 'intake', intake: of }, ...facts(so_far)],
    toIso(toMs(moment)),
    around(of, change),
  );
}

export const holding = (day: string, more: Record<string, unknown> = {}): Coming => ({
  at: `${day}T12:00:00Z`,
  type: 'feedback_received',
  outcome: 'holding',
  ...more,
});
