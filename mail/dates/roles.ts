import type { Concept } from '../classify/concepts';
import { LANGUAGES, type Language } from '../classify/language';
import type { Reading } from '../classify/reader';
import { foldedTextOf, type Sentence, textOf } from '../classify/sentences';
import type { DateFound, DatesFound, MailKind } from '../types';
import { type Day, dayFrom, daysBetween } from './days';
import { dayWordsIn, type Expression, expressionsIn } from './expressions';
import { instantOf, makeTimeFinder, type TimeFound, zoneOfMail } from './times';
import { DATE_WORDS } from './vocabulary';

/** A date, and what it could be, by the words of its sentence. */
interface Candidate {
  expression: Expression;
  /** Looked for only when asked. */
  times: () => TimeFound[];
  sentence: Sentence;
  /** The sentence folded, on one line. */
  folded: string;
  reading: Reading;
}

export interface Surroundings {
  sentAt: string;
  timeZone: string | null;
  language: string;
}

const timeFinders = new Map<Language, (sentence: string) => TimeFound[]>();

/** Of a longer sentence only the start is read: no person writes one. */
const LONGEST_READ = 800;
/** More dates than this are a timetable, and say nothing about an answer. */
const MOST_DATES = 40;

/** Further than this a date in a mail is no appointment. */
const MOST_DAYS_AHEAD = 400;

/** Looks for the dates of a mail; what they are depends on its kind, and is asked of the answer. */
export function rolesIn(
  readings: readonly Reading[],
  { sentAt, timeZone, language }: Surroundings,
): (kind: MailKind) => DatesFound {
  const spoken: Language = LANGUAGES.includes(language as Language) ? (language as Language) : 'en';
  const flags = readings.map(({ sentence }) => dayWordsIn(sentence.words, spoken));
  if (flags.every((flag) => flag === 0)) {
    return () => ({});
  }
  const zone = whenAsked(() => zoneOfMail(sentAt, timeZone, spoken));
  const sent = localDay(sentAt, timeZone);
  const found = candidates(readings, flags, spoken, sent, () =>
    /^America\//.test(zone()) ? false : zone().includes('/') ? true : null,
  );
  if (found.length === 0) {
    return () => ({});
  }
  return (kind) => rolesAs(kind, found, sent, zone);
}

/** What `find` finds, looked for when it is first asked for, and once. */
function whenAsked<Found>(find: () => Found): () => Found {
  let known: { found: Found } | undefined;
  return () => {
    known ??= { found: find() };
    return known.found;
  };
}

function rolesAs(kind: MailKind, found: readonly Candidate[], sent: Day, zone: () => string): DatesFound {
  const roles: DatesFound = {};
  const put = (name: keyof DatesFound, value: DateFound | null) => {
    if (value !== null) {
      roles[name] = value;
    }
  };
  if (kind === 'auto_reply' || kind === 'holding') {
    put('absentUntil', absence(found, sent, kind));
  }
  if (
    kind === 'holding' ||
    kind === 'acknowledgement' ||
    kind === 'advance' ||
    kind === 'reopened' ||
    kind === 'info_request'
  ) {
    put('promisedDate', promise(found, sent, kind));
  }
  if (kind === 'advance' || kind === 'reopened' || kind === 'info_request' || kind === 'acknowledgement') {
    put('interviewAt', appointment(found, sent, zone, kind));
  }
  if (kind === 'offer' || kind === 'info_request' || kind === 'advance' || kind === 'reopened') {
    put('answerBy', deadline(found, sent, zone, kind));
  }
  // An appointment that asks for a confirmation is no deadline.
  if (roles.answerBy !== undefined && roles.interviewAt?.value.slice(0, 10) === roles.answerBy.value.slice(0, 10)) {
    delete roles.answerBy;
  }
  return roles;
}

function localDay(sentAt: string, timeZone: string | null): Day {
  if (timeZone === null || !/T.*(?:Z|[+-]\d{2}:\d{2})$/.test(sentAt)) {
    return dayFrom(sentAt.slice(0, 10));
  }
  return dayFrom(instantDay(sentAt, timeZone));
}

function instantDay(sentAt: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(sentAt));
  return parts.slice(0, 10);
}

function candidates(
  readings: readonly Reading[],
  flags: readonly number[],
  language: Language,
  sent: Day,
  dayFirst: () => boolean | null,
): Candidate[] {
  const times = timesOf(language);
  const found: Candidate[] = [];
  let previous: Day | null = null;
  let since = Number.POSITIVE_INFINITY;
  readings.forEach((reading, index) => {
    const { sentence } = reading;
    const flag = flags[index] as number;
    // "…on Tuesday 19 May. Arrive for 8.30": the time may stand in one of the next sentences.
    const last = since < 2 ? found.at(-1) : undefined;
    since += 1;
    if ((flag === 0 && last === undefined) || found.length >= MOST_DATES) {
      return;
    }
    const folded = foldedTextOf(sentence).slice(0, LONGEST_READ);
    const expressions = flag === 0 ? [] : expressionsIn(folded, flag, language, sent, dayFirst, previous);
    if (expressions.length > 0) {
      const at = whenAsked(() => times(folded));
      for (const expression of expressions) {
        found.push({ expression, times: at, sentence, folded, reading });
        previous = expression.day;
      }
      since = 0;
    } else if (last !== undefined) {
      const own = last.times;
      const { end } = last.expression;
      last.times = whenAsked(() => {
        const found = own();
        return found.length > 0
          ? found
          : times(folded)
              .filter(({ start }) => start <= 60)
              .map((each) => ({ ...each, certain: false, start: end, end }));
      });
    }
  });
  return found;
}

function timesOf(language: Language): (sentence: string) => TimeFound[] {
  let finder = timeFinders.get(language);
  if (finder === undefined) {
    finder = makeTimeFinder(DATE_WORDS[language]);
    timeFinders.set(language, finder);
  }
  return finder;
}

function says(candidate: Candidate, ...concepts: Concept[]): boolean {
  return concepts.some((concept) => candidate.reading.hits[concept] !== undefined);
}

function ahead(candidate: Candidate, sent: Day): boolean {
  const days = daysBetween(sent, candidate.expression.day);
  return days >= 0 && days <= MOST_DAYS_AHEAD;
}

function dateOf(candidate: Candidate, value: string, certain: boolean, confidence: number): DateFound {
  return { value, sentence: textOf(candidate.sentence), confidence, certain };
}

/** The last day away. "Back on the 7th" means away until and including the 6th. */
function absence(found: readonly Candidate[], sent: Day, kind: MailKind): DateFound | null {
  let best: { value: Day; candidate: Candidate; certain: boolean; rank: number } | null = null;
  for (const candidate of found) {
    const { expression } = candidate;
    const isAway = says(candidate, 'away');
    const isBack = returnsThen(candidate, found);
    if ((kind !== 'auto_reply' && !isAway && !isBack) || !ahead(candidate, sent)) {
      continue;
    }
    let value: Day | null = null;
    let rank = 0;
    if (expression.first !== null && expression.form === 'date') {
      value = expression.day;
      rank = 3;
    } else if (expression.lead === 'until' || (expression.lead === 'by' && kind === 'auto_reply')) {
      const notBackUntil = isBack && candidate.reading.hits.neg !== undefined;
      value = notBackUntil ? expression.day.plus(-1) : expression.day;
      rank = 3;
    } else if (isBack || (kind === 'auto_reply' && !isAway && expression.lead !== 'from')) {
      value = expression.day.plus(-1);
      rank = isBack ? 2 : 1;
    } else if (isAway && expression.lead !== 'from' && (expression.form !== 'vague' || saysUntil(candidate))) {
      value = expression.day;
      rank = 1;
    }
    if (value === null || daysBetween(sent, value) < 0) {
      continue;
    }
    if (best === null || rank > best.rank || (rank === best.rank && daysBetween(best.value, value) > 0 && rank !== 2)) {
      best = { value, candidate, certain: expression.certain && rank >= 2 && (kind === 'auto_reply' || isAway), rank };
    }
  }
  return best === null ? null : dateOf(best.candidate, best.value.toString(), best.certain, best.certain ? 0.95 : 0.6);
}

const RETURNS =
  /(?:^|[^a-z])(?:return\w*|(?<!\b(?:get|gets|getting|got|come|coming|came|hear|heard|report|write|call|went) )back|resum\w*|reopens?|opens? again|pick (?:this|it) up|available again|reachable|zuruck|wieder|ruckkehr|retour|reviens|revient|rentre\w*|reprise|reprends|rouvre|vuelvo|vuelve|regreso|regresa|reincorpor\w*|reabrimos|vuelta|terug|weer|tillbaka|ater|atervander|oppnar)(?![a-z])/;

/** A word for coming back close to the date; before another date it belongs to that one. */
function returnsThen({ folded, expression, sentence }: Candidate, found: readonly Candidate[]): boolean {
  const next = found.find((each) => each.sentence === sentence && each.expression.start >= expression.end);
  return (
    RETURNS.test(folded.slice(Math.max(0, expression.start - 40), expression.start)) ||
    ((next === undefined || next.expression.start > expression.end + 40) &&
      RETURNS.test(folded.slice(expression.end, expression.end + 30)))
  );
}

/** "Until April": the word belongs to the month. */
function saysUntil({ folded, expression }: Candidate): boolean {
  return /^(?:until|till|bis|jusqu|hasta|tot)/.test(folded.slice(expression.start, expression.end));
}

/** When they will answer: a coming day in a sentence that says they will. */
function promise(found: readonly Candidate[], sent: Day, kind: MailKind): DateFound | null {
  let best: { candidate: Candidate; rank: number } | null = null;
  for (const candidate of found) {
    const { expression } = candidate;
    if (
      !ahead(candidate, sent) ||
      expression.form === 'today' ||
      (candidate.sentence.question && !(expression.form === 'more' && FOR_US.test(candidate.folded))) ||
      says(candidate, 'pay', 'startDate') ||
      conditional(candidate)
    ) {
      continue;
    }
    const asks = says(candidate, 'please') && says(candidate, 'give', 'available', 'sign');
    const willAnswer =
      says(candidate, 'hearFrom') ||
      (says(candidate, 'inform') && !says(candidate, 'regret')) ||
      WILL_ANSWER.test(candidate.folded);
    const aboutDecision = says(candidate, 'decide', 'deciding');
    const isAbsence =
      (says(candidate, 'away') && !willAnswer) ||
      (returnsThen(candidate, found) && !willAnswer) ||
      (expression.lead === 'until' && !says(candidate, 'wait', 'please', 'give', 'hearFrom', 'decide', 'neg'));
    const needsTime = expression.form === 'more' && !FOR_YOU.test(candidate.folded);
    if (
      isAbsence ||
      (!needsTime && ((asks && !willAnswer) || (says(candidate, 'interview') && !willAnswer && !aboutDecision)))
    ) {
      continue;
    }
    let rank = 0;
    if (willAnswer || (expression.lead === 'until' && says(candidate, 'give', 'wait'))) {
      rank = 4;
    } else if (aboutDecision) {
      rank = kind === 'holding' && isOurLimit(candidate) ? 4 : 3;
    } else if (needsTime) {
      rank = kind === 'holding' || says(candidate, 'wait', 'deciding', 'interview', 'regret') ? 3 : 0;
    } else if (kind === 'holding') {
      rank = expression.form === 'following' ? 3 : expression.lead === 'by' || expression.lead === 'until' ? 2 : 1;
    }
    if (rank === 0) {
      continue;
    }
    rank += expression.form === 'following' ? 1.5 : 0;
    rank += expression.lead === 'by' || expression.lead === 'until' ? 0.3 : 0;
    if (best === null || rank >= best.rank) {
      best = { candidate, rank };
    }
  }
  if (best === null) {
    return null;
  }
  const { expression } = best.candidate;
  const answered = workingDayOf(expression);
  const certain =
    expression.certain &&
    answered === expression.day &&
    best.rank >= 4 &&
    !isAppointment(best.candidate, kind) &&
    !notBefore(best.candidate) &&
    !orAnother(best.candidate) &&
    expression.form !== 'vague' &&
    expression.lead !== 'after' &&
    expression.lead !== 'before';
  const confidence = certain ? 0.95 : expression.certain && best.rank >= 3 ? 0.75 : 0.5;
  return dateOf(
    best.candidate,
    answered.toString(),
    certain || (expression.lead === 'before' && expression.certain && best.rank >= 4 && !notBefore(best.candidate)),
    confidence,
  );
}

/** They will say something then, in words of the ear, the hand or the mouth that the lexicons have for meetings, too. */
const WILL_ANSWER =
  /\b(?:(?:i'll|i will|we'll|we will|i shall) (?:ring|call|phone|telephone|email|e mail|mail|write|text|message|drop|tell)|(?:rufe?n?|schreibe?n?|maile?n?|sage?n?) (?:ich|wir) (?:sie|dich|ihnen|dir)|(?:ich|wir) (?:rufe?n?|schreibe?n?|maile?n?|sage?n?) (?:sie|dich|ihnen|dir)|teilen wir|teile ich|je (?:vous|te) (?:appell|telephon|ecri|dir|dis)\w*|nous vous (?:appell|telephon|ecri|dir)\w*|(?:le|te|les|os) (?:llam(?:o|amos|are|aremos)|escrib(?:o|imos|ire|iremos)|dig[oa]|decimos|dire|diremos|cuento|contare)|(?:bel|mail|schrijf|app|vertel|laat) ik (?:je|u)|ik (?:bel|mail|schrijf|app) (?:je|u)|telefoontje van (?:mij|ons)|(?:ringer|mejlar|mailar|skriver|berattar) (?:jag|vi)|(?:jag|vi) (?:ringer|mejlar|mailar|skriver))\b/;

/** A day by which they mean to decide, named for sure. */
function isOurLimit({ expression, folded, reading }: Candidate): boolean {
  return (
    (expression.lead === 'by' || expression.lead === 'before') &&
    (expression.form === 'date' || expression.form === 'weekday') &&
    reading.hits.maybe === undefined &&
    !FOR_YOU.test(folded) &&
    !UNSURE.test(folded)
  );
}

const UNSURE =
  /\b(?:i think|i guess|perhaps|with luck|fingers crossed|vielleicht|glaube ich|denke ich|je pense|peut etre|sans doute|creo|quiza\w*|supongo|denk ik|misschien|tror jag|kanske)\b/;

/** "Not before the 11th", "on Friday at the earliest": when they will answer is left open. */
function notBefore({ expression, folded, reading }: Candidate): boolean {
  const denied = reading.hits.neg !== undefined || NOTHING.test(folded);
  return (denied && (expression.lead === 'before' || expression.lead === 'until')) || EARLIEST.test(folded);
}

/** "On the 8th or 9th". */
function orAnother({ expression, folded }: Candidate): boolean {
  return /^\W*(?:or|oder|ou|o|of|eller) (?:(?:the|den|dem|am|le|el|de) )?\d/.test(folded.slice(expression.end));
}

const NOTHING = /\b(?:no|nothing|kein\w*|nichts|aucun\w*|rien|ningun\w*|nada|geen|niets|niks|ing[ae]\w*)\b/;
const EARLIEST =
  /\b(?:at the (?:very )?earliest|no earlier than|not earlier than|fruhestens|au plus tot|pas avant|como (?:muy )?pronto|op zijn vroegst|ten vroegste|niet eerder dan|tidigast|som tidigast)\b/;

/** In a mail about a further step, a day with its hour is when they meet ("moved to Thursday at 9.30", "au jeudi 12"). */
function isAppointment({ expression, folded, times }: Candidate, kind: MailKind): boolean {
  const isDeadline = expression.lead === 'by' || expression.lead === 'until';
  const named = folded.slice(Math.max(0, expression.start - 3), expression.end);
  return kind === 'advance' && (!isDeadline || /^\W*au /.test(named)) && times().length > 0;
}

/** Nobody answers at a weekend: a stretch of time that ends there is meant until the Monday after it. */
function workingDayOf({ day, form }: Expression): Day {
  return (form === 'duration' || form === 'more') && day.dayOfWeek > 5 ? day.plus(8 - day.dayOfWeek) : day;
}

/** More time for them, or for the candidate. */
const FOR_US = /\b(?:us|we|me|i|uns|wir|mir|ich|nous|je|nos|me|ons|wij|we|ik|oss|vi|mig|jag)\b/;
const FOR_YOU =
  /\b(?:you(?: still)? have|give you|allow you|sie haben|haben sie|ihnen|du hast|vous avez|vous donn\w+|tiene[ns]?|tienes|le damos|te damos|u heeft|heeft u|je hebt|heb je|du har|har du|ni har|ger dig)\b/;

function conditional(candidate: Candidate): boolean {
  const first = candidate.reading.hits.cond?.[0];
  return first !== undefined && first.from <= 1;
}

/** The interview: a coming day, best with a time, in a mail that invites. */
function appointment(found: readonly Candidate[], sent: Day, zone: () => string, kind: MailKind): DateFound | null {
  const fitting: { candidate: Candidate; time: TimeFound | null; rank: number }[] = [];
  for (const candidate of found) {
    const { expression } = candidate;
    if (
      !ahead(candidate, sent) ||
      expression.form === 'vague' ||
      (expression.form === 'stretch' && candidate.times().length === 0) ||
      expression.form === 'following' ||
      expression.form === 'more'
    ) {
      continue;
    }
    if (
      expression.lead === 'by' &&
      DEADLINE_LEAD.test(candidate.folded.slice(Math.max(0, expression.start - 24), expression.start))
    ) {
      continue;
    }
    if (expression.lead === 'before' || expression.lead === 'until' || refused(candidate)) {
      continue;
    }
    if (
      /^(?:innerhalb|within|binnen|inom|sous|in |en |dans|over |om )/.test(
        candidate.folded.slice(expression.start, expression.end),
      ) &&
      expression.form === 'duration'
    ) {
      continue;
    }
    const time = nearestTime(candidate);
    const meets = says(candidate, 'interview', 'meeting', 'schedule', 'invite', 'available', 'next', 'test');
    if (kind !== 'advance' && !(meets && time !== null && says(candidate, 'interview', 'schedule'))) {
      continue;
    }
    const rank = (time === null ? 0 : 2) + (meets ? 1 : 0) + (expression.form === 'date' ? 0.5 : 0);
    if (rank >= 1) {
      fitting.push({ candidate, time, rank });
    }
  }
  if (fitting.length === 0) {
    return null;
  }
  const most = Math.max(...fitting.map((each) => each.rank));
  const top = fitting.filter((each) => each.rank >= most - 0.5);
  const offered = timesOffered(top, found, zone);
  const [{ candidate, value, certain: plain }, ...others] = offered as [Offered, ...Offered[]];
  const certain = others.length === 0 && plain && !candidate.sentence.question;
  const date = dateOf(candidate, value, certain, certain ? 0.95 : others.length === 0 ? 0.7 : 0.4);
  return others.length === 0
    ? date
    : { ...date, others: others.map((each) => ({ value: each.value, sentence: textOf(each.candidate.sentence) })) };
}

interface Offered {
  candidate: Candidate;
  value: string;
  certain: boolean;
}

/** The times to choose from: one for each day, and those that "or" joins to it ("Tuesday at 2 or at 4"). */
function timesOffered(
  top: readonly { candidate: Candidate; time: TimeFound | null }[],
  found: readonly Candidate[],
  zone: () => string,
): Offered[] {
  const offered = new Map<number, Offered>();
  const days = new Set<number>();
  for (const { candidate, time } of top) {
    const { day, certain } = candidate.expression;
    if (days.has(day.number)) {
      continue;
    }
    days.add(day.number);
    for (const each of time === null ? [null] : [time, ...joinedByOr(candidate, time, found)]) {
      const value = each === null ? day.toString() : instantOf(day, each.hour, each.minute, each.zone ?? zone());
      const instant = Date.parse(value);
      // "14:00 CET / 8:00 EST" is one time.
      if (!offered.has(instant)) {
        offered.set(instant, { candidate, value, certain: certain && each?.certain === true });
      }
    }
  }
  return [...offered.values()];
}

const OR = /^[^a-z]*(?:(?:or|oder|ou|o|u|of|eller)(?![a-z])|[,/;])[^.?!]{0,24}$/;

function joinedByOr(
  { sentence, folded, times }: Candidate,
  first: TimeFound,
  found: readonly Candidate[],
): TimeFound[] {
  const joined: TimeFound[] = [];
  let last = first;
  for (const time of times()) {
    const between = folded.slice(last.end, time.start);
    const dayBetween = found.some(
      (each) => each.sentence === sentence && each.expression.start >= last.end && each.expression.start < time.start,
    );
    if (time.start >= last.end && !dayBetween && OR.test(between)) {
      joined.push(time);
      last = time;
    }
  }
  return joined;
}

const DEADLINE_LEAD =
  /(?:by|no later than|latest|deadline|due|spatestens|bis|au plus tard|d'ici|limite|tardar|maximo|hasta|uiterlijk|tot|senast|before|until)(?: \w+)? ?$/;

/** "Tuesday does not work any more". */
function refused(candidate: Candidate): boolean {
  const at = candidate.folded.slice(0, candidate.expression.end).split(/[^a-z0-9']+/).length - 1;
  return (candidate.reading.hits.cannotDo ?? []).some((hit) => {
    const word = candidate.sentence.words[hit.from] ?? '';
    return (
      hit.to > hit.from &&
      !/^(?:instead|statt|flytta|boka|verplaats|verzet|verschieb|verleg|cambiar|aplazar|mover|report|decal|change|move)/.test(
        word,
      ) &&
      Math.abs(hit.from - at) <= 4
    );
  });
}

function nearestTime({ expression, times }: Candidate): TimeFound | null {
  let best: TimeFound | null = null;
  let least = 60;
  for (const time of times()) {
    const distance =
      time.start >= expression.end ? time.start - expression.end : Math.max(0, expression.start - time.end) + 8;
    if (distance < least) {
      least = distance;
      best = time;
    }
  }
  return best;
}

/** By when the candidate has to answer, sign or send. */
function deadline(found: readonly Candidate[], sent: Day, zone: () => string, kind: MailKind): DateFound | null {
  let best: { candidate: Candidate; rank: number } | null = null;
  for (const candidate of found) {
    const { expression } = candidate;
    if (!ahead(candidate, sent) || expression.form === 'following' || expression.form === 'today') {
      continue;
    }
    const { folded } = candidate;
    const limitWord = expression.lead === 'by' || expression.lead === 'before' || expression.lead === 'until';
    const lapses = LAPSES.test(folded);
    const needed = NEEDED.test(folded);
    const tooLate = expression.lead === 'after' && says(candidate, 'neg', 'cannotDo');
    const awaited = kind === 'offer' || kind === 'info_request';
    const asks =
      says(candidate, 'please', 'sign', 'agree', 'test') ||
      (says(candidate, 'give') && !THEIRS.test(folded)) ||
      candidate.sentence.question ||
      EXPECTS.test(folded);
    const owed =
      awaited &&
      (lapses ||
        needed ||
        tooLate ||
        FOR_YOU.test(folded) ||
        (limitWord && !THEIRS.test(folded) && !says(candidate, 'hearFrom', 'away', 'deciding')));
    const limit =
      limitWord ||
      LATEST_AFTER.test(folded.slice(expression.end, expression.end + 30)) ||
      expression.form === 'duration' ||
      (expression.form === 'more' && (lapses || FOR_YOU.test(folded))) ||
      (awaited && (lapses || needed || tooLate)) ||
      (kind === 'info_request' && expression.form === 'relative' && says(candidate, 'give')) ||
      (expression.form === 'stretch' &&
        (expression.certain ||
          (says(candidate, 'give', 'sign', 'agree') &&
            !says(candidate, 'interview', 'meeting', 'available', 'schedule'))));
    const starts =
      STARTS.test(folded.slice(Math.max(0, expression.start - 30), expression.start)) &&
      !EXPECTS.test(folded.slice(Math.max(0, expression.start - 30), expression.start));
    const meets =
      kind === 'advance' && says(candidate, 'interview', 'meeting', 'schedule') && !says(candidate, 'test', 'give');
    if (!(asks || owed) || !limit || starts || meets) {
      continue;
    }
    let rank =
      1 +
      (says(candidate, 'sign', 'give') || (awaited && lapses) ? 1 : 0) +
      (expression.lead === null ? 0 : 1) +
      (expression.form === 'date' ? 0.3 : 0);
    if (says(candidate, 'startDate') && !says(candidate, 'sign', 'give')) {
      rank -= limitWord ? 1 : 2;
    }
    rank -= asks || lapses || (limitWord && FOR_YOU.test(folded)) ? 0 : 0.5;
    if (rank > 0 && (best === null || rank > best.rank)) {
      best = { candidate, rank };
    }
  }
  if (best === null) {
    return null;
  }
  const { expression } = best.candidate;
  const time =
    best.candidate.times().find((each) => each.start >= expression.start - 1 && each.start <= expression.end + 12) ??
    best.candidate.times().find((each) => each.end <= expression.start && each.end >= expression.start - 6) ??
    null;
  const value =
    time === null ? expression.day.toString() : instantOf(expression.day, time.hour, time.minute, time.zone ?? zone());
  const certain =
    expression.certain &&
    best.rank >= 2 &&
    expression.form !== 'vague' &&
    expression.lead !== 'after' &&
    (expression.form !== 'relative' || expression.lead !== null);
  return dateOf(best.candidate, value, certain, certain ? 0.9 : 0.55);
}

/** What they expect of the candidate, where no lexicon entry says it. */
const EXPECTS =
  /(?:^|[^a-z])(?:expires?|valid|deadline|answer|reply|response|decision|confirm\w*|accept\w*|signed|signature|return|latest|antwort|ruckmeldung|zusage|frist|gultig|unterschrieb\w*|unterzeichnet\w*|rucksendung|ja oder nein|entscheidung|antworte|reponse|repond\w*|accord|signee?|retourn\w*|valable|respuesta|firmad[oa]|conformidad|si para|tu si|su si|acept\w*|valid[oa]|contest\w*|respond\w*|antwoord|akkoord|getekend\w*|ondertekend\w*|tegemoet|geldig|rekenen|laat je|svar|underskrift|paskriv\w*|undertecknat|galler|saga till|tacka)(?![a-z])/;
/** An offer or a chance that ends then. */
const LAPSES =
  /\b(?:deadline|cut-?off|laps\w+|expir\w+|(?:remains?|stands|held) open|open for|stands (?:for|until)|valid\w*|frist\w*|gilt|gelten|verfallt|erlischt|date limite|valable|caduca|vence|plazo|vervalt|verloopt|geldig|galler|gar ut)\b/;
/** What they need from the candidate. */
const NEEDED =
  /\b(?:(?:i|we)(?:'d| would| will| do)? (?:still |really )?(?:need|require)|must have|benotig\w+|brauch\w+|faudr\w+|besoin|necesit\w+|nodig|behov\w*|ontvangen we|ontvangen wij)\b/;
/** What they will do themselves. */
const THEIRS =
  /\b(?:(?:i|we)(?:'ll| will| shall| hope| expect| should| meet| aim)|(?:wir|ich) (?:werden?|melden?|entscheiden|hoffen|tagen)|(?:werden?|melden?|entscheiden|hoffen) (?:wir|ich)|nous (?:vous|serons|esper\w+|revien\w+)|(?:le|te) (?:diremos|avisaremos|informaremos)|(?:we|wij|ik) (?:zullen|zal|laten|hopen|nemen)|(?:vi|jag) (?:kommer|ska|hoppas|aterkommer|hor))\b/;
const LATEST_AFTER =
  /^[^a-z]*(?:\w+ )?(?:at the latest|latest|spatestens|au plus tard|a mas tardar|como maximo|como muy tarde|uiterlijk|op zijn laatst|senast)/;
const STARTS =
  /(?:start\w*|begin\w*|commenc\w*|join\w*|eintritt|ab dem|zum|einstellen|a compter du|a partir du|debut\w*|a partir del?|incorpor\w*|desde el|per|ingang\w*|vanaf|fran(?: och med)?|fr\.?o\.?m\.?|tilltrad\w*|borja\w*)(?: (?:den|the|le|el|on|am|du|del|date|is|of))*\s?$/;
