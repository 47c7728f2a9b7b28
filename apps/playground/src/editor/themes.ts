/** The editor's own themes, where what Softlens adds to the code is too pale in them to be read. */
import { editor } from 'monaco-editor/editor';
import type { Theme } from '../state/theme.ts';

const bases = {
  light: 'vs',
  dark: 'vs-dark',
  'high-contrast': 'hc-black',
  'high-contrast-light': 'hc-light',
} as const;

/** Of at least 4.5 : 1 on the background, 7 : 1 in high contrast. */
const quiet: Readonly<Record<Theme, string>> = {
  light: '#5f6670',
  dark: '#a0a7b0',
  'high-contrast': '#c8ccd0',
  'high-contrast-light': '#404750',
};
const behindHints: Readonly<Record<Theme, string>> = {
  light: '#f0f2f5',
  dark: '#2a2d31',
  'high-contrast': '#000000',
  'high-contrast-light': '#ffffff',
};
const comments: Readonly<Record<Theme, string>> = {
  light: '007000',
  dark: '7faf6b',
  'high-contrast': '8fc07b',
  'high-contrast-light': '245a18',
};

/** Returns the name that the editor knows the theme by from then on. */
export function defineTheme(theme: Theme): string {
  const name = `softlens-${theme}`;
  editor.defineTheme(name, {
    base: bases[theme],
    inherit: true,
    rules: [{ token: 'comment', foreground: comments[theme] }],
    colors: {
      'editorCodeLens.foreground': quiet[theme],
      'editorInlayHint.foreground': quiet[theme],
      'editorInlayHint.background': behindHints[theme],
      'editorInlayHint.typeForeground': quiet[theme],
      'editorInlayHint.typeBackground': behindHints[theme],
    },
  });
  return name;
}
