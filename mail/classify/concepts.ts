/**
 * The things a mail about a job can say, apart from the words a language has for them. Lexicons map words to concepts;
 * frames (frames.ts) are written over concepts only, so one frame reads all six languages.
 *
 * Written out as the object that a sentence's reading starts from: the engine copies such a literal fast.
 */
export const NOTHING_SAID = {
  neg: undefined, // not, no, unable
  cond: undefined, // if, should you
  maybe: undefined, // may, might
  but: undefined, // however, but
  still: undefined, // still, not yet
  now: undefined, // now, again: things have changed
  regret: undefined, // unfortunately, we regret
  inform: undefined, // inform you, let you know, mitteilen
  decide: undefined, // decided, decision
  move: undefined, // proceed, move forward, continue with
  select: undefined, // selected, chosen, shortlisted, successful
  unsuccessful: undefined, // unsuccessful, rejected, Absage
  otherCandidates: undefined, // other candidates, someone else
  candidate: undefined, // candidate, applicant
  role: undefined, // position, vacancy
  filled: undefined, // filled, closed, no longer available
  onHold: undefined, // on hold, freeze, paused
  wish: undefined, // we wish you success in your search
  keep: undefined, // keep your details on file, talent pool
  careful: undefined, // after careful consideration
  competition: undefined, // many strong applications
  impressed: undefined, // impressed by your background
  fit: undefined, // closer match, better fit
  apply: undefined, // your application, your CV
  applied: undefined, // for applying, your interest
  thanks: undefined,
  received: undefined, // received, receipt
  review: undefined, // review, assess, examine
  hearFrom: undefined, // we will be in touch
  only: undefined, // only those shortlisted
  interview: undefined,
  schedule: undefined, // schedule, slot, calendar
  available: undefined, // your availability, times that suit
  invite: undefined,
  next: undefined, // next round, second interview, next step
  glad: undefined, // pleased, delighted, good news
  congratulations: undefined,
  test: undefined, // assessment, coding challenge
  offer: undefined, // any word for an offer
  offerJob: undefined, // offer letter, offer you the position, employment contract
  pay: undefined, // salary, compensation
  startDate: undefined, // start date, first day
  sign: undefined, // sign, accept the offer
  join: undefined, // join our team, welcome aboard
  wait: undefined, // delay, longer than, patience
  deciding: undefined, // still interviewing, under consideration
  please: undefined, // please, could you
  give: undefined, // send, provide, complete
  references: undefined,
  transcript: undefined,
  documents: undefined, // certificates, identity papers, forms
  salaryWish: undefined, // salary expectations
  notice: undefined, // notice period
  automatic: undefined, // automated message, do not reply
  away: undefined, // out of office, on leave
  back: undefined, // return, back in the office
  agree: undefined, // happy to, of course
  self: undefined, // I, me, my
  you: undefined,
  fellThrough: undefined, // declined, withdrew, turned down
  preferred: undefined, // first choice, preferred candidate
  reopened: undefined, // open again, re-advertised
  interested: undefined, // still interested
  unfinished: undefined, // incomplete application
  bulk: undefined, // unsubscribe, newsletter, % off
  jobAlert: undefined, // new jobs for you
  cold: undefined, // came across your profile, our client
  account: undefined, // verification code, order, password
  feedback: undefined,
  noCalls: undefined, // please do not call
  noMail: undefined, // do not write to me again
  cannotDo: undefined, // something that does not suit: Tuesday does not work
  meeting: undefined, // call, meeting, chat (weaker than interview)
  chose: undefined, // went with, opted for, preferred: for somebody else unless it says you
  somebodyLeft: undefined, // the person who had the job left again
  noNews: undefined, // nothing yet, no news
  want: undefined, // they want you, you are in
  missing: undefined, // is missing, we lack
  spokeForYou: undefined, // they rang me, I praised you
  passedOn: undefined, // I passed it on, forwarded to
  arrived: undefined, // came through, is here
  elsewhere: undefined, // flats, courses, parcels, insurance: not a job
  winner: undefined, // you have won, prize, claim
  health: undefined, // a doctor, a clinic, a prescription
  housing: undefined, // a flat, a landlord, a heating
  money: undefined, // loans, insurance, taxes, grants
  school: undefined, // children, parents, pupils
  family: undefined, // kisses, weddings, drinks
  shop: undefined, // orders, suppliers, subscriptions, tenders
  club: undefined, // sports, choir, church, festival
  tech: undefined, // commits, servers, tickets
  paper: undefined, // manuscripts, conferences, courses, the press
};

export type Concept = keyof typeof NOTHING_SAID;

/** The concepts that are parts of life other than a job. */
export const TOPICS = [
  'health',
  'housing',
  'money',
  'school',
  'family',
  'shop',
  'club',
  'tech',
  'paper',
] as const satisfies readonly Concept[];

export const CONCEPTS = Object.keys(NOTHING_SAID) as Concept[];

/**
 * A lexicon: for each concept a list of entries, separated by commas. An entry is one or more words separated by spaces, all
 * in folded spelling (lower case, no diacritics); `a|b` are alternatives, `mov*` is a prefix, `*gesprach` an ending of a
 * longer word, `~` leaves room for up to four words.
 */
export type Lexicon = Partial<Record<Concept, string>>;
