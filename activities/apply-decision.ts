/** Carries out what a decision changes in drafts and tasks, and stores it with the facts. Each part may be repeated. */
import type { Queryable } from '../data/database';
import { readFacts } from '../data/facts';
import type { Interview } from '../data/interviews';
import {
  findMessageByKey,
  lapseMessage,
  openDraft,
  retimeMessage,
  rewriteDraft,
  withdrawMessage,
} from '../data/messages';
import { surroundingsOf } from '../data/surroundings';
import { closeTask, findTaskByKey, openTask, retimeTask } from '../data/tasks';
import type { Command, Step } from '../policy/decision';
import type { ActivityDeps } from './deps';
import { messageIdFor } from './mail/message-id';
import { ledgerOf } from './project-people';
import { newsForOthers, type ToRecord, writeDecision, writeFacts } from './record';
import { addressesFor, type CaseNow, contactName, threadFor, wordsFor } from './wording';

/**
 * Stores new facts; opens, moves, withdraws and lapses drafts and tasks as commanded; leaves `send` and `close` to the
 * workflow. Answers what the candidate's other interviews should be told, or null.
 */
export async function applyDecision(deps: ActivityDeps, work: ToRecord): Promise<{ tell: string | null }> {
  const { db } = deps;
  const { interviewId, now } = work;
  const interview = await db.transaction((tx) => writeFacts(tx, work));
  const facts = await readFacts(db, interviewId);
  const around = await surroundingsOf(db, interviewId, now, { inboundConfigured: deps.inboundConfigured });
  const desk = new Drafting(deps, db, interview, { interviewId, facts, now, around });
  for (const command of work.decision.commands) await desk.carryOut(command);
  await writeDecision(db, work, interview);
  return { tell: await newsForOthers(db, work) };
}

class Drafting {
  constructor(
    private readonly deps: ActivityDeps,
    private readonly q: Queryable,
    private readonly interview: Interview,
    private readonly known: CaseNow,
  ) {}

  async carryOut(command: Command): Promise<void> {
    switch (command.do) {
      case 'open':
        return command.step.channel === 'email' ? this.draft(command.step) : this.task(command.step);
      case 'retime':
        return this.retime(command);
      case 'withdraw':
        return this.end(command.key, 'withdrawn', command.rule);
      case 'lapse':
        return this.end(command.key, 'lapsed', command.rule);
      default:
    }
  }

  private async draft(step: Step): Promise<void> {
    const thread = await threadFor(this.q, this.interview.id, step);
    const letter = await wordsFor(this.deps, this.known, step, thread);
    await openDraft(this.q, {
      ...this.row(step),
      contactIds: step.to,
      to: addressesFor(this.known, step.to),
      cc: addressesFor(this.known, step.cc),
      organisationKey: ledgerOf(this.interview),
      subject: letter.subject,
      text: letter.text,
      mode: step.mode,
      messageId: messageIdFor(this.interview.id, step.key),
      inReplyTo: thread.inReplyTo,
      references: thread.references,
    });
  }

  private async task(step: Step): Promise<void> {
    const words = await wordsFor(this.deps, this.known, step, { subject: null, inReplyTo: null, references: [] });
    await openTask(this.q, {
      ...this.row(step),
      about: step.about,
      title: words.subject,
      text: words.text,
      contact: contactName(this.known, step),
    });
  }

  private row(step: Step) {
    return {
      interviewId: this.interview.id,
      candidateId: this.interview.candidateId,
      stepKey: step.key,
      step: step.step,
      rules: step.rules,
      reason: step.reason,
      channel: step.channel,
      letter: step.letter,
      dueAt: step.due,
    };
  }

  /** Moved, and written anew where what it says changed; the candidate's own words stay. */
  private async retime({ key, due, reason, letter }: Extract<Command, { do: 'retime' }>): Promise<void> {
    const opened = this.known.facts.findLast((fact) => fact.type === 'step_opened' && fact.step.key === key);
    const step = opened?.type === 'step_opened' ? { ...opened.step, due, reason, letter } : null;
    if (!step) return;
    if (step.channel === 'email') {
      const row = await findMessageByKey(this.q, this.interview.id, key);
      if (!row) return;
      await retimeMessage(this.q, row.id, due, reason);
      if (row.status !== 'draft' || row.edited) return;
      const words = await wordsFor(this.deps, this.known, step, await threadFor(this.q, this.interview.id, step));
      await rewriteDraft(this.q, row.id, { ...words, letter });
      return;
    }
    const task = await findTaskByKey(this.q, this.interview.id, key);
    const words = await wordsFor(this.deps, this.known, step, { subject: null, inReplyTo: null, references: [] });
    if (task) await retimeTask(this.q, task.id, { dueAt: due, reason, letter, title: words.subject, text: words.text });
  }

  private async end(key: string, status: 'withdrawn' | 'lapsed', rule: string): Promise<void> {
    const row = await findMessageByKey(this.q, this.interview.id, key);
    if (row) await (status === 'lapsed' ? lapseMessage(this.q, row.id) : withdrawMessage(this.q, row.id, rule));
    const task = await findTaskByKey(this.q, this.interview.id, key);
    if (task) await closeTask(this.q, task.id, { status, at: this.known.now });
  }
}
