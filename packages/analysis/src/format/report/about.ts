/** The formula and what the function is for; a short lesson at the end. */
import { type DisplayLanguage, text } from '../../messages/index.ts';
import type { Explanation } from '../explanation.ts';
import type { Block } from './block.ts';

const readMore: Readonly<Record<DisplayLanguage, Readonly<Record<'softmax' | 'sigmoid', string>>>> = {
  en: {
    softmax: 'http://neuralnetworksanddeeplearning.com/chap3.html#softmax',
    sigmoid: 'https://deepai.org/machine-learning-glossary-and-terms/softmax-layer',
  },
  'zh-cn': {
    softmax: 'https://zhuanlan.zhihu.com/p/105722023',
    sigmoid: 'https://blog.csdn.net/uncle_ll/article/details/82778750',
  },
};

export function about(explanation: Explanation, language: DisplayLanguage): Block[] {
  const { activation } = explanation;
  if (!activation) return [];
  const url = readMore[language][activation.endsWith('sigmoid') ? 'sigmoid' : 'softmax'];
  return [{ kind: 'about', text: text(`about.${activation}`, language), link: { text: text('about.read-more', language), url } }];
}
