import { checkWords } from './check.en.ts';
import { lensWords } from './lens.en.ts';
import { ruleWords } from './rules.en.ts';

/** The words of the product. A key that another language lacks is a type error there. `{x}` is a parameter. */
export const en = {
  // spaces
  'space.logits': 'logits',
  'space.probabilities': 'probabilities',
  'space.log-probabilities': 'log-probabilities',
  'space.class-index': 'class indices',
  'space.one-hot': 'one-hot',
  'space.loss': 'loss',
  'space.unknown': 'unknown',

  // certainty
  'certainty.exact': 'exact: follows from the literals in the code',
  'certainty.assumed': 'assumed: a conventional name is taken at its word',
  'certainty.assumed-name': 'assumed: `{name}` is not imported here and is taken at its word',
  'certainty.drawn.numpy-legacy': "assumed: the numbers come from NumPy's `RandomState`, seed {seed}",
  'certainty.drawn.numpy-generator':
    "assumed: the numbers come from NumPy's `default_rng`, seed {seed}; other releases may draw others",
  'certainty.drawn.python': "assumed: the numbers come from Python's `random`, seed {seed}",
  'certainty.drawn.torch':
    "assumed: the numbers come from PyTorch's CPU generator, seed {seed}; last digits may differ between machines",
  'certainty.unknown': 'unknown',
  'certainty.unknown-because': 'values unknown: {reason}',

  // why a value is unknown
  'reason.parameter': 'an argument that no call in view passes',
  'reason.parameter-of': '`{name}` is an argument that no call in view passes',
  'reason.undefined-name': 'the name is not defined in view',
  'reason.undefined-name-of': '`{name}` is not defined in view',
  'reason.unresolved-import': 'the import is not found in the workspace',
  'reason.unresolved-import-of': 'the import `{name}` is not found in the workspace',
  'reason.unread-call': 'a called function is not known',
  'reason.unread-call-of': 'the function `{name}` is not known',
  'reason.unread-attribute': 'an attribute is not known',
  'reason.unread-attribute-of': 'the attribute `{name}` is not known',
  'reason.unmodelled': 'this construct is not evaluated',
  'reason.unmodelled-of': '`{name}` is not evaluated',
  'reason.random': 'random numbers',
  'reason.random-of': '`{name}` gives random numbers',
  'reason.learned': 'they depend on learned weights',
  'reason.learned-of': '`{name}` depends on weights that training finds',
  'reason.input': 'it is read from outside the program',
  'reason.input-of': '`{name}` reads from outside the program',
  'reason.budget': 'the evaluation reached its limit',
  'reason.budget-of': 'the evaluation of `{name}` reached its limit',
  'reason.too-large': 'too many elements to compute',
  'reason.too-large-of': '`{name}` has too many elements to compute',
  'reason.loop': 'it changes from turn to turn of a loop',
  'reason.loop-of': '`{name}` changes from turn to turn of a loop',
  'reason.branches': 'it depends on which branch runs',
  'reason.branches-of': '`{name}` depends on which branch runs',
  'reason.error': 'the program would raise an error here',
  'reason.error-of': 'the program would raise an error here: {name}',

  // tables
  'table.index': 'i',
  'table.row': 'row',
  'table.column': 'column',
  'table.slice': 'at',
  'table.logit': 'logit',
  'table.probability': 'probability',
  'table.log-probability': 'log p',
  'table.probabilities': 'probabilities',
  'table.share': '',
  'table.hardmax': 'hardmax',
  'table.entropy': 'entropy',
  'table.value': 'value',
  'table.target': 'target',
  'table.term': 'loss',
  'table.more': '… {count} more',

  // facts in a line
  'fact.sum': 'Σ = {sum}',
  'fact.sum-one': 'Σ = 1 ✓',
  'fact.sum-all-one': 'Σ = 1 along {axis} ✓',
  'fact.argmax': 'argmax {index} ({probability})',
  'fact.entropy': 'entropy {nats} nats = {bits} bits',
  'fact.odds': 'odds {first} : {second} = e{delta} = {ratio}',
  'fact.two-class': 'p₁ = σ(z₁ − z₀) = σ({delta}) = {probability}',
  'fact.as-softmax': '= softmax([{x}, 0])₀ = e{power} / (e{power} + 1)',
  'fact.odds-binary': 'odds p : (1 − p) = e{power} = {ratio}',
  'fact.not-normalised': 'each value stands on its own; they need not add to 1 (Σ = {sum})',
  'fact.sums-along': 'sums to 1 along {axis}',
  'fact.sums-along-classes': 'sums to 1 along {axis} ({classes} classes)',
  'fact.along': 'along {axis}',
  'fact.along-classes': 'along {axis} ({classes} classes)',
  'fact.independent': 'each value in 0..1 on its own',

  // where it comes from
  'origin.made-by': 'from {chain}',
  'origin.passed-at': 'in the call at {place}',

  // teaching
  'about.softmax':
    'softmax(z)ᵢ = e^zᵢ / Σⱼ e^zⱼ (j = 1…K): for multi-class problems, one distribution over K classes. The exponential widens the distances; hardmax just takes the maximum.',
  'about.softmin': 'softmin(z) = softmax(−z): the smallest value gets the largest probability.',
  'about.log-softmax': 'log softmax(z)ᵢ = zᵢ − log Σⱼ e^zⱼ: log-probabilities, computed stably; what NLL losses take.',
  'about.sigmoid':
    'sigmoid(x) = 1 / (1 + e^−x), the logistic function (expit): for binary and multi-label problems, each value in 0..1 on its own. For multi-class problems use softmax.',
  'about.log-sigmoid': 'log sigmoid(x) = −log(1 + e^−x): log-probabilities of the Bernoulli family, computed stably.',
  'hover.explore': 'Open in the explorer',
  'about.read-more': 'Read more',

  // losses
  'loss.cross-entropy': 'cross-entropy −log softmax(z)[y]: takes logits; its lowest value is 0',
  'loss.nll': 'negative log-likelihood −log p[y]: takes log-probabilities; its lowest value is 0',
  'loss.bce': 'binary cross-entropy −[y log p + (1 − y) log(1 − p)]: takes probabilities; its lowest value is 0',
  'loss.bce-logits': 'binary cross-entropy of logits: applies the sigmoid itself; its lowest value is 0',
  'loss.floor-softmax': 'a softmax before this loss keeps it above ln(e + K − 1) − 1 = {floor} for K = {classes}',
  'loss.floor-sigmoid': 'a sigmoid before this loss keeps it above {floor} for y = 1 and {floor0} for y = 0',
  'loss.chance': 'guessing evenly among {classes} classes gives ln {classes} = {value}',

  'loss.subject': '{space} from `{what}`, {place}',
  'loss.right': '{subject}: {consumer} takes {wanted} ✓',
  'loss.right-softmax': '{subject}: {consumer} applies log-softmax itself ✓',
  'loss.right-sigmoid': '{subject}: {consumer} applies the sigmoid itself ✓',
  'loss.wrong': '{subject}: {consumer} expects {wanted} ✗',

  // surfaces
  'lens.right': '{space} → {consumer} ✓',
  'lens.wrong': '{space} → {consumer} ✗ expects {wanted}',
  'lens.model': '{method}: {space} {shape}',
  'object.takes': 'takes {what}',
  'object.gives': 'gives {what}',
  'action.fix-all': 'Apply all safe Softlens fixes',
  'action.ignore-here': 'Ignore {rule} here',
  'action.ignore-file': 'Ignore {rule} in this file',
  'action.explain': 'Explain {rule}',
  'action.reason': 'reason',

  // refactorings
  'rewrite.to-sigmoid':
    'Rewrite the two-class softmax head as one sigmoid unit: {parts}. For trained weights w = w₁ − w₀, b = b₁ − b₀',
  'rewrite.to-softmax': 'Rewrite the sigmoid head as a two-class softmax: {parts}. For trained weights w₀ = 0, w₁ = w',
  'rewrite.in-files': '{what} (in {files} files)',
  'rewrite.part.layer': 'layer',
  'rewrite.part.activation': 'activation',
  'rewrite.part.loss': 'loss',
  'rewrite.part.targets': 'targets',
  'rewrite.part.metrics': 'metrics',
  'rewrite.part.predictions': 'predictions',
  'scan.title': 'Softlens: checking the workspace',
  'scan.progress': '{done} of {all}',
  'place.cell': 'cell {cell}, line {line}',
  'place.code-cell': 'code cell {cell}, line {line}',
  'place.line': 'line {line}',
  'scan.in-cell': 'Cell {cell}, line {line}: {message}',
  'alternatives.branches': 'one of {count}, depending on the branch',
  'alternatives.values': 'one of {count} values',
  'alternatives.item': '`{value}` when {condition}',
  'alternatives.always': '`{value}`',
  'picture.alt': '{title}: {values}',
  'picture.more': '+{count} more',
  'list.or': ' or ',

  // command line
  'cli.unknown-value': 'the value is unknown',
  'cli.no-values': 'no value is known here',
  'cli.unknown-command': 'unknown command "{name}"',
  'cli.unknown-option': 'unknown option "{name}"',
  'cli.did-you-mean': 'did you mean "{name}"?',
  'cli.missing-expression': 'eval needs an expression, or --file FILE',
  'cli.too-many': 'eval takes one expression; quote it',
  'cli.needs-value': 'option "{name}" needs a value',
  'cli.bad-choice': '"{value}" is not a value of {name}: choose from {choices}',
  'cli.no-file': 'cannot read "{path}": {why}',
  'cli.bad-line': '--line takes a whole number from 1 on, not "{value}"',
  'cli.unsupported': '"{path}" is in no language that Softlens reads',
  'cli.no-line-values': 'no value is known on line {line}',
  'cli.not-parsed': 'this is no whole expression: {text}',
  'cli.see-help': 'See "softlens {command}--help".',
  // findings
  ...checkWords,
  ...ruleWords,
  ...lensWords,
} as const satisfies Readonly<Record<string, string>>;

export type MessageKey = keyof typeof en;
export type Catalogue = Readonly<Record<MessageKey, string>>;
