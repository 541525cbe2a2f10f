/** What the history of an interview tells. */
import { timelineOf } from '../../client/afterview/timeline';
import { toMs } from '../../policy/calendar';
import { fold } from '../../policy/case';
import { viewOf } from '../../policy/view';
import { around, facts, intake } from '../policy/stage';

it.each([
  [{ doNotWrite: true, doNotWriteAll: true }, 'The mail was read: it is a no. They asked not to be written to again.'],
  [{ doNotWrite: true }, 'The mail was read: it is a no. They asked not to be written to again.'],
  [{}, 'The mail was read: it is a no.'],
])('H14 a wish to be left in peace stands in the history: %j', (wish, told) => {
  const at = '2026-12-09T10:00:00Z';
  const all = [
    { v: 1 as const, at: '2026-12-01T11:30:00Z', type: 'intake' as const, intake: intake() },
    ...facts([{ at, type: 'mail_sorted', mailKey: 'm', kind: 'rejection', by: 'reader', contactId: 'byrne', ...wish }]),
  ];
  const entries = timelineOf(all, viewOf(fold(all), toMs(at), around(intake())), new Map());
  expect(entries.at(-1)?.text).toBe(told);
});
