import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './process-facts';

/**
 * Runs `work` while no other process runs work under the same file. The lock of a process that died is taken over.
 * `onWait` is called once, when another process holds the lock.
 */
export async function withFileLock<T>(path: string, work: () => Promise<T>, onWait?: () => void): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  let told = false;
  while (!(await tryLock(path))) {
    if (!told) onWait?.();
    told = true;
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function tryLock(path: string): Promise<boolean> {
  const own = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  await writeFile(own, String(process.pid));
  try {
    // Linking makes name and content appear in one step: nobody ever reads a lock without its holder.
    await link(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    await removeIfAbandoned(path, own);
    return false;
  } finally {
    await rm(own, { force: true });
  }
}

async function removeIfAbandoned(path: string, own: string): Promise<void> {
  if (!(await isAbandoned(path))) return;
  const aside = `${own}.abandoned`;
  try {
    await rename(path, aside);
  } catch {
    return; // somebody else was quicker
  }
  // Between reading and renaming, another process may have taken the lock: then it gets it back.
  if (!(await isAbandoned(aside))) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

async function isAbandoned(path: string): Promise<boolean> {
  const holder = Number(await readFile(path, 'utf8').catch(() => '0'));
  return holder > 0 && !isAlive(holder);
}
