import { accessStories } from './stories/access.ts';
import { dataStories } from './stories/data.ts';
import { malwareStories } from './stories/malware.ts';
import { phishingStories } from './stories/phishing.ts';
import type { Story } from './stories/story.ts';
import { trickStories } from './stories/tricks.ts';

/** Every demo incident, the oldest first: numbers are given in the order of the reports. */
export const stories: readonly Story[] = [...phishingStories, ...malwareStories, ...accessStories, ...dataStories, ...trickStories].sort((a, b) => b.ago - a.ago);
