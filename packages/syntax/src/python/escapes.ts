const simple: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const escapes = /\\(\n|[\\'"abfnrtv]|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]*\})/g;

/**
 * Decodes the escapes of a literal (Language Reference, 2.4.1); unknown ones stay as they are written.
 * Undefined for `\N{NAME}`, which needs the Unicode database.
 */
export function decodeEscapes(written: string, bytes: boolean): string | undefined {
  if (!written.includes('\\')) return written;
  let known = true;
  const decoded = written.replace(escapes, (whole, body: string) => {
    const plain = simple[body];
    if (plain !== undefined) return plain;
    if (body.startsWith('x')) return String.fromCharCode(Number.parseInt(body.slice(1), 16));
    if (/^[0-7]/.test(body)) return String.fromCharCode(Number.parseInt(body, 8) & (bytes ? 0xff : 0x1ff));
    if (bytes) return whole;
    if (body.startsWith('N')) {
      known = false;
      return whole;
    }
    const code = Number.parseInt(body.slice(1), 16);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
  return known ? decoded : undefined;
}
