/** Content transfer encodings (RFC 2045 6), on whole bodies at once. */

const EQUALS = 61;
const HEX = new Int8Array(256).fill(-1);
for (let at = 0; at < 16; at++) {
  HEX['0123456789abcdef'.charCodeAt(at)] = at;
  HEX['0123456789ABCDEF'.charCodeAt(at)] = at;
}

/** Bytes of a body; wrong sequences stay as they are, a cut last group is dropped. */
export function decodeTransfer(body: Buffer, encoding: 'base64' | 'quoted-printable' | 'none'): Buffer {
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(body);
  return body;
}

function decodeQuotedPrintable(body: Buffer): Buffer {
  let next = body.indexOf(EQUALS);
  if (next < 0) return body;
  const out = Buffer.allocUnsafe(body.length);
  let length = 0;
  let at = 0;
  while (next >= 0) {
    length += body.copy(out, length, at, next);
    const high = HEX[body[next + 1] ?? 0] ?? -1;
    const low = HEX[body[next + 2] ?? 0] ?? -1;
    if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low;
      at = next + 3;
    } else {
      const end = endOfSoftBreak(body, next + 1);
      if (end > 0) at = end;
      else {
        out[length++] = EQUALS;
        at = next + 1;
      }
    }
    next = body.indexOf(EQUALS, at);
  }
  length += body.copy(out, length, at);
  return out.subarray(0, length);
}

/** Behind "=", white space and a line end: where the line goes on; 0 where it is no soft break. */
function endOfSoftBreak(body: Buffer, from: number): number {
  let at = from;
  // Some gateways add spaces after the "="; more than a few are text.
  while (at < from + 20 && (body[at] === 32 || body[at] === 9)) at++;
  if (at >= body.length) return at;
  if (body[at] === 13 && body[at + 1] === 10) return at + 2;
  return body[at] === 10 ? at + 1 : 0;
}
