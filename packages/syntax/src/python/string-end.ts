/** Where a string literal ends, found without a grammar, so that a half-typed file can be mended before it is parsed. */
export interface StringEnd {
  /** After the closing quotes, or where the literal had to be cut. */
  readonly end: number;
  readonly closed: boolean;
  readonly triple: boolean;
  readonly quotes: string;
}

const maximumNesting = 20;

/** `at` is the offset of the first quote. A field of an f-string may hold strings with the same quotes (PEP 701). */
export function stringEnd(text: string, at: number, formatted: boolean, depth = 0): StringEnd {
  const quote = text[at] ?? '"';
  const triple = text.startsWith(quote.repeat(3), at);
  const quotes = triple ? quote.repeat(3) : quote;
  if (formatted && depth < maximumNesting) {
    const end = formattedEnd(text, at + quotes.length, quotes, depth);
    if (end !== undefined) return { end, closed: true, triple, quotes };
  }
  return { ...plainEnd(text, at + quotes.length, quotes), triple, quotes };
}

function plainEnd(text: string, from: number, quotes: string): { end: number; closed: boolean } {
  const quote = quotes[0];
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') {
      if (text[at + 1] === '\r' && text[at + 2] === '\n') at += 1;
      at += 1;
    } else if (quotes.length === 1 && (char === '\n' || char === '\r')) return { end: at, closed: false };
    else if (char === quote && text.startsWith(quotes, at)) return { end: at + quotes.length, closed: true };
  }
  return { end: text.length, closed: false };
}

/** Undefined when the f-string is damaged. */
function formattedEnd(text: string, from: number, quotes: string, depth: number): number | undefined {
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at = text.startsWith('N{', at + 1) ? (text.indexOf('}', at) + 1 || text.length) - 1 : at + 1;
    else if (char === '{' && text[at + 1] === '{') at += 1;
    else if (char === '{') {
      const end = fieldEnd(text, at + 1, quotes, depth + 1);
      if (end === undefined) return undefined;
      at = end - 1;
    } else if (quotes.length === 1 && char === '\n') return undefined;
    else if (text.startsWith(quotes, at)) return at + quotes.length;
  }
  return undefined;
}

/** After the `}` of a replacement field whose `{` stands before `from`. */
function fieldEnd(text: string, from: number, quotes: string, depth: number): number | undefined {
  if (depth >= maximumNesting) return undefined;
  let open = 0;
  for (let at = from; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '"' || char === "'") {
      const prefix = /[a-z]{0,2}$/i.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? '';
      const inner = stringEnd(text, at, /[ft]/i.test(prefix), depth + 1);
      // Before 3.12 the outer quotes could not stand inside; then this is the end of a damaged literal.
      if (!inner.closed) return undefined;
      at = inner.end - 1;
    } else if ('([{'.includes(char)) open += 1;
    else if (')]'.includes(char)) open -= 1;
    else if (char === '}') {
      if (open === 0) return at + 1;
      open -= 1;
    } else if (char === ':' && open === 0 && text[at + 1] !== '=') return formatEnd(text, at + 1, quotes, depth);
    else if (char === '\n' && quotes.length === 1) return undefined;
    else if (char === '#' && quotes.length === 3) return undefined;
  }
  return undefined;
}

function formatEnd(text: string, from: number, quotes: string, depth: number): number | undefined {
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '}') return at + 1;
    if (char === '{') {
      const end = fieldEnd(text, at + 1, quotes, depth + 1);
      if (end === undefined) return undefined;
      at = end - 1;
    } else if ((char === '\n' && quotes.length === 1) || text.startsWith(quotes, at)) return undefined;
  }
  return undefined;
}
