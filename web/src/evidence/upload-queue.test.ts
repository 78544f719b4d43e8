import { beforeEach, describe, expect, it, vi } from 'vitest';
import { judge } from './upload-failure.ts';
import { createUploadQueue, type UploadPorts, type UploadWay } from './upload-queue.ts';
import type { UploadRecord, UploadStore } from './upload-record.ts';
import { memoryStore } from './upload-store.ts';

const lost = Object.assign(new Error('network'), { code: 'storage/retry-limit-exceeded' });
const denied = Object.assign(new Error('no'), { code: 'storage/unauthorized' });
const refusedDocument = Object.assign(new Error('no'), { code: 'permission-denied' });

function record(id: string, changes: Partial<UploadRecord> = {}): UploadRecord {
  return {
    evidenceId: id, incidentId: 'INCIDENT1', uid: 'me', addedByName: 'Ada', name: `${id}.png`, type: 'image/png', size: 1, sha256: 'ab', held: false,
    uploaded: false, attempts: 0, refusal: null, addedAt: Number(id.replace(/\D/g, '')) || 0, ...changes,
  };
}

/** A server that holds files and documents, and an answer that can be lost or refused. */
function world(store: UploadStore = memoryStore()) {
  const files = new Map<string, number>();
  const documents = new Map<string, number>();
  const later: (() => void)[] = [];
  const state = { online: true, hold: undefined as Promise<void> | undefined, beforeUpload: undefined as unknown, afterUpload: undefined as unknown, beforeDocument: undefined as unknown, afterDocument: undefined as unknown };
  const throwOnce = (key: 'beforeUpload' | 'afterUpload' | 'beforeDocument' | 'afterDocument') => {
    const error = state[key];
    state[key] = undefined;
    if (error) throw error;
  };
  const ports: UploadPorts = {
    store,
    online: () => state.online,
    exclusive: (work) => work(),
    upload: vi.fn(async ({ evidenceId }: UploadRecord, _blob: Blob, { onSession, onProgress, stop }: UploadWay) => {
      await onSession(`session of ${evidenceId}`);
      await (state.hold ?? Promise.resolve());
      stop.throwIfAborted();
      throwOnce('beforeUpload');
      if (files.has(evidenceId)) throw denied;
      onProgress(0.5);
      files.set(evidenceId, 1);
      throwOnce('afterUpload');
    }),
    record: vi.fn(async ({ evidenceId }: UploadRecord) => {
      await Promise.resolve();
      throwOnce('beforeDocument');
      if (documents.has(evidenceId)) throw refusedDocument;
      documents.set(evidenceId, 1);
      throwOnce('afterDocument');
    }),
    recorded: ({ evidenceId }) => Promise.resolve(documents.has(evidenceId)),
    judge,
    announce: () => undefined,
    after: (_ms, callback) => later.push(callback),
  };
  return { store, files, documents, later, state, ports, queue: createUploadQueue('me', ports) };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
let w: ReturnType<typeof world>;
beforeEach(() => {
  w = world();
});
const states = () => w.queue.views().map(({ state }) => state);

describe('the queue of files', () => {
  it('sends in the order of adding, shows progress, and ends with nothing kept', async () => {
    const seen = new Set<string>();
    w.queue.subscribe(() => w.queue.views().forEach((view) => seen.add(`${view.evidenceId}:${view.state}:${view.progress}`)));
    await w.queue.add(record('file2'), new Blob(['b']));
    await w.queue.add(record('file1', { held: true }), new Blob(['a']));
    await w.queue.release('INCIDENT1');
    await settle();
    expect([...w.documents.keys()].sort()).toEqual(['file1', 'file2']);
    expect(states()).toEqual(['stored', 'stored']);
    expect(seen).toContain('file2:uploading:0.5');
    expect(await w.store.all()).toEqual([]);
  });

  it('keeps files of a report that the server does not know yet', async () => {
    await w.queue.add(record('file1', { held: true }), new Blob(['a']));
    await w.queue.pump();
    expect(w.ports.upload).not.toHaveBeenCalled();
    expect(states()).toEqual(['held']);
  });

  it('waits while offline and goes when the network is back', async () => {
    w.state.online = false;
    await w.queue.add(record('file1'), new Blob(['a']));
    await settle();
    expect(states()).toEqual(['waiting']);
    w.state.online = true;
    await w.queue.pump();
    expect(states()).toEqual(['stored']);
  });

  it('tries again by itself after a failure of the network', async () => {
    w.state.beforeUpload = lost;
    await w.queue.add(record('file1'), new Blob(['a']));
    await settle();
    expect(states()).toEqual(['waiting']);
    w.later.shift()?.();
    await settle();
    expect(states()).toEqual(['stored']);
  });

  it.each(['afterUpload', 'beforeDocument', 'afterDocument'] as const)('sends once when the answer is lost: %s', async (moment) => {
    w.state[moment] = lost;
    await w.queue.add(record('file1'), new Blob(['a']));
    await settle();
    w.later.shift()?.();
    await settle();
    expect(states()).toEqual(['stored']);
    expect([w.files.size, w.documents.size]).toEqual([1, 1]);
  });

  it.each(['afterUpload', 'afterDocument'] as const)('sends once when the tab was killed: %s', async (moment) => {
    const never = new Promise<void>(() => undefined);
    const first = world(w.store);
    const original = moment === 'afterUpload' ? first.ports.upload : first.ports.record;
    first.ports[moment === 'afterUpload' ? 'upload' : 'record'] = async (...parts: never[]) => {
      await (original as (...all: never[]) => Promise<void>)(...parts);
      return never;
    };
    await first.queue.add(record('file1'), new Blob(['a']));
    await settle();
    for (const id of first.files.keys()) w.files.set(id, 1);
    for (const id of first.documents.keys()) w.documents.set(id, 1);
    await w.queue.pump();
    expect(states()).toEqual(['stored']);
    expect([w.files.size, w.documents.size]).toEqual([1, 1]);
  });

  it('gives up with a sentence when the server takes neither the bytes nor the document, and tries again when asked', async () => {
    w.state.beforeUpload = lost;
    await w.queue.add(record('file1'), new Blob(['a']));
    await settle();
    w.state.beforeUpload = denied;
    w.state.beforeDocument = refusedDocument;
    w.later.shift()?.();
    await settle();
    expect(states()).toEqual(['refused']);
    expect(w.documents.size).toBe(0);
    await w.queue.retry('file1');
    await settle();
    expect(states()).toEqual(['stored']);
  });

  it('pauses a file on its way, lets the next one pass, and goes on when asked', async () => {
    let go = () => undefined as void;
    w.state.hold = new Promise<void>((resolve) => (go = resolve));
    await w.queue.add(record('file1'), new Blob(['a']));
    await w.queue.add(record('file2'), new Blob(['b']));
    await settle();
    await w.queue.pause('file1', true);
    go();
    await settle();
    expect(states()).toEqual(['paused', 'stored']);
    expect([...w.files.keys()]).toEqual(['file2']);
    await w.queue.pause('file1', false);
    await settle();
    expect(states()).toEqual(['stored', 'stored']);
  });

  it('sends three files at once, and a fourth as soon as there is room', async () => {
    let go = () => undefined as void;
    w.state.hold = new Promise<void>((resolve) => (go = resolve));
    for (const number of [1, 2, 3, 4]) await w.queue.add(record(`file${number}`), new Blob(['a']));
    await settle();
    expect(states()).toEqual(['uploading', 'uploading', 'uploading', 'waiting']);
    go();
    await settle();
    expect(states()).toEqual(['stored', 'stored', 'stored', 'stored']);
  });

  it('keeps the session of a file that was paused, whose network was lost or whose tab was killed, and drops it in the end', async () => {
    const given: unknown[] = [];
    const upload = w.ports.upload;
    w.ports.upload = (file, ...rest) => {
      given.push(file.session);
      return upload(file, ...rest);
    };
    w.state.hold = new Promise<void>(() => undefined);
    await w.queue.add(record('file1'), new Blob(['a']));
    await settle();
    expect(await w.store.all()).toMatchObject([{ session: 'session of file1' }]);
    const reopened = createUploadQueue('me', w.ports);
    w.state.hold = undefined;
    w.state.beforeUpload = lost;
    await reopened.pump();
    await settle();
    w.later.shift()?.();
    await settle();
    expect(given).toEqual([undefined, 'session of file1', 'session of file1']);
    expect(await w.store.all()).toEqual([]);
  });

  it('begins anew with a file that was refused', async () => {
    w.state.beforeUpload = denied;
    await w.queue.add(record('file1'), new Blob(['a']));
    await settle();
    expect(await w.store.all()).toMatchObject([{ session: null, refusal: expect.any(String) }]);
  });

  it('stops a file that another tab paused or took off', async () => {
    w.state.hold = new Promise<void>(() => undefined);
    const stopped: string[] = [];
    const upload = w.ports.upload;
    w.ports.upload = (file, blob, way) => Promise.race([upload(file, blob, way), new Promise<never>((_, reject) => way.stop.addEventListener('abort', () => {
      stopped.push(file.evidenceId);
      reject(new Error('stopped'));
    }))]);
    await w.queue.add(record('file1'), new Blob(['a']));
    await w.queue.add(record('file2'), new Blob(['b']));
    await settle();
    const other = createUploadQueue('me', { ...w.ports, online: () => false });
    await other.refresh();
    await other.pause('file1', true);
    await other.remove('file2');
    await w.queue.refresh();
    await settle();
    expect(stopped).toEqual(['file1', 'file2']);
    expect(states()).toEqual(['paused']);
  });

  it('cancels a file on its way and leaves nothing of it', async () => {
    let go = () => undefined as void;
    w.state.hold = new Promise<void>((resolve) => (go = resolve));
    await w.queue.add(record('file1'), new Blob(['a']));
    await settle();
    await w.queue.remove('file1');
    go();
    await settle();
    expect(states()).toEqual([]);
    expect([w.files.size, w.documents.size]).toEqual([0, 0]);
    expect(await w.store.all()).toEqual([]);
  });

  it('says why a file is refused, goes on with the next, and removes it on request', async () => {
    w.state.beforeUpload = denied;
    await w.queue.add(record('file1', { held: true }), new Blob(['a']));
    await w.queue.add(record('file2', { held: true }), new Blob(['b']));
    await w.queue.release('INCIDENT1');
    await settle();
    expect(states()).toEqual(['refused', 'stored']);
    expect(w.queue.views()[0]?.refusal).toContain('did not take this file');
    await w.queue.remove('file1');
    expect(states()).toEqual(['stored']);
  });

  it('leaves the files of somebody else alone', async () => {
    await w.store.putBlob('file9', new Blob(['x']));
    await w.store.put(record('file9', { uid: 'other' }));
    await w.queue.pump();
    expect(w.ports.upload).not.toHaveBeenCalled();
    expect(states()).toEqual([]);
  });

  it('does not send twice when it is pushed from several sides', async () => {
    await w.queue.add(record('file1'), new Blob(['a']));
    await Promise.all([w.queue.pump(), w.queue.pump(), w.queue.release('INCIDENT1')]);
    await settle();
    expect(w.ports.upload).toHaveBeenCalledTimes(1);
  });
});
