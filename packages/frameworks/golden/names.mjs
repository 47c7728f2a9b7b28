// Prints the names of all rows whose library the judge has, one a line, with `!` before a class: see signatures.py.
import { libraries } from '../dist/index.js';

const judged = new Set(['torch', 'numpy', 'scipy', 'sklearn']);
for (const library of libraries) {
  for (const row of library.rows) {
    if (row.kind === 'constant' || row.property || !judged.has(row.name.split('.')[0])) continue;
    for (const name of [row.name, ...(row.also ?? [])]) console.log(`${row.kind} ${name}`);
    if (row.kind !== 'class') continue;
    if (row.call !== undefined) console.log(`call ${row.name}`);
    for (const [name, method] of Object.entries(row.methods ?? {})) {
      if (!method.property) console.log(`method ${row.name}.${name}`);
    }
  }
}
