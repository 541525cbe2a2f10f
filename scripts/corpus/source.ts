import { z } from 'zod';

/** The form of the hand-written author files in `test/corpus/src`: one persona each, strict so that a typing error is found. */

export const KINDS = [
  'rejection',
  'offer',
  'advance',
  'holding',
  'info_request',
  'acknowledgement',
  'auto_reply',
  'bounce',
  'referee_reply',
  'reopened',
  'other',
] as const;
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'nl', 'sv'] as const;
const ATS = ['greenhouse', 'lever', 'ashby', 'workday', 'smartrecruiters', 'teamtailor'] as const;
const CLIENTS = ['gmail', 'outlook', 'apple', 'thunderbird', 'plain', ...ATS] as const;

const kind = z.enum(KINDS);
/** Local wall time in the persona's zone, `2026-03-03 09:12`. */
const local = z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
/** A calendar date, or local wall time where a time of day is named. */
const day = z.string().regex(/^\d{4}-\d\d-\d\d( \d\d:\d\d)?$/);
const dateKey = z.enum(['promisedDate', 'absentUntil', 'interviewAt', 'answerBy']);

const calendar = z.strictObject({
  method: z.enum(['REQUEST', 'CANCEL', 'PUBLISH']).default('REQUEST'),
  uid: z.string(),
  sequence: z.number().default(0),
  start: local,
  minutes: z.number(),
  summary: z.string(),
  location: z.string().optional(),
});

const bounce = z.strictObject({
  /** `report`: multipart/report (RFC 3464); `free`: text only. */
  form: z.enum(['report', 'free']),
  recipient: z.string(),
  status: z.string().nullable().default(null),
  permanent: z.boolean(),
  action: z.enum(['failed', 'delayed']).default('failed'),
  reporting: z.string().default('mx.inbox.test'),
  diagnostic: z.string().optional(),
  returnedSubject: z.string(),
  returned: z.string(),
});

const mail = z.strictObject({
  id: z.string(),
  kind,
  alt: z.array(kind).default([]),
  subject: z.string(),
  at: local,
  body: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
  cc: z.string().optional(),
  replyTo: z.string().optional(),
  client: z.enum(CLIENTS).optional(),
  /** alt: text and HTML; html: HTML only; text: text only. The client's own default otherwise. */
  form: z.enum(['alt', 'html', 'text']).optional(),
  enc: z.enum(['qp', 'base64', '8bit']).optional(),
  charset: z.enum(['utf-8', 'iso-8859-1', 'windows-1252', 'none', 'none-1252', 'us-ascii-lie']).optional(),
  /** Earlier mail in the thread, harmless. */
  quoted: z.string().optional(),
  /** Earlier mail in the thread whose words mislead: sets `quoted_trap`. */
  trap: z.string().optional(),
  quotedFrom: z.string().optional(),
  quotedAt: local.optional(),
  /** The answer stands below the quote. */
  bottom: z.boolean().default(false),
  /** Outlook's old "-----Original Message-----" line. */
  oldOutlook: z.boolean().default(false),
  forward: z
    .strictObject({ from: z.string(), to: z.string(), subject: z.string(), at: local, text: z.string() })
    .optional(),
  signature: z.string().optional(),
  headers: z.record(z.string(), z.string()).default({}),
  ics: calendar.optional(),
  bounce: bounce.optional(),
  attach: z.array(z.string()).default([]),
  dates: z.partialRecord(dateKey, day).default({}),
  /** Dates that a careful reader might or might not read out; an evaluation leaves them aside. */
  vague: z.array(dateKey).default([]),
  asks: z
    .array(z.enum(['references', 'transcript', 'documents', 'availability', 'salary', 'notice_period', 'other']))
    .default([]),
  flags: z.array(z.enum(['doNotWrite', 'noCalls', 'weWillContactYou'])).default([]),
  notes: z.string().default(''),
});

export const personaFile = z.strictObject({
  persona: z.string(),
  who: z.string(),
  language: z.enum(LANGUAGES),
  split: z.enum(['dev', 'test']),
  zone: z.string(),
  from: z.string(),
  to: z.string(),
  client: z.enum(CLIENTS),
  signature: z.string().default(''),
  footer: z.string().default(''),
  mails: z.array(mail).min(1),
});

export type Persona = z.infer<typeof personaFile>;
export type SourceMail = z.infer<typeof mail>;
export type Client = SourceMail['client'] & string;
export type Language = Persona['language'];

/** True for the systems that write for a whole company. */
export function isAts(client: Client): boolean {
  return (ATS as readonly string[]).includes(client);
}
