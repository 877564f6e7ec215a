// Jest loads this, its sequencer, runner and transform as they stand (TypeScript would take ts-node): CommonJS.

/** Packages that ship only ES modules are compiled like our own code. */
const esModules = ['@tarojs', 'zustand', 'fast-check', 'pure-rand', '@swc/helpers']

/**
 * In the sandbox of a test, code looks up a global of the language at every use, which costs more than most uses: each
 * file gets these as arguments. None that a test replaces.
 */
const plainGlobals = [
  ...['Array', 'Boolean', 'Error', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'RegExp', 'Set'],
  ...['String', 'Symbol', 'WeakMap'],
]

const common = {
  sandboxInjectedGlobals: plainGlobals,
  transform: { '\\.[cm]?[jt]sx?$': '<rootDir>/config/esbuildJest.cjs' },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/src/$1',
    '^domain/(.*)$': '<rootDir>/domain/$1',
    '\\.(css|png|svg)$': '<rootDir>/test/support/asset.ts',
  },
}

/** One real PostgreSQL for the run: test/support/postgres.ts hands out databases. */
const withPostgres = {
  globalSetup: '<rootDir>/test/support/postgresSetup.ts',
  globalTeardown: '<rootDir>/test/support/postgresTeardown.ts',
}

/** The built mini-program on jsdom. */
const weapp = {
  ...withPostgres,
  // The built code runs as it was built.
  transform: { '\\.tsx?$': common.transform['\\.[cm]?[jt]sx?$'] },
  testEnvironmentOptions: { customExportConditions: ['node', 'require'] },
}
const phone = '<rootDir>/test/support/phoneEnvironment.ts'

const project = (displayName, testEnvironment, more = {}) => ({
  ...common,
  displayName,
  testEnvironment,
  testMatch: [`<rootDir>/test/${displayName}/**/*.test.ts?(x)`],
  ...more,
})

module.exports = {
  // One more than processors: the tests of the server and of the browser wait a good part of their time.
  maxWorkers: 3,
  // A machine that does other things as well is no fault of the code.
  testTimeout: 30_000,
  testSequencer: '<rootDir>/config/longestFirst.cjs',
  projects: [
    project('domain', 'node'),
    project('howto', 'node'),
    project('cloud', 'node', withPostgres),
    project('src', 'jsdom'),
    project('weapp', phone, weapp),
    project('browser', 'node', withPostgres),
    // Its seeds fill the machine, and beside others they would take three times as long.
    project('sim', 'node', { ...withPostgres, runner: '<rootDir>/config/alone.cjs' }),
    // npm run bench -- weapp
    ...(process.env.PACKAGE_SIZES
      ? [project('bench', phone, { ...weapp, testMatch: ['<rootDir>/test/bench/weapp.ts'] })]
      : []),
  ],
}
