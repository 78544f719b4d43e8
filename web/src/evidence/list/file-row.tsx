import type { Evidence } from '@secura/domain/evidence/evidence';
import { fileTypes } from '@secura/domain/evidence/file-types';
import { tellReason } from '@secura/domain/evidence/reasons';
import { IconFile, IconFileText, IconFileZip, IconMail, IconNetwork, IconPhoto } from '@tabler/icons-react';
import type { Live } from '../../firebase/query-spec.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { sizeText } from '../accept.ts';
import classes from './evidence-list.module.css';
import { Verdict } from './verdict.tsx';

const icons = { picture: IconPhoto, document: IconFileText, text: IconFileText, mail: IconMail, capture: IconNetwork, archive: IconFileZip };

interface Props {
  file: Live<Evidence>;
  onOpen(): void;
}

function Sign({ file: { thumbnail, type } }: { file: Evidence }) {
  const Icon = type ? icons[fileTypes[type].family] : IconFile;
  return <span className={classes.sign}>{thumbnail ? <img src={thumbnail} alt="" /> : <Icon size={24} aria-hidden="true" />}</span>;
}

/** What a file is: by content where that is known, else what its sender's browser took it for. */
export function typeText({ type, declaredType }: Pick<Evidence, 'type' | 'declaredType'>): string {
  if (type) return fileTypes[type].label;
  return declaredType ? `sent as “${declaredType}”` : 'kind unknown';
}

/** One file in the list. */
export function FileRow({ file, onOpen }: Props) {
  const [reason] = file.reasons;
  return (
    <li className={classes.file}>
      <Sign file={file} />
      <div className={classes.facts}>
        <button type="button" className={classes.name} onClick={onOpen} disabled={file._pending}>
          {file.name}
        </button>
        <span>
          {typeText(file)} · {sizeText(file.size)} · {file.addedBy.name}, {file._pending ? 'waiting to be sent' : <RelativeTime date={file.createdAt} />}
        </span>
        {reason && <span className={classes.reason}>{tellReason(reason)}</span>}
        <Verdict state={file.state} />
      </div>
    </li>
  );
}

/** One file in the gallery. */
export function FileCard({ file, onOpen }: Props) {
  return (
    <li className={classes.tile}>
      <button type="button" onClick={onOpen} disabled={file._pending}>
        <Sign file={file} />
        <span className={classes.tileName}>{file.name}</span>
      </button>
      <Verdict state={file.state} />
    </li>
  );
}
