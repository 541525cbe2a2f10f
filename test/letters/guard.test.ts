import { checkLetter, type GuardContext, KINDS } from '../../letters/guard';
import { readGuardContext } from '../../letters/guard-context';
import { LETTER_SETS, RECORD_OF_KIND, RECORDS } from './guard-letters';
import { COURTEOUS_DE, COURTEOUS_EN, FLAGGED_DE, FLAGGED_EN, FLAGGED_FURTHER } from './guard-phrases';

const table = (set: Record<string, string[]>) =>
  Object.entries(set).flatMap(([kind, list]) => list.map((words) => [kind, words] as const));
const kinds = (text: string, context: GuardContext = {}) => checkLetter({ text }, context).map((f) => f.kind);

describe('G11 the guard flags', () => {
  test.each(table(FLAGGED_EN))('%s: %s', (kind, words) => {
    expect(kinds(words, { language: 'en' })).toContain(kind);
  });
  test.each(table(FLAGGED_DE))('%s: %s', (kind, words) => {
    expect(kinds(words, { language: 'de' })).toContain(kind);
  });
  test.each(table(FLAGGED_FURTHER))('in further languages, %s: %s', (kind, words) => {
    expect(kinds(words)).toContain(kind);
  });
});

describe('G11 the guard leaves courteous words alone', () => {
  test.each(COURTEOUS_EN)('%s', (words) => {
    expect(checkLetter({ text: words }, { language: 'en' })).toEqual([]);
  });
  test.each(COURTEOUS_DE)('%s', (words) => {
    expect(checkLetter({ text: words }, { language: 'de' })).toEqual([]);
  });
});

describe('whole letters, set by set', () => {
  const sets = Object.values(LETTER_SETS).flat();
  const courteous = sets.flatMap(({ language, courteous }) =>
    Object.entries(courteous).flatMap(([record, texts]) => texts.map((text) => [text, language, record] as const)),
  );
  test.each(courteous)('courteous: %s', (text, language, record) => {
    expect(checkLetter({ text }, { language, ...RECORDS[record as keyof typeof RECORDS] })).toEqual([]);
  });
  test.each(['en', 'de'])('nine of ten of the others are found in %s', (language) => {
    const others = sets.filter((set) => set.language === language).flatMap((set) => table(set.flagged));
    const missed = others.filter(([kind, text]) => {
      const record = RECORDS[RECORD_OF_KIND[kind] ?? 'nothing'];
      return !checkLetter({ text }, { language, ...record }).some((f) => f.severity === 'block');
    });
    expect(missed.length).toBeLessThanOrEqual(others.length / 10);
  });
});

describe('displeasure that is typed', () => {
  test.each(['WHY IS NOBODY ANSWERING ME', 'I have heard nothing!!', 'Any news??', 'Still waiting :-('])(
    '%s',
    (text) => {
      expect(kinds(text)).toContain('irritated');
    },
  );
  test.each(['I know HTML, CSS and SQL.', 'Thank you so much!!', 'See you on Monday :-)'])('not %s', (text) => {
    expect(kinds(text)).toEqual([]);
  });
});

test('each finding has the words as written, the rule, the reason and a better wording', () => {
  const [finding] = checkLetter(
    { subject: 'Application', text: 'Dear Dr Byrne,\n\nYour silence is UNACCEPTABLE.\n' },
    { language: 'en' },
  );
  expect(finding).toMatchObject({ rule: 'G11', severity: 'block', kind: 'irritated' });
  expect(finding?.words).toContain('UNACCEPTABLE');
  expect(finding?.reason).not.toBe('');
  expect(finding?.better).not.toBe('');
});

test('every kind has a rule, a severity and a reason', () => {
  for (const kind of Object.values(KINDS)) {
    expect(kind.rule).toMatch(/^[A-I]\d+$/);
    expect(kind.reason).toMatch(/\.$/);
  }
});

describe('E7 an offer counts only where it is recorded, open and from elsewhere', () => {
  const words = 'I should mention that I have received another offer.';
  const context = { organisation: 'Northwind Grid', today: '2026-12-14' };
  test.each([
    ['none on record', [], true],
    ['an open one', [{ organisation: 'Altair', answerBy: '2026-12-18', status: 'open' }], false],
    ['one that has lapsed', [{ organisation: 'Altair', answerBy: '2026-12-10', status: 'open' }], true],
    ['one that was declined', [{ organisation: 'Altair', answerBy: null, status: 'declined' }], true],
    ['their own', [{ organisation: 'northwind grid', answerBy: null, status: 'open' }], true],
  ])('%s', (_, offers, flagged) => {
    expect(kinds(words, { ...context, offers }).includes('false_offer')).toBe(flagged);
  });
  test('one offer is not several', () => {
    const offers = [{ organisation: 'Altair', status: 'open' }];
    expect(kinds('Several other companies have made me offers.', { ...context, offers })).toContain('false_offer');
  });
});

describe('D1, B6 the outcome is not asked for before its day', () => {
  const words = 'May I ask how things stand with my application?';
  test('up to and including the promised date', () => {
    expect(kinds(words, { promisedDate: '2026-12-11', today: '2026-12-11' })).toContain('early_ask');
    expect(kinds(words, { promisedDate: '2026-12-11', today: '2026-12-14' })).not.toContain('early_ask');
  });
  test('never in a message that brings something useful', () => {
    expect(checkLetter({ text: words }, { step: 'value_add', mayAsk: true })[0]).toMatchObject({
      rule: 'B6',
      kind: 'early_ask',
    });
  });
  test('asking for next steps and timing is A3, not the outcome', () => {
    expect(
      kinds('May I ask what the next steps are, and when I might expect to hear from you?', { step: 'thank_you' }),
    ).toEqual([]);
    expect(
      kinds('Darf ich fragen, wie die nächsten Schritte aussehen?', { step: 'thank_you', language: 'de' }),
    ).toEqual([]);
  });
});

describe('A2 the salutation names the right person, rightly spelt', () => {
  const byrne = [{ honorific: 'Dr', givenName: 'Aoife', familyName: 'Byrne' }];
  const oneill = [{ honorific: 'Mr', givenName: 'Conor', familyName: "O'Neill" }];
  const mueller = [{ honorific: 'Frau', givenName: 'Jana', familyName: 'Müller-Østergård' }];
  test.each([
    ['Dear Dr Byrne,', byrne, null],
    ['Dear Aoife,', byrne, null],
    ['Hi Aoife!', byrne, null],
    ['Sehr geehrte Frau Dr. Byrne,', byrne, 'warn'],
    ['Guten Tag Dr. Byrne,', byrne, null],
    ['Dear Hiring Team,', byrne, null],
    ['Dear Sir or Madam,', byrne, null],
    ["Dear Mr O'Neill,", oneill, null],
    ['Dear Mr O’Neill,', oneill, null],
    ['Dear Mr ONeill,', oneill, null],
    ['Sehr geehrte Frau Mueller-Oestergaard,', mueller, null],
    ['Sehr geehrte Frau Müller-Østergård,', mueller, null],
    ['Dear Dr Byrnes,', byrne, 'block'],
    ['Dear Dr Bryne,', byrne, 'block'],
    ['Dear Mr Walsh,', byrne, 'block'],
    ['Dear Niamh,', byrne, 'block'],
    ["Dear Ms O'Neill,", oneill, 'block'],
    ['Sehr geehrter Herr Schmidt,', mueller, 'block'],
  ] as const)('%s', (line, recipients, severity) => {
    const found = checkLetter({ text: `${line}\n\nThank you for your time.` }, { recipients: [...recipients] }).filter(
      (f) => f.kind === 'wrong_name',
    );
    expect(found[0]?.severity ?? null).toBe(severity);
  });
  test('a misspelt name further on', () => {
    expect(kinds("Dear Mr O'Neill,\n\nplease thank Mr O'Neal for me.", { recipients: oneill })).toContain('wrong_name');
  });
});

describe('what is true only for some', () => {
  test('A3 a date that they never named', () => {
    const words = 'You said that you would answer by Friday.';
    expect(kinds(words, { promisedDate: null })).toContain('assumed_date');
    expect(kinds(words, { promisedDate: '2026-12-11' })).not.toContain('assumed_date');
  });
  test('E6 the favourite', () => {
    const words = 'This is my favourite role.';
    expect(checkLetter({ text: words }, { favourite: false })[0]).toMatchObject({ rule: 'E6', severity: 'block' });
    expect(checkLetter({ text: words })[0]).toMatchObject({ rule: 'E6', severity: 'warn' });
    expect(kinds(words, { favourite: true })).toEqual([]);
  });
  test('G8 future roles', () => {
    const words = 'I would be glad to be considered for future roles.';
    expect(kinds(words, { futureInterest: false })).toContain('future_interest');
    expect(kinds(words, { futureInterest: true })).toEqual([]);
  });
  test('I1 the present employer is not named', () => {
    const context = { presentEmployer: { name: 'Altair', domains: ['altair.test'] } };
    expect(kinds('At Altair I run the data platform.', context)).toEqual(['present_employer']);
    expect(kinds('At my present employer I run the data platform.', context)).toEqual([]);
  });
});

test('quoted earlier mail is not the letter', () => {
  expect(kinds('Thank you for your reply.\n\n> I demand an answer.\n> Your silence is unacceptable.')).toEqual([]);
  expect(kinds('Thank you.\n\nOn 4 December 2026, Aoife Byrne wrote:\nThis is unacceptable.')).toEqual([]);
});

describe('the context is read leniently', () => {
  test('a whole intake: anybody on file may be addressed', () => {
    const context = readGuardContext({
      candidate: { name: 'Maya', language: 'en', presentEmployer: { name: 'Altair', domains: [] } },
      organisation: { name: 'Northwind Grid' },
      contacts: [{ honorific: 'Dr', givenName: 'Aoife', familyName: 'Byrne' }],
      referees: [{ name: 'Jonas Berg' }],
      process: { promisedDate: '2026-12-11' },
      interest: { favourite: true },
    });
    expect(context).toMatchObject({ organisation: 'Northwind Grid', promisedDate: '2026-12-11', favourite: true });
    expect(kinds('Dear Jonas Berg,\n\nthank you.', context)).toEqual([]);
    expect(kinds('Dear Mr Smith,\n\nthank you.', context)).toContain('wrong_name');
  });
  test('nonsense is no context', () => {
    for (const odd of [null, 3, 'x', [], { recipient: 7, offers: 'many', promisedDate: 5 }]) {
      expect(() => checkLetter({ text: 'Dear Dr Byrne,\n\nthank you.' }, readGuardContext(odd))).not.toThrow();
    }
  });
});

test('a long hostile text is read in no time', () => {
  const text = `${'please '.repeat(3000)}${'if i do not hear by '.repeat(1000)}${'a'.repeat(20000)}`;
  const began = Date.now();
  checkLetter({ text });
  expect(Date.now() - began).toBeLessThan(5000);
});
