/** Puts the parts together: what activities need, and the service for the web, over one database and one client. */
import type { Client } from '@temporalio/client';
import type { ActivityDeps } from '../activities/deps';
import { replyAddress } from '../activities/mail/message-bytes';
import type { MailTransport } from '../activities/mail/transport';
import { createAfterview } from '../client/afterview';
import type { AfterviewDeps } from '../client/afterview/deps';
import { deliver } from '../client/afterview/revive';
import type { AfterviewService } from '../client/service';
import { signedLink } from '../client/web/signed-links';
import type { Database } from '../data/database';
import { secretOf } from '../data/settings';
import { readTrustedServers } from '../mail/authenticity';
import { createMailReader } from '../mail/read-off-thread';

export interface AssemblyWishes {
  db: Database;
  client: Client;
  taskQueue: string;
  transport: MailTransport;
  timeMachine: boolean;
  /** `AFTERVIEW_INBOUND`: `webhook`, `imap` or `none` (H17). */
  inbound: string;
  /** `AFTERVIEW_INBOUND_DOMAIN`, `AFTERVIEW_MAIL_DOMAIN`, `AFTERVIEW_NOTICES_FROM`, `AFTERVIEW_TRUSTED_AUTHSERV`. */
  inboundDomain?: string | undefined;
  mailDomain?: string | undefined;
  noticesFrom?: string | undefined;
  trustedAuthserv?: string | undefined;
  /** Where people reach our pages; without it no letter offers a link. */
  publicUrl?: string | undefined;
  /** Whether referees can follow a link to them; true unless said otherwise. */
  refereeLinks?: boolean;
  temporalUi?: string | undefined;
  mailSink?: string | undefined;
}

export interface Assembly {
  activities: ActivityDeps;
  service: AfterviewService;
  /** For the sweeper. */
  deps: AfterviewDeps;
  /** For the web: keys of signed links, newest first. */
  linkKeys: Uint8Array[];
  close(): Promise<void>;
}

export async function assemble(wishes: AssemblyWishes): Promise<Assembly> {
  const { db, client, taskQueue, transport, timeMachine, inbound, inboundDomain, publicUrl } = wishes;
  const linkKey = Buffer.from(await secretOf(db, 'links'), 'base64url');
  const inboundConfigured = inbound === 'webhook' || inbound === 'imap';
  // Wall time on a busy laptop; what takes longer is kept for a person, and no other mail waits for it.
  const reader = createMailReader({ timeLimit: 10_000 });
  const deps: AfterviewDeps = {
    db,
    client,
    taskQueue,
    inboundConfigured,
    timeMachine,
    inbound: inboundConfigured ? inbound : 'none',
    temporalUi: wishes.temporalUi ?? null,
    mailSink: wishes.mailSink ?? null,
    replyAddress: (token) => replyAddress(token, inboundDomain),
  };
  const activities: ActivityDeps = {
    db,
    mail: {
      db,
      transport,
      mailDomain: wishes.mailDomain,
      inboundDomain,
      publicUrl,
      noticesFrom: wishes.noticesFrom,
    },
    reading: { read: (raw) => reader.read(raw), authenticity: readTrustedServers(wishes.trustedAuthserv) },
    inboundConfigured,
    deliver: (interviewId, fact, messageKey) => deliver(deps, interviewId, fact, messageKey),
    link: async (claims) => {
      const followed = !('refereeId' in claims) || wishes.refereeLinks !== false;
      return publicUrl && followed ? signedLink(claims, { key: linkKey, baseUrl: publicUrl }) : null;
    },
  };
  return { activities, service: createAfterview(deps), deps, linkKeys: [linkKey], close: () => reader.close() };
}
