/** Dropping the activation and taking the loss that applies it: `BCELoss()(sigmoid(x), y)` → `BCEWithLogitsLoss()(x, y)`. */
import type { Fix } from '../../api.ts';
import type { Mismatch } from '../engine/mismatch.ts';
import { message, type RuleContext } from '../engine/rule.ts';
import { dropActivation } from './drop-activation.ts';
import { useLogitsLoss } from './logits-loss.ts';

export function dropAndUseLogitsLoss(mismatch: Pick<Mismatch, 'event' | 'space'>, context: RuleContext): readonly Fix[] {
  const [drop] = dropActivation(mismatch, context);
  const [loss] = useLogitsLoss(mismatch, context);
  if (!drop || !loss) return [];
  return [{ title: message('fix.drop-and-logits-loss'), safety: 'unsafe', edits: [...drop.edits, ...loss.edits] }];
}
