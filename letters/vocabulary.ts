/**
 * The words a template may use: every one always there, null where nothing is on file. Templates decide what to say;
 * this decides what is true (A2, A3, B1, E6, E7, G8).
 */
import type { LetterRequest } from '../policy/letter-request';
import { bestTimes, clockTime, dayOf, numberToCall } from './call-times';
import { byDay, fullDay, inMonth, listedDay, onDay, span } from './days';
import type { Language } from './language';
import { inOne, weaveNotes } from './notes';
import {
  type Addressee,
  addressed,
  andList,
  fill,
  genderOf,
  greetingFor,
  inFull,
  mention,
  mentionOblique,
  readName,
} from './salutation';
import { LINE } from './template';

export interface PromiseWords {
  /** As the object of "I am sending you …". */
  what: string;
  content: string | null;
  /** As what was agreed, after a verb: "the page on the rota"; null where the language's grammar cannot tell. */
  the: string | null;
  /** "it", "them". */
  them: string | null;
  /** To whom, where that is not the addressee. */
  to: string | null;
  /** It was promised to the addressee, who need not pass it on. */
  yours: boolean;
  /** "by Friday 4 December", or null where no day was agreed. */
  by: string | null;
}

export interface Vocabulary {
  /** Salutation, with its comma. */
  greeting: string;
  /** Closing formula, name, telephone. */
  closing: string;
  /** Closing formula and name alone. */
  short_closing: string;
  informal: boolean;
  /** Which wording `vary` takes. */
  variant: number;

  /** The candidate. */
  name: string;
  first_name: string;
  phone: string | null;

  organisation: string;
  /** With its article where its name needs one: as a subject, after "at", after "of" and "from". */
  the_organisation: string;
  at_organisation: string;
  of_organisation: string;
  agency: string | null;
  /** True where the letter goes to the agency's recruiter. */
  via_agency: boolean;
  /** "the Senior Data Engineer role". */
  role: string;
  /** The same in the dative, for languages that have one. */
  role_dative: string;
  /** The role's name alone, for subjects. */
  role_name: string;
  /** The same with its second part in brackets: "Senior Nurse (Stroke Unit)". */
  role_title: string;
  /** "The Senior Nurse (Stroke Unit) role", for somebody who was not there. */
  role_full: string;
  /** Role and other roles together: "the A and B roles". */
  roles: string;
  also_roles: string | null;

  /** The addressee in a sentence. */
  recipient: string | null;
  /** The same after "with" and "to", for languages that have cases. */
  recipient_oblique: string | null;
  /** The addressee as greeted on the telephone. */
  recipient_spoken: string | null;
  /** The first words of a call, and of a message on voicemail (without its full stop). */
  hello: string | null;
  voicemail: string | null;
  recipient_title: string | null;
  /** True where the addressee took part in the interview. */
  met: boolean;
  /** Those who took part, as named after "with"; the addressee is "you", and comes first. */
  interviewers: string | null;
  several_interviewers: boolean;
  /** "her", "his", "their", of those who took part. */
  interviewers_their: string;
  /** With their titles. */
  interviewers_titled: string | null;
  /** Whom the candidate spoke with, by their full names, the addressee left out; and with their titles. */
  interviewers_full: string | null;
  interviewers_full_titled: string | null;
  /** Those who took part, the addressee left out, as the addressee knows them. */
  other_interviewers: string | null;
  /** The email addresses of all who took part are on file. */
  interviewers_reachable: boolean;
  /** Those in copy. */
  copied: string | null;
  /** The same by their full names, for somebody who may not know them. */
  copied_full: string | null;
  /** Whoever had been asked so far, where that is somebody else. */
  contact: string | null;

  /** "on Tuesday". */
  on_interview_day: string;
  /** "Tuesday 1 December". */
  interview_day: string;
  /** The same in a list. */
  interview_date: string;
  /** "In December", for what is months ago. */
  in_interview_month: string;
  /** What there was beside the conversation: "the trial lesson". */
  trial: string | null;
  round: number;
  /** "second", "third", as it stands before "conversation". */
  nth_round: string | null;
  repeat: boolean;

  topics: string | null;
  /** "about A and B", to follow "our conversation". */
  on_topics: string | null;
  /** The same, only where it is noted for this person or nobody else was there. */
  on_own_topics: string | null;
  /** What the interview was about, for somebody who was not there: "about A and B". */
  on_interview_topics: string | null;
  /** The first of them alone. */
  topic: string | null;
  notes: string | null;
  /** What the notes thank for, where that is all they say: "hearing about the pilot". */
  notes_thanks: string | null;
  next_steps: string | null;
  /** The same as the subject of a sentence, where the language's grammar allows it: "a second talk in the team". */
  next_step: string | null;
  /** From when somebody is wanted there, as jotted down: "by June". */
  wanted_from: string | null;
  asks_timing: boolean;
  /** B1: an answer that thanks for the conversation too; a thank-you after somebody there has answered. */
  thanks_too: boolean;
  after_answer: boolean;
  /** It comes after its day, and says so. */
  late: boolean;
  kept: PromiseWords[] | null;
  announced: PromiseWords[] | null;
  /** Something in this letter was promised to somebody else, to whom it goes on from here. */
  forwards: boolean;
  /** What was promised and has gone to this person, after a verb: "the page on the rota". */
  sent: string | null;
  value_kind: string | null;
  value_title: string | null;
  value_url: string | null;
  /** A person to be introduced: the name, and what follows it (", who leads the choir"). */
  value_name: string | null;
  value_about: string | null;
  value_topic: string | null;
  /** "about A", to follow "our conversation". */
  on_value_topic: string | null;

  /** A date they really named: "by Friday 11 December", "Friday 11 December". */
  by_promised_day: string | null;
  promised_day: string | null;
  /** The day an answer is expected, named or assumed; never attributed to them. */
  expected_day: string | null;
  /** It was the addressee who named it. */
  named_by_them: boolean;
  circumstances: string | null;
  /** In these days by email only: no number is offered for calling back. */
  by_email: boolean;
  ask: number;
  interested: boolean;
  favourite: boolean;
  future_interest: boolean;
  offer_elsewhere: boolean;
  by_offer_answer_day: string | null;
  offer_answer_day: string | null;
  /** An offer elsewhere wants its answer before next week. */
  answer_due_this_week: boolean;
  last_on: string | null;
  /** The day of the last message, where it was an email that asked for the outcome: "on Friday". */
  asked_on: string | null;
  last_channel: string | null;
  /** The kind of the last message to that person: `last_say`, `chase`, … */
  last_step: string | null;
  /** All that went to that person before: `thank_you`, `chase`, and with the channel `chase/phone`. */
  earlier: string[];
  called_before: boolean;

  outcome: string | null;
  offer_stage: string | null;
  by_answer_day: string | null;
  answer_day: string | null;
  answers: string | null;
  /** What they asked for: transcript, references, documents, availability, salary, notice_period, other. */
  asks_for: string[] | null;
  /** The transcript on file, where it is a link. */
  transcript: string | null;
  /** Referees who have agreed to be named, for whom asked for them. */
  agreed_referees: { name: string; relationship: string; contact: string | null; prefers: string | null }[] | null;
  reason_given: boolean;
  template_variant: string | null;

  referee_name: string | null;
  relationship: string | null;
  prefers: string | null;
  reminder: boolean;
  references_asked_by: string | null;
  agree_link: string | null;
  decline_link: string | null;
  stop_link: string | null;

  reflection: string | null;
  go_on: boolean;
  learning: string[] | null;
  /** What the task is about, as handed in. */
  about: string | null;
  step: string;

  number: string | null;
  best_time: string | null;
  best_time_here: string | null;
  place: string | null;
  agreed_time: string | null;
  agreed_time_here: string | null;
  agreed_day: string | null;
  /** "today at 14:00", "on Friday 19 March at 14:00". */
  agreed_when: string | null;
  other_processes: string[] | null;
}

/** A referee is told of more than a letter to those who were there would name. */
const MOST_TOPICS = 5;

function agreedReferees({ papers }: LetterRequest): Vocabulary['agreed_referees'] {
  const referees = (papers?.referees ?? []).map(({ name, relationship, email, phone, prefers }) => ({
    name,
    relationship,
    contact: orNull([email, phone].filter((way) => way !== null).join(', ')),
    prefers,
  }));
  return referees.length > 0 ? referees : null;
}

function trialIn(kind: string, { trials }: Language): string | null {
  for (const { from, the } of trials) {
    const [, trial] = from.exec(kind) ?? [];
    if (trial !== undefined) return fill(the, { trial });
  }
  return null;
}

/** Turns a request into the words of its language. Pure. */
export function vocabulary(request: LetterRequest, language: Language): Vocabulary {
  const r = withNamedTopics(request, language);
  const { flags, today } = r;
  const addressee: Addressee | null = r.recipient ?? (r.referee ? readName(r.referee.name) : null);
  const variant = variantOf(r);
  const person = (p: Addressee) => mention(p, language);
  const oblique = (p: Addressee) => mentionOblique(p, language);
  // Among people on first-name terms nobody is Mr or Ms.
  const third = (p: LetterRequest['interviewers'][number]) =>
    r.form === 'informal' && p.form === 'informal' ? one(`${p.givenName} ${p.familyName}`) : oblique(p);
  const list = (people: LetterRequest['copied']) => orNull(andList(people.map(third), language));
  const day = (date: string) => fullDay(date, today, language);
  const promised = flags.promisedDate ?? null;
  const answerBy = r.offer?.answerBy ?? null;
  const elsewhereBy = r.offerElsewhere?.answerBy ?? null;
  const topics = topicsFor(r).map((t) => topicWords(t, language));
  const listOf = (items: string[]) => andList(items, language);
  const inSentence = topics.slice(0, 2).map((t) => topicInSentence(t, language));
  const woven = weaveNotes(r.notes, language, r.form, r.recipient, variant);
  const said = woven === null ? '' : inOne(woven.sentences, language);
  // A letter names the thing once: where the candidate's own words speak of it, or say enough, they do.
  const named =
    woven !== null &&
    r.step === 'thank_you' &&
    (woven.sentences.length > 1 || said.split(' ').length > 14 || topics.some((t) => sharesAWord(t, said)));
  const value = r.valueAdd && (flags.valueAdd || r.step === 'value_add') ? r.valueAdd : null;
  const role = roleWords(shortRole(r, language), language);
  const roles = [r.role, ...r.alsoRoles].map((x) => fill(language.role.listed, { role: bareRole(x, language) }));
  // The letter that delivers a thing is written as its delivery; it cannot leave before the thing is in it (A2).
  const delivers = r.channel === 'email' && (r.step === 'homework' || r.step === 'promised_item');
  const kept = r.promisesKept.filter((p) => p.content || delivers);
  const announced = [...r.promisesKept.filter((p) => !kept.includes(p)), ...r.promisesAnnounced];
  const promise = (p: LetterRequest['promisesKept'][number]): PromiseWords => ({
    what: promiseWords(p.what, language),
    content: p.content ? lines(p.content) : null,
    ...agreedThing(promiseWords(p.what, language), language),
    to: orNull(
      andList(r.interviewers.filter((i) => p.to.includes(i.id) && i.id !== r.recipient?.id).map(third), language),
    ),
    yours: r.recipient !== null && p.to.includes(r.recipient.id),
    by: p.dueOn && p.dueOn >= today ? byDay(p.dueOn, today, language) : null,
  });
  const earlier = r.earlier ?? (r.lastOutreach ? [r.lastOutreach] : []);
  const introduced = value?.kind === 'introduction' ? language.introduced.exec(one(value.title)) : null;
  const panelTopics = (r.interviewTopics ?? [])
    .slice(0, 2)
    .map((t) => topicInSentence(topicWords(t, language), language));
  const genders = new Set(r.interviewers.map(genderOf));
  const met = r.interviewers.some((i) => i.id === r.recipient?.id);
  const addressees = [r.recipient, ...(r.alsoTo ?? [])].map((p) => p?.id);
  const others = r.interviewers.filter((i) => !addressees.includes(i.id));
  const own = (r.recipient?.topics.length ?? 0) > 0 || others.length === 0;
  const onTopics =
    topics.length > 0 && !named
      ? fill(topics.length > 1 ? language.topic.more : language.topic.one, { topics: andList(inSentence, language) })
      : null;
  const names = inFull(others, language, r.form);
  const sent = (r.promisesSent ?? []).map((p) => agreedThing(promiseWords(p.what, language), language).the);
  const contact = r.reconnectPerson && r.reconnectPerson.id !== r.recipient?.id ? r.reconnectPerson : null;
  const call = r.channel === 'phone' && r.recipient ? callWords(r, r.recipient, language) : null;
  const closing = language.closing[r.form];
  const signature = r.form === 'informal' ? firstName(r.candidate.name) : one(r.candidate.name);

  return {
    greeting: greetingFor(addressee ? [addressee, ...(r.alsoTo ?? [])] : [], language, r.form),
    closing: [closing, signature, r.candidate.phone ? one(r.candidate.phone) : ''].filter(Boolean).join(LINE),
    short_closing: closing + LINE + signature,
    informal: r.form === 'informal',
    variant,

    name: one(r.candidate.name),
    first_name: firstName(r.candidate.name),
    phone: orNull(r.candidate.phone),

    organisation: one(r.organisation),
    ...organisationWords(one(r.organisation), language),
    agency: orNull(r.agency),
    via_agency: r.agency !== null && (r.recipient?.roles.includes('agency_recruiter') ?? false),
    role,
    role_dative: roleWords(shortRole(r, language), language, 'dative'),
    role_name: bareRole(r.role, language),
    role_title: titleOf(bareRole(r.role, language)),
    role_full: roleWords(titleOf(bareRole(r.role, language)), language),
    roles: r.alsoRoles.length > 0 ? fill(language.role.several, { roles: andList(roles, language) }) : role,
    also_roles: orNull(
      andList(
        r.alsoRoles.map((x) => roleWords(x, language)),
        language,
      ),
    ),

    recipient: addressee ? person(addressee) : null,
    recipient_oblique: addressee ? oblique(addressee) : null,
    recipient_spoken: addressee ? spoken(addressee, r.form, language) : null,
    hello: addressee ? callOpening('hello', addressee, r, language) : null,
    voicemail: addressee ? callOpening('message', addressee, r, language) : null,
    recipient_title: orNull(r.recipient?.title),
    met,
    interviewers: orNull(andList([...(met ? [language.mentionYou[r.form]] : []), ...others.map(third)], language)),
    several_interviewers: r.interviewers.length > 1,
    interviewers_their:
      language.possessive[(genders.size === 1 && r.interviewers.length === 1 && [...genders][0]) || 'other'],
    interviewers_titled: orNull(
      andList(
        r.interviewers.map((i) => (i.title ? `${oblique(i)} (${one(i.title)})` : oblique(i))),
        language,
      ),
    ),
    interviewers_full: orNull(andList(names, language)),
    interviewers_full_titled: orNull(
      andList(
        names.map((name, i) => (others[i]?.title ? `${name} (${one(others[i].title)})` : name)),
        language,
      ),
    ),
    other_interviewers: list(others),
    interviewers_reachable: r.interviewers.length > 0 && r.interviewers.every((i) => i.email !== null),
    copied: list(r.copied),
    copied_full: orNull(andList(inFull(r.copied, language, r.form), language)),
    contact: contact ? third(contact) : null,

    on_interview_day: onDay(r.interviewedOn, today, language),
    interview_day: day(r.interviewedOn),
    interview_date: listedDay(r.interviewedOn, today, language),
    in_interview_month: inMonth(r.interviewedOn, today, language),
    trial: trialIn(r.interviewKind ?? '', language),
    round: r.round,
    nth_round: language.nthRound[r.round] ?? null,
    repeat: r.round > 1,

    topics: named
      ? null
      : orNull(
          listOf(r.referee ? topics.slice(0, MOST_TOPICS).map((t) => bareTopic(t, language)) : topics.slice(0, 2)),
        ),
    on_topics: onTopics,
    on_own_topics: own ? onTopics : null,
    on_interview_topics:
      panelTopics.length > 0 ? fill(language.topic.more, { topics: andList(panelTopics, language) }) : null,
    topic: topics[0] ? bareTopic(topics[0], language) : null,
    notes: orNull(said),
    notes_thanks: woven?.thanks ?? null,
    next_steps: orNull(r.nextSteps),
    next_step: nextStepWords(r.nextSteps, language),
    wanted_from: wantedFrom(r.notes, language),
    asks_timing: flags.asksTiming === true,
    thanks_too: flags.thanksToo === true,
    after_answer: flags.afterAnswer === true,
    late: flags.late === true,
    kept: kept.length > 0 ? kept.map(promise) : null,
    announced: announced.length > 0 ? announced.map(promise) : null,
    forwards: kept.map(promise).some((p) => !p.yours || p.to !== null),
    sent: sent.every((the) => the !== null) ? orNull(andList(sent, language)) : null,
    value_kind: value?.kind ?? null,
    value_title: orNull(value?.title),
    value_url: orNull(value?.url),
    value_name: introduced?.[1] ?? null,
    value_about: introduced?.[2] ?? null,
    value_topic: value ? orNull(bareTopic(topicWords(value.topic, language), language)) : null,

    on_value_topic:
      value && value.topic.trim() !== ''
        ? fill(language.topic.one, { topics: topicInSentence(topicWords(value.topic, language), language) })
        : null,

    by_promised_day: promised ? byDay(promised, today, language) : null,
    promised_day: promised ? day(promised) : null,
    expected_day: r.promisedDate && r.promisedDate >= today ? day(r.promisedDate) : null,
    named_by_them: r.dateNamedByThem ?? false,
    circumstances: r.channel === 'phone' && toldOfCircumstances(r) ? null : circumstanceWords(r, language),
    by_email: (r.circumstancesDated ?? []).some(
      (c) => c.from <= today && c.to >= today && language.circumstance.byEmail.test(c.text),
    ),
    ask: flags.ask ?? 1,
    interested: r.reallyInterested,
    favourite: r.favourite,
    future_interest: r.futureInterest,
    offer_elsewhere: r.offerElsewhere !== null,
    by_offer_answer_day: elsewhereBy ? byDay(elsewhereBy, today, language) : null,
    offer_answer_day: elsewhereBy ? day(elsewhereBy) : null,
    answer_due_this_week: isBeforeNextWeek(r.answersElsewhereBy ?? null, today),
    last_on: r.lastOutreach ? onDay(r.lastOutreach.on, today, language) : null,
    asked_on: r.lastOutreach && askedByMail(r.lastOutreach) ? onDay(r.lastOutreach.on, today, language) : null,
    last_channel: r.lastOutreach?.channel ?? null,
    last_step: r.lastOutreach?.step ?? null,
    earlier: earlier.flatMap((e) => [e.step, `${e.step}/${e.channel}`]),
    called_before: earlier.some((e) => e.channel === 'phone'),

    outcome: r.outcome ?? flags.outcome ?? null,
    offer_stage: r.offer?.stage ?? null,
    by_answer_day: answerBy ? byDay(answerBy, today, language) : null,
    answer_day: answerBy ? day(answerBy) : null,
    answers: flags.answers ?? null,
    asks_for: flags.asksFor?.length ? flags.asksFor : null,
    transcript: /^https?:\/\//.test(r.papers?.transcript ?? '') ? (r.papers?.transcript ?? null) : null,
    agreed_referees: agreedReferees(r),
    reason_given: flags.variant === 'reason_given' || flags.variant === 'reasonGiven',
    template_variant: flags.variant ?? null,

    referee_name: orNull(r.referee?.name),
    relationship: r.referee?.relationship ?? null,
    prefers: r.referee?.prefers ?? null,
    reminder: flags.reminder === true,
    references_asked_by: orNull(r.referencesAskedBy),
    agree_link: orNull(r.links.agree),
    decline_link: orNull(r.links.decline),
    stop_link: orNull(r.links.stop),

    reflection: r.reflection ? orNull(r.reflection.text) : null,
    go_on: r.reflection?.goOn ?? false,
    learning: r.learning.length > 0 ? r.learning.map(one) : null,
    about: r.about,
    step: r.step,

    number: call?.number ?? null,
    best_time: call?.there ?? null,
    best_time_here: call?.here ?? null,
    place: call?.place ?? null,
    ...agreedWords(r, language),
    other_processes: r.otherProcesses?.length
      ? r.otherProcesses.map((p) => `${one(p.organisation)}: ${bareRole(p.role, language)}`)
      : null,
  };
}

/**
 * One number decides between wordings: the place in the panel for thanks (H9), the ordinal for asks, shifted by who
 * writes to whom, so that two candidates do not send one organisation the same sentence.
 */
function variantOf(r: LetterRequest): number {
  const base = hash(`${r.candidate.name}|${r.organisation}`);
  const place = r.interviewers.findIndex((i) => i.id === r.recipient?.id);
  if (r.step === 'thank_you' && place >= 0) return base + place;
  if (r.flags.ask) return base + r.flags.ask;
  return base + hash(r.recipient?.id ?? r.referee?.id ?? '');
}

function spoken(person: Addressee, form: LetterRequest['form'], language: Language): string {
  return form === 'informal' && person.givenName !== '' ? person.givenName : addressed(person, language);
}

/** "Hello Dr Byrne, this is Maya."; where only a name is on file, one asks whom one has reached. */
function callOpening(part: 'hello' | 'message', person: Addressee, r: LetterRequest, language: Language): string {
  const spokenName = spoken(person, r.form, language);
  const full = [person.givenName, person.familyName].filter(Boolean).join(' ');
  const how = r.form === 'informal' ? 'informal' : spokenName === full ? 'unsure' : 'formal';
  return fill(language.call[part][how], { spoken: spokenName, name: one(r.candidate.name) });
}

function hash(text: string): number {
  let h = 7;
  for (const c of text) h = (h * 31 + (c.codePointAt(0) ?? 0)) % 999_983;
  return h;
}

/**
 * What a letter may say was talked about. Topics of the whole panel are dealt out among those who have none of their own,
 * one each, so that thanks differ in substance (H9); later letters speak of the same one.
 */
function topicsFor(r: LetterRequest): string[] {
  if (r.recipient && r.recipient.topics.length > 0) return r.recipient.topics;
  const place = r.interviewers.findIndex((i) => i.id === r.recipient?.id);
  if (place < 0) {
    const forThem = r.referee !== null || (r.agency !== null && r.step === 'thank_you');
    return r.topics.length === 0 && forThem ? [...new Set(r.interviewers.flatMap((i) => i.topics))] : r.topics;
  }
  if (r.interviewers.length < 2) return r.topics;
  const taken = new Set(r.interviewers.flatMap((i) => i.topics));
  const without = r.interviewers.filter((i) => i.topics.length === 0);
  const free = r.topics.filter((t) => !taken.has(t));
  const own = (free.length > 0 ? free : r.topics)[without.findIndex((i) => i.id === r.recipient?.id)];
  return own ? [own] : [];
}

const MOST_WORDS_OF_A_TOPIC = 9;

/** Only topics that are named as one names a topic: a question, a link or half a sentence would read as pasted in. */
function withNamedTopics(request: LetterRequest, language: Language): LetterRequest {
  const isName = (topic: string) =>
    !/[?!()<>{}]|:\/\/|\bwww\./.test(topic) &&
    topic.split(/\s+/).length <= MOST_WORDS_OF_A_TOPIC &&
    !language.topic.unfit.test(topic);
  const spelt = (text: string) => language.spelt.reduce((said, { from, to }) => said.replace(from, to), text);
  const names = (topics: readonly string[]) => topics.map((topic) => one(spelt(topic))).filter(isName);
  const named = <T extends { topics: string[] }>(person: T): T => ({ ...person, topics: names(person.topics) });
  return {
    ...request,
    topics: names(request.topics),
    notes: request.notes && spelt(request.notes),
    ...(request.interviewTopics && { interviewTopics: names(request.interviewTopics) }),
    recipient: request.recipient && named(request.recipient),
    interviewers: request.interviewers.map(named),
  };
}

/** A word of some length in common. */
function sharesAWord(topic: string, text: string): boolean {
  const words = new Set(text.toLocaleLowerCase().match(/\p{L}{5,}/gu));
  return (topic.toLocaleLowerCase().match(/\p{L}{5,}/gu) ?? []).some((word) => words.has(word));
}

function one(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function orNull(text: string | null | undefined): string | null {
  const said = text ? one(text) : '';
  return said === '' ? null : said;
}

/** Keeps the lines of what the candidate supplied. */
function lines(text: string): string {
  return text
    .trim()
    .split(/\s*\n\s*/)
    .map(one)
    .join(LINE);
}

function firstName(name: string): string {
  return readName(name).givenName || one(name);
}

function bareRole(role: string, language: Language): string {
  const said = one(role);
  return (language.role.strip ? one(said.replace(language.role.strip, '')) : said) || said;
}

/** "Senior Nurse, Stroke Unit" is the Senior Nurse (Stroke Unit) where more words follow. */
function titleOf(role: string): string {
  const [short, ...rest] = role.split(/,\s+/);
  return short && rest.length > 0 && !role.includes('(') ? `${short} (${rest.join(', ')})` : role;
}

/** "Senior Nurse, Stroke Unit" is the Senior Nurse in a sentence; the subject has it in full. */
function shortRole(r: LetterRequest, language: Language): string {
  const [short] = bareRole(r.role, language).split(/,\s|\s[–—|-]\s/);
  return r.alsoRoles.length > 0 || !short ? r.role : short;
}

function organisationWords(
  name: string,
  language: Language,
): Pick<Vocabulary, 'the_organisation' | 'at_organisation' | 'of_organisation'> {
  const { at, of, rules, legal } = language.organisation;
  // "Tischlerei Harms GmbH" is "bei der Tischlerei Harms"; a house that is named by one word keeps its legal form.
  const bare = legal ? name.replace(legal.form, '') : name;
  const ofBare = bare !== name && bare.includes(' ') ? rules.find((r) => r.from.test(bare)) : undefined;
  if (ofBare) return housed(bare, ofBare);
  if (legal?.form.test(name))
    return {
      the_organisation: fill(legal.subject, { name }),
      at_organisation: fill(legal.at, { name }),
      of_organisation: fill(legal.of, { name }),
    };
  const rule = rules.find((r) => r.from.test(name));
  if (rule) return housed(name, rule);
  return { the_organisation: name, at_organisation: fill(at, { name }), of_organisation: fill(of, { name }) };
}

function housed(name: string, rule: Language['organisation']['rules'][number]): ReturnType<typeof organisationWords> {
  return {
    the_organisation: name.replace(rule.from, rule.subject),
    at_organisation: name.replace(rule.from, rule.at),
    of_organisation: name.replace(rule.from, rule.of),
  };
}

function roleWords(role: string, language: Language, as: 'plain' | 'dative' = 'plain'): string {
  const said = bareRole(role, language);
  const { named, complete, namedDative, completeDative, completeWhen } = language.role;
  const pattern = completeWhen.test(said)
    ? as === 'dative'
      ? completeDative
      : complete
    : as === 'dative'
      ? namedDative
      : named;
  return fill(pattern, { role: said });
}

function topicWords(topic: string, language: Language): string {
  const said = one(topic).replace(/[.;,]+$/, '');
  const { article } = language.topic;
  return article?.before.test(said) ? `${article.word} ${said}` : said;
}

/** As it stands after "about". */
function topicInSentence(topic: string, language: Language): string {
  const { quoted, inSentence } = language.topic;
  if (quoted?.when.test(topic)) return fill(quoted.as, { topic });
  const rule = inSentence.find((r) => r.from.test(topic));
  return rule ? topic.replace(rule.from, rule.to) : topic;
}

/** As it stands in a heading, or after "on the subject of". */
function bareTopic(topic: string, language: Language): string {
  const { bare } = language.topic;
  return bare ? topic.replace(bare, '') : topic;
}

function promiseWords(what: string, language: Language): string {
  const { strip, leaveOut, article, determined, clause } = language.promise;
  const said = one(one(what).replace(strip, '').replace(leaveOut, ' ')).replace(/[.;,]+$/, '') || one(what);
  if (clause?.when.test(said)) return fill(clause.as, { what: said });
  return article && !determined.test(said) ? `${article} ${said}` : said;
}

/** "A page on the rota" is the page on the rota once it was agreed; and "it", or "them". */
function agreedThing(what: string, language: Language): Pick<PromiseWords, 'the' | 'them'> {
  const rule = language.promise.agreed.find((r) => r.from.test(what));
  return rule?.pronoun ? { the: what.replace(rule.from, rule.to), them: rule.pronoun } : { the: null, them: null };
}

function nextStepWords(text: string, language: Language): string | null {
  const said = one(text).replace(/[.;,]+$/, '');
  const rule = language.nextStep.find((r) => r.from.test(said));
  return rule ? said.replace(rule.from, rule.to) : null;
}

function wantedFrom(notes: string | null, language: Language): string | null {
  const said = (notes ?? '').split(/[.;\n]/).filter((clause) => !language.notes.private.test(clause));
  return said.map((clause) => language.wantedFrom.exec(clause)?.[1]).find(Boolean) ?? null;
}

/** A day of this week, Monday to Sunday, from today on. */
function isBeforeNextWeek(date: string | null, today: string): boolean {
  if (date === null || date < today) return false;
  const toSunday = (7 - new Date(`${today}T00:00:00Z`).getUTCDay()) % 7;
  return Date.parse(date) - Date.parse(today) <= toSunday * 86_400_000;
}

/** On the telephone nothing is told that the last letter has told. */
function toldOfCircumstances(r: LetterRequest): boolean {
  const { lastOutreach } = r;
  if (!lastOutreach || !askedByMail(lastOutreach)) return false;
  const from = Date.parse(lastOutreach.on);
  return (r.circumstancesDated ?? []).every((c) => (Date.parse(c.from) - from) / 86_400_000 <= 14);
}
const ASKS: ReadonlySet<LetterRequest['step']> = new Set(['reconnect', 'chase', 'decision_maker']);

const askedByMail = (last: NonNullable<LetterRequest['lastOutreach']>): boolean =>
  last.channel === 'email' && ASKS.has(last.step);

/** A text that names its days itself; an hour is no day. */
const OWN_DAYS =
  /\d{1,2}\.\s?\d|\d{1,2}\.\s\p{Lu}|\d{4}|\d{1,2}(?:st|nd|rd|th)\b|\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/u;

function circumstanceWords(r: LetterRequest, language: Language): string | null {
  const { circumstance } = language;
  const end = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
  const capital = (text: string) => text.charAt(0).toLocaleUpperCase(language.locale) + text.slice(1);
  // On its last day it is as good as over.
  const dated = r.circumstancesDated?.filter((c) => c.to > r.today || c.from === r.today);
  const said = dated
    ? dated.map((c) => {
        const said = one(c.text).replace(/[.;,]+$/, '');
        const bare = said.replace(circumstance.self, '').replace(circumstance.yet.from, circumstance.yet.to);
        const text = circumstance.state.test(bare) ? bare : said;
        // With days of their own, or a subject, they stand as they are.
        if (circumstance.sentence.test(text)) return end(text);
        if (OWN_DAYS.test(said)) return end(fill(circumstance.otherUndated, { text: said }));
        const when = span(c.from, c.to, r.today, language);
        const state = when.begun ? circumstance.present : circumstance.future;
        const pattern = circumstance.state.test(text) ? state : circumstance.other;
        return end(fill(pattern, { span: when.text, Span: capital(when.text), text }));
      })
    : r.circumstances.map((raw) => {
        const text = one(raw).replace(/[.;,]+$/, '');
        if (circumstance.sentence.test(text)) return end(text);
        return end(fill(circumstance.state.test(text) ? circumstance.undated : circumstance.otherUndated, { text }));
      });
  return said.length > 0 ? said.join(' ') : null;
}

function callWords(
  r: LetterRequest,
  contact: NonNullable<LetterRequest['recipient']>,
  language: Language,
): { number: string | null; there: string; here: string | null; place: string } {
  const times = bestTimes(
    r.today,
    contact.timeZone,
    r.candidateTimeZone ?? null,
    r.workingHours ?? { from: 9, to: 17 },
  );
  return {
    number: numberToCall(contact),
    there: andList(times.there, language),
    here: times.here ? andList(times.here, language) : null,
    place: times.place,
  };
}

function agreedWords(
  r: LetterRequest,
  language: Language,
): Pick<Vocabulary, 'agreed_time' | 'agreed_time_here' | 'agreed_day' | 'agreed_when'> {
  if (!r.agreedAt) return { agreed_time: null, agreed_time_here: null, agreed_day: null, agreed_when: null };
  const zone = r.recipient?.timeZone ?? r.candidateTimeZone ?? 'UTC';
  const there = clockTime(r.agreedAt, zone);
  const here = r.candidateTimeZone ? clockTime(r.agreedAt, r.candidateTimeZone) : there;
  const date = dayOf(r.agreedAt, zone);
  const [hour = '', minute = ''] = there.split(':');
  const { days } = language;
  const clock = fill(minute === '00' ? days.sharp : days.clock, {
    hour: String(Number(hour)),
    hours: hour,
    hour12: String(Number(hour) % 12 || 12),
    half: Number(hour) < 12 ? 'am' : 'pm',
    minute,
  });
  const on = fill(days.onFull, { day: fullDay(date, r.today, language) });
  return {
    agreed_when: fill(days.at, { day: date === r.today ? days.today : on, clock }),
    agreed_time: there,
    agreed_time_here: here === there ? null : here,
    agreed_day: fullDay(date, r.today, language),
  };
}
