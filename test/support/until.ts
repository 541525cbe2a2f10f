import { setTimeout as pause } from 'node:timers/promises';

/** Waits for something that another process brings about; the last answer, whatever it is, after `ms`. */
export async function until<T>(look: () => Promise<T>, isThere: (found: T) => boolean, ms = 15_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (isThere(found) || Date.now() > end) return found;
    await pause(25);
  }
}
