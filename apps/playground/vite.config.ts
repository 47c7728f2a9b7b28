import { defineConfig } from 'vite';
import { serverFiles } from './build/server-files.ts';

export default defineConfig(async () => ({
  // Addresses are relative: the page works under any path, from any server of files.
  base: './',
  plugins: [await serverFiles()],
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
  worker: { format: 'es' as const },
  build: {
    target: 'es2023',
    // Fonts and pictures stay files: the page's policy lets in no others.
    assetsInlineLimit: 0,
    // The editor is one large piece, which the page does not wait for.
    chunkSizeWarningLimit: 4000,
    modulePreload: { polyfill: false },
  },
}));
