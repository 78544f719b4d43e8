import { IconCamera, IconPaperclip } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type ChangeEvent } from 'react';
import { filesOfPaste } from '../ui/pasted-files.ts';
import classes from './evidence.module.css';

interface Props {
  onFiles(files: File[]): void;
  /** Ids of elements that say more about it. */
  describedBy?: string;
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !['checkbox', 'radio', 'file', 'button'].includes(target.type));
}

/** Takes files from anywhere on the page: dropped, pasted, chosen, or from the camera. */
export function FileDrop({ onFiles, describedBy }: Props) {
  const id = useId();
  const [over, setOver] = useState(false);
  const take = useRef(onFiles);
  useEffect(() => {
    take.current = onFiles;
  });

  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onPaste = (event: ClipboardEvent) => {
      const files = filesOfPaste(event.clipboardData, isTextField(event.target));
      if (files.length === 0) return;
      event.preventDefault();
      take.current(files);
    };
    // Missing the box must not open the file in place of the page and take the form with it.
    const onDragOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      take.current([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('paste', onPaste);
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('paste', onPaste);
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);

  function choose(event: ChangeEvent<HTMLInputElement>): void {
    const files = [...(event.currentTarget.files ?? [])];
    // The same file may be chosen again after it was removed.
    event.currentTarget.value = '';
    if (files.length > 0) onFiles(files);
  }

  return (
    <div className={classes.drop} data-over={over || undefined}>
      <p className={classes.hint}>
        <span className={classes.pointerOnly}>Drop files anywhere on this page, or paste a screenshot with Ctrl+V. </span>
        Up to 25 files of 10 MB each, 100 MB together; only you and the security team see them.
      </p>
      <div className={classes.choices}>
        <input id={`${id}-files`} className="visually-hidden" type="file" multiple aria-describedby={describedBy} onChange={choose} />
        <label htmlFor={`${id}-files`} className={classes.choice}>
          <IconPaperclip size={18} aria-hidden="true" />
          Choose files
        </label>
        <span className={classes.touchOnly}>
          <input id={`${id}-camera`} className="visually-hidden" type="file" accept="image/*" capture="environment" onChange={choose} />
          <label htmlFor={`${id}-camera`} className={classes.choice}>
            <IconCamera size={18} aria-hidden="true" />
            Take a photo
          </label>
        </span>
      </div>
    </div>
  );
}
