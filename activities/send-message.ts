import type { Queryable } from '../data/database';
import { readFacts } from '../data/facts';
import { listInbox } from '../data/inbox';
import { approveMessage, findMessageByKey } from '../data/messages';
import { surroundingsOf } from '../data/surroundings';
import type { Fact } from '../policy/facts';
import { mayStillSend } from '../policy/may-still-send';
import type { NewFact } from '../workflows/messages';
import type { ActivityDeps } from './deps';
import { type Gate, type SendResult, sendOne } from './mail/ledger';

/** What became of a message that should leave; the workflow remembers it as a fact. */
export type Sent = Extract<NewFact, { type: 'step_sent' | 'step_uncertain' | 'step_failed' | 'step_held' }>;

const MINUTE_MS = 60_000;
/** Pauses after an attempt that the mail server surely did not take; with the last one used up it has failed. */
const PAUSES_MS = [1, 5, 15, 30, 60, 120, 240, 480, 480, 480, 480, 480].map((minutes) => minutes * MINUTE_MS);

/**
 * Sends one message of the ledger, or says why not: the outcome becomes a fact. A message that the server did not take
 * is held for a while rather than tried again in here, so that the interview still hears what happens meanwhile.
 */
export async function sendMessage(
  { db, mail, inboundConfigured }: ActivityDeps,
  { interviewId, key, now }: { interviewId: string; key: string; now: string },
): Promise<Sent> {
  const row = await findMessageByKey(db, interviewId, key);
  // A kind that needs no approval (H15) is approved in this moment; until then its draft follows what is learned.
  if (row?.status === 'draft' && row.mode !== 'ask') await approveMessage(db, row.id, now);
  const result = await sendOne(mail, { interviewId, stepKey: key, now, gate: gateAt(now, inboundConfigured) });
  const attempts = (await findMessageByKey(db, interviewId, key))?.attempts ?? 0;
  return factOf(result, key, now, attempts);
}

/** The last gate (Order 3). A mail that lies in the inbox and has not reached the interview holds like one that has (H3). */
function gateAt(now: string, inboundConfigured: boolean): Gate {
  return async (tx, message) => {
    const { interviewId, stepKey, to, cc } = message;
    const facts = await readFacts(tx, interviewId);
    const unsorted = await notYetTold(tx, interviewId, facts, now);
    const around = await surroundingsOf(tx, interviewId, now, { inboundConfigured, addresses: [...to, ...cc] });
    return mayStillSend([...facts, ...unsorted], stepKey, now, around);
  };
}

async function notYetTold(tx: Queryable, interviewId: string, facts: Fact[], now: string): Promise<Fact[]> {
  const told = new Set(facts.map((fact) => (fact.type === 'mail_received' ? fact.mailKey : '')));
  const waiting = [
    ...(await listInbox(tx, { interviewId, state: 'stored' })),
    ...(await listInbox(tx, { interviewId, state: 'read' })),
  ];
  return waiting
    .filter(({ mailKey }) => !told.has(mailKey))
    .map(({ mailKey }) => ({ v: 1, at: now, type: 'mail_received', mailKey }));
}

function factOf(result: SendResult, key: string, now: string, attempts: number): Sent {
  switch (result.result) {
    case 'sent':
      return { type: 'step_sent', key };
    case 'uncertain':
      return { type: 'step_uncertain', key };
    case 'held':
      return { type: 'step_held', key, until: result.refusal.until, rule: result.refusal.rule };
    case 'failed':
      // Only an address that is to blame is marked (H6). The server's own words may hold it, so they stay in the ledger.
      return {
        type: 'step_failed',
        key,
        permanent: result.address !== null,
        ...(result.address !== null && { address: result.address }),
        reason: result.code === null ? 'it cannot be sent as it is' : `the mail server refused it (${result.code})`,
      };
    case 'retry': {
      const pause = PAUSES_MS[attempts - 1];
      if (pause === undefined) {
        return { type: 'step_failed', key, permanent: false, reason: 'the mail server did not take it in two days' };
      }
      return { type: 'step_held', key, until: new Date(Date.parse(now) + pause).toISOString(), rule: 'SMTP' };
    }
    case 'not_ready':
      return { type: 'step_held', key, until: null, rule: 'H15' };
  }
}
