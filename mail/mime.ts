/**
 * A mail taken apart into its parts (RFC 2045, RFC 2046). One pass with native searches over the bytes, no tree and no
 * copy of a body: the time is linear in the length, and size, nesting and number of parts are bounded on the way. A
 * general MIME parser that decodes every attachment line by line is the slower and the easier one to choke.
 */
import { decodeByContent } from './charset';
import { type HeaderParameters, readParameters } from './header-parameters';
import type { MailHeader } from './types';

export interface MailLimits {
  /** Bytes looked at of a mail; the rest is left unread. */
  mostBytes: number;
  mostParts: number;
  deepestNesting: number;
  /** Lines of the mail's own header, and bytes of it and of each part's. */
  mostHeaders: number;
  mostHeaderBytes: number;
  mostPartHeaderBytes: number;
  /** Encoded bytes read of one text part; four times as many of all. */
  mostTextBytes: number;
  /** Lines that begin with two dashes and so may be a boundary. */
  mostDashLines: number;
}

export const MAIL_LIMITS: MailLimits = {
  mostBytes: 40_000_000,
  mostParts: 400,
  deepestNesting: 30,
  mostHeaders: 400,
  mostHeaderBytes: 131_072,
  mostPartHeaderBytes: 8_192,
  mostTextBytes: 524_288,
  mostDashLines: 40_000,
};

/** A part that has no parts of its own. */
export interface MailPart {
  /** Lower case, `text/plain` where none is given. */
  type: string;
  parameters: HeaderParameters;
  /** `attachment`, `inline`, or empty where nothing is said. */
  disposition: string;
  filename: string | null;
  encoding: 'base64' | 'quoted-printable' | 'none';
  /** Still encoded: `decodeTransfer`. */
  body: Buffer;
  /** Parts with the same number are alternatives of one another. */
  alternative: number;
}

export interface SplitMail {
  headers: MailHeader[];
  parts: MailPart[];
  problems: string[];
}

const LF = 10;
const CR = 13;
const DASH = 45;
const BOUNDARY_START = Buffer.from('\n--');

/** Never throws. */
export function splitMail(raw: Uint8Array, limits: MailLimits = MAIL_LIMITS): SplitMail {
  const problems = new Set<string>();
  let source = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  if (source.length > limits.mostBytes) {
    problems.add(
      `The mail is larger than ${Math.round(limits.mostBytes / 1_000_000)} MB; only its beginning was read.`,
    );
    source = source.subarray(0, limits.mostBytes);
  }
  if (source.indexOf(LF) < 0 && source.indexOf(CR) >= 0) source = withLineFeeds(source);
  const splitter = new Splitter(source, limits, problems);
  splitter.run();
  return { headers: splitter.headers, parts: splitter.parts, problems: [...problems] };
}

/** What is known of a multipart whose boundary was declared. */
interface Multipart {
  depth: number;
  alternative: number | null;
  /** RFC 2046 5.1.5: parts of a digest are mails unless they say otherwise. */
  digest: boolean;
  /** One around it that uses the same boundary, against the rules. */
  outer: Multipart | undefined;
}

interface BoundaryLine {
  boundary: string;
  /** Where the line begins, where it ends. */
  at: number;
  end: number;
  opens: boolean;
  multipart: Multipart;
}

class Splitter {
  headers: MailHeader[] = [];
  readonly parts: MailPart[] = [];
  private readonly multiparts = new Map<string, Multipart>();
  private alternatives = 0;
  private dashLines = 0;

  constructor(
    private readonly source: Buffer,
    private readonly limits: MailLimits,
    private readonly problems: Set<string>,
  ) {}

  run(): void {
    const root = this.readHeader(0, this.limits.mostHeaderBytes, this.limits.mostHeaders);
    this.headers = root.fields;
    let within: Multipart = { depth: 0, alternative: null, digest: false, outer: undefined };
    let fields = root.fields;
    let bodyStart = root.end;
    let seen = 0;
    for (;;) {
      const part = this.describe(fields, within);
      if (part === null) return;
      const next = this.nextBoundary(bodyStart);
      if (part !== 'multipart') {
        part.body = this.source.subarray(bodyStart, next ? this.beforeLineEnd(bodyStart, next.at) : this.source.length);
        this.parts.push(part);
      }
      const opening = this.nextOpening(next);
      if (!opening) return;
      seen += 1;
      if (seen > this.limits.mostParts) {
        this.problems.add(`The mail has more than ${this.limits.mostParts} parts; the rest was not read.`);
        return;
      }
      within = opening.multipart;
      const header = this.readHeader(opening.end, this.limits.mostPartHeaderBytes, 50);
      fields = header.fields;
      bodyStart = header.end;
    }
  }

  /** Null where the mail is nested too deep to go on. */
  private describe(fields: readonly MailHeader[], within: Multipart): MailPart | 'multipart' | null {
    const first = (name: string) => fields.find((field) => field.name === name)?.value;
    const given = readParameters(first('content-type') ?? '');
    // "text" alone is how mail said it before MIME.
    const type = given.value.includes('/') ? given.value : within.digest ? 'message/rfc822' : 'text/plain';
    if (type.startsWith('multipart/')) {
      const depth = within.depth + 1;
      if (depth > this.limits.deepestNesting) {
        this.problems.add(
          `The mail is nested deeper than ${this.limits.deepestNesting} levels; what lies deeper was not read.`,
        );
        return null;
      }
      const boundary = given.get('boundary')?.trimEnd();
      if (boundary) {
        const alternative = type === 'multipart/alternative' ? ++this.alternatives : within.alternative;
        const name = boundary.slice(0, 200);
        const outer = this.multiparts.get(name);
        this.multiparts.set(name, { depth, alternative, digest: type === 'multipart/digest', outer });
      }
      return 'multipart';
    }
    const disposition = readParameters(first('content-disposition') ?? '');
    const transfer = (first('content-transfer-encoding') ?? '').toLowerCase();
    return {
      type,
      parameters: given,
      disposition: disposition.value,
      filename: disposition.get('filename') ?? given.get('name') ?? null,
      encoding: transfer.includes('base64')
        ? 'base64'
        : transfer.includes('quoted-printable')
          ? 'quoted-printable'
          : 'none',
      body: this.source.subarray(0, 0),
      alternative: within.alternative ?? ++this.alternatives,
    };
  }

  /** Reads one header section; `end` is where the body begins. */
  private readHeader(start: number, mostBytes: number, mostLines: number): { fields: MailHeader[]; end: number } {
    const { source } = this;
    const { headerEnd, end } = this.endOfHeader(start);
    let cut = headerEnd;
    if (headerEnd - start > mostBytes) {
      this.problems.add('A header of the mail is longer than is read; its end was left out.');
      cut = start + mostBytes;
    }
    const fields: MailHeader[] = [];
    // Nearly always ASCII; else what the bytes say, as in a body.
    for (const line of decodeByContent(source.subarray(start, cut), undefined).split('\n')) {
      const code = line.charCodeAt(0);
      const last = fields[fields.length - 1];
      if (code === 32 || code === 9) {
        if (last && last.value.length < 100_000) last.value += ` ${line.trim()}`;
        continue;
      }
      const colon = line.indexOf(':');
      if (colon < 1 || colon > 200) continue;
      if (fields.length >= mostLines) {
        this.problems.add(`A header of the mail has more than ${mostLines} lines; the rest was left out.`);
        break;
      }
      fields.push({ name: line.slice(0, colon).trimEnd().toLowerCase(), value: line.slice(colon + 1).trim() });
    }
    return { fields, end };
  }

  /** At the first empty line, or at a boundary that comes before it (a part without a body). */
  private endOfHeader(start: number): { headerEnd: number; end: number } {
    const { source } = this;
    if (source[start] === LF) return { headerEnd: start, end: start + 1 };
    if (source[start] === CR && source[start + 1] === LF) return { headerEnd: start, end: start + 2 };
    for (let at = source.indexOf(LF, start); at >= 0; at = source.indexOf(LF, at + 1)) {
      const following = source[at + 1];
      if (following === LF) return { headerEnd: at, end: at + 2 };
      if (following === CR && source[at + 2] === LF) return { headerEnd: at, end: at + 3 };
      if (following === DASH && source[at + 2] === DASH && this.boundaryAt(at + 1))
        return { headerEnd: at, end: at + 1 };
    }
    return { headerEnd: source.length, end: source.length };
  }

  /** The boundary line that begins at `at`, if it is one of an open multipart. */
  private boundaryAt(at: number): BoundaryLine | null {
    if (this.multiparts.size === 0) return null;
    const lineFeed = this.source.subarray(at, at + 400).indexOf(LF);
    const end = lineFeed < 0 ? Math.min(this.source.length, at + 400) : at + lineFeed + 1;
    const line = this.source.toString('latin1', at + 2, end).trimEnd();
    const opened = this.multiparts.get(line);
    if (opened) return { boundary: line, at, end, opens: true, multipart: opened };
    const boundary = line.endsWith('--') ? line.slice(0, -2) : '';
    const closed = this.multiparts.get(boundary);
    return closed ? { boundary, at, end, opens: false, multipart: closed } : null;
  }

  private nextBoundary(from: number): BoundaryLine | null {
    if (this.multiparts.size === 0) return null;
    if (this.source[from] === DASH && this.source[from + 1] === DASH) {
      const found = this.boundaryAt(from);
      if (found) return found;
    }
    for (let at = this.source.indexOf(BOUNDARY_START, Math.max(0, from - 1)); at >= 0; ) {
      this.dashLines += 1;
      if (this.dashLines > this.limits.mostDashLines) {
        this.problems.add(
          'More lines of the mail look like part boundaries than are looked at; the rest was not read.',
        );
        return null;
      }
      const found = this.boundaryAt(at + 1);
      if (found) return found;
      at = this.source.indexOf(BOUNDARY_START, at + 1);
    }
    return null;
  }

  /** A closed multipart stays closed: what follows is its epilogue, up to the next part that opens. */
  private nextOpening(from: BoundaryLine | null): BoundaryLine | null {
    let line = from;
    while (line && !line.opens) {
      if (line.multipart.outer) this.multiparts.set(line.boundary, line.multipart.outer);
      else this.multiparts.delete(line.boundary);
      line = this.nextBoundary(line.end);
    }
    return line;
  }

  /** The line end before a boundary belongs to the boundary. */
  private beforeLineEnd(start: number, at: number): number {
    let end = at;
    if (end > start && this.source[end - 1] === LF) end -= 1;
    if (end > start && this.source[end - 1] === CR) end -= 1;
    return end;
  }
}

function withLineFeeds(source: Buffer): Buffer<ArrayBuffer> {
  const copy = Buffer.from(source);
  for (let at = copy.indexOf(CR); at >= 0; at = copy.indexOf(CR, at + 1)) copy[at] = LF;
  return copy;
}
