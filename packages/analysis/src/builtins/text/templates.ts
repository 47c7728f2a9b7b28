/** `'{} of {total:.2f}'.format(…)`: https://docs.python.org/3/library/string.html#format-string-syntax */

import { readAttribute } from '../../evaluate/expressions/attributes.ts';
import { readIndex } from '../../evaluate/expressions/indexing.ts';
import type { Run } from '../../evaluate/run/run.ts';
import { int, text } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import { formatValue } from './display.ts';

interface Filling {
  readonly run: Run;
  readonly values: readonly Value[];
  readonly named: (name: string) => Value | undefined;
  next: number;
}

/** The text with its fields filled in; undefined where one of them is not known. */
export function formatTemplate(
  run: Run,
  template: string,
  values: readonly Value[],
  named: (name: string) => Value | undefined,
): string | undefined {
  return filled({ run, values, named, next: 0 }, template, 2);
}

function filled(filling: Filling, template: string, depth: number): string | undefined {
  let result = '';
  let at = 0;
  while (at < template.length) {
    const char = template[at] as string;
    if ((char === '{' || char === '}') && template[at + 1] === char) {
      result += char;
      at += 2;
    } else if (char === '{') {
      const end = endOfField(template, at);
      const shown = end === undefined || depth === 0 ? undefined : field(filling, template.slice(at + 1, end), depth);
      if (end === undefined || shown === undefined) return undefined;
      result += shown;
      at = end + 1;
    } else if (char === '}') return undefined;
    else {
      result += char;
      at++;
    }
    if (result.length > filling.run.budget.text) return undefined;
  }
  return result;
}

function endOfField(template: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < template.length; at++) {
    if (template[at] === '{') depth++;
    else if (template[at] === '}' && --depth === 0) return at;
  }
  return undefined;
}

function field(filling: Filling, inner: string, depth: number): string | undefined {
  const [all, name = '', path = '', conversion, spec] =
    /^(\w*)((?:\.\w+|\[[^\]]*\])*)(?:!([rsa]))?(?::([\s\S]*))?$/.exec(inner) ?? [];
  if (all === undefined) return undefined;
  const first =
    name === '' ? filling.values[filling.next++] : /^\d+$/.test(name) ? filling.values[Number(name)] : filling.named(name);
  const value = first && followed(filling.run, first, path);
  const format = spec === undefined ? undefined : filled(filling, spec, depth - 1);
  return value && (spec === undefined || format !== undefined) ? formatValue(filling.run, value, format, conversion) : undefined;
}

/** `{0.name}`, `{0[key]}`: digits between brackets are a number, anything else a text. */
function followed(run: Run, first: Value, path: string): Value {
  const nowhere = { start: 0, end: 0 };
  return [...path.matchAll(/\.(\w+)|\[([^\]]*)\]/g)].reduce((value, [, attribute, index = '']) => {
    if (attribute !== undefined) return readAttribute(run, value, attribute, nowhere);
    return readIndex(run, value, [/^\d+$/.test(index) ? int(Number(index)) : text(index)], nowhere);
  }, first);
}
