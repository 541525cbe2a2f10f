import { ensureEngine } from '../../workers/engine/engine';

/** What `npm start` does with the engine, in a process that a test can kill: starts it and stays until Ctrl-C. */
async function launch(dataDir: string): Promise<void> {
  const engine = await ensureEngine({ dataDir, timeMachine: true, env: process.env, say: () => undefined });
  process.on('SIGINT', () => void engine.stop().then(() => process.exit(0)));
  setInterval(() => undefined, 1_000);
  console.log(`engine ${engine.pid} ${engine.address}`);
}

void launch(process.argv[2] ?? '');
