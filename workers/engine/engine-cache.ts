import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

const marker = 'complete.json';

/** Where engines are kept between starts: a cache, so it may be deleted at any time. */
export function engineCacheFolder(env: NodeJS.ProcessEnv): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'afterview', 'engine');
}

/**
 * The program kept under `version`, or `undefined`. A folder that lacks its marker, or whose program does not match the
 * checksum in it (a full disk, an interrupted copy), is never used: `onDamaged` hears of it and the folder is removed.
 */
export async function cachedEngine(
  cache: string,
  version: string,
  program: string,
  onDamaged: (folder: string) => void,
): Promise<string | undefined> {
  const folder = join(cache, version);
  const path = join(folder, program);
  const exists = await stat(folder).catch(() => undefined);
  if (!exists) return undefined;
  const expected = await readFile(join(folder, marker), 'utf8')
    .then((text) => (JSON.parse(text) as { sha256?: string }).sha256)
    .catch(() => undefined);
  const actual = await checksum(path).catch(() => undefined);
  if (expected !== undefined && expected === actual) return path;
  onDamaged(folder);
  await rm(folder, { recursive: true, force: true });
  return undefined;
}

/**
 * Lets `make` write the program into a folder of its own, adds the marker and moves the folder into place in one step,
 * so that nobody ever sees half of it. Whatever `make` throws leaves no trace.
 */
export async function addToEngineCache(
  cache: string,
  version: string,
  program: string,
  make: (path: string, folder: string) => Promise<void>,
): Promise<string> {
  await mkdir(cache, { recursive: true });
  await removeLeftovers(cache);
  const draft = await mkdtemp(join(cache, '.draft-'));
  try {
    await make(join(draft, program), draft);
    const sha256 = await checksum(join(draft, program));
    await writeFile(join(draft, marker), JSON.stringify({ sha256, made: new Date().toISOString() }));
    await rm(join(cache, version), { recursive: true, force: true });
    await rename(draft, join(cache, version));
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
  return join(cache, version, program);
}

/** Drafts of a killed process; younger ones may belong to a build that is under way. */
async function removeLeftovers(cache: string): Promise<void> {
  const oneHourAgo = Date.now() - 60 * 60 * 1000;
  for (const name of await readdir(cache)) {
    const path = join(cache, name);
    const age = name.startsWith('.draft-') ? await stat(path).catch(() => undefined) : undefined;
    if (age && age.mtimeMs < oneHourAgo) await rm(path, { recursive: true, force: true });
  }
}

async function checksum(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
