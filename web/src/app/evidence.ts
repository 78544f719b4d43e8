// What pages of other areas use of evidence: areas meet here, not in one another's insides.
export { FileDrop } from '../evidence/file-drop.tsx';
export { UploadList } from '../evidence/upload-list.tsx';
export { addFiles, releaseUploads, removeHeld, settleOrphans, useUploads } from '../evidence/uploads.ts';
