/** For `npm run mutate`: the rule tests, and a small number of random lives for what only they can see. */
process.env.LIVES ??= '30';
const { globalSetup, globalTeardown, maxWorkers, ...config } = require('./jest.config.cjs');

/** @type {import('jest').Config} */
module.exports = { ...config, testMatch: ['**/test/policy/*.test.ts'] };
