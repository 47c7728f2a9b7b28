// Prints the names of all rows, one a line, each after its kind: what signatures.py and sources.py read.
// With `judged` only of the libraries that signatures.py can import.
import { libraries } from '../dist/index.js';

const judged = process.argv[2] === 'judged' ? new Set(['torch', 'numpy', 'scipy', 'sklearn']) : undefined;
for (const library of libraries) {
  for (const row of library.rows) {
    if (row.kind === 'constant' || row.property || (judged !== undefined && !judged.has(row.name.split('.')[0]))) continue;
    for (const name of [row.name, ...(row.also ?? [])]) console.log(`${row.kind} ${name}`);
    if (row.kind !== 'class') continue;
    if (row.call !== undefined) console.log(`call ${row.name}`);
    for (const [name, method] of Object.entries(row.methods ?? {})) {
      if (!method.property) console.log(`method ${row.name}.${name}`);
    }
  }
}
