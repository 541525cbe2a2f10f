import { type Addressee, readHonorific } from '../salutation';
import type { Lexicon } from './lexicon';

interface NameFinding {
  words: string;
  at: number;
  reason: string;
  better: string;
  severity: 'block' | 'warn';
}

/**
 * Whom the salutation names, against whom it goes to; and a recipient's name misspelt anywhere (A2). Without recipients
 * there is nothing to compare with.
 */
export function checkNames(
  text: string,
  recipients: readonly Addressee[] | null,
  lexicons: readonly Lexicon[],
): NameFinding[] {
  if (!recipients || recipients.length === 0) return [];
  const line = /^[^\S\n]*(\S[^\n]*)/m.exec(text);
  const first = line?.[1]?.trim() ?? '';
  const greeting = lexicons.map((l) => l.salutation.exec(first)).find((m) => m?.groups?.rest !== undefined);
  const at = text.indexOf(first);
  const inGreeting =
    greeting && first.length < 90 ? checkGreeting(first, greeting.groups?.rest ?? '', at, recipients, lexicons) : null;
  const body = greeting ? text.slice(at + first.length) : text;
  return [...(inGreeting ? [inGreeting] : []), ...checkSpelling(body, greeting ? at + first.length : 0, recipients)];
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}]/gu, '');
}

/** `Müller` may be written `Mueller`. */
function spellings(name: string): string[] {
  const german = name
    .replace(/ä/gi, 'ae')
    .replace(/ö/gi, 'oe')
    .replace(/ü/gi, 'ue')
    .replace(/å/gi, 'aa')
    .replace(/ø/gi, 'oe')
    .replace(/æ/gi, 'ae');
  return [...new Set([plain(name), plain(german)])];
}

function partsOf(person: Addressee): string[] {
  return `${person.givenName} ${person.familyName}`.split(/[\s-]+/).filter(Boolean);
}

function written(people: readonly Addressee[]): string {
  return people.map((p) => [p.honorific, p.givenName, p.familyName].filter(Boolean).join(' ')).join('; ');
}

function checkGreeting(
  line: string,
  rest: string,
  at: number,
  recipients: readonly Addressee[],
  lexicons: readonly Lexicon[],
): NameFinding | null {
  const named = rest
    .split(/[\s,/&-]+/)
    .map((w) => w.replace(/^[("']+|[.)"':;!]+$/g, ''))
    .filter((w) => /^\p{L}/u.test(w) && !lexicons.some((l) => l.unnamed.test(w)));
  const words = line.replace(/\s*[,:]$/, '');
  const onFile = written(recipients);
  const known = recipients.flatMap((r) => partsOf(r).flatMap(spellings)).filter(Boolean);
  const wholes = recipients.flatMap((r) => [
    ...spellings(r.familyName),
    ...spellings(r.givenName),
    ...spellings(r.givenName + r.familyName),
  ]);
  const together = named.map(plain).join('');
  const wrong = wholes.includes(together)
    ? []
    : named.filter((w) => w.length > 1 && !spellings(w).some((s) => known.includes(s)));
  if (wrong.length > 0) {
    const near = recipients.filter((r) =>
      wrong.every((w) => partsOf(r).some((part) => spellings(part).some((s) => isNear(plain(w), s)))),
    );
    const meant = near.length > 0 ? written(near) : onFile;
    return {
      words,
      at,
      severity: 'block',
      reason:
        near.length > 0
          ? `The name is misspelt; on file is ${meant}.`
          : `The salutation names somebody else than ${onFile}.`,
      better: meant,
    };
  }
  const said = readHonorific(rest);
  for (const person of recipients) {
    const family = spellings(person.familyName);
    if (!named.some((w) => family.includes(plain(w)))) continue;
    const filed = readHonorific(person.honorific);
    if (said.gender && filed.gender && said.gender !== filed.gender) {
      return {
        words,
        at,
        severity: 'block',
        reason: `The form of address is wrong; on file is ${onFile}.`,
        better: onFile,
      };
    }
    if (said.gender && !filed.gender && recipients.length === 1) {
      return {
        words,
        at,
        severity: 'warn',
        reason: `No such form of address is on file (${onFile}); a guessed one may be wrong.`,
        better: onFile,
      };
    }
    if (said.title && !filed.title && person.honorific && recipients.length === 1) {
      return { words, at, severity: 'warn', reason: `This title is not on file (${onFile}).`, better: onFile };
    }
  }
  return null;
}

/** A word that is almost, but not quite, a recipient's name. */
function checkSpelling(body: string, offset: number, recipients: readonly Addressee[]): NameFinding[] {
  const names = recipients.flatMap((r) => partsOf(r)).filter((p) => p.length >= 5);
  const all = new Set(recipients.flatMap((r) => [...partsOf(r), r.familyName].flatMap(spellings)));
  const found: NameFinding[] = [];
  for (const match of body.matchAll(
    /(?<=\b(?:Mr|Mrs|Ms|Dr|Prof|Professor|Frau|Herrn?|Mme|Madame|Monsieur|Sra?|Señora?|mevrouw|meneer)\.? )\p{Lu}[\p{L}'-]{3,}/gu,
  )) {
    const word = match[0].replace(/'s$/, '');
    const key = plain(word);
    if (all.has(key)) continue;
    const meant = names.find((n) => isNear(key, plain(n)));
    if (!meant) continue;
    found.push({
      words: word,
      at: offset + match.index,
      severity: 'block',
      reason: `The name is misspelt; on file is ${meant}.`,
      better: meant,
    });
  }
  return found;
}

function isNear(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < 3) return false;
  const most = Math.min(a.length, b.length) < 5 ? 1 : 2;
  return distance(a, b) <= most;
}

/** Edits between two words, a swap of neighbours counting as one. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...new Array<number>(b.length).fill(0)]);
  for (let j = 0; j <= b.length; j++) (rows[0] as number[])[j] = j;
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1);
      (rows[i] as number[])[j] = best;
    }
  }
  return at(a.length, b.length);
}
