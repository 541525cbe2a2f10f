// One file of the whole command line, so that it starts in a blink: made anew when a source file changed.
'use strict';

const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } = require('node:fs');
const { dirname, join } = require('node:path');

const ROOT = join(__dirname, '..');
const SOURCES = ['activities', 'client', 'data', 'letters', 'mail', 'policy', 'workers', 'workflows'];

/** The path of an up-to-date bundle of client/cli/main.ts, with packages left outside. */
async function cliBundle() {
  const folder = join(ROOT, 'node_modules', '.cache', 'afterview');
  const file = join(folder, `cli-${fingerprint()}.cjs`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await require('esbuild').build({
    entryPoints: [join(ROOT, 'client', 'cli', 'main.ts')],
    outfile: unfinished,
    bundle: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [ownFolders],
    logLevel: 'warning',
  });
  renameSync(unfinished, file);
  return file;
}

/** In one file `__dirname` would be the bundle's: files that look beside themselves get their own. */
const ownFolders = {
  name: 'own-folders',
  setup(build) {
    build.onLoad({ filter: /[\\/](?:letters|data|mail)[\\/][^.]+\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replaceAll('__dirname', JSON.stringify(dirname(path)))
        .replaceAll('__filename', JSON.stringify(path)),
      loader: 'ts',
    }));
  },
};

function fingerprint() {
  const hash = createHash('sha256');
  const look = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) look(path);
      else if (/\.(?:tsx?|json)$/.test(entry.name)) {
        const { mtimeMs, size } = statSync(path);
        hash.update(`${path} ${mtimeMs} ${size}\n`);
      }
    }
  };
  for (const source of SOURCES) look(join(ROOT, source));
  return hash.digest('hex').slice(0, 16);
}

module.exports = { cliBundle };
