import { closeTestRun, runFolderVariable } from './engine';

/** Stops the engine if a test of this run started it. */
export default async function globalTeardown(): Promise<void> {
  const run = process.env[runFolderVariable];
  if (run) await closeTestRun(run);
}
