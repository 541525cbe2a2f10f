import type { ComponentChildren, VNode } from 'preact';
import { STEP_WORDS } from '../../../letters/step-words';
import {
  APPROVALS,
  CHANCES,
  COUNTRIES,
  FORMS,
  INTERVIEW_KINDS,
  LANGUAGES,
  NUMBER_SETTING_BOUNDS,
  PREFERENCES,
  PROMISE_KINDS,
  RELATIONSHIPS,
  STEPS_TO_CHOOSE,
  TIME_ZONES,
} from '../form/choices';
import { labelOf } from '../form/field-labels';
import { entriesOf, filled } from '../form/flat-form';
import {
  CheckField,
  CheckGroup,
  type Choice,
  errorSentence,
  type FormState,
  fieldId,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '../form/form-fields';
import { contactIdOf, type EntryGroup } from '../form/intake-groups';
import { ContactFields } from './intake-contact';
import { Layout } from './layout';
import type { Shell } from './shell';

/** The intake form: the essential in view, everything else a click away, nothing typed lost. */
export function IntakePage({ shell, state, saved }: { shell: Shell; state: FormState; saved: boolean }): VNode {
  const people = contactChoices(state);
  return (
    <Layout title={state.errors.size > 0 ? 'Please check the form' : 'New interview'} shell={shell}>
      <h1>How was the interview?</h1>
      <p class="lead">
        Fill in what you know. Only the fields marked as needed must be there; the rest can stay empty.
      </p>
      <ErrorSummary state={state} />
      {saved ? (
        <p class="flash" role="status">
          Kept as a draft. You can close this page and come back.
        </p>
      ) : null}
      <form
        method="post"
        action="/interviews/new"
        class="intake"
        novalidate
        data-draft="/interviews/new/draft"
        data-busy="Making the plan…"
      >
        {/* The first submit button is the one that Enter presses. */}
        <button type="submit" name="action" value="submit" class="visually-hidden" tabIndex={-1} aria-hidden="true">
          Make the plan
        </button>
        <input type="hidden" name="idempotencyKey" value={state.form.idempotencyKey ?? ''} />
        <TimeZoneList />
        <You state={state} />
        <Role state={state} />
        <When state={state} />
        <Group
          title="Who you met"
          intro="Everybody who interviewed you, and whoever else matters: the person who decides, HR. A missing address is no problem; you will get a task to find it."
        >
          <Entries state={state} group="contacts" button="Add another person">
            {(number) => <ContactFields state={state} number={number} />}
          </Entries>
        </Group>
        <Next state={state} people={people} />
        <Promises state={state} people={people} />
        <Interest state={state} />
        <Referees state={state} />
        <Papers state={state} people={people} />
        <Sending state={state} people={people} />
        <div class="form-end">
          <button type="submit" name="action" value="submit" class="primary">
            Make the plan
          </button>
          <button type="submit" name="action" value="save">
            Keep as a draft
          </button>
          <p class="hint" id="draft-state">
            What you type is kept for you until you send it.
          </p>
        </div>
      </form>
    </Layout>
  );
}

type Choices = readonly Choice[];

function contactChoices({ form }: FormState): Choices {
  return entriesOf(form, 'contacts').map((number): Choice => {
    const name = ['honorific', 'givenName', 'familyName']
      .flatMap((part) => filled(form, `contacts.${number}.${part}`) ?? [])
      .join(' ');
    return [contactIdOf(form, number), name === '' ? `Person ${number + 1}` : name];
  });
}

function ErrorSummary({ state }: { state: FormState }): VNode | null {
  if (state.errors.size === 0) return null;
  const all = [...state.errors].flatMap(([name, messages]) => messages.map((message) => ({ name, message })));
  return (
    // biome-ignore lint/a11y/noAutofocus: after sending, the summary is where to go on; without a script nothing else leads there.
    <div class="trouble" role="alert" tabIndex={-1} id="error-summary" autoFocus>
      <h2>{all.length === 1 ? 'One thing needs another look' : `${all.length} things need another look`}</h2>
      <ul>
        {all.map(({ name, message }) => (
          <li key={name + message}>
            {labelOf(name) === null ? (
              errorSentence(name, message)
            ) : (
              <a href={`#${fieldId(name)}`}>{errorSentence(name, message)}</a>
            )}
          </li>
        ))}
      </ul>
      <p>Nothing was stored or started. What you typed is all still here.</p>
    </div>
  );
}

function Group({ title, intro, children }: { title: string; intro?: string; children: ComponentChildren }): VNode {
  return (
    <fieldset class="group">
      <legend>
        <h2>{title}</h2>
      </legend>
      {intro === undefined ? null : <p class="muted">{intro}</p>}
      {children}
    </fieldset>
  );
}

/** What the form begins with where it is not empty. */
const UNTOUCHED: Record<string, string> = { 'candidate.language': 'en', 'interview.round': '1' };

/** Fields that most people leave alone; open where one of them was filled in or needs another look. */
function More({
  state,
  names,
  title,
  children,
}: {
  state: FormState;
  names: RegExp;
  title: string;
  children: ComponentChildren;
}): VNode {
  const used =
    Object.entries(state.form).some(([name, value]) => names.test(name) && value !== (UNTOUCHED[name] ?? '')) ||
    [...state.errors.keys()].some((name) => names.test(name));
  return (
    <details class="more" open={used}>
      <summary>{title}</summary>
      <div class="fields">{children}</div>
    </details>
  );
}

/** The entries of one list, each with its own button to take it away, and one to add another. */
function Entries({
  state,
  group,
  button,
  children,
}: {
  state: FormState;
  group: EntryGroup;
  button: string;
  children: (number: number) => VNode;
}): VNode {
  return (
    <>
      {entriesOf(state.form, group).map((number, index) => (
        <div class="entry" key={number} id={fieldId(`${group}.${number}`)}>
          <input type="hidden" name={`${group}.${number}.entry`} value="on" />
          {children(number)}
          <button type="submit" name="action" value={`remove:${group}:${number}`} class="quiet remove">
            Remove<span class="visually-hidden"> {`${labelOf(`${group}.${index}`) ?? 'this'}`.toLowerCase()}</span>
          </button>
        </div>
      ))}
      <button
        type="submit"
        name="action"
        value={`add:${group}`}
        id={fieldId(`add:${group}`)}
        // biome-ignore lint/a11y/noAutofocus: the entry whose button was pressed is gone; this is the next place.
        autoFocus={state.focus === `add:${group}`}
      >
        {button}
      </button>
    </>
  );
}

function TimeZoneList(): VNode {
  return (
    <datalist id="time-zones">
      {TIME_ZONES.map((zone) => (
        <option key={zone} value={zone} />
      ))}
    </datalist>
  );
}

function You({ state }: { state: FormState }): VNode {
  return (
    <Group title="You">
      <div class="fields">
        <TextField state={state} name="candidate.name" required autocomplete="name" />
        <TextField
          state={state}
          name="candidate.email"
          type="email"
          required
          autocomplete="email"
          hint="Letters are sent in your name, from this address."
        />
        <SelectField state={state} name="candidate.country" required choices={COUNTRIES} />
        <TextField
          state={state}
          name="candidate.timeZone"
          required
          list="time-zones"
          hint="Continent and city, such as Europe/Stockholm."
        />
        <TextField
          state={state}
          name="candidate.presentEmployer.name"
          hint="So that nothing ever reaches them. They are not told."
        />
        <TextField
          state={state}
          name="candidate.presentEmployer.domains"
          hint="What stands behind the @ there, such as example.com. Several with commas."
        />
      </div>
      <More state={state} names={/^candidate\.(phone|language)$/} title="Phone and language">
        <TextField state={state} name="candidate.phone" type="tel" autocomplete="tel" />
        <SelectField state={state} name="candidate.language" choices={LANGUAGES} />
      </More>
    </Group>
  );
}

function Role({ state }: { state: FormState }): VNode {
  return (
    <Group title="The job">
      <div class="fields">
        <TextField state={state} name="role" required />
        <TextField state={state} name="organisation.name" required />
        <SelectField
          state={state}
          name="organisation.country"
          required
          choices={COUNTRIES}
          hint="Decides working days and public holidays."
        />
        <TextField
          state={state}
          name="organisation.timeZone"
          list="time-zones"
          hint="Leave empty for the country’s usual one."
        />
      </div>
      <More
        state={state}
        names={/^(organisation\.id|process\.id|interview\.round)$/}
        title="Further rounds of the same process"
      >
        <TextField
          state={state}
          name="interview.round"
          type="number"
          min={1}
          max={20}
          hint="1 for a first interview."
        />
        <TextField state={state} name="process.id" hint="The same for all rounds, so that they are kept together." />
        <TextField state={state} name="organisation.id" hint="Only if one organisation goes by several names." />
      </More>
    </Group>
  );
}

function When({ state }: { state: FormState }): VNode {
  return (
    <Group title="The interview">
      <div class="fields">
        <TextField state={state} name="interview.date" type="date" required />
        <TextField state={state} name="interview.startTime" type="time" />
        <TextField state={state} name="interview.endTime" type="time" required />
        <SelectField
          state={state}
          name="interview.clock"
          choices={[
            ['organisation', 'on the clock of their office'],
            ['candidate', 'on my own clock'],
          ]}
        />
        <TextField state={state} name="interview.kind" list="interview-kinds" />
        <TextArea state={state} name="interview.topics" rows={2} hint="One a line, or with commas." />
      </div>
      <datalist id="interview-kinds">
        {INTERVIEW_KINDS.map((kind) => (
          <option key={kind} value={kind} />
        ))}
      </datalist>
      <More state={state} names={/^interview\.language$/} title="Another language">
        <SelectField state={state} name="interview.language" choices={[['', 'The one I write in'], ...LANGUAGES]} />
      </More>
    </Group>
  );
}

function Next({ state, people }: { state: FormState; people: Choices }): VNode {
  return (
    <Group title="What happens next" intro="Up to the day they named, nobody will be asked anything.">
      <div class="fields">
        <TextField
          state={state}
          name="process.promisedDate"
          type="date"
          hint="Leave empty if they named no day; one thank-you will ask politely."
        />
        <SelectField state={state} name="process.dateNamedBy" choices={[['', 'Not sure'], ...people]} />
        <TextArea state={state} name="process.nextSteps" rows={2} hint="A second round, a decision, a call." />
      </div>
      <More state={state} names={/^process\.absences\./} title="Somebody there will be away">
        <Entries state={state} group="process.absences" button="Add an absence">
          {(number) => (
            <div class="fields">
              <SelectField
                state={state}
                name={`process.absences.${number}.contactId`}
                choices={[['', 'Choose…'], ...people]}
              />
              <TextField state={state} name={`process.absences.${number}.from`} type="date" />
              <TextField state={state} name={`process.absences.${number}.to`} type="date" />
            </div>
          )}
        </Entries>
      </More>
      <More state={state} names={/^circumstances\./} title="Something changes on my side">
        <p class="muted">Travel, a move, other engagements: it may be mentioned when we get back in touch.</p>
        <Entries state={state} group="circumstances" button="Add something">
          {(number) => (
            <div class="fields">
              <TextField state={state} name={`circumstances.${number}.from`} type="date" />
              <TextField state={state} name={`circumstances.${number}.to`} type="date" />
              <TextField
                state={state}
                name={`circumstances.${number}.text`}
                hint="In your words, such as: travelling in Portugal, reachable by email"
              />
            </div>
          )}
        </Entries>
      </More>
    </Group>
  );
}

function Promises({ state, people }: { state: FormState; people: Choices }): VNode {
  return (
    <Group title="What you promised" intro="A link, a document, an answer, homework. Each is kept on time.">
      <Entries state={state} group="promises" button="Add a promise">
        {(number) => (
          <div class="fields">
            <Kept state={state} name={`promises.${number}.id`} />
            <TextField state={state} name={`promises.${number}.what`} />
            <SelectField state={state} name={`promises.${number}.kind`} choices={PROMISE_KINDS} />
            <CheckGroup state={state} name={`promises.${number}.to`} choices={people} />
            <TextArea
              state={state}
              name={`promises.${number}.content`}
              rows={2}
              hint="Empty if you do not have it yet."
            />
            <TextField state={state} name={`promises.${number}.dueOn`} type="date" />
          </div>
        )}
      </Entries>
    </Group>
  );
}

function Interest({ state }: { state: FormState }): VNode {
  return (
    <Group title="How you feel about it" intro="Letters only say what is true, so tick only what is.">
      <CheckField state={state} name="interest.reallyInterested" />
      <CheckField state={state} name="interest.favourite" />
      <CheckField state={state} name="interest.keenOnOrganisation" />
      <div class="fields">
        <SelectField state={state} name="interest.chances" choices={CHANCES} />
      </div>
    </Group>
  );
}

function Referees({ state }: { state: FormState }): VNode {
  return (
    <Group
      title="Referees"
      intro="Normally people you reported to. Each is asked before their name is given to anybody."
    >
      <Entries state={state} group="referees" button="Add a referee">
        {(number) => {
          const path = `referees.${number}`;
          return (
            <>
              <div class="fields">
                <Kept state={state} name={`${path}.id`} />
                <TextField
                  state={state}
                  name={`${path}.name`}
                  hint="As you address them: Ms Yvonne Clarke, Frau Prof. Roth."
                />
                <TextField state={state} name={`${path}.email`} type="email" />
                <SelectField state={state} name={`${path}.relationship`} choices={RELATIONSHIPS} />
                <CheckField state={state} name={`${path}.agreed`} />
                <CheckField
                  state={state}
                  name={`${path}.presentEmployer`}
                  hint="Then this person hears nothing until you have a written offer."
                />
              </div>
              <More
                state={state}
                names={new RegExp(`^referees\\.${number}\\.(phone|language|form|prefers)$`)}
                title="Phone, country and language"
              >
                <TextField state={state} name={`${path}.phone`} type="tel" />
                <SelectField state={state} name={`${path}.prefers`} choices={PREFERENCES} />
                <SelectField state={state} name={`${path}.form`} choices={FORMS} />
                <SelectField state={state} name={`${path}.country`} choices={[['', 'Mine'], ...COUNTRIES]} />
                <TextField state={state} name={`${path}.timeZone`} list="time-zones" />
                <SelectField state={state} name={`${path}.language`} choices={[['', 'Mine'], ...LANGUAGES]} />
              </More>
            </>
          );
        }}
      </Entries>
    </Group>
  );
}

function Papers({ state, people }: { state: FormState; people: Choices }): VNode {
  return (
    <Group title="Worth having at hand">
      <More state={state} names={/^documents\./} title="Academic transcript">
        <TextField
          state={state}
          name="documents.transcript"
          hint="Where it is. A link goes into the answer when they ask for it; a file name stays a note of yours. Empty: you will be reminded."
        />
      </More>
      <More state={state} names={/^valueAdd\.(?!kind)/} title="Something worth reading for them">
        <p class="muted">
          An article on what you talked about, or an introduction. It goes out once, in the middle of the wait.
        </p>
        <SelectField
          state={state}
          name="valueAdd.kind"
          choices={[
            ['article', 'An article'],
            ['introduction', 'An introduction'],
          ]}
        />
        <TextField state={state} name="valueAdd.title" />
        <TextField state={state} name="valueAdd.url" type="url" />
        <TextField state={state} name="valueAdd.topic" />
        <CheckGroup state={state} name="valueAdd.to" choices={people} />
      </More>
    </Group>
  );
}

function Sending({ state, people }: { state: FormState; people: Choices }): VNode {
  return (
    <Group title="How it goes out">
      <RadioGroup
        state={state}
        name="approval.default"
        choices={APPROVALS}
        hint="You can change this at any time. The delicate ones always ask."
      />
      <More state={state} names={/^approval\.(?!default)/} title="Choose for each kind of message">
        {STEPS_TO_CHOOSE.map((step) => (
          <Approval key={step} state={state} step={step} />
        ))}
      </More>
      <More state={state} names={/^route\.(agency|recruiterContactId)$/} title="An agency brought me in">
        <RadioGroup
          state={state}
          name="route.kind"
          choices={[
            ['direct', 'Directly'],
            ['agency', 'Through an agency: everything goes through its recruiter'],
          ]}
        />
        <TextField state={state} name="route.agency" />
        <SelectField state={state} name="route.recruiterContactId" choices={[['', 'Choose…'], ...people]} />
      </More>
      <More state={state} names={/^settings\./} title="Timing, for those who like to tune">
        {Object.entries(NUMBER_SETTING_BOUNDS).map(([name, { usual, min, max }]) => (
          <TextField
            key={name}
            state={state}
            name={`settings.${name}`}
            type="number"
            min={min}
            max={max}
            hint={`Usually ${usual}; from ${min} to ${max}.`}
          />
        ))}
      </More>
    </Group>
  );
}

function Approval({ state, step }: { state: FormState; step: (typeof STEPS_TO_CHOOSE)[number] }): VNode {
  const name = `approval.${step}`;
  const chosen = state.form[name] ?? '';
  return (
    <div class="field">
      <label for={fieldId(name)}>{STEP_WORDS[step]}</label>
      <select id={fieldId(name)} name={name}>
        {[['', 'As above'] as const, ...APPROVALS].map(([value, text]) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** An id that came with the data and goes back with it. */
function Kept({ state, name }: { state: FormState; name: string }): VNode | null {
  const value = state.form[name];
  return value === undefined ? null : <input type="hidden" name={name} value={value} />;
}
