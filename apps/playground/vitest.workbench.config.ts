import { defineConfig } from 'vitest/config';

/** The tests in a real browser, of the page as it is built. */
export default defineConfig({
  test: {
    include: ['test/workbench/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: '.test/workbench.json' }]],
    bail: 4,
    testTimeout: 240_000,
    hookTimeout: 300_000,
  },
});
