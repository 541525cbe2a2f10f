/** The facts of an interview told in plain sentences, newest last. */

import { STEP_PHRASES, STEP_WORDS } from '../../letters/step-words';
import type { Step, StepName } from '../../policy/decision';
import type { AnswerKind, Fact } from '../../policy/facts';
import { contactById, refereeById, type View } from '../../policy/view';
import type { TimelineEntry } from '../service';

/** What the candidate need not read: inner bookkeeping. */
const UNTOLD: readonly Fact['type'][] = ['woken', 'step_retimed'];

/** One sentence per fact, with the rules that brought it about. `titles`: those of the tasks, by their step's key. */
export function timelineOf(facts: readonly Fact[], view: View, titles: ReadonlyMap<string, string>): TimelineEntry[] {
  const steps = new Map<string, Step>();
  return facts.flatMap((fact) => {
    if (fact.type === 'step_opened') steps.set(fact.step.key, fact.step);
    if (UNTOLD.includes(fact.type)) return [];
    const step = 'key' in fact ? steps.get(fact.key) : fact.type === 'step_opened' ? fact.step : undefined;
    const rules = [...(step?.rules ?? []), ...('rule' in fact && /^[A-I]\d+$/.test(fact.rule) ? [fact.rule] : [])];
    return [
      {
        at: fact.at,
        type: fact.type,
        text: sentence(fact, view, step && stepWords(step, view, titles)),
        rules: [...new Set(rules)],
      },
    ];
  });
}

function sentence(fact: Fact, view: View, what = 'a step'): string {
  const who = (id: string | undefined) => (id ? personWords(id, view) : 'somebody there');
  switch (fact.type) {
    case 'intake':
      return `Afterview took over after the interview for ${fact.intake.role} at ${fact.intake.organisation.name}.`;
    case 'feedback_received':
      return `They answered: ${FEEDBACK[fact.outcome]}${fact.promisedDate ? `, and named ${fact.promisedDate}` : ''}.`;
    case 'offer_declined':
      return fact.by === 'candidate'
        ? 'You declined the offer.'
        : 'Their preferred candidate declined, and they came back.';
    case 'offer_changed':
      return fact.stage === 'lapsed'
        ? 'The offer lapsed.'
        : `The offer is now ${fact.stage}${fact.answerBy ? `, to be answered by ${fact.answerBy}` : ''}.`;
    case 'offer_accepted':
      return 'You accepted the offer.';
    case 'candidate_withdraws':
      return `You withdrew${fact.reason ? `: ${fact.reason}` : ''}.`;
    case 'interview_took_place':
      return 'The interview took place.';
    case 'interview_rescheduled':
      return `The interview was moved to ${day(fact.endsAt)}.`;
    case 'interview_cancelled':
      return 'The interview was cancelled.';
    case 'reflection_given':
      return `You reflected on the interview${fact.goOn ? ' and want to go on' : ' and do not want to go on'}.`;
    case 'referee_replied':
      return `${who(fact.refereeId)} ${fact.agrees ? 'agreed to be your referee' : 'cannot be your referee'}.`;
    case 'call_logged':
      return fact.direction === 'in'
        ? `${who(fact.contactId)} called${fact.reached ? '' : ', and missed you'}.`
        : `You called ${who(fact.contactId)}${fact.reached ? '' : ', who could not be reached'}.`;
    case 'message_sent_by_hand':
      return `You wrote to ${who(fact.contactId)} yourself.`;
    case 'call_agreed':
      return `A call with ${who(fact.contactId)} was agreed for ${day(fact.callAt)}.`;
    case 'no_show':
      return `The agreed call with ${who(fact.contactId)} did not happen.`;
    case 'references_requested':
      return 'They asked for references.';
    case 'promise_kept':
      return 'You kept a promise.';
    case 'promise_added':
      return `You promised: ${fact.promise.what}.`;
    case 'contact_changed':
      return `The details of ${[fact.contact.givenName, fact.contact.familyName].join(' ').trim() || 'a contact'} changed.`;
    case 'referee_added':
      return `${fact.referee.name} is a referee now${fact.replaces ? `, in place of ${who(fact.replaces)}` : ''}.`;
    case 'agent_agreed':
      return 'The agent agreed to direct messages.';
    case 'do_not_write':
      return `${who(fact.contactId)} asked not to be written to again.`;
    case 'no_calls':
      return `${who(fact.contactId)} asked not to be called.`;
    case 'absence':
      return `${fact.contactId === 'candidate' ? 'You are' : `${who(fact.contactId)} is`} away from ${fact.from} to ${fact.to}.`;
    case 'on_hold':
      return 'The process is on hold.';
    case 'paused':
      return 'You paused this interview.';
    case 'resumed':
      return 'You resumed this interview.';
    case 'no_reply_yet':
      return 'You confirmed that there is no reply yet.';
    case 'promised_date_corrected':
      return fact.promisedDate
        ? `The promised date was corrected to ${fact.promisedDate}.`
        : 'There is no promised date after all.';
    case 'mail_received':
      return `A mail came in${fact.contactId ? ` from ${who(fact.contactId)}` : ''}; nothing is asked until it is sorted.`;
    case 'mail_sorted':
      return [
        `${fact.by === 'person' ? 'You sorted the mail' : 'The mail was read'}: it is ${MAIL_SAID[fact.kind]}.`,
        ...(fact.doNotWrite || fact.doNotWriteAll ? ['They asked not to be written to again.'] : []),
      ].join(' ');
    case 'mail_undone':
      return 'The sorting of a mail was undone.';
    case 'step_opened':
      return fact.step.channel === 'email'
        ? `Drafted ${what}. ${fact.step.reason}`
        : `To do: ${what}. ${fact.step.reason}`;
    case 'step_retimed':
      return `Moved ${what} to ${day(fact.due)}. ${fact.reason}`;
    case 'step_approved':
      return `You approved ${what}.`;
    case 'step_edited':
      return `You edited ${what}.`;
    case 'step_skipped':
      return `You skipped ${what}.`;
    case 'step_sent':
      return `Sent ${what}.`;
    case 'step_uncertain':
      return `It is not known whether ${what} arrived.`;
    case 'step_settled':
      return fact.arrived ? `You confirmed that ${what} arrived.` : `You asked to send ${what} again.`;
    case 'step_failed':
      return `Could not send ${what}: ${fact.reason}`;
    case 'step_held':
      return `Held ${what}${fact.until ? ` until ${day(fact.until)}` : ''}.`;
    case 'step_withdrawn':
      return `Withdrew ${what}.`;
    case 'step_lapsed':
      return `${capital(what)} lapsed: it was not approved or done in time.`;
    case 'task_done':
      return `You did ${what}${fact.note ? `: ${fact.note}` : ''}.`;
    case 'task_dismissed':
      return `You dismissed ${what}.`;
    case 'task_snoozed':
      return `You put off ${what} to ${day(fact.until)}.`;
    case 'approval_changed':
      return `${fact.step === 'default' ? 'Every letter' : STEP_WORDS[fact.step as StepName]}: ${APPROVAL[fact.approval] ?? fact.approval}.`;
    case 'closed':
      return 'This interview was closed.';
    case 'woken':
      return 'Looked again.';
  }
}

const FEEDBACK = {
  rejected: 'no',
  advanced: 'the next round',
  offered: 'an offer',
  holding: 'not decided yet',
  pool: 'no, but they keep you in their pool',
} as const;

const MAIL_SAID: Record<AnswerKind, string> = {
  rejection: 'a no',
  offer: 'an offer',
  advance: 'an invitation to the next round',
  holding: 'word that they are still deciding',
  info_request: 'a request for something from you',
  acknowledgement: 'nothing that changes the plan',
  auto_reply: 'an automatic reply',
  bounce: 'a notice that a message could not be delivered',
  referee_reply: "a referee's answer",
  reopened: 'word that they come back to you',
  other: 'something else from a person',
};

const APPROVAL: Record<string, string> = {
  ask: 'asks you first',
  send_unless_stopped: 'goes out unless you stop it',
  send: 'goes out by itself',
};

function stepWords(step: Step, view: View, titles: ReadonlyMap<string, string>): string {
  const title = step.channel === 'task' ? titles.get(step.key) : undefined;
  if (title !== undefined) return `“${title}”`;
  const to = step.to.filter((id) => id !== 'candidate').map((id) => personWords(id, view));
  const what = step.channel === 'phone' ? 'the call' : STEP_PHRASES[step.step];
  return to.length > 0 ? `${what} to ${to.join(' and ')}` : what;
}

function personWords(id: string, view: View): string {
  const contact = contactById(view, id);
  if (contact) return [contact.givenName, contact.familyName].join(' ').trim() || contact.title || 'somebody there';
  return refereeById(view, id)?.name ?? 'somebody there';
}

function day(instant: string): string {
  return instant.slice(0, 10);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
