import type { Contact, Promise_, Referee } from '../../policy/intake';
import type { LetterRequest } from '../../policy/letter-request';

export function contact(id: string, over: Partial<Contact> = {}): Contact {
  return {
    id,
    honorific: '',
    givenName: 'Aoife',
    familyName: 'Byrne',
    title: '',
    email: `${id}@northwind.test`,
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
    ...over,
  };
}

export const BYRNE = contact('byrne', {
  honorific: 'Dr',
  title: 'Head of Data',
  phone: '+353 1 555 0101',
  roles: ['interviewer', 'hiring_manager'],
  mayContact: ['email', 'phone'],
  topics: ['streaming ingestion'],
});
export const ONEILL = contact('oneill', {
  honorific: 'Mr',
  givenName: 'Conor',
  familyName: "O'Neill",
  title: 'HR Partner',
  roles: ['interviewer', 'hr'],
  linkedIn: true,
  topics: ['on-call rota'],
});
export const WALSH = contact('walsh', {
  honorific: 'Ms',
  givenName: 'Niamh',
  familyName: 'Walsh',
  title: 'VP Engineering',
  roles: ['senior'],
});
export const RECRUITER = contact('recruiter', {
  givenName: 'Sam',
  familyName: 'Okafor',
  title: 'Consultant',
  roles: ['agency_recruiter'],
  phone: '+353 1 555 0199',
  mayContact: ['email', 'phone'],
});
export const BERG: Referee = {
  id: 'r1',
  name: 'Jonas Berg',
  email: 'jonas.berg@former.test',
  phone: null,
  relationship: 'direct_manager',
  country: 'SE',
  timeZone: 'Europe/Stockholm',
  language: null,
  agreed: false,
  prefers: null,
  presentEmployer: false,
};

export const LINK: Promise_ = {
  id: 'p1',
  what: 'link to the ingestion write-up',
  to: ['byrne'],
  kind: 'with_thank_you',
  content: 'https://maya.candidate.test/ingestion',
  dueOn: null,
};
export const PAGE: Promise_ = {
  id: 'p2',
  what: 'a page on how I would run the on-call rota',
  to: ['oneill'],
  kind: 'homework',
  content: null,
  dueOn: '2026-12-04',
};

/** A request with everything on file that the sample intake has, and no flags. */
export function request(over: Partial<LetterRequest> = {}): LetterRequest {
  return {
    step: 'thank_you',
    channel: 'email',
    about: null,
    flags: {},
    language: 'en',
    form: 'formal',
    candidate: { name: 'Maya Lindqvist', phone: '+46 70 123 45 67', email: 'maya@candidate.test' },
    organisation: 'Northwind Grid',
    agency: null,
    role: 'Senior Data Engineer',
    recipient: BYRNE,
    referee: null,
    copied: [],
    interviewers: [BYRNE, ONEILL],
    reconnectPerson: ONEILL,
    interviewedOn: '2026-12-01',
    today: '2026-12-02',
    round: 1,
    topics: ['streaming ingestion', 'on-call rota'],
    notes: null,
    nextSteps: 'second round with the platform team',
    promisedDate: '2026-12-11',
    promisesKept: [],
    promisesAnnounced: [],
    valueAdd: null,
    circumstances: [],
    offerElsewhere: null,
    alsoRoles: [],
    reallyInterested: true,
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
    ...over,
  };
}
