/**
 * What this browser may keep. On a trusted device the session, the Firestore cache and drafts survive;
 * on a shared one they live only as long as the tab.
 */
const deviceKey = 'secura.device';
const ownerKey = 'secura.owner';
/** Kept at sign-out: it says nothing about a person. */
const harmless = new Set(['secura.theme']);

function readable(storage: () => Storage): Storage | undefined {
  try {
    return storage();
  } catch {
    return undefined; // Blocked by the browser's settings.
  }
}

const local = () => readable(() => window.localStorage);
const perTab = () => readable(() => window.sessionStorage);

/** Whether the person said that this device is theirs. */
export function keepsOnDevice(): boolean {
  return perTab()?.getItem(deviceKey) !== 'shared' && local()?.getItem(deviceKey) === 'trusted';
}

/**
 * To be awaited where somebody is found signed in, before their data is opened. A killed browser forgets the last minute of
 * its local storage, not of its databases, and Firestore has one only where that person chose to be kept: without this,
 * what waits in it would not be sent.
 */
export async function recoverDevice(): Promise<void> {
  if (perTab()?.getItem(deviceKey) === 'shared' || local()?.getItem(deviceKey)) return;
  const databases = (await indexedDB.databases?.().catch(() => [])) ?? [];
  if (databases.some(({ name }) => name?.startsWith('firestore/'))) local()?.setItem(deviceKey, 'trusted');
}

/** Remembers the choice made at sign-in. */
export function rememberDevice(keepOnDevice: boolean): void {
  if (keepOnDevice) {
    perTab()?.removeItem(deviceKey);
    local()?.setItem(deviceKey, 'trusted');
  } else {
    perTab()?.setItem(deviceKey, 'shared');
  }
}

/** Where drafts and other small things go: survives the tab on a trusted device only. Keys begin with `secura.`. */
export function deviceStorage(): Storage | undefined {
  return keepsOnDevice() ? local() : perTab();
}

/** Whose data this browser holds, if any. */
export function storedOwner(): string | null {
  return deviceStorage()?.getItem(ownerKey) ?? null;
}

export function rememberOwner(uid: string): void {
  deviceStorage()?.setItem(ownerKey, uid);
}

/** Whether somebody was signed in here when the page was last open: worth loading the SDK at once. */
export function probablySignedIn(): boolean {
  return storedOwner() !== null;
}

function clearKeys(storage: Storage | undefined): void {
  if (!storage) return;
  for (const key of Object.keys(storage)) {
    // Firestore's tabs talk to each other through keys of its own, and leave them behind.
    if ((key.startsWith('secura.') && !harmless.has(key)) || key.startsWith('firestore_')) storage.removeItem(key);
  }
}

/** Removes what this app stored under keys, at once. */
export function clearKeysOfOwner(): void {
  clearKeys(local());
  clearKeys(perTab());
}

/** Removes drafts, uploads and caches that this app stored. Databases of ours are named `secura-…`. */
export async function clearDevice(): Promise<void> {
  clearKeysOfOwner();
  const databases = (await indexedDB.databases?.().catch(() => [])) ?? [];
  await Promise.all(
    databases.flatMap(({ name }) => (name && (name.startsWith('secura-') || name.startsWith('firestore/')) ? [deleteDatabase(name)] : [])),
  );
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    // Blocked means that another tab still holds it; that tab clears it when it learns of the sign-out.
    request.onsuccess = request.onerror = request.onblocked = () => resolve();
  });
}
