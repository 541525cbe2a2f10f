// Which real servers and programs this machine has for the tests that use them, so that what is skipped has a name.
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {{ name: string, found: string | undefined, otherwise: string }} RealPart
 * @returns {RealPart[]}
 */
export function findRealParts() {
  return [
    {
      name: 'PostgreSQL',
      found: debianPostgres() ?? onPath('postgres'),
      otherwise: 'install the Debian package postgresql (.ci/run does)',
    },
    {
      name: 'Dovecot (IMAP)',
      found: onPath('dovecot', ['/usr/sbin']),
      otherwise: 'install the Debian package dovecot-imapd (.ci/run does)',
    },
    {
      name: 'Go (to build the Temporal server, if need be)',
      found: onPath('go'),
      otherwise: 'only needed where neither a Temporal CLI nor a download can be had',
    },
  ];
}

function debianPostgres() {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return undefined;
  const newest = readdirSync(base)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(base, version, 'bin', 'postgres'));
  return newest.find((path) => existsSync(path));
}

function onPath(program, more = []) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...more];
  return folders
    .map((folder) => join(folder, program))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
