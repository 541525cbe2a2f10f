import { type Weights, WORD_KINDS } from './prior';
import { countsAlone, PIECE_SHARE, piecesOf, stemOf } from './stems';
import type { Trained } from './training';

/** Weights as committed: for each feature the thousandths for each kind, in the order of `kinds`, separated by spaces. */
export interface ModelFile {
  kinds: readonly string[];
  frames: Record<string, string>;
  words: Record<string, string>;
  pieces: Record<string, string>;
}

/** Number of the text in which it was last seen: it counts once in each. */
interface Seen {
  seenIn: number;
}

/** Weights of a stem, and of it after each stem that matters before it. */
export interface StemWeights extends Seen {
  alone: Float64Array | null;
  after: Map<StemWeights, Seen & { row: Float64Array }>;
}

/** What a word as written weighs. */
export interface WordWeights extends Seen {
  stem: StemWeights | undefined;
  /** Its stem counts by itself, and not only beside its neighbour. */
  alone: boolean;
  /** The weights of its pieces, added up. */
  pieces: Float64Array | null;
}

/** Different words that are kept; then it begins anew. */
const MEMO_LIMIT = 20_000;

export class Model {
  private readonly known = new Map<string, WordWeights>();
  private texts = 0;

  constructor(
    readonly frames: ReadonlyMap<string, Float64Array>,
    private readonly stems: ReadonlyMap<string, StemWeights>,
    private readonly pieces: ReadonlyMap<string, Float64Array>,
  ) {}

  /** The number of a text that is about to be read. */
  nextText(): number {
    this.texts += 1;
    return this.texts;
  }

  word(word: string): WordWeights {
    let found = this.known.get(word);
    if (found === undefined) {
      if (this.known.size >= MEMO_LIMIT) {
        this.known.clear();
      }
      found = {
        seenIn: 0,
        stem: this.stems.get(stemOf(word)),
        alone: countsAlone(word),
        pieces: this.piecesOf(word),
      };
      this.known.set(word, found);
    }
    return found;
  }

  private piecesOf(word: string): Float64Array | null {
    const rows = piecesOf(word).flatMap((piece) => this.pieces.get(piece) ?? []);
    if (rows.length === 0) {
      return null;
    }
    return Float64Array.from(WORD_KINDS, (_, kind) => {
      return rows.reduce((sum, row) => sum + (row[kind] as number), 0) * PIECE_SHARE;
    });
  }
}

export function readModel(file: ModelFile): Model {
  const rows = (of: Record<string, string>) =>
    new Map(
      Object.entries(of).map(([name, row]) => [name, Float64Array.from(row.split(' '), (each) => Number(each) / 1000)]),
    );
  return makeModel({ frames: rows(file.frames), words: rows(file.words), pieces: rows(file.pieces) });
}

/** A model of trained rows; words as in `stemsOf`, pieces as in `piecesOf`. */
export function makeModel({ frames, words, pieces }: Trained): Model {
  return new Model(frames, stemWeights(words), pieces);
}

function stemWeights(words: Iterable<[string, Float64Array]>): Map<string, StemWeights> {
  const stems = new Map<string, StemWeights>();
  const known = (stem: string): StemWeights => {
    let found = stems.get(stem);
    if (found === undefined) {
      found = { seenIn: 0, alone: null, after: new Map() };
      stems.set(stem, found);
    }
    return found;
  };
  for (const [name, row] of words) {
    const [one, two] = name.split(' ') as [string, string | undefined];
    if (two === undefined) {
      known(one).alone = row;
    } else {
      known(two).after.set(known(one), { seenIn: 0, row });
    }
  }
  return stems;
}

/** Less than this for every kind is left out of the file. */
const LEAST = { frame: 0.01, word: 0.06, piece: 0.04 };

/** All weights are divided by `temperature`, so that confidence means what it says. */
export function modelFile({ frames, words, pieces }: Trained, temperature: number): ModelFile {
  const write = (from: Map<string, Float64Array>, least: number) =>
    Object.fromEntries(
      [...from]
        .filter(([, row]) => row.some((each) => Math.abs(each) >= least))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, row]) => [name, Array.from(row, (each) => Math.round((each * 1000) / temperature)).join(' ')]),
    );
  return {
    kinds: WORD_KINDS,
    frames: write(frames, LEAST.frame),
    words: write(words, LEAST.word),
    pieces: write(pieces, LEAST.piece),
  };
}

/** The rows of the judged weights, before training. */
export function priorRows(prior: Weights): Map<string, Float64Array> {
  return new Map(
    Object.entries(prior).map(([name, row]) => [name, Float64Array.from(WORD_KINDS, (kind) => row[kind] ?? 0)]),
  );
}
