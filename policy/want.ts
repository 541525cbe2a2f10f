/** What a rule wants done: a step with the moment the rules give it. `decide` compares wants with what is on record. */
import {
  addWorkingDays,
  type Day,
  dayOf,
  instantOf,
  type Ms,
  subtractWorkingDays,
  workingInstantFrom,
} from './calendar';
import type { Channel, LetterFlags, StepName } from './decision';
import type { PlaceCalendar } from './surroundings';
import type { View } from './view';

export interface Want {
  key: string;
  step: StepName;
  rules: string[];
  reason: string;
  planned: Ms;
  channel: Channel;
  to: string[];
  cc: string[];
  about: string | null;
  letter: LetterFlags;
  /** Asks whatever the settings say (H15, I6, missing content). */
  mustAsk: boolean;
  /** The recipient's calendar: working hours and lapsing count in it. */
  place: PlaceCalendar;
  /** From when its draft or task may lie there. */
  opensAt: Ms;
  /** A passing reason not to send, open or lapse it just now; what is on record stays. */
  held: { rule: string; text: string } | null;
}

type Given = Pick<Want, 'step' | 'rules' | 'reason' | 'planned' | 'to'> & { id: string };

/** A task of the candidate, in the candidate's own zone; it opens when it is due. */
export function task(
  view: View,
  given: Omit<Given, 'to'> & { about?: string; letter?: LetterFlags; opensAt?: Ms },
): Want {
  return {
    key: `${given.step}:candidate:${given.id}`,
    step: given.step,
    rules: given.rules,
    reason: given.reason,
    planned: given.planned,
    channel: 'task',
    to: ['candidate'],
    cc: [],
    about: given.about ?? null,
    letter: given.letter ?? {},
    mustAsk: true,
    place: view.here,
    opensAt: given.opensAt ?? given.planned,
    held: null,
  };
}

/** A message or call to somebody else. */
export function outward(
  given: Given & {
    channel: Channel;
    place: PlaceCalendar;
    cc?: string[];
    about?: string;
    letter?: LetterFlags;
    mustAsk?: boolean;
    opensAt: Ms;
  },
): Want {
  return {
    key: `${given.step}:${given.to.join('+')}:${given.id}`,
    step: given.step,
    rules: given.rules,
    reason: given.reason,
    planned: given.planned,
    channel: given.channel,
    to: given.to,
    cc: given.cc ?? [],
    about: given.about ?? null,
    letter: given.letter ?? {},
    mustAsk: given.mustAsk ?? false,
    place: given.place,
    opensAt: given.opensAt,
    held: null,
  };
}

/** The minute of the day at which questions go out: an hour after opening, so that nobody finds them first thing. */
export const askMinute = (view: View): number => view.hours.from * 60 + (view.hours.to - view.hours.from > 1 ? 60 : 0);

/** A draft is there for the candidate from the morning of the working day before it is due. */
export function dayAhead(view: View, planned: Ms, place: PlaceCalendar): Ms {
  const day = subtractWorkingDays(dayOf(planned, place), 1, place);
  return instantOf(day, view.hours.from * 60, place);
}

/** Due at once: the next working moment of the recipient from `at` on. */
export function soon(view: View, at: Ms, place: PlaceCalendar): Ms {
  return workingInstantFrom(at, place, view.hours, view.hours.from * 60 + 15);
}

/** "Within one working day" of `at`: the next working day, in the morning, or the same hour if that is earlier. */
export function withinOneWorkingDay(view: View, at: Ms, place: PlaceCalendar): Ms {
  const next: Day = addWorkingDays(dayOf(at, place), 1, place);
  return instantOf(next, view.hours.from * 60 + 15, place);
}
