import { rankOf, type StoredObservable } from '@secura/domain/observables/observable';
import type { Organisation } from '@secura/domain/settings/organisation';
import type { Query } from 'firebase-admin/firestore';
import { db } from '../platform/firebase.ts';
import { organisationOf, organisationRef } from '../platform/organisation.ts';
import { makeKnown } from './record.ts';

const pageSize = 300;

/**
 * Corrects the scope of what was found before the organisation named another domain its own, or none any more. Reads the
 * setting as it is now, so that it may run twice or late.
 */
export async function reclassifyObservables(before: Partial<Organisation> | undefined, after: Partial<Organisation> | undefined): Promise<void> {
  const changed = symmetricDifference(before?.domains ?? [], after?.domains ?? []);
  if (changed.length === 0) return;
  const [{ scopeOf }, { observableKey }] = await Promise.all([import('@secura/domain/observables/hosts'), import('@secura/domain/observables/identity')]);
  const { domains } = organisationOf(await organisationRef().get());
  for (const domain of changed) {
    const all: Query = db().collectionGroup('observables').where('terms', 'array-contains', observableKey({ kind: 'domain', value: domain })).orderBy('seenAt', 'desc');
    for (let page = await all.limit(pageSize).get(); !page.empty; page = await all.startAfter(page.docs.at(-1)!).limit(pageSize).get()) {
      const batch = db().batch();
      const incidents = new Set<string>();
      for (const doc of page.docs) {
        const { kind, value, scope: old } = doc.data() as StoredObservable;
        const scope = scopeOf(kind, value, domains);
        // Also of those that an earlier run that was broken off had corrected already.
        incidents.add(doc.ref.parent.parent!.id);
        if (scope !== old) batch.update(doc.ref, { scope, rank: rankOf({ kind, scope }) });
      }
      await batch.commit();
      for (const id of incidents) await makeKnown(id);
    }
  }
}

function symmetricDifference(a: readonly string[], b: readonly string[]): string[] {
  return [...a.filter((member) => !b.includes(member)), ...b.filter((member) => !a.includes(member))];
}
