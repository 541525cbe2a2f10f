/** Random lives for the property tests, drawn so that a failing one shrinks to few interviews and few events. */
import fc from 'fast-check';
import { dateOf } from '../../policy/calendar';
import type { Contact, Intake, Referee, Settings } from '../../policy/intake';
import type { Happening, Life } from './world';

const DAY = 86_400_000;
export const EPOCH = Date.parse('2026-12-01T00:00:00Z');

export const DEFAULTS: Settings = {
  thankYouWorkingDays: 2,
  assumedPromiseWorkingDays: 7,
  reconnectWorkingDays: 1,
  chaseDays: 4,
  beforeDecisionMaker: 2,
  beforeSenior: 3,
  beforeLastSay: 4,
  refereeDays: 14,
  moveOnWorkingDays: 10,
  revisitMonths: 4,
  workingHours: { from: 9, to: 17 },
};

const PLACES = [
  { country: 'IE', timeZone: 'Europe/Dublin' },
  { country: 'SE', timeZone: 'Europe/Stockholm' },
  { country: 'US', timeZone: 'America/New_York' },
  { country: 'NZ', timeZone: 'Pacific/Auckland' },
  { country: 'AE', timeZone: 'Asia/Dubai' },
  { country: 'IL', timeZone: 'Asia/Jerusalem' },
  { country: 'BR', timeZone: 'America/Sao_Paulo' },
] as const;

const person = (
  id: string,
  roles: Contact['roles'],
  org: string,
  place: { country: string; timeZone: string },
  more: Partial<Contact>,
): Contact => ({
  id,
  honorific: '',
  givenName: id,
  familyName: 'Test',
  title: '',
  email: `${id}@${org}.test`,
  phone: null,
  publishedPhone: null,
  roles,
  mayContact: ['email'],
  linkedIn: false,
  topics: [],
  country: place.country,
  timeZone: place.timeZone,
  language: null,
  form: 'formal',
  ...more,
});

export interface Choice {
  org: number;
  place: number;
  startDay: number;
  startHour: number;
  lead: number;
  promised: number | null;
  hr: boolean;
  hm: boolean;
  hmPhone: boolean;
  senior: boolean;
  linkedIn: boolean;
  noAddress: boolean;
  agency: boolean;
  absence: { from: number; length: number } | null;
  keen: boolean;
  interested: boolean;
  high: boolean;
  homework: number | null;
  valueAdd: boolean;
  chaseDays: number;
  agreed: boolean;
}

const referee = (id: string, relationship: Referee['relationship'], agreed: boolean): Referee => ({
  id,
  name: id,
  email: `${id}@former.test`,
  phone: null,
  relationship,
  country: 'SE',
  timeZone: 'Europe/Stockholm',
  language: null,
  agreed,
  prefers: null,
  presentEmployer: false,
});

export function intakeOf(c: Choice): Intake {
  const place = PLACES[c.place % PLACES.length] as (typeof PLACES)[number];
  const org = `org${c.org}`;
  const endsAt = EPOCH + c.startDay * DAY + c.startHour * 3_600_000;
  const day = Math.floor(endsAt / DAY);
  const contacts: Contact[] = [
    person('ina', ['interviewer'], org, place, { email: c.noAddress ? null : `ina@${org}.test`, linkedIn: c.linkedIn }),
    ...(c.hr ? [person('hal', ['hr', 'interviewer'], org, place, {})] : []),
    ...(c.hm
      ? [
          person(
            'mo',
            ['hiring_manager', 'interviewer'],
            org,
            place,
            c.hmPhone ? { phone: '+353 1 555 0101', mayContact: ['email', 'phone'] } : {},
          ),
        ]
      : []),
    ...(c.senior ? [person('sue', ['senior'], org, place, {})] : []),
    ...(c.agency
      ? [
          person('rex', ['agency_recruiter'], 'agency', PLACES[0], {
            phone: '+353 1 555 0100',
            mayContact: ['email', 'phone'],
          }),
        ]
      : []),
  ];
  return {
    candidate: {
      name: 'Maya Test',
      email: 'maya@candidate.test',
      phone: null,
      timeZone: 'Europe/Stockholm',
      country: 'SE',
      language: 'en',
      presentEmployer: null,
    },
    organisation: { id: null, name: org, country: place.country, timeZone: place.timeZone },
    role: `role at ${org}`,
    interview: {
      startsAt: null,
      endsAt: new Date(endsAt).toISOString(),
      kind: 'panel',
      topics: [],
      round: 1,
      language: 'en',
      notes: {},
    },
    contacts,
    route: c.agency ? { kind: 'agency', agency: 'Agents', recruiterContactId: 'rex' } : { kind: 'direct' },
    process: {
      id: null,
      promisedDate: c.promised === null ? null : dateOf(day + c.promised),
      nextSteps: '',
      dateNamedBy: null,
      absences:
        c.absence === null || !c.hm
          ? []
          : [
              {
                contactId: 'mo',
                from: dateOf(day + c.absence.from),
                to: dateOf(day + c.absence.from + c.absence.length),
              },
            ],
    },
    promises:
      c.homework === null
        ? []
        : [{ id: 'p1', what: 'a page', to: ['ina'], kind: 'homework', content: null, dueOn: dateOf(day + c.homework) }],
    interest: {
      reallyInterested: c.interested,
      favourite: false,
      keenOnOrganisation: c.keen,
      chances: c.high ? 'high' : 'medium',
    },
    referees: [referee('r1', 'direct_manager', c.agreed), referee('r2', 'colleague', false)],
    documents: { transcript: null },
    valueAdd: c.valueAdd
      ? { kind: 'article', title: 'T', url: 'https://example.test/t', topic: 't', to: ['ina'] }
      : null,
    circumstances: [],
    approval: {},
    settings: { ...DEFAULTS, chaseDays: c.chaseDays },
  };
}

/** Days before clock changes of either hemisphere, a leap day and the turn of a year. */
const TURNING_DAYS = [
  '2026-12-22',
  '2027-03-11',
  '2027-03-24',
  '2027-04-01',
  '2027-09-22',
  '2027-10-29',
  '2028-02-23',
].map((date) => (Date.parse(date) - EPOCH) / DAY);

export const choice: fc.Arbitrary<Choice> = fc.record({
  org: fc.nat(1),
  place: fc.nat(PLACES.length - 1),
  startDay: fc.oneof({ weight: 4, arbitrary: fc.nat(500) }, fc.constantFrom(...TURNING_DAYS)),
  startHour: fc.integer({ min: 6, max: 20 }),
  lead: fc.constant(0),
  promised: fc.option(fc.integer({ min: 0, max: 40 }), { freq: 3 }),
  hr: fc.boolean(),
  hm: fc.boolean(),
  hmPhone: fc.boolean(),
  senior: fc.boolean(),
  linkedIn: fc.boolean(),
  noAddress: fc.boolean(),
  agency: fc.nat(5).map((n) => n === 5),
  absence: fc.option(fc.record({ from: fc.integer({ min: 0, max: 30 }), length: fc.nat(20) }), { freq: 2 }),
  keen: fc.boolean(),
  interested: fc.boolean(),
  high: fc.boolean(),
  homework: fc.option(fc.integer({ min: 1, max: 12 }), { freq: 2 }),
  valueAdd: fc.boolean(),
  chaseDays: fc.constantFrom(4, 4, 3, 7),
  agreed: fc.boolean(),
});

const KINDS = [
  'rejection',
  'offer',
  'advance',
  'holding',
  'info_request',
  'acknowledgement',
  'auto_reply',
  'other',
  'reopened',
  'bounce',
] as const;

/** What may happen, at a number of hours after the first interview's end. */
const event = fc.record({
  interview: fc.nat(2),
  hours: fc.integer({ min: -48, max: 24 * 120 }),
  sortedAfter: fc.integer({ min: 0, max: 200 }),
  kind: fc.constantFrom(
    ...KINDS,
    'pause',
    'call_in',
    'call_out',
    'by_hand',
    'withdraw',
    'on_hold',
    'no_calls',
    'do_not_write',
    'reschedule',
    'cancel',
    'references',
    'referee_yes',
    'referee_no',
    'referee_more',
    'offer_elsewhere',
    'accept',
    'decline',
    'preferred_declined',
    'agent_agreed',
    'contact_you',
    'stop_all',
    'no_show',
    'reflection_no',
    'absence',
    'downtime',
  ),
  n: fc.nat(60),
});

export const life: fc.Arbitrary<Life> = fc
  .record({
    first: choice,
    more: fc.array(choice, { maxLength: 2 }),
    events: fc.array(event, { maxLength: 6 }),
    habits: fc.record({
      approves: fc.constantFrom(100, 100, 60, 0),
      approvesAfterHours: fc.constantFrom(0, 3, 30, 80),
      makesCalls: fc.constantFrom(100, 0),
      uncertain: fc.constantFrom(0, 10),
    }),
    approval: fc.constantFrom('ask', 'send', 'send', 'send_unless_stopped'),
    inbound: fc.constantFrom('working', 'working', 'working', 'none'),
  })
  .map(({ first, more, events, habits, approval, inbound }) => {
    // The others start within some weeks of the first, so that lives overlap.
    const choices = [
      first,
      ...more.map((c) => ({
        ...c,
        startDay: first.startDay + (c.startDay % 30),
        place: c.org === first.org ? first.place : c.place,
      })),
    ];
    const intakes = choices.map(intakeOf);
    const ends = intakes.map((i) => Date.parse(i.interview.endsAt));
    const base = ends[0] as number;
    return {
      intakes,
      starts: ends,
      happenings: events.flatMap((e, index) => happen(e, index, base, ends, intakes)),
      habits,
      approval,
      inbound: inbound as Life['inbound'],
    };
  });

function happen(
  e: { interview: number; hours: number; sortedAfter: number; kind: string; n: number },
  index: number,
  base: number,
  ends: number[],
  intakes: Intake[],
): Happening[] {
  const interview = e.interview % ends.length;
  const intake = intakes[interview] as Intake;
  const at = base + e.hours * 3_600_000;
  const date = (days: number): string => dateOf(Math.floor(at / DAY) + days);
  const contactId = intake.contacts[e.n % intake.contacts.length]?.id ?? 'ina';
  const fact = (f: Record<string, unknown> & { type: string }, when = at): Happening => ({
    interview,
    at: when,
    fact: f,
  });
  if ((KINDS as readonly string[]).includes(e.kind)) {
    const mailKey = `m${index}`;
    const detail: Record<string, unknown> = { contactId };
    if (e.kind === 'holding' && e.n % 2 === 0) detail.promisedDate = date(3 + (e.n % 20));
    if (e.kind === 'auto_reply') detail.absentUntil = date(1 + (e.n % 15));
    if (e.kind === 'offer') detail.answerBy = date(4 + (e.n % 10));
    if (e.kind === 'bounce')
      detail.bounce = {
        recipients: [intake.contacts.find((c) => c.id === contactId)?.email ?? ''],
        permanent: e.n % 2 === 0,
      };
    return [
      fact({ type: 'mail_received', mailKey, contactId }),
      fact({ type: 'mail_sorted', mailKey, kind: e.kind, by: 'person', ...detail }, at + e.sortedAfter * 3_600_000),
    ];
  }
  switch (e.kind) {
    case 'pause':
      return [fact({ type: 'paused' }), fact({ type: 'resumed' }, at + e.n * DAY)];
    case 'call_in':
      return [fact({ type: 'call_logged', direction: 'in', reached: e.n % 2 === 0, contactId })];
    case 'call_out':
      return [fact({ type: 'call_logged', direction: 'out', reached: e.n % 3 === 0, contactId })];
    case 'by_hand':
      return [fact({ type: 'message_sent_by_hand', contactId, asksOutcome: e.n % 2 === 0 })];
    case 'withdraw':
      return [fact({ type: 'candidate_withdraws' })];
    case 'on_hold':
      return [fact({ type: 'on_hold' })];
    case 'no_calls':
      return [fact({ type: 'no_calls' })];
    case 'do_not_write':
      return [fact(e.n % 4 === 0 ? { type: 'do_not_write' } : { type: 'do_not_write', contactId })];
    case 'reschedule':
      return [fact({ type: 'interview_rescheduled', endsAt: new Date(at + (e.n % 14) * DAY).toISOString() })];
    case 'cancel':
      return [fact({ type: 'interview_cancelled' })];
    case 'references':
      return [fact({ type: 'references_requested', by: 'HR' })];
    case 'referee_yes':
      return [fact({ type: 'referee_replied', refereeId: 'r1', agrees: true })];
    case 'referee_no':
      return [fact({ type: 'referee_replied', refereeId: 'r2', agrees: false })];
    case 'referee_more':
      return [
        fact({
          type: 'referee_added',
          referee: referee(`found${index}`, 'colleague', e.n % 3 === 0),
          ...(e.n % 2 === 0 && { replaces: 'r2' }),
        }),
      ];
    case 'offer_elsewhere':
      return [
        {
          at,
          offer: {
            id: `o${index}`,
            organisation: 'Elsewhere',
            organisationKey: 'elsewhere|se',
            receivedOn: date(0),
            answerBy: date(3 + (e.n % 12)),
            status: 'open',
          },
        },
        { at: at + (2 + (e.n % 12)) * DAY, offerLapses: `o${index}` },
      ];
    case 'accept':
      return [fact({ type: 'offer_accepted' })];
    case 'decline':
      return [fact({ type: 'offer_declined', by: 'candidate' })];
    case 'preferred_declined':
      return [fact({ type: 'offer_declined', by: 'preferred_candidate' })];
    case 'agent_agreed':
      return [fact({ type: 'agent_agreed' })];
    case 'contact_you':
      return [
        fact({ type: 'mail_received', mailKey: `m${index}`, contactId }),
        fact({
          type: 'mail_sorted',
          mailKey: `m${index}`,
          kind: 'holding',
          by: 'person',
          contactId,
          weWillContactYou: true,
        }),
      ];
    case 'stop_all':
      return [
        { at, stopped: true },
        { at: at + e.n * DAY, stopped: false },
      ];
    case 'no_show':
      return [fact({ type: 'call_agreed', callAt: new Date(at + DAY).toISOString(), contactId })];
    case 'reflection_no':
      return [fact({ type: 'reflection_given', text: 'no', goOn: false })];
    case 'absence':
      return [fact({ type: 'absence', contactId, from: date(e.n % 5), to: date((e.n % 5) + (e.n % 12)) })];
    case 'downtime':
      return [{ at, downForMs: (1 + e.n) * 6 * 3_600_000 }];
    default:
      return [];
  }
}
