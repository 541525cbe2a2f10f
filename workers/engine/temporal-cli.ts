import { execFile, spawn } from 'node:child_process';
import { readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The first server release in which a workflow's clock can be moved ahead. */
const oldestServer = [1, 32] as const;

/** The CLI release that is downloaded: server 1.32.0 and UI 2.54.1, the same as `devserver/` pins. */
export const cliVersion = 'v1.9.1';

/** How long a download may stand still before it is given up. */
const stalledAfterMs = 20_000;

/** What a program says about itself; both the Temporal CLI and `devserver/` answer `--version` alike. */
export async function serverVersion(program: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(program, ['--version'], { timeout: 10_000 });
    return /Server (\d+\.\d+\.\d+)/i.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
}

/** True for a server that knows time skipping. */
export function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldestServer[0] || (major === oldestServer[0] && minor >= oldestServer[1]);
}

export type DownloadOptions = {
  readonly env: NodeJS.ProcessEnv;
  /** Hears the size so far, in megabytes, about twice a second. */
  readonly progress: (megabytes: number) => void;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Lets the Temporal SDK download its CLI to `path`. Throws one sentence when the download host does not answer, or the
 * download stands still for 20 seconds.
 */
export async function downloadCli(path: string, folder: string, options: DownloadOptions): Promise<void> {
  const { env, progress, signal } = options;
  // In a process of its own: the SDK would otherwise install its native runtime in ours before we could configure it,
  // and a request without an answer could not be given up.
  const child = spawn(process.execPath, ['-e', downloadScript, folder, cliVersion], {
    cwd: __dirname,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(signal && { signal }),
  });
  child.on('error', () => undefined); // aborted: "close" follows
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });

  let size = 0;
  let grownAt = Date.now();
  let stalled = false;
  const watch = setInterval(async () => {
    const now = await sizeOf(folder);
    if (now > size) {
      size = now;
      grownAt = Date.now();
      progress(Math.round(size / 1_000_000));
    } else if (Date.now() - grownAt > stalledAfterMs) {
      stalled = true;
      child.kill('SIGKILL');
    }
  }, 500);
  await ended;
  clearInterval(watch);

  const downloaded = join(folder, `temporal-${cliVersion}`);
  if (await stat(downloaded).catch(() => undefined)) {
    await rename(downloaded, path);
    if (await serverVersion(path)) return;
    throw new Error('what was downloaded does not run on this machine');
  }
  if (stalled) throw new Error(`nothing came for ${stalledAfterMs / 1000} seconds`);
  if (/error sending request|dns|connect/i.test(complaint)) throw new Error('its host cannot be reached');
  throw new Error(complaint.trim().split('\n').at(-1) || 'the SDK ended without a word');
}

// The SDK offers the download only as the first step of starting a server, so one is started and ended again.
const downloadScript = `
const { TestWorkflowEnvironment } = require('@temporalio/testing');
const [downloadDir, version] = process.argv.slice(1);
TestWorkflowEnvironment.createLocal({ server: { executable: { type: 'cached-download', downloadDir, version } } })
  .then((environment) => environment.teardown())
  .catch((error) => {
    let deepest = error;
    while (deepest.cause) deepest = deepest.cause;
    console.error(deepest.message);
    process.exit(1);
  });
`;

async function sizeOf(folder: string): Promise<number> {
  let total = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    total += (await stat(join(folder, name)).catch(() => undefined))?.size ?? 0;
  }
  return total;
}
