import { defineConfig } from 'vitest/config';

/** Pictures of every surface in every kind of theme, for people to look at: they go to `shots`. */
export default defineConfig({
  test: {
    include: ['test/workbench/look/**/*.look.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
