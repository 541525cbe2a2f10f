/**
 * What kind of answer a mail is, read offline: structure first (delivery reports, answering machines), then what its own
 * words say. Quoted history never decides. Every verdict names the words that decided it.
 */
import { readBounce } from './bounce';
import { actionFor } from './classify/action';
import { asksFor } from './classify/asks';
import { featuresOf, type MailFeatures } from './classify/evidence';
import { wordsOf } from './classify/features';
import { asWritten } from './classify/fold';
import { type ModelFile, readModel } from './classify/model';
import { WORD_KINDS } from './classify/prior';
import { type Scored, score, tellingWords } from './classify/score';
import weights from './classify/weights.json';
import { namesDates } from './dates';
import { rolesIn } from './dates/roles';
import type { Classification, DatesFound, MailKind, ParsedMail } from './types';
import { visibleText } from './visible-text';

const MODEL = readModel(weights as ModelFile);

/** With fewer statements than this, single words are named as evidence too. */
const FEW_STATEMENTS = 3;
const MOST_WORDS = 5;
/** From this share of belief a kind is worth proposing the dates that it would have. */
const WORTH_PROPOSING = 0.01;

export interface ClassifyContext {
  /** IANA zone in which dates without a zone are meant; else the offset of the mail's own date. */
  timeZone?: string;
  /** When it arrived (ISO), for a mail whose own date is missing or absurd. */
  receivedAt?: string;
  /** Who the sender is, where correlation knows: a referee's answer and the candidate's own mails read differently. */
  sender?: 'organisation' | 'agency' | 'referee' | 'candidate';
}

const SENT_BY = {
  organisation: 'sentByEmployer',
  agency: 'sentByEmployer',
  referee: 'sentByReferee',
  candidate: 'sentByCandidate',
} as const;

/**
 * Never throws. Reads at most the first 12,000 characters of the visible text. The flags (`doNotWrite`, `noCalls`,
 * `weWillContactYou`) hold whatever the action is.
 */
export function classify(mail: ParsedMail, context: ClassifyContext = {}): Classification {
  const bounce = readBounce(mail);
  const visible = visibleText(mail);
  const read = featuresOf(mail, visible);
  if (context.sender !== undefined) {
    read.features.set(SENT_BY[context.sender], mail.from?.address ?? context.sender);
  }
  const verdict =
    bounce === null
      ? verdictOf(read)
      : { kind: 'bounce' as const, confidence: 0.995, evidence: [bounce.diagnostic ?? mail.subject], others: [] };
  let rolesAs: ((kind: MailKind) => DatesFound) | undefined;
  const datesAs = (kind: MailKind): DatesFound => {
    if (!namesDates(kind)) return {};
    rolesAs ??= rolesIn(read.readings, { ...whenAndWhere(mail, context), language: read.language.language });
    return rolesAs(kind);
  };
  const dates = datesAs(verdict.kind);
  const peace = verdict.kind === 'bounce' ? null : read.peace;
  const base: Omit<Classification, 'action'> = {
    kind: verdict.kind,
    confidence: Math.round(verdict.confidence * 1000) / 1000,
    visibleText: visible,
    language: read.language.language,
    dates: withCalendar(mail, verdict.kind, dates),
    bounce,
    evidence: peace === null ? verdict.evidence : withPeace(verdict.evidence, peace.sentence),
    doNotWrite: peace !== null,
    ...(peace?.forAll === true && { doNotWriteAll: true }),
    noCalls: read.features.has('noCalls'),
    weWillContactYou: read.features.has('weWillContact'),
    ...agreesToBeReferee(read.features),
    asksFor: asksFor(read.features),
  };
  const action = actionOf(base, read);
  return {
    ...base,
    action,
    dates: action === 'review' ? withProposals(base.dates, verdict.others.map(datesAs)) : base.dates,
  };
}

/** C2: a name is given out only after a plain yes. */
function agreesToBeReferee(features: MailFeatures['features']): Pick<Classification, 'refereeAgrees'> {
  const yes = features.has('refereeYes');
  return yes === features.has('refereeNo') ? {} : { refereeAgrees: yes };
}

/**
 * A new date that is not certain is for a person to confirm (H10): acting without it would count from the old one. So is
 * which of several times it shall be, and by when an offer must be answered. A request is answered the next working day (D3),
 * whatever day it names.
 */
function actionOf(base: Omit<Classification, 'action'>, read: MailFeatures): Classification['action'] {
  const action = actionFor(base, read.features);
  const { promisedDate, answerBy, interviewAt } = base.dates;
  const unsure =
    promisedDate?.certain === false ||
    (base.kind !== 'info_request' && answerBy?.certain === false) ||
    interviewAt?.others !== undefined;
  return action === 'signal' && unsure ? 'review' : action;
}

/** Where a person decides, the dates that it has if it is something else are proposed too, none of them as certain. */
function withProposals(dates: DatesFound, others: readonly DatesFound[]): DatesFound {
  const all: DatesFound = { ...dates };
  for (const name of DATE_NAMES) {
    const proposed = others.find((each) => each[name] !== undefined)?.[name];
    if (all[name] === undefined && proposed !== undefined) {
      all[name] = { ...proposed, certain: false, confidence: Math.min(proposed.confidence, 0.4) };
    }
  }
  return all;
}

const DATE_NAMES = ['promisedDate', 'absentUntil', 'interviewAt', 'answerBy'] as const;

/** What they ask of us is never left out. */
function withPeace(evidence: readonly string[], sentence: string): string[] {
  return [`noMail: ${sentence.slice(0, 120)}`, ...evidence.filter((each) => !each.startsWith('noMail:'))];
}

interface Verdict {
  kind: MailKind;
  confidence: number;
  evidence: string[];
  /** What else it may be, the likeliest first. */
  others: MailKind[];
}

function verdictOf(read: MailFeatures): Verdict {
  const scored = score(read.features, read.counted, MODEL);
  const evidence = scored.because.slice(0, 6).map((name) => {
    return `${name}: ${wordsOf(read.features.get(name) ?? '').slice(0, 120)}`;
  });
  if (evidence.length < FEW_STATEMENTS) {
    const words = tellingWords(scored, read.counted, MODEL, MOST_WORDS).map((each) => `“${asWritten(each)}”`);
    evidence.push(...(words.length === 0 ? [] : [`words: ${words.join(', ')}`]));
  }
  return { kind: scored.kind, confidence: scored.confidence, evidence, others: othersThan(scored) };
}

/** An answering machine's "until the 6th" reads itself into every date, so it is not among them. */
function othersThan({ kind, confidence, scores }: Scored): MailKind[] {
  const best = scores[WORD_KINDS.indexOf(kind)] as number;
  return WORD_KINDS.map((each, at) => ({ each, share: Math.exp((scores[at] as number) - best) * confidence }))
    .filter(({ each, share }) => each !== kind && each !== 'auto_reply' && share >= WORTH_PROPOSING)
    .sort((a, b) => b.share - a.share)
    .map(({ each }) => each);
}

function whenAndWhere(mail: ParsedMail, context: ClassifyContext): { sentAt: string; timeZone: string | null } {
  return { sentAt: mail.date ?? context.receivedAt ?? '1970-01-01T00:00:00Z', timeZone: context.timeZone ?? null };
}

function withCalendar(mail: ParsedMail, kind: MailKind, dates: DatesFound): DatesFound {
  const event = mail.calendar.find((each) => each.method === 'REQUEST' || each.method === 'PUBLISH');
  if (event === undefined || kind === 'bounce' || kind === 'auto_reply') {
    return dates;
  }
  const certain = kind === 'advance';
  return {
    ...dates,
    interviewAt: { value: event.startsAt, sentence: event.summary, confidence: certain ? 0.99 : 0.5, certain },
  };
}
