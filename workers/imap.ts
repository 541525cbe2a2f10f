/**
 * Watches one mailbox folder over IMAP and hands in what arrives, so that a laptop without a public address hears too.
 * Reads only: the folder is opened with EXAMINE, nothing is flagged, moved or deleted.
 */

import { type FetchMessageObject, ImapFlow } from 'imapflow';
import { isLoopbackAddress } from '../client/web/safety/loopback';

export interface ImapAccount {
  host: string;
  port: number;
  /** TLS from the first byte. Without it STARTTLS is required, except on this very machine. */
  secure: boolean;
  user: string;
  /** An app password, or an OAuth 2 access token (XOAUTH2); asked anew at each connection, since tokens expire. */
  credentials: () => Promise<{ pass: string } | { accessToken: string }>;
  /** A folder's path, or a special use such as `\Sent`; `INBOX` unless told. */
  folder?: string;
}

/** How far the folder was read. UIDs mean something only together with UIDVALIDITY (RFC 9051 2.3.1.1). */
export interface ImapPosition {
  uidValidity: string;
  lastUid: number;
  /** Arrival (ISO) of the newest mail handed in: where to go on if the server numbers its mails anew. */
  lastArrival: string | null;
}

export interface ImapPositions {
  load(): Promise<ImapPosition | null>;
  save(position: ImapPosition): Promise<void>;
}

/** For rule H17. `because` is a sentence for the candidate and holds no secret. */
export type ImapHealth = { state: 'ok'; since: string } | { state: 'broken'; since: string; because: string };

export interface ImapWatchOptions {
  account: ImapAccount;
  positions: ImapPositions;
  /** Stores a mail for good. Called once per mail and again only where it threw; the mail's key takes care of doubles. */
  deliver(raw: Uint8Array, about: { envelopeRecipient: string | null; source: 'imap' }): Promise<void>;
  onHealth?(health: ImapHealth): void;
  /** Days of mail to read when the folder is watched for the first time; 0 unless told: only what comes from now on. */
  firstDays?: number;
  /** Pauses between attempts in milliseconds, the last one for ever; 1 s growing to 5 min unless told. */
  pauses?: readonly number[];
  /** The machine's clock, in milliseconds. */
  now?: () => number;
}

export interface ImapWatch {
  health(): ImapHealth;
  stop(): Promise<void>;
}

const PAUSES = [1_000, 2_000, 5_000, 15_000, 60_000, 300_000];
/** Bytes fetched of one mail; what is longer is handed in cut, which the reader says. */
const MOST_BYTES = 40_000_000;
const IDLE_AT_MOST = 4 * 60_000;
const DAY = 86_400_000;

/** Starts at once and goes on until `stop`. Never throws: what fails is told by its health. */
export function watchImap(options: ImapWatchOptions): ImapWatch {
  const now = options.now ?? Date.now;
  const pauses = options.pauses ?? PAUSES;
  const stopping = new AbortController();
  const iso = () => new Date(now()).toISOString();
  let health: ImapHealth = { state: 'broken', since: iso(), because: 'The mailbox is not connected yet.' };
  let client: ImapFlow | null = null;

  const report = (next: { state: 'ok' } | { state: 'broken'; because: string }): void => {
    const same =
      next.state === health.state &&
      (next.state === 'ok' || (health.state === 'broken' && next.because === health.because));
    if (same) return;
    // A breakage is as old as its first report, whatever each attempt gives as its reason.
    const since = next.state === 'broken' && health.state === 'broken' ? health.since : iso();
    health = { ...next, since };
    options.onHealth?.(health);
  };

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        await connectAndWatch(() => {
          failures = 0;
          report({ state: 'ok' });
        });
        report({ state: 'broken', because: 'The mail server closed the connection.' });
      } catch (error) {
        if (!stopping.signal.aborted) report({ state: 'broken', because: sentenceOf(error) });
      }
      const pause = pauses[Math.min(failures, pauses.length - 1)] ?? 1_000;
      failures += 1;
      await rest(pause, stopping.signal);
    }
  }

  async function connectAndWatch(onWatching: () => void): Promise<void> {
    const current = await makeClient(options.account);
    client = current;
    let wake: () => void = () => undefined;
    const line: { closed: boolean; error?: Error } = { closed: false };
    let news = true;
    current.on('exists', () => {
      news = true;
      wake();
    });
    const close = (error?: Error) => {
      if (!line.closed && error) line.error = error;
      line.closed = true;
      wake();
    };
    current.on('error', close);
    current.on('close', () => close());
    const onStop = () => close();
    stopping.signal.addEventListener('abort', onStop);
    try {
      await current.connect();
      const path = await folderPath(current, options.account.folder ?? 'INBOX');
      const mailbox = await current.mailboxOpen(path, { readOnly: true });
      let position = await whereToStart(current, mailbox, options, now());
      await options.positions.save(position);
      while (!line.closed && !stopping.signal.aborted) {
        if (news) {
          news = false;
          position = await readNew(current, position, options, stopping.signal);
          onWatching();
          continue;
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (line.closed || news) resolve();
          else
            void current.idle().then(
              () => resolve(),
              () => resolve(),
            );
        });
        // A server without IDLE, or one that forgot us, is asked at the end of each idling.
        news = true;
      }
      if (line.error) throw line.error;
    } finally {
      stopping.signal.removeEventListener('abort', onStop);
      current.close();
      client = null;
    }
  }

  const running = run();
  return {
    health: () => health,
    async stop() {
      stopping.abort();
      client?.close();
      await running;
    },
  };
}

async function makeClient({ host, port, secure, user, credentials }: ImapAccount): Promise<ImapFlow> {
  const isHere = host === 'localhost' || isLoopbackAddress(host);
  return new ImapFlow({
    host,
    port,
    secure,
    ...(secure ? {} : { doSTARTTLS: !isHere }),
    auth: { user, ...(await credentials()) },
    logger: false,
    disableAutoIdle: true,
    maxIdleTime: IDLE_AT_MOST,
    connectionTimeout: 30_000,
    socketTimeout: 2 * IDLE_AT_MOST,
    maxLiteralSize: MOST_BYTES + 1_000_000,
    clientInfo: { name: 'Afterview' },
  });
}

async function folderPath(client: ImapFlow, folder: string): Promise<string> {
  if (!folder.startsWith('\\')) return folder;
  const found = (await client.list()).find(({ specialUse }) => specialUse?.toLowerCase() === folder.toLowerCase());
  if (!found) throw new Error(`The mailbox has no folder for ${folder.slice(1)}.`);
  return found.path;
}

/** Goes on where it stopped; where the numbering is new, at the arrival of what was last seen; else as told. */
async function whereToStart(
  client: ImapFlow,
  mailbox: { uidValidity: bigint; uidNext: number },
  options: ImapWatchOptions,
  now: number,
): Promise<ImapPosition> {
  const known = await options.positions.load();
  const uidValidity = String(mailbox.uidValidity);
  if (known && known.uidValidity === uidValidity) return known;
  const days = options.firstDays ?? 0;
  const since = known
    ? known.lastArrival === null
      ? null
      : Date.parse(known.lastArrival) - DAY
    : days > 0
      ? now - days * DAY
      : null;
  const end = mailbox.uidNext - 1;
  if (since === null) return { uidValidity, lastUid: end, lastArrival: known?.lastArrival ?? null };
  const found = await client.search({ since: new Date(since) }, { uid: true });
  const first = (found || []).reduce<number | undefined>(
    (least, uid) => (least === undefined || uid < least ? uid : least),
    undefined,
  );
  return { uidValidity, lastUid: first === undefined ? end : first - 1, lastArrival: known?.lastArrival ?? null };
}

/** One mail after the other, oldest first; the position moves only behind what was delivered. */
async function readNew(
  client: ImapFlow,
  from: ImapPosition,
  options: ImapWatchOptions,
  stopping: AbortSignal,
): Promise<ImapPosition> {
  let position = from;
  const found = await client.search({ uid: `${position.lastUid + 1}:*` }, { uid: true });
  // "n:*" always names the last mail, also when its number is below n.
  const uids = (found || []).filter((uid) => uid > from.lastUid).sort((one, other) => one - other);
  for (const uid of uids) {
    if (stopping.aborted) return position;
    const mail: FetchMessageObject | false = await client.fetchOne(
      String(uid),
      { uid: true, internalDate: true, source: { start: 0, maxLength: MOST_BYTES } },
      { uid: true },
    );
    // Deleted meanwhile: nothing to hand in.
    if (mail !== false && mail.source) {
      await options.deliver(mail.source, { envelopeRecipient: envelopeRecipientOf(mail.source), source: 'imap' });
    }
    const arrived =
      mail === false || mail.internalDate === undefined ? null : new Date(mail.internalDate).toISOString();
    position = { ...position, lastUid: uid, lastArrival: arrived ?? position.lastArrival };
    await options.positions.save(position);
  }
  return position;
}

/**
 * IMAP knows no envelope. The server that put the mail into the mailbox wrote it on top, above the first `Received`;
 * what stands below that line was written by others.
 */
export function envelopeRecipientOf(raw: Uint8Array): string | null {
  const head = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, 32_768)).toString('latin1');
  let hops = 0;
  for (const line of head.split(/\r?\n/)) {
    if (line === '') return null;
    if (/^received:/i.test(line) && ++hops > 1) return null;
    const found =
      /^(?:delivered-to|x-original-to|envelope-to|x-envelope-to):\s{0,10}<?([^\s<>,;]{1,64}@[^\s<>,;@]{1,190})>?\s*$/i.exec(
        line,
      );
    if (found?.[1]) return found[1];
  }
  return null;
}

function sentenceOf(error: unknown): string {
  const { message, code, responseText, authenticationFailed } = error as {
    message?: string;
    code?: string;
    responseText?: string;
    authenticationFailed?: boolean;
  };
  if (authenticationFailed) return 'The mail server refused the user name or password.';
  if (
    code === 'ECONNREFUSED' ||
    code === 'ENOTFOUND' ||
    code === 'ETIMEDOUT' ||
    code === 'CONNECT_TIMEOUT' ||
    code === 'EAI_AGAIN'
  ) {
    return `The mail server cannot be reached (${code}).`;
  }
  return `Reading the mailbox failed: ${String(responseText ?? message ?? code ?? 'unknown reason')
    .replace(/\s+/g, ' ')
    .slice(0, 200)}`;
}

function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
  });
}
