import { readIntake } from '../../client/intake/schema';
import { eventFromForm } from '../../client/web/form/event-forms';
import { RULE_GROUPS, ruleWords } from '../../client/web/rule-words';
import { reasonsOf, reasonText } from '../../client/web/words/evidence-words';
import { instantOf, wallClock } from '../../client/web/words/local-time';
import { calendarDay, city, distance, moment } from '../../client/web/words/moments';
import { peopleOf } from '../../client/web/words/people';
import { answersTo } from '../../client/web/words/task-answers';
import type { Intake } from '../../policy/intake';
import { sampleIntake } from '../support/sample-intake';

const read = readIntake(sampleIntake);
if ('problems' in read) throw new Error(JSON.stringify(read.problems));
const intake: Intake = read.intake;

test('a moment always has its weekday and the city whose clock is meant', () => {
  expect(moment('2026-12-14T10:00:00Z', 'Europe/Dublin')).toBe('Mon 14 Dec 2026, 10:00 Dublin');
  expect(moment('2026-12-14T23:30:00Z', 'Asia/Singapore')).toBe('Tue 15 Dec 2026, 07:30 Singapore');
  expect(moment('2026-07-01T12:00:00Z', 'America/Argentina/Buenos_Aires')).toBe('Wed 1 Jul 2026, 09:00 Buenos Aires');
  expect(moment('never', 'Europe/Dublin')).toBe('never');
  expect(calendarDay('2026-12-11')).toBe('Fri 11 Dec 2026');
  expect(city('UTC')).toBe('UTC');
});

test.each([
  ['2026-12-04T12:00:00Z', 'in 3 days'],
  ['2026-12-02T00:30:00Z', 'tomorrow'],
  ['2026-12-01T18:00:00Z', 'today'],
  ['2026-12-01T10:00:00Z', 'now'],
  ['2026-11-30T10:00:00Z', '1 day late'],
  ['2026-11-28T10:00:00Z', '3 days late'],
])('%s is %s at noon on 1 December', (instant, words) => {
  expect(distance(instant, '2026-12-01T12:00:00Z', 'Europe/Dublin')).toBe(words);
});

test('a wall clock reading is an instant in its zone, summer time included', () => {
  expect(instantOf('2026-07-01', '11:30', 'Europe/Dublin')).toBe('2026-07-01T10:30:00.000Z');
  expect(instantOf('2026-12-01', '11:30', 'Europe/Dublin')).toBe('2026-12-01T11:30:00.000Z');
  expect(instantOf('2026-03-29', '01:30', 'Europe/Dublin')).toBe('2026-03-29T01:30:00.000Z');
  expect(instantOf('2026-02-30', '11:30', 'Europe/Dublin')).toBeNull();
  expect(instantOf('2026-12-01', '25:00', 'Europe/Dublin')).toBeNull();
  expect(instantOf('2026-12-01', '11:30', 'Mars/Base')).toBeNull();
  expect(wallClock('2026-07-01T10:30:00.000Z', 'Europe/Dublin')).toEqual({ date: '2026-07-01', time: '11:30' });
});

test('every rule of the rulebook has one plain sentence', () => {
  const counts: Record<string, number> = { A: 4, B: 6, C: 5, D: 4, E: 8, F: 1, G: 11, H: 17, I: 7 };
  const ids = Object.entries(counts).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, n) => `${letter}${n + 1}`),
  );
  expect(RULE_GROUPS.flatMap(({ rules }) => rules.map(({ id }) => id))).toEqual(ids);
  for (const id of ids) expect(ruleWords(id)).toMatch(/^[“A-Z].*\.$/);
  expect(ruleWords('Z9')).toBeNull();
});

test('a guess is explained in plain words, with those of the mail as it has them and no inner names', () => {
  const evidence = [
    'headerList: List-Id',
    'c.neg: not',
    'decline: für eine andere Bewerberin entschieden',
    'subject.declineSelect: leider nicht',
    'short: ',
    'words: “went with”, “candidate”',
    'smtp; 550 5.1.1 no such user',
  ];
  expect(reasonsOf(evidence).map(reasonText)).toEqual([
    'it was sent to a mailing list',
    'says no: “für eine andere Bewerberin entschieden”, “leider nicht”',
    '“went with”, “candidate”, “smtp; 550 5.1.1 no such user”',
  ]);
});

test('people are found by id and by address', () => {
  const people = peopleOf(intake);
  expect(people.name('byrne')).toBe('Dr Aoife Byrne');
  expect(people.name('candidate')).toBe('you');
  expect(people.name('gone')).toBe('gone');
  expect(people.recipient('Aoife.Byrne@northwind.test')).toBe('Dr Aoife Byrne <Aoife.Byrne@northwind.test>');
  expect(people.zone('r2')).toBe('Asia/Singapore');
  expect(people.zoneOfAddress('nobody@x.test')).toBe('Europe/Stockholm');
});

describe('the event that a form stands for', () => {
  test('leaves out what was left empty, and ticks are true or false', () => {
    expect(
      eventFromForm('feedback_received', { outcome: 'holding', promisedDate: '2026-12-18', answerBy: ' ' }, intake),
    ).toEqual({
      type: 'feedback_received',
      outcome: 'holding',
      promisedDate: '2026-12-18',
      reasonGiven: false,
    });
    expect(eventFromForm('call_logged', { contactId: 'byrne', direction: 'out', reached: 'on' }, intake)).toEqual({
      type: 'call_logged',
      contactId: 'byrne',
      direction: 'out',
      reached: true,
    });
  });

  test('reads times on the right clock', () => {
    const form = { 'at.date': '2026-12-03', 'at.time': '14:00', contactId: 'byrne' };
    expect(eventFromForm('call_agreed', form, intake)).toMatchObject({ at: '2026-12-03T13:00:00.000Z' });
    const moved = { 'endsAt.date': '2026-12-03', 'endsAt.time': '14:00' };
    expect(eventFromForm('interview_rescheduled', moved, intake)).toMatchObject({ endsAt: '2026-12-03T14:00:00.000Z' });
  });

  test('puts together a person, a promise, a yes or no', () => {
    expect(
      eventFromForm(
        'contact_changed',
        { replaces: 'oneill', 'contact.givenName': 'Sorcha', 'contact.role': 'hr' },
        intake,
      ),
    ).toEqual({ type: 'contact_changed', replaces: 'oneill', contact: { givenName: 'Sorcha', roles: ['hr'] } });
    expect(
      eventFromForm(
        'contact_address',
        { 'contact.id': 'oneill', 'contact.email': 'c@n.test', 'contact.mayCall': 'on' },
        intake,
      ),
    ).toEqual({
      type: 'contact_changed',
      contact: { id: 'oneill', email: 'c@n.test', mayContact: ['email', 'phone'] },
    });
    expect(eventFromForm('promise_added', { 'promise.what': 'a link', 'promise.to': 'byrne' }, intake)).toEqual({
      type: 'promise_added',
      promise: { what: 'a link', to: ['byrne'], kind: 'separate' },
    });
    expect(
      eventFromForm(
        'referee_added',
        { replaces: 'r1', 'referee.name': 'Mina Kahl', 'referee.relationship': 'colleague', 'referee.agreed': 'on' },
        intake,
      ),
    ).toEqual({
      type: 'referee_added',
      replaces: 'r1',
      referee: { name: 'Mina Kahl', relationship: 'colleague', agreed: true, presentEmployer: false },
    });
    expect(eventFromForm('referee_replied', { refereeId: 'r1', agrees: 'no', prefers: '' }, intake)).toEqual({
      type: 'referee_replied',
      refereeId: 'r1',
      agrees: false,
    });
    expect(eventFromForm('reflection_given', { text: 'Good.' }, intake)).toEqual({
      type: 'reflection_given',
      text: 'Good.',
    });
  });
});

describe('a task is answered by what it asks', () => {
  const texts = (task: Parameters<typeof answersTo>[0]) => answersTo(task).buttons.map(({ text }) => text);

  test('a call in one tap, thoughts in words, a question with its own answer, all else with Done', () => {
    expect(texts({ channel: 'phone', about: null, step: 'chase' })).toEqual([
      'We spoke',
      'No answer',
      'Left a message',
    ]);
    expect(texts({ channel: 'task', about: null, step: 'reflection' })).toEqual([]);
    expect(texts({ channel: 'task', about: 'took_place', step: 'reflection' })).toEqual(['It took place']);
    expect(texts({ channel: 'task', about: 'no_reply_yet', step: 'chase' })).toEqual(['No reply yet']);
    expect(texts({ channel: 'task', about: 'constructor', step: 'move_on' })).toEqual(['Done']);
  });
});
