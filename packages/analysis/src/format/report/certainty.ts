import { type DisplayLanguage, reasonText, text } from '../../messages/index.ts';
import type { Explanation } from '../explanation.ts';
import type { Block } from './block.ts';

/** One line on how sure this is, and why it is not surer. */
export function certaintyNote(explanation: Explanation, language: DisplayLanguage): Block[] {
  const words = certaintyText(explanation, language);
  return words === '' ? [] : [{ kind: 'note', text: words }];
}

function certaintyText(explanation: Explanation, language: DisplayLanguage): string {
  const { certainty, reason, value, drawn } = explanation;
  const known = explanation.text !== undefined;
  if (drawn && known) return text(`certainty.drawn.${drawn.source}`, language, { seed: drawn.seed });
  if (certainty === 'exact' && known) return text('certainty.exact', language);
  if (certainty === 'assumed')
    return reason?.name === undefined
      ? text('certainty.assumed', language)
      : text('certainty.assumed-name', language, { name: reason.name });
  if (value.kind === 'alternatives' || known || !reason) return '';
  return text('certainty.unknown-because', language, { reason: reasonText(reason, language) });
}
