/**
 * Records the histories that `test/replay` replays: real runs of every kind of workflow on a real server. Run it when the
 * workflows are meant to have changed; a change that breaks running interviews shows before, when the old ones are replayed.
 *
 *     npx tsx scripts/record-histories.ts
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openAfterview, type TestAfterview } from '../test/support/afterview';
import { closeTestRun, openTestRun, runFolderVariable } from '../test/support/engine';
import { historyToJson } from '../test/support/histories';
import { freshIntake } from '../test/support/intakes';
import { until } from '../test/support/until';
import type { interview } from '../workflows/interview';

const FOLDER = join(__dirname, '..', 'test', 'replay', 'histories');

async function main(): Promise<void> {
  const run = await openTestRun();
  process.env[runFolderVariable] = run;
  const app = await openAfterview();
  try {
    await mkdir(FOLDER, { recursive: true });
    for (const [name, story] of Object.entries(STORIES)) {
      const { workflowId, runId } = await story(app);
      const history = await app.client.workflow.getHandle(workflowId, runId).fetchHistory();
      await writeFile(join(FOLDER, `${name}.json`), historyToJson(history));
      console.log(`${name}: ${history.events?.length} events`);
    }
  } finally {
    await app.close();
    await closeTestRun(run);
  }
}

const STORIES: Record<string, (app: TestAfterview) => Promise<{ workflowId: string; runId?: string }>> = {
  async 'interview-never-answered'(app) {
    const { view } = await app.service.startInterview(freshIntake(), null);
    await app.service.fastForward(view.id, { days: 75 });
    return { workflowId: view.workflowId };
  },

  async 'interview-drafts-and-a-no'(app) {
    const asking = freshIntake((intake) => {
      intake.approval = { default: 'ask', thank_you: 'send_unless_stopped' };
    });
    const { view } = await app.service.startInterview(asking, null);
    app.mails.answers.push({ outcome: 'uncertain', why: 'lost after the final dot' });
    await app.service.fastForward(view.id, { days: 4 });
    const [draft] = (await app.service.messages(view.id)).filter(({ status }) => status === 'draft');
    if (draft) {
      await app.service.edit(view.id, draft.id, { text: `${draft.text}\n\nP.S. Thank you.` });
      await app.service.approve(view.id, draft.id);
    }
    await app.service.report(view.id, { type: 'feedback_received', outcome: 'rejected' });
    await app.service.fastForward(view.id, { days: 10 });
    return { workflowId: view.workflowId };
  },

  async 'interview-cancelled-in-the-ui'(app) {
    const { view } = await app.service.startInterview(freshIntake(), null);
    const handle = app.client.workflow.getHandle(view.workflowId);
    await handle.cancel();
    await handle.result().catch(() => undefined);
    return { workflowId: view.workflowId };
  },

  async 'interview-continued-as-new'(app) {
    const { view } = await app.service.startInterview(freshIntake(), null);
    await app.client.workflow.getHandle(view.workflowId).terminate();
    const rows = await app.db.query<{ fact: never }>('select fact from facts where interview_id = $1 order by seq', [
      view.id,
    ]);
    const facts = rows.map(({ fact }) => fact);
    const first = await app.client.workflow.start<typeof interview>('interview', {
      taskQueue: app.taskQueue,
      workflowId: view.workflowId,
      args: [{ interviewId: view.id, candidateId: view.candidateId, facts, stored: facts.length, mostEvents: 25 }],
    });
    await app.service.fastForward(view.id, { days: 12 });
    return { workflowId: view.workflowId, runId: first.firstExecutionRunId };
  },

  async candidate(app) {
    const intake = freshIntake();
    const { view } = await app.service.startInterview(intake, null);
    await app.service.startInterview({ ...intake, role: 'Platform Engineer' }, null);
    await app.service.addOffer(view.candidateId, {
      organisation: 'Southwind',
      receivedOn: view.now.slice(0, 10),
      answerBy: view.now.slice(0, 10),
    });
    await app.service.fastForward(view.id, { days: 10 });
    return { workflowId: `candidate-${view.candidateId}` };
  },

  async 'inbound-mail'(app) {
    const intake = freshIntake((sent) => {
      sent.contacts[1].email = 'conor@recorded.test';
    });
    await app.service.startInterview(intake, null);
    const raw = `From: conor@recorded.test\r\nTo: x@y.test\r\nMessage-ID: <${Date.now()}@recorded.test>\r\nSubject: News\r\n\r\nWe decided not to move forward with your application.\r\n`;
    const { id } = await app.service.receiveMail({
      raw: Buffer.from(raw),
      envelopeRecipient: null,
      source: 'raw',
      trusted: true,
    });
    await until(
      () => app.service.inboxItem(id),
      ({ state }) => state !== 'stored' && state !== 'read',
      60_000,
    );
    const [mail] = await app.db.query<{ key: string }>('select mail_key as key from inbox where id = $1', [id]);
    await app.client.workflow.getHandle(`inbound-${mail?.key}`).result();
    return { workflowId: `inbound-${mail?.key}` };
  },
};

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
