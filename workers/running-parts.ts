/** Something that was started and has to be stopped again. */
export type RunningPart = {
  /** As the person at the terminal reads it: "the web pages". */
  readonly name: string;
  /** Ends it in order and resolves when it has ended. */
  stop(): Promise<void>;
  /** Ends at once what would outlive this process; needed only for processes of their own. */
  kill?(): void;
};

/**
 * What runs at the moment. Parts stop in the reverse order of their start, because each leans on those before it.
 *
 * @example
 * const parts = new RunningParts(console.log);
 * parts.add({ name: 'the web pages', stop: () => server.close() });
 * await parts.stopAll();
 */
export class RunningParts {
  readonly #parts: RunningPart[] = [];

  constructor(private readonly say: (line: string) => void) {}

  add(part: RunningPart): void {
    this.#parts.push(part);
  }

  /** Stops all parts one after the other. A part that fails to stop is named, and the others are stopped all the same. */
  async stopAll(): Promise<void> {
    for (let part = this.#parts.pop(); part; part = this.#parts.pop()) {
      // It stays on the list while it stops, so that a second Ctrl-C still finds it.
      const stopping = part;
      this.#parts.push(stopping);
      try {
        await stopping.stop();
      } catch (error) {
        stopping.kill?.();
        this.say(`Stopping ${stopping.name} failed: ${(error as Error).message}`);
      }
      this.#parts.splice(this.#parts.indexOf(stopping), 1);
    }
  }

  /** Ends at once what would outlive this process. */
  killAll(): void {
    for (const part of this.#parts) part.kill?.();
  }
}
