/** Keeps a second process out of the embedded database, which would destroy it. The lock of a dead process is taken over. */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Another process has the data folder open. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(
      `${folder} is in use by another Afterview (process ${pid}). Stop that one first, choose another DATA_DIR, ` +
        'or set DATABASE_URL to a PostgreSQL database, which several processes can share.',
    );
  }
}

interface Holder {
  pid: number;
  /** When the process began, as the system tells it: a number given out again is not the same process. */
  began: string;
  token: string;
}

/**
 * Takes the lock or throws {@link DataFolderInUse}; the answer releases it.
 *
 * Everyone who wants it first puts up a file of their own and then looks for those of others. Who sees nobody alive has
 * it: of two, the one who looked later has seen the other. Files of the dead can be removed by anybody, for no name is
 * ever used again; so nothing has to be taken from anyone, which is where lock files usually go wrong.
 */
export async function lockDataFolder(path: string): Promise<() => Promise<void>> {
  const own: Holder = { pid: process.pid, began: beganAt(process.pid) ?? '', token: randomUUID() };
  const file = `${path}.${own.token}`;
  mine.add(own.token);
  const release = async () => {
    mine.delete(own.token);
    await rm(file, { force: true });
  };
  try {
    for (let attempt = 1; ; attempt++) {
      // Of those who came together the smallest token stays, and the others keep out of its sight: it must once find itself alone.
      let other = await livingOther(path, own);
      if (!other || own.token < other.token) {
        // Appears whole: nobody reads half of it.
        await writeFile(`${file}-new`, JSON.stringify(own));
        await rename(`${file}-new`, file);
        other = await livingOther(path, own);
        if (!other) return release;
      }
      if (attempt >= 10) throw new DataFolderInUse(dirname(path), other.pid);
      if (other.token < own.token) await rm(file, { force: true });
      await sleep(10 + Math.random() * 40);
    }
  } catch (error) {
    await release();
    throw error;
  }
}

/** Tokens of this process: its number alone would not tell its own locks apart, nor from those before a restart. */
const mine = new Set<string>();

/** The living holder or contender with the smallest token, other than ourselves. */
async function livingOther(path: string, own: Holder): Promise<Holder | null> {
  const prefix = `${basename(path)}.`;
  let found: Holder | null = null;
  for (const name of await readdir(dirname(path))) {
    const token = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    if (token.length !== own.token.length || token === own.token) continue;
    const file = join(dirname(path), name);
    const holder = await readHolder(file, token);
    if (holder === 'gone') continue;
    if (!holder || !isAlive(holder)) await rm(file, { force: true });
    else if (!found || holder.token < found.token) found = holder;
  }
  return found;
}

/** Null: damaged, by a full disk for example; no process can be told from it. */
async function readHolder(file: string, token: string): Promise<Holder | null | 'gone'> {
  try {
    const holder = JSON.parse(await readFile(file, 'utf8')) as Holder;
    return typeof holder.pid === 'number' ? { ...holder, token } : null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'gone' : null;
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.pid === process.pid) return mine.has(holder.token);
  if (holder.pid <= 0) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const began = beganAt(holder.pid);
  return began === null || holder.began === '' || began === holder.began;
}

/** A mark of the process's start that its successor under the same number does not have; null where nothing tells. */
function beganAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${ticks}`;
  } catch {
    // No /proc: macOS.
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}
