/** The bare twin of an interview: as many timers, activities and signals in the same order, and nothing else. */
import { condition, defineSignal, proxyActivities, setHandler } from '@temporalio/workflow';

/** A timer with its milliseconds, an activity, or a wait for a signal that comes before its timer fires. */
export type Beat = { timer: number } | 'activity' | { signalWithin: number };

export const nudge = defineSignal('nudge');

const { nothing } = proxyActivities<{ nothing(): Promise<void> }>({ startToCloseTimeout: '1 minute' });

export async function twin(beats: Beat[]): Promise<void> {
  let nudges = 0;
  setHandler(nudge, () => void nudges++);
  for (const beat of beats) {
    if (beat === 'activity') await nothing();
    else if ('timer' in beat) await condition(() => false, beat.timer);
    else {
      await condition(() => nudges > 0, beat.signalWithin);
      nudges--;
    }
  }
}
