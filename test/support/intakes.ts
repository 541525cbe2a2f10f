/** The contract's sample intake, and the same moved to the coming week. */
const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

// biome-ignore lint/suspicious/noExplicitAny: tests bend it in ways that no type should allow.
export type SentIntake = Record<string, any>;

export function sampleIntake(): SentIntake {
  return {
    candidate: {
      name: 'Maya Lindqvist',
      email: 'maya@candidate.test',
      phone: '+46 70 123 45 67',
      timeZone: 'Europe/Stockholm',
      country: 'SE',
      language: 'en',
    },
    organisation: { name: 'Northwind Grid', country: 'IE', timeZone: 'Europe/Dublin' },
    role: 'Senior Data Engineer',
    interview: {
      startsAt: '2026-12-01T10:00:00Z',
      endsAt: '2026-12-01T11:30:00Z',
      kind: 'panel',
      topics: ['streaming ingestion', 'on-call rota'],
    },
    contacts: [
      {
        id: 'byrne',
        honorific: 'Dr',
        givenName: 'Aoife',
        familyName: 'Byrne',
        title: 'Head of Data',
        email: 'aoife.byrne@northwind.test',
        phone: '+353 1 555 0101',
        roles: ['interviewer', 'hiring_manager'],
        mayContact: ['email', 'phone'],
        topics: ['streaming ingestion'],
      },
      {
        id: 'oneill',
        honorific: 'Mr',
        givenName: 'Conor',
        familyName: "O'Neill",
        title: 'HR Partner',
        email: 'conor.oneill@northwind.test',
        roles: ['interviewer', 'hr'],
        mayContact: ['email'],
        linkedIn: true,
        topics: ['on-call rota'],
      },
      {
        id: 'walsh',
        honorific: 'Ms',
        givenName: 'Niamh',
        familyName: 'Walsh',
        title: 'VP Engineering',
        email: 'niamh.walsh@northwind.test',
        roles: ['senior'],
        mayContact: ['email'],
      },
    ],
    route: { kind: 'direct' },
    process: {
      promisedDate: '2026-12-11',
      nextSteps: 'second round with the platform team',
      absences: [{ contactId: 'byrne', from: '2026-12-23', to: '2027-01-02' }],
    },
    promises: [
      {
        what: 'link to the ingestion write-up',
        to: ['byrne'],
        kind: 'with_thank_you',
        content: 'https://maya.candidate.test/ingestion',
      },
    ],
    interest: { reallyInterested: true, favourite: true, keenOnOrganisation: true, chances: 'high' },
    referees: [
      {
        id: 'r1',
        name: 'Jonas Berg',
        email: 'jonas.berg@former.test',
        relationship: 'direct_manager',
        country: 'SE',
        timeZone: 'Europe/Stockholm',
        agreed: true,
      },
    ],
    documents: { transcript: 'transcript.pdf' },
    circumstances: [],
    approval: { default: 'send' },
    settings: {},
  };
}

/**
 * The sample with every date moved by whole weeks, so that its interview lies one to eight days ahead of the real clock
 * and its weekdays stay; one candidate of its own. `interviewed` of test/support/afterview.ts moves the clock behind it.
 */
export function freshIntake(change: (intake: SentIntake) => void = () => undefined): SentIntake {
  const intake = sampleIntake();
  const ahead = Math.ceil((Date.now() + DAY_MS - Date.parse(intake.interview.startsAt)) / WEEK_MS) * WEEK_MS;
  const moved = (date: string) => new Date(Date.parse(date) + ahead).toISOString();
  intake.interview.startsAt = moved(intake.interview.startsAt);
  intake.interview.endsAt = moved(intake.interview.endsAt);
  intake.process.promisedDate = moved(intake.process.promisedDate).slice(0, 10);
  for (const absence of intake.process.absences) {
    absence.from = moved(absence.from).slice(0, 10);
    absence.to = moved(absence.to).slice(0, 10);
  }
  const tag = Math.random().toString(36).slice(2, 8);
  intake.candidate.email = `maya.${tag}@candidate.test`;
  change(intake);
  return intake;
}
