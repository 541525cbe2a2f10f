/** The figures as a table for people and as JSON for programs. */
import { availableParallelism, totalmem } from 'node:os';
import { type Figure, isVoid, MOST_TWIN_MOVES, meetsGoal } from './measure';

const HEADINGS = ['figure', 'ours', 'bare twin', 'ratio', 'goal', 'twin moved'];

export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    amount(figure.ours, figure.unit),
    `${amount(figure.twin, figure.unit)} (${figure.twinIs})`,
    figure.ratio.toFixed(2),
    goalOf(figure),
    figure.twinMoved === null ? 'counted' : `${Math.round(figure.twinMoved * 100)} %${isVoid(figure) ? ' VOID' : ''}`,
  ]);
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(HEADINGS), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

export function json(figures: readonly Figure[], seconds: number): string {
  const all = figures.map((figure) => ({ ...figure, meetsGoal: meetsGoal(figure), void: isVoid(figure) }));
  return JSON.stringify({ machine: machine(), seconds, void: figures.some(isVoid), figures: all }, null, 2);
}

export function machine(): { cores: number; memoryGb: number; node: string; platform: string } {
  const { arch, platform, version } = process;
  return {
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: version,
    platform: `${platform} ${arch}`,
  };
}

/** What to say under the table; empty when all is well. */
export function remarks(figures: readonly Figure[]): string[] {
  const missed = figures.filter((figure) => meetsGoal(figure) === false && !isVoid(figure));
  return [
    ...figures
      .filter(isVoid)
      .map(
        ({ id }) =>
          `${id}: void, its twin moved by more than ${MOST_TWIN_MOVES * 100} %; run it again when less goes on here`,
      ),
    ...missed.map(({ id, ratio, goal }) => `${id}: ${ratio.toFixed(2)} misses its goal of ${goal}`),
  ];
}

function goalOf({ goal, kind }: Figure): string {
  return goal === null ? '-' : `${kind === 'rate' ? '≥' : '≤'} ${goal.toFixed(2)}`;
}

function amount(value: number, unit: string): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: digits })} ${unit}`;
}
