import { defineConfig } from 'vitest/config';

/** The tests in a real browser, of the page as it is built. */
export default defineConfig({
  test: {
    include: ['test/workbench/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: '.test/workbench.json' }]],
    bail: 4,
    // An unattended machine may stall for longer than a step waits. What needs its second attempt is named at the end of `npm test`;
    // `scripts/workbench/repeat.mjs` allows none.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 240_000,
    hookTimeout: 300_000,
  },
});
