/** A real Dovecot of the test's own: loopback, one user, a temporary folder. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

export interface Dovecot {
  port: number;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops it and takes its folder away. */
  remove(): Promise<void>;
}

/** Null where it is not installed. */
export function findDovecot(): string | null {
  for (const path of ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot']) {
    try {
      execFileSync(path, ['--version'], { stdio: 'pipe' });
      return path;
    } catch {
      // not there
    }
  }
  return null;
}

export async function startDovecot(binary: string): Promise<Dovecot> {
  const base = mkdtempSync(join(tmpdir(), 'imap-'));
  const port = await freePort();
  const me = userInfo();
  const isRoot = me.uid === 0;
  const group = execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim();
  const inner = isRoot ? 'dovecot' : me.username;
  const login = isRoot ? 'dovenull' : me.username;
  // Mail belongs to an ordinary user: Dovecot serves none of root's.
  const [uid, gid] = isRoot ? [65_534, 65_534] : [me.uid, me.gid];
  writeFileSync(join(base, 'users'), `candidate@example.com:{PLAIN}app-password:${uid}:${gid}::${base}/home\n`);
  writeFileSync(
    join(base, 'dovecot.conf'),
    `
base_dir = ${base}/run
state_dir = ${base}/state
log_path = ${base}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain
default_internal_user = ${inner}
default_internal_group = ${isRoot ? 'dovecot' : group}
default_login_user = ${login}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${base}/mail
namespace inbox {
  inbox = yes
  mailbox Sent {
    auto = create
    special_use = \\Sent
  }
}
passdb {
  driver = passwd-file
  args = scheme=PLAIN ${base}/users
}
userdb {
  driver = passwd-file
  args = ${base}/users
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`,
  );
  execFileSync('chmod', ['-R', 'a+rwX', base]);
  let child: ChildProcess | null = null;
  const start = async () => {
    child = spawn(binary, ['-F', '-c', join(base, 'dovecot.conf')], { stdio: 'ignore' });
    await untilListening(port);
  };
  const stop = () =>
    new Promise<void>((resolve) => {
      if (!child || child.exitCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
      child = null;
    });
  await start();
  return {
    port,
    start,
    stop,
    async remove() {
      await stop();
      rmSync(base, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

async function untilListening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const isUp = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('data', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Dovecot does not answer');
}
