// Writes softlens.schema.json from the form that checks configurations: pnpm --filter softlens generate
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const { outputFiles } = await build({
  stdin: { contents: "export { schemaText } from './src/schema-text.ts';", resolveDir: root, loader: 'ts' },
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  conditions: ['@softlens/source'],
});
const { schemaText } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
await writeFile(join(root, 'softlens.schema.json'), schemaText());
