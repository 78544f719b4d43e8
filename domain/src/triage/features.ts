import type { Token } from './text.ts';

/** Words, pairs of neighbours, and three to five letters in a row inside words; each block is weighed by itself. */
export const blocks = 3;

/** How often each feature occurs, per block, by its hash; and to which tokens it belongs. */
export interface Features {
  counts: Map<number, number>[];
  /** For each token the hashes of the features that it takes part in, with their block. */
  byToken: { block: number; hash: number; share: number }[][];
}

/** FNV-1a over UTF-16 units with a final mix; 32 bits, so that strangers practically never meet. */
export function hashOf(block: number, text: string): number {
  let hash = (0x811c9dc5 ^ block) >>> 0;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** What the model sees of a text; fields are given apart, so that no pair spans two of them. */
export function featuresOf(fields: readonly (readonly Token[])[]): Features {
  const counts = Array.from({ length: blocks }, () => new Map<number, number>());
  const byToken: Features['byToken'] = [];
  const add = (block: number, text: string, ...of: number[]): void => {
    const hash = hashOf(block, text);
    counts[block]!.set(hash, (counts[block]!.get(hash) ?? 0) + 1);
    for (const token of of) byToken[token]!.push({ block, hash, share: 1 / of.length });
  };
  for (const tokens of fields) {
    const first = byToken.length;
    for (const _ of tokens) byToken.push([]);
    tokens.forEach(({ text }, index) => {
      add(0, text, first + index);
      const next = tokens[index + 1];
      if (next) add(1, `${text} ${next.text}`, first + index, first + index + 1);
      if (text.startsWith('<')) return;
      const word = `^${text}$`;
      for (let size = 3; size <= 5; size++) for (let at = 0; at + size <= word.length; at++) add(2, word.slice(at, at + size), first + index);
    });
  }
  return { counts, byToken };
}
