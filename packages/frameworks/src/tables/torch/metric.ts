import type { Accepts, ClassRow, Row } from '../../schema.ts';
import { call, classesOf, functionsOf } from '../row.ts';

const site = { before: 'https://lightning.ai/docs/torchmetrics/stable/all-metrics.html' };
const cls = classesOf('torchmetrics', site);
const classification = classesOf('torchmetrics.classification', site);
const functional = functionsOf('torchmetrics.functional', site);

/**
 * Binary and multi-label metrics put a sigmoid on scores outside [0, 1] themselves, multi-class ones compare or take the largest:
 * logits, probabilities and labels are all right.
 */
const scores: Accepts = { role: 'x', space: ['logits', 'probabilities', 'log-probabilities', 'class-index', 'one-hot'] };
const targets: Accepts = { role: 'target', space: ['class-index', 'one-hot'] };
const accepts = [scores, targets];
const pair = '(preds: x, target)';
const tail =
  'multidim_average: _multidim_average=..., top_k: _top_k=1, ignore_index: _ignore_index=None, validate_args: _validate_args=True, **kwargs: _kwargs';

const names = [
  'Accuracy',
  'Precision',
  'Recall',
  'F1Score',
  'Specificity',
  'AUROC',
  'AveragePrecision',
  'JaccardIndex',
  'HammingDistance',
] as const;

function protocolOf(): Pick<ClassRow, 'call' | 'methods'> {
  const metric = call(pair, 'metric', { accepts });
  return {
    call: metric,
    methods: { update: call(pair, undefined, { accepts }), forward: metric, compute: call('()'), reset: call('()') },
  };
}

const tasks: readonly Row[] = names.map((name) =>
  cls(
    name,
    `(task: _task=..., threshold: _threshold=0.5, num_classes: _num_classes=None, num_labels: _num_labels=None, average: _average=..., ${tail})`,
    protocolOf(),
  ),
);
const single: readonly Row[] = names.flatMap((name) => [
  classification(`Binary${name}`, '(threshold: _threshold=0.5, **kwargs: _kwargs)', protocolOf()),
  classification(
    `Multiclass${name}`,
    '(num_classes: _num_classes=None, top_k: _top_k=1, average: _average=..., **kwargs: _kwargs)',
    protocolOf(),
  ),
  classification(
    `Multilabel${name}`,
    '(num_labels: _num_labels=None, threshold: _threshold=0.5, average: _average=..., **kwargs: _kwargs)',
    protocolOf(),
  ),
]);
const functions: readonly Row[] = ['accuracy', 'precision', 'recall', 'f1_score', 'auroc', 'specificity'].map((name) =>
  functional(
    name,
    `(preds: x, target, task: _task=..., threshold: _threshold=0.5, num_classes: _num_classes=None, num_labels: _num_labels=None, average: _average=..., ${tail})`,
    'metric',
    {
      accepts,
    },
  ),
);

export const rows: readonly Row[] = [...tasks, ...single, ...functions];
