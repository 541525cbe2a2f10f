import { calendarFor } from '../../data/calendars';
import { addWorkingDays, dayFrom, dayOf, inWorkingHours } from '../../policy/calendar';
import { planOf } from './zz-plan';
import { sharedIntake } from './shared-intake';
test('weeks', () => {
  const bad: string[] = [];
  for (let w = 0; w < 110; w++) {
    const now = Date.parse('2026-11-22T12:00:00Z') + w * 7 * 86_400_000;
    const intake = sharedIntake(now, { default: 'send' });
    const y = new Date(intake.interview.endsAt).getUTCFullYear();
    const irish = calendarFor('IE', 'Europe/Dublin', y, y + 1);
    const steps = planOf(intake).filter((s: any) => s.to.some((t: string) => ['byrne', 'oneill', 'walsh'].includes(t)));
    const day = (i: string) => dayOf(Date.parse(i), irish);
    const first = addWorkingDays(dayFrom(intake.process.promisedDate), 1, irish);
    const [away] = intake.process.absences;
    const from = dayFrom(away!.from), back = addWorkingDays(dayFrom(away!.to), 1, irish);
    const thx = steps.filter((s: any) => s.step === 'thank_you');
    const say = (x: string) => bad.push(`${intake.interview.endsAt} ${x}`);
    if (thx.length !== 2) say('thx');
    for (const s of thx) if (day(s.due) > addWorkingDays(day(intake.interview.endsAt), 2, irish)) say('late thanks');
    let last = -1e9;
    for (const s of steps) {
      const ask = ['reconnect', 'chase', 'decision_maker', 'senior', 'last_say'].includes(s.step);
      if (ask && day(s.due) < first) say('early ' + s.step);
      if (ask && day(s.due) - last < 3) say('gap ' + s.step + s.due);
      if (ask && day(s.due) >= from && day(s.due) < back) say('away ' + s.step + s.due);
      if (!inWorkingHours(Date.parse(s.due), irish, { from: 9, to: 17 })) say('hours ' + s.step + s.due);
      last = day(s.due);
    }
  }
  console.log(bad.length, bad.join('\n'));
});
