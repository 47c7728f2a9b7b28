/** The JSON schema of softlens.json, from the same form that checks it. */
import { userRowSchema } from '@softlens/frameworks';
import { configurationShape, type Shape } from './shape.ts';

export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

export function configurationSchema(ruleIds: readonly string[]): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'softlens.json',
    ...schemaOf(configurationShape(ruleIds)),
    definitions: {
      rule: { type: 'string', enum: ruleIds },
      row: userRowSchema(),
    },
  };
}

function schemaOf(shape: Shape): JsonSchema {
  return { ...(shape.description !== undefined && { description: shape.description }), ...formOf(shape) };
}

function formOf(shape: Shape): JsonSchema {
  switch (shape.type) {
    case 'string':
      return { type: 'string' };
    case 'word':
      return shape.rule ? ruleSchema(shape.words) : { type: 'string', enum: shape.words };
    case 'list':
      return { type: 'array', items: schemaOf(shape.of) };
    case 'record':
      return { type: 'object', propertyNames: ruleSchema(shape.key.words), additionalProperties: schemaOf(shape.of) };
    case 'object':
      return {
        type: 'object',
        properties: Object.fromEntries(Object.entries(shape.keys).map(([name, one]) => [name, schemaOf(one)])),
        ...(shape.required && { required: shape.required }),
        additionalProperties: false,
      };
    case 'rows':
      return { type: 'array', items: { $ref: '#/definitions/row' } };
  }
}

/** The rules stand once in the schema; in lists "all" stands for them together. */
function ruleSchema(words: readonly string[]): JsonSchema {
  const rule = { $ref: '#/definitions/rule' };
  return words.includes('all') ? { anyOf: [rule, { const: 'all' }] } : rule;
}
