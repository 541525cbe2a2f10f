/** The intake as it may be sent: which fields there are and of what kind. What fields must fit together is in `fit.ts`. */
import { z } from 'zod';
import { STEP_NAMES } from '../../policy/decision';
import {
  country,
  date,
  domain,
  email,
  instant,
  language,
  line,
  localId,
  nameLine,
  phone,
  text,
  timeZone,
  url,
} from './fields';

const many = <T extends z.ZodType>(of: T, most: number) => z.array(of).max(most, `has more than ${most} entries`);
const whole = (from: number, to: number) =>
  z.number().int('must be a whole number').min(from, `must be ${from} to ${to}`).max(to, `must be ${from} to ${to}`);

export const contactShape = z.strictObject({
  id: localId.optional(),
  honorific: line(40).or(z.literal('')).nullish(),
  givenName: nameLine.or(z.literal('')).nullish(),
  familyName: nameLine.or(z.literal('')).nullish(),
  /** Instead of given and family name; it is never split. */
  name: nameLine.nullish(),
  title: line().or(z.literal('')).nullish(),
  email: email.nullish(),
  phone: phone.nullish(),
  publishedPhone: phone.nullish(),
  roles: many(z.enum(['interviewer', 'hiring_manager', 'hr', 'agency_recruiter', 'senior']), 5).nullish(),
  mayContact: many(z.enum(['email', 'phone']), 2).nullish(),
  linkedIn: z.boolean().nullish(),
  topics: many(line(), 30).nullish(),
  country: country.nullish(),
  timeZone: timeZone.nullish(),
  language: language.nullish(),
  form: z.enum(['formal', 'informal']).nullish(),
});

export const refereeShape = z.strictObject({
  id: localId.optional(),
  name: nameLine,
  email: email.nullish(),
  phone: phone.nullish(),
  relationship: z.enum(['direct_manager', 'colleague', 'report', 'client', 'academic', 'friend', 'other']).nullish(),
  country: country.nullish(),
  timeZone: timeZone.nullish(),
  language: language.nullish(),
  form: z.enum(['formal', 'informal']).nullish(),
  agreed: z.boolean().nullish(),
  prefers: z.enum(['phone', 'email', 'online_form']).nullish(),
  presentEmployer: z.boolean().nullish(),
});

export const promiseShape = z.strictObject({
  id: localId.optional(),
  what: line(),
  to: many(localId, 20).nullish(),
  kind: z.enum(['with_thank_you', 'homework', 'separate', 'paperwork']).nullish(),
  content: text.nullish(),
  dueOn: date.nullish(),
});

export const approvalChoice = z.enum(['ask', 'send_unless_stopped', 'send']);
export const approvalStep = z.enum([...STEP_NAMES, 'default']);

const settingsShape = z.strictObject({
  thankYouWorkingDays: whole(1, 2).optional(),
  assumedPromiseWorkingDays: whole(3, 20).optional(),
  reconnectWorkingDays: whole(1, 3).optional(),
  chaseDays: whole(3, 14).optional(),
  beforeDecisionMaker: whole(1, 5).optional(),
  beforeSenior: whole(2, 8).optional(),
  beforeLastSay: whole(3, 12).optional(),
  refereeDays: whole(7, 60).optional(),
  moveOnWorkingDays: whole(5, 30).optional(),
  revisitMonths: whole(3, 6).optional(),
  workingHours: z.strictObject({ from: whole(8, 18), to: whole(8, 18) }).optional(),
});

export const intakeShape = z.strictObject({
  candidate: z.strictObject({
    name: nameLine,
    email,
    phone: phone.nullish(),
    timeZone,
    country,
    language: language.nullish(),
    presentEmployer: z.strictObject({ name: nameLine, domains: many(domain, 50).nullish() }).nullish(),
  }),
  organisation: z.strictObject({
    id: line(100).nullish(),
    name: nameLine,
    country,
    timeZone: timeZone.nullish(),
  }),
  // A job title may well have brackets: "Engineer [remote]".
  role: line(200),
  interview: z.strictObject({
    startsAt: instant.nullish(),
    endsAt: instant,
    kind: line(100).nullish(),
    topics: many(line(), 30).nullish(),
    round: whole(1, 20).nullish(),
    language: language.nullish(),
    notes: z.record(z.string(), text).nullish(),
  }),
  contacts: many(contactShape, 50),
  route: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('direct') }),
      z.strictObject({ kind: z.literal('agency'), agency: nameLine, recruiterContactId: localId }),
    ])
    .nullish(),
  process: z
    .strictObject({
      id: line(100).nullish(),
      promisedDate: date.nullish(),
      nextSteps: text.nullish(),
      dateNamedBy: localId.nullish(),
      absences: many(z.strictObject({ contactId: localId, from: date, to: date }), 50).nullish(),
    })
    .nullish(),
  promises: many(promiseShape, 50).nullish(),
  interest: z
    .strictObject({
      reallyInterested: z.boolean().nullish(),
      favourite: z.boolean().nullish(),
      keenOnOrganisation: z.boolean().nullish(),
      chances: z.enum(['high', 'medium', 'low']).nullish(),
    })
    .nullish(),
  referees: many(refereeShape, 20).nullish(),
  documents: z.strictObject({ transcript: line(2_000).nullish() }).nullish(),
  valueAdd: z
    .strictObject({
      kind: z.enum(['article', 'introduction']),
      title: line(),
      url: url.nullish(),
      topic: line().or(z.literal('')).nullish(),
      to: many(localId, 20).nullish(),
    })
    .nullish(),
  circumstances: many(z.strictObject({ from: date, to: date, text: line(1_000) }), 50).nullish(),
  approval: z.partialRecord(approvalStep, approvalChoice).nullish(),
  settings: settingsShape.nullish(),
});

export type SentIntake = z.output<typeof intakeShape>;
export type SentContact = z.output<typeof contactShape>;
