import { openTestRun, runFolderVariable } from './engine';

/** Names the folder through which the jest workers of this run find their one engine. Starts nothing. */
export default async function globalSetup(): Promise<void> {
  process.env[runFolderVariable] = await openTestRun();
}
