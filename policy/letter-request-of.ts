/** From the case file to what a letter may draw on: only what is on file, and only what is true on the day it is due. */
import { dateOf, dayFrom, dayOf, type Ms, toIso, toMs } from './calendar';
import { type Case, fold } from './case';
import type { Step } from './decision';
import type { Fact } from './facts';
import type { LetterRequest } from './letter-request';
import { liveOffers } from './rules/offers';
import { nameableReferees } from './rules/referees';
import type { Surroundings } from './surroundings';
import {
  contactById,
  placeOf,
  promisedDay,
  reconnectPerson,
  recruiter,
  refereeById,
  type View,
  viewOf,
  withRole,
} from './view';

/**
 * @param facts all facts, the intake first
 * @param now ISO instant on the interview's clock
 * @param links signed links to offer in the text, by purpose
 */
export function letterRequest(
  facts: readonly Fact[],
  step: Step,
  now: string,
  surroundings: Surroundings,
  links: Record<string, string> = {},
): LetterRequest {
  return requestOf(viewOf(fold(facts), toMs(now), surroundings), step, links);
}

/** The same over a case already folded. */
export function requestOf(view: View, step: Step, links: Record<string, string> = {}): LetterRequest {
  const { file } = view;
  const { intake } = file;
  const { letter } = step;
  const first = step.to[0] ?? 'candidate';
  const about = letter.variant === undefined ? null : (contactById(view, letter.variant) ?? null);
  const recipient = first === 'candidate' ? about : contactById(view, first);
  const referee = refereeById(view, first) ?? (letter.variant === undefined ? null : refereeById(view, letter.variant));
  const person = recipient ?? referee;
  const place = person === null ? view.here : placeOf(view, person);
  const today = dayOf(Math.max(toMs(step.due), view.now), place);
  const promised = promisedDay(view);
  const offer = view.around.offers.find((o) => o.id === letter.mentionsOffer) ?? null;
  const promisesOf = (ids: string[] | undefined) =>
    (ids ?? []).flatMap((id) => {
      const entry = file.promises.get(id);
      return entry === undefined ? [] : [entry.promise];
    });
  return {
    step: step.step,
    channel: step.channel,
    about: step.about,
    flags: letter,
    language: person?.language ?? (first === 'candidate' ? intake.candidate.language : intake.interview.language),
    form: recipient?.form ?? referee?.form ?? 'formal',
    candidate: { name: intake.candidate.name, phone: intake.candidate.phone, email: intake.candidate.email },
    organisation: intake.organisation.name,
    agency: intake.route.kind === 'agency' ? intake.route.agency : null,
    role: intake.role,
    recipient,
    referee,
    copied: step.cc.flatMap((id) => contactById(view, id) ?? []),
    interviewers: withRole(view, 'interviewer'),
    reconnectPerson: recruiter(view) ?? reconnectPerson(view),
    interviewedOn: dateOf(dayOf(file.endsAt, place)),
    today: dateOf(today),
    interviewKind: intake.interview.kind,
    round: intake.interview.round,
    topics:
      recipient !== null && recipient.topics.length > 0
        ? recipient.topics
        : recipient?.roles.includes('interviewer') === false
          ? []
          : intake.interview.topics,
    notes: recipient === null ? null : (intake.interview.notes[recipient.id] ?? null),
    nextSteps: intake.process.nextSteps,
    promisedDate: letter.promisedDate ?? (promised.assumed ? null : dateOf(promised.day)),
    ...(recipient !== null && file.promised?.by === recipient.id && { dateNamedByThem: true }),
    promisesKept: promisesOf(letter.keeps),
    promisesAnnounced: promisesOf(letter.announces),
    promisesSent: [...file.promises.values()].flatMap(({ promise, kept }) =>
      kept && recipient !== null && !letter.keeps?.includes(promise.id) && hasGot(view, recipient.id, promise.id)
        ? [promise]
        : [],
    ),
    valueAdd: letter.valueAdd ? intake.valueAdd : null,
    circumstances: intake.circumstances.filter((c) => stillMatters(c, today)).map((c) => c.text),
    offerElsewhere: offer === null ? null : { answerBy: offer.answerBy },
    answersElsewhereBy: firstAnswerElsewhere(view),
    alsoRoles: (letter.covers ?? []).flatMap(
      (id) => view.around.siblings.find((s) => s.interviewId === id)?.role ?? [],
    ),
    reallyInterested: intake.interest.reallyInterested,
    favourite: intake.interest.favourite,
    futureInterest: intake.interest.keenOnOrganisation,
    ...outreachTo(file, first, step.key, place),
    interviewTopics: [
      ...new Set([...intake.interview.topics, ...withRole(view, 'interviewer').flatMap((c) => c.topics)]),
    ],
    outcome: letter.outcome ?? (file.outcome === 'open' ? null : file.outcome),
    offer:
      file.offer === null
        ? null
        : { stage: file.offer.stage, answerBy: file.offer.answerBy === null ? null : dateOf(file.offer.answerBy) },
    referencesAskedBy: file.referencesRequested?.by ?? null,
    ...(letter.asksFor !== undefined && {
      papers: { transcript: intake.documents.transcript, referees: nameableReferees(view) },
    }),
    reflection: file.reflection === null ? null : { text: file.reflection.text, goOn: file.reflection.goOn },
    learning: view.around.learning,
    links,
    threadSubject: null,
    candidateTimeZone: intake.candidate.timeZone,
    workingHours: view.hours,
    circumstancesDated: intake.circumstances.filter((c) => stillMatters(c, today)),
    ...missedCall(view, step),
    otherProcesses: view.around.siblings
      .filter((s) => s.interviewId === letter.variant)
      .map((s) => ({ organisation: s.organisationName, role: s.role })),
  };
}

/** Only what a message brought to this very person can be said to have come; what was handed over otherwise is not known. */
function hasGot(view: View, contactId: string, promiseId: string): boolean {
  return [...view.file.records.values()].some(
    ({ step, status }) =>
      ['sent', 'uncertain', 'done'].includes(status) &&
      step.to.includes(contactId) &&
      (step.letter.keeps?.includes(promiseId) ?? false),
  );
}

/** E1: what changed on the candidate's side, from two weeks ahead until it is over. */
const stillMatters = (c: { from: string; to: string }, today: number): boolean =>
  dayFrom(c.from) <= today + 14 && dayFrom(c.to) >= today;

/** H8: when the call that this note is about should have been. */
function missedCall(view: View, step: Step): { agreedAt?: string } {
  if (step.step !== 'no_show_note') return {};
  const call = view.file.calls.find((c) => step.key.endsWith(`:c${c.n}`));
  return call === undefined ? {} : { agreedAt: toIso(call.at) };
}

/** What went to this person before, the latest last. */
function outreachTo(
  file: Case,
  contactId: string,
  key: string,
  place: ReturnType<typeof placeOf>,
): Pick<LetterRequest, 'lastOutreach' | 'earlier'> {
  const before: { at: Ms; step: Step }[] = [];
  for (const record of file.records.values()) {
    if (record.step.key === key || !['sent', 'uncertain', 'done'].includes(record.status)) continue;
    if (record.step.to.includes(contactId)) before.push({ at: record.endedAt, step: record.step });
  }
  before.sort((a, b) => a.at - b.at);
  const last = before.at(-1);
  return {
    earlier: before.map(({ step }) => ({ channel: step.channel, step: step.step })),
    lastOutreach: last ? { on: dateOf(dayOf(last.at, place)), channel: last.step.channel, step: last.step.step } : null,
  };
}

function firstAnswerElsewhere(view: View): string | null {
  const live = new Set(liveOffers(view, view.now));
  const days = view.around.offers.flatMap((o) => (live.has(o.id) && o.answerBy !== null ? [o.answerBy] : []));
  return days.sort()[0] ?? null;
}
