import { Modal } from '@mantine/core';
import { readClockSettings, type ClockSettings } from '@secura/domain/settings/clocks';
import { useLiveDoc } from '../firebase/live.ts';
import { ErrorNote } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeletons.tsx';
import { ClocksForm } from './clocks-form.tsx';

/** Targets of the clocks and the working hours, as they are and to be changed. */
export function ClocksDialog({ onClose }: { onClose(): void }) {
  const { data, status, error } = useLiveDoc<ClockSettings>('settings/clocks');
  return (
    <Modal opened onClose={onClose} title="Clocks" size="lg" closeButtonProps={{ 'aria-label': 'Close' }} transitionProps={{ duration: 0 }}>
      {error && <ErrorNote error={error.message} />}
      {status === 'loading' && <SkeletonRows rows={6} height={44} />}
      {status === 'ready' && <ClocksForm stored={readClockSettings(data ?? undefined)} onClose={onClose} />}
    </Modal>
  );
}
