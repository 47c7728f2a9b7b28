import type { Row } from '../../schema.ts';
import { call, classesOf, functionsOf } from '../row.ts';

const models = classesOf('keras', { before: 'https://keras.io/api/models/' });
const optimizers = classesOf('keras.optimizers', { before: 'https://keras.io/api/optimizers/' });
const callbacks = classesOf('keras.callbacks', { before: 'https://keras.io/api/callbacks/' });
const utils = functionsOf('keras.utils', { before: 'https://keras.io/api/utils/python_utils/' });

/** Keras 3 puts `loss_weights` before `metrics`, Keras 2 after; both are given by keyword in practice. */
const methods = {
  compile: call(
    "(optimizer='rmsprop', loss=None, loss_weights: _loss_weights=None, metrics=None, weighted_metrics: _weighted_metrics=None, run_eagerly: _run_eagerly=False, steps_per_execution: _steps=1, jit_compile: _jit='auto', auto_scale_loss: _scale=True, **kwargs: _kwargs)",
  ),
  fit: call('(x: _x=None, y: target=None, batch_size: _batch_size=None, epochs: _epochs=1, **options: _options)'),
  evaluate: call('(x: _x=None, y: target=None, batch_size: _batch_size=None, **options: _options)'),
  predict: call("(x, batch_size: _batch_size=None, verbose: _verbose='auto', steps: _steps=None, callbacks: _callbacks=None)"),
};

export const rows: readonly Row[] = [
  models('Model', '(inputs=None, outputs=None, name: _name=None, **kwargs: _kwargs)', {
    protocol: 'kerasModel',
    methods,
    bases: ['keras.layers.Layer'],
    also: ['keras.models.Model', 'keras.engine.training.Model', 'keras.Functional', 'keras.models.Functional'],
  }),
  models('Sequential', '(layers=None, trainable: _trainable=True, name: _name=None)', {
    protocol: 'kerasSequential',
    methods: { ...methods, add: call('(layer, rebuild: _rebuild=True)'), pop: call('(rebuild: _rebuild=True)') },
    bases: ['keras.Model'],
    also: ['keras.models.Sequential', 'keras.engine.sequential.Sequential'],
  }),
  ...['Adam', 'SGD', 'RMSprop', 'Adagrad', 'Adadelta', 'Adamax', 'Nadam', 'AdamW', 'Ftrl'].map((name) =>
    optimizers(name, '(learning_rate: _learning_rate=..., **options: _options)', {
      protocol: 'optimizer',
      methods: {
        apply_gradients: call('(grads_and_vars: _pairs, **options: _options)'),
        minimize: call('(loss: _loss, var_list: _variables, **options: _options)'),
      },
      also: [`keras.optimizers.legacy.${name}`],
    }),
  ),
  callbacks('Callback', '()'),
  utils('to_categorical', '(x, num_classes: classes=None)', 'oneHot', {
    fixed: { plain: 'numpy' },
    gives: [{ space: 'one-hot', axis: -1 }],
    also: ['keras.utils.np_utils.to_categorical'],
  }),
  utils('normalize', '(x, axis=-1, order=2)', 'normalize'),
];
