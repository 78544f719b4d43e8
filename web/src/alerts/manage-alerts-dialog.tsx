import { Modal } from '@mantine/core';
import { AlertManager } from './alert-manager.tsx';

/** The alerts in force for those who publish them, over any page. */
export function ManageAlertsDialog({ onClose }: { onClose(): void }) {
  return (
    <Modal opened onClose={onClose} title="Manage alerts" size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <AlertManager />
    </Modal>
  );
}
