/** The IR in the form of dump_ast.py, so that the two can be compared. */

export function dumpStatements(body) {
  return body.flatMap(statement);
}

const optional = (value, dump) => (value === undefined ? null : dump(value));
const at = (kind, node, ...rest) => [kind, node.start, node.end, ...rest];
const finite = (value) => (value === Number.POSITIVE_INFINITY ? 'inf' : value);

function expression(node) {
  switch (node.kind) {
    case 'number':
      if (node.type === 'int') return at('int', node, BigInt(/^0+$/.test(node.text) ? '0' : node.text).toString());
      return at(node.type, node, finite(node.value));
    case 'string':
      return at(node.bytes ? 'bytes' : 'string', node, node.value);
    case 'interpolation':
      return at('fstring', node, fields(node.parts));
    case 'constant':
      return at('constant', node, node.value);
    case 'name':
      return at('name', node, node.name);
    case 'attribute':
      return at('attribute', node, expression(node.object), node.name);
    case 'call':
      return at('call', node, expression(node.callee), node.args.map(argument));
    case 'index':
      return at('index', node, expression(node.object), node.indices.map(expression));
    case 'slice':
      return at(
        'slice',
        node,
        optional(node.lower, expression),
        optional(node.upper, expression),
        optional(node.step, expression),
      );
    case 'unary':
      return at('unary', node, node.operator, expression(node.operand));
    case 'binary':
      return at('binary', node, node.operator, expression(node.left), expression(node.right));
    case 'compare':
      return at('compare', node, node.operators, node.operands.map(expression));
    case 'logical':
      return at('logical', node, node.operator, expression(node.left), expression(node.right));
    case 'conditional':
      return at('conditional', node, expression(node.test), expression(node.then), expression(node.otherwise));
    case 'functionExpression':
      return at('lambda', node, node.params.map(parameter), expression(node.body[0].value));
    case 'sequence':
      return at(node.type, node, node.elements.map(expression));
    case 'dict':
      return at(
        'dict',
        node,
        node.entries.map((entry) => [optional(entry.key, expression), expression(entry.value)]),
      );
    case 'comprehension':
      return at(
        'comprehension',
        node,
        node.type,
        optional(node.key, expression),
        expression(node.element),
        node.clauses.map(clause),
      );
    case 'namedExpression':
      return at('named', node, target(node.target), expression(node.value));
    case 'spread':
      return at('spread', node, expression(node.value));
    case 'await':
      return at('await', node, expression(node.value));
    case 'yield':
      return at(node.from ? 'yield from' : 'yield', node, optional(node.value, expression));
    default:
      return at(`opaque ${node.reason}`, node);
  }
}

/** CPython writes the text of `{x=}` into the literal before it and sets `!r`. */
function fields(parts) {
  const result = [];
  const literal = (text) => {
    if (typeof result.at(-1) === 'string') result[result.length - 1] += text;
    else if (text !== '') result.push(text);
  };
  for (const part of parts) {
    if (typeof part === 'string') {
      literal(part);
      continue;
    }
    if (part.debug !== undefined) literal(part.debug);
    const repr = part.debug !== undefined && part.format === undefined && part.nested === undefined ? 'r' : null;
    result.push([expression(part.value), part.conversion ?? repr, part.format ?? null]);
  }
  return result;
}

function argument(arg) {
  const kind = { positional: '', spread: '*', spreadDict: '**', keyword: '=' }[arg.kind];
  return [kind, arg.name ?? null, expression(arg.value)];
}

function parameter(param) {
  const name = param.target.kind === 'name' ? param.target.name : expression(param.target);
  return [param.kind, name, optional(param.annotation, expression), optional(param.default, expression)];
}

function clause(each) {
  return [target(each.target), expression(each.iterable), each.conditions.map(expression), each.async];
}

function target(node) {
  if (node.kind === 'sequencePattern') return at('targets', node, node.elements.map(target));
  if (node.kind === 'starPattern') return at('star', node, target(node.target));
  return expression(node);
}

function statement(node) {
  switch (node.kind) {
    case 'expression':
      return [['expression', expression(node.value)]];
    case 'assign':
      return [['assign', node.targets.map(target), optional(node.value, expression), optional(node.annotation, expression)]];
    case 'augmentedAssign':
      return [['augmented', node.operator, target(node.target), expression(node.value)]];
    case 'return':
      return [['return', optional(node.value, expression)]];
    case 'if':
      return [['if', expression(node.test), dumpStatements(node.then), dumpStatements(node.otherwise)]];
    case 'while':
      return [['while', expression(node.test), dumpStatements(node.body), dumpStatements(node.otherwise)]];
    case 'for':
      return [
        [
          'for',
          node.async,
          target(node.target),
          expression(node.iterable),
          dumpStatements(node.body),
          dumpStatements(node.otherwise),
        ],
      ];
    case 'with':
      return [
        [
          'with',
          node.async,
          node.items.map((item) => [expression(item.context), optional(item.target, target)]),
          dumpStatements(node.body),
        ],
      ];
    case 'try': {
      const handlers = node.handlers.map((each) => [
        optional(each.type, expression),
        each.target?.name ?? null,
        dumpStatements(each.body),
      ]);
      return [['try', dumpStatements(node.body), handlers, dumpStatements(node.otherwise), dumpStatements(node.finalizer)]];
    }
    case 'function': {
      const { async, name, params, returns, decorators, body } = node;
      return [
        [
          'function',
          async,
          name,
          params.map(parameter),
          optional(returns, expression),
          decorators.map(expression),
          dumpStatements(body),
        ],
      ];
    }
    case 'class': {
      const keywords = node.keywords.map((each) => [each.name ?? null, expression(each.value)]);
      return [
        ['class', node.name, node.bases.map(expression), keywords, node.decorators.map(expression), dumpStatements(node.body)],
      ];
    }
    case 'import':
      return [['import', node.module, node.level, node.names.map((each) => [each.name, each.alias ?? null]), node.alias ?? null]];
    case 'delete':
      return [['delete', node.targets.map(target)]];
    case 'assert':
      return [['assert', expression(node.test), optional(node.message, expression)]];
    case 'raise':
      return [['raise', optional(node.value, expression)]];
    case 'scope':
      return [['scope', node.type, node.names]];
    case 'match':
      return [
        [
          'match',
          expression(node.subject),
          node.cases.map((each) => [pattern(each.pattern), optional(each.guard, expression), dumpStatements(each.body)]),
        ],
      ];
    case 'opaqueStatement':
      return [[`opaque ${node.reason}`]];
    default:
      return [[node.kind]];
  }
}

function pattern(node) {
  switch (node.kind) {
    case 'value':
      return ['value', expression(node.value)];
    case 'sequence':
      return ['sequence', node.elements.map(pattern)];
    case 'star':
      return ['star', node.name ?? null];
    case 'or':
      return ['or', node.alternatives.map(pattern)];
    case 'capture':
      return ['capture', node.name, optional(node.pattern, pattern)];
    case 'mapping':
      return ['mapping', node.entries.map((entry) => [expression(entry.key), pattern(entry.pattern)]), node.rest ?? null];
    case 'class':
      return [
        'class',
        expression(node.callee),
        node.args.map(pattern),
        node.keywords.map((each) => [each.name, pattern(each.pattern)]),
      ];
    default:
      return [node.kind];
  }
}
