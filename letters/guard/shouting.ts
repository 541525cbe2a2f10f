/** Displeasure that is typed rather than worded, in any language: capitals, strings of marks, sour faces. */

const SOUR = /(?:>:-?[([]|:-?[(/\\|[](?![/\w(])|:'-?\(|-_-)|[😠😡🤬😤🙄😒😑😞😢😭🥺🙏🤦🤷💔👎🤡]/u;
const MARKS = /\?[?!]+|![!?]*\?|!{2,}/u;
const GLAD =
  /\b(?:thank|dank|congrat|gl[üu]ckw|delight|great|wonderful|looking forward|freu|toll|super|yes|ja|welcome|herzlich)/iu;
const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}{2,}(?:[\s,'-]+\p{Lu}+)*(?![\p{L}\p{N}])/gu;
const FEWEST_WORDS = 3;
const FEWEST_LETTERS = 12;

/** The words that shout in one sentence as written, and where they begin. */
export function checkShouting(sentence: string): { words: string; at: number } | null {
  for (const run of sentence.matchAll(CAPITALS)) {
    const words = run[0].match(/\p{Lu}+/gu) ?? [];
    if (words.length >= FEWEST_WORDS && words.join('').length >= FEWEST_LETTERS)
      return { words: run[0], at: run.index };
  }
  const marks = MARKS.exec(sentence);
  if (marks && !(marks[0].startsWith('!!') && GLAD.test(sentence))) return { words: sentence, at: 0 };
  const sour = SOUR.exec(sentence);
  return sour ? { words: sour[0], at: sour.index } : null;
}
