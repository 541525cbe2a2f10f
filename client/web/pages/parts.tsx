import type { ComponentChildren, VNode } from 'preact';
import type { Outcome, Stage } from '../../../policy/decision';
import { ruleWords } from '../rule-words';
import { calendarDay, moment } from '../words/moments';
import { STAGE_WORDS } from '../words/stage-words';

/** Small parts that several pages share. */

/** An instant with weekday, date, time and the city whose clock is meant. */
export function Moment({ at, zone }: { at: string; zone: string }): VNode {
  return <time dateTime={at}>{moment(at, zone)}</time>;
}

export function Day({ date }: { date: string }): VNode {
  return <time dateTime={date}>{calendarDay(date)}</time>;
}

/** The rules behind something, each with its sentence and a way to the glossary. */
export function Rules({ ids }: { ids: readonly string[] }): VNode | null {
  if (ids.length === 0) return null;
  return (
    <span class="rules">
      {ids.map((id) => {
        const says = ruleWords(id);
        return says === null ? (
          <span key={id}>{id}</span>
        ) : (
          <a key={id} href={`/help#${id}`} title={says} aria-label={`Rule ${id}: ${says}`}>
            {id}
          </a>
        );
      })}
    </span>
  );
}

/** A reason in plain words: the id that it begins with is shown by {@link Rules} beside it. */
export function Reason({ text, rules }: { text: string; rules: readonly string[] }): VNode {
  const words = text.replace(/^(?:[A-I]\d{1,2}(?:, ?| and )?)+:\s*/, '');
  return (
    <p class="reason">
      <span class="why">Why:</span> {words.charAt(0).toUpperCase() + words.slice(1)} <Rules ids={rules} />
    </p>
  );
}

export function StageChip({ stage, outcome }: { stage: Stage; outcome: Outcome }): VNode {
  const leaving = outcome === 'withdrawn' && stage === 'answered';
  return <span class={`chip stage-${stage}`}>{leaving ? 'Stepping back' : STAGE_WORDS[stage].name}</span>;
}

/** A text as it was written, a letter or a mail: never as HTML. */
export function Letter({ children, label }: { children: string; label?: string }): VNode {
  return (
    <div class="letter" {...(label === undefined ? {} : { role: 'group', 'aria-label': label })}>
      {children}
    </div>
  );
}

/** What went wrong, and beside what: announced, and first to be seen. */
export function Trouble({ title, problems }: { title: string; problems: readonly string[] }): VNode {
  return (
    <div class="trouble" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      {problems.length === 1 ? (
        <p>{problems[0]}</p>
      ) : (
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A heading with its section, named by the heading. */
export function Section({
  id,
  title,
  children,
  live,
}: {
  id: string;
  title: ComponentChildren;
  children: ComponentChildren;
  live?: boolean;
}): VNode {
  return (
    <section aria-labelledby={`${id}-title`} id={id} data-live={live ? id : undefined}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
