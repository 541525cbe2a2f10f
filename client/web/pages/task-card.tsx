import type { VNode } from 'preact';
import { CHANNEL_WORDS } from '../../../letters/step-words';
import type { InterviewDetail, TaskView } from '../../service';
import { distance } from '../words/moments';
import type { People } from '../words/people';
import { answersTo } from '../words/task-answers';
import { Letter, Moment, Reason, Trouble } from './parts';
import type { PageTrouble } from './trouble';

interface CardProps {
  detail: InterviewDetail;
  task: TaskView;
  people: People;
  trouble: PageTrouble | null;
}

/** Something for the candidate to do, and the ways to say that it is done, will not be done, or not now. */
export function TaskCard({ detail, task, people, trouble }: CardProps): VNode {
  const zone = detail.intake.candidate.timeZone;
  const at = `/interviews/${encodeURIComponent(detail.id)}/tasks/${encodeURIComponent(task.id)}`;
  const late = task.dueAt < detail.now;
  return (
    <article class={late ? 'item late' : 'item'} id={`task-${task.id}`} aria-label={task.title} data-item>
      <header>
        <h3>{task.title}</h3>
        {task.channel === 'task' ? null : <span class="chip">{CHANNEL_WORDS[task.channel] ?? task.channel}</span>}
      </header>
      {trouble === null ? null : <Trouble title={trouble.title} problems={trouble.problems} />}
      <p class="due">
        <Moment at={task.dueAt} zone={zone} /> <strong>{distance(task.dueAt, detail.now, zone)}</strong>
        {task.contact === null ? null : <> · {people.name(task.contact)}</>}
        {task.channel === 'phone' && task.contact !== null ? <PhoneOf detail={detail} id={task.contact} /> : null}
      </p>
      <Reason text={task.reason} rules={task.rules} />
      <Letter>{task.text}</Letter>
      <Done at={at} task={task} />
      <div class="actions">
        <form method="post" action={`${at}/snooze`} class="inline">
          <label for={`${task.id}-until`}>Not now, but</label>
          <select id={`${task.id}-until`} name="days">
            <option value="1">tomorrow</option>
            <option value="3">in three days</option>
            <option value="7">in a week</option>
          </select>
          <button type="submit">Snooze</button>
        </form>
        <form method="post" action={`${at}/dismiss`}>
          <button type="submit" class="quiet">
            I will not do this
          </button>
        </form>
      </div>
    </article>
  );
}

function PhoneOf({ detail, id }: { detail: InterviewDetail; id: string }): VNode | null {
  const contact = detail.intake.contacts.find((one) => one.id === id);
  const number = contact?.phone ?? contact?.publishedPhone ?? null;
  if (number === null) return null;
  return (
    <>
      {' · '}
      <a href={`tel:${number.replace(/[^+\d]/g, '')}`}>{number}</a>
    </>
  );
}

function Done({ at, task }: { at: string; task: TaskView }): VNode {
  const { buttons, links } = answersTo(task);
  const note = `${task.id}-note`;
  return (
    <form method="post" action={`${at}/done`} class="stack">
      {buttons.length === 0 ? null : (
        <details id={`note-${task.id}`}>
          <summary>Add a note</summary>
          <label class="visually-hidden" for={note}>
            Note
          </label>
          <textarea id={note} name="note" rows={2} />
        </details>
      )}
      <fieldset class="actions">
        <legend class={task.channel === 'phone' ? '' : 'visually-hidden'}>
          {task.channel === 'phone' ? 'How did the call go?' : 'Your answer'}
        </legend>
        {buttons.map(({ text, outcome }, index) => (
          <button
            key={text}
            type="submit"
            class={index === 0 ? 'primary' : ''}
            {...(outcome === undefined ? {} : { name: 'outcome', value: outcome })}
          >
            {text}
          </button>
        ))}
        {links.map(({ text, anchor }, index) => (
          <a key={anchor} href={`#${anchor}`} class={buttons.length === 0 && index === 0 ? 'button primary' : 'button'}>
            {text}
          </a>
        ))}
      </fieldset>
    </form>
  );
}
