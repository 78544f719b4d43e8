import { ProfileIndex } from '@secura/domain/similar/index-of-profiles';
import type { IndexedVector } from './vector-index.ts';

interface Space {
  profiles: ProfileIndex;
  reportedAt: Map<string, Date>;
}

/** Vectors in memory, each compared with all of its space: exact, whatever is asked. */
export class EmbeddedIndex {
  readonly #spaces = new Map<string, Space>();

  /** Puts a vector in, or in the place of its older self. */
  put(space: string, { id, profile, reportedAt }: IndexedVector): void {
    let here = this.#spaces.get(space);
    if (!here) this.#spaces.set(space, (here = { profiles: new ProfileIndex(profile.length), reportedAt: new Map() }));
    here.profiles.set(id, profile);
    here.reportedAt.set(id, reportedAt);
  }

  drop(space: string, id: string): void {
    this.#spaces.get(space)?.profiles.delete(id);
    this.#spaces.get(space)?.reportedAt.delete(id);
  }

  has(space: string, id: string): boolean {
    return this.#spaces.get(space)?.reportedAt.has(id) ?? false;
  }

  /** Those with the largest products, largest first, of what was not reported before. */
  search(space: string, profile: Float32Array, count: number, reportedSince: Date): IndexedVector[] {
    const here = this.#spaces.get(space);
    if (!here) return [];
    const { profiles, reportedAt } = here;
    return profiles.nearest(profile, count, (id) => reportedAt.get(id)! >= reportedSince).map(({ id }) => ({ id, profile: profiles.get(id)!, reportedAt: reportedAt.get(id)! }));
  }
}
