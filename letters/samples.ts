/** Made-up cases on which a template is tried when it is saved: one with little on file, one with much, one by agency. */
import type { Contact } from '../policy/intake';
import type { LetterRequest } from '../policy/letter-request';

const READER: Contact = {
  id: 'reader',
  honorific: '',
  givenName: 'Aoife',
  familyName: 'Byrne',
  title: '',
  email: 'aoife.byrne@example.test',
  phone: null,
  publishedPhone: null,
  roles: ['interviewer'],
  mayContact: ['email'],
  linkedIn: false,
  topics: [],
  country: 'IE',
  timeZone: 'Europe/Dublin',
  language: null,
  form: 'formal',
};

/** The sample cases in a language. */
export function sampleRequests(language: string): LetterRequest[] {
  const little: LetterRequest = {
    step: 'chase',
    channel: 'email',
    about: null,
    flags: {},
    language,
    form: 'formal',
    candidate: { name: 'Maya Lindqvist', phone: null, email: 'maya@example.test' },
    organisation: 'Northwind Grid',
    agency: null,
    role: 'Data Engineer',
    recipient: READER,
    referee: null,
    copied: [],
    interviewers: [],
    reconnectPerson: null,
    interviewedOn: '2026-12-01',
    today: '2026-12-15',
    round: 1,
    topics: [],
    notes: null,
    nextSteps: '',
    promisedDate: null,
    promisesKept: [],
    promisesAnnounced: [],
    valueAdd: null,
    circumstances: [],
    offerElsewhere: null,
    alsoRoles: [],
    reallyInterested: false,
    favourite: false,
    futureInterest: false,
    lastOutreach: null,
    outcome: null,
    offer: null,
    referencesAskedBy: null,
    reflection: null,
    learning: [],
    links: {},
    threadSubject: null,
  };
  const other: Contact = { ...READER, id: 'other', honorific: 'Mr', givenName: 'Conor', familyName: "O'Neill", title: 'HR Partner' };
  const recruiter: Contact = { ...READER, id: 'recruiter', givenName: 'Sam', familyName: 'Okafor', roles: ['agency_recruiter'] };
  const promise = { id: 'p', what: 'link', to: ['reader'], kind: 'separate', content: 'https://example.test/x', dueOn: null } as const;
  const much: LetterRequest = {
    ...little,
    form: 'informal',
    flags: { promisedDate: '2026-12-11', ask: 2, asksTiming: true, valueAdd: true, reminder: true, answers: 'holding' },
    candidate: { ...little.candidate, phone: '+46 70 123 45 67' },
    recipient: { ...READER, honorific: 'Dr', title: 'Head of Data', topics: ['Kafka', 'Flink'] },
    copied: [other],
    interviewers: [READER, other],
    reconnectPerson: other,
    topics: ['Kafka', 'Flink'],
    promisedDate: '2026-12-11',
    promisesKept: [{ ...promise, to: ['reader'] }],
    promisesAnnounced: [{ ...promise, to: ['reader'], id: 'q', content: null, dueOn: '2026-12-18' }],
    valueAdd: { kind: 'article', title: 'Kafka', url: 'https://example.test/kafka', topic: 'Kafka', to: ['reader'] },
    offerElsewhere: { answerBy: '2026-12-20' },
    alsoRoles: ['Data Analyst'],
    reallyInterested: true,
    favourite: true,
    futureInterest: true,
    outcome: 'rejected',
    offer: { stage: 'verbal', answerBy: '2026-12-20' },
    links: { agree: 'https://example.test/yes', decline: 'https://example.test/no' },
  };
  const variants = Array.from({ length: 6 }, (_, ask) => ({ ...little, flags: { ask } }));
  return [little, much, { ...much, form: 'formal' }, { ...little, agency: 'Brightpath', recipient: recruiter }, ...variants];
}
