/** The formula and what the function is for; a short lesson at the end of the hover. */
import type { Explanation } from '@softlens/analysis/format';
import { type DisplayLanguage, text } from '@softlens/analysis/messages';

const readMore: Readonly<Record<DisplayLanguage, Readonly<Record<'softmax' | 'sigmoid', string>>>> = {
  en: { softmax: 'http://neuralnetworksanddeeplearning.com/chap3.html#softmax', sigmoid: 'https://deepai.org/machine-learning-glossary-and-terms/softmax-layer' },
  'zh-cn': { softmax: 'https://zhuanlan.zhihu.com/p/105722023', sigmoid: 'https://blog.csdn.net/uncle_ll/article/details/82778750' },
};

export function aboutLines(explanation: Explanation, language: DisplayLanguage): string[] {
  const { activation } = explanation;
  if (!activation) return [];
  const link = readMore[language][activation.endsWith('sigmoid') ? 'sigmoid' : 'softmax'];
  return [`---\n${text(`about.${activation}`, language)} [${text('about.read-more', language)}](${link})`];
}
