import { saidIn } from '../../activities/inbound/deliver-mail';
import { runClassify } from '../../client/cli/classify';
import { type ClassifyContext, classify } from '../../mail/classify';
import { actionFor } from '../../mail/classify/action';
import { parseMail } from '../../mail/parse';
import type { Classification, MailKind } from '../../mail/types';

interface Written {
  subject?: string;
  from?: string;
  headers?: readonly string[];
  text: string;
}

function raw({
  subject = 'Your application',
  from = 'Anna Berg <anna.berg@northwind.test>',
  headers = [],
  text,
}: Written): Buffer {
  const head = [
    `From: ${from}`,
    'To: maya@candidate.test',
    `Subject: ${subject}`,
    'Date: Mon, 30 Nov 2026 10:00:00 +0100',
    ...headers,
    'Content-Type: text/plain; charset=utf-8',
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${text.replaceAll('\n', '\r\n')}`);
}

async function read(mail: Written, context?: ClassifyContext): Promise<Classification> {
  return classify(await parseMail(raw(mail)), context);
}

describe('traps that words lay', () => {
  it('does not take the no in the quoted history for the answer', async () => {
    const found = await read({
      subject: 'Re: Interview',
      text: 'Hi Maya,\n\nwe would like to invite you to a second interview. When would you be available next week?\n\nAnna\n\nOn Mon, 23 Nov 2026 at 10:00, HR <hr@northwind.test> wrote:\n> Unfortunately we will not be moving forward with your application.\n> We wish you every success.',
    });
    expect(found).toMatchObject({ kind: 'advance', action: 'signal', asksFor: ['availability'] });
    expect(found.visibleText).not.toContain('Unfortunately');
  });

  it('reads "unfortunately" about a Tuesday as the search for another day', async () => {
    const found = await read({
      text: 'Dear Maya,\n\nunfortunately Tuesday does not work for Dr Byrne. Could we do Wednesday at 10:00 for the interview instead?\n\nKind regards\nAnna',
    });
    expect(found.kind).toBe('advance');
    expect(found.dates.interviewAt).toMatchObject({ value: '2026-12-02T10:00:00+01:00', certain: false });
  });

  it('hears the no after the praise', async () => {
    const found = await read({
      text: 'Dear Maya,\n\nwe were impressed by your background. However, we have decided to move forward with another candidate for this role.\n\nWe wish you all the best.',
    });
    expect(found).toMatchObject({ kind: 'rejection', action: 'signal' });
    expect(found.evidence.join(' ')).toContain('another candidate');
  });

  it('does not take a shop that offers something for an offer', async () => {
    const found = await read({
      subject: 'Special offer for you',
      headers: ['List-Unsubscribe: <mailto:out@shop.test>'],
      text: 'Dear customer,\n\nwe are pleased to offer you 20% off everything this weekend. Shop now.\n\nUnsubscribe',
    });
    expect(found).toMatchObject({ kind: 'other', action: 'ignore', dates: {} });
  });

  it('takes "if you do not hear from us, consider yourself unsuccessful" for a receipt (H6)', async () => {
    const found = await read({
      subject: 'Application received',
      text: 'Dear Maya,\n\nthank you for applying. We have received your application and will review it. If you do not hear from us within four weeks, please consider your application unsuccessful.',
    });
    expect(found).toMatchObject({ kind: 'acknowledgement', action: 'ignore' });
  });

  it('takes an out-of-office note that regrets for an out-of-office note, with its last day', async () => {
    const found = await read({
      subject: 'Automatic reply: Your application',
      headers: ['Auto-Submitted: auto-replied'],
      text: 'I am out of the office until 6 January 2027. We regret that we will not be able to proceed with requests during this time.',
    });
    expect(found).toMatchObject({ kind: 'auto_reply', action: 'signal' });
    expect(found.dates.absentUntil).toMatchObject({ value: '2027-01-06', certain: true });
  });

  it('takes "unable to offer you the position" for a no', async () => {
    const found = await read({
      text: 'Dear Maya, thank you for meeting us. Unfortunately we are unable to offer you the position at this time. We wish you success in your search.',
    });
    expect(found).toMatchObject({ kind: 'rejection', action: 'signal' });
  });

  it('does not take "we cannot offer feedback" for a no', async () => {
    const found = await read({
      text: 'Dear Maya, we are pleased to invite you to the next round. Please understand that we cannot offer feedback on the test. Please send me your availability for a call next week.',
    });
    expect(found.kind).toBe('advance');
  });

  it('takes the talent pool for a no (G2)', async () => {
    const found = await read({
      text: 'Dear Maya, the position has been filled. We would like to keep your CV in our talent pool.',
    });
    expect(found.kind).toBe('rejection');
  });

  it('takes "open until filled" for no answer', async () => {
    const found = await read({
      text: 'Thank you for your interest. The position will remain open until filled. We have received your application and are reviewing it.',
    });
    expect(found.kind).toBe('acknowledgement');
  });

  it.each([
    'Hi Maya, we know you turned us down in March, but our doors are open again and we kept a spot for you. Interested? Join by Friday.',
    'Dear Maya, in April we had to tell you we had no room for Ella. A family has since moved away so a place has come free from September. Would you still like it?',
    "Hi Maya, the tenant who was chosen for 3B has pulled out so it's available again. Are you still interested?",
    'Liebe Frau Brandt, wir mussten Ihnen im Frühjahr leider absagen. Nun ist doch ein Platz frei geworden. Haben Sie noch Interesse?',
  ])('does not take a gym, a nursery or a landlord who comes back for a post that is open again: %s', async (text) => {
    expect((await read({ subject: 'Good news', text })).action).not.toBe('signal');
  });

  it('does not act on a newsletter that quotes a rejection', async () => {
    const found = await read({
      subject: 'Rejected after an interview?',
      headers: ['Precedence: bulk', 'List-Unsubscribe: <mailto:out@coach.test>'],
      text: '“Unfortunately we have decided to move forward with another candidate.” We all know that email. This week our coach explains how to answer it. Read more.\n\nUnsubscribe',
    });
    expect(found.kind).toBe('other');
    expect(found.action).not.toBe('signal');
  });

  it.each([
    '[cedar-users] dropping a namespace',
    'Re: [cedar-users] dropping a namespace',
    'Re: [py-dev] Re: an offer to help',
  ])('takes "%s" for a mailing list\'s', async (subject) => {
    const found = await read({
      subject,
      text: 'Hello all, is there a supported way to drop every key of one namespace between two test runs? I talk to the node through the plain interface.',
    });
    expect(found).toMatchObject({ kind: 'other', action: 'ignore' });
    expect(found.evidence).toContain(`listTag: [${subject.split('[')[1]?.split(']')[0]}]`);
  });

  it.each(['[External] Your interview', '[JOB-114] Interview on Monday', '[Extern] Ihr Gespräch'])(
    'takes "%s" for no mailing list\'s',
    async (subject) => {
      const found = await read({
        subject,
        text: 'Dear Maya, we would like to invite you to a second interview on Monday.',
      });
      expect(found.kind).toBe('advance');
      expect(found.evidence.join()).not.toContain('listTag');
    },
  );

  it.each([
    [
      'a bank',
      'Your loan application',
      'Dear customer, unfortunately we are unable to accept your application for a loan at this time, after a careful review of your credit file.',
    ],
    [
      'a landlord',
      'Ihre Mietbewerbung',
      'Sehr geehrte Frau Lindqvist, der Eigentümer der Wohnung hat sich leider für einen anderen Interessenten entschieden.',
    ],
    [
      'an insurer',
      'Su seguro',
      'Estimada clienta: nos complace ofrecerle el seguro de hogar por 120 euros al año. Firme y devuelva la póliza.',
    ],
  ])('does not act on what %s refuses or offers', async (_who, subject, text) => {
    expect((await read({ subject, text })).action).not.toBe('signal');
  });

  it('does not take the no of last time for the answer when they ask again', async () => {
    const found = await read({
      text: 'Dear Maya, in May we told you that we had chosen another candidate. She has since withdrawn. Would you still be interested in the role?',
    });
    expect(found.kind).toBe('reopened');
  });
});

describe('each kind, in plain words', () => {
  const plain: readonly (readonly [Classification['kind'], string])[] = [
    [
      'holding',
      'Dear Maya, we are still interviewing other candidates and have not made a decision yet. Thank you for your patience; we will get back to you by 11 December.',
    ],
    ['holding', 'Dear Maya, because of a hiring freeze the process for this role has been put on hold.'],
    [
      'reopened',
      'Dear Maya, the candidate we had selected has declined the offer. The position is open again. Are you still interested?',
    ],
    [
      'referee_reply',
      'Hi Maya, of course, I am happy to act as a reference for you. Please give them my mobile number.',
    ],
    ['info_request', 'Dear Maya, could you please send us the names and contact details of two references by Friday?'],
    [
      'offer',
      'Dear Maya, we are delighted to offer you the position of Senior Data Engineer. Your salary will be 75,000 euros gross per year and your start date 1 February. Please sign and return the contract by 15 December.',
    ],
    [
      'rejection',
      'Sehr geehrte Frau Lindqvist, nach sorgfältiger Prüfung müssen wir Ihnen leider mitteilen, dass wir Ihre Bewerbung nicht weiter berücksichtigen können. Für Ihren weiteren Weg wünschen wir Ihnen alles Gute.',
    ],
    [
      'acknowledgement',
      'Sehr geehrte Frau Lindqvist, vielen Dank für Ihre Bewerbung. Ihre Unterlagen sind bei uns eingegangen und werden nun geprüft.',
    ],
    [
      'advance',
      'Bonjour Maya, nous souhaitons vous rencontrer pour un second entretien. Seriez-vous disponible jeudi à 14 h ?',
    ],
    [
      'rejection',
      'Bonjour Maya, après étude attentive de votre candidature, nous avons le regret de ne pas pouvoir y donner suite. Bonne continuation dans vos recherches.',
    ],
    [
      'holding',
      'Hola Maya, seguimos entrevistando a otros candidatos y todavía no hemos tomado una decisión. Gracias por tu paciencia.',
    ],
    ['info_request', 'Hola Maya, por favor, envíanos tu expediente académico y tus referencias antes del viernes.'],
    [
      'offer',
      'Beste Maya, met genoegen bieden we je de functie aan. Je salaris wordt 4.800 euro bruto per maand. In de bijlage vind je de arbeidsovereenkomst, graag getekend retour.',
    ],
    [
      'rejection',
      'Beste Maya, helaas hebben we besloten niet met je verder te gaan in de procedure. We wensen je veel succes met je zoektocht.',
    ],
    ['rejection', 'Hej Maya, tyvärr har vi gått vidare med andra kandidater. Vi önskar dig lycka till.'],
    [
      'acknowledgement',
      'Hej! Vi har tagit emot din ansökan och återkommer så snart vi har gått igenom alla ansökningar.',
    ],
  ];
  it.each(plain.map(([kind, text]) => ({ kind, text })))('$kind: $text', async ({ kind, text }) => {
    expect((await read({ text })).kind).toBe(kind);
  });

  it('names the words that decided, even where nothing is said outright', async () => {
    const found = await read({ text: 'Maya, the ovens will have to do without you. Chin up!' });
    expect(found.evidence.join(' ')).toMatch(/words: “/);
  });

  it('names no bare numbers as words that decided', async () => {
    const found = await read({
      subject: 'Re: x',
      text: 'Hi Maya,\n\n7731 4410, 55. 12 34 99 2522099b 18 and we talk soon.',
    });
    expect(found.evidence.join(' ')).toContain('words: “');
    expect(found.evidence.join(' ')).not.toMatch(/“[^”a-z]*\d[^” ]*( \d[^” ]*)?”/i);
  });

  it('tells the language', async () => {
    const languages = await Promise.all(plain.map(async ([, text]) => (await read({ text })).language));
    expect([...new Set(languages)].sort()).toEqual(['de', 'en', 'es', 'fr', 'nl', 'sv']);
  });
});

describe('what binds whatever the answer is', () => {
  it('hears "do not contact me again" (H14) and never ignores it', async () => {
    const found = await read({ subject: 'Re: Following up', text: 'Please do not contact me again.' });
    expect(found.doNotWrite).toBe(true);
    expect(found.action).not.toBe('ignore');
  });

  it.each([
    ['Please do not write to me again.', undefined],
    ['Please do not contact us again about this role.', true],
    ['Bitte sehen Sie von weiteren Nachfragen ab.', true],
  ])('hears for whom peace is asked (H14), quotes it and never ignores it: %s', async (text, forAll) => {
    const found = await read({ subject: 'Re: Following up', text });
    expect(found.doNotWrite).toBe(true);
    expect(found.doNotWriteAll).toBe(forAll);
    expect(found.evidence).toContain(`noMail: ${text}`);
    expect(found.action).not.toBe('ignore');
    expect(saidIn(found)).toMatchObject({ doNotWrite: true, ...(forAll && { doNotWriteAll: true }) });
  });

  it('H10 asks a person where a new date or one of several times is not certain', async () => {
    const later = await read({ text: 'We need another week to finish the interviews. You will hear from us by then.' });
    expect(later).toMatchObject({
      kind: 'holding',
      action: 'review',
      dates: { promisedDate: { value: '2026-12-07' } },
    });
    const choice = await read({
      text: 'We would like to invite you to an interview: Tuesday at 2pm or Wednesday at 10am?',
    });
    expect(choice).toMatchObject({ kind: 'advance', action: 'review', dates: { interviewAt: { certain: false } } });
    expect(choice.dates.interviewAt?.others).toHaveLength(1);
  });

  it('D3 acts on a request however unsure its day is: it is answered the next working day', async () => {
    const found = await read({
      text: 'Dear Maya, before we go on, could you please send us your transcript and the contact details of two referees? Some time next week will do.',
    });
    expect(found).toMatchObject({ kind: 'info_request', action: 'signal' });
    expect(found.dates.answerBy?.certain).not.toBe(true);
  });

  it('H10 proposes the dates of what a mail may be else, none as certain', async () => {
    const found = await read({ text: 'Wir brauchen weitere 14 Tage für die Entscheidung.' });
    expect(found).toMatchObject({ action: 'review', dates: { promisedDate: { value: '2026-12-14', certain: false } } });
  });

  it('hears "no calls" and "we will contact you" (I3)', async () => {
    const found = await read({
      text: 'Dear Maya, we are still reviewing all applications and no decision has been made. No phone calls please, we will contact you.',
    });
    expect(found).toMatchObject({ kind: 'holding', noCalls: true, weWillContactYou: true });
  });

  it('says what is asked for', async () => {
    const found = await read({
      text: 'Dear Maya, please send us your transcript, two references and your salary expectations. What is your notice period?',
    });
    expect(found.asksFor).toEqual(['references', 'transcript', 'salary', 'notice_period']);
  });

  it('believes correlation that a referee wrote', async () => {
    const text = 'Hi Maya, they phoned me yesterday. I said only good things.';
    const found = await read({ subject: 'Re: A favour', text }, { sender: 'referee' });
    expect(found).toMatchObject({ kind: 'referee_reply', action: 'signal' });
  });

  it('never ignores what a contact of the interview wrote', async () => {
    const subject = 'Choir practice';
    const text =
      'Dear all, the choir meets on Tuesday instead of Wednesday this week, as the church hall has been flooded. Could the altos bring the cake for the raffle? Parents may park behind the school. See you there, Pat';
    expect((await read({ subject, text })).action).toBe('ignore');
    expect((await read({ subject, text }, { sender: 'organisation' })).action).toBe('review');
  });

  it('C2 tells a referee’s plain yes from a no, however little the words weighed', async () => {
    const said = async (text: string) =>
      (await read({ text, subject: 'Re: May I name you as a referee?' })).refereeAgrees;
    expect(await said('Dear Maya,\n\nOf course, I am happy to be a referee for you.\n\nBest\nJonas')).toBe(true);
    expect(await said('Dear Maya, I am afraid that I cannot act as your referee this time.')).toBe(false);
    expect(await said('Dear Maya, how are you?')).toBeUndefined();
  });

  it('acts sooner where it knows who wrote: what is about other parts of life comes from strangers', () => {
    const of = (names: string[], known: boolean, kind: MailKind = 'advance', confidence = 0.97) =>
      actionFor(
        { kind, confidence, dates: {}, doNotWrite: false, noCalls: false },
        new Map([...names, 'interview', ...(known ? ['sentByEmployer'] : [])].map((name) => [name, ''])),
      );
    expect([of(['c.school'], false), of(['c.school'], true)]).toEqual(['review', 'signal']);
    expect([of([], false, 'advance', 0.95), of([], true, 'advance', 0.95)]).toEqual(['review', 'signal']);
    expect(of(['c.school'], true, 'advance', 0.95)).toBe('review');
    expect(of(['question', 'role'], true, 'rejection', 0.999)).toBe('review');
    expect(of(['scheduleInterview', 'role'], true, 'rejection', 0.99)).toBe('signal');
    expect(of(['scheduleInterview', 'role'], false, 'rejection', 0.999)).toBe('review');
    expect(of(['scheduleInterview', 'reopened', 'role'], true, 'rejection', 0.999)).toBe('review');
    expect(of(['quotedSpeech', 'role'], true, 'rejection', 0.999)).toBe('signal');
    expect(of(['headerList', 'role'], true, 'advance', 0.999)).toBe('review');
    expect(of(['unfinished', 'role'], true, 'offer', 0.999)).toBe('review');
  });

  it('never acts on a no or an offer of a stranger who names nothing of a job, and on the rest only when all but certain', () => {
    const of = (kind: MailKind, confidence: number) =>
      actionFor({ kind, confidence, dates: {}, doNotWrite: false, noCalls: false }, new Map());
    expect([of('rejection', 1), of('offer', 1)]).toEqual(['review', 'review']);
    expect([of('holding', 0.96), of('holding', 0.99)]).toEqual(['review', 'signal']);
  });

  it('ignores what states an answer, or has words that one may hang on, only of a stranger and when all but certain', () => {
    const of = (names: string[], confidence: number) =>
      actionFor(
        { kind: 'other', confidence, dates: {}, doNotWrite: false, noCalls: false },
        new Map(names.map((name) => [name, ''])),
      );
    expect([of(['decline'], 0.99), of(['decline'], 0.998)]).toEqual(['review', 'ignore']);
    expect([of(['c.decide'], 0.99), of(['c.decide'], 0.996)]).toEqual(['review', 'ignore']);
    expect([of([], 0.98), of([], 0.99)]).toEqual(['review', 'ignore']);
    expect(of(['decline', 'headerList'], 0.99)).toBe('review');
    for (const names of [['decline'], ['c.decide'], []]) {
      expect(of([...names, 'sentByEmployer'], 0.999)).toBe('review');
    }
  });

  it('never ignores a mail with words that an answer may hang on, whoever sent it', async () => {
    const of = await read({ text: 'Wir brauchen leider weitere 14 Tage für unsere Entscheidung.' });
    expect(of.action).toBe('review');
    expect(of.dates.promisedDate).toMatchObject({ value: '2026-12-14', certain: false });
  });

  it('takes the interview from an invitation', async () => {
    const calendar = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'METHOD:REQUEST',
      'BEGIN:VEVENT',
      'UID:1@northwind.test',
      'DTSTAMP:20261130T090000Z',
      'DTSTART:20261210T130000Z',
      'DTEND:20261210T140000Z',
      'SUMMARY:Interview',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');
    const mail = `From: anna@northwind.test\r\nTo: maya@candidate.test\r\nSubject: Interview\r\nDate: Mon, 30 Nov 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nWe look forward to meeting you for the interview.\r\n--b\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n${calendar}\r\n--b--\r\n`;
    const found = classify(await parseMail(Buffer.from(mail)));
    expect(found.kind).toBe('advance');
    expect(Date.parse(found.dates.interviewAt?.value ?? '')).toBe(Date.parse('2026-12-10T13:00:00Z'));
  });
});

describe('robustness', () => {
  it.each([
    '',
    ' \n\n ',
    '?!?!',
    '\u0000\u0001',
    'a'.repeat(200_000),
    '> only\n> quotes',
    'no '.repeat(20_000),
    '🙂🙂🙂',
  ])('answers something for odd text', async (text) => {
    const started = performance.now();
    const found = await read({ text });
    expect(found.confidence).toBeGreaterThan(0);
    expect(found.action).not.toBe('signal');
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('afterview classify', () => {
  const mails: Record<string, Buffer> = {
    'no.eml': raw({
      text: 'Unfortunately we will not be moving forward with your application. We wish you every success.',
    }),
    'wait.eml': raw({ text: 'We are still interviewing candidates and will get back to you by 11 December.' }),
  };
  async function run(files: string[], json: boolean): Promise<{ code: number; out: string[]; err: string[] }> {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runClassify(files, {
      json,
      out: (line) => out.push(line),
      err: (line) => err.push(line),
      read: async (file) => {
        const mail = mails[file];
        if (mail === undefined) throw new Error('no such file');
        return mail;
      },
    });
    return { code, out, err };
  }

  it('prints a line of JSON per file in the shape that callers rely on', async () => {
    const { code, out } = await run(['no.eml', 'wait.eml'], true);
    expect(code).toBe(0);
    expect(out.map((line) => Object.keys(JSON.parse(line)))).toEqual([
      ['file', 'kind', 'confidence', 'action', 'visibleText', 'dates', 'bounce'],
      ['file', 'kind', 'confidence', 'action', 'visibleText', 'dates', 'bounce'],
    ]);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ file: 'no.eml', kind: 'rejection', dates: {}, bounce: null });
    expect(JSON.parse(out[1] ?? '')).toMatchObject({ kind: 'holding', dates: { promisedDate: '2026-12-11' } });
  });

  it('says that they ask not to be written to again (H14)', async () => {
    mails['peace.eml'] = raw({ text: 'Please do not contact us again about this role.' });
    expect((await run(['peace.eml'], false)).out).toContain(
      '  asks not to be written to again, for the whole organisation',
    );
    const { out } = await run(['peace.eml'], true);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ doNotWrite: true, doNotWriteAll: true });
  });

  it('says which file it cannot read, does the others, and answers 1', async () => {
    const { code, out, err } = await run(['gone.eml', 'no.eml'], true);
    expect(code).toBe(1);
    expect(err).toEqual(['classify: gone.eml cannot be read: no such file']);
    expect(out).toHaveLength(1);
  });

  it('is readable without --json', async () => {
    const { out } = await run(['wait.eml'], false);
    expect(out[0]).toMatch(/^wait\.eml: holding, \d+ % sure/);
    expect(out.join('\n')).toContain('they answer by Fri 11 Dec 2026');
  });
});
