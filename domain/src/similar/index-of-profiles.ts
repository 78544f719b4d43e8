import { productAt } from './vectors.ts';

/** One hit of a search. */
export interface Hit {
  id: string;
  product: number;
}

/** Profiles of one length in one flat buffer, searched by comparing with all: exact, and quick up to tens of thousands. */
export class ProfileIndex {
  readonly length: number;
  private buffer: Float32Array;
  private readonly ids: (string | null)[] = [];
  private readonly rows = new Map<string, number>();
  private readonly free: number[] = [];

  constructor(length: number, capacity = 1024) {
    this.length = length;
    this.buffer = new Float32Array(length * capacity);
  }

  get size(): number {
    return this.rows.size;
  }

  /** @throws RangeError for a profile of another length: those of different models are never compared */
  set(id: string, profile: Float32Array): void {
    if (profile.length !== this.length) throw new RangeError(`A profile of ${profile.length} numbers does not belong among those of ${this.length}.`);
    const row = this.rows.get(id) ?? this.free.pop() ?? this.ids.length;
    if ((row + 1) * this.length > this.buffer.length) {
      const larger = new Float32Array(this.buffer.length * 2);
      larger.set(this.buffer);
      this.buffer = larger;
    }
    this.buffer.set(profile, row * this.length);
    this.ids[row] = id;
    this.rows.set(id, row);
  }

  /** A profile as it was set, if it is there. */
  get(id: string): Float32Array | null {
    const row = this.rows.get(id);
    return row === undefined ? null : this.buffer.slice(row * this.length, (row + 1) * this.length);
  }

  delete(id: string): void {
    const row = this.rows.get(id);
    if (row === undefined) return;
    this.rows.delete(id);
    this.ids[row] = null;
    this.free.push(row);
  }

  /** The `count` largest products that pass, largest first; equal ones by id, so that answers can be repeated. */
  nearest(profile: Float32Array, count: number, passes: (id: string) => boolean = () => true): Hit[] {
    if (profile.length !== this.length) throw new RangeError('A profile of another model was given.');
    const best: Hit[] = [];
    const { buffer, length } = this;
    for (const [row, id] of this.ids.entries()) {
      if (id === null) continue;
      const product = productAt(profile, buffer, row * length);
      if (best.length === count && product < best.at(-1)!.product) continue;
      if (!passes(id)) continue;
      let place = best.findIndex((hit) => hit.product < product || (hit.product === product && hit.id > id));
      if (place < 0) place = best.length;
      best.splice(place, 0, { id, product });
      if (best.length > count) best.pop();
    }
    return best;
  }
}
