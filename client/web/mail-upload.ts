import type { FastifyRequest } from 'fastify';

/** The largest mail a person can hand in. */
export const UPLOAD_LIMIT = 25 * 1024 * 1024;
export const UPLOAD_LIMITS = { fileSize: UPLOAD_LIMIT, fieldSize: UPLOAD_LIMIT, files: 1, fields: 10, parts: 12 };

/**
 * Reads the mail out of a browser's form: the file `mail`, or the text pasted into `source`. Null where both are empty.
 * Throws Fastify's 413 where it is too large.
 */
export async function readUpload(request: FastifyRequest): Promise<Buffer | null> {
  let pasted: Buffer | null = null;
  let file: Buffer | null = null;
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      if (bytes.length > 0) file = bytes;
    } else if (part.fieldname === 'source' && typeof part.value === 'string' && part.value.trim() !== '')
      pasted = Buffer.from(part.value.trimStart());
  }
  return file ?? pasted;
}
