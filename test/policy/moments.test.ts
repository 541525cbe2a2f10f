/**
 * The moments at which things begin to be allowed, to the minute: the last gate (`mayStillSend`), the minimum gap, and the
 * days and hours they count with. Times: Dublin is UTC in winter; 14 December 2026 is a Monday.
 */
import { calendarFor } from '../../data/calendars';
import * as calendar from '../../policy/calendar';
import { ASKING_STEPS, fold } from '../../policy/case';
import type { Step } from '../../policy/decision';
import { agencyKey, organisationKey } from '../../policy/identity';
import type { Contact, Intake, Promise_ } from '../../policy/intake';
import { mayStillSend } from '../../policy/may-still-send';
import { chaseDay } from '../../policy/rules/asking';
import { lastOutreach, lastOutreachDay } from '../../policy/rules/gap';
import { liveOffers } from '../../policy/rules/offers';
import type { OtherOffer, Outreach, Sibling, Surroundings } from '../../policy/surroundings';
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
/** Opened when it is due, with its step and recipient as its key has them. */
const opens = (key: string, at: string, over: Partial<Step> = {}): Coming[number] => {
  const [name, to] = key.split(':') as [Step['step'], string];
  return opened({ key, step: name, to: [to], due: at, planned: at, ...over }, at);
};
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
  it('B3 homework agreed on meanwhile: not before its day is over', () => {
    const homework = { id: 'h', what: 'a test', to: ['byrne'], kind: 'homework', content: null, dueOn: '2026-12-15' };
    const before = [{ at: '2026-12-10T10:00:00Z', type: 'promise_added', promise: homework }];
    expect(gate({ before, at: '2026-12-15T16:00:00Z' })).toBe('B3 until 2026-12-16T10:00:00.000Z');
    expect(gate({ before, at: '2026-12-16T09:00:00Z' })).toBeNull();
    const kept = { at: '2026-12-11T10:00:00Z', type: 'promise_kept', promiseId: 'h' };
    expect(gate({ before: [...before, kept] })).toBeNull();
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
      return (
        liveOffers(
          viewOf(fold(all), calendar.toMs(at), around(intake(), { offers: [offer(over)] })),
          calendar.toMs(at),
        )[0] ?? null
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
    const two = intake({
      promises: [...promise(null).promises, ...promise('there').promises.map((p) => ({ ...p, id: 'q' }))],
    });
    expect(gate({ of: two, step: { ...item, letter: { keeps: ['q', 'p'] } } })).toBe('A2');
    expect(gate({ of: two, step: { ...item, letter: { keeps: ['q'] } } })).toBeNull();
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
  it('H4 what was supplied in a call that reached them is supplied, and waited for', () => {
    const key = 'answer_owed:oneill:m';
    const called: Coming = [
      { at: '2026-12-09T10:00:00Z', type: 'mail_received', mailKey: 'm', contactId: 'oneill' },
      {
        at: '2026-12-09T10:01:00Z',
        type: 'mail_sorted',
        mailKey: 'm',
        kind: 'info_request',
        by: 'reader',
        contactId: 'oneill',
      },
      opened(
        { key, step: 'answer_owed', channel: 'phone', letter: { answers: 'info_request' } },
        '2026-12-09T10:02:00Z',
      ),
      { at: '2026-12-10T10:00:00Z', type: 'task_done', key, outcome: 'reached' },
    ];
    expect(gate({ before: called, at: '2026-12-16T16:00:00Z' })).toBe('H4 until 2026-12-17T10:00:00.000Z');
    expect(gate({ before: called, at: '2026-12-17T10:00:00Z' })).toBeNull();
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
  it('C2 a letter to a referee goes to a referee only, and another letter is none, whoever shares an id', () => {
    expect(gate({ step: { key: 'referee_ask:oneill:1', step: 'referee_ask', to: ['oneill'] } })).toBe('A2');
    const namesake = { ...oneill, id: 'r1', email: null };
    const letter: Partial<Step> = { ...thanked, to: ['r1'] };
    expect(gate({ of: intake({ contacts: [byrne, oneill, namesake] }), step: letter })).toBe('A2');
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

describe('the next question, as it is planned', () => {
  const D = (day: number): string => `2026-12-${String(day).padStart(2, '0')}T10:00:00Z`;
  interface Situation {
    at?: string;
    so?: Coming;
    of?: Intake;
    around?: Partial<Surroundings>;
  }
  const ask = ({ at = D(2), so = [], of: given = intake(), around: change = {} }: Situation) =>
    decisionAt(at, so, given, change).next.find((s) => ASKING_STEPS.includes(s.step) && s.channel !== 'task');
  /** "chase:byrne:2 by phone 26-12-18T10:00 [E2 E3] reason" */
  const planned = (situation: Situation): string => {
    const found = ask(situation);
    if (found === undefined) return 'nothing';
    const { key, channel, cc, planned: on, rules, reason, letter } = found;
    return [
      key,
      ...(channel === 'email' ? [] : [`by ${channel}`]),
      ...(cc.length === 0 ? [] : [`cc ${cc.join('+')}`]),
      on.slice(2, 16),
      `[${rules.join(' ')}]`,
      reason,
      ...(letter.covers === undefined ? [] : [`covers ${letter.covers.join('+')}`]),
      ...(letter.mentionsOffer === undefined ? [] : [`mentions ${letter.mentionsOffer}`]),
    ].join(' ');
  };
  const went = (key: string, at: string): Coming => [opens(key, at), approved(key, at), { at, type: 'step_sent', key }];
  const called = (key: string, at: string, channel: Step['channel'] = 'phone'): Coming => [
    opens(key, at, { channel }),
    { at, type: 'task_done', key },
  ];
  const lapsed = (key: string, due: string, at: string): Coming => [opens(key, due), { at, type: 'step_lapsed', key }];
  const one = went('reconnect:oneill:1', D(14));
  const two = [...one, ...called('chase:byrne:2', D(18))];
  const three = [...two, ...went('decision_maker:byrne:3', D(22))];
  const four = [...three, ...went('senior:walsh:4', D(29))];
  const said = (at: string, more: Record<string, unknown> = {}): Coming[number] => ({
    ...{ at, type: 'feedback_received', outcome: 'holding' },
    ...more,
  });
  const mail = (at: string, kind: string, more: Record<string, unknown> = {}): Coming => [
    { at, type: 'mail_received', mailKey: 'm', contactId: 'oneill' },
    { at, type: 'mail_sorted', mailKey: 'm', kind, by: 'reader', contactId: 'oneill', ...more },
  ];
  const byHand = (at: string, more: Record<string, unknown> = {}): Coming[number] => ({
    ...{ at, type: 'message_sent_by_hand' },
    ...more,
  });
  const supplied = (asked: string, at: string): Coming => [
    ...mail(asked, 'info_request'),
    opens('answer_owed:oneill:m', asked, { letter: { answers: 'info_request' } }),
    { at, type: 'step_sent', key: 'answer_owed:oneill:m' },
  ];
  const paused = (from: string, to: string): Coming => [
    { at: from, type: 'paused' },
    { at: to, type: 'resumed' },
  ];
  const notHere = (from: string, to: string): Situation => ({ around: { candidateAway: [{ from, to }] } });
  const absent = (...all: [string, string, string][]): Situation => ({
    of: of({ absences: all.map(([contactId, from, to]) => ({ contactId, from, to })) }),
  });
  const asksToo = (due: string, name: Step['step'] = 'reconnect', address = 'conor.oneill@northwind.test') => ({
    nextAsk: { step: name, due, addresses: [address] },
  });
  const sibling = (more: Partial<Sibling> = {}): Sibling => ({
    ...{ interviewId: 'i2', role: '', organisationKey: organisationKey(intake().organisation), agencyKey: null },
    ...{ organisationName: '', processId: null, outcome: 'open', stage: 'waiting', promisedDate: null },
    ...{ unsortedMail: false, withdrawn: false, ...asksToo(D(15)) },
    ...more,
  });
  const beside = (...siblings: Partial<Sibling>[]): Situation => ({ around: { siblings: siblings.map(sibling) } });
  const covers = (more: Partial<Outreach> = {}): Partial<Surroundings> => ({
    outreach: [made(D(14), { covers: ['i1'], ...more })],
  });
  const callable = (contact: Contact): Contact => ({ ...contact, email: null, phone: '+1', mayContact: ['phone'] });
  const rex: Contact = {
    ...{ ...oneill, id: 'rex', email: 'rex@agency.test', phone: '+1', mayContact: ['email', 'phone'] },
    roles: ['agency_recruiter'],
  };
  const agency = (contacts: Contact[] = [byrne, oneill, walsh], agent = rex): Intake =>
    intake({
      contacts: [...contacts, agent],
      route: { kind: 'agency', agency: 'Agents', recruiterContactId: 'rex' },
    });
  const offers: OtherOffer[] = [
    {
      ...{ id: 'o1', organisation: 'Elsewhere', organisationKey: 'elsewhere|se', receivedOn: '2026-12-02' },
      ...{ answerBy: null, status: 'open' },
    },
  ];
  it('E1, A3, H13 after the date, to whoever named it; never sooner than three days after a message', () => {
    expect([
      planned({}),
      planned({ of: of({ promisedDate: null }) }),
      planned({ so: [byHand(D(11))], at: D(12) }),
      planned({ so: [byHand(D(12))], at: D(12) }),
      planned({ so: [byHand(D(13))], at: D(13) }),
      planned({ so: mail(D(10), 'other'), at: D(10) }),
      planned({ of: of({ dateNamedBy: 'walsh' }) }),
      planned({
        so: [{ at: D(8), type: 'promised_date_corrected', promisedDate: '2026-12-11', contactId: 'byrne' }],
        at: D(9),
      }),
      planned({ of: of({ dateNamedBy: 'gone' }) }),
      planned({
        of: of({ promisedDate: null }),
        around: {
          answerLimits: [
            { country: 'DE', days: 3 },
            { country: 'IE', days: 20 },
          ],
        },
      }),
      planned({ of: of({ promisedDate: null }), around: { answerLimits: [{ country: 'DE', days: 3 }] } }),
      planned({
        so: [said(D(9), { outcome: 'rejected' }), { at: D(15), type: 'offer_declined', by: 'preferred_candidate' }],
        at: D(16),
      }),
      planned({ around: { offers } }),
    ]).toEqual([
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-11T10:00 [E1 A3] E1: the first working day after the day assumed for want of a promised one, Thursday 10 December',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-15T10:00 [E1 E2] E2: not sooner than three days after the message of Saturday 12 December',
      'reconnect:oneill:1 26-12-16T10:00 [E1 E2] E2: not sooner than three days after the message of Sunday 13 December',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:walsh:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:byrne:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-22T10:00 [E1 A3] E1: the first working day after the day assumed for want of a promised one, Monday 21 December',
      'reconnect:oneill:1 26-12-11T10:00 [E1 A3] E1: the first working day after the day assumed for want of a promised one, Thursday 10 December',
      'reconnect:oneill:1 26-12-29T10:00 [E1 A3] E1: the first working day after the day assumed for want of a promised one, Thursday 24 December',
      'reconnect:oneill:1 26-12-14T10:00 [E1 E7] E1: the first working day after the promised date, Friday 11 December mentions o1',
    ]);
  });
  it('E2 then every chaseDays, counted from what went out, or from the day of what did not', () => {
    expect([
      planned({ so: one, at: D(15) }),
      planned({ so: [...one], at: D(15), of: intake({ settings: { ...intake().settings, chaseDays: 5 } }) }),
      planned({ so: lapsed('reconnect:oneill:1', D(14), D(16)), at: D(16) }),
      planned({
        so: [...lapsed('reconnect:oneill:1', D(14), D(16)), byHand(D(16), { contactId: 'oneill' })],
        at: D(16),
      }),
      planned({ so: [...lapsed('reconnect:oneill:1', D(14), D(16)), byHand(D(14))], at: D(16) }),
      planned({ so: [byHand(D(14), { contactId: 'oneill', asksOutcome: true })], at: D(15) }),
      planned({ so: [byHand(D(14), { contactId: 'oneill' })], at: D(15) }),
      planned({
        so: [...called('reconnect:byrne:1', D(18)), byHand(D(14), { contactId: 'oneill', asksOutcome: true })],
        at: D(19),
      }),
      planned({ so: [byHand(D(14), { contactId: 'oneill', asksOutcome: true }), said(D(15))], at: D(16) }),
      planned({ so: [{ at: D(3), type: 'candidate_withdraws' }], at: D(4) }),
    ]).toEqual([
      "chase:byrne:2 by phone 26-12-18T10:00 [E2 E3] E2: 4 days after Monday 14 December's message",
      "chase:byrne:2 by phone 26-12-21T10:00 [E2 E3] E2: 7 days after Monday 14 December's message",
      "chase:byrne:2 by phone 26-12-18T10:00 [E2 E3] E2: 4 days after Monday 14 December's question, which did not go out",
      "chase:byrne:2 by phone 26-12-21T10:00 [E2 E3] E2: 5 days after Wednesday 16 December's message",
      "chase:byrne:2 by phone 26-12-18T10:00 [E2 E3] E2: 4 days after Monday 14 December's message",
      "chase:oneill:1 26-12-18T10:00 [E2 E3] E2: 4 days after Monday 14 December's message",
      'reconnect:oneill:1 26-12-17T10:00 [E1 E2] E2: not sooner than three days after the message of Monday 14 December',
      "decision_maker:byrne:2 cc oneill 26-12-22T10:00 [E4 E2] E4: 4 days after Friday 18 December's call",
      'decision_maker:byrne:1 cc oneill 26-12-18T10:00 [E4] E4: 3 days after their answer of Tuesday 15 December, which named no date',
      'nothing',
    ]);
  });
  it('E3 channels take turns, and what is not to be had is skipped', () => {
    expect([
      planned({ so: one, at: D(15), of: intake({ contacts: [{ ...byrne, phone: null }, oneill, walsh] }) }),
      planned({
        so: one,
        at: D(15),
        of: intake({ contacts: [{ ...byrne, phone: null }, { ...oneill, linkedIn: false }, walsh] }),
      }),
      planned({
        so: [...one, ...called('chase:byrne:2', D(18), 'linkedin')],
        at: D(19),
        of: intake({ contacts: [{ ...byrne, phone: null, roles: ['interviewer'] }, oneill, walsh] }),
      }),
      planned({
        so: [
          opens('chase:byrne:1', D(13), { channel: 'phone' }),
          ...went('reconnect:oneill:2', D(14)),
          { at: D(18), type: 'task_done', key: 'chase:byrne:1' },
        ],
        at: D(19),
        of: intake({ contacts: [{ ...byrne, roles: ['interviewer'] }, oneill, walsh] }),
      }),
      planned({
        so: [...one, ...called('chase:byrne:2', D(18)), ...went('decision_maker:byrne:3', D(22))],
        at: D(23),
        of: intake({ contacts: [byrne, oneill] }),
      }),
    ]).toEqual([
      "chase:oneill:2 by linkedin 26-12-18T10:00 [E2 E3] E2: 4 days after Monday 14 December's message",
      "chase:oneill:2 26-12-18T10:00 [E2 E3] E2: 4 days after Monday 14 December's message",
      "chase:oneill:3 26-12-22T10:00 [E2 E3] E2: 4 days after Friday 18 December's message",
      "chase:oneill:3 by linkedin 26-12-22T10:00 [E2 E3] E2: 4 days after Friday 18 December's call",
      "chase:byrne:4 by phone 26-12-29T10:00 [E2 E3] E2: 7 days after Tuesday 22 December's message",
    ]);
  });
  it('E4 the decision maker after two questions, with HR in copy, called where a mail was in vain', () => {
    expect([
      planned({ so: two, at: D(19) }),
      planned({ so: [...went('reconnect:byrne:1', D(14)), ...went('chase:byrne:2', D(18))], at: D(19) }),
      planned({
        so: [...went('reconnect:byrne:1', D(14)), ...went('chase:byrne:2', D(18))],
        at: D(19),
        of: intake({ contacts: [{ ...byrne, phone: null }, oneill, walsh] }),
      }),
      planned({ so: two, at: D(19), of: intake({ contacts: [{ ...byrne, roles: ['interviewer'] }, oneill, walsh] }) }),
      planned({ so: two, at: D(19), of: intake({ contacts: [{ ...byrne, mayContact: [] }, oneill, walsh] }) }),
      planned({ so: two, at: D(19), of: intake({ contacts: [{ ...byrne, roles: ['hiring_manager', 'hr'] }, walsh] }) }),
      planned({
        so: [...called('reconnect:byrne:1', D(14)), ...called('chase:byrne:2', D(18))],
        at: D(19),
        of: intake({ contacts: [callable(byrne)] }),
      }),
      planned({
        so: two,
        at: D(19),
        of: of({ absences: [{ contactId: 'oneill', from: '2026-12-21', to: '2026-12-23' }] }),
      }),
      planned({
        so: two,
        at: D(19),
        of: of({ absences: [{ contactId: 'oneill', from: '2026-12-18', to: '2026-12-21' }] }),
      }),
    ]).toEqual([
      "decision_maker:byrne:3 cc oneill 26-12-22T10:00 [E4 E2] E4: 4 days after Friday 18 December's call",
      "decision_maker:byrne:3 by phone 26-12-22T10:00 [E4 E2] E4: 4 days after Friday 18 December's message",
      "decision_maker:byrne:3 cc oneill 26-12-22T10:00 [E4 E2] E4: 4 days after Friday 18 December's message",
      "chase:oneill:3 by linkedin 26-12-22T10:00 [E2 E3] E2: 4 days after Friday 18 December's call",
      "chase:oneill:3 by linkedin 26-12-22T10:00 [E2 E3] E2: 4 days after Friday 18 December's call",
      "decision_maker:byrne:3 26-12-22T10:00 [E4 E2] E4: 4 days after Friday 18 December's call",
      "decision_maker:byrne:3 by phone 26-12-22T10:00 [E4 E2] E4: 4 days after Friday 18 December's call",
      "decision_maker:byrne:3 26-12-22T10:00 [E4 E2] E4: 4 days after Friday 18 December's call",
      "decision_maker:byrne:3 cc oneill 26-12-22T10:00 [E4 E2] E4: 4 days after Friday 18 December's call",
    ]);
  });
  it('E4, E8 a holding reply makes the decision maker next; another answer starts anew', () => {
    expect([
      planned({ so: [said(D(15))], at: D(16) }),
      planned({ so: [said(D(15)), byHand(D(16), { contactId: 'oneill' })], at: D(17) }),
      planned({ so: [said(D(15)), byHand(D(16), { contactId: 'oneill', asksOutcome: true })], at: D(17) }),
      planned({ so: [said(D(8))], at: D(9) }),
      planned({ so: [said(D(8))], at: D(9), of: of({ promisedDate: null }) }),
      planned({ of: of({ promisedDate: null }), so: [said(D(2))], at: D(3) }),
      planned({ so: [said(D(15), { promisedDate: '2026-12-22' })], at: D(16) }),
      planned({ so: [said(D(15))], at: D(16), of: intake({ contacts: [oneill] }) }),
      planned({ so: [said(D(8))], at: D(9), of: intake({ contacts: [oneill] }) }),
      planned({
        so: [said(D(15)), { at: D(16), type: 'call_logged', direction: 'in', reached: false, contactId: 'oneill' }],
        at: D(17),
      }),
      planned({ so: mail(D(15), 'other'), at: D(16) }),
      planned({ so: mail(D(11), 'other'), at: D(12) }),
    ]).toEqual([
      'decision_maker:byrne:1 cc oneill 26-12-18T10:00 [E4] E4: 3 days after their answer of Tuesday 15 December, which named no date',
      'decision_maker:byrne:1 cc oneill 26-12-21T10:00 [E4] E4: 5 days after the message of Wednesday 16 December; their answer of Tuesday 15 December named no date',
      "chase:oneill:1 26-12-21T10:00 [E2 E3] E2: 5 days after Wednesday 16 December's message",
      'decision_maker:byrne:1 cc oneill 26-12-14T10:00 [E4] E4: the first working day after the promised date, Friday 11 December; their holding reply named no other',
      'decision_maker:byrne:1 cc oneill 26-12-11T10:00 [E4] E4: 3 days after their holding reply of Tuesday 8 December',
      'decision_maker:byrne:1 cc oneill 26-12-11T10:00 [E4] E4: nothing is asked before the day assumed for want of a promised one, Thursday 10 December, is over',
      'reconnect:oneill:1 26-12-23T10:00 [E1] E1: the first working day after the promised date, Tuesday 22 December',
      'chase:oneill:1 26-12-18T10:00 [E2 E3] E2: 3 days after their answer of Tuesday 15 December, which named no date',
      'chase:oneill:1 26-12-14T10:00 [E2 E3] E4: the first working day after the promised date, Friday 11 December',
      'decision_maker:byrne:1 cc oneill 26-12-18T10:00 [E4] E4: 3 days after their answer of Tuesday 15 December, which named no date',
      'reconnect:oneill:1 26-12-18T10:00 [E1] E2: 3 days after their answer of Tuesday 15 December, which named no date',
      'reconnect:oneill:1 26-12-15T10:00 [E1] E2: 4 days after their answer of Friday 11 December, which named no date',
    ]);
  });
  it('E5, G8 somebody senior after three, the last say after four, then nothing', () => {
    expect([
      planned({ so: three, at: D(23) }),
      planned({ so: three, at: D(23), of: intake({ contacts: [callable(byrne), { ...oneill, email: null }, walsh] }) }),
      planned({
        so: [...three, ...lapsed('senior:walsh:4', D(29), D(30))],
        at: D(30),
        of: intake({ settings: { ...intake().settings, beforeLastSay: 6 } }),
      }),
      planned({ so: four, at: D(30) }),
      planned({ so: four, at: D(30), of: intake({ contacts: [callable(byrne)] }) }),
      planned({ so: [...four, ...went('last_say:oneill:5', '2027-01-04T10:00:00Z')], at: '2027-01-05T10:00:00Z' }),
    ]).toEqual([
      "senior:walsh:4 cc oneill 26-12-29T10:00 [E5 E2] E5: 7 days after Tuesday 22 December's message",
      "senior:walsh:4 26-12-29T10:00 [E5 E2] E5: 7 days after Tuesday 22 December's message",
      "chase:byrne:5 by phone 27-01-04T10:00 [E2 E3] E2: 6 days after Tuesday 29 December's question, which did not go out",
      "last_say:oneill:5 27-01-04T10:00 [G8] G8: 6 days after Tuesday 29 December's message",
      "last_say:byrne:5 by phone 27-01-04T10:00 [G8] G8: 6 days after Tuesday 29 December's message",
      'nothing',
    ]);
  });
  it('H1 what another interview asked for us is a question of ours, where it came after their answer', () => {
    expect([
      planned({ at: D(15), around: covers() }),
      planned({ at: D(15), around: covers({ covers: ['i3'] }) }),
      planned({ at: D(15), around: covers({ interviewId: 'i1' }) }),
      planned({ at: D(16), so: [said(D(15))], around: covers() }),
      planned({ at: D(23), so: [...two], around: covers({ step: 'senior', at: D(21) }) }),
    ]).toEqual([
      "chase:oneill:1 26-12-18T10:00 [E2 E3] E2: 4 days after Monday 14 December's message",
      'reconnect:oneill:1 26-12-17T10:00 [E1 E2] E2: not sooner than three days after the message of Monday 14 December',
      'reconnect:oneill:1 26-12-17T10:00 [E1 E2] E2: not sooner than three days after the message of Monday 14 December',
      'decision_maker:byrne:1 cc oneill 26-12-18T10:00 [E4] E4: 3 days after their answer of Tuesday 15 December, which named no date',
      "chase:oneill:3 by linkedin 26-12-24T10:00 [E2 E3] E2: 3 days after Monday 21 December's message",
    ]);
  });
  it("H1, Order 5 of two interviews' questions there, one goes, or one for both", () => {
    expect([
      planned(beside({})),
      planned(beside(asksToo(D(16)))),
      planned(beside(asksToo(D(12)))),
      planned(beside(asksToo(D(11)))),
      planned(beside(asksToo(D(17)))),
      planned(beside({ organisationKey: 'x|ie' })),
      planned(beside({ agencyKey: 'agency:x' })),
      planned(beside({ nextAsk: null })),
      planned(beside({ unsortedMail: true })),
      planned(beside({ outcome: 'rejected' })),
      planned(beside({ interviewId: 'i0' })),
      planned(beside(asksToo(D(15), 'chase'))),
      planned(beside({ interviewId: 'i1' })),
      planned(beside(asksToo(D(15), 'reconnect', 'x@y.z'))),
      planned(beside(asksToo(D(15), 'chase', 'x@y.z'))),
      planned(beside({ ...asksToo(D(15), 'reconnect', 'x@y.z'), interviewId: 'i0' })),
      planned(beside(asksToo(D(17), 'chase', 'x@y.z'))),
      planned(beside(asksToo(D(16), 'chase', 'x@y.z'), { ...asksToo(D(13), 'chase', 'x@y.z'), interviewId: 'i3' })),
      planned(beside({ interviewId: 'i0' }, { interviewId: 'i5' })),
      planned({ ...beside(asksToo(D(19), 'reconnect', 'aoife.byrne@northwind.test')), so: one, at: D(15) }),
      planned({ ...beside(asksToo(D(15), 'reconnect', '')), of: intake({ contacts: [callable(byrne)] }) }),
    ]).toEqual([
      'reconnect:oneill:1 26-12-14T10:00 [E1 H1] E1: the first working day after the promised date, Friday 11 December covers i2',
      'reconnect:oneill:1 26-12-14T10:00 [E1 H1] E1: the first working day after the promised date, Friday 11 December covers i2',
      'reconnect:oneill:1 26-12-14T10:00 [E1 H1] E1: the first working day after the promised date, Friday 11 December covers i2',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-18T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-18T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-21T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      "chase:byrne:2 by phone 26-12-18T10:00 [E2 E3] E2: 4 days after Monday 14 December's message",
      'reconnect:byrne:1 by phone 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
    ]);
  });
  it('H4, I3 working days after supplying, and after “we will contact you”', () => {
    expect([
      planned({ so: supplied(D(9), D(10)), at: D(10) }),
      planned({ so: supplied(D(4), D(4)), at: D(9) }),
      planned({ so: supplied(D(7), D(7)), at: D(9) }),
      planned({ so: [...supplied(D(9), D(10)), said(D(11), { promisedDate: '2026-12-14' })], at: D(11) }),
      planned({ so: mail('2026-12-02T10:00:00Z', 'holding', { weWillContactYou: true }), at: D(3) }),
      planned({ so: mail('2026-11-30T10:00:00Z', 'holding', { weWillContactYou: true }), at: D(3) }),
      planned({
        so: mail('2026-11-24T10:00:00Z', 'holding', { weWillContactYou: true, promisedDate: '2026-12-11' }),
        at: D(3),
      }),
      planned({ so: mail(D(15), 'holding', { weWillContactYou: true }), at: D(16) }),
    ]).toEqual([
      'reconnect:oneill:1 26-12-17T10:00 [E1 H4] H4: five working days after you supplied what they asked for',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-15T10:00 [E1] E1: the first working day after the promised date, Monday 14 December',
      'decision_maker:byrne:1 cc oneill 26-12-16T10:00 [E4 I3] I3: ten working days after "we will contact you"',
      'decision_maker:byrne:1 cc oneill 26-12-14T10:00 [E4 I3] E4: the first working day after the promised date, Friday 11 December; their holding reply named no other',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'decision_maker:byrne:1 cc oneill 26-12-31T10:00 [E4 I3] I3: ten working days after "we will contact you"',
    ]);
  });
  it('A4 past every absence that counts', () => {
    expect([
      planned(absent(['byrne', '2026-12-14', '2026-12-15'])),
      planned(absent(['byrne', '2026-12-14', '2026-12-15'], ['oneill', '2026-12-16', '2026-12-17'])),
      planned(absent(['walsh', '2026-12-14', '2026-12-15'])),
      planned(absent(['byrne', '2026-12-14', '2026-12-18'])),
      planned(absent(['gone', '2026-12-14', '2026-12-15'])),
      planned(absent(['walsh', '2026-12-14', '2026-12-15'], ['oneill', '2026-12-14', '2026-12-14'])),
      planned({
        of: intake({
          process: { ...intake().process, absences: [{ contactId: 'oneill', from: '2026-12-14', to: '2026-12-15' }] },
          contacts: [byrne, { ...oneill, givenName: '' }, walsh],
        }),
      }),
    ]).toEqual([
      'reconnect:oneill:1 26-12-16T10:00 [E1 A4] A4: Aoife Byrne is back after Tuesday 15 December',
      "reconnect:oneill:1 26-12-18T10:00 [E1 A4] A4: Conor O'Neill is back after Thursday 17 December",
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-21T10:00 [E1 A4] A4: Aoife Byrne is back after Friday 18 December',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      "reconnect:oneill:1 26-12-15T10:00 [E1 A4] A4: Conor O'Neill is back after Monday 14 December",
      "reconnect:oneill:1 26-12-16T10:00 [E1 A4] A4: O'Neill is back after Tuesday 15 December",
    ]);
  });
  it('H5, I2 past the candidate’s own days off, and not before what held it back is over', () => {
    expect([
      planned(notHere('2026-12-14', '2026-12-15')),
      planned(notHere('2026-12-14', '2026-12-14')),
      planned(notHere('2026-12-10', '2026-12-13')),
      planned(notHere('2026-12-15', '2026-12-16')),
      planned(notHere('2026-12-14', '2026-12-18')),
      planned({ so: paused(D(10), '2026-12-14T08:00:00Z'), at: '2026-12-14T08:00:00Z' }),
      planned({ so: paused(D(10), D(14)), at: D(14) }),
      planned({ so: paused(D(10), '2026-12-14T12:00:00Z'), at: '2026-12-14T12:00:00Z' }),
      planned({ so: paused(D(10), '2026-12-14T16:59:00Z'), at: '2026-12-14T16:59:00Z' }),
      planned({ so: paused(D(10), '2026-12-14T17:00:00Z'), at: '2026-12-14T17:00:00Z' }),
      planned({ so: paused(D(10), '2026-12-18T17:30:00Z'), at: '2026-12-18T18:00:00Z' }),
      planned({
        of: intake({ interview: { ...intake().interview, endsAt: '2026-12-14T12:00:00Z' } }),
        at: '2026-12-14T11:00:00Z',
      }),
    ]).toEqual([
      'reconnect:oneill:1 26-12-16T10:00 [E1] E1: the first working day after you are back',
      'reconnect:oneill:1 26-12-15T10:00 [E1] E1: the first working day after you are back',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-21T10:00 [E1] E1: the first working day after you are back',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-14T12:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-14T16:59 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:oneill:1 26-12-15T10:00 [E1] E1: it could not go out before Monday 14 December',
      'reconnect:oneill:1 26-12-21T10:00 [E1] E1: it could not go out before Friday 18 December',
      'reconnect:oneill:1 26-12-14T12:00 [E1] E1: the first working day after the promised date, Friday 11 December',
    ]);
  });
  it('F1 through the agency all of it goes to its recruiter', () => {
    expect([
      planned({ of: agency() }),
      planned({ of: agency(), so: went('reconnect:rex:1', D(14)), at: D(15) }),
      planned({ of: agency(), so: [...went('reconnect:rex:1', D(14)), ...called('chase:rex:2', D(18))], at: D(19) }),
      planned({
        of: agency([oneill, walsh]),
        so: [...went('reconnect:rex:1', D(14)), ...called('chase:rex:2', D(18))],
        at: D(19),
      }),
      planned({
        of: agency([oneill, walsh]),
        so: [...went('reconnect:rex:1', D(14)), ...went('chase:rex:2', D(18))],
        at: D(19),
      }),
      planned({
        of: agency(),
        so: [
          ...went('reconnect:rex:1', D(14)),
          ...called('chase:rex:2', D(18)),
          ...went('decision_maker:rex:3', D(22)),
        ],
        at: D(23),
      }),
      planned({
        of: agency([byrne, oneill]),
        so: [
          ...went('reconnect:rex:1', D(14)),
          ...called('chase:rex:2', D(18)),
          ...went('decision_maker:rex:3', D(22)),
        ],
        at: D(23),
      }),
      planned({ of: agency([byrne], { ...rex, email: null }) }),
      planned({
        of: agency(),
        ...beside({ ...asksToo(D(15), 'reconnect', 'rex@agency.test'), agencyKey: agencyKey('Agents') }),
      }),
      planned({
        of: agency(),
        ...beside({ ...asksToo(D(15), 'reconnect', 'rex@agency.test'), agencyKey: agencyKey('Others') }),
      }),
      planned({ of: agency(), ...beside(asksToo(D(15), 'reconnect', 'rex@agency.test')) }),
    ]).toEqual([
      'reconnect:rex:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      "chase:rex:2 by phone 26-12-18T10:00 [E2 E3] E2: 4 days after Monday 14 December's message",
      "decision_maker:rex:3 26-12-22T10:00 [E4 E2] E4: 4 days after Friday 18 December's call",
      "chase:rex:3 26-12-22T10:00 [E2 E3] E2: 4 days after Friday 18 December's call",
      "chase:rex:3 by phone 26-12-22T10:00 [E2 E3] E2: 4 days after Friday 18 December's message",
      "senior:rex:4 26-12-29T10:00 [E5 E2] E5: 7 days after Tuesday 22 December's message",
      "chase:rex:4 by phone 26-12-29T10:00 [E2 E3] E2: 7 days after Tuesday 22 December's message",
      'reconnect:rex:1 by phone 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:rex:1 26-12-14T10:00 [E1 H1] E1: the first working day after the promised date, Friday 11 December covers i2',
      'reconnect:rex:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
      'reconnect:rex:1 26-12-14T10:00 [E1] E1: the first working day after the promised date, Friday 11 December',
    ]);
  });
  it('A3, E7 the letter is told the number of the question, and only what is true', () => {
    expect(ask({})?.letter).toEqual({ ask: 1, promisedDate: '2026-12-11' });
    expect(ask({ so: one, at: D(15) })?.letter).toEqual({ ask: 2, promisedDate: '2026-12-11' });
    expect(ask({ of: of({ promisedDate: null }) })?.letter).toEqual({ ask: 1 });
    expect(ask({ around: { offers } })?.letter).toEqual({ ask: 1, promisedDate: '2026-12-11', mentionsOffer: 'o1' });
    expect(ask(beside({}))?.letter).toEqual({ ask: 1, promisedDate: '2026-12-11', covers: ['i2'] });
  });
  it('E8, H4 what happened in the very moment of their answer is not after it, and a call can supply', () => {
    const atOnce = { so: [said(D(15))], at: D(16), around: covers({ at: D(15) }) };
    expect(planned(atOnce)).toMatch(/^decision_maker:byrne:1 cc oneill 26-12-18/);
    expect(planned({ so: [said(D(15)), byHand(D(15), { asksOutcome: true })], at: D(16) })).toMatch(/^decision_maker/);
    const inCall: Coming = [
      ...mail(D(9), 'info_request'),
      opens('answer_owed:oneill:m', D(9), { channel: 'phone', letter: { answers: 'info_request' } }),
      { at: D(10), type: 'task_done', key: 'answer_owed:oneill:m', outcome: 'reached' },
    ];
    expect(planned({ so: inCall, at: D(11) })).toMatch(/26-12-17T10:00 \[E1 H4\]/);
  });
  it('F1, E4, E5 the recruiter is asked for whom the agency knows, though nobody else may write to them', () => {
    const unseen = (contact: Contact): Contact => ({ ...contact, phone: null, mayContact: [] });
    const given = agency([unseen(byrne), oneill, unseen(walsh)]);
    expect(planned({ of: given, so: two, at: D(19) })).toMatch(/^decision_maker:rex:3/);
    expect(planned({ of: given, so: three, at: D(23) })).toMatch(/^senior:rex:4/);
  });
  it('E4 whoever was just written to in vain is called, at whatever place in the plan; who is not HR is not in copy', () => {
    const early = intake({ settings: { ...intake().settings, beforeDecisionMaker: 1 } });
    expect(planned({ of: early, so: went('reconnect:byrne:1', D(14)), at: D(15) })).toMatch(
      /^decision_maker:byrne:2 by phone/,
    );
    const named = ask({ of: of({ dateNamedBy: 'byrne' }), so: two, at: D(19) });
    expect([named?.key, named?.cc.length]).toEqual(['decision_maker:byrne:3', 0]);
  });
  it('E2 day three only where the pace is four days, and only if it is a working day', () => {
    const dublin = calendarFor('IE', 'Europe/Dublin', 2026, 2027);
    const chase = (date: string, days: number) => calendar.dateOf(chaseDay(calendar.dayFrom(date), days, dublin));
    expect(chase('2026-12-14', 4)).toBe('2026-12-18');
    expect(chase('2026-12-15', 4)).toBe('2026-12-18');
    expect(chase('2026-12-09', 4)).toBe('2026-12-14');
    expect(chase('2026-12-14', 5)).toBe('2026-12-21');
    expect(chase('2026-12-09', 3)).toBe('2026-12-14');
  });
  it('H1 a question that rides in another interview’s message is none to prepare, by that rule', () => {
    const { next, commands } = decisionAt(D(14), [], intake(), beside({ interviewId: 'i0' }).around);
    expect(next.some((s) => s.step === 'reconnect')).toBe(true);
    expect(commands.some((c) => c.do === 'open' && c.step.step === 'reconnect')).toBe(false);
  });
  it('H17 says why the candidate is asked first, and for how long the answer holds', () => {
    const why = (inbound: Surroundings['inbound']) =>
      decisionAt(D(2), [], intake(), { inbound }).next.find((s) => s.about === 'no_reply_yet')?.reason;
    expect(why('none')).toMatch(/no way in for mail is set up/);
    expect(why('broken')).toMatch(/the way in for mail is broken/);
    expect(why('working')).toBeUndefined();
    const gateAfter = (openedAt: string, told: string) => {
      const key = 'reconnect:oneill:1';
      const all = [
        { v: 1 as const, at: intake().interview.endsAt, type: 'intake' as const, intake: intake() },
        ...facts([{ at: told, type: 'no_reply_yet' }, opened({}, openedAt), approved(key, openedAt)]),
      ];
      return mayStillSend(all, key, MONDAY, around(intake(), { inbound: 'none' }))?.rule ?? null;
    };
    // Made early: since it was made. Made late: since the day before it is due.
    expect(gateAfter('2026-12-12T10:00:00Z', '2026-12-12T10:00:00Z')).toBeNull();
    expect(gateAfter('2026-12-12T10:00:00Z', '2026-12-12T09:59:00Z')).toBe('H17');
    expect(gateAfter('2026-12-14T08:00:00Z', '2026-12-13T10:00:00Z')).toBeNull();
    expect(gateAfter('2026-12-14T08:00:00Z', '2026-12-13T09:59:00Z')).toBe('H17');
  });
});

describe('what a moment calls for', () => {
  const D = (day: number, time = '10:00'): string => `2026-12-${String(day).padStart(2, '0')}T${time}:00Z`;
  interface Moment {
    so?: Coming;
    of?: Intake;
    around?: Partial<Surroundings>;
  }
  const decided = (at: string, { so = [], of: given = intake(), around: change = {} }: Moment = {}) =>
    decisionAt(at, so, given, change);
  /** The commands for one step: "open 12-14T10:00 ask". */
  const calls = (key: string, at: string, moment: Moment = {}): string =>
    decided(at, moment)
      .commands.flatMap((c) => {
        if (c.do === 'open') return c.step.key === key ? [`open ${c.step.due.slice(5, 16)} ${c.step.mode}`] : [];
        if (c.do === 'close' || c.key !== key) return [];
        if (c.do === 'retime') return [`retime ${c.due.slice(5, 16)}`];
        return [c.do === 'withdraw' ? `withdraw ${c.rule}` : c.do];
      })
      .join(', ');
  const wakes = (at: string, moment: Moment = {}): string | undefined => decided(at, moment).wakeAt?.slice(5, 19);
  /** The first question as it is planned: for 14 December at ten. */
  const reconnect = (over: Partial<Step> = {}): Coming => [
    opened({ letter: { ask: 1, promisedDate: '2026-12-11' }, ...over }, D(11, '09:00')),
  ];
  const key = 'reconnect:oneill:1';
  /** Nobody else to write to, nothing else to do, but for what `more` says. */
  const quiet = (more: Partial<Intake> = {}): Intake => intake({ contacts: [oneill], ...more });
  const thanked: Coming = [
    opens('thank_you:oneill:1', D(2)),
    approved('thank_you:oneill:1', D(2)),
    { at: D(2), type: 'step_sent', key: 'thank_you:oneill:1' },
  ];
  const idle: Coming = [...thanked, { at: D(3), type: 'paused' }];
  const promise = (over: Partial<Promise_> = {}): Promise_ => ({
    ...{ id: 'p', what: 'slides', to: ['oneill'], kind: 'separate', content: 'https://x.test', dueOn: '2026-12-10' },
    ...over,
  });
  const having = (...over: Partial<Promise_>[]): Moment => ({ of: intake({ promises: over.map(promise) }) });
  /** What becomes of promises: "promised_item:oneill:p 12-10T10:00 [B2] ask". */
  const keeps = (moment: Moment, at = D(2)): string[] =>
    decided(at, moment)
      .next.filter((s) => s.step === 'promised_item' || s.step === 'homework')
      .map((s) =>
        [
          ...[s.key, s.planned.slice(5, 16), `[${s.rules.join(' ')}]`, s.mode],
          ...(s.about === null ? [] : [s.about]),
          ...(s.letter.keeps ?? ['nothing']),
        ].join(' '),
      )
      .sort();
  const sending = (moment: Moment): Moment => ({
    ...moment,
    of: { ...(moment.of ?? intake()), approval: { default: 'send' } },
  });
  const asked = (over: Partial<Intake>, so: Coming = []): string => {
    const found = decided(D(2), { so, of: intake(over) }).next.find((s) => s.step === 'reconnect');
    return found === undefined ? 'nobody' : `${found.key} ${found.channel}`;
  };
  const heir: Contact = { ...walsh, id: 'heir', email: 'heir@northwind.test' };
  const replaces = (contact: Contact, old: string): Coming[number] => ({
    ...{ at: D(2), type: 'contact_changed' },
    ...{ contact, replaces: old },
  });
  const namedBy = (dateNamedBy: string): Intake['process'] => ({ ...intake().process, dateNamedBy });
  const mailFrom = (contactId: string | null): Coming[number] => ({
    ...{ at: D(3), type: 'feedback_received', outcome: 'rejected' },
    ...(contactId === null ? {} : { contactId }),
  });
  const thanks = (so: Coming, given?: Intake): string[] =>
    decided(D(3), given === undefined ? { so } : { so, of: given })
      .next.filter((s) => s.step === 'feedback_request')
      .map((s) => s.key.split(':')[1] ?? '');
  const unsent: Coming = [
    opens('thank_you:oneill:1', D(2), { planned: D(2, '09:00'), letter: {} }),
    { at: D(2, '09:30'), type: 'step_edited', key: 'thank_you:oneill:1' },
    approved('thank_you:oneill:1', D(2)),
  ];
  const callable: Contact = { ...oneill, email: null, phone: '+1', mayContact: ['phone'], linkedIn: false };
  const no: Coming = [{ at: D(9), type: 'feedback_received', outcome: 'rejected' }];
  it('H15, H5 a notice leaves four hours to stop it, and late steps are due in working hours, tasks at once', () => {
    expect([
      calls('thank_you:byrne:1', D(2, '08:00'), { of: intake({ approval: { default: 'send_unless_stopped' } }) }),
      calls('thank_you:byrne:1', D(2, '04:00'), { of: intake({ approval: { default: 'send_unless_stopped' } }) }),
      calls('thank_you:byrne:1', D(2, '14:00'), { of: intake({ approval: { default: 'send_unless_stopped' } }) }),
      calls('thank_you:byrne:1', D(2, '08:00'), { of: intake({ approval: { default: 'send' } }) }),
      calls('thank_you:byrne:1', D(2, '18:00')),
      calls('thank_you:byrne:1', D(1, '12:00')),
      decided(D(5, '22:00')).commands.flatMap((c) =>
        c.do === 'open' && c.step.channel === 'task' ? [c.step.due.slice(5, 16)] : [],
      ),
    ]).toEqual([
      'open 12-02T12:00 send_unless_stopped',
      'open 12-02T09:00 send_unless_stopped',
      'open 12-03T09:00 send_unless_stopped',
      'open 12-02T09:00 send',
      'open 12-03T09:00 ask',
      'open 12-02T09:00 ask',
      ['12-05T22:00'],
    ]);
  });
  it('H15 a draft not approved, or a call not made, lapses two working days after it was due, to the minute', () => {
    expect([
      calls(key, D(16, '09:59'), { so: reconnect() }),
      calls(key, D(16), { so: reconnect() }),
      calls(key, D(16), { so: [...reconnect(), approved(key, D(12))] }),
      calls(key, D(16), sending({ so: reconnect({ mode: 'send' }) })),
      calls(key, D(16), { so: [...reconnect(), { at: D(14), type: 'task_snoozed', key, until: D(15) }] }),
      calls(key, D(17, '09:59'), { so: [...reconnect(), { at: D(14), type: 'task_snoozed', key, until: D(15) }] }),
      calls(key, D(17), { so: [...reconnect(), { at: D(14), type: 'task_snoozed', key, until: D(15) }] }),
      calls('reconnect:byrne:1', D(16), {
        so: [opens('reconnect:byrne:1', D(14), { channel: 'phone', letter: { ask: 1, promisedDate: '2026-12-11' } })],
        of: intake({ contacts: [{ ...byrne, email: null }] }),
      }),
      calls('reconnect:candidate:no-reply-1', D(18), {
        so: [
          ...reconnect(),
          opens('reconnect:candidate:no-reply-1', D(14), { channel: 'task', about: 'no_reply_yet' }),
        ],
        around: { inbound: 'none' },
      }),
    ]).toEqual(['', 'lapse', 'send', 'send', '', '', 'lapse', 'lapse', '']);
  });
  it('H5 a draft moves when its rules do, by a minute or more, and not while paused or held', () => {
    expect([
      calls(key, D(11), { so: reconnect({ planned: D(14, '09:59') }) }),
      calls(key, D(11), { so: reconnect({ planned: D(14, '10:01') }) }),
      calls(key, D(11), { so: reconnect({ planned: '2026-12-14T10:00:59Z' }) }),
      calls(key, D(11), { so: [...reconnect({ planned: D(15) }), { at: D(11, '09:30'), type: 'paused' }] }),
      calls(key, D(11), {
        so: [...reconnect({ planned: D(15) }), { at: D(11, '09:30'), type: 'mail_received', mailKey: 'm' }],
      }),
      calls(key, D(11), { so: reconnect({ letter: { promisedDate: '2026-12-11', ask: 1 } }) }),
      calls(key, D(11), { so: reconnect({ letter: { promisedDate: '2026-12-11', ask: 2 } }) }),
      calls(key, D(11), { so: [...reconnect({ due: D(15), letter: { promisedDate: '2026-12-11', ask: 2 } })] }),
      calls(key, D(11), {
        so: [
          ...reconnect({ letter: { promisedDate: '2026-12-11', ask: 2 } }),
          { at: D(11, '09:30'), type: 'step_edited', key },
        ],
      }),
      calls(key, D(15), { so: reconnect({ planned: D(10) }) }),
    ]).toEqual([
      'retime 12-14T10:00',
      'retime 12-14T10:00',
      '',
      '',
      '',
      '',
      'retime 12-14T10:00',
      'retime 12-15T10:00',
      '',
      'retime 12-15T10:00',
    ]);
  });
  it('H15 an approved draft leaves when it is due and nothing holds it', () => {
    expect([
      calls(key, D(14, '09:59'), { so: [...reconnect(), approved(key, D(12))] }),
      calls(key, D(14), { so: [...reconnect(), approved(key, D(12))] }),
      calls(key, D(14), { so: reconnect() }),
      calls(key, D(14), {
        so: [...reconnect(), approved(key, D(12)), { at: D(13), type: 'step_held', key, until: D(14, '11:00') }],
      }),
      calls(key, D(14, '11:00'), {
        so: [...reconnect(), approved(key, D(12)), { at: D(13), type: 'step_held', key, until: D(14, '11:00') }],
      }),
    ]).toEqual(['', 'send', '', '', 'send']);
  });
  it('it looks again at the earliest moment at which something changes by itself', () => {
    expect([
      wakes(D(1, '11:00'), { so: [{ at: D(1, '10:30'), type: 'paused' }] }),
      wakes(D(1, '11:30'), { so: [{ at: D(1, '11:30'), type: 'paused' }] }),
      wakes(D(4), { so: idle, of: quiet() }),
      wakes(D(4), { so: [...idle, { at: D(3), type: 'call_agreed', callAt: D(8), contactId: 'oneill' }], of: quiet() }),
      wakes(D(8, '10:30'), {
        so: [...idle, { at: D(3), type: 'call_agreed', callAt: D(8), contactId: 'oneill' }],
        of: quiet(),
      }),
      wakes(D(4), {
        so: [
          ...idle,
          { at: D(3), type: 'call_agreed', callAt: D(8), contactId: 'oneill' },
          { at: D(4), type: 'no_show' },
        ],
        of: quiet(),
      }),
      wakes(D(4), {
        so: [
          ...idle,
          { at: D(3), type: 'call_agreed', callAt: D(4), contactId: 'oneill' },
          { at: D(4), type: 'call_logged', direction: 'out', reached: false },
        ],
        of: quiet(),
      }),
      wakes(D(4), { so: idle, of: quiet({ promises: [promise()] }) }),
      wakes(D(4), {
        so: [...idle, { at: D(3), type: 'promise_kept', promiseId: 'p' }],
        of: quiet({ promises: [promise()] }),
      }),
      wakes(D(4), { so: idle, of: quiet({ promises: [promise({ dueOn: null })] }) }),
      wakes(D(11, '12:00'), { so: [...thanked, ...reconnect()], of: quiet() }),
      wakes(D(14, '12:00'), { so: [...thanked, ...reconnect()], of: quiet() }),
      wakes(D(12), { so: [...thanked, ...reconnect(), approved(key, D(12))], of: quiet() }),
      wakes(D(14, '17:30'), { so: [...thanked, ...reconnect(), approved(key, D(12))], of: quiet() }),
      wakes(D(14), {
        so: [
          ...thanked,
          ...reconnect(),
          approved(key, D(12)),
          { at: D(13), type: 'step_held', key, until: D(14, '11:00') },
        ],
        of: quiet(),
      }),
      wakes(D(14, '12:00'), {
        so: [
          ...thanked,
          opens('reconnect:oneill:1', D(14, '13:00'), {
            planned: D(14),
            channel: 'phone',
            letter: { ask: 1, promisedDate: '2026-12-11' },
          }),
        ],
        of: quiet({ contacts: [{ ...oneill, email: null, phone: '+1', mayContact: ['phone'], linkedIn: false }] }),
      }),
    ]).toEqual([
      '12-01T11:30:00',
      '01-29T10:00:00',
      '02-03T10:00:00',
      '12-08T10:30:00',
      '02-03T10:00:00',
      '02-04T10:00:00',
      '02-04T10:00:00',
      '12-11T08:00:00',
      '02-03T10:00:00',
      '12-05T08:00:00',
      '12-14T10:00:00',
      '12-16T10:00:00',
      '12-14T10:00:00',
      '12-15T09:00:00',
      '12-14T11:00:00',
      '12-14T13:00:00',
    ]);
  });
  it('E8, H10 what is taken back is not also moved or sent, and holds nothing else up', () => {
    expect([
      calls(key, D(14), {
        so: [...reconnect({ letter: { ask: 1, promisedDate: '2026-12-10' } }), approved(key, D(12))],
      }),
      calls('thank_you:oneill:1', D(3), {
        so: [...reconnect({ letter: { promisedDate: '2026-12-10' } }), ...unsent],
        of: quiet(),
      }),
      wakes(D(14, '12:00'), {
        so: [
          ...thanked,
          opens('reconnect:oneill:1', D(14), { channel: 'phone', letter: { ask: 1, promisedDate: '2026-12-11' } }),
          { at: D(14), type: 'task_snoozed', key, until: D(15) },
        ],
        of: quiet({ contacts: [callable] }),
      }),
      decided('2026-12-01T11:29:59.500Z', { so: [{ at: D(1, '10:30'), type: 'paused' }] }).wakeAt,
    ]).toEqual(['withdraw H10', 'send', '12-15T10:00:00', '2026-12-01T11:30:00.500Z']);
  });
  it('what comes next is listed by day, and what is overdue after it; what waits is due now', () => {
    expect([
      decided(D(14, '12:00'), { so: [...thanked, ...reconnect()], of: quiet() }).next.map(
        (s) => `${s.key} ${s.due.slice(5, 16)}`,
      ),
      decided(D(3), { of: quiet() }).next.map((s) => `${s.key} ${s.due.slice(5, 16)}`),
    ]).toEqual([
      [
        'reflection:candidate:5 12-14T12:00',
        'yes_no_pack:candidate:1 12-14T12:00',
        'move_on:candidate:idle-20789 02-02T10:00',
        'reconnect:oneill:1 12-14T10:00',
      ],
      [
        'thank_you:oneill:1 12-03T10:00',
        'reflection:candidate:2 12-03T10:00',
        'reflection:candidate:3 12-05T08:00',
        'reflection:candidate:4 12-07T08:00',
        'reflection:candidate:5 12-10T08:00',
        'yes_no_pack:candidate:1 12-10T08:00',
        'reconnect:oneill:1 12-14T10:00',
        'move_on:candidate:idle-20788 01-29T10:00',
      ],
    ]);
  });
  it('nothing wakes it where only a person can change anything', () => {
    expect([
      decided('2027-05-03T10:00:00Z', {
        so: [
          ...no,
          opens('revisit:oneill:1', '2027-04-09T10:00:00Z', { letter: { outcome: 'rejected' } }),
          approved('revisit:oneill:1', '2027-04-09T10:00:00Z'),
        ],
        of: quiet({ interest: { ...intake().interest, reallyInterested: true } }),
        around: { stopped: true },
      }).wakeAt,
    ]).toEqual([null]);
  });
  it('B2, B3, G4 what was promised is kept on its day, or in two or three working days where none was named', () => {
    expect([
      keeps(having({})),
      keeps(having({ content: null })),
      keeps(having({ kind: 'homework' })),
      keeps(having({ kind: 'homework', content: null })),
      keeps(having({ kind: 'paperwork' })),
      keeps(having({ kind: 'paperwork', dueOn: null })),
      keeps(having({ kind: 'separate', dueOn: null, content: null })),
      keeps(having({ kind: 'with_thank_you', dueOn: null, content: null })),
      keeps(having({ kind: 'with_thank_you', dueOn: null })),
      keeps(having({ kind: 'with_thank_you' })),
      keeps(having({ dueOn: '2026-12-12' })),
      keeps(having({ dueOn: '2026-11-30' }), D(1, '12:00')),
      keeps(having({ to: ['gone', 'byrne'] })),
      keeps(having({ to: ['gone'] })),
      keeps(having({ to: ['gone'], content: null })),
      keeps({ of: intake({ contacts: [byrne, { ...oneill, email: null }], promises: [promise({ content: null })] }) }),
      keeps(sending(having({}))),
      keeps(sending(having({ content: null }))),
      keeps(
        {
          so: [
            { at: D(8), type: 'promise_added', promise: promise({ kind: 'paperwork', dueOn: null, content: null }) },
          ],
        },
        D(8),
      ),
      keeps({ so: [{ at: D(1, '10:00'), type: 'promise_added', promise: promise({ dueOn: null }) }] }, D(1, '12:00')),
      keeps({
        of: intake({
          contacts: [byrne, { ...oneill, country: 'AT', timeZone: 'Europe/Vienna' }],
          promises: [promise({ dueOn: '2026-12-08' })],
        }),
      }),
      keeps({
        of: intake({
          contacts: [byrne, { ...oneill, country: 'US', timeZone: 'America/New_York' }],
          promises: [promise()],
        }),
      }),
      keeps({
        of: intake({
          contacts: [byrne, oneill, { ...oneill, id: 'rex', roles: ['agency_recruiter'] }],
          route: { kind: 'agency', agency: 'Agents', recruiterContactId: 'rex' },
          promises: [promise()],
        }),
      }),
      keeps({
        so: [{ at: D(2), type: 'agent_agreed' }],
        of: intake({
          contacts: [byrne, oneill, { ...oneill, id: 'rex', roles: ['agency_recruiter'] }],
          route: { kind: 'agency', agency: 'Agents', recruiterContactId: 'rex' },
          promises: [promise()],
        }),
      }),
    ]).toEqual([
      ['promised_item:oneill:p 12-10T10:00 [B2] ask p'],
      [
        'promised_item:candidate:p-reminder 12-09T08:00 [B2] ask supply_item p',
        'promised_item:oneill:p 12-10T10:00 [B2] ask p',
      ],
      ['homework:candidate:p-reminder 12-09T08:00 [B3] ask homework_due p', 'homework:oneill:p 12-10T10:00 [B3] ask p'],
      ['homework:candidate:p-reminder 12-09T08:00 [B3] ask homework_due p', 'homework:oneill:p 12-10T10:00 [B3] ask p'],
      ['promised_item:oneill:p 12-10T10:00 [G4] ask p'],
      ['promised_item:oneill:p 12-04T10:00 [G4] ask p'],
      [
        'promised_item:candidate:p-reminder 12-03T08:00 [B2] ask supply_item p',
        'promised_item:oneill:p 12-04T10:00 [B2] ask p',
      ],
      [
        'promised_item:candidate:p-reminder 12-02T08:00 [B2] ask supply_item p',
        'promised_item:oneill:p 12-03T10:00 [B2] ask p',
      ],
      [],
      [],
      ['promised_item:oneill:p 12-11T10:00 [B2] ask p'],
      ['promised_item:oneill:p 12-01T11:30 [B2] ask p'],
      ['promised_item:byrne:p 12-10T10:00 [B2] ask p'],
      ['promised_item:candidate:p-reminder 12-09T08:00 [B2] ask supply_item p'],
      ['promised_item:candidate:p-reminder 12-09T08:00 [B2] ask supply_item p'],
      ['promised_item:candidate:p-reminder 12-09T08:00 [B2] ask supply_item p'],
      ['promised_item:oneill:p 12-10T10:00 [B2] send p'],
      [
        'promised_item:candidate:p-reminder 12-09T08:00 [B2] ask supply_item p',
        'promised_item:oneill:p 12-10T10:00 [B2] ask p',
      ],
      [
        'promised_item:candidate:p-reminder 12-10T08:00 [G4] ask supply_item p',
        'promised_item:oneill:p 12-11T10:00 [G4] ask p',
      ],
      ['promised_item:oneill:p 12-04T10:00 [B2] ask p'],
      ['promised_item:oneill:p 12-07T09:00 [B2] ask p'],
      ['promised_item:oneill:p 12-10T15:00 [B2] ask p'],
      ['promised_item:rex:p 12-10T10:00 [B2] ask p'],
      ['promised_item:oneill:p 12-10T10:00 [B2] ask p'],
    ]);
  });
  it('H10 a promise is open while the process is, and kept once', () => {
    expect([
      keeps({ ...having({}), so: [{ at: D(3), type: 'promise_kept', promiseId: 'p' }] }, D(4)),
      keeps({ ...having({}), so: [{ at: D(3), type: 'feedback_received', outcome: 'rejected' }] }, D(4)),
      keeps({ ...having({}), so: [{ at: D(3), type: 'feedback_received', outcome: 'advanced' }] }, D(4)),
      keeps({ ...having({}), so: [{ at: D(3), type: 'candidate_withdraws' }] }, D(4)),
      keeps(
        {
          ...having({}),
          so: [
            { at: D(3), type: 'feedback_received', outcome: 'offered' },
            { at: D(3), type: 'offer_accepted' },
          ],
        },
        D(4),
      ),
    ]).toEqual([
      [],
      [],
      ['promised_item:oneill:p 12-10T10:00 [B2] ask p'],
      [],
      ['promised_item:oneill:p 12-10T10:00 [B2] ask p'],
    ]);
  });
  it('A2, I1, I5, E3 who is written to and called, and who is not', () => {
    expect([
      asked({ contacts: [byrne, { ...oneill, givenName: '', familyName: '' }] }),
      asked({ contacts: [byrne, { ...oneill, givenName: '' }] }),
      asked({ contacts: [byrne, { ...oneill, familyName: '' }] }),
      asked({
        candidate: { ...intake().candidate, presentEmployer: { name: 'Now', domains: ['now.test', 'northwind.test'] } },
      }),
      asked({ contacts: [oneill], route: { kind: 'agency', agency: 'Agents', recruiterContactId: 'gone' } }),
      asked({
        contacts: [
          { ...byrne, phone: null, mayContact: [] },
          { ...oneill, mayContact: [], publishedPhone: '+1' },
        ],
      }),
      asked({
        contacts: [
          { ...byrne, phone: null, mayContact: [], publishedPhone: '+1' },
          { ...oneill, mayContact: [], linkedIn: false },
        ],
      }),
      asked({ process: namedBy('walsh') }, [replaces(heir, 'walsh'), replaces({ ...heir, id: 'heir2' }, 'heir')]),
      asked({ process: namedBy('walsh') }, [replaces(heir, 'walsh'), replaces(walsh, 'heir')]),
    ]).toEqual([
      'reconnect:byrne:1 email',
      'reconnect:oneill:1 email',
      'reconnect:oneill:1 email',
      'nobody',
      'nobody',
      'reconnect:oneill:1 phone',
      'nobody',
      'reconnect:heir2:1 email',
      'reconnect:walsh:1 email',
    ]);
  });
  it('G1, G2 an ending is answered to whoever wrote, else to E1’s person, or to the recruiter', () => {
    expect([
      thanks([mailFrom('byrne')]),
      thanks([mailFrom(null)]),
      thanks([mailFrom('walsh')], intake({ contacts: [byrne, oneill, { ...walsh, email: null }] })),
      thanks(
        [mailFrom('byrne')],
        intake({
          contacts: [byrne, oneill, { ...oneill, id: 'rex', roles: ['agency_recruiter'] }],
          route: { kind: 'agency', agency: 'Agents', recruiterContactId: 'rex' },
        }),
      ),
    ]).toEqual([['byrne'], ['oneill'], ['oneill'], ['rex']]);
  });
  it('B3, H10 what has not gone out is loud at nine the next morning, and only then', () => {
    const key = 'promised_item:oneill:p';
    const endedBy = (end: string | null, over: Partial<Step> = {}) =>
      keeps(
        { ...having({}), so: [opens(key, D(9), over), ...(end === null ? [] : [{ at: D(10), type: end, key }])] },
        D(11, '08:00'),
      );
    expect([
      keeps(having({}), D(11, '07:59')),
      keeps(having({}), D(11, '08:00')),
      endedBy('step_skipped'),
      endedBy('step_uncertain'),
      endedBy('step_sent', { letter: { keeps: ['p'] } }),
      endedBy(null),
    ]).toEqual([
      ['promised_item:oneill:p 12-10T10:00 [B2] ask p'],
      [
        'promised_item:candidate:p-missed 12-11T08:00 [B2] ask missed p',
        'promised_item:oneill:p 12-10T10:00 [B2] ask p',
      ],
      [],
      [],
      [],
      [
        'promised_item:candidate:p-missed 12-11T08:00 [B2] ask missed p',
        'promised_item:oneill:p 12-10T10:00 [B2] ask p',
      ],
    ]);
  });
  it('B2, B3 its draft lies ready from nine on the working day before, never before the interview or the promise', () => {
    expect([
      calls('promised_item:oneill:p', D(9, '07:59'), having({})),
      calls('promised_item:oneill:p', D(9, '08:00'), having({})),
      calls('promised_item:oneill:p', D(1, '11:29'), having({ dueOn: '2026-12-01' })),
      calls('promised_item:oneill:p', D(1, '11:30'), having({ dueOn: '2026-12-01' })),
      calls('promised_item:oneill:p', D(1, '11:29'), {
        so: [{ at: D(1, '10:00'), type: 'promise_added', promise: promise({ dueOn: '2026-12-01' }) }],
      }),
      calls('promised_item:candidate:p-reminder', D(1, '11:30'), having({ dueOn: '2026-12-01', content: null })),
      keeps({ so: [{ at: D(9), type: 'promise_added', promise: promise({ content: null }) }] }, D(9)),
      calls('promised_item:oneill:p', D(9), { so: [{ at: D(9), type: 'promise_added', promise: promise() }] }),
    ]).toEqual([
      '',
      'open 12-10T10:00 ask',
      '',
      'open 12-01T11:30 ask',
      '',
      'open 12-01T11:30 ask',
      [
        'promised_item:candidate:p-reminder 12-09T10:00 [B2] ask supply_item p',
        'promised_item:oneill:p 12-10T10:00 [B2] ask p',
      ],
      'open 12-10T10:00 ask',
    ]);
  });
  it('E1, B1 drafts lie ready from the morning before; short hours have no hour to spare', () => {
    expect([
      calls(key, D(11, '08:59')),
      calls(key, D(11, '09:00')),
      decided(D(2), {
        of: intake({ settings: { ...intake().settings, workingHours: { from: 9, to: 10 } } }),
      }).next.find((s) => s.step === 'reconnect')?.planned,
      decided(D(2), {
        of: intake({ settings: { ...intake().settings, workingHours: { from: 9, to: 11 } } }),
      }).next.find((s) => s.step === 'reconnect')?.planned,
    ]).toEqual(['', 'open 12-14T10:00 ask', '2026-12-14T09:00:00.000Z', '2026-12-14T10:00:00.000Z']);
  });
  it('H7, G10 a question that was retired gives its place to moving on, unless they answered or there is a way again', () => {
    expect([
      decided(D(16), {
        so: [opens('chase:candidate:no-channel-1', D(14), { channel: 'task', about: 'no_channel' })],
        of: intake({ contacts: [{ ...oneill, email: null, linkedIn: false }] }),
      }).next.find((s) => s.about === 'moved_on')?.planned ?? null,
      decided(D(16), {
        so: [
          opens('reflection:candidate:1', D(2), { channel: 'task' }),
          opens('chase:candidate:no-channel-1', D(14), { channel: 'task', about: 'no_channel' }),
        ],
        of: intake({ contacts: [{ ...oneill, email: null, linkedIn: false }] }),
      }).next.find((s) => s.about === 'moved_on')?.planned ?? null,
      decided(D(16), {
        so: [
          opens('chase:candidate:no-channel-1', D(14), { channel: 'task', about: 'no_channel' }),
          { at: D(15), type: 'feedback_received', outcome: 'holding' },
        ],
        of: intake({ contacts: [{ ...oneill, email: null, linkedIn: false }] }),
      }).next.find((s) => s.about === 'moved_on')?.planned ?? null,
      decided(D(16), {
        so: [opens('chase:candidate:no-channel-1', D(14), { channel: 'task', about: 'no_channel' })],
        of: intake({ contacts: [oneill] }),
      }).next.find((s) => s.about === 'moved_on')?.planned ?? null,
      decided(D(16), {
        so: [opens('reflection:candidate:1', D(2), { channel: 'task' })],
        of: intake({ contacts: [{ ...oneill, email: null, linkedIn: false }] }),
      }).next.find((s) => s.about === 'moved_on')?.planned ?? null,
    ]).toEqual(['2026-12-30T10:00:00.000Z', '2026-12-30T10:00:00.000Z', null, null, null]);
  });
});
