// Writes softlens.schema.json from the form that checks configurations: pnpm --filter softlens generate
// With `--check` it writes nothing, and fails when the file is stale.
import { readFile, writeFile } from 'node:fs/promises';
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
const path = join(root, 'softlens.schema.json');
if (!process.argv.includes('--check')) await writeFile(path, schemaText());
else if ((await readFile(path, 'utf8')) !== schemaText()) {
  console.error('packages/cli/softlens.schema.json is stale: run `pnpm generate`.');
  process.exitCode = 1;
}
