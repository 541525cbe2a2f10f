import { WORD_KINDS, type Weights } from './prior';

/** Weights as committed: for each feature the hundredths for each kind, in the order of `kinds`, separated by spaces. */
export interface ModelFile {
  kinds: readonly string[];
  frames: Record<string, string>;
  words: Record<string, string>;
}

export interface Model {
  frames: Map<string, Float64Array>;
  words: Map<string, Float64Array>;
}

export function readModel(file: ModelFile): Model {
  return { frames: rows(file.frames), words: rows(file.words) };
}

function rows(written: Record<string, string>): Map<string, Float64Array> {
  return new Map(Object.entries(written).map(([name, row]) => [name, Float64Array.from(row.split(' '), (each) => Number(each) / 100)]));
}

export function writeModel(model: Model): ModelFile {
  const write = (from: Map<string, Float64Array>, least: number) =>
    Object.fromEntries(
      [...from]
        .filter(([, row]) => row.some((each) => Math.abs(each) >= least))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, row]) => [name, Array.from(row, (each) => Math.round(each * 100)).join(' ')]),
    );
  return { kinds: WORD_KINDS, frames: write(model.frames, 0.01), words: write(model.words, 0.08) };
}

/** The weights before training. */
export function modelOf(prior: Weights): Model {
  const frames = new Map(Object.entries(prior).map(([name, row]) => [name, Float64Array.from(WORD_KINDS, (kind) => row[kind] ?? 0)]));
  return { frames, words: new Map() };
}
