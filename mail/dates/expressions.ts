import type { Language } from '../classify/language';
import {
  addWorkingDays,
  type Day,
  day,
  daysBetween,
  firstOfMonth,
  fridayOfWeek,
  lastOfMonth,
  monday,
  nearestYear,
  nextDayOfMonth,
  nextWeekday,
} from './days';
import { DATE_WORDS, type DateWords } from './vocabulary';

/** A day that a sentence names. */
export interface Expression {
  start: number;
  end: number;
  day: Day;
  /** First day, where a stretch of days is named; `day` is its last. */
  first: Day | null;
  /**
   * How it is named: a calendar date, a weekday, a time from now, so much more time ("another week"), a stretch ("next
   * week"), told from another date.
   */
  form: 'date' | 'weekday' | 'today' | 'relative' | 'duration' | 'more' | 'stretch' | 'vague' | 'following';
  /** The word before: by, before, after, until, from. */
  lead: 'by' | 'before' | 'after' | 'until' | 'from' | null;
  /** Only one day can be meant. */
  certain: boolean;
}

const MOST_IN_A_SENTENCE = 12;

/** What kinds of words a sentence has, so that only patterns with a chance are tried. */
const DIGIT = 1;
const MONTH = 2;
const WEEKDAY = 4;
const UNIT = 8;
const SIGN = 16;
/** Digits joined by a mark: 11.12., 12/11. */
const JOINED = 32;
const JOINED_DIGITS = /\d[./-]\s?\d/;

interface Pattern {
  regex: RegExp;
  /** All of these must be there. */
  needs: number;
  read: (match: RegExpExecArray, context: Context) => Found | null;
}

interface Context {
  sent: Day;
  words: DateWords;
  language: Language;
  /** Days before months in "12/11": everywhere but in North America. */
  dayFirst: () => boolean | null;
}

type Found = Pick<Expression, 'day' | 'form' | 'certain'> & { first?: Day | null };

interface Compiled {
  list: Pattern[];
  lead: RegExp;
  following: readonly (readonly [RegExp, boolean])[];
  flagOf: (word: string) => number;
}

const patterns = new Map<Language, Compiled>();

function compiledFor(language: Language): Compiled {
  let known = patterns.get(language);
  if (known === undefined) {
    known = compile(DATE_WORDS[language]);
    patterns.set(language, known);
  }
  return known;
}

/** Zero where no word of a sentence can name a day. */
export function dayWordsIn(words: readonly string[], language: Language): number {
  const { flagOf } = compiledFor(language);
  let flags = 0;
  for (const word of words) {
    flags |= flagOf(word);
  }
  return flags;
}

/**
 * The days named in a folded sentence, in order. `flags` are those of its words; `previous` is the last day named before
 * it, from which "the following day" is told.
 */
export function expressionsIn(
  sentence: string,
  flags: number,
  language: Language,
  sent: Day,
  dayFirst: () => boolean | null,
  previous: Day | null,
): Expression[] {
  const known = compiledFor(language);
  const context: Context = { sent, words: DATE_WORDS[language], language, dayFirst };
  const found: Expression[] = [];
  const has = (flags & DIGIT) !== 0 && JOINED_DIGITS.test(sentence) ? flags | JOINED : flags;
  for (const { regex, needs, read } of known.list) {
    if ((has & needs) !== needs) {
      continue;
    }
    regex.lastIndex = 0;
    for (let match = regex.exec(sentence); match !== null; match = regex.exec(sentence)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.length >= MOST_IN_A_SENTENCE) {
        break;
      }
      if (match[0] === '') {
        regex.lastIndex += 1;
        continue;
      }
      if (found.some((each) => start < each.end && end > each.start)) {
        continue;
      }
      const value = read(match, context);
      if (value !== null) {
        const before = sentence.slice(Math.max(0, start - 40), start + Math.max(0, match[0].search(/\d/)));
        const lead = leadBefore(before, Math.min(start, 40), known.lead);
        found.push({ first: null, ...inItsWeek(value, before), start, end, lead });
      }
    }
  }
  found.sort((a, b) => a.start - b.start);
  return (flags & SIGN) === 0 ? found : withFollowing(sentence, known, found, previous);
}

const WEEK_OF =
  /\b(?:week (?:of|commencing|beginning|starting)(?: on)?|w\/[cb]|woche (?:vom|ab)|semaine du|semana del?|week (?:van|vanaf)|veckan (?:fran|som borjar|med start)) (?:[a-z]{2,9},? ){0,2}$/;

/** "In the week of 6 July": all of that week is meant. */
function inItsWeek(value: Found, before: string): Found {
  if (value.form !== 'date' || (value.first ?? null) !== null || !WEEK_OF.test(before)) return value;
  const first = monday(value.day, 0);
  return { day: first.plus(4), first, form: 'stretch', certain: false };
}

/**
 * The word before a date; an article or weekday that belongs to the date may stand between, or the month ("by June 16").
 * `before` reaches up to the date's first digit; the date itself begins at `start`.
 */
function leadBefore(before: string, start: number, lead: RegExp): Expression['lead'] {
  const match = lead.exec(before) ?? lead.exec(before.slice(0, start));
  const groups = match?.groups ?? {};
  for (const name of ['until', 'before', 'after', 'by', 'from'] as const) {
    if (groups[name] !== undefined) {
      return name;
    }
  }
  return null;
}

/** "The following day", "the week after": told from the date that was named last. */
function withFollowing(
  sentence: string,
  { following }: Compiled,
  found: Expression[],
  previous: Day | null,
): Expression[] {
  const extra: Expression[] = [];
  for (const [regex, week] of following) {
    const match = regex.exec(sentence);
    if (match === null) {
      continue;
    }
    const base = [...found].reverse().find((each) => each.end <= match.index + 1)?.day ?? previous;
    if (base !== null && base !== undefined) {
      const target = week ? monday(base, 1).plus(4) : base.plus(1);
      extra.push({
        start: match.index,
        end: match.index + match[0].length,
        day: target,
        first: null,
        form: 'following',
        lead: null,
        certain: !week,
      });
    }
  }
  return [...found, ...extra].sort((a, b) => a.start - b.start);
}

const any = (list: readonly string[]): string => list.map((each) => `(?:${each})`).join('|');

function compile(words: DateWords): Compiled {
  const month = `(${any(words.months)})`;
  const dayNumber = '(3[01]|[12]\\d|0?[1-9])';
  const year = '(?:[\\s,]+(?:del? )?(20\\d{2})\\b)?';
  const weekday = any(words.weekdays);
  const weekdayAny = any([...words.weekdays, ...words.weekdaysShort]);
  const beforeDay = `(?:(${weekdayAny})[.,]?\\s+)?${words.article}`;
  const unit = `(${words.day}|${words.week}|${words.fortnight}|${words.month}|${words.hour})`;
  const count = `(\\d{1,2}|${Object.keys(words.numbers).join('|')})`;
  const edge = '(?<![a-z0-9])';
  const stop = '(?![a-z0-9])';
  const list: Pattern[] = [];
  const add = (needs: number, source: string, read: Pattern['read']) =>
    list.push({ regex: new RegExp(source, 'g'), needs, read });

  add(JOINED, `${edge}(20\\d{2})-(\\d{2})-(\\d{2})${stop}`, ([, y, m, d]) =>
    absolute(day(Number(y), Number(m), Number(d))),
  );
  if (words.weekNumber.includes('kalenderwoche')) {
    // 27. Kalenderwoche, 27. KW: no day of a month
    add(DIGIT, `${edge}(5[0-3]|[1-4]?\\d)\\.\\s?(?:kalenderwoche|kw)${stop}`, ([, number], { sent }) => {
      const friday = fridayOfWeek(Number(number), sent);
      return friday === null || Number(number) === 0
        ? null
        : { day: friday, first: friday.plus(-4), form: 'stretch', certain: false };
    });
  }
  // 23 December to 2 January; 10.-31. July
  add(
    DIGIT | MONTH,
    `${edge}${beforeDay}${dayNumber}${words.ordinal}(?:\\s?${words.of}${month}${year})?\\s?(?:${words.to})\\s?${beforeDay}${dayNumber}${words.ordinal}\\s?${words.of}${month}${year}${stop}`,
    (match, context) => {
      const [, , firstDay, firstMonth, , , lastDay, lastMonth, lastYear] = match;
      const to = monthIndex(lastMonth as string, context.words);
      const last =
        lastYear === undefined
          ? nearestYear(to, Number(lastDay), context.sent)
          : day(Number(lastYear), to, Number(lastDay));
      const from = firstMonth === undefined ? to : monthIndex(firstMonth, context.words);
      const first = last === null ? null : startOfRange(last, from, Number(firstDay));
      return last === null || first === null ? null : { day: last, first, form: 'date', certain: true };
    },
  );
  if (words.ordinal.includes('nd')) {
    add(
      DIGIT | MONTH,
      `${edge}(?:(${weekdayAny})[.,]?\\s+)?${month}\\.?\\s+(?:the )?${dayNumber}(?:st|nd|rd|th)?\\s?(?:${words.to})\\s?${dayNumber}(?:st|nd|rd|th)?(?![\\d:]|\\s?[ap]m)(?:,?\\s(20\\d{2}))?${stop}`,
      (match, context) => {
        const [, , name, firstDay, lastDay, y] = match;
        const m = monthIndex(name as string, context.words);
        const last =
          y === undefined ? nearestYear(m, Number(lastDay), context.sent) : day(Number(y), m, Number(lastDay));
        const first = last === null ? null : startOfRange(last, m, Number(firstDay));
        return last === null || first === null ? null : { day: last, first, form: 'date', certain: true };
      },
    );
  }
  // 11 December 2026; Friday, 11. Dezember; el viernes 11 de diciembre de 2026
  add(
    DIGIT | MONTH,
    `${edge}${beforeDay}${dayNumber}${words.ordinal}\\s?${words.of}${month}${year}${stop}`,
    (match, context) => {
      const [, name, d, m, y] = match;
      return dated(name, Number(d), monthIndex(m as string, context.words), y, context);
    },
  );
  if (words.ordinal.includes('nd')) {
    add(
      DIGIT | MONTH,
      `${edge}(?:(${weekdayAny})[.,]?\\s+)?${month}\\.?\\s+(?:the )?${dayNumber}(?:st|nd|rd|th)?(?![\\d:]|\\s?[ap]\\.?m\\b|\\s?%|k\\b)(?:,?\\s(20\\d{2})\\b)?`,
      (match, context) => {
        const [, name, m, d, y] = match;
        return dated(name, Number(d), monthIndex(m as string, context.words), y, context);
      },
    );
  }
  // 11.12.2026, 11.12., 11/12/2026, 11-12-2026
  add(
    JOINED,
    `${edge}${beforeDay}${dayNumber}\\.\\s?(1[0-2]|0?[1-9])\\.\\s?(20\\d{2}|\\d{2}(?![\\d:.]))?${stop}`,
    (match, context) => {
      const [, name, d, m, y] = match;
      return dated(name, Number(d), Number(m), longYear(y), context);
    },
  );
  add(
    JOINED,
    `${edge}${beforeDay}${dayNumber}([./-])(1[0-2]|0?[1-9])\\3(20\\d{2}|\\d{2})(?![\\d/-])`,
    (match, context) => {
      const [, name, a, mark, b, y] = match;
      return mark === '.'
        ? dated(name, Number(a), Number(b), longYear(y), context)
        : slashed(name, Number(a), Number(b), longYear(y), context);
    },
  );
  add(
    JOINED,
    `${edge}(?:(${weekdayAny})[.,]?\\s+)?(1[0-2]|0?[1-9])/(3[01]|1[3-9]|2\\d)(?:/(20\\d{2}|\\d{2}))?(?![\\d/])`,
    (match, context) => {
      const [, name, m, d, y] = match;
      return m === '24' || context.language !== 'en' ? null : dated(name, Number(d), Number(m), longYear(y), context);
    },
  );
  add(JOINED, `${edge}${beforeDay}${dayNumber}/(1[0-2]|0?[1-9])(?![\\d/])`, (match, context) => {
    const [whole, name, a, b] = match;
    return /(?:^|\s)24\/7/.test(whole) ? null : slashed(name, Number(a), Number(b), undefined, context);
  });
  // Friday the 11th; vendredi 11; Montag, den 14.
  add(
    WEEKDAY | DIGIT,
    `${edge}(${weekdayAny})\\s*,?\\s+${words.article}${dayNumber}${words.ordinal}(?![\\d:/h]|\\.\\d|[a-z]|\\s?(?:${words.oclock || '(?!x)x'})${stop}|\\s?(?:[ap]m|${words.day}|${words.week}|min)${stop})`,
    (match, context) => {
      const [, name, d] = match;
      const candidate = nextDayOfMonth(Number(d), context.sent);
      return candidate === null || candidate.dayOfWeek !== weekdayIndex(name as string, context.words)
        ? null
        : { day: candidate, form: 'date', certain: true };
    },
  );
  // Tue 2pm; Wed at 10:30
  add(
    WEEKDAY | DIGIT,
    `${edge}(${any(words.weekdaysShort)})[.,]?\\s(?:at |um |a |om |kl\\.? )?(?=\\d{1,2}(?:[:.]\\d\\d|\\s?(?:[ap]\\.?m\\b|uhr|uur|h\\b)))`,
    (match, { sent, words: w }) => ({
      day: nextWeekday(weekdayIndex(match[1] as string, w), sent),
      form: 'weekday',
      certain: true,
    }),
  );
  // a week on Friday; Friday week; vendredi en huit; a week today
  const named = `(?:(${weekday})|(${words.tomorrow})|(?:${words.today}))`;
  add(
    0,
    `${edge}(?:${words.weekOn})\\s${named}${stop}|${edge}${named},?\\s(?:${words.weekLater})${stop}`,
    (match, { sent, words: w }) => {
      const name = match[1] ?? match[3];
      const tomorrow = match[2] ?? match[4];
      const near =
        name !== undefined ? nextWeekday(weekdayIndex(name, w), sent) : sent.plus(tomorrow === undefined ? 0 : 1);
      return { day: near.plus(7), form: 'weekday', certain: true };
    },
  );
  // end of next week; Ende der Woche; fin de semaine prochaine
  const week = `(?:${words.week})`;
  const nextAround = `(?:(${words.next})|(${words.coming})|(${words.this}))`;
  add(
    UNIT,
    `${edge}(?:(${words.end})|(${words.start})|(${words.middle}))\\s?(?:the |der |des |la |l'|de |van de )?(?:${nextAround}\\s)?(?:the |la )?${week}(?:\\s${nextAround})?${stop}`,
    (match, { sent }) => {
      const [, , start, middle] = match;
      const weeks =
        match[4] !== undefined || match[5] !== undefined || match[7] !== undefined || match[8] !== undefined ? 1 : 0;
      const first = monday(sent, weeks);
      const inWeek = start === undefined ? (middle === undefined ? 4 : 2) : 1;
      const target = first.plus(inWeek);
      const safe = daysBetween(sent, target) < 0 ? target.plus(7) : target;
      return { day: safe, form: 'stretch', certain: start === undefined && middle === undefined };
    },
  );
  // Wednesday next week; onsdag nästa vecka; next week on Wednesday; kommende Woche Mittwoch
  const nextWeek = `(?:(?:the |la |der |in der |de la |van )?(?:(?:${words.next}|${words.coming})\\s${week}|${week}\\s(?:${words.next}|${words.coming})))`;
  add(
    WEEKDAY | UNIT,
    `${edge}(${weekday})\\s?(?:of |in |de |van |der )?${nextWeek}${stop}`,
    (match, { sent, words: w }) => ({
      day: monday(sent, 1).plus(weekdayIndex(match[1] as string, w) - 1),
      form: 'weekday',
      certain: true,
    }),
  );
  add(
    WEEKDAY | UNIT,
    `${edge}${nextWeek},?\\s(?:on |am |le |el |op |pa )?(${weekday})${stop}`,
    (match, { sent, words: w }) => ({
      day: monday(sent, 1).plus(weekdayIndex(match[1] as string, w) - 1),
      form: 'weekday',
      certain: true,
    }),
  );
  // end of January; mid-January; first week of January; Anfang Januar
  add(
    MONTH,
    `${edge}(?:(${words.end})|(${words.start})|(${words.middle})|(${words.first}|${words.last}|${any(words.nth)})\\s${week}\\s?(?:of|in|im|de|du|d'|van|av|i|del)?)\\s?(?:the )?${month}${year}${stop}`,
    (match, context) => {
      const [, end, start, middle, weekOf, name, y] = match;
      return partOfMonth(monthIndex(name as string, context.words), y, { end, start, middle, weekOf }, context);
    },
  );
  // end of the month, of next month
  add(
    UNIT,
    `${edge}(?:(${words.end})|(${words.start})|(${words.middle}))\\s?(?:the |des |der |du |de la |het |de |av )?(?:${nextAround}\\s)?(?:${words.month})(?:\\s${nextAround})?${stop}`,
    (match, context) => {
      const [, end, start, middle] = match;
      const ahead =
        match[4] !== undefined || match[5] !== undefined || match[7] !== undefined || match[8] !== undefined ? 1 : 0;
      const target = firstOfMonth(context.sent).plusMonths(ahead);
      return partOfMonth(target.month, String(target.year), { end, start, middle }, context);
    },
  );
  // another week; two more weeks; noch zehn Tage; une semaine de plus
  const several = `${count}(?:\\s?(?:-|–|to|or|bis|oder|a|ou|o|tot|of|till|eller)\\s?${count})?`;
  const more: Pattern['read'] = (match, context) => {
    const [, a = '1', b, working, name] = match;
    return moreTime(numberOf(b ?? a, context.words), working !== undefined, name as string, context);
  };
  add(UNIT, `${edge}(?:${words.more})\\s(?:${several}\\s)?(${words.working})?${unit}${stop}`, more);
  add(UNIT, `${edge}${several}\\s(?:${words.moreWithin})\\s(${words.working})?${unit}${stop}`, more);
  add(UNIT, `${edge}${several}\\s(${words.working})?${unit}\\s(?:${words.moreAfter})${stop}`, more);
  // within two weeks; in 10 working days; d'ici deux semaines
  add(
    UNIT,
    `${edge}(?:${words.within})\\s(?:(?:the|den|de|les|los|las|nachsten|kommenden) )?(?:(?:next|coming|nachsten|kommenden|prochains|prochaines|proximos|proximas|komende|narmaste)\\s)?${several}\\s(${words.working})?${unit}(?:\\s(${words.working}))?${stop}`,
    (match, context) => {
      const [whole, a, b, working, name] = match;
      return duration(
        numberOf(b ?? (a as string), context.words),
        working !== undefined || new RegExp(words.working).test(whole),
        name as string,
        b !== undefined,
        context,
      );
    },
  );
  // within the next fortnight; sous quinzaine
  add(
    UNIT,
    `${edge}(?:${words.within})\\s(?:(?:the|den|de|la|les) )?(?:(?:next|coming|nachsten|kommenden|prochaine|proxima|komende|narmaste) )?(${words.fortnight})${stop}`,
    ([, name], context) => duration(1, false, name as string, false, context),
  );
  add(UNIT, `${edge}${count}\\s(${words.working})?${unit}\\s?(?:${words.hence})${stop}`, (match, context) => {
    const [, a, working, name] = match;
    return duration(numberOf(a as string, context.words), working !== undefined, name as string, false, context);
  });
  add(UNIT, `${edge}(?:${words.within})\\s?(?:${words.working})(?:${words.day})${stop}`, () => null);
  add(UNIT, `${edge}(?:${words.comingDays})${stop}`, ({ index, input }, { sent }) =>
    isPast(input, index, words) ? null : { day: sent.plus(7), form: 'vague', certain: false },
  );
  add(UNIT, `${edge}(?:${words.comingWeeks})${stop}`, ({ index, input }, { sent }) =>
    isPast(input, index, words) ? null : { day: sent.plus(21), form: 'vague', certain: false },
  );
  // KW 51, week 51
  add(
    DIGIT,
    `${edge}(?:${words.weekNumber})\\s?(5[0-3]|[1-4]?\\d)(?![\\d:]|\\.\\d|\\s?(?:%|${words.day}))${stop}`,
    ([, number], { sent }) => {
      const friday = fridayOfWeek(Number(number), sent);
      return friday === null || Number(number) === 0
        ? null
        : { day: friday, first: friday.plus(-4), form: 'stretch', certain: false };
    },
  );
  // next Friday, coming Friday, this Friday, Friday next
  add(
    WEEKDAY,
    `${edge}(?:(${words.next})|(${words.coming})|(${words.this}))\\s(${weekday})${stop}|${edge}(${weekday})\\s(?:(${words.next})|(${words.coming}))${stop}`,
    (match, { sent, words: w, language }) => {
      const name = (match[4] ?? match[5]) as string;
      const near = nextWeekday(weekdayIndex(name, w), sent);
      const isNext = match[1] !== undefined || match[6] !== undefined;
      if (!isNext || language === 'fr' || language === 'es') {
        return { day: near, form: 'weekday', certain: true };
      }
      const inNextWeek = monday(sent, 1).plus(weekdayIndex(name, w) - 1);
      return { day: inNextWeek, form: 'weekday', certain: daysBetween(near, inNextWeek) === 0 };
    },
  );
  // next week, this week, diese Woche
  add(UNIT, `${edge}(?:${nextWeek})${stop}`, (_, { sent }) => ({
    day: monday(sent, 1).plus(4),
    first: monday(sent, 1),
    form: 'stretch',
    certain: false,
  }));
  add(
    UNIT,
    `${edge}(?:(?:${words.this})\\s${week}|(?:the |la |de |der )?(?:rest|remainder) of (?:the|this) week)${stop}`,
    (_, { sent }) => {
      const friday = monday(sent, sent.dayOfWeek >= 6 ? 1 : 0).plus(4);
      return { day: friday, form: 'stretch', certain: false };
    },
  );
  // Only now a bare weekday
  add(WEEKDAY, `${edge}(${weekday})(?:${words.noon})?${stop}`, (match, { sent, words: w }) => {
    const name = match[1] as string;
    return isHabit(name, match.input, match.index)
      ? null
      : { day: nextWeekday(weekdayIndex(name, w), sent), form: 'weekday', certain: true };
  });
  // the 14th, den 14., le 14, de 14e
  add(DIGIT, dayOnlySource(words, edge), (match, { sent }) => {
    const number = Number(match.slice(1).find((each) => each !== undefined));
    const candidate = nextDayOfMonth(number, sent);
    return candidate === null ? null : { day: candidate, form: 'date', certain: true };
  });
  add(SIGN, `${edge}(?:${words.afterTomorrow})${stop}`, (_, { sent }) => ({
    day: sent.plus(2),
    form: 'relative',
    certain: true,
  }));
  add(SIGN, `${edge}(?:${words.tomorrow})${stop}`, (_, { sent }) => ({
    day: sent.plus(1),
    form: 'relative',
    certain: true,
  }));
  add(SIGN, `${edge}(?:${words.today})${stop}`, (_, { sent }) => ({ day: sent, form: 'today', certain: true }));
  // next month, in January, the New Year, Christmas
  add(
    UNIT,
    `${edge}(?:(?:${words.next}|${words.coming})\\s(?:${words.month})|(?:${words.month})\\s(?:${words.next}|${words.coming}))${stop}`,
    (_, { sent }) => ({
      day: lastOfMonth(firstOfMonth(sent).plusMonths(1)),
      form: 'vague',
      certain: false,
    }),
  );
  add(
    MONTH,
    `${edge}(?:in|im|en|durant|courant|during|i|for|bis|until|till|jusqu'en|hasta|tot|fore|av)\\s(?:le mois de )?${month}(?!\\s?\\d{1,2}(?!\\d))${year}${stop}`,
    (match, context) => {
      const index = monthIndex(match[1] as string, context.words);
      return /^(?:may|mar|mars|mai|maj|mei)$/.test(match[1] as string) &&
        !/^(?:in|im|en|i|bis|until|hasta|tot)\s/.test(match[0])
        ? null
        : partOfMonth(index, match[2], {}, context);
    },
  );
  add(SIGN, `${edge}(?:${words.newYear})${stop}`, (_, { sent }) => ({
    day: day(sent.month === 1 ? sent.year : sent.year + 1, 1, 15) as Day,
    form: 'vague',
    certain: false,
  }));
  add(SIGN, `${edge}(?:${words.christmas})${stop}`, (_, { sent }) => ({
    day: day(sent.year, 12, 23) as Day,
    form: 'vague',
    certain: false,
  }));

  const weekdayBefore = `(?:(?:${weekdayAny})[.,]?\\s+)?`;
  const lead = new RegExp(
    `(?:^|[^a-z])(?:(?<until>${words.until})|(?<before>${words.before})|(?<after>${words.after})|(?<by>${words.by})|(?<from>${words.from}))\\s(?:the |den |dem |de |le |el |la |a |et |end of |ende |eind |einschliesslich |inklusive |end of day |eod |close of business |cob |close of play |noon |noon on |midday on |lunchtime |\\d{1,2}(?:[:.h]\\d\\d)?\\s?(?:[ap]\\.?m\\.?|uhr|uur|h)?,? (?:on |am |le |el |op |pa )?)*${weekdayBefore}(?:the |den |dem |de |le |el )?$`,
  );
  const following = [
    [new RegExp(`(?:^|[^a-z])(${words.dayAfter})(?![a-z])`), false],
    [new RegExp(`(?:^|[^a-z])(${words.weekAfter})(?![a-z])`), true],
  ] as const;
  return { list, lead, following, flagOf: flagger(words) };
}

const MEMO_LIMIT = 20_000;

/** The kind of day word that a single word is; remembered, for words come again and again. */
function flagger(words: DateWords): (word: string) => number {
  const digits = /^(?:\d{1,2}(?:st|nd|rd|th|er|e|de|ste|ten|te|a|o)?|20\d\d|(?:kw|cw|wk|v)\d{1,2})$/;
  const months = new RegExp(`^(?:${any(words.months)})$`);
  const weekdays = new RegExp(`^(?:${any(words.weekdays)}|(?:${any(words.weekdaysShort)})$)`);
  const units = new RegExp(
    `(?:^|${words.working})(?:${words.day}|${words.week}|${words.fortnight}|${words.month}|${words.hour})$`,
  );
  const signs = new Set(words.signs.split(' '));
  const memo = new Map<string, number>();
  return (word) => {
    let flags = memo.get(word);
    if (flags === undefined) {
      flags =
        (digits.test(word) ? DIGIT : 0) |
        (months.test(word) ? MONTH : 0) |
        (weekdays.test(word) ? WEEKDAY : 0) |
        (units.test(word) ? UNIT : 0) |
        (signs.has(word) ? SIGN : 0);
      if (memo.size >= MEMO_LIMIT) {
        memo.clear();
      }
      memo.set(word, flags);
    }
    return flags;
  };
}

function dayOnlySource(words: DateWords, edge: string): string {
  const number = '(3[01]|[12]\\d|0?[1-9])';
  const forms: Record<string, string> = {
    en: `${edge}(?:the )?${number}(?:st|nd|rd|th)(?![a-z0-9])(?! (?:round|interview|stage|floor|year|time|place|century|meeting|step|candidate))`,
    de: `${edge}(?:den|dem|der|zum|am|vom|bis|nach|vor|ab) (?:dem )?${number}\\.(?!\\s?\\d|\\d|\\s[A-Z]|\\s(?:stock|runde|etage|jahr|gesprach))`,
    fr: `${edge}(?:le|au|du|avant le|apres le|des le) ${number}(?:er)?(?![:.,/]?\\d|\\s\\d|\\s?%|\\s?(?:h|heures|euros?|rue|avenue|jours|semaines|ans|k)\\b|[a-z])`,
    es: `${edge}(?:el|al|del|dia) (?:dia )?${number}(?![:.,/]?\\d|\\s\\d|\\s?%|\\s?(?:h|horas|euros?|dias|semanas|anos|k)\\b|[a-z])`,
    nl: `${edge}(?:de|den|op|voor|tot|na|vanaf|uiterlijk) ?(?:de )?${number}(?:ste|de|e)(?![a-z0-9])(?! (?:ronde|gesprek|verdieping|keer))`,
    sv: `${edge}(?:den) ${number}(?::[ae]|e)?(?![\\d:.,/%]\\d|\\d|[a-z])`,
  };
  return forms[languageOfWords(words)] as string;
}

function languageOfWords(words: DateWords): Language {
  return (Object.keys(DATE_WORDS) as Language[]).find((language) => DATE_WORDS[language] === words) as Language;
}

function absolute(value: Day | null): Found | null {
  return value === null ? null : { day: value, form: 'date', certain: true };
}

function startOfRange(last: Day, month: number, dayOfMonth: number): Day | null {
  const sameYear = day(last.year, month, dayOfMonth);
  return sameYear !== null && daysBetween(sameYear, last) >= 0 ? sameYear : day(last.year - 1, month, dayOfMonth);
}

function dated(
  weekdayName: string | undefined,
  d: number,
  m: number,
  y: string | undefined,
  context: Context,
): Found | null {
  const value = y === undefined ? nearestYear(m, d, context.sent) : day(Number(y), m, d);
  if (value === null) {
    return null;
  }
  const agrees = weekdayName === undefined || value.dayOfWeek === weekdayIndex(weekdayName, context.words);
  return { day: value, form: 'date', certain: agrees };
}

/** "12/11": which is the month? A weekday beside it, a number above twelve or the language decides; else it is not certain. */
function slashed(
  weekdayName: string | undefined,
  a: number,
  b: number,
  y: string | undefined,
  context: Context,
): Found | null {
  const dayFirst = dated(weekdayName, a, b, y, context);
  if (context.language !== 'en' || a > 12 || a === b) {
    return dayFirst;
  }
  const monthFirst = dated(weekdayName, b, a, y, context);
  if (
    weekdayName !== undefined &&
    dayFirst !== null &&
    monthFirst !== null &&
    dayFirst.certain !== monthFirst.certain
  ) {
    return dayFirst.certain ? dayFirst : monthFirst;
  }
  const known = context.dayFirst() ?? true;
  const [likely, unlikely] = known ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  const past = likely === null || daysBetween(context.sent, likely.day) < 0;
  const chosen = past && unlikely !== null && daysBetween(context.sent, unlikely.day) >= 0 ? unlikely : likely;
  return chosen === null ? null : { ...chosen, certain: false };
}

function longYear(y: string | undefined): string | undefined {
  return y !== undefined && y.length === 2 ? `20${y}` : y;
}

const onlyThese = new Map<string, RegExp>();

/** Whether `text` is one of the words of the vocabulary's `source`, and nothing more. */
function isOnly(source: string, text: string): boolean {
  let known = onlyThese.get(source);
  if (known === undefined) {
    known = new RegExp(`^(?:${source})$`);
    onlyThese.set(source, known);
  }
  return known.test(text);
}

function monthIndex(name: string, words: DateWords): number {
  return words.months.findIndex((each) => isOnly(each, name)) + 1;
}

function weekdayIndex(name: string, words: DateWords): number {
  const full = words.weekdays.findIndex((each) => isOnly(each, name));
  return (full === -1 ? words.weekdaysShort.findIndex((each) => isOnly(each, name)) : full) + 1;
}

function numberOf(text: string, words: DateWords): number {
  return /^\d/.test(text) ? Number(text) : (words.numbers[text] ?? 1);
}

function duration(
  count: number,
  working: boolean,
  unit: string,
  range: boolean,
  { sent, words }: Context,
): Found | null {
  const is = (source: string) => isOnly(source, unit);
  if (is(words.hour)) {
    return { day: sent.plus(Math.ceil(count / 24)), form: 'duration', certain: false };
  }
  if (is(words.week)) {
    return { day: sent.plus(count * 7), form: 'duration', certain: !range };
  }
  if (is(words.fortnight)) {
    return { day: sent.plus(count * 14), form: 'duration', certain: !range };
  }
  if (is(words.month)) {
    return { day: sent.plusMonths(count), form: 'duration', certain: false };
  }
  return { day: working ? addWorkingDays(sent, count) : sent.plus(count), form: 'duration', certain: !range };
}

/** So much time more than was said: from when it counts is not said, so it is never certain. */
function moreTime(count: number, working: boolean, unit: string, context: Context): Found | null {
  const isHours = isOnly(context.words.hour, unit);
  const found = isHours ? null : duration(count, working, unit, true, context);
  return found === null ? null : { ...found, form: 'more', certain: false };
}

function partOfMonth(
  month: number,
  y: string | undefined,
  part: {
    end?: string | undefined;
    start?: string | undefined;
    middle?: string | undefined;
    weekOf?: string | undefined;
  },
  { sent, words }: Context,
): Found | null {
  const inYear = y === undefined ? (nearestYear(month, 28, sent)?.year ?? sent.year) : Number(y);
  const first = day(inYear, month, 1);
  if (first === null) {
    return null;
  }
  if (part.end !== undefined) {
    return { day: lastOfMonth(first), form: 'stretch', certain: true };
  }
  if (part.start !== undefined) {
    return { day: first.plus(9), form: 'vague', certain: false };
  }
  if (part.middle !== undefined) {
    return { day: first.plus(19), form: 'vague', certain: false };
  }
  if (part.weekOf !== undefined) {
    const { weekOf } = part;
    const weeks = [words.first, ...words.nth].findIndex((each) => isOnly(each, weekOf)) + 1;
    return { day: weeks === 0 ? lastOfMonth(first) : first.plus(weeks * 7 - 1), form: 'vague', certain: false };
  }
  return { day: lastOfMonth(first), form: 'vague', certain: false };
}

function isPast(sentence: string, index: number, words: DateWords): boolean {
  return new RegExp(`(?:^|[^a-z])(?:${words.ago})\\s$`).test(sentence.slice(Math.max(0, index - 12), index));
}

/** "I don't work on Fridays", "freitags": a habit, no day. */
function isHabit(name: string, sentence: string, index: number): boolean {
  return (
    /^(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)s$/.test(
      name,
    ) ||
    /days$/.test(sentence.slice(index, index + name.length + 1)) ||
    /^s\b/.test(sentence.slice(index + name.length, index + name.length + 2)) ||
    /(?:every|each|jeden|chaque|cada|elke|iedere|varje) $/.test(sentence.slice(Math.max(0, index - 8), index))
  );
}
