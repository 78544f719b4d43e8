/** Types that a browser draws as a picture and cannot run: no SVG, which is a document with scripts. */
const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

export function isPicture(type: string): boolean {
  return pictures.has(type);
}

/** `812 B`, `4.2 kB`, `9.8 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
