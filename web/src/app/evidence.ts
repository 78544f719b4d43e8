// What pages of other areas use of evidence: areas meet here, not in one another's insides.
export { FileDrop } from '../evidence/file-drop.tsx';
export { UploadList } from '../evidence/upload-list.tsx';
export { addFiles, releaseUploads, removeHeld, roomFor, settleOrphans, useUploads } from '../evidence/uploads.ts';
export type { UploadView } from '../evidence/upload-record.ts';
