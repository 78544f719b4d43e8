import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';

const server = { set: vi.fn(async () => undefined), remove: vi.fn(async () => undefined), readOnce: vi.fn(async () => [] as unknown[]) };
const messagingToken = vi.fn(async () => 'token-1');
// Test files share their modules: what this one puts in their place it takes away again.
const replaced = { './firestore.ts': server, './messaging.ts': { messagingToken }, './config.ts': { vapidKey: 'key' } };
vi.resetModules();
for (const [path, module] of Object.entries(replaced)) vi.doMock(path, () => module);
afterAll(() => {
  for (const path of Object.keys(replaced)) vi.doUnmock(path);
  vi.resetModules();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const unsubscribe = vi.fn(async () => true);
const requestPermission = vi.fn(async () => 'granted');
const stored = new Map<string, string>();
const storage = { getItem: (key: string) => stored.get(key) ?? null, setItem: (key: string, value: string) => void stored.set(key, value), removeItem: (key: string) => void stored.delete(key) };

function browser(permission: NotificationPermission, device: 'trusted' | 'shared' = 'trusted'): void {
  vi.stubGlobal('Notification', { permission, requestPermission });
  vi.stubGlobal('window', { PushManager: {}, Notification: {}, localStorage: storage, sessionStorage: { ...storage, getItem: (key: string) => (key === 'secura.device' && device === 'shared' ? 'shared' : null) } });
  const registration = { active: {}, pushManager: { getSubscription: async () => ({ unsubscribe }) } };
  vi.stubGlobal('navigator', { userAgent: 'Firefox (Linux)', serviceWorker: { getRegistration: async () => registration } });
}

const { ownToken, pushReadiness, renewPush, startPush, stopPush } = await import('./push.ts');
const eightDays = 8 * 86_400_000;

beforeEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
  stored.clear();
  stored.set('secura.device', 'trusted');
  browser('granted');
});

describe('being told on this device', () => {
  it('is offered where a browser can, to whom it belongs, and not after a no; finding out asks nobody', () => {
    expect(pushReadiness()).toBe('ready');
    browser('denied');
    expect(pushReadiness()).toBe('denied');
    browser('granted', 'shared');
    expect(pushReadiness()).toBe('shared');
    vi.stubGlobal('window', { ...window, PushManager: undefined, Notification: undefined });
    vi.stubGlobal('navigator', {});
    expect(pushReadiness()).toBe('unable');
    expect(requestPermission).not.toHaveBeenCalled();
  });

  it('takes a free place among the devices, and leaves it and the push service at sign-out', async () => {
    await startPush('ana', [{ id: '0', uid: 'ana', token: 'other', label: 'x', at: new Date() }]);
    expect(server.set).toHaveBeenCalledWith('users/ana/devices/1', expect.objectContaining({ uid: 'ana', token: 'token-1', label: 'Firefox on Linux' }));
    expect(ownToken()).toBe('token-1');
    await stopPush();
    expect(server.remove).toHaveBeenCalledWith('users/ana/devices/1');
    expect(unsubscribe).toHaveBeenCalledOnce();
    expect(ownToken()).toBeNull();
    await stopPush();
    expect(server.remove).toHaveBeenCalledOnce();
  });

  it('ends without a word to the server where somebody else is signed in by now', async () => {
    await startPush('ana', []);
    await stopPush({ remove: false });
    expect(server.remove).not.toHaveBeenCalled();
    expect(unsubscribe).toHaveBeenCalledOnce();
  });

  it('says in a sentence why it did not come about, and then takes no place', async () => {
    requestPermission.mockResolvedValueOnce('denied');
    await expect(startPush('ana', [])).rejects.toThrow('The browser does not allow it.');
    messagingToken.mockRejectedValueOnce(Object.assign(new Error('Messaging: 400 {…}'), { code: 'messaging/token-subscribe-failed' }));
    await expect(startPush('ana', [])).rejects.toThrow('The browser’s push service could not be reached.');
    expect(server.set).not.toHaveBeenCalled();
    expect(ownToken()).toBeNull();
  });

  it('is renewed once a week in the same place, without asking anybody, unless it was taken off the list elsewhere', async () => {
    await startPush('ana', []);
    requestPermission.mockClear();
    await renewPush('ana');
    expect(server.readOnce).not.toHaveBeenCalled();
    vi.useFakeTimers({ now: Date.now() + eightDays, toFake: ['Date'] });
    server.readOnce.mockResolvedValueOnce([{ id: '0', token: 'token-1' }]);
    messagingToken.mockResolvedValueOnce('token-2');
    await renewPush('ana');
    expect(server.set).toHaveBeenLastCalledWith('users/ana/devices/0', expect.objectContaining({ token: 'token-2' }));
    vi.setSystemTime(Date.now() + eightDays);
    await renewPush('ana');
    expect(ownToken()).toBeNull();
    expect(requestPermission).not.toHaveBeenCalled();
  });
});
