import { german } from './catalogue/de/language';
import { english } from './catalogue/en/language';
import type { Language } from './language';

/** A language is a folder of templates and its `language.ts`, listed here. */
export const LANGUAGES: readonly Language[] = [english, german];
export const FALLBACK = english;

/**
 * The English name of a language in which nobody has written the letters yet: they are in English then (I7). Null where there are letters.
 * @param tag lower-case, such as `fr`
 */
export function withoutLetters(tag: string): string | null {
  if (LANGUAGES.some((language) => language.tag === tag)) return null;
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
}
