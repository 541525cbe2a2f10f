/** Looks up what `mail/correlate` must know of one mail: our ids, secret reply addresses, and whose addresses these are. */
import type { Queryable } from '../../data/database';
import { findInterviewByReplyToken } from '../../data/interviews';
import { findMessageIds } from '../../data/message-ids';
import { type AuthenticityConfig, trustworthy } from '../../mail/authenticity';
import { type CorrelationKnowledge, correlationKeys } from '../../mail/correlate';
import type { ParsedMail } from '../../mail/types';

export async function knowledgeFor(
  q: Queryable,
  mail: ParsedMail,
  envelopeTo: string | null,
  authenticity: AuthenticityConfig,
): Promise<CorrelationKnowledge> {
  const keys = correlationKeys(mail, envelopeTo);
  const known = await findMessageIds(q, keys.messageIds);
  const idsOf = (direction: 'out' | 'in') =>
    new Map(known.filter((one) => one.direction === direction).map((one) => [one.messageId, one.interviewId]));
  const replyTokens = new Map<string, string>();
  for (const token of keys.tokens) {
    const interview = await findInterviewByReplyToken(q, token);
    if (interview) replyTokens.set(token, interview.id);
  }
  // A colleague of a contact is told by the domain, so the contacts of interviews already in view are needed too.
  const inView = [...known.map(({ interviewId }) => interviewId), ...replyTokens.values()];
  return {
    sentMessageIds: idsOf('out'),
    receivedMessageIds: idsOf('in'),
    replyTokens,
    contacts: await interviewsByAddress(q, 'contacts', keys.addresses, inView),
    referees: await interviewsByAddress(q, 'referees', keys.addresses, inView),
    ownAddresses: await candidatesAmong(q, keys.addresses),
    sender: trustworthy(mail, authenticity).sender,
    proofRequired: authenticity.trustedServers.length > 0,
  };
}

async function interviewsByAddress(
  q: Queryable,
  people: 'contacts' | 'referees',
  addresses: string[],
  interviewIds: string[],
): Promise<Map<string, string[]>> {
  const rows = await q.query<{ id: string; address: string }>(
    `select id, address from (
       select i.id, lower(trim(p ->> 'email')) as address
       from interviews i, jsonb_array_elements(i.intake -> '${people}') p
       union
       select f.interview_id, lower(trim(f.fact -> 'contact' ->> 'email'))
       from facts f where '${people}' = 'contacts' and f.type = 'contact_changed'
       union
       select f.interview_id, lower(trim(f.fact -> 'referee' ->> 'email'))
       from facts f where '${people}' = 'referees' and f.type = 'referee_added'
     ) as known where address = any($1::text[]) or (address is not null and id = any($2::text[]))
     order by id`,
    [addresses, interviewIds],
  );
  const found = new Map<string, string[]>();
  for (const { id, address } of rows) found.set(address, [...new Set([...(found.get(address) ?? []), id])]);
  return found;
}

async function candidatesAmong(q: Queryable, addresses: string[]): Promise<Set<string>> {
  const rows = await q.query<{ address: string }>('select address from candidates where address = any($1::text[])', [
    addresses,
  ]);
  return new Set(rows.map(({ address }) => address));
}
