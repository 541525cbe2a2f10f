import type { Language } from './language';
import { type Addressee, fill, readName } from './salutation';

const MOST_WORDS = 60;

/**
 * Turns what the candidate jotted down about a person into sentences to that person, in the candidate's words.
 * Notes to oneself, doubts and private matters stay out, and so do notes in another language than the letter's.
 * Answers null where nothing is fit to be said.
 */
export function weaveNotes(
  notes: string | null,
  language: Language,
  form: 'formal' | 'informal',
  person: Addressee | null,
  variant: number,
): string | null {
  if (!notes || !readsAs(notes, language)) return null;
  const sentences: string[] = [];
  let framed = false;
  let words = 0;
  for (const clause of clauses(notes)) {
    if (language.notes.private.test(clause)) continue;
    const addressed = address(clause, language, form, person);
    words += clause.split(/\s+/).length;
    if (words > MOST_WORDS) break;
    if (addressed) sentences.push(close(addressed));
    else if (!framed && !language.notes.thirdPerson.test(clause) && !names(clause, person)) {
      framed = true;
      const { frames, thing, thingFrames } = language.notes;
      const fitting = thing?.test(clause) ? thingFrames : frames;
      const frame = fitting[variant % fitting.length] ?? '{note}';
      sentences.push(close(fill(frame, { note: lowerFirst(clause) })));
    }
  }
  return sentences.length > 0 ? sentences.join(' ') : null;
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
        .replace(/\s+/g, ' ')
        .replace(/[\s.;,]+$/, '')
        .trim(),
    )
    .filter((c) => c.length > 2);
}

function address(
  clause: string,
  language: Language,
  form: 'formal' | 'informal',
  person: Addressee | null,
): string | null {
  const { notes } = language;
  const rest = afterName(clause, person);
  let text = rest === null ? clause : notes.named.replace('{rest}', rest);
  const turned = notes.toAddress.find((rule) => rule.from.test(text));
  if (turned) text = text.replace(turned.from, turned[form]);
  else {
    const started = notes.subject.find((rule) => rule.from.test(text));
    if (started) text = text.replace(started.from, started[form]).replace(/^(\S+ )(\p{Lu})/u, lowerSecond);
    else if (!notes.sentence.test(text)) return null;
  }
  for (const rule of notes.inside) text = text.replace(rule.from, rule[form]);
  // Somebody else is spoken of, or the person still is: not fit to be sent to them as it stands.
  if (notes.thirdPerson.test(text) || names(text, person)) return null;
  return text.charAt(0).toLocaleUpperCase(language.locale) + text.slice(1);
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
  return person !== null && person.familyName.length > 1 && text.includes(person.familyName);
}

function lowerSecond(_: string, first: string, letter: string): string {
  return first + letter.toLocaleLowerCase();
}

function lowerFirst(text: string): string {
  // A word with a second capital or all capitals is a name or an acronym.
  return /^\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(text) && /^(?:The|A|An|How|Why|What|Our|Their|His|Her)\b/.test(text)
    ? text.charAt(0).toLocaleLowerCase() + text.slice(1)
    : text;
}

function close(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
