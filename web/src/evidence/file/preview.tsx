import type { Evidence } from '@secura/domain/evidence/evidence';
import { fileTypes } from '@secura/domain/evidence/file-types';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import ui from '../../ui/card.module.css';
import { ErrorNote } from '../../ui/page.tsx';
import { SkeletonRows } from '../../ui/skeletons.tsx';
import { fetchFile } from './fetch-file.ts';
import classes from './file.module.css';
import { readText } from './read-text.ts';

const MailPages = lazy(() => import('./mail-pages.tsx').then((module) => ({ default: module.MailPages })));
const PdfPages = lazy(() => import('./pdf-pages.tsx').then((module) => ({ default: module.PdfPages })));

/** A look at a file. Nothing of it is ever markup or script here: pixels, text, or a PDF drawn page by page. */
export function Preview({ file, incidentId }: { file: Evidence; incidentId: string }) {
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<{ blob: Blob } | { problem: Error } | null>(null);
  const { id, name, type, view } = file;
  useEffect(() => {
    let gone = false;
    const show = (result: NonNullable<typeof loaded>): void => {
      if (!gone) setLoaded(result);
    };
    // Opening it twice in a row, as React does in development, would be recorded twice.
    const timer = setTimeout(() => {
      fetchFile({ incidentId, evidenceId: id, what: 'view', purpose: 'look', ...(view === 'picture' && { pixels: screenPixels() }) }).then(({ blob }) => show({ blob }), (problem: Error) => show({ problem }));
    });
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [incidentId, id, view, attempt]);

  function again(): void {
    setLoaded(null);
    setAttempt(attempt + 1);
  }

  if (!loaded) return <SkeletonRows rows={1} height={320} />;
  if ('problem' in loaded) return <ErrorNote error={loaded.problem} onRetry={again} />;
  if (view === 'picture') return <Picture blob={loaded.blob} name={name} />;
  if (view === 'mail') {
    return (
      <Suspense fallback={<SkeletonRows rows={4} height={64} />}>
        <MailPages blob={loaded.blob} />
      </Suspense>
    );
  }
  if (type === 'pdf') {
    return (
      <Suspense fallback={<SkeletonRows rows={1} height={320} />}>
        <PdfPages blob={loaded.blob} name={name} />
      </Suspense>
    );
  }
  return <TextPages blob={loaded.blob} label={type ? fileTypes[type].label : 'Text'} />;
}

/** The longer side of this screen, in steps, so that a host of pictures makes few sizes. */
function screenPixels(): number {
  const pixels = Math.max(innerWidth, innerHeight) * devicePixelRatio;
  return Math.min(2048, Math.max(512, Math.ceil(pixels / 512) * 512));
}

function Picture({ blob, name }: { blob: Blob; name: string }) {
  const draw = useCallback(
    (image: HTMLImageElement | null) => {
      if (!image) return undefined;
      const url = URL.createObjectURL(new Blob([blob], { type: 'image/webp' }));
      image.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [blob],
  );
  return (
    <figure className={classes.picture}>
      <img ref={draw} alt={name} />
      <figcaption>Drawn anew for looking at, without place and camera. The original stays sealed.</figcaption>
    </figure>
  );
}

function TextPages({ blob, label }: { blob: Blob; label: string }) {
  const [text, setText] = useState<{ text: string; cut: boolean } | null>(null);
  useEffect(() => {
    let gone = false;
    void readText(blob).then((read) => {
      if (!gone) setText(read);
    });
    return () => {
      gone = true;
    };
  }, [blob]);
  if (!text) return <SkeletonRows rows={1} height={320} />;
  return (
    <>
      {/* A scrolling region must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={classes.text} tabIndex={0} aria-label={label}>
        {text.text}
      </pre>
      {text.cut && <p className={ui.quiet}>Only the beginning is shown. Download the file to see all of it.</p>}
    </>
  );
}
