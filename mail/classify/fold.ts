/** Folding: lower case without diacritics, so that one spelling of a lexicon entry meets every spelling in a mail. */
const SPECIAL: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\u00b4': "'",
};

const BEYOND_ASCII = /[\u0080-\uffff]/;
const EACH_BEYOND_ASCII = /[\u0080-\uffff]/g;

const known = new Map<string, string>();

/** "Rückmeldung" becomes "ruckmeldung", a curly apostrophe a straight one. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return BEYOND_ASCII.test(lower) ? lower.replace(EACH_BEYOND_ASCII, folded) : lower;
}

function folded(letter: string): string {
  let plain = known.get(letter);
  if (plain === undefined) {
    plain = SPECIAL[letter] ?? letter.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
    known.set(letter, plain);
  }
  return plain;
}

/** Stands in a text as written for what folding added: a private use character that no mail has to say anything with. */
const FILLER = '\ue000';

/**
 * A text folded, and as written in the same length, so that a place in one is the place in the other: "ß" is followed by a
 * filler ("ss"), and a mark that folding drops stands beside its letter no more.
 */
export function aligned(text: string): { folded: string; source: string } {
  const plain = text.includes(FILLER) ? text.replaceAll(FILLER, ' ') : text;
  const whole = fold(plain);
  if (whole.length === plain.length) {
    return { folded: whole, source: plain };
  }
  let folded = '';
  let source = '';
  for (const letter of plain.normalize('NFC')) {
    const short = fold(letter);
    folded += short;
    source += letter.slice(0, short.length).padEnd(short.length, FILLER);
  }
  return { folded, source };
}

/** A piece of an aligned text, without the fillers. */
export function asWritten(piece: string): string {
  return piece.includes(FILLER) ? piece.replaceAll(FILLER, '') : piece;
}
