/** The rulebook, rule by rule, as a candidate would see it. Times: Dublin is UTC in winter; the interview ended Tuesday 1 December 2026. */
import { fold } from '../../policy/case';
import { normaliseAddress, organisationKey } from '../../policy/identity';
import type { Intake, Promise_ } from '../../policy/intake';
import { type Course, simulate } from '../../policy/simulate';
import type { OtherOffer, Sibling } from '../../policy/surroundings';
import { around, asks, at, byrne, type Coming, END, holding, intake, oneill, only, play, rows, walsh } from './stage';

const northwind = organisationKey({ name: 'Northwind Grid', country: 'IE' });
const offer: OtherOffer = {
  id: 'o1',
  organisation: 'Elsewhere',
  organisationKey: 'elsewhere|se',
  receivedOn: '2026-12-02',
  answerBy: '2026-12-09',
  status: 'open',
};
const sibling = (more: Partial<Sibling> = {}): Sibling => ({
  interviewId: 'i2',
  role: 'Platform Engineer',
  organisationKey: northwind,
  agencyKey: null,
  organisationName: 'Northwind Grid',
  processId: null,
  outcome: 'open',
  stage: 'waiting',
  promisedDate: '2026-12-11',
  nextAsk: null,
  unsortedMail: false,
  withdrawn: false,
  ...more,
});
const mail = (day: string, kind: string, more: Record<string, unknown> = {}) => [
  { at: `${day}T12:00:00Z`, type: 'mail_received', mailKey: `m-${day}`, contactId: 'oneill' },
  {
    at: `${day}T12:01:00Z`,
    type: 'mail_sorted',
    mailKey: `m-${day}`,
    kind,
    by: 'reader',
    contactId: 'oneill',
    ...more,
  },
];

describe('A. Know the process', () => {
  it('A1 keeps who decides, their absences and how each person may be contacted', () => {
    const row = asks(play()).find((r) => r.step === 'chase');
    expect([row?.channel, row?.to]).toEqual(['phone', 'byrne']);
  });
  it('A2 never writes to a missing address; it becomes a task', () => {
    const of = intake({ contacts: [{ ...byrne, email: null }, oneill, walsh] });
    const thanked = only(play(of), 'thank_you');
    expect(thanked.map((r) => [r.to, r.channel])).toEqual(
      expect.arrayContaining([
        ['oneill', 'email'],
        ['candidate', 'task'],
      ]),
    );
    expect(thanked.find((r) => r.to === 'candidate')?.rules).toContain('A2');
  });
  it('A3 assumes a date from the interview and never attributes it to them', () => {
    const of = intake({ process: { ...intake().process, promisedDate: null } });
    const course = play(of);
    expect(only(course, 'thank_you').filter((r) => r.whole.letter.asksTiming).length).toBe(1);
    const [first] = asks(course);
    expect(first?.on).toBe('2026-12-11');
    expect(first?.whole.letter.promisedDate).toBeUndefined();
    expect(at('2026-12-03T10:00:00Z', [], of).promisedDate).toEqual({ date: '2026-12-10', assumed: true });
  });
  it('A4 asks nobody there while the decision maker is away, until the first working day after', () => {
    const of = intake({
      process: { ...intake().process, absences: [{ contactId: 'byrne', from: '2026-12-10', to: '2026-12-16' }] },
    });
    expect(asks(play(of))[0]?.on).toBe('2026-12-17');
  });
  it('A4 anybody else’s absence holds only steps to that person', () => {
    const of = intake({
      process: { ...intake().process, absences: [{ contactId: 'walsh', from: '2026-12-10', to: '2026-12-16' }] },
    });
    expect(asks(play(of))[0]?.on).toBe('2026-12-14');
  });
  it('A4 an out-of-office reply with a return date does the same', () => {
    const course = play(intake(), mail('2026-12-10', 'auto_reply', { contactId: 'byrne', absentUntil: '2026-12-18' }));
    expect(asks(course)[0]?.on).toBe('2026-12-21');
  });
  it('A4 suggests a stand-in for more than ten working days', () => {
    const of = intake({
      process: { ...intake().process, absences: [{ contactId: 'byrne', from: '2026-12-07', to: '2027-01-08' }] },
    });
    expect(rows(play(of)).some((r) => r.whole.about === 'stand_in')).toBe(true);
  });
});

describe('B. The first two working days', () => {
  it('B1 thanks each interviewer on the next working day, twenty minutes apart', () => {
    const due = play()
      .steps.filter((s) => s.step.step === 'thank_you')
      .map((s) => s.due);
    expect(due).toEqual(['2026-12-02T09:00:00.000Z', '2026-12-02T09:20:00.000Z']);
  });
  it('B1 thanks within two working days across a weekend and a bank holiday', () => {
    // Good Friday and Easter Monday 2027: 26 and 29 March.
    const of = intake({
      interview: { ...intake().interview, endsAt: '2027-03-25T15:00:00Z' },
      process: { ...intake().process, promisedDate: '2027-04-16' },
    });
    expect(only(play(of), 'thank_you')[0]?.on).toBe('2027-03-30');
  });
  it('B2 a promise goes with the thank-you, or is announced and follows', () => {
    const of = intake({
      promises: [
        { id: 'p1', what: 'link', to: ['byrne'], kind: 'with_thank_you', content: 'https://x.test', dueOn: null },
        { id: 'p2', what: 'slides', to: ['oneill'], kind: 'with_thank_you', content: null, dueOn: '2026-12-04' },
      ],
    });
    const course = play(of);
    const [toByrne, toOneill] = only(course, 'thank_you');
    expect(toByrne?.whole.letter.keeps).toEqual(['p1']);
    expect(toOneill?.whole.letter.announces).toEqual(['p2']);
    expect(only(course, 'promised_item').find((r) => r.channel === 'email')?.on).toBe('2026-12-04');
  });
  it('B2 the thank-you says when comes what has a message of its own, and is silent on what is due with it', () => {
    const promised = (id: string, kind: Promise_['kind'], dueOn: string | null, to = 'byrne'): Promise_ => {
      return { id, what: id, to: [to], kind, content: 'https://x.test', dueOn };
    };
    const of = intake({
      promises: [
        promised('certificate', 'separate', '2026-12-04'),
        promised('photos', 'separate', null),
        promised('plan', 'homework', '2026-12-03'),
        promised('note', 'separate', '2026-12-02'),
        promised('test', 'homework', null),
        promised('pay slip', 'paperwork', '2026-12-04'),
        promised('slides', 'separate', '2026-12-04', 'oneill'),
      ],
    });
    const [toByrne, toOneill] = only(play(of), 'thank_you');
    expect(toByrne?.whole.letter.announces).toEqual(['certificate', 'photos', 'plan']);
    expect(toByrne?.rules).toContain('B2');
    expect(toOneill?.whole.letter.announces).toEqual(['slides']);
    const sent: Coming = { at: '2026-12-01T12:00:00Z', type: 'promise_kept', promiseId: 'certificate' };
    expect(only(play(of, [sent]), 'thank_you')[0]?.whole.letter.announces).toEqual(['photos', 'plan']);
  });
  it('B3 reminds before homework, sends it on its day, and a missed one is loud', () => {
    const of = intake({
      promises: [{ id: 'h', what: 'a page', to: ['oneill'], kind: 'homework', content: null, dueOn: '2026-12-04' }],
    });
    expect(only(play(of), 'homework').map((r) => [r.on, r.channel])).toEqual([
      ['2026-12-03', 'task'],
      ['2026-12-04', 'email'],
    ]);
    const idle = play(of, [], {}, { diligent: false, until: '2026-12-08T00:00:00Z' });
    expect(rows(idle).some((r) => r.whole.about === 'missed')).toBe(true);
  });
  it('B4 asks for the reflection within one day, and again until answered', () => {
    const first = only(play(), 'reflection')[0];
    expect(first?.on).toBe('2026-12-01');
    const asked = rows(play(intake(), [], {}, { diligent: false, until: '2026-12-11T00:00:00Z' })).filter(
      (r) => r.step === 'reflection',
    );
    expect(asked.at(-1)?.on).toBe('2026-12-10');
  });
  it('B5 the yes and no pack is ready before the promised date', () => {
    expect(only(play(), 'yes_no_pack')[0]?.on).toBe('2026-12-10');
  });
  const article = {
    kind: 'article' as const,
    title: 'T',
    url: 'https://x.test/t',
    topic: 'streaming ingestion',
    to: ['byrne'],
  };
  it('B6 at most one value-add, in the middle of the wait, and it never asks', () => {
    const added = only(play(intake({ valueAdd: article })), 'value_add');
    expect(added.map((r) => [r.on, r.to])).toEqual([['2026-12-07', 'byrne']]);
  });
  it('B6 what went to the agency does not go to the interviewer once direct contact is agreed', () => {
    const of = intake({
      contacts: [byrne, { ...oneill, id: 'rex', roles: ['agency_recruiter'] }],
      route: { kind: 'agency', agency: 'Agents', recruiterContactId: 'rex' },
      valueAdd: article,
      process: { ...intake().process, promisedDate: '2026-12-18' },
    });
    const course = play(of, [{ at: '2026-12-10T11:00:00Z', type: 'agent_agreed' }]);
    expect(only(course, 'value_add').map((r) => r.to)).toEqual(['rex']);
  });
  it('B6 goes into the thank-you when there are less than seven working days to wait', () => {
    const course = play(intake({ valueAdd: article, process: { ...intake().process, promisedDate: '2026-12-07' } }));
    expect(only(course, 'value_add')).toEqual([]);
    expect(only(course, 'thank_you').find((r) => r.to === 'byrne')?.whole.letter.valueAdd).toBe(true);
  });
});

describe('C. Papers and people ready', () => {
  const referee = intake().referees[0] as NonNullable<ReturnType<typeof intake>['referees'][0]>;
  it('C1 tells at once of missing, unbalanced or befriended referees', () => {
    const about = (referees: (typeof referee)[]) =>
      rows(play(intake({ referees })))
        .filter((r) => r.rules.includes('C1'))
        .map((r) => r.whole.about);
    expect(about([])).toEqual(['referees_missing']);
    expect(about([{ ...referee, relationship: 'colleague' }])).toEqual(['referees_unbalanced']);
    expect(about([referee, { ...referee, id: 'r9', relationship: 'friend', agreed: false }])).toEqual([
      'referee_friend',
    ]);
    expect(about([referee])).toEqual([]);
  });
  it('C2 asks on the first working day, reminds after seven days, replaces after fourteen', () => {
    const course = play(intake({ referees: [{ ...referee, agreed: false }] }));
    expect(only(course, 'referee_ask').map((r) => [r.on, r.to])).toEqual([
      ['2026-12-02', 'r1'],
      ['2026-12-09', 'r1'],
      ['2026-12-16', 'candidate'],
    ]);
  });
  it('C2 asks once per search, over all interviews', () => {
    const course = play(intake({ referees: [{ ...referee, agreed: false }] }), [], {
      refereeContacts: [
        { address: 'jonas@former.test', purpose: 'ask', at: '2026-11-20T09:00:00Z', interviewId: 'i0' },
      ],
    });
    expect(only(course, 'referee_ask').filter((r) => r.to === 'r1')).toEqual([]);
  });
  it('C2 writes in the referee’s own zone', () => {
    const course = play(
      intake({ referees: [{ ...referee, agreed: false, country: 'SG', timeZone: 'Asia/Singapore' }] }),
    );
    expect(course.steps.find((s) => s.step.step === 'referee_ask')?.due).toBe('2026-12-02T01:30:00.000Z');
  });
  it('C3 briefs referees early where the chances are high, or when references are asked for', () => {
    const high = { ...intake().interest, chances: 'high' as const };
    expect(only(play(intake({ interest: high })), 'referee_brief').map((r) => r.on)).toEqual(['2026-12-02']);
    expect(only(play(), 'referee_brief')).toEqual([]);
    expect(
      only(play(intake(), [{ at: '2026-12-08T10:00:00Z', type: 'references_requested' }]), 'referee_brief').map(
        (r) => r.on,
      ),
    ).toEqual(['2026-12-08']);
  });
  it('C4 tells briefed referees how it ended, and does not wear one out', () => {
    const of = intake({ interest: { ...intake().interest, chances: 'high' } });
    expect(
      only(play(of, [{ at: '2026-12-09T10:00:00Z', type: 'feedback_received', outcome: 'rejected' }]), 'referee_update')
        .length,
    ).toBe(1);
    const tired = play(of, [], {
      refereeContacts: [
        { address: 'jonas@former.test', purpose: 'brief', at: '2026-11-30T09:00:00Z', interviewId: 'i0' },
      ],
    });
    expect(only(tired, 'referee_brief')[0]?.on).toBe('2026-12-14');
  });
  it('C4 a referee who declines is replaced by a task', () => {
    const course = play(intake({ referees: [{ ...referee, agreed: false }] }), [
      { at: '2026-12-03T10:00:00Z', type: 'referee_replied', refereeId: 'r1', agrees: false },
    ]);
    expect(rows(course).some((r) => r.whole.about === 'replace_referee' && r.on === '2026-12-03')).toBe(true);
  });
  it('C4 who is found in place of a referee is asked, and the one before is left alone', () => {
    const found = { ...referee, id: 'r2', name: 'Mina Kahl', email: 'mina@former.test', agreed: false };
    const course = play(
      intake({ referees: [{ ...referee, agreed: false }], interest: { ...intake().interest, chances: 'high' } }),
      [
        { at: '2026-12-03T10:00:00Z', type: 'referee_replied', refereeId: 'r1', agrees: false },
        { at: '2026-12-04T10:00:00Z', type: 'referee_added', referee: found, replaces: 'r1' },
        { at: '2026-12-07T10:00:00Z', type: 'referee_replied', refereeId: 'r2', agrees: true },
      ],
    );
    const said = rows(course).filter((r) => r.step.startsWith('referee_'));
    expect(said.filter((r) => r.on > '2026-12-04').map((r) => `${r.on} ${r.whole.key}`)).toEqual([
      '2026-12-07 referee_brief:r2:1',
      '2027-01-18 referee_update:r2:unanswered',
    ]);
    expect(said.some((r) => r.whole.key === 'referee_ask:r2:1')).toBe(true);
  });
  it('C5 reminds early of the full transcript', () => {
    expect(only(play(intake({ documents: { transcript: null } })), 'transcript')[0]?.on).toBe('2026-12-02');
  });
});

describe('D. Waiting', () => {
  it('D1 asks nothing up to and including the promised date', () => {
    expect(asks(play()).every((r) => r.on > '2026-12-11')).toBe(true);
  });
  it('D1 counts the promised date in the organisation’s zone', () => {
    const kiwi = { country: 'NZ', timeZone: 'Pacific/Auckland' };
    const of = intake({
      contacts: [{ ...byrne, ...kiwi }, { ...oneill, ...kiwi }, walsh],
      process: { ...intake().process, promisedDate: '2026-12-10' },
    });
    const first = play(of).steps.find((s) => s.step.step === 'reconnect');
    expect(Date.parse(first?.due ?? '')).toBeGreaterThanOrEqual(Date.parse('2026-12-11T00:00:00Z'));
  });
  it('D2 a real offer elsewhere is mentioned once, with approval, after asking for more time', () => {
    const course = play(intake(), [], { offers: [offer] });
    const told = only(course, 'offer_deadline_notice');
    expect(told.map((r) => [r.channel, r.whole.mode])).toEqual([
      ['task', 'ask'],
      ['email', 'ask'],
    ]);
    expect(told[0]?.whole.about).toBe('ask_more_time');
    expect(
      only(play(intake(), [], { offers: [{ ...offer, organisationKey: northwind }] }), 'offer_deadline_notice'),
    ).toEqual([]);
  });
  it('D3 each human mail becomes an answer owed within one working day', () => {
    const owed = only(play(intake(), mail('2026-12-04', 'other')), 'answer_owed');
    expect(owed.map((r) => [r.on, r.to])).toEqual([['2026-12-07', 'oneill']]);
    expect(only(play(intake(), mail('2026-12-04', 'acknowledgement')), 'answer_owed')).toEqual([]);
  });
  it('D3 the message that a no calls for is that answer', () => {
    const course = play(intake(), mail('2026-12-04', 'rejection'));
    expect(only(course, 'answer_owed')).toEqual([]);
    expect(only(course, 'feedback_request').map((r) => r.on)).toEqual(['2026-12-07']);
  });
  it('D3 a no that follows while a holding reply is still unanswered has one answer to both', () => {
    const course = play(intake(), [...mail('2026-12-04', 'holding'), ...mail('2026-12-05', 'rejection')]);
    expect(only(course, 'answer_owed')).toEqual([]);
    expect(only(course, 'feedback_request')).toHaveLength(1);
    expect(course.facts.at(-1)?.type).toBe('closed');
  });
});

describe('E. When the promised date passes', () => {
  it('E1 reconnects on the first working day after it, by email, with whoever named the date, else HR', () => {
    expect([asks(play())[0]?.on, asks(play())[0]?.to, asks(play())[0]?.channel]).toEqual([
      '2026-12-14',
      'oneill',
      'email',
    ]);
    const of = intake({ process: { ...intake().process, dateNamedBy: 'byrne' } });
    expect(asks(play(of))[0]?.to).toBe('byrne');
  });
  it('E2 asks again every four days; day three where day four is no working day; never sooner', () => {
    expect(asks(play()).map((r) => r.on)).toEqual([
      '2026-12-14',
      '2026-12-18',
      '2026-12-22',
      '2026-12-29',
      '2027-01-04',
    ]);
    const days = asks(play(intake({ process: { ...intake().process, promisedDate: '2026-12-08' } }))).map((r) => r.on);
    // 9 December, four days on is Sunday 13th: neither day three nor four works; then 14th, 18th, 22nd.
    expect(days.slice(0, 4)).toEqual(['2026-12-09', '2026-12-14', '2026-12-18', '2026-12-22']);
  });
  it('E2 honours a slower pace by the candidate’s own choice', () => {
    const of = intake({ settings: { ...intake().settings, chaseDays: 7 } });
    expect(
      asks(play(of))
        .slice(0, 2)
        .map((r) => r.on),
    ).toEqual(['2026-12-14', '2026-12-21']);
  });
  it('E3 channels take turns, and LinkedIn comes at most once', () => {
    const of = intake({
      settings: { ...intake().settings, beforeDecisionMaker: 5, beforeSenior: 8, beforeLastSay: 12 },
    });
    const channels = asks(play(of)).map((r) => r.channel);
    expect(channels.slice(0, 5)).toEqual(['email', 'phone', 'linkedin', 'email', 'phone']);
    expect(channels.filter((c) => c === 'linkedin').length).toBe(1);
  });
  it('E4 then speaks to the decision maker, with HR in copy', () => {
    const row = asks(play()).find((r) => r.step === 'decision_maker');
    expect([row?.to, row?.whole.cc]).toEqual(['byrne', ['oneill']]);
  });
  it('E4 a holding reply without a new date makes the decision maker the next asking step', () => {
    const course = play(intake(), [holding('2026-12-15')]);
    const next = asks(course).find((r) => r.on > '2026-12-15');
    expect([next?.step, next?.on]).toEqual(['decision_maker', '2026-12-18']);
  });
  it('E5 then somebody senior, openly, always asking the candidate', () => {
    const row = asks(play(intake({ approval: { default: 'send' } }))).find((r) => r.step === 'senior');
    expect([row?.to, row?.whole.cc, row?.whole.mode]).toEqual(['walsh', ['oneill'], 'ask']);
  });
  it('E5 with nobody senior on file the place is a chase', () => {
    expect(asks(play(intake({ contacts: [byrne, oneill] }))).map((r) => r.step)).toEqual([
      'reconnect',
      'chase',
      'decision_maker',
      'chase',
      'last_say',
    ]);
  });
  it('E6 only a role marked so is called the favourite', () => {
    expect(intake().interest.favourite).toBe(false);
  });
  it('E7 an offer is mentioned only while recorded, open, and another organisation’s', () => {
    const late = { ...offer, answerBy: '2026-12-15' };
    const mentions = (offers: OtherOffer[]) =>
      asks(play(intake(), [], { offers }))
        .filter((r) => r.whole.letter.mentionsOffer)
        .map((r) => r.step);
    expect(mentions([late])).toEqual(['reconnect']);
    expect(mentions([{ ...late, status: 'lapsed' }])).toEqual([]);
    expect(mentions([{ ...late, organisation: 'NORTHWIND  grid', organisationKey: 'northwind grid|' }])).toEqual([]);
    expect(mentions([])).toEqual([]);
  });
  it('E8 every human answer withdraws pending questions and plans anew from what it says', () => {
    const course = play(intake(), [holding('2026-12-15', { promisedDate: '2026-12-22' })]);
    expect(asks(course).filter((r) => r.on > '2026-12-15')[0]).toMatchObject({ step: 'reconnect', on: '2026-12-23' });
    expect(course.facts.some((f) => f.type === 'step_withdrawn' || f.type === 'step_sent')).toBe(true);
  });
});

describe('F. Through an agency', () => {
  const rex = { ...oneill, id: 'rex', email: 'rex@agency.test', roles: ['agency_recruiter' as const], linkedIn: false };
  const of = intake({
    contacts: [byrne, oneill, walsh, rex],
    route: { kind: 'agency', agency: 'Agents', recruiterContactId: 'rex' },
  });
  it('F1 all outreach goes through the recruiter until the agent agrees to direct messages', () => {
    const contacts = new Set(
      rows(play(of))
        .filter((r) => r.channel !== 'task' && !r.step.startsWith('referee'))
        .map((r) => r.to),
    );
    expect([...contacts]).toEqual(['rex']);
    const agreed = play(of, [{ at: '2026-12-02T15:00:00Z', type: 'agent_agreed' }]);
    expect(only(agreed, 'thank_you').map((r) => r.to)).toEqual(expect.arrayContaining(['rex', 'byrne', 'oneill']));
    expect(new Set(asks(agreed).map((r) => r.to))).toEqual(new Set(['rex']));
  });
});

describe('G. Endings', () => {
  const rejected = { at: '2026-12-09T10:00:00Z', type: 'feedback_received', outcome: 'rejected' };
  it('G1 feedback either way is thanked for', () => {
    expect(only(play(intake(), [{ ...rejected, reasonGiven: true }]), 'outcome_thanks').length).toBe(1);
    expect(
      only(
        play(intake(), [{ ...rejected, outcome: 'offered' }], {}, { until: '2027-01-10T00:00:00Z' }),
        'outcome_thanks',
      ).length,
    ).toBe(1);
  });
  it('G2 a no is accepted: one message that asks why once, then nothing more', () => {
    const course = play(intake(), [rejected]);
    expect(only(course, 'feedback_request').length).toBe(1);
    expect(asks(course)).toEqual([]);
    expect(course.outcome).toBe('rejected');
    expect(play(intake(), [{ ...rejected, outcome: 'pool' }]).outcome).toBe('rejected');
  });
  it('G3 next round: confirm, prepare, and the interview ends as advanced', () => {
    const course = play(intake(), [{ ...rejected, outcome: 'advanced' }]);
    expect(
      only(course, 'confirm')
        .map((r) => r.channel)
        .sort(),
    ).toEqual(['email', 'task']);
    expect(course.outcome).toBe('advanced');
  });
  it('G4 warns before an offer lapses; accepting offers the others for withdrawal; declining is gracious', () => {
    const offered = { ...rejected, outcome: 'offered', answerBy: '2026-12-18' };
    const open = play(intake(), [offered], {}, { until: '2026-12-30T00:00:00Z' });
    expect(rows(open).find((r) => r.whole.about === 'offer_lapses')?.on).toBe('2026-12-16');
    const accepted = play(intake(), [offered, { at: '2026-12-10T10:00:00Z', type: 'offer_accepted' }], {
      siblings: [sibling({ organisationKey: 'x|se' })],
    });
    expect(only(accepted, 'accept').some((r) => r.channel === 'email')).toBe(true);
    expect(rows(accepted).some((r) => r.whole.about === 'withdraw_sibling')).toBe(true);
    const declined = play(intake(), [offered, { at: '2026-12-10T10:00:00Z', type: 'offer_declined', by: 'candidate' }]);
    expect(only(declined, 'decline').length).toBe(1);
    expect(declined.outcome).toBe('declined');
  });
  it('G4 resignation waits until conditions are cleared', () => {
    const of = intake({
      candidate: { ...intake().candidate, presentEmployer: { name: 'Now Ltd', domains: ['now.test'] } },
    });
    const events = [
      { ...rejected, outcome: 'offered' },
      { at: '2026-12-10T10:00:00Z', type: 'offer_accepted' },
    ];
    expect(rows(play(of, events)).some((r) => r.whole.about === 'resign')).toBe(false);
    const cleared = play(of, [...events, { at: '2026-12-15T10:00:00Z', type: 'offer_changed', stage: 'cleared' }]);
    expect(rows(cleared).find((r) => r.whole.about === 'resign')?.on).toBe('2026-12-15');
  });
  it('G5 withdrawing tells them at once, by call and by mail, even before the promised date', () => {
    const course = play(intake(), [{ at: '2026-12-03T10:00:00Z', type: 'candidate_withdraws' }]);
    expect(
      only(course, 'withdrawal')
        .map((r) => [r.channel, r.on])
        .sort(),
    ).toEqual([
      ['email', '2026-12-03'],
      ['phone', '2026-12-03'],
    ]);
    expect(asks(course)).toEqual([]);
  });
  const really = { ...intake().interest, reallyInterested: true };
  it('G6 comes back once after some months, asking the candidate, unless a job was taken', () => {
    const course = play(intake({ interest: really }), [rejected]);
    expect(only(course, 'revisit').map((r) => [r.on, r.whole.mode])).toEqual([['2027-04-09', 'ask']]);
    expect(
      only(play(intake({ interest: really }), [rejected], { siblings: [sibling({ outcome: 'accepted' })] }), 'revisit'),
    ).toEqual([]);
  });
  it('G7 a closed interview lives again when the preferred candidate declines', () => {
    const course = play(
      intake({ interest: really }),
      [rejected, { at: '2027-01-11T10:00:00Z', type: 'offer_declined', by: 'preferred_candidate' }],
      {},
      { until: '2027-01-12T18:00:00Z' },
    );
    expect(course.outcome).toBe('open');
    expect(only(course, 'answer_owed').length).toBe(1);
  });
  it('G8 has the last say, to E1’s person by email', () => {
    const last = asks(play()).at(-1);
    expect([last?.step, last?.to, last?.channel]).toEqual(['last_say', 'oneill', 'email']);
  });
  it('G9 one letter on the day of moving on, if chosen, never to someone E5 wrote to', () => {
    const of = intake({ interest: { ...intake().interest, keenOnOrganisation: true } });
    const course = play(of);
    const letter = only(course, 'senior_letter');
    expect(letter.map((r) => r.to)).toEqual(['oneill']);
    expect(letter[0]?.on).toBe(only(course, 'move_on')[0]?.on);
    expect(only(play(of, [rejected]), 'senior_letter').map((r) => [r.to, r.whole.letter.outcome])).toEqual([
      ['walsh', 'rejected'],
    ]);
    expect(only(play(), 'senior_letter')).toEqual([]);
  });
  it('G9 rather to somebody who did not have the last say; to that person only where nobody else may be written to', () => {
    const keen = { interest: { ...intake().interest, keenOnOrganisation: true } };
    const kelly = { ...oneill, id: 'kelly', familyName: 'Kelly', email: 'kelly@northwind.test', linkedIn: false };
    const two = play(intake({ ...keen, contacts: [byrne, oneill, { ...kelly, roles: ['hr'] }, walsh] }));
    expect(only(two, 'senior').map((r) => r.to)).toEqual(['walsh']);
    expect(only(two, 'last_say').map((r) => r.to)).toEqual(['oneill']);
    expect(only(two, 'senior_letter').map((r) => r.to)).toEqual(['kelly']);
    const one = play(intake(keen));
    expect(only(one, 'senior_letter').map((r) => r.to)).toEqual(only(one, 'last_say').map((r) => r.to));
  });
  it('G10 moves on ten working days after the last say, as unanswered; a late answer still finds it', () => {
    const course = play();
    expect(only(course, 'move_on').map((r) => r.on)).toEqual(['2027-01-18']);
    expect(course.outcome).toBe('unanswered');
    const late = play(intake({ interest: really }), [
      { at: '2027-02-15T10:00:00Z', type: 'feedback_received', outcome: 'advanced' },
    ]);
    expect(late.outcome).toBe('advanced');
  });
  it('G10 no wait is endless: a task after forty working days, the end ten later', () => {
    const course = play(intake(), [{ at: '2026-12-03T10:00:00Z', type: 'paused' }]);
    expect(rows(course).find((r) => r.whole.about === 'idle')?.on).toBe('2027-02-03');
    expect(course.outcome).toBe('unanswered');
    expect(course.endedAt.slice(0, 10)).toBe('2027-02-17');
  });
  it('G10 what a wait left to do ends with it, what an ending leaves to do does not', () => {
    const openAfter = (course: Course) =>
      [...fold(course.facts).records.values()].filter(({ status }) => status === 'open').map(({ step }) => step.about);
    const silent = simulate([{ v: 1, at: END, type: 'intake', intake: intake() }], END, around(intake()), {
      diligent: false,
    });
    expect(silent.outcome).toBe('unanswered');
    expect(openAfter(silent)).toEqual([]);
    const no = { v: 1, at: '2026-12-07T10:00:00Z', type: 'feedback_received', outcome: 'rejected' } as const;
    const ended = simulate([{ v: 1, at: END, type: 'intake', intake: intake() }], END, around(intake()), {
      diligent: false,
      happens: [no],
    });
    expect(openAfter(ended)).toEqual(['after_no']);
  });
});

describe('H. Learned from those who chase institutions for a living', () => {
  it('H1 one minimum gap over all interviews there', () => {
    const course = play(intake(), [], {
      outreach: [
        {
          interviewId: 'i2',
          at: '2026-12-12T10:00:00Z',
          step: 'thank_you',
          stepKey: 'thank_you:byrne:1',
          addresses: [],
          covers: [],
        },
      ],
    });
    expect(asks(course)[0]?.on).toBe('2026-12-15');
  });
  it('H1 two reasons due on neighbouring days make one message (MuckRock 2000)', () => {
    const ask = {
      step: 'reconnect' as const,
      due: '2026-12-15T10:00:00Z',
      addresses: [normaliseAddress('conor.oneill@northwind.test')],
    };
    const lead = play(intake(), [], { siblings: [sibling({ nextAsk: ask })] }, { until: '2026-12-16T00:00:00Z' });
    expect(asks(lead)[0]?.whole.letter.covers).toEqual(['i2']);
    const follower = at('2026-12-14T10:00:00Z', [], intake(), {
      interviewId: 'i3',
      siblings: [sibling({ nextAsk: ask })],
    });
    expect(follower.commands.filter((c) => c.do === 'open' && c.step.step === 'reconnect')).toEqual([]);
  });
  it('H1 answers owed neither wait for the gap nor start it', () => {
    const course = play(intake(), mail('2026-12-11', 'other'));
    expect(only(course, 'answer_owed')[0]?.on).toBe('2026-12-14');
    expect(asks(course)[0]?.on).toBe('2026-12-15');
  });
  it('H1 an answer owed in another interview there does not start the gap', () => {
    const made = {
      interviewId: 'i2',
      at: '2026-12-13T10:00:00Z',
      step: 'answer_owed' as const,
      stepKey: 'answer_owed:x:a1',
      addresses: [],
      covers: [],
    };
    expect(asks(play(intake(), [], { outreach: [made] }))[0]?.on).toBe('2026-12-14');
  });
  it('H1 a question that is on hold is none that others wait for', () => {
    const held = at('2026-12-14T10:00:00Z', [{ at: '2026-12-02T10:00:00Z', type: 'on_hold' }]);
    expect(held.next.filter((s) => s.step === 'reconnect')).toEqual([]);
  });
  it('H2 counts from the moment a message was accepted (MuckRock 1653)', () => {
    const sent = at('2026-12-17T12:00:00Z', [
      {
        at: '2026-12-13T10:00:00Z',
        type: 'step_opened',
        step: {
          key: 'reconnect:oneill:1',
          step: 'reconnect',
          rules: [],
          reason: '',
          due: '2026-12-14T10:00:00Z',
          planned: '2026-12-14T10:00:00Z',
          channel: 'email',
          to: ['oneill'],
          cc: [],
          mode: 'ask',
          about: null,
          letter: {},
        },
      },
      { at: '2026-12-14T11:00:00Z', type: 'step_approved', key: 'reconnect:oneill:1' },
      { at: '2026-12-15T11:00:00Z', type: 'step_sent', key: 'reconnect:oneill:1' },
    ]);
    expect(sent.next.find((s) => s.step === 'chase')?.planned.slice(0, 10)).toBe('2026-12-18');
  });
  it('H3 a mail nobody has sorted holds every asking step (MuckRock 1000)', () => {
    const held = play(
      intake(),
      [{ at: '2026-12-10T12:00:00Z', type: 'mail_received', mailKey: 'm', contactId: 'oneill' }],
      {},
      { until: '2027-01-20T00:00:00Z' },
    );
    expect(asks(held).filter((r) => held.facts.some((f) => f.type === 'step_sent' && f.key === r.whole.key))).toEqual(
      [],
    );
  });
  it('H4 the clock stands still while it is the candidate’s turn; five working days after supplying', () => {
    const course = play(intake(), mail('2026-12-10', 'info_request', { asksFor: ['documents'] }));
    expect(only(course, 'answer_owed')[0]?.on).toBe('2026-12-11');
    expect(asks(course)[0]?.on).toBe('2026-12-18');
  });
  it('H5 a pause is shown with its reason (MuckRock 1757)', () => {
    const paused = at('2026-12-04T10:00:00Z', [{ at: '2026-12-03T10:00:00Z', type: 'paused' }]);
    expect([paused.stage, paused.holds.map((h) => h.rule)]).toEqual(['paused', ['pause']]);
  });
  it('E1 the first interval differs from the later ones (MuckRock 1610, 793)', () => {
    const of = intake({ settings: { ...intake().settings, reconnectWorkingDays: 3 } });
    expect(
      asks(play(of))
        .slice(0, 2)
        .map((r) => r.on),
    ).toEqual(['2026-12-16', '2026-12-21']);
  });
  it('H5 after a pause nothing bursts out', () => {
    const course = play(intake(), [
      { at: '2026-12-01T12:00:00Z', type: 'paused' },
      { at: '2026-12-21T12:00:00Z', type: 'resumed' },
    ]);
    const outreach = course.facts.flatMap((f) =>
      f.type === 'step_sent' ? [{ key: f.key, on: f.at.slice(0, 10) }] : [],
    );
    expect(outreach.filter((o) => o.on <= '2026-12-20')).toEqual([]);
    expect(asks(course)[0]?.on).toBe('2026-12-24');
  });
  it('H5 a pause takes back a call that was about to be made, and plans it anew afterwards', () => {
    const wait: Coming[] = [
      { at: '2026-12-18T08:00:00Z', type: 'paused' },
      { at: '2026-12-21T12:00:00Z', type: 'resumed' },
    ];
    const calls = (coming: Coming[]) => only(play(intake(), coming), 'chase').filter((r) => r.channel === 'phone');
    expect(calls([])[0]?.on).toBe('2026-12-18');
    const course = play(intake(), wait);
    const key = only(course, 'chase').find((r) => r.channel === 'phone')?.whole.key;
    expect(course.facts.some((f) => f.type === 'step_withdrawn' && f.key === key && f.rule === 'H5')).toBe(true);
    expect(course.facts.some((f) => f.type === 'task_done' && f.key === key && f.at < '2026-12-21T12')).toBe(false);
    expect(calls(wait)[0]?.on).toBe('2026-12-21');
  });
  it('H5 what is still to come stands before what was left undone', () => {
    const left = at('2026-12-03T12:00:00.000Z').commands.flatMap((command) =>
      command.do === 'open' ? [{ at: '2026-12-03T12:00:00.000Z', type: 'step_opened', step: command.step }] : [],
    );
    const { next } = at('2026-12-08T12:00:00.000Z', left);
    const overdue = next.map(({ due }) => due < '2026-12-08T12:00:00.000Z');
    expect(overdue).toContain(true);
    expect(overdue).toEqual([...overdue].sort());
    expect(overdue[0]).toBe(false);
  });
  it('H14 no address is looked for of somebody who asked not to be written to, nor of somebody thanked already', () => {
    const tasks = (course: ReturnType<typeof play>) => rows(course).filter((r) => r.whole.about === 'no_address');
    const please = (day: string) => ({ at: `${day}T12:00:00Z`, type: 'do_not_write', contactId: 'oneill' });
    expect(tasks(play(intake(), [please('2026-12-01')]))).toEqual([]);
    expect(tasks(play(intake(), [please('2026-12-05')]))).toEqual([]);
    expect(tasks(play(intake(), [], { doNotWrite: [normaliseAddress(oneill.email ?? '')] }))).toEqual([]);
    const lost = { ...oneill, mayContact: [] };
    const later = { at: '2026-12-05T12:00:00Z', type: 'contact_changed', contact: lost };
    expect(tasks(play(intake(), [later]))).toEqual([]);
    expect(tasks(play(intake({ contacts: [byrne, lost] })))).toHaveLength(1);
  });
  it('B3 the reminder of homework goes when the homework has gone', () => {
    const promises = [
      { id: 'p', what: 'a page', to: ['oneill'], content: 'https://x.test/p', kind: 'homework', dueOn: '2026-12-07' },
    ] as Intake['promises'];
    const of = intake({ promises });
    const opened = at('2026-12-04T12:00:00.000Z', [], of).commands.flatMap((command) =>
      command.do === 'open' ? [{ at: '2026-12-04T12:00:00.000Z', type: 'step_opened', step: command.step }] : [],
    );
    const keys = opened.map(({ step }) => step.key).filter((key) => key.startsWith('homework:'));
    expect(keys).toEqual(['homework:candidate:p-reminder', 'homework:oneill:p']);
    const sent = { at: '2026-12-07T10:00:00.000Z', type: 'step_sent', key: 'homework:oneill:p' };
    const { commands } = at('2026-12-07T12:00:00.000Z', [...opened, sent], of);
    expect(commands).toContainEqual(expect.objectContaining({ do: 'withdraw', key: 'homework:candidate:p-reminder' }));
  });
  it('B2 an undated promise that was missed is loud the next morning', () => {
    const promise = { id: 'q', what: 'a page', to: ['oneill'], content: null, kind: 'separate', dueOn: null };
    const course = play(
      intake(),
      [{ at: '2026-12-07T12:00:00Z', type: 'promise_added', promise }],
      {},
      { diligent: false },
    );
    const missed = course.facts.find((f) => f.type === 'step_opened' && f.step.about === 'missed');
    expect(missed?.at.slice(0, 13)).toBe('2026-12-11T08');
  });
  it('I5 somebody who was replaced and comes back stands for the one in between', () => {
    const rex = { ...walsh, id: 'rex', givenName: 'Rex', email: 'rex@northwind.test' };
    const change = (contact: typeof walsh, replaces: string, day: string) => ({
      at: `${day}T12:00:00Z`,
      type: 'contact_changed',
      contact,
      replaces,
    });
    const promise = {
      id: 'q',
      what: 'a',
      to: ['rex'],
      content: 'https://x.test/q',
      kind: 'separate',
      dueOn: '2026-12-08',
    };
    const course = play(intake(), [
      change(rex, 'oneill', '2026-12-02'),
      { at: '2026-12-02T13:00:00Z', type: 'promise_added', promise },
      change(oneill, 'rex', '2026-12-03'),
    ]);
    expect(only(course, 'promised_item').map((r) => r.to)).toEqual(['oneill']);
  });
  it('H6 an out-of-office, an acknowledgement and a bounce are no answer; a permanent bounce asks for a better address', () => {
    expect(asks(play(intake(), mail('2026-12-10', 'acknowledgement')))[0]?.on).toBe('2026-12-14');
    const bounced = play(
      intake(),
      mail('2026-12-10', 'bounce', { bounce: { recipients: ['conor.oneill@northwind.test'], permanent: true } }),
    );
    expect(rows(bounced).some((r) => r.whole.about === 'bad_address')).toBe(true);
    expect(asks(bounced)[0]?.to).toBe('byrne');
    const delayed = play(
      intake(),
      mail('2026-12-10', 'bounce', { bounce: { recipients: ['conor.oneill@northwind.test'], permanent: false } }),
    );
    expect(asks(delayed)[0]?.to).toBe('oneill');
  });
  it('H7 with no channel left the chase is retired by a task, and the life ends', () => {
    const of = intake({ contacts: [{ ...oneill, email: null, linkedIn: false }] });
    const course = play(of);
    expect(rows(course).find((r) => r.whole.about === 'no_channel')?.rules).toEqual(['H7']);
    expect(course.outcome).toBe('unanswered');
  });
  it('H7 what was asked the last way there is has its days before the question is retired', () => {
    const course = play(intake({ contacts: [{ ...oneill, email: null, linkedIn: true }] }));
    const asked = rows(course).filter((r) => r.channel === 'linkedin' || r.whole.about === 'no_channel');
    expect(asked.map((r) => [r.on, r.channel])).toEqual([
      ['2026-12-14', 'linkedin'],
      ['2026-12-18', 'task'],
    ]);
  });
  it('H8 an agreed call that did not happen: a task after half an hour, a note the same day', () => {
    const course = play(intake(), [
      { at: '2026-12-03T09:00:00Z', type: 'call_agreed', callAt: '2026-12-04T10:00:00Z', contactId: 'oneill' },
    ]);
    const notes = course.steps.filter((s) => s.step.step === 'no_show_note');
    expect(notes.map((s) => [s.due.slice(0, 16), s.step.channel])).toEqual([
      ['2026-12-04T10:30', 'task'],
      ['2026-12-04T11:00', 'email'],
    ]);
    expect(notes[1]?.step.mode).toBe('ask');
  });
  it('H9 thank-yous to one panel are told apart', () => {
    const variants = only(play(), 'thank_you').map((r) => r.whole.letter.variant);
    expect(new Set(variants).size).toBe(variants.length);
  });
  it('H10 moving the promised date moves the next contact and withdraws drafts that cite it (MuckRock 1740)', () => {
    const course = play(intake(), [
      { at: '2026-12-11T12:00:00Z', type: 'promised_date_corrected', promisedDate: '2026-12-16' },
    ]);
    expect(asks(course)[0]).toMatchObject({ on: '2026-12-17' });
    expect(asks(course)[0]?.whole.letter.promisedDate).toBe('2026-12-16');
    expect(course.facts.some((f) => f.type === 'step_withdrawn' && f.rule === 'H10')).toBe(true);
  });
  it('H11 withdrawn is silent for ever, even if they write back, but for an answer owed (MuckRock 1975)', () => {
    const course = play(intake(), [
      { at: '2026-12-03T10:00:00Z', type: 'candidate_withdraws' },
      ...mail('2026-12-03', 'other'),
    ]);
    const after = rows(course).filter(
      (r) => r.on > '2026-12-03' && r.channel !== 'task' && !r.step.startsWith('referee'),
    );
    expect(after.map((r) => r.step)).toEqual(['answer_owed']);
    expect(course.outcome).toBe('withdrawn');
  });
  it('H12 a mail sent by hand counts as outreach', () => {
    const course = play(intake(), [{ at: '2026-12-13T12:00:00Z', type: 'message_sent_by_hand', contactId: 'oneill' }]);
    expect(asks(course)[0]?.on).toBe('2026-12-16');
  });
  it('H13 an operator’s answer limit stands in for a promised date, as data', () => {
    const of = intake({ process: { ...intake().process, promisedDate: null } });
    expect(asks(play(of, [], { answerLimits: [{ country: 'IE', days: 45 }] }))[0]?.on).toBe('2027-01-18');
  });
  it('H14 “do not write” is kept for ever and beats every step', () => {
    const course = play(intake(), [], { doNotWrite: ['conor.oneill@northwind.test'] });
    expect(rows(course).some((r) => r.to === 'oneill')).toBe(false);
    expect(
      rows(play(intake(), [{ at: '2026-12-01T12:00:00Z', type: 'do_not_write' }])).filter(
        (r) => r.channel === 'email' && !r.step.startsWith('referee'),
      ),
    ).toEqual([]);
  });
  it('H15 draft first: unapproved asking steps lapse after two working days, three in a row pause', () => {
    const course = play(intake(), [], {}, { diligent: false });
    const lapsed = course.facts.filter((f) => f.type === 'step_lapsed');
    expect(lapsed[0]?.at.slice(0, 10)).toBe('2026-12-04');
    expect(rows(course).filter((r) => r.whole.about === 'three_lapsed').length).toBe(1);
    expect(course.facts.some((f) => f.type === 'step_sent')).toBe(false);
    expect(course.outcome).toBe('unanswered');
  });
  it('H15 a lapsed ask uses up its place and does not start the gap', () => {
    const of = intake({ approval: { default: 'send', chase: 'ask', decision_maker: 'ask' } });
    const course = play(of, [], {}, { diligent: false, until: '2027-01-20T00:00:00Z' });
    expect(asks(course).map((r) => r.on)).toEqual([
      '2026-12-14',
      '2026-12-18',
      '2026-12-22',
      '2026-12-29',
      '2027-01-04',
    ]);
  });
  it('H17 where no mail can come in, each asking step first asks “no reply yet?” and waits', () => {
    const of = intake({ approval: { default: 'send' } });
    const deaf = play(of, [], { inbound: 'none' }, { diligent: false, until: '2026-12-15T12:00:00Z' });
    expect(rows(deaf).find((r) => r.whole.about === 'no_reply_yet')?.rules).toEqual(['H17']);
    expect(deaf.facts.some((f) => f.type === 'step_sent' && f.key.startsWith('reconnect'))).toBe(false);
    expect(asks(play(of, [], { inbound: 'none' }))[0]?.on).toBe('2026-12-14');
  });
});

describe('I. Real life', () => {
  it('I1 nothing goes to the present employer; its referee is locked until a written offer', () => {
    const inside = {
      ...(intake().referees[0] as typeof intake extends () => { referees: (infer R)[] } ? R : never),
      id: 'r2',
      email: 'boss@now.test',
      agreed: false,
      presentEmployer: true,
    };
    const of = intake({
      candidate: { ...intake().candidate, presentEmployer: { name: 'Now Ltd', domains: ['now.test'] } },
      referees: [...intake().referees, inside as never],
    });
    expect(rows(play(of)).some((r) => r.to === 'r2')).toBe(false);
    const offered = play(
      of,
      [
        { at: '2026-12-09T10:00:00Z', type: 'feedback_received', outcome: 'offered' },
        { at: '2026-12-10T10:00:00Z', type: 'offer_changed', stage: 'written' },
      ],
      {},
      { until: '2026-12-20T00:00:00Z' },
    );
    expect(only(offered, 'referee_ask').find((r) => r.to === 'r2')?.whole.mode).toBe('ask');
    const contact = intake({
      candidate: of.candidate,
      contacts: [{ ...byrne, email: 'aoife@eu.now.test' }, oneill, walsh],
    });
    expect(rows(play(contact)).some((r) => r.to === 'byrne')).toBe(false);
  });
  it('I2 nothing goes out until the interview took place; rescheduled restarts, cancelled stops', () => {
    const moved = play(intake({ process: { ...intake().process, promisedDate: '2026-12-18' } }), [
      { at: '2026-12-01T12:00:00Z', type: 'interview_rescheduled', endsAt: '2026-12-08T12:00:00Z' },
    ]);
    expect(only(moved, 'thank_you')[0]?.on).toBe('2026-12-09');
    const off = play(intake(), [{ at: '2026-12-01T12:00:00Z', type: 'interview_cancelled' }]);
    expect(off.outcome).toBe('cancelled');
    expect(off.facts.some((f) => f.type === 'step_sent')).toBe(false);
  });
  it('I3 “we will contact you” holds ten working days, “no calls please” removes the channel', () => {
    const course = play(intake(), mail('2026-12-14', 'holding', { weWillContactYou: true }));
    expect(asks(course).find((r) => r.on > '2026-12-14')?.on).toBe('2026-12-30');
    const quiet = play(intake(), [{ at: '2026-12-01T12:00:00Z', type: 'no_calls' }]);
    expect(asks(quiet).some((r) => r.channel === 'phone')).toBe(false);
  });
  it('I4 a process on hold is not chased; one check-in after six weeks', () => {
    const course = play(intake(), [{ at: '2026-12-07T12:00:00Z', type: 'on_hold' }]);
    expect(asks(course)).toEqual([]);
    expect(only(course, 'check_in').map((r) => r.on)).toEqual(['2027-01-18']);
    expect(course.outcome).toBe('unanswered');
  });
  it('I5 the successor is asked; gap and counts do not start again', () => {
    const heir = { ...oneill, id: 'heir', email: 'heir@northwind.test', linkedIn: false };
    const course = play(intake(), [
      { at: '2026-12-15T12:00:00Z', type: 'contact_changed', contact: heir, replaces: 'oneill' },
    ]);
    expect(asks(course).map((r) => [r.step, r.to])).toEqual([
      ['reconnect', 'oneill'],
      ['chase', 'byrne'],
      ['decision_maker', 'byrne'],
      ['senior', 'walsh'],
      ['last_say', 'heir'],
    ]);
  });
  it('I6 salary, visa, health and notice period are always asked', () => {
    const of = intake({ approval: { default: 'send' } });
    const course = play(of, mail('2026-12-04', 'info_request', { asksFor: ['salary'] }));
    expect(only(course, 'answer_owed')[0]).toMatchObject({ rules: ['D3', 'I6'], whole: { mode: 'ask' } });
  });
});

describe('One letter to one person', () => {
  const D = (day: string) => `2026-12-${day}`;
  const wrote = (kind: string, more: Record<string, unknown> = {}): Coming[] => [
    { at: '2026-12-01T15:00:00Z', type: 'mail_sorted', mailKey: 'm1', kind, by: 'reader', contactId: 'byrne', ...more },
  ];
  const soon = { until: '2026-12-04T18:00:00Z' };
  const letters = (of: Intake, happens: Coming[]) =>
    rows(play(of, happens, {}, soon))
      .filter((r) => r.channel === 'email')
      .map((r) => [r.step, r.to, r.on]);

  it.each([
    ['offer', 'outcome_thanks'],
    ['advance', 'confirm'],
    ['holding', 'answer_owed'],
    ['info_request', 'answer_owed'],
  ])('B1, D3 after %s the thanks still unsaid go with the answer', (kind, answer) => {
    const course = play(intake(), wrote(kind), {}, soon);
    const toByrne = rows(course).filter((r) => r.to === 'byrne' && r.channel === 'email');
    expect(toByrne.map((r) => [r.step, r.on, r.whole.letter.thanksToo])).toEqual([[answer, D('02'), true]]);
    const withdrawn = course.facts.find((f) => f.type === 'step_withdrawn' && f.key === 'thank_you:byrne:1');
    expect(withdrawn).toMatchObject({ rule: 'D3' });
    const other = only(course, 'thank_you').find((r) => r.to === 'oneill');
    expect(other?.whole.letter.afterAnswer).toBe(true);
  });
  it('B1 who was thanked already is not thanked again in the answer', () => {
    const late = wrote('offer').map((f) => ({ ...f, at: '2026-12-02T15:00:00Z' }));
    const course = play(intake(), late, {}, soon);
    expect(only(course, 'thank_you').map((r) => r.to)).toEqual(['byrne', 'oneill']);
    expect(only(course, 'outcome_thanks')[0]?.whole.letter.thanksToo).toBeUndefined();
  });
  it('B1 what was answered before the interview does not thank for it', () => {
    const decision = at('2026-12-01T12:00:00Z', [
      { ...wrote('info_request')[0], at: '2026-11-30T16:00:00Z' } as Coming,
    ]);
    expect(decision.next.filter((s) => s.step === 'thank_you').map((s) => s.to[0])).toEqual(['byrne', 'oneill']);
  });
  it('B1 an answer that was passed over carries nothing: the thank-you stands again', () => {
    const opened = at('2026-12-01T15:00:00Z', wrote('holding')).commands.flatMap((c) =>
      c.do === 'open' ? [c.step] : [],
    );
    const answer = opened.find((s) => s.step === 'answer_owed');
    const next = (so: Coming[]) =>
      at('2026-12-01T16:00:00Z', [...wrote('holding'), ...so])
        .next.filter((s) => s.step === 'thank_you')
        .map((s) => s.to[0]);
    expect(next([])).toEqual(['oneill']);
    expect(
      next([
        { at: '2026-12-01T15:00:00Z', type: 'step_opened', step: answer },
        { at: '2026-12-01T15:30:00Z', type: 'step_skipped', key: answer?.key },
      ]),
    ).toEqual(['byrne', 'oneill']);
  });
  it('B1 an offer that was thanked for and taken back brings no thank-you after it', () => {
    const course = play(
      intake(),
      [
        ...wrote('offer'),
        {
          at: '2026-12-03T10:00:00Z',
          type: 'mail_sorted',
          mailKey: 'm2',
          kind: 'reopened',
          by: 'reader',
          contactId: 'byrne',
        },
      ],
      {},
      soon,
    );
    expect(only(course, 'thank_you').map((r) => r.to)).toEqual(['oneill']);
  });
  it('B2 what was to go with the thank-you is not lost, but sent by itself', () => {
    const of = intake({
      promises: [
        { id: 'p', what: 'link', to: ['byrne'], kind: 'with_thank_you', content: 'https://x.test', dueOn: null },
      ],
    });
    expect(letters(of, wrote('offer'))).toEqual([
      ['outcome_thanks', 'byrne', D('02')],
      ['thank_you', 'oneill', D('02')],
      ['promised_item', 'byrne', D('03')],
    ]);
  });
  it('A3 nobody is asked for the timing after an answer', () => {
    const of = intake({ process: { ...intake().process, promisedDate: null } });
    const flags = (happens: Coming[]) =>
      only(play(of, happens, {}, soon), 'thank_you').map((r) => r.whole.letter.asksTiming);
    expect(flags([])).toEqual([undefined, true]);
    expect(flags(wrote('holding'))).toEqual([undefined]);
  });
  it('F1 the agency hears the thanks in the answer to its own mail', () => {
    const of = intake({
      contacts: [{ ...byrne, id: 'agent', roles: ['agency_recruiter'] }, oneill],
      route: { kind: 'agency', agency: 'Okafor', recruiterContactId: 'agent' },
    });
    const course = play(of, wrote('holding', { contactId: 'agent' }), {}, soon);
    expect(
      rows(course)
        .filter((r) => r.channel === 'email')
        .map((r) => [r.step, r.whole.letter.thanksToo]),
    ).toEqual([['answer_owed', true]]);
  });
  it('G5 the withdrawal is the answer to what was asked before it', () => {
    const course = play(intake(), [
      ...wrote('info_request').map((f) => ({ ...f, at: '2026-12-02T12:00:00Z' })),
      { at: '2026-12-02T15:00:00Z', type: 'candidate_withdraws' },
    ]);
    expect(only(course, 'answer_owed')).toEqual([]);
    expect(
      only(course, 'withdrawal')
        .map((r) => [r.channel, r.to])
        .sort(),
    ).toEqual([
      ['email', 'byrne'],
      ['phone', 'byrne'],
    ]);
    expect(course.facts.find((f) => f.type === 'step_withdrawn' && f.key.startsWith('answer_owed'))).toMatchObject({
      rule: 'H11',
    });
  });
});

describe('Silence that was asked for', () => {
  const no = (more: Record<string, unknown>): Coming[] => [
    {
      at: '2026-12-09T10:00:00Z',
      type: 'mail_sorted',
      mailKey: 'm',
      kind: 'rejection',
      by: 'reader',
      contactId: 'byrne',
      ...more,
    },
  ];
  const keen = intake({ interest: { ...intake().interest, keenOnOrganisation: true, reallyInterested: true } });
  const goesOut = (of: Intake, happens: Coming[]) =>
    play(of, happens)
      .steps.filter((s) => s.due > '2026-12-09T10:00' && s.step.channel !== 'task')
      .map((s) => `${s.step.step}:${s.step.to.join('+')}`);
  it('H14 nobody is thanked for a no in the place of who does not want to be written to', () => {
    const steps = goesOut(intake(), no({ doNotWrite: true }));
    expect(steps).toEqual([]);
    expect(play(intake(), no({ doNotWrite: true })).facts.at(-1)?.type).toBe('closed');
  });
  it('H14 nor answered, and the drafts that lie there go with that reason', () => {
    const course = play(
      intake(),
      [{ ...no({ doNotWrite: true, kind: 'holding' })[0], at: '2026-12-01T15:00:00Z' } as Coming],
      {},
      { until: '2026-12-04T18:00:00Z' },
    );
    expect(only(course, 'answer_owed', 'thank_you').map((r) => r.to)).toEqual(['oneill']);
    expect(course.facts.find((f) => f.type === 'step_withdrawn' && f.key === 'thank_you:byrne:1')).toMatchObject({
      rule: 'H14',
    });
  });
  it('H14 "do not contact us" bars everybody there, also who joins later, and no referee', () => {
    expect(goesOut(keen, no({ doNotWrite: true, doNotWriteAll: true }))).toEqual([]);
    expect(goesOut(keen, no({}))).not.toEqual([]);
    const joined = { ...walsh, id: 'new', roles: ['hr' as const] };
    const come = { at: '2026-12-09T11:00:00Z', type: 'contact_changed', contact: joined };
    expect(goesOut(keen, [...no({ doNotWriteAll: true }), come])).toEqual([]);
    const briefed = intake({ interest: { ...intake().interest, chances: 'high' } });
    expect(goesOut(briefed, no({ doNotWriteAll: true }))).toEqual(['referee_update:r1']);
    expect(goesOut(intake(), no({ doNotWriteAll: true, contactId: undefined }))).toEqual([]);
  });
});

describe('Reasons and days that are true', () => {
  it('D3 an answer cites only the day that the mail it answers named', () => {
    const cited = (more: Record<string, unknown>) =>
      only(play(intake(), mail('2026-12-04', 'holding', more)), 'answer_owed')[0]?.whole.letter.promisedDate;
    expect(cited({})).toBeUndefined();
    expect(cited({ promisedDate: '2026-12-18' })).toBe('2026-12-18');
    const course = play(intake(), [
      ...mail('2026-12-04', 'holding', { promisedDate: '2026-12-18' }),
      { at: '2026-12-04T13:00:00Z', type: 'promised_date_corrected', promisedDate: '2026-12-16' },
    ]);
    expect(only(course, 'answer_owed').map((r) => r.whole.letter.promisedDate)).toEqual([undefined]);
  });
  it('E4 the reason names what decided the day', () => {
    const reason = (promisedDate: string | null) =>
      asks(play(intake({ process: { ...intake().process, promisedDate } }), mail('2026-12-02', 'holding')))[0]?.whole
        .reason;
    expect(reason('2026-12-11')).toBe(
      'E4: the first working day after the promised date, Friday 11 December; their holding reply named no other',
    );
    expect(reason(null)).toBe(
      'E4: nothing is asked before the day assumed for want of a promised one, Thursday 10 December, is over',
    );
  });
  const lateStart = (of: Intake, diligent = true) =>
    simulate([{ v: 1, at: '2027-01-04T10:30:00Z', type: 'intake', intake: of }], '2027-01-04T10:30:00Z', around(of), {
      diligent,
      until: '2027-01-08T18:00:00Z',
    });
  const homework = intake({
    promises: [
      { id: 'h', what: 'a page', to: ['byrne'], kind: 'homework', content: 'https://x.test', dueOn: '2026-12-04' },
    ],
  });
  it('B1 an interview entered late thanks late, says so, and still one after the other', () => {
    const thanked = lateStart(intake()).steps.filter((s) => s.step.step === 'thank_you');
    expect(thanked.map((s) => [s.due, s.step.letter.late, s.step.reason])).toEqual([
      ['2027-01-04T10:30:00.000Z', true, 'B1: thank Aoife Byrne, late; the interview was on Tuesday 1 December'],
      ['2027-01-04T10:50:00.000Z', true, "B1: thank Conor O'Neill, late; the interview was on Tuesday 1 December"],
    ]);
    expect(only(play(), 'thank_you').every((r) => r.whole.letter.late === undefined)).toBe(true);
  });
  it('B3 homework whose day has passed says so, and comes an hour after the thanks', () => {
    const sent = lateStart(homework).steps.filter((s) => s.step.channel === 'email' && s.step.to[0] === 'byrne');
    expect(sent.slice(0, 2).map((s) => [s.step.step, s.due, s.step.letter.late])).toEqual([
      ['thank_you', '2027-01-04T10:30:00.000Z', true],
      ['homework', '2027-01-04T11:30:00.000Z', true],
    ]);
    const missed = play(homework, [], {}, { diligent: false, until: '2026-12-07T00:00:00Z' });
    expect(only(missed, 'homework').find((r) => r.channel === 'email')?.whole.letter.late).toBe(true);
    expect(only(play(homework), 'homework').every((r) => r.whole.letter.late === undefined)).toBe(true);
  });
  it('B4 the first question of an interview entered late is no second one', () => {
    const asked = (course: ReturnType<typeof play>) =>
      course.facts.flatMap((f) =>
        f.type === 'step_opened' && f.step.key.startsWith('reflection:candidate:') && f.step.about === null
          ? [f.step.reason]
          : [],
      );
    const again = 'B4: asked again, since feedback may come any day';
    expect(asked(lateStart(intake(), false))).toEqual(['B4: what did you think of the company and the role?']);
    const idle = play(intake(), [], {}, { diligent: false, until: '2026-12-06T12:00:00Z' });
    expect(asked(idle)).toEqual(['B4: what did you think of the company and the role?', again, again]);
    expect(idle.facts.flatMap((f) => (f.type === 'step_withdrawn' ? [f.rule] : []))).toEqual(
      expect.arrayContaining(['B4']),
    );
    expect(
      idle.facts.some((f) => f.type === 'step_withdrawn' && f.key.startsWith('reflection') && f.rule === 'E8'),
    ).toBe(false);
  });
});

describe('Order', () => {
  it('a stop beats all: nothing leaves while everything is stopped', () => {
    const of = intake({ approval: { default: 'send' } });
    const course = play(of, [], { stopped: true }, { until: '2027-02-01T00:00:00Z' });
    expect(course.facts.some((f) => f.type === 'step_sent')).toBe(false);
  });
  it('the same facts always give the same decision', () => {
    const once = at('2026-12-14T10:00:00Z');
    expect(at('2026-12-14T10:00:00Z')).toEqual(once);
    expect(around(intake()).interviewId).toBe('i1');
    expect(END).toBe('2026-12-01T11:30:00Z');
  });
});
