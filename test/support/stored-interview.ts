import { upsertCandidate } from '../../data/candidates';
import type { Queryable } from '../../data/database';
import { type Interview, insertInterview } from '../../data/interviews';
import type { NewMessage } from '../../data/messages';
import type { Contact, Intake, Referee } from '../../policy/intake';

/** A person at the organisation of the sample. */
export function contactOf(over: Partial<Contact> & { id: string }): Contact {
  return {
    honorific: '',
    givenName: 'Given',
    familyName: 'Family',
    title: 'Somebody',
    email: `${over.id}@northwind.test`,
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

/** A complete intake as the policy sees it, small. */
export function intakeOf(over: Partial<Intake> = {}): Intake {
  const referee: Referee = {
    id: 'r1',
    name: 'Priya Raman',
    email: 'priya@elsewhere.test',
    phone: null,
    relationship: 'direct_manager',
    country: 'SG',
    timeZone: 'Asia/Singapore',
    language: null,
    agreed: false,
    prefers: null,
    presentEmployer: false,
  };
  return {
    candidate: {
      name: 'Maya Lindqvist',
      email: 'maya@candidate.test',
      phone: null,
      timeZone: 'Europe/Stockholm',
      country: 'SE',
      language: 'en',
      presentEmployer: null,
    },
    organisation: { id: null, name: 'Northwind Grid', country: 'IE', timeZone: 'Europe/Dublin' },
    role: 'Senior Data Engineer',
    interview: {
      startsAt: '2026-12-01T10:00:00Z',
      endsAt: '2026-12-01T11:30:00Z',
      kind: 'panel',
      topics: [],
      round: 1,
      language: 'en',
      notes: {},
    },
    contacts: [
      contactOf({ id: 'byrne', roles: ['interviewer', 'hiring_manager'] }),
      contactOf({ id: 'oneill', roles: ['hr'] }),
    ],
    route: { kind: 'direct' },
    process: { id: null, promisedDate: '2026-12-11', nextSteps: '', dateNamedBy: null, absences: [] },
    promises: [],
    interest: { reallyInterested: true, favourite: false, keenOnOrganisation: false, chances: 'medium' },
    referees: [referee],
    documents: { transcript: null },
    valueAdd: null,
    circumstances: [],
    approval: { default: 'ask' },
    settings: {
      thankYouWorkingDays: 2,
      assumedPromiseWorkingDays: 7,
      reconnectWorkingDays: 1,
      chaseDays: 4,
      beforeDecisionMaker: 2,
      beforeSenior: 3,
      beforeLastSay: 4,
      refereeDays: 14,
      moveOnWorkingDays: 10,
      revisitMonths: 4,
      workingHours: { from: 9, to: 17 },
    },
    ...over,
  };
}

/** Stores candidate and interview. */
export async function storeInterview(q: Queryable, over: Partial<Intake> = {}): Promise<Interview> {
  const intake = intakeOf(over);
  const candidate = await upsertCandidate(q, intake.candidate);
  return (await insertInterview(q, { candidateId: candidate.id, intake })).interview;
}

/** A draft of a chase to HR, ready for `openDraft`. */
export function draftOf(interview: Interview, over: Partial<NewMessage> = {}): NewMessage {
  const stepKey = over.stepKey ?? 'chase:oneill:1';
  return {
    interviewId: interview.id,
    candidateId: interview.candidateId,
    stepKey,
    step: 'chase',
    rules: ['E2'],
    reason: 'E2: four days after the last mail',
    contactIds: ['oneill'],
    to: ['oneill@northwind.test'],
    cc: [],
    organisationKey: interview.organisationKey,
    subject: 'Senior Data Engineer',
    text: 'Dear Mr O’Neill,\n\nmay I ask how it stands?\n\nMaya Lindqvist\n',
    mode: 'ask',
    letter: {},
    messageId: `${interview.id}.${stepKey.replace(/[^a-z0-9]/gi, '-')}@candidate.test`,
    inReplyTo: null,
    references: [],
    dueAt: '2026-12-14T09:00:00Z',
    ...over,
  };
}
