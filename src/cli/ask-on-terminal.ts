/** Asks the person in front of the terminal. */
import { readSync } from 'node:fs';
import { isatty } from 'node:tty';
import { errorCode } from '../model/system-error.js';
import { waitAMoment, writeAll } from './write-all.js';

const STDIN = 0;
const STDERR = 2;
const MOST_BYTES = 1_024;

/** Undefined when standard input or standard error is no terminal. An answer is empty at the end of input. */
export function askerOnTerminal(): ((question: string) => string) | undefined {
  return isatty(STDIN) && isatty(STDERR) ? ask : undefined;
}

/** Nothing else runs meanwhile, so that Ctrl-C ends the process as everywhere. */
function ask(question: string): string {
  writeAll(STDERR, question);
  const chunk = new Uint8Array(MOST_BYTES);
  const count = readLine(chunk);
  return new TextDecoder().decode(chunk.subarray(0, count)).replace(/\r?\n$/u, '');
}

/** A terminal hands over a line at a time. */
function readLine(chunk: Uint8Array): number {
  for (;;) {
    try {
      return readSync(STDIN, chunk);
    } catch (error) {
      const code = errorCode(error);
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      waitAMoment();
    }
  }
}
