/** Every recorded history must still replay: an interview that began under an older release goes on under this one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DefaultLogger, Runtime, Worker, type WorkflowBundle } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { workflowBundle } from '../../workers/bundle';
import { historyFromJson } from '../support/histories';

const FOLDER = join(__dirname, 'histories');
const recorded = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

let bundle: WorkflowBundle;
beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  bundle = await workflowBundle();
}, 120_000);

const read = (name: string) => historyFromJson(readFileSync(join(FOLDER, name), 'utf8'));

test('there are histories of every workflow', () => {
  expect(recorded.length).toBeGreaterThanOrEqual(6);
});

test.each(recorded)(
  '%s replays',
  async (name) => {
    await Worker.runReplayHistory({ workflowBundle: bundle }, read(name), name.replace('.json', ''));
  },
  60_000,
);

test('the check can fail: a history of another workflow code is refused', async () => {
  const history = read('interview-never-answered.json');
  const sent = history.events
    ?.map((event) => event.activityTaskScheduledEventAttributes?.activityType)
    .find((type) => type?.name === 'sendMessage');
  if (!sent) throw new Error('no message was sent in it');
  sent.name = 'sendPostcard';
  await expect(Worker.runReplayHistory({ workflowBundle: bundle }, history, 'edited')).rejects.toBeInstanceOf(
    DeterminismViolationError,
  );
}, 60_000);
