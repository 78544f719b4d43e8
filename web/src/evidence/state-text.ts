import type { UploadView } from './upload-record.ts';

/** How far a file is, in words; nothing to say about a file in a draft. */
export function stateText(upload: Pick<UploadView, 'state' | 'progress' | 'refusal'>, { online, draft }: { online: boolean; draft: boolean }): string {
  switch (upload.state) {
    case 'held':
      return draft ? '' : 'goes after the report';
    case 'waiting':
      return online ? 'is about to be sent' : 'waits for the network';
    case 'paused':
      return 'paused';
    case 'uploading':
      return `sending, ${Math.round(upload.progress * 100)} %`;
    case 'stored':
      return 'stored';
    case 'refused':
      return upload.refusal ?? 'was refused';
  }
}
