/** The longest texts of a report, in UTF-16 units. A file of its own: a form counts along before it loads the schema. */
export const reportLimits = { title: 200, description: 5000, location: 200, affected: 500 } as const;
