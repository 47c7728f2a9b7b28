import type { ruleWords as english } from './rules.en.ts';

export const ruleWords: Readonly<Record<keyof typeof english, string>> = {
  'rule.softmax-before-cross-entropy':
    '`{consumer}` 需要 logits，并且自己会做 log-softmax，但这里传入的是概率（{origin}）。第二次 softmax 会把概率压平，损失无法降到 0。请传入 logits，softmax 只在预测时使用。',
  'rule.softmax-before-cross-entropy.numbers':
    '`{consumer}` 需要 logits，并且自己会做 log-softmax，但这里传入的是概率（{origin}）。{classes} 个类别时，损失不可能低于 {floor}。请传入 logits，softmax 只在预测时使用。',
  'rule.sigmoid-before-cross-entropy':
    '`{consumer}` 需要 logits，并且自己会做 log-softmax，但这里传入的是 0..1 之间相互独立的概率（{origin}），没有哪个类别能明显胜出。请去掉 sigmoid，直接传入 logits。',
  'rule.sigmoid-before-bce-with-logits':
    '`{consumer}` 需要 logits，并且自己会做 sigmoid，但这里传入的是概率（{origin}）。再做一次 sigmoid，数值只会落在 0.5 到 0.731 之间：标签为 1 时损失不低于 0.313，为 0 时不低于 0.693。请传入 logits。',
  'rule.softmax-before-bce-with-logits':
    '`{consumer}` 需要每个标签各自的 logits，并且自己会做 sigmoid，但这里传入的是类别上的概率分布（{origin}）。请传入 logits。',
  'rule.log-probabilities-before-bce-with-logits':
    '`{consumer}` 需要 logits，但这里传入的是对数概率（{origin}），它永远不大于 0，任何标签都不会超过 0.5。请传入 logits。',
  'rule.logits-before-probability-loss':
    '`{consumer}` 需要概率，但这里传入的是 logits（{origin}）：超出 0..1 的值会得到 NaN、报错或被悄悄截断。请改用接受 logits 的损失，或先做激活。',
  'rule.log-probabilities-before-probability-loss':
    '`{consumer}` 需要概率，但这里传入的是对数概率（{origin}）。请改用接受对数概率的损失，或先取 exp。',
  'rule.sigmoid-with-categorical-loss':
    '`{consumer}` 需要类别上的一个概率分布，但这里传入的是相互独立的概率（{origin}），其和不一定为 1。多分类请用 softmax，多标签分类请用二元交叉熵。',
  'rule.softmax-with-binary-loss':
    '`{consumer}` 对每个值单独计算，但这里传入的是类别上的一个概率分布（{origin}）。多分类请用交叉熵，多标签分类请用 sigmoid。',
  'rule.probabilities-before-nll-loss':
    '`{consumer}` 需要对数概率，但这里传入的是概率（{origin}）：损失会变成负的线性值。请使用 log-softmax。',
  'rule.logits-before-nll-loss':
    '`{consumer}` 需要对数概率，但这里传入的是 logits（{origin}）：损失没有下界。请先做 log-softmax，或直接对 logits 使用交叉熵。',
  'rule.kl-div-without-log':
    '`{consumer}` 的第一个参数需要对数概率，但这里传入的是{space}（{origin}）：结果不是散度，还可能为负。请对输入使用 log-softmax。',
  'rule.kl-div-without-log.written':
    '`{consumer}` 的第一个参数需要对数概率，但这些数之和为 1：结果不是散度，还可能为负。请先取对数。',
  'rule.kl-div-target-in-wrong-space':
    '`{consumer}` 的目标不合要求：传入的是{space}（{origin}）。它需要概率；设置 `log_target=True` 时需要对数概率。',
  'rule.argmax-before-loss': '`{consumer}` 得到的是类别索引（{origin}），而不是分数：argmax 没有梯度，什么也学不到。请传入分数。',
  'rule.logits-as-targets':
    '`{consumer}` 的目标不合要求：传入的是{space}（{origin}）。目标应为类别索引或概率；教师模型的 logits 请先做 softmax。',
  'rule.one-hot-targets-for-sparse-loss':
    '`{consumer}` 的目标需要类别索引，但这里传入的是 one-hot 向量（{origin}）。请传入索引，或改用接受 one-hot 的损失。',
  'rule.class-indices-for-one-hot-loss':
    '`{consumer}` 的目标需要 one-hot 向量或概率，但这里传入的是类别索引（{origin}）。请改用稀疏形式的损失，或先做 one-hot 编码。',
  'rule.softmax-of-probabilities': '`{consumer}` 作用在已经是概率的值上（{origin}）：结果会被压平，趋向均匀分布。激活只做一次。',
  'rule.probabilities-as-distribution-logits':
    '`{consumer}` 的 logits 得到的是概率（{origin}）：它自己的 softmax 或 sigmoid 会把分布压平。请用 `probs=` 传入，或改传 logits。',
  'rule.logits-as-distribution-probabilities': '`{consumer}` 的概率参数得到的是{space}（{origin}）。请用 `logits=` 传入。',
  'rule.probabilities-before-logits-sampler':
    '`{consumer}` 需要 logits，但这里传入的是概率（{origin}）：采样的分布会平坦得多。请传入 logits，或概率的对数。',
  'rule.probabilities-before-logits-sampler.exp':
    '`{consumer}` 需要 logits，内部会自行取指数，但这里传入的是 `exp` 的结果：采样的分布与预期不同。请直接传入 `exp` 里面的值。',
  'rule.logits-before-probability-sampler':
    '`{consumer}` 需要概率或权重，但这里传入的是{space}（{origin}），可能为负。请先做 softmax。',
  'rule.logits-before-metric':
    '`{consumer}` 需要概率，并以 0.5 为阈值，但这里传入的是{space}（{origin}）：损失可能是对的，指标却是错的。请先做激活，或把阈值设为 0。',
  'rule.hard-labels-before-log-loss':
    '`{consumer}` 需要概率，但这里传入的是预测的类别（{origin}）：每个错误的代价都极大。请传入预测概率。',
  'rule.softmax-without-axis':
    '`{function}` 没有指定 dim：PyTorch 对 0、1、3 维输入取 0，其余取 1，并给出警告。请写明类别所在的轴。',
  'rule.softmax-without-axis.whole': '`{function}` 没有指定 axis：它对整个数组归一化，而不是对每一行。请写明类别所在的轴。',
  'rule.softmax-over-one-unit':
    '`{function}` 只作用在一个单元上，结果永远不变，什么也学不到。请用 sigmoid 加二元交叉熵，或使用两个单元。',
  'rule.softmax-over-wrong-axis':
    '`{function}` 沿第 {axis} 轴归一化，但类别在第 {classes} 轴上（{origin}）：同一批次中的样本在互相竞争。',
  'rule.log-of-softmax': '对 {what} 的结果取对数：概率下溢为 0 时得到 −inf，梯度为 NaN。请使用数值稳定的对数形式，一步算出。',
  'rule.log-of-softmax.plain': '对 {what} 的结果取对数：概率下溢为 0 时得到 −inf。请使用数值稳定的对数形式，一步算出。',
  'rule.threshold-on-logits': '0.5 是概率的阈值，但这里是 logits（{origin}），其阈值为 0：0 到 0.5 之间的分数会被判错。',
  'rule.one-minus-sigmoid': 'σ 饱和后（float32 中约从 x ≈ 16.6 起），1 − σ(x) 会丢失有效数字。σ(−x) 与它相等，且数值稳定。',
  'rule.temperature-zero': '温度为 0 会除以零：结果为无穷大或 NaN。其极限是 argmax。',
  'rule.log-softmax-before-cross-entropy': '`{consumer}` 自己会做 log-softmax；之前的那一次（{origin}）不起任何作用。',
  'rule.sigmoid-before-bce':
    '没有错，但可以更稳定：对 logits（{origin}）使用 `BCEWithLogitsLoss`，在 sigmoid 饱和处也能保持精度。',
  'rule.naive-softmax':
    '这个 softmax 会溢出：自变量超过 {bound} 时 exp 为无穷大，无穷大除以无穷大得到 NaN。请先减去最大值，或使用库中的 softmax（数值稳定）。',
  'rule.naive-sigmoid': 'exp 在超过 {bound} 时溢出，这个 sigmoid 也随之溢出。请使用库中的 sigmoid，它数值稳定。',
  'rule.naive-sigmoid.named': 'exp 在超过 {bound} 时溢出，这个 sigmoid 也随之溢出。请使用 `{function}`，它数值稳定。',
  'rule.softmax-before-cross-entropy.keras':
    '`{consumer}` 设了 `from_logits=True`，但输出已经是概率（{origin}）。TensorFlow 会在能发现时更正并给出警告；JAX 和 PyTorch 后端则会悄悄做两次 softmax，损失无法降到 0。请去掉 `from_logits=True`，或去掉激活。',
  'rule.sigmoid-before-bce-with-logits.keras':
    '`{consumer}` 设了 `from_logits=True`，但输出已经是概率（{origin}）。TensorFlow 会在能发现时更正并给出警告；JAX 和 PyTorch 后端则会悄悄做两次 sigmoid：标签为 1 时损失不低于 0.313，为 0 时不低于 0.693。请去掉 `from_logits=True`，或去掉激活。',
  'rule.logits-before-probability-loss.keras':
    '`{consumer}` 在没有设 `from_logits=True` 时需要概率，但这里传入的是 logits（{origin}）。Keras 会悄悄把它们截断到 0..1：小于 0 和大于 1 的部分什么都学不到。请设 `from_logits=True`，或加上激活。',
  'rule.probabilities-not-summing-to-one': '这些概率之和为 {sum}，不等于 1：NumPy 会抛出 ValueError。',
  'rule.probabilities-not-summing-to-one.divided': '这些概率之和为 {sum}，不等于 1：它们会被悄悄除以总和。',
  'rule.softmax-with-multi-label-targets':
    '`{consumer}` 把总和为 1 的概率分给所有类别，但这里有目标带 {labels} 个标签：它们互相竞争，损失无法降到 0。请用 sigmoid 和二元交叉熵。',
  'rule.two-class-softmax':
    '结果没有错，但权重多了一倍（{origin}）：softmax([a, b])[1] = σ(b − a)。用一个单元，权重取 w₁ − w₀，再做 sigmoid，得到的概率相同。',
  'rule.two-class-softmax.numbers':
    '结果没有错，但权重多了一倍：用了 {two} 个参数，{one} 个就够（{origin}）：softmax([a, b])[1] = σ(b − a)。用一个单元，权重取 w₁ − w₀，再做 sigmoid，得到的概率相同。',
  'rule.expected-value-mismatch': '这里的值是 {actual}，不是 {expected}。',
  'rule.expected-value-mismatch.assumed': '如果未导入的函数确如其名，这里的值是 {actual}，不是 {expected}。',
  'rule.unused-suppression': '这里没有可忽略的问题：{rules}。请删除这条注释。',
  'rule.unused-suppression.all': '这里没有可忽略的问题。请删除这条注释。',
  'related.origin': '此处：{what}',
  'fix.drop-activation': '去掉 {what}（会改变训练）',
  'fix.from-logits': '加上 from_logits=True（会改变训练）',
  'fix.drop-from-logits': '去掉 from_logits=True（会改变训练）',
  'fix.drop-and-logits-loss': '去掉 sigmoid，改用自带 sigmoid 的损失',
  'fix.other-activation': '改用 {name}（会改变训练）',
  'fix.complement': '写成 σ(−x)',
  'fix.sigmoid': '改用 {name}',
  'fix.subtract-maximum': '先减去最大值',
  'fix.logits-threshold': '把阈值设为 0',
  'fix.apply-softmax': '先做 softmax（会改变采样结果）',
  'fix.axis': '改为沿轴 {axis} 归一化',
  'fix.other-name': '改用 {name}',
  'fix.logits-loss': '改用 {loss}（会改变训练）',
  'fix.log-form': '改用 {name}',
  'fix.name-argument': '用 {name}= 传入',
  'fix.threshold-zero': '与 0 比较',
  'fix.name-axis': '写明现在所选的轴：{axis}',
  'fix.expected-value': '改写为 {actual}',
  'action.fill-expected': '写入结果：{actual}',
  'expected.right': '✓ {expected} 按写出的位数是对的：{actual}',
  'expected.wrong': '✗ 预期 {expected}，实际是 {actual}',
  'expected.empty': '值是 {actual}，可用快速修复写在这里。',
  'expected.unknown': '没有比较：值未知，或每次调用都不同。',
  'lens.expected-right': '✓ {expected} · {actual}',
  'fix.remove-suppression': '删除注释',
};
