import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { composeLetter } from '../../letters/compose';
import { checkLetter } from '../../letters/guard';
import { guardContext } from '../../letters/guard-context';
import { STEP_NAMES, type StepName } from '../../policy/decision';
import type { Referee } from '../../policy/intake';
import type { LetterRequest } from '../../policy/letter-request';
import { BERG, BYRNE, contact, LINK, ONEILL, PAGE, RECRUITER, request, WALSH } from './requests';

const VALUE = {
  kind: 'article' as const,
  title: 'Backpressure without tears',
  url: 'https://example.test/backpressure',
  topic: 'streaming ingestion',
  to: ['byrne'],
};
const TO_REFEREES: StepName[] = ['referee_ask', 'referee_brief', 'referee_update'];
const TO_CANDIDATE: StepName[] = ['reflection', 'yes_no_pack', 'transcript', 'move_on'];
const ASKING: StepName[] = ['reconnect', 'chase', 'decision_maker', 'senior', 'last_say', 'check_in', 'revisit'];
const LETTERS = STEP_NAMES.filter((s) => !TO_CANDIDATE.includes(s));

/** Sentences of the body: without salutation, closing, links and what the candidate supplied. */
function sentences(text: string): string[] {
  return text
    .split('\n\n')
    .slice(1, -1)
    .join(' ')
    .split(/(?<=[.!?])(?<!\d\.)\s+/)
    .filter((s) => !/^https?:/.test(s) && s.length > 12);
}

/** Every on and off of what a letter may draw on, by bits, a sixth of all combinations at a time. */
function* combinations(step: StepName, language: string): Generator<LetterRequest> {
  const people = [BYRNE, ONEILL, WALSH, contact('kim', { givenName: 'Kim', familyName: 'Adler', title: '' })];
  const outcomes =
    step === 'referee_update'
      ? ['accepted', 'offered', 'advanced', 'rejected', 'declined', 'withdrawn', 'cancelled', 'unanswered', null]
      : step === 'outcome_thanks'
        ? ['rejected', 'pool', 'advanced', 'offered', null]
        : step === 'answer_owed'
          ? [null, 'withdrawn']
          : ['rejected', null];
  const answers =
    step === 'answer_owed'
      ? ['holding', 'info_request', 'advance', 'offer', 'rejection', 'reopened', 'other']
      : [undefined];
  let n = 0;
  for (const outcome of outcomes) {
    for (const answer of answers) {
      for (let bits = 0; bits < 4096; bits++) {
        // A spread of all combinations: each pair of bits is met in each of its four states many times over.
        if ((bits * 2654435761) % 4294967296 >= 4294967296 / (answers.length > 1 || outcomes.length > 2 ? 64 : 24))
          continue;
        const on = (bit: number) => (bits & (1 << bit)) !== 0;
        n++;
        const agency = on(0);
        const referee = TO_REFEREES.includes(step);
        const recipient = referee ? null : agency ? RECRUITER : (people[n % people.length] ?? BYRNE);
        const dated = on(1);
        const today = step === 'thank_you' ? '2026-12-02' : step === 'revisit' ? '2027-04-12' : '2026-12-14';
        const topics = on(3) ? ['streaming ingestion', 'on-call rota'] : [];
        yield request({
          step,
          language,
          form: on(2) ? 'informal' : 'formal',
          recipient: recipient && !on(3) ? { ...recipient, topics: [] } : recipient,
          referee: referee
            ? { ...BERG, prefers: on(4) ? 'phone' : null, relationship: on(5) ? 'direct_manager' : 'colleague' }
            : null,
          agency: agency ? 'Brightpath' : null,
          topics,
          today,
          interviewers: on(4) ? [BYRNE, ONEILL] : recipient && !agency && on(11) ? [recipient] : [],
          copied: on(5) ? [ONEILL] : [],
          reconnectPerson: on(6) ? ONEILL : null,
          reallyInterested: on(6) || on(7),
          favourite: on(7),
          futureInterest: on(8),
          offerElsewhere: step === 'offer_deadline_notice' || on(9) ? { answerBy: on(10) ? '2026-12-18' : null } : null,
          promisedDate: dated ? '2026-12-11' : null,
          promisesKept: on(10) && step !== 'thank_you' ? [LINK] : on(10) && !agency ? [LINK] : [],
          promisesAnnounced: on(11) ? [PAGE] : [],
          valueAdd:
            step === 'value_add' || on(8)
              ? { ...VALUE, kind: on(9) ? 'introduction' : 'article', url: on(2) ? VALUE.url : null }
              : null,
          circumstances: on(9) ? ['travelling in Portugal'] : [],
          ...(on(9) &&
            on(10) && {
              circumstancesDated: [{ from: '2026-12-14', to: '2026-12-18', text: 'travelling in Portugal' }],
            }),
          alsoRoles: on(11) && ASKING.includes(step) ? ['Data Analyst'] : [],
          lastOutreach: on(5) ? { on: '2026-12-08', channel: 'email', step: 'chase' } : null,
          outcome,
          interviewKind: n % 3 === 0 ? (language === 'de' ? 'Probestunde und Gespräch' : 'trial lesson and talk') : '',
          round: on(11) && step === 'thank_you' ? 2 : 1,
          offer: on(7) ? { stage: on(8) ? 'verbal' : 'written', answerBy: on(9) ? '2026-12-18' : null } : null,
          referencesAskedBy: on(8) ? "Conor O'Neill" : null,
          links: on(9) ? { agree: 'https://a.test/1', decline: 'https://a.test/2' } : {},
          candidate: { name: 'Maya Lindqvist', phone: on(4) ? '+46 70 123 45 67' : null, email: 'maya@candidate.test' },
          threadSubject: on(0) && on(1) ? 'Your interview' : null,
          notes: on(8) ? 'She explained how they moved to Kafka; liked the honesty about night calls' : null,
          flags: {
            ask: (n % 6) + 1,
            ...(step === 'thank_you' && on(9) && { asksTiming: true }),
            ...(step === 'thank_you' && on(8) && { valueAdd: true }),
            ...(dated && { promisedDate: '2026-12-11' }),
            ...(answer && { answers: answer, asksFor: on(10) ? ['transcript'] : ['availability'] }),
            ...(on(8) && step === 'referee_ask' && { reminder: true }),
            ...(on(8) && step === 'feedback_request' && { variant: 'reason_given' }),
            ...(on(8) && step === 'offer_deadline_notice' && { variant: 'process' }),
          },
        });
      }
    }
  }
}

function faultsOf(r: LetterRequest): string[] {
  const letter = composeLetter(r);
  const faults: string[] = [];
  const all = `${letter.subject}\n${letter.text}`;
  const must = (ok: boolean, what: string) => {
    if (!ok) faults.push(what);
  };
  must(letter.subject.length > 3 && letter.subject.length < 120, 'subject length');
  must(!/undefined|null|NaN|\{\{|\{%|%\}|\[object|\[[^\]]*\|/.test(all), 'leftover of a template');
  must(!/ {2}|\n{3}| \n|\n /.test(letter.text), 'spacing');
  must(!/\s[.,;:?!](?:\s|$)|\.\.(?!\.)|,,|\?\.|,\.|""|„“|\(\s*\)/.test(all), 'punctuation');
  must(
    letter.text.split('\n\n').every((p) => p.trim() !== ''),
    'empty paragraph',
  );
  must((letter.text.match(/[(]/g) ?? []).length === (letter.text.match(/[)]/g) ?? []).length, 'brackets');
  must(/^[^\n]{4,80},\n\n/.test(letter.text), 'salutation');
  must(letter.text.includes(r.form === 'informal' ? '\nMaya' : '\nMaya Lindqvist'), 'closing');
  const count = letter.text.split(/\s+/).length;
  must(count >= 30 && count <= 215, `length ${count}`);
  const body = letter.text.split('\n\n').slice(1, -1).join('\n\n');
  must(/^[\p{Lu}"„-]|^\p{Ll}/u.test(body), 'beginning');
  for (const sentence of body.split(/(?<=[.!?])\s+/).slice(1)) {
    must(/^[\p{Lu}\d"„(-]|^https?:/u.test(sentence), `capital: ${sentence.slice(0, 40)}`);
  }
  // Honest conditions.
  if (!r.favourite) must(!/favourite|first choice|Favorit|erste Wahl/.test(all), 'E6 favourite');
  if (!r.offerElsewhere) must(!/another organisation|anderen Hauses/.test(all), 'E7 offer');
  if (!r.flags.promisedDate)
    must(
      !/I had understood|in Aussicht gestellt|wollte sich|They have named|wurde mir .* genannt/.test(all),
      'A3 date',
    );
  if (!r.futureInterest)
    must(
      !/considered again|wieder an mich denk|keep me in mind|now or later|jetzt oder später eine/.test(all),
      'G8 future',
    );
  if (r.language === 'de' && r.form === 'formal')
    must(!/\b(?:dich|dir|dein\w*|du)\b/.test(body), 'du in a formal letter');
  if (r.language === 'de' && r.form === 'informal')
    must(
      !/\b(?:Ihnen|Ihre[nmrs]?|Sie)\b(?! (?:ist|erledigt|war))/.test(body.replace(/(?:^|[.!?:]\s+)(?:Sie|Ihr)\b/g, '')),
      'Sie in an informal letter',
    );
  // D3, I6: what they asked is the candidate's to answer; such a draft always asks, and its gap keeps it from leaving.
  const gap = r.step === 'answer_owed' && r.flags.answers === 'info_request';
  for (const f of checkLetter(letter, guardContext(r))) {
    if (!gap || f.kind !== 'placeholder') faults.push(`guard ${f.kind}: ${f.words}`);
  }
  return faults;
}

describe.each(['en', 'de'])('letters in %s', (language) => {
  test.each(LETTERS)('%s is sound for every combination of facts', (step) => {
    const faults = new Map<string, string>();
    for (const r of combinations(step, language)) {
      for (const fault of faultsOf(r)) if (!faults.has(fault)) faults.set(fault, composeLetter(r).text);
    }
    expect([...faults.entries()].slice(0, 3)).toEqual([]);
  });

  test.each(['phone', 'linkedin', 'task'] as const)('every step has words for the channel %s', (channel) => {
    for (const step of STEP_NAMES) {
      for (const sparse of [true, false]) {
        const r = request({
          step,
          channel,
          language,
          recipient: sparse && channel === 'task' ? null : BYRNE,
          referee: sparse ? null : BERG,
          ...(sparse && { topics: [], interviewers: [], reconnectPerson: null }),
          ...(!sparse && {
            candidateTimeZone: 'Europe/Stockholm',
            agreedAt: '2026-12-08T14:00:00Z',
            promisesAnnounced: [PAGE],
            reflection: { text: 'I would go on', goOn: true },
            learning: ['Give an example sooner'],
            flags: { asksFor: ['references', 'salary'] },
          }),
        });
        const letter = composeLetter(r);
        const all = `${letter.subject}\n${letter.text}`;
        expect(letter.subject.length).toBeGreaterThan(5);
        expect(letter.text.length).toBeGreaterThan(60);
        expect(all).not.toMatch(/undefined|null|\{\{|\{%| {2}|\n{3}|\s[.,;:?!](?:\s|$)|\.\.(?!\.)|\(\s*\)|\?\./);
      }
    }
  });

  test('H9 no two thank-yous of one panel share a sentence, whatever is on file', () => {
    for (let size = 2; size <= 5; size++) {
      for (const [topics, own, shared, round] of [
        [true, true, true, 1],
        [true, false, true, 1],
        [false, false, false, 1],
        [true, true, false, 2],
        [false, false, true, 2],
      ] as const) {
        const panel = Array.from({ length: size }, (_, i) =>
          contact(`p${i}`, {
            givenName: 'Ada',
            familyName: `Person${'abcde'[i]}`,
            topics: own ? [`subject ${i}`] : [],
          }),
        );
        const letters = panel.map((recipient, i) =>
          composeLetter(
            request({
              language,
              recipient,
              interviewers: panel,
              round,
              topics: topics ? ['streaming ingestion', 'testing'] : [],
              promisesKept: shared ? [LINK] : [],
              promisesAnnounced: shared ? [PAGE] : [],
              valueAdd: shared ? VALUE : null,
              flags: { valueAdd: shared, ...(i === 0 && { asksTiming: true }) },
            }),
          ),
        );
        const seen = new Map<string, number>();
        letters.forEach((letter, i) => {
          for (const s of sentences(letter.text)) {
            expect(seen.has(s) ? `${s} (${seen.get(s)}, ${i})` : '').toBe('');
            seen.set(s, i);
          }
        });
        expect(new Set(letters.map((l) => l.subject)).size).toBe(size);
      }
    }
  });

  test('E2 five chases in a row are five different letters', () => {
    const texts = [2, 3, 4, 5, 6].map(
      (ask) =>
        composeLetter(request({ step: 'chase', language, recipient: ONEILL, today: '2026-12-18', flags: { ask } }))
          .text,
    );
    expect(new Set(texts).size).toBe(5);
  });
});

test('the catalogues have the same letters in every language', () => {
  const names = (tag: string) =>
    readdirSync(join(__dirname, '../../letters/catalogue', tag), { recursive: true })
      .map(String)
      .filter((f) => f.endsWith('.liquid'))
      .sort();
  expect(names('de')).toEqual(names('en'));
});

describe('what a letter says', () => {
  test('A3 an assumed date is never attributed to them, a named one is', () => {
    const reconnect = (flags: LetterRequest['flags']) =>
      composeLetter(request({ step: 'reconnect', recipient: ONEILL, today: '2026-12-14', flags })).text;
    expect(reconnect({ promisedDate: '2026-12-11' })).toContain('by Friday 11 December');
    expect(reconnect({})).not.toContain('11 December');
  });

  test('E1 says what has changed on the candidate’s side, with its days', () => {
    const text = composeLetter(
      request({
        step: 'reconnect',
        recipient: ONEILL,
        today: '2026-12-11',
        circumstances: ['travelling in Portugal, reachable by email'],
        circumstancesDated: [
          { from: '2026-12-14', to: '2026-12-18', text: 'travelling in Portugal, reachable by email' },
        ],
      }),
    ).text;
    expect(text).toContain(
      'From Monday 14 to Friday 18 December I will be travelling in Portugal, but reachable by email.',
    );
  });

  test('B2 a promised thing goes along, and one that is not ready says when it comes', () => {
    const text = composeLetter(request({ promisesKept: [LINK], promisesAnnounced: [PAGE] })).text;
    expect(text).toContain(':\nhttps://maya.candidate.test/ingestion');
    expect(text).toContain('by Friday 4 December');
  });

  test('G9 a no is "unsuccessful this time", silence is "I have not heard"', () => {
    const senior = (outcome: string) =>
      composeLetter(request({ step: 'senior_letter', recipient: WALSH, outcome, today: '2027-01-25' })).text;
    expect(senior('rejected')).toContain('unsuccessful this time');
    expect(senior('unanswered')).toContain('I have not heard');
    expect(senior('unanswered')).not.toContain('unsuccessful');
  });

  test('D2 a process is never called an offer', () => {
    const notice = (flags: LetterRequest['flags'], language: string) =>
      composeLetter(
        request({
          step: 'offer_deadline_notice',
          recipient: ONEILL,
          language,
          flags,
          offerElsewhere: { answerBy: '2026-12-08' },
        }),
      ).text;
    expect(notice({ variant: 'process' }, 'en')).not.toMatch(/offer/i);
    expect(notice({ variant: 'process' }, 'de')).not.toMatch(/angebot/i);
    expect(notice({}, 'en')).toContain('an offer from another organisation');
  });

  test('E5 the contact in copy is named to the senior person', () => {
    expect(
      composeLetter(request({ step: 'senior', recipient: WALSH, copied: [ONEILL], today: '2027-01-05' })).text,
    ).toContain("I have copied in Conor O'Neill");
  });

  test('F1 the recruiter is told openly and asked for details or to pass thanks on', () => {
    const via = { agency: 'Brightpath', recipient: RECRUITER, flags: { variant: 'agency' } };
    const text = composeLetter(request({ ...via, interviewers: [{ ...BYRNE, email: null }, ONEILL] })).text;
    expect(text).toContain("Dr Byrne and Mr O'Neill");
    expect(text).toMatch(/which address should I use\?.*pass on my thanks/s);
    expect(composeLetter(request(via)).text).not.toContain('which address');
  });

  test('G2 asks once why and how one came across, unless they said', () => {
    expect(composeLetter(request({ step: 'feedback_request', outcome: 'rejected' })).text).toContain(
      'how did I come across',
    );
    expect(composeLetter(request({ step: 'feedback_request', flags: { variant: 'reason_given' } })).text).not.toContain(
      '?',
    );
  });

  test('a thread keeps its subject, with one Re:', () => {
    expect(composeLetter(request({ step: 'chase', threadSubject: 'RE: AW: Your interview' })).subject).toBe(
      'Re: Your interview',
    );
  });

  test('E3 a call script has the number that may be called, and the hours on both clocks', () => {
    const script = composeLetter(
      request({ step: 'chase', channel: 'phone', today: '2026-12-18', candidateTimeZone: 'Asia/Singapore' }),
    );
    expect(script.text).toContain('+353 1 555 0101');
    expect(script.text).toContain('10:00-12:00');
    expect(script.text).toContain('in Dublin');
    expect(script.text).toContain('18:00-20:00');
    const forbidden = composeLetter(
      request({
        step: 'chase',
        channel: 'phone',
        recipient: { ...BYRNE, mayContact: [], publishedPhone: '+35315550000' },
      }),
    );
    expect(forbidden.text).not.toContain('+353');
  });

  test('notes become the candidate’s own sentences to that person; what is private stays out', () => {
    const say = (notes: string, language = 'en') => composeLetter(request({ notes, language })).text;
    expect(say('She explained how the team moved to Kafka')).toMatch(/ hear(?:ing)? how the team moved to Kafka\./);
    expect(say('talked about sailing')).toMatch(/ talk(?:ed|ing)? about sailing\./);
    expect(say('the story of the 2019 outage')).toMatch(/ the story of the 2019 outage[ .]/);
    expect(say('Dr Byrne told me about the pilot')).toMatch(/ hear(?:ing)? about the pilot\./);
    expect(say('great question about assessment')).toMatch(/ your question about assessment[ .]/);
    expect(say('her idea of a blameless review is good')).toMatch(/ your idea of a blameless review[ .]/);
    expect(say('asked how I handle mixed ability')).toMatch(/ asked how I handle mixed ability\./);
    expect(say('she liked my question cards')).toContain('you liked my question cards.');
    expect(say('we compared notes, she likes short meetings')).toContain('We compared notes.');
    expect(say('Frau Byrne hat vom Pilotprojekt erzählt', 'de')).toContain(
      'dass Sie mir vom Pilotprojekt erzählt haben.',
    );
    expect(say('met Dr Byrne and her dog')).not.toContain('dog');
    expect(say('I loved your idea of a blameless review.')).toContain('I loved your idea of a blameless review.');
    expect(say('seemed bored, not sure he liked me')).not.toMatch(/bored|liked me/);
    expect(say('must ask about salary')).not.toContain('salary');
    expect(say('She explained how the team moved to Kafka last spring', 'de')).not.toContain('Kafka');
    expect(say('hat erklärt, wie das Team auf Kafka umgestiegen ist', 'de')).toContain(
      'dass Sie mir erklärt haben, wie das Team auf Kafka umgestiegen ist.',
    );
    expect(say('zeigte mir die Werkstatt', 'de')).toContain('dass Sie mir die Werkstatt gezeigt haben.');
    expect(say('gute Frage nach dem Bereitschaftsdienst', 'de')).toMatch(/Ihre Frage nach dem Bereitschaftsdienst[ .]/);
  });

  test('two things that one can thank for become one sentence', () => {
    const say = (notes: string, language = 'en') => composeLetter(request({ notes, language })).text;
    expect(say('explained how they run the rounds; asked what I would change first')).toMatch(
      / hearing how you run the rounds, and being asked what I would change first\./,
    );
    expect(say('hat mir die Leitwarte gezeigt; hat vom Netzausbau erzählt', 'de')).toMatch(
      /, dass Sie mir die Leitwarte gezeigt haben und dass Sie mir vom Netzausbau erzählt haben\./,
    );
    expect(say('hat gefragt, was ich zuerst ändern würde', 'de')).toMatch(
      /Ihre Frage, was ich zuerst ändern würde[,.]/,
    );
  });

  test('D3 what was asked is answered, with a gap that the candidate must fill; nothing is put off', () => {
    for (const language of ['en', 'de']) {
      for (const asked of ['availability', 'salary', 'transcript', 'references', 'documents'] as const) {
        const r = request({ step: 'answer_owed', language, flags: { answers: 'info_request', asksFor: [asked] } });
        const letter = composeLetter(r);
        expect(letter.text).not.toMatch(/shortly|separately|in Kürze|eigenen Nachricht/);
        const found = checkLetter(letter, guardContext(r)).filter((f) => f.severity === 'block');
        expect(found.map((f) => f.kind)).toContain('placeholder');
      }
    }
  });

  test('D3 and C5: each thing that was asked for is answered, from what is on file', () => {
    const jonas: Referee = {
      ...{ id: 'r1', name: 'Jonas Berg', email: 'jonas@former.test', phone: null, language: null },
      ...{ country: 'SE', timeZone: 'Europe/Stockholm', agreed: true, presentEmployer: false },
      relationship: 'direct_manager',
      prefers: 'phone',
    };
    const papers = { transcript: 'https://maya.test/transcript.pdf', referees: [jonas] };
    for (const language of ['en', 'de']) {
      const asked = { answers: 'info_request', asksFor: ['references', 'transcript', 'availability'] };
      const say = (over: Partial<LetterRequest>) =>
        composeLetter(request({ step: 'answer_owed', language, flags: asked, ...over })).text;
      expect(say({ papers })).toMatch(
        /- Jonas Berg \(.+\): jonas@former\.test, .+\n\n.+:\nhttps:\/\/maya\.test\/transcript\.pdf\n\n/,
      );
      // Asked for by name, they are the documents that were asked for.
      const both = { ...asked, asksFor: ['references', 'transcript', 'documents'] };
      expect(say({ papers, flags: both })).not.toContain('[');
      expect(say({ papers }).match(/\[[^\]]+\]/g)).toHaveLength(2);
      // A name of a file is nothing that they could open.
      const none = say({ papers: { transcript: 'transcript.pdf', referees: [] } });
      expect(none).not.toContain('transcript.pdf');
      expect(none.match(/\[[^\]]+\]/g)).toHaveLength(4);
    }
  });

  test('nobody is greeted by the full name on the telephone', () => {
    const jamie = contact('jamie', {
      givenName: 'Jamie',
      familyName: 'Hall',
      phone: '+353 1 555 0102',
      mayContact: ['phone'],
    });
    const call = (language: string, over: Partial<LetterRequest> = {}) =>
      composeLetter(request({ step: 'chase', channel: 'phone', language, recipient: jamie, ...over })).text;
    expect(call('en')).toContain('"Hello, is that Jamie Hall? This is Maya Lindqvist. ');
    expect(call('de')).toContain('„Guten Tag, spreche ich mit Jamie Hall? Hier ist Maya Lindqvist. ');
    expect(call('en', { recipient: BYRNE })).toContain('"Hello Dr Byrne, this is Maya Lindqvist. ');
  });

  test.each(['en', 'de'])('a second call says other words, on voicemail too (%s)', (language) => {
    const call = (ask: number, earlier: NonNullable<LetterRequest['earlier']>) =>
      composeLetter(
        request({ step: 'chase', channel: 'phone', language, recipient: ONEILL, flags: { ask }, earlier }),
      ).text.split('\n\n');
    const [first, second] = [call(2, []), call(4, [{ step: 'chase', channel: 'phone' }])];
    const spoken = (all: string[]) =>
      all.filter((p) => /^(?:What to say|On voicemail|Was Sie sagen|Auf die Mailbox|- )/.test(p));
    for (const said of spoken(first)) expect(spoken(second)).not.toContain(said);
  });

  test('letters with a matter of their own keep their own subject, and H8 speaks of today', () => {
    const subject = (step: StepName) =>
      composeLetter(request({ step, threadSubject: 'Thank you for Tuesday' })).subject;
    expect(subject('chase')).toBe('Re: Thank you for Tuesday');
    for (const step of ['accept', 'decline', 'withdrawal'] as const) expect(subject(step)).not.toContain('Tuesday');
    const note = (language: string, today: string) =>
      composeLetter(request({ step: 'no_show_note', language, today, agreedAt: '2026-12-08T15:00:00Z' })).text;
    expect(note('en', '2026-12-08')).toContain('We had agreed to speak today at 3 pm');
    expect(note('de', '2026-12-08')).toContain('heute um 15 Uhr wollten wir');
    expect(note('en', '2026-12-09')).toContain('on Tuesday 8 December at 3 pm');
  });

  test('thanks for the confidence are said once, and nobody is claimed to have been chosen', () => {
    const accept = (earlier: NonNullable<LetterRequest['earlier']>, language: string) =>
      composeLetter(request({ step: 'accept', language, earlier })).text;
    for (const language of ['en', 'de']) {
      expect(accept([], language)).toMatch(/confidence|Vertrauen/);
      expect(accept([{ step: 'outcome_thanks', channel: 'email' }], language)).not.toMatch(/confidence|Vertrauen/);
      const revisit = composeLetter(
        request({ step: 'revisit', language, outcome: 'rejected', today: '2027-04-12' }),
      ).text;
      expect(revisit).not.toMatch(/somebody else|jemand anderen/);
    }
  });

  test('a referee may be addressed informally, formally where nothing is said', () => {
    const ask = (language: string, form: 'formal' | 'informal') =>
      composeLetter(request({ step: 'referee_ask', language, form, recipient: null, referee: { ...BERG, form } })).text;
    expect(ask('en', 'informal')).toMatch(/^Hi Jonas,[\s\S]*\bI'm\b/);
    expect(ask('de', 'informal')).toMatch(/^Hallo Jonas,[\s\S]*\bdich\b/);
    expect(ask('de', 'formal')).toMatch(/^Guten Tag Jonas Berg,/);
  });

  test('half a sentence that could not be said for sure stays out, and so does trouble of theirs', () => {
    const say = (notes: string | null, language = 'en') => composeLetter(request({ notes, language })).text;
    for (const notes of [
      'runs the rocket club',
      'also loves small pull requests',
      'the whiteboard rounds at 8',
      'fair about the day rate',
      'said they lost two engineers last year',
      'I forgot to mention the pilot',
    ]) {
      expect(say(notes)).toBe(say(null));
    }
    for (const notes of [
      'Tafelrunde um acht',
      'leitet auch die AG',
      'hat erzählt, dass sie zwei Leute verloren haben',
    ]) {
      expect(say(notes, 'de')).toBe(say(null, 'de'));
    }
  });

  test('"they" is the addressee’s house only right after the verb', () => {
    const say = (notes: string) => composeLetter(request({ notes })).text;
    expect(say('we talked about how they split the billing service')).toContain('how you split the billing service');
    expect(say('explained the pumps and how they fail')).toContain('the pumps and how they fail');
  });

  test('German nouns and names get the article that a sentence needs', () => {
    const say = (topic: string) =>
      composeLetter(request({ language: 'de', recipient: { ...BYRNE, topics: [topic] }, interviewers: [BYRNE] })).text;
    expect(say('Rufbereitschaft')).toContain('über die Rufbereitschaft');
    expect(say('Nachtdienst')).toContain('über den Nachtdienst');
    expect(say('der neue Dienstplan')).toContain('über den neuen Dienstplan');
    expect(say('digitaler Unterricht')).toContain('über den digitalen Unterricht');
    expect(say('neues Konzept')).toContain('über das neue Konzept');
    expect(say('frühe Mobilisierung')).toContain('über die frühe Mobilisierung');
    expect(say('agile Methoden')).toContain('über agile Methoden');
    expect(say('Kastenfenster')).toContain('über das Thema Kastenfenster');
    const brief = (organisation: string) =>
      composeLetter(request({ step: 'referee_brief', language: 'de', organisation, recipient: null, referee: BERG }))
        .text;
    expect(brief('Tischlerei Harms')).toContain('von der Tischlerei Harms');
    expect(brief('Städtisches Klinikum Görlitz')).toContain('vom Städtischen Klinikum Görlitz');
    expect(brief('Northwind Grid')).toContain('von Northwind Grid');
    expect(brief('Werk GmbH')).toContain('von der Werk GmbH');
    expect(brief('Autohaus Lenz GmbH & Co. KG')).toContain('vom Autohaus Lenz oder');
  });

  test('whoever was not there is told with whom, by full name, of the role in full, and the next step where it fits', () => {
    const people = [
      contact('a', { honorific: 'Frau', givenName: 'Helga', familyName: 'Otto' }),
      contact('b', { honorific: 'Herr Dr.', givenName: 'Jan', familyName: 'Kühn' }),
    ];
    const base = {
      step: 'reconnect',
      language: 'de',
      recipient: WALSH,
      interviewers: people,
      today: '2026-12-14',
    } as const;
    const role = 'Pflegekraft, Intensivstation';
    const text = composeLetter(request({ ...base, role, nextSteps: 'einen zweiten Termin im Team' })).text;
    expect(text).toContain(
      'mit Frau Helga Otto und Herrn Dr. Jan Kühn über die Stelle als Pflegekraft (Intensivstation) gesprochen',
    );
    expect(text).toContain('Geplant war noch ein zweiter Termin im Team');
    expect(composeLetter(request({ ...base, nextSteps: 'sie melden sich' })).text).not.toContain('Geplant');
  });

  test('what was noted of one person is claimed of nobody else', () => {
    const said = (recipient: typeof ONEILL, interviewers: (typeof ONEILL)[]) =>
      composeLetter(request({ step: 'decline', language: 'de', recipient, interviewers, topics: ['Rufbereitschaft'] }))
        .text;
    const bare = { ...ONEILL, topics: [] };
    expect(said(bare, [BYRNE, bare])).not.toContain('Rufbereitschaft');
    expect(said(bare, [bare])).toContain('Rufbereitschaft');
    expect(said({ ...ONEILL, topics: ['Rufbereitschaft'] }, [BYRNE, ONEILL])).toContain('Rufbereitschaft');
  });

  test('who is reachable by email only is offered by no number, and the second ask of a referee is short', () => {
    const away = { from: '2026-12-14', to: '2026-12-18', text: 'auf einer Tagung, per E-Mail erreichbar' };
    const call = (today: string) =>
      composeLetter(
        request({
          step: 'chase',
          channel: 'phone',
          language: 'de',
          recipient: ONEILL,
          today,
          circumstancesDated: [away],
        }),
      ).text;
    expect(call('2026-12-15')).not.toContain('+46');
    expect(call('2026-12-21')).toContain('+46');
    const ask = (flags: LetterRequest['flags']) =>
      composeLetter(request({ step: 'referee_ask', language: 'de', recipient: null, referee: BERG, flags })).text;
    expect(ask({ reminder: true }).length).toBeLessThan(ask({}).length / 2);
  });

  test('English letters name the next step, what was sent, and with whom one spoke; and claim no topic of another', () => {
    const bare = { ...ONEILL, topics: [] };
    const say = (over: Partial<LetterRequest>) => composeLetter(request({ today: '2026-12-14', ...over })).text;
    const met = say({ step: 'decision_maker', promisesSent: [LINK] });
    expect(met).toContain('hope that the link to the ingestion write-up reached you safely');
    expect(met).toContain('whether a second round with the platform team is still planned');
    for (const nextSteps of ['They will call me', 'an offer', 'a call next week', '']) {
      expect(say({ step: 'decision_maker', nextSteps })).toContain('when I might expect to hear');
    }
    const senior = say({ step: 'senior', recipient: WALSH, role: 'Nurse, Stroke Unit' });
    expect(senior).toContain(
      'On Tuesday 1 December I was interviewed for the Nurse (Stroke Unit) role by Dr Aoife Byrne',
    );
    expect(say({ step: 'decline', recipient: bare, interviewers: [BYRNE, bare] })).not.toMatch(
      /conversation.* about the/,
    );
    expect(say({ step: 'thank_you', recipient: bare, interviewers: [BYRNE, bare] })).not.toMatch(/talk\w* about/);
  });

  test('B1 who was seen at work is thanked for that too, and a further conversation is called by its number', () => {
    const thanks = (language: string, interviewKind: string, round = 1) =>
      Array.from({ length: 12 }, (_, n) => `Works ${n}`)
        .map((organisation) => request({ step: 'thank_you', language, interviewKind, round, organisation }))
        .map((each) => composeLetter(each).text)
        .join();
    expect(thanks('en', 'trial lesson and talk')).toContain('the trial lesson');
    expect(thanks('de', 'Probestunde und Gespräch')).toContain('die Probestunde');
    expect(thanks('de', 'Hospitationstag')).toContain('den Hospitationstag');
    expect(thanks('en', 'panel')).not.toContain('trial');
    expect(thanks('de', 'Gespräch', 2)).toContain('für das zweite Gespräch');
    expect(thanks('de', 'Gespräch', 9)).toContain('für das gute Gespräch');
  });

  test('people on first-name terms write "I’m", and so does one speak; a formal letter does not', () => {
    const say = (over: Partial<LetterRequest>) =>
      composeLetter(request({ step: 'withdrawal', today: '2026-12-14', ...over })).text;
    expect(say({ form: 'informal' })).toContain("I'm writing to withdraw");
    expect(say({})).toContain('I am writing to withdraw');
    expect(say({ channel: 'phone' })).toContain("I've decided to withdraw");
  });

  test('a role with a comma is named in short in a sentence, in full in the subject', () => {
    const letter = composeLetter(request({ step: 'decline', role: 'Senior Nurse, Stroke Unit' }));
    expect(letter.subject).toContain('Senior Nurse, Stroke Unit');
    expect(letter.text).toContain('the Senior Nurse role');
  });

  test('G9 whoever had the last say is written to in other words, and asked to pass it on', () => {
    for (const language of ['en', 'de']) {
      const text = composeLetter(
        request({
          step: 'senior_letter',
          language,
          recipient: ONEILL,
          outcome: 'unanswered',
          today: '2027-01-25',
          futureInterest: true,
          lastOutreach: { on: '2027-01-04', channel: 'email', step: 'last_say' },
        }),
      ).text;
      expect(text).toMatch(/pass on my name|meinen Namen weitergeben/);
      expect(text).not.toMatch(/hear from you|considered again|an mich denken/);
    }
  });

  test('E2 a question after a question knows of it, and none says "still" three times', () => {
    for (const language of ['en', 'de'])
      for (const ask of [1, 2, 3, 4, 5]) {
        const text = composeLetter(
          request({
            step: 'chase',
            language,
            recipient: ONEILL,
            today: '2026-12-18',
            flags: { ask },
            lastOutreach: { on: '2026-12-14', channel: 'email', step: 'reconnect' },
          }),
        ).text;
        expect(text).toMatch(/on Monday|(?:am|vom) Montag/i);
        expect(text).toContain('?');
        expect(text.match(/\b(?:still|weiterhin|nach wie vor)\b/gi)?.length ?? 0).toBeLessThan(2);
      }
  });

  test.each(['en', 'de'])('no two letters of one course to one person open or close alike (%s)', (language) => {
    const steps: StepName[] = [
      'thank_you',
      'promised_item',
      'reconnect',
      'chase',
      'last_say',
      'senior_letter',
      'revisit',
    ];
    const letters = steps.map((step, i) =>
      sentences(
        composeLetter(
          request({
            step,
            language,
            recipient: ONEILL,
            today: `2026-12-${10 + i}`,
            promisesKept: step === 'promised_item' ? [LINK] : [],
            flags: { ...(step === 'reconnect' && { ask: 1 }), ...(step === 'chase' && { ask: 2 }) },
            futureInterest: true,
            lastOutreach: { on: '2026-12-08', channel: 'email', step: steps[i - 1] ?? 'thank_you' },
          }),
        ).text,
      ),
    );
    expect(new Set(letters.map((s) => s[0])).size).toBe(steps.length);
    expect(new Set(letters.map((s) => s.at(-1))).size).toBe(steps.length);
  });
});

describe('what was typed in a hurry', () => {
  const thanks = (change: Partial<LetterRequest>) => composeLetter(request({ step: 'thank_you', ...change })).text;

  test('B1, I6 half a sentence, a question, a link or pay is no topic to thank for', () => {
    for (const topic of [
      'we talked about my gap year',
      'How do you handle failure?',
      'https://northwind.test/values',
      'Why I left my last job (boss was an idiot)',
      'salary bands',
    ]) {
      const recipient = { ...BYRNE, topics: [topic] };
      const text = thanks({ recipient, interviewers: [recipient], topics: [topic], notes: null });
      expect(text).not.toContain(topic.replace(/[?.]$/, ''));
    }
    for (const topic of ['wir haben über meine Lücke gesprochen', 'Was war Ihr größter Fehler?', 'Gehalt und Urlaub']) {
      const recipient = { ...BYRNE, topics: [topic] };
      const text = thanks({ recipient, interviewers: [recipient], topics: [topic], notes: null, language: 'de' });
      expect(text).not.toContain(topic.replace('?', ''));
    }
    const fit = { ...BYRNE, topics: ['how alerts are handled'] };
    expect(thanks({ recipient: fit, interviewers: [fit], notes: null })).toContain('how alerts are handled');
  });
  test('B2 a promise written as a sentence is named as the thing', () => {
    const promised = { ...LINK, what: 'I will send my GitHub link.' };
    expect(thanks({ promisesKept: [promised] })).toContain('my GitHub link');
    expect(thanks({ promisesKept: [promised] })).not.toContain('I will send');
  });
  test('B1 what they liked of mine is not turned into what I liked', () => {
    const text = thanks({ notes: 'Liked that I asked about the rota' });
    expect(text).not.toContain('I liked that I asked');
  });
  test('B1 what they found good of mine is not said to have pleased me', () => {
    for (const notes of [
      'was impressed by my sketches',
      'admired my notes',
      'found my CV clear',
      'loved my filing idea',
    ]) {
      expect(thanks({ notes })).not.toMatch(/I (?:was impressed by|admired|found|loved) my/);
    }
    expect(thanks({ notes: 'loved my filing idea!!' })).toMatch(/you liked my filing idea/);
    expect(thanks({ notes: 'I loved my hour in the lab' })).toContain('I loved my hour in the lab');
    const german = thanks({ notes: 'fand meine Bilder von der Anlage gut; will Zeugnisse', language: 'de' });
    expect(german).not.toContain('Ich fand meine');
    expect(german).toContain('Lob für meine Bilder von der Anlage');
    expect(thanks({ notes: 'fand die Führung durch die Werkstatt toll', language: 'de' })).toContain(
      'Ich fand die Führung',
    );
    expect(thanks({ notes: 'war beeindruckt von meinem Entwurf', language: 'de' })).not.toContain('beeindruckt');
  });
  test('B1, B2 what was written short is written in full, and words about the sending are no part of the thing', () => {
    const recipient = { ...BYRNE, topics: ['dealing w/ angry clients', 'fieldwork, safety'] };
    const text = thanks({ recipient, interviewers: [recipient], topics: recipient.topics, notes: null });
    expect(text).toContain('dealing with angry clients');
    expect(text).toContain('fieldwork and safety');
    const promised = { ...LINK, what: 'send CV again in pdf' };
    expect(thanks({ promisesKept: [promised] })).toContain('the CV in pdf');
  });
  test('a role that says what it is gets no second noun, and a subject begins large', () => {
    const role = 'PhD position in glaciology';
    expect(thanks({ role })).toContain('about the PhD position in glaciology');
    expect(thanks({ role })).not.toContain('glaciology role');
    expect(thanks({ role: 'Scheme Manager' })).toContain('the Scheme Manager role');
    const withdrawn = (of: string) => composeLetter(request({ step: 'withdrawal', role: of })).subject;
    expect(withdrawn('part-time receptionist')).toMatch(/^Part-time receptionist/);
    expect(withdrawn('iOS developer')).toMatch(/^iOS developer/);
  });
  test('B1, I6 a rebuke, a doubt, pay or a former boss is nothing to thank for', () => {
    for (const notes of [
      'gave me a hard time about my notice period',
      'liked my portfolio but wants more references',
      'explained the bonus',
      'we talked about my old boss',
      'her view on remote work: three days in the office',
    ])
      expect(thanks({ notes })).toBe(thanks({ notes: null }));
    for (const notes of ['wir haben über meinen alten Chef gesprochen', 'fand meine Mappe gut, aber zu kurz'])
      expect(thanks({ notes, language: 'de' })).toBe(thanks({ notes: null, language: 'de' }));
    expect(thanks({ notes: 'told me how much they value quiet hours' })).toContain('how much you value quiet hours');
  });
  test('B2 what is mine is sent as promised, and what was asked for is that which I promised', () => {
    const sent = (what: string) =>
      composeLetter(request({ step: 'promised_item', promisesKept: [{ ...LINK, what }] })).text;
    expect(sent('my availability for Easter')).toMatch(/Here is my availability for Easter, as I promised you/);
    expect(sent('a link to the write-up')).toMatch(/Here is the link to the write-up that I promised you/);
  });
  test('B1, B2 a remark in brackets stays out, and a second promise is not introduced like the first', () => {
    expect(thanks({ notes: 'showed me the packing line (loud)' })).not.toContain('loud');
    const promisesAnnounced = ['a transcript', 'a list of referees'].map((what) => ({ ...PAGE, what }));
    for (const language of ['en', 'de']) {
      const text = thanks({ promisesKept: [], promisesAnnounced, language, notes: null });
      expect(text).toMatch(/And the list of referees will follow|Außerdem folgt noch: a list of referees/);
    }
  });
  test('F1, B2 what was promised to the agency itself is not asked to be passed on', () => {
    const recruiter = contact('kranich', { givenName: 'Eva', familyName: 'Kranich', roles: ['agency_recruiter'] });
    const letter = (step: LetterRequest['step'], to: string[], language: string) =>
      composeLetter(
        request({
          step,
          language,
          agency: 'Kranich',
          recipient: recruiter,
          interviewers: [BYRNE],
          notes: null,
          promisesKept: [{ ...LINK, to }],
        }),
      ).text;
    for (const step of ['promised_item', 'homework', 'thank_you'] as const) {
      expect(letter(step, ['kranich'], 'en')).not.toMatch(/pass (?:it|them) on to|forward/);
      expect(letter(step, ['byrne'], 'en')).toMatch(/pass (?:it|them) on to|forward/);
      expect(letter(step, ['byrne', 'kranich'], 'en')).toMatch(/pass (?:it|them) on to|forward/);
      expect(letter(step, ['kranich'], 'de')).not.toMatch(/weiterzugeben|weitergeben\?|weiterleiten|weiterzuleiten/);
      expect(letter(step, ['byrne'], 'de')).toMatch(/weiterzugeben|weitergeben\?|weiterleiten|weiterzuleiten/);
    }
    expect(letter('promised_item', ['kranich'], 'en')).toContain('that I promised you');
  });
  test('B3 of several things, or of one in the plural, a letter speaks as of several', () => {
    const homework = (what: string) =>
      composeLetter(request({ step: 'homework', promisesKept: [{ ...LINK, kind: 'homework', what }] })).text;
    expect(homework('answers to the calibration question')).toContain('I hope they are of use. If they raise any');
    expect(homework('a page on the rota')).toContain('I hope it is of use. If it raises any');
  });
  test('E2 a chase claims no earlier words and no interest that nobody stated', () => {
    const texts = [2, 3, 4, 5, 6].map(
      (ask) =>
        composeLetter(
          request({ step: 'chase', recipient: ONEILL, today: '2026-12-18', reallyInterested: false, flags: { ask } }),
        ).text,
    );
    for (const text of texts) expect(text).not.toMatch(/I am keen|as I wrote/);
  });
});
