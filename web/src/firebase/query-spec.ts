export type WhereOp = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not-in' | 'array-contains' | 'array-contains-any';
export type Where = [field: string, op: WhereOp, value: unknown];

/** A query as plain data: equal data is the same query, and shares one listener. */
export interface QuerySpec {
  collection: string;
  /** The collection's name is that of a collection group. */
  group?: boolean;
  where?: Where[];
  /** At least one of these holds, besides `where`. */
  anyOf?: Where[];
  orderBy?: [field: string, direction: 'asc' | 'desc'][];
  limit: number;
  /** Values of the `orderBy` fields after which the page begins. */
  startAfter?: unknown[];
  /** Path of the document after which the page begins: exact where two timestamps share a millisecond. */
  startAfterDoc?: string;
}

export interface DocSpec {
  doc: string;
}

export type LiveSpec = QuerySpec | DocSpec;

/** A stored document: Timestamps are Dates; `_pending` while the server has not confirmed our change. */
export type Live<T> = T & { id: string; _pending: boolean };

export interface LiveResult<T> {
  data: T | undefined;
  status: 'loading' | 'ready' | 'error';
  error: LiveError | null;
  /** What is shown comes from this device, the server has not confirmed it yet. */
  fromCache: boolean;
  hasPendingWrites: boolean;
}

export interface LiveError {
  code: string;
  message: string;
}

/** The same text for equal specs, whatever the order of their keys. */
export function specKey(spec: LiveSpec): string {
  return JSON.stringify(spec, (_key, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)
      ? Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
