/** Writes to a stream of the process at once, also when it is a pipe that takes its time or has nobody at its end. */
import { writeSync } from 'node:fs';
import { errorCode, reason } from '../model/system-error.js';
import { UsageError } from '../model/usage-error.js';

const WAIT_MS = 5;

/**
 * All of the content is written when this returns; a reader that went away (`| head`) is no error. Nor is it one that standard error cannot be
 * written: there is nobody to tell, and work that is under way, such as a push, is not to end half-way for it.
 * @throws UsageError when standard output cannot be written
 */
export function writeAll(descriptor: 1 | 2, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const code = errorCode(error);
      if (code === 'EPIPE') return;
      if (code === 'EAGAIN') waitAMoment();
      else if (descriptor === 2) return;
      else throw new UsageError(`standard output cannot be written: ${reason(error)}`, { cause: error });
    }
  }
}

/** Blocks for a few milliseconds, so that the other end of a pipe can do its part. */
export function waitAMoment(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
}
