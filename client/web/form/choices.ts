import { isKnownCountry } from '../../../data/calendars';
import type { Choice } from './form-fields';

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** All countries by their English names. */
export const COUNTRIES: readonly Choice[] = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter(isKnownCountry)
  .map((code): Choice => [code, countryNames.of(code) ?? code])
  .sort((a, b) => a[1].localeCompare(b[1], 'en'));

/** The zones that this runtime knows, for the list that a field offers. */
export const TIME_ZONES: readonly string[] = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'));

export const ROLE_CHOICES: readonly Choice[] = [
  ['interviewer', 'Interviewed you'],
  ['hiring_manager', 'Decides'],
  ['hr', 'HR or recruiting'],
  ['agency_recruiter', 'Recruiter of an agency'],
  ['senior', 'Senior, above those who decide'],
];
export const CONTACT_WAYS: readonly Choice[] = [
  ['email', 'Email'],
  ['phone', 'Phone: they said so'],
];
export const PROMISE_KINDS: readonly Choice[] = [
  ['with_thank_you', 'With the thank-you'],
  ['homework', 'As homework, on its own day'],
  ['separate', 'On its own'],
  ['paperwork', 'Paperwork'],
];
export const CHANCES: readonly Choice[] = [
  ['high', 'High'],
  ['medium', 'Hard to say'],
  ['low', 'Low'],
];
export const RELATIONSHIPS: readonly Choice[] = [
  ['direct_manager', 'Direct manager'],
  ['colleague', 'Colleague'],
  ['report', 'Reported to me'],
  ['client', 'Client'],
  ['academic', 'Teacher or supervisor'],
  ['friend', 'Friend'],
  ['other', 'Something else'],
];
export const PREFERENCES: readonly Choice[] = [
  ['', 'Not known'],
  ['phone', 'Phone'],
  ['email', 'Email'],
  ['online_form', 'Online form'],
];
export const FORMS: readonly Choice[] = [
  ['formal', 'Formally'],
  ['informal', 'By first name'],
];
export const APPROVALS: readonly Choice[] = [
  ['ask', 'Ask me before each one'],
  ['send_unless_stopped', 'Tell me ahead and send unless I stop it'],
  ['send', 'Send by itself'],
];
export const LANGUAGES: readonly Choice[] = [
  ['en', 'English'],
  ['de', 'German'],
  ['fr', 'French'],
  ['es', 'Spanish'],
  ['nl', 'Dutch'],
  ['sv', 'Swedish'],
];
export const INTERVIEW_KINDS = ['panel', 'one to one', 'video call', 'phone call', 'assessment day', 'technical'];

/** Steps that go out as mail and for which somebody may choose how; those that always ask are not among them (H15). */
export const STEPS_TO_CHOOSE = [
  'thank_you',
  'promised_item',
  'homework',
  'value_add',
  'referee_ask',
  'referee_brief',
  'referee_update',
  'reconnect',
  'chase',
  'decision_maker',
  'last_say',
  'check_in',
  'answer_owed',
  'no_show_note',
  'feedback_request',
  'outcome_thanks',
  'confirm',
] as const;

export const NUMBER_SETTING_BOUNDS: Record<string, { usual: number; min: number; max: number }> = {
  thankYouWorkingDays: { usual: 2, min: 1, max: 2 },
  assumedPromiseWorkingDays: { usual: 7, min: 3, max: 20 },
  reconnectWorkingDays: { usual: 1, min: 1, max: 3 },
  chaseDays: { usual: 4, min: 3, max: 14 },
  beforeDecisionMaker: { usual: 2, min: 1, max: 5 },
  beforeSenior: { usual: 3, min: 2, max: 8 },
  beforeLastSay: { usual: 4, min: 3, max: 12 },
  refereeDays: { usual: 14, min: 7, max: 60 },
  moveOnWorkingDays: { usual: 10, min: 5, max: 30 },
  revisitMonths: { usual: 4, min: 3, max: 6 },
  'workingHours.from': { usual: 9, min: 8, max: 18 },
  'workingHours.to': { usual: 17, min: 8, max: 18 },
};
