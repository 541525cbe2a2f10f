import { CONCEPT_INDEX, CONCEPTS, type Concept, type Lexicon } from './concepts';
import type { Sentence } from './sentences';

/** A lexicon made ready for reading. Words are looked at once: each has the set of entries it can start or go on. */
interface Compiled {
  exact: Map<string, number[]>;
  /** Keyed by the first three letters of the prefix. */
  prefixes: Map<string, { prefix: string; atom: number }[]>;
  endings: { ending: string; atom: number }[];
  /** For each atom: the concepts it is a whole entry of, and the longer entries it starts. */
  single: number[][];
  starts: Phrase[][];
  memo: Map<string, number[]>;
}

interface Phrase {
  concept: number;
  /** The words after the first: alternatives, and how many other words may stand before. */
  rest: { atoms: ReadonlySet<number>; gap: number }[];
}

/** Room that `~` leaves. */
const GAP = 4;
const MEMO_LIMIT = 20_000;

export type Reader = (sentence: Sentence) => Reading;

/** What a sentence says: for each concept the places (first word, last word) where it is said. */
export interface Reading {
  sentence: Sentence;
  hits: (Hit[] | undefined)[];
}

export interface Hit {
  from: number;
  to: number;
}

export function makeReader(lexicons: readonly Lexicon[]): Reader {
  const compiled = compile(lexicons);
  return (sentence) => read(compiled, sentence);
}

function compile(lexicons: readonly Lexicon[]): Compiled {
  const compiled: Compiled = { exact: new Map(), prefixes: new Map(), endings: [], single: [], starts: [], memo: new Map() };
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
        addEntry(compiled, atomOf, CONCEPT_INDEX.get(concept) as number, entry.trim());
      }
    }
  }
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

function addEntry(compiled: Compiled, atomOf: (pattern: string) => number, concept: number, entry: string): void {
  if (entry === '') {
    return;
  }
  const elements: { atoms: Set<number>; gap: number }[] = [];
  let gap = 0;
  for (const word of entry.replaceAll("' ", ' ').split(/\s+/)) {
    if (word === '~') {
      gap = GAP;
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
      compiled.starts[atom]?.push({ concept, rest });
    }
  }
}

function atomsOf(compiled: Compiled, word: string): number[] {
  const known = compiled.memo.get(word);
  if (known !== undefined) {
    return known;
  }
  const found = [...(compiled.exact.get(word) ?? [])];
  for (const { prefix, atom } of compiled.prefixes.get(word.slice(0, 3)) ?? []) {
    if (word.startsWith(prefix)) {
      found.push(atom);
    }
  }
  if (word.length >= 7) {
    for (const { ending, atom } of compiled.endings) {
      if (word.length > ending.length + 1 && word.endsWith(ending)) {
        found.push(atom);
      }
    }
  }
  if (compiled.memo.size >= MEMO_LIMIT) {
    compiled.memo.clear();
  }
  compiled.memo.set(word, found);
  return found;
}

function read(compiled: Compiled, sentence: Sentence): Reading {
  const hits: (Hit[] | undefined)[] = new Array(CONCEPTS.length);
  const atoms = sentence.words.map((word) => atomsOf(compiled, word));
  const add = (concept: number, from: number, to: number) => {
    const list = hits[concept];
    if (list === undefined) {
      hits[concept] = [{ from, to }];
    } else {
      list.push({ from, to });
    }
  };
  for (let at = 0; at < atoms.length; at += 1) {
    for (const atom of atoms[at] as number[]) {
      for (const concept of compiled.single[atom] as number[]) {
        add(concept, at, at);
      }
      for (const phrase of compiled.starts[atom] as Phrase[]) {
        const end = matchRest(atoms, at, phrase);
        if (end !== -1) {
          add(phrase.concept, at, end);
        }
      }
    }
  }
  return { sentence, hits };
}

/** The last word of the phrase that starts at `at`, or -1. Each gap takes the first fit: the phrases are short. */
function matchRest(atoms: number[][], at: number, phrase: Phrase): number {
  let end = at;
  for (const { atoms: wanted, gap } of phrase.rest) {
    let found = -1;
    for (let next = end + 1; next <= end + 1 + gap && next < atoms.length; next += 1) {
      if ((atoms[next] as number[]).some((atom) => wanted.has(atom))) {
        found = next;
        break;
      }
    }
    if (found === -1) {
      return -1;
    }
    end = found;
  }
  return end;
}

/** The places of a concept in a sentence; none if it is not said. */
export function places(reading: Reading, concept: Concept): readonly Hit[] {
  return reading.hits[CONCEPT_INDEX.get(concept) as number] ?? NOWHERE;
}

const NOWHERE: readonly Hit[] = [];
