// Runs the corpus in Node and writes what came out: `node generate.mjs FOLDER`, where FOLDER/node_modules holds @tensorflow/tfjs 4.22.0
// (`npm install @tensorflow/tfjs@4.22.0`). `@softlens/core` is the built package of this repository.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const here = import.meta.dirname;
const require = createRequire(join(resolve(process.argv[2] ?? '.'), 'index.js'));
const tfEntry = require.resolve('@tensorflow/tfjs');
const coreEntry = join(here, '../../../../core/dist/index.js');
console.warn = () => {};
const tf = require(tfEntry);
await tf.setBackend('cpu');
const core = await import(coreEntry);

/** JSON has no NaN and no infinities. */
function number(x) {
  if (typeof x !== 'number') return typeof x === 'bigint' ? String(x) : x;
  if (Number.isNaN(x)) return 'NaN';
  return Number.isFinite(x) ? x : x > 0 ? 'Infinity' : '-Infinity';
}

function nested(x) {
  if (Array.isArray(x) || ArrayBuffer.isView(x)) return Array.from(x, nested);
  if (x instanceof Set) return Array.from(x, nested);
  if (x instanceof Map) return Object.fromEntries(Array.from(x, ([k, v]) => [String(k), nested(v)]));
  if (typeof x === 'object' && x !== null) return Object.fromEntries(Object.entries(x).map(([k, v]) => [k, nested(v)]));
  return x === undefined ? null : number(x);
}

/** Numbers of arrays that were tensors. */
const numbersIn = (x) =>
  Array.isArray(x) || ArrayBuffer.isView(x)
    ? Array.from(x).flatMap(numbersIn)
    : typeof x === 'number' && Number.isFinite(x)
      ? [x]
      : [];

const isArray = (x) => typeof x === 'object' && x !== null && 'dtype' in x && 'shape' in x;

function describe(x) {
  if (x instanceof tf.Tensor) {
    const values = nested(x.dtype === 'bool' ? Array.from(x.dataSync(), Boolean) : x.dataSync());
    return { library: 'tfjs', dtype: x.dtype, shape: x.shape, values };
  }
  if (isArray(x)) return { library: 'core', dtype: x.dtype, shape: x.shape, values: nested(x.data) };
  const numbers = numbersIn(x);
  const isSingle = numbers.some((one) => !Number.isInteger(one * 1024)) && numbers.every((one) => Math.fround(one) === one);
  return { ...(isSingle && { precision: 'float32' }), values: nested(x) };
}

/** Data, as against functions, models and other objects. */
function describable(x) {
  if (x instanceof tf.Tensor || ArrayBuffer.isView(x)) return true;
  if (typeof x !== 'object' || x === null) return !['function', 'symbol'].includes(typeof x);
  const isPlain = Array.isArray(x) || x instanceof Map || x instanceof Set || Object.getPrototypeOf(x) === Object.prototype;
  return isPlain && (isArray(x) || Object.values(x).every(describable));
}

function expressions() {
  const lines = readFileSync(join(here, 'expressions.txt'), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((expression) => {
      try {
        return { expression, ...describe(new Function('tf', 'core', `return (${expression});`)(tf, core)) };
      } catch (error) {
        throw new Error(`${expression}: ${error.message}`);
      }
    });
}

/** Every constant of a script's top level. Scripts import each other from a copy, in which the packages are found. */
async function scripts() {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  const files = readdirSync(join(here, 'scripts')).filter((name) => name.endsWith('.mjs'));
  const namesOf = new Map();
  for (const name of files) {
    const text = readFileSync(join(here, 'scripts', name), 'utf8');
    const names = [...text.matchAll(/^(?:export )?const (?:(\w+)|[[{]([^=]*)[\]}]) =/gm)].flatMap(([, one, several = '']) =>
      one ? [one] : [...several.replace(/\w+:/g, '').matchAll(/\w+/g)].map(([each]) => each),
    );
    namesOf.set(name, names);
    const ready = text
      .replaceAll("'@tensorflow/tfjs'", JSON.stringify(pathToFileURL(tfEntry).href))
      .replaceAll("'@softlens/core'", JSON.stringify(pathToFileURL(coreEntry).href));
    writeFileSync(join(folder, name), `${ready}\nexport const corpusValues = { ${names.join(', ')} };\n`);
  }
  const described = {};
  for (const name of files) {
    const { corpusValues } = await import(pathToFileURL(join(folder, name)).href);
    const values = namesOf.get(name).map((one) => [one, corpusValues[one]]);
    described[basename(name)] = Object.fromEntries(
      values.filter(([, value]) => describable(value)).map(([one, value]) => [one, describe(value)]),
    );
  }
  rmSync(folder, { recursive: true });
  return described;
}

const lines = (rows) => `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`;
writeFileSync(join(here, 'expressions.json'), lines(expressions()));
writeFileSync(join(here, 'scripts.json'), `${JSON.stringify(await scripts(), null, 1)}\n`);
