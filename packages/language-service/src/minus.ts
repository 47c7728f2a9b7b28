/** A true minus before a number, as the figures beside it are as wide; code keeps the sign that can be pasted. */
export function trueMinus(text: string): string {
  return text
    .split(/(`+[^`]*`+)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/(?<=^|[\s([=,·≈])-(?=[\d.∞])/g, '−')))
    .join('');
}
