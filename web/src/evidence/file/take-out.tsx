import type { Access } from '@secura/domain/evidence/access';
import type { Evidence } from '@secura/domain/evidence/evidence';
import { purposeLabels, purposes, type Purpose } from '@secura/domain/evidence/purposes';
import { Button, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { IconDownload, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import type { OperationError } from '../../firebase/operations.ts';
import ui from '../../ui/card.module.css';
import { ErrorNote, Note } from '../../ui/page.tsx';
import { fetchFile, saveAs } from './fetch-file.ts';
import classes from './file.module.css';

const choices = purposes.filter((purpose) => purpose !== 'look').map((value) => ({ value, label: purposeLabels[value] }));

/** Takes the file itself out: why is asked, and recorded; what may do harm leaves locked. */
export function TakeOut({ file, target, access }: { file: Evidence; target: { incidentId: string; evidenceId: string }; access: Access }) {
  const [open, setOpen] = useState(false);
  const [purpose, setPurpose] = useState<Purpose>('analysis');
  const [reason, setReason] = useState('');
  const [confirm, setConfirm] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<OperationError | null>(null);
  const [password, setPassword] = useState<string | null>(null);
  const sealed = access.file === 'sealed';
  const fields = (problem?.details?.['fields'] ?? {}) as Record<string, string>;

  async function take(): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      const request = { ...target, what: 'file' as const, purpose, ...(reason.trim() && { reason }), ...(confirm && { confirm }) };
      const { blob, name, password: told } = await fetchFile(request);
      saveAs(blob, name);
      setPassword(told);
      setConfirm('');
    } catch (error) {
      setProblem(error as OperationError);
    }
    setBusy(false);
  }

  if (!open) {
    return (
      <div className={classes.act}>
        <Button size="sm" variant="default" leftSection={sealed ? <IconLock size={16} /> : <IconDownload size={16} />} onClick={() => setOpen(true)}>
          {sealed ? 'Take it out, locked…' : 'Download…'}
        </Button>
      </div>
    );
  }
  return (
    <form
      className={classes.takeOut}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <Stack gap="sm">
        {access.because && <Note tone="warning">{access.because}</Note>}
        <NativeSelect label="What for?" data={choices} value={purpose} onChange={(event) => setPurpose(event.currentTarget.value as Purpose)} />
        <Textarea label={sealed ? 'Why do you need it?' : 'Note (optional)'} autosize minRows={2} maxLength={500} value={reason} error={fields['reason']} onChange={(event) => setReason(event.currentTarget.value)} />
        {file.state === 'infected' && (
          <TextInput label="Type the name of the file to confirm" description={file.name} autoComplete="off" value={confirm} error={fields['confirm']} onChange={(event) => setConfirm(event.currentTarget.value)} />
        )}
        {problem && Object.keys(fields).length === 0 && <ErrorNote error={problem} />}
        <Button type="submit" size="sm" variant="gradient" loading={busy} leftSection={sealed ? <IconLock size={16} /> : <IconDownload size={16} />}>
          {sealed ? 'Download the locked ZIP file' : 'Download'}
        </Button>
        <p className={ui.quiet}>That you took it, when and why becomes part of the incident’s history.</p>
        {password !== null && (
          <Note tone="info">
            The password of the ZIP file is <strong>{password}</strong>. 7-Zip opens it; unpack it only where nothing can be harmed.
          </Note>
        )}
      </Stack>
    </form>
  );
}
