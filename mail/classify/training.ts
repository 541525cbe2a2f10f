/**
 * Three readers of the same features, whose scores are added up: multinomial logistic regression, where frame weights start from
 * a share of the judged prior and are held near it, word weights start from nothing and are held near nothing; and two networks of
 * network-training.ts, each from its own lots: what they are wrong in differs. The same mails give the same weights.
 */
import { descend } from './descent';
import type { Features } from './features';
import type { FeatureRow } from './model';
import type { Layers } from './network';
import { NETWORK, type NetworkOptions, type Row, trainNetwork } from './network-training';
import { OF_THE_HEADER, WORD_KINDS, type WordKind } from './prior';
import type { Sentence } from './sentences';
import { PIECE_SHARE, piecesOf, stemsOf, wordCount, wordScale } from './stems';

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
  /** How much of the judged prior frame weights start from; those of the header start from all of it. */
  priorShare: number;
  /** How firmly weights are held to where they start: frames, frames of the header, words. */
  holdFrames: number;
  holdHeader: number;
  holdWords: number;
  /** Stems and pieces of words must stand in this many examples. */
  leastSeen: number;
  leastPieces: number;
}

/** Chosen by cross-validation (scripts/train-classifier.ts --check). */
export const TRAINING: TrainingOptions = {
  rounds: 120,
  priorShare: 0.3,
  holdFrames: 1.5,
  holdHeader: 3,
  holdWords: 0.06,
  leastSeen: 2,
  leastPieces: 5,
};

/** For each feature what it weighs for each kind, and then its places in the networks' spaces. */
export interface Trained {
  frames: Map<string, FeatureRow>;
  words: Map<string, FeatureRow>;
  pieces: Map<string, FeatureRow>;
  networks: Layers[];
}

const NETWORKS = 2;
/** How much each network counts; features of the header, of which they have seen few, count by their judged weights in full. */
const NETWORK_SHARE = 0.35;
const SUMS_SHARE = 1 - NETWORKS * NETWORK_SHARE;

const KINDS = WORD_KINDS.length;

export function train(
  examples: readonly Example[],
  prior: ReadonlyMap<string, Float64Array>,
  options: TrainingOptions = TRAINING,
  networkOptions: NetworkOptions = NETWORK,
): Trained {
  const columns = new Columns();
  for (const name of prior.keys()) {
    columns.of(`f:${name}`);
  }
  const rows = rowsOf(examples, columns, options);
  const start = new Float64Array(columns.names.length * KINDS);
  const hold = new Float64Array(columns.names.length);
  columns.names.forEach((name, column) => {
    if (name.startsWith('f:')) {
      const header = OF_THE_HEADER.has(name.slice(2));
      const share = header ? 1 : options.priorShare;
      hold[column] = header ? options.holdHeader : options.holdFrames;
      start.set(prior.get(name.slice(2))?.map((each) => each * share) ?? [], column * KINDS);
    } else {
      hold[column] = options.holdWords;
    }
  });
  const weights = descend(start, (at, gradient) => loss(rows, at, gradient, start, hold), options.rounds);
  const ofHeader = columns.names.map((name) => OF_THE_HEADER.has(name.slice(2)) && name.startsWith('f:'));
  const learnt = ofHeader.map((header) => !header);
  const trained = Array.from({ length: NETWORKS }, (_, each) =>
    trainNetwork(rows, learnt, { ...networkOptions, seed: networkOptions.seed + each }),
  );
  const model: Trained = {
    frames: new Map(),
    words: new Map(),
    pieces: new Map(),
    networks: trained.map(({ layers }) => shared(layers)),
  };
  const parts = { f: model.frames, w: model.words, p: model.pieces };
  const { width } = networkOptions;
  columns.names.forEach((name, column) => {
    const share = ofHeader[column] === true ? 1 : SUMS_SHARE;
    const row = new Float32Array(KINDS + NETWORKS * width);
    row.set(weights.subarray(column * KINDS, (column + 1) * KINDS).map((each) => each * share));
    trained.forEach(({ places }, each) => {
      row.set(places.subarray(column * width, (column + 1) * width), KINDS + each * width);
    });
    parts[name[0] as keyof typeof parts].set(name.slice(2), row);
  });
  return model;
}

function shared(layers: Layers): Layers {
  const counted = (part: Float32Array) => part.map((each) => each * NETWORK_SHARE);
  return { ...layers, toKinds: counted(layers.toKinds), kinds: counted(layers.kinds) };
}

/** Numbers the features: `f:` a frame, `w:` a stem or two, `p:` a piece of a word. */
class Columns {
  readonly names: string[] = [];
  private readonly index = new Map<string, number>();

  of(name: string): number {
    let known = this.index.get(name);
    if (known === undefined) {
      known = this.names.length;
      this.index.set(name, known);
      this.names.push(name);
    }
    return known;
  }
}

function rowsOf(examples: readonly Example[], columns: Columns, options: TrainingOptions): Row[] {
  const stemsOfAll = examples.map(({ sentences }) => stemsOf(sentences));
  const piecesOfAll = examples.map(({ sentences }) => piecesIn(sentences));
  const stemsSeen = seenIn(stemsOfAll);
  const piecesSeen = seenIn(piecesOfAll.map((pieces) => pieces.keys()));
  return examples.map(({ features, sentences, kinds, weight }, each) => {
    const found = [columns.of('f:bias'), ...[...features.keys()].map((name) => columns.of(`f:${name}`))];
    const values = found.map(() => 1);
    const scale = wordScale(wordCount(sentences));
    for (const stem of stemsOfAll[each] ?? []) {
      if ((stemsSeen.get(stem) ?? 0) >= options.leastSeen) {
        found.push(columns.of(`w:${stem}`));
        values.push(scale);
      }
    }
    for (const [piece, times] of piecesOfAll[each] ?? []) {
      if ((piecesSeen.get(piece) ?? 0) >= options.leastPieces) {
        found.push(columns.of(`p:${piece}`));
        values.push(scale * PIECE_SHARE * times);
      }
    }
    const right = Uint8Array.from(WORD_KINDS, (kind) => (kinds.includes(kind) ? 1 : 0));
    return { columns: Int32Array.from(found), values: Float64Array.from(values), right, weight };
  });
}

/** The pieces of all different words of a text, with how many words have them. */
function piecesIn(sentences: readonly Sentence[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const word of new Set(sentences.flatMap(({ words }) => words))) {
    for (const piece of piecesOf(word)) {
      found.set(piece, (found.get(piece) ?? 0) + 1);
    }
  }
  return found;
}

function seenIn(all: readonly Iterable<string>[]): Map<string, number> {
  const seen = new Map<string, number>();
  for (const names of all) {
    for (const name of names) {
      seen.set(name, (seen.get(name) ?? 0) + 1);
    }
  }
  return seen;
}

/** How much the right kinds surprise, and how far the weights have moved; its slope is left in `gradient`. */
function loss(
  rows: readonly Row[],
  weights: Float64Array,
  gradient: Float64Array,
  start: Float64Array,
  hold: Float64Array,
): number {
  let total = 0;
  for (let at = 0; at < weights.length; at += 1) {
    const firmness = hold[(at / KINDS) | 0] as number;
    const away = (weights[at] as number) - (start[at] as number);
    gradient[at] = firmness * away;
    total += 0.5 * firmness * away * away;
  }
  const shares = new Float64Array(KINDS);
  const errors = new Float64Array(KINDS);
  for (const { columns, values, right, weight } of rows) {
    sharesOf(columns, values, weights, shares);
    let rightShare = 1e-300;
    for (let kind = 0; kind < KINDS; kind += 1) {
      rightShare += (right[kind] as number) * (shares[kind] as number);
    }
    total -= weight * Math.log(rightShare);
    for (let kind = 0; kind < KINDS; kind += 1) {
      const share = shares[kind] as number;
      errors[kind] = weight * (share - ((right[kind] as number) * share) / rightShare);
    }
    for (let each = 0; each < columns.length; each += 1) {
      const base = (columns[each] as number) * KINDS;
      const value = values[each] as number;
      for (let kind = 0; kind < KINDS; kind += 1) {
        gradient[base + kind] = (gradient[base + kind] as number) + (errors[kind] as number) * value;
      }
    }
  }
  return total;
}

function sharesOf(columns: Int32Array, values: Float64Array, weights: Float64Array, shares: Float64Array): void {
  shares.fill(0);
  for (let each = 0; each < columns.length; each += 1) {
    const base = (columns[each] as number) * KINDS;
    const value = values[each] as number;
    for (let kind = 0; kind < KINDS; kind += 1) {
      shares[kind] = (shares[kind] as number) + (weights[base + kind] as number) * value;
    }
  }
  const most = shares.reduce((a, b) => Math.max(a, b), -Infinity);
  let total = 0;
  for (let kind = 0; kind < KINDS; kind += 1) {
    shares[kind] = Math.exp((shares[kind] as number) - most);
    total += shares[kind] as number;
  }
  for (let kind = 0; kind < KINDS; kind += 1) {
    shares[kind] = (shares[kind] as number) / total;
  }
}
