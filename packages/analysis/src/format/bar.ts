const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar of block characters for a share of 0..1, to an eighth of a character: `█████▊`. Never empty for what is not zero. */
export function unicodeBar(share: number, width = 10): string {
  if (!(share > 0)) return '';
  const units = Math.max(1, Math.round(Math.min(share, 1) * width * 8));
  return '█'.repeat(Math.floor(units / 8)) + (eighths[units % 8] ?? '');
}
