/**
 * `npm run bench [-- --json] [--only mail,policy,send,lifecycle]`. Exit code 1 when a twin moved too much for its
 * figure to mean anything; a missed goal is printed and changes nothing else. The method is in `docs/performance.md`.
 */
import { parseArgs } from 'node:util';
import type { Figure } from './measure';
import { isVoid } from './measure';
import { json, machine, remarks, table } from './report';

const PARTS: Record<string, () => Promise<Figure[]>> = {
  mail: async () => (await import('./mail')).mailFigures(),
  policy: async () => (await import('./policy')).policyFigures(),
  send: async () => (await import('./send')).sendFigures(),
  lifecycle: async () => (await import('./lifecycle')).lifecycleFigures(),
};

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } });
  const names = values.only === undefined ? Object.keys(PARTS) : values.only.split(',').filter((name) => name !== '');
  const unknown = names.filter((name) => !(name in PARTS));
  if (unknown.length > 0 || names.length === 0) {
    console.error(`--only takes some of ${Object.keys(PARTS).join(', ')}`);
    return 2;
  }
  const say = (line: string) => (values.json ? undefined : console.error(line));
  const began = Date.now();
  const figures: Figure[] = [];
  for (const name of names) {
    say(`measuring ${name} …`);
    figures.push(...((await PARTS[name]?.()) ?? []));
  }
  const seconds = Math.round((Date.now() - began) / 1_000);
  if (values.json) console.log(json(figures, seconds));
  else {
    const { cores, node, platform } = machine();
    console.log(table(figures));
    console.log(`\n${cores} cores, Node ${node}, ${platform}, ${seconds} s; rates are per second of processor time`);
    for (const remark of remarks(figures)) console.log(remark);
  }
  return figures.some(isVoid) ? 1 : 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
