import { clearDevice, clearKeysOfOwner } from './device.ts';
import { liveBridge } from './live.ts';
import { isOnline } from './online.ts';
import { clearPending, pendingPaths, unsentCount } from './pending.ts';
import { stopCompanions } from './companions.ts';
import { stopPush } from './push.ts';
import { queryClient } from './query-client.ts';
import { beginLeaving, isLeaving, setSession } from './session.ts';

/** Read and removed by the sign-in page. */
export const noticeKey = 'secura.notice';

export type WhyLeft = 'chosen' | 'suspended' | 'ended';

const notices: Record<WhyLeft, string | null> = {
  chosen: null,
  suspended: 'Your account is suspended, so you were signed out. Ask your administrator.',
  ended: 'Your session has ended. Sign in again; drafts on this device are still there.',
};

async function sendRest(): Promise<void> {
  if (pendingPaths().length === 0 || !isOnline()) return;
  const { allWritesSent } = await import('./firestore.ts');
  const sent = allWritesSent().then(clearPending);
  await Promise.race([sent, new Promise((resolve) => setTimeout(resolve, 5000))]);
}

/**
 * Ends the session here and reloads to the sign-in page, so that nothing of this person stays in memory.
 * Chosen or suspended, everything stored goes; a session that merely ended keeps drafts for the same person.
 */
export async function leave({ why, force = false }: { why: WhyLeft; force?: boolean }): Promise<{ unsent: number }> {
  if (isLeaving()) return { unsent: 0 };
  if (why === 'chosen' && !force) {
    await sendRest();
    const unsent = unsentCount();
    if (unsent > 0) return { unsent };
  }
  beginLeaving();
  await stopPush();
  stopCompanions();
  liveBridge.clear();
  queryClient.clear();
  setSession({ status: 'loading' });
  // Before the session ends: other tabs look at the owner to tell a sign-out from a lost session.
  if (why !== 'ended') clearKeysOfOwner();
  const auth = await import('./auth.ts');
  await auth.endSession().catch(() => undefined);
  if (why !== 'ended') {
    const firestore = await import('./firestore.ts').catch(() => undefined);
    // Bounded: whatever the database waits for, the person must get out.
    await Promise.race([firestore?.forgetEverything().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 3000))]);
    await clearDevice();
  }
  const notice = notices[why];
  if (notice) sessionStorage.setItem(noticeKey, notice);
  const here = location.pathname + location.search;
  location.replace(why === 'ended' ? `/login?next=${encodeURIComponent(here)}` : '/login');
  return { unsent: 0 };
}
