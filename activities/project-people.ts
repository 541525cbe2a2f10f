/** Facts about people: who was called or written to by hand (H12), who must be left in peace (H14), which referee agreed (C2). */
import type { Queryable } from '../data/database';
import { addDoNotWrite } from '../data/do-not-write';
import { readFacts } from '../data/facts';
import type { Interview } from '../data/interviews';
import { recordOutreach } from '../data/outreach';
import { setRefereeState } from '../data/referees';
import { findTaskByKey } from '../data/tasks';
import { type Case, fold, NEITHER_GAP } from '../policy/case';
import type { StepName } from '../policy/decision';
import type { Fact } from '../policy/facts';
import { normaliseAddress } from '../policy/identity';

export async function projectPeople(tx: Queryable, interview: Interview, fact: Fact, seq: number): Promise<void> {
  switch (fact.type) {
    case 'call_logged':
      if (fact.direction === 'out') await outreach(tx, interview, `call:${seq}`, 'call', fact.at, one(fact.contactId));
      return;
    case 'message_sent_by_hand':
      return outreach(tx, interview, `by_hand:${seq}`, 'by_hand', fact.at, one(fact.contactId));
    case 'promise_kept': {
      const to = (await caseOf(tx, interview)).promises.get(fact.promiseId)?.promise.to ?? [];
      return outreach(tx, interview, `by_hand:${seq}`, 'by_hand', fact.at, to);
    }
    case 'task_done':
      return dialled(tx, interview, fact.key, fact.at);
    case 'do_not_write':
      return leaveInPeace(tx, interview, fact.contactId);
    case 'mail_sorted':
      if (fact.doNotWriteAll) await leaveInPeace(tx, interview, undefined);
      else if (fact.doNotWrite) await leaveInPeace(tx, interview, fact.contactId ?? fact.refereeId);
      if (fact.refereeId && fact.refereeAgrees !== undefined) {
        await refereeSaid(tx, interview, fact.refereeId, fact.refereeAgrees, null, fact.at);
      }
      return;
    case 'referee_added':
      if (fact.referee.agreed) {
        await refereeSaid(tx, interview, fact.referee.id, true, fact.referee.prefers, fact.at);
      }
      return;
    case 'referee_replied':
      return refereeSaid(tx, interview, fact.refereeId, fact.agrees, fact.prefers ?? null, fact.at);
    default:
  }
}

/** A call that was made, or a text that was pasted, is outreach like a mail, answered or not (E3, H12). */
async function dialled(tx: Queryable, interview: Interview, key: string, at: string): Promise<void> {
  const task = await findTaskByKey(tx, interview.id, key);
  if (!task || (task.channel !== 'phone' && task.channel !== 'linkedin') || NEITHER_GAP.includes(task.step)) return;
  const opened = (await caseOf(tx, interview)).records.get(key);
  await outreach(tx, interview, key, task.step, at, opened?.step.to ?? [], task.letter.covers ?? []);
}

async function outreach(
  tx: Queryable,
  interview: Interview,
  stepKey: string,
  step: StepName | 'call' | 'by_hand',
  at: string,
  contactIds: string[],
  covers: string[] = [],
): Promise<void> {
  const { contacts } = await caseOf(tx, interview);
  const addresses = contacts.flatMap(({ id, email }) =>
    email && contactIds.includes(id) ? [normaliseAddress(email)] : [],
  );
  await recordOutreach(tx, {
    candidateId: interview.candidateId,
    organisationKey: ledgerOf(interview),
    interviewId: interview.id,
    ...{ stepKey, step, at, addresses, covers },
  });
}

/** H14: without a name it is everybody of this interview whose address is known. */
async function leaveInPeace(tx: Queryable, interview: Interview, id: string | undefined): Promise<void> {
  const { contacts, intake } = await caseOf(tx, interview);
  const people = id === undefined ? contacts : [...contacts, ...intake.referees].filter((person) => person.id === id);
  for (const { email } of people) if (email) await addDoNotWrite(tx, email, interview.candidateId);
}

async function refereeSaid(
  tx: Queryable,
  interview: Interview,
  refereeId: string,
  agrees: boolean,
  prefers: string | null,
  at: string,
): Promise<void> {
  const address = (await caseOf(tx, interview)).intake.referees.find(({ id }) => id === refereeId)?.email;
  if (!address) return;
  const state = agrees ? 'agreed' : 'declined';
  await setRefereeState(tx, interview.candidateId, { address, state, prefers, at });
}

/** The ledger in which the interview's outreach counts: the agency's on an agency route (F1, H1). */
export function ledgerOf(interview: Interview): string {
  return interview.agencyKey ?? interview.organisationKey;
}

async function caseOf(tx: Queryable, interview: Interview): Promise<Case> {
  return fold(await readFacts(tx, interview.id));
}

function one(id: string | undefined): string[] {
  return id === undefined ? [] : [id];
}
