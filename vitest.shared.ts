import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'vitest/config';

/** Tests run on the sources of every package, so that no build stands between an edit and its test. */
export const sourceCondition = '@softlens/source';

export const shared: ViteUserConfig = {
  ssr: { resolve: { conditions: [sourceCondition] } },
  resolve: { conditions: [sourceCondition] },
  test: {
    include: ['test/**/*.test.ts', 'src/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: '.test/report.json' }]],
    // For a machine that does many other things: a test says what must happen, not how soon.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    expect: { poll: { timeout: 60_000 } },
  },
};

/** What `shared` says, with the same random cases in each unattended run. */
export const lawful: ViteUserConfig = {
  ...shared,
  test: { ...shared.test, setupFiles: [fileURLToPath(new URL('./vitest.laws.ts', import.meta.url))] },
};
