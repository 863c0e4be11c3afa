const SHARED = {
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022', experimental: { keepImportAttributes: true } }, module: { type: 'es6' } }] },
  setupFiles: ['<rootDir>/test/fixed-seed.ts'],
};

/** Tests that hold a time or a memory to a bound. They run one after the other when all others have ended: beside them even processor time grows threefold. */
const MEASURING = ['test/bench/budgets', 'test/blocks/linear-time', 'test/hostile/linear-time', 'test/hostile/peak-memory'].map((name) => `<rootDir>/${name}.test.ts`);

export default {
  testTimeout: 180_000,
  projects: [
    { ...SHARED, displayName: 'test', testMatch: ['<rootDir>/test/**/*.test.ts'], testPathIgnorePatterns: MEASURING },
    { ...SHARED, displayName: 'measuring', testMatch: MEASURING, runner: '<rootDir>/test/serial-runner.js' },
  ],
};
