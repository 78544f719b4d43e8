import { Button, Group, Modal, Text } from '@mantine/core';

/** Asked before a sign-out that would lose what has not reached the server. */
export function UnsentDialog({ count, onStay, onLeave }: { count: number; onStay(): void; onLeave(): void }) {
  const what = count === 1 ? 'One change has' : `${count} changes have`;
  return (
    <Modal opened onClose={onStay} title="Not everything is sent yet">
      <Text>
        {what} not reached the server. Signing out removes everything from this device, so {count === 1 ? 'it' : 'they'} would be lost. Stay
        signed in until the connection is back.
      </Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onLeave}>
          Sign out and lose {count === 1 ? 'it' : 'them'}
        </Button>
        <Button variant="gradient" data-autofocus onClick={onStay}>
          Stay signed in
        </Button>
      </Group>
    </Modal>
  );
}
