/** What the service is made of. */
import type { Client } from '@temporalio/client';
import type { Database } from '../../data/database';

export interface AfterviewDeps {
  db: Database;
  client: Client;
  taskQueue: string;
  /** H17: whether a way in for mail is set up at all. */
  inboundConfigured: boolean;
  /** `AFTERVIEW_TIME_MACHINE`: virtual clocks and fast-forward. */
  timeMachine: boolean;
  /** `AFTERVIEW_INBOUND`, as the settings page shows it. */
  inbound: string;
  temporalUi: string | null;
  mailSink: string | null;
  /** The secret reply address of an interview, where mail is forwarded to us. */
  replyAddress(token: string): string | null;
}
