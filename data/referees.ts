/** Referees over all interviews of a candidate: who agreed (C2, once per search) and what each was troubled with (C4). */
import { normaliseAddress } from '../policy/identity';
import type { RefereeContact } from '../policy/surroundings';
import type { Queryable } from './database';

export interface RefereeState {
  address: string;
  state: 'asked' | 'agreed' | 'declined';
  prefers: string | null;
  at: string;
}

/** The newest word counts: an older one that comes late changes nothing, and `asked` never undoes an answer. */
export async function setRefereeState(q: Queryable, candidateId: string, referee: RefereeState): Promise<void> {
  await q.query(
    `insert into referees (candidate_id, address, state, prefers, at) values ($1, $2, $3, $4, $5)
     on conflict (candidate_id, address) do update
       set state = excluded.state, prefers = coalesce(excluded.prefers, referees.prefers), at = excluded.at
     where excluded.at >= referees.at and (excluded.state <> 'asked' or referees.state = 'asked')`,
    [candidateId, normaliseAddress(referee.address), referee.state, referee.prefers, referee.at],
  );
}

export async function listReferees(q: Queryable, candidateId: string): Promise<RefereeState[]> {
  return q.query<RefereeState>('select address, state, prefers, at from referees where candidate_id = $1', [
    candidateId,
  ]);
}

/** A call or mail by hand to a referee; our own messages are in the ledger and count by themselves. */
export async function recordRefereeContact(
  q: Queryable,
  contact: RefereeContact & { candidateId: string; stepKey: string },
): Promise<void> {
  await q.query(
    `insert into referee_contacts (candidate_id, interview_id, step_key, address, purpose, at)
     values ($1, $2, $3, $4, $5, $6) on conflict (interview_id, step_key) do nothing`,
    [
      contact.candidateId,
      contact.interviewId,
      contact.stepKey,
      normaliseAddress(contact.address),
      contact.purpose,
      contact.at,
    ],
  );
}
