import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

/** The Go program that stands in for the Temporal CLI where that cannot be had. */
const sourceFolder = join(__dirname, '..', '..', 'devserver');

/** How many packages a first build compiles, for the progress line only. */
const packagesOfAColdBuild = 1_370;

/** Names a build by its sources, so that a changed source is built anew. */
export function devserverVersion(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(sourceFolder).sort()) {
    if (/\.go$|^go\.(mod|sum)$/.test(name))
      hash
        .update(name)
        .update('\0')
        .update(readFileSync(join(sourceFolder, name)));
  }
  return hash.update(`${process.platform}-${process.arch}`).digest('hex').slice(0, 16);
}

/** The Go that `devserver/go.mod` asks for, such as `1.26.8`. */
export function wantedGo(): string {
  return /^go (\S+)$/m.exec(readFileSync(join(sourceFolder, 'go.mod'), 'utf8'))?.[1] ?? 'unknown';
}

/** The installed Go's version, or `undefined` where there is none. */
export async function installedGo(environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  try {
    // The installed one, not the newer one it would fetch for this module.
    const env = { ...environment, GOTOOLCHAIN: 'local' };
    const { stdout } = await promisify(execFile)('go', ['env', 'GOVERSION'], { env });
    return stdout.trim().replace(/^go/, '') || undefined;
  } catch {
    return undefined;
  }
}

/** From 1.21 on, Go fetches by itself the newer Go that a module asks for. */
export function canBuild(goVersion: string): boolean {
  const [major = 0, minor = 0] = goVersion.split('.').map((part) => Number.parseInt(part, 10));
  return major > 1 || minor >= 21;
}

export type BuildOptions = {
  readonly env: NodeJS.ProcessEnv;
  /** Hears how far the build is, a few hundred times. */
  readonly progress: (step: string) => void;
  readonly signal?: AbortSignal | undefined;
};

/** Builds the program to `path`. Throws with the compiler's last lines. */
export async function buildDevserver(path: string, { env, progress, signal }: BuildOptions): Promise<void> {
  let compiled = 0;
  let fetched = 0;
  // Without the version-control stamp, which git refuses to give to another user's clone.
  const args = ['build', '-v', '-buildvcs=false', '-ldflags=-s -w', '-o', path, '.'];
  const child = spawn('go', args, {
    cwd: sourceFolder,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(signal && { signal }),
  });
  const last: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    last.push(line);
    if (last.length > 5) last.shift();
    if (line.startsWith('go: downloading')) {
      fetched += 1;
      progress(`${fetched} modules fetched`);
    } else {
      compiled += 1;
      progress(`${compiled} of about ${packagesOfAColdBuild} packages compiled`);
    }
  });
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(last.join('\n') || `go ended with code ${code}`));
    });
  });
}
