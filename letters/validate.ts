/** Looks at a template when a user saves it: what would go wrong, and on which line. */
import type { LetterRequest } from '../policy/letter-request';
import { checkLetter } from './guard';
import { guardContext } from './guard-context';
import type { Language } from './language';
import { FALLBACK, LANGUAGES } from './languages';
import { sampleRequests } from './samples';
import { type ParsedTemplate, parseTemplate, renderTemplate, TemplateProblem, variablesOf } from './template';
import { vocabulary } from './vocabulary';

export interface TemplateFault {
  /** From 1. */
  line: number;
  severity: 'error' | 'warning';
  message: string;
}

/** What a letter of that name must not lose. A template may say it in any words. */
const NEEDS: Record<string, readonly string[]> = {
  thank_you: ['asks_timing', 'kept', 'announced', 'value_title', 'interested'],
  'thank_you-agency': ['asks_timing', 'interviewers'],
  promised_item: ['kept'],
  homework: ['kept'],
  value_add: ['value_title', 'value_url'],
  referee_ask: ['agree_link', 'decline_link', 'reminder'],
  referee_brief: ['organisation'],
  referee_update: ['outcome'],
  reconnect: ['by_promised_day', 'circumstances', 'favourite', 'offer_elsewhere'],
  decision_maker: ['copied'],
  senior: ['copied'],
  last_say: ['future_interest'],
  senior_letter: ['outcome'],
  answer_owed: ['answers'],
  feedback_request: ['reason_given'],
  offer_deadline_notice: ['by_offer_answer_day'],
};

/** What says the same as another name. */
const FORMS: Record<string, readonly string[]> = {
  organisation: ['the_organisation', 'at_organisation', 'of_organisation'],
  copied: ['copied_full'],
};

/** Letters that have a question to put. */
const MUST_ASK = new Set([
  'referee_ask',
  'reconnect',
  'chase',
  'decision_maker',
  'senior',
  'check_in',
  'revisit',
  'feedback_request',
  'no_show_note',
]);

/** Sentences that are only sometimes true: a template that says them outright is wrong for everybody else. */
const CONDITIONAL = [
  'by_promised_day',
  'promised_day',
  'by_offer_answer_day',
  'offer_answer_day',
  'value_title',
  'value_url',
  'notes',
  'circumstances',
  'copied',
  'contact',
  'agree_link',
  'decline_link',
  'phone',
  'topics',
  'on_topics',
];

/**
 * All faults of a template: what cannot be parsed, unknown names, what the letter must contain and does not, and what
 * comes out wrong when it is tried on a set of cases.
 * @param name as in the catalogue: `chase`, `call/chase`, `task/no_address`
 */
export function validateTemplate(name: string, languageTag: string, source: string): TemplateFault[] {
  const language = LANGUAGES.find((l) => l.tag === languageTag) ?? FALLBACK;
  let template: ParsedTemplate;
  try {
    template = parseTemplate(source);
  } catch (error) {
    if (error instanceof TemplateProblem) return [{ line: error.line, severity: 'error', message: error.message }];
    throw error;
  }
  const faults: TemplateFault[] = [];
  const used = variablesOf(template);
  const known = knownNames(language);
  for (const [variable, line] of used) {
    if (!known.has(variable)) {
      faults.push({
        line,
        severity: 'error',
        message: `"${variable}" is not a name that a template knows${nearest(variable, known)}.`,
      });
    }
  }
  if (faults.length > 0) return faults;
  faults.push(...missing(name, used, source, language), ...tried(name, language, template));
  return faults;
}

let names: Set<string> | undefined;
function knownNames(language: Language): Set<string> {
  const request = sampleRequests('en')[0];
  names ??= new Set([...(request ? Object.keys(vocabulary(request, language)) : []), 'forloop']);
  return names;
}

function nearest(variable: string, known: Set<string>): string {
  const close = [...known].find(
    (k) =>
      k.replace(/_/g, '') === variable.replace(/[_\s]/g, '').toLowerCase() ||
      k.startsWith(variable) ||
      variable.startsWith(`${k}_`),
  );
  return close ? `; did you mean "${close}"?` : '';
}

function missing(name: string, used: Map<string, number>, source: string, language: Language): TemplateFault[] {
  const faults: TemplateFault[] = [];
  const need = (variable: string, why: string) => {
    if (![variable, ...(FORMS[variable] ?? [])].some((form) => used.has(form)))
      faults.push({ line: 1, severity: 'error', message: `{{ ${variable} }} is missing: ${why}` });
  };
  const isLetter = !name.includes('/');
  if (isLetter) {
    need('greeting', 'the salutation is put together from the name and title on file.');
    if (!used.has('closing') && !used.has('short_closing'))
      need('closing', 'the letter needs its closing and your name.');
  }
  for (const variable of NEEDS[name] ?? []) need(variable, 'without it the letter leaves out what it is for.');
  // The subject's question is none.
  if (MUST_ASK.has(name) && !language.asks.test(source.slice(source.indexOf('\n')))) {
    faults.push({ line: 1, severity: 'error', message: 'This letter asks something, but no question is in it.' });
  }
  return faults;
}

/** Rendered for a set of cases that have little and much on file. */
function tried(name: string, language: Language, template: ParsedTemplate): TemplateFault[] {
  const faults = new Map<string, TemplateFault>();
  const add = (fault: TemplateFault) => faults.set(fault.message, fault);
  for (const request of sampleRequests(language.tag)) {
    const step = stepOf(name) ?? request.step;
    const offerElsewhere = step === 'offer_deadline_notice' ? { answerBy: '2026-12-20' } : request.offerElsewhere;
    const asked: LetterRequest = { ...request, step, offerElsewhere };
    try {
      const letter = renderTemplate(template, vocabulary(asked, language));
      if (letter.subject === '')
        add({ line: 1, severity: 'error', message: 'The subject comes out empty in some cases.' });
      if (letter.text === '') add({ line: 2, severity: 'error', message: 'The text comes out empty in some cases.' });
      const bare = CONDITIONAL.filter((v) => lineOfBare(letter.text) && variablesOf(template).has(v));
      if (bare.length > 0) {
        add({
          line: 1,
          severity: 'warning',
          message: `A sentence breaks off in some cases; put ${bare.map((b) => `{% if ${b} %}`).join(' or ')} around it.`,
        });
      }
      if (!name.includes('/')) {
        for (const finding of checkLetter(letter, guardContext(asked))) {
          add({
            line: 1,
            severity: finding.severity === 'block' ? 'error' : 'warning',
            message: `${finding.rule}: "${finding.words}". ${finding.reason}`,
          });
        }
      }
    } catch (error) {
      if (!(error instanceof TemplateProblem)) throw error;
      add({ line: error.line, severity: 'error', message: error.message });
    }
  }
  return [...faults.values()];
}

function stepOf(name: string): LetterRequest['step'] | null {
  const base = name.split('/').pop()?.split('-')[0] ?? '';
  return (base === 'general' ? null : base) as LetterRequest['step'] | null;
}

/** " ." or " ," or an empty pair of quotation marks: something was to stand there. */
function lineOfBare(text: string): boolean {
  return /\s[.,;:?!](?:\s|$)|""|„“|\(\s*\)/.test(text);
}
