import type { Sentence } from './sentences';

export type Language = 'en' | 'de' | 'fr' | 'es' | 'nl' | 'sv';

/** Small words that mark a language; a word that two languages share counts for both. */
const STOP_WORDS: Record<Language, string> = {
  en: 'the and you your for with have this that are our will would from been not please thank thanks we be is to of on at as it an if regards dear hi hello best i was has but or can may very by about which there any',
  de: 'und der die das wir sie ihre ihr ihnen fur mit nicht ist ein eine einen haben von den dem zu auf im sich auch uns bei werden konnen ich noch freundlichen grussen sehr hallo liebe lieber dass bis am zum zur gerne leider du dir dein deine vielen dank bitte wird wurde',
  fr: 'le la les des nous vous votre pour avec pas que qui une est dans sur cordialement bonjour merci et du au aux avons vos notre en ce cette par plus je suis sera mais cher chere madame monsieur ne il ete etre a l d qu n',
  es: 'el la los las que para con por una usted su sus nos hemos estimado estimada hola saludos gracias del en es se no lo al como tu te un de y muy esta este pero mas si le ha o cordial atentamente buenos dias nuestro nuestra',
  nl: 'de het een van wij je jij uw voor met niet en is dat ons hebben naar aan op te zijn beste groet groeten bij om wij we deze dit ook maar zal zullen kunnen als er dan nog geachte vriendelijke graag jouw heb ben u over hartelijk bedankt uit tot wordt door',
  sv: 'och att du din vi har for med inte det ar som till pa en ett den oss hej halsningar vanliga kan av om jag dig ditt vill kommer fran eller tack ska nu var era er dina men sa har hos mvh basta vid skulle blir',
};

const WEIGHTS = new Map<string, Language[]>();
for (const [language, words] of Object.entries(STOP_WORDS) as [Language, string][]) {
  for (const word of new Set(words.split(' '))) {
    WEIGHTS.set(word, [...(WEIGHTS.get(word) ?? []), language]);
  }
}

export interface LanguageFound {
  /** The language, or `und` where too little is said to tell. */
  language: Language | 'und';
  /** All languages that may be spoken: two in a bilingual mail, all six where it cannot be told. */
  spoken: Language[];
}

export const LANGUAGES = Object.keys(STOP_WORDS) as Language[];

/** Which of the six languages a text is in, by its small words. */
export function languageOf(sentences: readonly Sentence[]): LanguageFound {
  const score: Record<Language, number> = { en: 0, de: 0, fr: 0, es: 0, nl: 0, sv: 0 };
  let words = 0;
  for (const sentence of sentences) {
    for (const word of sentence.words) {
      words += 1;
      const languages = WEIGHTS.get(word);
      if (languages !== undefined) {
        for (const language of languages) {
          score[language] += 1 / languages.length;
        }
      }
    }
    if (words > 1_500) {
      break;
    }
  }
  const order = [...LANGUAGES].sort((a, b) => score[b] - score[a]);
  const [first, second] = order as [Language, Language];
  if (score[first] < 1 || score[first] < words * 0.04) {
    return { language: 'und', spoken: LANGUAGES };
  }
  if (score[first] < 2.5 && score[second] > score[first] * 0.5) {
    return { language: first, spoken: order.filter((language) => score[language] > 0) };
  }
  return { language: first, spoken: score[second] > score[first] * 0.45 ? [first, second] : [first] };
}
