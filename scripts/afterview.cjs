#!/usr/bin/env node
// The command line (npx afterview …): installs what is missing, then runs client/cli/main.ts in this same process.
'use strict';

const { ensureInstalled } = require('./install.cjs');

async function main() {
  // Standard output belongs to the command's answer.
  await ensureInstalled((line) => console.error(line));
  require('tsx/cjs/api').register();
  // For the import() of a command that is loaded only when it is asked for.
  (await import('tsx/esm/api')).register();
  require('../client/cli/main.ts');
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
