import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** True while a process with this id exists (also when it belongs to somebody else). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * The command line of a process, or `undefined` where it ended or cannot be read. Process ids are used again, so a
 * recorded id alone never proves that a process is the one that was recorded.
 */
export function commandLine(pid: number): string | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'args=', '-ww', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    // A process that ended but was not collected by its parent yet is listed without its arguments.
    return line === '' || line.includes('<defunct>') ? undefined : line;
  } catch {
    return undefined;
  }
}

/** Asks a process to end, waits `patienceMs`, then ends it the hard way. Resolves once it is gone. */
export async function endProcess(pid: number, patienceMs: number): Promise<void> {
  const gone = () => !isAlive(pid) || commandLine(pid) === undefined;
  for (const [signal, patience] of [
    ['SIGTERM', patienceMs],
    ['SIGKILL', 5_000],
  ] as const) {
    if (gone()) return;
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (!isAlive(pid)) return;
      await sleep(20);
    }
  }
}

/** Ends a process at once, if it is still there. */
export function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
