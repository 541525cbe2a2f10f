/**
 * What a mail itself says: without the history it quotes and without signature, card and footer. One algorithm over
 * lines for plain and HTML mail; where the sender's program marked the history in its HTML, the marks are believed.
 */
import { readHtml } from './html-reading';
import { attributionAt, dividerAt, headerBlockAt, isQuotedLine, isRule } from './quote-marks';
import {
  isCardHead,
  isCardLine,
  isClosing,
  isDeviceSignature,
  isDisclaimer,
  isFooterLine,
  isPostscript,
  isSignatureDelimiter,
} from './signature';
import type { ParsedMail } from './types';

/** Lines looked at; nobody writes more. */
const MOST_LINES = 5_000;
/** Lines that hang under the first of a card. */
const MOST_CARD_LINES = 8;
/** Class names and ids by which HTML says where history begins: only then is the HTML preferred to the plain part. */
const MARKS_IN_HTML =
  /gmail_quote|gmail_signature|type=["']?cite|divRplyFwdMsg|appendonsend|yahoo_quoted|moz-cite-prefix|mail-editor-reference|protonmail_quote|moz-forward|zmail_extra|ms-outlook-mobile|OLK_SRC_BODY|border-top:\s?solid #(?:E1E1E1|B5C4DF)/i;

/**
 * The visible text, trimmed, with Unix line ends. A mail that only forwards shows what it forwards; an empty reply is
 * an empty string, never its history.
 */
export function visibleText(mail: ParsedMail): string {
  const { lines, historyStarts, signatureLines } = linesOf(mail);
  const own = ownLines(lines, historyStarts, signatureLines, isReply(mail));
  return tidy(withoutSignature(own));
}

interface Lines {
  lines: string[];
  historyStarts: ReadonlySet<number>;
  signatureLines: ReadonlySet<number>;
}

function linesOf(mail: ParsedMail): Lines {
  if (mail.html !== null && MARKS_IN_HTML.test(mail.html)) {
    const reading = readHtml(mail.html);
    if (reading.marked && reading.text.trim() !== '') {
      return {
        lines: reading.text.split('\n', MOST_LINES),
        historyStarts: new Set(reading.historyStarts),
        signatureLines: reading.signatureLines,
      };
    }
  }
  const lines = mail.text
    .replaceAll('\u00a0', ' ')
    .split('\n', MOST_LINES)
    .map((line) => line.trimEnd());
  return { lines, historyStarts: new Set(), signatureLines: new Set() };
}

function isReply(mail: ParsedMail): boolean {
  return mail.inReplyTo.length > 0 || /^\s*(?:re|aw|antw?|sv|rif|odp|vs|ref|res)\s?(?:\[\d+\])?:/i.test(mail.subject);
}

interface Own {
  text: string;
  signature: boolean;
}

function ownLines(
  lines: readonly string[],
  historyStarts: ReadonlySet<number>,
  signatureLines: ReadonlySet<number>,
  reply: boolean,
): Own[] {
  const own: Own[] = [];
  const quoted: string[] = [];
  let forwarded = false;
  let sawAttribution = false;
  let taken = 0;
  let at = 0;
  /** At a mark below which all is history: stop if something was said above, else go on with what it introduces. */
  const stopsHere = () => saysSomething(own);
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (historyStarts.has(at) && stopsHere()) break;
    if (isQuotedLine(line) && !isBrokenAttribution(lines, at)) {
      // "> Begin forwarded message:" and header blocks inside quotes belong to the quote.
      quoted.push(line);
      if (dividerAt(line) === 'forward') forwarded = true;
      at += 1;
      taken = at;
      continue;
    }
    const divider = dividerAt(line);
    if (divider !== null) {
      if (stopsHere()) break;
      if (divider === 'forward' || divider === 'original') {
        forwarded = true;
        own.length = 0;
      }
      at += 1;
      taken = at;
      continue;
    }
    if (isRule(line) && !signatureLines.has(at)) {
      const next = nextWritten(lines, at + 1);
      if (headerBlockAt(lines, next, true)) {
        at = next;
        if (stopsHere()) break;
        continue;
      }
    }
    const block = headerBlockAt(lines, at, isAfterDivider(lines, at));
    if (block) {
      if (stopsHere()) break;
      forwarded = true;
      own.length = 0;
      at = block.to;
      taken = at;
      continue;
    }
    const attribution = attributionAt(lines, at, taken);
    if (attribution) {
      dropLast(own, at - attribution.from);
      const next = nextWritten(lines, attribution.to);
      const quotesFollow = isQuotedLine(lines[next] ?? '');
      sawAttribution = true;
      at = attribution.to;
      taken = at;
      if (quotesFollow) continue;
      if (stopsHere()) break;
      // A reply whose history is not marked by ">" and that says nothing above it says nothing at all.
      if (reply) return [];
      continue;
    }
    own.push({ text: line, signature: signatureLines.has(at) });
    at += 1;
  }
  if (saysSomething(own)) return own;
  if (quoted.length === 0 || (reply && !forwarded)) return forwarded && reply ? [] : own;
  if (forwarded) {
    const inner = quoted.map((line) => unquotedOnce(line));
    return ownLines(inner, new Set(), new Set(), false);
  }
  // Nothing but quotes: with "… wrote:" above it is an empty reply, without it somebody pasted a text.
  return sawAttribution || quoted.some((_, index) => attributionAt(quoted, index, 0) !== null)
    ? []
    : quoted.map((text) => ({ text, signature: false }));
}

function saysSomething(own: readonly Own[]): boolean {
  return own.some(
    ({ text, signature }) =>
      !signature &&
      /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text) &&
      !isDeviceSignature(text) &&
      !isFooterLine(text),
  );
}

/** A line that begins with `>` because an address was broken off before its bracket: "<anna@example.org↵> wrote:". */
function isBrokenAttribution(lines: readonly string[], at: number): boolean {
  return /^> ?\S{1,20}(?: \S{1,20})?\s?:$/.test(lines[at] ?? '') && /@\S{1,200}$/.test(lines[at - 1] ?? '');
}

function isAfterDivider(lines: readonly string[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 2); before--) {
    const line = lines[before] ?? '';
    if (line.trim() === '') continue;
    return isRule(line) || dividerAt(line) !== null;
  }
  return false;
}

function nextWritten(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && at < from + 4 && (lines[at] ?? '').trim() === '') at++;
  return at;
}

function dropLast(own: Own[], count: number): void {
  if (count > 0) own.splice(Math.max(0, own.length - count), count);
}

function unquotedOnce(line: string): string {
  return line.replace(/^\s{0,4}[>|] ?/, '');
}

/** Takes off what hangs under the message proper. The first line is never taken for a signature. */
function withoutSignature(own: readonly Own[]): string[] {
  const kept: string[] = [];
  let inSignature = false;
  for (const [index, { text, signature }] of own.entries()) {
    if (signature) continue;
    if (isSignatureDelimiter(text) && kept.some((line) => line.trim() !== '')) {
      inSignature = true;
      continue;
    }
    if (inSignature) continue;
    if (isDeviceSignature(text)) continue;
    if (isFooterLine(text) && index > 0 && restIsFooter(own, index)) break;
    if (isCardHead(text) && standsApart(kept) && restIsCard(own, index)) break;
    kept.push(text);
  }
  return withoutCard(dropTrailingNoise(kept));
}

/** A footer line ends the message only where nothing but footer comes after it. */
function restIsFooter(own: readonly Own[], from: number): boolean {
  return own
    .slice(from + 1, from + 60)
    .every(({ text }) => isCardLine(text) || isFooterLine(text) || isDisclaimer(text) || text.length < 120);
}

/** Below an empty line or a closing, with something said above. */
function standsApart(kept: readonly string[]): boolean {
  const above = (kept.at(-1) ?? '').trim();
  return (above === '' || isClosing(above)) && kept.some((line) => line.trim() !== '');
}

/** Nothing but a card, a motto or a footer comes after its first line. */
function restIsCard(own: readonly Own[], from: number): boolean {
  const rest = own.slice(from + 1).filter(({ text }) => text.trim() !== '');
  return rest.length <= MOST_CARD_LINES && rest.every(({ text }) => text.length < 160 && !isPostscript(text));
}

/** Below "Kind regards, Anna Berg" the business card and the legal note go; a postscript stays. */
function withoutCard(lines: string[]): string[] {
  for (let at = lines.length - 1; at > 0; at--) {
    if (!isClosing(lines[at] ?? '')) continue;
    let end = at + 1;
    let nameLines = 0;
    while (end < lines.length && nameLines < 1) {
      const line = (lines[end] ?? '').trim();
      if (line !== '') nameLines += 1;
      end += 1;
    }
    const rest = lines.slice(end);
    if (!rest.every((line) => isCardLine(line))) {
      // A postscript or another paragraph: only a clause at the very end goes.
      return dropTrailingDisclaimer(lines);
    }
    return lines.slice(0, end);
  }
  return dropTrailingDisclaimer(lines);
}

function dropTrailingDisclaimer(lines: string[]): string[] {
  let end = lines.length;
  for (let at = lines.length - 1; at > 0; at--) {
    const line = (lines[at] ?? '').trim();
    if (line === '' || isRule(line)) continue;
    if (
      line.length > 60 &&
      /confidential|privileged|vertraulich|confidentiel|confidencial|vertrouwelijk|konfidentiell|fortrolig/i.test(
        line.slice(0, 1_500),
      )
    ) {
      end = at;
      continue;
    }
    break;
  }
  return lines.slice(0, end);
}

function dropTrailingNoise(lines: string[]): string[] {
  let end = lines.length;
  while (end > 0) {
    const line = (lines[end - 1] ?? '').trim();
    if (line === '' || isRule(line) || line === 'ᐧ') end -= 1;
    else break;
  }
  return lines.slice(0, end);
}

function tidy(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
