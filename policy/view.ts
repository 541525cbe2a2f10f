/** A case at a moment: what every rule is asked with. Also who may be reached, and how (A1, A2, F1, I1, H6, H14). */
import {
  addWorkingDays,
  calendarOf,
  type Day,
  dayFrom,
  dayOf,
  instantOf,
  type Ms,
  type WorkingHours,
} from './calendar';
import type { Case } from './case';
import { domainOf, normaliseAddress } from './identity';
import type { Contact, ContactRole, Promise_, Referee, Settings } from './intake';
import type { PlaceCalendar, Surroundings } from './surroundings';

export interface View {
  file: Case;
  now: Ms;
  around: Surroundings;
  settings: Settings;
  hours: WorkingHours;
  /** The organisation's calendar, in which promised dates and intervals without a recipient count. */
  there: PlaceCalendar;
  /** The candidate's own, for tasks. */
  here: PlaceCalendar;
}

export function viewOf(file: Case, now: Ms, around: Surroundings): View {
  const { intake } = file;
  return {
    file,
    now,
    around,
    settings: intake.settings,
    hours: intake.settings.workingHours,
    there: calendarOf(around, intake.organisation),
    here: calendarOf(around, intake.candidate),
  };
}

/** A contact by id, or whoever took that person's place (I5). */
export function contactById(view: View, id: string): Contact | null {
  let wanted = id;
  for (let hops = 0; hops < 10; hops++) {
    const successor = view.file.successors.get(wanted);
    if (successor === undefined) break;
    wanted = successor;
  }
  return view.file.contacts.find((c) => c.id === wanted) ?? null;
}

export function refereeById(view: View, id: string): Referee | null {
  return view.file.intake.referees.find((r) => r.id === id) ?? null;
}

export const placeOf = (view: View, person: { country: string; timeZone: string }): PlaceCalendar =>
  calendarOf(view.around, person);

/** I1: the present employer's people, addresses and domains are never written to or called. */
export function atPresentEmployer(view: View, address: string): boolean {
  const employer = view.file.intake.candidate.presentEmployer;
  if (employer === null) return false;
  const domain = domainOf(address);
  return employer.domains.some((d) => domain === d.toLowerCase() || domain.endsWith(`.${d.toLowerCase()}`));
}

/** H14 and I1: whether anything may go to this person at all. */
export function untouchable(view: View, person: { id: string; email: string | null }): boolean {
  const { doNotWrite } = view.file;
  if (doNotWrite === 'everybody' || doNotWrite.has(person.id)) return true;
  if (person.email === null) return false;
  return view.around.doNotWrite.includes(normaliseAddress(person.email)) || atPresentEmployer(view, person.email);
}

export function mayEmail(view: View, contact: Contact): boolean {
  return (
    contact.email !== null &&
    (contact.givenName !== '' || contact.familyName !== '') &&
    contact.mayContact.includes('email') &&
    !view.file.bounced.has(contact.id) &&
    !untouchable(view, contact)
  );
}

/** E3: a person only with permission, a published number only for HR; never after "no calls please" (I3). */
export function mayPhone(view: View, contact: Contact): boolean {
  const { noCalls } = view.file;
  if (noCalls === 'everybody' || noCalls.has(contact.id) || untouchable(view, contact)) return false;
  if (contact.phone !== null && contact.mayContact.includes('phone')) return true;
  return contact.publishedPhone !== null && contact.roles.includes('hr');
}

export function mayLinkedIn(view: View, contact: Contact): boolean {
  return contact.linkedIn && !untouchable(view, contact);
}

export function withRole(view: View, role: ContactRole): Contact[] {
  return view.file.contacts.filter((c) => c.roles.includes(role));
}

/** The agency's recruiter, where the route is an agency's (F1). */
export function recruiter(view: View): Contact | null {
  const { route } = view.file.intake;
  return route.kind === 'agency' ? contactById(view, route.recruiterContactId) : null;
}

/** E1's order: whoever named the date, else HR, else the hiring manager, else an interviewer; the recruiter on an agency route. */
export function askable(view: View): Contact[] {
  const agent = recruiter(view);
  if (view.file.intake.route.kind === 'agency') return agent === null ? [] : [agent];
  const first = contactById(view, view.file.promised?.by ?? view.file.intake.process.dateNamedBy ?? '');
  const ordered = [
    ...(first === null ? [] : [first]),
    ...withRole(view, 'hr'),
    ...withRole(view, 'hiring_manager'),
    ...withRole(view, 'interviewer'),
  ];
  return [...new Map(ordered.map((c) => [c.id, c])).values()];
}

/** E1's person by email, if anybody can be had that way. */
export function reconnectPerson(view: View): Contact | null {
  return askable(view).find((c) => mayEmail(view, c)) ?? null;
}

/** Whom a message that thanks, confirms, accepts or declines goes to: who spoke last, else E1's person. */
export function counterpart(view: View, contactId: string | null): Contact | null {
  const agent = recruiter(view);
  if (agent !== null && mayEmail(view, agent)) return agent;
  const wrote = contactById(view, contactId ?? '');
  if (wrote !== null && mayEmail(view, wrote)) return wrote;
  return reconnectPerson(view);
}

/** B3: homework that has still to go out; what the candidate passed over, in the draft or the task, is owed no more. */
export function homeworkOwed(file: Case): Promise_[] {
  return [...file.promises.values()].flatMap(({ promise, kept }) =>
    promise.kind === 'homework' && !kept && !passedOver(file, promise) ? [promise] : [],
  );
}

/** B3, H4: the last day on which homework that is still owed is to be handed in, as agreed: until then it is the candidate's turn. */
export function homeworkDay(file: Case): Day | null {
  const days = homeworkOwed(file).flatMap(({ dueOn }) => (dueOn === null ? [] : [dayFrom(dueOn)]));
  return days.length === 0 ? null : Math.max(...days);
}

function passedOver(file: Case, { id }: Promise_): boolean {
  return [...file.records.values()].some(
    ({ step, status }) =>
      step.step === 'homework' &&
      (step.letter.keeps?.includes(id) ?? false) &&
      (status === 'skipped' || (status === 'dismissed' && step.about === 'missed')),
  );
}

/**
 * The day by which they said they would answer, or the one assumed for want of it (A3, H13); an undated review of homework
 * counts from its delivery (B3).
 */
export function promisedDay(view: View): { day: Day; assumed: boolean } {
  const { file, settings, there } = view;
  if (file.promised !== null) return { day: file.promised.day, assumed: false };
  const from = dayOf(Math.max(file.endsAt, file.reopenedAt ?? 0, file.homeworkDeliveredAt ?? 0), there);
  const limit = view.around.answerLimits.find((l) => l.country === file.intake.organisation.country);
  if (limit !== undefined) return { day: from + limit.days, assumed: true };
  return { day: addWorkingDays(from, settings.assumedPromiseWorkingDays, there), assumed: true };
}

/** The first instant after the promised day is over in the organisation's zone (D1). */
export function afterPromised(view: View): Ms {
  return instantOf(promisedDay(view).day + 1, 0, view.there);
}

/** A4: whether a day is one on which nobody there, or this person, is asked. */
export function awayOn(view: View, day: Day, contact: Contact | null): { rule: string; who: string; to: Day } | null {
  for (const absence of view.file.absences) {
    if (day < absence.from || day > absence.to) continue;
    const who = contactById(view, absence.contactId);
    if (who === null) continue;
    const decides = who.roles.includes('hiring_manager');
    if (decides || who.id === contact?.id) {
      return { rule: 'A4', who: `${who.givenName} ${who.familyName}`.trim(), to: absence.to };
    }
  }
  return null;
}

export function candidateAwayOn(view: View, day: Day): boolean {
  return view.around.candidateAway.some((a) => day >= dayFrom(a.from) && day <= dayFrom(a.to));
}
