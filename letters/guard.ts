/**
 * The etiquette guard (G11): reads any letter, the candidate's own edits included, and says which words should not be
 * sent, why, and what to say instead. It works by rules alone: stance and target, a clause at a time, aware of "not".
 */

import { foldText, type Kind, type Lexicon, type Pattern, type Tone } from './guard/lexicon';
import { LEXICONS } from './guard/lexicons';
import { checkNames } from './guard/names';
import { checkPlaceholders } from './guard/placeholders';
import { ownWords, sentencesOf } from './guard/sentences';
import { checkShouting } from './guard/shouting';
import type { Addressee } from './salutation';

export interface Finding {
  rule: string;
  /** `block`: it cannot be sent as it is. `warn`: a person should look. */
  severity: 'block' | 'warn';
  /** As written in the letter. */
  words: string;
  reason: string;
  better: string;
  kind: Kind;
}

export interface RecordedOffer {
  organisation: string;
  answerBy?: string | null | undefined;
  status?: string | undefined;
}

/** What the guard may know. Whatever is left out is unknown; offers left out are none, for only recorded ones count. */
export interface GuardContext {
  language?: string | undefined;
  step?: string | undefined;
  /** Those the salutation may name. */
  recipients?: readonly Addressee[] | undefined;
  organisation?: string | undefined;
  today?: string | undefined;
  /** Null: they named none. */
  promisedDate?: string | null | undefined;
  /** False: nothing may ask for the outcome yet (D1, B6). Left out: told by the step, the date and today. */
  mayAsk?: boolean | undefined;
  offers?: readonly RecordedOffer[] | undefined;
  favourite?: boolean | undefined;
  futureInterest?: boolean | undefined;
  presentEmployer?: { name: string; domains: readonly string[] } | null | undefined;
}

/** Rule and reason of each kind; the table in `docs/etiquette-guard.md` is this one. */
export const KINDS: Record<Kind, { rule: string; severity: 'block' | 'warn'; reason: string }> = {
  rude: {
    rule: 'G11',
    severity: 'block',
    reason: 'This is rude, and it would be remembered longer than the matter itself.',
  },
  irritated: {
    rule: 'G11',
    severity: 'block',
    reason: 'This sounds irritated or reproachful; they may simply be busy or waiting for somebody.',
  },
  pleading: { rule: 'G11', severity: 'block', reason: 'This pleads. Interest convinces, need does not.' },
  arguing: {
    rule: 'G11',
    severity: 'block',
    reason: 'This argues against a decision. A no is accepted (G2); asking once why is fine.',
  },
  ultimatum: {
    rule: 'G11',
    severity: 'block',
    reason: 'This is an ultimatum. Dates and offers may be mentioned in passing only (E6).',
  },
  false_offer: {
    rule: 'E7',
    severity: 'block',
    reason: 'No open offer from another organisation is on record, so none may be claimed or hinted at.',
  },
  early_ask: { rule: 'D1', severity: 'block', reason: 'This asks for the outcome before it may be asked for.' },
  wrong_name: { rule: 'A2', severity: 'block', reason: 'This is not the name on file for the person it goes to.' },
  placeholder: { rule: 'A2', severity: 'block', reason: 'This looks like a placeholder that has not been filled in.' },
  daily: { rule: 'E2', severity: 'block', reason: 'This shows, or threatens, contact day after day.' },
  assumed_date: {
    rule: 'A3',
    severity: 'block',
    reason: 'They have named no date, so none may be attributed to them.',
  },
  favourite: { rule: 'E6', severity: 'block', reason: 'The role is not marked as your favourite.' },
  future_interest: { rule: 'G8', severity: 'block', reason: 'Interest in future roles is not marked as true.' },
  private: {
    rule: 'I6',
    severity: 'warn',
    reason: 'Pay, visa, health, notice period and identity papers: only in your own words, and only if you want to.',
  },
  present_employer: { rule: 'I1', severity: 'warn', reason: 'This names your present employer.' },
};

const ABOUT_OWN_OFFER = new Set(['accept', 'decline', 'outcome_thanks', 'referee_update']);
const MAY_TELL_OF_A_DATE = new Set(['offer_deadline_notice', 'withdrawal', 'accept', 'decline']);
const NOT_TO_THE_ORGANISATION = /^referee_/;

/** All findings, in the order of the text. Pure; about a millisecond for a letter of usual length. */
export function checkLetter(
  letter: { subject?: string | null | undefined; text: string },
  context: GuardContext = {},
): Finding[] {
  const found: (Finding & { at: number })[] = [];
  const subject = letter.subject?.trim() ?? '';
  const text = ownWords(letter.text);
  const offset = subject.length + 1;
  const lexicons = lexiconsFor(`${subject}\n${text}`, context.language);
  const main = lexicons[0] as Lexicon;
  const add = (
    kind: Kind,
    words: string,
    at: number,
    change: { severity?: 'warn'; better?: string; rule?: string; reason?: string } = {},
  ) => {
    const { rule, severity, reason } = KINDS[kind];
    found.push({
      rule: change.rule ?? rule,
      severity: change.severity ?? severity,
      words: words.trim().replace(/\s+/g, ' '),
      reason: change.reason ?? reason,
      better: change.better ?? main.better[kind] ?? '',
      kind,
      at,
    });
  };

  const sentences = [
    ...(subject ? [{ text: subject.replace(/^(?:(?:re|aw|sv|antw|fwd?|wg)\s*:\s*)+/iu, ''), at: 0 }] : []),
    ...sentencesOf(text).map((s) => ({ text: s.text, at: s.at + offset })),
  ];
  for (const [i, sentence] of sentences.entries()) {
    const folded = foldText(sentence.text);
    const next = foldText(sentences[i + 1]?.text ?? '');
    for (const lexicon of lexicons) {
      const see = (patterns: readonly Pattern[]) =>
        firstMatch(patterns, { text: sentence.text, folded, next }, lexicon);
      for (const tone of Object.keys(lexicon.tones) as Tone[]) {
        const hit = see(lexicon.tones[tone]);
        if (hit) add(tone, hit.words, sentence.at + hit.index, { ...pick(hit.pattern), ...betterOf(lexicon, tone) });
      }
      for (const [kind, patterns, change] of facts(lexicon, context, folded)) {
        const hit = see(patterns);
        if (hit)
          add(kind, hit.words, sentence.at + hit.index, {
            ...pick(hit.pattern),
            ...betterOf(lexicon, kind),
            ...change,
          });
      }
    }
    const shouted = checkShouting(sentence.text);
    if (shouted) add('irritated', shouted.words, sentence.at + shouted.at);
    const employer = namesEmployer(sentence.text, context.presentEmployer);
    if (employer) add('present_employer', employer, sentence.at);
  }
  for (const hit of checkPlaceholders(`${subject}\n${text}`))
    add('placeholder', hit.words, hit.at, { better: 'Fill it in, or leave the sentence out.' });
  for (const hit of checkNames(text, context.recipients ?? null, LEXICONS)) {
    add('wrong_name', hit.words, offset + hit.at, {
      better: hit.better,
      reason: hit.reason,
      ...(hit.severity === 'warn' ? { severity: 'warn' } : {}),
    });
  }
  return withoutRepeats(found.sort((a, b) => a.at - b.at)).map(({ at: _, ...finding }) => finding);
}

type Change = { severity?: 'warn'; rule?: string; reason?: string };

/** What depends on the facts of the case: which of the lexicon's lists count, and how. */
function facts(lexicon: Lexicon, context: GuardContext, sentence: string): [Kind, readonly Pattern[], Change][] {
  const checks: [Kind, readonly Pattern[], Change][] = [['private', lexicon.private, {}]];
  // Referees may hear of the search, the date and the outcome as they are.
  if (NOT_TO_THE_ORGANISATION.test(context.step ?? '')) return checks;
  if (!ABOUT_OWN_OFFER.has(context.step ?? '')) {
    const live = liveOffers(context);
    if (live.length === 0) {
      const lapsed = (context.offers ?? []).length > 0;
      checks.push([
        'false_offer',
        lexicon.offer,
        lapsed
          ? { reason: 'The offer on record has lapsed, is closed, or is their own; it may not be mentioned.' }
          : {},
      ]);
    } else if (live.length === 1 && lexicon.offers.test(sentence)) {
      checks.push(['false_offer', lexicon.offer, { reason: 'Only one offer is on record; this speaks of several.' }]);
    }
  }
  if (!mayAsk(context)) {
    const early: Change =
      context.step === 'value_add'
        ? { rule: 'B6', reason: 'A message that brings something useful never asks for the outcome.' }
        : {};
    checks.push(['early_ask', lexicon.asksOutcome, early]);
  }
  if (context.promisedDate === null) checks.push(['assumed_date', lexicon.citesDate, {}]);
  if (context.favourite !== true)
    checks.push(['favourite', lexicon.favourite, context.favourite === false ? {} : { severity: 'warn' }]);
  if (context.futureInterest === false) checks.push(['future_interest', lexicon.futureInterest, {}]);
  return checks;
}

function mayAsk(context: GuardContext): boolean {
  if (
    context.step !== undefined &&
    (MAY_TELL_OF_A_DATE.has(context.step) || NOT_TO_THE_ORGANISATION.test(context.step))
  ) {
    return true;
  }
  if (context.step === 'value_add') return false;
  if (context.mayAsk !== undefined) return context.mayAsk;
  if (context.promisedDate && context.today) return context.today > context.promisedDate;
  return context.step !== 'thank_you';
}

/** Recorded, open on that day, and from another organisation (E7). */
function liveOffers(context: GuardContext): readonly RecordedOffer[] {
  const here = context.organisation?.trim().toLocaleLowerCase();
  return (context.offers ?? []).filter(
    (offer) =>
      (offer.status ?? 'open') === 'open' &&
      !(offer.answerBy && context.today && offer.answerBy < context.today) &&
      offer.organisation.trim().toLocaleLowerCase() !== here,
  );
}

function lexiconsFor(raw: string, language: string | undefined): Lexicon[] {
  const text = foldText(raw);
  const tag = language?.split('-')[0]?.toLocaleLowerCase();
  const words = Math.max(1, text.split(/\s+/).length);
  const scored = LEXICONS.map((lexicon) => ({
    lexicon,
    share: (text.match(lexicon.frequent)?.length ?? 0) / words + (lexicon.language === tag ? 0.1 : 0),
  })).sort((a, b) => b.share - a.share);
  const best = scored[0]?.share ?? 0;
  // A short text tells little of its language: it is held against all that are not clearly outdone.
  const chosen = scored.filter(
    (s) => s.lexicon.language === tag || s.share >= Math.max(0.08, best * 0.6) || best < 0.12,
  );
  return chosen.map((s) => s.lexicon);
}

interface Hit {
  words: string;
  index: number;
  pattern: Pattern;
}

function firstMatch(
  patterns: readonly Pattern[],
  { text, folded, next }: { text: string; folded: string; next: string },
  lexicon: Lexicon,
): Hit | null {
  for (const pattern of patterns) {
    const match = pattern.find.exec(folded);
    if (!match || match[0].trim() === '') continue;
    if (pattern.next && !pattern.next.test(next)) continue;
    if (!pattern.always && lexicon.negation.test(folded.slice(0, match.index))) continue;
    // The words found are all from the first to the last that counted.
    let from = match.index;
    let to = from + match[0].length;
    const complete = (pattern.needs ?? []).every((need) => {
      const other = need.exec(folded);
      if (!other) return false;
      from = Math.min(from, other.index);
      to = Math.max(to, other.index + other[0].length);
      return true;
    });
    if (!complete || pattern.unless?.test(folded)) continue;
    return { words: text.slice(from, to), index: from, pattern };
  }
  return null;
}

function pick(pattern: Pattern): { severity?: 'warn'; better?: string } {
  return {
    ...(pattern.severity ? { severity: pattern.severity } : {}),
    ...(pattern.better ? { better: pattern.better } : {}),
  };
}

function betterOf(lexicon: Lexicon, kind: Kind): { better?: string } {
  const better = lexicon.better[kind];
  return better ? { better } : {};
}

function namesEmployer(sentence: string, employer: GuardContext['presentEmployer']): string | null {
  if (!employer) return null;
  for (const name of [employer.name, ...employer.domains]) {
    const trimmed = name.trim();
    if (trimmed.length < 2) continue;
    const escaped = trimmed.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const match = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').exec(sentence);
    if (match) return match[0];
  }
  return null;
}

/** One finding for the same words of the same kind; a longer match of one kind covers a shorter one. */
function withoutRepeats<T extends Finding & { at: number }>(found: T[]): T[] {
  return found.filter(
    (f, i) =>
      !found.some(
        (g, j) =>
          i !== j &&
          g.kind === f.kind &&
          g.at <= f.at &&
          g.at + g.words.length >= f.at + f.words.length &&
          (g.words.length > f.words.length || (g.at === f.at && j < i) || (g.words.length === f.words.length && j < i)),
      ),
  );
}
