/** What an interview must know of the world around it. Read from the database by the activity that calls the policy. */
import type { StepName } from './decision';

/**
 * Working days and zone offsets of one place as data, so that the policy needs no clock, library or locale.
 * Days are `YYYY-MM-DD`; `offsets` are sorted by `from`.
 */
export interface PlaceCalendar {
  country: string;
  timeZone: string;
  /** ISO weekdays that are no working days: 1 Monday … 7 Sunday. */
  weekend: number[];
  /** Date to holiday's name. */
  holidays: Record<string, string>;
  /** Minutes east of UTC that hold from the instant (epoch milliseconds) on. */
  offsets: { from: number; minutes: number }[];
}

export interface Outreach {
  interviewId: string;
  at: string;
  step: StepName | 'by_hand' | 'call';
  stepKey: string;
  /** Normalised addresses it went to. */
  addresses: string[];
  /** Interviews whose question it asked too (H1). */
  covers: string[];
}

/** Another interview of the same candidate. */
export interface Sibling {
  interviewId: string;
  role: string;
  organisationKey: string;
  agencyKey: string | null;
  organisationName: string;
  processId: string | null;
  outcome: string;
  stage: string;
  promisedDate: string | null;
  /** The next asking step it plans, if any: for H1's "one message". */
  nextAsk: { step: StepName; due: string; addresses: string[] } | null;
  unsortedMail: boolean;
  withdrawn: boolean;
}

export interface OtherOffer {
  id: string;
  organisation: string;
  organisationKey: string;
  receivedOn: string;
  /** `YYYY-MM-DD`, or null where none was named. */
  answerBy: string | null;
  status: 'open' | 'accepted' | 'declined' | 'lapsed';
}

export interface RefereeContact {
  address: string;
  purpose: 'ask' | 'brief' | 'update';
  at: string;
  interviewId: string;
}

export interface Surroundings {
  interviewId: string;
  /** By `country|timeZone`. */
  calendars: Record<string, PlaceCalendar>;
  /** H17: `none` and `broken` make every asking step ask the candidate first. */
  inbound: 'none' | 'working' | 'broken';
  siblings: Sibling[];
  /** Outreach of all the candidate's interviews to this organisation, or through this agency, own included. */
  outreach: Outreach[];
  offers: OtherOffer[];
  refereeContacts: RefereeContact[];
  /** Referees (normalised addresses) who agreed or declined in any interview of the candidate. */
  refereesAgreed: string[];
  refereesDeclined: string[];
  /** H14, normalised addresses. */
  doNotWrite: string[];
  /** The candidate's own holidays, from and to included. */
  candidateAway: { from: string; to: string }[];
  /** The stop-everything button. */
  stopped: boolean;
  /** H13, as the operator set it: working or calendar days after the interview. */
  answerLimits: { country: string; days: number }[];
  /** What earlier interviews taught, newest first. */
  learning: string[];
}

/** A world with nothing else in it: mail can come in, no other interview, no other offer. */
export function nothingElse(interviewId: string, calendars: Surroundings['calendars']): Surroundings {
  return {
    interviewId,
    calendars,
    inbound: 'working',
    siblings: [],
    outreach: [],
    offers: [],
    refereeContacts: [],
    refereesAgreed: [],
    refereesDeclined: [],
    doNotWrite: [],
    candidateAway: [],
    stopped: false,
    answerLimits: [],
    learning: [],
  };
}
