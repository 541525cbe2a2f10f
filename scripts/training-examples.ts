/**
 * What the reader of mails is trained on (mail/classify/training and the development split of test/corpus), as examples:
 *
 * - `mails/*.txt`: whole mails, blocks of `=== kind`, `Subject: …`, an empty line, the body;
 * - `<language>.txt`: single sentences under `# kind`;
 * - `parts.<language>.txt`: the usual parts of mails under `# opening`, `# closing`, `# footer`, `# news`, `# kind`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBounce } from '../mail/bounce';
import { featuresOf } from '../mail/classify/evidence';
import { WORD_KINDS, type WordKind } from '../mail/classify/prior';
import type { Example } from '../mail/classify/training';
import { parseMail } from '../mail/parse';
import type { ParsedMail } from '../mail/types';
import { visibleText } from '../mail/visible-text';

const ROOT = join(__dirname, '..');
const TRAINING = join(ROOT, 'mail', 'classify', 'training');
/** The lexicons were written with most of these mails in view, so what they show of them is too good: they count for less. */
const CORPUS_WEIGHT = 0.6;
/** Not with those of the everyday authors. */
const EVERYDAY = 'everyday-';
/** Mails made to mislead are many more than life has of them. */
const MISLEADING_WEIGHT = 0.5;
const SENTENCE_WEIGHT = 0.25;
const COMPOSED_WEIGHT = 0.25;

/** Features that a lone sentence has by being one. */
const ABOUT_WHOLE_MAILS = ['short', 'long', 'noJobWords', 'quotedSpeech'];

/** A whole mail; `author` is who wrote it, as far as that is known: the persona, or the file it stands in. */
export interface WrittenMail extends Example {
  author: string;
  name: string;
  label: WordKind | 'bounce';
}

function isWordKind(kind: string): kind is WordKind {
  return (WORD_KINDS as readonly string[]).includes(kind);
}

/** The mails of one split of the corpus that words decide. */
export async function corpusMails(split: string): Promise<WrittenMail[]> {
  const folder = join(ROOT, 'test', 'corpus');
  const found: WrittenMail[] = [];
  for (const line of readFileSync(join(folder, 'labels.jsonl'), 'utf8').split('\n')) {
    if (line.trim() === '') {
      continue;
    }
    const row = JSON.parse(line) as {
      file: string;
      label: WordKind;
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
      found.push({
        ...example(mail, visibleText(mail), kinds, row.persona.startsWith(EVERYDAY) ? 1 : CORPUS_WEIGHT),
        author: row.persona,
        name: row.file,
        label: row.label,
      });
    }
  }
  return found;
}

/** The whole mails written for training. Throws on a block without a known kind. */
export function trainingMails(): WrittenMail[] {
  const folder = join(TRAINING, 'mails');
  return textFiles(folder).flatMap(([file, text]) =>
    blocks(text).map(({ kind, subject, body }, index) => {
      const name = `${file} ${index + 1}`;
      if (!isWordKind(kind)) {
        throw new Error(`${name}: "${kind}" is no kind`);
      }
      const mail = mailOf(body, subject);
      const weight = isEveryday(file) ? 1 : MISLEADING_WEIGHT;
      return { ...example(mail, visibleText(mail), [kind], weight), author: authorOf(file), name, label: kind };
    }),
  );
}

/** Everyday mails: as companies, systems, agencies and managers send them. */
function isEveryday(file: string): boolean {
  return /-g\d+\.txt$/.test(file);
}

/**
 * `de-d1.txt` tells in German what `en-d1.txt` tells in English: one author. Everyday mails were written afresh in each
 * language, but from the fourth files on, which share their cases.
 */
function authorOf(file: string): string {
  const name = file.replace(/\.txt$/, '');
  return isEveryday(file) && !/-g[4-7]$/.test(name) ? name : name.replace(/^[a-z]{2}-/, '');
}

function blocks(text: string): { kind: string; subject: string; body: string }[] {
  return text
    .split(/^===[ \t]*/m)
    .slice(1)
    .map((block) => {
      const [, kind = '', subject = '', body = ''] =
        /^([^\n]*)\n(?:Subject:[ \t]*([^\n]*)\n)?([\s\S]*)$/.exec(block) ?? [];
      return { kind: kind.trim(), subject: subject.trim(), body: body.trim() };
    });
}

/** The single sentences, and mails composed of parts. */
export function sentenceExamples(): Example[] {
  const found: Example[] = [];
  for (const [name, text] of textFiles(TRAINING)) {
    if (name.startsWith('parts.')) {
      found.push(...composed(sections(text)));
    } else {
      for (const [kind, sentences] of sections(text)) {
        for (const sentence of sentences) {
          found.push(fragment(sentence, kind as WordKind, SENTENCE_WEIGHT));
        }
      }
    }
  }
  return found;
}

function textFiles(folder: string): [string, string][] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => [name, readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')]);
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

function example(mail: ParsedMail, visible: string, kinds: WordKind[], weight: number): Example {
  const { features, counted } = featuresOf(mail, visible);
  return { features, sentences: counted, kinds, weight };
}

/** Something that is no whole mail. */
function fragment(text: string, kind: WordKind, weight: number): Example {
  const found = example(mailOf(text, 'Re:'), text, [kind], weight);
  for (const name of ABOUT_WHOLE_MAILS) {
    found.features.delete(name);
  }
  return found;
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
  const add = (lines: string[], kind: WordKind) => {
    found.push(fragment(lines.join('\n'), kind, COMPOSED_WEIGHT));
  };
  for (const [kind, cores] of parts) {
    if (kind === 'news') {
      cores.forEach((core, at) => {
        add([core, take('news', at * 5 + 2), take('news', at * 7 + 3), take('footer', at)], 'other');
        add([take('opening', at), core, take('footer', at + 3), take('footer', at + 5)], 'other');
        add([core], 'other');
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
          const footers = variant === 0 ? [] : [take('footer', seed), take('footer', seed * 2 + 5)];
          const opening = [take('opening', seed), take('opening', seed * 3 + 4)];
          add([...opening, ...body, take('closing', seed), ...footers], kind);
        }
      });
    }
  }
  return found;
}

/** A text as a mail without header. */
function mailOf(text: string, subject: string): ParsedMail {
  return {
    messageId: null,
    from: null,
    sender: null,
    replyTo: [],
    to: [],
    cc: [],
    subject,
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
