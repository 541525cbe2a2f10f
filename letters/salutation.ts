import type { Language } from './language';

/** Fills `{name}` slots. */
export function fill(pattern: string, values: Record<string, string>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
}

export interface Addressee {
  honorific: string;
  givenName: string;
  familyName: string;
}

type Title = 'dr' | 'prof';
type Courtesy = 'ms' | 'mrs' | 'miss' | 'mr' | 'mx';
export interface Honorific {
  courtesy: Courtesy | null;
  title: Title | null;
  /** The title itself is feminine or masculine (Professorin). */
  gender: 'female' | 'male' | null;
  /** As written, where nothing of it was understood. */
  other: string | null;
}

const COURTESIES: Record<string, Courtesy> = {
  ms: 'ms',
  mrs: 'mrs',
  miss: 'miss',
  mr: 'mr',
  mister: 'mr',
  mx: 'mx',
  frau: 'ms',
  fr: 'ms',
  herr: 'mr',
  hr: 'mr',
  herrn: 'mr',
  madame: 'ms',
  mme: 'ms',
  mlle: 'miss',
  monsieur: 'mr',
  señora: 'ms',
  sra: 'ms',
  señor: 'mr',
  sr: 'mr',
  mevrouw: 'ms',
  mevr: 'ms',
  mw: 'ms',
  meneer: 'mr',
  dhr: 'mr',
  fru: 'ms',
};
const TITLES: Record<string, { title: Title; gender: Honorific['gender'] }> = {
  dr: { title: 'dr', gender: null },
  doctor: { title: 'dr', gender: null },
  doktor: { title: 'dr', gender: null },
  prof: { title: 'prof', gender: null },
  professor: { title: 'prof', gender: null },
  professorin: { title: 'prof', gender: 'female' },
};

/** Belongs to the full name only: "Robert D'Angelo Jr." is Mr D'Angelo. */
const AFTER_NAMES = /,?\s+(?:Jr\.?|Sr\.?|II|III|IV|Ph\.?\s?D\.?|MD|MBA|Esq\.?|OBE|MBE|CBE)$/;

/** Reads `Dr`, `Frau Dr.`, `Prof. Dr.`, `Mrs`: courtesy title, academic title, and nothing that is not there (A2). */
export function readHonorific(text: string): Honorific {
  const found: Honorific = { courtesy: null, title: null, gender: null, other: null };
  const unknown: string[] = [];
  for (const word of text.split(/[\s.,]+/).filter(Boolean)) {
    const key = word.toLocaleLowerCase('en');
    const title = TITLES[key];
    const courtesy = COURTESIES[key];
    if (title) {
      found.gender ??= title.gender;
      if (found.title !== 'prof') found.title = title.title;
    } else if (courtesy) found.courtesy = courtesy;
    else unknown.push(word);
  }
  const gender = found.courtesy === 'mr' ? 'male' : found.courtesy && found.courtesy !== 'mx' ? 'female' : null;
  if (gender) found.gender = gender;
  if (unknown.length > 0 && !found.title && !found.courtesy) found.other = text.trim();
  return found;
}

/** A name in one string, such as a referee's, with leading honorifics taken apart; never split further than that. */
export function readName(name: string): Addressee {
  const words = name.trim().split(/\s+/);
  const honorific: string[] = [];
  while (words.length > 1) {
    const key = (words[0] ?? '').replace(/[.,]/g, '').toLocaleLowerCase('en');
    if (!(key in TITLES) && !(key in COURTESIES)) break;
    honorific.push(words.shift() ?? '');
  }
  const given = words[0] ?? '';
  return { honorific: honorific.join(' '), givenName: given, familyName: words.slice(1).join(' ') };
}

function slots(person: Addressee, language: Language): Record<string, string> & { kind: keyof Language['mention'] } {
  const read = readHonorific(person.honorific);
  const { honorifics } = language;
  const title = read.title ? honorifics[read.title] : '';
  const short = read.title === 'prof' ? honorifics.profShort : title;
  const courtesy = read.courtesy ? honorifics[read.courtesy] : null;
  const full = [person.givenName, person.familyName].filter(Boolean).join(' ');
  const base = {
    given: person.givenName,
    family: person.familyName.replace(AFTER_NAMES, ''),
    full,
    title,
    short,
    /** Title before courtesy, for languages that use one of the two. */
    address: title || courtesy || '',
    honorific: courtesy ?? '',
    titleThen: title ? `${title} ` : '',
  };
  if (!person.familyName) return { ...base, kind: 'neutral' };
  // "Sir Hugh": with the given name.
  if (read.other && /^(?:sir|dame)$/i.test(read.other) && person.givenName)
    return { ...base, title: read.other, short: read.other, family: person.givenName, kind: 'titled' };
  if (read.gender) return { ...base, kind: read.gender };
  if (title) return { ...base, kind: 'titled' };
  if (read.courtesy === 'mx' && honorifics.mx)
    return { ...base, title: honorifics.mx, short: honorifics.mx, kind: 'titled' };
  return { ...base, kind: 'neutral' };
}

/** `Dear Dr Byrne,`; by the first name only where the form is informal, by the full name where no honorific tells. */
export function greetingFor(people: readonly Addressee[], language: Language, form: 'formal' | 'informal'): string {
  const each = people.map((person) => {
    const s = slots(person, language);
    if (form === 'informal' && person.givenName) return fill(language.salutation.informal, s);
    if (!s.full) return language.salutation.nameless;
    return fill(language.salutation[s.kind], s);
  });
  if (each.length === 0) return language.salutation.nameless;
  if (each.length === 1) return each[0] ?? language.salutation.nameless;
  if (language.severalSalutations === 'each') {
    return each.map((g, i) => (i === 0 ? g : g.charAt(0).toLocaleLowerCase(language.locale) + g.slice(1))).join(' ');
  }
  const [first = ''] = (each[0] ?? '').split(' ');
  const names = each.map((g) => g.replace(/,$/, '').replace(/^\S+ /, ''));
  return `${first} ${andList(names, language)},`;
}

/** Only where the honorific on file tells it. */
export function genderOf(person: Addressee): 'female' | 'male' | 'other' {
  return readHonorific(person.honorific).gender ?? 'other';
}

/** A third person in a sentence: `Dr Byrne`, else the full name. */
export function mention(person: Addressee, language: Language): string {
  const s = slots(person, language);
  return fill(language.mention[s.kind], s) || language.salutation.nameless;
}

/** Those somebody spoke with, to a reader who was not there: with full names, alike for all. */
export function inFull(people: readonly Addressee[], language: Language, form: 'formal' | 'informal'): string[] {
  const all = people.map((person) => slots(person, language));
  const courteous = form === 'formal' && all.every((s) => s.kind !== 'neutral');
  return all.map((s) => {
    const titleThen = s.short ? `${s.short} ` : '';
    const honoured = courteous && (s.kind === 'female' || s.kind === 'male');
    return fill(honoured ? language.inFull[s.kind as 'female' | 'male'] : '{titleThen}{full}', { ...s, titleThen });
  });
}

/** As one says it to them: the academic title with the family name, where no honorific is known. */
export function addressed(person: Addressee, language: Language): string {
  const s = slots(person, language);
  return s.kind === 'titled' ? `${s.title} ${s.family}` : mention(person, language);
}

/** The same after "with" and "to", for languages that have cases. */
export function mentionOblique(person: Addressee, language: Language): string {
  const s = slots(person, language);
  return s.kind === 'male' && language.mentionOblique ? fill(language.mentionOblique, s) : mention(person, language);
}

/** `A, B and C`. */
export function andList(items: readonly string[], language: Language): string {
  if (items.length < 2) return items[0] ?? '';
  return items.slice(0, -1).join(', ') + language.list.and + items[items.length - 1];
}
