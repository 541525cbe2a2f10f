/** Waits for the read model: workflows write it, the web reads it, and a caller wants to see what was just done. */
import { setTimeout as pause } from 'node:timers/promises';
import { findInterview, type Interview } from '../../data/interviews';
import type { AfterviewDeps } from './deps';

const LOOK_EVERY_MS = 15;

/** The row as soon as it is as wished; null when `ms` have passed before. */
export async function untilRow(
  { db }: AfterviewDeps,
  id: string,
  isThere: (row: Interview) => boolean,
  ms: number,
): Promise<Interview | null> {
  const end = Date.now() + ms;
  for (;;) {
    const row = await findInterview(db, id);
    if (row && isThere(row)) return row;
    if (Date.now() >= end) return null;
    await pause(LOOK_EVERY_MS);
  }
}
