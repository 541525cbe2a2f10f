import type { Features } from './features';
import type { FeatureRow, Model, StemWeights } from './model';
import { emptyPass, forward, type Pass, slopeOf } from './network';
import { WORD_KINDS, type WordKind } from './prior';
import type { Sentence } from './sentences';
import { isNumber, wordCount, wordScale } from './stems';

export interface Scored {
  kind: WordKind;
  /** The share of belief that falls to `kind`. */
  confidence: number;
  /** What was added up for each kind, in the order of `WORD_KINDS`. */
  scores: Float64Array;
  /** How steeply each dimension of the networks' spaces moved it to `kind`. */
  slope: Float64Array;
  /** The features that spoke for `kind`, the weightiest first. */
  because: string[];
}

/** A feature that weighs less is not shown as evidence. */
const LEAST_TELLING = 0.3;

/** Adds up what the features and the words say for each kind, and what the networks make of them together; answers shares of belief. */
export function score(features: Features, sentences: readonly Sentence[], model: Model): Scored {
  const sums = new Float64Array(model.width);
  add(sums, model.frames.get('bias')?.row, 1);
  for (const name of features.keys()) {
    add(sums, model.frames.get(name)?.row, 1);
  }
  addWords(sums, sentences, model);
  const passes = read(sums, model);
  const scores = sums.slice(0, WORD_KINDS.length);
  for (const { kinds } of passes) {
    for (let kind = 0; kind < scores.length; kind += 1) {
      scores[kind] = at(scores, kind) + at(kinds, kind);
    }
  }
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
  const slope = slopeAt(passes, model, best);
  return {
    kind: WORD_KINDS[best] as WordKind,
    confidence: 1 / total,
    scores,
    slope,
    because: telling(features, model, best, slope),
  };
}

/** What each network makes of the place that the mail has come to in its space. */
function read(sums: Float64Array, { networks }: Model): Pass[] {
  let from = WORD_KINDS.length;
  return networks.map((layers) => {
    const pass = emptyPass(layers);
    pass.place.set(sums.subarray(from, from + pass.place.length));
    from += pass.place.length;
    forward(layers, pass);
    return pass;
  });
}

function slopeAt(passes: readonly Pass[], { networks, width }: Model, kind: number): Float64Array {
  const slope = new Float64Array(width - WORD_KINDS.length);
  let from = 0;
  networks.forEach((layers, each) => {
    slope.set(slopeOf(layers, passes[each] as Pass, kind), from);
    from += layers.first.length;
  });
  return slope;
}

function addWords(sums: Float64Array, sentences: readonly Sentence[], model: Model): void {
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
          add(sums, stem.alone?.row, scale);
        }
        const pair = previous === undefined ? undefined : stem.after.get(previous);
        if (pair !== undefined && pair.seenIn !== text) {
          pair.seenIn = text;
          add(sums, pair.cell.row, scale);
        }
      }
      if (word.seenIn !== text) {
        word.seenIn = text;
        add(sums, word.pieces, scale);
      }
      previous = stem;
    }
  }
}

/** The words that spoke most for `kind`, as written, the weightiest first, a number only beside a word: for mails that make no plain statement. */
export function tellingWords(
  { kind, slope }: Scored,
  sentences: readonly Sentence[],
  model: Model,
  most: number,
): string[] {
  const column = WORD_KINDS.indexOf(kind);
  const says = (row: FeatureRow | null | undefined) => (row ? sayFor(row, column, slope) : 0);
  const found = new Map<string, number>();
  for (const { words, source, starts, ends } of sentences) {
    let previous: StemWeights | undefined;
    for (let each = 0; each < words.length; each += 1) {
      const word = words[each] as string;
      const { stem, alone, pieces } = model.word(word);
      const own = (alone ? says(stem?.alone?.row) : 0) + says(pieces);
      const both = own + says(previous && stem?.after.get(previous)?.cell.row);
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

function telling(features: Features, model: Model, kind: number, slope: Float64Array): string[] {
  const weighty: [number, string][] = [];
  for (const name of features.keys()) {
    const row = model.frames.get(name)?.row;
    const says = row === undefined ? 0 : sayFor(row, kind, slope);
    if (says > LEAST_TELLING) {
      weighty.push([says, name]);
    }
  }
  return weighty.sort((a, b) => b[0] - a[0]).map(([, name]) => name);
}

/** How much a feature spoke for a kind: by itself, and in the network by the slope where it stood. */
function sayFor(row: FeatureRow, kind: number, slope: Float64Array): number {
  let says = at(row, kind);
  for (let each = 0; each < slope.length; each += 1) {
    says += at(slope, each) * at(row, WORD_KINDS.length + each);
  }
  return says;
}

function add(sums: Float64Array, row: FeatureRow | null | undefined, scale: number): void {
  if (row) {
    for (let each = 0; each < sums.length; each += 1) {
      sums[each] = at(sums, each) + at(row, each) * scale;
    }
  }
}

function at(row: Float64Array | FeatureRow, each: number): number {
  return row[each] as number;
}
