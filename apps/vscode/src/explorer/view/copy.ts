/** The same numbers as text for other places. */
import type { ExplorerState } from '../state.ts';
import { shifted, type View } from './model.ts';

export type CopyFormat = 'python' | 'json' | 'markdown';

export function copyText(state: ExplorerState, view: View, format: CopyFormat): string {
  if (format === 'json') return json(state, view);
  return format === 'markdown' ? markdown(state, view) : python(state);
}

/** A program that computes what is shown, in the library the numbers came from. */
function python(state: ExplorerState): string {
  const { mode, temperature, topK, topP, origin } = state;
  const list = `[${shifted(state).map(floatLiteral).join(', ')}]`;
  const scaled = temperature === 1 ? 'logits' : `logits / ${temperature}`;
  const labels = mode === 'multi-label';
  const filters = !labels && (topK !== null || topP < 1);
  if (temperature === 0)
    return `import numpy as np\n\nlogits = np.array(${list})\n${labels ? 'probs = (np.sign(logits) + 1) / 2' : 'probs = (logits == logits.max()) / (logits == logits.max()).sum()'}\n`;
  if (origin?.library === 'torch' || filters) return torch(list, scaled, state);
  const name = labels ? 'expit' : 'softmax';
  return `import numpy as np\nfrom scipy.special import ${name}\n\nlogits = np.array(${list})\nprobs = ${name}(${scaled})\n`;
}

function torch(list: string, scaled: string, { mode, topK, topP }: ExplorerState): string {
  const lines = ['import torch', '', `logits = torch.tensor(${list})`];
  if (mode === 'multi-label') return `${[...lines, `probs = torch.sigmoid(${scaled})`].join('\n')}\n`;
  lines.push(`scores = ${scaled}`);
  if (topK !== null) lines.push(`scores[scores < scores.topk(${topK}).values[-1]] = -torch.inf`);
  if (topP < 1) {
    lines.push('ranked, order = scores.sort(descending=True)');
    lines.push('p = ranked.softmax(dim=0)');
    lines.push(`scores[order[(p.cumsum(dim=0) - p >= ${topP}) & (torch.arange(len(p)) > 0)]] = -torch.inf`);
  }
  return `${[...lines, 'probs = scores.softmax(dim=0)'].join('\n')}\n`;
}

function floatLiteral(z: number): string {
  const text = String(z);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function json(state: ExplorerState, view: View): string {
  const { mode, temperature, topK, topP } = state;
  const content = {
    mode,
    logits: shifted(state),
    temperature,
    ...(mode !== 'multi-label' && { topK, topP }),
    probabilities: view.classes.map(({ probability }) => probability),
    sum: view.sum,
    argmax: view.argmax,
    entropy: view.measures.entropy,
    logSumExp: view.measures.logSumExp,
  };
  return `${JSON.stringify(content, (_, value) => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value), 2)}\n`;
}

function markdown(state: ExplorerState, view: View): string {
  const rows = view.classes.map(({ logit, probability, hardmax }, i) => `| ${i} | ${logit} | ${probability} | ${hardmax} |`);
  const { temperature } = state;
  const name = state.mode === 'multi-label' ? 'sigmoid' : 'softmax';
  const title = `${name}(z${temperature === 1 ? '' : ` / ${temperature}`})`;
  return [`| i | z | ${title} | hardmax |`, '|--:|--:|--:|--:|', ...rows, ''].join('\n');
}
