/** Text whose declared character set is wrong or missing. */
import { isAscii, isUtf8 } from 'node:buffer';

/** Pairs that UTF-8 letters turn into when they are read as windows-1252: "Ã¤", "â€™", "Â " and their kin. */
const MOJIBAKE =
  /[ÃÂ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2026\u2030\u2039\u203a\u20ac\u2122]|â€/;

/** True where the text shows signs of having been decoded with a wrong character set. */
export function looksMisread(text: string): boolean {
  return text.includes('\ufffd') || MOJIBAKE.test(text);
}

/**
 * Decodes bytes by what they are rather than by what is said of them: valid UTF-8 with letters beyond ASCII is UTF-8
 * (other encodings practically never are by accident), else the declared one if it fits, else windows-1252.
 */
export function decodeByContent(bytes: Uint8Array, declared: string | undefined): string {
  if (/^utf-?16/i.test(declared ?? '') && bytes.includes(0)) return decode(bytes, declared ?? '', false) ?? '';
  if (isAscii(bytes) && !isIso2022(bytes))
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const asUtf8 = isUtf8(bytes) ? decode(bytes, 'utf-8', true) : null;
  if (asUtf8 !== null && !isIso2022(bytes)) return asUtf8;
  const named = (declared ?? '').trim().toLowerCase();
  if (named !== '' && named !== 'utf-8' && named !== 'utf8') {
    const asDeclared = decode(bytes, named, false);
    if (asDeclared !== null && !asDeclared.includes('\ufffd')) return asDeclared;
  }
  if (asUtf8 !== null) return asUtf8;
  // Nearly valid UTF-8 (cut in the middle of a letter) is still UTF-8.
  const lenient = decode(bytes, 'utf-8', false) ?? '';
  const broken = lenient.split('\ufffd').length - 1;
  const beyondAscii = lenient.length - lenient.replace(/[\u0080-\uffff]/g, '').length;
  if (beyondAscii > 4 * broken) return lenient;
  return decode(bytes, 'windows-1252', false) ?? lenient;
}

function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}

/** ISO-2022-JP is seven-bit, hence valid UTF-8 too: its escape sequences give it away. */
function isIso2022(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.includes('\u001b$', 0, 'latin1') || buffer.includes('\u001b(', 0, 'latin1');
}
