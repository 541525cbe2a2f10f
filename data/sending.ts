/**
 * The ledger's moves from `approved` on (DESIGN: "One email, honestly"). Only activities/mail/ledger.ts calls these:
 *
 *     approved ──▶ sending ──▶ sent
 *        ▲            ├──────▶ failed      refused for good
 *        ├────────────┤                    surely not accepted: the same bytes go again
 *        │            └──────▶ uncertain   nobody can tell; never sent again by itself
 *        └──── "send again" ──────┴──▶ sent   "it arrived", or the server's answer came late
 */
import { first, json, type Queryable } from './database';
import { type Envelope, MESSAGE_COLUMNS, type Message } from './messages';

/** Locks the row for the rest of the transaction and reads it. */
export async function lockMessage(tx: Queryable, id: string): Promise<Message | null> {
  return first(await tx.query<Message>(`select ${MESSAGE_COLUMNS} from messages where id = $1 for update`, [id]));
}

/**
 * Takes contact slots for the rest of the transaction (H1): until it ends, nobody else can pass the gate for them.
 * Always in one order, so that two takers cannot wait for each other.
 */
export async function lockContactSlots(tx: Queryable, candidateId: string, slots: string[]): Promise<void> {
  const ordered = [...new Set(slots)].sort();
  for (const slot of ordered) {
    await tx.query('insert into contact_slots (candidate_id, slot) values ($1, $2) on conflict do nothing', [
      candidateId,
      slot,
    ]);
    await tx.query('select 1 from contact_slots where candidate_id = $1 and slot = $2 for update', [candidateId, slot]);
  }
}

/** `sending`, with the bytes that this and every later attempt hands over. Answers the attempt's number. */
export async function beginSending(
  tx: Queryable,
  id: string,
  begin: { at: string; raw: Uint8Array; envelope: Envelope; messageId: string; firstSends: boolean },
): Promise<number> {
  const rows = await tx.query<{ attempts: number }>(
    `update messages set status = 'sending', sending_at = $2, sending_real = now(), raw = $3, envelope = $4,
       message_id = $5, first_sends = $6, attempts = attempts + 1, held_until = null, held_rule = null, failure = null,
       updated_real = now()
     where id = $1 and status = 'approved' returning attempts`,
    [id, begin.at, begin.raw, json(begin.envelope), begin.messageId, begin.firstSends],
  );
  const row = rows[0];
  if (!row) throw new Error(`message ${id} is not approved`);
  return row.attempts;
}

/**
 * The attempt's end. It stands only where no later attempt began; a message that was called `uncertain` meanwhile
 * becomes what the server said. False: somebody else has settled it.
 */
export async function endSending(
  q: Queryable,
  id: string,
  attempt: number,
  end:
    | { status: 'sent'; at: string; answer: string; failure: string | null }
    | { status: 'approved' | 'failed' | 'uncertain'; failure: string },
): Promise<boolean> {
  const rows = await q.query(
    `update messages set status = $3, sent_at = $4, server_answer = $5, failure = $6, updated_real = now()
     where id = $1 and attempts = $2 and status in ('sending', 'uncertain') returning id`,
    [
      id,
      attempt,
      end.status,
      end.status === 'sent' ? end.at : null,
      end.status === 'sent' ? end.answer : null,
      end.failure,
    ],
  );
  return rows.length > 0;
}

/** What a retry finds in `sending` has an unknown fate. */
export async function markUncertain(tx: Queryable, id: string, why: string): Promise<void> {
  await tx.query(
    `update messages set status = 'uncertain', failure = $2, updated_real = now() where id = $1 and status = 'sending'`,
    [id, why],
  );
}

/** The gate refused: it stays approved and says until when and by which rule. */
export async function markHeld(tx: Queryable, id: string, rule: string, until: string | null): Promise<void> {
  await tx.query(
    `update messages set held_rule = $2, held_until = $3, updated_real = now() where id = $1 and status = 'approved'`,
    [id, rule, until],
  );
}

/**
 * A person, or a proof, settles an uncertain message. Arrived: it counts as sent at the moment it went. Not: approved,
 * the same bytes go again. While an attempt may still be under way (`busySeconds`), "send again" is refused (null).
 */
export async function settleUncertain(
  q: Queryable,
  id: string,
  arrived: boolean,
  busySeconds: number,
): Promise<Message | null> {
  const rows = arrived
    ? await q.query<Message>(
        `update messages set status = 'sent', sent_at = coalesce(sent_at, sending_at), updated_real = now()
         where id = $1 and status = 'uncertain' returning ${MESSAGE_COLUMNS}`,
        [id],
      )
    : await q.query<Message>(
        `update messages set status = 'approved', updated_real = now()
         where id = $1 and status = 'uncertain' and sending_real < now() - make_interval(secs => $2)
         returning ${MESSAGE_COLUMNS}`,
        [id, busySeconds],
      );
  return first(rows);
}
