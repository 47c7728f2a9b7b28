/** Spaces of equal length; line breaks stay, so that lines and offsets do. */
export function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** Form feeds of equal length: white space that does not count as indentation in Python (Language Reference, 2.1.8). */
export function unindent(text: string): string {
  return text.replace(/[^\r\n]/g, '\f');
}
