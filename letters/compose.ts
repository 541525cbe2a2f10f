/**
 * Turns what the policy asks for into words: e-mails, call scripts, short texts to paste, and the candidate's own tasks.
 * Pure, synchronous, and fast: templates are parsed once.
 */
import type { Letter, LetterRequest } from '../policy/letter-request';
import type { Language } from './language';
import { type Catalogue, findTemplate, ownCatalogue } from './shelf';
import { renderTemplate } from './template';
import { vocabulary } from './vocabulary';

/**
 * The letter, call script, text to paste or task text for a request; for all but e-mails `subject` is the title. Only
 * facts of the request appear in it. A user's own template that fails on these facts gives way to the product's.
 */
export function composeLetter(request: LetterRequest, catalogue: Catalogue = ownCatalogue()): Letter {
  const names = templateNames(request);
  const letter = render(request, catalogue, names, 'templates') ?? render(request, catalogue, names, 'own');
  if (!letter) throw new Error(`No wording for ${names.join(' or ')}`);
  if (request.channel !== 'email' || request.threadSubject === null) return letter;
  if (OWN_SUBJECT.has(request.step) || thanksForOffer(request)) return letter;
  const thread = request.threadSubject.replace(/^(?:\s*(?:re|aw|sv|antw|rif)\s*:)+\s*/i, '').trim();
  return thread ? { ...letter, subject: `Re: ${thread}` } : letter;
}

/** Letters with a matter of their own: in the same conversation by their headers, but not under its first subject. */
const OWN_SUBJECT: ReadonlySet<LetterRequest['step']> = new Set([
  'accept',
  'confirm',
  'decline',
  'no_show_note',
  'withdrawal',
  'offer_deadline_notice',
  'senior_letter',
  'revisit',
]);

const thanksForOffer = ({ step, outcome }: LetterRequest): boolean =>
  step === 'outcome_thanks' && (outcome === 'offered' || outcome === 'offer');

function render(
  request: LetterRequest,
  catalogue: Catalogue,
  names: readonly string[],
  from: 'templates' | 'own',
): Letter | null {
  const found = findTemplate(catalogue, request.language, names, from);
  const words = vocabulary(request, found.language);
  const written = () => headed(inVoice(renderTemplate(found.template, words), request, found.language));
  if (from === 'own') return written();
  try {
    return written();
  } catch {
    // The person who edited the template sees why when saving it; the letter must not be missing meanwhile.
    return null;
  }
}

/** A subject that begins with a role written small begins large; "iOS" stays as it is. */
function headed(letter: Letter): Letter {
  return { ...letter, subject: letter.subject.replace(/^\p{Ll}(?=\p{Ll}*[^\p{L}])/u, (first) => first.toUpperCase()) };
}

/** What is said, or written to somebody one calls by the first name, sounds so. */
function inVoice(letter: Letter, { channel, form }: LetterRequest, { spoken }: Language): Letter {
  if (!spoken || channel === 'task' || (form === 'formal' && channel !== 'phone')) return letter;
  return { ...letter, text: spoken.reduce((text, { from, to }) => text.replace(from, to), letter.text) };
}

/** From the most to the least particular; the last always exists in English. */
export function templateNames(request: LetterRequest): string[] {
  const { step, flags, about } = request;
  if (request.channel === 'phone') {
    return [
      ...variants('call', [about ? `${step}-${about}` : null, flags.variant ? `${step}-${flags.variant}` : null, step]),
      'call/general',
    ];
  }
  if (request.channel === 'linkedin') return [`linkedin/${step}`, 'linkedin/general'];
  if (request.channel === 'task') {
    return [...variants('task', [about ? (ALIASES[about] ?? about) : null, step]), 'task/general'];
  }
  const agency = request.agency !== null && request.recipient?.roles.includes('agency_recruiter');
  return [
    ...(flags.variant ? [`${step}-${flags.variant}`] : []),
    ...(agency ? [`${step}-agency`] : []),
    ...(request.round > 1 ? [`${step}-repeat`] : []),
    step,
    'general',
  ];
}

function variants(folder: string, names: (string | null)[]): string[] {
  return names.filter((n): n is string => n !== null).map((n) => `${folder}/${n}`);
}

/** Other names under which a task may be asked for. */
const ALIASES: Record<string, string> = {
  missing_address: 'no_address',
  bounce: 'bounced_address',
  bounced: 'bounced_address',
  address_bounced: 'bounced_address',
  better_address: 'bounced_address',
  missing_referees: 'referees_missing',
  no_referees: 'referees_missing',
  unbalanced_referees: 'referees_unbalanced',
  referee_unbalanced: 'referees_unbalanced',
  referee_missing: 'referees_missing',
  friend_referee: 'referee_friend',
  referee_replace: 'replace_referee',
  referee_declined: 'replace_referee',
  referee_silent: 'replace_referee',
  three_lapsed: 'lapsed_drafts',
  lapsed: 'lapsed_drafts',
  drafts_lapsed: 'lapsed_drafts',
  lapsed_three: 'lapsed_drafts',
  reply_yet: 'no_reply_yet',
  no_show: 'call_missed',
  missed_call: 'call_missed',
  promised_call: 'call_agreed',
  resignation: 'resign',
  resign_list: 'resign',
  offer_answer: 'offer_lapsing',
  offer_lapses: 'offer_lapsing',
  offer_expiring: 'offer_lapsing',
  more_time: 'ask_for_time',
  ask_more_time: 'ask_for_time',
  next_round: 'prepare_next_round',
  prepare: 'prepare_next_round',
  promise: 'supply_promise',
  promised_item: 'supply_promise',
  supply_promised_item: 'supply_promise',
  supply_item: 'supply_promise',
  withdraw: 'withdraw_others',
  quiet: 'long_silence',
  endless: 'long_silence',
  stale: 'long_silence',
  silent: 'long_silence',
  stand_in: 'ask_stand_in',
  standin: 'ask_stand_in',
  send_failed: 'not_sent',
  failed: 'not_sent',
  uncertain: 'uncertain_message',
  bad_address: 'bounced_address',
  idle: 'long_silence',
  missed: 'homework_missed',
  moved_on: 'move_on',
  referee_no_address: 'no_address',
  withdraw_sibling: 'withdraw_others',
  homework_due: 'homework',
  answer: 'answer_owed',
};
