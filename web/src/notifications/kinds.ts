import { kindsToCome, noticeKinds, teamKinds, type NoticeKind } from '@secura/domain/notifications/notice';
import type { Role } from '@secura/domain/people/vocabulary';

/** What somebody of a role can be told of. */
export function kindsFor(role: Role | null): NoticeKind[] {
  return noticeKinds.filter((kind) => !kindsToCome.includes(kind) && (role !== 'employee' || !teamKinds.includes(kind)));
}
