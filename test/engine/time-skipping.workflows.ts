import { condition, defineQuery, defineSignal, proxyActivities, setHandler } from '@temporalio/workflow';

export const wokenAt = defineQuery<string[]>('wokenAt');
export const poke = defineSignal('poke');

const { step, flakyStep } = proxyActivities<{ step(): Promise<void>; flakyStep(): Promise<void> }>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '1 hour', backoffCoefficient: 1 },
});

/** Sleeps for each number of days, or until poked, with a step after each; tells by its own clock when it woke. */
export async function waits(days: number[]): Promise<string[]> {
  const woken = [new Date().toISOString()];
  let pokes = 0;
  setHandler(wokenAt, () => woken);
  setHandler(poke, () => {
    pokes += 1;
  });
  for (const day of days) {
    const before = pokes;
    await condition(() => pokes > before, day * 24 * 60 * 60 * 1000);
    await step();
    woken.push(new Date().toISOString());
  }
  return woken;
}

/** One step that works at its fifth attempt, an hour after the other. */
export async function retries(): Promise<string> {
  await flakyStep();
  return new Date().toISOString();
}
