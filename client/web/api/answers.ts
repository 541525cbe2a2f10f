import { z } from 'zod';
import { STEP_NAMES } from '../../../policy/decision';

/** The shapes that the API answers with, as it describes them in `/openapi.json`. */

/** An object that may grow further fields. Typed as a plain one, so that our own interfaces fit it. */
function open<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> {
  return z.looseObject(shape) as unknown as z.ZodObject<Shape>;
}

const instant = z.string().meta({ format: 'date-time', description: 'ISO 8601, on the clock of the interview' });
const date = z.string().meta({ format: 'date' });
const step = z.enum(STEP_NAMES);
const rules = z.array(z.string()).meta({ description: 'Ids of the rules that ask for it' });

const stages = ['thanking', 'waiting', 'asking', 'answered', 'offer', 'paused', 'resting', 'closed'] as const;
const outcomes = [
  'open',
  'advanced',
  'offered',
  'accepted',
  'declined',
  'rejected',
  'withdrawn',
  'unanswered',
  'cancelled',
] as const;

export const interview = open({
  id: z.string(),
  candidateId: z.string(),
  candidateName: z.string(),
  organisation: z.string(),
  role: z.string(),
  stage: z.enum(stages),
  outcome: z.enum(outcomes),
  now: instant,
  nextActionAt: instant.nullable(),
  promisedDate: z.object({ date, assumed: z.boolean() }).nullable(),
  workflowId: z.string(),
  needsPerson: z.boolean(),
  replyAddress: z.string().nullable(),
}).meta({ id: 'Interview' });
export const interviews = z.object({ interviews: z.array(interview) });

export const message = open({
  id: z.string(),
  step,
  stepKey: z.string(),
  rules,
  reason: z.string(),
  status: z.enum(['draft', 'approved', 'sending', 'sent', 'uncertain', 'withdrawn', 'lapsed', 'failed']),
  skipped: z.boolean().meta({ description: 'Withdrawn because the candidate skipped it' }),
  channel: z.string(),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  messageId: z.string(),
  dueAt: instant,
  sentAt: instant.nullable(),
  mode: z.string(),
  failure: z.string().nullable(),
  heldUntil: instant.nullable(),
  heldRule: z.string().nullable(),
}).meta({ id: 'Message' });
export const messages = z.object({ messages: z.array(message) });

export const task = open({
  id: z.string(),
  step,
  stepKey: z.string(),
  rules,
  reason: z.string(),
  status: z.enum(['open', 'done', 'dismissed', 'snoozed', 'withdrawn', 'lapsed']),
  channel: z.string(),
  about: z.string().nullable(),
  dueAt: instant,
  title: z.string(),
  text: z.string(),
  contact: z.string().nullable(),
}).meta({ id: 'Task' });
export const tasks = z.object({ tasks: z.array(task) });

export const plan = z.object({
  steps: z.array(
    open({
      step,
      rules,
      due: instant,
      to: z.array(z.string()).meta({ description: 'Contact or referee ids, or `candidate`' }),
      cc: z.array(z.string()),
      channel: z.string(),
      reason: z.string(),
      draft: z.object({ subject: z.string(), text: z.string() }).nullable(),
    }),
  ),
});

export const timeline = z.object({
  timeline: z.array(open({ at: instant, type: z.string(), text: z.string(), rules })),
});

export const offers = z.object({
  offers: z.array(
    open({
      id: z.string(),
      organisation: z.string(),
      receivedOn: date,
      answerBy: date.nullable().optional(),
      status: z.enum(['open', 'accepted', 'declined', 'lapsed']).optional(),
    }),
  ),
});

export const inboxItem = open({
  id: z.string(),
  receivedAt: instant,
  state: z.string(),
  from: z.string(),
  subject: z.string(),
  visibleText: z.string(),
  guess: open({ kind: z.string(), confidence: z.number() }).nullable(),
  candidates: z.array(open({ interviewId: z.string(), label: z.string(), reason: z.string() })),
  interviewId: z.string().nullable(),
  kind: z.string().nullable(),
  problems: z.array(z.string()),
  undoUntil: z.string().nullable(),
}).meta({ id: 'InboxItem' });
export const inbox = z.object({ inbox: z.array(inboxItem) });

/** What a way in for mail answers. */
export const stored = z.object({
  id: z.string().nullable().meta({ description: 'Id in the inbox; null where the call carried no mail' }),
  known: z.boolean().meta({ description: 'This mail was stored before' }),
});

export const settings = open({
  stopped: z.boolean(),
  firstSends: z.boolean(),
  timeMachine: z.boolean(),
  inbound: z.string(),
  temporalUi: z.string().nullable(),
  mailSink: z.string().nullable(),
});

export const health = z.object({ database: z.boolean(), temporal: z.boolean(), workers: z.boolean() });
