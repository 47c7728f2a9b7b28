import type { DisplayLanguage } from '@softlens/analysis/messages';

const english = {
  main: `Softlens knows a logit from a probability. It reads machine-learning code without running it.

Usage: softlens <command> [options]

Commands:
  eval    Work out an expression, or the values in a file
  lsp     Run the language server on standard input and output
  help    Show help: softlens help eval

Options:
  -V, --version    Show the version
  -h, --help       Show this help
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
  lsp: `Run the language server on standard input and output, for any editor that speaks the Language Server Protocol.

Usage: softlens lsp
`,
};

const chinese: typeof english = {
  main: `Softlens 分得清 logit 与概率。它只读机器学习代码，不运行代码。

用法：softlens <命令> [选项]

命令：
  eval    计算一个表达式，或一个文件中的值
  lsp     在标准输入输出上运行语言服务器
  help    显示帮助：softlens help eval

选项：
  -V, --version    显示版本
  -h, --help       显示本帮助
`,
  eval: `计算一个表达式，或一个文件中的值。不运行任何代码。

用法：
  softlens eval "表达式"
  softlens eval --file 文件 [--line N]

表达式中的 np、torch、F、nn、tf、keras、jnp、jax、scipy 按惯例理解。

选项：
  --file 文件            显示所有值已知的顶层赋值和表达式
  --line N               只显示从该行开始的内容，并给出详情
  --format text|json     输出格式（text）
  --lang en|zh-cn        文字的语言（默认与系统相同）
  -h, --help             显示本帮助

退出码：0 有已知的值，1 没有已知的值，2 用法错误。

示例：
  softlens eval "softmax([2, 1, 0.1])"
  softlens eval "F.softmax(torch.tensor([[2., 1.], [0., 3.]]), dim=1)" --format json
  softlens eval --file train.py --line 12
`,
  lsp: `在标准输入输出上运行语言服务器，供任何支持语言服务器协议的编辑器使用。

用法：softlens lsp
`,
};

export function helpText(command: string | undefined, language: DisplayLanguage): string {
  const pages = language === 'zh-cn' ? chinese : english;
  return command === 'eval' || command === 'lsp' ? pages[command] : pages.main;
}
