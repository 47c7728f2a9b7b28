/** The textwrap module, and `string.capwords`: https://docs.python.org/3/library/textwrap.html */
import { newList } from '../../evaluate/objects/objects.ts';
import { unknown } from '../../evaluate/run/run.ts';
import { text } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import type { BuiltinCall, BuiltinTable } from '../registry.ts';

export const wrappingModule: BuiltinTable = {
  effects: {
    'textwrap.dedent': (run, { args: [x] }) =>
      x?.kind === 'text' ? text(dedented(x.value)) : unknown(run, 'unmodelled', 'dedent'),
    'textwrap.indent': (run, { args: [x, prefix, ...more] }) =>
      x?.kind === 'text' && prefix?.kind === 'text' && more.length === 0
        ? text(x.value.replace(/^(?=.*\S)/gm, () => prefix.value))
        : unknown(run, 'unmodelled', 'indent'),
    'textwrap.wrap': (run, call) => {
      const lines = linesOf(call);
      return lines ? newList(run, lines.map(text)) : unknown(run, 'unmodelled', 'wrap');
    },
    'textwrap.fill': (run, call) => {
      const lines = linesOf(call);
      return lines ? text(lines.join('\n')) : unknown(run, 'unmodelled', 'fill');
    },
    'textwrap.shorten': (run, call) => shortened(call) ?? unknown(run, 'unmodelled', 'shorten'),
    'string.capwords': (run, { args: [x, ...more] }) =>
      x?.kind === 'text' && more.length === 0
        ? text(
            wordsOf(x.value)
              .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
              .join(' '),
          )
        : unknown(run, 'unmodelled', 'capwords'),
  },
};

const wordsOf = (value: string): readonly string[] => value.split(/\s+/).filter((word) => word !== '');

/** Without the space that all lines that are not blank begin with; blank lines become empty. */
function dedented(value: string): string {
  const lines = value.replace(/^[ \t]+$/gm, '').split('\n');
  const margins = lines.filter((line) => line !== '').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  const [first = ''] = margins;
  let common = first.length;
  for (const margin of margins) while (!margin.startsWith(first.slice(0, common))) common--;
  return lines.map((line) => line.slice(common)).join('\n');
}

function widthOf({ args: [, given], keywords }: BuiltinCall, usual: number | undefined): number | undefined {
  const width: Value | undefined = given ?? keywords.get('width');
  return width === undefined ? usual : width.kind === 'int' && Number(width.value) > 0 ? Number(width.value) : undefined;
}

/** Words in lines as full as they go. Words that are longer than a line, or have hyphens, are not followed. */
function linesOf(call: BuiltinCall): readonly string[] | undefined {
  const [x] = call.args;
  const width = widthOf(call, 70);
  const isPlain = [...call.keywords.keys()].every((name) => name === 'width') && call.args.length <= 2;
  if (x?.kind !== 'text' || width === undefined || !isPlain || /^\s|[ \t]{2}|\w-|[\t\n]\s/.test(x.value)) return undefined;
  const words = wordsOf(x.value);
  if (words.some((word) => word.length > width)) return undefined;
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function shortened(call: BuiltinCall): Value | undefined {
  const [x] = call.args;
  const width = widthOf(call, undefined);
  const given = call.keywords.get('placeholder');
  const mark = given === undefined ? ' [...]' : given.kind === 'text' ? given.value : undefined;
  if (x?.kind !== 'text' || width === undefined || mark === undefined || mark.trimStart().length > width || /\w-/.test(x.value))
    return undefined;
  const words = wordsOf(x.value);
  const whole = words.join(' ');
  if (whole.length <= width) return text(whole);
  for (let count = words.length - 1; count > 0; count--) {
    const shown = words.slice(0, count).join(' ') + mark;
    if (shown.length <= width) return text(shown);
  }
  return text(mark.trimStart());
}
