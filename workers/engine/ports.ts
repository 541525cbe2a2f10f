import { createServer } from 'node:net';

const defaultPorts = { frontend: 7233, ui: 8233 } as const;

/** Where to look for a free pair before giving up on neat numbers. */
const pairsTried = 40;

/**
 * Ports for the engine: Temporal's usual pair where both are free, so that bookmarks keep working, else the next free
 * pair above it.
 */
export async function choosePorts(): Promise<{ frontend: number; ui: number }> {
  for (let step = 0; step < pairsTried; step += 1) {
    const pair = { frontend: defaultPorts.frontend + step, ui: defaultPorts.ui + step };
    if ((await isFree(pair.frontend)) && (await isFree(pair.ui))) return pair;
  }
  return { frontend: await listenOnce(0), ui: await listenOnce(0) };
}

/** True when nothing listens on this port of the loopback address. */
export function isFree(port: number): Promise<boolean> {
  return listenOnce(port).then(
    () => true,
    () => false,
  );
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      const chosen = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(chosen));
    });
  });
}
