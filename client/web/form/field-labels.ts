import { ENTRY_WORDS, type EntryGroup } from './intake-groups';

/** What each field of the intake form is called; `*` stands for an entry's number. */
const FIELD_LABELS: Record<string, string> = {
  'candidate.name': 'Your name',
  'candidate.email': 'Your email',
  'candidate.phone': 'Your phone',
  'candidate.timeZone': 'Your time zone',
  'candidate.country': 'Your country',
  'candidate.language': 'Language you write in',
  'candidate.presentEmployer.name': 'Present employer',
  'candidate.presentEmployer.domains': 'Its mail domains',
  'organisation.name': 'Organisation',
  'organisation.country': 'Country of the office',
  'organisation.timeZone': 'Time zone of the office',
  'organisation.id': 'Your own id for the organisation',
  role: 'Role',
  'interview.date': 'Day of the interview',
  'interview.startTime': 'Began at',
  'interview.endTime': 'Ended at',
  'interview.clock': 'These times are',
  'interview.kind': 'Kind of interview',
  'interview.topics': 'What you talked about',
  'interview.round': 'Round',
  'interview.language': 'Language of the interview',
  'process.promisedDate': 'They will answer by',
  'process.dateNamedBy': 'Who said so',
  'process.nextSteps': 'What comes next',
  'process.id': 'Your own id for the process',
  'contacts.*.honorific': 'Title before the name',
  'contacts.*.givenName': 'Given name',
  'contacts.*.familyName': 'Family name',
  'contacts.*.title': 'Position',
  'contacts.*.email': 'Email',
  'contacts.*.roles': 'Part in this',
  'contacts.*.phone': 'Phone',
  'contacts.*.publishedPhone': 'Published phone of the office',
  'contacts.*.mayContact': 'May be contacted by',
  'contacts.*.linkedIn': 'You are connected on LinkedIn',
  'contacts.*.topics': 'What you talked about with this person',
  'contacts.*.notes': 'Notes to yourself',
  'contacts.*.country': 'Country, if another one',
  'contacts.*.timeZone': 'Time zone, if another one',
  'contacts.*.language': 'Language, if another one',
  'contacts.*.form': 'How you address each other',
  'process.absences.*.contactId': 'Who is away',
  'process.absences.*.from': 'First day away',
  'process.absences.*.to': 'Last day away',
  'promises.*.what': 'What you promised',
  'promises.*.to': 'To whom',
  'promises.*.kind': 'When it goes out',
  'promises.*.content': 'The link, the answer or the text',
  'promises.*.dueOn': 'Due on',
  'interest.reallyInterested': 'I really want this role',
  'interest.favourite': 'It is my favourite of all',
  'interest.keenOnOrganisation': 'I am keen on the organisation, whatever the role',
  'interest.chances': 'Your chances, as you feel them',
  'referees.*.name': 'Name',
  'referees.*.email': 'Email',
  'referees.*.phone': 'Phone',
  'referees.*.relationship': 'What they were to you',
  'referees.*.country': 'Country',
  'referees.*.timeZone': 'Time zone',
  'referees.*.language': 'Language',
  'referees.*.form': 'How you address each other',
  'referees.*.prefers': 'Prefers to be asked by',
  'referees.*.agreed': 'Has agreed already',
  'referees.*.presentEmployer': 'Works at your present employer',
  'documents.transcript': 'Full academic transcript',
  'valueAdd.kind': 'What it is',
  'valueAdd.title': 'Title',
  'valueAdd.url': 'Link',
  'valueAdd.topic': 'Topic it belongs to',
  'valueAdd.to': 'For whom',
  'circumstances.*.from': 'From',
  'circumstances.*.to': 'Until',
  'circumstances.*.text': 'What is different then',
  'route.kind': 'How you came to them',
  'route.agency': 'Agency',
  'route.recruiterContactId': 'Its recruiter',
  'approval.default': 'How messages leave',
  'settings.thankYouWorkingDays': 'Working days for the thanks',
  'settings.assumedPromiseWorkingDays': 'Working days to wait if no day was named',
  'settings.reconnectWorkingDays': 'Working days after the promised day',
  'settings.chaseDays': 'Days between two asks',
  'settings.beforeDecisionMaker': 'Asks before the person who decides',
  'settings.beforeSenior': 'Asks before someone more senior',
  'settings.beforeLastSay': 'Asks before the last word',
  'settings.refereeDays': 'Days before a referee is asked again',
  'settings.moveOnWorkingDays': 'Working days from the last word to moving on',
  'settings.revisitMonths': 'Months before coming back',
  'settings.workingHours.from': 'Their working day begins at',
  'settings.workingHours.to': 'Their working day ends at',
};

/** The label of a field as a sentence about it begins: `Email (person 2)`. Null for a field the form does not have. */
export function labelOf(field: string): string | null {
  const entry = /^(.+?)\.(\d+)(?:\.(.+))?$/.exec(field);
  if (!entry) return FIELD_LABELS[field] ?? null;
  const [, group = '', number = '0', name] = entry;
  const word = ENTRY_WORDS[group as EntryGroup];
  if (word === undefined) return null;
  const which = `${word} ${Number(number) + 1}`;
  if (name === undefined) return capital(which);
  const label = FIELD_LABELS[`${group}.*.${name}`];
  return label === undefined ? null : `${label} (${which})`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
