import type { Incident, InternalCase } from '@secura/domain/incidents/incident';
import type { Candidate } from '@secura/domain/similar/campaign';
import { judge, levelOf, tellingSynonyms, tellingWords } from '@secura/domain/similar/pair';
import { comparedText } from '@secura/domain/similar/profile';
import { companyOf, judged, nearestShown, whyAlike, withNeighbour, type Alike, type Comparable, type Neighbour, type SimilarIncidents } from '@secura/domain/similar/similar';
import type { DocumentSnapshot } from 'firebase-admin/firestore';
import { db, fromStore } from '../platform/firebase.ts';
import { caseRef, incidentRef, readIncident, textHash } from '../platform/incident-store.ts';
import { duplicateDelivery, incidentCompared } from '../platform/logs.ts';
import { isLostRace, transact } from '../platform/transaction.ts';
import { recordNeeded } from './needed.ts';
import { listOf, similarRef } from './list.ts';
import { withdraw } from './withdraw.ts';
import { suggestCampaign } from './suggest-campaign.ts';
import { profileReports, readProfiled, similarModel, type Profiled } from './profiler.ts';
import type { IndexedVector, VectorIndex } from './vector-index.ts';
import { forgetVector, nearestVectors, readVector, settleVector, storeVector } from './vectors.ts';

const alikeRef = (id: string) => db().doc(`incidents/${id}/shared/alike`);

const dayMs = 86_400_000;

/**
 * Compares a new or corrected report with the others: stores its profile, what is nearest, how many colleagues said the
 * same, and a suggested campaign. Only what the whole team may see is compared. Running it again changes nothing.
 * @param options.anew compares also what was compared before, for a change of the model
 */
export async function recordSimilar(id: string, now: Date, options: { anew?: boolean } = {}): Promise<void> {
  const started = performance.now();
  const incident = readIncident(await incidentRef(id).get());
  if (!incident?.head) return;
  const before = await readVector(id);
  if (incident.visibility !== 'team') {
    if (before && !before.gone) await forgetVector(id);
    return withdraw(incident, now);
  }
  const hash = textHash(comparedText(incident));
  if (before?.settled === hash && !options.anew) return duplicateDelivery({ trigger: 'similar', key: id });

  const [profiled] = await profileReports([incident]);
  // Cleared, stored, searched, in this order: of two reports that arrive at once at least the later one sees the other,
  // and what it says of itself here is kept below.
  await similarRef(id).delete();
  await storeVector(id, profiled!, { reporterUid: incident.reporter.uid, reportedAt: incident.createdAt });
  const { near, by, observed } = await neighbours(incident, profiled!, now);
  const found = { nearest: near.slice(0, nearestShown).map(({ neighbour }) => neighbour), provider: profiled!.provider, model: profiled!.embedding, at: now };
  const first = !before?.counted;
  // What a reporter is told is counted once, for the first wording: no correction can be used for guessing.
  const company = first ? companyOf(colleaguesOf(incident, near)) : null;
  if (company) await alikeRef(id).set({ colleagues: company, at: now } satisfies Alike);
  await tellNeighbours(id, found);
  await suggestCampaign(candidateOf(incident, observed), near.filter(({ neighbour }) => neighbour.level === 'likely duplicate').map(({ candidate }) => candidate), now);
  await keepNearest(id, found);
  await recordNeeded(id);
  await settleVector(id, hash, by);
  incidentCompared({ incidentId: id, provider: found.provider, index: by, nearest: found.nearest.length, ms: Math.round(performance.now() - started) });
}

interface Near {
  neighbour: Neighbour;
  candidate: Candidate;
}

interface Found {
  near: Near[];
  /** What the report itself names, where anything is near. */
  observed: string[];
}

/** Those alike that the whole team still may see, the most alike first. */
async function neighbours(incident: Incident, profiled: Profiled, now: Date): Promise<Found & { by: VectorIndex['provider'] }> {
  const { near: hits, by } = await nearestVectors(profiled, judged, now, incident.id);
  return { ...(hits.length > 0 ? await judgedAmong(incident, profiled, hits) : nothingNear), by };
}

const nothingNear: Found = { near: [], observed: [] };

/** Thirty whole incidents would take longer to decode than to judge. */
const readOfOthers: (keyof Incident)[] = ['head', 'visibility', 'number', 'title', 'description', 'category', 'severity', 'department', 'createdAt', 'reporter'];

async function judgedAmong(incident: Incident, profiled: Profiled, hits: readonly IndexedVector[]): Promise<Found> {
  const model = await similarModel();
  const stored = await db().getAll(...hits.map((hit) => incidentRef(hit.id)), { fieldMask: readOfOthers });
  const others = hits.flatMap((hit, index) => {
    const other = readIncident(stored[index]!);
    // The profile may be older than what was decided about the incident.
    return other?.head && other.visibility === 'team' ? [{ ...hit, other, read: readProfiled(other, hit.profile) }] : [];
  });
  const own = readProfiled(incident, profiled.profile);
  const scores = judge(model, own, others.map(({ read }) => read));
  const near = others
    .flatMap((found, index) => {
      const score = Math.round(scores[index]! * 1000) / 1000;
      const level = levelOf(model, score, profiled.embedding, Math.abs(incident.createdAt.getTime() - found.reportedAt.getTime()));
      return level ? [{ ...found, score, level }] : [];
    })
    .sort((a, b) => b.score - a.score);
  if (near.length === 0) return nothingNear;
  const [observed, theirs] = await Promise.all([observablesOf(incident.id), knownObservablesOf(near.map(({ id }) => id))]);
  const one: Comparable = { ...incident, observables: observed };
  const told = near.map(({ id, score, level, other, read }, index): Near => {
    const observables = theirs[index]!;
    return { neighbour: { id, score, level, why: whyAlike(one, { ...other, observables }, tellingWords(own, read), tellingSynonyms(own, read)) }, candidate: candidateOf(other, observables) };
  });
  return { near: told, observed };
}

const candidateOf = (incident: Incident, observables: readonly string[]): Candidate => ({
  id: incident.id, number: incident.number ?? '', department: incident.department, severity: incident.severity, category: incident.category,
  createdAt: incident.createdAt, reporterUid: incident.reporter.uid, observables,
});

/** Different colleagues who reported something likely the same within the day before. */
function colleaguesOf(incident: Incident, near: readonly Near[]): number {
  const recent = near.filter(
    ({ neighbour, candidate }) =>
      neighbour.level === 'likely duplicate' && candidate.reporterUid !== incident.reporter.uid && Math.abs(incident.createdAt.getTime() - candidate.createdAt.getTime()) <= dayMs,
  );
  return new Set(recent.map(({ candidate }) => candidate.reporterUid)).size;
}

/** What was lifted out of a report, where something lifts it; at most so many. */
async function observablesOf(id: string): Promise<string[]> {
  const stored = await incidentRef(id).collection('observables').limit(30).get();
  return stored.docs.flatMap((doc) => (typeof doc.get('value') === 'string' ? [doc.get('value') as string] : []));
}

/** The same of others, by what their cases know: thirty documents instead of thirty queries. */
async function knownObservablesOf(ids: readonly string[]): Promise<string[][]> {
  const cases = await db().getAll(...ids.map((id) => caseRef(id)), { fieldMask: ['known.observables'] });
  return cases.map((stored) => ((stored.data() as Partial<InternalCase> | undefined)?.known?.observables ?? []).map(({ value }) => value));
}

async function keepNearest(id: string, found: Omit<SimilarIncidents, 'ids'>): Promise<void> {
  await transact(async (tx) => {
    const stored = await tx.get(similarRef(id));
    const said = stored.exists ? fromStore<SimilarIncidents>(stored.data()) : null;
    const others = said?.provider === found.provider && said.model === found.model ? said.nearest : [];
    tx.set(similarRef(id), listOf(found, found.nearest.reduce(withNeighbour, others)));
  });
}

/** The older reports' lists name the newer one as well: in one commit, which fails as a whole where another writes one of them. */
async function tellNeighbours(id: string, found: Omit<SimilarIncidents, 'ids'>): Promise<void> {
  const { nearest } = found;
  if (nearest.length === 0) return;
  const batch = db().batch();
  const stored = await db().getAll(...nearest.map((neighbour) => similarRef(neighbour.id)));
  for (const [index, theirs] of stored.entries()) {
    const list = named(id, nearest[index]!, theirs, found);
    if (list && theirs.exists) batch.update(theirs.ref, { ...list }, { lastUpdateTime: theirs.updateTime! });
    else if (list) batch.create(theirs.ref, list);
  }
  try {
    await batch.commit();
  } catch (error) {
    if (!isLostRace(error)) throw error;
    await Promise.all(nearest.map((neighbour) => tellNeighbour(id, neighbour, found)));
  }
}

async function tellNeighbour(id: string, neighbour: Neighbour, found: Omit<SimilarIncidents, 'ids'>): Promise<void> {
  const ref = similarRef(neighbour.id);
  await transact(async (tx) => {
    const list = named(id, neighbour, await tx.get(ref), found);
    if (list) tx.set(ref, list);
  });
}

/** A neighbour's list with this report in it; null where it cannot be. */
function named(id: string, neighbour: Neighbour, stored: DocumentSnapshot, { provider, model, at }: Omit<SimilarIncidents, 'ids'>): SimilarIncidents | null {
  const theirs = stored.exists ? fromStore<SimilarIncidents>(stored.data()) : { nearest: [], ids: [], provider, model, at };
  // Scores of another origin cannot be ranked among these.
  return theirs.provider === provider && theirs.model === model ? listOf(theirs, withNeighbour(theirs.nearest, { ...neighbour, id })) : null;
}
