/** What `npm start` reads of its environment before anything is started. */
import { isLoopbackAddress } from '../client/web/safety/loopback';

/** An expected failure of a start; its message says what happened and what to do, for the person at the terminal. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}

/** Ways in for mail (H17). */
const INBOUND = ['webhook', 'imap', 'none'] as const;

export interface StartSettings {
  host: string;
  port: number;
  /** Where people reach the pages: `AFTERVIEW_PUBLIC_URL`, else this machine alone. */
  baseUrl: string;
  inbound: (typeof INBOUND)[number];
}

/** @throws StartFailure where a setting cannot be meant */
export function readStartSettings(env: NodeJS.ProcessEnv): StartSettings {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StartFailure(
      `PORT is ${env.PORT}, which is not a port number. Set it to 1 to 65535, or unset it for 3000.`,
    );
  }
  const inbound = INBOUND.find((known) => known === (env.AFTERVIEW_INBOUND || 'none'));
  if (!inbound) {
    throw new StartFailure(
      `AFTERVIEW_INBOUND is ${env.AFTERVIEW_INBOUND}, which is no way in for mail. Set it to ${INBOUND.join(', ')}, or unset it.`,
    );
  }
  const baseUrl = env.AFTERVIEW_PUBLIC_URL || `http://127.0.0.1:${port}`;
  if (!URL.canParse(baseUrl)) {
    throw new StartFailure(
      `AFTERVIEW_PUBLIC_URL is ${baseUrl}, which is no address. Set it to one like https://afterview.example, or unset it.`,
    );
  }
  return { host: env.HOST || '127.0.0.1', port, baseUrl, inbound };
}

/** The sentence for a port on which the pages could not be served; any other failure as it is. */
export function listenFailure(error: unknown, { port }: StartSettings): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const why = { EADDRINUSE: 'another program listens there', EACCES: 'this user may not listen there' }[String(code)];
  if (why === undefined) return error;
  return new StartFailure(
    `The pages cannot be shown on port ${port}: ${why}. Stop that program, or choose another port with PORT, for example PORT=${port < 1024 ? 3000 : port + 1}.`,
  );
}

/**
 * C2: a link in a letter to a referee is of use only where it can be followed. One to this machine alone is not, unless
 * the letters stay here too (no mail server is set up, or the time machine is on).
 */
export function refereesCanFollow(baseUrl: string, lettersStayHere: boolean): boolean {
  const host = new URL(baseUrl).hostname.replace(/^\[(.*)\]$/, '$1');
  return lettersStayHere || !(isLoopbackAddress(host) || /^(?:(?:.*\.)?localhost|0\.0\.0\.0)$/.test(host));
}
