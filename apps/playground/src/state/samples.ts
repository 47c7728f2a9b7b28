/** The samples, which are files under `samples/<name>/<language>/`. The first is shown to who comes without a link. */
import type { Language } from '../words/words.ts';
import type { Files } from './files.ts';

/** The shown file comes first. */
const order = {
  'softmax-and-sigmoid': ['scores.py'],
  temperature: ['temperature.py'],
  'softmax-before-cross-entropy': ['train.py', 'model.py'],
  'two-classes': ['two_classes.py'],
  'several-labels': ['tags.py'],
  overflow: ['overflow.py'],
  'from-logits': ['keras_model.py'],
  tensorflowjs: ['predict.js'],
  notes: ['notes.md'],
} as const;

export type SampleName = keyof typeof order;

export const sampleNames = Object.keys(order) as readonly SampleName[];
export const firstSample: SampleName = 'softmax-and-sigmoid';

const texts = import.meta.glob<string>('../../samples/*/*/*', { query: '?raw', import: 'default', eager: true });

export function isSample(name: string): name is SampleName {
  return Object.hasOwn(order, name);
}

export function sample(name: SampleName, language: Language): Files {
  const files = order[name].map((file) => ({ name: file, text: texts[`../../samples/${name}/${language}/${file}`] ?? '' }));
  return { files, active: 0 };
}

/** The sample that files still are, in any language. */
export function sampleOf({ files }: Files): SampleName | undefined {
  return sampleNames.find((name) => (['en', 'zh-cn'] as const).some((language) => isSame(files, sample(name, language).files)));
}

function isSame(some: Files['files'], others: Files['files']): boolean {
  return some.length === others.length && some.every(({ name, text }, i) => name === others[i]?.name && text === others[i]?.text);
}
