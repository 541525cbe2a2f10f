import type { Sentence } from './sentences';

/** Letters of a word that count: endings differ, the start carries the meaning ("interviewing", "interviews"). */
const STEM = 6;
const TOO_COMMON = new Set(
  'the a an of to and in is it be on at for with as by der die das und zu den dem le la les de du des et un une el los las y en het een van en te och att det en ett som'.split(' '),
);

/** The word features of a text: stems of single words and of neighbours, each once. Numbers count as one word. */
export function stemsOf(sentences: readonly Sentence[]): Set<string> {
  const found = new Set<string>();
  for (const { words } of sentences) {
    let previous = '';
    for (const word of words) {
      const stem = word.charCodeAt(0) <= 57 ? '0' : word.slice(0, STEM);
      if (!TOO_COMMON.has(word)) {
        found.add(stem);
      }
      if (previous !== '') {
        found.add(`${previous} ${stem}`);
      }
      previous = stem;
    }
  }
  return found;
}

/** Long mails say the same in more words: their word features count for less each. */
export function stemScale(stems: number): number {
  return stems <= 50 ? 1 : Math.sqrt(50 / stems);
}
