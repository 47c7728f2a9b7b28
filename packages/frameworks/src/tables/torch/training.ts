import type { ClassRow, Row } from '../../schema.ts';
import { call, classesOf, functionsOf } from '../row.ts';
import { loss, wantsLogits, wantsSoftTarget } from '../spaces.ts';
import { nn, torch } from './site.ts';

const optim = classesOf('torch.optim', { before: 'https://pytorch.org/docs/stable/generated/torch.optim.', after: '.html' });
const data = classesOf('torch.utils.data', { before: 'https://pytorch.org/docs/stable/data.html' });
const cls = classesOf('torch', { before: 'https://pytorch.org/docs/stable/generated/torch.', after: '.html' });
const utils = functionsOf('torch.nn.utils', { before: 'https://pytorch.org/docs/stable/nn.html#utilities' });
const init = functionsOf('torch.nn.init', { before: 'https://pytorch.org/docs/stable/nn.init.html' });
const vision = functionsOf('torchvision.ops', {
  before: 'https://pytorch.org/vision/stable/generated/torchvision.ops.',
  after: '.html',
});

const optimizer = (name: string, options: string): ClassRow =>
  optim(name, `(params: _params, ${options})`, { protocol: 'optimizer' });

const modes = 'foreach: _foreach=None, maximize: _maximize=False, differentiable: _differentiable=False';
const adam = `lr: _lr=1e-3, betas: _betas=..., eps: _eps=1e-8, weight_decay: _weight_decay=`;
const adamModes = `amsgrad: _amsgrad=False, *, ${modes}, capturable: _capturable=False, fused: _fused=False`;

/** The settings by which a step is computed. SGD's `lr` has no default before PyTorch 2.1. */
const followed: readonly ClassRow[] = [
  optimizer(
    'SGD',
    `lr: _lr=1e-3, momentum: _momentum=0, dampening: _dampening=0, weight_decay: _weight_decay=0, nesterov: _nesterov=False, *, ${modes}, fused: _fused=None`,
  ),
  optimizer('Adam', `${adam}0, ${adamModes}`),
  optimizer('AdamW', `${adam}1e-2, ${adamModes}`),
  optimizer(
    'RMSprop',
    `lr: _lr=1e-2, alpha: _alpha=0.99, eps: _eps=1e-8, weight_decay: _weight_decay=0, momentum: _momentum=0, centered: _centered=False, capturable: _capturable=False, ${modes}`,
  ),
  optimizer(
    'Adagrad',
    `lr: _lr=1e-2, lr_decay: _lr_decay=0, weight_decay: _weight_decay=0, initial_accumulator_value: _initial_accumulator_value=0, eps: _eps=1e-10, ${modes}`,
  ),
];

const optimizers: readonly ClassRow[] = ['Adadelta', 'Adamax', 'NAdam', 'RAdam', 'LBFGS'].map((name) =>
  optim(name, '(params: _params, lr: _lr=..., **options: _options)', { protocol: 'optimizer' }),
);

/** The rates that are followed; others make the rate unknown. */
const schedulers: readonly ClassRow[] = [
  ['StepLR', 'step_size: _step_size, gamma: _gamma=0.1'],
  ['MultiStepLR', 'milestones: _milestones, gamma: _gamma=0.1'],
  ['ExponentialLR', 'gamma: _gamma'],
  ['CosineAnnealingLR', 'T_max: _period, eta_min: _least=0'],
  ['LambdaLR', 'lr_lambda: _lambda'],
  ['LinearLR', 'start_factor: _start=0.3333333333333333, end_factor: _end=1.0, total_iters: _total=5'],
  ['ConstantLR', 'factor: _factor=0.3333333333333333, total_iters: _total=5'],
  ['PolynomialLR', 'total_iters: _total=5, power: _power=1.0'],
  ['MultiplicativeLR', 'lr_lambda: _lambda'],
  ['CosineAnnealingWarmRestarts', 'T_0: _period, T_mult: _factor=1, eta_min: _least=0'],
].map(([name = '', options = '']) =>
  optim(`lr_scheduler.${name}`, `(optimizer: _optimizer, ${options}, last_epoch: _last_epoch=-1, verbose: _verbose=False)`, {
    protocol: 'scheduler',
  }),
);

const plateau = optim(
  'lr_scheduler.ReduceLROnPlateau',
  "(optimizer: _optimizer, mode: _mode='min', factor: _factor=0.1, patience: _patience=10, threshold: _threshold=1e-4, threshold_mode: _threshold_mode='rel', cooldown: _cooldown=0, min_lr: _least=0, eps: _eps=1e-8, verbose: _verbose=False)",
  { protocol: 'scheduler' },
);

const passes = functionsOf('torch.autograd', {
  before: 'https://pytorch.org/docs/stable/generated/torch.autograd.',
  after: '.html',
});
const autograd: readonly Row[] = [
  passes(
    'grad',
    '(outputs: _outputs, inputs: _inputs, grad_outputs: _gradient=None, retain_graph: _retain=None, create_graph: _create=False, only_inputs: _only=True, allow_unused: _unused=False, is_grads_batched: _batched=False, materialize_grads: _materialize=False)',
  ),
  passes(
    'backward',
    '(tensors: _outputs, grad_tensors: _gradient=None, retain_graph: _retain=None, create_graph: _create=False, grad_variables: _variables=None, inputs: _inputs=None)',
  ),
];

const contexts: readonly Row[] = [
  cls('no_grad', '(orig_func: _orig_func=None)', { protocol: 'context' }),
  cls('Generator', "(device: _device='cpu')", { methods: { manual_seed: call('(seed: _seed)', 'effect') } }),
  cls('enable_grad', '(orig_func: _orig_func=None)', { protocol: 'context' }),
  cls('inference_mode', '(mode: _mode=True)', { protocol: 'context' }),
  cls('set_grad_enabled', '(mode: _mode)', { protocol: 'context' }),
  cls('autocast', '(device_type: _device_type, dtype: _dtype=None, enabled: _enabled=True, cache_enabled: _cache_enabled=None)', {
    protocol: 'context',
    also: ['torch.cuda.amp.autocast', 'torch.amp.autocast'],
  }),
];

const wrappers: readonly Row[] = [
  cls('device', '(type: _type=None, index: _index=None)', {
    source: 'https://pytorch.org/docs/stable/tensor_attributes.html#torch.device',
  }),
  nn(
    'parallel.DistributedDataParallel',
    '(module, device_ids: _device_ids=None, output_device: _output_device=None, dim: _dim=0, broadcast_buffers: _broadcast=True, process_group: _group=None, bucket_cap_mb: _cap=25, find_unused_parameters: _unused=False, check_reduction: _check=False, gradient_as_bucket_view: _view=False, static_graph: _static=False)',
    {
      protocol: 'wrapper',
      bases: ['torch.nn.Module'],
    },
  ),
  torch(
    'compile',
    '(model: x=None, *, fullgraph: _fullgraph=False, dynamic: _dynamic=None, backend: _backend=..., mode: _mode=None, options: _options=None, disable: _disable=False)',
    'identity',
    { since: '2.0' },
  ),
  torch(
    'jit.script',
    '(obj: x, optimize: _optimize=None, _frames_up: _frames=0, _rcb: _rcb=None, example_inputs: _example_inputs=None)',
    'identity',
  ),
  utils(
    'spectral_norm',
    "(module: x, name: _name='weight', n_power_iterations: _n=1, eps: _eps=1e-12, dim: _dim=None)",
    'identity',
  ),
  utils('weight_norm', "(module: x, name: _name='weight', dim: _dim=0)", 'identity', {
    also: ['torch.nn.utils.parametrizations.weight_norm'],
  }),
  utils(
    'clip_grad_norm_',
    '(parameters: _parameters, max_norm: _limit, norm_type: _order=2.0, error_if_nonfinite: _error=False, foreach: _foreach=None)',
    undefined,
    { also: ['torch.nn.utils.clip_grad_norm', 'torch.nn.utils.clip_grad.clip_grad_norm_'] },
  ),
  utils('clip_grad_value_', '(parameters: _parameters, clip_value: _limit, foreach: _foreach=None)', undefined, {
    also: ['torch.nn.utils.clip_grad.clip_grad_value_'],
  }),
  ...[
    'xavier_uniform_',
    'xavier_normal_',
    'kaiming_uniform_',
    'kaiming_normal_',
    'orthogonal_',
    'normal_',
    'uniform_',
    'trunc_normal_',
  ].map((name) => init(name, '(tensor: x, **options: _options)', 'emptyLike', { inPlace: true })),
  init('zeros_', '(tensor: x)', 'zerosLike', { inPlace: true }),
  init('ones_', '(tensor: x)', 'onesLike', { inPlace: true }),
  init('constant_', '(tensor: x, val: value)', 'fullLike', { inPlace: true }),
];

const datasets: readonly Row[] = [
  ...['MNIST', 'FashionMNIST', 'EMNIST', 'CIFAR10', 'CIFAR100', 'ImageFolder', 'ImageNet', 'SVHN', 'STL10'].map((name) =>
    classesOf('torchvision.datasets', { before: 'https://pytorch.org/vision/stable/datasets.html' })(
      name,
      '(root: _root, *args: _args, **options: _options)',
      { protocol: 'dataset' },
    ),
  ),
  data('Subset', '(dataset: _dataset, indices: _indices)', { protocol: 'dataset' }),
  data('ConcatDataset', '(datasets: _datasets)', { protocol: 'dataset' }),
  data('Dataset', '()', { protocol: 'dataset' }),
  data('IterableDataset', '()', { protocol: 'dataset' }),
  data('TensorDataset', '(*tensors: _tensors)', { protocol: 'dataset' }),
  data(
    'DataLoader',
    '(dataset: _dataset, batch_size: _batch_size=1, shuffle: _shuffle=None, sampler: _sampler=None, batch_sampler: _batch_sampler=None, num_workers: _workers=0, collate_fn: _collate=None, pin_memory: _pin_memory=False, drop_last: _drop_last=False, **options: _options)',
    { protocol: 'dataset' },
  ),
];

const lightning: readonly Row[] = [
  classesOf('lightning.pytorch', { before: 'https://lightning.ai/docs/pytorch/stable/common/lightning_module.html' })(
    'LightningModule',
    '(*args: _args, **kwargs: _kwargs)',
    {
      protocol: 'lightning',
      bases: ['torch.nn.Module'],
      also: ['pytorch_lightning.core.lightning.LightningModule'],
    },
  ),
  classesOf('lightning.pytorch', { before: 'https://lightning.ai/docs/pytorch/stable/data/datamodule.html' })(
    'LightningDataModule',
    '(*args: _args, **kwargs: _kwargs)',
    {
      protocol: 'dataset',
    },
  ),
];

const losses: readonly Row[] = [
  vision('sigmoid_focal_loss', "(inputs: x, targets: target, alpha=0.25, gamma=2, reduction='none')", 'sigmoidFocal', {
    accepts: [wantsLogits('x', 'bernoulli'), wantsSoftTarget()],
    gives: [loss],
    also: ['torchvision.ops.focal_loss.sigmoid_focal_loss'],
  }),
];

export const rows: readonly Row[] = [
  ...followed,
  ...optimizers,
  ...schedulers,
  plateau,
  ...autograd,
  ...contexts,
  ...wrappers,
  ...datasets,
  ...lightning,
  ...losses,
];
