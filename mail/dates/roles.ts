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
  kind: MailKind;
}

const timeFinders = new Map<Language, (sentence: string) => TimeFound[]>();

/** Of a longer sentence only the start is read: no person writes one. */
const LONGEST_READ = 800;
/** More dates than this are a timetable, and say nothing about an answer. */
const MOST_DATES = 40;

/** Further than this a date in a mail is no appointment. */
const MOST_DAYS_AHEAD = 400;

export function rolesIn(readings: readonly Reading[], { sentAt, timeZone, language, kind }: Surroundings): DatesFound {
  const spoken: Language = LANGUAGES.includes(language as Language) ? (language as Language) : 'en';
  const flags = readings.map(({ sentence }) => dayWordsIn(sentence.words, spoken));
  if (flags.every((flag) => flag === 0)) {
    return {};
  }
  let known: string | undefined;
  const zone = () => {
    known ??= zoneOfMail(sentAt, timeZone, spoken);
    return known;
  };
  const sent = localDay(sentAt, timeZone);
  const found = candidates(readings, flags, spoken, sent, () =>
    /^America\//.test(zone()) ? false : zone().includes('/') ? true : null,
  );
  if (found.length === 0) {
    return {};
  }
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
      let known: TimeFound[] | undefined;
      const at = () => {
        known ??= times(folded);
        return known;
      };
      for (const expression of expressions) {
        found.push({ expression, times: at, sentence, folded, reading });
        previous = expression.day;
      }
      since = 0;
    } else if (last !== undefined) {
      const own = last.times;
      const here = () => times(folded).filter(({ start }) => start <= 60);
      last.times = () =>
        own().length > 0
          ? own()
          : here().map((each) => ({ ...each, certain: false, start: last.expression.end, end: last.expression.end }));
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
    const isBack = returnsThen(candidate);
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
    } else if (isAway && expression.lead !== 'from' && expression.form !== 'vague') {
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

/** A word for coming back close to the date. */
function returnsThen({ folded, expression }: Candidate): boolean {
  return (
    RETURNS.test(folded.slice(Math.max(0, expression.start - 40), expression.start)) ||
    RETURNS.test(folded.slice(expression.end, expression.end + 30))
  );
}

/** When they will answer: a coming day in a sentence that says they will. */
function promise(found: readonly Candidate[], sent: Day, kind: MailKind): DateFound | null {
  let best: { candidate: Candidate; rank: number } | null = null;
  for (const candidate of found) {
    const { expression } = candidate;
    if (
      !ahead(candidate, sent) ||
      expression.form === 'today' ||
      candidate.sentence.question ||
      says(candidate, 'pay', 'startDate') ||
      conditional(candidate)
    ) {
      continue;
    }
    const asks = says(candidate, 'please') && says(candidate, 'give', 'available', 'sign');
    const willAnswer = says(candidate, 'hearFrom') || (says(candidate, 'inform') && !says(candidate, 'regret'));
    const aboutDecision = says(candidate, 'decide', 'deciding');
    const isAbsence =
      (says(candidate, 'away') && !willAnswer) ||
      (returnsThen(candidate) && !willAnswer) ||
      (expression.lead === 'until' && !says(candidate, 'wait', 'please', 'give', 'hearFrom', 'decide'));
    if ((asks && !willAnswer) || isAbsence || (says(candidate, 'interview') && !willAnswer && !aboutDecision)) {
      continue;
    }
    let rank = 0;
    if (willAnswer || (expression.lead === 'until' && says(candidate, 'give', 'wait'))) {
      rank = 4;
    } else if (aboutDecision) {
      rank = 3;
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
  const certain =
    expression.certain &&
    best.rank >= 4 &&
    expression.form !== 'vague' &&
    expression.lead !== 'after' &&
    expression.lead !== 'before';
  const confidence = certain ? 0.95 : expression.certain && best.rank >= 3 ? 0.75 : 0.5;
  return dateOf(
    best.candidate,
    expression.day.toString(),
    certain || (expression.lead === 'before' && expression.certain && best.rank >= 4),
    confidence,
  );
}

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
      expression.form === 'following'
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
  const { candidate, time } = top[0] as (typeof top)[number];
  const sole = new Set(top.map((each) => each.candidate.expression.day.toString())).size === 1;
  const asked = candidate.sentence.question;
  const value =
    time === null
      ? candidate.expression.day.toString()
      : instantOf(candidate.expression.day, time.hour, time.minute, time.zone ?? zone());
  const certain = sole && candidate.expression.certain && time?.certain === true && !asked;
  return dateOf(candidate, value, certain, certain ? 0.95 : sole ? 0.7 : 0.4);
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
    const asks =
      says(candidate, 'please', 'give', 'sign', 'agree', 'test') || candidate.sentence.question || EXPECTS.test(folded);
    const limit =
      expression.lead === 'by' ||
      expression.lead === 'before' ||
      expression.lead === 'until' ||
      LATEST_AFTER.test(folded.slice(expression.end, expression.end + 30)) ||
      expression.form === 'duration' ||
      (expression.form === 'stretch' && expression.certain);
    const starts =
      STARTS.test(folded.slice(Math.max(0, expression.start - 30), expression.start)) &&
      !EXPECTS.test(folded.slice(Math.max(0, expression.start - 30), expression.start));
    const meets =
      kind === 'advance' && says(candidate, 'interview', 'meeting', 'schedule') && !says(candidate, 'test', 'give');
    if (!asks || !limit || starts || meets) {
      continue;
    }
    let rank =
      1 +
      (says(candidate, 'sign', 'give') ? 1 : 0) +
      (expression.lead === null ? 0 : 1) +
      (expression.form === 'date' ? 0.3 : 0);
    if (says(candidate, 'startDate') && !says(candidate, 'sign', 'give')) {
      rank -= 2;
    }
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
    null;
  const value =
    time === null ? expression.day.toString() : instantOf(expression.day, time.hour, time.minute, time.zone ?? zone());
  const certain = expression.certain && best.rank >= 2 && expression.form !== 'vague';
  return dateOf(best.candidate, value, certain, certain ? 0.9 : 0.55);
}

/** What they expect of the candidate, where no lexicon entry says it. */
const EXPECTS =
  /(?:^|[^a-z])(?:expires?|valid|deadline|answer|reply|response|decision|confirm\w*|accept\w*|signed|signature|return|latest|antwort|ruckmeldung|zusage|frist|gultig|unterschrieb\w*|unterzeichnet\w*|rucksendung|ja oder nein|entscheidung|reponse|accord|signee?|retourn\w*|valable|respuesta|firmad[oa]|conformidad|si para|tu si|su si|acept\w*|valid[oa]|antwoord|akkoord|getekend\w*|ondertekend\w*|tegemoet|geldig|rekenen|laat je|svar|underskrift|paskriv\w*|undertecknat|galler|saga till|tacka)(?![a-z])/;
const LATEST_AFTER =
  /^[^a-z]*(?:\w+ )?(?:at the latest|latest|spatestens|au plus tard|a mas tardar|como maximo|como muy tarde|uiterlijk|op zijn laatst|senast)/;
const STARTS =
  /(?:start\w*|begin\w*|commenc\w*|join\w*|eintritt|ab dem|zum|einstellen|a compter du|a partir du|debut\w*|a partir del?|incorpor\w*|desde el|per|ingang\w*|vanaf|fran(?: och med)?|fr\.?o\.?m\.?|tilltrad\w*|borja\w*)(?: (?:den|the|le|el|on|am|du|del|date|is|of))*\s?$/;
