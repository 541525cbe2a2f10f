/** Outreach that was no message of ours: calls, texts pasted into LinkedIn, mails sent by hand (H12). */
import type { Outreach } from '../policy/surroundings';
import { json, type Queryable } from './database';

export interface NewOutreach extends Outreach {
  candidateId: string;
  /** The ledger it counts in: organisation or agency. */
  organisationKey: string;
}

/** Counts it once per interview and step key, however often it is told. */
export async function recordOutreach(q: Queryable, outreach: NewOutreach): Promise<void> {
  await q.query(
    `insert into outreach (candidate_id, organisation_key, interview_id, step_key, step, at, addresses, covers)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (interview_id, step_key) do nothing`,
    [
      outreach.candidateId,
      outreach.organisationKey,
      outreach.interviewId,
      outreach.stepKey,
      outreach.step,
      outreach.at,
      json(outreach.addresses),
      json(outreach.covers),
    ],
  );
}

/**
 * All outreach of the candidate in the given ledgers, oldest first: what is above, and the messages that were sent, are
 * being sent, or may have been (H1: an uncertain one counts; H2: from the moment of acceptance).
 */
export async function listOutreach(q: Queryable, candidateId: string, ledgers: string[]): Promise<Outreach[]> {
  return q.query<Outreach>(
    `select interview_id as "interviewId", at, step, step_key as "stepKey", addresses, covers
     from outreach where candidate_id = $1 and organisation_key = any($2::text[])
     union all
     select interview_id, coalesce(sent_at, sending_at), step, step_key, to_addresses || cc_addresses,
       coalesce(letter -> 'covers', '[]')
     from messages where candidate_id = $1 and organisation_key = any($2::text[])
       and status in ('sending', 'sent', 'uncertain')
     order by 2, 4`,
    [candidateId, ledgers],
  );
}
