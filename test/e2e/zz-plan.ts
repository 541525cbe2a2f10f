import { calendarsFor } from '../../data/surroundings';
import { courseAhead } from '../../client/afterview/course';
import { readIntake } from '../../client/intake/schema';
export function planOf(sent: unknown): any[] {
  const r = readIntake(sent) as any;
  if (r.problems) throw new Error(JSON.stringify(r.problems));
  const intake = r.intake, now = intake.interview.endsAt, y = new Date(now).getUTCFullYear();
  const places = [intake.candidate, intake.organisation, ...intake.contacts, ...intake.referees];
  return courseAhead([{ v: 1, at: now, type: 'intake', intake }] as any, now, { interviewId: 'plan', calendars: calendarsFor(places, { from: y, to: y + 1 }), inbound: 'working', siblings: [], outreach: [], offers: [], refereeContacts: [], refereesAgreed: [], refereesDeclined: [], doNotWrite: [], candidateAway: [], stopped: false, answerLimits: [], learning: [] } as any, { happens: [] }) as any;
}
