/** A picture made anew for looking at. */
export interface PictureView {
  view: Buffer;
  /** At most 128 pixels, as a data URL. */
  thumbnail: string;
}

export const viewPixels = 2048;
export const thumbnailPixels = 128;
/** A decoded picture takes four bytes a pixel; more than this is a bomb or no screenshot. */
const mostPixels = 64_000_000;

/**
 * Decodes a picture and encodes it anew as WebP: what is not pixels (place, camera, scripts, files behind its end) is not
 * in the copy. Of moving pictures the first frame.
 * @returns null when it cannot be drawn
 */
export async function redraw(bytes: Buffer): Promise<PictureView | null> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 }).rotate();
    const inside = (pixels: number) => ({ width: pixels, height: pixels, fit: 'inside', withoutEnlargement: true }) as const;
    const view = await picture.clone().resize(inside(viewPixels)).webp({ quality: 85 }).toBuffer();
    const small = await sharp(view).resize(inside(thumbnailPixels)).webp({ quality: 60 }).toBuffer();
    return { view, thumbnail: `data:image/webp;base64,${small.toString('base64')}` };
  } catch {
    return null;
  }
}
