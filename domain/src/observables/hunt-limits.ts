/** Bounds of one question and its answer. */
export const huntLimits = { input: 4000, observables: 20, incidents: 25, related: 50, relatedIncidents: 10 } as const;
