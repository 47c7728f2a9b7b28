/** Derivatives of log-probabilities and entropies of PyTorch's distributions. https://pytorch.org/docs/stable/distributions.html */
import type { Value } from '../../values/value.ts';
import { given, word } from '../arguments.ts';
import { giveUp } from '../outcome.ts';
import { arrayOf, type Derivative, type Derivatives, type Pull, shapeOf } from './derivative.ts';

const last: Value = { kind: 'int', value: -1 };

/** Only logits are followed, of Bernoulli and of categorical distributions; probabilities are clamped on the way. */
function kindOf({ args }: Pull): 'categorical' | 'bernoulli' {
  const kind = given(args, 'kind') ? word(args, 'kind') : 'categorical';
  if (!given(args, 'logits') || given(args, 'probs') || (kind !== 'categorical' && kind !== 'bernoulli'))
    return giveUp('unmodelled', 'distribution');
  return kind;
}

const lifted = ({ a }: Pull, x: Value): Value => a.run('expandDims', { x, axis: last });

/** g · (1[x = c] − softmax(z)), g · (x − sigmoid(z)). */
const logProb: Derivative = (pull) => {
  const { a, gradient } = pull;
  const [kind, logits, x] = [kindOf(pull), arrayOf(pull, 'logits'), arrayOf(pull, 'x')];
  if (kind === 'bernoulli') return { logits: a.multiply(gradient, a.subtract(x, a.run('sigmoid', { x: logits }))) };
  const shape = shapeOf(logits);
  const classes = shape.at(-1) ?? 1;
  const labels = x.data?.data ?? giveUp('unmodelled', 'value');
  if (shapeOf(x).join() !== shape.slice(0, -1).join()) return giveUp('unmodelled', 'broadcast');
  const chosen = Float64Array.from({ length: labels.length * classes }, (_, i) =>
    labels[Math.floor(i / classes)] === i % classes ? 1 : 0,
  );
  const slope = a.subtract(a.constant(chosen, shape, logits.dtype ?? 'float32'), a.run('softmax', { x: logits, axis: last }));
  return { logits: a.multiply(lifted(pull, gradient), slope) };
};

/** −g · p · (log p + H), −g · z · p · (1 − p). */
const entropy: Derivative = (pull) => {
  const { a, gradient, result } = pull;
  const [kind, logits] = [kindOf(pull), arrayOf(pull, 'logits')];
  if (kind === 'bernoulli') {
    const p = a.run('sigmoid', { x: logits });
    return { logits: a.negative(a.multiply(gradient, a.multiply(logits, a.multiply(p, a.subtract(1, p))))) };
  }
  const scores = a.run('logSoftmax', { x: logits, axis: last });
  const slope = a.multiply(a.run('exp', { x: scores }), a.add(scores, lifted(pull, result)));
  return { logits: a.negative(a.multiply(lifted(pull, gradient), slope)) };
};

/** Of probabilities p: p · (g − Σ g·p); of normalised logits: g − p · Σ g. */
const parameters =
  (wants: 'probs' | 'logits'): Derivative =>
  (pull) => {
    const { a, gradient } = pull;
    const [kind, logits] = [kindOf(pull), arrayOf(pull, 'logits')];
    if (kind === 'bernoulli') {
      if (wants === 'logits') return { logits: gradient };
      const p = a.run('sigmoid', { x: logits });
      return { logits: a.multiply(gradient, a.multiply(p, a.subtract(1, p))) };
    }
    const p = a.run('softmax', { x: logits, axis: last });
    const axis = shapeOf(logits).length - 1;
    if (wants === 'logits') return { logits: a.subtract(gradient, a.multiply(p, a.sum(gradient, [axis], true))) };
    return { logits: a.multiply(p, a.subtract(gradient, a.sum(a.multiply(gradient, p), [axis], true))) };
  };

/** −(x − μ)²/2σ² − log σ − …. */
const normalLogProb: Derivative = ({ a, args, gradient }) => {
  const [x, loc, scale] = ['x', 'loc', 'scale'].map((role) => args.get(role) ?? giveUp('unmodelled', role));
  if (!x || !loc || !scale) return giveUp('unmodelled', 'normal');
  const away = a.subtract(x, loc);
  const toLoc = a.multiply(gradient, a.divide(away, a.power(scale, 2)));
  const slope = a.subtract(a.divide(a.power(away, 2), a.power(scale, 3)), a.divide(1, scale));
  return { x: a.negative(toLoc), loc: toLoc, scale: a.multiply(gradient, slope) };
};

export const distributionDerivatives: Derivatives = {
  distributionLogProb: logProb,
  distributionEntropy: entropy,
  distributionProbs: parameters('probs'),
  distributionLogits: parameters('logits'),
  normalLogProb,
  normalEntropy: ({ a, args, gradient }) => ({
    loc: a.multiply(gradient, 0),
    scale: a.divide(gradient, args.get('scale') ?? giveUp('unmodelled', 'scale')),
  }),
  normalMean: ({ a, gradient }) => ({ loc: gradient, scale: a.multiply(gradient, 0) }),
  normalDeviation: ({ a, gradient }) => ({ loc: a.multiply(gradient, 0), scale: gradient }),
};
