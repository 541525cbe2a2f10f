import { aligned, asWritten } from './fold';

/** One sentence of a text, split into folded words; `clauses[i]` counts the commas before word i. */
export interface Sentence {
  /** The text folded, into which the offsets point, and as written, with `FILLER` where folding made a letter longer. */
  folded: string;
  source: string;
  from: number;
  to: number;
  words: string[];
  clauses: number[];
  /** Where word i starts and ends in both. */
  starts: number[];
  ends: number[];
  question: boolean;
}

/** Longer mails say what they have to say before this; a bound keeps hostile ones cheap. */
const MOST_CHARACTERS = 12_000;
const MOST_SENTENCES = 160;
const LONGEST_SENTENCE = 600;
/** A shorter line was not broken by the mail program: it ends where its writer ended it. */
const SHORT_LINE = 45;

export const CONTRACTION = /'(?:t|s|re|ve|ll|d|m)$/;
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof st no nr vs bzw ca z b d h u a usw etc inc ltd co corp tel str m sr sra dhr mevr t ex p kl jr approx e g i'.split(
    ' ',
  ),
);
const GOES_ON_AFTER_NUMBER =
  /^(?:jan|janv|ene|feb|fev|maa|mar|mae|mrt|apr|avr|abr|mai|may|mei|maj|jun|juin|jul|juil|aug|aou|ago|sep|oct|okt|nov|dec|dez|dic|kalenderw|kw\b)/;

const NEWLINE = 10;
const SPACE = 32;
const APOSTROPHE = 39;
const FULL_STOP = 46;

enum Sign {
  Other,
  Letter,
  Clause,
  Stop,
}

/** What each character up to 127 is, and the few beyond that matter. */
const SIGNS = new Uint8Array(128);
for (let code = 0; code < 128; code += 1) {
  const letter = (code >= 48 && code <= 57) || (code >= 97 && code <= 122);
  SIGNS[code] = letter
    ? Sign.Letter
    : ',;:()'.includes(String.fromCharCode(code))
      ? Sign.Clause
      : '.!?'.includes(String.fromCharCode(code))
        ? Sign.Stop
        : Sign.Other;
}

function signOf(code: number): Sign {
  if (code < 128) {
    return SIGNS[code] as Sign;
  }
  // Letters that folding leaves (Greek, Cyrillic) make no words here; a dash parts clauses, an ellipsis ends.
  return code === 8211 || code === 8212 ? Sign.Clause : code === 8230 ? Sign.Stop : Sign.Other;
}

/** Sentences of a text: at full stops, question and exclamation marks, and at line ends that end a paragraph or an item. */
export function sentencesOf(text: string): Sentence[] {
  const raw = text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) : text;
  const { folded, source } = aligned(raw);
  return new Splitter(folded, source).run();
}

class Splitter {
  private readonly found: Sentence[] = [];
  private sentence: Sentence;
  private clause = 0;
  private lineStart = 0;

  constructor(
    private readonly folded: string,
    private readonly source: string,
  ) {
    this.sentence = this.begin(0);
  }

  private begin(from: number): Sentence {
    this.clause = 0;
    return {
      source: this.source,
      folded: this.folded,
      from,
      to: from,
      words: [],
      clauses: [],
      starts: [],
      ends: [],
      question: false,
    };
  }

  private close(to: number): void {
    if (this.sentence.words.length > 0) {
      this.sentence.to = to;
      this.found.push(this.sentence);
    }
    this.sentence = this.begin(to);
  }

  run(): Sentence[] {
    const { folded } = this;
    const { length } = folded;
    let at = 0;
    while (at < length && this.found.length < MOST_SENTENCES) {
      const code = folded.charCodeAt(at);
      const sign = signOf(code);
      if (sign === Sign.Letter) {
        at = this.word(at);
      } else if (sign === Sign.Clause) {
        this.clause += 1;
        at += 1;
      } else if (sign === Sign.Stop) {
        at = this.stop(at, code);
      } else if (code === NEWLINE) {
        if (this.endsAtNewline(at)) {
          this.close(at);
        }
        at += 1;
        this.lineStart = at;
      } else {
        if (code === SPACE && at - this.sentence.from > LONGEST_SENTENCE) {
          this.close(at);
        }
        at += 1;
      }
    }
    this.close(Math.min(at, length));
    return this.found;
  }

  private word(start: number): number {
    const { folded } = this;
    let at = start + 1;
    let apostrophe = false;
    for (;;) {
      const code = folded.charCodeAt(at);
      if (signOf(code) === Sign.Letter) {
        at += 1;
      } else if (
        code === APOSTROPHE &&
        signOf(folded.charCodeAt(at + 1)) === Sign.Letter &&
        folded.charCodeAt(at + 1) > 57
      ) {
        apostrophe = true;
        at += 1;
      } else {
        break;
      }
    }
    const word = folded.slice(start, at);
    if (!apostrophe || CONTRACTION.test(word)) {
      this.push(word, start, at);
    } else {
      let from = start;
      for (const part of word.split("'")) {
        this.push(part, from, from + part.length);
        from += part.length + 1;
      }
    }
    return at;
  }

  private push(word: string, start: number, end: number): void {
    const { words, clauses, starts, ends } = this.sentence;
    words.push(word);
    clauses.push(this.clause);
    starts.push(start);
    ends.push(end);
  }

  /** Full stop, question or exclamation mark: the sentence ends if blank space follows. */
  private stop(start: number, code: number): number {
    const { folded } = this;
    let end = start + 1;
    while (end < folded.length && '.!?…"\')]”»'.includes(folded[end] as string)) {
      end += 1;
    }
    const next = folded.charCodeAt(end);
    if (end < folded.length && next > SPACE && next !== 160) {
      return start + 1;
    }
    if (code === FULL_STOP && end === start + 1 && !this.fullStopEnds(end)) {
      return end;
    }
    this.sentence.question = folded.slice(start, end).includes('?');
    this.close(end);
    return end;
  }

  /** A full stop after a number or an abbreviation ("11. December", "z. B.", "Dr. Byrne") ends nothing. */
  private fullStopEnds(end: number): boolean {
    const { words, ends } = this.sentence;
    const word = words.at(-1);
    if (word === undefined || ends.at(-1) !== end - 1) {
      return true;
    }
    if (word.length <= 2 && word.charCodeAt(0) <= 57) {
      const next = this.source
        .slice(end, end + 24)
        .trimStart()
        .slice(0, 12);
      return !(/^[\p{Ll}\d(]/u.test(next) || GOES_ON_AFTER_NUMBER.test(next.toLowerCase()));
    }
    return !(word.length <= 6 && ABBREVIATIONS.has(word));
  }

  /** Lines are wrapped in plain mail: a line end goes on unless the line is short, or the next line starts anew. */
  private endsAtNewline(at: number): boolean {
    const { folded } = this;
    const next = folded.charCodeAt(at + 1);
    if (!(next > SPACE) || at - this.lineStart < SHORT_LINE) {
      return true;
    }
    return /^(?:[-*•·>]|\d+[.)])\s/.test(folded.slice(at + 1, at + 6));
  }
}

/** The sentence as written, on one line. */
export function textOf({ source, from, to }: Sentence): string {
  return oneLine(asWritten(source.slice(from, to)));
}

/** The sentence folded, on one line. */
export function foldedTextOf({ folded, from, to }: Sentence): string {
  return oneLine(folded.slice(from, to));
}

function oneLine(text: string): string {
  const trimmed = text.trim();
  return /\s\s|[^\S ]/.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}
