// One file of the whole command line, so that it starts in a blink: made anew when a source file changed.
'use strict';

const { createHash } = require('node:crypto');
const {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const ROOT = join(__dirname, '..');
const SOURCES = ['activities', 'client', 'data', 'letters', 'mail', 'policy', 'workers', 'workflows'];

/**
 * Runs the bundle, compiled from what the run before has kept: compiling is a third of a short command's time. Node 20 has
 * no compile cache of its own.
 */
function runBundle(file) {
  const kept = `${file}.compiled`;
  const cachedData = existsSync(kept) ? readFileSync(kept) : undefined;
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`;
  const script = new Script(source, { filename: file, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  if (cachedData && !script.cachedDataRejected) return;
  process.on('exit', () => {
    try {
      writeFileSync(`${kept}.${process.pid}`, script.createCachedData());
      renameSync(`${kept}.${process.pid}`, kept);
    } catch {
      // Without it the next run compiles again.
    }
  });
}

/** The path of an up-to-date bundle of client/cli/main.ts and its packages. */
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
    minify: true,
    keepNames: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [ownFolders],
    logLevel: 'warning',
  });
  // What other sources have left; never what another process is about to run.
  for (const old of readdirSync(folder)) {
    if (/^cli-\w+\.cjs(?:\.compiled)?$/.test(old) && !join(folder, old).startsWith(file))
      rmSync(join(folder, old), { force: true });
  }
  renameSync(unfinished, file);
  return file;
}

/** In one file `__dirname` would be the bundle's: files of ours that look beside themselves get their own. */
const ownFolders = {
  name: 'own-folders',
  setup(build) {
    // Two megabytes that only one command needs.
    build.onResolve({ filter: /weights\.json$/ }, ({ resolveDir, path }) => ({
      path: join(resolveDir, path),
      external: true,
    }));
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
  const stamp = (path) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  };
  const look = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) look(path);
      else if (/\.(?:tsx?|json)$/.test(entry.name)) stamp(path);
    }
  };
  for (const source of SOURCES) look(join(ROOT, source));
  for (const path of [join(ROOT, 'package-lock.json'), __filename]) stamp(path);
  return hash.digest('hex').slice(0, 16);
}

module.exports = { cliBundle, runBundle };
