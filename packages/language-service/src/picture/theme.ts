/** The kind of the editor's theme: an image inside a hover cannot see the page's colours, so it is drawn for them. */
export type Theme = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';

export interface Palette {
  readonly text: string;
  readonly muted: string;
  readonly bar: string;
  readonly strong: string;
  readonly line: string;
  /** Drawn behind everything where the theme is not known, so that the picture is readable on any. */
  readonly plate?: string;
}

/** Text reaches a contrast of at least 4.5 : 1 and shapes 3 : 1 on the hover background of each theme. */
export const palettes: Readonly<Record<Theme | 'unknown', Palette>> = {
  light: { text: '#1f2328', muted: '#57606a', bar: '#6e8fb8', strong: '#0b5cad', line: '#7d858f' },
  dark: { text: '#e6e6e6', muted: '#b0b6bd', bar: '#5f83ad', strong: '#4fa3ff', line: '#8a9199' },
  'high-contrast': { text: '#ffffff', muted: '#ffffff', bar: '#b5b5b5', strong: '#ffd700', line: '#ffffff' },
  'high-contrast-light': { text: '#000000', muted: '#292929', bar: '#5a5a5a', strong: '#0f4a85', line: '#000000' },
  unknown: { text: '#1f2328', muted: '#57606a', bar: '#6e8fb8', strong: '#0b5cad', line: '#7d858f', plate: '#f6f8fa' },
};
