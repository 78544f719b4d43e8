/** How sure triage is, in a word: the bar alone would be a picture of a number. */
export function confidenceWord(confidence: number): 'likely' | 'possible' | 'unclear' {
  if (confidence >= 0.8) return 'likely';
  return confidence >= 0.5 ? 'possible' : 'unclear';
}
