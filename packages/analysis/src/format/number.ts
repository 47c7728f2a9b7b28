/** How not-a-number and the infinities are written, in every language alike. */
export function formatSpecial(x: number): string | undefined {
  if (Number.isNaN(x)) return 'nan';
  if (x === Number.POSITIVE_INFINITY) return 'inf';
  if (x === Number.NEGATIVE_INFINITY) return '-inf';
  return undefined;
}

/**
 * A float with the digits that matter: at most `digits` significant ones, fixed notation between 10^-4 and 10^7,
 * always with a point or an exponent, so that `2.0` is seen to be no integer.
 */
export function formatFloat(x: number, digits = 5): string {
  const special = formatSpecial(x);
  if (special !== undefined) return special;
  if (x === 0) return Object.is(x, -0) ? '-0.0' : '0.0';
  const size = Math.abs(x);
  if (size < 1e-4 || size >= 1e7) return formatScientific(x, Math.min(digits, 3));
  const text = size >= 10 ** digits ? x.toFixed(1) : String(Number(x.toPrecision(digits)));
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** `2.06e-9`: without a plus sign, leading zeros in the exponent or trailing zeros in the mantissa. */
export function formatScientific(x: number, digits = 2): string {
  const special = formatSpecial(x);
  if (special !== undefined) return special;
  const [mantissa = '', exponent = '0'] = x.toExponential(digits - 1).split('e');
  return `${mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa}e${Number(exponent)}`;
}

/** A value of the given kind: integers and booleans have no point. */
export function formatNumber(x: number, kind: 'float' | 'int' | 'bool', digits = 5): string {
  if (kind === 'bool') return x === 0 ? 'False' : 'True';
  if (kind === 'int') return formatSpecial(x) ?? String(x);
  return formatFloat(x, digits);
}

/** A decimal without its leading zero, for hints: `.659`, `-.5`, `1.5`. */
export function withoutLeadingZero(text: string): string {
  return text.replace(/^(-?)0\./, '$1.');
}
