import type { UploadView } from './upload-record.ts';

/** How far a file is, in words; nothing to say about a file in a draft. */
export function stateText(upload: Pick<UploadView, 'state' | 'progress' | 'refusal'>, { online, draft }: { online: boolean; draft: boolean }): string {
  const sent = `${Math.round(upload.progress * 100)} %`;
  const begun = upload.progress > 0 ? `, ${sent} sent` : '';
  switch (upload.state) {
    case 'held':
      return draft ? '' : 'goes after the report';
    case 'waiting':
      return online ? 'is about to be sent' : `waits for the network${begun}`;
    case 'paused':
      return `paused${begun}`;
    case 'uploading':
      return `sending, ${sent}`;
    case 'stored':
      return 'stored';
    case 'refused':
      return upload.refusal ?? 'was refused';
  }
}
