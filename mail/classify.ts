/**
 * What kind of answer a mail is, read offline: structure first (delivery reports, answering machines), then what its own
 * words say. Quoted history never decides. Every verdict names the words that decided it.
 */
import { readBounce } from './bounce';
import { actionFor } from './classify/action';
import { asksFor } from './classify/asks';
import { featuresOf, type MailFeatures } from './classify/evidence';
import { wordsOf } from './classify/features';
import { type ModelFile, readModel } from './classify/model';
import { score } from './classify/score';
import weights from './classify/weights.json';
import { namesDates } from './dates';
import { rolesIn } from './dates/roles';
import type { Classification, DatesFound, MailKind, ParsedMail } from './types';
import { visibleText } from './visible-text';

const MODEL = readModel(weights as ModelFile);

export interface ClassifyContext {
  /** IANA zone in which dates without a zone are meant; else the offset of the mail's own date. */
  timeZone?: string;
  /** When it arrived (ISO), for a mail whose own date is missing or absurd. */
  receivedAt?: string;
  /** Who the sender is, where correlation knows: a referee's answer and the candidate's own mails read differently. */
  sender?: 'organisation' | 'agency' | 'referee' | 'candidate';
}

/**
 * Never throws. Reads at most the first 12,000 characters of the visible text. The flags (`doNotWrite`, `noCalls`,
 * `weWillContactYou`) hold whatever the action is.
 */
export function classify(mail: ParsedMail, context: ClassifyContext = {}): Classification {
  const bounce = readBounce(mail);
  const visible = visibleText(mail);
  const read = featuresOf(mail, visible);
  if (context.sender === 'referee') {
    read.features.set('sentByReferee', mail.from?.address ?? 'a referee');
  }
  const verdict =
    bounce === null
      ? verdictOf(read)
      : { kind: 'bounce' as const, confidence: 0.995, evidence: [bounce.diagnostic ?? mail.subject] };
  const dates = namesDates(verdict.kind)
    ? rolesIn(read.readings, { ...whenAndWhere(mail, context), language: read.language.language, kind: verdict.kind })
    : {};
  const base: Omit<Classification, 'action'> = {
    kind: verdict.kind,
    confidence: Math.round(verdict.confidence * 1000) / 1000,
    visibleText: visible,
    language: read.language.language,
    dates: withCalendar(mail, verdict.kind, dates),
    bounce,
    evidence: verdict.evidence,
    doNotWrite: read.features.has('noMail') && verdict.kind !== 'bounce',
    noCalls: read.features.has('noCalls'),
    weWillContactYou: read.features.has('weWillContact'),
    asksFor: asksFor(read.features),
  };
  return { ...base, action: actionFor(base, read.features) };
}

function verdictOf(read: MailFeatures): { kind: MailKind; confidence: number; evidence: string[] } {
  const scored = score(read.features, read.counted, MODEL);
  const evidence = scored.because.slice(0, 6).map((name) => {
    return `${name}: ${wordsOf(read.features.get(name) ?? '').slice(0, 120)}`;
  });
  return { kind: scored.kind, confidence: scored.confidence, evidence };
}

function whenAndWhere(mail: ParsedMail, context: ClassifyContext): { sentAt: string; timeZone: string | null } {
  return { sentAt: mail.date ?? context.receivedAt ?? '1970-01-01T00:00:00Z', timeZone: context.timeZone ?? null };
}

function withCalendar(mail: ParsedMail, kind: MailKind, dates: DatesFound): DatesFound {
  const event = mail.calendar.find((each) => each.method === 'REQUEST' || each.method === 'PUBLISH');
  if (event === undefined || kind === 'bounce' || kind === 'auto_reply') {
    return dates;
  }
  return { ...dates, interviewAt: { value: event.startsAt, sentence: event.summary, confidence: 0.99, certain: true } };
}
