/** Other offers of a candidate: the only source of a mention (E7). */
import { organisationKey } from '../policy/identity';
import type { OtherOffer } from '../policy/surroundings';
import { first, type Queryable } from './database';
import { newId } from './ids';

const COLUMNS = `id, organisation, organisation_key as "organisationKey", received_on as "receivedOn",
  answer_by as "answerBy", status`;

export interface NewOffer {
  organisation: string;
  /** Where it is known; else two organisations of one name in two countries count as one. */
  country?: string;
  receivedOn: string;
  answerBy?: string | null;
  status?: OtherOffer['status'];
}

export async function insertOffer(q: Queryable, candidateId: string, offer: NewOffer): Promise<OtherOffer> {
  const rows = await q.query<OtherOffer>(
    `insert into offers (id, candidate_id, organisation, organisation_key, received_on, answer_by, status)
     values ($1, $2, $3, $4, $5, $6, $7) returning ${COLUMNS}`,
    [
      newId('offer'),
      candidateId,
      offer.organisation,
      organisationKey({ name: offer.organisation, country: offer.country ?? '' }),
      offer.receivedOn,
      offer.answerBy ?? null,
      offer.status ?? 'open',
    ],
  );
  return rows[0] as OtherOffer;
}

/** All offers of a candidate, the soonest to be answered first. */
export async function listOffers(q: Queryable, candidateId: string): Promise<OtherOffer[]> {
  return q.query<OtherOffer>(
    `select ${COLUMNS} from offers where candidate_id = $1 order by answer_by nulls last, received_on, id`,
    [candidateId],
  );
}

/** Null where the candidate has no such offer. */
export async function setOfferStatus(
  q: Queryable,
  candidateId: string,
  id: string,
  status: OtherOffer['status'],
): Promise<OtherOffer | null> {
  const rows = await q.query<OtherOffer>(
    `update offers set status = $3, updated_real = now() where candidate_id = $1 and id = $2 returning ${COLUMNS}`,
    [candidateId, id, status],
  );
  return first(rows);
}
