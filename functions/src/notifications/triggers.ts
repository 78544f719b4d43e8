import type { Alert } from '@secura/domain/notifications/alert';
import { onDocumentCreated } from 'firebase-functions/v2/firestore';
import { fromStore } from '../platform/firebase.ts';
import { mailSecrets } from '../platform/secrets.ts';

const retried = { retry: true } as const;

/** An alert was published: tell everybody. */
export const onAlert = onDocumentCreated({ ...retried, document: 'alerts/{alertId}' }, async ({ params, data }) => {
  if (!data) return;
  const { projectAlert } = await import('./project.ts');
  await projectAlert({ ...fromStore<Omit<Alert, 'id'>>(data.data()), id: params.alertId }, new Date());
});

/** Something administrative was decided or finished: tell who waits for it. */
export const onAuditEntry = onDocumentCreated({ ...retried, document: 'audit/{seq}' }, async ({ data }) => {
  if (!data) return;
  const { projectEntry } = await import('./project.ts');
  await projectEntry(data.data() as { action: string }, new Date());
});

/** A mail or a push was put into the outbox: hand it over, unless it has to wait. What fails is tried again by the minute's sweep. */
export const onMail = onDocumentCreated({ ...retried, document: 'outbox/{id}', secrets: [...mailSecrets] }, async ({ params }) => {
  const { handOver } = await import('./outbox.ts');
  await handOver(params.id, new Date());
});
