/** Runs the scripts of a bundle in a worker and survives whatever they do: throw, exit, use up memory, never end. */
import { pathToFileURL } from 'node:url';
import { finished } from 'node:stream/promises';
import { Worker } from 'node:worker_threads';
import { InternalError } from '../model/internal-error.js';
import type { ScriptFailure, WorkerMessage, WorkerTask } from './worker-protocol.js';

export interface RunOptions {
  /** Path of the worker's script. */
  readonly worker: string;
  readonly mode: WorkerTask['mode'];
  /** How long one script may take. */
  readonly timeoutMs: number;
  /** How much memory the scripts may take together. */
  readonly memoryMb: number;
  /** Gets what the scripts print, on either stream. */
  readonly onOutput: (text: Uint8Array) => void;
  /** Gets what a script exports as soon as it is there, while others still run. What it throws ends the run. */
  readonly onLoaded: (index: number, value: unknown) => void;
}

/** How a script ended. */
export type ScriptOutcome =
  | { readonly kind: 'loaded'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly failure: ScriptFailure }
  | { readonly kind: 'exited'; readonly exitCode: string; readonly stack: string }
  /** The time ran out. */
  | { readonly kind: 'timed-out' }
  /** It waits for something that nothing will bring about. */
  | { readonly kind: 'never-settled' }
  | { readonly kind: 'out-of-memory' };

/** The bundle itself did not load, so that no script ran. */
export class BundleFailure extends InternalError {}

/**
 * One outcome for each of the bundle's scripts. A script that ends the worker is given its outcome, and the rest run in a
 * new worker.
 * @throws BundleFailure when the bundle cannot be loaded
 */
export async function runScripts(bundle: string, count: number, options: RunOptions): Promise<ScriptOutcome[]> {
  const outcomes = new Map<number, ScriptOutcome>();
  for (;;) {
    const indexes = Array.from({ length: count }, (_, index) => index).filter((index) => !outcomes.has(index));
    if (indexes.length === 0) break;
    await runOnce({ bundle: pathToFileURL(bundle).href, indexes, mode: options.mode, current: sharedNumber() }, outcomes, options);
  }
  return Array.from({ length: count }, (_, index) => outcomes.get(index) ?? { kind: 'never-settled' });
}

function sharedNumber(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)).fill(-1);
}

/** The engine bounds a worker's heap; buffers lie outside of it, so the whole process is looked at too, this thread's own heap aside. */
const MEMORY_WATCH_MS = 50;
const MEMORY_MARGIN_MB = 128;

function memoryBesideOwnHeap(): number {
  const { rss, heapTotal } = process.memoryUsage();
  return rss - heapTotal;
}

/** Runs scripts until all are done or one ends the worker; adds an outcome for each that ran. */
async function runOnce(task: WorkerTask, outcomes: Map<number, ScriptOutcome>, options: RunOptions): Promise<void> {
  const worker = new Worker(options.worker, {
    workerData: task,
    stdout: true,
    stderr: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
  });
  worker.stdout.on('data', options.onOutput);
  worker.stderr.on('data', options.onOutput);

  let ending: ScriptOutcome | Error | 'done' | undefined;
  let thrown: { readonly error: unknown } | undefined;
  const stop = (outcome: ScriptOutcome): void => {
    ending ??= outcome;
    void worker.terminate();
  };
  const watchdog = setTimeout(() => stop({ kind: 'timed-out' }), options.timeoutMs);
  const mostMemory = memoryBesideOwnHeap() + (options.memoryMb + MEMORY_MARGIN_MB) * 1024 * 1024;
  const memoryWatch = setInterval(() => {
    if (memoryBesideOwnHeap() > mostMemory) stop({ kind: 'out-of-memory' });
  }, MEMORY_WATCH_MS);
  worker.on('message', (message: WorkerMessage) => {
    watchdog.refresh();
    if (message.kind === 'loaded') {
      setUnlessFailed(outcomes, message.index, { kind: 'loaded', value: message.value });
      try {
        options.onLoaded(message.index, message.value);
      } catch (error) {
        thrown ??= { error };
        void worker.terminate();
      }
    } else if (message.kind === 'failed') setUnlessFailed(outcomes, message.index, { kind: 'failed', failure: message.failure });
    else if (message.kind === 'exiting') ending ??= { kind: 'exited', exitCode: message.exitCode, stack: message.stack };
    else {
      ending ??= 'done';
      void worker.terminate();
    }
  });
  worker.on('error', (error) => {
    ending ??= 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { kind: 'out-of-memory' } : error;
  });
  await new Promise((resolve) => worker.once('exit', resolve));
  clearTimeout(watchdog);
  clearInterval(memoryWatch);
  await Promise.all([worker.stdout, worker.stderr].map((stream) => finished(stream, { error: false })));

  if (thrown !== undefined) throw thrown.error;
  const current = Atomics.load(task.current, 0);
  if (ending === 'done' && task.indexes.every((index) => outcomes.has(index))) return;
  if (ending === 'done') throw new InternalError('the policy worker ended without a word about some of its scripts');
  if (current < 0) throw new BundleFailure('the bundle of the TypeScript files cannot be loaded', { cause: ending });
  if (ending instanceof Error) throw new InternalError('the policy worker failed', { cause: ending });
  outcomes.set(current, ending ?? { kind: 'never-settled' });
}

/** What failed first counts: an error that nobody waited for may come before or after the script's own end. */
function setUnlessFailed(outcomes: Map<number, ScriptOutcome>, index: number, outcome: ScriptOutcome): void {
  if (outcomes.get(index)?.kind !== 'failed') outcomes.set(index, outcome);
}
