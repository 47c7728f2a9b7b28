/** Losses: what they take, what guessing evenly gives, what each item contributes, and the floor a redundant activation sets. */
import { type DisplayLanguage, type MessageKey, text } from '../../messages/index.ts';
import type { Value } from '../../values/value.ts';
import { type Explanation, spaceOf } from '../explanation.ts';
import { formatFloat } from '../number.ts';
import { numericOf } from '../numeric.ts';
import { type Block, line } from './block.ts';
import { type LossKind, lossTerms, type Term } from './loss-terms.ts';

const kinds: Readonly<Record<string, LossKind>> = {
  crossEntropy: 'cross-entropy',
  sparseSoftmaxCrossEntropy: 'cross-entropy',
  softmaxCrossEntropy: 'cross-entropy',
  nll: 'nll',
  binaryCrossEntropy: 'bce',
  binaryCrossEntropyWithLogits: 'bce-logits',
  sigmoidCrossEntropy: 'bce-logits',
};

const maxTerms = 8;

export function loss(explanation: Explanation, language: DisplayLanguage): Block[] {
  const { call } = explanation;
  const kind = kinds[call?.op ?? ''];
  const input = call?.args.get('x');
  if (!kind || !call || !input) return [];
  const key: MessageKey = `loss.${kind}`;
  const axis = call.op === 'crossEntropy' || call.op === 'nll' ? torchClassAxis(input) : -1;
  return [
    ...floor(kind, input, axis, language),
    ...terms(lossTerms(kind, call.args, axis), kind, language),
    ...line(text(key, language)),
    ...(kind === 'cross-entropy' ? chance(input, axis, language) : []),
  ];
}

/** PyTorch's losses have the classes along axis 1, and along axis 0 for a single item. */
function torchClassAxis(input: Value): number {
  const shape = shapeOf(input);
  return shape === undefined || shape.length > 1 ? 1 : 0;
}

function shapeOf(input: Value) {
  return numericOf(input)?.shape ?? (input.kind === 'array' ? input.shape : undefined);
}

function classesOf(input: Value, axis: number): number | undefined {
  const classes = shapeOf(input)?.at(axis);
  return typeof classes === 'number' && classes > 1 ? classes : undefined;
}

/** ln K: the loss of the uniform distribution. */
function chance(input: Value, axis: number, language: DisplayLanguage): Block[] {
  const classes = classesOf(input, axis);
  return classes === undefined ? [] : line(text('loss.chance', language, { classes, value: formatFloat(Math.log(classes), 4) }));
}

/** Probabilities where logits are wanted: their best, a one-hot vector, is normalised once more. */
function floor(kind: LossKind, input: Value, axis: number, language: DisplayLanguage): Block[] {
  if (spaceOf(input)?.name !== 'probabilities') return [];
  if (kind === 'bce-logits') {
    // −ln σ(1) = ln(1 + 1/e), and −ln(1 − σ(0)) = ln 2.
    return line(
      text('loss.floor-sigmoid', language, { floor: formatFloat(Math.log1p(Math.exp(-1)), 3), floor0: formatFloat(Math.LN2, 3) }),
    );
  }
  const classes = classesOf(input, axis);
  if (kind !== 'cross-entropy' || classes === undefined) return [];
  return line(text('loss.floor-softmax', language, { classes, floor: formatFloat(Math.log(Math.E + classes - 1) - 1, 4) }));
}

function terms(all: readonly Term[], kind: LossKind, language: DisplayLanguage): Block[] {
  if (all.length === 0) return [];
  const binary = kind === 'bce' || kind === 'bce-logits';
  const more = all.length - Math.min(all.length, maxTerms);
  return [
    {
      kind: 'table',
      head: [
        text('table.index', language),
        text('table.target', language),
        binary ? 'p(1)' : 'p(y)',
        text('table.term', language),
      ],
      align: ['right', 'right', 'right', 'right'],
      rows: all.slice(0, maxTerms).map((term, i) => [String(i), term.target, term.probability, term.loss]),
      ...(more > 0 && { more: text('table.more', language, { count: more }) }),
    },
  ];
}
