/**
 * How well mails are read: `npm run eval:mail FOLDER [-- --json] [--split test] [--persona PREFIX] [--known]`. The folder has a
 * `labels.jsonl` with a line per mail: `{ "file", "label", "alt_labels"?, "language"?, "split"?, "dates"? }`. A label in
 * `alt_labels` counts as right. With `--known` each answer comes from whom correlation knows, as an interview's mails do: from
 * the referee, or from a person of the organisation; `other` comes from strangers. Prints the confusion matrix, precision, recall and F1 per class and language, and what acts, asks, is ignored.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ClassifyContext, classify } from '../mail/classify';
import { parseMail } from '../mail/parse';
import type { Classification, MailKind } from '../mail/types';

export interface LabelledMail {
  file: string;
  label: string;
  alt_labels?: string[];
  language?: string;
  split?: string;
  persona?: string;
  dates?: Partial<Record<'promisedDate' | 'absentUntil' | 'interviewAt' | 'answerBy', string>>;
}

export interface ReadMail {
  labelled: LabelledMail;
  kind: MailKind;
  action: Classification['action'];
  confidence: number;
  dates: Classification['dates'];
}

export interface ClassFigures {
  count: number;
  precision: number;
  recall: number;
  f1: number;
}

export interface Evaluation {
  mails: number;
  right: number;
  accuracy: number;
  macroF1: number;
  classes: Record<string, ClassFigures>;
  languages: Record<string, { count: number; accuracy: number; macroF1: number }>;
  /** Rows: what the mail is; columns: what it was read as. */
  confusion: Record<string, Record<string, number>>;
  actions: Record<Classification['action'], { count: number; share: number; right: number; precision: number }>;
  dates: { named: number; found: number; certain: number; certainRight: number };
}

export interface ReadOptions {
  split?: string | undefined;
  /** Only personas that begin so. */
  persona?: string | undefined;
  /** Senders are known, as where correlation has found them. */
  known?: boolean;
}

/** Whom correlation would name as the sender of a mail. */
function senderOf({ label }: LabelledMail): ClassifyContext['sender'] {
  if (label === 'referee_reply') return 'referee';
  return label === 'other' || label === 'bounce' ? undefined : 'organisation';
}

export async function readFolder(folder: string, { split, persona, known }: ReadOptions = {}): Promise<ReadMail[]> {
  const found: ReadMail[] = [];
  for (const line of readFileSync(join(folder, 'labels.jsonl'), 'utf8').split('\n')) {
    if (line.trim() === '') {
      continue;
    }
    const labelled = JSON.parse(line) as LabelledMail;
    if (split !== undefined && labelled.split !== split) {
      continue;
    }
    if (persona !== undefined && !labelled.persona?.startsWith(persona)) {
      continue;
    }
    const sender = known ? senderOf(labelled) : undefined;
    const mail = await parseMail(readFileSync(join(folder, labelled.file)));
    const { kind, action, confidence, dates } = classify(mail, { ...(sender && { sender }) });
    found.push({ labelled, kind, action, confidence, dates });
  }
  return found;
}

/** The label by which a mail counts: the one read, if it is defensible, else its own. */
function countedAs({ labelled, kind }: ReadMail): string {
  return isRight({ labelled, kind }) ? kind : labelled.label;
}

export function isRight({ labelled, kind }: Pick<ReadMail, 'labelled' | 'kind'>): boolean {
  return labelled.label === kind || (labelled.alt_labels ?? []).includes(kind);
}

export function evaluate(mails: readonly ReadMail[]): Evaluation {
  const right = mails.filter(isRight).length;
  const classes = classFigures(mails);
  return {
    mails: mails.length,
    right,
    accuracy: share(right, mails.length),
    macroF1: macroF1(classes),
    classes,
    languages: Object.fromEntries(
      groupBy(mails, ({ labelled }) => labelled.language ?? 'unknown').map(([language, of]) => [
        language,
        { count: of.length, accuracy: share(of.filter(isRight).length, of.length), macroF1: macroF1(classFigures(of)) },
      ]),
    ),
    confusion: Object.fromEntries(
      groupBy(mails, countedAs).map(([label, of]) => [
        label,
        Object.fromEntries(groupBy(of, ({ kind }) => kind).map(([kind, read]) => [kind, read.length])),
      ]),
    ),
    actions: {
      signal: actionFigures(mails, 'signal'),
      review: actionFigures(mails, 'review'),
      ignore: actionFigures(mails, 'ignore'),
    },
    dates: dateFigures(mails),
  };
}

function classFigures(mails: readonly ReadMail[]): Record<string, ClassFigures> {
  const labels = [...new Set(mails.flatMap((mail) => [countedAs(mail), mail.kind]))].sort();
  return Object.fromEntries(
    labels.map((label) => {
      const is = mails.filter((mail) => countedAs(mail) === label);
      const read = mails.filter(({ kind }) => kind === label);
      const hits = read.filter(isRight).length;
      const precision = share(hits, read.length);
      const recall = share(hits, is.length);
      return [
        label,
        {
          count: is.length,
          precision,
          recall,
          f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
        },
      ];
    }),
  );
}

/** Over the classes that occur. */
function macroF1(classes: Record<string, ClassFigures>): number {
  const occurring = Object.values(classes).filter(({ count }) => count > 0);
  return share(
    occurring.reduce((sum, { f1 }) => sum + f1, 0),
    occurring.length,
  );
}

function actionFigures(mails: readonly ReadMail[], action: Classification['action']): Evaluation['actions']['signal'] {
  const of = mails.filter((mail) => mail.action === action);
  const right = of.filter(isRight).length;
  return { count: of.length, share: share(of.length, mails.length), right, precision: share(right, of.length) };
}

function dateFigures(mails: readonly ReadMail[]): Evaluation['dates'] {
  const figures = { named: 0, found: 0, certain: 0, certainRight: 0 };
  for (const { labelled, dates } of mails) {
    for (const [name, wanted] of Object.entries(labelled.dates ?? {}) as [keyof Classification['dates'], string][]) {
      const read = dates[name];
      const same =
        read !== undefined &&
        (read.value === wanted || (wanted.includes('T') && Date.parse(read.value) === Date.parse(wanted)));
      figures.named += 1;
      figures.found += same ? 1 : 0;
      figures.certain += read?.certain === true ? 1 : 0;
      figures.certainRight += read?.certain === true && same ? 1 : 0;
    }
  }
  return figures;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

export function printed(evaluation: Evaluation): string {
  const lines: string[] = [];
  const { classes, languages, confusion, actions, dates } = evaluation;
  const labels = Object.keys(classes);
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`.padStart(8);
  lines.push('', `what it is \\ read as${labels.map((label) => label.slice(0, 7).padStart(8)).join('')}`);
  for (const label of labels) {
    lines.push(label.padEnd(20) + labels.map((read) => String(confusion[label]?.[read] ?? '.').padStart(8)).join(''));
  }
  lines.push('', 'class               count precision  recall      F1');
  for (const [label, { count, precision, recall, f1 }] of Object.entries(classes)) {
    lines.push(
      `${label.padEnd(20)}${String(count).padStart(5)} ${percent(precision)} ${percent(recall)} ${percent(f1)}`,
    );
  }
  lines.push('', 'language count   right      F1');
  for (const [language, { count, accuracy, macroF1: f1 }] of Object.entries(languages)) {
    lines.push(`${language.padEnd(8)} ${String(count).padStart(5)} ${percent(accuracy)} ${percent(f1)}`);
  }
  lines.push(
    '',
    `${evaluation.mails} mails, right ${percent(evaluation.accuracy).trim()}, macro F1 ${evaluation.macroF1.toFixed(3)}`,
  );
  const says: Record<Classification['action'], string> = {
    signal: 'acts by itself',
    review: 'asks a person',
    ignore: 'is ignored',
  };
  for (const action of ['signal', 'review', 'ignore'] as const) {
    const { count, share: part, precision } = actions[action];
    lines.push(
      `${says[action].padEnd(15)} ${String(count).padStart(5)} ${percent(part)}   of these right ${percent(precision).trim()}`,
    );
  }
  if (dates.named > 0) {
    lines.push(
      `dates: ${dates.found} of ${dates.named} read right; of ${dates.certain} taken as certain ${dates.certainRight} are`,
    );
  }
  return lines.join('\n');
}

async function main(args: string[]): Promise<number> {
  const optionOf = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const split = optionOf('--split');
  const persona = optionOf('--persona');
  const folder = args.find((arg) => !arg.startsWith('--') && arg !== split && arg !== persona);
  if (folder === undefined) {
    console.error('eval:mail needs a folder with labels.jsonl');
    return 2;
  }
  const mails = await readFolder(folder, { split, persona, known: args.includes('--known') });
  const evaluation = evaluate(mails);
  console.log(args.includes('--json') ? JSON.stringify(evaluation, null, 2) : printed(evaluation));
  if (args.includes('--errors')) {
    for (const mail of mails.filter((each) => !isRight(each))) {
      console.log(
        `${mail.labelled.file}: is ${mail.labelled.label}, read as ${mail.kind} (${mail.confidence}, ${mail.action})`,
      );
    }
  }
  return 0;
}

if (process.argv[1]?.endsWith('eval-mail.ts')) {
  main(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      console.error(error);
      process.exitCode = 2;
    },
  );
}
