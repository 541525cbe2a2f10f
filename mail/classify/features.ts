import { asWritten } from './fold';
import type { Sentence } from './sentences';

/** Where in the mail a feature was read, or what else it rests on. */
export type Evidence = string | { sentence: Sentence; from: number; to: number };

/** What a mail says and is, by name, each with what it was read from. */
export type Features = Map<string, Evidence>;

/** The words as written. */
export function wordsOf(evidence: Evidence): string {
  if (typeof evidence === 'string') {
    return evidence;
  }
  const { sentence, from, to } = evidence;
  return asWritten(sentence.source.slice(sentence.starts[from], sentence.ends[to])).replace(/\s+/g, ' ');
}
