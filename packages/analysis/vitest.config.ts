import { defineConfig } from 'vitest/config';
import { lawful } from '../../vitest.shared.ts';

/** One test here interprets every program of a corpus: minutes on a machine that is busy. */
const patient = 600_000;

export default defineConfig({ ...lawful, test: { ...lawful.test, testTimeout: patient, hookTimeout: patient } });
