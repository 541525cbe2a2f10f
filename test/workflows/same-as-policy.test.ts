/**
 * The real workflow, on a real server and virtual time, does what the pure policy plays out in memory: the same steps in
 * the same order, due and done at the same moments. What a person or a mail said is taken from the live facts, with the
 * moment it reached the interview; everything else each side finds by itself.
 */
import { readFacts } from '../../data/facts';
import { surroundingsOf } from '../../data/surroundings';
import type { Fact } from '../../policy/facts';
import { simulate } from '../../policy/simulate';
import { interviewed, openAfterview, type TestAfterview } from '../support/afterview';
import { engineStartTimeoutMs } from '../support/engine';
import { freshIntake, type SentIntake } from '../support/intakes';

let app: TestAfterview;
beforeAll(async () => {
  app = await openAfterview();
}, engineStartTimeoutMs);
afterAll(async () => app?.close(), 60_000);

/** Virtual time does not stand still while the machine works; a decision may be so much later than on paper. */
const TOLERANCE_MS = 15_000;
/** What the interview itself does; all other facts were said to it. */
const OWN = [
  'step_opened',
  'step_retimed',
  'step_sent',
  'step_held',
  'step_withdrawn',
  'step_lapsed',
  'step_failed',
  'closed',
];

interface Story {
  change?: (intake: SentIntake) => void;
  /** So many days after the interview's start each event is told. */
  events?: { day: number; event: (now: string) => Record<string, unknown> }[];
  days: number;
  outcome: string;
}

const dayAfter = (now: string, days: number) =>
  new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10);
/** Neither a return after months nor a senior letter: those stories end early. */
const lukewarm = (intake: SentIntake) => {
  intake.interest = { ...intake.interest, reallyInterested: false, keenOnOrganisation: false };
};
const throughAgency = (intake: SentIntake) => {
  lukewarm(intake);
  const recruiter = {
    id: 'rex',
    givenName: 'Rex',
    familyName: 'Hart',
    email: 'rex@agency.test',
    roles: ['agency_recruiter'],
  };
  intake.contacts.push({
    ...recruiter,
    title: 'Recruiter',
    mayContact: ['email'],
    country: 'IE',
    timeZone: 'Europe/Dublin',
  });
  intake.route = { kind: 'agency', agency: 'Brightpath', recruiterContactId: 'rex' };
};
const says =
  (outcome: string, more: (now: string) => Record<string, unknown> = () => ({})) =>
  (now: string) => ({
    type: 'feedback_received',
    outcome,
    contactId: 'oneill',
    ...more(now),
  });

const STORIES: Record<string, Story> = {
  'never answered': { days: 240, outcome: 'unanswered' },
  'a no on the sixth day': {
    change: lukewarm,
    events: [{ day: 6, event: says('rejected') }],
    days: 40,
    outcome: 'rejected',
  },
  'a holding reply with a new date, then silence': {
    change: lukewarm,
    events: [{ day: 16, event: says('holding', (now) => ({ promisedDate: dayAfter(now, 9) })) }],
    days: 150,
    outcome: 'unanswered',
  },
  'the candidate withdraws': {
    events: [{ day: 4, event: () => ({ type: 'candidate_withdraws' }) }],
    days: 40,
    outcome: 'withdrawn',
  },
  'an offer, accepted': {
    events: [
      { day: 7, event: says('offered', (now) => ({ answerBy: dayAfter(now, 10) })) },
      { day: 9, event: () => ({ type: 'offer_accepted' }) },
      { day: 12, event: () => ({ type: 'offer_changed', stage: 'cleared' }) },
    ],
    days: 60,
    outcome: 'accepted',
  },
  'through an agency, direct contact from the second day on': {
    change: throughAgency,
    events: [{ day: 2, event: () => ({ type: 'agent_agreed' }) }],
    days: 150,
    outcome: 'unanswered',
  },
};

test.each(Object.entries(STORIES))(
  '%s',
  async (_, { change, events = [], days, outcome }) => {
    const { view } = await interviewed(app, freshIntake(change));
    const around = await surroundingsOf(app.db, view.id, view.now, { inboundConfigured: true });
    let passed = 0;
    for (const { day, event } of events) {
      const { now } = await app.service.fastForward(view.id, { days: day - passed });
      passed = day;
      await app.service.report(view.id, event(now));
    }
    const end = await app.service.fastForward(view.id, { days: days - passed });
    const lived = await readFacts(app.db, view.id);

    const [intake, ...after] = lived;
    if (!intake) throw new Error('no facts');
    const said = after.filter(({ type }) => !OWN.includes(type));
    const played = simulate(
      [intake],
      intake.at,
      { ...around, outreach: [], refereeContacts: [] },
      {
        happens: said,
        until: end.now,
        diligent: false,
      },
    );

    expect(own(lived).map(deed)).toEqual(own(played.facts).map(deed));
    const apart = own(lived).map((fact, index) => {
      const other = own(played.facts)[index];
      return { deed: deed(fact), apart: Math.abs(moment(fact) - (other ? moment(other) : 0)) };
    });
    expect(apart.filter((one) => one.apart > TOLERANCE_MS)).toEqual([]);
    expect([end.outcome, played.outcome]).toEqual([outcome, outcome]);
    expect(own(lived).length).toBeGreaterThan(5);
  },
  300_000,
);

const own = (facts: readonly Fact[]): Fact[] => facts.filter(({ type }) => OWN.includes(type));

function deed(fact: Fact): string {
  const key = fact.type === 'step_opened' ? fact.step.key : 'key' in fact ? fact.key : '';
  return [fact.type, key, 'rule' in fact ? fact.rule : ''].join(' ').trim();
}

/** When it is due, for what is planned; when it happened, for what was done. */
function moment(fact: Fact): number {
  if (fact.type === 'step_opened') return Date.parse(fact.step.due);
  return Date.parse(fact.type === 'step_retimed' ? fact.due : fact.at);
}
