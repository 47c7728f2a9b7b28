/** https://mxnet.apache.org/versions/1.9.1/api/python/docs/api/ndarray/ndarray.html and npx, NumPy's extension. */
import type { Row } from '../../schema.ts';
import { functionsOf } from '../row.ts';
import { bernoulliProbabilities, logProbabilities, probabilities, wantsScores } from '../spaces.ts';

const site = 'https://mxnet.apache.org/versions/1.9.1/api/python/docs/api/';
const modules = {
  'mxnet.ndarray': `${site}ndarray/ndarray.html`,
  'mxnet.numpy_extension': `${site}npx/index.html`,
} as const;
const options = '**options: _options';

export const rows: readonly Row[] = Object.entries(modules).flatMap(([module, before]): readonly Row[] => {
  const f = functionsOf(module, { before });
  return [
    f('softmax', `(data: x, length: _length=None, axis=-1, ${options})`, 'softmax', {
      gives: [probabilities({ role: 'axis' })],
      accepts: [wantsScores()],
    }),
    f('log_softmax', `(data: x, axis=-1, ${options})`, 'logSoftmax', {
      gives: [logProbabilities({ role: 'axis' })],
      accepts: [wantsScores()],
    }),
    f('sigmoid', `(data: x, ${options})`, 'sigmoid', { gives: [bernoulliProbabilities], accepts: [wantsScores()] }),
  ];
});
