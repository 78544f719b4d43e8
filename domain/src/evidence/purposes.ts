/** What somebody wants a file for; kept in the custody log. */
export const purposes = ['look', 'analysis', 'handover', 'recovery', 'other'] as const;
export type Purpose = (typeof purposes)[number];

export const purposeLabels: Record<Purpose, string> = {
  look: 'To look at it',
  analysis: 'Analysis',
  handover: 'Handing it over to police, an authority or a partner',
  recovery: 'Giving it back to its owner',
  other: 'Something else',
};
