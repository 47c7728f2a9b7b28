/**
 * What there were no steps for would have changed names, fields and containers. Whoever goes on with steps of its own (the caller, the
 * next statement of the top level) must not find them as they were before: they are not known.
 */
import type { Argument, Expression, Pattern, Statement } from '@softlens/syntax';
import type { Value } from '../../values/value.ts';
import { readBound, rewriteName, writeName } from '../expressions/names.ts';
import { forgetContents, setState, stateOf } from '../objects/objects.ts';
import { type Run, unknown } from '../run/run.ts';
import { isTreePart, otherScopes, type TreePart, visitTree } from './tree.ts';

/** Of a statement that did not run. */
export const leaveOut = (run: Run, statement: Statement): void => loseWithin(run, statement, () => true);

/** Of a statement in which the steps ended: names got what was found, but what stands to the left of a dot was not looked up. */
export function leaveOutRest(run: Run, statement: Statement): void {
  if (statement.kind !== 'assign' && statement.kind !== 'augmentedAssign' && statement.kind !== 'expression') return;
  loseWithin(run, statement, ({ kind }) => kind === 'attribute' || kind === 'index');
}

function loseWithin(run: Run, statement: Statement, isLost: (target: Pattern) => boolean): void {
  visitTree(
    statement,
    (part) => {
      for (const target of targetsOf(part)) if (isLost(target)) loseTarget(run, target);
      if (part.kind === 'call') loseGiven(run, part);
    },
    ({ kind }) => typeof kind !== 'string' || (kind !== 'comprehension' && !otherScopes.has(kind)),
  );
}

const isPattern = (tree: unknown): tree is Pattern =>
  isTreePart(tree) && typeof tree.kind === 'string' && patterns.has(tree.kind);
const patterns: ReadonlySet<string> = new Set<Pattern['kind']>([
  'name',
  'attribute',
  'index',
  'sequencePattern',
  'objectPattern',
  'starPattern',
]);

function targetsOf({ kind, target, targets }: TreePart): readonly Pattern[] {
  if (kind === 'comprehension' || kind === 'delete') return [];
  return [target, ...(Array.isArray(targets) ? targets : [])].filter(isPattern);
}

function loseTarget(run: Run, target: Pattern): void {
  switch (target.kind) {
    case 'name': {
      const lost = unknown(run, 'budget', 'steps');
      if (!rewriteName(run, target.name, lost)) writeName(run, target.name, lost);
      return;
    }
    case 'attribute':
      loseField(run, found(run, target.object), target.name);
      return;
    case 'index':
      lose(run, found(run, target.object));
      if (target.object.kind === 'name' && found(run, target.object)?.kind === 'array') loseTarget(run, target.object);
      return;
    case 'sequencePattern':
      for (const element of target.elements) loseTarget(run, element);
      return;
    case 'starPattern':
      loseTarget(run, target.target);
      return;
    case 'objectPattern':
      for (const entry of target.entries) loseTarget(run, entry.target);
  }
}

/** A method may change what it belongs to, and a function what it is given. */
function loseGiven(run: Run, call: TreePart): void {
  const { callee, args } = call as { readonly callee?: Expression; readonly args?: readonly Argument[] };
  if (callee?.kind === 'attribute') lose(run, found(run, callee.object));
  for (const { value } of args ?? []) lose(run, found(run, value));
}

/** What a name or a chain of attributes stands for, without any steps. */
function found(run: Run, expression: Expression): Value | undefined {
  if (expression.kind === 'name') return readBound(run, run.frame.scope, expression.name);
  if (expression.kind !== 'attribute') return undefined;
  const object = found(run, expression.object);
  const state = object?.kind === 'reference' ? stateOf(run, object) : undefined;
  return state?.kind === 'instance' || state?.kind === 'libraryObject' ? state.fields.get(expression.name) : undefined;
}

function loseField(run: Run, object: Value | undefined, name: string): void {
  const state = object?.kind === 'reference' ? stateOf(run, object) : undefined;
  if (object?.kind !== 'reference' || (state?.kind !== 'instance' && state?.kind !== 'libraryObject')) return;
  setState(run, object, { ...state, fields: new Map(state.fields).set(name, unknown(run, 'budget', 'steps')) });
}

function lose(run: Run, object: Value | undefined): void {
  if (object?.kind !== 'reference') return;
  const state = stateOf(run, object);
  if (state?.kind === 'instance' && !state.open) setState(run, object, { ...state, open: true });
  else forgetContents(run, object);
}
