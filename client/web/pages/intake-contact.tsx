import type { VNode } from 'preact';
import { CONTACT_WAYS, COUNTRIES, FORMS, LANGUAGES, ROLE_CHOICES } from '../form/choices';
import { CheckField, CheckGroup, type FormState, SelectField, TextArea, TextField } from '../form/form-fields';
import { contactIdOf } from '../form/intake-groups';

/** One person in the intake form. */
export function ContactFields({ state, number }: { state: FormState; number: number }): VNode {
  const path = `contacts.${number}`;
  return (
    <>
      <h3>Person {number + 1}</h3>
      <input type="hidden" name={`${path}.id`} value={contactIdOf(state.form, number)} />
      <div class="fields">
        <TextField state={state} name={`${path}.honorific`} hint="Dr, Ms, Mr; empty if not known." />
        <TextField state={state} name={`${path}.givenName`} />
        <TextField state={state} name={`${path}.familyName`} />
        <TextField state={state} name={`${path}.title`} hint="Head of Data, HR Partner." />
        <TextField state={state} name={`${path}.email`} type="email" />
      </div>
      <CheckGroup state={state} name={`${path}.roles`} choices={ROLE_CHOICES} />
      <div class="fields">
        <TextArea
          state={state}
          name={`${path}.topics`}
          rows={2}
          hint="The thank-you draws on it. One a line, or with commas."
        />
        <TextArea state={state} name={`${path}.notes`} rows={2} hint="What you want to remember." />
      </div>
      <details class="more" open={isUsed(state, path)}>
        <summary>Phone, LinkedIn and more</summary>
        <div class="fields">
          <CheckGroup state={state} name={`${path}.mayContact`} choices={CONTACT_WAYS} />
          <TextField state={state} name={`${path}.phone`} type="tel" />
          <TextField state={state} name={`${path}.publishedPhone`} type="tel" />
          <CheckField state={state} name={`${path}.linkedIn`} />
          <SelectField state={state} name={`${path}.form`} choices={FORMS} />
          <SelectField state={state} name={`${path}.language`} choices={[['', 'As in the interview'], ...LANGUAGES]} />
          <SelectField state={state} name={`${path}.country`} choices={[['', 'The office’s'], ...COUNTRIES]} />
          <TextField state={state} name={`${path}.timeZone`} list="time-zones" />
        </div>
      </details>
    </>
  );
}

function isUsed({ form, errors }: FormState, path: string): boolean {
  const names = ['phone', 'publishedPhone', 'linkedIn', 'language', 'country', 'timeZone', 'mayContact.phone'];
  return names.some((name) => (form[`${path}.${name}`] ?? '') !== '' || errors.has(`${path}.${name}`));
}
