import type { Language } from './language';
import { type Addressee, readName } from './salutation';

const MOST_WORDS = 28;
const MOST_SENTENCES = 2;
const MOST_WORDS_OF_TWO = 32;

export interface Woven {
  sentences: string[];
  /** What one can thank for, where that is all they say. */
  thanks: string | null;
}

/**
 * Turns what the candidate jotted down about a person into sentences to that person. Only jottings of a known form are
 * taken, since half a sentence that was pasted in reads worse than none. Notes to oneself, doubts and private matters
 * stay out, and so do notes in another language than the letter's. Answers null where nothing is fit to be said.
 */
export function weaveNotes(
  notes: string | null,
  language: Language,
  form: 'formal' | 'informal',
  person: Addressee | null,
  variant: number,
): Woven | null {
  if (!notes || !readsAs(notes, language)) return null;
  const sentences: string[] = [];
  const thanks: string[] = [];
  const taken: string[] = [];
  for (const clause of clauses(notes)) {
    if (sentences.length === MOST_SENTENCES) break;
    if (clause.split(/\s+/).length > MOST_WORDS || language.notes.private.test(clause)) continue;
    const said = toThem(clause, language, form, person, variant, sentences);
    if (!said) continue;
    sentences.push(said.sentence);
    taken.push(clause);
    if (said.thanks) thanks.push(said.thanks);
  }
  const [one, two] = sentences;
  if (one && two && beginning(one) === beginning(two)) {
    const again = taken[0] && toThem(taken[0], language, form, person, variant, [two]);
    if (again) sentences[0] = again.sentence;
  }
  const [first, second] = thanks;
  if (first && second) {
    const { and, joined } = language.notes;
    const both = first + (first.includes(',') ? and.afterClause : and.plain) + second;
    const sentence = `${inForm(joined[variant % joined.length] ?? '{both}', form).replace('{both}', both)}.`;
    return { sentences: [sentence], thanks: both };
  }
  return sentences.length > 0 ? { sentences, thanks: sentences.length === 1 ? (first ?? null) : null } : null;
}

/** Two short sentences become one, in languages that say how, so that they do not read as a list of jottings. */
export function inOne(sentences: readonly string[], language: Language): string {
  const [first = '', second = ''] = sentences;
  const { pair } = language.notes;
  if (!pair || sentences.length !== 2 || !pair.when.test(first) || !pair.when.test(second)) return sentences.join(' ');
  if (`${first} ${second}`.split(' ').length > MOST_WORDS_OF_TWO) return sentences.join(' ');
  const rest = /^I(?:'|\b)/.test(second)
    ? second
    : second.charAt(0).toLocaleLowerCase(language.locale) + second.slice(1);
  return first.replace(/\.$/, pair.and) + rest;
}

/** False only where the words clearly belong to another language. */
function readsAs(text: string, language: Language): boolean {
  const words = text.split(/\s+/).length;
  return words < 4 || (text.match(language.frequent)?.length ?? 0) / words >= 0.12;
}

function clauses(notes: string): string[] {
  return notes
    .split(
      /\n+|;\s*|(?<=[.!?])\s+(?=[\p{Lu}\p{Ll}])|(?<!\b(?:said|told me|thinks|sagte|meinte)\b.*),\s+(?=(?:he|she)\s)/u,
    )
    .map((c) =>
      c
        .replace(/^[-*•\s]+/, '')
        .replace(/\s*\([^()]*\)/g, '')
        .replace(/\s+/g, ' ')
        .replace(/[\s.;,!]+$/, '')
        .trim(),
    )
    .filter((c) => c.length > 2);
}

function toThem(
  clause: string,
  language: Language,
  form: 'formal' | 'informal',
  person: Addressee | null,
  variant: number,
  before: readonly string[],
): { sentence: string; thanks: string | null } | null {
  const { notes } = language;
  const rest = afterName(clause, person);
  const text = rest === null ? clause : notes.named.replace('{rest}', rest);
  const rule = notes.rules.find((r) => r.from.test(text));
  if (!rule) return null;
  const all = (before.length > 0 && rule.after) || rule.frames;
  const frames = all.map((_, i) => all[(variant + i) % all.length] ?? '');
  // Two sentences in a row do not begin alike, as long as there is another way to say it.
  const frame = frames.find((f) => !before.some((b) => beginning(b) === beginning(inForm(f, form)))) ?? frames[0] ?? '';
  const said = filled(frame, text, rule.from, language, form);
  // Somebody else is spoken of, or the person still is: not fit to be sent to them as it stands.
  if (notes.thirdPerson.test(said) || names(said, person)) return null;
  return {
    sentence: `${said.charAt(0).toLocaleUpperCase(language.locale)}${said.slice(1)}.`,
    thanks: rule.thanks ? filled(rule.thanks, text, rule.from, language, form) : null,
  };
}

function filled(frame: string, text: string, from: RegExp, language: Language, form: 'formal' | 'informal'): string {
  let said = text.replace(from, inForm(frame, form)).replace(/\s+/g, ' ').trim();
  said = said.replace(/^(I|Ich) (\p{Lu})(?=\p{Ll})/u, (_, i: string, letter: string) => `${i} ${letter.toLowerCase()}`);
  for (const change of language.notes.inside) said = said.replace(change.from, change[form]);
  return said;
}

const beginning = (text: string): string => text.split(' ').slice(0, 2).join(' ').toLowerCase();

/** `[Sie|du]`: the formal, then the informal form, as in templates. */
function inForm(frame: string, form: 'formal' | 'informal'): string {
  return frame.replace(/\[([^[\]|]*)\|([^[\]|]*)\]/g, form === 'formal' ? '$1' : '$2');
}

/** What follows where a jotting begins with the person's name: "Dr Byrne", "Aoife", "Prof. Aoife Byrne". */
function afterName(clause: string, person: Addressee | null): string | null {
  if (!person) return null;
  const { givenName, familyName } = readName(clause);
  const bare = [givenName, familyName].filter(Boolean).join(' ');
  for (const name of [`${person.givenName} ${person.familyName}`.trim(), person.familyName, person.givenName]) {
    if (name && bare.toLocaleLowerCase().startsWith(`${name.toLocaleLowerCase()} `)) return bare.slice(name.length + 1);
  }
  return null;
}

/** A person is not told of themselves by name. */
function names(text: string, person: Addressee | null): boolean {
  if (person === null) return false;
  const words = new Set(text.match(/[\p{L}'’-]+/gu));
  return [person.familyName, person.givenName].some((name) => name.length > 1 && words.has(name));
}
