/**
 * Trains the weights of mail/classify from mails that were written for it: the development split of test/corpus and the
 * sentences in mail/classify/training. Same input, same weights. Run after changing a lexicon, a frame or the corpus:
 *
 *   tsx scripts/train-classifier.ts            writes mail/classify/weights.json
 *   tsx scripts/train-classifier.ts --check    cross-validates over personas and writes nothing
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBounce } from '../mail/bounce';
import { featuresOf } from '../mail/classify/evidence';
import { makeModel, modelFile, priorRows } from '../mail/classify/model';
import { PRIOR, WORD_KINDS, type WordKind } from '../mail/classify/prior';
import { score } from '../mail/classify/score';
import { type Example, train } from '../mail/classify/training';
import { parseMail } from '../mail/parse';
import type { ParsedMail } from '../mail/types';
import { visibleText } from '../mail/visible-text';

const ROOT = join(__dirname, '..');
const FOLDS = 6;
const PHRASE_WEIGHT = 0.5;
const COMPOSED_WEIGHT = 0.5;

/** Features that a lone sentence has by being one. */
const ABOUT_WHOLE_MAILS = ['short', 'long', 'noJobWords', 'quotedSpeech'];

interface Labelled extends Example {
  persona: string;
  file: string;
  label: string;
}

function isWordKind(kind: string): kind is WordKind {
  return (WORD_KINDS as readonly string[]).includes(kind);
}

export async function corpus(split: string): Promise<Labelled[]> {
  const folder = join(ROOT, 'test', 'corpus');
  const found: Labelled[] = [];
  for (const line of readFileSync(join(folder, 'labels.jsonl'), 'utf8').split('\n')) {
    if (line.trim() === '') {
      continue;
    }
    const row = JSON.parse(line) as {
      file: string;
      label: string;
      alt_labels?: string[];
      persona: string;
      split: string;
    };
    if (row.split !== split) {
      continue;
    }
    const mail = await parseMail(readFileSync(join(folder, row.file)));
    const kinds = [row.label, ...(row.alt_labels ?? [])].filter(isWordKind);
    if (readBounce(mail) === null && kinds.length > 0) {
      const { features, counted } = featuresOf(mail, visibleText(mail));
      found.push({
        features,
        sentences: counted,
        kinds,
        weight: 1,
        persona: row.persona,
        file: row.file,
        label: row.label,
      });
    }
  }
  return found;
}

export function phrases(): Example[] {
  const found: Example[] = [];
  for (const [name, text] of trainingFiles()) {
    if (name.startsWith('parts.')) {
      found.push(...composed(sections(text)));
    } else {
      for (const [kind, sentences] of sections(text)) {
        for (const sentence of sentences) {
          found.push(example(sentence, kind as WordKind, PHRASE_WEIGHT));
        }
      }
    }
  }
  return found;
}

function trainingFiles(): [string, string][] {
  const folder = join(ROOT, 'mail', 'classify', 'training');
  return readdirSync(folder)
    .sort()
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}

function sections(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('# ')) {
      const name = line.slice(2).trim();
      current = found.get(name) ?? [];
      found.set(name, current);
    } else if (line.trim() !== '') {
      current.push(line.trim());
    }
  }
  return found;
}

function example(text: string, kind: WordKind, weight: number): Example {
  const { features, counted } = featuresOf(mailOf(text), text);
  for (const name of ABOUT_WHOLE_MAILS) {
    features.delete(name);
  }
  return { features, sentences: counted, kinds: [kind], weight };
}

/**
 * Whole mails put together from their usual parts, so that greetings, thanks and footers, which stand in mails of every
 * kind, come to mean nothing. Which parts go together is counted off, not drawn.
 */
function composed(parts: Map<string, string[]>): Example[] {
  const found: Example[] = [];
  const take = (name: string, at: number) => {
    const list = parts.get(name) ?? [];
    return list[at % list.length] ?? '';
  };
  for (const [kind, cores] of parts) {
    if (kind === 'news') {
      cores.forEach((core, at) => {
        found.push(
          example(
            [core, take('news', at * 5 + 2), take('news', at * 7 + 3), take('footer', at)].join('\n'),
            'other',
            COMPOSED_WEIGHT,
          ),
        );
        found.push(
          example(
            [take('opening', at), core, take('footer', at + 3), take('footer', at + 5)].join('\n'),
            'other',
            COMPOSED_WEIGHT,
          ),
        );
        found.push(example(core, 'other', COMPOSED_WEIGHT));
      });
    } else if (isWordKind(kind)) {
      cores.forEach((core, at) => {
        for (let variant = 0; variant < 3; variant += 1) {
          const seed = at * 3 + variant;
          const body =
            variant === 0
              ? [core]
              : variant === 1
                ? [core, take(kind, seed * 2 + 1)]
                : [core, take(kind, seed + 1), take(kind, seed * 3 + 2)];
          const text = [
            take('opening', seed),
            take('opening', seed * 3 + 4),
            ...body,
            take('closing', seed),
            ...(variant === 0 ? [] : [take('footer', seed), take('footer', seed * 2 + 5)]),
          ];
          found.push(example(text.join('\n'), kind, COMPOSED_WEIGHT));
        }
      });
    }
  }
  return found;
}

/** A sentence as a mail without header. */
function mailOf(text: string): ParsedMail {
  return {
    messageId: null,
    from: null,
    sender: null,
    replyTo: [],
    to: [],
    cc: [],
    subject: 'Re:',
    date: null,
    inReplyTo: [],
    references: [],
    headers: [],
    text,
    html: null,
    attachments: [],
    calendar: [],
    deliveryStatus: null,
    returned: null,
    problems: [],
  };
}

function check(mails: Labelled[], extra: Example[]): void {
  const personas = [...new Set(mails.map((mail) => mail.persona))].sort();
  const prior = priorRows(PRIOR);
  const judged: { mail: Labelled; kind: string; confidence: number; right: boolean }[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const held = new Set(personas.filter((_, index) => index % FOLDS === fold));
    const { frames, words } = train([...mails.filter((mail) => !held.has(mail.persona)), ...extra], prior);
    const model = makeModel(frames, words);
    for (const mail of mails.filter((each) => held.has(each.persona))) {
      const { kind, confidence } = score(mail.features, mail.sentences, model);
      judged.push({ mail, kind, confidence, right: mail.kinds.includes(kind) });
    }
  }
  report(judged);
}

function report(judged: { mail: Labelled; kind: string; confidence: number; right: boolean }[]): void {
  const right = judged.filter((each) => each.right).length;
  let sum = 0;
  let classes = 0;
  for (const kind of WORD_KINDS) {
    const of = judged.filter((each) => (each.right ? each.kind === kind : each.mail.label === kind));
    const said = judged.filter((each) => each.kind === kind);
    const hits = said.filter((each) => each.right).length;
    const precision = said.length === 0 ? 0 : hits / said.length;
    const recall = of.length === 0 ? 0 : hits / of.length;
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    if (of.length > 0) {
      sum += f1;
      classes += 1;
    }
    console.log(`${kind.padEnd(16)} precision ${precision.toFixed(2)} recall ${recall.toFixed(2)} of ${of.length}`);
  }
  console.log(
    `${judged.length} mails, right ${(right / judged.length).toFixed(3)}, macro F1 ${(sum / classes).toFixed(3)}`,
  );
  for (const least of [0.5, 0.7, 0.8, 0.9, 0.95]) {
    const sure = judged.filter((each) => each.confidence >= least);
    const share = sure.filter((each) => each.right).length / Math.max(1, sure.length);
    console.log(`confidence >= ${least}: ${sure.length} mails, ${(share * 100).toFixed(1)} % right`);
  }
  if (process.argv.includes('--errors')) {
    for (const { mail, kind, confidence } of judged
      .filter((each) => !each.right)
      .sort((a, b) => b.confidence - a.confidence)) {
      console.log(`${mail.file} is ${mail.label}, read as ${kind} ${confidence.toFixed(2)}`);
    }
  }
}

async function main(): Promise<void> {
  const mails = await corpus('dev');
  const extra = phrases();
  if (process.argv.includes('--check')) {
    check(mails, extra);
    return;
  }
  const { frames, words } = train([...mails, ...extra], priorRows(PRIOR));
  const file = join(ROOT, 'mail', 'classify', 'weights.json');
  writeFileSync(file, `${JSON.stringify(modelFile(frames, words), null, 2)}\n`);
  console.log(`${mails.length} mails and ${extra.length} sentences: ${frames.size} features, ${words.size} words`);
}

if (process.argv[1]?.endsWith('train-classifier.ts')) {
  void main();
}
