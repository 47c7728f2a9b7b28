/** An analysis as text, in which numbers that only tell things apart (of objects, scopes and symbols) count from one. */
import type { FileAnalysis } from '../../src/index.ts';

/** One line per fact and finding. */
export function plainText(analysis: FileAnalysis): readonly string[] {
  const write = createWriter();
  const { facts, findings, elsewhere = [], expectations = [], dependencies, trace } = analysis;
  return [
    ...facts.map((fact) => `fact ${write(fact)}`),
    ...[...findings, ...elsewhere].map((finding) => `finding ${write(finding)}`),
    ...expectations.map((expectation) => `expectation ${write(expectation)}`),
    `dependencies ${dependencies.toSorted().join()}`,
    `trace ${trace.toSorted().join()}`,
  ];
}

const numbered = new Set(['id', 'scope', 'cell', 'order']);
/** `call@120#7`, `object12`, and the keys of objects, classes and functions: `r:12`, `u:main.py:40:3`. */
const numbersInText = /([#@])(\d+)|\b(object|r:|[cu]:[\w./]+:)(\d+(?::\d+)?)\b/g;

function createWriter(): (value: unknown) => string {
  const names = new Map<string, number>();
  const number = (of: string): number => {
    const known = names.get(of) ?? names.size + 1;
    names.set(of, known);
    return known;
  };
  const open: object[] = [];
  const text = (value: string): string =>
    JSON.stringify(
      value.replace(numbersInText, (_, mark = '', a = '', word = '', b = '') => `${mark}${word}${number(`${mark}${a}${b}`)}`),
    );
  const key = (value: unknown): string =>
    typeof value === 'string' && /^[ruc]:/.test(value) ? `key ${number(value)}` : write(value);
  const write = (value: unknown): string => {
    if (typeof value === 'string') return text(value);
    if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : String(value);
    const at = open.lastIndexOf(value);
    if (at >= 0) return `^${open.length - at}`;
    open.push(value);
    const written = writeObject(value);
    open.pop();
    return written;
  };
  const writeObject = (value: object): string => {
    if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
    if (value instanceof Map) return `{${[...value].map(([name, item]) => `${key(name)}:${write(item)}`).join(',')}}`;
    if (value instanceof Set) return `<${[...value].map(write).join(',')}>`;
    if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, String).join(' ');
    return `{${Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, item]) => `${name}:${member(name, item)}`)
      .join(',')}}`;
  };
  const member = (name: string, item: unknown): string => {
    if (name === 'row' && typeof item === 'object' && item !== null && 'name' in item) return String(item.name);
    if (numbered.has(name) && typeof item === 'number') return String(number(`${name} ${item}`));
    return write(item);
  };
  return write;
}
