/** 10,000 random lives in CI, in two halves that run side by side; `LIVES=100000` for more, `SEED` for others. */
import fc from 'fast-check';
import { life } from './lives';
import { check } from './nevers';
import { live } from './world';

const LIVES = Math.ceil(Number(process.env.LIVES ?? (process.env.CI ? 10_000 : 1_000)) / 2);

/** Declares the test: a life that breaks a rule shrinks to few interviews and few events, and is told as a story. */
export function livesHold(seed: number): void {
  it(`A2, A4, B1, B6, C2, C4, D1, D2, E2, E3, E8, F1, G9, G10, H1, H3, H5, H11, H15 hold in ${LIVES} random lives`, () => {
    fc.assert(
      fc.property(life, (given) => {
        check(given, live(given));
      }),
      { numRuns: LIVES, seed: process.env.SEED === undefined ? seed : Number(process.env.SEED) },
    );
  }, 3_600_000);
}
