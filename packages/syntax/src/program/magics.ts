import { logicalLines } from '../python/logical-lines.ts';

/** Cell magics after which the cell is still Python. */
const pythonCells = /^%%(?:time|timeit|capture|prun|memit|mprun|snakeviz|wandb|debug)\b/;
const timed = /^(%(?:time|timeit|prun|memit))[ \t]+(?!-)(?=\S)/;
const assignedMagic = /^[ \t]*[\w.,[\] ]+=[ \t]*(?=[!%])/;

/**
 * IPython's syntax turned into comments of equal length, so that every offset stays (IPython documentation, "Built-in
 * magic commands"). `%time x = f()` still runs its statement; `x = !ls` gives `x` an unknown value.
 */
export function blankMagics(cell: string): string {
  const first = /^\s*/.exec(cell)?.[0].length ?? 0;
  if (cell.startsWith('%%', first)) {
    const lineEnd = cell.indexOf('\n', first);
    if (lineEnd < 0 || !pythonCells.test(cell.slice(first))) return cell.replace(/^([ \t]*)[^\s]/gm, '$1#');
    return `${cell.slice(0, first)}#${cell.slice(first + 1, lineEnd)}${blankMagics(cell.slice(lineEnd))}`;
  }
  if (!/[%!?]/.test(cell)) return cell;
  return logicalLines(cell).map(blankLine).join('');
}

function blankLine(line: string): string {
  const indent = /^[ \t\r\n]*/.exec(line)?.[0] ?? '';
  const code = line.slice(indent.length);
  const measured = timed.exec(code)?.[0];
  if (measured !== undefined) return `${indent}pass;${' '.repeat(measured.length - 5)}${code.slice(measured.length)}`;
  if (/^[%!?]/.test(code) || /^[\w.*]+\?{1,2}[ \t]*\r?\n?$/.test(code)) return indent + commented(code);
  const target = assignedMagic.exec(code)?.[0];
  if (target === undefined) return line;
  return `${indent}${target}_${commented(code.slice(target.length + 1))}`;
}

/** Each of the lines that a backslash joins. */
function commented(code: string): string {
  return code.replace(/^[^\r\n]/gm, '#');
}
