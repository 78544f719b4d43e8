/** The answers of the form, in the order in which they stand on the page. */
export const reportFields = ['title', 'description', 'when', 'location', 'noticedHow', 'affected'] as const;
export type ReportField = (typeof reportFields)[number];
export type FieldErrors = Partial<Record<ReportField, string>>;
