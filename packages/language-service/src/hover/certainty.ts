import type { Explanation } from '@softlens/analysis/format';
import { type DisplayLanguage, reasonText, text } from '@softlens/analysis/messages';

/** One line on how sure this is, and why it is not surer. */
export function certaintyLine(explanation: Explanation, language: DisplayLanguage): string {
  const { certainty, reason, value } = explanation;
  if (certainty === 'exact' && explanation.text !== undefined) return `*${text('certainty.exact', language)}*`;
  if (certainty === 'assumed') {
    const name = reason?.name;
    return `*${name === undefined ? text('certainty.assumed', language) : text('certainty.assumed-name', language, { name })}*`;
  }
  if (value.kind === 'alternatives' || explanation.text !== undefined) return '';
  if (!reason) return '';
  return `*${text('certainty.unknown-because', language, { reason: reasonText(reason, language) })}*`;
}
