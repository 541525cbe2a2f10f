import type { Lexicon } from './concepts';
import type { Language } from './language';
import { dutch } from './lexicon/nl';
import { english } from './lexicon/en';
import { french } from './lexicon/fr';
import { german } from './lexicon/de';
import { makeReader, type Reader } from './reader';
import { spanish } from './lexicon/es';
import { swedish } from './lexicon/sv';

const LEXICONS: Record<Language, Lexicon> = { en: english, de: german, fr: french, es: spanish, nl: dutch, sv: swedish };

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
