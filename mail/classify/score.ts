import type { Features } from './features';
import type { Model, StemWeights } from './model';
import { WORD_KINDS, type WordKind } from './prior';
import type { Sentence } from './sentences';
import { countsAlone, stemOf, wordCount, wordScale } from './stems';

export interface Scored {
  kind: WordKind;
  /** The share of belief that falls to `kind`. */
  confidence: number;
  runnerUp: WordKind;
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
  let second = -1;
  for (let kind = 1; kind < scores.length; kind += 1) {
    if (at(scores, kind) > at(scores, best)) {
      second = best;
      best = kind;
    } else if (second === -1 || at(scores, kind) > at(scores, second)) {
      second = kind;
    }
  }
  let total = 0;
  for (let kind = 0; kind < scores.length; kind += 1) {
    total += Math.exp(at(scores, kind) - at(scores, best));
  }
  return {
    kind: WORD_KINDS[best] as WordKind,
    runnerUp: WORD_KINDS[second] as WordKind,
    confidence: 1 / total,
    because: telling(features, model, best),
  };
}

function addWords(scores: Float64Array, sentences: readonly Sentence[], model: Model): void {
  const scale = wordScale(wordCount(sentences));
  const seen = new Set<number>();
  for (const { words } of sentences) {
    let previous: StemWeights | undefined;
    for (const word of words) {
      const stem = model.stems.get(stemOf(word));
      if (stem !== undefined) {
        if (stem.alone !== null && !seen.has(stem.id) && countsAlone(word)) {
          seen.add(stem.id);
          add(scores, stem.alone, scale);
        }
        const pair = previous === undefined ? undefined : stem.after.get(previous);
        if (pair !== undefined && !seen.has(pair.id)) {
          seen.add(pair.id);
          add(scores, pair.row, scale);
        }
      }
      previous = stem;
    }
  }
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

function add(scores: Float64Array, row: Float64Array | undefined, scale: number): void {
  if (row !== undefined) {
    for (let kind = 0; kind < scores.length; kind += 1) {
      scores[kind] = at(scores, kind) + at(row, kind) * scale;
    }
  }
}

function at(row: Float64Array, kind: number): number {
  return row[kind] as number;
}
