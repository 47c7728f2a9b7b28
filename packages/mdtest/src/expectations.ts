/** What the comments of a program expect. */

export type Level = 'error' | 'warning' | 'info' | 'hint';

/** `# error[rule]` behind code, or `#   ^^^^ error[rule]` below it; `todo-` says that it is not found yet. */
export interface FindingExpectation {
  readonly kind: 'finding';
  /** The line (0-based, in the program) of the code it speaks of. */
  readonly line: number;
  readonly level: Level;
  readonly rule: string;
  readonly todo: boolean;
  /** Exact columns, given by carets. */
  readonly columns?: { readonly start: number; readonly end: number };
}

/** `# reveal: TEXT` is what the line's value is; `# => TEXT` is the value itself. */
export interface ValueExpectation {
  readonly kind: 'reveal' | 'value';
  readonly line: number;
  readonly text: string;
}

export type Expectation = FindingExpectation | ValueExpectation;

const finding = /(todo-)?(error|warning|info|hint)\[([\w-]+)\]/g;
const comment = /(?:#|\/\/)\s*((?:todo-)?(?:error|warning|info|hint)\[[\w-]+\].*|reveal:.*|=>.*)$/;
const carets = /^\s*(?:#|\/\/)\s*(\^+)\s*((?:todo-)?(?:error|warning|info|hint)\[.*)$/;

export function readExpectations(text: string): readonly Expectation[] {
  const expectations: Expectation[] = [];
  let code = 0;
  let above = 0;
  for (const [i, line] of text.split('\n').entries()) {
    const marked = carets.exec(line);
    if (marked?.[1] && marked[2] !== undefined) {
      const start = line.indexOf('^');
      for (const one of findingsIn(marked[2], above))
        expectations.push({ ...one, columns: { start, end: start + marked[1].length } });
      continue;
    }
    const words = comment.exec(line)?.[1];
    // A comment that the product evaluates counts as code.
    const alone = /^\s*(#|\/\/)(?!\s*softlens:)/.test(line);
    if (!alone && line.trim() !== '') code = i;
    // What is expected of a value stands in the program, and may itself be found wrong.
    above = alone && words?.startsWith('=>') ? i : code;
    if (words === undefined) continue;
    const at = alone ? code : i;
    if (words.startsWith('reveal:')) expectations.push({ kind: 'reveal', line: at, text: words.slice('reveal:'.length).trim() });
    else if (words.startsWith('=>')) expectations.push({ kind: 'value', line: at, text: words.slice(2).trim() });
    else expectations.push(...findingsIn(words, at));
  }
  return expectations;
}

function findingsIn(words: string, line: number): readonly FindingExpectation[] {
  return [...words.matchAll(finding)].map(([, todo, level, rule]) => ({
    kind: 'finding',
    line,
    level: level as Level,
    rule: rule ?? '',
    todo: todo !== undefined,
  }));
}
