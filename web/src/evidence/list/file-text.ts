/** Types that a browser draws as a picture and cannot run: no SVG, which is a document with scripts. */
const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

export function isPicture(type: string): boolean {
  return pictures.has(type);
}
