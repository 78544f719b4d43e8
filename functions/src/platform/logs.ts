import { logger } from 'firebase-functions/v2';

// Every line is a function with a name: what is logged can be read here, and no secret or report text is among it.

/** An operation answered. */
export function operationDone(fields: { operation: string; door: 'callable' | 'rest'; uid: string | null; requestId: string; ms: number }): void {
  logger.info('operation done', fields);
}

/** An operation refused for a reason that the caller was told. */
export function operationRefused(fields: { operation: string; door: string; uid: string | null; requestId: string; ms: number; code: string; reason: string }): void {
  logger.warn('operation refused', fields);
}

/** An operation broke; the caller was told only the request id. */
export function operationFailed(fields: { operation: string; door: string; uid: string | null; requestId: string }, error: unknown): void {
  logger.error('operation failed', { ...fields, error: describe(error) });
}

/** A report was numbered and triaged; `level` is its severity, a word that means something else in a log line. */
export function incidentTriaged(fields: { incidentId: string; number: string; category: string | null; level: string | null; ms: number }): void {
  logger.info('incident triaged', fields);
}

/** Triage itself broke; the incident stands without it. */
export function triageFailed(incidentId: string, error: unknown): void {
  logger.error('triage failed', { incidentId, error: describe(error) });
}

/** A provider gave no answer that can be used; triage went on without it. */
export function providerFailed(fields: { provider: string; model: string; reason: string; detail: string; ms: number }): void {
  logger.warn('provider failed', fields);
}

/** A provider is not asked for a while (`open`), or again. */
export function providerPaused(fields: { provider: string; state: 'open' | 'closed'; failures: number }): void {
  logger.warn('provider circuit', fields);
}

/** How often providers were right could not be read; they count alike. */
export function weightsUnknown(error: unknown): void {
  logger.error('triage weights unknown', { error: describe(error) });
}

/** A bought embedding failed or was late; the embedded model answered instead. */
export function embeddingFellBack(error: unknown): void {
  logger.warn('embedding fell back to the embedded model', { error: describe(error) });
}

/** Something that follows from an event failed; the event comes again. */
export function projectionFailed(where: { projection: string; incidentId: string; seq: number }, error: unknown): void {
  logger.error('projection failed', { ...where, error: describe(error) });
}

/** A report was compared with the others. */
export function incidentCompared(fields: { incidentId: string; provider: string; index: string; nearest: number; ms: number }): void {
  logger.info('incident compared', fields);
}

/** Reports had waited for an hour to be compared, so they were asked for again: whoever runs this must hear of it. */
export function comparisonsAskedAgain(fields: { asked: number }): void {
  logger.error('comparisons asked again', fields);
}

/** The host of pictures failed; the copy in the bucket is given out instead. */
export function hostingFailed(where: { incidentId: string; evidenceId: string }, error: unknown): void {
  logger.warn('picture not hosted', { ...where, error: describe(error) });
}

/** A picture may still lie with its host where it should not; the nightly sweep goes on trying. */
export function pictureNotTakenBack(fields: { incidentId: string; evidenceId: string; code: 'host_not_set_up' | 'host_failed' }): void {
  logger.error('picture not taken back', fields);
}

/** Copies at the host of pictures that no record stands for were taken back. */
export function picturesSwept(fields: { looked: number; dropped: number; stopped: boolean }): void {
  if (fields.stopped) logger.error('pictures not swept: too many without a record', fields);
  else logger.info('pictures swept', fields);
}

/** A mail or a push was handed over, or will be tried again, or is given up. */
export function outgoingDone(fields: { id: string; provider: string; state: string; attempts: number; reason: string | null }): void {
  if (fields.reason === null) logger.info('outgoing done', fields);
  else logger.warn('outgoing not delivered', fields);
}

/** Nobody knew whether a mail was sent: the provider told that it was, or has been silent so long that a person is asked. */
export function outgoingUnclear(fields: { id: string; decided: 'taken' | 'put aside' }): void {
  logger.warn('outgoing in doubt', fields);
}

/** An address bounced, or its reader called our mail spam. */
export function mailTroubled(fields: { key: string; state: string; at: string }): void {
  logger.warn('mail troubled', fields);
}

/** Somebody stopped mails by the link in one. */
export function mailStopped(fields: { uid: string; kind: string }): void {
  logger.info('mail stopped', fields);
}

/** A device that cannot be reached any more was forgotten. */
export function deviceGone(fields: { uid: string }): void {
  logger.info('device gone', fields);
}

/** Clocks that ran out, or are about to, were written into their incidents. */
export function clocksSwept(fields: { read: number; reminded: number; ms: number }): void {
  logger.info('clocks swept', fields);
}

/** A trigger was delivered again and did nothing. */
export function duplicateDelivery(fields: { trigger: string; key: string }): void {
  logger.info('duplicate delivery', fields);
}

/** A file was looked into; `state` is what it is now, `reasons` are the codes of domain/src/evidence/reasons.ts. */
export function evidenceInspected(fields: { incidentId: string; evidenceId: string; state: string; reasons: string[]; scanner: string | null; attempts: number; ms: number }): void {
  // Whoever runs this must hear of a scanner that is away; malware is what files are checked for.
  const severity = fields.state === 'failed' ? 'ERROR' : fields.state === 'infected' ? 'NOTICE' : 'INFO';
  logger.write({ severity, message: 'evidence inspected', ...fields });
}

/** A picture was read. */
export function pictureRead(fields: { incidentId: string; evidenceId: string; letters: number; confidence: number | null; ms: number }): void {
  logger.info('picture read', fields);
}

/** A picture could not be read this time. */
export function readingFailed(fields: { incidentId: string; evidenceId: string; attempts: number }, error: unknown): void {
  logger.error('picture not read', { ...fields, error: describe(error) });
}

/** The inspection of a file broke; the file stays closed and is tried again. */
export function inspectionFailed(fields: { incidentId: string; evidenceId: string }, error: unknown): void {
  logger.error('evidence inspection failed', { ...fields, error: describe(error) });
}

/** Bytes without a record were deleted; `stopped` when there were so many that somebody has to look. */
export function orphansSwept(fields: { looked: number; deleted: number; stopped: boolean }): void {
  logger.write({ severity: fields.stopped ? 'ERROR' : 'INFO', message: 'orphaned files swept', ...fields });
}

/** The stored bytes of a file are not the ones that were inspected. */
export function evidenceAltered({ incidentId, evidenceId }: { incidentId: string; evidenceId: string }): void {
  logger.error('evidence altered', { incidentId, evidenceId });
}

/** A health check did not answer as it should. */
export function healthCheckFailed(check: string, error: unknown): void {
  logger.error('health check failed', { check, error: describe(error) });
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
