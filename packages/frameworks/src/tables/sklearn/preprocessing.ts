import type { Row } from '../../schema.ts';
import { call, classesOf, functionsOf } from '../row.ts';

const site = {
  before: 'https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.',
  after: '.html',
};
const functions = functionsOf('sklearn.preprocessing', site);
const classes = classesOf('sklearn.preprocessing', site);
const pairwise = functionsOf('sklearn.metrics.pairwise', {
  before: 'https://scikit-learn.org/stable/modules/generated/sklearn.metrics.pairwise.',
  after: '.html',
});

/** What a scaler or encoder makes of the data that it is fitted to. */
const transformer = (
  op: Parameters<typeof call>[1],
  input = 'X: x, y: _y=None, **options: _options',
  fit?: Parameters<typeof call>[1],
  learned?: string,
) => ({
  protocol: 'estimator' as const,
  methods: {
    fit: call(`(${(fit ? input : input.replace(': x', ': _x')).replace('**', 'sample_weight: _weight=None, **')})`, fit),
    fit_transform: call(`(${input})`, op),
    ...(learned === undefined ? {} : { transform: call(learned), inverse_transform: call(learned) }),
  },
});

export const rows: readonly Row[] = [
  functions('normalize', "(X: x, norm: kind='l2', *, axis=1, copy: _copy=True, return_norm: returnNorm=False)", 'normalizeRows'),
  functions(
    'scale',
    '(X: x, *, axis=0, with_mean: withMean=True, with_std: withSpread=True, copy: _copy=True)',
    'standardScale',
    {
      fixed: { lists: true },
    },
  ),
  functions('minmax_scale', '(X: x, feature_range: range=(0, 1), *, axis=0, copy: _copy=True)', 'rangeScale', {
    fixed: { lists: true },
  }),
  classes(
    'StandardScaler',
    '(*, copy: _copy=True, with_mean: withMean=True, with_std: withSpread=True)',
    transformer('standardScale', undefined, 'standardFit', '(X: _x, copy: _copy=None)'),
  ),
  classes(
    'MinMaxScaler',
    '(feature_range: range=(0, 1), *, copy: _copy=True, clip: _clip=False)',
    transformer('rangeScale', undefined, 'rangeFit', '(X: _x)'),
  ),
  classes('LabelEncoder', '()', {
    ...transformer('encodeLabels', 'y: x'),
    methods: {
      ...transformer('encodeLabels', 'y: x').methods,
      transform: call('(y: _y)'),
      inverse_transform: call('(y: _y)'),
    },
  }),
  classes(
    'LabelBinarizer',
    '(*, neg_label: low=0, pos_label: high=1, sparse_output: sparse=False)',
    transformer('encodeBinary', 'y: x'),
  ),
  classes('MultiLabelBinarizer', '(*, classes=None, sparse_output: sparse=False)', transformer('encodeLabelSets', 'y: x')),
  classes(
    'OneHotEncoder',
    "(*, categories='auto', drop=None, sparse='deprecated', sparse_output: sparseOutput=True, dtype=..., handle_unknown: _handle_unknown='error', min_frequency: least=None, max_categories: most=None)",
    transformer('encodeOneHot'),
  ),
  pairwise('cosine_similarity', '(X: x, Y: y=None, dense_output: _dense_output=True)', 'rowSimilarities'),
];
