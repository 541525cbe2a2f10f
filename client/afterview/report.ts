/** What a person tells an interview or asks of it; each waits until the pages show it. */
import { randomUUID } from 'node:crypto';
import type { UpdateDefinition } from '@temporalio/common';
import type { Interview } from '../../data/interviews';
import { findMessage, type Message, messageView } from '../../data/messages';
import { findTask, type Task, taskView } from '../../data/tasks';
import { fold } from '../../policy/case';
import {
  type Applied,
  approveDraft,
  completeTask,
  dismissTask,
  editDraft,
  type NewFact,
  reportEvent,
  setApproval as setApprovalUpdate,
  settleMessage,
  skipDraft,
  snoozeTask,
} from '../../workflows/messages';
import { isInstant } from '../intake/fields';
import { approvalChoice, approvalStep } from '../intake/shape';
import { type InterviewView, InvalidInput, type MessageView, NotFound, Refused, type TaskView } from '../service';
import { clockOf } from './clock';
import type { AfterviewDeps } from './deps';
import { parseEvent } from './event-schema';
import { objections } from './guard';
import { closedWords, revive } from './revive';
import { Ended, update } from './temporal';
import { factsOf, interviewRow, viewOf } from './views';

/** An event of the contract; news may open a closed interview again. */
export async function report(deps: AfterviewDeps, id: string, sent: unknown): Promise<InterviewView> {
  const row = await interviewRow(deps, id);
  const event = parseEvent(sent, fold(await factsOf(deps, row)), await clockOf(deps, row));
  const messageKey = randomUUID();
  try {
    await update(deps, row, reportEvent, { event }, messageKey);
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    await revive(deps, row, event, messageKey);
  }
  return viewOf(deps, await interviewRow(deps, id));
}

async function ask<P extends { messageKey?: string }>(
  deps: AfterviewDeps,
  row: Interview,
  definition: UpdateDefinition<Applied, [P]>,
  asked: Omit<P, 'messageKey'>,
): Promise<void> {
  try {
    await update(deps, row, definition, asked, randomUUID());
  } catch (error) {
    throw error instanceof Ended ? new Refused(closedWords(row)) : error;
  }
}

export async function setApproval(
  deps: AfterviewDeps,
  id: string,
  step: string,
  approval: string,
): Promise<InterviewView> {
  const row = await interviewRow(deps, id);
  if (!approvalStep.safeParse(step).success) throw new InvalidInput([{ path: 'step', message: 'is no step' }]);
  if (!approvalChoice.safeParse(approval).success) {
    throw new InvalidInput([{ path: 'approval', message: 'must be one of ask, send_unless_stopped, send' }]);
  }
  await ask(deps, row, setApprovalUpdate, { step, approval });
  return viewOf(deps, await interviewRow(deps, id));
}

async function messageOf(
  deps: AfterviewDeps,
  id: string,
  messageId: string,
): Promise<{ row: Interview; message: Message }> {
  const row = await interviewRow(deps, id);
  const message = await findMessage(deps.db, messageId);
  if (message?.interviewId !== id) throw new NotFound(`There is no message ${messageId} in this interview.`);
  return { row, message };
}

async function messageAfter(deps: AfterviewDeps, messageId: string): Promise<MessageView> {
  const message = await findMessage(deps.db, messageId);
  if (!message) throw new NotFound(`There is no message ${messageId}.`);
  return messageView(message);
}

export async function approve(deps: AfterviewDeps, id: string, messageId: string): Promise<MessageView> {
  const { row, message } = await messageOf(deps, id, messageId);
  await ask(deps, row, approveDraft, { key: message.stepKey });
  return messageAfter(deps, messageId);
}

/** @throws Refused with the guard's findings where the new words must not leave (G11). */
export async function edit(
  deps: AfterviewDeps,
  id: string,
  messageId: string,
  change: { subject?: string; text?: string },
): Promise<MessageView> {
  const { row, message } = await messageOf(deps, id, messageId);
  const words = { subject: change.subject ?? message.subject, text: change.text ?? message.text };
  mustBeWords(words);
  const findings = await objections(deps, row, message, words);
  if (findings.length > 0) throw new Refused(findings.join(' '));
  await ask(deps, row, editDraft, { key: message.stepKey, ...words });
  return messageAfter(deps, messageId);
}

function mustBeWords({ subject, text }: { subject: string; text: string }): void {
  const problems = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a line break in a subject could become a header.
  if (/[\u0000-\u001f\u007f]/.test(subject)) problems.push({ path: 'subject', message: 'must be one line' });
  if (subject.trim() === '') problems.push({ path: 'subject', message: 'is empty' });
  if (text.trim() === '') problems.push({ path: 'text', message: 'is empty' });
  if (Buffer.byteLength(text) > 64 * 1024) problems.push({ path: 'text', message: 'is larger than 64 kB' });
  if (Buffer.byteLength(subject) > 500) problems.push({ path: 'subject', message: 'is too long' });
  if (problems.length > 0) throw new InvalidInput(problems);
}

export async function skip(deps: AfterviewDeps, id: string, messageId: string): Promise<MessageView> {
  const { row, message } = await messageOf(deps, id, messageId);
  await ask(deps, row, skipDraft, { key: message.stepKey });
  return messageAfter(deps, messageId);
}

export async function settle(
  deps: AfterviewDeps,
  id: string,
  messageId: string,
  arrived: boolean,
): Promise<MessageView> {
  const { row, message } = await messageOf(deps, id, messageId);
  await ask(deps, row, settleMessage, { key: message.stepKey, arrived });
  return messageAfter(deps, messageId);
}

async function taskOf(deps: AfterviewDeps, id: string, taskId: string): Promise<{ row: Interview; task: Task }> {
  const row = await interviewRow(deps, id);
  const task = await findTask(deps.db, taskId);
  if (task?.interviewId !== id) throw new NotFound(`There is no task ${taskId} in this interview.`);
  return { row, task };
}

/** A task may outlive its interview: what an ending left to do is done on a closed one too, which stays closed. */
async function askOfTask<F extends NewFact & { key: string }>(
  deps: AfterviewDeps,
  row: Interview,
  { status }: Task,
  definition: UpdateDefinition<Applied, [Omit<F, 'type'> & { messageKey?: string }]>,
  fact: F,
): Promise<void> {
  const messageKey = randomUUID();
  const { type: _, ...asked } = fact;
  try {
    await update(deps, row, definition, asked, messageKey);
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    if (status !== 'open' && status !== 'snoozed') throw new Refused('This task is no longer open.');
    await revive(deps, row, fact, messageKey);
  }
}

async function taskAfter(deps: AfterviewDeps, taskId: string): Promise<TaskView> {
  const task = await findTask(deps.db, taskId);
  if (!task) throw new NotFound(`There is no task ${taskId}.`);
  return taskView(task);
}

export async function taskDone(
  deps: AfterviewDeps,
  id: string,
  taskId: string,
  { note, outcome }: { note?: string; outcome?: string },
): Promise<TaskView> {
  const { row, task } = await taskOf(deps, id, taskId);
  await askOfTask(deps, row, task, completeTask, {
    type: 'task_done',
    key: task.stepKey,
    ...(note !== undefined && { note }),
    ...(outcome !== undefined && { outcome }),
  });
  return taskAfter(deps, taskId);
}

export async function taskDismiss(deps: AfterviewDeps, id: string, taskId: string): Promise<TaskView> {
  const { row, task } = await taskOf(deps, id, taskId);
  await askOfTask(deps, row, task, dismissTask, { type: 'task_dismissed', key: task.stepKey });
  return taskAfter(deps, taskId);
}

export async function taskSnooze(deps: AfterviewDeps, id: string, taskId: string, until: string): Promise<TaskView> {
  if (!isInstant(until)) throw new InvalidInput([{ path: 'until', message: 'is no instant with a zone' }]);
  const { row, task } = await taskOf(deps, id, taskId);
  const fact = { type: 'task_snoozed', key: task.stepKey, until: new Date(until).toISOString() } as const;
  await askOfTask(deps, row, task, snoozeTask, fact);
  return taskAfter(deps, taskId);
}
