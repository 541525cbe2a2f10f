/** What an operator reads on the workflow's page in the Temporal UI. No addresses; names only as reasons give them. */
import type { Command, Decision, Step } from '../policy/decision';

/** What the workflow waits for, in one line for the timeline (the UI cuts at 120 characters). */
export function waitSummary(decision: Decision): string {
  const next = ahead(decision)[0] ?? decision.next[0];
  const why = next ? `${stepWords(next.step)} (${next.rules.join(', ')})` : 'nothing is planned';
  const hold = decision.holds[0];
  return cut(hold ? `Held: ${hold.text} Then ${why}` : `Waits: ${why}`, 120);
}

/** The timeline's line for a message on its way: "Chase 2 to oneill: E2". */
export function sendSummary(step: Step | undefined, key: string): string {
  if (!step) return cut(`Send ${key}`, 120);
  const ask = step.letter.ask ? ` ${step.letter.ask}` : '';
  return cut(`${capital(stepWords(step.step))}${ask} to ${step.to.join(', ')}: ${step.rules.join(', ')}`, 120);
}

/** The timeline's line for what a decision changes: "Open 2, withdraw 1". */
export function applySummary(commands: readonly Command[]): string {
  const counts = new Map<string, number>();
  for (const command of commands) counts.set(command.do, (counts.get(command.do) ?? 0) + 1);
  return capital([...counts].map(([what, count]) => `${what} ${count}`).join(', '));
}

/** The whole page in Markdown: stage, what is waited for, until when and why, and what a person can do. */
export function details(decision: Decision, trouble: string | null, odd: readonly string[]): string {
  const lines = [
    `**${capital(decision.stage)}**, outcome ${decision.outcome}.`,
    decision.promisedDate
      ? `They ${decision.promisedDate.assumed ? 'are assumed to answer' : 'promised to answer'} by ${decision.promisedDate.date}.`
      : '',
    decision.wakeAt ? `Looks again at ${minute(decision.wakeAt)}.` : 'Looks again when something arrives.',
    ...decision.holds.map(
      (hold) => `- Held (${hold.rule}): ${hold.text}${hold.until ? ` Until ${minute(hold.until)}.` : ''}`,
    ),
    ...list('Next', ahead(decision)),
    ...list('Overdue', overdue(decision)),
    decision.needsPerson ? '\n**A person is needed**: a draft, task or mail waits in Afterview.' : '',
    trouble ? `\n**Trouble**: ${trouble} It is tried again by itself.` : '',
    ...odd.map((note) => `\nNot understood: ${note}`),
    decision.stage === 'closed'
      ? ''
      : '\nYou can: signal `feedbackReceived` {"outcome": "rejected"}, `candidateWithdraws` {}, or Cancel, which stops it without a letter.',
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/** Steps whose moment is still to come, and those whose moment has passed and that wait for a person. */
function ahead({ next, nextActionAt }: Decision): Step[] {
  return next.filter(({ due }) => nextActionAt === null || due >= nextActionAt);
}

function overdue({ next, nextActionAt }: Decision): Step[] {
  return next.filter(({ due }) => nextActionAt !== null && due < nextActionAt);
}

function list(title: string, steps: readonly Step[]): string[] {
  if (steps.length === 0) return [];
  return [
    `\n${title}:`,
    ...steps
      .slice(0, 5)
      .map(
        (step) =>
          `- ${minute(step.due)} ${stepWords(step.step)} by ${step.channel} to ${step.to.join(', ')}: ${step.reason}`,
      ),
  ];
}

function stepWords(step: string): string {
  return step.replaceAll('_', ' ');
}

function minute(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function cut(words: string, most: number): string {
  return words.length <= most ? words : `${words.slice(0, most - 1)}…`;
}
