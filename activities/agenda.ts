/** When the candidate's workflow has to wake: the weekly digest (D4) and offers whose day to answer has passed (E7). */
import { calendarFor } from '../data/calendars';
import { findCandidate } from '../data/candidates';
import { listInterviews } from '../data/interviews';
import { listOffers, setOfferStatus } from '../data/offers';
import { dayFrom, dayOf, instantOf, toIso } from '../policy/calendar';
import type { PlaceCalendar } from '../policy/surroundings';
import type { ActivityDeps } from './deps';
import { failure } from './failures';

/** D4: Mondays at eight, in the candidate's zone. */
const DIGEST_MINUTE = 8 * 60;

export interface Agenda {
  /** Ids of interviews whose workflow runs. */
  open: string[];
  /** Ids of offers that were to be answered by a day that is over. */
  lapsed: string[];
  digestDue: boolean;
  /** When to look again if nothing is said before. */
  wakeAt: string;
}

/** Reads only. `since` is the last digest, or the first start; the next digest is the first Monday morning after it. */
export async function readAgenda(
  { db }: ActivityDeps,
  { candidateId, now, since }: { candidateId: string; now: string; since: string },
): Promise<Agenda> {
  const candidate = await findCandidate(db, candidateId);
  if (!candidate) throw failure('InterviewGone', `candidate ${candidateId} is not stored`);
  const { country, timeZone } = candidate.profile;
  const year = new Date(now).getUTCFullYear();
  const calendar = calendarFor(country, timeZone, Math.min(year, new Date(since).getUTCFullYear()), year + 1);
  const at = Date.parse(now);
  const offers = (await listOffers(db, candidateId)).filter(
    ({ status, answerBy }) => status === 'open' && answerBy !== null,
  );
  const ends = offers.map((offer) => ({ id: offer.id, at: dayAfter(offer.answerBy ?? '', calendar) }));
  const digestAt = nextDigest(Date.parse(since), calendar);
  const coming = ends.filter((end) => end.at > at).map((end) => end.at);
  const interviews = await listInterviews(db, { candidateId });
  return {
    open: interviews.filter(({ closedAt, started }) => started && closedAt === null).map(({ id }) => id),
    lapsed: ends.filter((end) => end.at <= at).map(({ id }) => id),
    digestDue: digestAt <= at,
    wakeAt: toIso(Math.min(digestAt, ...coming)),
  };
}

/** Marks offers as lapsed; drafts that mention them are then rewritten by their interviews' next decision. */
export async function lapseOffers(
  { db }: ActivityDeps,
  { candidateId, offers }: { candidateId: string; offers: string[] },
): Promise<void> {
  for (const id of offers) await setOfferStatus(db, candidateId, id, 'lapsed');
}

function dayAfter(date: string, calendar: PlaceCalendar): number {
  return instantOf(dayFrom(date) + 1, 0, calendar);
}

function nextDigest(since: number, calendar: PlaceCalendar): number {
  const today = dayOf(since, calendar);
  // Day 0, 1 January 1970, was a Thursday; Monday is day 4.
  const monday = today + ((((4 - today) % 7) + 7) % 7);
  const at = instantOf(monday, DIGEST_MINUTE, calendar);
  return at > since ? at : instantOf(monday + 7, DIGEST_MINUTE, calendar);
}
