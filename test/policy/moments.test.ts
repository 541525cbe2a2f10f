/**
 * The moments at which things begin to be allowed, to the minute: the last gate (`mayStillSend`), the minimum gap, and the
 * days and hours they count with. Times: Dublin is UTC in winter; 14 December 2026 is a Monday.
 */
import { calendarFor } from '../../data/calendars';
import * as calendar from '../../policy/calendar';
import { fold } from '../../policy/case';
import type { Step } from '../../policy/decision';
import { organisationKey } from '../../policy/identity';
import type { Intake } from '../../policy/intake';
import { mayStillSend } from '../../policy/may-still-send';
import { lastOutreach, lastOutreachDay } from '../../policy/rules/gap';
import { liveOffer } from '../../policy/rules/offers';
import type { OtherOffer, Outreach, Surroundings } from '../../policy/surroundings';
import { viewOf } from '../../policy/view';
import { around, byrne, at as decisionAt, facts, intake, oneill, play, walsh } from './stage';

type Coming = Parameters<typeof facts>[0];
const MONDAY = '2026-12-14T10:00:00Z';

const step = (over: Partial<Step> = {}): Step => ({
  ...{ key: 'reconnect:oneill:1', step: 'reconnect', rules: [], reason: '', channel: 'email', to: ['oneill'], cc: [] },
  ...{ due: '2026-12-14T10:00:00Z', planned: '2026-12-14T10:00:00Z', mode: 'ask', about: null, letter: {} },
  ...over,
});
const opened = (over: Partial<Step> = {}, at = '2026-12-12T10:00:00Z'): Coming[number] => ({
  at,
  type: 'step_opened',
  step: step(over),
});
const approved = (key = 'reconnect:oneill:1', at = '2026-12-12T10:05:00Z'): Coming[number] => ({
  at,
  type: 'step_approved',
  key,
});

interface Case_ {
  at?: string;
  step?: Partial<Step>;
  /** Facts before it was opened, and after it was approved. */
  before?: Coming;
  after?: Coming;
  around?: Partial<Surroundings>;
  of?: Intake;
  unapproved?: boolean;
}

/** `null`: it may leave. Else the rule, and until when where it says so. */
function gate({
  at = MONDAY,
  step: over = {},
  before = [],
  after = [],
  around: change = {},
  of = intake(),
  unapproved = false,
}: Case_ = {}): string | null {
  const { key } = step(over);
  const all = [
    { v: 1, at: of.interview.endsAt, type: 'intake', intake: of },
    ...facts([...before, opened(over), ...(unapproved ? [] : [approved(key)]), ...after]),
  ];
  const refused = mayStillSend(all as Parameters<typeof mayStillSend>[0], key, at, around(of, change));
  if (refused === null) return null;
  return refused.until === null ? refused.rule : `${refused.rule} until ${refused.until}`;
}
const of = (process: Partial<Intake['process']>) => intake({ process: { ...intake().process, ...process } });
const made = (at: string, more: Partial<Outreach> = {}): Outreach => ({
  interviewId: 'i2',
  at,
  step: 'chase',
  stepKey: 'chase:oneill:1',
  addresses: [],
  covers: [],
  ...more,
});
const thanked = { key: 'thank_you:oneill:1', step: 'thank_you' } as const;

describe('the last gate lets a question go, and refuses to the minute', () => {
  it('lets an approved question go on the first working day after the date', () => expect(gate()).toBeNull());
  it('E2 only in working hours: 9:00 to 16:59', () => {
    expect(gate({ at: '2026-12-14T08:59:59Z' })).toBe('E2 until 2026-12-14T09:00:00.000Z');
    expect(gate({ at: '2026-12-14T09:00:00Z' })).toBeNull();
    expect(gate({ at: '2026-12-14T16:59:59Z' })).toBeNull();
    expect(gate({ at: '2026-12-14T17:00:00Z' })).toBe('E2 until 2026-12-15T09:00:00.000Z');
    expect(gate({ at: '2026-12-19T10:00:00Z' })).toBe('E2 until 2026-12-21T09:00:00.000Z');
    expect(gate({ at: '2026-12-25T10:00:00Z' })).toBe('E2 until 2026-12-29T09:00:00.000Z');
  });
  it('D1 holds to the last second of the promised day', () => {
    expect(gate({ at: '2026-12-11T23:59:59Z' })).toBe('D1 until 2026-12-12T00:00:00.000Z');
    expect(gate({ at: '2026-12-11T10:00:00Z', step: thanked })).toBeNull();
    expect(gate({ of: of({ promisedDate: null }), at: '2026-12-10T10:00:00Z' })).toBe(
      'D1 until 2026-12-11T00:00:00.000Z',
    );
    expect(gate({ of: of({ promisedDate: null }), at: '2026-12-11T10:00:00Z' })).toBeNull();
  });
  it('H15 sends only what is on record, approved, and not over', () => {
    const key = 'reconnect:oneill:1';
    const status = (...after: Coming) => gate({ after });
    expect(status({ at: MONDAY, type: 'step_sent', key })).toBe('H15');
    expect(status({ at: MONDAY, type: 'step_withdrawn', key, rule: 'E8' })).toBe('H15');
    expect(status({ at: MONDAY, type: 'step_skipped', key })).toBe('H15');
    const all = [
      { v: 1 as const, at: intake().interview.endsAt, type: 'intake' as const, intake: intake() },
      ...facts([opened()]),
    ];
    expect(mayStillSend(all, key, MONDAY, around(intake()))?.rule).toBe('H15');
    expect(mayStillSend(all, 'unknown', MONDAY, around(intake()))?.rule).toBe('H15');
    const free = [...all.slice(0, 1), ...facts([opened({ mode: 'send' })])];
    expect(mayStillSend(free, key, MONDAY, around(intake()))).toBeNull();
  });
  it('a stop, a pause, a cancellation and a withdrawal beat everything', () => {
    expect(gate({ around: { stopped: true } })).toBe('pause');
    expect(gate({ after: [{ at: '2026-12-13T10:00:00Z', type: 'paused' }] })).toBe('pause');
    expect(gate({ after: [{ at: '2026-12-13T10:00:00Z', type: 'interview_cancelled' }] })).toBe('I2');
    const withdrawn: Coming = [{ at: '2026-12-13T10:00:00Z', type: 'candidate_withdraws' }];
    expect(gate({ after: withdrawn })).toBe('H11');
    for (const name of ['withdrawal', 'answer_owed'] as const) {
      expect(gate({ step: { key: `${name}:oneill:1`, step: name }, after: withdrawn })).toBeNull();
    }
  });
  it('I2 nothing before the interview has ended', () => {
    const late = intake({ interview: { ...intake().interview, endsAt: '2026-12-14T10:30:00Z' } });
    expect(gate({ of: late, step: thanked })).toBe('I2 until 2026-12-14T10:30:00.000Z');
    expect(gate({ of: late, step: thanked, at: '2026-12-14T10:30:00Z' })).toBeNull();
  });
});

describe('H1 the gap', () => {
  it('H1 is three days of the recipient, over all interviews there, by any hand', () => {
    const sent = (at: string) => gate({ at: '2026-12-15T10:00:00Z', around: { outreach: [made(at)] } });
    expect(sent('2026-12-13T00:00:00Z')).toBe('H1 until 2026-12-16T10:00:00.000Z');
    expect(sent('2026-12-12T23:59:00Z')).toBeNull();
    const byHand: Coming = [{ at: '2026-12-14T09:00:00Z', type: 'message_sent_by_hand', contactId: 'walsh' }];
    expect(gate({ at: '2026-12-16T10:00:00Z', after: byHand })).toBe('H1 until 2026-12-17T10:00:00.000Z');
    expect(gate({ at: '2026-12-17T10:00:00Z', after: byHand })).toBeNull();
  });
  it('H1 ends on a working day', () => {
    expect(gate({ at: '2026-12-18T10:00:00Z', around: { outreach: [made('2026-12-16T10:00:00Z')] } })).toBe(
      'H1 until 2026-12-21T10:00:00.000Z',
    );
  });
  it('H1 holds back value-adds and senior letters, not thank-yous and answers', () => {
    const outreach = [made('2026-12-08T10:00:00Z')];
    const at = '2026-12-09T10:00:00Z';
    const material = intake({ valueAdd: { kind: 'article', title: 'T', url: null, topic: 'x', to: ['byrne'] } });
    expect(
      gate({
        at,
        of: material,
        around: { outreach },
        step: { key: 'value_add:byrne:1', step: 'value_add', to: ['byrne'] },
      }),
    ).toMatch(/^H1/);
    for (const name of ['thank_you', 'answer_owed', 'check_in'] as const) {
      expect(gate({ at, around: { outreach }, step: { key: `${name}:oneill:1`, step: name } })).toBeNull();
    }
  });
  it('H1 looks at the latest of all, wherever it stands, and never at the step itself', () => {
    const sentBy = (at: string, key: string): Coming => [
      opened({ ...thanked, key }, '2026-12-02T08:00:00Z'),
      approved(key, '2026-12-02T08:00:00Z'),
      { at, type: 'step_sent', key },
    ];
    const last = (own: Coming, outreach: Outreach[], key: string | null = null) => {
      const all = [
        { v: 1 as const, at: intake().interview.endsAt, type: 'intake' as const, intake: intake() },
        ...facts(own),
      ];
      const view = viewOf(fold(all), calendar.toMs(MONDAY), around(intake(), { outreach }));
      const at = lastOutreach(view, key);
      return { at: at === null ? null : calendar.toIso(at).slice(5, 10), day: lastOutreachDay(view, view.there, key) };
    };
    expect(last([], [])).toEqual({ at: null, day: null });
    const [a, b] = [
      sentBy('2026-12-02T09:00:00Z', 'thank_you:oneill:1'),
      sentBy('2026-12-04T09:00:00Z', 'thank_you:byrne:1'),
    ];
    expect(last([...a, ...b], [])).toEqual({ at: '12-04', day: calendar.dayFrom('2026-12-04') });
    expect(last([...b, ...a], []).at).toBe('12-04');
    expect(last([...a, ...b], [], 'thank_you:byrne:1').at).toBe('12-02');
    expect(last(a, [], 'thank_you:oneill:1').at).toBeNull();
    expect(last(a, [made('2026-12-06T09:00:00Z'), made('2026-12-05T09:00:00Z')]).at).toBe('12-06');
    expect(last(b, [made('2026-12-03T09:00:00Z')]).at).toBe('12-04');
    expect(last([], [made('2026-12-05T09:00:00Z')]).at).toBe('12-05');
    const echo = made('2026-12-09T09:00:00Z', { interviewId: 'i1', stepKey: 'chase:oneill:2' });
    expect(last([], [echo], 'chase:oneill:2').at).toBeNull();
    expect(last([], [echo], 'chase:oneill:3').at).toBe('12-09');
    // The same key in another interview is another message.
    expect(last([], [{ ...echo, interviewId: 'i2' }], 'chase:oneill:2').at).toBe('12-09');
  });
});

describe('what else holds a question', () => {
  const answer = (at: string, more: Record<string, unknown> = {}): Coming[number] => ({
    at,
    type: 'feedback_received',
    outcome: 'holding',
    ...more,
  });
  it('E8 an answer after the draft was made, or an ending', () => {
    expect(gate({ after: [answer('2026-12-13T10:00:00Z')] })).toBe('E8');
    expect(gate({ before: [answer('2026-12-10T10:00:00Z')] })).toBeNull();
    expect(gate({ after: [answer('2026-12-13T10:00:00Z', { outcome: 'rejected' })] })).toBe('E8');
  });
  it('H3 an unsorted mail, H4 the candidate’s turn, I4 on hold', () => {
    expect(gate({ after: [{ at: '2026-12-13T10:00:00Z', type: 'mail_received', mailKey: 'm' }] })).toBe('H3');
    const asked: Coming = [
      { at: '2026-12-10T10:00:00Z', type: 'mail_received', mailKey: 'm', contactId: 'oneill' },
      {
        at: '2026-12-10T10:01:00Z',
        type: 'mail_sorted',
        mailKey: 'm',
        kind: 'info_request',
        by: 'reader',
        contactId: 'oneill',
        asksFor: ['documents'],
      },
    ];
    expect(gate({ before: asked })).toBe('H4');
    expect(gate({ before: [{ at: '2026-12-10T10:00:00Z', type: 'on_hold' }] })).toBe('I4');
  });
  it('H4 five working days after supplying, I3 ten after "we will contact you"', () => {
    const mail = (kind: string, more: Record<string, unknown>): Coming => [
      { at: '2026-12-09T10:00:00Z', type: 'mail_received', mailKey: 'm', contactId: 'oneill' },
      {
        at: '2026-12-09T10:01:00Z',
        type: 'mail_sorted',
        mailKey: 'm',
        kind,
        by: 'reader',
        contactId: 'oneill',
        ...more,
      },
    ];
    const key = 'answer_owed:oneill:m';
    const supplied: Coming = [
      ...mail('info_request', { asksFor: ['documents'] }),
      opened({ key, step: 'answer_owed', letter: { mailKey: 'm', answers: 'info_request' } }, '2026-12-09T10:02:00Z'),
      approved(key, '2026-12-10T10:00:00Z'),
      { at: '2026-12-10T10:00:00Z', type: 'step_sent', key },
    ];
    expect(gate({ before: supplied, at: '2026-12-16T16:00:00Z' })).toBe('H4 until 2026-12-17T10:00:00.000Z');
    expect(gate({ before: supplied, at: '2026-12-17T09:00:00Z' })).toBeNull();
    const wait = mail('holding', { weWillContactYou: true });
    expect(gate({ before: wait, at: '2026-12-22T10:00:00Z' })).toBe('I3 until 2026-12-23T10:00:00.000Z');
    expect(gate({ before: wait, at: '2026-12-23T10:00:00Z' })).toBeNull();
  });
  it('A4 from the first to the last day away, then the next working day', () => {
    const away = (contactId: string) => of({ absences: [{ contactId, from: '2026-12-15', to: '2026-12-18' }] });
    expect(gate({ of: away('byrne') })).toBeNull();
    expect(gate({ of: away('byrne'), at: '2026-12-15T10:00:00Z' })).toBe('A4 until 2026-12-21T10:00:00.000Z');
    expect(gate({ of: away('byrne'), at: '2026-12-18T10:00:00Z' })).toBe('A4 until 2026-12-21T10:00:00.000Z');
    expect(gate({ of: away('byrne'), at: '2026-12-21T10:00:00Z' })).toBeNull();
    expect(gate({ of: away('oneill'), at: '2026-12-16T10:00:00Z' })).toMatch(/^A4/);
    expect(gate({ of: away('walsh'), at: '2026-12-16T10:00:00Z' })).toBeNull();
  });
  it('H17 where no mail comes in, until the candidate says that none came, for this question', () => {
    const inbound = { inbound: 'none' } as const;
    expect(gate({ around: inbound })).toBe('H17');
    expect(gate({ around: inbound, after: [{ at: '2026-12-14T09:00:00Z', type: 'no_reply_yet' }] })).toBeNull();
    expect(gate({ around: inbound, before: [{ at: '2026-12-11T09:00:00Z', type: 'no_reply_yet' }] })).toBe('H17');
    expect(gate({ around: { inbound: 'broken' } })).toBe('H17');
  });
});

describe('who may be written to', () => {
  it('A2, H6, H14, I1, F1, I5: each by its own rule', () => {
    const contacts = (more: Partial<typeof oneill>) => intake({ contacts: [byrne, { ...oneill, ...more }, walsh] });
    expect(gate({ of: contacts({ email: null }) })).toBe('A2');
    expect(gate({ of: contacts({ mayContact: ['phone'] }) })).toBe('A2');
    expect(gate({ step: { to: ['nobody'] } })).toBe('A2');
    expect(gate({ step: { cc: ['nobody'] } })).toBe('A2');
    expect(gate({ around: { doNotWrite: ['conor.oneill@northwind.test'] } })).toBe('H14');
    expect(gate({ around: { doNotWrite: ['niamh.walsh@northwind.test'] }, step: { cc: ['walsh'] } })).toBe('H14');
    expect(gate({ after: [{ at: '2026-12-13T10:00:00Z', type: 'do_not_write', contactId: 'oneill' }] })).toBe('H14');
    expect(gate({ after: [{ at: '2026-12-13T10:00:00Z', type: 'do_not_write', contactId: 'walsh' }] })).toBeNull();
    const employed = (domain: string) =>
      intake({ candidate: { ...intake().candidate, presentEmployer: { name: 'Now', domains: [domain] } } });
    expect(gate({ of: employed('northwind.test') })).toBe('I1');
    expect(gate({ of: employed('wind.test') })).toBeNull();
    expect(gate({ of: employed('northwind.test'), around: { doNotWrite: ['conor.oneill@northwind.test'] } })).toBe(
      'H14',
    );
    const bounced: Coming = [
      { at: '2026-12-13T10:00:00Z', type: 'mail_received', mailKey: 'b' },
      {
        at: '2026-12-13T10:01:00Z',
        type: 'mail_sorted',
        mailKey: 'b',
        kind: 'bounce',
        by: 'reader',
        bounce: { recipients: ['conor.oneill@northwind.test'], permanent: true },
      },
    ];
    expect(gate({ after: bounced })).toBe('H6');
    const heir = { ...oneill, id: 'heir', email: 'heir@northwind.test' };
    expect(
      gate({ after: [{ at: '2026-12-13T10:00:00Z', type: 'contact_changed', contact: heir, replaces: 'oneill' }] }),
    ).toBe('A2');
  });
  it('H14 a stop to everybody is told as that, at the present employer too; a call needs no address', () => {
    const employed = intake({
      candidate: { ...intake().candidate, presentEmployer: { name: 'Now', domains: ['northwind.test'] } },
    });
    const everybody: Coming = [{ at: '2026-12-13T10:00:00Z', type: 'do_not_write' }];
    expect(gate({ of: employed, after: everybody })).toBe('H14');
    expect(gate({ after: everybody })).toBe('H14');
    const noAddress = intake({ contacts: [byrne, { ...oneill, email: null }, walsh] });
    expect(gate({ of: noAddress, step: { channel: 'phone' } })).toBeNull();
  });
  it('I2 an unsorted mail from before the interview leaves it open whether it took place', () => {
    const before: Coming = [{ at: '2026-12-01T10:00:00Z', type: 'mail_received', mailKey: 'm' }];
    const all = (more: Coming) => gate({ step: thanked, at: '2026-12-02T10:00:00Z', before: [...before, ...more] });
    expect(all([])).toBe('I2');
    expect(all([{ at: '2026-12-02T08:00:00Z', type: 'interview_took_place' }])).toBeNull();
  });
  it('F1 past the agency only once its recruiter agreed', () => {
    const rex = { ...oneill, id: 'rex', email: 'rex@agency.test', roles: ['agency_recruiter' as const] };
    const agency = intake({
      contacts: [byrne, oneill, walsh, rex],
      route: { kind: 'agency', agency: 'Agents', recruiterContactId: 'rex' },
    });
    const agreed: Coming = [{ at: '2026-12-10T10:00:00Z', type: 'agent_agreed' }];
    expect(gate({ of: agency, step: thanked })).toBe('F1');
    expect(gate({ of: agency, step: { ...thanked, to: ['rex'] } })).toBeNull();
    expect(gate({ of: agency, step: { ...thanked, to: ['rex', 'oneill'] } })).toBe('F1');
    expect(gate({ of: agency, step: thanked, before: agreed })).toBeNull();
  });
});

describe('what a message may say', () => {
  const offer = (over: Partial<OtherOffer> = {}): OtherOffer => ({
    ...{
      id: 'o1',
      organisation: 'Elsewhere',
      organisationKey: 'elsewhere|se',
      receivedOn: '2026-12-02',
      answerBy: '2026-12-14',
      status: 'open',
    },
    ...over,
  });
  it('E7 only an open offer from elsewhere, from the day it came to the day it runs out', () => {
    const live = (over: Partial<OtherOffer>, at = MONDAY) => {
      const all = [{ v: 1 as const, at: intake().interview.endsAt, type: 'intake' as const, intake: intake() }];
      return liveOffer(
        viewOf(fold(all), calendar.toMs(at), around(intake(), { offers: [offer(over)] })),
        calendar.toMs(at),
      );
    };
    expect(live({})).toBe('o1');
    expect(live({}, '2026-12-15T10:00:00Z')).toBeNull();
    expect(live({ answerBy: null }, '2026-12-15T10:00:00Z')).toBe('o1');
    expect(live({ receivedOn: '2026-12-14' })).toBe('o1');
    expect(live({ receivedOn: '2026-12-15' })).toBeNull();
    for (const status of ['lapsed', 'declined', 'accepted'] as const) expect(live({ status })).toBeNull();
    expect(live({ organisationKey: organisationKey(intake().organisation) })).toBeNull();
    const mentions = { letter: { mentionsOffer: 'o1' } };
    expect(gate({ step: mentions, around: { offers: [offer()] } })).toBeNull();
    expect(gate({ step: mentions, around: { offers: [offer({ status: 'lapsed' })] } })).toBe('E7');
    expect(gate({ step: mentions, around: { offers: [offer({ id: 'o2' })] } })).toBe('E7');
  });
  it('H10 no date that was corrected, and none that was only assumed', () => {
    const cites = { letter: { promisedDate: '2026-12-11' } };
    expect(gate({ step: cites })).toBeNull();
    expect(gate({ step: { letter: { promisedDate: '2026-12-10' } } })).toBe('H10');
    expect(gate({ step: cites, of: of({ promisedDate: null }) })).toBe('H10');
  });
  it('A2 no promised thing that is not there, unless the candidate put it in', () => {
    const promise = (content: string | null) =>
      intake({ promises: [{ id: 'p', what: 'slides', to: ['oneill'], kind: 'separate', content, dueOn: null }] });
    const item: Partial<Step> = { key: 'promised_item:oneill:p', step: 'promised_item', letter: { keeps: ['p'] } };
    const edited: Coming = [
      { at: '2026-12-13T10:00:00Z', type: 'step_edited', key: 'promised_item:oneill:p' },
      approved('promised_item:oneill:p', '2026-12-13T10:01:00Z'),
    ];
    expect(gate({ of: promise(null), step: item })).toBe('A2');
    expect(gate({ of: promise('https://x.test'), step: item })).toBeNull();
    expect(gate({ of: promise(null), step: item, after: edited })).toBeNull();
    expect(gate({ of: promise(null), step: { ...thanked, letter: { keeps: ['p'] } } })).toBeNull();
  });
  it('B6 a value-add has material, and the wait it is for', () => {
    const value: Partial<Step> = { key: 'value_add:byrne:1', step: 'value_add', to: ['byrne'] };
    const material = intake({ valueAdd: { kind: 'article', title: 'T', url: null, topic: 'x', to: ['byrne'] } });
    expect(gate({ step: value, at: '2026-12-11T10:00:00Z' })).toBe('B6');
    expect(gate({ step: value, at: '2026-12-11T16:00:00Z', of: material })).toBeNull();
    expect(gate({ step: value, of: material })).toBe('B6');
  });
  it('G2, G6, G9: after an ending only what belongs to it', () => {
    const ended = (outcome: string): Coming => [{ at: '2026-12-11T10:00:00Z', type: 'feedback_received', outcome }];
    const whenEnded = (outcome: string, name: Step['step'], more: Case_ = {}) =>
      gate({ before: ended(outcome), step: { key: `${name}:walsh:1`, step: name, to: ['walsh'] }, ...more });
    for (const name of ['thank_you', 'promised_item', 'homework', 'check_in', 'no_show_note'] as const) {
      expect(whenEnded('rejected', name)).toBe('G2');
      expect(whenEnded('holding', name)).toBeNull();
    }
    expect(whenEnded('rejected', 'feedback_request')).toBeNull();
    expect(whenEnded('rejected', 'senior_letter')).toBeNull();
    expect(whenEnded('holding', 'senior_letter')).toBe('G9');
    expect(whenEnded('rejected', 'revisit')).toBeNull();
    expect(whenEnded('holding', 'revisit')).toBe('G6');
    const sibling = {
      interviewId: 'i2',
      role: '',
      organisationKey: 'x',
      agencyKey: null,
      organisationName: '',
      processId: null,
      stage: '',
      promisedDate: null,
      nextAsk: null,
      unsortedMail: false,
      withdrawn: false,
    };
    expect(whenEnded('rejected', 'revisit', { around: { siblings: [{ ...sibling, outcome: 'accepted' }] } })).toBe(
      'G6',
    );
    expect(
      whenEnded('rejected', 'revisit', { around: { siblings: [{ ...sibling, outcome: 'declined' }] } }),
    ).toBeNull();
    const wrote = (to: string): Coming => [
      opened({ key: `senior:${to}:4`, step: 'senior', to: [to] }, '2026-12-03T10:00:00Z'),
      approved(`senior:${to}:4`, '2026-12-03T10:00:00Z'),
      { at: '2026-12-03T11:00:00Z', type: 'step_sent', key: `senior:${to}:4` },
    ];
    expect(whenEnded('rejected', 'senior_letter', { before: [...wrote('walsh'), ...ended('rejected')] })).toBe('G9');
    expect(whenEnded('rejected', 'senior_letter', { before: [...wrote('byrne'), ...ended('rejected')] })).toBeNull();
  });
});

describe('D2 an offer that must be answered before their date', () => {
  const offer = (over: Partial<OtherOffer> = {}): OtherOffer => ({
    ...{
      id: 'o1',
      organisation: 'Elsewhere',
      organisationKey: 'elsewhere|se',
      receivedOn: '2026-12-03',
      answerBy: '2026-12-10',
      status: 'open',
    },
    ...over,
  });
  const told = (offers: OtherOffer[], case_: { of?: Intake; until?: string; happens?: Coming } = {}) =>
    play(
      case_.of ?? intake(),
      case_.happens ?? [],
      { offers },
      { until: case_.until ?? '2026-12-31T00:00:00Z' },
    ).steps.filter(({ step: { step: name } }) => name === 'offer_deadline_notice');
  const dues = (...args: Parameters<typeof told>) => told(...args).map(({ due }) => due.slice(0, 16));
  it('D2 asks for time when it comes, and tells them at ten the next working day', () => {
    expect(told([offer()])).toMatchObject([
      {
        due: '2026-12-03T08:00:00.000Z',
        step: { channel: 'task', about: 'ask_more_time', rules: ['D2'], letter: { mentionsOffer: 'o1' } },
      },
      {
        due: '2026-12-04T10:00:00.000Z',
        step: { channel: 'email', to: ['oneill'], rules: ['D2', 'E7'], mode: 'ask', letter: { mentionsOffer: 'o1' } },
      },
    ]);
    const sending = told([offer()], { of: intake({ approval: { default: 'send' } }) });
    expect(sending.map(({ step: { mode } }) => mode)).toEqual(['ask', 'ask']);
  });
  it('D2 an offer that lay there before the interview ended is told of after it', () => {
    expect(dues([offer({ receivedOn: '2026-11-20' })])).toEqual(['2026-12-01T11:30', '2026-12-02T10:00']);
  });
  it('D2 nothing of it is planned before the interview has ended', () => {
    const offers = [offer({ receivedOn: '2026-11-20' })];
    const planned = (moment: string) => decisionAt(moment, [], intake(), { offers }).next.map(({ step: name }) => name);
    expect(planned('2026-12-01T11:29:00Z')).not.toContain('offer_deadline_notice');
    expect(planned('2026-12-01T11:30:00Z')).toContain('offer_deadline_notice');
  });
  it('D2 only where its day comes before theirs, is named, and has not passed', () => {
    expect(dues([offer({ answerBy: '2026-12-10' })])).toHaveLength(2);
    expect(dues([offer({ answerBy: '2026-12-11' })])).toEqual([]);
    expect(dues([offer({ answerBy: '2026-12-12' })])).toEqual([]);
    expect(dues([offer({ answerBy: null })])).toEqual([]);
    expect(dues([offer({ answerBy: '2026-11-30' })])).toEqual([]);
    expect(dues([offer({ receivedOn: '2026-12-01', answerBy: '2026-12-01' })])).toHaveLength(1);
    expect(dues([offer({ status: 'lapsed' })])).toEqual([]);
  });
  it('D2 each offer once, to somebody who can be written to, while nothing is decided', () => {
    expect(dues([offer(), offer({ id: 'o2', status: 'declined' })])).toHaveLength(2);
    expect(dues([offer()], { of: intake({ contacts: [{ ...oneill, email: null }] }) })).toEqual([]);
    expect(
      dues([offer()], { happens: [{ at: '2026-12-02T10:00:00Z', type: 'feedback_received', outcome: 'rejected' }] }),
    ).toEqual([]);
  });
});

describe('the gate counts in the recipient’s own zone and days', () => {
  // Half past midnight in Dublin is still the day before in New York.
  const inNewYork = { ...oneill, country: 'US', timeZone: 'America/New_York' };
  const far = (process: Partial<Intake['process']> = {}) =>
    intake({ contacts: [byrne, inNewYork, walsh], process: { ...intake().process, ...process } });
  it('H1 a message that went out late on Friday there is Friday’s', () => {
    const outreach = [made('2026-12-12T00:30:00Z')];
    expect(gate({ of: far(), around: { outreach }, at: '2026-12-14T15:00:00Z' })).toBeNull();
    expect(gate({ around: { outreach: [made('2026-12-12T00:30:00Z')] }, at: '2026-12-14T15:00:00Z' })).toBe(
      'H1 until 2026-12-15T10:00:00.000Z',
    );
    expect(gate({ of: far(), around: { outreach: [made('2026-12-15T15:00:00Z')] }, at: '2026-12-16T15:00:00Z' })).toBe(
      'H1 until 2026-12-18T15:00:00.000Z',
    );
  });
  it('E2 their working hours are those of their own clock', () => {
    expect(gate({ of: far(), at: '2026-12-14T10:00:00Z' })).toBe('E2 until 2026-12-14T14:00:00.000Z');
    expect(gate({ of: far(), at: '2026-12-14T21:59:00Z' })).toBeNull();
  });
  it('A4 an absence ends with its last day there, and they are asked at ten of their clock', () => {
    const away = far({ absences: [{ contactId: 'oneill', from: '2026-12-14', to: '2026-12-15' }] });
    expect(gate({ of: away, at: '2026-12-16T04:59:00Z' })).toBe('A4 until 2026-12-16T15:00:00.000Z');
    expect(gate({ of: away, at: '2026-12-16T15:00:00Z' })).toBeNull();
  });
});

describe('the edges of a wait and of an ending', () => {
  const said = (at: string, outcome: string, more: Record<string, unknown> = {}): Coming[number] => ({
    ...{ at, type: 'feedback_received', outcome },
    ...more,
  });
  it('D1 and B6 change over at midnight of the organisation', () => {
    expect(gate({ at: '2026-12-12T00:00:00Z' })).toBe('E2 until 2026-12-14T09:00:00.000Z');
    const material = intake({ valueAdd: { kind: 'article', title: 'T', url: null, topic: 'x', to: ['byrne'] } });
    const value: Partial<Step> = { key: 'value_add:byrne:1', step: 'value_add', to: ['byrne'] };
    expect(gate({ of: material, step: value, at: '2026-12-12T00:00:00Z' })).toBe('B6');
    const offered = [said('2026-12-03T10:00:00Z', 'offered')];
    expect(gate({ of: material, step: value, at: '2026-12-08T10:00:00Z', before: offered })).toBe('B6');
  });
  it('E8 no question once they have decided, however new the draft', () => {
    expect(gate({ before: [said('2026-12-10T10:00:00Z', 'offered')] })).toBe('E8');
  });
  it('H4 a later answer of theirs ends the wait after supplying', () => {
    const key = 'answer_owed:oneill:m';
    const supplied: Coming = [
      { at: '2026-12-09T10:00:00Z', type: 'mail_received', mailKey: 'm', contactId: 'oneill' },
      {
        at: '2026-12-09T10:01:00Z',
        type: 'mail_sorted',
        mailKey: 'm',
        kind: 'info_request',
        by: 'reader',
        contactId: 'oneill',
      },
      opened({ key, step: 'answer_owed', letter: { answers: 'info_request' } }, '2026-12-09T10:02:00Z'),
      approved(key, '2026-12-10T10:00:00Z'),
      { at: '2026-12-10T10:00:00Z', type: 'step_sent', key },
    ];
    expect(gate({ before: supplied, at: '2026-12-16T10:00:00Z' })).toMatch(/^H4/);
    const later = [...supplied, said('2026-12-11T10:00:00Z', 'holding')];
    expect(gate({ before: later, at: '2026-12-16T10:00:00Z' })).toBeNull();
  });
  it('A2 homework without its content waits too; a promise that is gone holds nothing', () => {
    const promises = [
      { id: 'p', what: 'a page', to: ['oneill'], kind: 'homework' as const, content: null, dueOn: '2026-12-14' },
    ];
    const homework: Partial<Step> = { key: 'homework:oneill:p', step: 'homework', letter: { keeps: ['p'] } };
    expect(gate({ of: intake({ promises }), step: homework })).toBe('A2');
    expect(gate({ step: homework })).toBeNull();
  });
  it('G9 only a senior step that went out counts as written, to any of those it names; F1’s recruiter may be written to again', () => {
    const wrote = (name: 'senior' | 'chase', end: Coming[number]['type']): Coming => [
      opened({ key: `${name}:walsh:4`, step: name, to: ['byrne', 'walsh'] }, '2026-12-03T10:00:00Z'),
      approved(`${name}:walsh:4`, '2026-12-03T10:00:00Z'),
      { at: '2026-12-03T11:00:00Z', type: end, key: `${name}:walsh:4`, rule: 'E8' },
      said('2026-12-10T10:00:00Z', 'rejected'),
    ];
    const letter: Partial<Step> = { key: 'senior_letter:walsh:1', step: 'senior_letter', to: ['walsh'] };
    expect(gate({ before: wrote('senior', 'step_sent'), step: letter })).toBe('G9');
    expect(gate({ before: wrote('senior', 'step_uncertain'), step: letter })).toBe('G9');
    expect(gate({ before: wrote('senior', 'step_lapsed'), step: letter })).toBeNull();
    expect(gate({ before: wrote('chase', 'step_sent'), step: letter })).toBeNull();
    const rex = { ...walsh, id: 'walsh', roles: ['agency_recruiter' as const] };
    const route = { kind: 'agency' as const, agency: 'Agents', recruiterContactId: 'walsh' };
    expect(
      gate({
        of: intake({ contacts: [byrne, oneill, rex], route }),
        before: wrote('senior', 'step_sent'),
        step: letter,
      }),
    ).toBeNull();
  });
  it('G6, G9 silence is an ending as well', () => {
    const course = play(
      intake({ interest: { ...intake().interest, reallyInterested: true, keenOnOrganisation: true } }),
    );
    expect(course.outcome).toBe('unanswered');
    const left = course.facts.flatMap((fact) => (fact.type === 'step_sent' ? [fact.key.split(':')[0]] : []));
    expect(left).toEqual(expect.arrayContaining(['senior_letter', 'revisit']));
  });
});

describe('C2, C4: letters to referees at the last gate', () => {
  const referee = intake().referees[0] as NonNullable<Intake['referees'][0]>;
  const ask: Partial<Step> = { key: 'referee_ask:r1:1', step: 'referee_ask', to: ['r1'] };
  const brief: Partial<Step> = { key: 'referee_brief:r1:1', step: 'referee_brief', to: ['r1'] };
  const withOne = (over: Partial<typeof referee>) => intake({ referees: [{ ...referee, agreed: false, ...over }] });
  const told = (purpose: 'ask' | 'brief', at: string, interviewId = 'i2') => ({
    refereeContacts: [{ address: 'jonas@former.test', purpose, at, interviewId }],
  });
  it('C2 asks once per search, and briefs only who agreed', () => {
    expect(gate({ of: withOne({}), step: ask })).toBeNull();
    expect(gate({ of: withOne({ agreed: true }), step: ask })).toBe('C2');
    expect(gate({ of: withOne({}), step: ask, around: told('ask', '2026-11-20T09:00:00Z') })).toBe('C2');
    expect(gate({ of: withOne({}), step: ask, around: told('ask', '2026-11-20T09:00:00Z', 'i1') })).toBeNull();
    expect(gate({ of: withOne({}), step: ask, around: told('brief', '2026-11-20T09:00:00Z') })).toBeNull();
    expect(gate({ of: withOne({}), step: brief })).toBe('C2');
    expect(gate({ of: withOne({ agreed: true }), step: brief })).toBeNull();
    const declined: Coming = [{ at: '2026-12-10T10:00:00Z', type: 'referee_replied', refereeId: 'r1', agrees: false }];
    expect(gate({ of: withOne({}), step: ask, before: declined })).toBe('C4');
  });
  it('C4 briefs nobody twice in the period, unless references were asked for', () => {
    const briefed = (at: string) => ({ of: withOne({ agreed: true }), step: brief, around: told('brief', at) });
    expect(gate(briefed('2026-12-01T10:00:00Z'))).toBe('C4 until 2026-12-15T10:00:00.000Z');
    expect(gate(briefed('2026-11-30T10:00:00Z'))).toBeNull();
    const wanted: Coming = [{ at: '2026-12-10T10:00:00Z', type: 'references_requested' }];
    expect(gate({ ...briefed('2026-12-01T10:00:00Z'), before: wanted })).toBeNull();
  });
  it('C1, A2, H14, I1: who is no referee to be written to', () => {
    expect(gate({ of: withOne({ relationship: 'friend' }), step: ask })).toBe('C1');
    expect(gate({ of: withOne({ email: null }), step: ask })).toBe('A2');
    expect(gate({ of: withOne({}), step: ask, around: { doNotWrite: ['jonas@former.test'] } })).toBe('H14');
    expect(
      gate({
        of: withOne({}),
        step: ask,
        after: [{ at: '2026-12-13T10:00:00Z', type: 'do_not_write', contactId: 'r1' }],
      }),
    ).toBe('H14');
    expect(gate({ of: withOne({ presentEmployer: true }), step: ask })).toBe('I1');
  });
  it('C2, C4: only the same person, for the same purpose, in another interview, counts', () => {
    const other = (purpose: 'ask' | 'brief', over: Record<string, string>) => ({
      refereeContacts: [
        { address: 'jonas@former.test', purpose, at: '2026-12-10T10:00:00Z', interviewId: 'i2', ...over },
      ],
    });
    const agreed = withOne({ agreed: true });
    expect(gate({ of: agreed, step: brief, around: other('brief', {}) })).toMatch(/^C4/);
    expect(gate({ of: agreed, step: brief, around: other('ask', {}) })).toBeNull();
    expect(gate({ of: agreed, step: brief, around: other('brief', { address: 'else@former.test' }) })).toBeNull();
    expect(gate({ of: agreed, step: brief, around: other('brief', { interviewId: 'i1' }) })).toBeNull();
    expect(gate({ of: withOne({}), step: ask, around: other('ask', { address: 'else@former.test' }) })).toBeNull();
  });
  it('H6, H14 an address that failed, and a stop to everybody, hold letters to referees too', () => {
    const bounced: Coming = [
      { at: '2026-12-13T10:00:00Z', type: 'mail_received', mailKey: 'b' },
      {
        at: '2026-12-13T10:01:00Z',
        type: 'mail_sorted',
        mailKey: 'b',
        kind: 'bounce',
        by: 'reader',
        bounce: { recipients: ['jonas@former.test'], permanent: true },
      },
    ];
    expect(gate({ of: withOne({}), step: ask, after: bounced })).toBe('H6');
    expect(gate({ of: withOne({}), step: ask, after: [{ at: '2026-12-13T10:00:00Z', type: 'do_not_write' }] })).toBe(
      'H14',
    );
  });
  it('I1 a referee at the present employer: after a written offer, and then by approval each time', () => {
    const inside = withOne({ presentEmployer: true });
    const offered = (stage: string): Coming => [
      { at: '2026-12-08T10:00:00Z', type: 'feedback_received', outcome: 'offered' },
      { at: '2026-12-09T10:00:00Z', type: 'offer_changed', stage },
    ];
    expect(gate({ of: inside, step: ask, before: offered('verbal') })).toBe('I1');
    expect(gate({ of: inside, step: ask, before: offered('written') })).toBeNull();
    const sending: Partial<Step> = { ...ask, mode: 'send' };
    expect(gate({ of: inside, step: sending, before: offered('written'), unapproved: true })).toBe('I1');
    expect(gate({ of: withOne({}), step: sending, before: offered('written'), unapproved: true })).toBeNull();
  });
  it('E2 in the referee’s own working hours', () => {
    const far = withOne({ country: 'SG', timeZone: 'Asia/Singapore' });
    expect(gate({ of: far, step: ask })).toBe('E2 until 2026-12-15T01:00:00.000Z');
    expect(gate({ of: far, step: ask, at: '2026-12-15T01:00:00Z' })).toBeNull();
  });
});

describe('days and hours', () => {
  const dublin = calendarFor('IE', 'Europe/Dublin', 2026, 2027);
  const newYork = calendarFor('US', 'America/New_York', 2026, 2027);
  const dubai = calendarFor('AE', 'Asia/Dubai', 2026, 2027);
  const cairo = calendarFor('EG', 'Africa/Cairo', 2026, 2027);
  const day = calendar.dayFrom;
  const on = calendar.dateOf;
  const at = calendar.toMs;
  it('a day begins at local midnight, on both sides of a clock change', () => {
    expect([
      on(calendar.dayOf(at('2026-12-14T04:59:59Z'), newYork)),
      on(calendar.dayOf(at('2026-12-14T05:00:00Z'), newYork)),
    ]).toEqual(['2026-12-13', '2026-12-14']);
    expect(on(calendar.dayOf(at('2026-07-14T04:00:00Z'), newYork))).toBe('2026-07-14');
    expect(on(calendar.dayOf(at('2026-12-13T20:00:00Z'), dubai))).toBe('2026-12-14');
  });
  it('minutes since midnight, and back to the instant', () => {
    expect(calendar.minuteOf(at('2026-12-14T15:07:59Z'), newYork)).toBe(10 * 60 + 7);
    expect(calendar.minuteOf(at('2026-07-14T15:07:00Z'), newYork)).toBe(11 * 60 + 7);
    expect(calendar.toIso(calendar.instantOf(day('2026-12-14'), 600, newYork))).toBe('2026-12-14T15:00:00.000Z');
    expect(calendar.toIso(calendar.instantOf(day('2026-07-14'), 600, newYork))).toBe('2026-07-14T14:00:00.000Z');
    // 8 March 2026, 2:30 does not exist in New York: the moment after the gap.
    expect(calendar.toIso(calendar.instantOf(day('2026-03-08'), 150, newYork))).toMatch(/^2026-03-08T0[67]:30/);
    expect(calendar.toIso(calendar.instantOf(day('2026-03-08'), 240, newYork))).toBe('2026-03-08T08:00:00.000Z');
    expect(calendar.toIso(calendar.instantOf(day('2026-11-01'), 240, newYork))).toBe('2026-11-01T09:00:00.000Z');
  });
  it('working days know the weekend and the holidays of the country', () => {
    const works = (date: string, place = dublin) => calendar.isWorkingDay(day(date), place);
    expect(['2026-12-18', '2026-12-19', '2026-12-20', '2026-12-21', '2026-12-25'].map((d) => works(d))).toEqual([
      true,
      false,
      false,
      true,
      false,
    ]);
    expect(['2026-12-17', '2026-12-18', '2026-12-19', '2026-12-20'].map((d) => works(d, cairo))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
  it('adds, subtracts and counts working days', () => {
    expect(on(calendar.addWorkingDays(day('2026-12-18'), 0, dublin))).toBe('2026-12-18');
    expect(on(calendar.addWorkingDays(day('2026-12-18'), 1, dublin))).toBe('2026-12-21');
    expect(on(calendar.addWorkingDays(day('2026-12-19'), 1, dublin))).toBe('2026-12-21');
    expect(on(calendar.addWorkingDays(day('2026-12-18'), 5, dublin))).toBe('2026-12-29');
    expect(on(calendar.subtractWorkingDays(day('2026-12-21'), 1, dublin))).toBe('2026-12-18');
    expect(on(calendar.subtractWorkingDays(day('2026-12-21'), 0, dublin))).toBe('2026-12-21');
    expect(on(calendar.workingDayFrom(day('2026-12-19'), dublin))).toBe('2026-12-21');
    expect(on(calendar.workingDayFrom(day('2026-12-21'), dublin))).toBe('2026-12-21');
    expect(on(calendar.workingDayUpTo(day('2026-12-20'), dublin))).toBe('2026-12-18');
    expect(calendar.workingDaysBetween(day('2026-12-18'), day('2026-12-29'), dublin)).toBe(5);
    expect(calendar.workingDaysBetween(day('2026-12-18'), day('2026-12-18'), dublin)).toBe(0);
    expect(calendar.workingDaysBetween(day('2026-12-18'), day('2026-12-21'), dublin)).toBe(1);
  });
  it('adds months, to the last day where a month is shorter', () => {
    expect(on(calendar.addMonths(day('2026-10-31'), 4))).toBe('2027-02-28');
    expect(on(calendar.addMonths(day('2026-12-09'), 4))).toBe('2027-04-09');
    expect(on(calendar.addMonths(day('2027-10-31'), 4))).toBe('2028-02-29');
  });
  it('the next working moment: now if open, else the opening, or the minute asked for', () => {
    const open = { from: 9, to: 17 };
    const next = (iso: string, minute?: number) =>
      calendar.toIso(calendar.workingInstantFrom(at(iso), dublin, open, minute));
    expect(next('2026-12-14T09:00:00Z')).toBe('2026-12-14T09:00:00.000Z');
    expect(next('2026-12-14T08:59:00Z')).toBe('2026-12-14T09:00:00.000Z');
    expect(next('2026-12-14T08:59:00Z', 600)).toBe('2026-12-14T10:00:00.000Z');
    expect(next('2026-12-14T09:00:00Z', 600)).toBe('2026-12-14T09:00:00.000Z');
    expect(next('2026-12-14T16:59:00Z')).toBe('2026-12-14T16:59:00.000Z');
    expect(next('2026-12-14T17:00:00Z')).toBe('2026-12-15T09:00:00.000Z');
    expect(next('2026-12-18T17:00:00Z', 600)).toBe('2026-12-21T10:00:00.000Z');
    expect(next('2026-12-19T10:00:00Z')).toBe('2026-12-21T09:00:00.000Z');
    const inside = (iso: string) => calendar.inWorkingHours(at(iso), dublin, open);
    expect(
      [
        '2026-12-14T08:59:00Z',
        '2026-12-14T09:00:00Z',
        '2026-12-14T16:59:00Z',
        '2026-12-14T17:00:00Z',
        '2026-12-19T10:00:00Z',
      ].map(inside),
    ).toEqual([false, true, true, false, false]);
  });
  it('a clock change counts from its very second', () => {
    const minute = (iso: string) => calendar.minuteOf(at(iso), newYork);
    expect([minute('2026-03-08T06:59:59Z'), minute('2026-03-08T07:00:00Z')]).toEqual([119, 180]);
  });
  it('a calendar without any working day ends a search after sixty days', () => {
    const never = { ...dublin, weekend: [1, 2, 3, 4, 5, 6, 7] };
    expect(calendar.workingDayFrom(1_000, never)).toBe(1_060);
    expect(calendar.workingDayUpTo(1_000, never)).toBe(940);
  });
  it('an unknown place has plain weekdays in UTC, so that a decision never fails for it', () => {
    const unknown = calendar.calendarOf(around(intake()), { country: 'XX', timeZone: 'Nowhere' });
    expect([
      calendar.isWorkingDay(day('2026-12-18'), unknown),
      calendar.isWorkingDay(day('2026-12-19'), unknown),
      calendar.isWorkingDay(day('2026-12-20'), unknown),
    ]).toEqual([true, false, false]);
    expect(calendar.minuteOf(at('2026-12-14T10:00:00Z'), unknown)).toBe(600);
  });
  it('says a day in words', () => expect(calendar.sayDay(day('2026-12-14'))).toBe('Monday 14 December'));
});
