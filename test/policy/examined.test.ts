/** What people who tried the product at length found wrong, each by the rule it broke. */
import type { Promise_, Referee } from '../../policy/intake';
import { letterRequest } from '../../policy/letter-request-of';
import { simulate } from '../../policy/simulate';
import { around, asks, at, type Coming, intake, only, play, rows } from './stage';

const told = (day: string, outcome: string, more: Record<string, unknown> = {}): Coming => ({
  at: `${day}T10:00:00Z`,
  type: 'feedback_received',
  outcome,
  ...more,
});
const mailed = (day: string, kind: string, more: Record<string, unknown> = {}): Coming[] => [
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

describe('Homework that is still owed', () => {
  const homework = (more: Partial<Promise_> = {}): Promise_ => ({
    id: 'h',
    what: 'the take-home test',
    to: ['byrne'],
    kind: 'homework',
    content: 'https://x.test/h',
    dueOn: '2026-12-08',
    ...more,
  });
  const undated = { ...intake().process, promisedDate: null };
  const firstAsk = (of = intake(), happens: Coming[] = [], assumptions = {}) =>
    asks(play(of, happens, {}, assumptions))[0];
  const idle = { diligent: false };
  const delivered = (moment: string): Coming => ({ at: moment, type: 'promise_kept', promiseId: 'h' });

  it('B3 an undated review counts from delivery: seven working days after it, not after the interview', () => {
    expect(firstAsk(intake({ process: undated }))?.on).toBe('2026-12-11');
    expect(firstAsk(intake({ process: undated, promises: [homework()] }))?.on).toBe('2026-12-18');
    const byHand = intake({ process: undated, promises: [homework({ content: null })] });
    expect(firstAsk(byHand, [delivered('2026-12-04T09:00:00Z')], idle)?.on).toBe('2026-12-16');
  });
  it('B3 while it has not gone out, the question after the date they named says so', () => {
    const reason = (of = intake()) => firstAsk(of, [], idle)?.whole.reason;
    const date = 'E1: the first working day after the promised date, Friday 11 December';
    expect(reason()).toBe(date);
    expect(reason(intake({ promises: [homework({ content: null })] }))).toBe(
      `${date}. Mind B3: "the take-home test" has still to go out`,
    );
  });
  it('H4 what came after its day gives them five working days; what came in time does not', () => {
    const owing = intake({ promises: [homework({ content: null })] });
    const late = firstAsk(owing, [delivered('2026-12-11T09:00:00Z')], idle);
    expect([late?.on, late?.whole.reason]).toEqual([
      '2026-12-18',
      'H4: five working days after you supplied what they asked for',
    ]);
    expect(firstAsk(owing, [delivered('2026-12-08T22:00:00Z')], idle)?.on).toBe('2026-12-14');
  });
  it('B3, H4 homework agreed for a day after the promised date: nothing is asked before it, and they get five working days', () => {
    const later = homework({ dueOn: '2026-12-16' });
    const kept = firstAsk(intake({ promises: [later] }));
    expect([kept?.on, kept?.whole.reason]).toEqual([
      '2026-12-23',
      'H4: five working days after you supplied what they asked for',
    ]);
    const missed = firstAsk(intake({ promises: [{ ...later, content: null }] }), [], idle);
    expect([missed?.on, missed?.rules, missed?.whole.reason]).toEqual([
      '2026-12-17',
      ['E1', 'B3'],
      'B3: the homework is due on Wednesday 16 December. Mind B3: "the take-home test" has still to go out',
    ]);
  });
  it('B3 homework that is agreed on while the question waits holds it up to its day', () => {
    const added: Coming = {
      at: '2026-12-13T09:00:00Z',
      type: 'promise_added',
      promise: homework({ dueOn: '2026-12-15' }),
    };
    expect(firstAsk(intake(), [added])?.on).toBe('2026-12-22');
  });
  it('B3 what the candidate skipped, or dismissed once it was missed, is owed no more', () => {
    const lets = (type: string, key: string, of = intake({ promises: [homework({ content: null })] })) =>
      firstAsk(of, [{ at: '2026-12-09T09:30:00Z', type, key }], idle)?.whole.reason.includes('Mind B3');
    expect(lets('step_skipped', 'homework:byrne:h')).toBe(false);
    expect(lets('task_dismissed', 'homework:candidate:h-missed')).toBe(false);
    expect(lets('task_dismissed', 'homework:candidate:h-reminder')).toBe(true);
    const another = homework({ id: 'g', content: null, what: 'a plan' });
    expect(lets('step_skipped', 'homework:byrne:h', intake({ promises: [homework(), another] }))).toBe(true);
    expect(lets('step_skipped', 'thank_you:byrne:1')).toBe(true);
  });
});

describe('One ending, one message', () => {
  const offered = told('2026-12-09', 'offered');
  const accepted: Coming = { at: '2026-12-10T10:00:00Z', type: 'offer_accepted' };
  it('G4 what they write after an acceptance does not make it be sent again', () => {
    const course = play(intake(), [offered, accepted, ...mailed('2026-12-15', 'other')]);
    expect(only(course, 'accept').map((r) => r.channel)).toEqual(['email']);
    expect(only(course, 'answer_owed').length).toBe(1);
    expect(course.outcome).toBe('accepted');
  });
  it('G4 an offer that is taken back after an acceptance is a no', () => {
    const employed = intake({
      candidate: { ...intake().candidate, presentEmployer: { name: 'Now Ltd', domains: ['now.test'] } },
    });
    const cleared = { at: '2026-12-11T10:00:00Z', type: 'offer_changed', stage: 'cleared' };
    const course = play(employed, [offered, accepted, cleared, told('2026-12-16', 'rejected')]);
    expect(course.outcome).toBe('rejected');
    expect(only(course, 'accept').filter((r) => r.channel === 'email').length).toBe(1);
    expect(only(course, 'feedback_request').map((r) => r.on)).toEqual(['2026-12-17']);
    expect(
      at('2026-12-16T10:00:01Z', course.facts.filter((f) => f.at < '2026-12-16T10:00:01Z').slice(1) as never, employed)
        .outcome,
    ).toBe('rejected');
  });
  it('G2 is asked once: not again for what they write afterwards, nor for a second no', () => {
    const no = told('2026-12-04', 'rejected');
    const after = play(intake(), [no, ...mailed('2026-12-10', 'other')]);
    expect(only(after, 'feedback_request').length).toBe(1);
    const twice = play(intake(), [no, ...mailed('2026-12-10', 'rejection')]);
    expect(only(twice, 'feedback_request', 'outcome_thanks').map((r) => [r.step, r.on])).toEqual([
      ['feedback_request', '2026-12-07'],
      ['outcome_thanks', '2026-12-11'],
    ]);
  });
});

describe('A mail that asks for references', () => {
  it('C3 briefs the referees as word of it does', () => {
    const asked = (facts: Coming[]) =>
      rows(play(intake(), facts, {}, { until: '2026-12-11T18:00:00Z' })).filter((r) => r.step === 'referee_brief');
    expect(asked(mailed('2026-12-08', 'info_request', { asksFor: ['documents'] }))).toEqual([]);
    const briefed = asked(mailed('2026-12-08', 'info_request', { asksFor: ['references', 'transcript'] }));
    expect(briefed.map((r) => [r.to, r.on])).toEqual([['r1', '2026-12-08']]);
    expect(briefed[0]?.whole.reason).toMatch(/^C3: references were asked for/);
  });
});

describe('Papers for whom asked for them', () => {
  it('C2 names only referees who have agreed, and none at the present employer before a written offer', () => {
    const berg = intake().referees[0] as Referee;
    const people: Partial<Referee>[] = [
      { id: 'yes' },
      { id: 'silent', agreed: false },
      { id: 'friend', relationship: 'friend' },
      { id: 'inside', presentEmployer: true },
      { id: 'gone' },
      { id: 'new', agreed: false },
    ];
    const referees = people.map((one) => ({ ...berg, email: `${one.id}@former.test`, ...one }));
    const [added] = referees.splice(5);
    const of = intake({ referees });
    const facts: Coming[] = [
      ...mailed('2026-12-08', 'info_request', { asksFor: ['references'] }),
      { at: '2026-12-08T12:02:00Z', type: 'referee_added', referee: added, replaces: 'gone' },
      { at: '2026-12-08T12:03:00Z', type: 'referee_replied', refereeId: 'new', agrees: true, prefers: 'phone' },
    ];
    const { steps, facts: all } = play(of, facts, {}, { until: '2026-12-09T08:00:00Z' });
    const answer = steps.find(({ step }) => step.step === 'answer_owed')?.step;
    if (answer === undefined) throw new Error('no answer is owed');
    const { papers } = letterRequest(all, answer, '2026-12-09T08:00:00Z', around(of));
    expect(papers?.referees.map(({ id, prefers }) => [id, prefers])).toEqual([
      ['yes', null],
      ['new', 'phone'],
    ]);
    expect(papers?.transcript).toBe('transcript.pdf');
  });
});

describe('What a no ends', () => {
  const homework: Promise_ = {
    id: 'h',
    what: 'the take-home test',
    to: ['byrne'],
    kind: 'homework',
    content: null,
    dueOn: '2026-12-04',
  };
  it('G2 homework that was still owed is asked of nobody any more', () => {
    const owing = intake({ promises: [homework] });
    const idle = { diligent: false, until: '2026-12-10T18:00:00Z' };
    const course = play(owing, [told('2026-12-08', 'rejected')], {}, idle);
    const gone = course.facts.flatMap((f) => (f.type === 'step_withdrawn' && f.at >= '2026-12-08' ? [f.key] : []));
    expect(gone).toEqual(
      expect.arrayContaining(['homework:candidate:h-reminder', 'homework:candidate:h-missed', 'homework:byrne:h']),
    );
  });
  it('E8 nor are papers promised to whom has refused', () => {
    const course = play(
      intake(),
      [...mailed('2026-12-08', 'info_request', { asksFor: ['documents'] }), told('2026-12-09', 'rejected')],
      {},
      { diligent: false, until: '2026-12-11T18:00:00Z' },
    );
    expect(course.facts).toContainEqual(
      expect.objectContaining({ type: 'step_withdrawn', key: 'answer_owed:oneill:a1' }),
    );
    expect(only(course, 'feedback_request').length).toBe(1);
  });
});

describe('What is told once', () => {
  const offer = (id: string, answerBy: string) => ({
    id,
    organisation: `${id} Ltd`,
    organisationKey: `${id}|se`,
    receivedOn: '2026-12-02',
    answerBy,
    status: 'open' as const,
  });
  it('D2 of two offers only the one that presses more is mentioned, and no other after it', () => {
    const offers = [offer('later', '2026-12-10'), offer('sooner', '2026-12-08'), offer('last', '2026-12-10')];
    for (const order of [offers, [...offers].reverse()]) {
      const course = play(intake(), [], { offers: order });
      expect(only(course, 'offer_deadline_notice').map((r) => [r.channel, r.whole.letter.mentionsOffer])).toEqual([
        ['task', 'sooner'],
        ['email', 'sooner'],
      ]);
    }
  });
  it('D2 nor where nobody knows whether the first arrived; one that never left leaves room', () => {
    const offers = [offer('later', '2026-12-10'), offer('sooner', '2026-12-08')];
    const { facts: all } = play(intake(), [], { offers }, { until: '2026-12-03T18:00:00Z' });
    const wanted = (type: string) => {
      const then = all.slice(1).map((f) => (f.type === 'step_sent' && f.key.endsWith(':sooner') ? { ...f, type } : f));
      return at('2026-12-09T08:00:00Z', then as Coming[], intake(), { offers }).next.flatMap(({ key }) =>
        key.startsWith('offer_deadline_notice:oneill') ? [key] : [],
      );
    };
    expect(wanted('step_sent')).toEqual([]);
    expect(wanted('step_uncertain')).toEqual([]);
    expect(wanted('step_skipped')).toEqual(['offer_deadline_notice:oneill:later']);
  });
});

describe('Who asked for peace of another candidate', () => {
  it('H14 is not written to, and the candidate is told', () => {
    const course = play(intake(), [], { doNotWrite: ['aoife.byrne@northwind.test'] });
    expect(course.steps.some(({ step }) => step.to.includes('byrne'))).toBe(false);
    const notes = rows(course).filter((r) => r.whole.about === 'left_in_peace');
    expect(notes.map((r) => [r.on, r.rules, r.whole.letter.variant, r.whole.reason])).toEqual([
      [
        '2026-12-01',
        ['H14'],
        'byrne',
        'H14: Aoife Byrne asked before not to be written to, so nothing goes there from here',
      ],
    ]);
    // Who asked it here is known to the candidate; and of an interview that is over nothing is left to say.
    const around = { doNotWrite: ['aoife.byrne@northwind.test'] };
    const here = { at: '2026-12-01T11:30:00Z', type: 'do_not_write' };
    const isTold = (fact: Coming) =>
      at('2026-12-01T12:00:00Z', [fact], intake(), around).next.some(({ about }) => about === 'left_in_peace');
    expect(isTold({ ...here, contactId: 'oneill' })).toBe(true);
    for (const fact of [{ ...here, contactId: 'byrne' }, here, { ...here, type: 'candidate_withdraws' }]) {
      expect(isTold(fact)).toBe(false);
    }
  });
});

describe('What goes out on the same day', () => {
  it('E2, H1 a question never goes out with a thank-you or with what was promised: three days after it', () => {
    const late = simulate(
      [{ v: 1, at: '2026-12-14T09:00:00Z', type: 'intake', intake: intake() }],
      '2026-12-14T09:00:00Z',
      around(intake()),
      {},
    );
    const thanked = only(late, 'thank_you').map((r) => r.on);
    const [first] = asks(late);
    expect(thanked.length).toBeGreaterThan(0);
    expect(Date.parse(first?.on ?? '') - Math.max(...thanked.map((on) => Date.parse(on)))).toBeGreaterThanOrEqual(
      3 * 86_400_000,
    );
    const paper: Promise_ = {
      id: 'p',
      what: 'the paper',
      to: ['oneill'],
      kind: 'separate',
      content: 'https://x.test/p',
      dueOn: '2026-12-14',
    };
    const course = play(intake({ promises: [paper] }));
    expect(only(course, 'promised_item').map((r) => r.on)).toEqual(['2026-12-14']);
    expect(asks(course)[0]?.on).toBe('2026-12-17');
  });
});

describe('A promise to several', () => {
  const shared: Promise_ = {
    id: 'p',
    what: 'the link',
    to: ['byrne', 'walsh'],
    kind: 'with_thank_you',
    content: 'https://x.test/link',
    dueOn: null,
  };
  it('B2, H10 reaches each of them, also whom no thank-you goes to', () => {
    const course = play(intake({ promises: [shared] }));
    const carried = rows(course).filter((r) => r.whole.letter.keeps?.includes('p') && r.whole.channel === 'email');
    expect(carried.map((r) => r.whole.to[0]).sort()).toEqual(['byrne', 'walsh']);
  });
  it('B2 to nobody that is on file is a task, and not forgotten', () => {
    const course = play(intake({ promises: [{ ...shared, to: [] }] }));
    expect(rows(course).some((r) => r.whole.about === 'supply_item')).toBe(true);
  });
});

describe('A date far away', () => {
  it('G10, E1 the question comes after it, and nothing is closed before', () => {
    const far = intake({ process: { ...intake().process, promisedDate: '2027-03-12' } });
    const course = play(far);
    expect(asks(course)[0]?.on).toBe('2027-03-15');
    expect(rows(course).some((r) => r.whole.about === 'idle' && r.on < '2027-03-12')).toBe(false);
  });
});

describe('The contact who is away', () => {
  it('A4, E3 for longer than four weeks is not waited for: the next who may be asked is asked in time', () => {
    const away = (to: string) => [{ contactId: 'oneill', from: '2026-12-08', to }];
    const first = (to: string) => asks(play(intake({ process: { ...intake().process, absences: away(to) } })))[0];
    expect([first('2026-12-16')?.to, first('2026-12-16')?.on]).toEqual(['oneill', '2026-12-17']);
    expect([first('2027-03-31')?.to, first('2027-03-31')?.on]).toEqual(['byrne', '2026-12-14']);
  });
  it('A4 the senior person who is away for long is passed over, and the course goes on', () => {
    const absences = [{ contactId: 'walsh', from: '2026-12-08', to: '2027-04-30' }];
    const course = play(intake({ process: { ...intake().process, absences } }));
    expect(asks(course).map((r) => r.step)).not.toContain('senior');
    expect(asks(course).at(-1)?.step).toBe('last_say');
  });
  it('E5 is in copy of the letter to somebody senior all the same', () => {
    const away = { contactId: 'oneill', from: '2026-12-22', to: '2027-01-29' };
    const course = play(intake({ process: { ...intake().process, absences: [away] } }));
    const senior = only(course, 'senior');
    expect(senior.length).toBe(1);
    expect(senior[0]?.whole.cc).toEqual(['oneill']);
  });
});
