import type { RosterMember } from '@secura/domain/people/person';
import { onlineWindow } from '@secura/domain/people/vocabulary';

export type Member = RosterMember & { uid: string };

/** Members who gave a sign of life within the window and are on duty. */
export function onlineOf(members: readonly Member[], seen: ReadonlyMap<string, Date>, now: Date): Member[] {
  return members.filter((member) => {
    const at = seen.get(member.uid);
    return member.workState?.kind !== 'off_duty' && at !== undefined && now.getTime() - at.getTime() < onlineWindow;
  });
}

/** "Maya Lind and Jon Park are online now." Says what is known and no more. */
export function presenceText(online: readonly Pick<Member, 'name'>[]): string {
  const names = online.map(({ name }) => name);
  if (names.length === 0) return 'Nobody of the team is online right now. Your report waits in their queue, and they see it when they are back.';
  if (names.length === 1) return `${names[0]} is online now.`;
  if (names.length <= 3) return `${names.slice(0, -1).join(', ')} and ${names.at(-1)} are online now.`;
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more are online now.`;
}
