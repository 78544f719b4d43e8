import type { EvidenceExport } from '@secura/domain/evidence/operations';
import { Button, Group, Modal, Progress, Stack, Text, Textarea } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { callOperation, OperationError } from '../../firebase/operations.ts';
import { ErrorNote, Note } from '../../ui/page.tsx';
import { saveAs } from '../file/fetch-file.ts';
import { pack } from './pack.ts';

/** Exports all files of an incident with a manifest of hashes and the custody chain, packed on this device. */
export function ExportDialog({ incidentId, onClose }: { incidentId: string; onClose(): void }) {
  const [reason, setReason] = useState('');
  const [progress, setProgress] = useState<number | null>(null);
  const [problem, setProblem] = useState<OperationError | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const fields = (problem?.details?.['fields'] ?? {}) as Record<string, string>;

  async function run(): Promise<void> {
    setProblem(null);
    setProgress(0);
    try {
      const parts = await callOperation<{ incidentId: string; reason: string }, EvidenceExport>('evidence.export', { incidentId, reason });
      saveAs(await pack(parts, setProgress), parts.name);
      setDone(parts.name);
    } catch (error) {
      setProblem(error instanceof OperationError ? error : new OperationError('internal', 'The files could not be packed. Try again.'));
    }
    setProgress(null);
  }

  return (
    <Modal opened onClose={onClose} title="Export the files" closeButtonProps={{ 'aria-label': 'Close' }} transitionProps={{ duration: 0 }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <Stack gap="md">
          <Text size="sm">One ZIP file with all files that you may have, a manifest of their hashes and the custody chain. Files that may do harm are locked inside with the password “infected”.</Text>
          <Textarea required label="Why is it exported?" description="Becomes part of the incident’s history." autosize minRows={2} maxLength={500} value={reason} error={fields['reason']} onChange={(event) => setReason(event.currentTarget.value)} />
          {progress !== null && <Progress value={progress * 100} aria-label="Files packed" />}
          {problem && Object.keys(fields).length === 0 && <ErrorNote error={problem} />}
          {done && (
            <Note tone="success">
              Exported. Anybody can prove that nothing was changed: <code>npm run verify-export -- {done}</code>
            </Note>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {done ? 'Close' : 'Cancel'}
            </Button>
            <Button type="submit" variant="gradient" loading={progress !== null} leftSection={<IconFileExport size={16} />}>
              Export
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
