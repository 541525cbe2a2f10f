/**
 * The dates that a mail names, as what they are for us: when they will answer, until when somebody is away, when the
 * interview is, by when an answer is due. Relative to the mail's own day and zone; never a day before the mail.
 */
import { LANGUAGES, type Language } from './classify/language';
import { readerFor } from './classify/lexicons';
import { sentencesOf } from './classify/sentences';
import { rolesIn } from './dates/roles';
import type { DatesFound, MailKind } from './types';

export interface DateContext {
  /** ISO instant with the sender's offset: the day from which "next Friday" counts. */
  sentAt: string;
  /** IANA zone in which times without a zone are meant; null: the zone that the mail's own offset suggests. */
  timeZone: string | null;
  /** One of `en de fr es nl sv`; anything else is read as English. */
  language: string;
  kind: MailKind;
}

/**
 * Reads `text`, which must be the visible text: dates in quoted history or a signature are somebody else's.
 *
 * - `promisedDate`: the day they name for their answer; of a stretch ("next week", "early in January") its last day, and
 *   then not `certain`. "By the end of next week" is that week's Friday.
 * - `absentUntil`: the last day away, itself included (A4): "until 6 January" and "back on 7 January" are both the 6th.
 * - `interviewAt`: an instant where a time is named, else the day.
 * - `answerBy`: the last day to answer, sign or send, as named: "before Monday" is that Monday.
 *
 * A weekday is the next such day after the mail's day. Each date keeps its sentence as evidence (H10). Never throws.
 */
export function readDates(text: string, context: DateContext): DatesFound {
  if (!namesDates(context.kind)) {
    return {};
  }
  const language: Language = LANGUAGES.includes(context.language as Language) ? (context.language as Language) : 'en';
  return rolesIn(sentencesOf(text).map(readerFor([language])), context)(context.kind);
}

/** Whether the dates in a mail of this kind mean anything to us. */
export function namesDates(kind: MailKind): boolean {
  return kind !== 'bounce' && kind !== 'other' && kind !== 'referee_reply' && kind !== 'rejection';
}
