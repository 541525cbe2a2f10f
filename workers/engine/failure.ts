/**
 * What can go wrong between `npm start` and an answering Temporal server. Each is raised once, with a sentence that says
 * what happened and one that says what to do next; nothing here is retried by itself.
 */
export type EngineFailureCode =
  /** `TEMPORAL_ADDRESS` is set, but nothing answers there. */
  | 'address-does-not-answer'
  /** Another Afterview is running on the same data folder. */
  | 'already-running'
  /** A port asked for by name is in use. */
  | 'port-taken'
  /** No way to get an engine is left: no CLI, no download, no Go. */
  | 'no-engine'
  /** The engine's program ended, or did not answer in time, while it was starting. */
  | 'did-not-start'
  /** The time machine is asked for, but the server given by `TEMPORAL_ADDRESS` does not skip time. */
  | 'cannot-skip-time';

/** An expected failure of the engine; its message is meant for the person at the terminal, without a stack. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure';

  constructor(
    readonly code: EngineFailureCode,
    whatHappened: string,
    readonly whatToDo: string,
  ) {
    super(`${whatHappened} ${whatToDo}`);
  }
}
