/** Turns what zod and our own checks find into one list of sentences with paths; nothing is told twice. */
import type { z } from 'zod';
import type { Problem } from '../service';

/** No single text may be larger. */
export const MOST_FIELD_BYTES = 64 * 1024;

/** Together they must fit into one Temporal payload, with room for what an interview adds in half a year. */
const MOST_BYTES = 512 * 1024;

/** The whole, where its parts together are too much. */
export function tooMuch(value: unknown): Problem[] {
  return Buffer.byteLength(JSON.stringify(value) ?? '') > MOST_BYTES
    ? [{ path: '', message: 'is larger than 512 kB altogether' }]
    : [];
}

/** Every text (and key) of `value` above {@link MOST_FIELD_BYTES}, wherever it stands. */
export function tooLarge(value: unknown, path: string[] = []): Problem[] {
  if (typeof value === 'string') {
    // A UTF-16 unit is at most three bytes of UTF-8, so short texts need no counting.
    const large = value.length * 3 > MOST_FIELD_BYTES && Buffer.byteLength(value) > MOST_FIELD_BYTES;
    return large ? [{ path: path.join('.'), message: 'is larger than 64 kB' }] : [];
  }
  if (typeof value !== 'object' || value === null || path.length > 8) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key.length > 1_000
      ? [{ path: path.join('.'), message: 'has a field whose name is too long' }]
      : tooLarge(inner, [...path, key]),
  );
}

/** One problem per zod issue, unknown fields one by one. */
export function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.flatMap((issue) => fromIssue(issue));
}

function fromIssue(issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path.map(String);
  const at = (more: string[], message: string): Problem => ({ path: [...path, ...more].join('.'), message });
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => at([key.slice(0, 100)], 'is not a field of the intake'));
    case 'invalid_type':
      return [at([], issue.input === undefined ? 'is missing' : `must be ${article(issue.expected)}`)];
    case 'invalid_value':
      return [at([], `must be one of ${issue.values.map(String).join(', ')}`)];
    case 'invalid_key':
      return [at([], 'is not a known name here')];
    case 'invalid_union': {
      // The first branch is the field's own kind, the others only allow it to be empty.
      const first = issue.errors[0]?.[0];
      return first
        ? fromIssue({ ...first, path: [...issue.path, ...first.path] })
        : [at([], issue.discriminator ? `must have a known ${issue.discriminator}` : 'is not of a known kind')];
    }
    default:
      return [at([], issue.message)];
  }
}

function article(kind: string): string {
  const word =
    (
      { string: 'text', int: 'whole number', boolean: 'true or false', array: 'list', record: 'object' } as Record<
        string,
        string
      >
    )[kind] ?? kind;
  if (word === 'text' || word === 'true or false') return word;
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}

/** In order of the first finding per path and sentence. */
export function once(problems: Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = `${problem.path}\n${problem.message}`;
    return !seen.has(key) && seen.add(key);
  });
}
