/** Runs the user's scripts, one after the other, in a thread of its own, and hands over what they export. */
import process from 'node:process';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { collectExports } from '../dsl/collect-exports.js';
import { InternalError } from '../model/internal-error.js';
import type { ScriptFailure, WorkerMessage, WorkerTask } from './worker-protocol.js';

const task: WorkerTask = workerData;

function send(message: WorkerMessage): void {
  if (parentPort === null) throw new InternalError('the policy worker runs outside of a worker thread');
  parentPort.postMessage(message);
}

/** What was thrown may be anything, also something that throws when it is looked at. */
function describeFailure(thrown: unknown, during: ScriptFailure['during']): ScriptFailure {
  try {
    if (thrown instanceof Error) {
      return { name: String(thrown.name), message: String(thrown.message), stack: String(thrown.stack), during };
    }
    return { name: '', message: typeof thrown === 'string' ? thrown : String(JSON.stringify(thrown)), stack: '', during };
  } catch {
    return { name: '', message: 'something that cannot be shown', stack: '', during };
  }
}

async function runScript(importScript: () => Promise<Record<string, unknown>>, index: number): Promise<void> {
  let during: ScriptFailure['during'] = 'import';
  try {
    const exported = await importScript();
    during = 'collect';
    send({ kind: 'loaded', index, value: task.mode === 'value' ? exported['default'] : collectExports(exported) });
  } catch (error) {
    send({ kind: 'failed', index, failure: describeFailure(error, during) });
  }
}

async function run(): Promise<void> {
  const { default: scripts }: { default: readonly (() => Promise<Record<string, unknown>>)[] } = await import(task.bundle);
  for (const index of task.indexes) {
    const importScript = scripts[index];
    if (importScript === undefined) throw new InternalError(`the bundle has no script ${index}`);
    Atomics.store(task.current, 0, index);
    await runScript(importScript, index);
    await nextTurn();
  }
  await Promise.all([process.stdout, process.stderr].map(flushed));
  send({ kind: 'done' });
}

/** What was printed is lost when the thread is stopped before the loader has taken it. */
async function flushed(stream: NodeJS.WriteStream): Promise<void> {
  if (stream.writableLength > 0) await new Promise((resolve) => stream.write('', resolve));
}

/** Errors that no code waits for come here; they belong to the script that runs, and the next ones still run. */
process.on('uncaughtException', (error) => {
  const index = Atomics.load(task.current, 0);
  if (index < 0) throw error;
  send({ kind: 'failed', index, failure: describeFailure(error, 'later') });
});

const exit = process.exit.bind(process);
process.exit = (code) => {
  send({ kind: 'exiting', index: Atomics.load(task.current, 0), exitCode: String(code ?? process.exitCode ?? 0), stack: String(new Error().stack) });
  return exit(code);
};

void run();
