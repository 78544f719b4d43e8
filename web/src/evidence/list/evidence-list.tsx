import type { Evidence } from '@secura/domain/evidence/evidence';
import { Button } from '@mantine/core';
import { IconDownload, IconFile, IconShieldQuestion } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useLiveQuery } from '../../firebase/live.ts';
import type { Live } from '../../firebase/query-spec.ts';
import { notify } from '../../ui/notify.ts';
import { ErrorNote } from '../../ui/page.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { sizeText } from '../accept.ts';
import { FileDrop } from '../file-drop.tsx';
import { UploadList } from '../upload-list.tsx';
import { addFiles, useUploads } from '../uploads.ts';
import classes from './evidence-list.module.css';
import { isPicture } from './file-text.ts';

/** Files on first paint; part of the read budget of an incident's page. */
const firstFiles = 6;
const allFiles = 50;

/** The files of an incident. Nothing is opened in the browser but pictures, drawn from memory. */
export function EvidenceList({ incidentId, count, canAdd }: { incidentId: string; count: number; canAdd: boolean }) {
  const [all, setAll] = useState(false);
  const { data, error, status } = useLiveQuery<Evidence>({
    collection: `incidents/${incidentId}/evidence`,
    orderBy: [['createdAt', 'desc']],
    limit: all ? allFiles : firstFiles,
  });
  const files = data ?? [];
  return (
    <>
      {error && <ErrorNote error={error} />}
      {status === 'ready' && files.length === 0 && <p className={classes.none}>No files yet.</p>}
      {files.length > 0 && (
        <>
          <p className={classes.warning}>
            <IconShieldQuestion size={16} aria-hidden="true" />
            Not scanned yet: open with care.
          </p>
          <ul className={classes.list}>
            {files.map((file) => (
              <FileRow key={file.id} file={file} />
            ))}
          </ul>
        </>
      )}
      {!all && count > files.length && files.length > 0 && (
        <Button size="xs" variant="subtle" onClick={() => setAll(true)}>
          Show all {count} files
        </Button>
      )}
      {canAdd && <AddFiles incidentId={incidentId} listed={files} />}
    </>
  );
}

/** Dropped or pasted anywhere on the page: a screenshot of a log belongs to the case, not to a desktop. */
function AddFiles({ incidentId, listed }: { incidentId: string; listed: readonly Evidence[] }) {
  const [refusals, setRefusals] = useState<string[]>([]);
  const known = new Set(listed.map(({ id }) => id));
  const uploads = useUploads(incidentId).filter(({ evidenceId }) => !known.has(evidenceId));
  return (
    <div className={classes.add}>
      <UploadList uploads={uploads} />
      <FileDrop describedBy="evidence-refusals" onFiles={(chosen) => void addFiles(incidentId, chosen).then(setRefusals)} />
      <div id="evidence-refusals" role="status">
        {refusals.map((sentence) => (
          <ErrorNote key={sentence} error={sentence} />
        ))}
      </div>
    </div>
  );
}

async function load(path: string): Promise<Blob> {
  const { readFile } = await import('../../firebase/storage.ts');
  return readFile(path);
}

function FileRow({ file }: { file: Live<Evidence> }) {
  const [busy, setBusy] = useState(false);

  async function download(): Promise<void> {
    setBusy(true);
    try {
      const blob = await load(file.path);
      // Without its own type the browser saves it and never shows it as a page.
      const url = URL.createObjectURL(new Blob([blob], { type: 'application/octet-stream' }));
      const link = Object.assign(document.createElement('a'), { href: url, download: file.name });
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    } catch {
      notify({ message: `“${file.name}” could not be loaded. Check your connection and try again.`, tone: 'error' });
    }
    setBusy(false);
  }

  return (
    <li className={classes.file}>
      {isPicture(file.declaredType) && !file._pending ? <Thumbnail file={file} /> : <span className={classes.icon} aria-hidden="true"><IconFile size={22} /></span>}
      <div className={classes.facts}>
        <strong>{file.name}</strong>
        <span>
          {sizeText(file.size)} · {file.declaredType || 'type unknown'}
        </span>
        <span>
          {file.addedBy.name}, {file._pending ? 'waiting to be sent' : <RelativeTime date={file.createdAt} />}
        </span>
        <span title={`SHA-256 ${file.sha256}`} className={classes.hash}>
          SHA-256 {file.sha256.slice(0, 16)}…
        </span>
      </div>
      <Button size="xs" variant="default" loading={busy} leftSection={<IconDownload size={16} />} aria-label={`Download ${file.name}`} onClick={() => void download()}>
        Download
      </Button>
    </li>
  );
}

function Thumbnail({ file }: { file: Evidence }) {
  const [url, setUrl] = useState<string | null>(null);
  const { path, declaredType } = file;
  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    load(path).then(
      (blob) => {
        if (gone) return;
        made = URL.createObjectURL(new Blob([blob], { type: declaredType }));
        setUrl(made);
      },
      () => undefined,
    );
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [path, declaredType]);
  if (!url) return <span className={classes.icon} aria-hidden="true"><IconFile size={22} /></span>;
  return <img className={classes.thumbnail} src={url} alt={file.name} />;
}
