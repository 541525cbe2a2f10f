/** What activities need of the world; handed in, so that tests and processes choose. */

import type { LinkClaims } from '../client/web/signed-links';
import type { Database } from '../data/database';
import type { AuthenticityConfig } from '../mail/authenticity';
import type { ReadOutcome } from '../mail/read-off-thread';
import type { NewFact } from '../workflows/messages';
import type { NoticeDeps } from './mail/notices';

/** How mail that came in is read, and whose word counts on its sender. */
export interface ReadingMail {
  /** In threads of their own, with a limit on time and memory. */
  read(raw: Uint8Array): Promise<ReadOutcome>;
  authenticity: AuthenticityConfig;
}

export interface ActivityDeps {
  db: Database;
  mail: NoticeDeps;
  reading: ReadingMail;
  /** H17: whether a way in for mail is set up at all. */
  inboundConfigured: boolean;
  /** Tells an interview a fact, once per key; wakes a closed one again. */
  deliver(interviewId: string, fact: NewFact, messageKey: string): Promise<void>;
  /** A signed link that does one thing; null where nobody could follow it. */
  link(claims: LinkClaims): Promise<string | null>;
}
