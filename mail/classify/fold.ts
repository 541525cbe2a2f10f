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
