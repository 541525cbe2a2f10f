import fc from 'fast-check';
import { parseIntake, readIntake } from '../../client/intake/schema';
import { labelOf } from '../../client/web/form/field-labels';
import { asList, type FlatForm, listed } from '../../client/web/form/flat-form';
import { addEntry, changeEntries } from '../../client/web/form/intake-entries';
import { carriedOver, intakeToForm } from '../../client/web/form/intake-to-form';
import { formToIntake, problemsToFields } from '../../client/web/intake-form';
import { sampleIntake } from '../support/sample-intake';

const intake = parseIntake(sampleIntake);
const form = intakeToForm(intake);

test('the form of an intake yields the very same intake', () => {
  expect(parseIntake(formToIntake(form).intake)).toEqual(intake);
});

test('so does that of one through an agency, with everything chosen', () => {
  const other = parseIntake({
    ...sampleIntake,
    route: { kind: 'agency', agency: 'Tern & Co', recruiterContactId: 'oneill' },
    organisation: { id: 'nw', name: 'Northwind', country: 'US', timeZone: 'America/Chicago' },
    interview: { endsAt: '2026-07-01T20:00:00Z', round: 2, language: 'sv', topics: ['a, b and c'] },
    process: { id: 'p7', promisedDate: '2026-07-20', dateNamedBy: 'byrne', nextSteps: 'Call\nthen offer' },
    approval: { default: 'send_unless_stopped', thank_you: 'send' },
    settings: { workingHours: { from: 8, to: 16 }, revisitMonths: 6 },
    documents: { transcript: 'transcript.pdf' },
  });
  expect(parseIntake(formToIntake(intakeToForm(other)).intake)).toEqual(other);
});

test('an empty form is an intake of which everything needed is missing', () => {
  const read = readIntake(formToIntake({}).intake);
  const paths = 'problems' in read ? read.problems.map(({ path }) => path) : [];
  expect(paths).toEqual(
    expect.arrayContaining([
      'candidate.name',
      'candidate.email',
      'candidate.timeZone',
      'candidate.country',
      'organisation.name',
      'organisation.country',
      'role',
      'interview.endsAt',
      'contacts',
    ]),
  );
});

test('entries that nobody has begun are left out', () => {
  let more: FlatForm = form;
  for (const group of ['contacts', 'referees', 'promises', 'process.absences', 'circumstances'] as const)
    more = addEntry(more, group).form;
  expect(parseIntake(formToIntake(more).intake)).toEqual(intake);
});

test('the times may be on the candidate’s own clock', () => {
  const own = formToIntake({ ...form, 'interview.clock': 'candidate' }).intake;
  expect(own.interview).toMatchObject({ endsAt: '2026-12-01T10:30:00.000Z' });
  const { 'organisation.timeZone': _zone, ...without } = form;
  expect(formToIntake(without).intake.interview).toMatchObject({ endsAt: '2026-12-01T11:30:00.000Z' });
});

describe('problems', () => {
  const fieldsOf = (changed: FlatForm) => {
    const read = formToIntake(changed);
    const result = readIntake(read.intake);
    return problemsToFields('problems' in result ? result.problems : [], read, changed);
  };

  test('stand beside the field they belong to, blank entries before it or not', () => {
    const { 'contacts.1.givenName': _given, ...gap } = addEntry(form, 'contacts').form;
    const blank = Object.fromEntries(Object.entries(gap).filter(([name]) => !name.startsWith('contacts.1.')));
    const fields = fieldsOf({
      ...blank,
      'contacts.1.id': 'c9',
      'contacts.2.email': 'no address',
      'promises.0.dueOn': 'soon',
      'process.absences.0.to': '2026-12-01',
      'referees.1.country': 'XX',
    });
    expect([...fields.keys()]).toEqual(
      expect.arrayContaining(['contacts.2.email', 'promises.0.dueOn', 'process.absences.0.to', 'referees.1.country']),
    );
  });

  test('of what the form splits up stand beside the part', () => {
    const fields = fieldsOf({
      ...form,
      'interview.endTime': '',
      'interview.startTime': '99:00',
      'contacts.0.topics': `${'x'.repeat(400)}\n`,
      'contacts.0.notes': 'bell \u0007',
      'candidate.presentEmployer.domains': 'not a domain',
      'settings.chaseDays': '99',
    });
    expect([...fields.keys()].sort()).toEqual([
      'candidate.presentEmployer.domains',
      'contacts.0.notes',
      'contacts.0.topics',
      'interview.endTime',
      'interview.startTime',
      'settings.chaseDays',
    ]);
  });

  test('every path of the intake has a label, or is told as it is', () => {
    expect(labelOf('contacts.1.email')).toBe('Email (person 2)');
    expect(labelOf('process.absences.0.from')).toBe('First day away (absence 1)');
    expect(labelOf('contacts.0')).toBe('Person 1');
    expect(labelOf('nothing')).toBeNull();
  });
});

describe('buttons without JavaScript', () => {
  test('add and remove entries, and what pointed at them', () => {
    const added = changeEntries(form, 'add:contacts');
    expect(added?.focus).toBe('contacts.3.givenName');
    expect(added?.form['contacts.3.id']).toBe('c4');
    const removed = changeEntries(form, 'remove:contacts:0')?.form ?? {};
    expect(Object.keys(removed).filter((name) => name.startsWith('contacts.0.'))).toEqual([]);
    expect(removed['promises.0.to.byrne']).toBeUndefined();
    expect(removed['process.absences.0.contactId']).toBeUndefined();
    expect(changeEntries(form, 'submit')).toBeNull();
    expect(changeEntries(form, 'add:constructor')).toBeNull();
  });

  test('stop somewhere', () => {
    let many: FlatForm = {};
    for (let n = 0; n < 60; n += 1) many = addEntry(many, 'contacts').form;
    expect(Object.keys(many).filter((name) => name.endsWith('.id'))).toHaveLength(50);
  });
});

test('what is carried over: the person; for a next round the people too, one round further', () => {
  const person = carriedOver(intake, false);
  expect(person['candidate.email']).toBe('maya@candidate.test');
  expect(Object.keys(person).some((name) => /^(contacts|organisation|role|interview|promises)/.test(name))).toBe(false);
  const round = carriedOver(intake, true);
  expect(round).toMatchObject({
    role: 'Senior Data Engineer',
    'interview.round': '2',
    'contacts.0.familyName': 'Byrne',
  });
  expect(Object.keys(round).some((name) => /notes|promises|promisedDate/.test(name))).toBe(false);
});

test('lists survive the way through a text field', () => {
  const item = fc
    .string({ minLength: 1 })
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
  fc.assert(
    fc.property(fc.array(item, { maxLength: 6 }), (items) => {
      fc.pre(items.length !== 1 || !/[,;]/.test(items[0] ?? '') || true);
      expect(listed(asList(items))).toEqual(items);
    }),
  );
  expect(listed('one, two; three')).toEqual(['one', 'two', 'three']);
});

test('no form, however odd, breaks the reading of it', () => {
  const name = fc.oneof(
    fc.constantFrom(...Object.keys(form)),
    fc.string(),
    fc.constantFrom('contacts.999.id', 'contacts..', '__proto__', 'approval.', 'promises.0.to.'),
  );
  fc.assert(
    fc.property(fc.dictionary(name, fc.string()), (odd) => {
      const read = formToIntake(odd);
      const result = readIntake(read.intake);
      problemsToFields('problems' in result ? result.problems : [], read, odd);
    }),
    { numRuns: 300 },
  );
});
