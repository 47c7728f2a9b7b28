// Writes the parameters that the TypeScript declarations of TensorFlow.js name, as JSON: [name, optional] in order.
//
//     node golden/declarations.mjs FOLDER > golden/declarations.json
//
// FOLDER holds the unpacked npm package @tensorflow/tfjs-core. Its version is named in the result.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? '.';
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const signatures = {};

collect(join(folder, 'dist/ops'), /declare function (\w+?)_?(?:<[^(]*>)?\(([^;]*)\):/g, (file) =>
  file.includes('losses') ? 'losses.' : '',
);
collect(join(folder, 'dist/public/chained_ops'), /^ {8}(\w+)(?:<[^(]*>)?\(this: \w+(?:, )?([^;]*)\):/gm, () => 'Tensor.');
console.log(JSON.stringify({ version, signatures }));

function collect(path, pattern, prefix) {
  for (const entry of readdirSync(path, { recursive: true })) {
    if (!entry.endsWith('.d.ts') || entry.endsWith('_test.d.ts')) continue;
    for (const [, name, parameters] of readFileSync(join(path, entry), 'utf8').matchAll(pattern)) {
      signatures[`@tensorflow/tfjs.${prefix(join(path, entry))}${name}`] = [
        ...parameters.matchAll(/(?:^|, )(?:\.\.\.)?(\w+)(\??):/g),
      ].map(([, each, optional]) => [each, optional === '?']);
    }
  }
}
