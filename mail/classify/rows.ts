/**
 * The rows of numbers that a model weighs with, one after another in one stretch of memory: what mails need of a large model
 * lies close together, in the order in which it was first needed.
 */

/** Numbers taken in one turn of a loop: each loop is written out for four, which halves what it costs. */
const AT_ONCE = 4;
const ROWS_AT_FIRST = 64;

export class Rows {
  /** Numbers of a row, with the noughts that fill its last turn. */
  readonly width: number;
  private numbers: Float32Array;
  private length = 0;

  constructor(numbers: number) {
    this.width = Math.ceil(numbers / AT_ONCE) * AT_ONCE;
    this.numbers = new Float32Array(ROWS_AT_FIRST * this.width);
  }

  /** Keeps a row; answers its place here. */
  keep(row: ArrayLike<number>): number {
    const from = this.length * this.width;
    if (from + this.width > this.numbers.length) {
      const larger = new Float32Array(this.numbers.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers.fill(0, from, from + this.width);
    this.numbers.set(row, from);
    this.length += 1;
    return this.length - 1;
  }

  /** Forgets all rows. */
  clear(): void {
    this.length = 0;
  }

  /** Adds a row, `times` as much as it says, to `sums`, which are as many. */
  addTo(sums: Float64Array, row: number, times: number): void {
    const { numbers, width } = this;
    const from = row * width;
    for (let at = 0; at < width; at += AT_ONCE) {
      sums[at] = (sums[at] as number) + (numbers[from + at] as number) * times;
      sums[at + 1] = (sums[at + 1] as number) + (numbers[from + at + 1] as number) * times;
      sums[at + 2] = (sums[at + 2] as number) + (numbers[from + at + 2] as number) * times;
      sums[at + 3] = (sums[at + 3] as number) + (numbers[from + at + 3] as number) * times;
    }
  }

  /** The sum of a row's numbers, each times that of `direction`, which are as many. */
  along(direction: Float64Array, row: number): number {
    const { numbers, width } = this;
    const from = row * width;
    let even = 0;
    let odd = 0;
    for (let at = 0; at < width; at += AT_ONCE) {
      even +=
        (numbers[from + at] as number) * (direction[at] as number) +
        (numbers[from + at + 2] as number) * (direction[at + 2] as number);
      odd +=
        (numbers[from + at + 1] as number) * (direction[at + 1] as number) +
        (numbers[from + at + 3] as number) * (direction[at + 3] as number);
    }
    return even + odd;
  }
}
