import type { Attack } from '@secura/domain/triage/attack';

export interface FoundTechnique {
  id: string;
  name: string;
  tactics: readonly string[];
}

const most = 8;

/** Techniques whose id begins with the words, or whose name (a sub-technique's with its parent's) holds them all. */
export function searchTechniques({ techniques }: Pick<Attack, 'techniques'>, words: string, without: readonly string[] = []): FoundTechnique[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const rank = (id: string, name: string): number => {
    if (id.toLowerCase() === wanted.join('')) return 0;
    if (id.toLowerCase().startsWith(wanted.join(''))) return 1;
    return name.toLowerCase().startsWith(wanted[0]!) ? 2 : 3;
  };
  return Object.entries(techniques)
    .map(([id, [name, tactics]]) => {
      const parent = id.includes('.') ? techniques[id.split('.')[0]!]?.[0] : undefined;
      return { id, name: parent ? `${parent}: ${name}` : name, tactics };
    })
    .filter(({ id, name }) => !without.includes(id) && (rank(id, name) < 2 || wanted.every((word) => name.toLowerCase().includes(word))))
    .sort((a, b) => rank(a.id, a.name) - rank(b.id, b.name) || (a.id < b.id ? -1 : 1))
    .slice(0, most);
}
