/** Nodes of the tree for formulas, under the names that Python code conventionally uses. */
import type { Binary, Call, Expression, Name, NumberLiteral, Range, Sequence, Unary } from '../ir.ts';

/** `np.exp(x)`: a dotted name and its arguments. */
export function call(path: string, args: readonly Expression[], { start, end }: Range): Call {
  return {
    kind: 'call',
    // The name ends where the arguments begin: no two values share a range.
    callee: nameOf(path, { start, end: Math.max(start, args[0]?.start ?? start) }),
    args: args.map((value) => ({ kind: 'positional', value, start: value.start, end: value.end })),
    argsRange: { start, end },
    start,
    end,
  };
}

function nameOf(path: string, range: Range): Expression {
  const [first = '', ...parts] = path.split('.');
  let object: Expression = { kind: 'name', name: first, ...range } satisfies Name;
  for (const name of parts) object = { kind: 'attribute', object, name, nameRange: range, ...range };
  return object;
}

export function numberOf(text: string, { start, end }: Range): NumberLiteral {
  return { kind: 'number', type: /^\d+$/.test(text) ? 'int' : 'float', value: Number(text), text, start, end };
}

export const negative = (operand: Expression, start: number): Unary => ({
  kind: 'unary',
  operator: '-',
  operand,
  start,
  end: operand.end,
});

export const binary = (operator: Binary['operator'], left: Expression, right: Expression, end = right.end): Binary => ({
  kind: 'binary',
  operator,
  left,
  right,
  start: left.start,
  end,
});

/** Vectors are arrays, so that arithmetic is that of mathematics. */
export function vector(elements: readonly Expression[], { start, end }: Range): Call {
  const list: Sequence = { kind: 'sequence', type: 'list', elements, start, end };
  return call('np.array', [list], { start, end });
}
