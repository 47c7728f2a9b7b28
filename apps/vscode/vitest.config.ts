import { defineConfig, mergeConfig } from 'vitest/config';
import { lawful } from '../../vitest.shared.ts';

export default defineConfig(mergeConfig(lawful, { test: { exclude: ['test/workbench/**', '**/node_modules/**'] } }));
