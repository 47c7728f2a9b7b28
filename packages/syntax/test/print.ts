import type { CasePattern, Expression, Module, Parameter, Pattern, Statement } from '../src/index.ts';

/** One line per statement, fully parenthesised, with `‹reason›` for what is opaque. */
export function print(module: Module): string[] {
  return module.body.map(statement);
}

const list = (nodes: readonly (Expression | Pattern)[]): string => nodes.map(expression).join(', ');
const block = (body: readonly Statement[]): string => `{ ${body.map(statement).join('; ')} }`.replace('{  }', '{}');

function opaque(reason: string, children: readonly (Statement | Expression)[]): string {
  return `‹${[reason, ...children.map((child) => (isStatement(child) ? statement(child) : expression(child)))].join(' ')}›`;
}

function isStatement(node: Statement | Expression): node is Statement {
  return (
    ['assign', 'function', 'class', 'export', 'opaqueStatement', 'if', 'return', 'import', 'block'].includes(node.kind) ||
    node.kind === 'expression'
  );
}

export function expression(node: Expression | Pattern): string {
  switch (node.kind) {
    case 'number':
      return node.type === 'imaginary' ? `${node.text}j` : node.text;
    case 'string':
      return (node.bytes ? 'b' : '') + JSON.stringify(node.value);
    case 'interpolation':
      return `f(${node.parts.map((part) => (typeof part === 'string' ? JSON.stringify(part) : `{${part.debug ?? ''}${expression(part.value)}${part.conversion === undefined ? '' : `!${part.conversion}`}${part.format === undefined ? '' : `:${part.format}`}}`)).join(' ')})`;
    case 'constant':
      return String(node.value);
    case 'name':
      return node.name;
    case 'attribute':
      return `${expression(node.object)}${node.optional ? '?' : ''}.${node.name}`;
    case 'call':
      return `${node.isNew ? 'new ' : ''}${expression(node.callee)}(${node.args.map((arg) => `${{ positional: '', keyword: `${arg.name}=`, spread: '*', spreadDict: '**' }[arg.kind]}${expression(arg.value)}`).join(', ')})`;
    case 'index':
      return `${expression(node.object)}[${list(node.indices)}]`;
    case 'slice':
      return [node.lower, node.upper, node.step].map((each) => (each === undefined ? '' : expression(each))).join(':');
    case 'unary':
      return node.postfix ? `(${expression(node.operand)}${node.operator})` : `(${node.operator} ${expression(node.operand)})`;
    case 'binary':
    case 'logical':
      return `(${expression(node.left)} ${node.operator} ${expression(node.right)})`;
    case 'compare':
      return `(${node.operands.map((operand, index) => `${index === 0 ? '' : `${node.operators[index - 1]}${node.strict ? '=' : ''} `}${expression(operand)}`).join(' ')})`;
    case 'conditional':
      return `(${expression(node.test)} ? ${expression(node.then)} : ${expression(node.otherwise)})`;
    case 'functionExpression':
      return `(${node.async ? 'async ' : ''}${params(node.params)} => ${block(node.body)})`;
    case 'sequence':
      return { list: `[${list(node.elements)}]`, tuple: `(${list(node.elements)},)`, set: `{${list(node.elements)}}` }[node.type];
    case 'dict':
      return `{${node.entries.map((entry) => `${entry.key === undefined ? '**' : `${expression(entry.key)}: `}${expression(entry.value)}`).join(', ')}}`;
    case 'comprehension': {
      const clauses = node.clauses.map(
        (each) =>
          ` for ${expression(each.target)} in ${expression(each.iterable)}${each.conditions.map((test) => ` if ${expression(test)}`).join('')}`,
      );
      return `${node.type}(${node.key === undefined ? '' : `${expression(node.key)}: `}${expression(node.element)}${clauses.join('')})`;
    }
    case 'namedExpression':
      return `(${expression(node.target)} := ${expression(node.value)})`;
    case 'spread':
      return `*${expression(node.value)}`;
    case 'await':
      return `await ${expression(node.value)}`;
    case 'yield':
      return `yield${node.from ? ' from' : ''}${node.value === undefined ? '' : ` ${expression(node.value)}`}`;
    case 'opaque':
      return opaque(node.reason, node.children);
    case 'sequencePattern':
      return `[${list(node.elements)}]`;
    case 'objectPattern':
      return `{${node.entries.map((entry) => `${expression(entry.key)}: ${expression(entry.target)}`).join(', ')}${node.rest === undefined ? '' : `, ...${expression(node.rest)}`}}`;
    case 'starPattern':
      return `*${expression(node.target)}`;
    case 'defaultPattern':
      return `${expression(node.target)} = ${expression(node.value)}`;
  }
}

function params(all: readonly Parameter[]): string {
  const marks = { positionalOnly: '/', positional: '', keywordOnly: '=', rest: '*', restDict: '**' };
  return `(${all.map((param) => `${marks[param.kind]}${expression(param.target)}${param.annotation === undefined ? '' : `: ${expression(param.annotation)}`}${param.default === undefined ? '' : ` = ${expression(param.default)}`}`).join(', ')})`;
}

function statement(node: Statement): string {
  switch (node.kind) {
    case 'expression':
      return expression(node.value);
    case 'assign':
      return `${node.declaration === undefined ? '' : `${node.declaration} `}${node.targets.map(expression).join(' = ')}${node.annotation === undefined ? '' : `: ${expression(node.annotation)}`}${node.value === undefined ? '' : ` = ${expression(node.value)}`}`;
    case 'augmentedAssign':
      return `${expression(node.target)} ${node.operator}= ${expression(node.value)}`;
    case 'return':
      return `return${node.value === undefined ? '' : ` ${expression(node.value)}`}`;
    case 'if':
      return `if ${expression(node.test)} ${block(node.then)}${node.otherwise.length === 0 ? '' : ` else ${block(node.otherwise)}`}`;
    case 'for':
      return `for ${expression(node.target)} ${node.over === 'keys' ? 'of keys' : 'in'} ${expression(node.iterable)} ${block(node.body)}`;
    case 'cFor':
      return `for (${node.initial.map(statement).join(', ')}; ${node.test === undefined ? '' : expression(node.test)}; ${list(node.update)}) ${block(node.body)}`;
    case 'while':
      return `${node.testAfter ? 'do ' : ''}while ${expression(node.test)} ${block(node.body)}`;
    case 'with':
      return `with ${node.items.map((item) => `${expression(item.context)}${item.target === undefined ? '' : ` as ${expression(item.target)}`}`).join(', ')} ${block(node.body)}`;
    case 'try':
      return `try ${block(node.body)}${node.handlers.map((each) => ` except ${each.type === undefined ? '' : expression(each.type)}${each.target === undefined ? '' : ` as ${expression(each.target)}`} ${block(each.body)}`).join('')}${node.finalizer.length === 0 ? '' : ` finally ${block(node.finalizer)}`}`;
    case 'match':
      return `match ${expression(node.subject)} { ${node.cases.map((each) => `case ${casePattern(each.pattern)}${each.guard === undefined ? '' : ` if ${expression(each.guard)}`} ${block(each.body)}`).join(' ')} }`;
    case 'function':
      return `${node.decorators.map((each) => `@${expression(each)} `).join('')}${node.async ? 'async ' : ''}def${node.generator ? '*' : ''} ${node.name}${params(node.params)}${node.returns === undefined ? '' : ` -> ${expression(node.returns)}`} ${block(node.body)}`;
    case 'class':
      return `${node.decorators.map((each) => `@${expression(each)} `).join('')}class ${node.name}(${[...node.bases.map(expression), ...node.keywords.map((each) => `${each.name}=${expression(each.value)}`)].join(', ')}) ${block(node.body)}`;
    case 'import':
      return `import ${'.'.repeat(node.level)}${node.module}${node.alias === undefined ? '' : ` as ${node.alias}`}${node.wholeModule ? '' : ` (${node.names.map((each) => `${each.name}${each.alias === undefined ? '' : ` as ${each.alias}`}`).join(', ')})`}`;
    case 'export':
      return `export ${node.declaration === undefined ? '' : statement(node.declaration)}${node.default === undefined ? '' : `default ${expression(node.default)}`}${node.names.map((each) => `${each.name}${each.alias === undefined ? '' : ` as ${each.alias}`}`).join(', ')}${node.module === undefined ? '' : ` from ${node.module}`}`;
    case 'delete':
      return `del ${list(node.targets)}`;
    case 'assert':
      return `assert ${expression(node.test)}${node.message === undefined ? '' : `, ${expression(node.message)}`}`;
    case 'raise':
      return `raise${node.value === undefined ? '' : ` ${expression(node.value)}`}`;
    case 'scope':
      return `${node.type} ${node.names.join(', ')}`;
    case 'block':
      return block(node.body);
    case 'opaqueStatement':
      return opaque(node.reason, node.children);
    default:
      return node.kind;
  }
}

function casePattern(node: CasePattern): string {
  switch (node.kind) {
    case 'wildcard':
      return '_';
    case 'capture':
      return node.pattern === undefined ? node.name : `${casePattern(node.pattern)} as ${node.name}`;
    case 'value':
      return `=${expression(node.value)}`;
    case 'or':
      return node.alternatives.map(casePattern).join(' | ');
    case 'sequence':
      return `[${node.elements.map(casePattern).join(', ')}]`;
    case 'star':
      return `*${node.name ?? '_'}`;
    case 'mapping':
      return `{${node.entries.map((entry) => `${expression(entry.key)}: ${casePattern(entry.pattern)}`).join(', ')}${node.rest === undefined ? '' : `, **${node.rest}`}}`;
    case 'class':
      return `${expression(node.callee)}(${[...node.args.map(casePattern), ...node.keywords.map((each) => `${each.name}=${casePattern(each.pattern)}`)].join(', ')})`;
    case 'opaquePattern':
      return '‹pattern›';
  }
}
