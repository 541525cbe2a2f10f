import type { StepName } from '../../../policy/decision';

/** What each step is called on the pages. */
export const STEP_WORDS: Record<StepName, string> = {
  thank_you: 'Thank-you note',
  promised_item: 'What you promised',
  homework: 'Homework you agreed on',
  reflection: 'Your own thoughts',
  yes_no_pack: 'Questions to have at hand',
  value_add: 'Something worth reading',
  referee_ask: 'Asking a referee',
  referee_brief: 'Briefing a referee',
  referee_update: 'Telling a referee how it ended',
  transcript: 'Your transcript',
  reconnect: 'Getting back in touch',
  chase: 'Asking again',
  decision_maker: 'Asking who decides',
  senior: 'Asking someone more senior',
  last_say: 'A last, friendly word',
  senior_letter: 'A letter to a senior person',
  move_on: 'Moving on',
  revisit: 'Coming back later',
  check_in: 'Checking in',
  answer_owed: 'An answer you owe',
  no_show_note: 'The call that did not happen',
  offer_deadline_notice: 'Mentioning a deadline elsewhere',
  withdrawal: 'Withdrawing',
  feedback_request: 'Thanks, and one question',
  outcome_thanks: 'Thanks for letting you know',
  confirm: 'Confirming',
  accept: 'Accepting',
  decline: 'Declining',
};

/** How a step is taken, in words. */
export const CHANNEL_WORDS: Record<string, string> = {
  email: 'email',
  phone: 'phone call, by you',
  linkedin: 'LinkedIn message, by you',
  task: 'for you to do',
};
