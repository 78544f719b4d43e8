import type { Subject } from '../people/permissions.ts';

/**
 * Whether somebody may be named in a message of an incident: only who reads it is told of it. `firestore.rules` says the same.
 * @param team uids of the roster
 */
export function mayBeNamed(uid: string, audience: 'everyone' | 'team', { memberUids, visibility }: Pick<Subject, 'memberUids' | 'visibility'>, team: readonly string[]): boolean {
  if (audience === 'team' && !team.includes(uid)) return false;
  return memberUids.includes(uid) || (visibility === 'team' && team.includes(uid));
}

/**
 * The uids of those whose `@name` stands in a text. A name within a longer one that is named counts once, as the longer; of two
 * people of one name both are meant: to tell one too many is better than to tell the wrong one.
 */
export function namedIn(text: string, people: readonly { uid: string; name: string }[]): string[] {
  const named = new Set<string>();
  const longestFirst = [...people].sort((a, b) => b.name.length - a.name.length);
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const found = longestFirst.find(({ name }) => text.startsWith(name, at + 1) && !/^[\p{L}\p{N}]/u.test(text.slice(at + 1 + name.length)));
    for (const { uid, name } of people) if (name === found?.name) named.add(uid);
  }
  return [...named];
}
