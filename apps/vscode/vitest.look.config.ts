import { defineConfig } from 'vitest/config';

/** What people look at: pictures of every surface in every kind of theme, which go to `shots`, and measures, which are printed. */
export default defineConfig({
  test: {
    include: ['test/workbench/look/**/*.look.ts', 'test/workbench/measure/**/*.measure.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
