/** Message-IDs of ours. */
import { createHash } from 'node:crypto';
import { domainToASCII } from 'node:url';

/**
 * The Message-ID of a ledger row, without angle brackets: always the same for one interview (or candidate), step key and
 * drafting, and telling a stranger nothing. A rehearsal (first-sends mode) has one of its own, for its bytes are others.
 * A draft's is provisional: the ledger puts the domain in (the candidate's, or `AFTERVIEW_MAIL_DOMAIN`) when it leaves.
 */
export function messageIdFor(
  of: string,
  stepKey: string,
  more: { domain?: string; drafting?: number; rehearsal?: boolean } = {},
): string {
  const parts = [of, stepKey, String(more.drafting ?? 0), more.rehearsal ? 'rehearsal' : ''];
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40);
  return `${hash}@${(more.domain && domainToASCII(more.domain)) || 'draft.invalid'}`;
}
