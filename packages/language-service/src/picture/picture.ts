import type { Explanation } from '@softlens/analysis/format';
import { type DisplayLanguage, text } from '@softlens/analysis/messages';
import { barsPicture } from './bars.ts';
import { encodeBase64 } from './base64.ts';
import { curvePicture } from './curve.ts';
import { palettes, type Theme } from './theme.ts';

export interface Picture {
  /** A base64 `data:` URI: in a Markdown image a raw `|` or bracket of an SVG would end the link. */
  readonly uri: string;
  readonly alt: string;
}

/** Logits beside probabilities for a softmax, the points on the curve for a sigmoid; undefined where a picture says nothing more. */
export function picture(explanation: Explanation, theme: Theme | undefined, language: DisplayLanguage): Picture | undefined {
  const palette = palettes[theme ?? 'unknown'];
  const svg = barsPicture(explanation, palette, language) ?? curvePicture(explanation, palette, language);
  if (svg === undefined) return undefined;
  const alt = text('picture.alt', language, { title: explanation.title, values: (explanation.text ?? '').slice(0, 200) });
  return { uri: `data:image/svg+xml;base64,${encodeBase64(svg)}`, alt: alt.replace(/[[\]\\]/g, '\\$&') };
}
