/** Statements about spaces that many rows share. */
import type { Accepts, AxisRule, Family, Gives, When } from '../schema.ts';

/** Each entry is a probability on its own: the result of a sigmoid. */
export const bernoulliProbabilities: Gives = { space: 'probabilities', family: 'bernoulli' };
export const bernoulliLogProbabilities: Gives = { space: 'log-probabilities', family: 'bernoulli' };
export const bernoulliLogits: Gives = { space: 'logits', family: 'bernoulli' };
export const classIndex: Gives = { space: 'class-index' };
export const loss: Gives = { space: 'loss' };

/** Sums to one along an axis: the result of a softmax. */
export const probabilities = (axis: AxisRule): Gives => ({ space: 'probabilities', family: 'categorical', axis });
export const logProbabilities = (axis: AxisRule): Gives => ({ space: 'log-probabilities', family: 'categorical', axis });
export const oneHot = (axis: AxisRule): Gives => ({ space: 'one-hot', axis });

/** Scores to be normalised; log-probabilities are scores too, and are not changed by the softmax to come. */
export function wantsLogits(role = 'x', family?: Family, axis?: AxisRule, when?: When): Accepts {
  return accept(role, family === 'bernoulli' ? 'logits' : ['logits', 'log-probabilities'], family, axis, when);
}
export function wantsProbabilities(role = 'x', family?: Family, axis?: AxisRule, when?: When): Accepts {
  return accept(role, 'probabilities', family, axis, when);
}
/** What an activation may be applied to: anything that is not a probability already. */
export const wantsScores = (role = 'x'): Accepts =>
  accept(role, ['logits', 'log-probabilities', 'one-hot', 'class-index', 'loss']);
/** A distribution, a certain one included. */
export const wantsDistribution = (role = 'x', when?: When): Accepts =>
  accept(role, ['probabilities', 'one-hot'], undefined, undefined, when);

/** Targets per class: probabilities, or 0 and 1; where each stands on its own, 0 and 1 may be class indices too. */
export function wantsSoftTarget(role = 'target', family?: Family, axis?: AxisRule, when?: When): Accepts {
  const spaces = ['probabilities', 'one-hot'] as const;
  return accept(role, family === 'categorical' ? spaces : [...spaces, 'class-index'], family, axis, when);
}
export function wantsLogProbabilities(role = 'x', family?: Family, axis?: AxisRule, when?: When): Accepts {
  return accept(role, 'log-probabilities', family, axis, when);
}
export const wantsClassIndex = (role = 'target', when?: When): Accepts => accept(role, 'class-index', undefined, undefined, when);

function accept(role: string, space: Accepts['space'], family?: Family, axis?: AxisRule, when?: When): Accepts {
  return {
    role,
    space,
    ...(family === undefined ? {} : { family }),
    ...(axis === undefined ? {} : { axis }),
    ...(when === undefined ? {} : { when }),
  };
}
