/**
 * Takes in what came, asks the rules, and does what the recorded answer says, again and again until nothing is left to do
 * now. What was done becomes facts, and facts bring about the next decision.
 */
import { ApplicationFailure, getExternalWorkflowHandle } from '@temporalio/workflow';
import type { Command, Decision } from '../policy/decision';
import { applyDecision, applyRequest, decide, record, sendMessage, tellAhead } from './acting';
import type { Desk } from './desk';
import { applySummary, sendSummary } from './details';
import { type Applied, tellSiblings } from './messages';
import type { Asked } from './refusals';
import { openKeys } from './step-states';

const MOST_DECISIONS_IN_A_ROW = 60;

export class Conduct {
  decision: Decision | null = null;
  /** Messages that the last gate refused without naming a moment; they are not offered again before news. */
  #refusedAtTheGate = new Set<string>();

  constructor(
    private readonly desk: Desk,
    private readonly who: { interviewId: string; candidateId: string },
  ) {}

  get standing(): Applied {
    const { stage = 'thanking', outcome = 'open' } = this.decision ?? {};
    return { stage, outcome, facts: this.desk.facts.length };
  }

  get isHeldAtTheGate(): boolean {
    return this.#refusedAtTheGate.size > 0;
  }

  /** After a day, or with any news, the gate is asked again. */
  askTheGateAgain(): void {
    this.#refusedAtTheGate.clear();
  }

  /**
   * Decides and does until there is nothing left to do now: it `rests`, or it has `ended`.
   * @throws ApplicationFailure `Restless` when the rules do not come to rest, and what activities throw
   */
  async turn(): Promise<'rests' | 'ended'> {
    for (let count = 0; count < MOST_DECISIONS_IN_A_ROW; count += 1) {
      await this.#takeIn();
      const decided = await decide({ ...this.#at(), facts: this.desk.facts });
      this.decision = decided;
      const commands = decided.commands.filter(
        (command) => command.do !== 'send' || !this.#refusedAtTheGate.has(command.key),
      );
      const news = await this.#store({ ...decided, commands });
      this.desk.answer();
      if (news) await this.#tellTheOthers(news);
      await this.#tellCandidateAhead(commands);
      if (commands.length === 0 && !this.desk.waiting) return decided.stage === 'closed' ? 'ended' : 'rests';
      for (const command of commands) await this.#carryOut(command);
    }
    throw ApplicationFailure.nonRetryable(
      `The rules asked for more than ${MOST_DECISIONS_IN_A_ROW} decisions in a row.`,
      'Restless',
    );
  }

  /** Ends it without asking the rules: nothing is left open and no letter goes out. */
  async closeQuietly(reason: string): Promise<void> {
    await this.#takeIn();
    const withdrawals = openKeys(this.desk.facts).map(
      (key): Command => ({ do: 'withdraw', key, rule: 'Order 1', reason: `Order 1: ${reason}` }),
    );
    this.desk.note({ type: 'candidate_withdraws', reason }, Date.now());
    for (const command of withdrawals) await this.#carryOut(command);
    this.desk.note({ type: 'closed' }, Date.now());
    this.decision = {
      stage: 'closed',
      outcome: 'withdrawn',
      promisedDate: this.decision?.promisedDate ?? null,
      commands: withdrawals,
      wakeAt: null,
      nextActionAt: null,
      needsPerson: false,
      next: [],
      holds: [],
    };
    await applyDecision.executeWithOptions({ summary: reason }, [{ ...this.#unstored(), decision: this.decision }]);
    this.desk.answer();
  }

  #at(): { interviewId: string; now: string } {
    return { interviewId: this.who.interviewId, now: new Date().toISOString() };
  }

  #unstored() {
    const { stored, facts } = this.desk;
    return { ...this.#at(), from: stored, facts: facts.slice(stored) };
  }

  async #takeIn(): Promise<void> {
    for (let message = this.desk.take(); message; message = this.desk.take()) {
      // What came in may lift whatever the gate refused for.
      this.askTheGateAgain();
      const { asked, place } = message;
      if (asked === null) continue;
      const reason = this.desk.refusal(asked, Date.now()) ?? (await this.#ledgerRefusal(asked));
      if (reason !== null) this.desk.refuse(place, reason);
      else if (asked.type === 'edit_draft') this.desk.note({ type: 'step_edited', key: asked.key }, Date.now());
      else this.desk.note(asked, Date.now());
    }
  }

  /** The ledger row has a say of its own: it may have begun to leave in this very moment. */
  async #ledgerRefusal(asked: Asked): Promise<string | null> {
    if (asked.type !== 'edit_draft' && asked.type !== 'step_settled') return null;
    try {
      return await applyRequest({ interviewId: this.who.interviewId, asked });
    } catch {
      return 'This could not be stored just now; please try again.';
    }
  }

  /** Drafts, tasks, facts and read model; only a `send` alone, with nothing new to remember, needs none of it. */
  async #store(decision: Decision): Promise<string | null> {
    const { commands } = decision;
    const work = { ...this.#unstored(), decision };
    const end = this.desk.facts.length;
    const quiet = commands.length === 0;
    if (commands.some(({ do: what }) => what !== 'send' && what !== 'close')) {
      const { tell } = await applyDecision.executeWithOptions({ summary: applySummary(commands) }, [work]);
      this.desk.stored = end;
      return tell;
    }
    if (!quiet && work.facts.length === 0) return null;
    const { tell } = await record({ ...work, quiet });
    this.desk.stored = end;
    return tell;
  }

  async #carryOut(command: Command): Promise<void> {
    const now = Date.now();
    switch (command.do) {
      case 'open':
        return this.desk.note({ type: 'step_opened', step: command.step }, now);
      case 'retime': {
        const { do: _, ...change } = command;
        return this.desk.note({ type: 'step_retimed', ...change }, now);
      }
      case 'withdraw':
        return this.desk.note({ type: 'step_withdrawn', key: command.key, rule: command.rule }, now);
      case 'lapse':
        return this.desk.note({ type: 'step_lapsed', key: command.key }, now);
      case 'close':
        return this.desk.note({ type: 'closed' }, now);
      case 'send':
        // Somebody may have written in this very moment: then it is decided anew first.
        if (!this.desk.waiting) await this.#send(command.key);
    }
  }

  async #send(key: string): Promise<void> {
    const summary = sendSummary(this.desk.stepOf(key), key);
    const done = await sendMessage.executeWithOptions({ summary }, [{ ...this.#at(), key }]);
    if (done.type === 'step_held' && (done.until === null || Date.parse(done.until) <= Date.now())) {
      this.#refusedAtTheGate.add(key);
    }
    this.desk.note(done, Date.now());
  }

  /** H15: what goes out unless stopped is announced, so that it can be stopped. */
  async #tellCandidateAhead(commands: readonly Command[]): Promise<void> {
    for (const command of commands) {
      if (command.do !== 'open' || command.step.mode !== 'send_unless_stopped') continue;
      const summary = `Tell the candidate ahead: ${command.step.step}`;
      await tellAhead.executeWithOptions({ summary }, [{ ...this.#at(), key: command.step.key }]);
    }
  }

  async #tellTheOthers(why: string): Promise<void> {
    const { candidateId, interviewId } = this.who;
    try {
      await getExternalWorkflowHandle(`candidate-${candidateId}`).signal(tellSiblings, { why, from: interviewId });
    } catch {
      // No candidate's workflow runs: nobody else is waiting for news.
    }
  }
}
