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

function encoded(value: unknown): object {
  if (value === null) return { nullValue: null };
  if (value instanceof Date) return { timestampValue: value.toISOString() };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(encoded) } };
  if (typeof value === 'object') return { mapValue: { fields: encodedFields(value) } };
  return typeof value === 'number' ? { integerValue: String(value) } : { stringValue: value };
}

const encodedFields = (value: object): object => Object.fromEntries(Object.entries(value).map(([key, member]) => [key, encoded(member)]));

/** Stores a document, past the rules. */
export async function storeDocument(path: string, fields: object): Promise<void> {
  const response = await fetch(`${documents}/${path}`, { method: 'PATCH', headers: owner, body: JSON.stringify({ fields: encodedFields(fields) }) });
  if (!response.ok) throw new Error(await response.text());
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

/** Stores copies of an incident that triage has already seen, so that nothing is done about them. */
export async function copyIncident(id: string, copies: number): Promise<void> {
  const stored = (await (await fetch(`${documents}/incidents/${id}`, { headers: owner })).json()) as { fields: Fields };
  const name = (index: number) => `projects/${suite.projectId}/databases/(default)/documents/incidents/${id.slice(0, -3)}C${String(index).padStart(2, '0')}`;
  const writes = Array.from({ length: copies }, (_, index) => ({ update: { name: name(index), fields: stored.fields } }));
  const response = await fetch(`${documents}:commit`, { method: 'POST', headers: owner, body: JSON.stringify({ writes }) });
  if (!response.ok) throw new Error(await response.text());
}

interface Account {
  email: string;
  password: string;
}

const tokens = new Map<string, Promise<string>>();

async function authenticate(action: 'signUp' | 'signInWithPassword', { email, password }: Account): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${suite.ports.auth}/identitytoolkit.googleapis.com/v1/accounts:${action}?key=emulator`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password, returnSecureToken: true }),
  });
  return ((await response.json()) as { idToken: string }).idToken;
}

async function call(token: string, operation: string, data: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(`http://127.0.0.1:${suite.ports.functions}/${suite.projectId}/europe-west1/${operation.replace('.', '-')}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ data }),
  });
  const answer = (await response.json()) as { result?: Record<string, unknown>; error?: unknown };
  if (!answer.result) throw new Error(`${operation}: ${JSON.stringify(answer.error)}`);
  return answer.result;
}

/** Calls an operation through its callable, as a demo person or as somebody from {@link newEmployee}. */
export async function callAs(person: string | Account, operation: string, data: unknown): Promise<Record<string, unknown>> {
  const account = typeof person === 'string' ? demoPerson(person) : person;
  const token = tokens.get(account.email) ?? authenticate('signInWithPassword', account);
  tokens.set(account.email, token);
  return call(await token, operation, data);
}

/** Somebody who has just registered and has reported nothing yet. */
export async function newEmployee(name: string): Promise<Account> {
  const account = { email: `new-${crypto.randomUUID().slice(0, 12)}@example.com`, password: 'violin rust umbrella kettle' };
  await call(await authenticate('signUp', account), 'people.createProfile', { name, department: 'Legal' });
  return account;
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
