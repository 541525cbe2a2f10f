import type { Decision, Step } from '../../policy/decision';
import { details, waitSummary } from '../../workflows/details';

/** What an operator reads in the Temporal UI. */

function step(name: Step['step'], due: string, rule: string): Step {
  return {
    key: `${name}:x:1`,
    step: name,
    rules: [rule],
    reason: `${rule}: because`,
    due,
    planned: due,
    to: ['oneill'],
    cc: [],
    channel: 'email',
    mode: 'ask',
    about: null,
    letter: {},
  };
}

const decision: Decision = {
  stage: 'asking',
  outcome: 'open',
  promisedDate: { date: '2026-12-11', assumed: false },
  commands: [],
  wakeAt: '2026-12-22T10:00:00.000Z',
  nextActionAt: '2026-12-22T10:00:00.000Z',
  needsPerson: true,
  next: [
    step('transcript', '2026-12-02T08:00:00.000Z', 'C5'),
    step('decision_maker', '2026-12-22T10:00:00.000Z', 'E4'),
    step('last_say', '2027-01-04T10:00:00.000Z', 'G8'),
  ],
  holds: [],
};

test('a timer says what is to come, not what somebody has left undone', () => {
  expect(waitSummary(decision)).toBe('Waits: decision maker (E4)');
  expect(waitSummary({ ...decision, nextActionAt: '2026-12-02T08:00:00.000Z' })).toBe('Waits: transcript (C5)');
});

test('the details keep what is overdue apart from what is next', () => {
  const text = details(decision, null, []);
  const [, next = '', waiting = ''] = text.split(/\n(?:Next|Overdue):\n/);
  expect(next).toMatch(/^- 2026-12-22 10:00 UTC decision maker/);
  expect(next).not.toContain('transcript');
  expect(waiting).toMatch(/^- 2026-12-02 08:00 UTC transcript by email to oneill: C5: because/);
});
