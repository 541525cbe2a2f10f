/** The IMAP way in, from the environment: `AFTERVIEW_IMAP_URL=imaps://user:password@host:993/INBOX`. */
import type { AfterviewService } from '../client/service';
import type { Database } from '../data/database';
import { readSettings, writeSetting } from '../data/settings';
import { type ImapPosition, watchImap } from './imap';
import type { RunningPart } from './running-parts';
import { StartFailure } from './start-settings';

/**
 * Watches the candidate's mailbox; its health decides whether anybody listens (H17).
 * @throws StartFailure when the address cannot be read
 */
export function watchMailbox(
  db: Database,
  service: AfterviewService,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): RunningPart {
  const url = env.AFTERVIEW_IMAP_URL ?? '';
  if (!URL.canParse(url))
    throw new StartFailure(
      'AFTERVIEW_INBOUND=imap needs AFTERVIEW_IMAP_URL, like imaps://user:password@host:993/INBOX',
    );
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const secure = protocol === 'imaps:';
  const folder = decodeURIComponent(pathname.slice(1)) || 'INBOX';
  const token = env.AFTERVIEW_IMAP_ACCESS_TOKEN;
  const watch = watchImap({
    account: {
      host: hostname,
      port: Number(port || (secure ? 993 : 143)),
      secure,
      user: decodeURIComponent(username),
      credentials: async () => (token ? { accessToken: token } : { pass: decodeURIComponent(password) }),
      folder,
    },
    positions: {
      async load() {
        const place = (await readSettings(db)).imap_place;
        return place === null ? null : (place as unknown as ImapPosition);
      },
      save: (position) => writeSetting(db, 'imap_place', position as never),
    },
    async deliver(raw, { envelopeRecipient }) {
      await service.receiveMail({ raw, envelopeRecipient, source: 'imap', trusted: true });
    },
    onHealth(health) {
      const broken = health.state === 'broken' ? { since: health.since, why: health.because } : null;
      say(broken ? `Mailbox: ${broken.why}` : 'Mailbox: listening.');
      void writeSetting(db, 'inbound_broken', broken);
    },
  });
  return { name: 'the mailbox', stop: () => watch.stop() };
}
