import { completeEvidence, type Evidence } from '@secura/domain/evidence/evidence';
import type { Incident } from '@secura/domain/incidents/incident';
import { can, type Actor } from '@secura/domain/people/permissions';
import { Button } from '@mantine/core';
import { IconFileExport, IconLayoutGrid, IconList } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useLiveQuery } from '../../firebase/live.ts';
import type { Live } from '../../firebase/query-spec.ts';
import { ErrorNote, Note } from '../../ui/page.tsx';
import { SkeletonRows } from '../../ui/skeletons.tsx';
import { FileDrop } from '../file-drop.tsx';
import { UploadList } from '../upload-list.tsx';
import { addFiles, useUploads } from '../uploads.ts';
import classes from './evidence-list.module.css';
import { FileCard, FileRow } from './file-row.tsx';

const ExportDialog = lazy(() => import('../export/export-dialog.tsx').then((module) => ({ default: module.ExportDialog })));
const FileDialog = lazy(() => import('../file/file-dialog.tsx').then((module) => ({ default: module.FileDialog })));

/** Files on first paint; part of the read budget of an incident's page. */
const firstFiles = 6;
const allFiles = 50;

/** The files of an incident: what each is, whether it can be trusted, and a way into it. */
export function EvidenceList({ incident, actor }: { incident: Incident; actor: Actor }) {
  const { id: incidentId, counts } = incident;
  const [all, setAll] = useState(false);
  const [layout, setLayout] = useState<'list' | 'gallery'>('list');
  const [opened, setOpened] = useState<string | null>(null);
  const [exporting, setExporting] = useState(false);
  const { data, error, status } = useLiveQuery<Evidence>({
    collection: `incidents/${incidentId}/evidence`,
    orderBy: [['createdAt', 'desc']],
    limit: all ? allFiles : firstFiles,
  });
  const files = (data ?? []).map((file): Live<Evidence> => ({ ...completeEvidence(file.id, file), _pending: file._pending }));
  const infected = files.filter(({ state }) => state === 'infected').length;
  const shown = files.find(({ id }) => id === opened);
  const Item = layout === 'list' ? FileRow : FileCard;

  return (
    <>
      {error && <ErrorNote error={error} />}
      {status === 'loading' && counts.evidence > 0 && <SkeletonRows rows={2} height={64} />}
      {status === 'ready' && files.length === 0 && <p className={classes.none}>No files yet.</p>}
      {infected > 0 && (
        <Note tone="error">
          {infected === 1 ? 'Malware was found in a file of this incident.' : `Malware was found in ${infected} files of this incident.`} It stays locked in quarantine.
        </Note>
      )}
      {files.length > 0 && (
        <div className={classes.layouts}>
          <div role="group" aria-label="How files are shown">
            {(['list', 'gallery'] as const).map((each) => (
              <button key={each} type="button" aria-pressed={layout === each} onClick={() => setLayout(each)}>
                {each === 'list' ? <IconList size={16} aria-hidden="true" /> : <IconLayoutGrid size={16} aria-hidden="true" />}
                {each === 'list' ? 'List' : 'Gallery'}
              </button>
            ))}
          </div>
          {can(actor, 'evidence:check', incident) && (
            <button type="button" onClick={() => setExporting(true)}>
              <IconFileExport size={16} aria-hidden="true" />
              Export…
            </button>
          )}
        </div>
      )}
      {files.length > 0 && (
        <ul className={layout === 'list' ? classes.list : classes.gallery}>
          {files.map((file) => (
            <Item key={file.id} file={file} onOpen={() => setOpened(file.id)} />
          ))}
        </ul>
      )}
      {!all && counts.evidence > files.length && files.length > 0 && (
        <Button size="xs" variant="subtle" onClick={() => setAll(true)}>
          Show all {counts.evidence} files
        </Button>
      )}
      {can(actor, 'evidence:add', incident) && <AddFiles incident={incident} listed={files} />}
      <Suspense>{exporting && <ExportDialog incidentId={incidentId} onClose={() => setExporting(false)} />}</Suspense>
      <Suspense>{shown && <FileDialog file={shown} incident={incident} actor={actor} onClose={() => setOpened(null)} />}</Suspense>
    </>
  );
}

/** Dropped or pasted anywhere on the page: a screenshot of a log belongs to the case, not to a desktop. */
function AddFiles({ incident: { id, counts }, listed }: { incident: Incident; listed: readonly Evidence[] }) {
  const [refusals, setRefusals] = useState<string[]>([]);
  const known = new Set(listed.map((file) => file.id));
  const uploads = useUploads(id).filter(({ evidenceId }) => !known.has(evidenceId));
  return (
    <div className={classes.add}>
      <UploadList uploads={uploads} />
      <FileDrop describedBy="evidence-refusals" onFiles={(chosen) => void addFiles(id, chosen, { stored: { files: counts.evidence, bytes: counts.evidenceBytes ?? 0 } }).then(setRefusals)} />
      <div id="evidence-refusals" role="status">
        {refusals.map((sentence) => (
          <ErrorNote key={sentence} error={sentence} />
        ))}
      </div>
    </div>
  );
}
