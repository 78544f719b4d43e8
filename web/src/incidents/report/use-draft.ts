import { useCallback, useEffect, useRef, useState } from 'react';
import { releaseUploads } from '../../app/evidence.ts';
import { deviceStorage } from '../../firebase/device.ts';
import { copiedDraft, copyDraft } from './draft-copy.ts';
import { clearDraft, copyIsBetter, isEmpty, loadDraft, newDraft, openDraft, saveDraft, type Draft } from './draft.ts';
import { hasArrived, theOutbox } from './sending.ts';

/** How the draft is kept: safely, not at all, or there is nothing to keep yet. */
export type Keeping = 'nothing' | 'kept' | 'failed';

const isSent = (id: string): boolean => theOutbox()?.list().some((entry) => entry.id === id) ?? false;

/** The person's draft, kept on this device a moment after each change and when the page goes. */
export function useDraft(uid: string) {
  const [draft, setDraft] = useState(() => openDraft(loadDraft(deviceStorage(), uid), new Date(), isSent));
  const [keeping, setKeeping] = useState<Keeping>(() => (isEmpty(draft) ? 'nothing' : 'kept'));
  const unsaved = useRef<Draft | null>(null);

  const save = useCallback(() => {
    const latest = unsaved.current;
    if (!latest) return;
    unsaved.current = null;
    setKeeping(saveDraft(deviceStorage(), uid, latest) ? 'kept' : 'failed');
    void copyDraft(uid, latest);
  }, [uid]);

  useEffect(() => {
    if (!unsaved.current) return undefined;
    const timer = setTimeout(save, 250);
    return () => clearTimeout(timer);
  }, [draft, save]);

  useEffect(() => {
    window.addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', save);
    return () => {
      window.removeEventListener('pagehide', save);
      document.removeEventListener('visibilitychange', save);
      save();
    };
  }, [save]);

  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  }, [draft]);

  const put = useCallback((next: Draft) => {
    unsaved.current = next;
    latest.current = next;
    setDraft(next);
  }, []);

  // A browser that is killed may forget its last seconds: what was typed then, or that it was sent.
  const [opened] = useState(draft);
  useEffect(() => {
    const untouched = () => latest.current === opened;
    async function look(): Promise<void> {
      const copy = await copiedDraft(uid).catch(() => null);
      if (untouched() && copyIsBetter(copy, opened, isSent)) put(copy);
      const { id, savedAt } = latest.current;
      if (isEmpty(latest.current) || !navigator.onLine || !(await hasArrived(uid, id)) || latest.current.id !== id) return;
      await releaseUploads(id);
      const next = newDraft(new Date());
      // What was changed since is another report, whatever it began with.
      if (latest.current.savedAt !== savedAt) return put({ ...latest.current, id: next.id });
      clearDraft(deviceStorage(), uid);
      await copyDraft(uid, null);
      setDraft(next);
      setKeeping('nothing');
    }
    look().catch(() => undefined);
  }, [opened, put, uid]);

  return {
    draft,
    keeping,
    /** Changes fields of the draft. */
    change: (changes: Partial<Draft>) => put({ ...draft, ...changes, savedAt: Date.now() }),
    /** Puts another draft in its place, and keeps it at once. */
    replace(next: Draft) {
      put(next);
      save();
    },
    /** Begins a new one; the old one is no longer kept. */
    clear() {
      unsaved.current = null;
      clearDraft(deviceStorage(), uid);
      void copyDraft(uid, null);
      setDraft(newDraft(new Date()));
      setKeeping('nothing');
    },
    /**
     * The id to send under. If another tab sent this very draft meanwhile, what stands here is another report.
     */
    idForSending(): string {
      save();
      const stored = loadDraft(deviceStorage(), uid);
      return keeping === 'kept' && stored?.id !== draft.id ? newDraft(new Date()).id : draft.id;
    },
  };
}
