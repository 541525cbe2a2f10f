/** What a person has to do: calls, texts to paste, questions. One row per step key. */
import type { TaskView } from '../client/service';
import type { LetterFlags, StepName } from '../policy/decision';
import { first, json, type Queryable } from './database';
import { newId } from './ids';

export interface Task extends TaskView {
  interviewId: string;
  candidateId: string;
  letter: LetterFlags;
  snoozedUntil: string | null;
  closedAt: string | null;
  outcome: string | null;
  note: string | null;
}

const COLUMNS = `id, interview_id as "interviewId", candidate_id as "candidateId", step, step_key as "stepKey", rules,
  reason, status, channel, about, due_at as "dueAt", title, text, contact, letter, snoozed_until as "snoozedUntil",
  closed_at as "closedAt", outcome, note`;

export interface NewTask {
  interviewId: string;
  candidateId: string;
  stepKey: string;
  step: StepName;
  rules: string[];
  reason: string;
  channel: string;
  about: string | null;
  title: string;
  text: string;
  contact: string | null;
  letter: LetterFlags;
  dueAt: string;
}

/** Makes the task of a step key. Where it is there already nothing changes, but a withdrawn one opens again. */
export async function openTask(q: Queryable, task: NewTask): Promise<Task> {
  const rows = await q.query<Task>(
    `insert into tasks (id, interview_id, candidate_id, step_key, step, rules, reason, channel, about, status, title,
       text, contact, letter, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', $10, $11, $12, $13, $14)
     on conflict (interview_id, step_key) do update set
       rules = excluded.rules, reason = excluded.reason, status = 'open', title = excluded.title, text = excluded.text,
       contact = excluded.contact, letter = excluded.letter, due_at = excluded.due_at, closed_at = null,
       snoozed_until = null, updated_real = now()
     where tasks.status = 'withdrawn'
     returning ${COLUMNS}`,
    [
      newId('task'),
      task.interviewId,
      task.candidateId,
      task.stepKey,
      task.step,
      json(task.rules),
      task.reason,
      task.channel,
      task.about,
      task.title,
      task.text,
      task.contact,
      json(task.letter),
      task.dueAt,
    ],
  );
  const made = rows[0] ?? (await findTaskByKey(q, task.interviewId, task.stepKey));
  if (!made) throw new Error(`no task for ${task.stepKey}`);
  return made;
}

export async function findTask(q: Queryable, id: string): Promise<Task | null> {
  return first(await q.query<Task>(`select ${COLUMNS} from tasks where id = $1`, [id]));
}

export async function findTaskByKey(q: Queryable, interviewId: string, stepKey: string): Promise<Task | null> {
  const rows = await q.query<Task>(`select ${COLUMNS} from tasks where interview_id = $1 and step_key = $2`, [
    interviewId,
    stepKey,
  ]);
  return first(rows);
}

/** All tasks of an interview, by due moment. */
export async function listTasks(q: Queryable, interviewId: string): Promise<Task[]> {
  return q.query<Task>(`select ${COLUMNS} from tasks where interview_id = $1 order by due_at, step_key`, [interviewId]);
}

/** Open and snoozed tasks of a candidate over all interviews, by due moment. */
export async function listOpenTasks(q: Queryable, candidateId: string): Promise<Task[]> {
  return q.query<Task>(
    `select ${COLUMNS} from tasks where candidate_id = $1 and status in ('open', 'snoozed') order by due_at, step_key`,
    [candidateId],
  );
}

/** What the contract shows of a row. */
export function taskView(task: Task): TaskView {
  const { id, step, stepKey, rules, reason, status, channel, about, dueAt, title, text, contact } = task;
  return { id, step, stepKey, rules, reason, status, channel, about, dueAt, title, text, contact };
}

/** Ends an open or snoozed task. The same end again changes nothing; null: it had ended otherwise. */
export async function closeTask(
  q: Queryable,
  id: string,
  end: {
    status: 'done' | 'dismissed' | 'withdrawn' | 'lapsed';
    at: string;
    outcome?: string | null;
    note?: string | null;
  },
): Promise<Task | null> {
  const rows = await q.query<Task>(
    `update tasks set status = $2, closed_at = coalesce(closed_at, $3), outcome = coalesce(outcome, $4),
       note = coalesce(note, $5), snoozed_until = null, updated_real = now()
     where id = $1 and status in ('open', 'snoozed', $2) returning ${COLUMNS}`,
    [id, end.status, end.at, end.outcome ?? null, end.note ?? null],
  );
  return first(rows);
}

export async function snoozeTask(q: Queryable, id: string, until: string): Promise<Task | null> {
  const rows = await q.query<Task>(
    `update tasks set status = 'snoozed', snoozed_until = $2, updated_real = now()
     where id = $1 and status in ('open', 'snoozed') returning ${COLUMNS}`,
    [id, until],
  );
  return first(rows);
}

/** The snooze is over: open again. */
export async function reopenTask(q: Queryable, id: string): Promise<Task | null> {
  const rows = await q.query<Task>(
    `update tasks set status = 'open', snoozed_until = null, updated_real = now()
     where id = $1 and status in ('open', 'snoozed') returning ${COLUMNS}`,
    [id],
  );
  return first(rows);
}

/** Another due moment, and new words where given, for a task that is not over. */
export async function retimeTask(
  q: Queryable,
  id: string,
  change: { dueAt: string; reason: string; title?: string; text?: string; letter?: LetterFlags },
): Promise<Task | null> {
  const rows = await q.query<Task>(
    `update tasks set due_at = $2, reason = $3, title = coalesce($4, title), text = coalesce($5, text),
       letter = coalesce($6::jsonb, letter), updated_real = now()
     where id = $1 and status in ('open', 'snoozed') returning ${COLUMNS}`,
    [
      id,
      change.dueAt,
      change.reason,
      change.title ?? null,
      change.text ?? null,
      change.letter ? json(change.letter) : null,
    ],
  );
  return first(rows);
}
