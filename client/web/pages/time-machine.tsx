import type { VNode } from 'preact';
import type { InterviewDetail } from '../../service';
import { Moment, Trouble } from './parts';
import type { PageTrouble } from './trouble';

/** Moves the clock of all of the candidate's interviews; shown only where the time machine is on. */
export function TimeMachine({ detail, trouble }: { detail: InterviewDetail; trouble: PageTrouble | null }): VNode {
  const at = `/interviews/${encodeURIComponent(detail.id)}/fast-forward`;
  const next = nextAfter(detail);
  return (
    <section class="panel time-machine" aria-labelledby="clock-title" id="clock" data-live="clock">
      <h2 id="clock-title">Time machine</h2>
      <p>
        Here it is <Moment at={detail.now} zone={detail.intake.candidate.timeZone} />. Moving the clock moves all of{' '}
        {detail.candidateName}’s interviews.
      </p>
      {trouble === null ? null : <Trouble title={trouble.title} problems={trouble.problems} />}
      <form method="post" action={at} class="actions" data-busy="Moving the clock…">
        <button type="submit" name="days" value="1">
          +1 day
        </button>
        {next === null ? null : (
          <button type="submit" name="to" value={next}>
            To the next step
          </button>
        )}
        <button type="submit" name="days" value="7">
          +1 week
        </button>
      </form>
      <form method="post" action={at} class="inline" data-busy="Moving the clock…">
        <label for="clock-date">To the morning of</label>
        <input id="clock-date" name="date" type="date" required value={trouble?.form.date ?? ''} />
        <button type="submit">Go</button>
      </form>
    </section>
  );
}

/** What comes next; something that waits for the candidate since long does not hide it. */
function nextAfter({ now, nextActionAt, decision }: InterviewDetail): string | null {
  const steps = [nextActionAt, ...(decision?.next ?? []).map(({ due }) => due)];
  const ahead = (at: string | null | undefined): at is string => typeof at === 'string' && at > now;
  return steps.filter(ahead).sort()[0] ?? [decision?.wakeAt].find(ahead) ?? null;
}
