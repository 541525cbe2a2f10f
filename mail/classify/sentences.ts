import { fold } from './fold';

/** One sentence of a mail, split into folded words; `clauses[i]` counts the commas before word i. */
export interface Sentence {
  /** As written. */
  text: string;
  words: string[];
  clauses: number[];
  /** Where word i starts and ends in `text`. */
  starts: number[];
  ends: number[];
  question: boolean;
}

/** Longer mails say what they have to say before this; a bound keeps hostile ones cheap. */
const MOST_CHARACTERS = 12_000;
const MOST_SENTENCES = 160;
const LONGEST_SENTENCE = 600;

const WORD = /[a-z0-9]+(?:'[a-z]+)*|[,;:()–—]|\n/g;
const ENGLISH_CONTRACTION = /'(?:t|s|re|ve|ll|d|m)$/;
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof st no nr vs bzw ca z b d h u a usw etc inc ltd co corp tel str m sr sra dhr mevr t ex p kl jr approx e g i'.split(' '),
);

/** Sentences of a text: at full stops, question and exclamation marks, and at line ends that end a paragraph or an item. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  for (const piece of pieces(text.slice(0, MOST_CHARACTERS))) {
    const sentence = toSentence(piece);
    if (sentence.words.length > 0) {
      found.push(sentence);
      if (found.length >= MOST_SENTENCES) {
        break;
      }
    }
  }
  return found;
}

/** The sentence as plain text pieces, for whoever needs only those (dates). */
export function pieces(text: string): string[] {
  const result: string[] = [];
  let start = 0;
  const push = (end: number) => {
    const piece = text.slice(start, end).trim();
    if (piece !== '') {
      result.push(piece.replace(/\s+/g, ' '));
    }
    start = end;
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10) {
      if (endsAtNewline(text, start, at)) {
        push(at + 1);
      }
    } else if (code === 46 || code === 33 || code === 63 || code === 8230) {
      let end = at + 1;
      while (end < text.length && /[.!?…"')\]”»]/.test(text[end] as string)) {
        end += 1;
      }
      if (end < text.length && !/\s/.test(text[end] as string)) {
        continue;
      }
      if (code === 46 && !fullStopEnds(text, start, at, end)) {
        continue;
      }
      push(end);
      at = end - 1;
    } else if (at - start > LONGEST_SENTENCE && code === 32) {
      push(at);
    }
  }
  push(text.length);
  return result;
}

/** A full stop after a number or an abbreviation ("11. December", "z. B.", "Dr. Byrne") ends nothing, unless a capital letter starts anew after a long word. */
function fullStopEnds(text: string, start: number, at: number, end: number): boolean {
  let wordStart = at;
  while (wordStart > start && /[\p{L}\p{N}]/u.test(text[wordStart - 1] as string)) {
    wordStart -= 1;
  }
  const word = text.slice(wordStart, at);
  if (/^\d{1,2}$/.test(word)) {
    const next = /^\s+(\S+)/.exec(text.slice(end, end + 24))?.[1] ?? '';
    return !(/^[\p{Ll}\d(]/u.test(next) || MONTH_START.test(fold(next)));
  }
  return !(word.length <= 6 && ABBREVIATIONS.has(fold(word)));
}

const MONTH_START =
  /^(?:jan|janv|ene|feb|fev|maa|mar|mae|mrt|apr|avr|abr|mai|may|mei|maj|jun|juin|jul|juil|aug|aou|ago|sep|oct|okt|nov|dec|dez|dic)/;

/** Lines are wrapped in plain mail: a line end goes on unless the line is short, or the next line starts anew. */
function endsAtNewline(text: string, start: number, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (next === 10 || next === 13 || Number.isNaN(next)) {
    return true;
  }
  const lineStart = Math.max(start, text.lastIndexOf('\n', at - 1) + 1);
  if (at - lineStart < 45) {
    return true;
  }
  return /[-*•·>\d]/.test(text[at + 1] as string) && /^(?:[-*•·>]|\d+[.)])\s/.test(text.slice(at + 1, at + 6));
}

function toSentence(piece: string): Sentence {
  const folded = fold(piece);
  // Folding rarely changes the length (ß); then the folded spelling is shown as evidence.
  const text = folded.length === piece.length ? piece : folded;
  const sentence: Sentence = { text, words: [], clauses: [], starts: [], ends: [], question: /\?["')\]”»]*$/.test(piece) };
  let clause = 0;
  for (const match of folded.matchAll(WORD)) {
    const token = match[0];
    const first = token.charCodeAt(0);
    if (first < 48 || first > 122 || (first > 57 && first < 97)) {
      clause += 1;
      continue;
    }
    let start = match.index;
    const parts = token.includes("'") && !ENGLISH_CONTRACTION.test(token) ? token.split("'") : [token];
    for (const part of parts) {
      sentence.words.push(part);
      sentence.clauses.push(clause);
      sentence.starts.push(start);
      sentence.ends.push(start + part.length);
      start += part.length + 1;
    }
  }
  return sentence;
}
