/**
 * Arrays as NumPy, PyTorch, TensorFlow and JAX print them with their default options. NumPy's rules are those of `numpy.core.arrayprint`
 * (https://numpy.org/doc/stable/reference/generated/numpy.set_printoptions.html), PyTorch's those of `torch/_tensor_str.py`
 * (https://pytorch.org/docs/stable/generated/torch.set_printoptions.html).
 */
import { type DType, type NdArray, roundTo } from '@softlens/core';
import type { Shape } from '../../values/dim.ts';
import type { ArrayValue } from '../../values/value.ts';
import { exponential, fixed, pythonFloat } from './numbers.ts';
import type { Printing } from './printing.ts';

/** Beyond so many elements both libraries leave out the middle. */
const maxElements = 1000;

/** `str` of an array, or `repr`; undefined where it is not known. */
export function arrayText(array: ArrayValue, repr: boolean, printing: Printing = {}, suffix?: string): string | undefined {
  const { data, library } = array;
  if (array.texts) return textsShown(array.texts, array.shape ?? [], repr);
  if (!data || data.data.length > maxElements) return undefined;
  if (library === 'torch') return torchText(data, printing, suffix);
  if (library === 'tensorflow') return tensorflowText(array, repr, printing);
  if (library === 'jax' && repr) return jaxRepr(data, array.weak === true, printing);
  if (library !== 'numpy' && library !== 'jax') return undefined;
  if (array.scalar || (data.shape.length === 0 && !repr)) return scalarText(Number(data.data[0]), data.dtype);
  return repr ? numpyRepr(data, printing) : bracketed(data, elementTexts(data, printing), printing.separator ?? ' ', ' ', 75);
}

/** A NumPy scalar: the shortest digits that its own dtype reads back. */
export function scalarText(x: number, dtype: DType): string {
  if (dtype === 'bool') return x === 0 ? 'False' : 'True';
  if (!dtype.includes('float')) return String(x);
  return pythonFloat(dtype === 'float64' ? x : shortest(x, dtype));
}

/** The float64 with the fewest digits that rounds to `x` in the dtype. */
function shortest(x: number, dtype: DType): number {
  if (dtype === 'float64' || !Number.isFinite(x)) return x;
  for (let digits = 1; digits < 17; digits++) {
    const candidate = Number(x.toPrecision(digits));
    if (roundTo(candidate, dtype) === x) return candidate;
  }
  return x;
}

function numpyRepr(data: NdArray, printing: Printing): string {
  const implied = data.dtype === 'float64' || data.dtype === 'int64' || data.dtype === 'bool';
  const empty = data.data.length === 0;
  const body =
    data.shape.length === 0
      ? (elementTexts(data, printing)[0] ?? '')
      : bracketed(data, elementTexts(data, printing), ', ', ' '.repeat(7), 74);
  return `array(${body}${implied && !empty ? '' : typeNote(body, data.dtype)})`;
}

/**
 * Around the text of the same array of NumPy's: https://www.tensorflow.org/guide/tensor. A variable's has its name, which is not known.
 */
function tensorflowText(array: ArrayValue, repr: boolean, printing: Printing): string | undefined {
  const { data } = array;
  if (!data || array.variable) return undefined;
  const { tape: _tape, ...own } = array;
  const shown = arrayText({ ...own, library: 'numpy', ...(data.shape.length === 0 ? { scalar: true } : {}) }, repr, printing);
  if (shown === undefined) return undefined;
  const text = shown.includes('\n') ? `\n${shown}` : shown;
  const shape = `(${data.shape.join(', ')}${data.shape.length === 1 ? ',' : ''})`;
  return repr
    ? `<tf.Tensor: shape=${shape}, dtype=${data.dtype}, numpy=${text}>`
    : `tf.Tensor(${text}, shape=${shape}, dtype=${data.dtype})`;
}

/** `Array([1., 2.], dtype=float32)`: https://docs.jax.dev/en/latest/key-concepts.html#jax-arrays-jax-array */
function jaxRepr(data: NdArray, weak: boolean, printing: Printing): string {
  const texts = elementTexts(data, printing);
  const empty = data.data.length === 0;
  const body = empty
    ? `[], shape=(${data.shape.join(', ')}${data.shape.length === 1 ? ',' : ''})`
    : data.shape.length === 0
      ? (texts[0] ?? '')
      : bracketed(data, texts, ', ', ' '.repeat(7), 74);
  const note = `dtype=${data.dtype}${weak ? ', weak_type=True' : ''})`;
  const last = body.length - body.lastIndexOf('\n') + 1;
  return `Array(${body},${last + note.length + 1 > 75 ? `\n${' '.repeat('Array('.length)}` : ' '}${note}`;
}

/** On a line of its own where it does not fit. */
function typeNote(body: string, dtype: string): string {
  const last = `array(${body},`.split('\n').at(-1)?.length ?? 0;
  const note = `dtype=${dtype})`;
  return `,${last + note.length + 1 > 75 ? `\n${' '.repeat('array('.length)}` : ' '}${note.slice(0, -1)}`;
}

/** Arrays of texts: each as Python writes it. */
function textsShown(texts: readonly string[], sizes: Shape, repr: boolean): string | undefined {
  const shape = sizes.map(Number);
  if (shape.length === 0 || texts.length === 0 || texts.length > maxElements) return undefined;
  const data: NdArray = { dtype: 'float64', shape, data: new Float64Array(texts.length) };
  const words = texts.map(quoted);
  if (!repr) return bracketed(data, words, ' ', ' ', 75);
  const body = bracketed(data, words, ', ', ' '.repeat(7), 74);
  return `array(${body}${typeNote(body, `'<U${Math.max(1, ...texts.map((one) => one.length))}'`)})`;
}

/** A text as Python writes it. */
export function quoted(value: string): string {
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  const escaped = value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r');
  return quote + (quote === "'" ? escaped.replaceAll("'", "\\'") : escaped) + quote;
}

function elementTexts(data: NdArray, printing: Printing): readonly string[] {
  const values = Array.from(data.data, Number);
  if (data.dtype === 'bool') return values.map((x) => (x === 0 ? 'False' : data.shape.length > 0 ? ' True' : 'True'));
  if (!data.dtype.includes('float')) return padded(values.map(String));
  return floatTexts(values, data.dtype, printing);
}

function padded(texts: readonly string[]): readonly string[] {
  const width = Math.max(0, ...texts.map((text) => text.length));
  return texts.map((text) => text.padStart(width));
}

/** Precision 8, as many digits as the element that needs most; exponents beyond 1e8, below 1e-4 or over a ratio of 1000. */
function floatTexts(
  values: readonly number[],
  dtype: DType,
  { precision: most = 8, suppress = false }: Printing,
): readonly string[] {
  const finite = values.filter(Number.isFinite);
  const sizes = finite.filter((x) => x !== 0).map(Math.abs);
  const [largest, smallest] = [Math.max(...sizes), Math.min(...sizes)];
  const scientific = sizes.length > 0 && (largest >= 1e8 || (!suppress && (smallest < 1e-4 || largest / smallest > 1000)));
  const texts = values.map((x) => {
    if (!Number.isFinite(x)) return { whole: '', rest: '' };
    if (scientific) return scientificDigits(shortest(x, dtype), most);
    return positionalDigits(Number.isInteger(x) ? x : shortest(x, dtype), most);
  });
  const precision = Math.max(0, ...texts.map(({ rest }) => rest.length));
  const written = scientific
    ? values.map((x) => (Number.isFinite(x) ? exponentOf(shortest(x, dtype), most) : ''))
    : values.map(() => '');
  const exponentDigits = Math.max(0, ...written.map((text) => text.length - 2));
  const exponents = written.map((text) => (text === '' ? '' : text.slice(0, 2) + text.slice(2).padStart(exponentDigits, '0')));
  const exponentWidth = Math.max(0, ...exponents.map((text) => text.length));
  const left = Math.max(0, ...texts.map(({ whole }) => whole.length));
  const right = precision + exponentWidth;
  const special = finite.length < values.length;
  const infinity = values.includes(Number.NEGATIVE_INFINITY) ? 4 : 3;
  const width = Math.max(left, special ? Math.max(3, infinity) - right - 1 : 0);
  return values.map((x, i) => {
    const { whole, rest } = texts[i] ?? { whole: '', rest: '' };
    if (!Number.isFinite(x)) return pythonFloat(x).padStart(width + right + 1);
    const tail = scientific ? rest.padEnd(precision, '0') + (exponents[i] ?? '') : rest.padEnd(precision);
    return `${whole.padStart(width)}.${tail}`;
  });
}

interface Digits {
  readonly whole: string;
  readonly rest: string;
}

/** Like dragon4 in unique mode: no more digits than tell the number apart, and no more than asked. */
function positionalDigits(x: number, precision: number): Digits {
  const text = plainDigits(x);
  const [, fraction = ''] = text.split('.');
  const [whole = '', rest = ''] = (fraction.length > precision ? fixed(x, precision) : text).split('.');
  return { whole: Object.is(x, -0) && !whole.startsWith('-') ? `-${whole}` : whole, rest: rest.replace(/0+$/, '') };
}

function plainDigits(x: number): string {
  const text = String(x);
  return text.includes('e') ? x.toFixed(20).replace(/0+$/, '') : text;
}

function scientificDigits(x: number, precision: number): Digits {
  const unique = x.toExponential().split('e')[0] ?? '';
  const [, fraction = ''] = unique.split('.');
  const [whole = '', rest = ''] = (fraction.length > precision ? (x.toExponential(precision).split('e')[0] ?? '') : unique).split(
    '.',
  );
  return { whole, rest: rest.replace(/0+$/, '') };
}

const exponentOf = (x: number, digits: number): string => `e${exponential(x, digits).split('e')[1] ?? ''}`;

/** Rows in brackets, lines of at most `width` characters. */
function bracketed(data: NdArray, texts: readonly string[], separator: string, indent: string, width: number): string {
  const strides = data.shape.map((_, axis) => data.shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  const at = (axis: number, offset: number, hanging: string, room: number): string => {
    const size = data.shape[axis] ?? 0;
    const left = data.shape.length - axis;
    const stride = strides[axis] ?? 1;
    if (left > 1) {
      const parts = Array.from({ length: size }, (_, i) => hanging + at(axis + 1, offset + i * stride, `${hanging} `, room - 1));
      return `[${parts.join(separator.trimEnd() + '\n'.repeat(left - 1)).slice(hanging.length)}]`;
    }
    let done = '';
    let line = hanging;
    for (let i = 0; i < size; i++) {
      const word = texts[offset + i] ?? '';
      const limit = room - (i < size - 1 ? Math.max(separator.trimEnd().length, 1) : 1);
      if (line.length + word.length > limit && line.length > hanging.length) {
        done += `${line.trimEnd()}\n`;
        line = hanging;
      }
      line += word + (i < size - 1 ? separator : '');
    }
    return `[${(done + line).slice(hanging.length)}]`;
  };
  if (data.data.length === 0) return '[]';
  return at(0, 0, indent, width);
}

/** `suffix`: what a tensor that takes part in gradients says of it. */
function torchText(data: NdArray, printing: Printing, suffix?: string): string {
  const { dtype, shape } = data;
  const empty = data.data.length === 0;
  const suffixes: string[] = [];
  if (empty && shape.length !== 1) suffixes.push(`size=(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`);
  const implied = dtype === 'float32' || (!empty && (dtype === 'int64' || dtype === 'bool'));
  if (!implied) suffixes.push(`dtype=torch.${dtype}`);
  if (suffix !== undefined) suffixes.push(suffix);
  let text = `tensor(${empty ? '[]' : tensorRows(shape, torchElements(data, printing), 0, 7)}`;
  let line = text.length - text.lastIndexOf('\n') + 1;
  for (const suffix of suffixes) {
    if (line + suffix.length + 2 > 80) {
      text += `,\n${' '.repeat(7)}${suffix}`;
      line = 7 + suffix.length;
    } else {
      text += `, ${suffix}`;
      line += suffix.length + 2;
    }
  }
  return `${text})`;
}

/** Four decimals, or none where all are whole; exponents beyond 1e8, below 1e-4 or over a ratio of 1000. */
function torchElements(data: NdArray, { precision = 4, scientific: asked }: Printing): readonly string[] {
  const values = Array.from(data.data, Number);
  if (data.dtype === 'bool') return padded(values.map((x) => (x === 0 ? 'False' : 'True')));
  if (!data.dtype.includes('float')) return padded(values.map(String));
  const counted = values.filter((x) => Number.isFinite(x) && x !== 0);
  if (counted.length === 0) return values.map((x) => (Number.isFinite(x) ? `${fixed(x, 0)}.` : pythonFloat(x)));
  const sizes = counted.map(Math.abs);
  const [largest, smallest] = [Math.max(...sizes), Math.min(...sizes)];
  const whole = counted.every(Number.isInteger);
  const wide = largest / smallest > 1000 || largest > 1e8 || (!whole && smallest < 1e-4);
  const scientific = asked ?? wide;
  const show = (x: number): string => {
    if (!Number.isFinite(x)) return pythonFloat(x);
    return scientific ? exponential(x, precision) : whole ? `${fixed(x, 0)}.` : fixed(x, precision);
  };
  // The width is that of the form PyTorch would choose, also where it is told another.
  const width = Math.max(1, ...counted.map((x) => (wide ? exponential(x, precision) : show(x)).length));
  return values.map((x) => show(x).padStart(width));
}

function tensorRows(shape: readonly number[], texts: readonly string[], offset: number, indent: number): string {
  const [size = 0, ...rest] = shape;
  if (shape.length === 0) return texts[offset]?.trimStart() ?? '';
  if (rest.length > 0) {
    const stride = rest.reduce((a, b) => a * b, 1);
    const rows = Array.from({ length: size }, (_, i) => tensorRows(rest, texts, offset + i * stride, indent + 1));
    return `[${rows.join(`,${'\n'.repeat(rest.length)}${' '.repeat(indent + 1)}`)}]`;
  }
  const row = texts.slice(offset, offset + size);
  const width = Math.max(...texts.map((text) => text.length)) + 2;
  const perLine = Math.max(1, Math.floor((80 - indent) / width));
  const lines = Array.from({ length: Math.ceil(size / perLine) }, (_, i) => row.slice(i * perLine, (i + 1) * perLine).join(', '));
  return `[${lines.join(`,\n${' '.repeat(indent + 1)}`)}]`;
}
