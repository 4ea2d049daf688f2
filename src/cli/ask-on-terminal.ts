/** Asks the person in front of the terminal. */
import { readSync } from 'node:fs';
import { isatty } from 'node:tty';
import { waitAMoment, writeAll } from './write-all.js';

const STDIN = 0;
const STDERR = 2;
const MOST_BYTES = 1_024;

/** The answer without its line break, empty at the end of input; undefined when standard input or error is no terminal. */
export function askOnTerminal(question: string): string | undefined {
  if (!isatty(STDIN) || !isatty(STDERR)) return undefined;
  writeAll(STDERR, question);
  const chunk = new Uint8Array(MOST_BYTES);
  // A terminal hands over a line at a time. Nothing else runs meanwhile, so that Ctrl-C ends the process as everywhere.
  const count = readLine(chunk);
  return new TextDecoder().decode(chunk.subarray(0, count)).replace(/\r?\n$/u, '');
}

function readLine(chunk: Uint8Array): number {
  for (;;) {
    try {
      return readSync(STDIN, chunk);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      waitAMoment();
    }
  }
}
