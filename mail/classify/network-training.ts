/**
 * Trains the network of network.ts by small steps over the mails in a drawn order (Adam with weight decay). Parts are left out by lot
 * on the way, so that it leans on no single word. The lots are seeded: the same mails give the same network.
 */
import { emptyPass, forward, type Layers, type Pass, rowTimes } from './network';

/** What of a mail is added up, by the numbers of its features, and what it is. */
export interface Row {
  columns: Int32Array;
  values: Float64Array;
  /** For each kind whether it counts as right. */
  right: Uint8Array;
  weight: number;
}

export interface NetworkOptions {
  width: number;
  hidden: number;
  epochs: number;
  batch: number;
  /** Length of the first step; it falls to nothing along a cosine. */
  rate: number;
  decay: number;
  /** Which share of the features, and of what the layers answer, is left out at each step. */
  leftOut: number;
  leftOutWithin: number;
  /** Where the lots begin. */
  seed: number;
}

/** Chosen by cross-validation (scripts/train-classifier.ts --check). */
export const NETWORK: NetworkOptions = {
  width: 48,
  hidden: 64,
  epochs: 12,
  batch: 64,
  rate: 2e-3,
  decay: 0.1,
  leftOut: 0.5,
  leftOutWithin: 0.3,
  seed: 1,
};

export interface Network {
  layers: Layers;
  /** The places of all features, one after the other, in the order of their numbers; nought where there is nothing to learn. */
  places: Float32Array;
}

/** @param learnt which features, by number, have a place */
export function trainNetwork(rows: readonly Row[], learnt: readonly boolean[], options: NetworkOptions): Network {
  const kinds = rows[0]?.right.length ?? 0;
  const lot = lots(options.seed);
  const network = drawn(learnt, kinds, options, lot);
  const { layers, places } = network;
  const parts = [layers.first, layers.toHidden, layers.hidden, layers.toKinds, layers.kinds];
  const adam = parts.map((part) => new Adam(part, options));
  const adamOfPlaces = new AdamOfPlaces(places, options);
  const run = new Run(network, options, lot);
  const batch = Math.min(options.batch, rows.length);
  const steps = Math.floor(rows.length / batch) * options.epochs;
  const order = rows.map((_, at) => at);
  let step = 0;
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, lot);
    for (let from = 0; from + batch <= order.length; from += batch) {
      run.begin();
      for (const at of order.slice(from, from + batch)) run.example(rows[at] as Row, learnt);
      const rate = (options.rate * (1 + Math.cos((Math.PI * step) / steps))) / 2;
      step += 1;
      adam.forEach((each, part) => {
        each.step(run.slopes[part] as Float32Array, rate, step);
      });
      adamOfPlaces.step(run.slopesOfPlaces, run.touched, rate, step);
    }
  }
  adamOfPlaces.finish();
  return network;
}

/** A share from 0 to 1, drawn anew at each call (mulberry32). */
function lots(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffle(order: number[], lot: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(lot() * (at + 1));
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
}

/** Small at first: what is seldom seen stays near nothing. */
const FIRST_PLACES = 0.005;
const FIRST_WEIGHTS = 0.05;
/** Above nought, so that every dimension has a slope at first. */
const FIRST_BIAS = 0.1;

function drawn(learnt: readonly boolean[], kinds: number, options: NetworkOptions, lot: () => number): Network {
  const { width, hidden } = options;
  const normal = () => Math.sqrt(-2 * Math.log(1 - lot())) * Math.cos(2 * Math.PI * lot());
  const spread = (length: number, by: number) => Float32Array.from({ length }, () => normal() * by);
  const places = new Float32Array(learnt.length * width);
  learnt.forEach((learns, column) => {
    if (learns) places.set(spread(width, FIRST_PLACES), column * width);
  });
  return {
    places,
    layers: {
      first: new Float32Array(width).fill(FIRST_BIAS),
      toHidden: spread(width * hidden, Math.sqrt(2 / width)),
      hidden: new Float32Array(hidden),
      toKinds: spread(hidden * kinds, FIRST_WEIGHTS),
      kinds: new Float32Array(kinds),
    },
  };
}

/** Adds up the slopes of a batch, mail by mail. */
class Run {
  private readonly pass: Pass;
  private readonly kept: { place: Float64Array; hidden: Float64Array };
  private readonly atPlace: Float64Array;
  private readonly atHidden: Float64Array;
  /** Of `first`, `toHidden`, `hidden`, `toKinds`, `kinds`. */
  readonly slopes: readonly [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
  readonly slopesOfPlaces: Float32Array;
  /** The features of this batch. */
  readonly touched = new Set<number>();

  constructor(
    private readonly network: Network,
    private readonly options: NetworkOptions,
    private readonly lot: () => number,
  ) {
    this.pass = emptyPass(network.layers);
    const { place, hidden } = this.pass;
    this.kept = { place: new Float64Array(place.length), hidden: new Float64Array(hidden.length) };
    this.atPlace = new Float64Array(place.length);
    this.atHidden = new Float64Array(hidden.length);
    const { layers, places } = network;
    const like = ({ length }: Float32Array) => new Float32Array(length);
    this.slopes = [
      like(layers.first),
      like(layers.toHidden),
      like(layers.hidden),
      like(layers.toKinds),
      like(layers.kinds),
    ];
    this.slopesOfPlaces = like(places);
  }

  begin(): void {
    for (const slope of this.slopes) slope.fill(0);
    this.touched.clear();
  }

  example(row: Row, learnt: readonly boolean[]): void {
    const { pass, kept, options, lot } = this;
    const { layers, places } = this.network;
    const { width, leftOut } = options;
    const [toFirst, toMatrix, toHidden, toLast, toKinds] = this.slopes;
    const taken: number[] = [];
    pass.place.fill(0);
    for (let each = 0; each < row.columns.length; each += 1) {
      const column = row.columns[each] as number;
      if (learnt[column] === true && lot() >= leftOut) {
        taken.push(each);
        addRow(pass.place, places, column * width, (row.values[each] as number) / (1 - leftOut));
      }
    }
    this.forwardWithLots(layers);
    const atKinds = slopeOfLoss(pass.kinds, row);

    const { atHidden, atPlace } = this;
    for (let unit = 0; unit < atHidden.length; unit += 1) {
      const value = pass.hidden[unit] as number;
      const through = value > 0 ? rowTimes(layers.toKinds, unit, atKinds) * (kept.hidden[unit] as number) : 0;
      atHidden[unit] = through;
      if (value > 0) addTo(toLast, unit * atKinds.length, atKinds, value);
    }
    for (let at = 0; at < width; at += 1) {
      const value = pass.place[at] as number;
      atPlace[at] = value > 0 ? rowTimes(layers.toHidden, at, atHidden) * (kept.place[at] as number) : 0;
      if (value > 0) addTo(toMatrix, at * atHidden.length, atHidden, value);
    }
    addTo(toKinds, 0, atKinds, 1);
    addTo(toHidden, 0, atHidden, 1);
    addTo(toFirst, 0, atPlace, 1);
    for (const each of taken) {
      const share = (row.values[each] as number) / (1 - leftOut);
      const column = row.columns[each] as number;
      this.touched.add(column);
      addTo(this.slopesOfPlaces, column * width, atPlace, share);
    }
  }

  /** As `forward`, with answers of both layers left out by lot and the rest raised for it. */
  private forwardWithLots(layers: Layers): void {
    const { pass, kept, lot } = this;
    const { leftOutWithin } = this.options;
    const drawKept = (which: Float64Array) => {
      for (let at = 0; at < which.length; at += 1) which[at] = lot() >= leftOutWithin ? 1 / (1 - leftOutWithin) : 0;
    };
    drawKept(kept.place);
    drawKept(kept.hidden);
    forward(layers, pass, kept);
  }
}

/** How the loss, the surprise at the right kinds, changes with each kind's score. */
function slopeOfLoss(scores: Float64Array, { right, weight }: Row): Float64Array {
  const most = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  const shares = scores.map((each) => Math.exp(each - most));
  const total = shares.reduce((a, b) => a + b, 0);
  const rightly = shares.reduce((sum, share, kind) => sum + share * (right[kind] as number), 1e-300);
  return shares.map((share, kind) => weight * (share / total - ((right[kind] as number) * share) / rightly));
}

function addRow(to: Float64Array, matrix: Float32Array, from: number, share: number): void {
  for (let at = 0; at < to.length; at += 1) to[at] = (to[at] as number) + share * (matrix[from + at] as number);
}

function addTo(matrix: Float32Array, from: number, row: Float64Array, share: number): void {
  for (let at = 0; at < row.length; at += 1) {
    matrix[from + at] = (matrix[from + at] as number) + share * (row[at] as number);
  }
}

const MEAN = 0.9;
const SQUARE = 0.999;
const LEAST = 1e-8;

class Adam {
  private readonly mean: Float32Array;
  private readonly square: Float32Array;

  constructor(
    private readonly part: Float32Array,
    private readonly options: NetworkOptions,
  ) {
    this.mean = new Float32Array(part.length);
    this.square = new Float32Array(part.length);
  }

  step(slope: Float32Array, rate: number, step: number): void {
    const { part, mean, square } = this;
    const { batch, decay } = this.options;
    const meanOf = 1 / (1 - MEAN ** step);
    const squareOf = 1 / (1 - SQUARE ** step);
    for (let at = 0; at < part.length; at += 1) {
      const down = (slope[at] as number) / batch;
      const m = MEAN * (mean[at] as number) + (1 - MEAN) * down;
      const s = SQUARE * (square[at] as number) + (1 - SQUARE) * down * down;
      mean[at] = m;
      square[at] = s;
      const value = part[at] as number;
      part[at] = value - rate * ((m * meanOf) / (Math.sqrt(s * squareOf) + LEAST) + decay * value);
    }
  }
}

/** The same for places: a batch touches few, and only those are moved, by what they missed since they were touched last. */
class AdamOfPlaces {
  private readonly square: Float32Array;
  private readonly last: Int32Array;
  /** By how much a place had shrunk before each step, as an exponent. */
  private readonly shrunk: number[] = [0];

  constructor(
    private readonly places: Float32Array,
    private readonly options: NetworkOptions,
  ) {
    this.square = new Float32Array(places.length);
    this.last = new Int32Array(places.length / options.width);
  }

  step(slopes: Float32Array, touched: Iterable<number>, rate: number, step: number): void {
    const { places, square, last, shrunk } = this;
    const { batch, decay, width } = this.options;
    const squareOf = 1 / (1 - SQUARE ** step);
    shrunk.push((shrunk[step - 1] as number) + rate * decay);
    for (const column of touched) {
      const kept = SQUARE ** (step - (last[column] as number));
      const shrinks = this.shrinks(column, step);
      last[column] = step;
      for (let at = column * width; at < (column + 1) * width; at += 1) {
        const down = (slopes[at] as number) / batch;
        slopes[at] = 0;
        const s = kept * (square[at] as number) + (1 - SQUARE) * down * down;
        square[at] = s;
        places[at] = (places[at] as number) * shrinks - (rate * down) / (Math.sqrt(s * squareOf) + LEAST);
      }
    }
  }

  /** What those missed that were not touched to the end. */
  finish(): void {
    const { places, last } = this;
    const { width } = this.options;
    for (let column = 0; column < last.length; column += 1) {
      const shrinks = this.shrinks(column, this.shrunk.length - 1);
      for (let at = column * width; at < (column + 1) * width; at += 1) {
        places[at] = (places[at] as number) * shrinks;
      }
    }
  }

  private shrinks(column: number, step: number): number {
    return Math.exp((this.shrunk[this.last[column] as number] as number) - (this.shrunk[step] as number));
  }
}
