/** The JSON schema of a row that users add, from the same shapes that check it. */
import { classShape, constantShape, functionShape, type Shape } from './user-rows.ts';

export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

export function userRowSchema(): JsonSchema {
  return {
    type: 'object',
    properties: { kind: { enum: ['function', 'class', 'constant'], default: 'function' } },
    if: { properties: { kind: { const: 'class' } }, required: ['kind'] },
    then: schemaOf(classShape),
    else: {
      if: { properties: { kind: { const: 'constant' } }, required: ['kind'] },
      then: schemaOf(constantShape),
      else: schemaOf(functionShape),
    },
  };
}

const literal: JsonSchema = { type: ['number', 'string', 'boolean', 'null', 'array'] };

function schemaOf(shape: Shape): JsonSchema {
  switch (shape.type) {
    case 'value':
      return {};
    case 'text':
      return { type: 'string' };
    case 'signature':
      return { type: 'string', pattern: '^\\(', examples: ['(input: x, dim: axis=-1)'] };
    case 'flag':
      return { const: true };
    case 'literal':
      return literal;
    case 'axis':
      return { type: ['integer', 'string', 'object'] };
    case 'word':
      return wordSchema(shape.words());
    case 'either':
      return { anyOf: [schemaOf(shape.one), schemaOf(shape.many)] };
    case 'list':
      return { type: 'array', items: schemaOf(shape.of) };
    case 'record':
      return { type: 'object', additionalProperties: schemaOf(shape.of) };
    case 'object':
      return {
        type: 'object',
        properties: Object.fromEntries(Object.entries(shape.keys).map(([name, one]) => [name, schemaOf(one)])),
        required: shape.required,
        additionalProperties: false,
      };
  }
}

/** The operations are hundreds and grow with the tables: reading the row checks them. */
function wordSchema(words: readonly string[]): JsonSchema {
  return words.length > 60 ? { type: 'string' } : { type: 'string', enum: words };
}
