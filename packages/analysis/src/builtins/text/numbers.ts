/** Numbers as Python writes and rounds them. */

/** Rounds to `digits` decimals, ties to even, as Python's `round` does from the exact binary value. */
export function roundHalfEven(x: number, digits: number): number {
  if (!Number.isFinite(x)) return x;
  if (digits < 0) {
    const scale = 10 ** -digits;
    return roundHalfEven(x / scale, 0) * scale;
  }
  if (digits > 22 || Math.abs(x) >= 1e21) return x;
  if (!isTie(x, digits)) return Number(x.toFixed(digits));
  const scale = 10 ** digits;
  const below = Math.floor(x * scale);
  return (below % 2 === 0 ? below : below + 1) / scale;
}

/** A tie is a number whose exact decimal digits end in a 5 right behind those that stay. */
function isTie(x: number, digits: number): boolean {
  const exact = Math.abs(x).toFixed(Math.min(100, digits + 40));
  const tail = exact.slice(exact.indexOf('.') + 1 + digits);
  return /^50*$/.test(tail);
}

/** `repr` of a float: the shortest digits that read back the same; an exponent from 1e16 and below 1e-4. */
export function pythonFloat(x: number): string {
  if (Number.isNaN(x)) return 'nan';
  if (!Number.isFinite(x)) return x > 0 ? 'inf' : '-inf';
  if (Object.is(x, -0)) return '-0.0';
  const [digits = '0', power = '0'] = x.toExponential().split('e');
  const exponent = Number(power);
  if (x !== 0 && (exponent >= 16 || exponent < -4))
    return `${digits}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  const plain = exponent < 0 ? expand(x) : String(x);
  return plain.includes('.') || plain.includes('e') ? plain : `${plain}.0`;
}

const expand = (x: number): string => {
  const text = String(x);
  if (!text.includes('e')) return text;
  const [digits = '', power = '0'] = text.split('e');
  const sign = digits.startsWith('-') ? '-' : '';
  return `${sign}0.${'0'.repeat(-Number(power) - 1)}${digits.replace(/[-.]/g, '')}`;
};

/** `toFixed` with Python's rounding: from the exact value, ties to even. */
export function fixed(x: number, digits: number): string {
  if (Math.abs(x) >= 1e21) return BigInt(Math.trunc(x)).toString() + (digits > 0 ? `.${'0'.repeat(digits)}` : '');
  if (!isTie(x, digits))
    return Object.is(x, -0) || (x < 0 && Number(x.toFixed(digits)) === 0 && !x.toFixed(digits).startsWith('-'))
      ? `-${Math.abs(x).toFixed(digits)}`
      : x.toFixed(digits);
  const rounded = roundHalfEven(x, digits);
  return (Object.is(rounded, 0) && x < 0 ? -0 : rounded).toFixed(digits);
}

/** `toExponential` with Python's rounding: a tie goes to the even digit, and zero keeps its sign. */
export function exponential(x: number, digits: number): string {
  const exact = x.toExponential(Math.min(100, digits + 55));
  const [, fraction = ''] = exact.split('e')[0]?.split('.') ?? [];
  const last = digits > 0 ? fraction[digits - 1] : exact.replace('-', '')[0];
  const isEvenTie = /^50*$/.test(fraction.slice(digits)) && Number(last) % 2 === 0;
  const shown = isEvenTie ? (x - Math.sign(x) * Math.abs(x) * 2 ** -52).toExponential(digits) : x.toExponential(digits);
  return (Object.is(x, -0) ? `-${shown}` : shown).replace(/e([+-])(\d)$/, 'e$10$2');
}

/** Format `g`: `digits` significant ones, trailing zeros dropped. */
export function general(x: number, digits: number): string {
  if (x === 0) return Object.is(x, -0) ? '-0' : '0';
  const precision = Math.max(1, digits);
  const exponent = Number(x.toExponential(precision - 1).split('e')[1]);
  if (exponent < -4 || exponent >= precision) return exponential(x, precision - 1).replace(/\.?0+e/, 'e');
  const text = fixed(x, Math.max(0, precision - 1 - exponent));
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
