import { CONCEPTS, type Concept, type Lexicon, NOTHING_SAID } from './concepts';
import { CONTRACTION, type Sentence } from './sentences';

/** A lexicon made ready for reading. Words are looked at once: each has the set of entries it can start or go on. */
interface Compiled {
  exact: Map<string, number[]>;
  /** Keyed by the first three letters of the prefix. */
  prefixes: Map<string, { prefix: string; atom: number }[]>;
  endings: { ending: string; atom: number }[];
  /** For each atom: the concepts it is a whole entry of, and the longer entries it starts. */
  single: Concept[][];
  starts: Phrase[][];
  memo: Map<string, WordAtoms>;
  /** For each atom the number of the sentence that last had it. */
  seenIn: Int32Array;
  sentences: number;
}

/** What one word can be: whole entries, the start of longer ones, and a part of longer ones. */
interface WordAtoms {
  atoms: number[];
  concepts: Concept[];
  phrases: Phrase[];
}

interface Phrase {
  concept: Concept;
  /** The words after the first: alternatives, and how many other words may stand before. */
  rest: { atoms: ReadonlySet<number>; gap: number }[];
  /** The atoms of which the next word must be one: looked for in the sentence before anything else. */
  next: readonly number[];
}

/** Room that `~` leaves. */
const GAP = 4;
const MEMO_LIMIT = 20_000;

export type Reader = (sentence: Sentence) => Reading;

export interface Hit {
  /** First and last word. */
  from: number;
  to: number;
}

/** For each concept the places where a sentence says it. */
export type Hits = { [concept in Concept]: Hit[] | undefined };

export interface Reading {
  sentence: Sentence;
  hits: Hits;
  /** The concepts said at all. */
  said: Concept[];
}

export function makeReader(lexicons: readonly Lexicon[]): Reader {
  const compiled = compile(lexicons);
  return (sentence) => read(compiled, sentence);
}

function compile(lexicons: readonly Lexicon[]): Compiled {
  const compiled: Compiled = {
    exact: new Map(),
    prefixes: new Map(),
    endings: [],
    single: [],
    starts: [],
    memo: new Map(),
    seenIn: new Int32Array(0),
    sentences: 0,
  };
  const atoms = new Map<string, number>();
  const atomOf = (pattern: string): number => {
    let atom = atoms.get(pattern);
    if (atom === undefined) {
      atom = atoms.size;
      atoms.set(pattern, atom);
      compiled.single[atom] = [];
      compiled.starts[atom] = [];
      register(compiled, pattern, atom);
    }
    return atom;
  };
  for (const lexicon of lexicons) {
    for (const concept of CONCEPTS) {
      for (const entry of (lexicon[concept] ?? '').split(',')) {
        addEntry(compiled, atomOf, concept, entry.trim());
      }
    }
  }
  compiled.seenIn = new Int32Array(atoms.size);
  return compiled;
}

function register(compiled: Compiled, pattern: string, atom: number): void {
  if (pattern.startsWith('*')) {
    compiled.endings.push({ ending: pattern.slice(1), atom });
  } else if (pattern.endsWith('*')) {
    const prefix = pattern.slice(0, -1);
    const key = prefix.slice(0, 3);
    const list = compiled.prefixes.get(key) ?? [];
    list.push({ prefix, atom });
    compiled.prefixes.set(key, list);
  } else {
    const list = compiled.exact.get(pattern) ?? [];
    list.push(atom);
    compiled.exact.set(pattern, list);
  }
}

function addEntry(compiled: Compiled, atomOf: (pattern: string) => number, concept: Concept, entry: string): void {
  if (entry === '') {
    return;
  }
  const elements: { atoms: Set<number>; gap: number }[] = [];
  let gap = 0;
  for (const word of entry.split(/\s+/).flatMap(asSplit)) {
    if (word === '~') {
      gap += GAP;
    } else {
      elements.push({ atoms: new Set(word.split('|').map(atomOf)), gap });
      gap = 0;
    }
  }
  const [first, ...rest] = elements;
  for (const atom of first?.atoms ?? []) {
    if (rest.length === 0) {
      compiled.single[atom]?.push(concept);
    } else {
      compiled.starts[atom]?.push({ concept, rest, next: [...(rest[0]?.atoms ?? [])] });
    }
  }
}

/** Words are split at an apostrophe unless it is an English contraction: entries are split alike ("d'embauche"). */
function asSplit(word: string): string[] {
  return word.includes('|') || CONTRACTION.test(word)
    ? [word.replace(/(?<=\|)[a-z]'/g, '')]
    : word.split("'").filter((part) => part !== '');
}

function atomsOf(compiled: Compiled, word: string): WordAtoms {
  const known = compiled.memo.get(word);
  if (known !== undefined) {
    return known;
  }
  const atoms = [...(compiled.exact.get(word) ?? [])];
  for (const { prefix, atom } of compiled.prefixes.get(word.slice(0, 3)) ?? []) {
    if (word.startsWith(prefix)) {
      atoms.push(atom);
    }
  }
  if (word.length >= 7) {
    for (const { ending, atom } of compiled.endings) {
      if (word.length > ending.length + 1 && word.endsWith(ending)) {
        atoms.push(atom);
      }
    }
  }
  const found: WordAtoms = {
    atoms,
    concepts: [...new Set(atoms.flatMap((atom) => compiled.single[atom] as Concept[]))],
    phrases: atoms.flatMap((atom) => compiled.starts[atom] as Phrase[]),
  };
  if (compiled.memo.size >= MEMO_LIMIT) {
    compiled.memo.clear();
  }
  compiled.memo.set(word, found);
  return found;
}

function read(compiled: Compiled, sentence: Sentence): Reading {
  const hits: Hits = { ...NOTHING_SAID };
  const said: Concept[] = [];
  const { words } = sentence;
  const known: WordAtoms[] = new Array(words.length);
  const { seenIn } = compiled;
  compiled.sentences += 1;
  const here = compiled.sentences;
  for (let at = 0; at < words.length; at += 1) {
    const word = atomsOf(compiled, words[at] as string);
    known[at] = word;
    for (let each = 0; each < word.atoms.length; each += 1) {
      seenIn[word.atoms[each] as number] = here;
    }
  }
  for (let at = 0; at < words.length; at += 1) {
    const { concepts, phrases } = known[at] as WordAtoms;
    for (let each = 0; each < concepts.length; each += 1) {
      add(hits, said, concepts[each] as Concept, at, at);
    }
    for (let each = 0; each < phrases.length; each += 1) {
      const phrase = phrases[each] as Phrase;
      if (isSeen(phrase.next, seenIn, here)) {
        const end = matchRest(known, at, phrase.rest);
        if (end !== -1) {
          add(hits, said, phrase.concept, at, end);
        }
      }
    }
  }
  return { sentence, hits, said };
}

function isSeen(atoms: readonly number[], seenIn: Int32Array, here: number): boolean {
  for (let each = 0; each < atoms.length; each += 1) {
    if (seenIn[atoms[each] as number] === here) {
      return true;
    }
  }
  return false;
}

function add(hits: Hits, said: Concept[], concept: Concept, from: number, to: number): void {
  const list = hits[concept];
  if (list === undefined) {
    hits[concept] = [{ from, to }];
    said.push(concept);
  } else {
    list.push({ from, to });
  }
}

/** The last word of the phrase that starts at `at`, or -1. Each gap takes the first fit: the phrases are short. */
function matchRest(known: WordAtoms[], at: number, rest: Phrase['rest']): number {
  let end = at;
  for (let element = 0; element < rest.length; element += 1) {
    const { atoms: wanted, gap } = rest[element] as Phrase['rest'][number];
    const last = Math.min(end + 1 + gap, known.length - 1);
    let found = -1;
    for (let next = end + 1; next <= last && found === -1; next += 1) {
      const { atoms } = known[next] as WordAtoms;
      for (let each = 0; each < atoms.length; each += 1) {
        if (wanted.has(atoms[each] as number)) {
          found = next;
          break;
        }
      }
    }
    if (found === -1) {
      return -1;
    }
    end = found;
  }
  return end;
}
