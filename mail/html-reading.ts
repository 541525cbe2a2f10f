/**
 * HTML mail read as text: one pass over the characters, no tree, so the time is linear in the length whatever the nesting.
 * Scripts, styles, hidden text and images are left out; quoted history keeps its `> ` and is marked.
 */
import { decodeEntities } from './html-entities';

export interface HtmlReading {
  /** Readable lines; what the sender's mail program marked as quoted starts with `> `. */
  text: string;
  /** Lines (0-based) of `text` at which the mail program itself marked "history starts here". */
  historyStarts: number[];
  /** Lines of `text` that it marked as the signature. */
  signatureLines: Set<number>;
  /** True where any mark was found, so that this reading is to be preferred to the plain part. */
  marked: boolean;
}

const LONGEST_HTML = 2_000_000;

const SILENT = new Set(
  'script style head title noscript template svg math object iframe textarea select option audio video canvas map'.split(
    ' ',
  ),
);
const BLOCK = new Set(
  'p div tr table tbody thead ul ol li h1 h2 h3 h4 h5 h6 section article header footer main address pre form dl dt dd center fieldset figure blockquote hr aside nav body'.split(
    ' ',
  ),
);
const PARAGRAPH = new Set(['p', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'blockquote', 'pre']);
const VOID = new Set(
  'br hr img input meta link base area col embed param source track wbr o:p'
    .split(' ')
    .filter((name) => name !== 'o:p'),
);

const HISTORY_IDS = new Set([
  'divrplyfwdmsg',
  'appendonsend',
  'mail-editor-reference-message-container',
  'zwchr',
  'stopspelling',
  'olk_src_body_section',
  'reply-intro',
  'replysplit',
  'oriMsgHtmlSeperator'.toLowerCase(),
]);
const HISTORY_CLASSES = [
  'yahoo_quoted',
  'moz-forward-container',
  'zmail_extra',
  'protonmail_quote',
  'ms-outlook-mobile-reference-message',
  'moz-email-headers-table',
  'tutanota_quote',
  'freebirdformviewercomponents',
];
const SIGNATURE_CLASSES = ['gmail_signature', 'moz-signature', 'protonmail_signature_block', 'applemailsignature'];
const SIGNATURE_IDS = new Set(['signature', 'ms-outlook-mobile-signature', 'applemailsignature', 'ydpsignature']);

interface Span {
  name: string;
  depth: number;
}

/** Reads at most two million characters; a longer mail is cut. Never throws. */
export function readHtml(source: string): HtmlReading {
  const html = source.length > LONGEST_HTML ? source.slice(0, LONGEST_HTML) : source;
  const page = new Page();
  let silent: Span | null = null;
  let signature: Span | null = null;
  const quotes: Span[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const until = open < 0 ? html.length : open;
    if (until > at && !silent) page.write(html.slice(at, until));
    if (open < 0) break;
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      // An unclosed comment swallows the rest in a browser too; nothing readable follows.
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const close = tagEnd(html, open);
    if (close < 0) {
      if (!silent) page.write(html.slice(open));
      break;
    }
    const tag = readTag(html.slice(open + 1, close));
    at = close + 1;
    if (!tag) {
      // "a < b" in a careless mail is text.
      const next = html.charCodeAt(open + 1);
      if (!silent && (next === 32 || (next >= 48 && next <= 61))) {
        page.write('<');
        at = open + 1;
      }
      continue;
    }
    const { name, closing } = tag;
    if (silent) {
      if (name === silent.name) silent.depth += closing ? -1 : 1;
      if (silent.depth === 0) silent = null;
      // A script or style ends at its own closing tag only; its content is no markup.
      else if ((silent.name === 'script' || silent.name === 'style') && !(closing && name === silent.name)) {
        const end = indexOfClosing(html, silent.name, at);
        at = end < 0 ? html.length : end;
        silent.depth = 1;
      }
      continue;
    }
    if (signature && name === signature.name) {
      signature.depth += closing ? -1 : 1;
      if (signature.depth === 0) {
        page.breakLine();
        page.inSignature = false;
        signature = null;
      }
    }
    const quote = quotes[quotes.length - 1];
    if (quote && name === quote.name) {
      quote.depth += closing ? -1 : 1;
      if (quote.depth === 0) {
        page.breakLine();
        quotes.pop();
        page.quoteDepth = quotes.length;
        page.wantBlank();
        continue;
      }
    }
    if (closing) {
      if (BLOCK.has(name)) page.breakLine();
      if (PARAGRAPH.has(name)) page.wantBlank();
      if (name === 'td' || name === 'th') page.write(' ');
      continue;
    }
    const attributes = tag.attributes;
    if (SILENT.has(name) || (!VOID.has(name) && isHidden(attributes))) {
      if (!tag.selfClosing || SILENT.has(name)) silent = { name, depth: 1 };
      if (name === 'script' || name === 'style') {
        const end = indexOfClosing(html, name, at);
        at = end < 0 ? html.length : end;
      }
      continue;
    }
    if (name === 'br') {
      page.newLine();
      continue;
    }
    if (BLOCK.has(name)) page.breakLine();
    if (PARAGRAPH.has(name)) page.wantBlank();
    if (name === 'li') page.write('- ');
    if (name === 'td' || name === 'th') page.write(' ');
    if (attributes) {
      if (startsHistory(name, attributes)) page.markHistory();
      if (!signature && !VOID.has(name) && isSignature(attributes)) {
        page.breakLine();
        page.inSignature = true;
        page.marked = true;
        signature = { name, depth: 1 };
      }
    }
    if (name === 'blockquote' && quotes.length < 20 && isQuote(attributes, html, at)) {
      quotes.push({ name, depth: 1 });
      page.quoteDepth = quotes.length;
      page.marked = true;
    }
    if (name === 'hr') page.rule();
  }
  return page.finish();
}

/** Collects lines; white space is folded as a browser would. */
class Page {
  quoteDepth = 0;
  inSignature = false;
  marked = false;
  private readonly lines: string[] = [];
  private readonly historyStarts: number[] = [];
  private readonly signatureLines = new Set<number>();
  /** The line being written; joined once, since a growing string that is looked at is copied each time. */
  private pieces: string[] = [];
  private endsInSpace = false;
  private pendingHistory = false;

  write(raw: string): void {
    const text = decodeEntities(raw).replace(/[ \t\r\n\u00a0]+/g, ' ');
    const fresh = this.pieces.length === 0 || this.endsInSpace;
    const kept = fresh && text.startsWith(' ') ? text.slice(1) : text;
    if (kept === '') return;
    this.pieces.push(kept);
    this.endsInSpace = kept.endsWith(' ');
  }

  newLine(): void {
    this.push(this.takeLine());
  }

  breakLine(): void {
    const line = this.takeLine();
    if (line !== '') this.push(line);
  }

  wantBlank(): void {
    const last = this.lines[this.lines.length - 1];
    if (last !== undefined && last !== '') this.lines.push('');
  }

  rule(): void {
    this.breakLine();
    this.push('________________________________');
  }

  markHistory(): void {
    this.breakLine();
    this.pendingHistory = true;
    this.marked = true;
  }

  finish(): HtmlReading {
    this.breakLine();
    return {
      text: this.lines.join('\n'),
      historyStarts: this.historyStarts,
      signatureLines: this.signatureLines,
      marked: this.marked,
    };
  }

  private takeLine(): string {
    const line = this.pieces.join('').trim();
    this.pieces = [];
    this.endsInSpace = false;
    return line;
  }

  private push(trimmed: string): void {
    // More than two empty lines in a row tell nothing.
    if (trimmed === '' && this.lines[this.lines.length - 1] === '' && this.lines[this.lines.length - 2] === '') return;
    if (this.pendingHistory && trimmed !== '') {
      this.historyStarts.push(this.lines.length);
      this.pendingHistory = false;
    }
    if (this.inSignature) this.signatureLines.add(this.lines.length);
    this.lines.push(this.quoteDepth > 0 ? `${'>'.repeat(this.quoteDepth)} ${trimmed}` : trimmed);
  }
}

interface Tag {
  name: string;
  closing: boolean;
  selfClosing: boolean;
  attributes: string;
}

function readTag(inner: string): Tag | null {
  const closing = inner.charCodeAt(0) === 47;
  const start = closing ? 1 : 0;
  let end = start;
  while (end < inner.length && end < start + 30 && isNameCharacter(inner.charCodeAt(end))) end++;
  if (end === start)
    return inner.startsWith('!') || inner.startsWith('?')
      ? { name: '!', closing: true, selfClosing: true, attributes: '' }
      : null;
  const selfClosing = inner.charCodeAt(inner.length - 1) === 47;
  return {
    name: inner.slice(start, end).toLowerCase(),
    closing,
    selfClosing,
    attributes: closing ? '' : inner.slice(end, end + 2_000).toLowerCase(),
  };
}

function isNameCharacter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 58);
}

/** The `>` that ends a tag, not one inside a quoted attribute; a quote left open ends at the first `>`. */
function tagEnd(html: string, open: number): number {
  const first = html.indexOf('>', open);
  if (first < 0) return -1;
  if (first - open < 8_000 && !html.slice(open, first).includes('=')) return first;
  const limit = Math.min(html.length, open + 8_000);
  let quote = 0;
  for (let i = open + 1; i < limit; i++) {
    const code = html.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return i;
    else if ((code === 34 || code === 39) && html.charCodeAt(i - 1) === 61) quote = code;
  }
  return first;
}

function indexOfClosing(html: string, name: string, from: number): number {
  let at = from;
  for (;;) {
    const found = html.indexOf('</', at);
    if (found < 0) return -1;
    if (html.slice(found + 2, found + 2 + name.length).toLowerCase() === name) return found;
    at = found + 2;
  }
}

const HIDDEN =
  /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|mso-hide\s{0,3}:\s{0,3}all|opacity\s{0,3}:\s{0,3}0(?:\.0{1,3})?\s{0,3}(?:[;"']|!|$)|max-height\s{0,3}:\s{0,3}0(?:px)?\s{0,3}(?:[;"']|!|$)/;
/** Zero-sized type alone hides nothing: layouts set it on a cell and give the text inside its own size. */
const NO_SIZE = /font-size\s{0,3}:\s{0,3}[01](?:px|pt|em|%)?\s{0,3}(?:[;"']|!|$)/;
const NO_HEIGHT_OR_COLOUR =
  /line-height\s{0,3}:\s{0,3}[01](?:px|pt|em|%)?\s{0,3}(?:[;"']|!|$)|color\s{0,3}:\s{0,3}transparent/;

function isHidden(attributes: string): boolean {
  if (attributes === '') return false;
  if (attributes.includes('style')) {
    if (HIDDEN.test(attributes)) return true;
    if (NO_SIZE.test(attributes) && NO_HEIGHT_OR_COLOUR.test(attributes)) return true;
  }
  return /(?:^|\s)hidden(?:\s|=|\/|$)/.test(attributes);
}

function attribute(attributes: string, name: string): string {
  const at = attributes.indexOf(`${name}=`);
  if (at < 0) return '';
  const start = at + name.length + 1;
  const quote = attributes[start];
  if (quote === '"' || quote === "'") {
    const end = attributes.indexOf(quote, start + 1);
    return attributes.slice(start + 1, end < 0 ? attributes.length : end);
  }
  const end = attributes.slice(start).search(/[\s>]/);
  return end < 0 ? attributes.slice(start) : attributes.slice(start, start + end);
}

function startsHistory(name: string, attributes: string): boolean {
  const id = attribute(attributes, 'id');
  if (id !== '' && (HISTORY_IDS.has(id) || HISTORY_IDS.has(id.replace(/^x_/, '')))) return true;
  const className = attribute(attributes, 'class');
  if (className !== '' && HISTORY_CLASSES.some((known) => className.includes(known))) return true;
  // Outlook on the desktop draws a thin line above its "From: Sent: To:" block.
  return (
    name === 'div' &&
    /border-top:\s{0,3}solid #(?:e1e1e1|b5c4df|b5c4de) 1\.0pt|border:\s?none;\s?border-top:\s?solid #?[a-z0-9]{3,8} 1\.0pt/.test(
      attributes,
    )
  );
}

function isSignature(attributes: string): boolean {
  const id = attribute(attributes, 'id');
  if (id !== '' && SIGNATURE_IDS.has(id.replace(/^x_/, ''))) return true;
  if (attributes.includes('data-smartmail="gmail_signature"') || attributes.includes('data-signatureblock="true"')) {
    return true;
  }
  const className = attribute(attributes, 'class');
  return className !== '' && SIGNATURE_CLASSES.some((known) => className.includes(known));
}

/** A quotation of somebody's mail, as opposed to an indented paragraph: said to be one, or bordered on the left. */
function isQuote(attributes: string, html: string, at: number): boolean {
  if (/type=["']?cite|gmail_quote|cite=|border-left|yandex|quote|mso-|padding-left/.test(attributes)) return true;
  // Some webmails write a bare <blockquote> right after "Name <address>:".
  return html.slice(Math.max(0, at - 200), at).includes('&gt;') || html.slice(Math.max(0, at - 60), at).includes(':');
}
