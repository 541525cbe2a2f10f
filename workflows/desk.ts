/** The interview's memory and its in-tray: what happened, what has come in and not been looked at, what was seen before. */
import type { Step } from '../policy/decision';
import type { Fact } from '../policy/facts';
import type { NewFact } from './messages';
import { type Asked, refusal } from './refusals';

/** One message as it waits in the tray. `asked: null` only asks to look again. */
export interface Waiting {
  messageKey: string | null;
  asked: Asked | null;
}

/** All that the next run must know when this one continues as new; also the input of the first. */
export interface Carried {
  facts: Fact[];
  /** How many of them the database is known to have. */
  stored?: number;
  tray?: Waiting[];
  seenKeys?: string[];
}

/** Enough to know any redelivery again; a webhook's own store remembers longer. */
const MOST_SEEN_KEYS = 1_000;

export class Desk {
  readonly facts: Fact[];
  /** How many facts the database is known to have. */
  stored: number;
  #tray: (Waiting & { place: number })[] = [];
  #seen: string[];
  #taken = 0;
  #answered = 0;
  #put = 0;
  #refused = new Map<number, string>();

  constructor({ facts, stored = 0, tray = [], seenKeys = [] }: Carried) {
    this.facts = [...facts];
    this.stored = stored;
    this.#seen = [...seenKeys];
    for (const waiting of tray) this.#tray.push({ ...waiting, place: ++this.#put });
  }

  /** True while something has come in that the loop has not taken. */
  get waiting(): boolean {
    return this.#tray.length > 0;
  }

  hasSeen(messageKey: string): boolean {
    return this.#seen.includes(messageKey);
  }

  /** The step as it was opened; undefined when it never was. */
  stepOf(key: string): Step | undefined {
    for (const fact of this.facts) if (fact.type === 'step_opened' && fact.step.key === key) return fact.step;
    return undefined;
  }

  /** Puts a message into the tray and tells its place; the place of nothing (0) when its key was seen before. */
  put(messageKey: string | undefined, asked: Asked | null): number {
    if (messageKey !== undefined) {
      if (this.#seen.includes(messageKey)) return 0;
      this.#seen = [...this.#seen, messageKey].slice(-MOST_SEEN_KEYS);
    }
    this.#tray.push({ messageKey: messageKey ?? null, asked, place: ++this.#put });
    return this.#put;
  }

  /** Takes the oldest message out of the tray; null when it is empty. */
  take(): (Waiting & { place: number }) | null {
    const next = this.#tray.shift() ?? null;
    if (next) this.#taken = next.place;
    return next;
  }

  /** Why this cannot be done, judged against all facts so far. */
  refusal(asked: Asked, now: number): string | null {
    return refusal(asked, this.facts, now);
  }

  refuse(place: number, reason: string): void {
    this.#refused.set(place, reason);
  }

  note(fact: NewFact, now: number): void {
    this.facts.push({ v: 1, at: new Date(now).toISOString(), ...fact } as Fact);
  }

  /** Everything taken so far is decided on and shows in the read model: who waits for it may have an answer. */
  answer(): void {
    this.#answered = this.#taken;
  }

  isAnswered(place: number): boolean {
    return this.#answered >= place;
  }

  /** The reason why the message in that place was refused when it was taken, if it was. */
  reasonAgainst(place: number): string | null {
    const reason = this.#refused.get(place) ?? null;
    this.#refused.delete(place);
    return reason;
  }

  carry(): Carried {
    return {
      facts: this.facts,
      stored: this.stored,
      tray: this.#tray.map(({ messageKey, asked }) => ({ messageKey, asked })),
      seenKeys: this.#seen,
    };
  }
}
