/** The bodies of HTML forms, as mail services post them: multipart/form-data and urlencoded. Linear, bounded. */

export interface FormPart {
  name: string;
  filename: string | null;
  contentType: string;
  value: Buffer;
}

export interface Form {
  /** First value of a field as bytes. */
  bytes(name: string): Buffer | null;
  /** First value of a field, decoded from `charset` (UTF-8 unless told, and where the name is unknown). */
  text(name: string, charset?: string): string;
  files(): FormPart[];
}

const MOST_PARTS = 500;
const MOST_FIELD_CHARACTERS = 60_000_000;

/** An empty form where the body is none. */
export function readForm(contentType: string | undefined, body: Buffer): Form {
  const type = (contentType ?? '').toLowerCase();
  if (type.startsWith('multipart/form-data')) return formOf(readMultipart(contentType ?? '', body));
  if (type.startsWith('application/x-www-form-urlencoded')) return formOf(readUrlEncoded(body));
  return formOf([]);
}

function formOf(parts: FormPart[]): Form {
  const find = (name: string) => parts.find((part) => part.name === name);
  return {
    bytes: (name) => find(name)?.value ?? null,
    text: (name, charset = 'utf-8') => decode(find(name)?.value, charset),
    files: () => parts.filter((part) => part.filename !== null),
  };
}

function decode(value: Buffer | undefined, charset: string): string {
  if (!value) return '';
  try {
    return new TextDecoder(charset).decode(value);
  } catch {
    return value.toString('utf8');
  }
}

function readUrlEncoded(body: Buffer): FormPart[] {
  const parts: FormPart[] = [];
  for (const [name, value] of new URLSearchParams(body.toString('latin1').slice(0, MOST_FIELD_CHARACTERS))) {
    if (parts.length >= MOST_PARTS) break;
    parts.push({ name, filename: null, contentType: 'text/plain', value: Buffer.from(value) });
  }
  return parts;
}

function readMultipart(contentType: string, body: Buffer): FormPart[] {
  const boundary = /boundary=(?:"([^"]{1,200})"|([^;\s]{1,200}))/i.exec(contentType);
  const name = boundary?.[1] ?? boundary?.[2];
  if (name === undefined) return [];
  const delimiter = Buffer.from(`--${name}`);
  const parts: FormPart[] = [];
  let at = body.indexOf(delimiter);
  while (at >= 0 && parts.length < MOST_PARTS) {
    let start = at + delimiter.length;
    if (body[start] === 45 && body[start + 1] === 45) break;
    start = body.indexOf(10, start) + 1;
    if (start === 0) break;
    const next = nextDelimiter(body, delimiter, start);
    const part = readPart(body.subarray(start, next.end));
    if (part) parts.push(part);
    at = next.at;
  }
  return parts;
}

/** The delimiter belongs to the line end before it. */
function nextDelimiter(body: Buffer, delimiter: Buffer, from: number): { at: number; end: number } {
  for (let at = body.indexOf(delimiter, from); at >= 0; at = body.indexOf(delimiter, at + 1)) {
    const follows = body[at + delimiter.length];
    const endsLine = follows === 13 || follows === 10 || follows === 45 || follows === undefined;
    if (at > 0 && body[at - 1] === 10 && endsLine) return { at, end: body[at - 2] === 13 ? at - 2 : at - 1 };
  }
  return { at: -1, end: body.length };
}

function readPart(bytes: Buffer): FormPart | null {
  // A field without a header of its own begins with the blank line at once.
  const crlf = bytes.indexOf('\r\n\r\n');
  const plain = bytes.indexOf('\n\n');
  const useCrlf = crlf >= 0 && (plain < 0 || crlf < plain);
  const headerEnd = useCrlf ? crlf : plain;
  if (headerEnd < 0 || headerEnd > 16_384) return null;
  const header = bytes.toString('utf8', 0, headerEnd).replace(/\r?\n[ \t]+/g, ' ');
  const disposition = /^content-disposition:([^\r\n]{1,4000})/im.exec(header)?.[1] ?? '';
  const name = parameter(disposition, 'name');
  if (name === null) return null;
  return {
    name,
    filename: parameter(disposition, 'filename'),
    contentType: /^content-type:\s{0,5}([^\r\n]{1,500})/im.exec(header)?.[1]?.trim() ?? 'text/plain',
    value: bytes.subarray(headerEnd + (useCrlf ? 4 : 2)),
  };
}

function parameter(disposition: string, name: string): string | null {
  const found = new RegExp(`;\\s{0,5}${name}=(?:"([^"]{0,1000})"|([^;\\s]{0,1000}))`, 'i').exec(disposition);
  return found ? (found[1] ?? found[2] ?? '') : null;
}
