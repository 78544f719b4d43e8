import { Modal, Stack } from '@mantine/core';
import { AlertsInForce } from './alert-manager.tsx';

/** The alerts in force for those who publish them, over any page. */
export function ManageAlertsDialog({ onClose }: { onClose(): void }) {
  return (
    <Modal opened onClose={onClose} title="Alerts in force" size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack gap="sm">
        <AlertsInForce />
      </Stack>
    </Modal>
  );
}
