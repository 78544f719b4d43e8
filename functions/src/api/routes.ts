import type { Operation } from '../platform/operation.ts';

export interface Route {
  operation: Operation;
  /** Values of the path's `{names}`, decoded. */
  params: Record<string, string>;
}

interface Compiled {
  operation: Operation;
  pattern: RegExp;
  names: string[];
}

/** Compiles the operations' paths into one matcher. */
export function router(operations: readonly Operation[]): (method: string, path: string) => Route | 'wrong-method' | null {
  const routes: Compiled[] = operations.map((operation) => {
    const names: string[] = [];
    const source = operation.rest.path.replace(/\{(\w+)\}/g, (_, name: string) => {
      names.push(name);
      return '([^/]{1,200})';
    });
    return { operation, pattern: new RegExp(`^${source}$`), names };
  });
  return (method, path) => {
    const matching = routes.flatMap((route) => {
      const match = route.pattern.exec(path);
      return match ? [{ route, values: match.slice(1) }] : [];
    });
    const found = matching.find(({ route }) => route.operation.rest.method === method.toLowerCase());
    if (!found) return matching.length > 0 ? 'wrong-method' : null;
    const { route, values } = found;
    return { operation: route.operation, params: Object.fromEntries(route.names.map((name, index) => [name, decode(values[index] ?? '')])) };
  };
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // Left as it came: validation refuses it in words.
    return value;
  }
}
