/**
 * Everything a letter, call script or task text may draw on: only facts on file (A2, E7). Made by the policy from the
 * case file; turned into words by `letters/`. Dates are `YYYY-MM-DD` in the recipient's zone.
 */
import type { Channel, LetterFlags, StepName } from './decision';
import type { Contact, Promise_, Referee, ValueAdd } from './intake';

export interface LetterRequest {
  step: StepName;
  channel: Channel;
  about: string | null;
  flags: LetterFlags;
  /** Primary language tag of the letter; `en` where no catalogue has it. */
  language: string;
  form: 'formal' | 'informal';
  candidate: { name: string; phone: string | null; email: string };
  organisation: string;
  agency: string | null;
  role: string;
  /** Whom it goes to; null for a task of the candidate that concerns nobody. */
  recipient: Contact | null;
  referee: Referee | null;
  /** Those in copy, and on an agency route the interviewers who are meant. */
  copied: Contact[];
  interviewers: Contact[];
  /** The person who named the promised date, or HR: named when somebody else is asked. */
  reconnectPerson: Contact | null;
  interviewedOn: string;
  /** What kind of interview it was, as entered: "trial lesson and talk". */
  interviewKind?: string;
  /** The day the letter is due, for "tomorrow" and "on Monday". */
  today: string;
  round: number;
  topics: string[];
  /** The candidate's own jottings about this person. */
  notes: string | null;
  nextSteps: string;
  promisedDate: string | null;
  /** The addressee named that date. */
  dateNamedByThem?: boolean;
  promisesKept: Promise_[];
  promisesAnnounced: Promise_[];
  /** What was promised to this person and has gone to them in an earlier message. */
  promisesSent?: Promise_[];
  valueAdd: ValueAdd | null;
  /** What changed on the candidate's side and still matters on the due day (E1). */
  circumstances: string[];
  offerElsewhere: { answerBy: string | null } | null;
  /** The latest day to answer a live offer elsewhere, mentioned here or not: what is asked may be asked for by then. */
  answersElsewhereBy?: string | null;
  /** Other roles there that this message asks for too. */
  alsoRoles: string[];
  reallyInterested: boolean;
  favourite: boolean;
  /** G8: the sentence on future roles stands only where this is true. */
  futureInterest: boolean;
  /** All earlier messages and calls to this person, so that no letter says again what another has said. */
  earlier?: { channel: Channel; step: StepName }[];
  /** What the interview was about, for a letter to somebody who was not there. */
  interviewTopics?: string[];
  /** The latest earlier message or call to this person, for "as I wrote on Monday". */
  lastOutreach: { on: string; channel: Channel; step: StepName } | null;
  outcome: string | null;
  offer: { stage: string; answerBy: string | null } | null;
  referencesAskedBy: string | null;
  /** D3, C5: papers on file for an answer to whom asked for them; referees only where each has agreed (C2). */
  papers?: { transcript: string | null; referees: Referee[] };
  reflection: { text: string; goOn: boolean } | null;
  learning: string[];
  /** Signed links, where the text offers some: `agree`, `decline`, `stop`. */
  links: Record<string, string>;
  /** Subject of the thread it answers, without `Re:`. */
  threadSubject: string | null;
  /** Further people the same message is addressed to; all are named in the salutation. */
  alsoTo?: Contact[];
  /** IANA; with it a call script names the best time in the candidate's own zone too. */
  candidateTimeZone?: string;
  /** Of the person to be called; 9 to 17 where nothing is said. */
  workingHours?: { from: number; to: number };
  /** `circumstances` with their days; where present they are told with their dates (E1). */
  circumstancesDated?: { from: string; to: string; text: string }[];
  /** H8: when the call or meeting that was agreed should have been; ISO instant. */
  agreedAt?: string;
  /** Roles and organisations of the candidate's other open processes (G4: offered for withdrawal one by one). */
  otherProcesses?: { organisation: string; role: string }[];
}

/** What `letters/` makes of it. `subject` is empty for call scripts and task texts, which have a `title`. */
export interface Letter {
  subject: string;
  text: string;
}
