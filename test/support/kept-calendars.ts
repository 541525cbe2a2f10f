/**
 * Calendars from files, for `npm run mutate`: it loads the tests anew for each mutant, and the holiday library is most of
 * what that takes. The first use of a calendar makes it with the library and keeps it.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlaceCalendar } from '../../policy/surroundings';

const folder = join(tmpdir(), 'afterview-kept-calendars');

export function calendarFor(country: string, timeZone: string, fromYear: number, toYear: number): PlaceCalendar {
  const name = [country, timeZone.replaceAll('/', '-'), fromYear, toYear].join('_');
  const file = join(folder, `${name}.json`);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as PlaceCalendar;
  } catch {
    // By its absolute path, which the module mapper of stryker.config.json leaves alone.
    const real = require(join(__dirname, '..', '..', 'data', 'calendars')) as { calendarFor: typeof calendarFor };
    const calendar = real.calendarFor(country, timeZone, fromYear, toYear);
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(calendar));
    renameSync(`${file}.${process.pid}`, file);
    return calendar;
  }
}
