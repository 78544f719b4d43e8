/** What can be lifted from a text and looked for elsewhere. */
export const observableKinds = ['url', 'domain', 'ip', 'email', 'hash', 'cve', 'iban', 'bitcoin'] as const;
export type ObservableKind = (typeof observableKinds)[number];

export const observableLabels: Record<ObservableKind, string> = {
  url: 'Link',
  domain: 'Domain',
  ip: 'IP address',
  email: 'E-mail address',
  hash: 'File hash',
  cve: 'Vulnerability',
  iban: 'Bank account',
  bitcoin: 'Bitcoin address',
};

/**
 * Whose it is. `private`: reaches nobody outside, such as 10.0.0.5 or a name in `.local`; `own`: of a domain of the
 * organisation. Neither says anything about an attacker, so neither is compared across incidents.
 */
export const observableScopes = ['external', 'private', 'own'] as const;
export type ObservableScope = (typeof observableScopes)[number];

export interface Observable {
  kind: ObservableKind;
  /** One spelling for one thing: lower case, punycode, no defanging, no obfuscated numbers. */
  value: string;
  scope: ObservableScope;
}

/** An observable at its place: `text.slice(start, end)` is `raw`, as it was written. */
export interface FoundObservable extends Observable {
  raw: string;
  start: number;
  end: number;
}

export const sourceKinds = ['report', 'message', 'evidence'] as const;

/** A text of an incident that an observable was found in. */
export interface ObservableSource {
  kind: (typeof sourceKinds)[number];
  /** Of the message or the evidence; `report` for the report itself. */
  id: string;
  /** When that text was written. */
  at: Date;
}

/** `incidents/{id}/observables/{key}`, a projection: the server writes it from the texts, nobody else. */
export interface StoredObservable extends Observable {
  /** Names kind and value: the same in every incident. Also the document's id. */
  key: string;
  /** Keys that a hunt finds it by: its own, and those of its host's domains. */
  terms: string[];
  sources: ObservableSource[];
  sourceKeys: string[];
  /** The oldest of its sources. */
  seenAt: Date;
  /** Place in a list: what points outwards first, then by kind. */
  rank: number;
}

/** `incidents/{id}/internal/observables`. */
export interface ObservablesSummary {
  count: number;
  /** Some were found and are not kept: the bounds below. */
  cut: boolean;
}

/** Bounds against texts made of thousands of them. */
export const observableLimits = { perSource: 100, perIncident: 200, sources: 20 } as const;

/** See {@link StoredObservable.rank}. */
export function rankOf({ kind, scope }: Pick<Observable, 'kind' | 'scope'>): number {
  return observableScopes.indexOf(scope) * observableKinds.length + observableKinds.indexOf(kind);
}

const hashNames: Record<number, string> = { 32: 'MD5', 40: 'SHA-1', 64: 'SHA-256' };

/** What people call it: `SHA-256` rather than "file hash". */
export function observableLabel({ kind, value }: Pick<Observable, 'kind' | 'value'>): string {
  return (kind === 'hash' && hashNames[value.length]) || observableLabels[kind];
}

/**
 * Its name in STIX 2.1: the type of the cyber-observable object, for a hash the property as patterns write it; a CVE is
 * the domain object `vulnerability`. Null where STIX has none: bank accounts and Bitcoin addresses.
 */
export function stixName({ kind, value }: Pick<Observable, 'kind' | 'value'>): string | null {
  switch (kind) {
    case 'url':
      return 'url';
    case 'domain':
      return 'domain-name';
    case 'ip':
      return value.includes(':') ? 'ipv6-addr' : 'ipv4-addr';
    case 'email':
      return 'email-addr';
    case 'hash':
      return `file:hashes.'${hashNames[value.length] ?? ''}'`;
    case 'cve':
      return 'vulnerability';
    default:
      return null;
  }
}
