/** Numbers as exponents and indices. */

const superscripts: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '.': '·',
  '-': '⁻',
  e: 'ᵉ',
};

export function superscript(text: string): string {
  return [...text.replace(/\.0$/, '')].map((c) => superscripts[c] ?? c).join('');
}

export function subscript(index: number): string {
  return [...String(index)].map((digit) => String.fromCodePoint(0x2080 + Number(digit))).join('');
}
