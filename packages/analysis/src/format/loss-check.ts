/** Whether a loss gets what it expects, as far as it is known: also when all is well. */
import type { SpaceName } from '@softlens/frameworks';
import type { CallFact } from '../api.ts';
import { holds } from '../rules/engine/mismatch.ts';
import type { Space } from '../values/space.ts';
import type { Value } from '../values/value.ts';
import { shortName } from './explanation.ts';

export interface LossCheck {
  /** The last part of the loss's name. */
  readonly consumer: string;
  /** What it gets. */
  readonly space: Space;
  readonly wanted: readonly SpaceName[];
  readonly isRight: boolean;
}

/** Undefined for what is no loss, and where the meaning of its input is not known. */
export function lossCheck(call: CallFact | undefined): LossCheck | undefined {
  const row = call?.row.kind === 'class' ? call.row.call : call?.row;
  if (!call || !row?.gives?.some(({ space }) => space === 'loss')) return undefined;
  const accepts = row.accepts?.find(
    ({ role, when }) =>
      role !== 'target' &&
      role !== 'y' &&
      Object.entries(when ?? {}).every(([key, literal]) => holds(call.args.get(key), literal)),
  );
  const value = accepts && call.args.get(accepts.role);
  const space = value && commonSpace(value);
  if (!accepts || !space) return undefined;
  const accepted = typeof accepts.space === 'string' ? [accepts.space] : accepts.space;
  // Log-probabilities are left as they are by another log-softmax: accepted, needless, and not what is asked for.
  const isLogits = accepted.includes('logits');
  if (isLogits && space.name === 'log-probabilities') return undefined;
  const wanted: readonly SpaceName[] = isLogits ? ['logits'] : accepted;
  const isFamily = accepts.family === undefined || space.family === undefined || accepts.family === space.family;
  return { consumer: shortName(call.row.name), space, wanted, isRight: isFamily && wanted.includes(space.name) };
}

/** Of alternatives only what they agree on. */
function commonSpace(value: Value): Space | undefined {
  const all = value.kind === 'alternatives' ? value.of.map((one) => one.value) : [value];
  const spaces = all.map((one) => ('space' in one ? one.space : undefined));
  const [first] = spaces;
  return spaces.every((one) => one?.name === first?.name && one?.family === first?.family) ? first : undefined;
}
