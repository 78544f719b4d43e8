import { liveBridge } from './live.ts';
import { followOwnProfile, stopFollowing, type Reactions } from './own-profile.ts';
import { renewPush } from './push.ts';
import { startPresence, stopPresence } from './presence.ts';
import { settleEarlierWrites } from './write.ts';

/** What runs beside a session. Loaded after the sign-in: none of it is needed to show the sign-in page. */
export function accompany(uid: string, reactions: Reactions): void {
  startPresence(uid);
  void settleEarlierWrites();
  followOwnProfile(uid, reactions);
  void renewPush(uid).catch(() => undefined);
}

export function stopCompanions(): void {
  stopPresence();
  stopFollowing();
}

/** The server may now answer what it refused before. */
export function rightsChanged(): void {
  liveBridge.retryFailed();
}
