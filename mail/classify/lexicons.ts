import type { Lexicon } from './concepts';
import type { Language } from './language';
import { german } from './lexicon/de';
import { english } from './lexicon/en';
import { spanish } from './lexicon/es';
import { french } from './lexicon/fr';
import { dutch } from './lexicon/nl';
import { swedish } from './lexicon/sv';
import { makeReader, type Reader } from './reader';

const LEXICONS: Record<Language, Lexicon> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  nl: dutch,
  sv: swedish,
};

const readers = new Map<string, Reader>();

/** The reader for the languages spoken in a mail; made at first use, then kept. */
export function readerFor(spoken: readonly Language[]): Reader {
  const key = spoken.length === 1 ? (spoken[0] as string) : [...spoken].sort().join(' ');
  let reader = readers.get(key);
  if (reader === undefined) {
    reader = makeReader(spoken.map((language) => LEXICONS[language]));
    readers.set(key, reader);
  }
  return reader;
}
