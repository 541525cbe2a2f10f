/** Rules that show in the words: what a letter may say, in which language, and what the etiquette guard finds in it. */
import { composeLetter } from '../../letters/compose';
import { checkLetter } from '../../letters/guard';
import { guardContext } from '../../letters/guard-context';
import type { Step } from '../../policy/decision';
import type { Contact, Intake } from '../../policy/intake';
import { letterRequest } from '../../policy/letter-request-of';
import { contact, PAGE, RECRUITER, request } from '../letters/requests';
import { around, byrne, intake, oneill, play, walsh } from '../policy/stage';

const ASKING = ['reconnect', 'chase', 'decision_maker', 'senior', 'last_say'];

/** Every letter of the course, in order, as it would leave. */
function letters(of: Intake): { step: Step; text: string }[] {
  const course = play(of);
  return course.steps
    .filter(({ step }) => step.channel === 'email')
    .map(({ step, due }) => {
      const end = course.facts.findIndex((fact) => fact.type === 'step_sent' && fact.key === step.key);
      const known = course.facts.slice(0, end < 0 ? course.facts.length : end);
      const { subject, text } = composeLetter(letterRequest(known, { ...step, due }, due, around(of)));
      return { step, text: `${subject}\n\n${text}` };
    });
}
const only = (all: { step: Step; text: string }[], step: string) => all.filter((one) => one.step.step === step);
const kinds = (text: string, context: Parameters<typeof checkLetter>[1] = {}) =>
  checkLetter({ subject: 'Senior Data Engineer', text }, context).map(({ kind, severity }) => `${severity} ${kind}`);

describe('E6 polite but assertive', () => {
  const really = { ...intake().interest, reallyInterested: true };
  it('E6 only a role marked so is called the favourite, in any letter that asks', () => {
    const plain = letters(intake({ interest: really }));
    const marked = letters(intake({ interest: { ...really, favourite: true } }));
    expect(plain.filter(({ text }) => /favourite|first choice/i.test(text))).toEqual([]);
    const asking = marked.filter(({ step }) => ASKING.includes(step.step) && step.step !== 'last_say');
    expect(asking.length).toBeGreaterThan(2);
    expect(asking.filter(({ text }) => /favourite|first choice/i.test(text)).length).toBeGreaterThan(0);
  });
  it('E6 an offer may be mentioned in passing, never as an ultimatum', () => {
    const offers = [{ organisation: 'Southwind', answerBy: '2026-12-18' }];
    const context = { step: 'chase', today: '2026-12-14', promisedDate: '2026-12-11', offers };
    const passing = 'I have another offer, which I am to answer by 18 December. How does it stand with you?';
    const threat = 'I have another offer. Answer me by Friday or I will sign with them.';
    expect(kinds(`Dear Dr Byrne,\n\n${passing}\n\nMaya`, context)).toEqual([]);
    expect(kinds(`Dear Dr Byrne,\n\n${threat}\n\nMaya`, context)).toContain('block ultimatum');
  });
  it('E6 no letter of a whole course is rude, pleading or an ultimatum', () => {
    const all = letters(intake({ interest: { ...really, favourite: true, keenOnOrganisation: true } }));
    expect(all.length).toBeGreaterThan(5);
    for (const { step, text } of all) {
      const context = { step: step.step, mayAsk: true, favourite: true, futureInterest: true };
      expect([step.key, kinds(text, context)]).toEqual([step.key, []]);
    }
  });
});

describe('D3 one letter to one person', () => {
  const languages = ['en', 'de'];
  const forms = ['formal', 'informal'] as const;
  const written = (over: Parameters<typeof request>[0]) => composeLetter(request(over)).text;
  const said = (over: Parameters<typeof request>[0]) => {
    const letter = composeLetter(request(over));
    const found = checkLetter(letter, guardContext(request({ ...over, today: '2026-12-14' })));
    expect(found.map(({ kind, words }) => `${kind}: ${words}`)).toEqual([]);
    return letter.text;
  };
  const TOO = /Thank you, too|Danke auch/;
  const HEAR = /look forward to|looking forward|hear from you|zu hören|gespannt|Nachricht/;
  const LATE = /\blate\b|\blater than I wished|spät/;
  const all = languages.flatMap((language) => forms.map((form) => ({ language, form })));

  it.each(all)('B1, D3 an answer thanks for the conversation too, in $language, $form', (base) => {
    for (const route of [{}, { agency: 'Okafor', recipient: RECRUITER }]) {
      for (const [step, flags] of [
        ['answer_owed', { answers: 'holding' }],
        ['answer_owed', { answers: 'other' }],
        ['outcome_thanks', { outcome: 'offered' }],
        ['confirm', { outcome: 'advanced' }],
      ] as const) {
        const over = { ...base, ...route, step, outcome: step === 'answer_owed' ? null : flags.outcome };
        expect(said({ ...over, flags: { ...flags, thanksToo: true } })).toMatch(TOO);
        if (!('agency' in route)) expect(said({ ...over, flags })).not.toMatch(TOO);
      }
    }
  });
  it.each(all)('D3 an answer to a mail without a date cites none, in $language, $form', (base) => {
    const answer = (flags: { promisedDate?: string }) =>
      written({ ...base, step: 'answer_owed', flags: { answers: 'holding', ...flags } });
    expect(answer({})).not.toMatch(/noted|vorgemerkt|11/);
    expect(answer({ promisedDate: '2026-12-18' })).toMatch(/18/);
  });
  it.each(all)('B1 after an answer a thank-you waits for nothing; late, it says so, in $language, $form', (base) => {
    for (const round of [1, 2]) {
      const panel = ['Kim', 'Lee', 'Sam', 'Ana', 'Jo'].map((givenName) => contact(givenName, { givenName }));
      const sentences = panel.map((recipient, index) => {
        const over = { ...base, round, recipient, interviewers: panel, reallyInterested: false };
        const variant = String(index);
        expect(said({ ...over, flags: { variant, afterAnswer: true } })).not.toMatch(HEAR);
        expect(said({ ...over, flags: { variant } })).not.toMatch(LATE);
        return said({ ...over, flags: { variant, late: true } })
          .split(/[.!?]\s/)
          .find((one) => LATE.test(one));
      });
      expect(new Set(sentences.filter(Boolean)).size).toBe(5);
    }
    const agency = { ...base, agency: 'Okafor', recipient: RECRUITER, flags: { variant: 'agency', late: true } };
    expect(said(agency)).toMatch(LATE);
  });
  it.each(all)(
    'B3 homework after its day says so, and its task does not speak of the day before, in $language, $form',
    (base) => {
      const done = { ...PAGE, content: 'https://maya.candidate.test/rota' };
      for (const step of ['homework', 'promised_item'] as const) {
        const letter = { ...base, step, promisesKept: [done], today: '2027-01-04' };
        expect(said({ ...letter, flags: { keeps: ['p2'], late: true } })).toMatch(/sorry|entschuldigen/);
        expect(said({ ...letter, flags: { keeps: ['p2'] } })).not.toMatch(/sorry|entschuldigen/);
        const about = step === 'homework' ? 'homework_due' : 'supply_item';
        const task = { ...letter, channel: 'task' as const, about };
        expect(composeLetter(request({ ...task, flags: { late: true } })).text).not.toMatch(/before|vorher|bevor/);
        expect(composeLetter(request(task)).text).toMatch(/before|vorher|bevor/);
      }
    },
  );
});

describe('G11 never burn a bridge', () => {
  it.each([
    ['rude', 'Your process is a joke and a waste of my time.'],
    ['irritated', 'I am still waiting for an answer, and frankly I am annoyed.'],
    ['pleading', 'Please, I beg you, I really need this job.'],
    ['arguing', 'Your decision is wrong; you should reconsider it.'],
    ['ultimatum', 'If I do not hear from you by Friday, I will withdraw.'],
  ])('G11 a candidate’s own %s words are found, with the reason and a better wording', (kind, words) => {
    const found = checkLetter({ text: `Dear Dr Byrne,\n\n${words}\n\nMaya` }, { mayAsk: true });
    const finding = found.find((one) => one.kind === kind);
    expect(finding).toMatchObject({ rule: 'G11', severity: 'block' });
    expect(words.toLowerCase()).toContain(finding?.words.toLowerCase().slice(0, 12));
    expect(finding?.reason).not.toBe('');
    expect(finding?.better).not.toBe('');
  });
  it('G11 works in the language of the letter', () => {
    expect(kinds('Guten Tag,\n\nich flehe Sie an, ich brauche diese Stelle.\n\nMaya', { language: 'de' })).toContain(
      'block pleading',
    );
  });
  it('G11 leaves a courteous question alone', () => {
    const text =
      'Dear Mr O’Neill,\n\nYou expected an answer by last Friday. May I ask how it stands? I remain very interested.\n\nMaya Lindqvist';
    expect(kinds(text, { mayAsk: true, promisedDate: '2026-12-11' })).toEqual([]);
  });
});

describe('H9 interviewers compare', () => {
  it('H9 thank-yous of one panel differ in substance: each speaks of what was talked about with that person', () => {
    const [first, second] = only(letters(intake({ interview: { ...intake().interview, topics: [] } })), 'thank_you');
    expect(first?.text).toContain('streaming ingestion');
    expect(second?.text).toContain('on-call rota');
    const body = (text = '') =>
      text
        .split('\n\n')
        .slice(2, -1)
        .join(' ')
        .split(/(?<=[.!?])\s+/);
    const shared = body(first?.text).filter(
      (sentence) => sentence.length > 12 && body(second?.text).includes(sentence),
    );
    expect(shared).toEqual([]);
  });
});

describe('I7 language and form', () => {
  const to = (person: Contact, language = 'en') =>
    only(
      letters(intake({ contacts: [person, oneill, walsh], interview: { ...intake().interview, language } })),
      'thank_you',
    ).find(({ step }) => step.to[0] === person.id)?.text;
  it('I7 that person’s own language and form come first', () => {
    const text = to({ ...byrne, honorific: 'Frau Dr.', language: 'de', form: 'informal' });
    expect(text).toMatch(/^(Hallo|Liebe|Hi)\b.*Aoife/m);
    expect(text).toMatch(/\bdir\b|\bdich\b|\bdein/);
    expect(text).not.toMatch(/\bIhnen\b/);
  });
  it('I7 else the language of the interview, formally', () => {
    const text = to({ ...byrne, honorific: 'Frau Dr.' }, 'de');
    expect(text).toMatch(/^Sehr geehrte Frau Dr\. Byrne,/m);
    expect(text).toMatch(/\bIhnen\b|\bSie\b/);
    expect(to(byrne)).toMatch(/^Dear Dr Byrne,/m);
  });
  it('I7 the language of one person does not change the letter to another', () => {
    const of = intake({ contacts: [{ ...byrne, language: 'de' }, oneill, walsh] });
    expect(only(letters(of), 'thank_you').map(({ text }) => /^Dear Mr O/m.test(text))).toEqual([false, true]);
  });
});
