/**
 * A small network beside the sums of the linear model: what stands in a mail is added up as points of a space, and two layers
 * read the place it comes to. So words count together ("the other", "has said yes"), and not only one by one.
 */

/** The layers above the place that a mail's features add up to. Matrices lie row by row, a row for each input. */
export interface Layers {
  /** Added to the place; its length is the width of the space. */
  first: Float32Array;
  toHidden: Float32Array;
  hidden: Float32Array;
  toKinds: Float32Array;
  kinds: Float32Array;
}

/** What the layers made of one place. */
export interface Pass {
  place: Float64Array;
  hidden: Float64Array;
  kinds: Float64Array;
}

export function emptyPass({ first, hidden, kinds }: Layers): Pass {
  return {
    place: new Float64Array(first.length),
    hidden: new Float64Array(hidden.length),
    kinds: new Float64Array(kinds.length),
  };
}

/**
 * Reads `pass.place`, a sum of places, and leaves there, in `hidden` and in `kinds` what each layer answers: never below nought
 * but at the end. `kept` says by how much each answer counts, where it does not count once.
 */
export function forward(
  { first, toHidden, hidden, toKinds, kinds }: Layers,
  pass: Pass,
  kept?: Pick<Pass, 'place' | 'hidden'>,
): void {
  for (let at = 0; at < first.length; at += 1) {
    const value = Math.max(0, (pass.place[at] as number) + (first[at] as number));
    pass.place[at] = kept === undefined ? value : value * (kept.place[at] as number);
  }
  pass.hidden.set(hidden);
  multiply(pass.place, toHidden, pass.hidden);
  for (let at = 0; at < hidden.length; at += 1) {
    const value = Math.max(0, pass.hidden[at] as number);
    pass.hidden[at] = kept === undefined ? value : value * (kept.hidden[at] as number);
  }
  pass.kinds.set(kinds);
  multiply(pass.hidden, toKinds, pass.kinds);
}

/** How steeply each dimension of the place moves one kind, where `pass` has come to. */
export function slopeOf({ toHidden, toKinds }: Layers, pass: Pass, kind: number): Float64Array {
  const upon = new Float64Array(pass.hidden.length);
  for (let unit = 0; unit < upon.length; unit += 1) {
    if ((pass.hidden[unit] as number) > 0) upon[unit] = toKinds[unit * pass.kinds.length + kind] as number;
  }
  const slope = new Float64Array(pass.place.length);
  for (let at = 0; at < slope.length; at += 1) {
    if ((pass.place[at] as number) > 0) slope[at] = rowTimes(toHidden, at, upon);
  }
  return slope;
}

/** Adds `inputs` times `matrix` to `outputs`. */
function multiply(inputs: Float64Array, matrix: Float32Array, outputs: Float64Array): void {
  for (let at = 0; at < inputs.length; at += 1) {
    const value = inputs[at] as number;
    if (value !== 0) {
      const row = at * outputs.length;
      for (let to = 0; to < outputs.length; to += 1) {
        outputs[to] = (outputs[to] as number) + value * (matrix[row + to] as number);
      }
    }
  }
}

/** One row of a matrix times a column as long as it. */
export function rowTimes(matrix: Float32Array, row: number, column: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < column.length; at += 1) {
    sum += (matrix[row * column.length + at] as number) * (column[at] as number);
  }
  return sum;
}
