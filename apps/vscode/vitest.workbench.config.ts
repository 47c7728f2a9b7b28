import { defineConfig } from 'vitest/config';

/** The tests in a real VS Code: slower than the others, one at a time, and only where a Chromium is found. */
export default defineConfig({
  test: {
    include: ['test/workbench/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: '.test/workbench.json' }]],
    fileParallelism: false,
    // Where nothing works, waiting for each of them would take an hour.
    bail: 4,
    testTimeout: 240_000,
    hookTimeout: 300_000,
  },
});
