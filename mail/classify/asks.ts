import type { Classification } from '../types';
import type { Features } from './features';

const NAMES: readonly [string, Classification['asksFor'][number]][] = [
  ['askReferences', 'references'],
  ['askTranscript', 'transcript'],
  ['askDocuments', 'documents'],
  ['askAvailability', 'availability'],
  ['askSalary', 'salary'],
  ['askNotice', 'notice_period'],
];

/** What the mail asks the candidate for; `other` where it asks and does not say for what. */
export function asksFor(features: Features): Classification['asksFor'] {
  const found = NAMES.filter(([name]) => features.has(name)).map(([, asked]) => asked);
  if (found.length === 0 && (features.has('askGive') || features.has('unfinished'))) {
    return ['other'];
  }
  return found;
}
