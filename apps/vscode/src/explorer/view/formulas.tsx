import { useExplorer } from './context.ts';
import { Section } from './fields.tsx';
import formulas from './formulas.json';

const names = ['softmax', 'sigmoid', 'binary', 'odds', 'hardmax', 'stable', 'gradient'] as const;

/** The pages from which the project grew, those in the reader's language first. */
const readings = [
  { name: 'nielsen', language: 'en', url: 'http://neuralnetworksanddeeplearning.com/chap3.html#softmax' },
  { name: 'deepai', language: 'en', url: 'https://deepai.org/machine-learning-glossary-and-terms/softmax-layer' },
  { name: 'gist', language: 'en', url: 'https://gist.github.com/ypwhs/6905ebbda99d04621f9fc00417657ae2' },
  { name: 'maybe', language: 'zh-cn', url: 'https://www.cnblogs.com/maybe2030/p/5678387.html' },
  { name: 'uncle', language: 'zh-cn', url: 'https://blog.csdn.net/uncle_ll/article/details/82778750' },
  { name: 'aiuai', language: 'zh-cn', url: 'https://aiuai.cn/aifarm679.html' },
  { name: 'xiaosheng', language: 'zh-cn', url: 'https://xiaosheng.me/2018/11/24/article154/' },
  { name: 'zhihu', language: 'zh-cn', url: 'https://zhuanlan.zhihu.com/p/105722023' },
] as const;

export function Formulas() {
  const { say, language } = useExplorer();
  const sorted = [...readings].sort((a, b) => Number(b.language === language) - Number(a.language === language));
  return (
    <Section name="formulas" heading={say('formulas.heading')}>
      <dl class="formula-list">
        {names.map((name) => (
          <div key={name}>
            <dt>{say(`formula.${name}`)}</dt>
            <dd dangerouslySetInnerHTML={{ __html: formulas[name] }} />
          </div>
        ))}
      </dl>
      <ul class="reading">
        {sorted.map(({ name, url }) => (
          <li key={name}>
            <a href={url}>{say(`reading.${name}`)}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
