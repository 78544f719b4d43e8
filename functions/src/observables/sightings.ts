import type { Incident } from '@secura/domain/incidents/incident';
import type { StoredObservable } from '@secura/domain/observables/observable';
import type { IncidentMention } from '@secura/domain/observables/operations';
import { can, type Actor } from '@secura/domain/people/permissions';
import type { Query, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { db, fromStore } from '../platform/firebase.ts';
import { incidentRef, readIncident } from '../platform/incident-store.ts';

/** An incident that the person may see, and what of the observables sought is in it. */
interface Sighting {
  incident: Incident;
  observables: Sighted[];
}

interface Found {
  sightings: Sighting[];
  /** Whether there are more incidents than asked for. */
  more: boolean;
}

/** What was found there, and where in it. */
export type Sighted = Pick<StoredObservable, 'kind' | 'value' | 'scope' | 'seenAt' | 'sources'>;

/** Looks at so many documents for one question at most. */
const mostRead = 1000;

/**
 * Finds in which incidents observables are, as one person may know it. An incident that he may not see is as if it were
 * not there: it is in no list, in no count, and does not make an answer "more" either.
 */
export class Sightings {
  private readonly incidents = new Map<string, Promise<Incident | null>>();
  private readonly actor: Actor;

  constructor(actor: Actor) {
    this.actor = actor;
  }

  /**
   * @param by `key`: this very observable; `terms`: it, and whatever lies below it
   * @param limit of incidents, the latest sighting first
   */
  async find(by: 'key' | 'terms', key: string, limit: number, except?: string): Promise<Found> {
    const all = db().collectionGroup('observables').where(by, by === 'key' ? '==' : 'array-contains', key).orderBy('seenAt', 'desc');
    return this.gather(all, limit, (doc) => fromStore<StoredObservable>(doc.data()), except);
  }

  /**
   * In which incidents a file with this SHA-256 lies, whatever was found in it: somebody may learn later that it was bad.
   * @param limit of incidents
   */
  async files(sha256: string, limit: number): Promise<Found> {
    const all = db().collectionGroup('evidence').where('sha256', '==', sha256).select('createdAt');
    const { sightings, more } = await this.gather(all, limit, (doc) => {
      const at = fromStore<{ createdAt: Date }>(doc.data()).createdAt;
      return { kind: 'hash', value: sha256, scope: 'external', seenAt: at, sources: [{ kind: 'evidence', id: doc.id, at }] };
    });
    const asOne = ({ incident, observables }: Sighting): Sighting => ({ incident, observables: [{ ...observables[0]!, sources: observables.flatMap(({ sources }) => sources) }] });
    return { sightings: sightings.map(asOne), more };
  }

  /** Reads on until enough incidents are found that the person may see. */
  private async gather(all: Query, limit: number, sighted: (doc: QueryDocumentSnapshot) => Sighted, except?: string): Promise<Found> {
    const found = new Map<string, Sighting>();
    const pageSize = limit + 20;
    let last: QueryDocumentSnapshot | undefined;
    for (let read = 0; read < mostRead && found.size <= limit; read += pageSize) {
      const { docs } = await (last ? all.startAfter(last) : all).limit(pageSize).get();
      const visible = await Promise.all(docs.map((doc) => this.visible(doc.ref.parent.parent!.id)));
      for (const [index, doc] of docs.entries()) {
        const incident = visible[index];
        if (!incident || incident.id === except) continue;
        const sighting = found.get(incident.id) ?? { incident, observables: [] };
        sighting.observables.push(sighted(doc));
        found.set(incident.id, sighting);
      }
      last = docs.at(-1);
      if (docs.length < pageSize) break;
    }
    return { sightings: [...found.values()].slice(0, limit), more: found.size > limit };
  }

  private visible(id: string): Promise<Incident | null> {
    let incident = this.incidents.get(id);
    if (!incident) {
      incident = incidentRef(id).get().then((stored) => {
        const read = readIncident(stored);
        return read && can(this.actor, 'incident:readCase', read) ? read : null;
      });
      this.incidents.set(id, incident);
    }
    return incident;
  }
}

/** An incident as an answer names it. */
export function mention({ id, number, title, status, severity, createdAt }: Incident): IncidentMention {
  return { id, number, title, status, severity, createdAt: createdAt.toISOString() };
}
