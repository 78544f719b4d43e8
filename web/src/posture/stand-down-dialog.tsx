import { Button, Group, Modal, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import type { Emergency } from '@secura/domain/posture/emergency';
import { StandDownInput } from '@secura/domain/posture/operations';
import { threatLevelLabels, threatLevels } from '@secura/domain/posture/threat-level';
import { useState, type FormEvent } from 'react';
import { callOperation } from '../firebase/operations.ts';
import { notify } from '../ui/notify.ts';
import { ErrorNote } from '../ui/page.tsx';

const leave = 'leave';

/** Ends an emergency: says why, and what the threat level is from now on. */
export function StandDownDialog({ emergency: { id, incidentNumber, levelBefore }, onClose }: { emergency: Emergency; onClose(): void }) {
  const [reason, setReason] = useState('');
  const [level, setLevel] = useState<string>(levelBefore);
  const [problem, setProblem] = useState<{ field: boolean; text: string } | null>(null);
  const [saving, setSaving] = useState(false);

  async function standDown(): Promise<void> {
    const checked = StandDownInput.safeParse({ id, reason, ...(level !== leave && { level }) });
    if (!checked.success) {
      setProblem({ field: true, text: checked.error.issues[0]!.message });
      document.getElementById('stand-down-reason')?.focus();
      return;
    }
    setSaving(true);
    setProblem(null);
    try {
      await callOperation('posture.standDown', checked.data);
      notify({ message: `The emergency about ${incidentNumber} is stood down.` });
      onClose();
    } catch (error) {
      setProblem({ field: false, text: (error as Error).message });
      setSaving(false);
    }
  }

  return (
    <Modal opened onClose={onClose} title={`Stand down ${incidentNumber}`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (!saving) void standDown();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">Its alert is withdrawn. The room, the people assigned and the history stay.</Text>
          <Textarea
            id="stand-down-reason"
            label="Why?"
            description="The team reads this; with another threat level everybody does."
            required
            data-autofocus
            rows={3}
            value={reason}
            error={problem?.field ? problem.text : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <NativeSelect
            label="The threat level from now on"
            data={[{ value: leave, label: 'As it is' }, ...threatLevels.map((value) => ({ value, label: value === levelBefore ? `${threatLevelLabels[value]}, as before the emergency` : threatLevelLabels[value] }))]}
            value={level}
            onChange={(event) => setLevel(event.currentTarget.value)}
          />
          {problem && !problem.field && <ErrorNote error={problem.text} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" variant="gradient" loading={saving}>
              Stand down
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
