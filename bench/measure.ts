/**
 * How a figure is taken: ours and a bare twin in the same run, in turns, so that what disturbs the machine disturbs both.
 * Costs are processor time, not the clock on the wall: on a machine that others use too, the wall clock measures them.
 */
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export const ROUNDS = 3;
export const WARM_UPS = 3;
/** The twin does the same work every time; where its own cost moves by more than this, nothing can be said. */
export const MOST_TWIN_MOVES = 0.25;
/** Linux counts processor time of other processes in hundredths of a second. */
const TICK_MS = 10;

/** Does some work and tells how many units of it: mails, decisions, lifecycles. */
export type Slice = () => number | Promise<number>;

export interface Figure {
  id: string;
  name: string;
  unit: string;
  /** `rate`: units for each second of processor time, more is better. `cost`: the unit's own, less is better. */
  kind: 'rate' | 'cost';
  ours: number;
  twin: number;
  twinIs: string;
  /** Ours over twin, the median of the rounds. */
  ratio: number;
  rounds: number[];
  /** At least (rate) or at most (cost); null where there is no goal. */
  goal: number | null;
  /** By how much the twin's own readings differ: (largest - smallest) / median. Null where it is counted, not measured. */
  twinMoved: number | null;
}

export interface Comparison {
  id: string;
  name: string;
  unit: string;
  twinIs: string;
  kind: Figure['kind'];
  goal: number | null;
  twin: Slice;
  ours: Slice;
  /** How many times a round goes twin, ours, twin; its reading is the median turn, so that a burst elsewhere counts little. */
  turns: number;
  /** Turns of each before anything counts; fewer where a turn takes seconds. */
  warmUps?: number;
  /** For `cost`: milliseconds are multiplied by this for display (1000 for µs). */
  scale?: number;
  /** Processes that work for both besides this one, such as the Temporal server. */
  pids?: readonly number[];
}

/** Some turns to warm up, for the compiler learns as it goes; then three rounds that count. */
export async function compare(wish: Comparison): Promise<Figure> {
  const { twin, ours, turns, pids = [] } = wish;
  const readings: { before: number; ours: number; after: number }[] = [];
  for (let warm = 0; warm < (wish.warmUps ?? WARM_UPS); warm++) {
    await twin();
    await ours();
  }
  for (let round = 0; round < ROUNDS; round++) {
    const costs = { before: [] as number[], ours: [] as number[], after: [] as number[] };
    for (let turn = 0; turn < turns; turn++) {
      costs.before.push(await costOf(twin, pids));
      costs.ours.push(await costOf(ours, pids));
      costs.after.push(await costOf(twin, pids));
    }
    readings.push({ before: median(costs.before), ours: median(costs.ours), after: median(costs.after) });
  }
  const twins = readings.flatMap(({ before, after }) => [before, after]);
  const asRate = (ms: number) => (wish.kind === 'rate' ? 1_000 / ms : ms * (wish.scale ?? 1));
  const rounds = readings.map((r) => {
    const bare = (r.before + r.after) / 2;
    return wish.kind === 'rate' ? bare / r.ours : r.ours / bare;
  });
  return {
    ...{ id: wish.id, name: wish.name, unit: wish.unit, kind: wish.kind, twinIs: wish.twinIs, goal: wish.goal },
    ours: asRate(median(readings.map((r) => r.ours))),
    twin: asRate(median(twins)),
    ratio: median(rounds),
    rounds,
    twinMoved: moved(twins),
  };
}

setFlagsFromString('--expose-gc');
/** Before each turn, and not counted: what the turn before has left behind must not be this one's cost. */
const collectGarbage = runInNewContext('gc') as () => void;

/** Milliseconds of processor time for one unit. */
async function costOf(slice: Slice, pids: readonly number[]): Promise<number> {
  collectGarbage();
  const others = pids.map(processorMs);
  const began = process.cpuUsage();
  const units = await slice();
  const { user, system } = process.cpuUsage(began);
  const theirs = pids.reduce((sum, pid, index) => sum + processorMs(pid) - (others[index] ?? 0), 0);
  return ((user + system) / 1_000 + theirs) / units;
}

/** Processor time of another process so far; 0 where the system does not tell (then only this process counts). */
function processorMs(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return 0;
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

export function moved(values: readonly number[]): number {
  return (Math.max(...values) - Math.min(...values)) / median(values);
}

export const isVoid = (figure: Figure): boolean => figure.twinMoved !== null && figure.twinMoved > MOST_TWIN_MOVES;

export function meetsGoal({ goal, kind, ratio }: Figure): boolean | null {
  if (goal === null) return null;
  return kind === 'rate' ? ratio >= goal : ratio <= goal;
}
