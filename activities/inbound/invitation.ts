/** The day and time of the next round: no fact has them, so they are read from the mail that invited to it. */
import type { Queryable } from '../../data/database';
import { findMailByKey } from '../../data/inbox';
import type { Fact } from '../../policy/facts';

export interface Invitation {
  /** ISO instant in UTC. */
  startsAt: string;
  /** Null where only the mail's own words name the time. */
  endsAt: string | null;
  location: string | null;
}

/** What the latest invitation says for certain (H10); null where none came, it was undone, or it leaves the time open. */
export async function invitationIn(q: Queryable, facts: readonly Fact[]): Promise<Invitation | null> {
  const index = facts.findLastIndex((fact) => fact.type === 'mail_sorted' && fact.kind === 'advance');
  const sorted = facts[index];
  if (sorted?.type !== 'mail_sorted') return null;
  const { mailKey } = sorted;
  if (facts.slice(index).some((fact) => fact.type === 'mail_undone' && fact.mailKey === mailKey)) return null;
  const mail = await findMailByKey(q, mailKey);
  const read = mail?.guess?.dates.interviewAt;
  if (!read?.certain || !read.value.includes('T')) return null;
  const startsAt = iso(read.value);
  const event = mail?.parsed?.calendar.find((one) => iso(one.startsAt) === startsAt);
  return { startsAt, endsAt: event ? iso(event.endsAt) : null, location: event?.location ?? null };
}

function iso(instant: string): string {
  return new Date(instant).toISOString();
}
