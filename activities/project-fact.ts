/** What one fact changes in the tables beside the list of facts. Repeating it changes nothing. */
import { findCandidate, setCandidateAway } from '../data/candidates';
import type { Queryable } from '../data/database';
import type { Interview } from '../data/interviews';
import { approveMessage, findMessageByKey, type Message, skipMessage } from '../data/messages';
import { closeTask, findTaskByKey, snoozeTask, type Task } from '../data/tasks';
import type { Fact } from '../policy/facts';
import { projectPeople } from './project-people';

export async function projectFact(tx: Queryable, interview: Interview, fact: Fact, seq: number): Promise<void> {
  const message = async (key: string, change: (row: Message) => Promise<unknown>) => {
    const row = await findMessageByKey(tx, interview.id, key);
    if (row) await change(row);
  };
  const task = async (key: string, change: (row: Task) => Promise<unknown>) => {
    const row = await findTaskByKey(tx, interview.id, key);
    if (row) await change(row);
  };
  switch (fact.type) {
    case 'step_approved':
      return message(fact.key, (row) => approveMessage(tx, row.id, fact.at));
    case 'step_skipped':
      return message(fact.key, (row) => skipMessage(tx, row.id));
    case 'task_done':
      return task(fact.key, (row) =>
        closeTask(tx, row.id, { status: 'done', at: fact.at, outcome: fact.outcome ?? null, note: fact.note ?? null }),
      );
    case 'task_dismissed':
      return task(fact.key, (row) => closeTask(tx, row.id, { status: 'dismissed', at: fact.at }));
    case 'task_snoozed':
      return task(fact.key, (row) => snoozeTask(tx, row.id, fact.until));
    case 'absence':
      if (fact.contactId === 'candidate') await addOwnHoliday(tx, interview.candidateId, fact.from, fact.to);
      return;
    default:
      return projectPeople(tx, interview, fact, seq);
  }
}

async function addOwnHoliday(tx: Queryable, candidateId: string, from: string, to: string): Promise<void> {
  const away = (await findCandidate(tx, candidateId))?.away ?? [];
  if (away.some((range) => range.from === from && range.to === to)) return;
  await setCandidateAway(tx, candidateId, [...away, { from, to }]);
}
