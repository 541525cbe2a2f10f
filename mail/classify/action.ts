import type { Classification, MailKind } from '../types';
import type { Features } from './features';

/**
 * From which confidence a kind is sure enough to act on without asking. A no and an offer change the most, so they need
 * the most. Measured by cross-validation over the development mails and on real ones (docs: the table of what acts).
 */
const SURE: Record<MailKind, number> = {
  bounce: 0.5,
  auto_reply: 0.8,
  acknowledgement: 0.85,
  rejection: 0.85,
  offer: 0.88,
  advance: 0.85,
  holding: 0.85,
  info_request: 0.85,
  referee_reply: 0.85,
  reopened: 0.88,
  other: 0.8,
};

/**
 * Words alone make a guess; to act, the mail must also say the thing itself. For each kind the statements of which one
 * must stand in it (each a list of features that must stand together).
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
const CONTRARY = ['winner', 'quotedSpeech', 'headerList', 'headerReport', 'manyBulk', 'manyCold', 'manyAlerts'];

/** The same, weaker: then only what is beyond doubt acts. */
const DOUBTFUL = ['elsewhere', 'jobAlert', 'bulk', 'cold', 'account'];
const BEYOND_DOUBT = 0.97;

/** Signs that a mail is mass mail: one is enough to ignore it. */
const MASS = ['headerList', 'manyBulk', 'manyCold', 'manyAlerts', 'jobAlert', 'winner'];

/** Signs that it is about other things: two are needed, or one where nothing in it is about a job. */
const OTHER_THINGS = ['bulk', 'cold', 'account', 'elsewhere', 'manyElsewhere', 'footer.bulk'];

/** Statements that a mail to be ignored must not make. */
const ANSWERS = [
  'decline',
  'others',
  'filled',
  'unsuccessful',
  'declineOffer',
  'offerGlad',
  'inviteInterview',
  'scheduleInterview',
  'toNextRound',
  'notYet',
  'stillDeciding',
  'askReferences',
  'othersFellThrough',
  'calendarRequest',
];

/** Statements that a mere receipt does not make. */
const NOT_MERELY_RECEIVED = [
  'decline',
  'others',
  'filled',
  'unsuccessful',
  'offerGlad',
  'inviteInterview',
  'toNextRound',
  'askReferences',
  'calendarRequest',
];

/** Something must show that it is about a job at all. */
const JOB = [
  'c.role',
  'c.apply',
  'c.applied',
  'c.candidate',
  'c.interview',
  'c.keep',
  'c.wish',
  'c.offerJob',
  'c.references',
  'c.join',
  'c.pay',
  'c.salaryWish',
  'c.notice',
  'calendarRequest',
  'sentByReferee',
  'c.next',
  'c.deciding',
  'c.spokeForYou',
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
  ],
  offer: ['decline', 'others', 'declineOffer', 'jobAlert', 'bulk', 'unfinished'],
  advance: ['decline', 'others', 'offerGlad', 'unsuccessful'],
  holding: ['decline', 'others', 'filled', 'unsuccessful'],
  info_request: ['decline', 'others', 'cold', 'account'],
  reopened: [],
};

type Judged = Pick<Classification, 'kind' | 'confidence' | 'dates' | 'doNotWrite' | 'noCalls'>;

/**
 * `signal` acts, `review` asks a person, `ignore` keeps the mail and changes nothing. An acknowledgement is not an answer
 * (H6): it is ignored, unless it says something that binds: a date, "no calls", "do not write".
 */
export function actionFor(read: Judged, features: Features): Classification['action'] {
  if (read.confidence < SURE[read.kind]) {
    return 'review';
  }
  const has = (name: string) => features.has(name);
  if (read.kind === 'other') {
    return !read.doNotWrite && isNoise(has) && !ANSWERS.some(has) ? 'ignore' : 'review';
  }
  if (read.kind === 'bounce' || read.kind === 'auto_reply') {
    return 'signal';
  }
  if (read.kind === 'acknowledgement') {
    if (NOT_MERELY_RECEIVED.some(has)) {
      return 'review';
    }
    return read.doNotWrite || read.noCalls || read.dates.promisedDate?.certain === true ? 'signal' : 'ignore';
  }
  if (DOUBTFUL.some(has) && read.confidence < BEYOND_DOUBT) {
    return 'review';
  }
  if (CONTRARY.some(has) || !JOB.some(has) || VETO[read.kind]?.some(has) === true) {
    return 'review';
  }
  return STATEMENTS[read.kind]?.some((statement) => statement.every(has)) === true ? 'signal' : 'review';
}

function isNoise(has: (name: string) => boolean): boolean {
  if (has('headerReport')) {
    return false;
  }
  const others = OTHER_THINGS.filter(has).length;
  return MASS.some(has) || others >= 2 || (has('account') && has('noJobWords'));
}
