/** B1, B2, B6, A2, A3, F1: the thank-you set of the first two working days. */
import { addWorkingDays, type Day, dayFrom, dayOf, instantOf, type Ms, sayDay, workingInstantFrom } from '../calendar';
import type { LetterFlags } from '../decision';
import type { Contact } from '../intake';
import type { PlaceCalendar } from '../surroundings';
import { contactById, mayEmail, placeOf, recruiter, untouchable, type View, withRole } from '../view';
import { outward, soon, task, type Want } from '../want';
import { valueAddRidesAlong } from './value-add';

/** Interviewers are thanked twenty minutes apart, from opening on. */
const APART_MS = 20 * 60_000;

export function thanks(view: View): Want[] {
  const { file } = view;
  if (!['open', 'offered', 'advanced'].includes(file.outcome) || file.withdrawnAt !== null) return [];
  const interviewers = withRole(view, 'interviewer');
  if (file.intake.route.kind === 'agency') {
    return [
      ...throughAgency(view),
      ...(file.agentAgreedAt === null ? [] : direct(view, interviewers, file.agentAgreedAt)),
    ];
  }
  return direct(view, interviewers, file.endsAt);
}

function direct(view: View, interviewers: Contact[], from: Ms): Want[] {
  const writable = interviewers.filter((c) => mayEmail(view, c));
  const afterAnswer = theyAnswered(view);
  const asksTiming = view.file.promised === null && !afterAnswer ? timingAskedOf(view, writable) : null;
  const agreedLater = from !== view.file.endsAt;
  return interviewers.flatMap((contact) => {
    const index = writable.indexOf(contact);
    if (index < 0) return needsAddress(view, contact) ? noAddress(view, contact) : [];
    const place = placeOf(view, contact);
    const planned = agreedLater ? apart(view, from, place, index) : thankYouMoment(view, place, index);
    const late = isLate(view, from, place);
    const keeps = promisesTo(view, contact.id, true);
    const announces = [...promisesTo(view, contact.id, false), ...following(view, contact.id, dayOf(planned, place))];
    const letter: LetterFlags = {
      ...(asksTiming?.id === contact.id && { asksTiming: true }),
      ...(keeps.length > 0 && { keeps }),
      ...(announces.length > 0 && { announces }),
      ...(valueAddRidesAlong(view, contact) && { valueAdd: true }),
      ...(afterAnswer && { afterAnswer }),
      ...(late && { late }),
      variant: String(index),
    };
    return outward({
      step: 'thank_you',
      id: '1',
      rules: [
        'B1',
        ...(letter.keeps || letter.announces ? ['B2'] : []),
        ...(letter.asksTiming ? ['A3'] : []),
        ...(letter.valueAdd ? ['B6'] : []),
      ],
      reason: late
        ? `B1: thank ${nameOf(contact)}, late; the interview was on ${sayDay(dayOf(view.file.endsAt, place))}`
        : `B1: thank ${nameOf(contact)} within two working days of the interview`,
      planned,
      channel: 'email',
      to: [contact.id],
      place,
      letter,
      opensAt: view.file.endsAt,
    });
  });
}

function throughAgency(view: View): Want[] {
  const agent = recruiter(view);
  if (agent === null || !mayEmail(view, agent)) {
    return [
      task(view, {
        step: 'thank_you',
        id: 'agency',
        rules: ['F1', 'A2'],
        reason: 'F1: thanks go through the agency, but its recruiter has no address on file',
        planned: view.file.endsAt,
        about: 'no_address',
      }),
    ];
  }
  const place = placeOf(view, agent);
  const asksTiming = view.file.promised === null && !theyAnswered(view);
  const late = isLate(view, view.file.endsAt, place);
  const keeps = [...view.file.promises.values()].filter(
    (p) => p.promise.kind === 'with_thank_you' && p.promise.content !== null,
  );
  return [
    outward({
      step: 'thank_you',
      id: '1',
      rules: ['B1', 'F1', ...(asksTiming ? ['A3'] : [])],
      reason: `F1: thanks go through the agency, which is asked to pass them on or to agree to direct ones${
        late ? `; late, the interview was on ${sayDay(dayOf(view.file.endsAt, place))}` : ''
      }`,
      planned: thankYouMoment(view, place, 0),
      channel: 'email',
      to: [agent.id],
      place,
      letter: {
        ...(asksTiming && { asksTiming }),
        ...(keeps.length > 0 && { keeps: keeps.map((p) => p.promise.id) }),
        ...(late && { late }),
        variant: 'agency',
      },
      opensAt: view.file.endsAt,
    }),
  ];
}

/** The next working day; for an interview that was entered later, from then on. */
function thankYouMoment(view: View, place: PlaceCalendar, index: number): Ms {
  const day = addWorkingDays(dayOf(view.file.endsAt, place), 1, place);
  const opening = instantOf(day, view.hours.from * 60, place);
  const last = instantOf(day, view.hours.to * 60 - 1, place);
  return Math.max(Math.min(opening + index * APART_MS, last), apart(view, view.file.startedAt, place, index));
}

/** In working hours from `from` on, so far apart even where an evening lies between. */
function apart(view: View, from: Ms, place: PlaceCalendar, index: number): Ms {
  let at = workingInstantFrom(from, place, view.hours);
  for (let before = 0; before < index; before++) at = workingInstantFrom(at + APART_MS, place, view.hours);
  return at;
}

/** The two working days were over before anybody could be thanked. */
function isLate(view: View, from: Ms, place: PlaceCalendar): boolean {
  const { endsAt, startedAt } = view.file;
  const lastDay = addWorkingDays(dayOf(endsAt, place), view.settings.thankYouWorkingDays, place);
  return dayOf(Math.max(startedAt, from), place) > lastDay;
}

/** Somebody there has said since how it goes on: nobody is asked for the timing, or told that one waits to hear. */
function theyAnswered(view: View): boolean {
  const { file } = view;
  if (file.outcome !== 'open') return true;
  return file.answers.some((a) => a.at >= file.endsAt && a.kind !== 'other' && a.kind !== 'call');
}

/** A3: of the set, the one to E1's person asks for timing; else the first. */
function timingAskedOf(view: View, writable: Contact[]): Contact | null {
  const order = [...withRole(view, 'hr'), ...withRole(view, 'hiring_manager')];
  return order.find((c) => writable.includes(c)) ?? writable[0] ?? null;
}

function promisesTo(view: View, contactId: string, withContent: boolean): string[] {
  const ids: string[] = [];
  for (const [id, { promise, kept }] of view.file.promises) {
    if (promise.kind !== 'with_thank_you' || !promise.to.some((to) => contactById(view, to)?.id === contactId))
      continue;
    const record = view.file.records.get(`thank_you:${contactId}:1`);
    const keptHere = record?.step.letter.keeps?.includes(id) ?? false;
    if (kept && !keptHere) continue;
    if ((promise.content !== null || keptHere) === withContent) ids.push(id);
  }
  return ids;
}

/** B2: what has a message of its own, after the thank-you, which says when it comes. */
function following(view: View, contactId: string, thanked: Day): string[] {
  return [...view.file.promises.values()].flatMap(({ promise, kept }) => {
    const { id, kind, to, dueOn } = promise;
    const own = kind === 'separate' || (kind === 'homework' && dueOn !== null);
    const later = dueOn === null || dayFrom(dueOn) > thanked;
    return own && later && !kept && to.some((each) => contactById(view, each)?.id === contactId) ? [id] : [];
  });
}

/** Not of somebody who is not to be written to (H14, I1), nor of somebody who was thanked while the address was good. */
function needsAddress(view: View, contact: Contact): boolean {
  const thanked = view.file.records.get(`thank_you:${contact.id}:1`)?.status;
  return !untouchable(view, contact) && thanked !== 'sent' && thanked !== 'uncertain';
}

/** A2: nobody is written to at a missing or guessed address; the candidate finds it or has the thanks passed on. */
function noAddress(view: View, contact: Contact): Want {
  return task(view, {
    step: 'thank_you',
    id: contact.id,
    rules: ['A2', 'B1'],
    reason: `A2: there is no address on file that may be used for ${nameOf(contact)}`,
    planned: soon(view, view.file.endsAt, view.here),
    about: 'no_address',
    letter: { variant: contact.id },
    opensAt: view.file.endsAt,
  });
}

export const nameOf = (contact: Contact): string => `${contact.givenName} ${contact.familyName}`.trim();
