/** B4, B5, C1, C5, A4 (stand-in): what the candidate is asked and reminded of. */
import {
  addWorkingDays,
  dayOf,
  hours,
  instantOf,
  type Ms,
  minuteOf,
  subtractWorkingDays,
  workingDaysBetween,
} from '../calendar';
import { contactById, placeOf, promisedDay, type View } from '../view';
import { soon, task, type Want } from '../want';
import { nameOf } from './thanks';

const alive = (view: View): boolean => view.file.outcome === 'open';

/** B4: within one day, then again after two, four and six days, and always on the working day before an answer is due. */
export function reflection(view: View): Want[] {
  const { file, here } = view;
  if (!alive(view)) return [];
  const first = reflectionMoment(view);
  const moments: Ms[] = [first];
  if (file.reflection === null) {
    const eve = eveOfPromised(view);
    for (const n of [2, 4, 6]) {
      const again = instantOf(dayOf(first, here) + n, 9 * 60, here);
      if (again < eve) moments.push(again);
    }
    if (eve > first + hours(12)) moments.push(eve);
  }
  const wants = moments.map((planned, index) =>
    task(view, {
      step: 'reflection',
      id: String(index + 1),
      rules: ['B4'],
      reason: 'B4: what did you think of the company and the role?',
      planned,
    }),
  );
  // Once answered, only what is on record stays; of several unanswered ones only the newest due one is asked.
  if (file.reflection !== null) return wants.filter((w) => file.records.get(w.key)?.status === 'done');
  const due = wants.filter((w) => w.planned <= view.now);
  const asked = [...due.slice(-1), ...wants.filter((w) => w.planned > view.now)];
  // Of an interview entered late the first question may be none of the first day's.
  const earliest = wants.find((w) => file.records.has(w.key)) ?? asked[0];
  return asked.map((w) =>
    w.key === earliest?.key ? w : { ...w, reason: 'B4: asked again, since feedback may come any day' },
  );
}

function reflectionMoment(view: View): Ms {
  const at = view.file.endsAt + hours(2);
  const minute = minuteOf(at, view.here);
  if (minute >= 8 * 60 && minute < 21 * 60) return at;
  const day = dayOf(at, view.here);
  return minute < 8 * 60
    ? instantOf(day, 8 * 60, view.here)
    : Math.min(instantOf(day + 1, 8 * 60, view.here), view.file.endsAt + hours(23));
}

function eveOfPromised(view: View): Ms {
  return instantOf(subtractWorkingDays(promisedDay(view).day, 1, view.here), 9 * 60, view.here);
}

/** G5 by way of B4: somebody who does not want to go on should say so, now. */
export function wantsOut(view: View): Want[] {
  const { file } = view;
  if (!alive(view) || file.reflection === null || file.reflection.goOn) return [];
  return [
    task(view, {
      step: 'withdrawal',
      id: 'reflection',
      rules: ['G5', 'B4'],
      reason: 'G5: you said that you do not want to go on; tell them at once',
      planned: soon(view, file.reflection.at, view.here),
      about: 'wants_out',
      opensAt: file.reflection.at,
    }),
  ];
}

/** B5: one card with the questions of a yes and of a no, ready before the promised date. */
export function yesNoPack(view: View): Want[] {
  if (!alive(view)) return [];
  return [
    task(view, {
      step: 'yes_no_pack',
      id: '1',
      rules: ['B5'],
      reason: 'B5: have this at hand when they call',
      planned: Math.max(eveOfPromised(view), view.file.endsAt + hours(3)),
    }),
  ];
}

/** C5: the full transcript, not just the certificate. */
export function transcript(view: View): Want[] {
  const { file, here } = view;
  if (file.intake.documents.transcript !== null || !['open', 'offered'].includes(file.outcome)) return [];
  const day = addWorkingDays(dayOf(file.endsAt, here), 1, here);
  return [
    task(view, {
      step: 'transcript',
      id: '1',
      rules: ['C5'],
      reason: 'C5: have the full academic transcript on file before anybody asks',
      planned: instantOf(day, 9 * 60, here),
    }),
  ];
}

/** A4: an absence of more than ten working days calls for a stand-in. */
export function standIn(view: View): Want[] {
  if (!alive(view)) return [];
  return view.file.absences.flatMap((absence) => {
    const who = contactById(view, absence.contactId);
    if (who === null || !who.roles.includes('hiring_manager')) return [];
    if (workingDaysBetween(absence.from - 1, absence.to, placeOf(view, who)) <= 10) return [];
    return [
      task(view, {
        step: 'reflection',
        id: `stand-in-${who.id}-${absence.from}`,
        rules: ['A4'],
        reason: `A4: ${nameOf(who)} is away for more than ten working days; ask who stands in`,
        planned: soon(view, view.file.endsAt, view.here),
        about: 'stand_in',
        letter: { variant: who.id },
      }),
    ];
  });
}
