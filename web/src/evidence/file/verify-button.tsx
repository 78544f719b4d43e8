import type { EvidenceVerdict } from '@secura/domain/evidence/operations';
import { Button } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import { callOperation } from '../../firebase/operations.ts';
import { ErrorNote, Note } from '../../ui/page.tsx';
import classes from './file.module.css';

/** Has the server compute the SHA-256 of the stored bytes anew. */
export function VerifyButton({ target }: { target: { incidentId: string; evidenceId: string } }) {
  const [busy, setBusy] = useState(false);
  const [verdict, setVerdict] = useState<EvidenceVerdict | null>(null);
  const [problem, setProblem] = useState<Error | null>(null);
  async function verify(): Promise<void> {
    setBusy(true);
    setProblem(null);
    setVerdict(await callOperation<typeof target, EvidenceVerdict>('evidence.verify', target).catch((error: Error) => (setProblem(error), null)));
    setBusy(false);
  }
  return (
    <div className={classes.act} aria-live="polite">
      <Button size="sm" variant="default" loading={busy} leftSection={<IconFingerprint size={16} />} onClick={() => void verify()}>
        Verify
      </Button>
      {problem && <ErrorNote error={problem} />}
      {verdict && (
        <Note tone={verdict.matches ? 'success' : 'error'}>
          {verdict.matches
            ? 'Unchanged: the stored file has this SHA-256.'
            : verdict.actual === null
              ? 'The file is gone from the store. Tell your administrator.'
              : `Changed: the stored file has the SHA-256 ${verdict.actual.slice(0, 16)}… Tell your administrator.`}
        </Note>
      )}
    </div>
  );
}
