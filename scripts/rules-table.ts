/**
 * Writes `docs/rules.md`: every rule of the rulebook, what it says, where it lives, which tests prove it, what the
 * candidate sees. `node --import tsx scripts/rules-table.ts` writes it; `test/docs/rules-table.test.ts` fails when it is stale.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_GROUPS } from '../client/web/rule-words';

const ROOT = join(__dirname, '..');
const TABLE = 'docs/rules.md';

interface Home {
  /** The file where the rule is decided first; others that it takes. */
  files: string[];
  sees: string;
}

const asking = 'policy/rules/asking.ts';
const answers = 'policy/rules/answers.ts';
const candidate = 'policy/rules/candidate.ts';
const gate = 'policy/may-still-send.ts';
const movingOn = 'policy/rules/moving-on.ts';
const promises = 'policy/rules/promises.ts';
const referees = 'policy/rules/referees.ts';
const thanks = 'policy/rules/thanks.ts';
const view = 'policy/view.ts';

export const HOMES: Record<string, Home> = {
  A1: {
    files: [view, 'client/intake/schema.ts'],
    sees: 'The intake form asks for it; steps go only to people who may be contacted that way',
  },
  A2: {
    files: [gate, thanks, 'letters/guard.ts'],
    sees: 'A task "find the address" in place of the letter; a wrong name is marked in a draft',
  },
  A3: { files: [view, asking, thanks], sees: 'The date is marked as assumed; one thank-you asks about timing' },
  A4: {
    files: [view, gate, candidate],
    sees: 'The hold with its end in the plan; for long absences a suggestion to ask for a stand-in',
  },
  B1: { files: [thanks], sees: 'One draft an interviewer, planned for the next working day' },
  B2: {
    files: [promises, thanks],
    sees: 'The promised thing in the thank-you, or a sentence when it comes and a task to supply it',
  },
  B3: {
    files: [promises, view],
    sees: 'A reminder the day before, the letter on the day, a loud task when missed; a question sent meanwhile says what is owed',
  },
  B4: { files: [candidate], sees: 'A task to write down the impression, asked again until done' },
  B5: { files: [candidate], sees: 'One card with the questions for a yes and for a no, before the promised date' },
  B6: {
    files: ['policy/rules/value-add.ts', gate],
    sees: 'One draft in the middle of the wait, or a paragraph of the thank-you',
  },
  C1: { files: [candidate, referees], sees: 'A task that says what is missing in the mix of referees' },
  C2: { files: [referees, gate], sees: 'Letters to the referees, their answers, a task to replace who stays silent' },
  C3: { files: [referees], sees: 'A draft that briefs each referee who agreed' },
  C4: { files: [referees, gate], sees: 'A draft that tells referees how it ended; a task where one declines' },
  C5: { files: [candidate], sees: 'A task to get the transcript' },
  D1: { files: [gate, asking, view], sees: 'No question is planned before the day after the promised one' },
  D2: {
    files: ['policy/rules/offers.ts'],
    sees: 'A task to ask the other side for time first, then one draft to approve',
  },
  D3: { files: [answers], sees: 'A draft or task "answer owed" for the next working day' },
  D4: {
    files: ['activities/digest.ts', 'activities/agenda.ts', 'workflows/candidate.ts'],
    sees: 'A mail each Monday at eight, with a nudge when all hope rests on one',
  },
  E1: { files: [asking, view], sees: 'The first question, to whoever named the date' },
  E2: {
    files: [asking, 'policy/rules/gap.ts', gate],
    sees: 'Each next question with the day it counts from as its reason',
  },
  E3: { files: [asking, view], sees: 'Emails, call scripts and texts to paste take turns' },
  E4: { files: [asking], sees: 'A question to the decision maker, HR in copy' },
  E5: { files: [asking], sees: 'A draft to the senior person that always waits for approval' },
  E6: {
    files: ['letters/guard.ts', 'letters/vocabulary.ts'],
    sees: 'Ultimatums, and "favourite" where it is not marked so, are findings in the draft',
  },
  E7: {
    files: ['policy/rules/offers.ts', gate, 'letters/guard.ts'],
    sees: 'A mentioned offer disappears from drafts when it lapses; an unrecorded one is a finding',
  },
  E8: {
    files: ['policy/decide.ts', 'policy/case.ts', gate],
    sees: 'Drafts are withdrawn with the reason, and the plan is new',
  },
  F1: { files: [view, gate, thanks], sees: 'Everything is addressed to the recruiter until direct contact is noted' },
  G1: { files: [answers], sees: 'A thank-you to whoever told how it ended' },
  G2: { files: [answers, gate], sees: 'One message with thanks and the question why; nothing after it' },
  G3: {
    files: [answers, 'client/web/form/intake-to-form.ts', 'client/intake/carry-over.ts'],
    sees: 'A confirmation, a task to prepare, and a new intake filled in from the last round',
  },
  G4: {
    files: [answers, promises],
    sees: 'The offer with its dates, a warning before it lapses, tasks for resigning when it is safe',
  },
  G5: { files: [answers], sees: 'A call task and a draft at once; all else is withdrawn' },
  G6: { files: [movingOn, gate], sees: 'A draft some months later that waits for approval' },
  G7: {
    files: ['client/afterview/revive.ts', 'policy/case.ts'],
    sees: 'The closed interview is open again, with an answer owed',
  },
  G8: { files: [asking, movingOn], sees: 'The last letter; interest in later roles only where it is marked true' },
  G9: { files: [movingOn, gate], sees: 'One draft on the day of moving on, if chosen' },
  G10: {
    files: [movingOn, 'client/afterview/revive.ts'],
    sees: 'A task after a long silence; then the interview is closed and stays readable',
  },
  G11: {
    files: ['letters/guard.ts', 'client/afterview/report.ts'],
    sees: 'The words, the reason and a better wording; the edit is not taken while it blocks',
  },
  H1: {
    files: ['policy/rules/gap.ts', gate, 'data/sending.ts'],
    sees: 'A question moves, or asks for both roles in one letter',
  },
  H2: {
    files: ['activities/mail/ledger.ts', 'policy/rules/gap.ts'],
    sees: 'The next question is counted from the moment of acceptance',
  },
  H3: {
    files: [asking, 'activities/send-message.ts'],
    sees: 'The hold "a mail of theirs waits to be sorted", and the mail in the inbox',
  },
  H4: { files: [asking, gate], sees: 'The hold "it is your turn"; five working days after the answer' },
  H5: { files: ['policy/decide.ts'], sees: 'What was missed gets new days in working hours' },
  H6: {
    files: [answers, 'policy/case.ts', 'mail/bounce.ts'],
    sees: 'A task for a better address after a permanent bounce; the plan goes on',
  },
  H7: { files: [asking], sees: 'A task that says that no way is left' },
  H8: { files: [answers], sees: 'A task half an hour after the missed call, and a draft the same day' },
  H9: { files: ['letters/vocabulary.ts', 'letters/template.ts'], sees: 'Thank-yous that share no sentence' },
  H10: {
    files: [promises, 'policy/decide.ts', 'mail/dates.ts'],
    sees: 'The quoted sentence beside a proposed date; drafts that cite an old one are withdrawn',
  },
  H11: { files: [gate, 'policy/case.ts'], sees: 'Nothing more, but for an answer owed' },
  H12: {
    files: ['mail/correlate.ts', 'data/outreach.ts'],
    sees: "A colleague's mail finds the interview; a mail sent by hand moves the next question",
  },
  H13: { files: [view], sees: 'A date that stands in for a promised one, marked as assumed' },
  H14: { files: [view, gate, 'data/do-not-write.ts'], sees: 'No step to that person is ever planned again' },
  H15: {
    files: ['policy/decide.ts', gate, 'activities/tell-ahead.ts'],
    sees: 'Drafts to approve, or a mail ahead with a stop link; lapsed drafts in the timeline',
  },
  H16: {
    files: ['activities/mail/message-bytes.ts', 'activities/mail/notices.ts'],
    sees: 'Letters as if typed by hand; notices with one-click unsubscribe',
  },
  H17: { files: [asking, gate], sees: 'A task "no reply yet?" before each question' },
  I1: {
    files: [view, referees, 'client/intake/fit.ts'],
    sees: 'The intake refuses such contacts; the referee is locked until a written offer',
  },
  I2: {
    files: ['policy/decide.ts', gate, 'policy/case.ts'],
    sees: 'Nothing before the real end; a question whether it took place where that is in doubt',
  },
  I3: { files: [asking, view], sees: 'The hold of ten working days; no call is planned any more' },
  I4: { files: [answers, asking], sees: 'The hold "on hold", and one check-in after six weeks' },
  I5: { files: [view, 'policy/case.ts'], sees: 'The successor in the next step; the count goes on' },
  I6: { files: [answers, 'letters/guard.ts'], sees: "An answer to write in one's own words, never sent unasked" },
  I7: {
    files: ['policy/intake.ts', 'policy/letter-request-of.ts', 'letters/salutation.ts'],
    sees: "Letters in that person's language and form of address",
  },
  Order: { files: [gate], sees: 'A refusal names its rule and its end' },
};

const ORDER_SAYS = 'The stop beats all, then honesty, then every "never", then an explicit choice, then defaults.';

export interface ProvingTest {
  file: string;
  name: string;
}

/** Tests whose name begins with the ids of rules ("H1, H3 …"), by rule. */
export function testsByRule(root = ROOT): Map<string, ProvingTest[]> {
  const found = new Map<string, ProvingTest[]>();
  const add = (rule: string, test: ProvingTest) => found.set(rule, [...(found.get(rule) ?? []), test]);
  for (const file of testFiles(root)) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const [, , title = ''] of text.matchAll(/^\s*(?:it|test|describe)\(\s*(['"`])(.*?)\1,/gms)) {
      const ids = /^((?:[A-I]\d{1,2}(?:, | and |\b ?))+)/.exec(title)?.[1] ?? (title === 'Order' ? 'Order' : '');
      const name = title
        .slice(title === 'Order' ? 0 : ids.length)
        .replace(/\$\{.*?\}/g, '…')
        .replace(/\\(['"`])/g, '$1')
        .replace(/\s+/g, ' ')
        .trim();
      for (const [rule] of ids.matchAll(/[A-I]\d{1,2}|Order/g)) if (rule in HOMES) add(rule, { file, name });
    }
  }
  return found;
}

function testFiles(root: string): string[] {
  const all = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' });
  return all
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => `test/${name.replaceAll('\\', '/')}`)
    .sort();
}

export function rulesTable(root = ROOT): string {
  const tests = testsByRule(root);
  const rows = (ids: readonly { id: string; says: string }[]) =>
    ids.map(({ id, says }) => {
      const { files, sees } = HOMES[id] ?? { files: [], sees: '' };
      return `| **${id}** | ${cell(says)} | ${files.map(link).join('<br>')} | ${cell(proofs(tests.get(id) ?? []))} | ${cell(sees)} |`;
    });
  const head = [
    '| | what it says | where it lives | tests that prove it | what the candidate sees |',
    '| --- | --- | --- | --- | --- |',
  ];
  return [
    '# Every rule, where it lives and what proves it',
    '',
    'Written by `scripts/rules-table.ts`; do not edit by hand. `node --import tsx scripts/rules-table.ts` writes it anew, and a',
    'test fails when it is stale, when a rule has no test of its own, or when a named file is gone. The tests listed are those',
    'whose names begin with the id; `test/policy/nevers.property.test.ts` checks each "never" over random lives besides.',
    '',
    ...RULE_GROUPS.flatMap(({ letter, title, rules }) => [`## ${letter}. ${title}`, '', ...head, ...rows(rules), '']),
    '## Order',
    '',
    ...head,
    ...rows([{ id: 'Order', says: ORDER_SAYS }]),
    '',
  ].join('\n');
}

function proofs(tests: readonly ProvingTest[]): string {
  const byFile = new Map<string, string[]>();
  for (const { file, name } of tests) byFile.set(file, [...(byFile.get(file) ?? []), name]);
  return [...byFile].map(([file, names]) => `${link(file)}: ${names.join('; ')}`).join('<br>');
}

const link = (file: string): string => `[${file.split('/').slice(-2).join('/')}](../${file})`;
const cell = (text: string): string => text.replaceAll('|', '\\|');

if (require.main === module) {
  writeFileSync(join(ROOT, TABLE), rulesTable());
  console.log(`${TABLE} written`);
}
