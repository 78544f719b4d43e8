import { accessTo } from '@secura/domain/evidence/access';
import type { Evidence } from '@secura/domain/evidence/evidence';
import { tellReason } from '@secura/domain/evidence/reasons';
import { isFinal } from '@secura/domain/evidence/states';
import type { Incident } from '@secura/domain/incidents/incident';
import { can, type Actor } from '@secura/domain/people/permissions';
import { Button, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCopy, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { callOperation } from '../../firebase/operations.ts';
import ui from '../../ui/card.module.css';
import { copyText } from '../../ui/copy.ts';
import { ErrorNote, Note } from '../../ui/page.tsx';
import { absoluteTime } from '../../ui/time.ts';
import { sizeText } from '../accept.ts';
import { typeText } from '../list/file-row.tsx';
import { Verdict } from '../list/verdict.tsx';
import { CustodyLog } from './custody-log.tsx';
import classes from './file.module.css';
import { PictureText } from './picture-text.tsx';
import { Preview } from './preview.tsx';
import { TakeOut } from './take-out.tsx';
import { VerifyButton } from './verify-button.tsx';

/** One file: what it is, what was found, a look at it, and who had it. */
export function FileDialog({ file, incident, actor, onClose }: { file: Evidence; incident: Incident; actor: Actor; onClose(): void }) {
  const narrow = useMediaQuery('(max-width: 700px)', undefined, { getInitialValueInEffect: false });
  const access = accessTo(actor, incident, file);
  const checks = can(actor, 'evidence:check', incident);
  const target = { incidentId: incident.id, evidenceId: file.id };
  const { inspection } = file;
  return (
    <Modal opened onClose={onClose} title={file.name} size={1040} fullScreen={narrow} closeButtonProps={{ 'aria-label': 'Close' }} transitionProps={{ duration: 0 }} classNames={{ title: classes.title }}>
      <div className={classes.columns}>
        <div className={classes.main}>
          {access.look ? (
            <>
              <Preview file={file} incidentId={incident.id} />
              {file.reading && <PictureText reading={file.reading} />}
            </>
          ) : (
            <Note tone={file.state === 'infected' ? 'error' : 'info'}>{access.because ?? 'There is no preview of this kind of file.'}</Note>
          )}
        </div>
        <aside className={classes.side} aria-label="About this file">
          <Verdict state={file.state} />
          {file.reasons.length > 0 && (
            <ul className={classes.reasons}>
              {file.reasons.map((reason) => (
                <li key={`${reason.code} ${reason.detail ?? ''}`}>{tellReason(reason)}</li>
              ))}
            </ul>
          )}
          {checks && !isFinal(file.state) && <CheckNow target={target} file={file} />}
          <dl className={classes.facts}>
            <dt>Kind</dt>
            <dd>{typeText(file)}</dd>
            <dt>Size</dt>
            <dd>{sizeText(file.size)}</dd>
            <dt>Added</dt>
            <dd>
              {file.addedBy.name}, {absoluteTime(file.createdAt)}
              {file.parentId && ' (attached to a mail of this incident)'}
            </dd>
            {inspection && (
              <>
                <dt>Checked</dt>
                <dd>{absoluteTime(inspection.at)}</dd>
                {inspection.scanner && (
                  <>
                    <dt>Scanner</dt>
                    <dd>{inspection.scanner}</dd>
                  </>
                )}
              </>
            )}
            <dt>SHA-256</dt>
            <dd className={classes.hash}>
              {inspection?.sha256 ?? file.sha256}
              <Button size="compact-xs" variant="subtle" aria-label="Copy the SHA-256" onClick={() => void copyText(inspection?.sha256 ?? file.sha256, 'SHA-256 copied')}>
                <IconCopy size={14} />
              </Button>
            </dd>
          </dl>
          {checks && <VerifyButton target={target} />}
          {access.look && access.file === null && access.because && <p className={ui.quiet}>{access.because}</p>}
          {access.file !== null && <TakeOut file={file} target={target} access={access} />}
          {can(actor, 'incident:readCase', incident) && <CustodyLog target={target} me={actor.uid} />}
        </aside>
      </div>
    </Modal>
  );
}

function CheckNow({ target, file }: { target: { incidentId: string; evidenceId: string }; file: Evidence }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  async function check(): Promise<void> {
    setBusy(true);
    setProblem(null);
    await callOperation('evidence.inspect', target).catch(setProblem);
    setBusy(false);
  }
  return (
    <div className={classes.act}>
      {file.retryAt && file.state === 'failed' && <p className={ui.quiet}>Next try: {absoluteTime(file.retryAt)}</p>}
      <Button size="sm" variant="default" loading={busy} leftSection={<IconRefresh size={16} />} onClick={() => void check()}>
        Check it now
      </Button>
      {problem && <ErrorNote error={problem} />}
    </div>
  );
}
