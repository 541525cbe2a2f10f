/**
 * Hands mails to an SMTP server over a few kept connections, and tells surely-not-accepted from uncertain.
 *
 * nodemailer's own transports report a connection lost before DATA and one lost after the final dot alike. Here the
 * message is a stream that nodemailer's connection reads only once the server has asked for it (354), so the stream
 * itself is the witness: while its end has not been read, the final dot cannot have been written, whatever the
 * connection is made of (clear text, TLS, STARTTLS).
 */
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailBytes } from './message-bytes';
import type { SmtpSettings } from './smtp-settings';
import type { Delivery, MailTransport, RefusedRecipient } from './transport';

export interface SmtpTimeouts {
  /** Until the connection stands, TLS included. */
  connectMs: number;
  /** Until the server's first line. */
  greetingMs: number;
  /** Silence after which a connection counts as lost; servers that scan mails are slow after the final dot. */
  silenceMs: number;
  /** A whole delivery, waiting for a free connection not counted. */
  deliveryMs: number;
  /** How long an idle connection is kept. */
  idleMs: number;
}

export const SMTP_TIMEOUTS: SmtpTimeouts = {
  connectMs: 20_000,
  greetingMs: 20_000,
  silenceMs: 120_000,
  deliveryMs: 180_000,
  idleMs: 30_000,
};

const MAILS_PER_CONNECTION = 100;

export function smtpTransport(settings: SmtpSettings, timeouts: SmtpTimeouts = SMTP_TIMEOUTS): MailTransport {
  const connections = new Connections(settings, timeouts);
  return {
    longestMs: timeouts.deliveryMs + 5_000,
    async deliver(mail) {
      const free = await connections.turn();
      try {
        return await within(connections, mail, timeouts.deliveryMs);
      } finally {
        free();
      }
    },
    close: () => connections.close(),
  };
}

/** One delivery: over a kept connection, and if that had died meanwhile, once more over a new one. */
async function within(connections: Connections, mail: MailBytes, deliveryMs: number): Promise<Delivery> {
  const deadline = Date.now() + deliveryMs;
  const kept = connections.kept();
  if (kept) {
    const first = await handOver(kept, mail, deadline);
    connections.giveBack(kept, first);
    const stale = first.outcome === 'not_sent' || (first.outcome === 'refused' && first.code === 421);
    if (!stale) return first;
  }
  let line: Line;
  try {
    line = await connections.open();
  } catch (error) {
    return { outcome: 'not_sent', why: wordsOf(error) };
  }
  const delivery = await handOver(line, mail, deadline);
  connections.giveBack(line, delivery);
  return delivery;
}

/** A connection ready for mails. */
interface Line {
  smtp: SMTPConnection;
  mails: number;
  /** Not usable any more. */
  over: boolean;
  idle: NodeJS.Timeout | null;
}

const PIECE = 64 * 1024;

/** The message as the connection reads it: nothing before the server's 354, and the end only after all of the bytes. */
class Body extends Readable {
  private at = 0;
  /** The end was taken: from here on the final dot may have been written. */
  handedOver = false;
  constructor(private readonly bytes: Uint8Array) {
    super();
    // Not where the end is pushed: streams read ahead. This fires just before the connection ends the message.
    this.once('end', () => {
      this.handedOver = true;
    });
  }
  override _read(): void {
    const piece = this.bytes.subarray(this.at, this.at + PIECE);
    this.at += piece.length;
    this.push(piece.length > 0 ? piece : null);
  }
}

async function handOver(line: Line, mail: MailBytes, deadline: number): Promise<Delivery> {
  const body = new Body(mail.raw);
  const envelope = { from: mail.envelope.from, to: [...mail.envelope.to], size: mail.raw.length };
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<Delivery>((resolve) => {
    timer = setTimeout(
      () => {
        line.over = true;
        line.smtp.close();
        resolve(lost(body, 'the mail server took too long'));
      },
      Math.max(deadline - Date.now(), 1),
    );
  });
  line.mails++;
  const answered = new Promise<Delivery>((resolve) => {
    line.smtp.send(envelope, body, (error, info) => {
      if (error) resolve(readFailure(error as SmtpFailure, body));
      else {
        const refused = refusedOf(info as { rejectedErrors?: SmtpFailure[] });
        resolve({ outcome: 'accepted', answer: String((info as { response: string }).response), refused });
      }
    });
  });
  const delivery = await Promise.race([answered, tooLong]);
  clearTimeout(timer);
  return delivery;
}

/** What nodemailer's errors carry. */
type SmtpFailure = Error & {
  code?: string;
  command?: string;
  response?: string;
  responseCode?: number;
  recipient?: string;
  rejectedErrors?: SmtpFailure[];
};

function readFailure(error: SmtpFailure, body: Body): Delivery {
  const code = error.responseCode ?? 0;
  const spoken = error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
  if (spoken && code >= 400) return refusal(error, code);
  // nodemailer itself finds the message too large, or an address impossible: no retry changes that.
  if (spoken && code === 0) return { ...refusal(error, 550), text: error.message };
  // "421 closing" in place of an answer: the server ends the session and has accepted nothing.
  if (code >= 400) return refusal(error, code < 500 || body.handedOver ? code : 421);
  return lost(body, wordsOf(error));
}

function refusal(error: SmtpFailure, code: number): Delivery & { outcome: 'refused' } {
  const about =
    error.command === 'RCPT TO' ? 'recipient' : error.command === 'MAIL FROM' && error.response ? 'sender' : 'message';
  return {
    outcome: 'refused',
    permanent: code >= 500,
    code,
    text: error.response ?? error.message,
    about,
    refused: refusedOf(error),
  };
}

function refusedOf(from: { rejectedErrors?: SmtpFailure[] }): RefusedRecipient[] {
  return (from.rejectedErrors ?? []).map((error) => ({
    address: error.recipient ?? '',
    code: error.responseCode ?? 0,
    text: error.response ?? error.message,
    permanent: (error.responseCode ?? 0) >= 500,
  }));
}

function lost(body: Body, why: string): Delivery {
  return body.handedOver
    ? { outcome: 'uncertain', why: `handed over, but no answer came: ${why}` }
    : { outcome: 'not_sent', why };
}

function wordsOf(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string };
  return code && !message?.includes(code) ? `${message} (${code})` : String(message ?? error);
}

/** The kept connections, and whose turn it is: never more mails at a time than connections. */
class Connections {
  private readonly idle: Line[] = [];
  private readonly all = new Set<Line>();
  private readonly waiting: (() => void)[] = [];
  private busy = 0;
  private closed = false;

  constructor(
    private readonly settings: SmtpSettings,
    private readonly timeouts: SmtpTimeouts,
  ) {}

  async turn(): Promise<() => void> {
    if (this.busy >= this.settings.connections) await new Promise<void>((go) => this.waiting.push(go));
    else this.busy++;
    return () => {
      const next = this.waiting.shift();
      if (next) next();
      else this.busy--;
    };
  }

  kept(): Line | null {
    for (let line = this.idle.pop(); line; line = this.idle.pop()) {
      if (line.idle) clearTimeout(line.idle);
      line.idle = null;
      if (!line.over) return line;
    }
    return null;
  }

  giveBack(line: Line, delivery: Delivery): void {
    const clean = delivery.outcome === 'accepted';
    if (line.over || this.closed || !this.settings.pool || !clean || line.mails >= MAILS_PER_CONNECTION) {
      this.end(line);
      return;
    }
    line.idle = setTimeout(() => this.end(line), this.timeouts.idleMs);
    line.idle.unref();
    this.idle.push(line);
  }

  /** A new connection: greeted, encrypted where that is to be had, logged in. */
  open(): Promise<Line> {
    const { settings, timeouts } = this;
    if (this.closed) return Promise.reject(new Error('the mail transport is closed'));
    const smtp = new SMTPConnection({
      host: settings.host,
      port: settings.port,
      secure: settings.secure,
      requireTLS: settings.requireTls,
      connectionTimeout: timeouts.connectMs,
      greetingTimeout: timeouts.greetingMs,
      socketTimeout: timeouts.silenceMs,
      dnsTimeout: timeouts.connectMs,
      socketCloseTimeout: 1_000,
      tls: { rejectUnauthorized: settings.verifyCertificate },
      ...(settings.name ? { name: settings.name } : {}),
    });
    const line: Line = { smtp, mails: 0, over: false, idle: null };
    this.all.add(line);
    return new Promise<Line>((resolve, reject) => {
      const failed = (error: Error) => {
        this.end(line);
        reject(error);
      };
      smtp.on('error', failed);
      smtp.once('end', () => {
        line.over = true;
        this.all.delete(line);
        reject(new Error('the mail server closed the connection'));
      });
      smtp.connect((failure?: Error | null) => {
        if (failure) failed(failure);
        else if (settings.user === null) resolve(line);
        else {
          const credentials = { user: settings.user, pass: settings.password ?? '' };
          smtp.login({ credentials }, (refused: Error | null) => (refused ? failed(refused) : resolve(line)));
        }
      });
    });
  }

  private end(line: Line): void {
    if (line.idle) clearTimeout(line.idle);
    line.idle = null;
    line.over = true;
    this.all.delete(line);
    if (line.smtp.destroyed) return;
    // A polite QUIT where the connection is still good, and the end in any case.
    line.smtp.quit();
    setTimeout(() => line.smtp.close(), 500).unref();
  }

  async close(): Promise<void> {
    this.closed = true;
    this.idle.length = 0;
    for (const line of [...this.all]) {
      line.over = true;
      line.smtp.close();
    }
    this.all.clear();
  }
}
