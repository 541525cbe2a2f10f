/** Ids and secrets. Random, so that nothing can be guessed from one, and no name ever stands in an id. */
import { randomBytes } from 'node:crypto';

export type IdKind = 'cand' | 'int' | 'msg' | 'task' | 'mail' | 'offer' | 'note';

/** An opaque id such as `int_4f9…`: 120 random bits, letters and digits only, so it may stand in any URL. */
export function newId(kind: IdKind): string {
  return `${kind}_${randomBytes(15).toString('hex')}`;
}

/** A secret of 160 bits in lower-case letters and digits: mail servers change the case of a local part. */
export function newToken(): string {
  return randomBytes(20).toString('hex');
}
