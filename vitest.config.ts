import { defineConfig } from 'vitest/config';
import { shared } from './vitest.shared.ts';

/** The tests of the repository itself; packages and apps have their own. */
export default defineConfig({ ...shared, test: { ...shared.test, include: ['scripts/**/*.test.ts'] } });
