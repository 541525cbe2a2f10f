/** A MIME mail put together again from the fields into which a mail service has taken it apart. */
import { createHash } from 'node:crypto';

export interface MailFields {
  headers: readonly { name: string; value: string }[];
  text: string;
  html: string;
  attachments: readonly { filename: string; contentType: string; content: Buffer }[];
}

/** Headers that describe the parts; ours replace them. */
const OF_THE_PARTS = /^(?:content-(?:type|transfer-encoding|disposition|id|description|language)|mime-version)$/i;

/** The headers as given, the parts as UTF-8 in base64. Line breaks in names and values become spaces. */
export function rebuildMail(fields: MailFields): Buffer {
  const boundary = `rebuilt-${createHash('sha256').update(fields.text).update(fields.html).digest('hex').slice(0, 24)}`;
  const lines: string[] = [];
  for (const { name, value } of fields.headers.slice(0, 500)) {
    if (!/^[!-9;-~]{1,100}$/.test(name) || OF_THE_PARTS.test(name)) continue;
    lines.push(`${name}: ${oneLine(value)}`);
  }
  lines.push('MIME-Version: 1.0', `Content-Type: multipart/mixed; boundary="${boundary}"`, '');
  lines.push(`--${boundary}`, `Content-Type: multipart/alternative; boundary="${boundary}-a"`, '');
  if (fields.text !== '' || fields.html === '') lines.push(...textPart(`${boundary}-a`, 'plain', fields.text));
  if (fields.html !== '') lines.push(...textPart(`${boundary}-a`, 'html', fields.html));
  lines.push(`--${boundary}-a--`);
  for (const { filename, contentType, content } of fields.attachments) {
    lines.push(
      `--${boundary}`,
      `Content-Type: ${mediaType(contentType)}`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename="${oneLine(filename).replace(/["\\]/g, "'")}"`,
      '',
      base64(content),
    );
  }
  lines.push(`--${boundary}--`, '');
  return Buffer.from(lines.join('\r\n'));
}

function textPart(boundary: string, subtype: 'plain' | 'html', text: string): string[] {
  return [
    `--${boundary}`,
    `Content-Type: text/${subtype}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    base64(Buffer.from(text)),
  ];
}

function base64(content: Buffer): string {
  return content.toString('base64').replace(/(.{76})/g, '$1\r\n');
}

function oneLine(value: string): string {
  return value
    .slice(0, 100_000)
    .replaceAll('\0', '')
    .replace(/[\r\n]+\s*/g, ' ');
}

/** Parameters stay (a calendar's method), if they are plain. */
function mediaType(value: string): string {
  const tidy = oneLine(value);
  return /^[a-z0-9.+-]{1,80}\/[a-z0-9.+-]{1,80}(?:;[ -~]{0,300})?$/i.test(tidy) ? tidy : 'application/octet-stream';
}
