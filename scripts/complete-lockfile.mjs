// Adds to package-lock.json the packages for other platforms that npm left out because the registry in use lacks them.
// Without them `npm ci` refuses the lock file, also on the platform it was made on. Run it after `npm install`.
//
// What is added has a version but no checksum: it could not be fetched here. The platform is read from the name, as npm
// needs it to know which of them to skip.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const lockFile = process.argv[2] ?? join(import.meta.dirname ?? '.', '..', 'package-lock.json');
const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'aix', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32'];

const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
const added = [];
for (const [path, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (isLocked(path, name)) continue;
    const platform = platformOf(name);
    if (!platform || !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) {
      console.error(`left out: ${name}@${version}, whose name or version does not tell enough`);
      continue;
    }
    const { cpu, os, libc } = platform;
    const entry = { version, cpu, ...(dev && { dev }), ...(libc && { libc }), optional: true, ...(os && { os }) };
    lock.packages[`node_modules/${name}`] = entry;
    added.push(name);
  }
}
const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries(sorted);
writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added.length} packages of other platforms added to the lock file`);

/** Looks where Node would look: beside the package that wants it, and outwards. */
function isLocked(path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

function platformOf(name) {
  const words = name.split(/[^a-z0-9]+/);
  const has = (word) => words.includes(word);
  const os = systems.filter(has);
  const cpu = processors.filter(
    (word) => has(word) || (word === 'arm' && words.some((each) => /^(arm|armv7)$/.test(each))),
  );
  const libc = words.some((word) => /^musl/.test(word))
    ? ['musl']
    : words.some((word) => /^gnu/.test(word))
      ? ['glibc']
      : undefined;
  if (cpu.length === 0) return undefined;
  return { cpu, os: os.length > 0 ? os : undefined, libc: os.includes('linux') ? libc : undefined };
}
