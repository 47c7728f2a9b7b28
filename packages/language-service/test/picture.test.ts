import { explain } from '@softlens/analysis/format';
import { describe, expect, test } from 'vitest';
import { createLanguageService, type Theme } from '../src/index.ts';
import { picture } from '../src/picture/picture.ts';
import { palettes } from '../src/picture/theme.ts';
import { array, at, call, fact, snapshot, softmaxSnapshot, space } from './facts.ts';

/** The background of a hover in VS Code's own themes. */
const backgrounds: Readonly<Record<Theme, string>> = {
  light: '#f8f8f8',
  dark: '#202020',
  'high-contrast': '#0c141f',
  'high-contrast-light': '#ffffff',
};

function softmaxPicture(logits: readonly number[], theme?: Theme) {
  const shot = softmaxSnapshot(logits);
  const fact = shot.analysis.facts.find(({ call }) => call?.op === 'softmax');
  if (!fact) throw new Error('no softmax');
  return picture(explain(fact, shot.analysis), theme, 'en');
}

function sigmoidPicture(logits: readonly number[]) {
  const text = 'p = torch.sigmoid(x)\n';
  const shape = [logits.length];
  const values = logits.map((z) => 1 / (1 + Math.exp(-z)));
  const value = array(shape, values, { space: space('probabilities', 'bernoulli') });
  const made = call({ name: 'torch.sigmoid', op: 'sigmoid', input: array(shape, logits), gives: 'probabilities' });
  const one = fact(text, 'torch.sigmoid(x)', value, { call: made });
  return picture(explain(one, snapshot(text, [one]).analysis), 'dark', 'en');
}

const decode = (uri = '') => Buffer.from(uri.split(',')[1] ?? '', 'base64').toString('utf8');

describe('pictures', () => {
  test('a base64 SVG within the size, whose alternative text has the numbers', () => {
    const made = softmaxPicture([2, 1, 0.1], 'dark');
    expect(made?.uri).toMatch(/^data:image\/svg\+xml;base64,[A-Za-z0-9+/]+=*$/);
    expect(made?.alt).toBe('softmax: \\[0.659, 0.242, 0.099\\]');
    expect(decode(made?.uri)).toMatch(/^<svg .*width="360".*<\/svg>$/);
  });

  test('a thousand classes still fit: twenty bars, the largest among them', () => {
    const made = softmaxPicture(Array.from({ length: 1000 }, (_, i) => (i === 700 ? 9 : Math.sin(i))));
    expect(made?.uri.length).toBeLessThan(12_000);
    expect(decode(made?.uri)).toContain('>700<');
    expect(decode(made?.uri)).toContain('+980 more');
  });

  test('each of three neighbours on the curve has its number beside it, and the hover box holds the whole picture', () => {
    const drawn = decode(sigmoidPicture([1.5, -0.3, 0.8])?.uri);
    for (const p of ['0.818', '0.426', '0.690']) expect(drawn).toContain(`>${p}</text>`);
    // Under a verdict and a table of three rows, in 250 px.
    expect(Number(/height="(\d+)"/.exec(drawn)?.[1])).toBeLessThanOrEqual(106);
  });

  test('no line runs through the numbers on the curve', () => {
    const drawn = decode(sigmoidPicture([1.5, -0.3, 0.8])?.uri);
    const number = (part: string, name: string) => Number(new RegExp(`${name}="([-\\d.]+)"`).exec(part)?.[1]);
    const guides = drawn.match(/<line [^>]*stroke-dasharray[^>]*>/g) ?? [];
    const numbers = drawn.match(/<text [^>]*>0\.\d{3}</g) ?? [];
    expect(numbers).toHaveLength(3);
    for (const written of numbers) {
      const left = number(written, 'x') - (written.includes('"end"') ? 36 : 0);
      const base = number(written, 'y');
      const crossing = guides.filter(
        (one) =>
          number(one, 'x1') < left + 36 && number(one, 'x2') > left && number(one, 'y1') < base && number(one, 'y2') > base - 10,
      );
      expect(crossing).toEqual([]);
    }
  });

  test.each([[17], [-17]])('the number at the end of the curve stays inside the picture: sigmoid(%d)', (x) => {
    const drawn = decode(sigmoidPicture([x])?.uri);
    const last = [...drawn.matchAll(/<text x="([\d.]+)" y="([\d.]+)" fill="[^"]*" text-anchor="(\w+)">/g)].at(-1);
    const at = Number(last?.[1]);
    const [from, to] = last?.[3] === 'end' ? [at - 38, at] : [at, at + 38];
    expect(from).toBeGreaterThan(30);
    expect(to).toBeLessThan(360);
  });

  test('stands in the hover only where the client shows pictures', () => {
    const shot = softmaxSnapshot([2, 1]);
    const ask = (pictures: boolean) =>
      createLanguageService().hover(shot, at(shot, 'softmax'), { language: 'en', pictures })?.markdown ?? '';
    expect(ask(true)).toContain('](data:image/svg+xml;base64,');
    expect(ask(true)).not.toContain('█');
    expect(ask(false)).not.toContain('data:');
  });
});

test('a picture follows a short table and precedes a long one: the hover box shows 250 px', () => {
  const order = (count: number) => {
    const shot = softmaxSnapshot(Array.from({ length: count }, (_, i) => i / count));
    const shown = createLanguageService().hover(shot, at(shot, 'softmax'), { language: 'en', pictures: true })?.markdown ?? '';
    return Math.sign(shown.indexOf('](data:') - shown.indexOf('| i |'));
  };
  expect(order(3)).toBe(1);
  expect(order(9)).toBe(-1);
});

describe('palettes', () => {
  test.each(Object.entries(backgrounds))('are readable on the hover of a %s theme', (theme, background) => {
    const palette = Object.entries(palettes).find(([name]) => name === theme)?.[1];
    if (!palette) throw new Error(theme);
    for (const color of [palette.text, palette.muted]) expect(contrast(color, background)).toBeGreaterThanOrEqual(4.5);
    for (const color of [palette.bar, palette.strong, palette.line])
      expect(contrast(color, background)).toBeGreaterThanOrEqual(3);
  });

  test('without a theme the picture brings its own background', () => {
    const { plate, ...palette } = palettes.unknown;
    for (const color of Object.values(palette)) expect(contrast(color, plate ?? '')).toBeGreaterThanOrEqual(3);
  });
});

/** WCAG 2.1, 1.4.3. */
function contrast(a: string, b: string): number {
  const [high = 1, low = 1] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
