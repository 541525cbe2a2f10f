/**
 * The intake as the policy sees it: complete, every default filled in, ids resolved. `client/intake/schema.ts` makes it
 * from what a person or a program sent (`contract`), and refuses what cannot be made whole.
 * Dates are `YYYY-MM-DD` in the organisation's zone; instants are ISO 8601.
 */

export type ContactRole = 'interviewer' | 'hiring_manager' | 'hr' | 'agency_recruiter' | 'senior';
export type Approval = 'ask' | 'send_unless_stopped' | 'send';

export interface Person {
  /** Empty where no honorific is on file; never guessed (A2). */
  honorific: string;
  givenName: string;
  familyName: string;
}

export interface Contact extends Person {
  id: string;
  title: string;
  email: string | null;
  phone: string | null;
  publishedPhone: string | null;
  roles: ContactRole[];
  mayContact: ('email' | 'phone')[];
  linkedIn: boolean;
  topics: string[];
  /** ISO 3166-1 alpha-2; decides working days and holidays. */
  country: string;
  /** IANA. */
  timeZone: string;
  /** BCP 47 primary tag of that person's letters; null: the interview's (I7). */
  language: string | null;
  form: 'formal' | 'informal';
}

export type Relationship = 'direct_manager' | 'colleague' | 'report' | 'client' | 'academic' | 'friend' | 'other';

export interface Referee {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  relationship: Relationship;
  country: string;
  timeZone: string;
  language: string | null;
  /** How the candidate addresses this person; formally, where nothing is said. */
  form?: 'formal' | 'informal';
  agreed: boolean;
  prefers: 'phone' | 'email' | 'online_form' | null;
  /** Works at the candidate's present employer: locked until a written offer (I1). */
  presentEmployer: boolean;
}

export interface Promise_ {
  id: string;
  what: string;
  to: string[];
  kind: 'with_thank_you' | 'homework' | 'separate' | 'paperwork';
  /** A link, an answer or a text; null: the candidate has still to supply it (B2). */
  content: string | null;
  dueOn: string | null;
}

export interface AbsenceRange {
  contactId: string;
  from: string;
  /** The last day away, included. */
  to: string;
}

export interface ValueAdd {
  kind: 'article' | 'introduction';
  title: string;
  url: string | null;
  topic: string;
  to: string[];
}

export interface Settings {
  thankYouWorkingDays: number;
  assumedPromiseWorkingDays: number;
  reconnectWorkingDays: number;
  chaseDays: number;
  beforeDecisionMaker: number;
  beforeSenior: number;
  beforeLastSay: number;
  refereeDays: number;
  moveOnWorkingDays: number;
  revisitMonths: number;
  workingHours: { from: number; to: number };
}

export interface Intake {
  candidate: {
    name: string;
    email: string;
    phone: string | null;
    timeZone: string;
    country: string;
    language: string;
    presentEmployer: { name: string; domains: string[] } | null;
  };
  organisation: { id: string | null; name: string; country: string; timeZone: string };
  role: string;
  interview: {
    startsAt: string | null;
    endsAt: string;
    kind: string;
    topics: string[];
    round: number;
    language: string;
    /** What the candidate jotted down afterwards, by contact id; letters draw on it, in the candidate's words. */
    notes: Record<string, string>;
  };
  contacts: Contact[];
  route: { kind: 'direct' } | { kind: 'agency'; agency: string; recruiterContactId: string };
  process: {
    id: string | null;
    promisedDate: string | null;
    nextSteps: string;
    /** Contact id of whoever named the promised date. */
    dateNamedBy: string | null;
    absences: AbsenceRange[];
  };
  promises: Promise_[];
  interest: {
    reallyInterested: boolean;
    favourite: boolean;
    keenOnOrganisation: boolean;
    chances: 'high' | 'medium' | 'low';
  };
  referees: Referee[];
  documents: { transcript: string | null };
  valueAdd: ValueAdd | null;
  circumstances: { from: string; to: string; text: string }[];
  /** Step name or `default` to a choice; steps that always ask (H15) do so whatever stands here. */
  approval: Record<string, Approval>;
  settings: Settings;
}
