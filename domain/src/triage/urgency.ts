import type { Category } from '../incidents/vocabulary.ts';
import type { SeverityFactor } from './result.ts';
import { findCues, indexCues, type Cue, type Words } from './techniques/cues.ts';

const deadlines: readonly Cue[] = [
  'unless ~ pay|paid|transfer|transferred|contact|answer|respond', 'if ~ pay|paid ~ publish*|leak*|delete*|release|releases|sell', 'publish|publishes|leak|leaks|release|releases|sell|sells|post|delete|deletes|doubles ~ tomorrow|tonight|midnight|noon|monday|tuesday|wednesday|thursday|friday|saturday|sunday|hours|days|deadline',
  'countdown|timer ~ runs|running|says|shows|screen|left|ransom', 'ransom|demand|note ~ countdown|timer|deadline|hours', 'hours|days left|remaining ~ pay|answer|decide', 'deadline ~ pay|payment|expires|publish*|ransom',
];
const openings: readonly Cue[] = [
  'known|public|working exploit*', 'known ~ vulnerab*|hole', 'exploit* ~ public|published|available|wild', 'cve', 'zero day', '0day|zeroday', 'unpatched', 'not|never patched', 'no patch', 'proof of concept', 'default password*|credentials|login', 'reachable|exposed|open|accessible ~ internet|web',
];

// Set by judgement, not learned: among the rated reports there are hardly any of them. Levels lie two to four points apart.
const points = 0.5;
const kinds = { deadline: 'Somebody has set a deadline', exploitable: 'It can be used by others in a known way' } as const;
const index = indexCues<keyof typeof kinds>([{ cues: deadlines, owner: 'deadline' }, { cues: openings, owner: 'exploitable' }]);

/** A deceiver's deadline is his means, and everyday trouble has none of this. */
const never: readonly Category[] = ['phishing', 'social_engineering', 'other'];

/** Whether time and openness add to the severity of such an incident. */
export const knowsUrgency = (category: Category): boolean => !never.includes(category);

/** What they add: somebody's deadline, and a way in that others know. */
export function urgencyIn(words: readonly Words[]): SeverityFactor[] {
  return findCues(index, words, 'first').map(({ owner, ...span }) => ({ key: owner, meaning: kinds[owner], points, span }));
}
