/** Parts of a mail as bytes: charsets, transfer encodings, RFC 2047 words, multiparts. CRLF throughout. */

export type Encoding = 'qp' | 'base64' | '8bit';
export type Charset = 'utf-8' | 'iso-8859-1' | 'windows-1252' | 'none' | 'none-1252' | 'us-ascii-lie';

export interface Part {
  headers: string[];
  body: Buffer;
}

const CP1252: Record<string, number> = {
  '€': 0x80,
  '‚': 0x82,
  '„': 0x84,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
  '™': 0x99,
  œ: 0x9c,
};

/** Text as bytes of a charset; a character it lacks becomes `?`, as old programs do. */
function bytesOf(text: string, charset: Charset): Buffer {
  if (charset === 'utf-8' || charset === 'none') return Buffer.from(text, 'utf8');
  const out: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 63;
    const special = charset === 'iso-8859-1' ? undefined : CP1252[char];
    out.push(special ?? (code < 256 ? code : 63));
  }
  return Buffer.from(out);
}

function quotedPrintable(bytes: Buffer): string {
  const lines: string[] = [];
  let line = '';
  const flush = (soft: boolean): void => {
    lines.push(soft ? `${line}=` : line.replace(/[ \t]$/, (end) => (end === ' ' ? '=20' : '=09')));
    line = '';
  };
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 13) continue;
    if (byte === 10) {
      flush(false);
      continue;
    }
    const plain = (byte >= 32 && byte <= 126 && byte !== 61) || byte === 9;
    const token = plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (line.length + token.length > 75) flush(true);
    line += token;
  }
  flush(false);
  return lines.join('\r\n');
}

function base64(bytes: Buffer): string {
  return (bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n');
}

/** A text part, encoded. `none` and `none-1252` name no charset; `us-ascii-lie` names the wrong one. */
export function textPart(type: string, text: string, charset: Charset, encoding: Encoding): Part {
  const crlf = text.replace(/\r?\n/g, '\r\n');
  const bytes = bytesOf(crlf, charset);
  const named = charset === 'us-ascii-lie' ? 'us-ascii' : charset;
  const param = charset.startsWith('none') ? '' : `; charset="${named}"`;
  const name = { qp: 'quoted-printable', base64: 'base64', '8bit': '8bit' }[encoding];
  const body =
    encoding === '8bit' ? bytes : Buffer.from(encoding === 'qp' ? quotedPrintable(bytes) : base64(bytes), 'latin1');
  return { headers: [`Content-Type: ${type}${param}`, `Content-Transfer-Encoding: ${name}`], body };
}

/** A file that hangs on the mail; the bytes are nothing in particular. */
export function attachment(filename: string): Part {
  const type = filename.endsWith('.pdf') ? 'application/pdf' : 'application/octet-stream';
  const body = Buffer.from(base64(Buffer.from(`%PDF-1.4\n% ${filename}\n%%EOF\n`)), 'latin1');
  return {
    headers: [
      `Content-Type: ${type}; name="${encodeWords(filename)}"`,
      `Content-Disposition: attachment; filename="${encodeWords(filename)}"`,
      'Content-Transfer-Encoding: base64',
    ],
    body,
  };
}

/** Parts put together; `subtype` may carry parameters (`report; report-type=delivery-status`). */
export function multipart(subtype: string, parts: Part[], boundary: string): Part {
  const chunks: Buffer[] = [];
  for (const part of parts) {
    chunks.push(Buffer.from(`--${boundary}\r\n${part.headers.join('\r\n')}\r\n\r\n`), part.body, Buffer.from('\r\n'));
  }
  chunks.push(Buffer.from(`--${boundary}--\r\n`));
  return { headers: [`Content-Type: multipart/${subtype}; boundary="${boundary}"`], body: Buffer.concat(chunks) };
}

/** RFC 2047 words where the text is not ASCII; each word holds whole characters. */
export function encodeWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words: string[] = [];
  let chunk = '';
  for (const char of text) {
    if (Buffer.byteLength(chunk + char) > 42) {
      words.push(chunk);
      chunk = '';
    }
    chunk += char;
  }
  words.push(chunk);
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}
