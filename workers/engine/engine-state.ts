import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a start leaves behind in the data folder, so that the next one can find an engine that outlived it. */
export type EngineState = {
  /** The engine's process. */
  readonly pid: number;
  /** The process that started or adopted it and will stop it. */
  readonly launcherPid: number;
  /** `host:port` of its gRPC frontend. */
  readonly address: string;
  /** Address of the Temporal UI, for people. */
  readonly uiUrl: string;
  readonly startedAt: string;
  /** Fingerprint of everything it was started with but the ports. */
  readonly settings: string;
};

const fileOf = (dataDir: string) => join(dataDir, 'engine.json');

/** The recorded engine, or `undefined` where none was recorded or the record cannot be read. */
export async function readEngineState(dataDir: string): Promise<EngineState | undefined> {
  try {
    const state = JSON.parse(await readFile(fileOf(dataDir), 'utf8')) as Partial<EngineState>;
    const { pid, launcherPid, address, uiUrl, startedAt, settings } = state;
    if (!pid || !launcherPid || !address || !uiUrl || !startedAt || !settings) return undefined;
    return { pid, launcherPid, address, uiUrl, startedAt, settings };
  } catch {
    return undefined;
  }
}

/** Records the engine in one step: a reader sees the old record or the new one. */
export async function writeEngineState(dataDir: string, state: EngineState): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const draft = `${fileOf(dataDir)}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(state, null, 2)}\n`);
  await rename(draft, fileOf(dataDir));
}

/** Forgets the engine, once it is gone. */
export async function removeEngineState(dataDir: string): Promise<void> {
  await rm(fileOf(dataDir), { force: true });
}
