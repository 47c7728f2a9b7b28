/** Losses: what they take, what they reach when guessing evenly, and the lowest value after a redundant activation. */
import { type Explanation, formatFloat, numericOf } from '@softlens/analysis/format';
import { type DisplayLanguage, text } from '@softlens/analysis/messages';

export function lossLines(explanation: Explanation, language: DisplayLanguage): string[] {
  return kindOf(explanation) === undefined ? [] : [text(`loss.${kindOf(explanation) ?? 'nll'}`, language), ...chance(explanation, language)];
}

type LossKind = 'cross-entropy' | 'nll' | 'bce' | 'bce-logits';

const kinds: Readonly<Record<string, LossKind>> = {
  crossentropy: 'cross-entropy', softmaxcrossentropy: 'cross-entropy', nll: 'nll', nllloss: 'nll', bce: 'bce', binarycrossentropy: 'bce',
  bcewithlogits: 'bce-logits', binarycrossentropywithlogits: 'bce-logits', sigmoidcrossentropy: 'bce-logits',
};

function kindOf(explanation: Explanation): LossKind | undefined {
  const { call } = explanation;
  if (!call) return undefined;
  return kinds[(call.op ?? '').toLowerCase().replace(/[^a-z]/g, '')];
}

function chance(explanation: Explanation, language: DisplayLanguage): string[] {
  const input = explanation.call?.args.get('input') ?? explanation.call?.args.get('x');
  const shape = input && (numericOf(input)?.shape ?? (input.kind === 'array' ? input.shape : undefined));
  const classes = shape && (shape.length === 1 ? shape[0] : shape[1]);
  if (kindOf(explanation) !== 'cross-entropy' || typeof classes !== 'number' || classes < 2) return [];
  return [text('loss.chance', language, { classes, value: formatFloat(Math.log(classes), 4) })];
}

