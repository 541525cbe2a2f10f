import { z } from 'zod';

const date = z.string().meta({ format: 'date' });
const at = z.string().meta({ format: 'date-time' }).optional();
const contactId = z.string().optional();
const bare = (type: string, more: z.ZodRawShape = {}) => z.object({ type: z.literal(type), at, ...more });

/** The events of the contract, for the API description; the service checks them. */
export const reportedEvent = z
  .discriminatedUnion('type', [
    bare('feedback_received', {
      outcome: z.enum(['rejected', 'advanced', 'offered', 'holding', 'pool']),
      promisedDate: date.optional(),
      text: z.string().optional(),
      answerBy: date.optional(),
      reasonGiven: z.boolean().optional(),
      contactId,
    }),
    bare('offer_declined', { by: z.enum(['candidate', 'preferred_candidate']) }),
    bare('offer_changed', {
      stage: z.enum(['verbal', 'written', 'signed', 'cleared', 'lapsed']),
      answerBy: date.optional(),
    }),
    bare('offer_accepted', { reason: z.string().optional() }),
    bare('candidate_withdraws', { reason: z.string().optional() }),
    bare('interview_took_place', { endsAt: at }),
    bare('interview_rescheduled', { endsAt: z.string().meta({ format: 'date-time' }), startsAt: at }),
    bare('interview_cancelled'),
    bare('reflection_given', { text: z.string(), goOn: z.boolean() }),
    bare('referee_replied', {
      refereeId: z.string(),
      agrees: z.boolean(),
      prefers: z.enum(['phone', 'email', 'online_form']).optional(),
    }),
    bare('call_logged', {
      contactId,
      direction: z.enum(['in', 'out']),
      reached: z.boolean(),
      note: z.string().optional(),
    }),
    bare('message_sent_by_hand', { contactId, asksOutcome: z.boolean().optional(), note: z.string().optional() }),
    bare('call_agreed', { contactId, at: z.string().meta({ format: 'date-time' }) }),
    bare('no_show', { contactId }),
    bare('references_requested', { by: z.string().optional().meta({ description: 'Who asked' }) }),
    bare('promise_kept', { promiseId: z.string() }),
    bare('promise_added', { promise: z.looseObject({ what: z.string() }) }),
    bare('contact_changed', { contact: z.looseObject({}), replaces: z.string().optional() }),
    bare('referee_added', {
      referee: z.looseObject({ name: z.string() }).meta({ description: 'As in the intake' }),
      replaces: z.string().optional(),
    }),
    bare('agent_agreed', { contactId }),
    bare('do_not_write', { contactId }),
    bare('no_calls', { contactId }),
    bare('absence', { contactId: z.string().meta({ description: 'A contact, or `candidate`' }), from: date, to: date }),
    bare('on_hold'),
    bare('paused'),
    bare('resumed'),
    bare('no_reply_yet'),
    bare('promised_date_corrected', {
      promisedDate: date.nullable().meta({ description: 'The day they really named; `null`: they named none' }),
      contactId,
    }),
  ])
  .meta({ id: 'Event' });
