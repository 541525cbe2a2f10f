import { type Weights, WORD_KINDS } from './prior';

/** Weights as committed: for each feature the hundredths for each kind, in the order of `kinds`, separated by spaces. */
export interface ModelFile {
  kinds: readonly string[];
  frames: Record<string, string>;
  words: Record<string, string>;
}

export interface Model {
  frames: Map<string, Float64Array>;
  /** Weights of a stem, and of it after each stem that matters before it. */
  stems: Map<string, StemWeights>;
}

export interface StemWeights {
  /** Number of the stem, for marking it as seen. */
  id: number;
  alone: Float64Array | null;
  after: Map<StemWeights, { id: number; row: Float64Array }>;
}

export function readModel(file: ModelFile): Model {
  const numbers = (row: string) => Float64Array.from(row.split(' '), (each) => Number(each) / 100);
  const frames = new Map(Object.entries(file.frames).map(([name, row]) => [name, numbers(row)]));
  return { frames, stems: stemWeights(Object.entries(file.words).map(([name, row]) => [name, numbers(row)])) };
}

/** A model of trained rows; words as in `stemsOf`. */
export function makeModel(frames: Map<string, Float64Array>, words: Map<string, Float64Array>): Model {
  return { frames, stems: stemWeights(words) };
}

function stemWeights(words: Iterable<[string, Float64Array]>): Map<string, StemWeights> {
  const stems = new Map<string, StemWeights>();
  let ids = 0;
  const known = (stem: string): StemWeights => {
    let found = stems.get(stem);
    if (found === undefined) {
      found = { id: ids, alone: null, after: new Map() };
      ids += 1;
      stems.set(stem, found);
    }
    return found;
  };
  for (const [name, row] of words) {
    const [one, two] = name.split(' ') as [string, string | undefined];
    if (two === undefined) {
      known(one).alone = row;
    } else {
      known(two).after.set(known(one), { id: ids, row });
      ids += 1;
    }
  }
  return stems;
}

/** Less than this for every kind is left out of the file. */
const LEAST_FRAME = 0.01;
const LEAST_WORD = 0.12;

export function modelFile(frames: Map<string, Float64Array>, words: Map<string, Float64Array>): ModelFile {
  const write = (from: Map<string, Float64Array>, least: number) =>
    Object.fromEntries(
      [...from]
        .filter(([, row]) => row.some((each) => Math.abs(each) >= least))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, row]) => [name, Array.from(row, (each) => Math.round(each * 100)).join(' ')]),
    );
  return { kinds: WORD_KINDS, frames: write(frames, LEAST_FRAME), words: write(words, LEAST_WORD) };
}

/** The rows of the judged weights, before training. */
export function priorRows(prior: Weights): Map<string, Float64Array> {
  return new Map(
    Object.entries(prior).map(([name, row]) => [name, Float64Array.from(WORD_KINDS, (kind) => row[kind] ?? 0)]),
  );
}
