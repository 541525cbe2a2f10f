import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModel } from '../../mail/classify/model';
import { WORD_KINDS } from '../../mail/classify/prior';
import weights from '../../mail/classify/weights.json';
import type { Classification, MailKind } from '../../mail/types';
import { evaluate, isRight, printed, type ReadMail, readFolder } from '../../scripts/eval-mail';

const CORPUS = join(__dirname, '..', 'corpus');

function mail(
  label: string,
  kind: MailKind,
  action: Classification['action'],
  more: Partial<ReadMail['labelled']> = {},
): ReadMail {
  return { labelled: { file: 'x.eml', label, language: 'en', ...more }, kind, action, confidence: 0.9, dates: {} };
}

describe('the evaluation', () => {
  const mails = [
    mail('rejection', 'rejection', 'signal'),
    mail('rejection', 'holding', 'review'),
    mail('holding', 'holding', 'signal', { language: 'de' }),
    mail('other', 'acknowledgement', 'ignore', { alt_labels: ['acknowledgement'] }),
    mail('offer', 'rejection', 'signal', { language: 'de' }),
  ];
  const found = evaluate(mails);

  it('counts a second defensible label as right', () => {
    expect(mails.map(isRight)).toEqual([true, false, true, true, false]);
    expect(found.accuracy).toBeCloseTo(0.6);
  });

  it('gives precision and recall per class', () => {
    expect(found.classes.rejection).toMatchObject({ count: 2, precision: 0.5, recall: 0.5, f1: 0.5 });
    expect(found.classes.holding).toMatchObject({ count: 1, precision: 0.5, recall: 1 });
    expect(found.classes.offer).toMatchObject({ count: 1, precision: 0, recall: 0, f1: 0 });
    expect(found.macroF1).toBeCloseTo((0.5 + 2 / 3 + 1 + 0) / 4);
  });

  it('gives the share and the precision of what acts, asks and is ignored', () => {
    expect(found.actions.signal).toMatchObject({ count: 3, share: 0.6, right: 2 });
    expect(found.actions.review.count).toBe(1);
    expect(found.actions.ignore).toMatchObject({ count: 1, precision: 1 });
  });

  it('keeps the languages apart and shows the confusion', () => {
    expect(found.languages.de).toMatchObject({ count: 2, accuracy: 0.5 });
    expect(found.confusion.rejection).toEqual({ holding: 1, rejection: 1 });
    expect(printed(found)).toContain('acts by itself');
  });

  it('counts the dates that are right, and those taken as certain', () => {
    const date = (value: string, certain: boolean) => ({ value, sentence: '', confidence: 1, certain });
    const dated = evaluate([
      {
        ...mail('holding', 'holding', 'signal', { dates: { promisedDate: '2026-12-11' } }),
        dates: { promisedDate: date('2026-12-11', true) },
      },
      {
        ...mail('advance', 'advance', 'signal', { dates: { interviewAt: '2026-12-10T14:00:00+01:00' } }),
        dates: { interviewAt: date('2026-12-10T13:00:00Z', true) },
      },
      {
        ...mail('offer', 'offer', 'signal', { dates: { answerBy: '2026-12-10' } }),
        dates: { answerBy: date('2026-12-11', true) },
      },
    ]);
    expect(dated.dates).toEqual({ named: 3, found: 2, certain: 3, certainRight: 2 });
  });
});

describe('the weights', () => {
  it('are whole: a number for every kind and a place in every network', () => {
    const model = readModel(weights);
    expect(weights.kinds).toEqual([...WORD_KINDS]);
    expect(model.frames.get('bias')?.row).toBeGreaterThanOrEqual(0);
    for (const { toKinds, kinds, hidden } of model.networks) {
      expect(kinds).toHaveLength(WORD_KINDS.length);
      expect(toKinds).toHaveLength(hidden.length * WORD_KINDS.length);
    }
    const { frames, words, pieces } = weights;
    const sign = '[A-Za-z0-9+/]';
    const places = model.networks.reduce((sum, { first }) => sum + first.length, 0);
    expect(model.rows.width).toBeGreaterThanOrEqual(WORD_KINDS.length + places);
    const whole = new RegExp(`^\\d+ ${sign}{${WORD_KINDS.length}} \\d+ ${sign}{${places}}$`);
    const broken = [frames, words, pieces].flatMap((of) =>
      Object.values<string>(of).filter((each) => !whole.test(each)),
    );
    expect(broken).toEqual([]);
  });
});

/** Written by personas whose other mails nobody trained on. */
const withCorpus = existsSync(join(CORPUS, 'labels.jsonl')) ? describe : describe.skip;

withCorpus('the corpus, mails held out from training', () => {
  let held: ReturnType<typeof evaluate>;
  beforeAll(async () => {
    held = evaluate(await readFolder(CORPUS, { split: 'test' }));
  }, 60_000);

  it('trains on no persona that it is tested on', () => {
    const rows = readFileSync(join(CORPUS, 'labels.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { persona: string; split: string });
    const personas = (split: string) =>
      new Set(rows.filter((row) => row.split === split).map(({ persona }) => persona));
    const trained = personas('dev');
    expect([...personas('test')].filter((persona) => trained.has(persona))).toEqual([]);
  });

  it('does not fall below what has been reached', () => {
    expect(held.actions.signal.precision).toBeGreaterThanOrEqual(0.99);
    expect(held.actions.signal.share).toBeGreaterThanOrEqual(0.38);
    expect(held.actions.ignore.precision).toBeGreaterThanOrEqual(0.95);
    expect(held.macroF1).toBeGreaterThanOrEqual(0.9);
    expect(Math.min(...Object.values(held.classes).map(({ recall }) => recall))).toBeGreaterThanOrEqual(0.8);
    expect(held.classes.bounce?.recall).toBe(1);
    expect(held.dates.certainRight / held.dates.certain).toBeGreaterThanOrEqual(0.9);
  });

  it('reads everyday mails of known senders: macro F1 above 0.9, what acts is right', async () => {
    const everyday = evaluate(await readFolder(CORPUS, { split: 'test', persona: 'everyday-', known: true }));
    expect(everyday.macroF1).toBeGreaterThanOrEqual(0.92);
    expect(everyday.actions.signal.precision).toBeGreaterThanOrEqual(0.99);
    expect(everyday.actions.signal.share + everyday.actions.ignore.share).toBeGreaterThanOrEqual(0.58);
  }, 60_000);

  // The goal; when it is reached this test fails and becomes an ordinary one.
  it.failing('has yet to reach: at most 25 % to a person', () => {
    expect(held.actions.review.share).toBeLessThanOrEqual(0.25);
  });
});
