import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { buildDevserver, canBuild, devserverVersion, installedGo, wantedGo } from './devserver-build';
import { addToEngineCache, cachedEngine, engineCacheFolder } from './engine-cache';
import { EngineFailure } from './failure';
import { withFileLock } from './file-lock';
import { cliVersion, downloadCli, isNewEnough, serverVersion } from './temporal-cli';

/** What a search for an engine needs to know; the environment gives `PATH`, the cache folder and switches. */
export type EngineSearch = {
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
};

const programSuffix = process.platform === 'win32' ? '.exe' : '';
const cliProgram = `temporal${programSuffix}`;
const devserverProgram = `devserver${programSuffix}`;

const otherWays =
  'Or install the Temporal CLI (server 1.32 or newer), or set TEMPORAL_ADDRESS to a running Temporal server; then start again.';

/**
 * Finds a program that runs Temporal, or makes one: a `temporal` CLI on `PATH`, one kept from before, the SDK's
 * download (unless `AFTERVIEW_ENGINE_DOWNLOAD` is `off`), a build of `devserver/`. Says in one sentence what each step
 * does and why the next one is tried.
 *
 * @throws EngineFailure `no-engine` when all four ways are closed.
 */
export async function findEngineProgram(search: EngineSearch): Promise<string> {
  const ready = (await cliOnPath(search)) ?? (await fromCache(search));
  if (ready) return ready;
  // Two starts at once would otherwise both compile for minutes.
  return withFileLock(
    join(engineCacheFolder(search.env), '.making'),
    async () => (await fromCache(search)) ?? (await fromDownload(search)) ?? (await fromBuild(search)),
    () => search.say('Engine: another start is already fetching the Temporal server; waiting for it.'),
  );
}

async function cliOnPath({ env, say }: EngineSearch): Promise<string | undefined> {
  const path = await firstRunnable((env.PATH ?? '').split(delimiter).map((folder) => join(folder, cliProgram)));
  if (!path) return undefined;
  const version = await serverVersion(path);
  if (version && isNewEnough(version)) {
    say(`Engine: using the Temporal CLI at ${path} (server ${version}).`);
    return path;
  }
  say(
    `Engine: the Temporal CLI at ${path} brings server ${version ?? 'of an unknown version'}, and 1.32 or newer is needed; looking further.`,
  );
  return undefined;
}

async function firstRunnable(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const runnable = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runnable) return path;
  }
  return undefined;
}

async function fromCache({ env, say }: EngineSearch): Promise<string | undefined> {
  const cache = engineCacheFolder(env);
  const onDamaged = (folder: string) =>
    say(`Engine: what is kept in ${folder} is incomplete or damaged; it is removed and made anew.`);
  return (
    (await cachedEngine(cache, cliVersion, cliProgram, onDamaged)) ??
    (await cachedEngine(cache, devserverVersion(), devserverProgram, onDamaged))
  );
}

async function fromDownload({ env, say, signal }: EngineSearch): Promise<string | undefined> {
  if (env.AFTERVIEW_ENGINE_DOWNLOAD === 'off') {
    say('Engine: no Temporal server is kept here yet, and downloads are off; building it from source.');
    return undefined;
  }
  say(`Engine: no Temporal server is kept here yet; downloading the Temporal CLI ${cliVersion} (once).`);
  const progress = every(2_000, (megabytes: number) => say(`Engine: ${megabytes} MB downloaded.`));
  try {
    return await addToEngineCache(engineCacheFolder(env), cliVersion, cliProgram, (path, folder) =>
      downloadCli(path, folder, { env, progress, signal }),
    );
  } catch (error) {
    signal?.throwIfAborted();
    say(`Engine: the download failed, because ${(error as Error).message}; building the server from source instead.`);
    return undefined;
  }
}

async function fromBuild({ env, say, signal }: EngineSearch): Promise<string> {
  const go = await installedGo(env);
  if (!go || !canBuild(go)) {
    const why = go ? `the installed Go ${go} is too old to build one` : 'there is no Go to build one with';
    throw new EngineFailure(
      'no-engine',
      `No Temporal server was found or could be downloaded, and ${why}.`,
      `Install Go ${wantedGo()} or newer. ${otherWays}`,
    );
  }
  say(`Engine: building the Temporal server with Go ${go}; the first time this takes a few minutes.`);
  const began = Date.now();
  let latest = 'starting';
  // By the clock and not by what is compiled: linking says nothing for a while, and nobody shall think that it hangs.
  const pulse = setInterval(
    () => say(`Engine: building, ${latest}, ${Math.round((Date.now() - began) / 1000)} s.`),
    3_000,
  );
  try {
    return await addToEngineCache(engineCacheFolder(env), devserverVersion(), devserverProgram, (path) =>
      buildDevserver(path, {
        env,
        progress: (step) => {
          latest = step;
        },
        signal,
      }),
    );
  } catch (error) {
    signal?.throwIfAborted();
    throw new EngineFailure(
      'no-engine',
      `The Temporal server could not be built from devserver/: ${(error as Error).message}`,
      `The first build needs Go's module proxy. ${otherWays}`,
    );
  } finally {
    clearInterval(pulse);
  }
}

/** Passes on at most one call per `ms`. */
function every<Args extends unknown[]>(ms: number, call: (...args: Args) => void): (...args: Args) => void {
  let last = 0;
  return (...args) => {
    if (Date.now() - last < ms) return;
    last = Date.now();
    call(...args);
  };
}
