import { z } from 'zod';
import type { $ZodType } from 'zod/v4/core';

const onlyDocumented = new WeakSet<object>();

/**
 * Marks a schema that stands in the API description only: the service checks the input itself, and names every problem
 * of it in one answer.
 */
export function documentedOnly<Schema extends $ZodType>(schema: Schema): Schema {
  onlyDocumented.add(schema);
  return schema;
}

/** True for what {@link documentedOnly} marked. */
export function isDocumentedOnly(schema: object): boolean {
  return onlyDocumented.has(schema);
}

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457)' });

const WORDS: Record<number, string> = {
  400: 'The request could not be read',
  401: 'The caller could not be verified; the same answer for every reason',
  403: 'A page of another site sent this',
  404: 'No such thing',
  409: 'Refused, with the reason in `detail`',
  413: 'Too large',
  415: 'This content type is not taken here',
  421: 'Not a host this server answers for',
  422: 'Every problem of the input, with its path; nothing was stored',
  503: 'No worker or no server answers; nothing was half done',
};

type ProblemAnswer = { description: string; content: Record<'application/problem+json', { schema: typeof problem }> };

/** The `response` entries of the refusals that a route may answer. */
export function problemAnswers(...statuses: number[]): Record<number, ProblemAnswer> {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: WORDS[status] ?? 'Refused', content: { 'application/problem+json': { schema: problem } } },
    ]),
  );
}

/** Refusals of every read, and of every write with a JSON body. */
export const READ_REFUSALS = problemAnswers(400, 404, 421, 503);
export const WRITE_REFUSALS = problemAnswers(400, 403, 404, 409, 413, 415, 421, 422, 503);

/** An id in a path: opaque, but never what no id can be. */
export const idInPath = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Surrogate}]+$/u);
