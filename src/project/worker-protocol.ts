/** What the loader and its worker say to each other: plain data. */

export interface WorkerTask {
  /** File URL of the bundle. */
  readonly bundle: string;
  /** Which of the bundle's scripts to run, in this order. */
  readonly indexes: readonly number[];
  /** `policies`: collect what they export for the project; `value`: hand over the default export as it is. */
  readonly mode: 'policies' | 'value';
  /** One number, the script that runs now (-1 before the first), readable while a script keeps the worker busy. */
  readonly current: Int32Array;
}

export type WorkerMessage =
  | { readonly kind: 'loaded'; readonly index: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly index: number; readonly failure: ScriptFailure }
  | { readonly kind: 'exiting'; readonly index: number; readonly exitCode: string; readonly stack: string }
  | { readonly kind: 'done' };

/** An error of a script's, made of text alone. */
export interface ScriptFailure {
  /** `Error`, `TypeError`, …; empty when something else than an error was thrown. */
  readonly name: string;
  readonly message: string;
  /** The engine's stack, positions in the bundle. */
  readonly stack: string;
  /** While the script was imported, or while its exports were read; `later` when nobody waited for it. */
  readonly during: 'import' | 'collect' | 'later';
}
