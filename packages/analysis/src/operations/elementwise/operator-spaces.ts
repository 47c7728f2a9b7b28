/** What operators do to meanings: scores may be shifted and scaled, probabilities may be complemented. */
import type { BinaryOperator } from '@softlens/syntax';
import type { Space } from '../../values/space.ts';
import type { Form, Value } from '../../values/value.ts';
import { differenceSpace, formOf, isNormaliser, loweredForm, quotientSpace, sumForm } from '../activations/formulas.ts';
import type { OperationContext } from '../operation.ts';
import { broadcastShapes } from '../shapes/shapes.ts';
import { commonSpace, complementOf, guardedSpace, keepSpace } from '../spaces.ts';
import type { Operand } from './operand.ts';

/** A constant this small keeps probabilities what they are: `p + 1e-8`. */
const epsilon = 1e-3;

export function operatorSpace(operator: BinaryOperator, a: Operand, b: Operand, context: OperationContext): Space | undefined {
  const shape = broadcastQuietly(a, b);
  const [p, q] = [keepSpace(a.space, a.shape, shape), keepSpace(b.space, b.shape, shape)];
  switch (operator) {
    case '+':
      return shifted(p, q, b) ?? shifted(q, p, a);
    case '-':
      return differenceSpace(a.source, b.source, context.place) ?? minus(a, b, p, q, context);
    case '*':
      return averaged(a, b) ?? averaged(b, a) ?? scaled(p, q, b) ?? scaled(q, p, a);
    case '/':
      return quotientSpace(a.source, b.source, context.place) ?? averaged(a, b) ?? scaled(p, q, b);
    default:
      return undefined;
  }
}

function broadcastQuietly(a: Operand, b: Operand): Operand['shape'] {
  try {
    return broadcastShapes(a.shape, b.shape);
  } catch {
    return undefined;
  }
}

export function constantOf(operand: Operand): number | undefined {
  return operand.number ?? (operand.shape?.length === 0 ? operand.data?.data[0] : undefined);
}

/** Logits plus anything are logits (a bias, a residual, an ensemble); probabilities only bear an epsilon. */
function shifted(space: Space | undefined, other: Space | undefined, by: Operand): Space | undefined {
  if (space?.name === 'logits')
    return other === undefined || other.name === 'logits' || other.name === 'log-probabilities' ? space : undefined;
  if (space?.name !== 'probabilities') return undefined;
  const constant = constantOf(by);
  return constant !== undefined && Math.abs(constant) <= epsilon ? guardedSpace(space) : undefined;
}

function minus(a: Operand, b: Operand, p: Space | undefined, q: Space | undefined, context: OperationContext): Space | undefined {
  if (constantOf(a) === 1 && q?.name === 'probabilities') return complementOf(q, context.place);
  // Less their normaliser, be it that of more scores than these, they are log-probabilities of a kind.
  return p?.name === 'logits' && isNormaliser(b.source) ? undefined : shifted(p, q, b);
}

/** Logits by a temperature or a learned scale are logits, as long as the other factor means nothing itself. */
function scaled(space: Space | undefined, other: Space | undefined, by: Operand): Space | undefined {
  const one = constantOf(by) === 1;
  if (space?.name === 'logits') return other === undefined ? space : undefined;
  return one ? space : undefined;
}

/** (p + q) / 2. */
function averaged(sum: Operand, by: Operand): Space | undefined {
  const form = formOf(sum.source);
  const constant = constantOf(by);
  if (form?.op !== '+' || (constant !== 2 && constant !== 0.5)) return undefined;
  return commonSpace(
    form.operands.map((operand) => (operand.kind === 'array' || operand.kind === 'float' ? operand.space : undefined)),
  );
}

export function operatorForm(operator: BinaryOperator, left: Value, right: Value): Form | undefined {
  const sum = operator === '+' || operator === '-' ? sumForm(operator, left, right) : undefined;
  return sum ?? loweredForm(operator, left, right);
}
