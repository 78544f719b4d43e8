import { randomUUID } from 'node:crypto';
import { createId } from '@secura/domain/platform/ids';
import { quarantinePath, type Evidence, type ReportedEvidence } from '@secura/domain/evidence/evidence';
import { isFinal } from '@secura/domain/evidence/states';
import type { Incident } from '@secura/domain/incidents/incident';
import type { IncidentEvent } from '@secura/domain/incidents/events';
import type { Role } from '@secura/domain/people/vocabulary';
import { getApps, initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { FieldValue } from 'firebase-admin/firestore';
import type { HttpsError } from 'firebase-functions/v2/https';
import { suiteUnderTest } from '../../emulators/running.ts';
import { readEvidence } from '../../functions/src/evidence/store.ts';
import { db } from '../../functions/src/platform/firebase.ts';
import { sha256, writeObject } from '../../functions/src/platform/storage.ts';
import { madePeople } from './made-people.ts';

const suite = suiteUnderTest();
export const { origin, projectId, ports } = suite;

process.env['FIRESTORE_EMULATOR_HOST'] = `127.0.0.1:${suite.ports.firestore}`;
process.env['FIREBASE_AUTH_EMULATOR_HOST'] = `127.0.0.1:${suite.ports.auth}`;
process.env['FIREBASE_STORAGE_EMULATOR_HOST'] = `127.0.0.1:${suite.ports.storage}`;
process.env['GCLOUD_PROJECT'] = projectId;
process.env['METADATA_SERVER_DETECTION'] = 'none';
if (!getApps().some((app) => app.name === '[DEFAULT]')) initializeApp({ projectId });
export const store = db();

/** Where the profile of somebody goes who is gone again after this file. */
export function madePerson(uid: string): FirebaseFirestore.DocumentReference {
  const profile = store.doc(`users/${uid}`);
  madePeople.add(profile);
  return profile;
}

export interface TestPerson {
  uid: string;
  name: string;
  email: string;
  role: Role;
  lead: boolean;
  department: string;
  token: string;
}

const password = 'Correct-Horse-77';

/** Makes an account with claims and profile, and signs it in. */
export async function makePerson(role: Role, options: { lead?: boolean; name?: string; department?: string; available?: boolean } = {}): Promise<TestPerson> {
  const { lead = false, department = 'Finance', available = false } = options;
  const uid = `t-${randomUUID()}`;
  const name = options.name ?? `${role} ${uid.slice(2, 8)}`;
  const email = `${uid}@example.com`;
  await getAuth().createUser({ uid, email, password, displayName: name });
  await getAuth().setCustomUserClaims(uid, { role, ...(lead && { lead: true }) });
  const workState = role === 'employee' ? null : { kind: available ? 'available' : 'off_duty', incidentId: null, incidentNumber: null, since: new Date() };
  await madePerson(uid).set({ name, email, department, phone: null, role, lead, status: 'active', workState, preferences: {}, createdAt: new Date() });
  if (role !== 'employee') {
    const inRoster = (seconds: number) => waitFor(`${name} in the roster`, async () => (await store.doc('team/roster').get()).get(`members.${uid}`) !== undefined, seconds);
    // The emulator delivers an event once and forgets it when a worker dies under load; in the cloud it comes again.
    await inRoster(25).catch(async () => {
      await store.doc(`users/${uid}`).update({ 'workState.since': new Date() });
      await inRoster(60);
    });
  }
  return { uid, name, email, role, lead, department, token: await signIn(email) };
}

/** Somebody with a profile and no account: enough to be named, and to have operations invoked. */
export async function makeProfile(role: Role): Promise<TestPerson> {
  const uid = `t-${randomUUID()}`;
  const person = { uid, name: `${role} ${uid.slice(2, 8)}`, email: `${uid}@example.com`, role, lead: false, department: 'Finance', token: '' };
  await madePerson(uid).set({ ...person, phone: null, status: 'active', workState: null, preferences: {}, createdAt: new Date() });
  return person;
}

/** An ID token as a browser gets it. */
export async function signIn(email: string, pass: string = password): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${suite.ports.auth}/identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: pass, returnSecureToken: true }),
  });
  const { idToken } = (await answer.json()) as { idToken?: string };
  if (!idToken) throw new Error(`Could not sign in as ${email}.`);
  return idToken;
}

export interface Answer {
  status: number;
  body: any; // oxlint-disable-line typescript/no-explicit-any -- tests look inside freely
}

/**
 * Calls an operation through its callable in this process, with what the SDK makes of a token: over the wire, each operation is a
 * cold start of its own.
 */
export async function callable(name: string, data: unknown, token?: string): Promise<Answer> {
  const { operations } = await import('../../functions/src/api/operations.ts');
  const operation = operations.find((one) => one.name === name);
  if (!operation) throw new Error(`There is no operation ${name}.`);
  const claims = token && (JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as { user_id: string });
  const request = { data, auth: claims ? { uid: claims.user_id, token: { ...claims, uid: claims.user_id } } : undefined, rawRequest: { get: () => undefined }, acceptsStreaming: false };
  return operation.callable.run(request as never).then(
    (result) => ({ status: 200, body: asSent(result) }),
    (error: HttpsError) => ({ status: error.httpErrorCode.status, body: { error: asSent(error.toJSON()) } }),
  );
}

const asSent = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null)) as unknown;

/** The same as a browser does it, token and all. */
export async function overTheWire(name: string, data: unknown, token?: string): Promise<Answer> {
  const url = `http://127.0.0.1:${suite.ports.functions}/${projectId}/europe-west1/${name.replace('.', '-')}`;
  const answer = await fetch(url, { method: 'POST', headers: headers(token), body: JSON.stringify({ data }) });
  const body = (await answer.json()) as { result?: unknown; error?: unknown };
  return { status: answer.status, body: body.result ?? { error: body.error } };
}

/** Calls an operation through its REST door, as Hosting serves it. */
export async function rest(method: string, path: string, input?: unknown, token?: string, extra: Record<string, string> = {}): Promise<Answer> {
  const answer = await fetch(`${origin}${path}`, { method, headers: { ...headers(token), ...extra }, ...(input !== undefined && { body: JSON.stringify(input) }) });
  return { status: answer.status, body: await answer.json().catch(() => null) };
}

function headers(token?: string): Record<string, string> {
  return { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
}

/** A report as the browser writes it; does not wait for its triage. */
export async function writeReport(reporter: TestPerson, report: { title?: string; description?: string; id?: string; createdAt?: Date } = {}): Promise<string> {
  const id = report.id ?? createId();
  const { uid, name, email, department } = reporter;
  await store.doc(`incidents/${id}`).create({
    title: report.title ?? 'Suspicious phishing email received',
    description: report.description ?? 'I got an email that asks me to verify my account through a link. I did not click on it.',
    location: null,
    occurredAt: null,
    noticedHow: 'saw_it',
    affected: null,
    department,
    reporter: { uid, name, email, department },
    memberUids: [uid],
    status: 'open',
    visibility: 'team',
    createdAt: report.createdAt ?? FieldValue.serverTimestamp(),
  });
  return id;
}

/** A report, numbered and triaged. */
export async function makeIncident(reporter: TestPerson, report: Parameters<typeof writeReport>[1] = {}): Promise<string> {
  const id = await writeReport(reporter, report);
  await waitFor(`the triage of ${id}`, async () => (await readIncident(id)).head !== undefined);
  return id;
}

export async function readIncident(id: string): Promise<Incident> {
  return (await store.doc(`incidents/${id}`).get()).data() as Incident;
}

export async function readEvents(id: string): Promise<IncidentEvent[]> {
  const events = await store.collection(`incidents/${id}/events`).orderBy('seq').get();
  return events.docs.map((doc) => doc.data() as IncidentEvent);
}

/** A file as the browser adds it: the bytes into quarantine, then the document about them. Does not wait for its inspection. */
export async function addFile(incidentId: string, person: TestPerson, name: string, bytes: Buffer, change: Partial<Evidence> = {}): Promise<string> {
  const evidenceId = createId();
  const path = quarantinePath(incidentId, evidenceId);
  await writeObject(path, bytes, 'application/octet-stream');
  const evidence: ReportedEvidence = {
    name, size: bytes.length, declaredType: '', sha256: sha256(bytes), path, addedBy: { uid: person.uid, name: person.name }, createdAt: new Date(), ...change,
  };
  await store.doc(`incidents/${incidentId}/evidence/${evidenceId}`).create(evidence);
  return evidenceId;
}

export async function readFile(incidentId: string, evidenceId: string): Promise<Evidence> {
  return readEvidence(await store.doc(`incidents/${incidentId}/evidence/${evidenceId}`).get())!;
}

/** A file that was looked into. */
export async function makeFile(...given: Parameters<typeof addFile>): Promise<string> {
  const evidenceId = await addFile(...given);
  await waitFor(`the inspection of ${given[2]}`, async () => isFinal((await readFile(given[0], evidenceId)).state));
  return evidenceId;
}

/** Waits until something is true, at most `seconds`. */
export async function waitFor(what: string, isTrue: () => Promise<boolean>, seconds = 40): Promise<void> {
  const until = Date.now() + seconds * 1000;
  while (!(await isTrue())) {
    if (Date.now() > until) throw new Error(`Waited ${seconds} s for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
