import type { Where } from '../../firebase/query-spec.ts';

/**
 * Narrows a query to one incident of one's own that the server may not have yet. A range of one id: asked for by
 * equality, the rules would be given no document to look at, and refuse.
 */
export function ownIncident(uid: string, id: string): Where[] {
  return [
    ['reporter.uid', '==', uid],
    ['__name__', '>=', id],
    ['__name__', '<=', id],
  ];
}
