/** Random lives, first half: no "never" of the rulebook is broken, and every life ends. */
import { livesHold } from './nevers-of-lives';

describe('what must never happen', () => {
  livesHold(20261122);
});
