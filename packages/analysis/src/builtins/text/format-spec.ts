/** Numbers and texts by Python's format specification: `{loss:.4f}`. */
import type { Run } from '../../evaluate/run/run.ts';
import type { Value } from '../../values/value.ts';
import { strOf } from './display.ts';
import { exponential, fixed, general, pythonFloat } from './numbers.ts';

const pattern = /^(?:(.)?([<>=^]))?([+\- ])?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([a-zA-Z%])?$/s;

/** Python's format specification: https://docs.python.org/3/library/string.html#formatspec */
export function applySpec(run: Run, value: Value, spec: string): string | undefined {
  const match = pattern.exec(spec);
  if (!match) return undefined;
  const [, fill, align, sign, alternate, zero, width, group, precision, type] = match;
  const size = Number(width ?? 0);
  if (size > run.budget.text || Number(precision ?? 0) > 100) return undefined;
  if (value.kind === 'array' && numeric(value) === undefined) return undefined;
  const number = numeric(value);
  if (number === undefined || type === 's') {
    const shown = strOf(run, value);
    if (shown === undefined) return undefined;
    return pad(precision === undefined ? shown : shown.slice(0, Number(precision)), size, fill ?? ' ', align ?? '<');
  }
  const body = numberBody(number, value, type, precision === undefined ? undefined : Number(precision));
  if (body === undefined) return undefined;
  const negative = body.startsWith('-');
  const prefix = alternate === undefined ? '' : prefixes[type ?? ''];
  if (prefix === undefined) return undefined;
  const digits = prefix + grouped(negative ? body.slice(1) : body, group);
  const mark = negative ? '-' : sign === '+' ? '+' : sign === ' ' ? ' ' : '';
  if (zero !== undefined && align === undefined)
    return mark + prefix + digits.slice(prefix.length).padStart(size - mark.length - prefix.length, '0');
  if (align === '=') return mark + digits.padStart(size - mark.length, fill ?? ' ');
  return pad(mark + digits, size, fill ?? ' ', align ?? '>');
}

/** What `#` puts before the digits; for other types it means what is not modelled. */
const prefixes: Readonly<Record<string, string>> = { x: '0x', X: '0X', b: '0b', o: '0o', d: '', '': '' };

export function numeric(value: Value): number | bigint | undefined {
  if (value.kind === 'int' || value.kind === 'float') return value.value;
  if (value.kind === 'bool') return value.value ? 1 : 0;
  return value.kind === 'array' && value.data && value.data.data.length === 1 && value.shape?.length === 0
    ? value.data.data[0]
    : undefined;
}

function numberBody(
  number: number | bigint,
  value: Value,
  type: string | undefined,
  precision: number | undefined,
): string | undefined {
  const x = Number(number);
  if (!Number.isFinite(x) && typeof number === 'number') return Number.isNaN(x) ? 'nan' : x > 0 ? 'inf' : '-inf';
  const whole = value.kind === 'int' || value.kind === 'bool' || (value.kind === 'array' && !value.data?.dtype.includes('float'));
  switch (type) {
    case 'd':
    case 'n':
      return whole ? String(number) : undefined;
    case 'f':
    case 'F':
      return fixed(x, precision ?? 6);
    case 'e':
      return exponential(x, precision ?? 6);
    case 'E':
      return exponential(x, precision ?? 6).toUpperCase();
    case 'g':
      return general(x, precision ?? 6);
    case '%':
      return `${fixed(x * 100, precision ?? 6)}%`;
    case 'x':
      return whole ? number.toString(16) : undefined;
    case 'X':
      return whole ? number.toString(16).toUpperCase() : undefined;
    case 'o':
      return whole ? number.toString(8) : undefined;
    case 'b':
      return whole ? number.toString(2) : undefined;
    case 'G':
      return general(x, precision ?? 6).toUpperCase();
    case 'c':
      return whole ? String.fromCodePoint(Math.max(0, x)) : undefined;
    case undefined:
      if (whole) return String(number);
      return precision === undefined ? pythonFloat(x) : general(x, precision);
    default:
      return undefined;
  }
}

function grouped(digits: string, mark: string | undefined): string {
  if (mark === undefined) return digits;
  const [whole = '', ...rest] = digits.split('.');
  return [whole.replace(/\B(?=(\d{3})+(?!\d))/g, mark), ...rest].join('.');
}

function pad(shown: string, width: number, fill: string, align: string): string {
  const missing = width - [...shown].length;
  if (missing <= 0) return shown;
  const left = align === '>' ? missing : align === '^' ? Math.floor(missing / 2) : 0;
  return fill.repeat(left) + shown + fill.repeat(missing - left);
}
