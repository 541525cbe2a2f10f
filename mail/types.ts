/**
 * What reading a mail yields. Everything here is plain data: it crosses process and workflow boundaries as JSON.
 * Instants are ISO 8601 with zone; calendar dates are `YYYY-MM-DD`.
 */

export interface MailAddress {
  name: string;
  /** As written, without angle brackets; compare with `normaliseAddress`. Empty for the null sender `<>`. */
  address: string;
}

export interface MailHeader {
  /** Lower case. */
  name: string;
  value: string;
}

export interface MailAttachment {
  filename: string | null;
  mimeType: string;
  bytes: number;
}

/** One event of a `text/calendar` part (RFC 5545). */
export interface CalendarEvent {
  uid: string;
  sequence: number;
  method: 'REQUEST' | 'CANCEL' | 'REPLY' | 'PUBLISH' | 'COUNTER' | 'REFRESH' | 'ADD' | 'DECLINECOUNTER';
  status: string | null;
  summary: string;
  /** ISO instants; for an all-day event the dates' midnights in `timeZone`. */
  startsAt: string;
  endsAt: string;
  timeZone: string | null;
  location: string | null;
  organizer: string | null;
  attendees: string[];
}

/** One recipient of a delivery report (RFC 3464), or of a free-form one. */
export interface BounceReport {
  recipients: string[];
  /** Enhanced status code such as `5.1.1`; null where the report names none. */
  status: string | null;
  /** True only for 5.x.x or an equally plain text; a delay (4.x.x) is not permanent (H6). */
  permanent: boolean;
  /** The Message-ID of the returned mail, where it is quoted. */
  originalMessageId: string | null;
  diagnostic: string | null;
}

export interface ParsedMail {
  messageId: string | null;
  from: MailAddress | null;
  sender: MailAddress | null;
  replyTo: MailAddress[];
  to: MailAddress[];
  cc: MailAddress[];
  subject: string;
  /** The `Date` header as an instant, with the sender's own offset kept (`2026-12-11T09:30:00+01:00`); null if unreadable. */
  date: string | null;
  inReplyTo: string[];
  references: string[];
  headers: MailHeader[];
  /** The whole readable text, quotes included: the plain part, or the HTML one turned into text. */
  text: string;
  html: string | null;
  attachments: MailAttachment[];
  calendar: CalendarEvent[];
  /** Text of `message/delivery-status`, kept apart from `text`. */
  deliveryStatus: string | null;
  /** Raw headers (and body where given) of a returned message. */
  returned: string | null;
  /** What was odd, cut off or left out, one sentence each, for the person who reviews. */
  problems: string[];
}

export type MailKind =
  | 'rejection'
  | 'offer'
  | 'advance'
  | 'holding'
  | 'info_request'
  | 'acknowledgement'
  | 'auto_reply'
  | 'bounce'
  | 'referee_reply'
  | 'reopened'
  | 'other';

export interface DateFound {
  /** `YYYY-MM-DD`, or an ISO instant where a time of day is named. */
  value: string;
  /** The sentence it was read from: evidence for H10. */
  sentence: string;
  /** 0 to 1; applied without asking only when `certain`. */
  confidence: number;
  certain: boolean;
  /** What it may be as well, where several times are offered to choose from: then none is certain. */
  others?: { value: string; sentence: string }[];
}

export interface DatesFound {
  promisedDate?: DateFound;
  absentUntil?: DateFound;
  interviewAt?: DateFound;
  answerBy?: DateFound;
}

export interface Classification {
  kind: MailKind;
  /** 0 to 1. */
  confidence: number;
  /** signal: sure enough to act; review: a person decides (H3 holds meanwhile); ignore: kept, changes nothing. */
  action: 'signal' | 'review' | 'ignore';
  /** What this mail itself says: without quoted history and signature. */
  visibleText: string;
  language: string;
  dates: DatesFound;
  bounce: BounceReport | null;
  /** The words that decided, for the person who reviews. */
  evidence: string[];
  /** True where the text asks the sender not to be written to again (H14). */
  doNotWrite: boolean;
  /** True where it asks that for the whole organisation ("us", "about this role"), not for one person. */
  doNotWriteAll?: boolean;
  /** True where it says "no calls please" (I3). */
  noCalls: boolean;
  /** True where it says "we will contact you" (I3). */
  weWillContactYou: boolean;
  /** C2: whether it says yes or no to being a referee; absent where its words say neither, or both. */
  refereeAgrees?: boolean;
  /** What an `info_request` asks for, where it can be told. */
  asksFor: ('references' | 'transcript' | 'documents' | 'availability' | 'salary' | 'notice_period' | 'other')[];
}
