import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const WEEK_MS = 7 * 86_400_000;

/** What the tests read off the sample; the file has all fields that a caller may send. */
export interface SharedIntake {
  interview: { startsAt: string; endsAt: string };
  contacts: { id: string; email: string; roles: string[] }[];
  process: { promisedDate: string; absences: { contactId: string; from: string; to: string }[] };
  approval: Record<string, string>;
}

/**
 * The sample intake of the outside contract, moved by whole weeks so that its interview lies ahead of `now`: the
 * weekdays stay, the holidays that they meet do not.
 */
export function sharedIntake(now: number, approval: Record<string, string>): SharedIntake {
  const text = readFileSync(join(__dirname, 'intake.example.json'), 'utf8');
  const startsAt = Date.parse((JSON.parse(text) as SharedIntake).interview.startsAt);
  const ahead = Math.max(0, Math.ceil((now + WEEK_MS / 7 - startsAt) / WEEK_MS)) * WEEK_MS;
  const moved = text
    .replace(/\d{4}-\d\d-\d\dT[\d:]+Z/g, (instant) => new Date(Date.parse(instant) + ahead).toISOString())
    .replace(
      /"(\d{4}-\d\d-\d\d)"/g,
      (_, date: string) => `"${new Date(Date.parse(date) + ahead).toISOString().slice(0, 10)}"`,
    );
  return { ...(JSON.parse(moved) as SharedIntake), approval };
}
