import { createServer, type Server, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';

/** Where the server misbehaves, and how. `code:` answers are proper refusals. */
export type Fault =
  | 'none'
  | 'banner_hang'
  | 'banner_554'
  | 'banner_drop'
  | 'ehlo_drop'
  | 'mail_451'
  | 'mail_550'
  | 'rcpt_drop'
  | 'rcpt_450'
  | 'rcpt_550'
  | 'rcpt_one_550'
  | 'data_drop'
  | 'data_421'
  | 'data_554'
  | 'body_drop'
  | 'body_stall'
  | 'dot_fin'
  | 'dot_reset'
  | 'dot_hang'
  | 'dot_421'
  | 'dot_451'
  | 'dot_452'
  | 'dot_550'
  /** Accepts for good, says so, and dies at once. */
  | 'accept_then_drop';

export interface AcceptedMail {
  from: string;
  to: string[];
  /** As sent, dots unstuffed. */
  raw: string;
  /** Whether the client got to hear of it. */
  acknowledged: boolean;
}

export interface FaultSmtp {
  readonly port: number;
  readonly url: string;
  /** Every mail whose final dot arrived and that was not refused. */
  readonly mails: AcceptedMail[];
  readonly connections: () => number;
  /** The faults of the next mails, one each; afterwards none. A banner fault is spent by a connection. */
  plan(...faults: Fault[]): void;
  close(): Promise<void>;
}

/**
 * An SMTP server that does what the plan says, byte by byte, in clear text, TLS or STARTTLS. It records what a real
 * server would have accepted, whether or not the client could know.
 */
export async function startFaultSmtp(
  options: { tls?: { key: string; cert: string; mode: 'implicit' | 'starttls' } } = {},
): Promise<FaultSmtp> {
  const planned: Fault[] = [];
  const mails: AcceptedMail[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server: Server = createServer((raw) => {
    connections++;
    sockets.add(raw);
    raw.on('error', () => undefined).on('close', () => sockets.delete(raw));
    if (options.tls?.mode === 'implicit') speak(raw, secured(raw), false);
    else speak(raw, raw, options.tls !== undefined);
  });

  function secured(raw: Socket): TLSSocket {
    const secureContext = createSecureContext(options.tls);
    const socket = new TLSSocket(raw, { isServer: true, secureContext });
    socket.on('error', () => undefined);
    return socket;
  }

  function speak(raw: Socket, first: Socket, offersTls: boolean): void {
    let socket = first;
    let fault: Fault = planned[0] ?? 'none';
    const atBanner = fault.startsWith('banner');
    if (atBanner) planned.shift();
    const say = (line: string) => socket.write(`${line}\r\n`);
    const drop = (): void => {
      raw.destroy();
    };
    const reset = (): void => {
      raw.resetAndDestroy();
    };
    if (fault === 'banner_hang') return;
    if (fault === 'banner_drop') {
      drop();
      return;
    }
    if (fault === 'banner_554') {
      say('554 no service for you');
      return;
    }
    say('220 fault.test ESMTP');
    let from = '';
    let to: string[] = [];
    let body: string | null = null;
    let pending = '';

    const endOfData = () => {
      const letter = (body ?? '').replace(/^\.\./gm, '.');
      body = null;
      const record = (acknowledged: boolean) => mails.push({ from, to, raw: letter, acknowledged });
      switch (fault) {
        case 'dot_fin':
          record(false);
          return raw.end();
        case 'dot_reset':
          record(false);
          return reset();
        case 'dot_hang':
          record(false);
          return;
        case 'dot_421':
          say('421 4.3.2 closing');
          return raw.end();
        case 'dot_451':
          return say('451 4.3.0 try again later');
        case 'dot_452':
          return say('452 4.3.1 no space left');
        case 'dot_550':
          return say('550 5.7.1 we do not like what it says');
        default:
          record(true);
          say('250 2.0.0 queued as 4711');
          if (fault === 'accept_then_drop') setTimeout(drop, 20);
      }
    };

    const command = (line: string) => {
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'EHLO') {
        if (planned[0] === 'ehlo_drop') {
          planned.shift();
          return drop();
        }
        return say(offersTls ? '250-fault.test\r\n250 STARTTLS' : '250-fault.test\r\n250 SIZE 50000000');
      }
      if (verb === 'STAR') {
        say('220 go ahead');
        raw.removeAllListeners('data');
        offersTls = false;
        socket = secured(raw);
        socket.on('data', onData);
        return;
      }
      if (verb === 'MAIL') {
        fault = planned.shift() ?? 'none';
        from = /<(.*?)>/.exec(line)?.[1] ?? '';
        to = [];
        if (fault === 'mail_451') return say('451 4.7.1 greylisted');
        if (fault === 'mail_550') return say('550 5.1.8 sender not welcome');
        return say('250 ok');
      }
      if (verb === 'RCPT') {
        const address = /<(.*?)>/.exec(line)?.[1] ?? '';
        if (fault === 'rcpt_drop') return drop();
        if (fault === 'rcpt_450') return say('450 4.2.1 busy');
        if (fault === 'rcpt_550' || (fault === 'rcpt_one_550' && to.length > 0)) {
          return say('550 5.1.1 no such person');
        }
        to.push(address);
        return say('250 ok');
      }
      if (verb === 'DATA') {
        if (fault === 'data_drop') return drop();
        if (fault === 'data_421') {
          say('421 4.3.2 closing');
          return raw.end();
        }
        if (fault === 'data_554') return say('554 5.5.1 no');
        say('354 go on');
        body = '';
        if (fault === 'body_stall') {
          socket.pause();
          setTimeout(drop, 300);
        }
        return;
      }
      if (verb === 'QUIT') {
        say('221 bye');
        return raw.end();
      }
      return say('250 ok');
    };

    const onData = (chunk: Buffer) => {
      pending += chunk.toString('latin1');
      for (;;) {
        if (body !== null) {
          if (fault === 'body_drop') return drop();
          const all = body + pending;
          const end = all === '.\r\n' ? 0 : all.indexOf('\r\n.\r\n');
          if (end < 0 && !all.startsWith('.\r\n')) {
            body = all;
            pending = '';
            return;
          }
          body = all.slice(0, end + 2);
          pending = all.slice(end + 5);
          endOfData();
          continue;
        }
        const at = pending.indexOf('\r\n');
        if (at < 0) return;
        const line = pending.slice(0, at);
        pending = pending.slice(at + 2);
        command(line);
      }
    };
    socket.on('data', onData);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const scheme = options.tls?.mode === 'implicit' ? 'smtps' : 'smtp';
  return {
    port,
    url: `${scheme}://127.0.0.1:${port}`,
    mails,
    connections: () => connections,
    plan: (...faults) => {
      planned.splice(0, planned.length, ...faults);
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
