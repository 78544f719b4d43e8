import { demoPerson } from '../../seed/people.ts';
import { suite } from './support.ts';

const documents = `http://127.0.0.1:${suite.ports.firestore}/v1/projects/${suite.projectId}/databases/(default)/documents`;
const owner = { authorization: 'Bearer owner', 'content-type': 'application/json' };

type Fields = Record<string, { stringValue?: string; integerValue?: string; nullValue?: null; timestampValue?: string; mapValue?: { fields?: Fields }; arrayValue?: { values?: Fields[string][] } }>;

function plain(value: Fields[string]): unknown {
  if (value.mapValue) return plainFields(value.mapValue.fields ?? {});
  if (value.arrayValue) return (value.arrayValue.values ?? []).map(plain);
  if (value.integerValue !== undefined) return Number(value.integerValue);
  if (value.timestampValue !== undefined) return new Date(value.timestampValue);
  return Object.values(value)[0];
}

const plainFields = (fields: Fields): Record<string, unknown> => Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, plain(value)]));

/** A stored document as it is, past the rules; null when there is none. */
export async function readDocument(path: string): Promise<Record<string, unknown> | null> {
  const response = await fetch(`${documents}/${path}`, { headers: owner });
  return response.ok ? plainFields(((await response.json()) as { fields: Fields }).fields) : null;
}

/** Ids and fields of the documents of a collection in which a text field has a value. */
export async function findDocuments(parent: string, collectionId: string, field?: string, value?: string): Promise<(Record<string, unknown> & { id: string })[]> {
  const where = field && { where: { fieldFilter: { field: { fieldPath: field }, op: 'EQUAL', value: { stringValue: value } } } };
  const response = await fetch(`${documents}${parent && `/${parent}`}:runQuery`, {
    method: 'POST',
    headers: owner,
    body: JSON.stringify({ structuredQuery: { from: [{ collectionId }], ...where } }),
  });
  const rows = (await response.json()) as { document?: { name: string; fields: Fields } }[];
  return rows.flatMap(({ document }) => (document ? [{ ...plainFields(document.fields), id: document.name.split('/').at(-1) as string }] : []));
}

/** Calls an operation through its callable, as a demo person. */
export async function callAs(person: string, operation: string, data: unknown): Promise<Record<string, unknown>> {
  const { email, password } = demoPerson(person);
  const signIn = await fetch(`http://127.0.0.1:${suite.ports.auth}/identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=emulator`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password, returnSecureToken: true }),
  });
  const { idToken } = (await signIn.json()) as { idToken: string };
  const response = await fetch(`http://127.0.0.1:${suite.ports.functions}/${suite.projectId}/europe-west1/${operation.replace('.', '-')}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${idToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ data }),
  });
  const answer = (await response.json()) as { result?: Record<string, unknown>; error?: unknown };
  if (!answer.result) throw new Error(`${operation}: ${JSON.stringify(answer.error)}`);
  return answer.result;
}

/** Waits until something holds; fails with the last value seen. */
export async function eventually<T>(what: () => Promise<T>, holds: (value: T) => boolean, timeout = 15_000): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await what();
    if (holds(value)) return value;
    if (Date.now() > end) throw new Error(`Not within ${timeout} ms; last seen: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
