import type { Features } from './features';
import type { Model, StemWeights } from './model';
import { WORD_KINDS, type WordKind } from './prior';
import type { Sentence } from './sentences';
import { isNumber, wordCount, wordScale } from './stems';

export interface Scored {
  kind: WordKind;
  /** The share of belief that falls to `kind`. */
  confidence: number;
  /** What was added up for each kind, in the order of `WORD_KINDS`. */
  scores: Float64Array;
  /** The features that spoke for `kind`, the weightiest first. */
  because: string[];
}

/** A feature that weighs less is not shown as evidence. */
const LEAST_TELLING = 0.4;

/** Adds up what the features and the words say for each kind and turns it into shares of belief. */
export function score(features: Features, sentences: readonly Sentence[], model: Model): Scored {
  const scores = new Float64Array(WORD_KINDS.length);
  add(scores, model.frames.get('bias'), 1);
  for (const name of features.keys()) {
    add(scores, model.frames.get(name), 1);
  }
  addWords(scores, sentences, model);
  let best = 0;
  for (let kind = 1; kind < scores.length; kind += 1) {
    if (at(scores, kind) > at(scores, best)) {
      best = kind;
    }
  }
  let total = 0;
  for (let kind = 0; kind < scores.length; kind += 1) {
    total += Math.exp(at(scores, kind) - at(scores, best));
  }
  return {
    kind: WORD_KINDS[best] as WordKind,
    confidence: 1 / total,
    scores,
    because: telling(features, model, best),
  };
}

function addWords(scores: Float64Array, sentences: readonly Sentence[], model: Model): void {
  const scale = wordScale(wordCount(sentences));
  const text = model.nextText();
  for (const { words } of sentences) {
    let previous: StemWeights | undefined;
    for (let each = 0; each < words.length; each += 1) {
      const word = model.word(words[each] as string);
      const { stem } = word;
      if (stem !== undefined) {
        if (word.alone && stem.seenIn !== text) {
          stem.seenIn = text;
          add(scores, stem.alone, scale);
        }
        const pair = previous === undefined ? undefined : stem.after.get(previous);
        if (pair !== undefined && pair.seenIn !== text) {
          pair.seenIn = text;
          add(scores, pair.row, scale);
        }
      }
      if (word.seenIn !== text) {
        word.seenIn = text;
        add(scores, word.pieces, scale);
      }
      previous = stem;
    }
  }
}

/** The words that spoke most for `kind`, as written, the weightiest first, a number only beside a word: for mails that make no plain statement. */
export function tellingWords(kind: WordKind, sentences: readonly Sentence[], model: Model, most: number): string[] {
  const column = WORD_KINDS.indexOf(kind);
  const found = new Map<string, number>();
  for (const { words, source, starts, ends } of sentences) {
    let previous: StemWeights | undefined;
    for (let each = 0; each < words.length; each += 1) {
      const word = words[each] as string;
      const { stem, alone, pieces } = model.word(word);
      const own = (alone ? (stem?.alone?.[column] ?? 0) : 0) + (pieces?.[column] ?? 0);
      const both = own + ((previous && stem?.after.get(previous)?.row[column]) ?? 0);
      const told = !isNumber(word) || (each > 0 && !isNumber(words[each - 1] as string));
      if (both > own && both > LEAST_TELLING && told) {
        found.set(source.slice(starts[each - 1], ends[each]), both);
      } else if (own > LEAST_TELLING && !isNumber(word)) {
        found.set(source.slice(starts[each], ends[each]), own);
      }
      previous = stem;
    }
  }
  return [...found]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([words]) => words.replace(/\s+/g, ' '));
}

function telling(features: Features, model: Model, kind: number): string[] {
  const weighty: [number, string][] = [];
  for (const name of features.keys()) {
    const row = model.frames.get(name);
    if (row !== undefined && at(row, kind) > LEAST_TELLING) {
      weighty.push([at(row, kind), name]);
    }
  }
  return weighty.sort((a, b) => b[0] - a[0]).map(([, name]) => name);
}

function add(scores: Float64Array, row: Float64Array | null | undefined, scale: number): void {
  if (row) {
    for (let kind = 0; kind < scores.length; kind += 1) {
      scores[kind] = at(scores, kind) + at(row, kind) * scale;
    }
  }
}

function at(row: Float64Array, kind: number): number {
  return row[kind] as number;
}
