/**
 * scikit-learn's estimators whose learned attributes are known: scalers that were fitted to known data, linear classifiers whose
 * coefficients the program sets. https://scikit-learn.org/stable/glossary.html#term-attributes
 */

import { runOperation } from '../../operations/index.ts';
import { int, none } from '../../values/make.ts';
import type { LibraryFunction, LibraryObject, Reference, Value } from '../../values/value.ts';
import type { Arguments } from '../calls/arguments.ts';
import { argumentsOf } from '../calls/arguments.ts';
import { callValue, callWith } from '../calls/calls.ts';
import { libraryContext } from '../calls/context.ts';
import { qualifiedValue } from '../expressions/names.ts';
import { setState, stateOf } from '../objects/objects.ts';
import { type Run, unknown } from '../run/run.ts';
import { plain } from '../state/freeze.ts';

interface Asked {
  readonly run: Run;
  readonly self: Reference;
  readonly state: LibraryObject;
  readonly method: string;
  readonly x: Value;
  readonly node: Arguments['node'];
}

/** What a method gives beyond its row; undefined for other objects and methods. */
export function estimatorMethod(run: Run, self: Value, fn: LibraryFunction, args: Arguments): Value | undefined {
  const state = self.kind === 'reference' ? stateOf(run, self) : undefined;
  if (self.kind !== 'reference' || state?.kind !== 'libraryObject' || !state.row.name.startsWith('sklearn.')) return undefined;
  const given = args.positional[0]?.value ?? args.keywords.get('X')?.value;
  if (!given) return undefined;
  const method = fn.row.name.slice(fn.row.name.lastIndexOf('.') + 1);
  const asked: Asked = { run, self, state, method, x: plain(run, given), node: args.node };
  const name = state.row.name.slice(state.row.name.lastIndexOf('.') + 1);
  if (name === 'StandardScaler') return scaled(asked, 'standardFit', { back: 'multiply', forth: 'divide', shift: 'mean_' });
  if (name === 'MinMaxScaler') return scaled(asked, 'rangeFit', { back: 'divide', forth: 'multiply', shift: 'min_' });
  return linear.has(name) ? classified(asked) : undefined;
}

const np = ({ run, node }: Asked, name: string, ...args: readonly Value[]): Value =>
  callWith(run, qualifiedValue(run, name.includes('.') ? name : `numpy.${name}`), args, node);

interface Scaling {
  readonly back: string;
  readonly forth: string;
  readonly shift: 'mean_' | 'min_';
}

function scaled(asked: Asked, fit: string, scaling: Scaling): Value | undefined {
  const { run, self, state, method, x, node } = asked;
  if (method === 'fit' || method === 'fit_transform') {
    const learned = runOperation(fit, new Map([...state.args, ['x', x]]), {
      ...libraryContext(run, 'numpy', node),
      library: 'numpy',
    });
    const fields = new Map(state.fields);
    for (const name of attributes) fields.delete(name);
    for (const [i, name] of (learned.kind === 'tuple' ? (learned.names ?? []) : []).entries())
      fields.set(name, learned.kind === 'tuple' ? (learned.items[i] ?? none) : none);
    setState(run, self, { ...state, fields });
    return undefined;
  }
  const [shift, scale] = [state.fields.get(scaling.shift), state.fields.get('scale_')];
  if (!shift || !scale) return undefined;
  const data = np(asked, 'asarray', x, { kind: 'builtin', name: 'float' });
  if (data.kind !== 'array' || !data.data || data.shape?.length !== 2) return unknown(run, 'unmodelled', method);
  // The one is centred and then divided, the other multiplied and then moved.
  const isCentred = scaling.shift === 'mean_';
  if (method === 'transform')
    return isCentred
      ? np(asked, scaling.forth, np(asked, 'subtract', data, shift), scale)
      : np(asked, 'add', np(asked, scaling.forth, data, scale), shift);
  if (method !== 'inverse_transform') return undefined;
  return isCentred
    ? np(asked, 'add', np(asked, scaling.back, data, scale), shift)
    : np(asked, scaling.back, np(asked, 'subtract', data, shift), scale);
}

const attributes = ['mean_', 'var_', 'scale_', 'min_', 'data_min_', 'data_max_', 'data_range_'];

/** They decide by `X @ coef_.T + intercept_`. */
const linear: ReadonlySet<string> = new Set([
  'LogisticRegression',
  'SGDClassifier',
  'Perceptron',
  'RidgeClassifier',
  'LinearSVC',
]);

function classified(asked: Asked): Value | undefined {
  const { run, self, state, method } = asked;
  if (method === 'fit') {
    const fields = new Map(state.fields);
    for (const name of ['coef_', 'intercept_', 'classes_']) fields.delete(name);
    if (fields.size < state.fields.size) setState(run, self, { ...state, fields });
    return undefined;
  }
  const [weights, bias, classes] = ['coef_', 'intercept_', 'classes_'].map((name) => state.fields.get(name));
  if (!weights || !bias || weights.kind !== 'array' || !weights.data) return undefined;
  const scores = scoresOf(asked, weights, bias);
  if (method === 'decision_function') return scores;
  if (scores.kind !== 'array' || !scores.shape || !classes || !state.row.name.endsWith('.LogisticRegression'))
    return method === 'predict' && classes ? predicted(asked, scores, classes) : undefined;
  switch (method) {
    case 'predict':
      return predicted(asked, scores, classes);
    case 'predict_proba':
      return probabilities(asked, scores);
    case 'predict_log_proba': {
      const shares = probabilities(asked, scores);
      return shares && np(asked, 'log', shares);
    }
    default:
      return undefined;
  }
}

/** One column of scores is flattened: two classes. */
function scoresOf(asked: Asked, weights: Value, bias: Value): Value {
  const data = np(asked, 'asarray', asked.x);
  const all = np(asked, 'add', np(asked, 'matmul', data, np(asked, 'transpose', weights)), bias);
  return all.kind === 'array' && all.shape?.length === 2 && all.shape[1] === 1 ? np(asked, 'ravel', all) : all;
}

function predicted(asked: Asked, scores: Value, classes: Value): Value | undefined {
  if (scores.kind !== 'array' || !scores.shape) return undefined;
  const places =
    scores.shape.length === 1
      ? np(asked, 'asarray', np(asked, 'greater', scores, int(0)), { kind: 'builtin', name: 'int' })
      : np(asked, 'argmax', scores, int(1));
  return np(asked, 'take', np(asked, 'asarray', classes), places);
}

/** With one score the logistic function, and the rest for the other class; with several the softmax. */
function probabilities(asked: Asked, scores: Value): Value | undefined {
  const { run, state, node } = asked;
  if (scores.kind !== 'array') return undefined;
  const options = state.args.get('_options');
  const isUsual = options === undefined || (options.kind === 'reference' && isPlain(run, options));
  if (!isUsual) return undefined;
  if (scores.shape?.length !== 1) return callWith(run, qualifiedValue(run, 'sklearn.utils.extmath.softmax'), [scores], node);
  const second = np(asked, 'scipy.special.expit', scores);
  const pair = { kind: 'tuple', items: [np(asked, 'subtract', int(1), second), second] } as const;
  const keywords = new Map<string, Value>([['axis', int(1)]]);
  return callValue(run, qualifiedValue(run, 'numpy.stack'), argumentsOf([pair], node, keywords));
}

/** Neither `multi_class` nor `solver` were given, which may ask for one logistic function per class. */
function isPlain(run: Run, options: Reference): boolean {
  const given = stateOf(run, options);
  return given?.kind === 'dict' && !given.open && ['multi_class', 'solver'].every((name) => !given.entries.has(`s:${name}`));
}
