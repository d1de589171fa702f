/** Four kinds of spec; PostgreSQL is started once for those that need it, by `globalSetup` of their project. */
const common = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.tsx', '$1.js', '$1'] },
  modulePathIgnorePatterns: ['<rootDir>/.data/', '<rootDir>/.nx/'],
  testEnvironmentOptions: { customExportConditions: ['@duixian/source', 'node', 'node-addons'] },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
        },
      },
    ],
  },
};

const withPostgres = {
  ...common,
  globalSetup: '<rootDir>/libs/testing/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/libs/testing/jest/global-teardown.mjs',
};

/** @type {import('jest').Config} */
export default {
  // No spec judges a time: a busy machine must not fail one.
  testTimeout: 60_000,
  // Each file loads the application anew, and nothing gives that memory back: a process that holds much is replaced, or
  // it would stand still for seconds to collect it, and end for want of it.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  reporters: ['default', '<rootDir>/libs/testing/jest/summary-reporter.mjs'],
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{apps,libs}/**/*.unit.spec.{ts,tsx}',
        '<rootDir>/infra/**/*.unit.spec.{js,mjs,ts}',
        '<rootDir>/test/**/*.unit.spec.ts',
      ],
    },
    { ...withPostgres, displayName: 'int', testMatch: ['<rootDir>/{apps,libs}/**/*.int.spec.ts'] },
    { ...withPostgres, displayName: 'e2e', testMatch: ['<rootDir>/test/**/*.e2e.spec.ts'] },
    { ...withPostgres, displayName: 'browser', testMatch: ['<rootDir>/test/**/*.browser.spec.ts'] },
  ],
};
