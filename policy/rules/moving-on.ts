/** G6, G8 (after it), G9, G10: moving on, the one letter to somebody senior, the return after months, and no endless wait. */
import { addMonths, addWorkingDays, dayOf, instantOf, type Ms, workingDayFrom } from '../calendar';
import type { Contact } from '../intake';
import { mayEmail, placeOf, promisedDay, reconnectPerson, recruiter, type View, withRole } from '../view';
import { askMinute, dayAhead, outward, task, type Want } from '../want';
import { lastSayUsed, retiredAt } from './asking';
import { GAP_DAYS, lastOutreachDay } from './gap';

/** G10: so many working days without any event bring one task, and so many more close the interview. */
const IDLE_WORKING_DAYS = 40;
const IDLE_CLOSE_WORKING_DAYS = 10;

/** The moment of moving on: after the last say has had its time, or after a no. Null while there is none. */
export function moveOnAt(view: View): Ms | null {
  const { file, settings, there } = view;
  const last = lastSayUsed(view);
  const since =
    file.outcome === 'rejected'
      ? file.outcomeAt
      : file.outcome === 'open'
        ? (last?.at ?? retiredAt(view))
        : file.outcome === 'unanswered'
          ? null
          : null;
  if (since === null) return null;
  return instantOf(addWorkingDays(dayOf(since, there), settings.moveOnWorkingDays, there), askMinute(view), there);
}

/** When G10 moved on in silence: the task of that name was made. */
export function movedOnAt(view: View): Ms | null {
  for (const record of view.file.records.values()) {
    if (
      record.step.step === 'move_on' &&
      record.step.about === 'moved_on' &&
      record.openedSeq > view.file.lastAnswerSeq
    ) {
      return record.openedAt;
    }
  }
  return null;
}

export function movingOn(view: View): Want[] {
  const { file } = view;
  const wants: Want[] = [];
  const at = moveOnAt(view);
  if (at !== null && !(file.unsorted.size > 0)) {
    wants.push(
      task(view, {
        step: 'move_on',
        id: `${file.outcome === 'rejected' ? 'no' : 'silence'}-${file.answers.length}`,
        rules: ['G10'],
        reason:
          file.outcome === 'rejected'
            ? 'G10: ten working days after the no; keep what was learned and go on'
            : 'G10: the last word has had its time; close it as unanswered and go on',
        planned: at,
        about: file.outcome === 'rejected' ? 'after_no' : 'moved_on',
      }),
    );
  }
  const moved = movedOnAt(view);
  if (moved !== null && file.outcome === 'unanswered') {
    const record = [...file.records.values()].find((r) => r.step.about === 'moved_on' && r.openedAt === moved);
    if (record !== undefined)
      wants.push({
        ...task(view, {
          ...record.step,
          id: record.step.key.split(':')[2] ?? '',
          planned: record.planned,
          about: 'moved_on',
        }),
      });
  }
  return [...wants, ...seniorLetter(view, at ?? moved), ...revisit(view), ...idle(view)];
}

/**
 * G9: after the last word, one letter to a senior person or HR, never to someone E5 already wrote to, and rather to
 * somebody who did not have the last say; through an agency its recruiter.
 */
function seniorLetter(view: View, at: Ms | null): Want[] {
  const { file } = view;
  if (at === null || !file.intake.interest.keenOnOrganisation) return [];
  const contact = seniorReader(view);
  if (contact === null) return [];
  const place = placeOf(view, contact);
  const key = `senior_letter:${contact.id}:1`;
  const last = lastOutreachDay(view, place, key);
  let day = workingDayFrom(dayOf(at, place), place);
  if (last !== null && day < last + GAP_DAYS) day = workingDayFrom(last + GAP_DAYS, place);
  const planned = Math.max(instantOf(day, askMinute(view), place), day === dayOf(at, place) ? at : 0);
  return [
    outward({
      step: 'senior_letter',
      id: '1',
      rules: ['G9'],
      reason: 'G9: on the day of moving on, one letter that says you are keen on the organisation',
      planned,
      channel: 'email',
      to: [contact.id],
      place,
      letter: { outcome: file.outcome === 'rejected' ? 'rejected' : 'unanswered' },
      mustAsk: true,
      opensAt: dayAhead(view, planned, place),
    }),
  ];
}

function seniorReader(view: View): Contact | null {
  const agent = recruiter(view);
  if (agent !== null) return mayEmail(view, agent) ? agent : null;
  const written = new Set(
    [...view.file.records.values()]
      .filter((r) => r.step.step === 'senior' && ['sent', 'uncertain', 'done'].includes(r.status))
      .flatMap((r) => r.step.to),
  );
  const readers = [...withRole(view, 'senior'), ...withRole(view, 'hr')].filter(
    (c) => mayEmail(view, c) && !written.has(c.id),
  );
  // G9 rules out only whom E5 wrote to: where nobody else is left, the last say's own reader gets it, in other words.
  const told = lastSayUsed(view)?.to ?? [];
  return readers.find((c) => !told.includes(c.id)) ?? readers[0] ?? null;
}

/** G6: once, months after a no or silence, where the role really interested the candidate and no job was taken. */
export function revisit(view: View): Want[] {
  const { file, settings } = view;
  if (!['rejected', 'unanswered'].includes(file.outcome) || !file.intake.interest.reallyInterested) return [];
  if (view.around.siblings.some((s) => s.outcome === 'accepted')) return [];
  const contact = recruiter(view) ?? reconnectPerson(view);
  if (contact === null || !mayEmail(view, contact)) return [];
  const place = placeOf(view, contact);
  const key = `revisit:${contact.id}:1`;
  let day = workingDayFrom(addMonths(dayOf(file.outcomeAt, place), settings.revisitMonths), place);
  const last = lastOutreachDay(view, place, key);
  if (last !== null && day < last + GAP_DAYS) day = workingDayFrom(last + GAP_DAYS, place);
  const planned = instantOf(day, askMinute(view), place);
  return [
    outward({
      step: 'revisit',
      id: '1',
      rules: ['G6'],
      reason: `G6: ${settings.revisitMonths} months after it ended, once`,
      planned,
      channel: 'email',
      to: [contact.id],
      place,
      letter: { outcome: file.outcome },
      mustAsk: true,
      opensAt: dayAhead(view, planned, place),
    }),
  ];
}

/**
 * G10: when a wait without any event brings its task, and when it closes the interview. Where they named a later day, it counts from that one: up to it
 * nothing was to be expected (D1). */
export function idleMoments(view: View): { ask: Ms; close: Ms } {
  const { lastEventAt, endsAt } = view.file;
  const since = dayOf(Math.max(lastEventAt, endsAt), view.there);
  const named = promisedDay(view);
  const waits = !named.assumed && named.day >= addWorkingDays(since, IDLE_WORKING_DAYS, view.there);
  const from = waits ? named.day : since;
  const at = (n: number): Ms => instantOf(addWorkingDays(from, n, view.there), askMinute(view), view.there);
  return { ask: at(IDLE_WORKING_DAYS), close: at(IDLE_WORKING_DAYS + IDLE_CLOSE_WORKING_DAYS) };
}

/** Months of rest before a return are no wait for anybody. */
function waitsForNobody(view: View): boolean {
  if (view.file.paused !== null || view.file.unsorted.size > 0) return false;
  return revisit(view).some((want) => {
    const status = view.file.records.get(want.key)?.status;
    return status === undefined || status === 'open' || status === 'approved' || status === 'withdrawn';
  });
}

function idle(view: View): Want[] {
  if (waitsForNobody(view) || view.file.closedAt !== null) return [];
  const { ask } = idleMoments(view);
  return [
    task(view, {
      step: 'move_on',
      id: `idle-${dayOf(view.file.lastEventAt, view.there)}`,
      rules: ['G10'],
      reason: 'G10: nothing has happened for forty working days; go on waiting, or close it?',
      planned: ask,
      about: 'idle',
    }),
  ];
}

export function idleCloses(view: View): Ms | null {
  return waitsForNobody(view) ? null : idleMoments(view).close;
}
