import type { Hit, Hits, Reading } from './reader';

/** Words after which "not" denies nothing that matters: "do not hesitate", "not only", "not all". */
const IDLE_AFTER_NOT = new Set(
  `hesitate only already forget worry just necessarily reply respond all every everyone everybody each limited
   zogern nur antworten alle jeder jedem allen zogere hesitez hesite hesiter seulement tous toutes dude dudes dudar solo todos todas
   responda aarzel aarzelen alleen iedereen alle tveka bara alla`.split(/\s+/),
);

/** Words that make a condition only where a clause starts: "als" is also "as", "om" also "about". */
const LOOSE_CONDITIONS = new Set(
  'om als sollte sollten skulle nar wanneer cuando when once provided where should lorsque des sauf en de'.split(' '),
);
const JOINING = new Set(
  'and or und oder et ou y o en of och eller that dass que dat att but aber mais pero maar men'.split(' '),
);

/** One sentence with its denials and conditions sorted out. */
export class SentenceFrames {
  readonly hits: Hits;
  /** "Not yet": waiting, no denial. */
  readonly notYet: boolean;
  private readonly negations: number[];
  private readonly condition: number;

  constructor(readonly reading: Reading) {
    this.hits = reading.hits;
    this.negations = [];
    this.notYet = reading.hits.neg === undefined ? false : this.sortNegations(reading.hits.neg);
    this.condition = reading.hits.cond === undefined ? -1 : this.findCondition(reading.hits.cond);
  }

  private sortNegations(found: readonly Hit[]): boolean {
    const { words } = this.reading.sentence;
    let notYet = false;
    for (const { from, to } of found) {
      if (IDLE_AFTER_NOT.has(words[to + 1] ?? '')) {
        continue;
      }
      if (this.hits.still?.some((hit) => Math.abs(hit.from - to) <= (words[hit.from] === 'yet' ? 7 : 2))) {
        notYet = true;
      } else if (!this.hits.maybe?.some((hit) => from - hit.from > 0 && from - hit.from <= 2)) {
        this.negations.push(from);
      }
    }
    return notYet;
  }

  private findCondition(found: readonly Hit[]): number {
    const { words, clauses } = this.reading.sentence;
    for (const { from } of found) {
      const starts = from === 0 || clauses[from] !== clauses[from - 1] || JOINING.has(words[from - 1] as string);
      if (starts || !LOOSE_CONDITIONS.has(words[from] as string)) {
        return from;
      }
    }
    return -1;
  }

  get question(): boolean {
    return this.reading.sentence.question;
  }

  /** Some part of the sentence hangs on an "if". */
  get hasCondition(): boolean {
    return this.condition !== -1;
  }

  word(at: number): string {
    return this.reading.sentence.words[at] ?? '';
  }

  /** In the reach of "if …": what stands after it, or anything in a sentence that begins with it. */
  conditional(hit: Hit): boolean {
    return this.condition !== -1 && (this.condition <= 2 || hit.from > this.condition);
  }

  /** "May", "perhaps" before it. */
  private unsure(hit: Hit): boolean {
    return this.hits.maybe?.some(({ from }) => from < hit.from && hit.from - from <= 4) === true;
  }

  denied(hit: Hit): boolean {
    if (this.negations.length === 0) {
      return false;
    }
    const { clauses } = this.reading.sentence;
    return this.negations.some((at) => {
      if (at >= hit.from) {
        return at > hit.from && at <= hit.to + 1;
      }
      const distance = hit.from - at;
      return distance <= 3 || (distance <= 8 && clauses[at] === clauses[hit.from]);
    });
  }

  /** The first place that is plainly said: not denied, not conditional, no "may". */
  plain(hits: readonly Hit[] | undefined): Hit | undefined {
    return hits?.find((hit) => !this.denied(hit) && !this.conditional(hit) && !this.unsure(hit));
  }

  /** The first place that is plainly denied. */
  deniedPlace(hits: readonly Hit[] | undefined): Hit | undefined {
    return this.negations.length === 0 ? undefined : hits?.find((hit) => this.denied(hit) && !this.conditional(hit));
  }

  /** The span of the first places of two concepts between which at most `reach` words lie. */
  near(first: readonly Hit[] | undefined, second: readonly Hit[] | undefined, reach: number): Hit | undefined {
    if (first === undefined || second === undefined) {
      return undefined;
    }
    for (const one of first) {
      for (const other of second) {
        if (Math.max(one.from, other.from) - Math.min(one.to, other.to) - 1 <= reach) {
          return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) };
        }
      }
    }
    return undefined;
  }

  /** The words of a place, with what denies them. */
  withDenial(hit: Hit): Hit {
    const negation = this.negations.find((at) => at < hit.from && hit.from - at <= 6);
    return { from: negation ?? hit.from, to: hit.to };
  }
}
