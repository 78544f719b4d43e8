const names: Record<string, string> = { local: 'Own model', gemini: 'Gemini' };

/** Who gave an opinion, for people: `local+gemini` is "Own model and Gemini". */
export function providerName(provider: string): string {
  return provider.split('+').map((one) => names[one] ?? one).join(' and ');
}
