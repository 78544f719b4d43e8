import { Button, Group, MantineProvider } from '@mantine/core';
import { hideNotification, Notifications, showNotification } from '@mantine/notifications';
import '@mantine/notifications/styles.css';
import { createRoot } from 'react-dom/client';
import { cssVariables, theme } from './theme.ts';
import { themeManager } from './theme-manager.ts';
import type { Toast } from './notify.ts';

const host = document.body.appendChild(document.createElement('div'));
createRoot(host).render(
  <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={themeManager} defaultColorScheme="auto">
    <Notifications position="bottom-right" limit={3} zIndex={400} />
  </MantineProvider>,
);

const colors = { success: 'teal', error: 'red', info: 'brand' };

let count = 0;

/** Shows one toast; errors stay longer than good news. */
export function showToast({ message, tone = 'success', undo }: Toast): void {
  const id = `toast-${++count}`;
  showNotification({
    id,
    color: colors[tone],
    autoClose: undo || tone === 'error' ? 8000 : 4000,
    withBorder: true,
    role: tone === 'error' ? 'alert' : 'status',
    closeButtonProps: { 'aria-label': 'Dismiss' },
    message: undo ? (
      <Group justify="space-between" wrap="nowrap">
        <span>{message}</span>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            hideNotification(id);
            undo();
          }}
        >
          Undo
        </Button>
      </Group>
    ) : (
      message
    ),
  });
}
