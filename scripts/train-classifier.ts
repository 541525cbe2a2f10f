/**
 * Trains the weights of mail/classify from mails that were written for it (scripts/training-examples.ts); the test split
 * of test/corpus is never read. Same input, same weights. Run after changing a lexicon, a frame or a training file:
 *
 *   tsx scripts/train-classifier.ts            writes mail/classify/weights.json
 *   tsx scripts/train-classifier.ts --check    cross-validates over authors and writes nothing; --errors lists what was misread
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionFor, saysItself } from '../mail/classify/action';
import { modelFile, priorRows, readModel } from '../mail/classify/model';
import { PRIOR, WORD_KINDS, type WordKind } from '../mail/classify/prior';
import { score } from '../mail/classify/score';
import { type Example, type Trained, train } from '../mail/classify/training';
import { corpusMails, sentenceExamples, trainingMails, type WrittenMail } from './training-examples';

const FOLDS = 6;

/** A mail as a model read it that was trained without any mail of its author. */
interface HeldOut {
  mail: WrittenMail;
  kind: WordKind;
  confidence: number;
  right: boolean;
  /** What the model gave to each kind, before the exponential. */
  scores: Float64Array;
}

function crossValidate(mails: readonly WrittenMail[], extra: readonly Example[]): HeldOut[] {
  const authors = [...new Set(mails.map(({ author }) => author))].sort();
  const found: HeldOut[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const held = new Set(authors.filter((_, index) => index % FOLDS === fold));
    const model = readModel(
      modelFile(train([...mails.filter(({ author }) => !held.has(author)), ...extra], priorRows(PRIOR)), 1),
    );
    for (const mail of mails.filter(({ author }) => held.has(author))) {
      const { kind, confidence, scores } = score(mail.features, mail.sentences, model);
      found.push({ mail, kind, confidence, right: mail.kinds.includes(kind), scores });
    }
  }
  return found;
}

/**
 * By how much to divide the weights so that confidence means what it says: the value at which the right kinds of mails held
 * out surprise least.
 */
function temperatureOf(read: readonly HeldOut[]): number {
  let best = 1;
  let least = Infinity;
  for (let step = 0; step <= 40; step += 1) {
    const temperature = 0.6 + step * 0.05;
    const surprise = read.reduce((sum, each) => sum - Math.log(rightShare(each, temperature)), 0);
    if (surprise < least) {
      least = surprise;
      best = temperature;
    }
  }
  return best;
}

function rightShare({ mail, scores }: HeldOut, temperature: number): number {
  let right = 1e-12;
  let total = 0;
  const most = Math.max(...scores);
  WORD_KINDS.forEach((kind, at) => {
    const share = Math.exp(((scores[at] as number) - most) / temperature);
    total += share;
    right += mail.kinds.includes(kind) ? share : 0;
  });
  return right / total;
}

function calibrated(read: HeldOut, temperature: number): HeldOut {
  const most = Math.max(...read.scores);
  const total = read.scores.reduce((sum, each) => sum + Math.exp((each - most) / temperature), 0);
  return { ...read, confidence: 1 / total };
}

function report(name: string, read: readonly HeldOut[]): void {
  const right = read.filter((each) => each.right).length;
  const f1s: number[] = [];
  console.log(`\n${name}`);
  for (const kind of WORD_KINDS) {
    const of = read.filter((each) => (each.right ? each.kind === kind : each.mail.label === kind));
    const said = read.filter((each) => each.kind === kind);
    const hits = said.filter((each) => each.right).length;
    const precision = hits / Math.max(1, said.length);
    const recall = hits / Math.max(1, of.length);
    f1s.push(hits === 0 ? 0 : (2 * precision * recall) / (precision + recall));
    console.log(`${kind.padEnd(16)} precision ${precision.toFixed(2)} recall ${recall.toFixed(2)} of ${of.length}`);
  }
  const macroF1 = f1s.reduce((sum, each) => sum + each, 0) / f1s.length;
  console.log(`${read.length} mails, right ${(right / read.length).toFixed(3)}, macro F1 ${macroF1.toFixed(3)}`);
  for (const action of ['signal', 'review', 'ignore'] as const) {
    const of = read.filter((each) => actionOf(each) === action);
    const rightly = of.filter((each) => each.right).length;
    console.log(
      `${action.padEnd(8)} ${((of.length / read.length) * 100).toFixed(1).padStart(5)} %  right ${rightly} of ${of.length}`,
    );
  }
}

function actionOf({ mail, kind, confidence }: HeldOut): ReturnType<typeof actionFor> {
  const { features } = mail;
  return actionFor(
    { kind, confidence, dates: {}, doNotWrite: features.has('noMail'), noCalls: features.has('noCalls') },
    features,
  );
}

/** From which confidence mails read as a kind are right, with and without a statement of the thing itself. */
function reportThresholds(read: readonly HeldOut[]): void {
  console.log('\nkind             says it  mails   wrong at confidence');
  for (const kind of WORD_KINDS) {
    for (const says of [true, false]) {
      const of = read.filter((each) => each.kind === kind && saysItself(kind, each.mail.features) === says);
      const wrong = of.filter((each) => !each.right).sort((a, b) => b.confidence - a.confidence);
      const list = wrong.slice(0, 8).map(({ confidence }) => {
        return `${confidence.toFixed(3)} (${of.filter((each) => each.confidence > confidence).length})`;
      });
      console.log(`${kind.padEnd(16)} ${says ? 'yes' : 'no '} ${String(of.length).padStart(8)}   ${list.join(' ')}`);
    }
  }
}

function reportErrors(read: readonly HeldOut[]): void {
  const wrong = read.filter((each) => !each.right).sort((a, b) => b.confidence - a.confidence);
  for (const each of wrong) {
    const { mail, kind, confidence } = each;
    console.log(`${mail.name} is ${mail.label}, read as ${kind} ${confidence.toFixed(3)} ${actionOf(each)}`);
  }
}

async function main(args: readonly string[]): Promise<void> {
  const corpus = await corpusMails('dev');
  const mails = trainingMails();
  const extra = sentenceExamples();
  const raw = crossValidate([...corpus, ...mails], extra);
  const temperature = temperatureOf(raw);
  const read = raw.map((each) => calibrated(each, temperature));
  const ofCorpus = new Set(corpus.map(({ author }) => author));
  report(
    'development split of the corpus, authors held out',
    read.filter(({ mail }) => ofCorpus.has(mail.author)),
  );
  report(
    'training mails, authors held out',
    read.filter(({ mail }) => !ofCorpus.has(mail.author)),
  );
  console.log(`\ntemperature ${temperature.toFixed(2)}`);
  reportThresholds(read);
  if (args.includes('--errors')) {
    reportErrors(read);
  }
  if (!args.includes('--check')) {
    write(train([...corpus, ...mails, ...extra], priorRows(PRIOR)), temperature);
  }
}

function write(trained: Trained, temperature: number): void {
  const file = modelFile(trained, temperature);
  writeFileSync(join(__dirname, '..', 'mail', 'classify', 'weights.json'), `${JSON.stringify(file, null, 2)}\n`);
  const count = (of: Record<string, string>) => Object.keys(of).length;
  console.log(`written: ${count(file.frames)} features, ${count(file.words)} words, ${count(file.pieces)} pieces`);
}

if (process.argv[1]?.endsWith('train-classifier.ts')) {
  void main(process.argv.slice(2));
}
