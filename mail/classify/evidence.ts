import { automaticSign } from '../auto-reply';
import type { ParsedMail } from '../types';
import { CONCEPTS, type Concept } from './concepts';
import { type AskedForPeace, askedForPeace } from './do-not-write';
import type { Features } from './features';
import { fold } from './fold';
import { framesOf } from './frames';
import { type LanguageFound, languageOf } from './language';
import { readerFor } from './lexicons';
import type { Reading } from './reader';
import { type Sentence, sentencesOf } from './sentences';
import { wordCount } from './stems';

export interface MailFeatures {
  features: Features;
  /** What counts word by word: the sentences, and those of a first mail's subject. */
  counted: Sentence[];
  sentences: Sentence[];
  readings: Reading[];
  language: LanguageFound;
  /** Where it asks not to be written to again (H14); also the feature `noMail`. */
  peace: AskedForPeace | null;
}

const AUTOMATIC_SUBJECT =
  /^(?:auto(?:matic|mated)?[- ]?(?:reply|response|svar|antwort|respons)|automatisch(?:e[sr]?)? (?:antwort|antwoord|beantwoording|bericht|afwezigheid)|automatiskt svar|autosvar|autorespons|reponse automatique|respuesta automatica|abwesenheit|abwesend|out of (?:the )?office|ooo\b|afwezig|franvaro|absence|ausencia|fuera de (?:la )?oficina|auto:)/;
const NO_REPLY = /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|donotreply|noreply)/i;
const JOB_FEATURES = [
  'role',
  'apply',
  'candidate',
  'interview',
  'offerJob',
  'offerGlad',
  'received',
  'decline',
  'referenceSelf',
  'away',
  'hearFrom',
  'deciding',
];

/** What a mailing list puts before its subjects: "[riak-users] …". A mark of the mail system ("[External]") is capitalised. */
const LIST_TAG = /^(?:re:\s*)*(\[[a-z][a-z0-9._-]+\])/i;

/** Everything that counts, with the words it was read from. `visible` must be free of quoted history. */
export function featuresOf(mail: ParsedMail, visible: string): MailFeatures {
  const spoken = withoutSpeech(visible);
  const sentences = sentencesOf(spoken);
  const subject = bareSubject(mail.subject);
  const subjectSentences = sentencesOf(subject);
  const language = languageOf(sentences.length > 0 ? sentences : subjectSentences);
  const reader = readerFor(language.spoken);
  const readings = sentences.map(reader);
  const features: Features = new Map();
  framesOf(readings, features);
  // A reply repeats the subject of what it answers, so only a first mail's subject says something.
  const firstMail = subject === mail.subject.trim() || sentences.length === 0;
  if (firstMail) {
    framesOf(subjectSentences.map(reader), features, 'subject.');
  }
  if (spoken !== visible) {
    features.set('quotedSpeech', 'words in quotation marks');
  }
  addConcepts(readings, features);
  addStructure(mail, visible, features, sentences, readings);
  const peace = askedForPeace(firstMail ? [...sentences, ...subjectSentences] : sentences);
  if (peace !== null) {
    features.set('noMail', peace.sentence);
  }
  return {
    features,
    counted: firstMail ? [...sentences, ...subjectSentences] : sentences,
    sentences,
    readings,
    language,
    peace,
  };
}

function bareSubject(subject: string): string {
  return subject
    .replace(/^(?:\s*(?:re|aw|antw?|sv|vs|r|ref|res|fwd?|wg|tr|rv|doorst|vb)\s?(?:\[\d+\])?:\s*)+/i, '')
    .trim();
}

const CONCEPT_FEATURES = Object.fromEntries(CONCEPTS.map((concept) => [concept, `c.${concept}`])) as Record<
  Concept,
  string
>;

/** Concepts that count by themselves, wherever they stand. */
function addConcepts(readings: Reading[], features: Features): void {
  for (const { hits, said, sentence } of readings) {
    for (const concept of said) {
      const name = CONCEPT_FEATURES[concept];
      const hit = hits[concept]?.[0];
      if (hit !== undefined && !features.has(name)) {
        features.set(name, { sentence, from: hit.from, to: hit.to });
      }
    }
  }
}

const SPEECH_MARK = /[“„«»"]/;

/** What stands in quotation marks is somebody else's speech ("“Unfortunately we chose another candidate.” We all know it"). */
function withoutSpeech(text: string): string {
  return SPEECH_MARK.test(text)
    ? text.replace(/[“„«»"]([^“”„«»"\n]{24,400})[”“»«"]/g, (whole, said: string) =>
        said.split(/\s+/).length >= 5 ? ' ' : whole,
      )
    : text;
}

const SUM = /[€£$]\s?\d|\d\s?[€£$]/;
const CURRENCIES = new Set(
  'eur euro euros chf franken francs kr kronor sek gbp usd pounds dollars pln k brutto bruto bruts brut'.split(' '),
);
const CLOCK = /\b(?:[01]?\d|2[0-3])(?::[0-5]\d|\s?h(?:\s?[0-5]\d)?\b|(?:[.][0-5]\d)?\s?(?:am|pm|uhr|uur)\b)/i;

/** A sum of money: a number beside a currency. */
function moneyIn(visible: string, sentences: readonly Sentence[]): string | null {
  for (const { words } of sentences) {
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] as string;
      if (word.charCodeAt(0) <= 57 && (CURRENCIES.has(words[at + 1] ?? '') || /^\d{2,3}k$/.test(word))) {
        return `${word} ${words[at + 1] ?? ''}`;
      }
    }
  }
  return SUM.exec(visible)?.[0] ?? null;
}

function addStructure(
  mail: ParsedMail,
  visible: string,
  features: Features,
  sentences: Sentence[],
  readings: Reading[],
): void {
  const sign = automaticSign(mail);
  if (sign !== null) {
    const name = { reply: 'headerReply', generated: 'headerGenerated', list: 'headerList', report: 'headerReport' }[
      sign.kind
    ];
    features.set(name, sign.evidence);
  }
  const tag = LIST_TAG.exec(mail.subject.trim())?.[1];
  if (tag !== undefined && tag === tag.toLowerCase()) {
    features.set('listTag', tag);
  }
  if (NO_REPLY.test(mail.from?.address ?? '')) {
    features.set('noReplySender', mail.from?.address ?? '');
  }
  if (AUTOMATIC_SUBJECT.test(fold(mail.subject.trim()))) {
    features.set('automaticSubject', mail.subject.trim());
  }
  for (const event of mail.calendar) {
    if (event.method === 'REQUEST' || event.method === 'PUBLISH') {
      features.set('calendarRequest', event.summary);
    } else if (event.method === 'CANCEL') {
      features.set('calendarCancel', event.summary);
    }
  }
  const money = moneyIn(visible, sentences);
  if (money !== null) {
    features.set('money', money);
  }
  const clock = CLOCK.exec(visible);
  if (clock !== null) {
    features.set('clock', clock[0]);
  }
  const words = wordCount(sentences);
  if (words < 12) {
    features.set('short', visible.slice(0, 60));
  } else if (words > 350) {
    features.set('long', `${words} words`);
  }
  count(readings, features, 'bulk', 3, 'manyBulk');
  count(readings, features, 'cold', 3, 'manyCold');
  count(readings, features, 'jobAlert', 3, 'manyAlerts');
  count(readings, features, 'elsewhere', 2, 'manyElsewhere');
  if (!JOB_FEATURES.some((name) => features.has(name) || features.has(`subject.${name}`))) {
    features.set('noJobWords', 'nothing about a job');
  }
}

function count(
  readings: Reading[],
  features: Features,
  concept: 'bulk' | 'cold' | 'jobAlert' | 'elsewhere',
  least: number,
  name: string,
): void {
  let total = 0;
  for (const reading of readings) {
    total += reading.hits[concept]?.length ?? 0;
  }
  if (total >= least) {
    features.set(name, features.get(concept) ?? concept);
  }
}
