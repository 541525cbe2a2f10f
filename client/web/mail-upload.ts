import type { FastifyRequest } from 'fastify';
import { kindOfHandIn, mailOfText } from '../../mail/bare-text';

/** The largest mail a person can hand in. */
export const UPLOAD_LIMIT = 25 * 1024 * 1024;
export const UPLOAD_LIMITS = { fileSize: UPLOAD_LIMIT, fieldSize: UPLOAD_LIMIT, files: 1, fields: 10, parts: 12 };

/** What a person handed in: a mail to be stored, or why there is none; with what was typed. */
export type HandIn = { mail: Buffer } | { mail: null; problem: string; typed: { source?: string; from?: string } };

/**
 * Reads the mail out of a browser's form: the file `mail`, or the text pasted into `source`. A text without headers is
 * taken as the text of a mail, by whoever `from` names. Throws Fastify's 413 where it is too large.
 */
export async function readUpload(request: FastifyRequest): Promise<HandIn> {
  const typed: { source?: string; from?: string } = {};
  let file: Buffer | null = null;
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      if (bytes.length > 0) file = bytes;
    } else if ((part.fieldname === 'source' || part.fieldname === 'from') && typeof part.value === 'string') {
      if (part.value.trim() !== '') typed[part.fieldname] = part.value.trimStart();
    }
  }
  return handIn(file ?? Buffer.from(typed.source ?? ''), typed);
}

/** The same for what came as bytes alone. */
export function handIn(raw: Buffer, typed: { source?: string; from?: string } = {}): HandIn {
  const none = (problem: string): HandIn => ({ mail: null, problem, typed });
  if (raw.length === 0) return none('Choose an .eml file, or paste a mail.');
  const kind = kindOfHandIn(raw);
  if (kind === 'mail') return { mail: raw };
  if (kind === 'nothing')
    return none('This is neither a mail nor a text. Save the mail as an .eml file, or paste its text.');
  if (typed.from === undefined) return { mail: mailOfText(raw, null) };
  const [address] = /[^\s<>"(),;:@]+@[^\s<>"(),;:@]+/.exec(typed.from) ?? [];
  if (address === undefined) return none('There is no email address under "From". Correct it, or leave it empty.');
  return { mail: mailOfText(raw, address) };
}
