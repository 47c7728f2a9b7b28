import type { Library } from '../../schema.ts';
import { identifiers as activations, rows as kerasActivation } from '../keras/activation.ts';
import { rows as kerasApplication } from '../keras/application.ts';
import { rows as kerasBackend } from '../keras/backend.ts';
import { rows as kerasLayer } from '../keras/layer.ts';
import { rows as kerasLoss, identifiers as losses } from '../keras/loss.ts';
import { rows as kerasMetric, identifiers as metrics } from '../keras/metric.ts';
import { rows as kerasModel } from '../keras/model.ts';
import { rows as activation } from './activation.ts';
import { rows as creation } from './creation.ts';
import { rows as loss } from './loss.ts';
import { rows as math } from './math.ts';
import { rows as probability } from './probability.ts';
import { rows as shape } from './shape.ts';
import { rows as training } from './training.ts';

export const tensorflow: Library = {
  name: 'tensorflow',
  modules: ['tensorflow', 'keras', 'tf_keras', 'tensorflow_probability', 'tflearn'],
  conventional: {
    K: 'keras.backend',
    tf: 'tensorflow',
    tensorflow: 'tensorflow',
    keras: 'keras',
    tfp: 'tensorflow_probability',
    tfd: 'tensorflow_probability.distributions',
  },
  moduleAliases: [
    ['tensorflow.keras', 'keras'],
    ['tensorflow.python.keras', 'keras'],
    ['tensorflow.compat.v1.keras', 'keras'],
    ['tensorflow.compat.v2', 'tensorflow'],
    ['tensorflow.compat.v1', 'tensorflow'],
    ['tensorflow.losses', 'keras.losses'],
    ['tensorflow.metrics', 'keras.metrics'],
    ['tf_keras', 'keras'],
  ],
  dialect: {
    tensor: 'tensorflow.Tensor',
    defaultFloat: 'float32',
    defaultInt: 'int32',
    promotion: 'tensorflow',
    print: 'tensorflow',
  },
  rows: [
    ...activation,
    ...creation,
    ...loss,
    ...math,
    ...shape,
    ...training,
    ...probability,
    ...kerasActivation,
    ...kerasApplication,
    ...kerasBackend,
    ...kerasLayer,
    ...kerasLoss,
    ...kerasMetric,
    ...kerasModel,
  ],
  identifiers: { activation: activations, loss: losses, metric: metrics },
};
