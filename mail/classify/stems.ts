import type { Sentence } from './sentences';

/** Letters of a word that count: endings differ, the start carries the meaning ("interviewing", "interviews"). */
const STEM = 6;
const NUMBER = '0';
const TOO_COMMON = new Set(
  'the a an of to and in is it be on at for with as by der die das und zu den dem le la les de du des et un une el los las y en het een van en te och att det en ett som'.split(
    ' ',
  ),
);
/** Words of a mail up to which each counts in full; longer mails say the same in more words. */
const FULL_WORDS = 30;

/** Whether a folded word begins with a digit. */
export function isNumber(word: string): boolean {
  return word.charCodeAt(0) <= 57;
}

export function stemOf(word: string): string {
  return isNumber(word) ? NUMBER : word.length > STEM ? word.slice(0, STEM) : word;
}

/** Whether a word counts by itself, and not only beside its neighbour. */
export function countsAlone(word: string): boolean {
  return !TOO_COMMON.has(word);
}

export function wordScale(words: number): number {
  return words <= FULL_WORDS ? 1 : Math.sqrt(FULL_WORDS / words);
}

/** The word features of a text: stems of single words and, joined by a space, of neighbours; each once. */
export function stemsOf(sentences: readonly Sentence[]): Set<string> {
  const found = new Set<string>();
  for (const { words } of sentences) {
    let previous = '';
    for (const word of words) {
      const stem = stemOf(word);
      if (countsAlone(word)) {
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

export function wordCount(sentences: readonly Sentence[]): number {
  let words = 0;
  for (const sentence of sentences) {
    words += sentence.words.length;
  }
  return words;
}

/** How much a piece of a word counts beside a stem. */
export const PIECE_SHARE = 0.3;
const PIECE_LENGTHS = [4, 5];
const LONG_WORD = 6;

/** Runs of letters of a longer word: what compounds and endings have in common ("Bewerbungsgespräch", "Bewerbungen"). */
export function piecesOf(word: string): string[] {
  if (word.length < LONG_WORD || isNumber(word)) {
    return [];
  }
  return PIECE_LENGTHS.flatMap((length) =>
    Array.from({ length: word.length - length + 1 }, (_, from) => word.slice(from, from + length)),
  );
}
