import type { HostedPicture } from '@secura/domain/evidence/evidence';

/** Gives pictures out in place of our own functions: the copies drawn anew, never an original. */
export interface PictureHost {
  readonly provider: HostedPicture['provider'];
  /** Takes a WebP picture in; the same picture twice is kept once. @throws when it did not arrive */
  keep(where: { incidentId: string; evidenceId: string }, webp: Buffer): Promise<HostedPicture>;
  /**
   * An address that shows the picture to whoever has it, for so many seconds.
   * @param pixels the longest side that is wanted; the host makes it smaller
   */
  link(picture: HostedPicture, options: { pixels: number; seconds: number }): string;
  /** Takes a picture back; one that is gone already is no failure. @throws when it may still be there */
  drop(fileId: string): Promise<void>;
  /** What it keeps for this project, oldest first, up to a thousand at a time; with `after` only what came later. */
  kept(after?: Date): AsyncGenerator<KeptPicture[]>;
}

/** A copy that lies elsewhere, as its host lists it. */
export interface KeptPicture {
  fileId: string;
  incidentId: string;
  evidenceId: string;
  createdAt: Date;
}

export interface PictureSettings {
  imageKitKey: string;
  /** Where ImageKit gives pictures out, such as `https://ik.imagekit.io/your-id`. */
  urlEndpoint: string;
  /** Whose pictures these are: several projects may share an account. */
  project: string;
  /** Another address of the API than the vendor's own, for tests. */
  baseUrl?: string | undefined;
}

const settingsOf = (env: NodeJS.ProcessEnv): PictureSettings => ({
  imageKitKey: env['IMAGEKIT_PRIVATE_KEY'] ?? '',
  urlEndpoint: env['IMAGEKIT_URL_ENDPOINT'] ?? '',
  project: env['GCLOUD_PROJECT'] ?? '',
  baseUrl: env['IMAGEKIT_BASE_URL'],
});

/** ImageKit where its key and its address are set; null where pictures are given out by our own links out of the bucket. */
export async function pictureHost(settings: PictureSettings = settingsOf(process.env)): Promise<PictureHost | null> {
  if (!settings.imageKitKey || !URL.canParse(settings.urlEndpoint)) return null;
  const { imageKitHost } = await import('./imagekit.ts');
  return imageKitHost(settings);
}
