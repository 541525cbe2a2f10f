/** H14: "please do not write to me again" is kept for ever, after an erasure as a keyed hash of the address. */
import { createHmac } from 'node:crypto';
import { normaliseAddress } from '../policy/identity';
import type { Queryable } from './database';
import { secretOf } from './settings';

async function hasher(q: Queryable): Promise<(address: string) => string> {
  const key = await secretOf(q, 'do_not_write');
  return (address) => createHmac('sha256', key).update(normaliseAddress(address)).digest('hex');
}

/** From now on nothing is sent to that address, whoever the candidate. */
export async function addDoNotWrite(q: Queryable, address: string, candidateId: string | null): Promise<void> {
  const hash = await hasher(q);
  await q.query(
    `insert into do_not_write (address_hash, address, candidate_id) values ($1, $2, $3)
     on conflict (address_hash) do nothing`,
    [hash(address), normaliseAddress(address), candidateId],
  );
}

/** Those of `addresses` that are not to be written to, normalised. */
export async function amongDoNotWrite(q: Queryable, addresses: string[]): Promise<string[]> {
  if (addresses.length === 0) return [];
  const hash = await hasher(q);
  const byHash = new Map(addresses.map((address) => [hash(address), normaliseAddress(address)]));
  const rows = await q.query<{ hash: string }>(
    'select address_hash as hash from do_not_write where address_hash = any($1::text[])',
    [[...byHash.keys()]],
  );
  return rows.map((row) => byHash.get(row.hash) ?? '').filter((address) => address !== '');
}

/** Erasure of a candidate: the hashes stay, the addresses go. */
export async function forgetDoNotWriteAddresses(q: Queryable, candidateId: string): Promise<void> {
  await q.query('update do_not_write set address = null, candidate_id = null where candidate_id = $1', [candidateId]);
}
