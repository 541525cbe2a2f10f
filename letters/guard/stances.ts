import { type Pattern, pattern } from './lexicon';

/** Named lists of words for one idea, each as the alternatives of a regular expression. */
export type Concepts = Record<string, string>;

/**
 * Patterns by idea instead of by phrase. `surprise + them + none|slow - thanks` finds any sentence with a word of each
 * list, in whatever order, and none of the last; `a|b` is either list, `>>` stands before what the next sentence must
 * have, `?` is a question mark. The first idea is the one that must not be denied ("not surprised"), unless it is marked `=`.
 */
export function stances(concepts: Concepts, rules: readonly string[]): Pattern[] {
  const compiled = new Map<string, RegExp>();
  const ideas = (names: string) => {
    const known = compiled.get(names);
    if (known) return known;
    const sources = names.split('|').map((name) => {
      if (name === '?') return '\\?';
      const source = concepts[name];
      if (source === undefined) throw new Error(`No such concept: ${name}`);
      return `\\b(?:${source})(?!\\w)`;
    });
    const made = pattern(sources.join('|'));
    compiled.set(names, made);
    return made;
  };
  return rules.map((rule) => {
    const [here = '', next] = rule.split(' >> ');
    const [wanted = '', ...unwanted] = here.split(' - ');
    const [head = '', ...needs] = wanted.split(' + ');
    return {
      find: ideas(head.replace(/^=/, '')),
      needs: needs.map(ideas),
      ...(unwanted.length > 0 ? { unless: ideas(unwanted.join('|')) } : {}),
      ...(next ? { next: ideas(next) } : {}),
      ...(head.startsWith('=') ? { always: true as const } : {}),
    };
  });
}
