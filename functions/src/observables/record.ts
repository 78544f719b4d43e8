import type { ObservableSource, ObservablesSummary, StoredObservable } from '@secura/domain/observables/observable';
import { knownObservables } from '@secura/domain/observables/known';
import { observableKinds, observableLimits, rankOf } from '@secura/domain/observables/observable';
import type { DocumentReference, Transaction } from 'firebase-admin/firestore';
import { knowInCase } from '../platform/case-known.ts';
import { fromStore } from '../platform/firebase.ts';
import { incidentRef } from '../platform/incident-store.ts';
import { organisationOf, organisationRef } from '../platform/organisation.ts';
import { transact } from '../platform/transaction.ts';

/** A text of an incident, and which it is. */
export interface ObservableText {
  source: ObservableSource;
  text: string;
}

/** What is read of one text; mails and documents can be longer, and say nothing new there. */
const longestText = 1_000_000;

export const observableRef = (incidentId: string, key: string): DocumentReference => incidentRef(incidentId).collection('observables').doc(key);
const summaryRef = (incidentId: string): DocumentReference => incidentRef(incidentId).collection('internal').doc('observables');

/**
 * Lifts the observables of one text of an incident, and makes what is stored of that source agree with it: the one door for
 * every text, also for what is read out of evidence (`source.kind: 'evidence'`; `triggers.ts` hands this function to the
 * area that has the text). Calling it again changes nothing; calling it with another text for the same source takes back
 * what that source gave before. The plan of the case follows.
 */
export async function recordObservables(incidentId: string, text: ObservableText): Promise<void> {
  await recordCurrentObservables(incidentId, () => Promise.resolve(text));
}

/**
 * Like {@link recordObservables}, for a text that may be corrected meanwhile.
 * @param read reads the text as it is now, with the transaction; null when there is none
 */
export async function recordCurrentObservables(incidentId: string, read: (tx: Transaction) => Promise<ObservableText | null>): Promise<void> {
  // Lists of public suffixes and checksums are loaded by whoever needs them.
  const [{ observablesOf }, { observableKey, observableTerms }] = await Promise.all([import('@secura/domain/observables/extract'), import('@secura/domain/observables/identity')]);
  const concerned = await transact(async (tx) => {
    const current = await read(tx);
    if (!current) return true;
    const { source, text } = current;
    const sourceKey = `${source.kind}:${source.id}`;
    const [organisation, storedSummary] = await tx.getAll(organisationRef(), summaryRef(incidentId));
    const { domains: ownDomains } = organisationOf(organisation!);

    const found = new Map(observablesOf(text.slice(0, longestText), { ownDomains }).map((observable) => [observableKey(observable), observable]));
    // The ones that point outwards stay when there are too many.
    const wanted = [...found].sort(([, a], [, b]) => rankOf(a) - rankOf(b)).slice(0, observableLimits.perSource);
    // Most texts name nothing, in an incident in which nothing was ever named.
    if (wanted.length === 0 && !storedSummary!.exists) return false;
    const before = await tx.get(incidentRef(incidentId).collection('observables').where('sourceKeys', 'array-contains', sourceKey));
    const there = new Map(wanted.length > 0 ? (await tx.getAll(...wanted.map(([key]) => observableRef(incidentId, key)))).map((doc) => [doc.id, doc]) : []);

    const summary: ObservablesSummary = { count: 0, cut: false, ...(storedSummary!.data() as ObservablesSummary | undefined) };
    let { count, cut } = summary;
    cut ||= found.size > wanted.length;
    const keep = new Set(wanted.map(([key]) => key));
    for (const doc of before.docs) {
      if (keep.has(doc.id)) continue;
      const sources = fromStore<StoredObservable>(doc.data()).sources.filter(({ kind, id }) => `${kind}:${id}` !== sourceKey);
      if (sources.length > 0) tx.update(doc.ref, sourceFields(sources));
      else {
        tx.delete(doc.ref);
        count -= 1;
      }
    }
    for (const [key, { kind, value, scope }] of wanted) {
      const doc = there.get(key);
      const known = doc?.exists ? fromStore<StoredObservable>(doc.data()) : null;
      if (known?.sourceKeys.includes(sourceKey) && known.scope === scope) continue;
      if (!known && count >= observableLimits.perIncident) {
        cut = true;
        continue;
      }
      if (!known) count += 1;
      const others = (known?.sources ?? []).filter((other) => `${other.kind}:${other.id}` !== sourceKey);
      const sources = [...others, source].sort((a, b) => a.at.getTime() - b.at.getTime()).slice(0, observableLimits.sources);
      const stored: StoredObservable = { key, kind, value, scope, rank: rankOf({ kind, scope }), terms: observableTerms({ kind, value }), ...sourceFields(sources) };
      tx.set(observableRef(incidentId, key), stored);
    }
    if (count !== summary.count || cut !== summary.cut) tx.set(summaryRef(incidentId), { count, cut });
    return true;
  });
  if (!concerned) return;
  // Afterwards and whatever was found: a run that was broken off in between is made good by the next.
  await makeKnown(incidentId);
}

/** Makes the case know the observables that are stored, and its plan follow. Running it again changes nothing. */
export async function makeKnown(incidentId: string): Promise<void> {
  await knowInCase(incidentId, async () => {
    const { docs } = await incidentRef(incidentId).collection('observables').where('rank', '<', observableKinds.length).get();
    return { observables: knownObservables(docs.map((doc) => doc.data() as StoredObservable)) };
  });
}

function sourceFields(sources: ObservableSource[]): Pick<StoredObservable, 'sources' | 'sourceKeys' | 'seenAt'> {
  const seenAt = new Date(Math.min(...sources.map(({ at }) => at.getTime())));
  return { sources, sourceKeys: sources.map(({ kind, id }) => `${kind}:${id}`), seenAt };
}
