/**
 * Finds the weights that make a smooth convex loss least: limited-memory BFGS with a halving step. No chance in it, so the
 * same loss gives the same weights.
 */

/** Adds up the loss at `weights` and leaves its slope in `gradient`. */
export type Loss = (weights: Float64Array, gradient: Float64Array) => number;

/** Steps whose change of slope is remembered. */
const MEMORY = 8;
/** A step counts if it gains this share of what the slope promises (Armijo). */
const LEAST_GAIN = 1e-4;
const MOST_HALVINGS = 20;
/** Relative gain below which nothing more is to be had. */
const DONE = 1e-6;

interface Step {
  moved: Float64Array;
  turned: Float64Array;
  share: number;
}

export function descend(start: Float64Array, loss: Loss, rounds: number): Float64Array {
  let weights: Float64Array = Float64Array.from(start);
  let gradient: Float64Array = new Float64Array(start.length);
  let least = loss(weights, gradient);
  const steps: Step[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const direction = downhill(gradient, steps);
    const slope = dot(direction, gradient);
    let length = steps.length === 0 ? 1 / Math.max(1, Math.sqrt(-slope)) : 1;
    let next = moved(weights, direction, length);
    const nextGradient: Float64Array = new Float64Array(start.length);
    let found = loss(next, nextGradient);
    for (let half = 0; found > least + LEAST_GAIN * length * slope && half < MOST_HALVINGS; half += 1) {
      length /= 2;
      next = moved(weights, direction, length);
      found = loss(next, nextGradient);
    }
    if (found >= least || least - found < DONE * Math.abs(found)) {
      return found < least ? next : weights;
    }
    remember(steps, difference(next, weights), difference(nextGradient, gradient));
    weights = next;
    gradient = nextGradient;
    least = found;
  }
  return weights;
}

/** The way down, corrected by how the slope turned on the last steps. */
function downhill(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = gradient.map((each) => -each);
  const shares: number[] = [];
  for (const { moved: by, turned, share } of [...steps].reverse()) {
    const part = share * dot(by, direction);
    shares.push(part);
    addTo(direction, turned, -part);
  }
  const last = steps.at(-1);
  if (last !== undefined) {
    const scale = 1 / (last.share * dot(last.turned, last.turned));
    for (let at = 0; at < direction.length; at += 1) {
      direction[at] = (direction[at] as number) * scale;
    }
  }
  for (const { moved: by, turned, share } of steps) {
    addTo(direction, by, (shares.pop() as number) - share * dot(turned, direction));
  }
  return direction;
}

function remember(steps: Step[], by: Float64Array, turned: Float64Array): void {
  const bend = dot(by, turned);
  if (bend > 1e-12) {
    steps.push({ moved: by, turned, share: 1 / bend });
    if (steps.length > MEMORY) {
      steps.shift();
    }
  }
}

function moved(from: Float64Array, direction: Float64Array, length: number): Float64Array {
  const to = Float64Array.from(from);
  addTo(to, direction, length);
  return to;
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((each, at) => each - (b[at] as number));
}

function addTo(target: Float64Array, other: Float64Array, scale: number): void {
  for (let at = 0; at < target.length; at += 1) {
    target[at] = (target[at] as number) + (other[at] as number) * scale;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) {
    sum += (a[at] as number) * (b[at] as number);
  }
  return sum;
}
