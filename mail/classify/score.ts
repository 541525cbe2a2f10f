import type { Features } from './features';
import type { Cell, Model, StemWeights } from './model';
import { forward, type Pass, slopeOf } from './network';
import { WORD_KINDS, type WordKind } from './prior';
import type { Sentence } from './sentences';
import { isNumber, wordCount, wordScale } from './stems';

export interface Scored {
  kind: WordKind;
  /** The share of belief that falls to `kind`. */
  confidence: number;
  /** What was added up for each kind, in the order of `WORD_KINDS`. */
  scores: Float64Array;
  /** What each number of a row counts for `kind`: its own number once, its places by the networks' slope where the mail stood. */
  direction: Float64Array;
  /** The features that spoke for `kind`, the weightiest first. */
  because: string[];
}

/** A feature that weighs less is not shown as evidence. */
const LEAST_TELLING = 0.3;

/** Adds up what the features and the words say for each kind, and what the networks make of them together; answers shares of belief. */
export function score(features: Features, sentences: readonly Sentence[], model: Model): Scored {
  const { rows, sums } = model;
  sums.fill(0);
  for (const name of ['bias', ...features.keys()]) {
    const cell = model.frames.get(name);
    if (cell !== undefined) {
      rows.addTo(sums, cell.row, 1);
    }
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
  const direction = directionOf(best, passes, model);
  return {
    kind: WORD_KINDS[best] as WordKind,
    confidence: 1 / total,
    scores,
    direction,
    because: telling(features, model, direction),
  };
}

/** What each network makes of the place that the mail has come to in its space. */
function read(sums: Float64Array, { networks, passes }: Model): readonly Pass[] {
  let from = WORD_KINDS.length;
  networks.forEach((layers, each) => {
    const pass = passes[each] as Pass;
    pass.place.set(sums.subarray(from, from + pass.place.length));
    from += pass.place.length;
    forward(layers, pass);
  });
  return passes;
}

function directionOf(kind: number, passes: readonly Pass[], { networks, rows }: Model): Float64Array {
  const direction = new Float64Array(rows.width);
  direction[kind] = 1;
  let from = WORD_KINDS.length;
  networks.forEach((layers, each) => {
    direction.set(slopeOf(layers, passes[each] as Pass, kind), from);
    from += layers.first.length;
  });
  return direction;
}

function addWords(sums: Float64Array, sentences: readonly Sentence[], model: Model): void {
  const { rows, ofPieces } = model;
  const scale = wordScale(wordCount(sentences));
  const text = model.nextText();
  for (const { words } of sentences) {
    let previous: StemWeights | undefined;
    for (let each = 0; each < words.length; each += 1) {
      const word = model.word(words[each] as string);
      const { stem } = word;
      if (stem !== undefined) {
        if (word.alone && stem.seenIn !== text && stem.alone !== null) {
          stem.seenIn = text;
          rows.addTo(sums, stem.alone.row, scale);
        }
        const pair = previous === undefined ? undefined : stem.after.get(previous);
        if (pair !== undefined && pair.seenIn !== text) {
          pair.seenIn = text;
          rows.addTo(sums, pair.cell.row, scale);
        }
      }
      if (word.pieces >= 0 && word.seenIn !== text) {
        word.seenIn = text;
        ofPieces.addTo(sums, word.pieces, scale);
      }
      previous = stem;
    }
  }
}

/** The words that spoke most for `kind`, as written, the weightiest first, a number only beside a word: for mails that make no plain statement. */
export function tellingWords(
  { direction }: Scored,
  sentences: readonly Sentence[],
  model: Model,
  most: number,
): string[] {
  const { rows, ofPieces } = model;
  const says = (cell: Cell | null | undefined) => (cell ? rows.along(direction, cell.row) : 0);
  const found = new Map<string, number>();
  for (const { words, source, starts, ends } of sentences) {
    let previous: StemWeights | undefined;
    for (let each = 0; each < words.length; each += 1) {
      const word = words[each] as string;
      const { stem, alone, pieces } = model.word(word);
      const own = (alone ? says(stem?.alone) : 0) + (pieces < 0 ? 0 : ofPieces.along(direction, pieces));
      const both = own + says(previous && stem?.after.get(previous)?.cell);
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

function telling(features: Features, model: Model, direction: Float64Array): string[] {
  const weighty: [number, string][] = [];
  for (const name of features.keys()) {
    const cell = model.frames.get(name);
    const says = cell === undefined ? 0 : model.rows.along(direction, cell.row);
    if (says > LEAST_TELLING) {
      weighty.push([says, name]);
    }
  }
  return weighty.sort((a, b) => b[0] - a[0]).map(([, name]) => name);
}

function at(row: Float64Array, each: number): number {
  return row[each] as number;
}
