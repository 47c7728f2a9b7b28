import type { DisplayLanguage } from '@softlens/analysis/messages';

const english = {
  main: `Softlens knows a logit from a probability. It reads machine-learning code without running it.

Usage: softlens <command> [options]

Commands:
  check      Find logits, probabilities and log-probabilities that meet where they should not
  eval       Work out an expression, or the values in a file
  explain    Show what a rule finds, and why; or list all rules
  lsp        Run the language server on standard input and output
  help       Show help: softlens help check

Options:
  -V, --version    Show the version
  -h, --help       Show this help
`,
  check: `Find logits, probabilities and log-probabilities that meet where they should not. Nothing is run.

Usage: softlens check [options] [PATH…]

PATH is a file, a notebook or a folder; without one it is the current folder. Folders are read for Python, JavaScript,
TypeScript and notebooks, without what .gitignore and the configuration leave out. Markdown is read where a file is
named. "-" is standard input.

Output:
  --format FORMAT          text, concise, json, sarif, github, gitlab or junit (text)
  --statistics             How often each rule found something, instead of the findings
  --lang en|zh-cn          The language of the words (that of the system)
  -v, --verbose            Say where the analysis reached its limits

Fixes:
  --fix                    Apply the safe fixes
  --unsafe-fixes           Apply the suggested fixes too: they change what the program does
  --diff                   Show what the fixes would change, and write nothing

Rules and files:
  --select RULE,…          Run only these rules
  --ignore RULE,…          Leave these rules out
  --config FILE            A configuration other than the nearest softlens.json or pyproject.toml with [tool.softlens]
  --baseline FILE          Leave out the findings that the file knows
  --write-baseline         Write all findings to the baseline (softlens-baseline.json)
  --stdin-filename NAME    Read standard input as this file; with --fix the fixed text is the output

Running:
  -w, --watch              Check again whenever a file changes
  --exit-zero              Exit with 0 whatever is found
  --no-cache               Neither use nor keep the results of earlier checks
  -h, --help               Show this help

A comment "# softlens: ignore[RULE] -- reason" silences a rule on its line, "ignore-file" in its file.

Exit code: 0 when nothing is wrong, 1 for errors or warnings (not for notes and hints), 2 for wrong usage or configuration.

Examples:
  softlens check
  softlens check train.py --unsafe-fixes --diff
  softlens check src --format sarif > softlens.sarif
`,
  eval: `Work out an expression, or the values in a file. Nothing is run.

Usage:
  softlens eval "EXPRESSION"
  softlens eval --file FILE [--line N]

In an expression np, torch, F, nn, tf, keras, jnp, jax and scipy mean what they usually do.

Options:
  --file FILE            Show every top-level assignment and expression whose value is known
  --line N               Only what begins on that line, in full
  --format text|json     How to write the result (text)
  --lang en|zh-cn        The language of the words (that of the system)
  -h, --help             Show this help

Exit code: 0 when a value is known, 1 when none is, 2 for wrong usage.

Examples:
  softlens eval "softmax([2, 1, 0.1])"
  softlens eval "F.softmax(torch.tensor([[2., 1.], [0., 3.]]), dim=1)" --format json
  softlens eval --file train.py --line 12
`,
  explain: `Show what a rule finds, why it matters and what to do instead; or list all rules.

Usage: softlens explain [RULE] [options]

Options:
  --format text|json|markdown    How to write it (text)
  --lang en|zh-cn                The language of the page (that of the system)
  -h, --help                     Show this help

Example:
  softlens explain softmax-before-cross-entropy
`,
  lsp: `Run the language server on standard input and output, for any editor that speaks the Language Server Protocol.

Usage: softlens lsp
`,
};

const chinese: typeof english = {
  main: `Softlens 分得清 logit 与概率。它只读机器学习代码，不运行代码。

用法：softlens <命令> [选项]

命令：
  check      检查 logit、概率和对数概率是否用错地方
  eval       计算一个表达式，或一个文件中的值
  explain    说明一条规则检查什么、为什么；或列出所有规则
  lsp        在标准输入输出上运行语言服务器
  help       显示帮助：softlens help check

选项：
  -V, --version    显示版本
  -h, --help       显示本帮助
`,
  check: `检查 logit、概率和对数概率是否用错地方。不运行任何代码。

用法：softlens check [选项] [路径…]

路径可以是文件、notebook 或文件夹；省略时为当前文件夹。在文件夹中读取 Python、JavaScript、TypeScript 和 notebook，
.gitignore 和配置排除的除外；Markdown 文件要指明才会读取。“-”表示标准输入。

输出：
  --format 格式            text、concise、json、sarif、github、gitlab 或 junit（默认 text）
  --statistics             只显示每条规则发现的次数
  --lang en|zh-cn          文字的语言（默认与系统相同）
  -v, --verbose            说明分析在何处达到上限

修复：
  --fix                    应用安全的修复
  --unsafe-fixes           同时应用建议的修复：它们会改变程序的行为
  --diff                   显示修复会改变什么，不写入任何文件

规则与文件：
  --select 规则,…          只运行这些规则
  --ignore 规则,…          不运行这些规则
  --config 文件            使用指定的配置，而不是最近的 softlens.json 或含 [tool.softlens] 的 pyproject.toml
  --baseline 文件          不报告该文件中已知的问题
  --write-baseline         将所有问题写入基线（softlens-baseline.json）
  --stdin-filename 名称    把标准输入当作该文件；与 --fix 同用时输出修复后的文本

运行：
  -w, --watch              文件更改后重新检查
  --exit-zero              无论发现什么，退出码都为 0
  --no-cache               不使用也不保存以前检查的结果
  -h, --help               显示本帮助

注释“# softlens: ignore[规则] -- 理由”在所在行关闭一条规则，“ignore-file”在整个文件中关闭。

退出码：0 没有问题，1 有错误或警告（信息和提示不算），2 用法或配置错误。

示例：
  softlens check
  softlens check train.py --unsafe-fixes --diff
  softlens check src --format sarif > softlens.sarif
`,
  eval: `计算一个表达式，或一个文件中的值。不运行任何代码。

用法：
  softlens eval "表达式"
  softlens eval --file 文件 [--line N]

表达式中的 np、torch、F、nn、tf、keras、jnp、jax、scipy 按惯例理解。

选项：
  --file 文件            显示所有值已知的顶层赋值和表达式
  --line N               只显示从该行开始的内容，并给出详情
  --format text|json     输出格式（默认 text）
  --lang en|zh-cn        文字的语言（默认与系统相同）
  -h, --help             显示本帮助

退出码：0 有已知的值，1 没有已知的值，2 用法错误。

示例：
  softlens eval "softmax([2, 1, 0.1])"
  softlens eval "F.softmax(torch.tensor([[2., 1.], [0., 3.]]), dim=1)" --format json
  softlens eval --file train.py --line 12
`,
  explain: `说明一条规则检查什么、为什么重要、应该怎么做；或列出所有规则。

用法：softlens explain [规则] [选项]

选项：
  --format text|json|markdown    输出格式（默认 text）
  --lang en|zh-cn                页面的语言（默认与系统相同）
  -h, --help                     显示本帮助

示例：
  softlens explain softmax-before-cross-entropy
`,
  lsp: `在标准输入输出上运行语言服务器，供任何支持语言服务器协议的编辑器使用。

用法：softlens lsp
`,
};

export function helpText(command: string | undefined, language: DisplayLanguage): string {
  const pages = language === 'zh-cn' ? chinese : english;
  return command !== undefined && isPage(command) ? pages[command] : pages.main;
}

const isPage = (name: string): name is keyof typeof english => Object.hasOwn(english, name);
