import type { FastifyServerOptions } from 'fastify';
import type { MailProvider } from '../../mail/providers/provider';
import type { AfterviewService } from '../service';
import type { SinkReader } from './sink-reader';

/** What the web process is given. It knows neither Temporal nor SQL: all of that is behind `service`. */
export interface WebOptions {
  service: AfterviewService;
  /** Where people reach this server, e.g. `http://127.0.0.1:3000`; its host is the one that requests may name. */
  baseUrl: string;
  /** Further host names that requests may name (a container's service name, a second domain). */
  allowedHosts?: readonly string[];
  /** The embedded mail sink; without one there is no `/mail`. */
  sink?: SinkReader;
  /** By name in the path, `mailgun` for example. `raw` is built in. */
  providers?: Readonly<Record<string, MailProvider>>;
  /** Bearer secrets (`AFTERVIEW_WEBHOOK_SECRET`; two while one is rotated) for `raw` calls from other machines. */
  webhookSecrets?: readonly string[];
  /** Address of the Temporal UI, where known at start; else what `service.settings()` says. */
  temporalUi?: string | null;
  /** Temporal's namespace, for the links into its UI. */
  namespace?: string;
  /** Keys of signed links, newest first; 32 bytes or more each. Without any, links die with the process. */
  linkKeys?: readonly Uint8Array[];
  /** Switches off the machine notices of whoever holds the token (RFC 8058); false where no candidate has it. */
  endNotices?: (token: string) => Promise<boolean>;
  /** The same for a signed link, which names the candidate. */
  unsubscribe?: (candidateId: string) => Promise<void>;
  /** Fastify's `logger` option: false, true, or settings for pino. */
  log?: FastifyServerOptions['logger'];
}
