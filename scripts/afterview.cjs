#!/usr/bin/env node
// The command line (npx afterview …): installs what is missing, then runs client/cli/main.ts, bundled, in this same process.
'use strict';

const { ensureInstalled } = require('./install.cjs');

async function main() {
  // Standard output belongs to the command's answer.
  await ensureInstalled((line) => console.error(line));
  const { cliBundle, runBundle } = require('./cli-bundle.cjs');
  runBundle(await cliBundle());
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
