import type { Features } from './frames';
import type { Model } from './model';
import { WORD_KINDS, type WordKind } from './prior';
import { stemScale } from './stems';

export interface Scored {
  kind: WordKind;
  /** The share of belief that falls to `kind`. */
  confidence: number;
  runnerUp: WordKind;
  /** The features that spoke for `kind`, the weightiest first. */
  because: string[];
  /** The single words that spoke for `kind`, the weightiest first. */
  words: string[];
}

/** Adds up what the features and the words say for each kind and turns it into shares of belief. */
export function score(features: Features, stems: ReadonlySet<string>, model: Model): Scored {
  const scores = new Float64Array(WORD_KINDS.length);
  add(scores, model.frames.get('bias'), 1);
  for (const name of features.keys()) {
    add(scores, model.frames.get(name), 1);
  }
  const scale = stemScale(stems.size);
  for (const stem of stems) {
    add(scores, model.words.get(stem), scale);
  }
  const order = WORD_KINDS.map((_, index) => index).sort((a, b) => at(scores, b) - at(scores, a));
  const [best, second] = order as [number, number];
  let total = 0;
  for (const each of scores) {
    total += Math.exp(each - at(scores, best));
  }
  const weight = (rows: Map<string, Float64Array>, name: string) => at(rows.get(name) ?? NOTHING, best);
  const telling = (names: Iterable<string>, rows: Map<string, Float64Array>, least: number) =>
    [...names].filter((name) => weight(rows, name) > least).sort((a, b) => weight(rows, b) - weight(rows, a));
  return {
    kind: WORD_KINDS[best] as WordKind,
    runnerUp: WORD_KINDS[second] as WordKind,
    confidence: 1 / total,
    because: telling(features.keys(), model.frames, 0.4),
    words: telling(stems, model.words, 0.3),
  };
}

const NOTHING = new Float64Array(WORD_KINDS.length);

function add(scores: Float64Array, row: Float64Array | undefined, scale: number): void {
  if (row !== undefined) {
    for (let index = 0; index < scores.length; index += 1) {
      scores[index] = at(scores, index) + at(row, index) * scale;
    }
  }
}

function at(row: Float64Array, index: number): number {
  return row[index] as number;
}
