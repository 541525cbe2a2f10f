/** What a person hands in that is no mail: a text copied without its headers, or bytes that nobody can read. */

/** A header that some mail program or server writes, after any others: nobody begins a letter with such a line. */
const HEADER =
  /^(?:From .*\r?\n)?(?:(?:[!-9;-~]+:.*|[ \t].*)\r?\n)*?(?:From|To|Cc|Subject|Date|Sent|Message-ID|Received|Return-Path|Reply-To|Delivered-To|MIME-Version|Content-[\w-]+|X-[\w-]+):/i;
const HEADERS_WITHIN = 16_384;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells bytes from text.
const NO_TEXT = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g;
/** A text may have a stray control character; a file of another kind is full of them. */
const MOST_ODD = 0.01;

/**
 * `mail` begins with headers; `text` is a text without any; `nothing` is empty, or bytes that are neither. A mail that is
 * merely damaged is still a mail.
 */
export function kindOfHandIn(raw: Uint8Array): 'mail' | 'text' | 'nothing' {
  const start = Buffer.from(raw.subarray(0, HEADERS_WITHIN))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (start === '') return 'nothing';
  if (HEADER.test(start)) return 'mail';
  return (start.match(NO_TEXT)?.length ?? 0) > start.length * MOST_ODD ? 'nothing' : 'text';
}

/** A text as the mail that it was taken from. `from`: the address of whoever wrote it, where known. */
export function mailOfText(text: Uint8Array, from: string | null): Buffer {
  const headers = [
    ...(from === null ? [] : [`From: ${from}`]),
    'MIME-Version: 1.0',
    'Content-Type: text/plain',
    '',
    '',
  ];
  return Buffer.concat([Buffer.from(headers.join('\r\n')), text]);
}
