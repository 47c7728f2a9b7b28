import type { ClassRow, Row } from '../../schema.ts';
import { call, classesOf, functionsOf } from '../row.ts';

const before = 'https://huggingface.co/docs/transformers/main_classes/output';
const auto = classesOf('transformers', { before: 'https://huggingface.co/docs/transformers/model_doc/auto' });
const output = classesOf('transformers.modeling_outputs', { before });
const functions = functionsOf('transformers', { before: 'https://huggingface.co/docs/transformers/main_classes/pipelines' });

/** A classification head has no softmax: `outputs.logits`, and element 0 without labels, are logits. */
const logitsOf = (name: string): Pick<ClassRow, 'call'> => ({
  call: call(
    '(input_ids: x=None, attention_mask: _attention_mask=None, token_type_ids: _token_type_ids=None, labels: target=None, **inputs: _inputs)',
    'modelOutput',
    {
      gives: [
        { space: 'logits', axis: -1, part: 'logits' },
        { space: 'loss', part: 'loss' },
      ],
      fixed: { rank: ofWhole.test(name) ? 2 : 3 },
    },
  ),
});

/** One row of scores for each input; the other heads have one for each token. */
const ofWhole = /For(?:SequenceClassification|MultipleChoice|NextSentencePrediction|ImageClassification|AudioClassification)$/;

/** The classes that there are for each head, by https://huggingface.co/docs/transformers/model_doc/auto and the models' own pages. */
const encoders = ['Bert', 'Roberta', 'DistilBert', 'Albert', 'Electra', 'Deberta', 'DebertaV2', 'XLMRoberta'];
const families: Readonly<Record<string, readonly string[]>> = {
  SequenceClassification: [...encoders, 'XLNet', 'GPT2', 'Llama', 'Mistral', 'T5', 'Bart', 'Wav2Vec2'],
  TokenClassification: [...encoders, 'XLNet', 'GPT2', 'Llama', 'Mistral', 'T5'],
  CausalLM: ['Roberta', 'Electra', 'XLMRoberta', 'Llama', 'Mistral', 'Bart'],
  MaskedLM: encoders,
  Seq2SeqLM: [],
  MultipleChoice: [...encoders.filter((family) => family !== 'Deberta'), 'XLNet'],
  NextSentencePrediction: ['Bert'],
  ImageClassification: ['ViT', 'Swin'],
  AudioClassification: [],
};
const kerasFamilies: Readonly<Record<string, readonly string[]>> = {
  SequenceClassification: ['Bert', 'Roberta', 'DistilBert', 'Albert'],
  TokenClassification: ['Bert', 'Roberta', 'DistilBert', 'Albert'],
  CausalLM: ['Roberta'],
  MaskedLM: ['Bert', 'Roberta', 'DistilBert', 'Albert'],
  MultipleChoice: ['Bert', 'Roberta', 'DistilBert', 'Albert'],
  NextSentencePrediction: ['Bert'],
};
/** Language models whose names are older than the scheme. */
const otherModels = [
  'BertLMHeadModel',
  'GPT2LMHeadModel',
  'XLNetLMHeadModel',
  'T5ForConditionalGeneration',
  'BartForConditionalGeneration',
];

function model(name: string): ClassRow {
  return auto(name, '(config: _config, **options: _options)', {
    protocol: 'huggingface',
    bases: ['torch.nn.Module'],
    ...logitsOf(name),
  });
}

/** The TensorFlow counterparts are Keras models. */
function kerasModel(name: string): ClassRow {
  return auto(name, '(config: _config, **options: _options)', {
    protocol: 'huggingface',
    bases: ['keras.Model'],
    ...logitsOf(name),
  });
}

const models: readonly Row[] = [
  ...Object.entries(families).flatMap(([head, own]) => [
    kerasModel(`TFAutoModelFor${head}`),
    ...(kerasFamilies[head] ?? []).map((family) => kerasModel(`TF${family}For${head}`)),
    model(`AutoModelFor${head}`),
    ...own.map((family) => model(`${family}For${head}`)),
  ]),
  ...otherModels.map(model),
];

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
  }),
);

export const rows: readonly Row[] = [
  ...models,
  ...outputs,
  functions('pipeline', '(task: _task=None, model: _model=None, **options: _options)'),
];
