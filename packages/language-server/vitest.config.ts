import { defineConfig } from 'vitest/config';
import { lawful } from '../../vitest.shared.ts';

export default defineConfig(lawful);
