import './platform/global-options.ts';
import { operations } from './api/operations.ts';

function callables(area: string) {
  const own = operations.filter((operation) => operation.name.startsWith(`${area}.`));
  return Object.fromEntries(own.map((operation) => [operation.name.slice(area.length + 1), operation.callable]));
}

export const incidents = callables('incidents');
export const tasks = callables('tasks');
export const evidence = callables('evidence');
export const conversation = callables('conversation');
export const observables = callables('observables');
export const people = callables('people');
export const notifications = callables('notifications');
export const posture = callables('posture');
export const settings = callables('settings');
export const ai = callables('ai');
export const insight = callables('insight');
export const campaigns = callables('campaigns');

export { api } from './api/serve.ts';
export { onAlert, onAuditEntry, onMail } from './notifications/triggers.ts';
export { onComparison } from './similar/trigger.ts';
export { everyMinute, onDirectMessage, onEvidence, onIncidentEvent, onMessage, onOrganisation, onPerson, onPicture, onQuestionMessage, onReport, onRoomMessage, retryEvidence, sweepEvidence } from './triggers.ts';
