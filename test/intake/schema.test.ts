import { parseIntake, readIntake } from '../../client/intake/schema';
import type { Problem } from '../../client/service';
import { type SentIntake, sampleIntake } from '../support/intakes';

function problems(change: (intake: SentIntake) => void): string[] {
  const intake = sampleIntake();
  change(intake);
  const read = readIntake(intake);
  return 'problems' in read ? read.problems.map(({ path, message }: Problem) => `${path}: ${message}`) : [];
}

describe('a complete intake', () => {
  test('gets every default and keeps what was said', () => {
    const intake = parseIntake(sampleIntake());
    expect(intake.interview).toMatchObject({ round: 1, language: 'en', endsAt: '2026-12-01T11:30:00.000Z' });
    expect(intake.settings).toMatchObject({ chaseDays: 4, beforeDecisionMaker: 2, workingHours: { from: 9, to: 17 } });
    expect(intake.promises[0]).toMatchObject({ id: 'p1', dueOn: null });
    expect(intake.contacts[1]).toMatchObject({ timeZone: 'Europe/Dublin', country: 'IE', form: 'formal', phone: null });
  });

  test('needs no more than the required fields, and claims nothing that nobody said', () => {
    const intake = parseIntake({
      candidate: { name: 'M. L.', email: 'm@candidate.test', timeZone: 'Europe/Stockholm', country: 'SE' },
      organisation: { name: 'Northwind', country: 'IE' },
      role: 'Engineer',
      interview: { endsAt: '2026-12-01T12:30:00+01:00' },
      contacts: [{ name: 'Aoife Byrne', roles: ['interviewer'] }],
    });
    expect(intake.organisation.timeZone).toBe('Europe/Dublin');
    expect(intake.interview.endsAt).toBe('2026-12-01T11:30:00.000Z');
    expect(intake.interest).toEqual({
      reallyInterested: false,
      favourite: false,
      keenOnOrganisation: false,
      chances: 'medium',
    });
    expect(intake.approval).toEqual({ default: 'ask' });
  });

  test('A2 keeps a whole name whole instead of guessing where it splits', () => {
    const intake = parseIntake({
      ...sampleIntake(),
      contacts: [{ id: 'c', name: 'Nguyễn Thị Minh Khai', roles: ['hr'] }],
      promises: [],
      process: {},
    });
    expect(intake.contacts[0]).toMatchObject({ givenName: 'Nguyễn Thị Minh Khai', familyName: '', honorific: '' });
  });

  test('A2 accepts an interviewer without an address: that is a task, no error', () => {
    const read = readIntake({
      ...sampleIntake(),
      contacts: sampleIntake().contacts.map((c: SentIntake) => ({ ...c, email: null })),
    });
    expect(read).toHaveProperty('intake');
  });

  test('I1 locks a referee whose address is at the present employer', () => {
    const sent = sampleIntake();
    sent.candidate.presentEmployer = { name: 'Former', domains: ['former.test'] };
    expect(parseIntake(sent).referees[0]?.presentEmployer).toBe(true);
  });

  test('gives ids that collide with none that were sent', () => {
    const sent = sampleIntake();
    sent.promises.push({ id: 'p1', what: 'a reading list', to: ['byrne'] });
    expect(parseIntake(sent).promises.map(({ id }) => id)).toEqual(['p2', 'p1']);
  });
});

describe('every problem of an intake is named with its path', () => {
  test.each<[string, (intake: SentIntake) => void, string]>([
    [
      'an unknown country',
      (i) => (i.organisation.country = 'UK'),
      'organisation.country: is no ISO 3166 country code of two capital letters',
    ],
    [
      'an unknown zone',
      (i) => (i.candidate.timeZone = 'Mars/Olympus'),
      'candidate.timeZone: is no IANA time zone such as Europe/Dublin',
    ],
    [
      'a bare offset for a zone',
      (i) => (i.candidate.timeZone = '+02:00'),
      'candidate.timeZone: is no IANA time zone such as Europe/Dublin',
    ],
    [
      'a promised date before the interview',
      (i) => (i.process.promisedDate = '2026-11-30'),
      'process.promisedDate: is before the interview',
    ],
    [
      'a promised date before the interview where only the country tells the zone',
      (i) => {
        delete i.organisation.timeZone;
        i.organisation.country = 'NZ';
        i.interview.endsAt = '2026-12-01T20:00:00Z';
        i.process.promisedDate = '2026-12-01';
      },
      'process.promisedDate: is before the interview',
    ],
    [
      'a date that no calendar has',
      (i) => (i.process.promisedDate = '2027-02-29'),
      'process.promisedDate: is no date such as 2026-12-11',
    ],
    [
      'a mistyped year',
      (i) => (i.process.promisedDate = '0226-12-11'),
      'process.promisedDate: is in the year 0226, and must be from 2000 to 2099',
    ],
    [
      'an instant of another century',
      (i) => (i.interview.endsAt = '1970-01-01T11:00:00Z'),
      'interview.endsAt: is in the year 1970, and must be from 2000 to 2099',
    ],
    [
      'an end before the start',
      (i) => (i.interview.endsAt = '2026-12-01T09:00:00Z'),
      'interview.endsAt: is before the start',
    ],
    [
      'an instant without a zone',
      (i) => (i.interview.endsAt = '2026-12-01T12:00:00'),
      'interview.endsAt: is no instant with a zone such as 2026-12-01T11:30:00Z',
    ],
    [
      'an absence that ends before it begins',
      (i) => (i.process.absences[0].to = '2026-12-01'),
      'process.absences.0.to: is before its start',
    ],
    [
      'two contacts with one address',
      (i) => (i.contacts[1].email = 'Aoife.Byrne@Northwind.test'),
      'contacts.1.email: is the address of another one here',
    ],
    [
      "a contact's address as a referee's",
      (i) => (i.referees[0].email = 'aoife.byrne@northwind.test'),
      'referees.0.email: is the address of another one here',
    ],
    [
      'a language that does not exist',
      (i) => (i.contacts[1].language = 'xq'),
      'contacts.1.language: is no language tag such as en',
    ],
    [
      "the candidate's own address as a contact's",
      (i) => (i.contacts[1].email = 'maya@candidate.test'),
      "contacts.1.email: is the candidate's own address",
    ],
    [
      'a contact at the present employer (I1)',
      (i) => (i.candidate.presentEmployer = { name: 'X', domains: ['northwind.test'] }),
      'contacts.2.email: is an address at the present employer (I1)',
    ],
    [
      'the present employer itself (I1)',
      (i) => (i.candidate.presentEmployer = { name: 'NORTHWIND grid' }),
      'organisation.name: is the present employer (I1)',
    ],
    [
      'an address that is none',
      (i) => (i.contacts[0].email = '"a@evil x"@ok.test'),
      'contacts.0.email: is not an email address',
    ],
    [
      'a line break in a name',
      (i) => (i.contacts[0].familyName = 'Byrne\r\nBcc: x@y.test'),
      'contacts.0.familyName: must be one line without control characters',
    ],
    [
      'a placeholder for a name (A2)',
      (i) => (i.contacts[0].familyName = '[name]'),
      'contacts.0.familyName: looks like a placeholder; leave the field out if it is not known',
    ],
    ['an id used twice', (i) => (i.referees[0].id = 'byrne'), 'referees.0.id: is used twice'],
    [
      'a promise to somebody unknown',
      (i) => (i.promises[0].to = ['nobody']),
      'promises.0.to.0: is no contact of this intake',
    ],
    [
      'an unknown recruiter',
      (i) => (i.route = { kind: 'agency', agency: 'A', recruiterContactId: 'zz' }),
      'route.recruiterContactId: is no contact of this intake',
    ],
    [
      'notes on somebody unknown',
      (i) => (i.interview.notes = { zz: 'kind' }),
      'interview.notes.zz: is no contact of this intake',
    ],
    ['a setting out of bounds', (i) => (i.settings = { chaseDays: 2 }), 'settings.chaseDays: must be 3 to 14'],
    [
      'asking steps that do not rise',
      (i) => (i.settings = { beforeSenior: 2 }),
      'settings.beforeSenior: must be more than beforeDecisionMaker, which is 2',
    ],
    [
      'working hours outside of 8 to 18',
      (i) => (i.settings = { workingHours: { from: 7, to: 17 } }),
      'settings.workingHours.from: must be 8 to 18',
    ],
    ['a field nobody knows', (i) => (i.interview.endAt = 'x'), 'interview.endAt: is not a field of the intake'],
    [
      'an approval for no step',
      (i) => (i.approval = { chasing: 'send' }),
      'approval.chasing: is not a field of the intake',
    ],
    [
      'a role nobody has',
      (i) => (i.contacts[0].roles = ['boss']),
      'contacts.0.roles.0: must be one of interviewer, hiring_manager, hr, agency_recruiter, senior',
    ],
    [
      'a text above 64 kB',
      (i) => (i.process.nextSteps = 'x'.repeat(5_000_000)),
      'process.nextSteps: is larger than 64 kB',
    ],
    [
      'nobody with a name and a role',
      (i) =>
        (i.contacts = [
          { id: 'byrne', roles: ['hr'] },
          { id: 'oneill', name: 'C' },
        ]),
      'contacts: must have at least one contact with a name and a role',
    ],
    ['a missing field', (i) => delete i.role, 'role: is missing'],
  ])('%s', (_, change, problem) => {
    expect(problems(change)).toContain(problem);
  });

  test('many at once, one wrong field hiding none of the others', () => {
    const found = problems((i) => {
      i.candidate.timeZone = 'Nowhere';
      i.process.promisedDate = '2026-01-01';
      i.contacts[1].email = i.contacts[0].email;
      i.interview.startsAt = '2026-12-02T10:00:00Z';
    });
    expect(found).toHaveLength(4);
  });

  test.each([null, [], 'x', 7, undefined])('what is no object at all: %p', (sent) => {
    expect(readIntake(sent)).toEqual({ problems: [{ path: '', message: 'must be an intake object' }] });
  });
});
