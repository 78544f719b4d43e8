import { writeFileSync } from 'node:fs';
import { queueFilterFields, queueOrders } from '../domain/src/incidents/queue.ts';

type Order = readonly [field: string, direction: 'asc' | 'desc'];

interface IndexField {
  fieldPath: string;
  order?: 'ASCENDING' | 'DESCENDING';
  arrayConfig?: 'CONTAINS';
}

const arrays = new Set(['memberUids', 'assigneeUids', 'tokens', 'terms', 'uids', 'reach']);

/** A reporter's own list can be narrowed like the queue, beside the bound to what is his. */
const filterFields = [...queueFilterFields, 'reporter.uid'];

/**
 * Every order that a queue query can end up with. A bound on `createdAt` beside another order adds `createdAt` to
 * it, in the direction of the last field: so Firestore completes an order by itself.
 */
export function queueSuffixes(): Order[][] {
  const suffixes: Order[][] = [];
  for (const orderBy of Object.values(queueOrders)) {
    suffixes.push([...orderBy]);
    if (orderBy.every(([field]) => field !== 'createdAt')) suffixes.push([...orderBy, ['createdAt', orderBy.at(-1)![1]]]);
  }
  return suffixes;
}

const ordered = ([fieldPath, direction]: Order): IndexField => ({ fieldPath, order: direction === 'asc' ? 'ASCENDING' : 'DESCENDING' });
const equal = (fieldPath: string): IndexField => (arrays.has(fieldPath) ? { fieldPath, arrayConfig: 'CONTAINS' } : { fieldPath, order: 'ASCENDING' });
const index = (collectionGroup: string, fields: IndexField[], queryScope: 'COLLECTION' | 'COLLECTION_GROUP' = 'COLLECTION') => ({ collectionGroup, queryScope, fields });

/** One index per filter field and order: Firestore merges those that end alike, so that no combination needs its own. */
function queueIndexes() {
  const suffixes = queueSuffixes().map((orders) => orders.map(ordered));
  return [
    ...suffixes.filter((suffix) => suffix.length > 1).map((suffix) => index('incidents', suffix)),
    ...filterFields.flatMap((field) => suffixes.map((suffix) => index('incidents', [equal(field), ...suffix]))),
  ];
}

/** Never queried: large texts and maps, and what would make a hot range of an index. */
const unindexed: Record<string, string[]> = {
  inbox: ['link', 'severity', 'text'],
  outbox: ['at', 'attempts', 'begunAt', 'channel', 'kind', 'lastError', 'left', 'link', 'provider', 'severity', 'text', 'to.email', 'to.name'],
  incidents: ['affected', 'assignees', 'clocks', 'counts', 'description', 'head', 'lastActivity', 'location', 'noticedHow', 'pictureWords', 'reminders.upTo', 'resolution', 'title', 'triage'],
  internal: ['duplicates', 'id', 'known', 'ledger', 'lines', 'links', 'mergedInto', 'nearest', 'plan', 'rootCause', 'techniques', 'textSha256', 'triage'],
  tasks: ['assignee', 'createdBy', 'doneAt', 'doneBy', 'step', 'title'],
  aiDecisions: ['at', 'by', 'decision.by', 'decision.reasons', 'inputSha256', 'latencyMs', 'outcome', 'output', 'promptVersion', 'tokens'],
  vectors: ['values'],
  campaigns: ['members', 'notes', 'observables'],
  events: ['actor', 'after', 'before', 'data', 'hash', 'marks', 'prevHash', 'reportedAt', 'requestId'],
  messages: ['attachments', 'author', 'deleted', 'editedAt', 'history', 'mentions', 'replyTo', 'text'],
  readers: ['typingAt'],
  evidence: ['addedBy', 'attempts', 'declaredType', 'inspection', 'name', 'path', 'reading', 'reasons', 'thumbnail'],
  observables: ['kind', 'scope', 'sources', 'value'],
  alerts: ['audience', 'text', 'withdrawn'],
  acknowledgements: ['at', 'name'],
  emergencies: ['team'],
  levels: ['by', 'reason'],
  users: ['preferences'],
  rollups: ['analysts', 'category', 'department', 'severity'],
  links: ['incidentId', 'evidenceId', 'what', 'uid'],
  once: ['at', 'output', 'state'],
};

/** Firestore deletes these documents some time after the day in `expireAt`. */
const expiring = ['inbox', 'limits', 'links', 'once', 'outbox'];

const everyDirection = [
  { order: 'ASCENDING', queryScope: 'COLLECTION' },
  { order: 'DESCENDING', queryScope: 'COLLECTION' },
];

/** The content of firestore.indexes.json. */
export function firestoreIndexes() {
  return {
    indexes: [
      ...queueIndexes(),
      index('campaigns', [equal('state'), ordered(['updatedAt', 'desc'])]),
      index('events', [equal('audience'), ordered(['seq', 'asc'])]),
      index('events', [equal('audience'), ordered(['seq', 'desc'])]),
      index('events', [equal('data.evidenceId'), ordered(['seq', 'asc'])]),
      index('events', [equal('type'), ordered(['seq', 'asc'])]),
      index('messages', [equal('audience'), ordered(['createdAt', 'asc'])]),
      index('messages', [equal('audience'), ordered(['createdAt', 'desc'])]),
      index('questions', [equal('asker.uid'), ordered(['createdAt', 'desc'])]),
      index('questions', [equal('state'), ordered(['createdAt', 'desc'])]),
      index('direct', [equal('uids'), ordered(['createdAt', 'desc'])]),
      // Alerts in force that concern somebody, and of them those that he has to acknowledge.
      index('alerts', [equal('reach'), ordered(['expiresAt', 'desc'])]),
      index('alerts', [equal('reach'), equal('severity'), ordered(['expiresAt', 'desc'])]),
      index('inbox', [equal('readAt'), ordered(['at', 'desc'])]),
      index('inbox', [equal('kind'), ordered(['at', 'desc'])]),
      index('inbox', [equal('kind'), equal('readAt'), ordered(['at', 'desc'])]),
      index('outbox', [equal('state'), ordered(['nextAttemptAt', 'asc'])]),
      index('outbox', [equal('state'), ordered(['doneAt', 'desc'])]),
      // Across incidents: where else this very observable is, and what a hunt finds.
      index('observables', [equal('key'), ordered(['seenAt', 'desc'])], 'COLLECTION_GROUP'),
      index('observables', [equal('terms'), ordered(['seenAt', 'desc'])], 'COLLECTION_GROUP'),
    ],
    fieldOverrides: [
      ...Object.entries(unindexed).flatMap(([collectionGroup, fields]) => fields.map((fieldPath) => ({ collectionGroup, fieldPath, indexes: [] }))),
      // Whoever publishes alerts asks for those in force by this field alone.
      { collectionGroup: 'alerts', fieldPath: 'expiresAt', indexes: everyDirection },
      // Files that are due to be looked into again, whichever incident they belong to.
      { collectionGroup: 'evidence', fieldPath: 'retryAt', indexes: [...everyDirection, { order: 'ASCENDING', queryScope: 'COLLECTION_GROUP' }] },
      // The same file in any incident, by its hash.
      { collectionGroup: 'evidence', fieldPath: 'sha256', indexes: [{ order: 'ASCENDING', queryScope: 'COLLECTION_GROUP' }] },
      // Every list of near reports that names one.
      { collectionGroup: 'internal', fieldPath: 'ids', indexes: [{ arrayConfig: 'CONTAINS', queryScope: 'COLLECTION_GROUP' }] },
      // Which of many people can be told on a device.
      { collectionGroup: 'devices', fieldPath: 'uid', indexes: [{ order: 'ASCENDING', queryScope: 'COLLECTION_GROUP' }] },
      ...expiring.map((collectionGroup) => ({ collectionGroup, fieldPath: 'expireAt', ttl: true, indexes: [] })),
    ],
  };
}

/** The file as it is committed. */
export const indexesFile = (): string => `${JSON.stringify(firestoreIndexes(), null, 2)}\n`;

if (process.argv[1]?.endsWith('write-indexes.ts')) writeFileSync(new URL('../firestore.indexes.json', import.meta.url), indexesFile());
