/** Losses: what they take, and what guessing evenly would give. */
import { type DisplayLanguage, type MessageKey, text } from '../../messages/index.ts';
import type { Explanation } from '../explanation.ts';
import { formatFloat } from '../number.ts';
import { numericOf } from '../numeric.ts';
import { type Block, line } from './block.ts';

type LossKind = 'cross-entropy' | 'nll' | 'bce' | 'bce-logits';

const kinds: Readonly<Record<string, LossKind>> = {
  crossEntropy: 'cross-entropy',
  nll: 'nll',
  binaryCrossEntropy: 'bce',
  binaryCrossEntropyWithLogits: 'bce-logits',
};

export function loss(explanation: Explanation, language: DisplayLanguage): Block[] {
  const kind = kinds[explanation.call?.op ?? ''];
  if (!kind) return [];
  const key: MessageKey = `loss.${kind}`;
  return [...line(text(key, language)), ...(kind === 'cross-entropy' ? chance(explanation, language) : [])];
}

function chance(explanation: Explanation, language: DisplayLanguage): Block[] {
  const input = explanation.call?.args.get('x');
  const shape = input && (numericOf(input)?.shape ?? (input.kind === 'array' ? input.shape : undefined));
  const classes = shape && (shape.length === 1 ? shape[0] : shape[1]);
  if (typeof classes !== 'number' || classes < 2) return [];
  return line(text('loss.chance', language, { classes, value: formatFloat(Math.log(classes), 4) }));
}
