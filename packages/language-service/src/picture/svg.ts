/** Small SVG parts. Numbers are written with one decimal, which keeps a picture under a few kilobytes. */
import { trueMinus } from '../minus.ts';

export const width = 360;

export function svg(height: number, title: string, parts: readonly string[], plate?: string): string {
  const back = plate === undefined ? '' : `<rect width="${width}" height="${height}" rx="6" fill="${plate}"/>`;
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui,sans-serif" font-size="12">`;
  return `${open}<title>${escapeXml(title)}</title>${back}${parts.join('')}</svg>`;
}

export function rect(x: number, y: number, w: number, h: number, fill: string): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="2" fill="${fill}"/>`;
}

export function label(x: number, y: number, content: string, fill: string, anchor: 'start' | 'middle' | 'end' = 'start'): string {
  return `<text x="${n(x)}" y="${n(y)}" fill="${fill}" text-anchor="${anchor}">${escapeXml(trueMinus(content))}</text>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, stroke: string, dash = ''): string {
  return `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${stroke}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`;
}

export function dot(x: number, y: number, fill: string): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="4.5" fill="${fill}"/>`;
}

export function path(points: readonly (readonly [number, number])[], stroke: string): string {
  return `<path d="M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}" fill="none" stroke="${stroke}" stroke-width="2"/>`;
}

function n(x: number): string {
  return String(Math.round(x * 10) / 10);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
