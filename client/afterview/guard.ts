/** G11: the candidate's own words are read by the etiquette guard before they may leave, with all that is on file. */

import type { Interview } from '../../data/interviews';
import type { Message } from '../../data/messages';
import { surroundingsOf } from '../../data/surroundings';
import { checkLetter } from '../../letters/guard';
import { guardContext } from '../../letters/guard-context';
import { letterRequest } from '../../policy/letter-request-of';
import { clockOf } from './clock';
import type { AfterviewDeps } from './deps';
import { factsOf } from './views';

/** A sentence for each finding that blocks: the words, the reason, the rule and what to say instead. */
export async function objections(
  deps: AfterviewDeps,
  row: Interview,
  message: Message,
  words: { subject: string; text: string },
): Promise<string[]> {
  const now = await clockOf(deps, row);
  const facts = await factsOf(deps, row);
  const around = await surroundingsOf(deps.db, row.id, now, deps);
  const opened = facts.findLast((fact) => fact.type === 'step_opened' && fact.step.key === message.stepKey);
  const { presentEmployer } = row.intake.candidate;
  const offers = around.offers.filter(({ status }) => status === 'open');
  const context =
    opened?.type === 'step_opened'
      ? guardContext(letterRequest(facts, opened.step, now, around), { offers, presentEmployer })
      : { step: message.step, offers, presentEmployer };
  return (
    checkLetter(words, context)
      .filter(({ severity }) => severity === 'block')
      // What stood there before was written by us, or has passed: nobody is blamed for the tone of words that are not theirs.
      .filter(({ rule, words: said }) => rule !== 'G11' || !message.text.replace(/\s+/g, ' ').includes(said))
      .map(({ words: said, reason, rule, better }) => `“${said}”: ${reason} (${rule}) ${better}`.trim())
  );
}
