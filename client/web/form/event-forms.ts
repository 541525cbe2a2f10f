import type { Intake } from '../../../policy/intake';
import { instantOf } from '../words/local-time';
import { FORMS, RELATIONSHIPS } from './choices';
import { type FlatForm, filled, ticked } from './flat-form';

type Choice = readonly [value: string, text: string];

/** One question of an event's form. */
export interface EventField {
  name: string;
  label: string;
  kind: 'text' | 'longtext' | 'date' | 'choice' | 'check' | 'yesno' | 'contact' | 'referee' | 'promise' | 'moment';
  choices?: readonly Choice[];
  needed?: boolean;
  /** For a contact: the candidate may be meant too. */
  orCandidate?: boolean;
  /** For a moment: whose clock it is on. */
  clock?: 'organisation' | 'candidate';
}

/** Something that a person may report, as the contract names it. */
export interface EventForm {
  /** Names the form; also the type of the event, unless `event` says otherwise. */
  type: string;
  event?: string;
  title: string;
  says?: string;
  button: string;
  fields: readonly EventField[];
}

const note: EventField = { name: 'note', label: 'Note', kind: 'longtext' };
const reason: EventField = { name: 'reason', label: 'Why, in your words', kind: 'longtext' };
const whom: EventField = { name: 'contactId', label: 'Who', kind: 'contact' };

/** All of them, in the groups of the page. Fields of `contact_changed` and `promise_added` are put together below. */
export const EVENT_GROUPS: readonly { title: string; events: readonly EventForm[] }[] = [
  {
    title: 'They answered',
    events: [
      {
        type: 'feedback_received',
        title: 'I heard from them',
        button: 'Note the answer',
        fields: [
          {
            name: 'outcome',
            label: 'What they said',
            kind: 'choice',
            needed: true,
            choices: [
              ['advanced', 'Next round'],
              ['offered', 'An offer'],
              ['holding', 'Still deciding'],
              ['rejected', 'Not this time'],
              ['pool', 'They keep me in their pool'],
            ],
          },
          { name: 'promisedDate', label: 'They will answer by', kind: 'date' },
          { name: 'answerBy', label: 'I must answer by', kind: 'date' },
          { name: 'text', label: 'Their words', kind: 'longtext' },
          { name: 'reasonGiven', label: 'They said why', kind: 'check' },
        ],
      },
      {
        type: 'no_reply_yet',
        title: 'No reply yet',
        says: 'You looked, and nothing has come.',
        button: 'No reply yet',
        fields: [],
      },
      {
        type: 'references_requested',
        title: 'They asked for references',
        button: 'Note it',
        fields: [{ name: 'by', label: 'Who asked', kind: 'text' }],
      },
      {
        type: 'promised_date_corrected',
        title: 'The date I noted is wrong',
        says: 'Leave the day empty where they named none. Where they named a new day, say "I heard from them" instead.',
        button: 'Correct the date',
        fields: [
          { name: 'promisedDate', label: 'They will answer by', kind: 'date' },
          { ...whom, label: 'Who named it' },
        ],
      },
      { type: 'on_hold', title: 'The process is on hold', button: 'It is on hold', fields: [] },
    ],
  },
  {
    title: 'Calls and messages',
    events: [
      {
        type: 'call_logged',
        title: 'There was a call',
        button: 'Log the call',
        fields: [
          whom,
          {
            name: 'direction',
            label: 'Who called',
            kind: 'choice',
            needed: true,
            choices: [
              ['out', 'I called'],
              ['in', 'They called'],
            ],
          },
          { name: 'reached', label: 'We spoke', kind: 'check' },
          note,
        ],
      },
      {
        type: 'message_sent_by_hand',
        title: 'I wrote to them myself',
        button: 'Note it',
        fields: [whom, { name: 'asksOutcome', label: 'I asked how things stand', kind: 'check' }, note],
      },
      {
        type: 'call_agreed',
        title: 'A call was agreed',
        button: 'Note the call',
        fields: [whom, { name: 'at', label: 'When', kind: 'moment', needed: true, clock: 'candidate' }],
      },
      {
        type: 'no_show',
        title: 'The agreed call did not happen',
        button: 'Note it',
        fields: [whom, { name: 'at', label: 'It was agreed for', kind: 'moment', clock: 'candidate' }],
      },
      { type: 'no_calls', title: 'Somebody asked for no calls', button: 'No more calls', fields: [whom] },
      {
        type: 'do_not_write',
        title: 'Somebody asked not to be written to',
        says: 'This is kept for ever.',
        button: 'Never write again',
        fields: [whom],
      },
      { type: 'agent_agreed', title: 'The agency agreed to direct contact', button: 'Note it', fields: [] },
    ],
  },
  {
    title: 'The interview and the people',
    events: [
      {
        type: 'interview_took_place',
        title: 'It took place',
        button: 'It took place',
        fields: [{ name: 'endsAt', label: 'It ended', kind: 'moment', clock: 'organisation' }],
      },
      {
        type: 'interview_rescheduled',
        title: 'It was moved',
        button: 'Note the new time',
        fields: [{ name: 'endsAt', label: 'It will end', kind: 'moment', needed: true, clock: 'organisation' }],
      },
      { type: 'interview_cancelled', title: 'It was cancelled', button: 'It was cancelled', fields: [] },
      {
        type: 'reflection_given',
        title: 'What I think of it',
        button: 'Keep my thoughts',
        fields: [
          {
            name: 'text',
            label: 'What you think of the company and the role, and what is unclear',
            kind: 'longtext',
            needed: true,
          },
          { name: 'goOn', label: 'Do you want to go on?', kind: 'yesno', needed: true },
        ],
      },
      {
        type: 'absence',
        title: 'Somebody is away',
        button: 'Note the absence',
        fields: [
          { ...whom, needed: true, orCandidate: true },
          { name: 'from', label: 'First day away', kind: 'date', needed: true },
          { name: 'to', label: 'Last day away', kind: 'date', needed: true },
        ],
      },
      {
        type: 'contact_address',
        event: 'contact_changed',
        title: 'A better address or number',
        button: 'Keep it',
        fields: [
          { name: 'contact.id', label: 'Whose', kind: 'contact', needed: true },
          { name: 'contact.email', label: 'Email', kind: 'text' },
          { name: 'contact.phone', label: 'Phone', kind: 'text' },
          { name: 'contact.mayCall', label: 'I may call this person', kind: 'check' },
        ],
      },
      {
        type: 'contact_changed',
        title: 'Somebody new',
        says: 'A successor takes the place of the person you name; nothing starts over.',
        button: 'Keep this person',
        fields: [
          { name: 'replaces', label: 'In place of', kind: 'contact' },
          { name: 'contact.honorific', label: 'Title before the name', kind: 'text' },
          { name: 'contact.givenName', label: 'Given name', kind: 'text', needed: true },
          { name: 'contact.familyName', label: 'Family name', kind: 'text' },
          { name: 'contact.title', label: 'Position', kind: 'text' },
          { name: 'contact.email', label: 'Email', kind: 'text' },
          { name: 'contact.phone', label: 'Phone', kind: 'text' },
          {
            name: 'contact.role',
            label: 'Part in this',
            kind: 'choice',
            needed: true,
            choices: [
              ['interviewer', 'Interviewed you'],
              ['hiring_manager', 'Decides'],
              ['hr', 'HR or recruiting'],
              ['agency_recruiter', 'Recruiter of an agency'],
              ['senior', 'Senior, above those who decide'],
            ],
          },
        ],
      },
    ],
  },
  {
    title: 'Promises and referees',
    events: [
      {
        type: 'promise_kept',
        title: 'I kept a promise',
        button: 'It is kept',
        fields: [{ name: 'promiseId', label: 'Which', kind: 'promise', needed: true }],
      },
      {
        type: 'promise_added',
        title: 'I promised something more',
        button: 'Keep this promise',
        fields: [
          { name: 'promise.what', label: 'What', kind: 'text', needed: true },
          { name: 'promise.to', label: 'To whom', kind: 'contact' },
          { name: 'promise.content', label: 'The link, the answer or the text', kind: 'longtext' },
          { name: 'promise.dueOn', label: 'Due on', kind: 'date' },
        ],
      },
      {
        type: 'referee_added',
        title: 'One more referee',
        says: 'Each is asked before the name is given to anybody.',
        button: 'Keep this referee',
        fields: [
          { name: 'replaces', label: 'In place of', kind: 'referee' },
          { name: 'referee.name', label: 'Name, as you address them', kind: 'text', needed: true },
          { name: 'referee.email', label: 'Email', kind: 'text' },
          { name: 'referee.relationship', label: 'What they were to you', kind: 'choice', choices: RELATIONSHIPS },
          { name: 'referee.form', label: 'How you address each other', kind: 'choice', choices: FORMS },
          { name: 'referee.agreed', label: 'Has agreed already', kind: 'check' },
          { name: 'referee.presentEmployer', label: 'Works at your present employer', kind: 'check' },
        ],
      },
      {
        type: 'referee_replied',
        title: 'A referee answered',
        button: 'Note it',
        fields: [
          { name: 'refereeId', label: 'Who', kind: 'referee', needed: true },
          { name: 'agrees', label: 'Do they agree?', kind: 'yesno', needed: true },
          {
            name: 'prefers',
            label: 'Prefers',
            kind: 'choice',
            choices: [
              ['', 'Did not say'],
              ['phone', 'Phone'],
              ['email', 'Email'],
              ['online_form', 'Online form'],
            ],
          },
        ],
      },
    ],
  },
  {
    title: 'Offers and endings',
    events: [
      {
        type: 'offer_changed',
        title: 'Their offer moved on',
        button: 'Note it',
        fields: [
          {
            name: 'stage',
            label: 'Now it is',
            kind: 'choice',
            needed: true,
            choices: [
              ['verbal', 'spoken'],
              ['written', 'in writing'],
              ['signed', 'signed'],
              ['cleared', 'free of conditions'],
              ['lapsed', 'no longer open'],
            ],
          },
          { name: 'answerBy', label: 'I must answer by', kind: 'date' },
        ],
      },
      { type: 'offer_accepted', title: 'I accept', button: 'I accept the offer', fields: [reason] },
      {
        type: 'offer_declined',
        title: 'The offer was declined',
        button: 'Note it',
        fields: [
          {
            name: 'by',
            label: 'By whom',
            kind: 'choice',
            needed: true,
            choices: [
              ['candidate', 'By me'],
              ['preferred_candidate', 'By the person they had chosen; they come back to me'],
            ],
          },
        ],
      },
      {
        type: 'candidate_withdraws',
        title: 'I no longer want it',
        says: 'They hear it at once, kindly, and everything else stops.',
        button: 'Withdraw',
        fields: [reason],
      },
      { type: 'paused', title: 'Pause', says: 'Nothing goes out until you go on.', button: 'Pause', fields: [] },
      { type: 'resumed', title: 'Go on', button: 'Go on', fields: [] },
    ],
  },
];

const BY_TYPE = new Map(EVENT_GROUPS.flatMap(({ events }) => events).map((event) => [event.type, event]));

/** The form of one kind of event. */
export function eventForm(type: string): EventForm | undefined {
  return BY_TYPE.get(type);
}

/** The event that a filled-in form stands for, as the API takes it. Empty fields are left out; the service checks. */
export function eventFromForm(type: string, form: FlatForm, intake: Intake): Record<string, unknown> {
  const event: Record<string, unknown> = { type: eventForm(type)?.event ?? type };
  for (const field of eventForm(type)?.fields ?? []) {
    const value = answerTo(field, form, intake);
    if (value !== undefined) put(event, field.name, value);
  }
  const contact = event.contact as Record<string, unknown> | undefined;
  if (contact?.role !== undefined) {
    contact.roles = [contact.role];
    delete contact.role;
  }
  if (contact !== undefined) {
    if (contact.mayCall === true) contact.mayContact = ['email', 'phone'];
    delete contact.mayCall;
  }
  const promise = event.promise as Record<string, unknown> | undefined;
  if (promise !== undefined) {
    promise.to = promise.to === undefined ? [] : [promise.to];
    promise.kind = 'separate';
  }
  return event;
}

function answerTo(field: EventField, form: FlatForm, intake: Intake): unknown {
  if (field.kind === 'check') return ticked(form, field.name);
  const text = filled(form, field.name);
  if (field.kind === 'yesno') return text === undefined ? undefined : text === 'yes';
  if (field.kind !== 'moment') return text;
  const date = filled(form, `${field.name}.date`);
  const time = filled(form, `${field.name}.time`);
  if (date === undefined || time === undefined) return date === undefined ? undefined : date;
  const zone = field.clock === 'candidate' ? intake.candidate.timeZone : intake.organisation.timeZone;
  return instantOf(date, time, zone) ?? `${date}T${time}`;
}

function put(event: Record<string, unknown>, name: string, value: unknown): void {
  const [outer = '', inner] = name.split('.');
  if (inner === undefined) event[outer] = value;
  else event[outer] = { ...(event[outer] as object | undefined), [inner]: value };
}
