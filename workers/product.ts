/**
 * Worker and web of this process, put together from the environment: database, mail, service, pages. Each part that was
 * started is handed to `parts`, so that all of it stops in reverse order.
 */
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { openMailSink } from '../activities/mail/sink';
import { smtpSettings } from '../activities/mail/smtp-settings';
import { smtpTransport } from '../activities/mail/smtp-transport';
import { createWeb } from '../client/web/server';
import type { SinkReader } from '../client/web/sink-reader';
import { endNoticesOf, setNotices } from '../data/candidates';
import { openDatabase } from '../data/database';
import { isFreshToken, settleToken } from '../data/webhook-tokens';
import { mailgunProvider } from '../mail/providers/mailgun';
import { postmarkProvider } from '../mail/providers/postmark';
import type { MailProvider, TokenStore } from '../mail/providers/provider';
import { sendgridProvider } from '../mail/providers/sendgrid';
import { assemble } from './assembly';
import type { Engine } from './engine/engine';
import { watchMailbox } from './mailbox';
import type { RunningParts } from './running-parts';
import { listenFailure, refereesCanFollow, type StartSettings } from './start-settings';
import { startSweeper } from './sweeper';
import { createWorker } from './worker';

export const TASK_QUEUE = 'afterview';

export interface ProductWishes {
  role: 'all' | 'worker' | 'web';
  engine: Engine;
  dataDir: string;
  timeMachine: boolean;
  env: NodeJS.ProcessEnv;
  settings: StartSettings;
  parts: RunningParts;
  say: (line: string) => void;
  /** A part that cannot go on by itself: everything stops. */
  failed: (why: string) => void;
}

/**
 * Starts what the role asks for and resolves when it serves.
 * @throws InvalidSmtpUrl, TimeMachineMailsNobody, StartFailure where the port is taken, or whatever keeps the database from being had
 */
export async function startProduct(wishes: ProductWishes): Promise<void> {
  const { role, engine, dataDir, timeMachine, env, settings, parts, say } = wishes;
  const { host, port, baseUrl } = settings;

  say(env.DATABASE_URL ? 'Opening the PostgreSQL database.' : 'Opening the database in the data folder.');
  const db = await openDatabase({ databaseUrl: env.DATABASE_URL || null, dataDir, log: say });
  parts.add({ name: 'the database', stop: () => db.close() });

  const sink = env.SMTP_URL ? null : await openMailSink({ dataDir });
  if (sink) parts.add({ name: 'the mail sink', stop: () => sink.close() });
  const transport = smtpTransport(await smtpSettings(env.SMTP_URL || (sink?.url ?? ''), timeMachine));
  parts.add({ name: 'the mail connections', stop: async () => transport.close() });

  const { address, namespace } = engine;
  const connection = await Connection.connect({ address });
  parts.add({ name: 'the connection to Temporal', stop: () => connection.close() });
  const client = new Client({ connection, namespace });

  const assembly = await assemble({
    db,
    client,
    taskQueue: TASK_QUEUE,
    transport,
    timeMachine,
    inbound: settings.inbound,
    inboundDomain: env.AFTERVIEW_INBOUND_DOMAIN,
    mailDomain: env.AFTERVIEW_MAIL_DOMAIN,
    noticesFrom: env.AFTERVIEW_NOTICES_FROM,
    trustedAuthserv: env.AFTERVIEW_TRUSTED_AUTHSERV,
    publicUrl: env.AFTERVIEW_PUBLIC_URL || (role === 'all' ? baseUrl : undefined),
    refereeLinks: refereesCanFollow(baseUrl, sink !== null || timeMachine),
    temporalUi: engine.uiUrl ?? env.TEMPORAL_UI_URL,
    mailSink: sink ? `${baseUrl}/mail` : undefined,
  });
  parts.add({ name: 'the mail reader', stop: () => assembly.close() });

  if (role !== 'web') {
    say('Starting the worker.');
    // Signals are ours: the worker stops in its turn.
    Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('WARN') });
    const native = await NativeConnection.connect({ address });
    parts.add({ name: "the worker's connection", stop: () => native.close() });
    const worker = await createWorker({
      connection: native,
      namespace,
      taskQueue: TASK_QUEUE,
      activities: assembly.activities,
    });
    const running = worker.run().catch((error: unknown) => wishes.failed(`The worker ended: ${String(error)}`));
    parts.add({
      name: 'the worker',
      async stop() {
        if (worker.getState() === 'RUNNING') worker.shutdown();
        await running;
      },
    });
    const sweeper = startSweeper(assembly.deps, say);
    parts.add({ name: 'the sweeper', stop: () => sweeper.stop() });
    if (settings.inbound === 'imap') parts.add(watchMailbox(db, assembly.service, env, say));
  }

  if (role !== 'worker') {
    const web = await createWeb({
      service: assembly.service,
      baseUrl,
      allowedHosts: (env.AFTERVIEW_ALLOWED_HOSTS ?? '').split(/[\s,]+/).filter((name) => name !== ''),
      ...(sink && { sink: sinkReader(sink) }),
      providers: providers(env, {
        isFresh: (token, digest) => isFreshToken(db, token, digest),
        settle: (token) => settleToken(db, token),
      }),
      webhookSecrets: listOf(env.AFTERVIEW_WEBHOOK_SECRET),
      temporalUi: engine.uiUrl ?? null,
      namespace,
      linkKeys: assembly.linkKeys,
      endNotices: (token: string) => setNotices(db, token, false),
      unsubscribe: (candidateId) => endNoticesOf(db, candidateId),
    });
    parts.add({ name: 'the web pages', stop: () => web.close() });
    await web.listen({ host, port }).catch((error: unknown) => {
      throw listenFailure(error, settings);
    });
    say(`ready ${baseUrl}`);
    if (sink) say(`mail sink ${baseUrl}/mail (SMTP_URL is not set: nothing leaves this machine)`);
  }
}

const listOf = (setting: string | undefined): string[] => (setting ?? '').split(/[\s,]+/).filter((one) => one !== '');

function providers(env: NodeJS.ProcessEnv, tokens: TokenStore): Record<string, MailProvider> {
  const now = () => Date.now();
  return {
    mailgun: mailgunProvider({ signingKeys: listOf(env.AFTERVIEW_MAILGUN_KEY), tokens, now }),
    sendgrid: sendgridProvider({
      publicKeys: listOf(env.AFTERVIEW_SENDGRID_KEY),
      credentials: listOf(env.AFTERVIEW_SENDGRID_BASIC),
      tokens,
      now,
    }),
    postmark: postmarkProvider({ credentials: listOf(env.AFTERVIEW_POSTMARK_BASIC) }),
  };
}

function sinkReader(sink: Awaited<ReturnType<typeof openMailSink>>): SinkReader {
  return {
    async list() {
      const mails = await sink.list();
      return mails.map((m) => ({
        id: m.id,
        from: m.from,
        to: [...m.envelopeTo],
        subject: m.subject,
        date: m.date ?? m.receivedAt,
      }));
    },
    async read(id) {
      return (await sink.read(id))?.raw ?? null;
    },
  };
}
