/**
 * The things a mail about a job can say, apart from the words a language has for them. Lexicons map words to concepts;
 * frames (frames.ts) are written over concepts only, so one frame reads all six languages.
 */
export const CONCEPTS = [
  'neg', // not, no, unable
  'cond', // if, should you
  'maybe', // may, might
  'but', // however, but
  'still', // still, not yet
  'now', // now, again: things have changed
  'regret', // unfortunately, we regret
  'inform', // inform you, let you know, mitteilen
  'decide', // decided, decision
  'move', // proceed, move forward, continue with
  'select', // selected, chosen, shortlisted, successful
  'unsuccessful', // unsuccessful, rejected, Absage
  'otherCandidates', // other candidates, someone else
  'candidate', // candidate, applicant
  'role', // position, vacancy
  'filled', // filled, closed, no longer available
  'onHold', // on hold, freeze, paused
  'wish', // we wish you success in your search
  'keep', // keep your details on file, talent pool
  'careful', // after careful consideration
  'competition', // many strong applications
  'impressed', // impressed by your background
  'fit', // closer match, better fit
  'apply', // your application, your CV
  'applied', // for applying, your interest
  'thanks',
  'received', // received, receipt
  'review', // review, assess, examine
  'hearFrom', // we will be in touch
  'only', // only those shortlisted
  'interview',
  'schedule', // schedule, slot, calendar
  'available', // your availability, times that suit
  'invite',
  'next', // next round, second interview, next step
  'glad', // pleased, delighted, good news
  'congratulations',
  'test', // assessment, coding challenge
  'offer', // any word for an offer
  'offerJob', // offer letter, offer you the position, employment contract
  'pay', // salary, compensation
  'startDate', // start date, first day
  'sign', // sign, accept the offer
  'join', // join our team, welcome aboard
  'wait', // delay, longer than, patience
  'deciding', // still interviewing, under consideration
  'please', // please, could you
  'give', // send, provide, complete
  'references',
  'transcript',
  'documents', // certificates, identity papers, forms
  'salaryWish', // salary expectations
  'notice', // notice period
  'automatic', // automated message, do not reply
  'away', // out of office, on leave
  'back', // return, back in the office
  'agree', // happy to, of course
  'self', // I, me, my
  'you',
  'fellThrough', // declined, withdrew, turned down
  'preferred', // first choice, preferred candidate
  'reopened', // open again, re-advertised
  'interested', // still interested
  'unfinished', // incomplete application
  'bulk', // unsubscribe, newsletter, % off
  'jobAlert', // new jobs for you
  'cold', // came across your profile, our client
  'account', // verification code, order, password
  'feedback',
  'noCalls', // please do not call
  'noMail', // do not write to me again
  'cannotDo', // something that does not suit: Tuesday does not work
  'meeting', // call, meeting, chat (weaker than interview)
  'chose', // went with, opted for, preferred: for somebody else unless it says you
  'somebodyLeft', // the person who had the job left again
  'noNews', // nothing yet, no news
  'want', // they want you, you are in
  'missing', // is missing, we lack
  'spokeForYou', // they rang me, I praised you
  'passedOn', // I passed it on, forwarded to
  'arrived', // came through, is here
  'elsewhere', // flats, courses, parcels, insurance: not a job
  'winner', // you have won, prize, claim
] as const;

export type Concept = (typeof CONCEPTS)[number];

/**
 * A lexicon: for each concept a list of entries, separated by commas. An entry is one or more words separated by spaces, all
 * in folded spelling (lower case, no diacritics); `a|b` are alternatives, `mov*` is a prefix, `*gesprach` an ending of a
 * longer word, `~` leaves room for up to four words.
 */
export type Lexicon = Partial<Record<Concept, string>>;
