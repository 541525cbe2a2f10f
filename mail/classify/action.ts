import type { Classification, MailKind } from '../types';
import { TOPICS } from './concepts';
import type { Features } from './features';

/** From which confidence a kind acts. */
interface Sureness {
  /** Where the mail says the thing itself in so many words (STATEMENTS). */
  said: number;
  /** Where the words as a whole say it. */
  meant: number;
  /** The same where something in it speaks of mass mail or of other parts of life (DOUBTFUL). */
  saidInDoubt: number;
  meantInDoubt: number;
}

function always(sure: number): Sureness {
  return { said: sure, meant: sure, saidInDoubt: sure, meantInDoubt: sure };
}

/**
 * Chosen in cross-validation (scripts/train-classifier.ts --check lists where each kind begins to err), so that of everyday
 * mails of known senders more than 99 of 100 that act are right; strangers' come close, and belong to no interview. Mails made
 * to mislead count for a third, and those about other parts of life for a tenth: what belongs to no interview never acts.
 */
const SURE: Record<Exclude<MailKind, 'other'>, Sureness> = {
  bounce: always(0.5),
  auto_reply: always(0.83),
  acknowledgement: always(0.954),
  rejection: { said: 0.913, meant: 0.965, saidInDoubt: 0.93, meantInDoubt: 0.976 },
  offer: { said: 0.75, meant: 0.955, saidInDoubt: 0.7, meantInDoubt: 0.978 },
  advance: { said: 0.948, meant: 0.963, saidInDoubt: 0.948, meantInDoubt: 0.875 },
  holding: { said: 0.91, meant: 0.883, saidInDoubt: 0.875, meantInDoubt: 0.9 },
  info_request: { said: 0.975, meant: 0.954, saidInDoubt: 0.975, meantInDoubt: 0.8 },
  referee_reply: { said: 0.85, meant: 0.95, saidInDoubt: 0.85, meantInDoubt: 0.734 },
  reopened: { said: 0.75, meant: 0.795, saidInDoubt: 0.65, meantInDoubt: 0.744 },
};

/**
 * The same where correlation knows who wrote, and what else it may be comes from strangers: a person of the organisation does
 * not write of flats, loans and newsletters. Chosen alike, with every answer as a known sender's.
 */
const SURE_OF_KNOWN: Record<Exclude<MailKind, 'other'>, Pick<Sureness, 'said' | 'meant'>> = {
  bounce: { said: 0.5, meant: 0.5 },
  auto_reply: { said: 0.83, meant: 0.83 },
  acknowledgement: { said: 0.938, meant: 0.938 },
  rejection: { said: 0.848, meant: 0.976 },
  offer: { said: 0.606, meant: 0.955 },
  advance: { said: 0.926, meant: 0.938 },
  holding: { said: 0.915, meant: 0.922 },
  info_request: { said: 0.69, meant: 0.903 },
  referee_reply: { said: 0.6, meant: 0.9 },
  reopened: { said: 0.6, meant: 0.859 },
};

/** From which confidence a known sender's mail acts although it speaks of another turn of the story (CONTRARY, VETO), but for an offer. */
const KNOWN_IN_SPITE = 0.96;

/** What a no may speak of for all that: of the interview that was, of what fell through, of what is not yet. */
const TOLD_WITH_A_NO: readonly string[] = [
  'inviteInterview',
  'scheduleInterview',
  'askAvailability',
  'fellThrough',
  'personLeft',
  'notYet',
  'onHold',
  'quotedSpeech',
  'winner',
];

/** Somebody else's words, which a known sender may quote. */
const QUOTED: readonly string[] = ['quotedSpeech', 'winner'];

/** From which confidence a mail about something else is ignored. */
const SURELY_NOTHING = { massMail: 0.8, plain: 0.985, nearAnAnswer: 0.995, withAnAnswer: 0.997 };

/**
 * What it is to say the thing itself: for each kind the statements of which one must stand in the mail (each a list of
 * features that must stand together).
 */
const STATEMENTS: Partial<Record<MailKind, readonly (readonly string[])[]>> = {
  rejection: [
    ['decline'],
    ['declineSelect', 'apply'],
    ['declineSelect', 'role'],
    ['declineSelect', 'wish'],
    ['declineSelect', 'thanksApplying'],
    ['declineNext', 'regret'],
    ['declineOffer', 'regret'],
    ['declineOffer', 'keep'],
    ['declineOffer', 'wish'],
    ['declineInvite', 'regret'],
    ['others', 'regret'],
    ['others', 'decidedBut'],
    ['others', 'apply'],
    ['others', 'role'],
    ['others', 'wish'],
    ['choseOther', 'regret'],
    ['choseOther', 'wish'],
    ['filled', 'regret'],
    ['filled', 'wish'],
    ['filled', 'apply'],
    ['filled', 'keep'],
    ['filled', 'thanksApplying'],
    ['unsuccessful', 'apply'],
    ['unsuccessful', 'wish'],
    ['unsuccessful', 'role'],
    ['regretRole', 'wish'],
  ],
  offer: [
    ['offerGlad', 'startDate'],
    ['offerGlad', 'pay'],
    ['offerGlad', 'sign'],
    ['offerGlad', 'money'],
    ['offerGlad', 'joinGlad'],
    ['offerGlad', 'role'],
    ['offerJob', 'pay', 'startDate'],
    ['offerJob', 'pay', 'signAny'],
    ['offerJob', 'sign', 'joinGlad'],
    ['offerJob', 'money', 'startDate'],
    ['want', 'pay', 'money'],
    ['want', 'sign'],
    ['want', 'startDate', 'pay'],
    ['offerRole', 'pay', 'startDate'],
    ['offerRole', 'sign'],
  ],
  advance: [
    ['inviteInterview'],
    ['scheduleInterview'],
    ['toNextRound', 'interview'],
    ['toNextRound', 'clock'],
    ['moveYouOn', 'interview'],
    ['test', 'invite'],
    ['calendarRequest'],
    ['scheduleMeeting', 'askAvailability'],
    ['inviteMeeting', 'clock'],
    ['inviteMeeting', 'askAvailability'],
    ['interview', 'clock'],
  ],
  holding: [
    ['onHold'],
    ['notYet'],
    ['stillDeciding', 'deciding'],
    ['deciding', 'wait'],
    ['deciding', 'sorryWait'],
    ['noNews'],
    ['waitDecision'],
    ['sorryWait', 'hearFrom'],
    ['stillDeciding', 'wait'],
    ['othersPending'],
    ['decisionComing', 'deciding'],
  ],
  info_request: [
    ['askReferences'],
    ['askTranscript'],
    ['askDocuments'],
    ['askSalary'],
    ['askNotice'],
    ['unfinished', 'askGive'],
    ['unfinished', 'apply'],
    ['missingPaper', 'askGive'],
    ['askApplication'],
  ],
  referee_reply: [
    ['refereeYes'],
    ['refereeNo'],
    ['spokeSelf', 'agree'],
    ['referenceSelf', 'spokeSelf'],
    ['sentByReferee'],
    ['spokeSelf'],
  ],
  reopened: [
    ['fellThrough', 'stillInterested'],
    ['othersFellThrough'],
    ['reopened', 'stillInterested'],
    ['personLeft', 'stillInterested'],
    ['fellThrough', 'role'],
    ['reopened', 'fellThrough'],
    ['personLeft', 'role'],
    ['reopened', 'role'],
  ],
};

/** Signs that the mail is about something else, or somebody else's words: then a person looks. */
const CONTRARY = [
  'winner',
  'quotedSpeech',
  'headerList',
  'listTag',
  'headerReport',
  'manyBulk',
  'manyCold',
  'manyAlerts',
];

/** The same, weaker, and talk of other parts of life: then it must be surer. */
const DOUBTFUL = [
  'elsewhere',
  'manyElsewhere',
  'footer.elsewhere',
  'subject.elsewhere',
  'jobAlert',
  'bulk',
  'subject.bulk',
  'cold',
  'account',
  ...TOPICS.map((topic) => `c.${topic}`),
];

/** Signs that a mail is mass mail: one is enough to ignore it. */
const MASS = ['headerList', 'listTag', 'manyBulk', 'manyCold', 'manyAlerts', 'jobAlert', 'winner'];

/** Signs that it is about other things: two are needed, or one where nothing in it is about a job. */
const OTHER_THINGS = ['bulk', 'cold', 'account', 'elsewhere', 'footer.bulk'];

/** Statements that a mail to be ignored must not make. */
const ANSWERS = [
  'decline',
  'declineSelect',
  'declineOffer',
  'others',
  'choseOther',
  'filled',
  'unsuccessful',
  'offerGlad',
  'inviteInterview',
  'inviteMeeting',
  'scheduleInterview',
  'scheduleMeeting',
  'toNextRound',
  'moveYouOn',
  'notYet',
  'stillDeciding',
  'hearFrom',
  'weWillContact',
  'askReferences',
  'askTranscript',
  'askSalary',
  'askNotice',
  'unfinished',
  'othersFellThrough',
  'calendarRequest',
];

/** Words that an answer may hang on, however little else it says ("Wir brauchen leider weitere 14 Tage für die Entscheidung"). */
const NEAR_AN_ANSWER = ['c.decide', 'c.deciding', 'c.regret', 'c.wait', 'c.chose', 'c.select', 'c.still'];

/** Statements that a mere receipt does not make. */
const NOT_MERELY_RECEIVED = [
  'decline',
  'others',
  'choseOther',
  'chose',
  'filled',
  'unsuccessful',
  'offerGlad',
  'inviteInterview',
  'toNextRound',
  'meeting',
  'deciding',
  'askReferences',
  'calendarRequest',
];

/** Something must show that it is about a job at all. */
const JOB = [
  'role',
  'subject.role',
  'apply',
  'subject.apply',
  'candidate',
  'subject.candidate',
  'c.applied',
  'c.keep',
  'c.wish',
  'c.offerJob',
  'c.references',
  'c.join',
  'c.interview',
  'subject.interview',
  'c.candidate',
  'c.otherCandidates',
  'c.select',
  'c.impressed',
  'c.next',
  'c.test',
  'c.deciding',
  'c.pay',
  'c.startDate',
  'c.salaryWish',
  'c.notice',
  'c.transcript',
  'c.documents',
  'c.spokeForYou',
  'sentByEmployer',
  'sentByReferee',
];

/**
 * What only a job has: one can apply for a loan, a flat or a grant and be refused, or be offered one, too. A no and an offer
 * change the most, so they need it.
 */
const ONLY_A_JOB = [
  'role',
  'subject.role',
  'candidate',
  'subject.candidate',
  'subject.interview',
  'c.interview',
  'c.otherCandidates',
  'c.offerJob',
  'c.join',
  'c.startDate',
  'c.keep',
  'sentByEmployer',
];

/** What shows that it is a post that is open again. */
const OF_A_POST = [
  'subject.role',
  'candidate',
  'subject.candidate',
  'apply',
  'subject.apply',
  'c.interview',
  'subject.interview',
  'c.otherCandidates',
  'c.offerJob',
  'c.applied',
  'c.next',
  'c.pay',
  'sentByEmployer',
];

/** What speaks of another turn of the story: then this is no plain answer of that kind. */
const VETO: Partial<Record<MailKind, readonly string[]>> = {
  rejection: [
    'stillInterested',
    'reopened',
    'fellThrough',
    'personLeft',
    'othersFellThrough',
    'inviteInterview',
    'scheduleInterview',
    'askAvailability',
    'offerGlad',
    'notYet',
    'onHold',
    'question',
  ],
  offer: ['decline', 'others', 'declineOffer', 'jobAlert', 'bulk', 'unfinished'],
  // A school or a surgery invites parents and patients, too.
  advance: ['decline', 'others', 'offerGlad', 'unsuccessful', 'c.school', 'c.health'],
  holding: ['decline', 'others', 'filled', 'unsuccessful', 'stillInterested', 'question'],
  info_request: ['decline', 'others', 'cold', 'account', 'agree'],
  reopened: [],
};

const NEVER = 2;

/**
 * From which confidence a mail acts that names nothing of a job. A no, an offer and a post that is open again never do: a loan, a flat, a
 * place at a school can be refused, offered or free again as well, in the same words.
 */
const WITHOUT_JOB_WORDS = {
  rejection: NEVER,
  offer: NEVER,
  advance: 0.975,
  holding: 0.97,
  info_request: 0.995,
  acknowledgement: 0.98,
  referee_reply: 0.97,
  reopened: NEVER,
} as const;

type Judged = Pick<Classification, 'kind' | 'confidence' | 'dates' | 'doNotWrite' | 'noCalls'>;

/**
 * `signal` acts, `review` asks a person, `ignore` keeps the mail and changes nothing. An acknowledgement is not an answer
 * (H6): it is ignored, unless it says something that binds: a date, "no calls", "do not write".
 */
export function actionFor(read: Judged, features: Features): Classification['action'] {
  const { kind, confidence } = read;
  const has = (name: string) => features.has(name);
  if (kind === 'other') {
    return !read.doNotWrite && isNothing(confidence, has) ? 'ignore' : 'review';
  }
  if (confidence < sureFor(kind, features)) {
    return 'review';
  }
  if (kind === 'bounce' || kind === 'auto_reply') {
    return 'signal';
  }
  if (!isAboutJob(kind, has) && confidence < WITHOUT_JOB_WORDS[kind]) {
    return 'review';
  }
  if (kind === 'acknowledgement') {
    if (NOT_MERELY_RECEIVED.some(has)) {
      return 'review';
    }
    return read.doNotWrite || read.noCalls || read.dates.promisedDate?.certain === true ? 'signal' : 'ignore';
  }
  const spoken = [...CONTRARY, ...(VETO[kind] ?? [])].filter(has);
  return spoken.every((name) => inSpite(name, read, has)) ? 'signal' : 'review';
}

function isOfKnown(has: (name: string) => boolean): boolean {
  return has('sentByEmployer') || has('sentByReferee');
}

function inSpite(name: string, { kind, confidence }: Judged, has: (name: string) => boolean): boolean {
  if (!isOfKnown(has) || confidence < KNOWN_IN_SPITE || kind === 'offer') {
    return false;
  }
  return kind === 'rejection' ? TOLD_WITH_A_NO.includes(name) : QUOTED.includes(name) || !CONTRARY.includes(name);
}

function isAboutJob(kind: MailKind, has: (name: string) => boolean): boolean {
  if (kind === 'rejection' || kind === 'offer') {
    // Not to be taken further, with good wishes for what is to come, happens to candidates only.
    return ONLY_A_JOB.some(has) || (has('decline') && has('wish'));
  }
  // A gym and a landlord come back as well: their "spot" is no post.
  if (kind === 'reopened') {
    return OF_A_POST.some(has);
  }
  return JOB.some(has);
}

function sureFor(kind: Exclude<MailKind, 'other'>, features: Features): number {
  const says = saysItself(kind, features);
  if (isOfKnown((name) => features.has(name))) {
    return says ? SURE_OF_KNOWN[kind].said : SURE_OF_KNOWN[kind].meant;
  }
  const { said, meant, saidInDoubt, meantInDoubt } = SURE[kind];
  const inDoubt = DOUBTFUL.some((name) => features.has(name));
  return says ? (inDoubt ? saidInDoubt : said) : inDoubt ? meantInDoubt : meant;
}

/** Whether the mail says the thing itself in so many words. */
export function saysItself(kind: MailKind, features: Features): boolean {
  return STATEMENTS[kind]?.some((statement) => statement.every((name) => features.has(name))) === true;
}

/** Mass mail, or surely about something else; never what somebody wrote who has a part in an interview. */
function isNothing(confidence: number, has: (name: string) => boolean): boolean {
  if (has('headerReport')) {
    return false;
  }
  const states = ANSWERS.some(has);
  const others = OTHER_THINGS.filter(has).length;
  if (!states && confidence >= SURELY_NOTHING.massMail) {
    if (MASS.some(has) || others >= 2 || (has('account') && has('noJobWords'))) {
      return true;
    }
  }
  const { withAnAnswer, nearAnAnswer, plain } = SURELY_NOTHING;
  const sure = states ? withAnAnswer : NEAR_AN_ANSWER.some(has) && others === 0 ? nearAnAnswer : plain;
  return confidence >= sure && !isOfKnown(has);
}
