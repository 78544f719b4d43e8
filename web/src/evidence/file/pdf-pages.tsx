import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { ErrorNote } from '../../ui/page.tsx';
import { SkeletonRows } from '../../ui/skeletons.tsx';
import classes from './file.module.css';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Pages drawn at first; the rest on request. */
const firstPages = 5;

/**
 * Draws the pages of a PDF as pictures. Its scripts, forms, links and attached files are not even looked at: only the
 * drawing part of the library is loaded, and it may neither evaluate code nor install fonts.
 */
export function PdfPages({ blob, name }: { blob: Blob; name: string }) {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pages, setPages] = useState(firstPages);
  useEffect(() => {
    let gone = false;
    let task: ReturnType<typeof getDocument> | undefined;
    void blob.arrayBuffer().then((data) => {
      if (gone) return;
      task = getDocument({ data, isEvalSupported: false, disableFontFace: true, useWasm: false, enableXfa: false, stopAtErrors: false, maxImageSize: 64_000_000 });
      task.promise.then(
        (opened) => {
          if (!gone) setPdf(opened);
        },
        (error: Error) => {
          if (!gone) setProblem(error.name === 'PasswordException' ? 'This PDF is locked with a password, so its pages cannot be shown.' : 'This PDF is damaged and its pages cannot be shown.');
        },
      );
    });
    return () => {
      gone = true;
      void task?.destroy();
    };
  }, [blob]);

  if (problem) return <ErrorNote error={problem} />;
  if (!pdf) return <SkeletonRows rows={1} height={320} />;
  const shown = Math.min(pages, pdf.numPages);
  return (
    <>
      {/* A scrolling region must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.pages} tabIndex={0} role="group" aria-label={`Pages of ${name}`}>
        {Array.from({ length: shown }, (_, index) => (
          <PdfPage key={index} pdf={pdf} number={index + 1} />
        ))}
      </div>
      {shown < pdf.numPages && (
        <button type="button" className={classes.more} onClick={() => setPages(pages + 10)}>
          Show more of {pdf.numPages} pages
        </button>
      )}
    </>
  );
}

function PdfPage({ pdf, number }: { pdf: PDFDocumentProxy; number: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    let gone = false;
    void (async () => {
      const page = await pdf.getPage(number);
      const element = canvas.current;
      if (gone || !element) return;
      const viewport = page.getViewport({ scale: Math.min(2, 1200 / page.getViewport({ scale: 1 }).width) });
      element.width = viewport.width;
      element.height = viewport.height;
      await page.render({ canvas: element, viewport }).promise;
      const content = await page.getTextContent();
      if (!gone) setText(content.items.map((item) => ('str' in item ? item.str : '')).join(' ').slice(0, 5000));
    })().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [pdf, number]);
  // The words of the page are its picture's description, or a reader who does not see has nothing.
  return <canvas ref={canvas} role="img" aria-label={`Page ${number}${text ? `: ${text}` : ''}`} />;
}
