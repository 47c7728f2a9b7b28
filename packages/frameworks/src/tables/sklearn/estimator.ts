import type { ClassRow, Row } from '../../schema.ts';
import { call, classesOf } from '../row.ts';
import { bernoulliLogits, classIndex, logProbabilities, probabilities } from '../spaces.ts';

/** scikit-learn's classifiers: rows of `predict_proba` sum to one, `decision_function` gives scores. */
const predictions = {
  fit: call('(X: _X, y: _y, **options: _options)'),
  predict: call('(X: _X, **options: _options)', undefined, { gives: [classIndex] }),
};
const proba = { predict_proba: call('(X: _X, **options: _options)', undefined, { gives: [probabilities(1)] }) };
const logProba = { predict_log_proba: call('(X: _X, **options: _options)', undefined, { gives: [logProbabilities(1)] }) };
/** One column for two classes (log-odds of the second), one per class otherwise: the family is left open. */
const decision = {
  decision_function: call('(X: _X, **options: _options)', undefined, { gives: [{ space: bernoulliLogits.space }] }),
};

const all = { ...predictions, ...proba, ...logProba, ...decision };
const noDecision = { ...predictions, ...proba, ...logProba };
const onlyLabels = { ...predictions, ...decision };

const classifiers: readonly (readonly [module: string, names: readonly string[], methods: ClassRow['methods']])[] = [
  ['linear_model', ['LogisticRegression', 'LogisticRegressionCV', 'SGDClassifier'], all],
  ['linear_model', ['Perceptron', 'RidgeClassifier', 'PassiveAggressiveClassifier'], onlyLabels],
  ['svm', ['SVC', 'NuSVC'], all],
  ['svm', ['LinearSVC'], onlyLabels],
  ['discriminant_analysis', ['LinearDiscriminantAnalysis', 'QuadraticDiscriminantAnalysis'], all],
  ['ensemble', ['GradientBoostingClassifier', 'AdaBoostClassifier', 'BaggingClassifier'], all],
  ['ensemble', ['RandomForestClassifier', 'ExtraTreesClassifier'], noDecision],
  ['ensemble', ['HistGradientBoostingClassifier'], { ...predictions, ...proba, ...decision }],
  ['ensemble', ['VotingClassifier', 'StackingClassifier'], { ...predictions, ...proba }],
  ['tree', ['DecisionTreeClassifier', 'ExtraTreeClassifier'], noDecision],
  ['naive_bayes', ['GaussianNB', 'MultinomialNB', 'BernoulliNB', 'ComplementNB'], noDecision],
  ['neighbors', ['KNeighborsClassifier'], { ...predictions, ...proba }],
  ['neural_network', ['MLPClassifier'], noDecision],
  ['gaussian_process', ['GaussianProcessClassifier'], { ...predictions, ...proba }],
  ['calibration', ['CalibratedClassifierCV'], { ...predictions, ...proba }],
];

export const rows: readonly Row[] = classifiers.flatMap(([module, names, methods]) => {
  const cls = classesOf(`sklearn.${module}`, {
    before: `https://scikit-learn.org/stable/modules/generated/sklearn.${module}.`,
    after: '.html',
  });
  return names.map((name) =>
    cls(name, '(*args: _args, **options: _options)', { protocol: 'estimator', ...(methods === undefined ? {} : { methods }) }),
  );
});
