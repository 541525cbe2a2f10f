/** What the guard looks for, as data: stance and target, a language at a time. */

export type Kind =
  | 'rude'
  | 'irritated'
  | 'pleading'
  | 'arguing'
  | 'ultimatum'
  | 'false_offer'
  | 'early_ask'
  | 'wrong_name'
  | 'placeholder'
  | 'daily'
  | 'assumed_date'
  | 'favourite'
  | 'future_interest'
  | 'private'
  | 'present_employer';

/** Kinds that are found by the words alone, sentence by sentence. */
export type Tone = 'rude' | 'irritated' | 'pleading' | 'arguing' | 'ultimatum' | 'daily';

export interface Lexicon {
  language: string;
  /** Frequent little words: which lexicons a text is held against. */
  frequent: RegExp;
  tones: Record<Tone, readonly Pattern[]>;
  /** Says that there is an offer elsewhere, or hints at one. */
  offer: readonly Pattern[];
  /** Several of them. */
  offers: RegExp;
  /** Asks how it went. */
  asksOutcome: readonly Pattern[];
  /** Says that they named a date or a time scale. */
  citesDate: readonly Pattern[];
  favourite: readonly Pattern[];
  futureInterest: readonly Pattern[];
  private: readonly Pattern[];
  /** Before the found words, with nothing but the same clause between: they are denied, not said. */
  negation: RegExp;
  /** A salutation's first words; what follows is the name. */
  salutation: RegExp;
  /** Words of a salutation that are nobody's name. */
  unnamed: RegExp;
  /** One better wording a kind. */
  better: Partial<Record<Kind, string>>;
}

/** A pattern, and what in the same sentence makes it harmless. */
export interface Pattern {
  find: RegExp;
  /** What else the sentence must have, wherever. */
  needs?: readonly RegExp[];
  /** What the next sentence must have. */
  next?: RegExp;
  unless?: RegExp;
  /** Not even a "not" before it makes it harmless. */
  always?: true;
  severity?: 'warn';
  better?: string;
}

/**
 * Sentences and patterns are compared in lower case with each accented letter as one capital. So `\b` and `\w` know
 * letters beyond ASCII, which JavaScript's own do not, and matching stays a hundred times faster than with its `iu` flags.
 * Every letter stays one letter, so that places are those of the text as written.
 */
const ACCENTED: Record<string, string> = {};
for (const [capital, letters] of Object.entries({
  A: 'ä',
  B: 'áàâã',
  C: 'çć',
  D: 'óòôõ',
  E: 'éèêë',
  G: 'å',
  I: 'íìîï',
  N: 'ñń',
  O: 'ö',
  P: 'ø',
  R: 'æ',
  S: 'ß',
  T: 'œ',
  U: 'ü',
  V: 'úùû',
})) {
  for (const letter of letters) ACCENTED[letter] = capital;
}

/** Folds a text for matching; as long as the text. */
export function foldText(text: string): string {
  let out = '';
  for (const unit of text.split('')) {
    const lower = unit.toLowerCase();
    const one = lower.length === 1 ? lower : unit;
    out += ACCENTED[one] ?? one;
  }
  return out;
}

/**
 * A pattern for folded sentences. `(?=.*x)` and `(?!.*x)` ask of the whole sentence whether it has x, wherever the other
 * words are found in it.
 */
export function pattern(source: string | RegExp, flags = ''): RegExp {
  const text = typeof source === 'string' ? source : source.source;
  return new RegExp(
    ofWholeSentence(text.replace(/\\.|[^\\]+/gsu, (part) => (part.startsWith('\\') ? part : foldText(part)))),
    flags,
  );
}

function ofWholeSentence(source: string): string {
  let out = '';
  for (let i = 0; i < source.length; i++) {
    const opening = source.slice(i, i + 5);
    if (opening !== '(?=.*' && opening !== '(?!.*') {
      out += source[i];
      continue;
    }
    const end = closing(source, i);
    // The sentence's beginning is asked for first: a failure is seen once, not at every place.
    out += `(?<=${source.slice(i, end + 1)}^.*)`;
    i = end;
  }
  return out;
}

/** Where the group that opens at `start` ends. */
function closing(source: string, start: number): number {
  let depth = 0;
  let inClass = false;
  for (let i = start; i < source.length; i++) {
    const c = source[i];
    if (c === '\\') i++;
    else if (c === '[') inClass = true;
    else if (c === ']') inClass = false;
    else if (!inClass && c === '(') depth++;
    else if (!inClass && c === ')' && --depth === 0) return i;
  }
  throw new Error(`Unbalanced pattern: ${source}`);
}

/** A pattern for text as written, where the words found are names. Its `\b` knows all letters. */
export function asWritten(source: string): RegExp {
  const letter = '[\\p{L}\\p{N}_]';
  return new RegExp(source.replaceAll('\\b', `(?:(?<!${letter})(?=${letter})|(?<=${letter})(?!${letter}))`), 'iu');
}

/** Shorthand for lists of patterns that need nothing else. */
export function words(...sources: string[]): Pattern[] {
  return sources.map((source) => ({ find: pattern(source) }));
}
