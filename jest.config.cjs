/** One transform for everything; the projects differ in what they need around them. */
const common = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // Packages that ship only ES modules.
  transformIgnorePatterns: [
    '/node_modules/(?!(jira\\.js|@atlaskit/adf-utils|stream-json|stream-chain)/)',
  ],
  modulePathIgnorePatterns: ['<rootDir>/tests/forge-tools/', '<rootDir>/tests/host/build/out/'],
};

module.exports = {
  // Half of the time is spent waiting for browsers and databases, so two files at once on two cores.
  maxWorkers: 2,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/tests/{core,usecases,cli,jira,ui,manifest}/**/*.test.{ts,tsx}'],
    },
    {
      ...common,
      displayName: 'host',
      testMatch: ['<rootDir>/tests/{host-tests,handlers,store,queue}/**/*.test.ts'],
    },
    { ...common, displayName: 'browser', testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'] },
  ],
};
