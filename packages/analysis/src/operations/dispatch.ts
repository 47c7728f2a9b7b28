/** Finds the operation a row names, runs it and applies what the row gives. */
import type { Value } from '../values/value.ts';
import { overTexts } from './arrays/texts.ts';
import { applyGives } from './gives.ts';
import type { OperationArguments, OperationContext } from './operation.ts';
import { settle, unknownValue } from './outcome.ts';
import { registry } from './registry.ts';
import { arranged } from './shapes/arranged.ts';

/**
 * Runs an operation by name. Arguments are by role; the result carries data where all is known and small, else shape, dtype and
 * space as far as they can be told. Never throws: what the real program would raise is unknown with reason `error`.
 */
export function runOperation(op: string, args: OperationArguments, context: OperationContext): Value {
  const operation = registry.get(op);
  const compute = (plain: OperationArguments): Value =>
    operation ? settle(() => operation(plain, context)) : unknownValue('unmodelled', op);
  const plain = plainArguments(args);
  const result = overTexts(op, plain, context, compute) ?? compute(plain);
  return applyGives(arranged(op, args, result) ?? result, args, context);
}

export function hasOperation(op: string): boolean {
  return registry.has(op);
}

/** Alternatives are distributed by the caller; one that slips through counts as unknown. */
function plainArguments(args: OperationArguments): OperationArguments {
  if (![...args.values()].some((value) => value.kind === 'alternatives')) return args;
  return new Map([...args].map(([role, value]) => [role, value.kind === 'alternatives' ? unknownValue('branches') : value]));
}
