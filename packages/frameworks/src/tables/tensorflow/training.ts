import type { Row } from '../../schema.ts';
import { call, classesOf, functionsOf } from '../row.ts';

const cls = classesOf('tensorflow', { before: 'https://www.tensorflow.org/api_docs/python/tf/', after: '' });
const variable = functionsOf('tensorflow.Tensor', { before: 'https://www.tensorflow.org/api_docs/python/tf/Variable#' });

const options = 'use_locking: _locking=False, name: _name=None, read_value: _read=True';
const updates = 'indices, updates: value, name: _name=None';

/** Of variables, and of slices of them. What they do is written in the analysis: `evaluate/state/variables.ts`. */
const assignments: readonly Row[] = [
  variable('assign', `(self: x, value: y, ${options})`, 'copyInto'),
  variable('assign_add', `(self: x, delta: y, ${options})`, 'add'),
  variable('assign_sub', `(self: x, delta: y, ${options})`, 'subtract'),
  variable('scatter_nd_update', `(self: x, ${updates})`),
  variable('scatter_nd_add', `(self: x, ${updates})`),
  variable('scatter_nd_sub', `(self: x, ${updates})`),
  variable('scatter_update', '(self: x, sparse_delta: _delta, use_locking: _locking=False, name: _name=None)'),
  variable('value', '(self: x)', 'identity'),
  variable('read_value', '(self: x)', 'identity'),
];

const tapes: readonly Row[] = [
  cls('GradientTape', '(persistent: _persistent=False, watch_accessed_variables: _accessed=True)', {
    protocol: 'context',
    methods: {
      gradient: call(
        "(target: _target, sources: _sources, output_gradients: _gradient=None, unconnected_gradients: _unconnected='none')",
      ),
      jacobian: call(
        "(target: _target, sources: _sources, unconnected_gradients: _unconnected='none', parallel_iterations: _parallel=None, experimental_use_pfor: _pfor=True)",
      ),
      batch_jacobian: call('(target: _target, source: _sources, **options: _options)'),
      watch: call('(tensor: _tensor)'),
      reset: call('()'),
      stop_recording: call('()'),
    },
    also: ['tensorflow.autodiff.GradientTape'],
  }),
];

export const rows: readonly Row[] = [...assignments, ...tapes];
