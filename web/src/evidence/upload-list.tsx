import { Progress } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck, IconClock, IconFile, IconPlayerPause, IconPlayerPlay, IconRefresh, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useOnline } from '../firebase/online.ts';
import { sizeText } from './accept.ts';
import classes from './evidence.module.css';
import { stateText } from './state-text.ts';
import type { UploadView } from './upload-record.ts';
import { pauseUpload, removeUpload, retryUpload, uploadBlob } from './uploads.ts';

// What browsers draw without running anything in it.
const pictures = /^image\/(png|jpeg|gif|webp|avif|bmp)$/;

function Preview({ upload }: { upload: UploadView }) {
  const [url, setUrl] = useState<string>();
  const isPicture = pictures.test(upload.type);
  useEffect(() => {
    if (!isPicture) return undefined;
    let made: string | undefined;
    let gone = false;
    void uploadBlob(upload.evidenceId).then((blob) => {
      if (!blob || gone) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    });
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [upload.evidenceId, isPicture]);
  return <span className={classes.preview}>{url ? <img src={url} alt="" /> : <IconFile size={22} aria-hidden="true" />}</span>;
}

const icons = { held: null, waiting: IconClock, paused: IconPlayerPause, uploading: null, stored: IconCircleCheck, refused: IconAlertCircle };

function Row({ upload, online, draft }: { upload: UploadView; online: boolean; draft: boolean }) {
  const { evidenceId, name, state, progress } = upload;
  const Icon = icons[state];
  const text = stateText(upload, { online, draft });
  return (
    <li className={classes.row} data-state={state}>
      <Preview upload={upload} />
      <div className={classes.facts}>
        <span className={classes.name} title={name}>
          {name}
        </span>
        <span className={classes.state}>
          {Icon && <Icon size={14} aria-hidden="true" />}
          {sizeText(upload.size)}
          {text && ` · ${text}`}
        </span>
        {(state === 'uploading' || ((state === 'paused' || state === 'waiting') && progress > 0)) && (
          <Progress value={progress * 100} size="xs" color={state === 'uploading' ? undefined : 'gray'} aria-label={`${name}, sent so far`} />
        )}
      </div>
      {(state === 'uploading' || state === 'waiting' || state === 'paused') && (
        <button
          type="button"
          className={classes.act}
          aria-label={state === 'paused' ? `Send ${name}` : `Pause ${name}`}
          title={state === 'paused' ? 'Send' : 'Pause'}
          onClick={() => void pauseUpload(evidenceId, state !== 'paused')}
        >
          {state === 'paused' ? <IconPlayerPlay size={18} aria-hidden="true" /> : <IconPlayerPause size={18} aria-hidden="true" />}
        </button>
      )}
      {state === 'refused' && (
        <button type="button" className={classes.act} aria-label={`Try ${name} again`} title="Try again" onClick={() => void retryUpload(evidenceId)}>
          <IconRefresh size={18} aria-hidden="true" />
        </button>
      )}
      {(state !== 'stored' && (state !== 'held' || draft)) && (
        <button type="button" className={classes.act} aria-label={`${state === 'uploading' ? 'Cancel' : 'Remove'} ${name}`} title={state === 'uploading' ? 'Cancel' : 'Remove'} onClick={() => void removeUpload(evidenceId)}>
          <IconX size={18} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}

/**
 * Files that were added here, each with how far it is.
 * @param draft the report is still being written
 */
export function UploadList({ uploads, draft = false }: { uploads: readonly UploadView[]; draft?: boolean }) {
  const online = useOnline();
  if (uploads.length === 0) return null;
  return (
    <ul className={classes.list} aria-label="Files">
      {uploads.map((upload) => (
        <Row key={upload.evidenceId} upload={upload} online={online} draft={draft} />
      ))}
    </ul>
  );
}
