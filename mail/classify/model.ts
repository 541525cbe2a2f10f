import { emptyPass, type Layers, type Pass } from './network';
import { type Weights, WORD_KINDS } from './prior';
import { Rows } from './rows';
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

/** What a feature weighs for each kind, and then its places in the networks' spaces, as training finds it. */
export type FeatureRow = Float32Array;

/** A row of the file, read when it is first needed: of all words a mail has few. */
export class Cell {
  private known = -1;

  constructor(
    private readonly rows: Rows,
    private readonly written: string,
  ) {}

  /** Its number among the model's rows. */
  get row(): number {
    if (this.known < 0) {
      this.known = this.rows.keep(readRow(this.written));
    }
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
  /** Where the weights of its pieces are kept, added up; below nought where it has none. */
  pieces: number;
}

/** Different words that are kept; then it begins anew. */
const MEMO_LIMIT = 20_000;

export class Model {
  private readonly known = new Map<string, WordWeights>();
  /** Sums of pieces, of the words in `known`. */
  readonly ofPieces: Rows;
  /** Used anew for each text. */
  readonly sums: Float64Array;
  readonly passes: readonly Pass[];
  private texts = 0;

  constructor(
    readonly rows: Rows,
    readonly frames: ReadonlyMap<string, Cell>,
    private readonly stems: ReadonlyMap<string, StemWeights>,
    private readonly pieces: ReadonlyMap<string, Cell>,
    readonly networks: readonly Layers[],
  ) {
    this.ofPieces = new Rows(rows.width);
    this.sums = new Float64Array(rows.width);
    this.passes = networks.map(emptyPass);
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
        this.ofPieces.clear();
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

  private piecesOf(word: string): number {
    const cells = piecesOf(word).flatMap((piece) => this.pieces.get(piece) ?? []);
    if (cells.length === 0) {
      return -1;
    }
    const sum = new Float64Array(this.sums.length);
    for (const { row } of cells) {
      this.rows.addTo(sum, row, PIECE_SHARE);
    }
    return this.ofPieces.keep(sum);
  }
}

export function readModel(file: ModelFile): Model {
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
  const rows = new Rows(networks.reduce<number>((sum, { first }) => sum + first.length, WORD_KINDS.length));
  const cells = (of: Record<string, string>) =>
    new Map(Object.entries(of).map(([name, row]) => [name, new Cell(rows, row)]));
  return new Model(rows, cells(file.frames), stemWeights(cells(file.words)), cells(file.pieces), networks);
}

function readRow(written: string): number[] {
  const [ofKinds = '', kinds = '', ofPlaces = '', places = ''] = written.split(' ');
  const read = (length: string, signs: string) =>
    Array.from(signs, (sign) => ((LEVEL_OF.get(sign) ?? 0) * Number(length)) / HUNDRED_THOUSAND);
  return [...read(ofKinds, kinds), ...read(ofPlaces, places)];
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
