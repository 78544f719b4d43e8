import type { Alert } from '@secura/domain/notifications/alert';
import type { IncidentEvent } from '@secura/domain/incidents/events';
import { onDocumentCreated } from 'firebase-functions/v2/firestore';
import { fromStore } from '../platform/firebase.ts';

const retried = { retry: true } as const;

/** Something happened to an incident: tell whom it concerns. */
export const onNotices = onDocumentCreated({ ...retried, document: 'incidents/{incidentId}/events/{seq}' }, async ({ data }) => {
  if (!data) return;
  const { projectNotices } = await import('./project.ts');
  await projectNotices(data.data() as IncidentEvent, new Date());
});

/** An alert was published: tell everybody. */
export const onAlert = onDocumentCreated({ ...retried, document: 'alerts/{alertId}' }, async ({ params, data }) => {
  if (!data) return;
  const { projectAlert } = await import('./project.ts');
  await projectAlert({ ...fromStore<Omit<Alert, 'id'>>(data.data()), id: params.alertId }, new Date());
});
