/**
 * Multinomial logistic regression, full batch, no chance in it: the same mails give the same weights. Frame weights start
 * from the judged prior and are held near it; word weights start from nothing and are held near nothing.
 */
import type { Features } from './features';
import { WORD_KINDS, type WordKind } from './prior';
import type { Sentence } from './sentences';
import { stemsOf, wordCount, wordScale } from './stems';

export interface Example {
  features: Features;
  sentences: readonly Sentence[];
  /** One kind, or several that count as right. */
  kinds: readonly WordKind[];
  /** How much this example counts. */
  weight: number;
}

export interface TrainingOptions {
  rounds: number;
  rate: number;
  /** How firmly frame weights are held to the prior, and word weights to zero. */
  holdFrames: number;
  holdWords: number;
  /** Words must stand in this many examples. */
  leastSeen: number;
}

export const TRAINING: TrainingOptions = { rounds: 250, rate: 0.08, holdFrames: 3, holdWords: 1.6, leastSeen: 2 };

export interface Trained {
  frames: Map<string, Float64Array>;
  words: Map<string, Float64Array>;
}

export function train(
  examples: readonly Example[],
  prior: ReadonlyMap<string, Float64Array>,
  options: TrainingOptions = TRAINING,
): Trained {
  const kinds = WORD_KINDS.length;
  const names: string[] = [];
  const index = new Map<string, number>();
  const columnOf = (name: string): number => {
    const known = index.get(name);
    if (known !== undefined) {
      return known;
    }
    index.set(name, names.length);
    names.push(name);
    return names.length - 1;
  };
  const seen = new Map<string, number>();
  const stemsOfAll = examples.map(({ sentences }) => stemsOf(sentences));
  for (const stems of stemsOfAll) {
    for (const stem of stems) {
      seen.set(stem, (seen.get(stem) ?? 0) + 1);
    }
  }
  for (const name of prior.keys()) {
    columnOf(`f:${name}`);
  }
  const rows = examples.map(({ features, sentences, kinds: right, weight }, each) => {
    const columns = [columnOf('f:bias')];
    const values = [1];
    for (const name of features.keys()) {
      columns.push(columnOf(`f:${name}`));
      values.push(1);
    }
    const scale = wordScale(wordCount(sentences));
    for (const stem of stemsOfAll[each] as Set<string>) {
      if ((seen.get(stem) ?? 0) >= options.leastSeen) {
        columns.push(columnOf(`w:${stem}`));
        values.push(scale);
      }
    }
    return { columns, values, right: right.map((kind) => WORD_KINDS.indexOf(kind)), weight };
  });
  const size = names.length * kinds;
  const start = new Float64Array(size);
  const hold = new Float64Array(names.length);
  names.forEach((name, column) => {
    const frame = name.startsWith('f:');
    hold[column] = frame ? options.holdFrames : options.holdWords;
    if (frame) {
      start.set(prior.get(name.slice(2)) ?? new Float64Array(kinds), column * kinds);
    }
  });
  const weights = descend(rows, start, hold, kinds, options);
  const model: Trained = { frames: new Map(), words: new Map() };
  names.forEach((name, column) => {
    const row = weights.slice(column * kinds, (column + 1) * kinds);
    (name.startsWith('f:') ? model.frames : model.words).set(name.slice(2), row);
  });
  return model;
}

interface Row {
  columns: number[];
  values: number[];
  right: number[];
  weight: number;
}

/** Adam with the usual constants, over all examples at once. */
function descend(
  rows: readonly Row[],
  start: Float64Array,
  hold: Float64Array,
  kinds: number,
  options: TrainingOptions,
): Float64Array {
  const weights = Float64Array.from(start);
  const gradient = new Float64Array(weights.length);
  const mean = new Float64Array(weights.length);
  const spread = new Float64Array(weights.length);
  const scores = new Float64Array(kinds);
  for (let round = 1; round <= options.rounds; round += 1) {
    for (let at = 0; at < weights.length; at += 1) {
      gradient[at] = (hold[Math.floor(at / kinds)] as number) * ((weights[at] as number) - (start[at] as number));
    }
    for (const row of rows) {
      shares(row, weights, scores, kinds);
      const rightShare = row.right.reduce((sum, kind) => sum + (scores[kind] as number), 0);
      for (let kind = 0; kind < kinds; kind += 1) {
        const target = row.right.includes(kind) ? (scores[kind] as number) / rightShare : 0;
        const error = ((scores[kind] as number) - target) * row.weight;
        for (let each = 0; each < row.columns.length; each += 1) {
          const at = (row.columns[each] as number) * kinds + kind;
          gradient[at] = (gradient[at] as number) + error * (row.values[each] as number);
        }
      }
    }
    const rate = options.rate * (round < options.rounds * 0.6 ? 1 : 0.25);
    for (let at = 0; at < weights.length; at += 1) {
      const slope = gradient[at] as number;
      const m = 0.9 * (mean[at] as number) + 0.1 * slope;
      const v = 0.999 * (spread[at] as number) + 0.001 * slope * slope;
      mean[at] = m;
      spread[at] = v;
      weights[at] =
        (weights[at] as number) - (rate * (m / (1 - 0.9 ** round))) / (Math.sqrt(v / (1 - 0.999 ** round)) + 1e-8);
    }
  }
  return weights;
}

function shares(row: Row, weights: Float64Array, scores: Float64Array, kinds: number): void {
  scores.fill(0);
  for (let each = 0; each < row.columns.length; each += 1) {
    const base = (row.columns[each] as number) * kinds;
    for (let kind = 0; kind < kinds; kind += 1) {
      scores[kind] = (scores[kind] as number) + (weights[base + kind] as number) * (row.values[each] as number);
    }
  }
  let most = -Infinity;
  for (const each of scores) {
    most = Math.max(most, each);
  }
  let total = 0;
  for (let kind = 0; kind < kinds; kind += 1) {
    scores[kind] = Math.exp((scores[kind] as number) - most);
    total += scores[kind] as number;
  }
  for (let kind = 0; kind < kinds; kind += 1) {
    scores[kind] = (scores[kind] as number) / total;
  }
}
