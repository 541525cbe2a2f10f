// npm start: installs what is missing, then starts the engine, the worker and the web pages (workers/start.ts).
import { createRequire } from 'node:module';
import install from './install.cjs';

const require = createRequire(import.meta.url);

try {
  await install.ensureInstalled((line) => console.log(line));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

// In this same process, not in a child: a signal sent to `npm start` reaches what has to be stopped, once and not twice.
process.chdir(install.root);
require('tsx/cjs/api').register();
(await import('tsx/esm/api')).register();
require('../workers/start.ts');
