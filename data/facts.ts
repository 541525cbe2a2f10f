/** A copy of every fact, so that a closed interview outlives its workflow's history (G7, G10). */
import type { Fact } from '../policy/facts';
import { json, type Queryable } from './database';

/**
 * Stores `facts` as number `fromSeq` and following (the first fact of an interview is number 0). Those already there
 * stay as they are, so that a repeated call changes nothing.
 */
export async function appendFacts(q: Queryable, interviewId: string, fromSeq: number, facts: Fact[]): Promise<void> {
  if (facts.length === 0) return;
  await q.query(
    `insert into facts (interview_id, seq, at, type, fact)
     select $1, $2::integer + place::integer - 1, (item ->> 'at')::timestamptz, item ->> 'type', item
     from jsonb_array_elements($3::jsonb) with ordinality as listed (item, place)
     on conflict (interview_id, seq) do nothing`,
    [interviewId, fromSeq, json(facts)],
  );
}

/** All facts in order, or those from number `fromSeq` on. Older shapes are not lifted here. */
export async function readFacts(q: Queryable, interviewId: string, fromSeq = 0): Promise<Fact[]> {
  const rows = await q.query<{ fact: Fact }>(
    'select fact from facts where interview_id = $1 and seq >= $2 order by seq',
    [interviewId, fromSeq],
  );
  return rows.map((row) => row.fact);
}

export async function countFacts(q: Queryable, interviewId: string): Promise<number> {
  const rows = await q.query<{ n: number }>('select count(*) as n from facts where interview_id = $1', [interviewId]);
  return rows[0]?.n ?? 0;
}
