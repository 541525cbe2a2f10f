import type { Layers } from './network';
import { type Weights, WORD_KINDS } from './prior';
import { countsAlone, PIECE_SHARE, piecesOf, stemOf } from './stems';
import type { Trained } from './training';

/**
 * Weights as committed. For each feature, separated by spaces, twice a length in hundred-thousandths and for each number a sign of
 * `LEVELS` for its share of that length: what it weighs for each kind, in the order of `kinds`; and its places in the networks' spaces.
 */
export interface ModelFile {
  kinds: readonly string[];
  frames: Record<string, string>;
  words: Record<string, string>;
  pieces: Record<string, string>;
  /** The layers above them, in hundred-thousandths. */
  networks: Record<keyof Layers, string>[];
}

const HUNDRED_THOUSAND = 100_000;
/** From minus one to one. */
const LEVELS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const MIDDLE = (LEVELS.length - 1) / 2;
const LEVEL_OF = new Map([...LEVELS].map((sign, level) => [sign, (level - MIDDLE) / MIDDLE]));

/** Number of the text in which it was last seen: it counts once in each. */
interface Seen {
  seenIn: number;
}

/** What a feature weighs for each kind, and then its places in the networks' spaces. */
export type FeatureRow = Float32Array;

/** A row of the file, read when it is first needed: of all words a mail has few. */
export class Cell {
  private known: FeatureRow | null;

  constructor(private readonly written: string | FeatureRow) {
    this.known = typeof written === 'string' ? null : written;
  }

  get row(): FeatureRow {
    this.known ??= readRow(this.written as string);
    return this.known;
  }
}

/** Weights of a stem, and of it after each stem that matters before it. */
export interface StemWeights extends Seen {
  alone: Cell | null;
  after: Map<StemWeights, Seen & { cell: Cell }>;
}

/** What a word as written weighs. */
export interface WordWeights extends Seen {
  stem: StemWeights | undefined;
  /** Its stem counts by itself, and not only beside its neighbour. */
  alone: boolean;
  /** The weights of its pieces, added up. */
  pieces: FeatureRow | null;
}

/** Different words that are kept; then it begins anew. */
const MEMO_LIMIT = 20_000;

export class Model {
  /** Numbers in each row. */
  readonly width: number;
  private readonly known = new Map<string, WordWeights>();
  private texts = 0;

  constructor(
    readonly frames: ReadonlyMap<string, Cell>,
    private readonly stems: ReadonlyMap<string, StemWeights>,
    private readonly pieces: ReadonlyMap<string, Cell>,
    readonly networks: readonly Layers[],
  ) {
    this.width = networks.reduce<number>((sum, { first }) => sum + first.length, WORD_KINDS.length);
  }

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

  private piecesOf(word: string): FeatureRow | null {
    const rows = piecesOf(word).flatMap((piece) => this.pieces.get(piece) ?? []);
    if (rows.length === 0) {
      return null;
    }
    const sum = new Float32Array(this.width);
    for (const { row } of rows) {
      for (let at = 0; at < sum.length; at += 1) {
        sum[at] = (sum[at] as number) + (row[at] as number) * PIECE_SHARE;
      }
    }
    return sum;
  }
}

export function readModel(file: ModelFile): Model {
  const cells = (of: Record<string, string>) => new Map(Object.entries(of).map(([name, row]) => [name, new Cell(row)]));
  const networks = file.networks.map((of): Layers => {
    const part = (name: keyof Layers) =>
      Float32Array.from(of[name].split(' '), (each) => Number(each) / HUNDRED_THOUSAND);
    return {
      first: part('first'),
      toHidden: part('toHidden'),
      hidden: part('hidden'),
      toKinds: part('toKinds'),
      kinds: part('kinds'),
    };
  });
  return new Model(cells(file.frames), stemWeights(cells(file.words)), cells(file.pieces), networks);
}

function readRow(written: string): FeatureRow {
  const [ofKinds = '', kinds = '', ofPlaces = '', places = ''] = written.split(' ');
  const row = new Float32Array(kinds.length + places.length);
  const read = (length: string, signs: string, from: number) => {
    for (let at = 0; at < signs.length; at += 1) {
      row[from + at] = ((LEVEL_OF.get(signs[at] as string) ?? 0) * Number(length)) / HUNDRED_THOUSAND;
    }
  };
  read(ofKinds, kinds, 0);
  read(ofPlaces, places, kinds.length);
  return row;
}

function writeRow(row: FeatureRow, temperature: number): string {
  const kinds = row.subarray(0, WORD_KINDS.length).map((each) => each / temperature);
  return `${writeNumbers(kinds)} ${writeNumbers(row.subarray(WORD_KINDS.length))}`;
}

function writeNumbers(numbers: Float32Array): string {
  const length = longest(numbers);
  const signs = Array.from(numbers, (each) => LEVELS[Math.round((length === 0 ? 0 : each / length) * MIDDLE + MIDDLE)]);
  return `${Math.round(length * HUNDRED_THOUSAND)} ${signs.join('')}`;
}

function longest(numbers: Float32Array): number {
  return numbers.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
}

/** A model of trained rows; words as in `stemsOf`, pieces as in `piecesOf`. */
export function makeModel({ frames, words, pieces, networks }: Trained): Model {
  const cells = (of: Map<string, FeatureRow>) => new Map([...of].map(([name, row]) => [name, new Cell(row)]));
  return new Model(cells(frames), stemWeights(cells(words)), cells(pieces), networks);
}

function stemWeights(words: Iterable<[string, Cell]>): Map<string, StemWeights> {
  const stems = new Map<string, StemWeights>();
  const known = (stem: string): StemWeights => {
    let found = stems.get(stem);
    if (found === undefined) {
      found = { seenIn: 0, alone: null, after: new Map() };
      stems.set(stem, found);
    }
    return found;
  };
  for (const [name, cell] of words) {
    const [one, two] = name.split(' ') as [string, string | undefined];
    if (two === undefined) {
      known(one).alone = cell;
    } else {
      known(two).after.set(known(one), { seenIn: 0, cell });
    }
  }
  return stems;
}

/** All scores are divided by `temperature`, so that confidence means what it says. */
export function modelFile({ frames, words, pieces, networks }: Trained, temperature: number): ModelFile {
  const write = (from: Map<string, FeatureRow>) =>
    Object.fromEntries(
      [...from].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, row]) => [name, writeRow(row, temperature)]),
    );
  const part = (numbers: Float32Array, divided = 1) =>
    Array.from(numbers, (each) => Math.round((each * HUNDRED_THOUSAND) / divided)).join(' ');
  return {
    kinds: WORD_KINDS,
    frames: write(frames),
    words: write(words),
    pieces: write(pieces),
    networks: networks.map((layers) => ({
      first: part(layers.first),
      toHidden: part(layers.toHidden),
      hidden: part(layers.hidden),
      toKinds: part(layers.toKinds, temperature),
      kinds: part(layers.kinds, temperature),
    })),
  };
}

/** The rows of the judged weights, before training. */
export function priorRows(prior: Weights): Map<string, Float64Array> {
  return new Map(
    Object.entries(prior).map(([name, row]) => [name, Float64Array.from(WORD_KINDS, (kind) => row[kind] ?? 0)]),
  );
}
