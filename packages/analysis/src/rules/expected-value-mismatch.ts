import { edit, message, type Rule } from './engine/rule.ts';

/** A value written behind `# =>` that is not the statement's: the numbers or the code have changed. */
export const rule: Rule = {
  id: 'expected-value-mismatch',
  severity: 'warning',
  fix: 'safe',
  onExpectation({ verdict, written, actual, value, fact }, path, context) {
    if (verdict !== 'wrong' || actual === undefined) return;
    const place = { path, ...value };
    const key = `rule.expected-value-mismatch${fact.certainty === 'assumed' ? '.assumed' : ''}`;
    context.report({
      place,
      message: message(key, { expected: written, actual }),
      fixes: [{ title: message('fix.expected-value', { actual }), safety: 'safe', edits: [edit(place, actual)] }],
    });
  },
};
