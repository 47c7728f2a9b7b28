import type { ClassRow, Row } from '../../schema.ts';
import { call, classesOf, functionsOf } from '../row.ts';

const before = 'https://huggingface.co/docs/transformers/main_classes/output';
const auto = classesOf('transformers', { before: 'https://huggingface.co/docs/transformers/model_doc/auto' });
const output = classesOf('transformers.modeling_outputs', { before });
const functions = functionsOf('transformers', { before: 'https://huggingface.co/docs/transformers/main_classes/pipelines' });

/** A classification head has no softmax: `outputs.logits`, and element 0 without labels, are logits. */
const logitsOf = call(
  '(input_ids: x=None, attention_mask: _attention_mask=None, token_type_ids: _token_type_ids=None, labels: target=None, **inputs: _inputs)',
  'modelOutput',
  {
    gives: [
      { space: 'logits', axis: -1, part: 'logits' },
      { space: 'loss', part: 'loss' },
    ],
  },
);

const heads = [
  'SequenceClassification',
  'TokenClassification',
  'CausalLM',
  'MaskedLM',
  'Seq2SeqLM',
  'MultipleChoice',
  'NextSentencePrediction',
  'ImageClassification',
  'AudioClassification',
];
const families = [
  'Bert',
  'Roberta',
  'DistilBert',
  'Albert',
  'Electra',
  'Deberta',
  'DebertaV2',
  'XLMRoberta',
  'XLNet',
  'GPT2',
  'Llama',
  'Mistral',
  'T5',
  'Bart',
  'ViT',
  'Swin',
  'Wav2Vec2',
];

function model(name: string): ClassRow {
  return auto(name, '(config: _config, **options: _options)', {
    protocol: 'huggingface',
    bases: ['torch.nn.Module'],
    call: logitsOf,
  });
}

/** The TensorFlow counterparts are Keras models. */
function kerasModel(name: string): ClassRow {
  return auto(name, '(config: _config, **options: _options)', {
    protocol: 'huggingface',
    bases: ['keras.Model'],
    call: logitsOf,
  });
}

const models: readonly Row[] = heads.flatMap((head) => [
  kerasModel(`TFAutoModelFor${head}`),
  ...['Bert', 'Roberta', 'DistilBert', 'Albert'].map((family) => kerasModel(`TF${family}For${head}`)),
  model(`AutoModelFor${head}`),
  ...families.map((family) => model(`${family}For${head}`)),
]);

const outputs: readonly Row[] = [
  'SequenceClassifierOutput',
  'TokenClassifierOutput',
  'CausalLMOutput',
  'MaskedLMOutput',
  'Seq2SeqLMOutput',
  'ImageClassifierOutput',
].map((name) =>
  output(name, '(loss=None, logits=None, **rest: _rest)', {
    attributes: { logits: { role: 'logits' }, loss: { role: 'loss' } },
    accepts: [{ role: 'logits', space: ['logits', 'log-probabilities'] }],
  }),
);

export const rows: readonly Row[] = [
  ...models,
  ...outputs,
  functions('pipeline', '(task: _task=None, model: _model=None, **options: _options)'),
];
