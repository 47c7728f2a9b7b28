/** What the rules say: what is wrong, why, and what to do. `{x}` is a parameter; `.numbers` variants know the number of classes. */
export const ruleWords = {
  'rule.softmax-before-cross-entropy':
    '`{consumer}` expects logits and applies log-softmax itself, but gets probabilities ({origin}). The second softmax flattens them, and the loss cannot reach 0. Pass the logits; keep the softmax for prediction.',
  'rule.softmax-before-cross-entropy.numbers':
    '`{consumer}` expects logits and applies log-softmax itself, but gets probabilities ({origin}). With {classes} classes the loss cannot fall below {floor}. Pass the logits; keep the softmax for prediction.',
  'rule.sigmoid-before-cross-entropy':
    '`{consumer}` expects logits and applies log-softmax itself, but gets independent probabilities in 0..1 ({origin}), so no class can win clearly. Pass the logits without the sigmoid.',
  'rule.sigmoid-before-bce-with-logits':
    '`{consumer}` expects logits and applies the sigmoid itself, but gets probabilities ({origin}). A second sigmoid keeps them within 0.5 and 0.731: the loss cannot fall below 0.313 for 1 and 0.693 for 0. Pass the logits.',
  'rule.softmax-before-bce-with-logits':
    '`{consumer}` expects logits, one for each label, and applies the sigmoid itself, but gets a distribution over classes ({origin}). Pass the logits.',
  'rule.log-probabilities-before-bce-with-logits':
    '`{consumer}` expects logits, but gets log-probabilities ({origin}), which are never above 0: no label can exceed 0.5. Pass the logits.',
  'rule.logits-before-probability-loss':
    '`{consumer}` expects probabilities, but gets logits ({origin}): values outside 0..1 give NaN, an error, or silent clipping. Take the loss that works on logits, or apply the activation first.',
  'rule.log-probabilities-before-probability-loss':
    '`{consumer}` expects probabilities, but gets log-probabilities ({origin}). Take the loss for log-probabilities, or apply exp first.',
  'rule.sigmoid-with-categorical-loss':
    '`{consumer}` expects one distribution over the classes, but gets independent probabilities ({origin}), which need not add to 1. For one class out of many use softmax; for several labels at once use binary cross-entropy.',
  'rule.softmax-with-binary-loss':
    '`{consumer}` judges each value on its own, but gets one distribution over classes ({origin}). For one class out of many use cross-entropy; for several labels at once use sigmoid.',
  'rule.probabilities-before-nll-loss':
    '`{consumer}` expects log-probabilities, but gets probabilities ({origin}): the loss is negative and linear instead of logarithmic. Use log-softmax.',
  'rule.logits-before-nll-loss':
    '`{consumer}` expects log-probabilities, but gets logits ({origin}): the loss has no lower bound. Use log-softmax first, or cross-entropy on the logits.',
  'rule.kl-div-without-log':
    '`{consumer}` expects log-probabilities as its first argument, but gets {space} ({origin}): the result is no divergence and may be negative. Use log-softmax on the input.',
  'rule.kl-div-without-log.written':
    '`{consumer}` expects log-probabilities as its first argument, but these numbers sum to 1: the result is no divergence and may be negative. Take their logarithm.',
  'rule.kl-div-target-in-wrong-space':
    'The target of `{consumer}` is in the wrong space: it gets {space} ({origin}). It expects probabilities, or log-probabilities with `log_target=True`.',
  'rule.argmax-before-loss':
    '`{consumer}` gets class indices ({origin}) instead of scores: argmax has no gradient, so nothing is learned. Pass the scores.',
  'rule.logits-as-targets':
    "The target of `{consumer}` is in the wrong space: it gets {space} ({origin}). Targets are class indices or probabilities; apply softmax to a teacher's logits.",
  'rule.one-hot-targets-for-sparse-loss':
    '`{consumer}` expects class indices as targets, but gets one-hot vectors ({origin}). Pass the indices, or take the loss for one-hot targets.',
  'rule.class-indices-for-one-hot-loss':
    '`{consumer}` expects one-hot vectors or probabilities as targets, but gets class indices ({origin}). Take the sparse form of the loss, or one-hot encode.',
  'rule.softmax-of-probabilities':
    '`{consumer}` is applied to what are probabilities already ({origin}): the result is flattened towards uniform. Apply one activation only.',
  'rule.probabilities-as-distribution-logits':
    'The logits of `{consumer}` are given probabilities ({origin}): its own softmax or sigmoid flattens them. Pass them as `probs=`, or pass the logits.',
  'rule.logits-as-distribution-probabilities':
    'The probabilities of `{consumer}` are given {space} ({origin}). Pass them as `logits=`.',
  'rule.probabilities-before-logits-sampler':
    '`{consumer}` expects logits, but gets probabilities ({origin}): it draws from a much flatter distribution. Pass the logits, or the logarithm of the probabilities.',
  'rule.probabilities-before-logits-sampler.exp':
    '`{consumer}` expects logits and takes their exponentials itself, but gets `exp` of something: it draws from another distribution. Pass what is in the `exp`.',
  'rule.logits-before-probability-sampler':
    '`{consumer}` expects probabilities or weights, but gets {space} ({origin}), which may be negative. Apply softmax first.',
  'rule.logits-before-metric':
    '`{consumer}` expects probabilities and thresholds them at 0.5, but gets {space} ({origin}): the loss may be right and the metric wrong. Apply the activation first, or set the threshold to 0.',
  'rule.hard-labels-before-log-loss':
    '`{consumer}` expects probabilities, but gets predicted classes ({origin}): every mistake costs an enormous loss. Pass the predicted probabilities.',
  'rule.softmax-without-axis':
    '`{function}` has no dim: PyTorch picks 0 for 0-, 1- and 3-D input and 1 otherwise, with a warning. Name the axis of the classes.',
  'rule.softmax-without-axis.whole':
    '`{function}` has no axis: it normalises the whole array, not each row. Name the axis of the classes.',
  'rule.softmax-over-one-unit':
    '`{function}` runs over one single unit, so the result is always the same and nothing is learned. Use sigmoid with binary cross-entropy, or two units.',
  'rule.softmax-over-wrong-axis':
    '`{function}` normalises along axis {axis}, but the classes lie along axis {classes} ({origin}): the examples of a batch compete with each other.',
  'rule.log-of-softmax':
    'The logarithm of {what} gives −inf where the probability underflows to 0, and NaN gradients. Use the log form, which computes both at once.',
  'rule.log-of-softmax.plain':
    'The logarithm of {what} gives −inf where the probability underflows to 0. Use the log form, which computes both at once.',
  'rule.threshold-on-logits':
    '0.5 is the threshold for probabilities, but these are logits ({origin}), where it is 0: scores between 0 and 0.5 land on the wrong side.',
  'rule.one-minus-sigmoid':
    '1 − σ(x) loses its digits where σ saturates (from x ≈ 16.6 in float32). σ(−x) is the same and keeps them.',
  'rule.temperature-zero': 'A temperature of 0 divides by zero: the result is infinite or NaN. The limit is argmax.',
  'rule.log-softmax-before-cross-entropy':
    '`{consumer}` applies log-softmax itself; the one before it ({origin}) changes nothing.',
  'rule.sigmoid-before-bce':
    'Right, but less stable than it could be: `BCEWithLogitsLoss` on the logits ({origin}) keeps its precision where the sigmoid saturates.',
  'rule.naive-softmax':
    "This softmax overflows: exp is infinite above {bound}, and infinity over infinity is NaN. Subtract the maximum first, or use the library's softmax.",
  'rule.naive-sigmoid': "This sigmoid overflows where exp does, beyond {bound}. Use the library's sigmoid, which does not.",
  'rule.naive-sigmoid.named': 'This sigmoid overflows where exp does, beyond {bound}. Use `{function}`, which does not.',
  'rule.softmax-before-cross-entropy.keras':
    '`{consumer}` is told `from_logits=True`, but the output is probabilities already ({origin}). TensorFlow corrects this with a warning where it can; on the JAX and PyTorch backends softmax is silently applied twice, and the loss cannot reach 0. Drop `from_logits=True`, or the activation.',
  'rule.sigmoid-before-bce-with-logits.keras':
    '`{consumer}` is told `from_logits=True`, but the output is probabilities already ({origin}). TensorFlow corrects this with a warning where it can; on the JAX and PyTorch backends the sigmoid is silently applied twice, and the loss cannot fall below 0.313 for 1 and 0.693 for 0. Drop `from_logits=True`, or the activation.',
  'rule.logits-before-probability-loss.keras':
    '`{consumer}` expects probabilities unless it is told `from_logits=True`, but gets logits ({origin}). Keras clips them into 0..1 without a word: below 0 and above 1 nothing is learned. Set `from_logits=True`, or add the activation.',
  'rule.probabilities-not-summing-to-one': 'These probabilities sum to {sum}, not to 1: NumPy raises a ValueError.',
  'rule.probabilities-not-summing-to-one.divided':
    'These probabilities sum to {sum}, not to 1: they are silently divided by their sum.',
  'rule.softmax-with-multi-label-targets':
    '`{consumer}` shares one probability among all classes, but a target here has {labels} labels: they compete, and the loss cannot reach 0. Use sigmoid with binary cross-entropy.',
  'rule.two-class-softmax':
    'Right, but with twice the weights it needs ({origin}): softmax([a, b])[1] = σ(b − a). One unit with w₁ − w₀ and a sigmoid gives the same probabilities.',
  'rule.two-class-softmax.numbers':
    'Right, but with twice the weights it needs, {two} numbers instead of {one} ({origin}): softmax([a, b])[1] = σ(b − a). One unit with w₁ − w₀ and a sigmoid gives the same probabilities.',
  'rule.expected-value-mismatch': 'The value here is {actual}, not {expected}.',
  'rule.expected-value-mismatch.assumed':
    'The value here is {actual}, not {expected}, if the functions that are not imported are what their names say.',
  'rule.unused-suppression': 'Nothing to ignore here: {rules}. Remove the comment.',
  'rule.unused-suppression.all': 'Nothing to ignore here. Remove the comment.',
  'related.origin': '{what} here',
  'fix.drop-activation': 'Remove {what} (changes training)',
  'fix.from-logits': 'Add from_logits=True (changes training)',
  'fix.drop-from-logits': 'Remove from_logits=True (changes training)',
  'fix.drop-and-logits-loss': 'Remove the sigmoid and use the loss that applies it',
  'fix.other-activation': 'Use {name} (changes training)',
  'fix.complement': 'Write σ(−x)',
  'fix.sigmoid': 'Use {name}',
  'fix.subtract-maximum': 'Subtract the maximum first',
  'fix.logits-threshold': 'Set the threshold to 0',
  'fix.apply-softmax': 'Apply softmax first (changes what is drawn)',
  'fix.axis': 'Normalise along axis {axis}',
  'fix.other-name': 'Use {name}',
  'fix.logits-loss': 'Use {loss} (changes training)',
  'fix.log-form': 'Use {name}',
  'fix.name-argument': 'Pass it as {name}=',
  'fix.threshold-zero': 'Compare with 0',
  'fix.name-axis': 'Name the axis that is picked now: {axis}',
  'fix.expected-value': 'Write {actual}',
  'action.fill-expected': 'Write the value: {actual}',
  'expected.right': '✓ {expected} is right to the digits written: {actual}',
  'expected.wrong': '✗ expected {expected}, the value is {actual}',
  'expected.empty': 'The value is {actual}: a quick fix writes it here.',
  'expected.unknown': 'Not compared: the value is not known, or differs from call to call.',
  'lens.expected-right': '✓ {expected} · {actual}',
  'fix.remove-suppression': 'Remove the comment',
} as const;
