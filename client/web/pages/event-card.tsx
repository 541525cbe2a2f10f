import type { VNode } from 'preact';
import type { InterviewDetail } from '../../service';
import { EVENT_GROUPS, type EventField, type EventForm } from '../form/event-forms';
import { city } from '../words/moments';
import { peopleOf } from '../words/people';
import { Trouble } from './parts';
import type { PageTrouble } from './trouble';

interface EventsProps {
  detail: InterviewDetail;
  trouble: PageTrouble | null;
}

/** Everything a person may report, folded up by what it is about. */
export function EventForms({ detail, trouble }: EventsProps): VNode {
  return (
    <>
      {EVENT_GROUPS.map(({ title, events }) => (
        <div key={title} class="event-group">
          <h3>{title}</h3>
          {events.map((event) => (
            <OneEvent
              key={event.type}
              detail={detail}
              event={event}
              trouble={trouble?.where === `event:${event.type}` ? trouble : null}
            />
          ))}
        </div>
      ))}
    </>
  );
}

function OneEvent({ detail, event, trouble }: EventsProps & { event: EventForm }): VNode {
  return (
    <details class="event" id={`event-${event.type}`} open={trouble !== null}>
      <summary>{event.title}</summary>
      <form
        method="post"
        action={`/interviews/${encodeURIComponent(detail.id)}/events/${event.type}`}
        class="stack"
        data-busy="Noting it…"
      >
        {event.says === undefined ? null : <p class="muted">{event.says}</p>}
        {trouble === null ? null : <Trouble title={trouble.title} problems={trouble.problems} />}
        {event.fields.map((field) => (
          <Question key={field.name} detail={detail} event={event} field={field} trouble={trouble} />
        ))}
        <button type="submit" class="primary">
          {event.button}
        </button>
      </form>
    </details>
  );
}

interface QuestionProps extends EventsProps {
  event: EventForm;
  field: EventField;
}

function Question({ detail, event, field, trouble }: QuestionProps): VNode {
  const id = `${event.type}-${field.name}`;
  const value = trouble?.form[field.name] ?? '';
  if (field.kind === 'check')
    return (
      <div class="check">
        <input type="checkbox" id={id} name={field.name} checked={value === 'on'} />
        <label for={id}>{field.label}</label>
      </div>
    );
  if (field.kind === 'yesno')
    return (
      <fieldset class="checks">
        <legend>
          {field.label}
          <Needed field={field} />
        </legend>
        {(['yes', 'no'] as const).map((answer) => (
          <div class="check" key={answer}>
            <input
              type="radio"
              id={`${id}-${answer}`}
              name={field.name}
              value={answer}
              checked={value === answer}
              required={field.needed}
            />
            <label for={`${id}-${answer}`}>{answer === 'yes' ? 'Yes' : 'No'}</label>
          </div>
        ))}
      </fieldset>
    );
  if (field.kind === 'moment') return <MomentQuestion detail={detail} field={field} id={id} trouble={trouble} />;
  return (
    <div class="field">
      <label for={id}>
        {field.label}
        <Needed field={field} />
      </label>
      <Answer detail={detail} field={field} id={id} value={value} />
    </div>
  );
}

function Needed({ field }: { field: EventField }): VNode | null {
  return field.needed ? <span class="required"> (needed)</span> : null;
}

function Answer({
  detail,
  field,
  id,
  value,
}: {
  detail: InterviewDetail;
  field: EventField;
  id: string;
  value: string;
}): VNode {
  const needed = field.needed === true;
  if (field.kind === 'longtext') return <textarea id={id} name={field.name} rows={3} value={value} required={needed} />;
  if (field.kind === 'text') return <input id={id} name={field.name} value={value} required={needed} />;
  if (field.kind === 'date') return <input id={id} name={field.name} type="date" value={value} required={needed} />;
  const choices = choicesOf(field, detail);
  return (
    <select id={id} name={field.name} required={needed}>
      {choices.some(([choice]) => choice === '') ? null : <option value="">Choose…</option>}
      {choices.map(([choice, text]) => (
        <option key={choice} value={choice} selected={choice === value}>
          {text}
        </option>
      ))}
    </select>
  );
}

function choicesOf(field: EventField, { intake }: InterviewDetail): readonly (readonly [string, string])[] {
  const { name } = peopleOf(intake);
  if (field.kind === 'contact')
    return [
      ...(field.orCandidate ? [['candidate', 'Me'] as const] : []),
      ...intake.contacts.map(({ id }) => [id, name(id)] as const),
    ];
  if (field.kind === 'referee') return intake.referees.map((referee) => [referee.id, referee.name] as const);
  if (field.kind === 'promise') return intake.promises.map((promise) => [promise.id, promise.what] as const);
  return field.choices ?? [];
}

function MomentQuestion({
  detail,
  field,
  id,
  trouble,
}: {
  detail: InterviewDetail;
  field: EventField;
  id: string;
  trouble: PageTrouble | null;
}): VNode {
  const zone = field.clock === 'candidate' ? detail.intake.candidate.timeZone : detail.intake.organisation.timeZone;
  const needed = field.needed === true;
  return (
    <fieldset class="moment-question">
      <legend>
        {field.label} <span class="muted">({city(zone)} time)</span>
        <Needed field={field} />
      </legend>
      <label class="visually-hidden" for={`${id}-date`}>
        Day
      </label>
      <input
        type="date"
        id={`${id}-date`}
        name={`${field.name}.date`}
        required={needed}
        value={trouble?.form[`${field.name}.date`] ?? ''}
      />
      <label class="visually-hidden" for={`${id}-time`}>
        Time
      </label>
      <input
        type="time"
        id={`${id}-time`}
        name={`${field.name}.time`}
        required={needed}
        value={trouble?.form[`${field.name}.time`] ?? ''}
      />
    </fieldset>
  );
}
