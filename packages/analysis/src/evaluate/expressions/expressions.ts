/** The value of every kind of expression. */
import type { Conditional, Expression, Interpolation, Logical, NumberLiteral, Sequence } from '@softlens/syntax';
import { formatValue } from '../../builtins/text/display.ts';
import { bool, float, int, none, text, tuple } from '../../values/make.ts';
import type { Reason, Value } from '../../values/value.ts';
import { evaluateCall } from '../calls/call-expression.ts';
import { functionValue } from '../calls/functions.ts';
import { superValue } from '../objects/classes.ts';
import { allocate, newDict, newList, newSet, openList, stateOf } from '../objects/objects.ts';
import { record } from '../run/facts.ts';
import { freshSymbol, isPython, overBudget, type Run, step, underConditions, unknown } from '../run/run.ts';
import { current } from '../state/aliases.ts';
import { casesOf, joinBranches, joinValues, narrow } from '../state/alternatives.ts';
import { forkHeap } from '../state/heap.ts';
import { assignPattern } from '../statements/assignment.ts';
import { both, conjunction, either, symbolicBool, type Test, truth } from '../statements/conditions.ts';
import { exceptionOf } from '../statements/exceptions.ts';
import { itemsOf } from '../statements/iteration.ts';
import { readAttribute } from './attributes.ts';
import { compare, notOf } from './comparison.ts';
import { comprehension } from './comprehension.ts';
import { evaluateIndex, sliceOf } from './indexing.ts';
import { readName } from './names.ts';
import { binary, unary } from './operators.ts';

export function evaluate(run: Run, expression: Expression): Value {
  if (!step(run)) return overBudget(run, 'steps');
  if (run.nesting >= run.budget.nesting) return overBudget(run, 'nesting');
  run.nesting++;
  const value = current(run, narrow(run, evaluateKind(run, expression)));
  run.nesting--;
  if (run.watching > 0 && value.kind === 'unknown' && value.reason.key === 'error' && !run.raised) noteFailure(run, value.reason);
  if (run.recorder && expression.kind !== 'string' && expression.kind !== 'constant' && expression.kind !== 'number') {
    record(run, expression, 'expression', value, expression.kind === 'name' ? { name: expression.name } : undefined);
  }
  return value;
}

function noteFailure(run: Run, reason: Reason): void {
  const value = isPython(run) ? exceptionOf(run, reason) : undefined;
  if (value) run.raised = { value, path: run.path, frame: run.frame };
}

function evaluateKind(run: Run, expression: Expression): Value {
  switch (expression.kind) {
    case 'number':
      return numberLiteral(run, expression);
    case 'string':
      return expression.bytes ? unknown(run, 'unmodelled', 'bytes') : text(expression.value);
    case 'interpolation':
      return interpolation(run, expression);
    case 'constant':
      return constant(expression.value);
    case 'name':
      return expression.name === 'super' && !isPython(run) ? superValue(run) : readName(run, expression.name);
    case 'attribute':
      return readAttribute(run, evaluate(run, expression.object), expression.name, expression);
    case 'call':
      return evaluateCall(run, expression);
    case 'index':
      return evaluateIndex(run, expression);
    case 'slice':
      return sliceOf(run, expression);
    case 'unary':
      return evaluateUnary(run, expression);
    case 'binary': {
      const left = evaluate(run, expression.left);
      const right = evaluate(run, expression.right);
      return binary(run, expression.operator, left, right, { node: expression, operands: [expression.left, expression.right] });
    }
    case 'compare':
      return evaluateCompare(run, expression);
    case 'logical':
      return evaluateLogical(run, expression);
    case 'conditional':
      return evaluateConditional(run, expression);
    case 'functionExpression':
      return functionValue(run, expression);
    case 'sequence':
      return sequence(run, expression);
    case 'dict':
      return dict(run, expression);
    case 'comprehension':
      return comprehension(run, expression);
    case 'namedExpression': {
      const value = evaluate(run, expression.value);
      bindNamed(run, () => assignPattern(run, expression.target, value, expression.value));
      return value;
    }
    case 'spread':
      return evaluate(run, expression.value);
    case 'await':
      return evaluate(run, expression.value);
    case 'yield':
      return evaluateYield(run, expression);
    case 'opaque':
      for (const child of expression.children) evaluate(run, child);
      return isLimit(expression.reason) ? overBudget(run, expression.reason) : unknown(run, 'unmodelled', expression.reason);
  }
}

/** What the parser's own limits left out. */
const isLimit = (reason: string): boolean => reason === 'size' || reason === 'nesting';

function numberLiteral(run: Run, literal: NumberLiteral): Value {
  if (literal.type === 'imaginary') return unknown(run, 'unmodelled', 'complex');
  if (literal.type === 'float') {
    return !isPython(run) && Number.isSafeInteger(literal.value) ? int(literal.value) : float(literal.value);
  }
  if (Number.isSafeInteger(literal.value)) return int(literal.value);
  if (!isPython(run)) return float(literal.value);
  if (literal.text.length > 4000) return overBudget(run, 'digits');
  try {
    return int(BigInt(literal.text));
  } catch {
    return unknown(run, 'unmodelled', 'number');
  }
}

function constant(value: true | false | null | 'undefined' | 'ellipsis'): Value {
  if (value === true || value === false) return bool(value);
  return value === 'ellipsis' ? { kind: 'builtin', name: 'Ellipsis' } : none;
}

function interpolation(run: Run, expression: Interpolation): Value {
  const result = joined(run, expression.parts);
  if (result === undefined) return unknown(run, 'unmodelled', 'text');
  return result.length > run.budget.text ? overBudget(run, 'text') : text(result);
}

/** The text of the parts; undefined where one is not known, though all are evaluated. */
function joined(run: Run, parts: Interpolation['parts']): string | undefined {
  let result = '';
  let known = true;
  for (const part of parts) {
    if (typeof part === 'string') {
      result += part;
      continue;
    }
    const value = evaluate(run, part.value);
    const format = part.nestedFormat ? joined(run, part.nestedFormat) : part.format;
    const isUnread = part.nestedFormat !== undefined && format === undefined;
    // `{x=}` shows what `repr` says, unless a format is given.
    const conversion = part.conversion ?? (part.debug !== undefined && format === undefined ? 'r' : undefined);
    const piece = isUnread ? undefined : formatValue(run, value, format, conversion);
    if (piece === undefined) known = false;
    else result += (part.debug ?? '') + piece;
  }
  return known ? result : undefined;
}

function evaluateUnary(run: Run, expression: Extract<Expression, { kind: 'unary' }>): Value {
  const { operator, operand } = expression;
  const nodes = { node: expression, operands: [operand] };
  if (operator !== '++' && operator !== '--') return unary(run, operator, evaluate(run, operand), nodes);
  const before = evaluate(run, operand);
  const after = binary(run, operator === '++' ? '+' : '-', before, int(1), nodes);
  if (operand.kind === 'name' || operand.kind === 'attribute' || operand.kind === 'index')
    assignPattern(run, operand, after, expression);
  return expression.postfix ? before : after;
}

function evaluateCompare(run: Run, expression: Extract<Expression, { kind: 'compare' }>): Value {
  const values = expression.operands.map((operand) => evaluate(run, operand));
  const links = expression.operators.map((operator, i) => {
    const operands = expression.operands.slice(i, i + 2);
    return compare(run, operator, values[i] as Value, values[i + 1] as Value, { node: expression, operands });
  });
  const [only] = links;
  if (links.length === 1 && only) return only;
  const test = links.map((link) => truth(run, link)).reduce((a, b) => both(run, a, b), { known: true });
  return test.known !== undefined ? bool(test.known) : symbolicBool(run, freshSymbol(run, 'chain'), test);
}

/** `a and b` gives one of its operands; of two unknown tests it makes one test. */
function evaluateLogical(run: Run, expression: Logical): Value {
  const left = evaluate(run, expression.left);
  const test: Test = expression.operator === '??' ? truth(run, notOf(run, compareNone(run, left, expression))) : truth(run, left);
  const goesRight = expression.operator === 'and';
  if (test.known !== undefined) return test.known === goesRight ? evaluate(run, expression.right) : left;
  const when = goesRight ? test.whenTrue : test.whenFalse;
  const path = conjunction(run.path, when);
  const right = path ? isolated(run, path, () => evaluate(run, expression.right)) : left;
  if (left.kind === 'unknown' && isTruthValue(right)) {
    const other = truth(run, right);
    const joined = goesRight ? both(run, test, other) : either(run, test, other);
    return joined.known !== undefined ? bool(joined.known) : symbolicBool(run, freshSymbol(run, expression.operator), joined);
  }
  const stays = goesRight ? test.whenFalse : test.whenTrue;
  const kept = left.kind === 'unknown' && goesRight ? bool(false) : left;
  return joinValues(run, [...casesOf(run, kept).flatMap((one) => withConditions(one, stays)), { value: right, when }]);
}

function withConditions(
  one: ReturnType<typeof casesOf>[number],
  when: ReturnType<typeof casesOf>[number]['when'],
): ReturnType<typeof casesOf> {
  const all = conjunction(one.when, when);
  return all ? [{ value: one.value, when: all }] : [];
}

const isTruthValue = (value: Value): boolean => value.kind === 'unknown' || value.kind === 'bool';

const compareNone = (run: Run, value: Value, node: Expression): Value =>
  compare(run, 'is', value, none, { node, operands: [node, node] });

/** Evaluates under further conditions on a fork, whose writes are joined with the state in which it is not evaluated. */
function isolated(run: Run, path: Run['path'], body: () => Value): Value {
  const base = run.heap;
  run.heap = forkHeap(base);
  const value = underConditions(run, path, body);
  const written = run.heap;
  if (written.writes.size === 0) run.heap = base;
  else
    joinBranches(run, base, [
      { heap: written, when: path.slice(run.path.length) },
      { heap: forkHeap(base), when: [] },
    ]);
  return value;
}

function evaluateConditional(run: Run, expression: Conditional): Value {
  const test = truth(run, evaluate(run, expression.test));
  if (test.known !== undefined) return evaluate(run, test.known ? expression.then : expression.otherwise);
  const base = run.heap;
  const sides = [
    { node: expression.then, when: test.whenTrue },
    { node: expression.otherwise, when: test.whenFalse },
  ].flatMap(({ node, when }) => {
    const path = conjunction(run.path, when);
    if (!path) return [];
    run.heap = forkHeap(base);
    const value = underConditions(run, path, () => evaluate(run, node));
    return [{ value, when, heap: run.heap }];
  });
  joinBranches(run, base, sides);
  return joinValues(run, sides);
}

function sequence(run: Run, expression: Sequence): Value {
  const items: Value[] = [];
  let open = false;
  let end: readonly Value[] = [];
  let behind = 0;
  for (const element of expression.elements) {
    if (element.kind !== 'spread') {
      items.push(evaluate(run, element));
      continue;
    }
    const spread = itemsOf(run, evaluate(run, element.value));
    if (spread.items) items.push(...spread.items);
    else {
      open = true;
      behind = items.length;
      end = spread.tail ?? [];
    }
    if (items.length > run.budget.collection) return overBudget(run, 'collection');
  }
  if (expression.type === 'set') return open ? allocate(run, { kind: 'set' }) : newSet(run, items);
  if (open) {
    const element = joinValues(
      run,
      [...items, ...end].map((value) => ({ value, when: [] })),
    );
    return allocate(run, openList(items.length + end.length > 0 ? element : undefined, [...end, ...items.slice(behind)]));
  }
  return expression.type === 'tuple' ? tuple(items) : newList(run, items);
}

function dict(run: Run, expression: Extract<Expression, { kind: 'dict' }>): Value {
  const entries: [Value, Value][] = [];
  let open = false;
  for (const entry of expression.entries) {
    const key = entry.key && evaluate(run, entry.key);
    const value = evaluate(run, entry.value);
    if (key) {
      entries.push([key, value]);
      continue;
    }
    const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
    if (state?.kind === 'dict') {
      for (const inner of state.entries.values()) entries.push([inner.key, inner.value]);
      open ||= state.open;
    } else open = true;
  }
  const made = newDict(run, entries);
  const state = stateOf(run, made);
  if (open && state?.kind === 'dict') return allocate(run, { ...state, open: true });
  return made;
}

function evaluateYield(run: Run, expression: Extract<Expression, { kind: 'yield' }>): Value {
  const value = expression.value ? evaluate(run, expression.value) : none;
  const { yields } = run.frame;
  if (!yields) return unknown(run, 'unmodelled', 'yield');
  if (run.path !== run.frame.yieldPath || run.muted > 0) run.frame.yieldsOpen = true;
  if (expression.from) {
    const { items, element } = itemsOf(run, value);
    if (!items) run.frame.yieldsOpen = true;
    yields.push(...(items ?? (element ? [element] : [])));
  } else yields.push(value);
  return sent;
}

/** What a generator is sent. Most do not look at it: that it is not followed must not end the loop around it. */
const sent: Value = { kind: 'unknown', reason: { key: 'unmodelled', name: 'yield' } };

/** `:=` in a comprehension binds a name of the scope around it: https://peps.python.org/pep-0572/#scope-of-the-target */
function bindNamed(run: Run, bind: () => void): void {
  const { frame } = run;
  const inner = frame.scope;
  while (frame.scope.isComprehension && frame.scope.parent) frame.scope = frame.scope.parent;
  bind();
  frame.scope = inner;
}
