// Installs what package-lock.json names, when it is missing. Needs nothing but Node: it runs before anything is there.
'use strict';

const { spawn } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules', '.afterview-installed');
const oldestNode = [20, 20];

/**
 * Makes sure that Node is new enough and that the packages of package-lock.json are installed; does nothing, and says
 * nothing, where they are. `say` gets one line of progress at a time. Throws an error whose message is meant for people.
 *
 * @param {(line: string) => void} say
 * @returns {Promise<void>}
 */
async function ensureInstalled(say) {
  checkNode();
  if (isInstalled()) return;
  await withInstallLock(say, async () => {
    if (isInstalled()) return;
    say(`Installing packages with npm (${existsSync(stampFile) ? 'package-lock.json has changed' : 'first start'}) …`);
    await runNpmCi(say);
    writeFileSync(stampFile, lockHash());
  });
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new Error(`Afterview needs Node ${oldestNode.join('.')} or newer; this is Node ${process.versions.node}.`);
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}

function isInstalled() {
  if (read(stampFile) === lockHash()) return true;
  // Somebody may have run npm by hand: npm's own list of what it installed tells, and nothing is installed twice.
  if (!npmInstalledAllOf()) return false;
  writeFileSync(stampFile, lockHash());
  return true;
}

function npmInstalledAllOf() {
  const installedText = read(join(root, 'node_modules', '.package-lock.json'));
  if (!installedText) return false;
  const installed = JSON.parse(installedText).packages;
  return Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages).every(
    // Optional packages are those of other platforms, mostly.
    ([path, wanted]) => path === '' || wanted.optional || installed[path]?.version === wanted.version,
  );
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function runNpmCi(say) {
  return new Promise((resolve, reject) => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=http'];
    const child = spawn(npm, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], shell: npm.endsWith('.cmd') });
    const began = Date.now();
    const seconds = () => Math.round((Date.now() - began) / 1000);
    let fetched = 0;
    let complaint = '';
    child.stderr.on('data', (chunk) => {
      for (const line of String(chunk).split('\n')) {
        if (/^npm http /.test(line)) fetched += 1;
        else if (/^npm error/.test(line)) complaint += `${line}\n`;
      }
    });
    const pulse = setInterval(() => say(`Installing packages: ${fetched} fetched, ${seconds()} s.`), 5_000);
    // A signal sent to this process alone must not leave npm writing behind its back.
    const leave = () => {
      child.kill();
      process.exit(1);
    };
    process.once('SIGINT', leave).once('SIGTERM', leave);
    const finish = (error) => {
      clearInterval(pulse);
      process.off('SIGINT', leave).off('SIGTERM', leave);
      if (!error) say(`Packages installed in ${seconds()} s.`);
      error ? reject(error) : resolve();
    };
    child.once('error', (error) => finish(new Error(`npm could not be run (${error.message}); it comes with Node.`)));
    child.once('close', (code, signal) => {
      // npm adds its whole manual page to some errors.
      const why = complaint.split('\n').slice(0, 6).join('\n');
      const failed = `npm ci failed (${signal ?? `code ${code}`}):\n${why}\nRun "npm ci" to see all of it.`;
      finish(code === 0 ? undefined : new Error(failed));
    });
  });
}

/** Two commands at once in a fresh clone would otherwise delete each other's packages. */
async function withInstallLock(say, work) {
  const folder = join(root, '.cache');
  const lock = join(folder, 'install.pid');
  mkdirSync(folder, { recursive: true });
  for (let told = false; ; told = true) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!isAlive(Number(read(lock)))) {
      rmSync(lock, { force: true });
      continue;
    }
    if (!told) say('Another command is installing the packages; waiting for it.');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function isAlive(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

module.exports = { ensureInstalled, root };
