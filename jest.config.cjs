/** One server, one bundle per run; a task queue per test. Suites that need the engine share it (test/support). */
/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: {
    '^.+\\.([cm]?[jt]sx?)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // These packages ship ES modules only; jest's own loader needs them as CommonJS.
  transformIgnorePatterns: [
    '/node_modules/(?!(@sparticuz/chromium|postal-mime|preact|preact-render-to-string|temporal-polyfill|temporal-spec|temporal-utils|jose|@electric-sql/pglite|cookie)/)',
  ],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  testTimeout: 30_000,
  maxWorkers: 2,
};
