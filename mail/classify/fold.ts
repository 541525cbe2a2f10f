/** Folding: lower case without diacritics, so that one spelling of a lexicon entry meets every spelling in a mail. */
const SPECIAL: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', ø: 'o', œ: 'oe', ł: 'l', đ: 'd', ı: 'i' };

const PLAIN = /^[\x00-\x7f]*$/;

/** "Rückmeldung" becomes "ruckmeldung", a curly apostrophe a straight one. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) {
    return lower;
  }
  return lower
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßæøœłđı]/g, (letter) => SPECIAL[letter] ?? letter);
}
