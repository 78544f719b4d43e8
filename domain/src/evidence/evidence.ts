/** Bounds that the browser, the rules and the server all hold. */
export const evidenceLimits = { bytes: 10 * 1024 * 1024, files: 25, name: 200 } as const;

/** Where a file waits until somebody has looked at it. */
export function quarantinePath(incidentId: string, evidenceId: string): string {
  return `incidents/${incidentId}/quarantine/${evidenceId}`;
}

/** `incidents/{id}/evidence/{id}`, written by whoever adds the file once it is stored. */
export interface Evidence {
  id: string;
  name: string;
  size: number;
  /** As the browser declared it; nobody has looked inside. */
  declaredType: string;
  /** SHA-256 that the browser computed before the upload, hex. */
  sha256: string;
  path: string;
  addedBy: { uid: string; name: string };
  createdAt: Date;
}
