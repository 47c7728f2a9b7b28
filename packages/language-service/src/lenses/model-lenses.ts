/** Lenses above model classes: what their forward pass gives. */
import type { Fact } from '@softlens/analysis';
import { formatShape } from '@softlens/analysis/format';
import { text } from '@softlens/analysis/messages';
import type { ClassDefinition, FunctionDefinition, Return, Statement } from '@softlens/syntax';
import type { DisplayOptions, Snapshot } from '../snapshot.ts';
import type { Lens } from './lenses.ts';

/** PyTorch's and Lightning's, Keras's, Flax's. */
const forwardNames: ReadonlySet<string> = new Set(['forward', 'call', '__call__']);

export function modelLenses(snapshot: Snapshot, { language }: DisplayOptions): Lens[] {
  const classes = snapshot.document.module.body.filter((one): one is ClassDefinition => one.kind === 'class');
  return classes.flatMap(({ nameRange, body }) => {
    const method = body.find((one): one is FunctionDefinition => one.kind === 'function' && forwardNames.has(one.name));
    const given = method && givenBy(method, snapshot.analysis.facts);
    if (!method || given?.value.kind !== 'array' || !given.value.space) return [];
    const { space, shape } = given.value;
    const words = { method: method.name, space: text(`space.${space.name}`, language), shape: shape ? formatShape(shape) : '' };
    const path = [...space.origin.map(({ place }) => place)];
    return [{ start: nameRange.start, end: nameRange.end, title: text('lens.model', language, words).trimEnd(), path }];
  });
}

/** What the only return gives; nothing where there are several. */
function givenBy({ body }: FunctionDefinition, facts: readonly Fact[]): Fact | undefined {
  const [only, ...others] = body.flatMap(returnsIn);
  const value = only?.value;
  if (!value || others.length > 0) return undefined;
  return facts.find((fact) => fact.kind === 'expression' && fact.start === value.start && fact.end === value.end);
}

function returnsIn(statement: Statement): readonly Return[] {
  switch (statement.kind) {
    case 'return':
      return [statement];
    case 'if':
      return [...statement.then, ...statement.otherwise].flatMap(returnsIn);
    case 'for':
    case 'while':
      return [...statement.body, ...statement.otherwise].flatMap(returnsIn);
    case 'with':
      return statement.body.flatMap(returnsIn);
    case 'try':
      return [
        ...statement.body,
        ...statement.handlers.flatMap((handler) => handler.body),
        ...statement.otherwise,
        ...statement.finalizer,
      ].flatMap(returnsIn);
    case 'match':
      return statement.cases.flatMap((one) => one.body.flatMap(returnsIn));
    default:
      return [];
  }
}
