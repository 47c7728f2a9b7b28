/** What a loss gets, from where, and whether that is what it expects. */
import { type DisplayLanguage, type MessageKey, text } from '../../messages/index.ts';
import type { Explanation } from '../explanation.ts';
import { shortName } from '../explanation.ts';
import { type LossCheck, lossCheck } from '../loss-check.ts';
import { type Block, line } from './block.ts';
import { lineOf, type TextOf } from './origin.ts';

export function lossVerdict({ call }: Explanation, textOf: TextOf, language: DisplayLanguage): Block[] {
  const check = lossCheck(call);
  if (!check) return [];
  const key: MessageKey = check.isRight ? rightKey(call?.op) : 'loss.wrong';
  const wanted = check.wanted.map((name) => text(`space.${name}`, language)).join(text('list.or', language));
  return line(text(key, language, { subject: subject(check, textOf, language), consumer: check.consumer, wanted }));
}

/** Losses of logits apply the activation themselves, which is why none may stand before them. */
function rightKey(op: string | undefined): MessageKey {
  if (op === 'crossEntropy' || op === 'sparseSoftmaxCrossEntropy' || op === 'softmaxCrossEntropy') return 'loss.right-softmax';
  if (op === 'binaryCrossEntropyWithLogits' || op === 'sigmoidCrossEntropy') return 'loss.right-sigmoid';
  return 'loss.right';
}

function subject({ space }: LossCheck, textOf: TextOf, language: DisplayLanguage): string {
  const name = text(`space.${space.name}`, language);
  const step = space.origin.at(-1);
  if (!step) return name;
  const { path, start, end } = step.place;
  const source = textOf(path);
  const file = path.slice(path.lastIndexOf('/') + 1);
  const place = source === undefined ? `\`${file}\`` : `\`${file}:${lineOf(source, start)}\``;
  return text('loss.subject', language, {
    space: name,
    what: calledName(source?.slice(start, end)) ?? shortName(step.what),
    place,
  });
}

/** `fc` of `self.fc(x)`. */
function calledName(written: string | undefined): string | undefined {
  return /^(?:self\.|this\.)?([\w.]{1,30})\(/.exec(written ?? '')?.[1];
}
