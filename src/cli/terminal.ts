/** What a command sees of the world around it: its folder, its streams, its colours. */
import { fstatSync, readSync } from 'node:fs';
import { errorCode } from '../model/system-error.js';
import { UsageError } from '../model/usage-error.js';
import { MAX_FILE_BYTES } from '../project/read-file.js';
import { waitAMoment, writeAll } from './write-all.js';

export interface Terminal {
  /** Absolute. */
  readonly cwd: string;
  /** Whether a person watches standard output. */
  readonly isInteractive: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  readonly hasColors: (stream: 'stdout' | 'stderr') => boolean;
  /** Whether a person watches the stream, so that lines may be overwritten. */
  readonly isWatched: (stream: 'stdout' | 'stderr') => boolean;
  /** To standard output: what the user asked for. */
  readonly write: (text: string) => void;
  /** To standard error: messages about the run. */
  readonly writeError: (text: string) => void;
  /** What policy files print, so that it does not mix with what was asked for. */
  readonly writeBytesToError: (bytes: Uint8Array) => void;
  /** All of standard input; stops soon after the size that no policy has. */
  readonly readInput: () => Uint8Array;
  /** Asks a person: the answer is a line without its break. Undefined when nobody is there to answer. */
  readonly asker: () => Promise<((question: string) => string) | undefined>;
}

const FALLBACK_WIDTH = 120;

const DESCRIPTORS = { stdout: 1, stderr: 2 } as const;

/**
 * The process's own terminal.
 * @param color what --color and --no-color say
 */
export function processTerminal(cwd: string, color: boolean | undefined): Terminal {
  const isInteractive = isTerminal('stdout');
  return {
    cwd,
    isInteractive,
    // A terminal that nobody has given a size says 0.
    width: isInteractive && process.stdout.columns > 0 ? process.stdout.columns : FALLBACK_WIDTH,
    hasColors: (stream) => color ?? colorFromEnvironment() ?? (isTerminal(stream) && process.env['TERM'] !== 'dumb'),
    isWatched: isTerminal,
    write: (text) => writeAll(DESCRIPTORS.stdout, text),
    writeError: (text) => writeAll(DESCRIPTORS.stderr, text),
    writeBytesToError: (bytes) => writeAll(DESCRIPTORS.stderr, bytes),
    readInput,
    asker: async () => (await import('./ask-on-terminal.js')).askerOnTerminal(),
  };
}

/** Looks first whether it may be one at all: making the stream objects of `process` takes as long as linting a policy. */
function isTerminal(stream: 'stdout' | 'stderr'): boolean {
  return isCharacterDevice(DESCRIPTORS[stream]) && process[stream].isTTY;
}

function isCharacterDevice(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}

/** Source: https://no-color.org and https://force-color.org. */
function colorFromEnvironment(): boolean | undefined {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR === undefined || FORCE_COLOR === '') return undefined;
  return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
}

function readInput(): Uint8Array {
  const chunks: Uint8Array[] = [];
  let total = 0;
  while (total <= MAX_FILE_BYTES) {
    const chunk = new Uint8Array(64 * 1024);
    const count = readChunk(chunk);
    if (count === 0) break;
    chunks.push(chunk.subarray(0, count));
    total += count;
  }
  return Buffer.concat(chunks, total);
}

function readChunk(chunk: Uint8Array): number {
  for (;;) {
    try {
      return readSync(0, chunk);
    } catch (error) {
      const code = errorCode(error);
      if (code === 'EOF') return 0;
      if (code === 'EISDIR') throw new UsageError('standard input is a directory; pipe a policy into it', { cause: error });
      // Standard input is a pipe that somebody set to non-blocking and that has nothing yet.
      if (code !== 'EAGAIN') throw error;
      waitAMoment();
    }
  }
}
