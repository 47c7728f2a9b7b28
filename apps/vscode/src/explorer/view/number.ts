/** Numbers as they are shown: short, and never more certain than they are. */

const minus = '\u2212';

/** A number to so many significant digits, with a true minus sign. */
export function formatNumber(x: number, digits = 4): string {
  if (Number.isNaN(x)) return 'NaN';
  if (!Number.isFinite(x)) return x > 0 ? '∞' : `${minus}∞`;
  if (x === 0) return '0';
  const size = Math.abs(x);
  const text = size >= 1e6 || size < 1e-4 ? scientific(size, Math.min(digits, 3)) : String(Number(size.toPrecision(digits)));
  return x < 0 ? minus + text : text;
}

/** Three decimals; what would be rounded to 0 or 1 without being it says so. */
export function formatProbability(p: number): string {
  if (Number.isNaN(p)) return 'NaN';
  if (p === 0 || p === 1) return String(p);
  if (p < 0.0005) return scientific(p, 2);
  if (p > 0.9995) return '>0.999';
  return p.toFixed(3);
}

const superscripts: Readonly<Record<string, string>> = {
  '-': '⁻',
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
};

function scientific(size: number, digits: number): string {
  const [mantissa = '', exponent = ''] = size.toExponential(digits - 1).split('e');
  const power = Array.from(exponent.replace('+', ''), (character) => superscripts[character] ?? '').join('');
  return `${Number(mantissa)}·10${power}`;
}

const subscripts = '₀₁₂₃₄₅₆₇₈₉';

export function subscript(index: number): string {
  return Array.from(String(index), (digit) => subscripts[Number(digit)] ?? '').join('');
}
