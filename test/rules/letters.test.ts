/** Rules that show in the words: what a letter may say, in which language, and what the etiquette guard finds in it. */
import { composeLetter } from '../../letters/compose';
import { checkLetter } from '../../letters/guard';
import type { Step } from '../../policy/decision';
import type { Contact, Intake } from '../../policy/intake';
import { letterRequest } from '../../policy/letter-request-of';
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
