import { checkWords } from './check.zh-cn.ts';
import type { Catalogue } from './en.ts';
import { ruleWords } from './rules.zh-cn.ts';

export const zhCn: Catalogue = {
  // 空间
  'space.logits': '对数几率（logits）',
  'space.probabilities': '概率',
  'space.log-probabilities': '对数概率',
  'space.class-index': '类别索引',
  'space.one-hot': '独热编码',
  'space.loss': '损失',
  'space.unknown': '未知',

  // 确定性
  'certainty.exact': '精确：由代码中的字面量直接得出',
  'certainty.assumed': '假定：按惯用名称的通常含义理解',
  'certainty.assumed-name': '假定：此处没有导入 `{name}`，按其通常含义理解',
  'certainty.unknown': '未知',
  'certainty.unknown-because': '数值未知：{reason}',

  // 未知的原因
  'reason.parameter': '参数的值没有可见的调用传入',
  'reason.parameter-of': '没有可见的调用传入参数 `{name}`',
  'reason.undefined-name': '名称没有可见的定义',
  'reason.undefined-name-of': '`{name}` 没有可见的定义',
  'reason.unresolved-import': '工作区中找不到该导入',
  'reason.unresolved-import-of': '工作区中找不到导入 `{name}`',
  'reason.unread-call': '调用了未知的函数',
  'reason.unread-call-of': '函数 `{name}` 未知',
  'reason.unread-attribute': '属性未知',
  'reason.unread-attribute-of': '属性 `{name}` 未知',
  'reason.unmodelled': '这种写法不在求值范围内',
  'reason.unmodelled-of': '`{name}` 不在求值范围内',
  'reason.random': '随机数',
  'reason.random-of': '`{name}` 产生随机数',
  'reason.learned': '取决于学习得到的权重',
  'reason.learned-of': '`{name}` 取决于训练得到的权重',
  'reason.input': '数据来自程序之外',
  'reason.input-of': '`{name}` 的数据来自程序之外',
  'reason.budget': '求值达到了上限',
  'reason.budget-of': '对 `{name}` 的求值达到了上限',
  'reason.too-large': '元素过多，不逐一计算',
  'reason.too-large-of': '`{name}` 的元素过多，不逐一计算',
  'reason.loop': '每次循环都会变化',
  'reason.loop-of': '`{name}` 每次循环都会变化',
  'reason.branches': '取决于执行哪个分支',
  'reason.branches-of': '`{name}` 取决于执行哪个分支',
  'reason.error': '程序会在此处报错',
  'reason.error-of': '程序会在此处报错：{name}',

  // 表格
  'table.index': 'i',
  'table.row': '行',
  'table.column': '列',
  'table.slice': '位置',
  'table.logit': 'logit',
  'table.probability': '概率',
  'table.log-probability': '对数概率',
  'table.probabilities': '概率',
  'table.share': '',
  'table.hardmax': 'hardmax',
  'table.entropy': '熵',
  'table.value': '值',
  'table.target': '目标',
  'table.term': '损失',
  'table.more': '…… 另有 {count} 项',

  // 一行中的事实
  'fact.sum': 'Σ = {sum}',
  'fact.sum-one': 'Σ = 1 ✓',
  'fact.sum-all-one': '沿 {axis} Σ = 1 ✓',
  'fact.argmax': 'argmax {index}（{probability}）',
  'fact.entropy': '熵 {nats} 奈特 = {bits} 比特',
  'fact.odds': '几率比 {first} : {second} = e{delta} = {ratio}',
  'fact.two-class': 'p₁ = σ(z₁ − z₀) = σ({delta}) = {probability}',
  'fact.as-softmax': '= softmax([{x}, 0])₀ = e{power} / (e{power} + 1)',
  'fact.odds-binary': '几率 p : (1 − p) = e{power} = {ratio}',
  'fact.not-normalised': '各值相互独立，总和不必为 1（Σ = {sum}）',
  'fact.sums-along': '沿 {axis} 总和为 1',
  'fact.sums-along-classes': '沿 {axis} 总和为 1（{classes} 类）',
  'fact.along': '沿 {axis}',
  'fact.along-classes': '沿 {axis}（{classes} 类）',
  'fact.independent': '各值独立，均在 0..1 之间',

  // 来源
  'origin.made-by': '来自 {chain}',

  // 说明
  'about.softmax':
    'softmax(z)ᵢ = e^zᵢ / Σⱼ e^zⱼ（j = 1…K）：用于多分类，给出 K 个类别上的概率分布。指数函数拉大了概率之间的差距；hardmax 则只取最大值。',
  'about.softmin': 'softmin(z) = softmax(−z)：最小的值得到最大的概率。',
  'about.log-softmax': 'log softmax(z)ᵢ = zᵢ − log Σⱼ e^zⱼ：数值稳定地得到对数概率，正是 NLL 损失所需要的。',
  'about.sigmoid':
    'sigmoid(x) = 1 / (1 + e^−x)，即 logistic 函数（expit）：用于二分类与多标签分类，每个值各自在 0..1 之间。多分类请用 softmax。',
  'about.log-sigmoid': 'log sigmoid(x) = −log(1 + e^−x)：数值稳定地得到伯努利分布的对数概率。',
  'about.read-more': '延伸阅读',

  // 损失
  'loss.cross-entropy': '交叉熵 −log softmax(z)[y]：接受对数几率（logits），最小值为 0',
  'loss.nll': '负对数似然 −log p[y]：接受对数概率，最小值为 0',
  'loss.bce': '二元交叉熵 −[y log p + (1 − y) log(1 − p)]：接受概率，最小值为 0',
  'loss.bce-logits': '基于 logits 的二元交叉熵：内部已含 sigmoid，最小值为 0',
  'loss.floor-softmax': '若在该损失之前已做 softmax，损失不会低于 ln(e + K − 1) − 1 = {floor}（K = {classes}）',
  'loss.floor-sigmoid': '若在该损失之前已做 sigmoid，损失在 y = 1 时不会低于 {floor}，在 y = 0 时不会低于 {floor0}',
  'loss.chance': '在 {classes} 个类别中均匀猜测的损失为 ln {classes} = {value}',

  // 界面
  'object.takes': '接受 {what}',
  'object.gives': '给出{what}',
  'action.fix-all': '应用 Softlens 的所有安全修复',
  'action.ignore-here': '在此处忽略 {rule}',
  'action.ignore-file': '在此文件中忽略 {rule}',
  'action.explain': '解释 {rule}',
  'action.reason': '原因',
  'scan.title': 'Softlens：正在检查工作区',
  'scan.progress': '{done} / {all}',
  'alternatives.branches': '共 {count} 种可能，取决于分支',
  'alternatives.values': '{count} 个值之一',
  'alternatives.item': '`{value}`，当 {condition}',
  'alternatives.always': '`{value}`',
  'picture.alt': '{title}：{values}',
  'picture.more': '另有 {count} 项',
  'list.or': '或',

  // 命令行
  'cli.unknown-value': '值未知',
  'cli.no-values': '这里没有已知的值',
  'cli.unknown-command': '未知命令“{name}”',
  'cli.unknown-option': '未知选项“{name}”',
  'cli.did-you-mean': '是否想输入“{name}”？',
  'cli.missing-expression': 'eval 需要一个表达式，或使用 --file FILE',
  'cli.too-many': 'eval 只接受一个表达式，请加引号',
  'cli.needs-value': '选项“{name}”需要一个值',
  'cli.bad-choice': '“{value}”不是 {name} 的可选值，可选：{choices}',
  'cli.no-file': '无法读取“{path}”：{why}',
  'cli.bad-line': '--line 需要从 1 开始的整数，而不是“{value}”',
  'cli.unsupported': 'Softlens 不支持“{path}”的语言',
  'cli.no-line-values': '第 {line} 行没有已知的值',
  'cli.not-parsed': '这不是一个完整的表达式：{text}',
  'cli.see-help': '参见“softlens {command}--help”。',

  // 检查结果
  ...checkWords,
  ...ruleWords,
};
