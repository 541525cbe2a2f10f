/** What each sign that the reader of mails goes by means for a person. Signs that are not here are technical: not shown. */
const MEANS: Readonly<Record<string, string>> = {
  ...means('says no', 'decline declineSelect declineNext declineOffer declineInvite unsuccessful decidedBut'),
  ...means('they chose someone else', 'choseOther others'),
  ...means('speaks of other candidates', 'othersNamed competition'),
  ...means('the role is filled', 'filled'),
  ...means('is sorry', 'regret regretInform regretRole regretSmall'),
  ...means('praises, but', 'impressedBut'),
  ...means('wishes you well', 'wish'),
  ...means('keeps you on file', 'keep'),
  ...means('offers the job', 'offerGlad offerJob offerRole'),
  ...means('would like you to join', 'joinGlad want'),
  ...means('congratulates', 'congratulations'),
  ...means('speaks of pay', 'pay offerPay money'),
  ...means('names a start', 'startDate'),
  ...means('something to sign', 'sign signAny'),
  ...means('invites you', 'inviteInterview inviteMeeting scheduleInterview scheduleMeeting'),
  ...means('you go on to the next round', 'toNextRound moveYouOn selectedYou nextNamed'),
  ...means('sets a test', 'test testNamed'),
  ...means('an invitation for the calendar', 'calendarRequest'),
  ...means('cancels a date in the calendar', 'calendarCancel'),
  ...means('moves the date', 'reschedule'),
  ...means('names a time', 'clock'),
  ...means('speaks of an interview', 'interview meeting'),
  ...means('still deciding', 'notYet notFilled stillDeciding deciding waitDecision decisionComing careful noNews'),
  ...means('others are still in the running', 'othersPending'),
  ...means('on hold', 'onHold'),
  ...means('asks for patience', 'wait sorryWait'),
  ...means('they will be in touch', 'hearFrom weWillContact'),
  ...means('asks for references', 'askReferences'),
  ...means('asks for your transcript', 'askTranscript'),
  ...means('asks for documents', 'askDocuments missingPaper'),
  ...means('asks what you wish to earn', 'askSalary'),
  ...means('asks for your notice period', 'askNotice'),
  ...means('asks when you have time', 'askAvailability'),
  ...means('asks for something', 'askGive askApplication missing unfinished question'),
  ...means('it has arrived', 'received receivedAny arrived thanksArrived'),
  ...means('thanks you for applying', 'thanksApplying'),
  ...means('will be looked at', 'willReview ifSelected onlySelected'),
  ...means('says that it is automatic', 'automatic automaticSubject'),
  ...means('somebody is away', 'away awayBack'),
  ...means('agrees to be a referee', 'refereeYes agree'),
  ...means('does not want to be a referee', 'refereeNo'),
  ...means('speaks of a reference', 'referenceSelf spokeSelf spoke'),
  ...means('they come back to you', 'reopened reopenedAny fellThrough othersFellThrough personLeft stillInterested'),
  ...means('a list of jobs', 'jobAlert'),
  ...means('reads like mass mail', 'bulk cold winner'),
  ...means('is about an account', 'account'),
  ...means('is about something else', 'elsewhere'),
  ...means('asks for no more mail', 'noMail'),
  ...means('asks for no calls', 'noCalls'),
  ...means('names the role', 'role'),
  ...means('speaks of your application', 'apply candidate'),
};

/** What the envelope shows, where no words of the mail could be quoted. */
const SHOWN: Readonly<Record<string, string>> = {
  headerList: 'it was sent to a mailing list',
  listTag: 'its subject has the mark of a mailing list',
  headerReply: 'a program answered, not a person',
  headerGenerated: 'a program wrote it, not a person',
  headerReport: 'it is a report of a mail server',
  noReplySender: 'its sender takes no answers',
  noJobWords: 'nothing in it is about a job',
};

/** One reason for a guess: what it means, and the words as the mail has them. */
export interface Reason {
  means: string | null;
  quotes: string[];
}

/** The reasons behind a guess for a person, in the order given: each meaning once, with all its words. */
export function reasonsOf(evidence: readonly string[]): Reason[] {
  const reasons: Reason[] = [];
  const add = (means: string | null, ...quotes: string[]) => {
    const same = reasons.find((one) => one.means === means);
    if (same === undefined) reasons.push({ means, quotes });
    else same.quotes.push(...quotes.filter((quote) => !same.quotes.includes(quote)));
  };
  for (const sign of evidence) {
    const [, name = '', words = ''] = /^(?:(?:subject|footer)\.)?([a-z]\w*(?:\.\w+)?): (.*)$/is.exec(sign) ?? [];
    if (name === '') add(null, sign);
    else if (name === 'words') add(null, ...words.split(', ').map((word) => word.replace(/^“|”$/g, '')));
    else if (Object.hasOwn(SHOWN, name)) add(SHOWN[name] ?? null);
    else if (Object.hasOwn(MEANS, name)) add(MEANS[name] ?? null, ...(words === '' ? [] : [words]));
  }
  return reasons;
}

/** @example reasonText({ means: 'says no', quotes: ['went with another candidate'] }) // says no: “went with another candidate” */
export function reasonText({ means, quotes }: Reason): string {
  const words = quotes.map((quote) => `“${quote}”`).join(', ');
  return [means, words].filter((part) => part !== null && part !== '').join(': ');
}

function means(what: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, what]));
}
