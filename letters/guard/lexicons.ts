import { germanLexicon } from './de';
import { englishLexicon } from './en';
import { dutchLexicon, frenchLexicon, spanishLexicon, swedishLexicon } from './further';
import type { Lexicon } from './lexicon';

export const LEXICONS: readonly Lexicon[] = [
  englishLexicon,
  germanLexicon,
  frenchLexicon,
  spanishLexicon,
  dutchLexicon,
  swedishLexicon,
];
