import { german } from './catalogue/de/language';
import { english } from './catalogue/en/language';
import type { Language } from './language';

/** A language is a folder of templates and its `language.ts`, listed here. */
export const LANGUAGES: readonly Language[] = [english, german];
export const FALLBACK = english;
