import type { ComponentChildren, VNode } from 'preact';
import { labelOf } from './field-labels';
import type { FlatForm } from './flat-form';

/** What the fields of one form are drawn from. */
export interface FormState {
  form: FlatForm;
  /** Problems by field. */
  errors: Map<string, string[]>;
  /** The field that gets the focus when the page comes up. */
  focus: string | null;
}

interface FieldProps {
  state: FormState;
  name: string;
  hint?: ComponentChildren;
  required?: boolean;
}

/** The id of a field's element: the target of the error summary's links. */
export function fieldId(name: string): string {
  return `f-${name}`;
}

/** A problem as a sentence, for beside the field and for the summary. */
export function errorSentence(name: string, message: string): string {
  const label = labelOf(name) ?? name;
  if (name === 'interview.endTime' && /missing|instant/.test(message))
    return 'Tell us the day and the time it ended, with a country or time zone that we know.';
  if (name === 'interview.startTime' && /instant/.test(message)) return 'The time it began could not be read.';
  if (message.startsWith('must have at least one contact'))
    return 'At least one person needs a name and a part in this.';
  if (message === 'is missing' || message === 'is empty') return `${label} is needed.`;
  return `${label} ${message}.`;
}

function described(state: FormState, name: string, hint: ComponentChildren) {
  const errors = state.errors.get(name) ?? [];
  const ids = [
    ...(hint === undefined ? [] : [`${fieldId(name)}-hint`]),
    ...(errors.length === 0 ? [] : [`${fieldId(name)}-error`]),
  ];
  return {
    errors,
    attributes: {
      id: fieldId(name),
      name,
      ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
      ...(errors.length === 0 ? {} : { 'aria-invalid': 'true' as const }),
      ...(state.focus === name ? { autoFocus: true } : {}),
    },
  };
}

function Frame({ state, name, hint, required, children }: FieldProps & { children: ComponentChildren }): VNode {
  const errors = state.errors.get(name) ?? [];
  const label = (labelOf(name) ?? name).replace(/ \([a-z]+ \d+\)$/, '');
  return (
    <div class={errors.length === 0 ? 'field' : 'field wrong'}>
      <label for={fieldId(name)}>
        {label}
        {required ? <span class="required"> (needed)</span> : null}
      </label>
      {hint === undefined ? null : (
        <p class="hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </p>
      )}
      {children}
      <Errors name={name} errors={errors} />
    </div>
  );
}

function Errors({ name, errors }: { name: string; errors: readonly string[] }): VNode | null {
  if (errors.length === 0) return null;
  return (
    <p class="error" id={`${fieldId(name)}-error`}>
      {errors.map((message) => errorSentence(name, message)).join(' ')}
    </p>
  );
}

interface TextProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'time' | 'number';
  list?: string;
  autocomplete?: string;
  placeholder?: string;
  min?: number;
  max?: number;
}

/** One line of text, a date, a time or a number. */
export function TextField({ type = 'text', list, autocomplete, placeholder, min, max, ...field }: TextProps): VNode {
  const { attributes } = described(field.state, field.name, field.hint);
  return (
    <Frame {...field}>
      <input
        {...attributes}
        type={type}
        value={field.state.form[field.name] ?? ''}
        {...(list === undefined ? {} : { list })}
        {...(autocomplete === undefined ? {} : { autocomplete })}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(min === undefined ? {} : { min })}
        {...(max === undefined ? {} : { max })}
        {...(field.required ? { 'aria-required': 'true' as const } : {})}
      />
    </Frame>
  );
}

/** Several lines. */
export function TextArea({ rows = 3, ...field }: FieldProps & { rows?: number }): VNode {
  const { attributes } = described(field.state, field.name, field.hint);
  return (
    <Frame {...field}>
      {/* HTML drops a line break right after the tag: an empty first line would vanish. */}
      <textarea {...attributes} rows={rows} value={field.state.form[field.name] ?? ''} />
    </Frame>
  );
}

export type Choice = readonly [value: string, text: string];

/** One of a list. */
export function SelectField({ choices, ...field }: FieldProps & { choices: readonly Choice[] }): VNode {
  const { attributes } = described(field.state, field.name, field.hint);
  const chosen = field.state.form[field.name] ?? '';
  const known = choices.some(([value]) => value === chosen);
  return (
    <Frame {...field}>
      <select {...attributes}>
        {known ? null : (
          <option value={chosen} selected>
            {chosen === '' ? 'Choose…' : chosen}
          </option>
        )}
        {choices.map(([value, text]) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** One box to tick. */
export function CheckField({ state, name, hint, label }: FieldProps & { label?: string }): VNode {
  const { attributes, errors } = described(state, name, hint);
  return (
    <div class={errors.length === 0 ? 'check' : 'check wrong'}>
      <input {...attributes} type="checkbox" checked={state.form[name] === 'on'} />
      <label for={fieldId(name)}>{label ?? (labelOf(name) ?? name).replace(/ \([a-z]+ \d+\)$/, '')}</label>
      {hint === undefined ? null : (
        <p class="hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </p>
      )}
      <Errors name={name} errors={errors} />
    </div>
  );
}

/** Several boxes that answer one question together. */
export function CheckGroup({ state, name, hint, choices }: FieldProps & { choices: readonly Choice[] }): VNode {
  const { errors } = described(state, name, hint);
  return (
    <fieldset class={errors.length === 0 ? 'checks' : 'checks wrong'} id={fieldId(name)} tabIndex={-1}>
      <legend>{(labelOf(name) ?? name).replace(/ \([a-z]+ \d+\)$/, '')}</legend>
      {hint === undefined ? null : <p class="hint">{hint}</p>}
      <Errors name={name} errors={errors} />
      {choices.map(([value, text]) => (
        <CheckField key={value} state={state} name={`${name}.${value}`} label={text} />
      ))}
    </fieldset>
  );
}

/** One of a few, all in view. */
export function RadioGroup({ state, name, hint, choices }: FieldProps & { choices: readonly Choice[] }): VNode {
  const { errors } = described(state, name, hint);
  const chosen = state.form[name] ?? '';
  return (
    <fieldset class="checks" id={fieldId(name)} tabIndex={-1}>
      <legend>{labelOf(name) ?? name}</legend>
      {hint === undefined ? null : <p class="hint">{hint}</p>}
      <Errors name={name} errors={errors} />
      {choices.map(([value, text]) => (
        <div class="check" key={value}>
          <input type="radio" id={fieldId(`${name}.${value}`)} name={name} value={value} checked={chosen === value} />
          <label for={fieldId(`${name}.${value}`)}>{text}</label>
        </div>
      ))}
    </fieldset>
  );
}
